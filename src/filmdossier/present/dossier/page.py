"""Film record → one self-contained HTML page.

A record enters, the text of the page leaves: style and script inline, nothing fetched from
anywhere. The page's own content security policy allows exactly that style and that script (by
their hashes) and nothing else, so text from a document cannot run or load anything even if it were
ever let through unescaped.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from filmdossier.model.film import FilmRecord
from filmdossier.present.dossier.marking import Close, Labels, Open, Text
from filmdossier.present.dossier.view import page_of
from filmdossier.present.outline import interval_words

_LONGEST_TITLE = 220
# What HTML does not allow even as a character reference; names of files can hold any of it.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def render(record: FilmRecord) -> str:
    """The dossier page of a record, a complete HTML document."""
    style, script = _static("dossier.css"), _static("dossier.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; base-uri 'none'; form-action 'none'"
    return environment().get_template("dossier.html").render(page=page_of(record), style=style, script=script, policy=policy)


@cache
def environment() -> Environment:
    """What the templates are rendered in; pages of other kinds may lay their own templates over it."""
    environment = Environment(
        loader=PackageLoader("filmdossier.present"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_allowed,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shortened"] = _shortened
    environment.filters["interval"] = interval_words
    environment.filters["letter"] = lambda index: chr(ord("a") + index - 1) if index <= 26 else str(index)
    for name, token in (("text", Text), ("open", Open), ("close", Close), ("labels", Labels)):
        environment.tests[f"{name}_token"] = lambda value, token=token: isinstance(value, token)
    return environment


@cache
def _static(name: str) -> Markup:
    return Markup((files("filmdossier.present") / "static" / name).read_text(encoding="utf-8"))  # noqa: S704 - our own file


def _allowed(value: object) -> object:
    """The value as it may be written: characters that HTML forbids are replaced."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) and _FORBIDDEN.search(value) else value


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _shortened(text: str) -> str:
    """The text on one line, cut at a word where it is too long for a tooltip."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
