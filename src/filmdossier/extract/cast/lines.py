"""Reads one line of a cast list, one table cell or one field value.

Enters a span of the text; leaves who is named on it and as whom. Where the line itself does not
say which side is the performer ("Han – Shih Kien"), both sides are left for the list to decide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.extract.cast.names import full_name, leading_words, person_like
from filmdossier.extract.cast.roles import NOTE, Part, read_parts
from filmdossier.extract.names import inverted_at
from filmdossier.model.text import Span

_LONGEST = 3_000
_BRACKETED = re.compile(r"\([^()\n]{0,300}\)|\[(?:\d{1,3}|[a-z]|citation needed)\]")
_LABEL = re.compile(
    r"^(?:(?:[Ss]tarring|[Ff]eaturing|[Ii]ntroducing|[Pp]resenting|[Ww]ith|[Aa]nd|[Ff]eat\.|[Aa]lso|[Cc]o-starring|[Aa]ppearance by|[Ss]pecial (?:guest )?(?:[Aa]ppearances?(?: by)?|[Ss]tars?)|[Gg]uest [Ss]tars?|"
    r"[Gg]uest [Aa]ppearance(?: by)?|[Cc]ameos?(?: by)?|[Nn]arrated by|[Nn]arrator)\b:?\s*(?:[-–—]\s*)?)+"
)
_AS = re.compile(
    r",? (?:(?:stars?|starred|appears?|appeared|features?|featured|cast|credited|performs|makes an? (?:\w+ )?(?:appearance|cameo)) )?(?:as|As|AS):?(?= )|^as (?=\S)"
)
_PLAYS = re.compile(
    r",? (?:(?:is|was) (?:\w+ )?(?:cast|seen|featured) as|(?:also |later |briefly )?(?:plays?|played|portrays?|portrayed|voices|voiced|essays|essayed|enacts|in the role of|in the (?:dual|double|title|lead|titular) roles? of|who plays|stars as)(?! by\b)(?: the (?:role|part|character|title role|titular role) of| the role)?)(?= )"
)
_PLAYED_BY = re.compile(
    r"[:;,.]? ?[-–—(]? ?\b(?:(?:is |was |are |were |who is |who was |role |the role is )?(?:also |mainly |originally |first )?(?:[Pp]layed|[Pp]ortrayed|[Vv]oiced|[Pp]erformed|[Ee]ssayed|[Ee]nacted|[Aa]cted|[Ii]mpersonated)(?: briefly| here| again)? by:?|[Vv]oice(?:d)?(?: actor| by)?:|[Pp]layed:|[Aa]ctor:|[Pp]erformer:) ?"
)
_DOTS = re.compile(r"\s*(?:\.{2,}|…+)[\s.…]*|\s*\t+\s*")
_SIDES = re.compile(r"\s+[–—−-]+\s+|\s*[–—]\s+|\s+[–—]\s*|(?<=[^\d\s]):\s+|\s+[=|]\s+|\s*→\s*")
_DESCRIBED = re.compile(
    r"(?P<name>[^()\n:]{2,60}?) \((?P<inside>[^()\n]{4,60})\)\s*(?::|[–—-]\s|[,;])\s*(?=[a-z]|An? |The |His |Her )"
)
_SEPARATOR = re.compile(
    r",? (?:and|&|with|plus) (?:(?=[^\W\d_a-z])|introducing |(?=[\"“]))|,? ?& |\s*[,;•·|]\s*(?:and |& |with |introducing )?|\s*/\s*|\n"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A performer on a line; ``note`` what stands beside the name."""

    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says. ``actors`` with ``parts``, or two undecided sides where ``sides`` is set."""

    actors: tuple[Named, ...] = ()
    parts: tuple[Part, ...] = ()
    sides: tuple[Span, Span] | None = None
    mark: str = ""  # what divides the line: "as", "by", "…", "-", ":", "(", "(:" before a description, "" for names alone


def read_line(text: str, span: Span) -> Line | None:
    """The line at ``span`` of ``text``; None where it is no cast entry."""
    trimmed = _trimmed(text, span)
    if trimmed is None or len(trimmed) > _LONGEST:
        return None
    span = trimmed
    masked = _masked(text, span)
    by = _PLAYED_BY.search(masked)
    bracketed_by = re.match(
        r"^(?P<name>[^()\n]{2,80}?) \((?:played|portrayed|voiced|performed|enacted) by (?P<actor>[^()]{2,120})\)",
        span.of(text),
        re.IGNORECASE,
    )
    if bracketed_by:
        actors = read_names(text, Span(span.start + bracketed_by.start("actor"), span.start + bracketed_by.end("actor")))
        after = span.of(text)[bracketed_by.end() :].lstrip(" :–—-,.")
        return _made(actors, [_described(part, after) for part in read_parts(bracketed_by["name"])], "by")
    dividers = ((_AS, "as"), (_PLAYS, "as"), (_DOTS, "…"))
    found = [
        (match.start(), number, match, mark) for number, (pattern, mark) in enumerate(dividers) if (match := pattern.search(masked))
    ]
    for _, _, match, mark in sorted(found, key=lambda entry: entry[:2]):
        if match.start() == 0:
            continue
        left = Span(span.start, span.start + match.start())
        actors = read_names(text, left)
        if actors and match.end() < len(masked):
            right = Span(span.start + match.end(), span.end)
            if mark == "…":
                return Line(sides=(left, right), mark=mark)
            return _made(actors, _parts_for(actors, right.of(text)), "as")
    if by and by.start() > 0:
        tail = Span(span.start + by.end(), _name_end(text, masked, span, by.end()))
        actors = read_names(text, tail) if len(tail) > 1 else []
        head = Span(span.start, span.start + by.start())
        if actors and len(head) <= 100:
            return _made(actors, read_parts(head.of(text)), "by")
    if described := _with_description(text, span):
        return described
    sides = _SIDES.search(masked)
    if sides and sides.start() > 0 and sides.end() < len(masked):
        mark = sides.group().strip() or "-"
        return Line(
            sides=(Span(span.start, span.start + sides.start()), Span(span.start + sides.end(), span.end)),
            mark=":" if mark == ":" else "-",
        )
    bracket = re.match(r"^([^()\n]{2,60}?) \(([^()]{2,120})\)\s*(?:$|[:,;–—-])", span.of(text))
    if bracket and not NOTE.search(bracket.group(2)) and not bracket.group(2).startswith(("as ", "credited")):
        inside = Span(span.start + bracket.start(2), span.start + bracket.end(2))
        return Line(sides=(Span(span.start, span.start + bracket.end(1)), inside), mark="(")
    names = read_names(text, span)
    return Line(actors=tuple(names), mark="") if names else None


def _with_description(text: str, span: Span) -> Line | None:
    """ "Ana Dahl (Ida Roy): a nurse who works nights": two names, and words about the part."""
    match = _DESCRIBED.match(span.of(text))
    if match is None or NOTE.search(match["inside"]):
        return None
    if not (person_like(match["inside"]) and full_name(match["inside"]) and person_like(match["name"])):
        return None
    name = Span(span.start, span.start + match.end("name"))
    return Line(sides=(name, Span(span.start + match.start("inside"), span.start + match.end("inside"))), mark="(:")


def read_names(text: str, span: Span) -> list[Named]:
    """The performers named in ``span`` one after the other; [] unless all of it is names."""
    trimmed = _trimmed(text, span)
    if trimmed is None or len(trimmed) > 600:
        return []
    inverted = inverted_at(text, trimmed.start, trimmed.end)
    if inverted is not None and inverted.end == trimmed.end:
        return [Named(inverted)]
    masked = _masked(text, trimmed)
    label = _LABEL.match(masked)
    found: list[Named] = []
    for start, end in _pieces(masked, label.end() if label and label.end() < len(masked) else 0):
        piece = _trimmed(text, Span(trimmed.start + start, trimmed.start + end)) if end > start else None
        if piece is None:
            continue
        words = piece.of(text)
        notes = [match.group().strip("()") for match in _BRACKETED.finditer(words) if match.group().startswith("(")]
        bare = words[: words.index("(")].rstrip() if "(" in words else words
        bare = re.sub(r"(?:\s*\[[^\[\]]{1,20}\])+$", "", bare).rstrip(" ,*†‡")
        skip = leading_words(bare)
        name = bare[skip:]
        if not name or not person_like(name):
            return []
        found.append(Named(Span(piece.start + skip, piece.start + skip + len(name)), "; ".join(notes)))
    return found


def _pieces(masked: str, start: int) -> Iterator[tuple[int, int]]:
    for match in _SEPARATOR.finditer(masked, start):
        if re.match(r",? ?(?:Jr|Sr|II|III|IV)\b", masked[match.start() :]) and match.group().strip() == ",":
            continue
        yield start, match.start()
        start = match.end()
    yield start, len(masked)


def _parts_for(actors: list[Named], words: str) -> list[Part]:
    """One part for each of several actors where the words can be dealt out, else the same for all."""
    words = re.sub(r",? respectively\b.*$", "", words)
    if len(actors) > 1:
        dealt = deal(words, len(actors))
        if dealt:
            return dealt
    return read_parts(words)


def deal(words: str, number: int) -> list[Part]:
    """``number`` parts out of "Grem and Acer" or "A, B and C"; [] where the words do not divide so."""
    first = re.split(r"(?<=[a-z\"”)])[.;:] |: ", words, maxsplit=1)[0]
    pieces = re.split(r",? and |, ", first) if " and " in first else []
    if len(pieces) != number:
        head = re.split(r",? and (?:his |her |the )?", first)
        pieces = re.split(r",? and ", first) if len(head) == number else []
    if len(pieces) != number:
        return []
    parts = [read_parts(piece) for piece in pieces]
    if any(len(part) != 1 for part in parts) or (number == 2 and not any(part[0].named for part in parts)):
        return []
    return [part[0] for part in parts]


def _made(actors: list[Named], parts: list[Part], mark: str) -> Line | None:
    return Line(actors=tuple(actors), parts=tuple(parts), mark=mark) if actors else None


def _described(part: Part, after: str) -> Part:
    first = re.split(r"(?<=[a-z\"”)])\. ", after, maxsplit=1)[0].strip(" .")
    return Part(character=part.character, aliases=part.aliases, description=part.description or first[:200], note=part.note)


def _name_end(text: str, masked: str, span: Span, start: int) -> int:
    """Where the names after "played by" end: at a comma before small letters, a full stop, a bracket."""
    stop = re.search(
        r"(?<![A-Z])(?<!\b[JS]r)(?<!\bSt)\.(?= |$)|[,;:] (?=[a-z])| [–—-] |\n| (?=who |is |was |as |in )", masked[start:]
    )
    end = span.start + start + (stop.start() if stop else len(masked) - start)
    return max(end, span.start + start + 1) if span.start + start < span.end else span.end


def _trimmed(text: str, span: Span) -> Span | None:
    body = span.of(text)
    left = len(body) - len(body.lstrip(" \t\n*•·–—-,;"))
    right = len(body.rstrip(" \t\n,;"))
    return Span(span.start + left, span.start + right) if right > left else None


def _masked(text: str, span: Span) -> str:
    """The characters of ``span`` with what stands in brackets blanked, offsets kept."""
    return _BRACKETED.sub(lambda match: "\x01" * len(match.group()), span.of(text))
