"""From text to story with the shipped reader: what a user's document goes through."""

import pytest

from filmdossier.annotate.reader import SHIPPED
from filmdossier.model.film import DocumentSummary, FilmIdentity, FilmRecord
from filmdossier.model.text import Source
from filmdossier.reconcile import reconcile
from filmdossier.run.pipeline import process

pytestmark = pytest.mark.skipif(not SHIPPED.exists(), reason=f"the reader's model is not at {SHIPPED}")

PAGE = """{{Infobox film|name=Night Ferry}}
'''''Night Ferry''''' is a 1951 American drama film directed by Ida Lupino.

== Plot ==
Ana Dahl (Ida Roy), a nurse, works for the crime boss Carl Moss (Otto Berg) in Boston. Moss orders her to poison a witness, but she refuses.
Moss kills the witness in the hospital with a knife. Ana tells her brother, Nils (Eva Holm), who tries to kill Moss at the harbor.
Moss's guards capture Nils. Ana does not call the police. She breaks into Moss's house and frees her brother.
Moss is arrested by Inspector Hale, and Ana marries Hale. "You will never work in this town again," Moss shouts.

== Cast ==
* Ida Roy as Ana Dahl
* Otto Berg as Carl Moss
* Eva Holm as Nils Dahl, Ana's brother

== Production ==
Lupino shot the film in Boston. In a deleted scene, Moss burns the ferry.
"""


@pytest.fixture(scope="module")
def record() -> FilmRecord:
    read = process(PAGE.encode(), Source(origin="night-ferry.wikitext", media_type="text/x-wiki", sha256="0"))
    document = read.document
    summary = DocumentSummary(
        id=document.id, path="night-ferry.wikitext", kind="encyclopedia", title=None, sha256="0", text=document.text
    )
    return reconcile(
        FilmIdentity(id="night-ferry-1951", title="Night Ferry", year=1951), [summary], read.annotations.topics, read.claims
    )


def told(record: FilmRecord) -> list[tuple[str | None, str, str | None]]:
    return [(event.agent, event.verb, event.patient) for event in record.events]


@pytest.mark.parametrize(
    "event",
    [
        ("Carl Moss", "kill", "the witness"),
        ("Ana Dahl", "refuse", None),
        ("Carl Moss", "order", "Ana Dahl"),
        ("Nils Dahl", "try to kill", "Carl Moss"),
        ("Ana Dahl", "break into", "Carl Moss's house"),
        ("Inspector Hale", "arrest", "Carl Moss"),
    ],
)
def test_the_deeds_are_told(record: FilmRecord, event: tuple[str | None, str, str | None]) -> None:
    assert event in told(record)


def test_they_stand_in_the_order_of_the_story(record: FilmRecord) -> None:
    verbs = [verb for _, verb, _ in told(record)]
    assert verbs[-1] == "burn"  # the scene that was cut has no place among them
    assert verbs.index("kill") < verbs.index("capture") < verbs.index("arrest")


def test_what_is_not_done_is_not_told(record: FilmRecord) -> None:
    assert all(verb not in ("call", "poison") for _, verb, _ in told(record))
    assert all("Lupino" not in (agent or "") for agent, _, _ in told(record))


def test_only_the_cut_scene_is_marked(record: FilmRecord) -> None:
    assert [event.verb for event in record.events if event.deleted_scene] == ["burn"]


def test_who_is_what_to_whom(record: FilmRecord) -> None:
    ties = {(tie.a, tie.relation, tie.b) for tie in record.relations}
    assert ("Nils Dahl", "brother", "Ana Dahl") in ties
    assert ("Ana Dahl", "employee", "Carl Moss") in ties


def test_the_line_has_its_speaker(record: FilmRecord) -> None:
    assert [(line.speaker, line.words) for line in record.dialogue] == [("Carl Moss", "You will never work in this town again,")]


def test_no_performer_is_in_the_story(record: FilmRecord) -> None:
    performers = {entry.actor for entry in record.cast}
    named = {name for event in record.events for name in (event.agent, event.patient)} | {c.name for c in record.characters}
    assert not performers & named
    assert "Inspector Hale" in {character.name for character in record.characters}


def test_every_event_opens_on_its_sentence(record: FilmRecord) -> None:
    (document,) = record.documents
    assert record.events
    for event in record.events:
        assert all(evidence.span.of(document.text) == evidence.quote for evidence in event.evidence)
