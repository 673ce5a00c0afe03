"""Lines that give a critic's words or rating beside the critic's name, as posters, press pages and round-ups print them.

Enters annotations; leaves the lines of a document that say nothing but who, how many stars and which words:
"“A knockout” – Empire", "P. Ames, The Herald ★★★½", "The Herald (P. Ames): B+". A line that says more is prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from filmdossier.extract.outlets import aggregators_in, is_outlet
from filmdossier.extract.reviews.people import could_review
from filmdossier.model.annotations import Annotations, Role, Topic
from filmdossier.model.text import BlockKind, Origin, Span

ROUND_UP = 3  # other critics' lines, from which on a page may be a list of reviews
_LONGEST = 700
_BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.FIELD)
_QUOTED = re.compile(
    r"\"\s*[^\"\s][^\"\n]+\"|“\s*[^“”\s][^“”\n]+”|„\s*[^„“”\s][^„“”\n]+[“”]|«\s*[^«»\s][^«»\n]+»|(?<!\w)‘\s*[^‘\s][^‘\n]+’(?!\w)"
)
_MOST_QUOTES = 3
_BETWEEN = 6  # characters between two quotations of one line: "“…” … “…”"
_EDGE = '! "“”\t*_·•|~–—―-:;,.…'
_COUNT = r"(?:\d(?:[.,]\d|½)?|½|(?:one|two|three|four|five|six|zero|half|no)(?: and a half)?)"
_RATING = (
    r"[★⭐✭✮☆✩½⯨]{1,12}(?: ?½)?(?: ?/ ?\d)?|\*{2,5}½?|\d{1,3}(?:[.,]\d{1,2})?½? ?(?:/|out of) ?(?:4|5|6|10|20|100)(?: stars?)?|\d{1,3} ?%|"
    rf"{_COUNT}[ -]stars?(?: ?(?:out of|/) ?(?:\d|four|five|ten)(?: stars?)?)?|(?:two |one |big )*thumbs[- ](?:up|down)|[A-DF][+−–-]"
)
_ALONE = re.compile(rf"\(?(?:{_RATING}|[A-DF])\)?", re.IGNORECASE)
_FIRST = re.compile(rf"\(?(?P<r>{_RATING})\)?(?=[\s–—:|,]|$)(?P<rest>.*)", re.IGNORECASE)
_LAST = re.compile(
    rf"(?P<rest>.*?)(?:(?<=[\s–—:|,(])(?P<r>{_RATING})|(?<=[–—:|(])\s*(?P<l>[A-DF]))\)?(?: \((?:out of|of|max\.?) \w+\))?",
    re.IGNORECASE,
)
_DATE = re.compile(r",? \(?(?:\d{1,2} )?(?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2}, )?(?:1[89]|20)\d\d\)?$")
_PARTICLE = r"(?:de|da|di|du|van|von|der|den|la|le|el|al|bin|ter)"
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_NAME = rf"{_WORD}(?: (?:{_PARTICLE} )*{_WORD}){{1,3}}"
# A publication's name: words with capitals, with small words between ("Le Nouvel Observateur", "Sight & Sound", "indieWire").
_PAPER_WORD = r"(?:[^\W_a-zß-öø-ÿ][\w.'’!+-]*|[a-z]+[A-Z]\w*|[a-z]\w*\.(?:com|net|org)|&)"
_PAPER = rf"{_PAPER_WORD}(?: (?:(?:of|the|and|for|in|on|at|de|du|des|la|le|les|d|der|die|das|del|di|magazine|website) )*{_PAPER_WORD}){{0,6}}(?: magazine)?"
_ROLE = r"(?:(?:film |movie |chief )*(?:critic|reviewer)s?,? )?"
# ``o`` follows a critic's name and may be any publication; ``k`` leads, and must be a known one.
_SIGNED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_ROLE}(?P<c>{_NAME})(?:\s*[,/|–—-]\s*|,? (?:(?:critic|reviewer),? )?(?:of|for|at|in|from|on)\s+(?:the )?)(?P<o>{_PAPER})",
        rf"{_ROLE}(?P<c>{_NAME})\s*[(\[](?P<o>{_PAPER})[)\]]",
        rf"(?P<k>{_PAPER})['’]s? (?P<c>{_NAME})",
        rf"(?P<k>{_PAPER})(?:\s*[,/|–—-]\s*| by |\s*[(\[](?:by )?)(?P<c>{_NAME})[)\]]?",
        rf"(?P<k>{_PAPER})(?: \([A-Z][\w. ]{{1,20}}\))?",
        rf"{_ROLE}(?P<c>{_NAME})",
    )
)
_HEADED = re.compile(r"review|critic|press\b|what they (?:said|wrote)|acclaim|praise|quotes", re.IGNORECASE)
_DASHES = "–—―~("
_ENOUGH = 2  # lines of publications that are known vouch for the lines beside them


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedLine:
    """One reviewer's line: ``span`` is the whole of it, ``known`` whether its publication is on the list of publications."""

    span: Span
    critic: Span | None
    outlet: Span | None
    rating: Span | None
    quotes: tuple[Span, ...]
    known: bool
    block: int


def signed_lines(annotations: Annotations, topic: Topic) -> list[SignedLine]:
    """The topic's signed lines, in order; those of unknown publications only beside known ones, or under a heading for reviews."""
    found = list(_read(annotations, topic))
    listed = sum(line.known for line in found) >= _ENOUGH
    blocks = annotations.document.blocks

    def vouched(line: SignedLine) -> bool:
        headed = any(map(_HEADED.search, blocks[line.block].section))
        if line.outlet is None and line.rating is None:
            return listed and headed  # words above a mere name may be anybody's
        return listed or (headed and line.outlet is not None)

    return [line for line in found if line.known or vouched(line)]


def _read(annotations: Annotations, topic: Topic) -> Iterator[SignedLine]:
    text = annotations.document.text
    waiting: Span | None = None  # words whose author the next line names
    for number, line in _lines(annotations, topic):
        body = line.of(text)
        alone = _QUOTED.fullmatch(body.strip(" .*_"))
        if alone is not None:
            inner, start = _words(alone), text.index(alone.group(), line.start)
            waiting = Span(start + inner.start, start + inner.end)
            continue
        signed = _signed(text, line, number) if len(body) <= _LONGEST else None
        if signed is not None and not signed.quotes and waiting is not None and (signed.known or body[0] in _DASHES):
            signed = replace(signed, quotes=(waiting,), span=Span(waiting.start - 1, line.end))
        waiting = None
        if signed is not None and (signed.quotes or signed.rating is not None):
            yield signed


def _lines(annotations: Annotations, topic: Topic) -> Iterator[tuple[int, Span]]:
    """The lines of the topic's own prose, each with its block; not those of the plot."""
    document = annotations.document
    for number, block in enumerate(document.blocks):
        if block.origin is not Origin.BODY or block.kind not in _BODY or not block.span.overlaps(topic.passage):
            continue
        sentence = annotations.sentence_at(block.span.start)
        if sentence is not None and sentence.role is Role.PLOT:
            continue
        at = block.span.start
        for piece in block.span.of(document.text).split("\n"):
            if piece.strip():
                yield number, Span(at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip()))
            at += len(piece) + 1


def _signed(text: str, line: Span, block: int) -> SignedLine | None:
    """The line as one reviewer's; None where something in it is neither name, nor rating, nor quotation."""
    body = line.of(text)
    if aggregators_in(body, 0, len(body)):
        return None
    quotes = [match for match in _QUOTED.finditer(body) if not _ALONE.fullmatch(match.group()[1:-1].strip(" !."))]
    if len(quotes) > _MOST_QUOTES or any(b.start() - a.end() > _BETWEEN for a, b in pairwise(quotes)):
        return None
    parts = [(0, quotes[0].start()), (quotes[-1].end(), len(body))] if quotes else [(0, len(body))]
    names: list[tuple[int, int]] = []
    ratings: list[Span] = []
    for part in parts:
        rest, rating = _without_rating(body, *_trimmed(body, *part))
        ratings += [rating] if rating is not None else []
        names += [rest] if rest is not None else []
    signed = _who(body, *names[0]) if len(names) == 1 and len(ratings) <= 1 else None
    if signed is None:
        return None
    critic, outlet, known = signed

    def placed(span: Span) -> Span:
        return Span(line.start + span.start, line.start + span.end)

    return SignedLine(
        span=line,
        critic=placed(critic) if critic else None,
        outlet=placed(outlet) if outlet else None,
        rating=placed(ratings[0]) if ratings else None,
        quotes=tuple(placed(_words(quote)) for quote in quotes),
        known=known,
        block=block,
    )


def _words(quote: re.Match[str]) -> Span:
    """A quotation without its marks, and without the blanks that French puts beside them."""
    said = quote.group()[1:-1]
    left, right = len(said) - len(said.lstrip()), len(said) - len(said.rstrip())
    return Span(quote.start() + 1 + left, quote.end() - 1 - right)


def _trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    """The bounds without dashes, commas and brackets around; equal where nothing is left."""
    words = body[start:end]
    start += len(words) - len(words.lstrip(_EDGE))
    end = max(end - len(words) + len(words.rstrip(_EDGE)), start)
    if body[start:end].startswith("(") and body[start:end].find(")") == end - start - 1:
        return start + 1, end - 1
    return start, end


def _without_rating(body: str, start: int, end: int) -> tuple[tuple[int, int] | None, Span | None]:
    """The bounds without the rating that stands there alone, first or last (None for nothing left); and that rating."""
    words = body[start:end]
    if not words:
        return None, None
    if _ALONE.fullmatch(words):
        inner = words.strip("()")
        at = start + words.index(inner)
        return None, Span(at, at + len(inner))
    for pattern in (_FIRST, _LAST):
        match = pattern.fullmatch(words)
        if match is not None and match["rest"].strip(_EDGE):
            group = "r" if match["r"] else "l"
            rating = Span(start + match.start(group), start + match.end(group))
            return _trimmed(body, start + match.start("rest"), start + match.end("rest")), rating
    return (start, end), None


def _who(body: str, start: int, end: int) -> tuple[Span | None, Span | None, bool] | None:
    """Critic, publication, and whether that is a known one; None where the words are no signature."""
    words = body[start:end]
    dated = _DATE.search(words)
    words = words[: dated.start()].rstrip(" ,") if dated else words
    for pattern in _SIGNED:
        match = pattern.fullmatch(words)
        if match is None:
            continue
        groups = match.groupdict()
        leading, critic = groups.get("k"), groups.get("c")
        if (leading is not None and not _is_known(leading)) or (
            critic is not None and (_is_known(critic) or not could_review(critic))
        ):
            continue
        paper = "k" if leading is not None else "o" if groups.get("o") is not None else None
        spans = [Span(start + match.start(g), start + match.end(g)) if g else None for g in ("c" if critic else None, paper)]
        return spans[0], spans[1], paper is not None and _is_known(match[paper])
    return None


def _is_known(name: str) -> bool:
    """Whether a publication is on the list, also in capitals or with "magazine" behind it."""
    plain = name.strip().removeprefix("the ").removesuffix(" magazine")
    return is_outlet(plain) or (plain.isupper() and is_outlet(re.sub(r"(?<=['’])S\b", "s", plain.title())))
