"""Whom a conversation is with."""

from filmdossier.annotate import annotate
from support.prose import document

TURNS = ("Roy: Why Vienna?", "Reed: Because of the ruins.", "Roy: And the zither?", "Reed: I heard it in a wine garden.")


def asked(line: str) -> str | None:
    found = annotate(document("The Third Man (1949)", line, *TURNS)).interviewee
    return found.surface if found is not None else None


def test_who_talks_is_who_is_asked() -> None:
    assert asked("Carol Reed talks to us about the making of The Third Man.") == "Carol Reed"


def test_a_conversation_is_with_somebody() -> None:
    assert asked("A conversation with Carol Reed") == "Carol Reed"


def test_of_two_nobody_can_tell() -> None:
    assert asked("Carol Reed and Robert Krasker talk about The Third Man.") is None


def test_other_documents_are_with_nobody() -> None:
    assert annotate(document("The Third Man (1949)", "Carol Reed talks to the camera in a short scene.")).interviewee is None
