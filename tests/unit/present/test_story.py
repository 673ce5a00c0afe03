"""The story: who is meant by a name, what is drawn, what the page and the terminal show of it."""

import re
from dataclasses import replace
from io import StringIO
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from rich.console import Console

from filmdossier.model.film import Character, CharacterRelation, Event, FilmRecord
from filmdossier.present import dossier, show, story
from filmdossier.present.citing import Sources
from filmdossier.present.dossier.columns import two_columns
from filmdossier.present.dossier.graph import MOST_TIES, Graph, relation_graph
from support.records import desperado, silent
from support.stories import long_story, short_story
from support.texts import cite, encyclopedia

EVIDENCE = (cite(encyclopedia(), "All this over a song?"),)


def event(**parts: str) -> Event:
    """An event of these parts."""
    return Event(
        order=1, verb=parts.get("verb", "kill"), agent=parts.get("agent"), patient=parts.get("patient"), place=parts.get("place"),
        instrument=parts.get("instrument"), deleted_scene=False, confidence=0.8, evidence=EVIDENCE,
    )  # fmt: skip


def relation(words: str, a: str = "Ada", b: str = "Ben") -> CharacterRelation:
    """What one is to another."""
    return CharacterRelation(a=a, relation=words, b=b, confidence=0.8, evidence=EVIDENCE)


def drawn(record: FilmRecord) -> Graph:
    """The drawing of a record's relations, which it must have."""
    graph = relation_graph(record, Sources.of(record))
    assert graph is not None
    return graph


@pytest.mark.parametrize(
    ("place", "instrument", "words"),
    [
        ("outside the church", "throwing knives", "outside the church, with throwing knives"),
        ("Lake Tahoe", None, "place: Lake Tahoe"),
        ("Into the Valley", "by poison", "Into the Valley, by poison"),
        ("Interlaken", "bytes", "place: Interlaken, with bytes"),
        (None, None, ""),
    ],
)
def test_circumstances_keep_their_own_preposition_or_get_a_word(place: str | None, instrument: str | None, words: str) -> None:
    parts = {name: value for name, value in (("place", place), ("instrument", instrument)) if value}
    assert story.event_words(event(**parts))[3] == words


@pytest.mark.parametrize(
    ("said", "words", "mutual"),
    [
        ("friend", "friend of", True),
        ("half_brother", "half brother of", False),
        ("in love with", "in love with", False),
        ("employer of", "employer of", False),
        ("killer", "killer of", False),
        ("Spouse", "Spouse of", True),
    ],
)
def test_relations_are_ready_for_a_name_and_know_whether_they_hold_both_ways(said: str, words: str, mutual: bool) -> None:
    assert story.relation_words(relation(said)) == words
    assert story.is_mutual(relation(said)) is mutual


def test_a_person_is_found_by_any_name_and_an_alias_never_takes_anothers_name() -> None:
    def character(name: str, *aliases: str) -> Character:
        return Character(name=name, aliases=aliases, played_by=None, description="", evidence=EVIDENCE)

    record = replace(
        silent(),
        characters=(character("El Mariachi", "the gunfighter", "Buscemi"), character("Buscemi"), character("Campa")),
        relations=(relation("friend", "Campa", "the Gunfighter"), relation("enemy", "Bucho", "El mariachi")),
        events=(event(agent="El Mariachi", patient="Buscemi and Campa"), event(agent="The gunfighter", patient="El Mariachi")),
    )
    people = story.People.of(record)
    assert [person.name for person in people.persons] == ["El Mariachi", "Buscemi", "Campa", "Bucho"]
    assert [(tie.a, tie.b) for tie in people.relations(record)] == [(2, 0), (3, 0)]
    assert [(tie.a, tie.b) for tie in people.events(record)] == [(0, 1), (0, 2)]
    assert people.find("nobody") is None


def test_columns_part_those_who_are_tied() -> None:
    star, height = two_columns([(0, other) for other in range(1, 7)])
    assert [left for left, _ in star.values()] == [True] + [False] * 6
    assert star[0][1] == pytest.approx(height / 2, abs=1)
    chain, _ = two_columns([(0, 1), (1, 2), (2, 3)])
    assert chain[0][0] is chain[2][0] is not chain[1][0] is chain[3][0]
    crossed, _ = two_columns([(0, 5), (1, 4), (2, 3), (0, 3), (1, 5), (2, 4)])
    assert all(crossed[person][0] for person in range(3)) or not any(crossed[person][0] for person in range(3))


def test_columns_keep_those_together_who_hang_together() -> None:
    places, height = two_columns([(0, 1), (2, 3), (2, 4), (5, 6)])
    rows = sorted((y, person) for person, (_, y) in places.items())
    groups = [{2, 3, 4}, {0, 1}, {5, 6}]
    order = [next(index for index, group in enumerate(groups) if person in group) for _, person in rows]
    assert order == sorted(order)
    assert 0 < rows[0][0] < rows[-1][0] < height
    assert two_columns([]) == ({}, 16)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] != pair[1]), max_size=30))
def test_everybody_has_a_place_of_their_own(pairs: list[tuple[int, int]]) -> None:
    places, height = two_columns(pairs)
    assert places.keys() == {person for pair in pairs for person in pair}
    for side in (True, False):
        rows = sorted(y for left, y in places.values() if left is side)
        assert all(below - above >= 46 for above, below in pairwise(rows))
        assert all(23 <= y <= height - 23 for y in rows)
    assert two_columns(pairs) == (places, height)


@pytest.mark.parametrize("make", [desperado, short_story, long_story])
def test_the_drawing_shows_every_name_and_every_relation_apart(make: object) -> None:
    record = make()  # type: ignore[operator]
    graph = drawn(record)
    people = story.People.of(record)
    named = {people.persons[place].name for tie in people.relations(record) for place in (tie.a, tie.b)}
    assert {node.title.partition(": ")[0] for node in graph.nodes} == named
    assert all(
        node.x >= 0 and node.x + node.width <= graph.width and node.y >= 0 and node.y + node.height <= graph.height
        for node in graph.nodes
    )
    for a, b in combinations(graph.nodes, 2):
        assert a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
    plates = [(edge.left, edge.top, edge.left + edge.width, edge.top + edge.height) for edge in graph.edges]
    covered = [(a, b) for a, b in combinations(plates, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    assert not covered
    labels = {passage.label for document in Sources.of(record).documents for passage in document.passages}
    assert {shape.href[1:] for shape in (*graph.nodes, *graph.edges)} <= labels


def test_what_holds_both_ways_is_drawn_once_and_without_an_arrow() -> None:
    record = short_story()
    twice = replace(record, relations=(*record.relations, replace(record.relations[0], a="Ben", b="Ada")))
    assert [edge.words for edge in drawn(twice).edges] == ["lover", "teacher of", "enemy"]
    assert [bool(edge.head) for edge in drawn(twice).edges] == [False, True, False]
    assert len(html.document_fromstring(dossier.render(twice)).xpath("//table[@class='relations']/tbody/tr")) == 4


def test_the_same_record_gives_the_same_drawing_and_a_tangle_gives_none() -> None:
    assert drawn(long_story()) == drawn(long_story())
    record = short_story()
    tangle = replace(
        record,
        relations=tuple(replace(record.relations[1], a=f"Person {n}", b=f"Person {n + 1}") for n in range(MOST_TIES + 1)),
    )
    assert relation_graph(tangle, Sources.of(tangle)) is None
    page = html.document_fromstring(dossier.render(tangle))
    assert not page.find_class("graph")
    assert len(page.xpath("//table[@class='relations']/tbody/tr")) == MOST_TIES + 1
    assert relation_graph(silent(), Sources.of(silent())) is None


def words(element: html.HtmlElement) -> str:
    """The element's text on one line."""
    return " ".join(element.text_content().split())


def test_the_page_tells_the_story_in_order_and_marks_what_was_cut() -> None:
    page = html.document_fromstring(dossier.render(desperado()))
    assert [words(item) for item in page.xpath("//section[@id='story']//h3")] == [
        "Characters 3",
        "Who is who to whom 2",
        "What happens 4",
        "Lines spoken 1",
    ]
    assert [words(item) for item in page.xpath("//dl[@class='persons']/div")] == [
        "El Mariachi also a huge Mexican with a guitar case · played by Antonio Banderas A15 A16",
        "Bucho a dealer · played by Joaquim de Almeida A16",
        "the woman he loved killed by Bucho A17",
    ]
    events = page.xpath("//ol[@class='events']/li")
    assert words(events[1]).startswith("Navajas · kill · Buscemi, outside the church, with throwing knives")
    assert "stated by one document; confidence 80 %" in words(events[1])
    assert [item.get("class") for item in events] == [None, None, None, "cut"]
    assert words(events[3]).startswith("cut from the film El Mariachi · blow a hole · his own guitar")
    assert words(page.xpath("//blockquote[@class='line']")[0]) == "“All this over a song?” A21Bucho"


def test_a_character_whom_the_cast_tells_all_about_is_not_told_again() -> None:
    record = desperado()
    known = replace(record.characters[0], name="Navajas", aliases=(), played_by="Danny Trejo")
    idle = replace(known, name="Quentin the Fourth", played_by=None)
    extra = replace(record, characters=(replace(known, name="the short bartender", played_by="Cheech Marin"), known, idle))
    page = html.document_fromstring(dossier.render(extra))
    # Navajas acts in an event, and nobody plays the last.
    assert page.xpath("//dl[@class='persons']/div/dt/text()") == ["Navajas", "Quentin the Fourth"]


def test_long_lists_are_folded_and_nothing_is_lost() -> None:
    page = html.document_fromstring(dossier.render(long_story()))
    assert [words(item) for item in page.xpath("//section[@id='story']//summary")] == [
        "13 more characters",
        "56 more events",
        "6 more lines",
    ]
    assert len(page.xpath("//ol[@class='events']/li")) == 80
    assert page.xpath("//details/ol/@start") == ["25"]
    assert len(page.xpath("//dl[@class='persons']/div")) == 25
    assert len(page.xpath("//blockquote[@class='line']")) == 14
    assert "4 events of scenes that the documents say was cut" in words(page.get_element_by_id("story"))


def shown(record: FilmRecord, part: str | None = None) -> str:
    """What the terminal gets."""
    out = StringIO()
    show.render(record, Console(file=out, width=80), part)
    return out.getvalue()


def test_the_terminal_shows_the_story_under_headings() -> None:
    lines = [" ".join(line.split()) for line in shown(desperado()).splitlines()]
    start = lines.index("STORY 4 events, 3 characters, 2 relations and 1 line")
    assert lines[start + 1 : start + 17] == [
        "Characters",
        "El Mariachi also a huge Mexican with a guitar case; A15 A16",
        "played by Antonio Banderas",
        "Bucho a dealer; played by Joaquim de Almeida A16",
        "the woman he loved killed by Bucho A17",
        "Who is who to whom",
        "Campa friend of El Mariachi A20",
        "Quino friend of El Mariachi A20",
        "What happens",
        "1 Carolina · take in · El Mariachi A18",
        "2 Navajas · kill · Buscemi, outside the A19",
        "church, with throwing knives",
        "3 El Mariachi · call · Campa and Quino A20",
        "4 El Mariachi · blow a hole · his own A22",
        "guitar [cut from the film]",
        "Lines spoken",
    ]


def test_the_terminal_begins_a_long_story_and_the_part_tells_all_of_it() -> None:
    text = " ".join(shown(long_story()).split())
    for left in ("13 characters more", "16 relations more", "60 events more", "10 lines more"):
        assert f"and {left} (--part story)" in text
    part = shown(long_story(), "story")
    assert "(--part story)" not in part
    assert len(re.findall(r"^  \d+ ", part, re.MULTILINE)) == 80
    assert "“In chapter 80" in part
