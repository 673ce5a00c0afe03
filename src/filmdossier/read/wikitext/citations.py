"""References: the content of a ``<ref>`` in, the works it cites out.

Reads citation templates by their parameters and bare references by their words and their link.
A footnote that cites nothing (words without a link) is refused: the caller keeps it as a note.
"""

import re
from collections.abc import Callable

from filmdossier.model.text import Citation
from filmdossier.read.wikitext.syntax import Node, Template

Plain = Callable[[list[Node]], str]

_SHORT = {"sfn", "sfnp", "sfnm", "harvnb", "harv", "harvtxt", "harvp", "harvcoltxt"}
_WORKS = (
    "newspaper",
    "work",
    "website",
    "magazine",
    "journal",
    "periodical",
    "encyclopedia",
    "series",
    "publisher",
    "agency",
    "via",
)
_BY_SITE = {
    "rotten tomatoes": "Rotten Tomatoes",
    "metacritic": "Metacritic",
    "box office mojo": "Box Office Mojo",
    "tweet": "Twitter",
}
_URL = re.compile(r"\[?(https?://[^\s\[\]<>\"|{}]+)")
# What a reference to a printed work has and a remark has not.
_BIBLIOGRAPHIC = re.compile(
    r"\bpp?\. ?\d|\bpages? \d|\bISBN\b|\b[Vv]ol(?:ume|\.)|\b[Ii]ssue\b|\bPress\b|\bDVD\b|\b[Rr]etrieved\b|\b(?:18|19|20)\d\d\b"
)
_MAX_TITLE = 300
_FOOTNOTE_WORDS = 12


def is_citation(name: str) -> bool:
    """Whether a template of this (lower-case) name describes a cited work."""
    return (name.startswith(("cite", "citation")) and name != "citation needed") or name in _SHORT or name.startswith("vcite")


def citations(nodes: list[Node], plain: Plain) -> list[Citation]:
    """The works cited by the content of a reference, in order; none for a footnote in words."""
    found = [citation for node in nodes if isinstance(node, Template) and (citation := from_template(node, plain)) is not None]
    if found:
        return found
    source = "".join(node for node in nodes if isinstance(node, str))
    url = _URL.search(source)
    words = plain(nodes)
    if url is None and len(words.split()) > _FOOTNOTE_WORDS and not _BIBLIOGRAPHIC.search(words):
        return []
    if not words and url is None:
        return []
    return [Citation(position=0, title=words[:_MAX_TITLE], url=url.group(1) if url else "")]


def from_template(template: Template, plain: Plain) -> Citation | None:
    """The work a citation template describes; None where it is no citation template."""
    name = re.sub(r"[\s_]+", " ", plain(template.name)).strip().lower()
    if not is_citation(name):
        return None
    values: dict[str, list[Node]] = {}
    position = 0
    for parameter in template.parameters:
        key = re.sub(r"[\s_]+", "-", parameter.name.strip().lower())
        if not parameter.named:
            position += 1
            key = str(position)
        if key not in values or parameter.value:
            values[key] = parameter.value

    def value(*keys: str) -> str:
        for key in keys:
            if key in values and (text := plain(values[key])):
                return text
        return ""

    if name in _SHORT:
        words = [value(str(number)) for number in range(1, 6)]
        years = [word for word in words if re.fullmatch(r"\d{4}[a-z]?", word)]
        authors = [word for word in words if word and word not in years]
        return Citation(position=0, author=", ".join(authors), published=years[0] if years else "")
    work = value(*_WORKS) or next((site for key, site in _BY_SITE.items() if key in name), "")
    return Citation(
        position=0,
        author=_authors(value),
        title=value("title", "chapter", "script-title", "trans-title"),
        work=work,
        published=value("date", "year", "publication-date"),
        url=value("url", "chapter-url", "archive-url"),
    )


def _authors(value: Callable[..., str]) -> str:
    names = []
    for number in ("", "1", "2", "3", "4", "5"):
        last = value(f"last{number}", f"surname{number}", f"author{number}-last")
        first = value(f"first{number}", f"given{number}", f"author{number}-first")
        name = f"{first} {last}".strip() or value(f"author{number}")
        if name and name not in names:
            names.append(name)
    return ", ".join(names) or value("authors", "people", "credits", "host", "vauthors", "user")
