"""The session that the README shows is what the program does."""

import readme_session


def test_the_session_is_what_the_commands_print() -> None:
    page = readme_session.PAGE.read_text(encoding="utf-8")
    assert page == readme_session.with_session(page, readme_session.session()), "run `make docs`"
