"""Wikitext: read back by the project's own reader, it says the same; no words of a document become markup."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from filmdossier.model.claim import AggregatorScore, Aspect, AspectMention, Stance
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import AggregatorClaim, CopyReason, ReviewCopy
from filmdossier.model.text import Document, Origin, Source
from filmdossier.present.export.wikitext import dumps
from filmdossier.read.wikitext import read_wikitext
from filmdossier.run.library import read_paths
from filmdossier.run.linking import link_films
from filmdossier.run.records import film_records
from filmdossier.store import Store
from support.exports import BREAKERS, RECORDS, filled, unknown
from support.records import desperado


def read(text: str) -> Document:
    return read_wikitext(text, Source(origin="Film.wiki", media_type="text/x-wiki", sha256="0" * 64))


def fields(text: str) -> dict[str, list[str]]:
    """The infobox as the project's reader reads it."""
    document = read(text)
    return {
        cell.label: [item.of(document.text) for item in cell.items]
        for block in document.fields(Origin.INFOBOX)
        for cell in block.cells
    }  # fmt: skip


def record_of(text: str, folder: Path) -> FilmRecord:
    """The record that the program makes of the page alone."""
    (folder / "film.wiki").write_text(text, encoding="utf-8")
    with Store.open(str(folder / "film.db")) as store:
        read_paths([folder / "film.wiki"], store)
        link_films(store)
        with store.view() as view:
            (record,) = film_records(view)
            return record


def scored(*scores: AggregatorScore) -> FilmRecord:
    film = desperado()
    evidence = film.aggregators[0].evidence
    return replace(film, aggregators=tuple(AggregatorClaim(score=score, check="", evidence=evidence) for score in scores))


def test_the_round_trip_gives_the_same_director_cast_and_score(tmp_path: Path) -> None:
    film = desperado()
    again = record_of(dumps(film), tmp_path)
    assert (again.film.title, again.film.year) == ("Desperado", 1995)
    for predicate in ("director", "writer", "producer", "composer", "cinematographer", "editor", "country", "language"):
        told = [{fact.value for fact in one.facts if fact.predicate.value == predicate} for one in (film, again)]
        assert told[0] == told[1], predicate
    assert {(entry.actor, entry.character) for entry in again.cast} == {(entry.actor, entry.character) for entry in film.cast}
    tomatoes = [claim.score for claim in again.aggregators if claim.score.name == "Rotten Tomatoes"]
    assert [(score.approval, score.average, score.reviews) for score in tomatoes] == [(70, 6.5, 54)]
    critics = {review.critic: review.rating.raw if review.rating else None for review in again.reviews}
    assert critics["Owen Gleiberman"] == "B"
    assert {"Roger Ebert", "Bob McCabe", "Ines Valdovinos"} <= set(critics)


@pytest.mark.parametrize("make", RECORDS)
def test_the_infobox_is_read_back(make: Callable[[], FilmRecord]) -> None:
    record = make()
    back = fields(dumps(record))
    assert [" ".join(name.split()) for name in back["name"]] == [" ".join(record.film.title.split())]
    directors = [fact.value for fact in record.facts if fact.predicate.value == "director"]
    assert [" ".join(name.split()) for name in back.get("director", [])] == [" ".join(name.split()) for name in directors]
    assert dumps(record) == dumps(record)


def test_the_templates_hold_the_numbers() -> None:
    tomatoes = AggregatorScore(
        name="Rotten Tomatoes", approval=70, reviews=54, average=6.5, average_max=10, consensus="A charismatic lead."
    )
    metacritic = AggregatorScore(name="Metacritic", score=55, reviews=18)
    text = dumps(scored(tomatoes, metacritic))
    assert "{{Rotten Tomatoes prose|70|6.5|54|consensus=A charismatic lead.}}" in text
    assert "{{Metacritic film prose|55|18}}" in text
    bare = dumps(scored(tomatoes, metacritic), average=False)
    assert "{{Rotten Tomatoes prose|70||54|consensus=" in bare
    assert "6.5" not in bare
    shown = read(bare).text
    assert "70% based on 54 reviews" in shown
    assert "average rating" not in shown


def test_audiences_stand_apart_and_impossible_scores_nowhere() -> None:
    text = dumps(desperado())
    critics, audience = text.split("===Audience response===")
    assert "7.1 out of 10" in audience
    assert "7.1" not in critics
    assert "71%" not in text  # impossible: no count of 54 gives 71 %
    popcorn = dumps(
        scored(AggregatorScore(name="Rotten Tomatoes", approval=73, audience=True), AggregatorScore(name="CinemaScore", grade="B+"))
    )
    assert "Rotten Tomatoes prose" not in popcorn
    assert "The audience of Rotten Tomatoes stands at 73% positive." in popcorn
    assert "Audiences polled by CinemaScore gave the film a grade of “B+”." in popcorn


def test_critics_are_named_each_with_a_citation_and_never_counted() -> None:
    text = dumps(desperado())
    assert not re.search(r"\b(?:most|many|several|some) (?:critics|reviewers)\b|critics (?:praised|agreed)", text, re.IGNORECASE)
    for review in desperado().reviews:
        if review.critic:
            assert re.search(rf"\|author={review.critic}\b[^}}]*\|work={review.outlet}", text)
    for sentence in re.findall(r"[^\n]*? (?:praised|found fault with) [^\n]*?\.(?= |\n)", text):
        assert "<ref" in sentence
    assert text.count("<ref name=") == text.count("{{Cite web") + text.count('" />')


def test_those_who_praise_the_same_stand_together() -> None:
    film = desperado()
    gleiberman, ebert, *others = film.reviews
    same = (AspectMention(aspect="action sequences", evidence=gleiberman.praised[0].evidence),)
    text = dumps(replace(film, reviews=(gleiberman, replace(ebert, praised=same), *others)))
    told = re.sub(r"<ref[^>]*?/>|<ref.*?</ref>", "", text)
    assert (
        "Owen Gleiberman of ''Entertainment Weekly'' and Roger Ebert of ''Chicago Sun-Times'' praised the action sequences." in told
    )
    assert "An unsigned review praised the gunfights and Antonio Banderas." in told
    assert "An unsigned review found fault with the last act." in told
    assert "Roger Ebert of ''Chicago Sun-Times'' found fault with a story." in told


def test_a_side_of_the_film_that_several_speak_of_is_one_sentence() -> None:
    film = desperado()
    gleiberman, ebert, *others = film.reviews
    evidence = gleiberman.praised[0].evidence
    first, second = (AspectMention(aspect=words, evidence=evidence, kind=Aspect.ACTION) for words in ("action sequences", "stunts"))
    look = AspectMention(aspect="look", evidence=evidence, kind=Aspect.IMAGES)
    text = dumps(replace(film, reviews=(replace(gleiberman, praised=(first, look)), replace(ebert, praised=(second,)), *others)))
    told = re.sub(r"<ref[^>]*?/>|<ref.*?</ref>", "", text)
    both = "Owen Gleiberman of ''Entertainment Weekly'' and Roger Ebert of ''Chicago Sun-Times''"
    assert f"{both} praised the action (the action sequences and the stunts)." in told
    assert "Owen Gleiberman of ''Entertainment Weekly'' praised the look." in told
    assert told.count("stunts") == 1


def test_a_copy_of_a_review_is_not_told_twice() -> None:
    film = desperado()
    copied = replace(film, reception=replace(film.reception, copies=(ReviewCopy(review=3, of=0, reason=CopyReason.SYNDICATED),)))
    assert "McCabe" in dumps(film)
    assert "McCabe" not in dumps(copied)


def test_of_hundreds_of_reviews_thirty_are_told_of_each_stance_its_share() -> None:
    film = desperado()
    first = film.reviews[0]
    stances = [Stance.POSITIVE] * 120 + [Stance.NEGATIVE] * 60 + [Stance.MIXED] * 20
    film = replace(
        film,
        reviews=tuple(replace(first, critic=f"Ines Roy {n}", stance=stance) for n, stance in enumerate(stances)),
        reception=replace(film.reception, copies=()),
    )
    page = dumps(film)
    told = [stances[int(number)] for number in dict.fromkeys(re.findall(r"Ines Roy (\d+) of", page))]
    assert (told.count(Stance.POSITIVE), told.count(Stance.NEGATIVE), told.count(Stance.MIXED)) == (18, 9, 3)
    assert "170 of 200 reviews are left out" in page


def test_citations_lead_back_to_the_sentence_and_mark_what_is_missing() -> None:
    text = dumps(desperado())
    texts = {document.title: document.text for document in desperado().documents}
    found = re.findall(r"<!-- read in (.+?), characters (\d+) to (\d+) -->", text)
    assert len(found) > 5
    assert all(texts[title][int(start) : int(end)].strip() for title, start, end in found)
    assert "|title=<!-- TODO --> |url=<!-- TODO -->" in text
    assert "|title=Guns in a guitar case |url=<!-- TODO -->" in text


def test_what_is_disputed_is_left_out_and_named() -> None:
    text = dumps(desperado())
    assert "runtime" not in fields(text)
    assert "<!-- left out, since the documents disagree: Running time: 104 / 106 -->" in text


def test_a_film_of_which_only_the_title_is_known() -> None:
    assert dumps(unknown()) == "{{Infobox film\n| name = Nameless\n}}\n\n'''''Nameless''''' is a film.\n"


def shape(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.cells[0].label if block.cells else "") for block in read(text).blocks]


@pytest.mark.parametrize("breaker", BREAKERS)
def test_hostile_words_are_shown_as_they_are(breaker: str) -> None:
    told, plain = f"a{breaker}b", filled("ab")
    text = dumps(filled(told))
    assert shape(text) == shape(dumps(plain))
    visible = " ".join("".join(letter for letter in told if letter.isprintable() or letter.isspace()).split())
    name = "".join(letter for letter in fields(text)["name"][0] if letter.isprintable())
    if breaker not in ("\x00", "\x1b[31m", "\u202e", "\ufffe", "\ud800"):
        assert name == visible
    assert text.count("<!--") == text.count("-->")


@pytest.mark.parametrize("breaker", BREAKERS)
def test_hostile_words_at_the_start_of_a_line_open_nothing(breaker: str) -> None:
    assert [kind for kind, _ in shape(dumps(filled(f"{breaker} b")))] == [kind for kind, _ in shape(dumps(filled("a b")))]


@pytest.mark.parametrize(
    ("phrase", "quote", "told"),
    [
        ("Superb action", "Superb action, and plenty of it.", "praised the superb action."),
        ("Acting", "Acting is what it has.", "praised the acting."),
        ("Banderas", "Banderas is splendid.", "praised Banderas."),
        ("Remarque story", "Remarque story is moving.", "praised Remarque story."),
        ("Superb action", "All in all: Superb action.", "praised Superb action."),
    ],
)
def test_a_phrase_that_opens_its_sentence_loses_its_capital(phrase: str, quote: str, told: str) -> None:
    film = desperado()
    first = film.reviews[0]
    evidence = replace(first.evidence[0], quote=quote)
    praised = (AspectMention(aspect=phrase, evidence=(evidence,)),)
    text = dumps(replace(film, reviews=(replace(first, praised=praised, criticised=()),)))
    assert told in re.sub(r"<ref.*?</ref>", "", text)
