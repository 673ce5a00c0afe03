"""Reads a film told by a description: "the 1959 Sandra Dee beach film Gidget", "the 1939 film of the same name".

What stands between the article and the noun describes the film and is no title, however many
capitals it has; the title follows the noun, or is this film's own.
"""

import re

from filmdossier.extract.named_things import Thing, title_at
from filmdossier.extract.works import is_own
from filmdossier.model.annotations import Topic
from filmdossier.model.text import Span

_NOUN = r"(?:films?|movies?|pictures?|[Ww]estern|musical|comedy|drama|thriller|melodrama|short|version|feature|classic|hit|noir|cartoon|original|blockbuster|production)"
_DESCRIBED = re.compile(
    rf"(?P<whose>the |an? |his |her |its |their |[A-Z][\w.]+(?: [A-Z][\w.]+){{0,2}}['’]s? )?(?P<words>(?:(?![(\"“])[\w'’./-]+ ){{0,9}}?){_NOUN}"
    rf"(?: (?:vehicle|{_NOUN}))*(?P<same> (?:of|by|with) the same (?:name|title))?"
)
_SAME_NAME = re.compile(_DESCRIBED.pattern.removesuffix("?"))
_INTRODUCES = re.compile(r",? (?:(?:also |itself )?(?:called|titled|entitled|named) )?[\"“'‘]?(?=[A-Z0-9])")
_YEAR = re.compile(r"\b(?:18[89]\d|19\d\d|20[0-4]\d)\b")
_NO_FILM = re.compile(r"\b(?:television|TV|stage|radio|Broadway|novel|book|play|comic|video game)\b")


def described_film(text: str, topic: Topic, start: int, end: int, *, remake: bool = False) -> Thing | None:
    """The film described from ``start``; None where the words there are no description with a title.

    A ``remake`` of a film of another year that is given no title has its title.
    """
    match = _SAME_NAME.match(text, start, end) or _DESCRIBED.match(text, start, end)
    if match is None or _NO_FILM.search(match["words"]):
        return None
    capitals = re.findall(r"\b[A-Z]\w+", match["words"])
    found = _YEAR.search(match["words"])
    year = int(found.group()) if found else None
    if capitals and year is None and not match["whose"] and text[max(0, start - 4) : start] not in ("the ", " an "):
        return None  # "a sequel to Day Ferry, the film": a title already
    if match["same"]:
        span = Span(match.start(), match.end())
        return None if year is None else Thing(name=topic.title, span=span, year=year, film=True, titled=True, own=False)
    opening = _INTRODUCES.match(text, match.end(), end)
    title = title_at(text, opening.end(), end) if opening else None
    if opening is None or title is None:
        # "A remake of the 2004 Danish film, it follows …": no title is told where it is the same.
        untitled = (
            remake
            and year is not None
            and year != topic.year
            and re.match(r"[,.;]|$", text[match.end() : min(match.end() + 1, end)])
        )
        span = Span(match.start(), match.end())
        return (
            Thing(name=topic.title, span=span, year=year, film=True, titled=True, own=False) if untitled and not capitals else None
        )
    after = re.match(r"['’\"”]?\s*\((\d{4})\)", text[title.end : title.end + 9])
    year = int(after.group(1)) if after else year
    name = title.of(text)
    own = is_own(topic, name) and year in (None, topic.year)
    return Thing(name=name, span=title, year=year, film=True, titled=True, own=own)
