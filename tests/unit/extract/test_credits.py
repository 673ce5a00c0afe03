"""Credits from labels and from sentences; country, language, genre and running time."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.credits.labels import labelled_credits
from filmdossier.extract.credits.prose import prose_credits
from filmdossier.extract.details import details
from filmdossier.extract.production_data import production_data
from filmdossier.model.annotations import Annotations
from filmdossier.model.claim import Claim, Detail, Polarity
from filmdossier.model.text import Origin, Source
from filmdossier.read.builder import DocumentBuilder
from support.prose import document

LEAD = "Night Ferry is a 1951 film."


def stated(claims: "list[Claim]", least: float = 0.5) -> set[tuple[str, str]]:
    return {(c.predicate.value, str(c.value)) for c in claims if c.confidence >= least and c.polarity is Polarity.ASSERTED}


def prose(*paragraphs: str) -> set[tuple[str, str]]:
    annotations = annotate(document(*paragraphs))
    return stated(list(prose_credits(annotations, annotations.topics[0])))


def labelled(label: str, *values: str) -> set[tuple[str, str]]:
    builder = DocumentBuilder(Source(origin="a.wiki", media_type="text/x-wiki", sha256="0"))
    builder.field("name", ["Night Ferry"], origin=Origin.INFOBOX, template="infobox film")
    builder.field(label, list(values), origin=Origin.INFOBOX, template="infobox film")
    builder.paragraph(LEAD)
    annotations = annotate(builder.build())
    return stated(list(labelled_credits(annotations, annotations.topics[0])))


def test_four_credits_of_one_man_in_one_sentence() -> None:
    assert prose("Night Ferry is a 1951 drama film written, co-produced, edited and directed by Ines Roy.") == {
        (job, "Ines Roy") for job in ("writer", "producer", "editor", "director")
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was directed by Ines Roy and Per Dahl.", {("director", "Ines Roy"), ("director", "Per Dahl")}),
        ("It was produced by and starring Per Dahl.", {("producer", "Per Dahl")}),
        ("The screenplay by Ana de Sá is based on a novel by Carl Berg.", {("writer", "Ana de Sá")}),
        ("The music was composed by J. R. Doyle.", {("composer", "J. R. Doyle")}),
        ("Per Dahl composed the film's score.", {("composer", "Per Dahl")}),
        ("It was photographed by Per Dahl and edited by Ines Roy.", {("cinematographer", "Per Dahl"), ("editor", "Ines Roy")}),
        ("It was distributed by Meridian Pictures.", {("distributor", "Meridian Pictures")}),
        ("It was produced by Meridian Films.", {("production_company", "Meridian Films")}),
    ],
)
def test_sentences_of_an_opening(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert prose(f"{LEAD} {sentence}") == expected


def test_who_is_of_a_band_or_a_firm_did_it_himself() -> None:
    assert prose(f"{LEAD} Carl Berg of North Star wrote the score.") == {("composer", "Carl Berg")}


@pytest.mark.parametrize(
    "sentence",
    [
        "It is based on a novel written by Carl Berg.",
        "It is a remake of the 1932 film directed by Carl Berg.",
        "It is a sequel to Day Ferry, already directed by Carl Berg.",
        "The title song was composed by Carl Berg.",
        "It inspired a television series produced by Carl Berg.",
        "It was produced by Carl Berg's production company.",
    ],
)
def test_credits_of_other_works_are_not_this_films(sentence: str) -> None:
    assert prose(f"{LEAD} {sentence}") == set()


def test_denied_and_planned_credits_keep_that_they_are() -> None:
    annotations = annotate(
        document("I loved Night Ferry. Night Ferry is a brilliant thriller, tense and moving.", "It was not directed by Ines Roy, whatever you read. It is worth a look.")
    )  # fmt: skip
    found = [c for c in prose_credits(annotations, annotations.topics[0]) if c.value == "Ines Roy"]
    assert [c.polarity for c in found] == [Polarity.DENIED]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Director Ines Roy keeps it brisk.", ("director", "Ines Roy")),
        ("Writer-director Ines Roy keeps it brisk.", ("director", "Ines Roy")),
        ("Ines Roy's script is a marvel.", ("writer", "Ines Roy")),
        ("Night Ferry is a Ines Roy film through and through.", ("director", "Ines Roy")),
        ("The script by Harbour veteran Ines Roy shines.", ("writer", "Ines Roy")),
        ("Cinematographer Ines Roy finds beauty in the fog.", ("cinematographer", "Ines Roy")),
    ],
)
def test_sentences_of_a_review(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in prose(
        "Night Ferry is a brilliant thriller, tense and moving.", f"I loved it. {sentence} Night Ferry is worth your time."
    )


@pytest.mark.parametrize("other", ["Music director", "Art director", "Casting director"])
def test_other_directors_do_not_direct(other: str) -> None:
    assert ("director", "Ines Roy") not in prose(
        "Night Ferry is a brilliant, moving thriller. I loved Night Ferry.", f"{other} Ines Roy is superb."
    )


@pytest.mark.parametrize(
    ("label", "values", "expected"),
    [
        ("director", ("Ines Roy", "Per Dahl"), {("director", "Ines Roy"), ("director", "Per Dahl")}),
        ("Directed by", ("Ines Roy",), {("director", "Ines Roy")}),
        ("writer", ("Ines Roy (story)", "Per Dahl"), {("story_by", "Ines Roy"), ("writer", "Per Dahl")}),
        ("screenplay", ("Ines Roy, Per Dahl and Ana de Sá",), {("writer", "Ines Roy"), ("writer", "Per Dahl"), ("writer", "Ana de Sá")}),
        ("writer", ("Carl Berg (novel)", "Ines Roy"), {("writer", "Ines Roy")}),
        ("music", ("Music:", "Per Dahl", "Lyrics:", "Ines Roy"), {("composer", "Per Dahl")}),
        ("cinematography", ("Per Dahl, A.S.C.",), {("cinematographer", "Per Dahl")}),
        ("studio", ("Warner Bros., Inc.", "Simon and Sons Films"), {("production_company", "Warner Bros., Inc."), ("production_company", "Simon and Sons Films")}),
        ("runtime", ("81 minutes (US)", "96 minutes (Europe)"), {("runtime_minutes", "81"), ("runtime_minutes", "96")}),
        ("runtime", ("1h 35m",), {("runtime_minutes", "95")}),
        ("country", ("France", "Italy"), {("country", "France"), ("country", "Italy")}),
        ("language", ("English",), {("language", "English")}),
    ],
)  # fmt: skip
def test_labelled_values(label: str, values: tuple[str, ...], expected: set[tuple[str, str]]) -> None:
    assert labelled(label, *values) == expected


def data(*paragraphs: str) -> set[tuple[str, str]]:
    annotations: Annotations = annotate(document(*paragraphs))
    return stated(list(production_data(annotations, annotations.topics[0])))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Night Ferry is a 1951 American neo-Western action film.", {("country", "United States"), ("genre", "neo-Western"), ("genre", "action")}),
        ("Night Ferry is a 1951 Indian Tamil-language drama film.", {("country", "India"), ("language", "Tamil"), ("genre", "drama")}),
        ("Night Ferry is a 2001 Japanese animated coming-of-age fantasy film.", {("country", "Japan"), ("genre", "animated"), ("genre", "coming-of-age"), ("genre", "fantasy")}),
    ],
)  # fmt: skip
def test_what_the_definition_says(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert data(sentence) == expected


def test_running_time_in_a_sentence() -> None:
    assert ("runtime_minutes", "97") in data("Night Ferry is a 1951 film.", "It has a running time of 97 minutes.")
    assert ("runtime_minutes", "40") not in data("Night Ferry is a 1951 film.", "He waits 40 minutes for a taxi.")


def test_what_the_woman_owns() -> None:
    annotations = annotate(document("Night Ferry is a 1951 film.", "He learns that the dealer paid for her bookstore."))
    assert [c.value for c in details(annotations, annotations.topics[0])] == [
        Detail(about="what the woman owns", value="bookstore")
    ]
