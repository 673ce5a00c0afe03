"""Reads the list of works, people or kinds of film that follows (or precedes) a phrase such as "inspired by".

Enters a span and what the caller will accept; leaves named things in order, each with whether it
is a film. Stops where the list stops.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from filmdossier.extract.phrases import CAPITALISED, REACH
from filmdossier.extract.works import Work, works_in
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.text import MarkKind, Span
from filmdossier.model.titles import same_title

_JOIN = r"(?:of the|on the|in the|of|the|a|in|and the|to|de la|de|du|del|della|van|von|der|la|le|on|for|at|with)"
_TITLE = rf"{CAPITALISED}(?:(?:[ \u00a0]|: | – |, (?=Part |Deadly|the Bad))(?:{_JOIN} )?(?:{CAPITALISED}|\d{{1,2}}\b|II|III|IV))*"
_CAPITALS = re.compile(_TITLE)
_LIST_GAP = re.compile(
    r"[’'\"”)]{0,2}\s*(?:\([^()]{0,160}\))?[,;]?\s*(?:(?:and|or|as well as|along with|&|but also|plus|then|both|also|later|alongside)\b,?\s*)*(?:also |in |on |of |to |by |from |with )?"
)
_LEAD = re.compile(
    r"(?:(?:films?|movies?|pictures?), |(?:and|or|also|both|the|a|an|its|his|her|their|such|like|as|other|earlier|prior|previous|classic|famous|disparate|works?|films?|movies?|pictures?|novels?|books?|series|franchise|of|by|in|from|to|on|"
    r"\d{4}(?:['’]s)?|\d0s|[a-z-]+|[A-Z][\w.'’-]*['’]s?|[A-Z][\w.-]+)[ \u00a0\"“‘_(]{1,3}){0,14}$"
)
_NO_FILM = re.compile(
    r"\b(?:novels?|novella|books?|plays?|(?:fairy |folk )?tales?|nursery rhyme|ballads?|diar(?:y|ies)|memoirs?|speech|short stor(?:y|ies)|comics?|comic[- ]book|manga|songs?|albums?|poems?|video games?|games?|TV series|television series|TV show|sitcom|magazine|paintings?|opera|musical|episodes?|anime series|graphic novel|folklore|legend|myth|literature|magazines|fiction|articles?|essays?|photographs?|bands?)\b"
)
_YES_FILM = re.compile(r"\b(?:films?|movies?|pictures?|westerns?|noirs?|thrillers?|remake|sequel|classic)\b")
_TAIL = re.compile(
    r"(?:['’]s?)? ?(?P<tail>(?:film |movie |book |comic )?(?:films?|movies?|thrillers?|franchise|series|trilogy|saga|novels|books|pictures|flicks|stories|westerns))\b"
)
_KIND_OF_ART = re.compile(
    r"(?:the )?(?P<kind>(?:[\w'’-]+ ){0,4}(?:folklore|[Ee]xpressionism|mythology|westerns|comic books|spy films|fiction|paintings|New Wave|[Nn]eo-?realism|surrealism|"
    r"manga|serials|legend|fairy tales|(?:action|western|martial arts|horror|gangster|spy|samurai|kung fu|exploitation|slasher|heist|road|monster) (?:films|movies)|"
    r"film noirs?|films noirs?|B-movies|giallo|[Ii]mpressionism|vaudeville|slapstick|commedia dell['’]arte|kabuki|noir))\b"
)
_NAME = re.compile(rf"(?:{CAPITALISED})(?:[ \u00a0](?:(?:van|von|de|del|della|der|la|le|di|da|al|bin) )?{CAPITALISED})*")
_NOT_NAMES = frozenset(
    "The A An In On At It He She His Her Its They This That These Those And But Or Also As For With From By To Of Critics Film Films Movie Hollywood America American British French "
    "Italian Japanese German Indian English Chinese Korean I We You Some Many Most Several Both Mr Mrs Like When While Although After Before Since January February March April May June "
    "July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Oscar Academy".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something named: ``film`` True or False where the words tell, None where they do not. ``titled``: set as a title."""

    name: str
    span: Span
    year: int | None
    film: bool | None
    titled: bool
    own: bool


def things_from(
    annotations: Annotations, topic: Topic, start: int, end: int, *, reach: int = 60, names: bool = True
) -> list[Thing]:
    """The things listed from ``start``: titles within ``reach`` characters, or, with ``names``, capitalised names right there."""
    text = annotations.document.text
    end = min(end, start + 2 * REACH)
    works = works_in(annotations, topic, Span(start, end)) if end > start else []
    found: list[Thing] = []
    position = start
    said: bool | None = None
    while position < end:
        thing = _next(annotations, topic, works, position, end, reach if not found else 70, names=names, first=not found)
        if thing is None:
            break
        gap = text[position : thing.span.start]
        if found and not _joins(gap):
            break
        near = (
            text[max(0, thing.span.start - 50) : thing.span.start]
            if not found
            else gap[-50:]
            if re.search(r"\b(?:film|novel|book|comic|movie|magazine|literature|series|show|play|song|album|game)", gap)
            else ""
        )
        if near:
            said = (
                False
                if _NO_FILM.search(near) and not re.search(r"\bfilms?\b", near[-12:])
                else True
                if _YES_FILM.search(near)
                else said
            )
        tail = _TAIL.match(text, thing.span.end, end)
        film = thing.film
        if film is None and thing.titled:
            film = said
        stop = thing.span.end
        name = thing.name
        if tail and not thing.own:
            film = not _NO_FILM.search(tail["tail"]) and tail["tail"] != "stories"
            stop = tail.end("tail")
            name = text[thing.span.start : stop] if tail.start("tail") - thing.span.end <= 1 else f"{thing.name} {tail['tail']}"
        found.append(
            Thing(name=name, span=Span(thing.span.start, stop), year=thing.year, film=film, titled=thing.titled, own=thing.own)
        )
        following = _LIST_GAP.match(text, stop, end)
        if following is None or following.end() == stop:
            break
        position = _after_note(text, stop, end)
    return found


def _after_note(text: str, stop: int, end: int) -> int:
    note = re.compile(r"[’'\"”]{0,2}\s*\([^()]{0,160}\)").match(text, stop, end)
    return note.end() if note else stop


def _joins(gap: str) -> bool:
    """Whether a gap only joins two items of a list: commas, "and", possessors and kinds of work."""
    if re.search(
        r"[.!?;:]\s|\b(?:who|which|that|where|was|were|is|are|has|had|would|did|while|because|but (?!also)|when|he|she|it|with|starring|directed|for|rather than|than|instead|followed|preceded|(?:film|movie|instal?lment|entry|part|chapter) in|the (?:first|second|third|fourth|fifth|sixth|final))\b",
        gap,
    ):
        return False
    return bool(re.search(r",|;|\band\b|\bor\b|&|\bas well as\b|\bmeets\b|\bcrossed\b|\bmixed\b", gap)) and len(gap) <= 75


def _next(
    annotations: Annotations, topic: Topic, works: Sequence[Work], position: int, end: int, reach: int, *, names: bool, first: bool
) -> Thing | None:
    """The nearest titled work within reach; else a capitalised name that begins (almost) right at ``position``."""
    text = annotations.document.text
    work = next((w for w in works if w.span.start >= position), None)
    gap = text[position : work.span.start] if work is not None else ""
    titled = work is not None and len(gap) <= reach and not re.search(r"[.!?;](?=\s[A-Z])|\n", gap)
    if titled and work is not None and (not first or _LEAD.fullmatch(gap) or len(gap) <= 3):
        return Thing(name=work.title, span=work.span, year=work.year, film=work.film, titled=True, own=work.own)
    if work is None and (untitled := _unmarked(annotations, topic, position, end)) is not None:
        return untitled
    if names:
        lead = re.compile(
            r"[\s\"“'‘,(]*(?:(?:and|or|both|the|that of|those of|works? of|the works? of|films? (?:of|by|like|such as)|novels? (?:of|by)|movies (?:of|by|like)|director|filmmakers?|writers?|novelist|author|artist|painter|photographer|such as|like|by|to|from|of|in|\d{4}|[a-z]+ (?:film|novel|comedy)s?|film|movie|masters?|great|legendary|either) )*[\"“'‘]?"
        ).match(text, position, end)
        begin = lead.end() if lead else position
        blank = re.compile(r"[\s\"“,]*(?:(?:and|or) )?").match(text, position, end)
        kind = _KIND_OF_ART.match(text, blank.end() if blank else position, end) or _KIND_OF_ART.match(text, begin, end)
        if kind and not re.search(r"\b(?:and|or|of|in|from|by|his|her|their)\b", kind["kind"]):
            return Thing(
                name=kind["kind"], span=Span(kind.start("kind"), kind.end("kind")), year=None, film=False, titled=False, own=False
            )
        match = _NAME.match(text, begin, end)
        if match and match.group().split()[0] not in _NOT_NAMES and len(match.group()) > 2:
            own = next((title for title in (topic.title, *topic.aliases) if text.startswith(title, begin)), None)
            if own is not None and len(own) >= len(match.group().split()[0]):
                return Thing(name=own, span=Span(begin, begin + len(own)), year=None, film=True, titled=True, own=True)
            name = re.sub(r"['’]s?$|\.$", "", match.group())
            # "Raymond Chandler's novels", "Victor Fleming's film Joan of Arc": the possessor when no title follows.
            if titled and work is not None and work.span.start - begin < 45:
                return Thing(name=work.title, span=work.span, year=work.year, film=work.film, titled=True, own=work.own)
            return Thing(name=name, span=Span(begin, begin + len(name)), year=None, film=None, titled=False, own=False)
    if titled and work is not None and not first:
        return Thing(name=work.title, span=work.span, year=work.year, film=work.film, titled=True, own=work.own)
    return None


# "The Stepford Wives", "A Boy and His Dog": with an article and two words no name of a person.
_WITH_ARTICLE = re.compile(r"(?:The|An?) [A-Z]")
_BEFORE_TITLE = re.compile(r"[\s,]*(?:(?:and|or|both|in|on|from|of|to|by) )*(?:the (?:film|movie|comic|novel) )?")


def _unmarked(annotations: Annotations, topic: Topic, position: int, end: int) -> Thing | None:
    """A title right at ``position`` in a document that sets none in italics, told by its article."""
    if any(mark.kind is MarkKind.ITALIC for mark in annotations.document.marks):
        return None
    text = annotations.document.text
    lead = _BEFORE_TITLE.match(text, position, end)
    begin = lead.end() if lead else position
    title = title_at(text, begin, end) if _WITH_ARTICLE.match(text, begin, end) else None
    if title is None:
        return None
    name = title.of(text)
    return Thing(name=name, span=title, year=None, film=None, titled=True, own=same_title(name, topic.title))


def title_at(text: str, start: int, end: int) -> Span | None:
    """The capitalised title that begins at ``start`` in text that marks no titles; None without one."""
    match = _CAPITALS.match(text, start, end)
    # "I Spit on Your Grave", "That Darn Cat": small words open titles too, where another capital follows.
    words = match.group().split() if match else [""]
    opens = len(words) > 1 and words[1][0].isupper() and words[1] not in _NOT_NAMES
    if (
        match is None
        or (words[0].rstrip(",") in _NOT_NAMES - {"The", "A", "An"} and not opens)
        or match.group() in ("The", "A", "An")
    ):
        return None
    stop = match.end()
    if match.group().endswith("."):
        stop -= 0 if re.search(r"\b(?:Hrs|Mr|Dr|Jr|[A-Z])\.$", match.group()) else 1
    name = re.sub(r"['’]s$", "", text[start:stop])
    return Span(start, start + len(name)) if len(name) > 1 else None


def other_subject(annotations: Annotations, topic: Topic, start: int, end: int) -> Thing | None:
    """The other film that the words before a cue are about; None if they are about this one."""
    text = annotations.document.text
    clause = start = max(start, end - REACH)
    for stop in re.finditer(
        r";|\. |,? (?:and|while|but) (?=it\b|the film|is\b|was\b|continu|also (?:a|acts|serves)|acts as|serves as|the (?:first|second|third|fourth|fifth|sixth))",
        text[start:end],
    ):
        clause = start + stop.end()
    last: Thing | None = None
    for work in works_in(annotations, topic, Span(clause, end)) if end > clause else []:
        if work.own:
            last = None
        elif re.match(
            r"(?:[^,;]{0,60}(?:,[^,;]{0,90},)?[^,;]{0,40}\b(?:is|was|are|were|being|became)\b[^,;]{0,40}|(?:\s*\([^()]*\))?, ?[^,;]{0,30}|['’]s? [^,;]{0,30}|(?:\s*\([^()]*\))?\s*)$",
            text[work.span.end : end],
        ):
            last = Thing(name=work.title, span=work.span, year=work.year, film=work.film, titled=True, own=False)
    if last is not None and re.search(r"\b(?:[Tt]h(?:e|is) (?:film|movie|picture)|[Ii]t)\b", text[last.span.end : end]):
        return None
    if last is not None and text[clause:end].find(topic.title) > last.span.start - clause:
        return None
    return last
