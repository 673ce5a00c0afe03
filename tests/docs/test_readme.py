"""The session that the README shows is what the program does."""

import re

import readme_session


def test_the_session_is_what_the_commands_print() -> None:
    page = readme_session.PAGE.read_text(encoding="utf-8")
    assert _comparable(page) == _comparable(readme_session.with_session(page, readme_session.session())), "run `make docs`"


def _comparable(page: str) -> str:
    """The page without the numbers of passages and the breaks that they move.

    Passages are numbered where statements stand, statements of the story among them, and the reader's arithmetic
    in eight bits differs a little between kinds of processors.
    """
    return re.sub(r"\s+", " ", re.sub(r"\b[A-H]\d{1,3}\b", "·", page))
