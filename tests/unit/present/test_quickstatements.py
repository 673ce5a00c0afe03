"""QuickStatements: every line in the grammar, nothing guessed, what is doubtful behind a mark."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from filmdossier.model.claim import AggregatorScore, Predicate
from filmdossier.model.film import FilmRecord, Status
from filmdossier.model.reception import AggregatorClaim
from filmdossier.model.text import Evidence, Span
from filmdossier.present.export.choosing import document_name
from filmdossier.present.export.quickstatements import SURE, dumps
from filmdossier.present.export.wikidata_lines import references, string
from support.exports import BREAKERS, RECORDS, filled, unknown
from support.quickstatements_grammar import Command, parse
from support.records import desperado, fact, hostile, record

# From the list of items that the project uses: films, minutes, sites and their methods.
OWN_ITEMS = {"Q11424", "Q105584", "Q108403393", "Q108403540", "Q131100566", "Q150248", "Q106515043", "Q37312"}
NAMES = {"Robert Rodriguez": "Q27541", "Salma Hayek": "Q125106", "Carolina": "Q1"}


def commands(film: FilmRecord, **options: object) -> list[Command]:
    return parse(dumps(film, **options))[0]  # type: ignore[arg-type]


def with_score(score: AggregatorScore, check: str = "") -> FilmRecord:
    film = desperado()
    return replace(film, aggregators=(AggregatorClaim(score=score, check=check, evidence=film.aggregators[0].evidence),))


def scores(film: FilmRecord) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(command.value, command.qualifiers) for command in commands(film) if command.property == "P444"]


@pytest.mark.parametrize("make", RECORDS)
def test_every_line_is_in_the_grammar(make: Callable[[], FilmRecord]) -> None:
    film = make()
    found, comments = parse(dumps(film))
    assert found or comments
    assert dumps(film) == dumps(film)


def test_the_line_of_the_rules() -> None:
    """The year, as exact as it is, with its source; no date of reading, which nobody stated."""
    film = replace(desperado(), facts=())
    (published,) = [command for command in commands(film, item="Q42") if command.property == "P577"]
    assert (published.subject, published.value, published.qualifiers) == ("Q42", "+1995-00-00T00:00:00Z/9", [])
    assert published.references[0] == [
        ("P1476", 'en:"Desperado (film)"'),
        ("P1683", 'en:"Desperado is a 1995 American"'),
    ]
    assert [source for source, _ in published.references[1]] == ["P1476", "P1683"]


def test_a_document_from_the_web_is_cited_by_its_address() -> None:
    film = desperado()
    documents = tuple(replace(document, path=f"https://example.org/{document.id}") for document in film.documents)
    line = next(line for line in dumps(replace(film, documents=documents)).splitlines() if line.startswith("LAST\tP577"))
    assert re.search(r'\tS854\t"https://example\.org/\w+"\tS1476\ten:"[^"]+"\tS1683\ten:"', line)


def test_a_new_item_is_created_and_labelled_a_known_one_is_not() -> None:
    lines = dumps(desperado()).splitlines()
    assert [line for line in lines if not line.startswith("#")][:2] == ["CREATE", 'LAST\tLen\t"Desperado"']
    known = commands(desperado(), item="Q42")
    assert {command.subject for command in known} == {"Q42"}
    assert not [command for command in known if command.property in ("Len", "P31")]
    linked = replace(desperado(), film=replace(desperado().film, identifiers=("wikidata:Q77", "imdb:tt0112851")))
    assert {command.subject for command in commands(linked)} == {"Q77"}


def test_no_item_is_guessed() -> None:
    film = desperado()
    used = {
        item
        for command in commands(film)
        for item in re.findall(r"^Q\d+$", "\n".join([command.value, *[value for _, value in command.qualifiers]]), re.MULTILINE)
    }
    assert used - OWN_ITEMS == {"Q30", "Q1860", "Q1321"}  # United States, English, Spanish: of the table that ships
    assert not [command for command in commands(film) if command.property in ("P57", "P161", "P136")]
    waiting = [line for line in parse(dumps(film))[1] if line.startswith("# TODO\t")]
    assert any(line.startswith("# TODO\tLAST\tP57\tQ? (Robert Rodriguez)\tS1476\t") for line in waiting)
    assert any('\tP161\tQ? (Antonio Banderas)\tP4633\t"El Mariachi"\tS1476\t' in line for line in waiting)


def test_a_waiting_line_is_ready_but_for_the_number() -> None:
    lines = dumps(desperado()).splitlines()
    waiting = [line for line in lines if line.startswith("# TODO\t")]
    assert len(waiting) > 20
    ready = [re.sub(r"Q\? \([^\t]*\)", "Q1", line.removeprefix("# TODO\t")) for line in waiting if "(language)" not in line]
    found, comments = parse("\n".join(["CREATE", *ready]) + "\n")
    assert (len(found), comments) == (len(ready), [])


def test_items_that_a_person_looked_up_are_used() -> None:
    found = commands(desperado(), items=NAMES)
    assert ("P57", "Q27541") in {(command.property, command.value) for command in found}
    (hayek,) = [command for command in found if command.property == "P161"]
    assert (hayek.value, hayek.qualifiers) == ("Q125106", [("P453", "Q1")])


def test_the_title_waits_where_its_language_is_unknown() -> None:
    assert next(line for line in dumps(desperado()).splitlines() if "\tP1476\tQ? (language):" in line).startswith("# TODO\t")
    film = desperado()
    english = replace(film, facts=tuple(one for one in film.facts if one.value != "Spanish"))
    assert [command.value for command in commands(english) if command.property == "P1476"] == ['en:"Desperado"']


def test_what_is_disputed_unsure_or_impossible_waits() -> None:
    film = desperado()
    text = dumps(film)
    assert not [command for command in commands(film) if command.property == "P2047"]
    assert {"# DISPUTED\tLAST\tP2047\t104U7727", "# DISPUTED\tLAST\tP2047\t106U7727"} <= {
        line.split("\tS")[0] for line in text.splitlines()
    }
    assert "# UNSURE (0.71)\tLAST\tP840\tQ? (Mexico)" in text
    assert "# WRONG (impossible: no whole number of 54 reviews gives 71 %)\t" in text
    country = next(one for one in film.facts if one.predicate is Predicate.COUNTRY)
    for status, sure in ((Status.STATED, False), (Status.CONFIRMED, True), (Status.CORRECTED, True)):
        unsure = replace(country, confidence=SURE - 0.01, status=status)
        found = commands(replace(film, facts=(unsure,)))
        assert bool([command for command in found if command.property == "P495"]) is sure


def test_scores_have_their_methods() -> None:
    tomatoes = AggregatorScore(name="Rotten Tomatoes", approval=70, reviews=54, average=6.5, average_max=10, as_of="September 2019")
    by, count, when = ("P447", "Q105584"), ("P7887", "54U80698083"), ("P585", "+2019-09-00T00:00:00Z/10")
    assert scores(with_score(tomatoes)) == [
        ('"70%"', [by, ("P459", "Q108403393"), count, when]),
        ('"6.5/10"', [by, ("P459", "Q108403540"), count, when]),
    ]
    popcorn = AggregatorScore(name="Rotten Tomatoes", approval=73, audience=True)
    assert scores(with_score(popcorn)) == [('"73%"', [by, ("P459", "Q131100566")])]
    metacritic = AggregatorScore(name="Metacritic", score=55, reviews=18)
    assert scores(with_score(metacritic)) == [('"55/100"', [("P447", "Q150248"), ("P459", "Q106515043"), ("P7887", "18U80698083")])]
    imdb = AggregatorScore(name="IMDb", average=7.1, average_max=10, reviews=190000)
    assert scores(with_score(imdb)) == [('"7.1/10"', [("P447", "Q37312"), ("P7887", "190000")])]
    assert scores(with_score(tomatoes, check="impossible: no count")) == []
    assert scores(with_score(AggregatorScore(name="CinemaScore", grade="B+", audience=True))) == []
    assert scores(with_score(AggregatorScore(name="Metacritic", score=7.1, audience=True))) == []


def test_an_aggregator_is_never_the_source_of_what_a_document_says_of_it() -> None:
    for make in RECORDS:
        assert "S248" not in dumps(make())
        assert "S813" not in dumps(make())


def test_quotations_are_exact_or_not_there() -> None:
    film = desperado()
    texts = [" ".join(document.text.split()) for document in film.documents]
    quotes = [
        value.removeprefix('en:"').removesuffix('"')
        for command in commands(film)
        for reference in command.references
        for source, value in reference
        if source == "P1683"
    ]
    assert len(quotes) >= 10
    assert all(any(quote in text for text in texts) for quote in quotes)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("A first line.\nIt came out in 1995. Others followed.", "It came out in 1995."),
        (
            "It opened in the spring. In 1995 it was seen in Cannes, out of competition.",
            "In 1995 it was seen in Cannes, out of competition.",
        ),
        ("Year: 1995\nCountry: Mexico", "Year: 1995"),
        ("1995", "1995"),
    ],
)
def test_a_word_or_two_are_quoted_with_their_sentence(text: str, quoted: str) -> None:
    base = hostile().documents[0]
    document = replace(base, text=text, title=None)
    start = text.index("1995")
    evidence = Evidence(document=document.id, span=Span(start, start + 4), quote="1995")
    film = record((document,))
    found = commands(replace(film, film=replace(film.film, evidence=(evidence,))), item="Q42")
    assert [command.references for command in found if command.property == "P577"] == [[[("P1683", f'en:"{quoted}"')]]]


@pytest.mark.parametrize("words", ["Antonio Banderas | El Mariachi", "a" * 1600])
def test_a_passage_that_cannot_be_carried_is_no_quotation(words: str) -> None:
    base = hostile().documents[0]
    document = replace(base, text=f"{words} and more", title="A page")
    evidence = Evidence(document=document.id, span=Span(0, len(words)), quote=words)
    (country,) = [c for c in commands(record((document,), (fact(Predicate.COUNTRY, "Mexico", evidence),))) if c.property == "P495"]
    assert country.references == [[("P1476", 'en:"A page"')]]


def test_a_film_of_which_only_the_title_is_known() -> None:
    assert [(command.property, command.value) for command in commands(unknown())] == [("Len", '"Nameless"'), ("P31", "Q11424")]


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("around", ["", "word"])
def test_hostile_words_never_become_commands(breaker: str, around: str) -> None:
    found, comments = parse(dumps(filled(f"{around}{breaker}{around}")))
    plain, _ = parse(dumps(desperado()))
    assert {command.property for command in found} <= {command.property for command in plain} | {"P1476"}
    assert {command.subject for command in found} == {"LAST"}
    assert len(comments) > 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('The "Doctor"', '"The “Doctor”"'),
        ('"Harold" & Maude', '"“Harold” & Maude"'),
        ('"Noir"', '"Noir"'),
        ('The Café "Noir" & Co', '"The Café "Noir" & Co"'),
        ('24"', '"24"'),
    ],
)
def test_no_string_begins_or_ends_with_a_mark_of_its_own(text: str, value: str) -> None:
    assert string(text) == value


def test_a_film_s_rows_in_a_table_have_no_title_to_cite() -> None:
    film = desperado()
    rows = replace(film.documents[0], path="reviews.csv#Desperado (1995)", kind="scores", title="Desperado")
    cited = references(film.facts[0].evidence, {rows.id: rows})
    assert "S1476" not in [source for reference in cited for source, _ in reference]
    assert document_name(rows) == "reviews.csv#Desperado (1995)"
