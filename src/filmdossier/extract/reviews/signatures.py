"""The shape of one signed line: quotations, at most one rating, and who signs; whatever else stands in it makes it prose.

Enters the text of a line; leaves where its parts stand. Knows nothing of the lines beside it.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from filmdossier.extract.outlets import aggregators_in, is_outlet
from filmdossier.extract.reviews.people import could_review
from filmdossier.extract.reviews.scores_abroad import ABROAD
from filmdossier.extract.reviews.skeleton import bears_a_papers_name
from filmdossier.model.text import Span

_QUOTED = re.compile(
    r"\"\s*[^\"\s][^\"\n]+\"|“\s*[^“”\s][^“”\n]+”|„\s*[^„“”\s][^„“”\n]+[“”]|«\s*[^«»\s][^«»\n]+»|(?<!\w)‘\s*[^‘\s][^‘\n]+’(?!\w)|(?<!\w)'(?=[^'\s])(?:[^'\n]|(?<=\w)'(?=\w))+[^'\s\w]'(?!\w)"
)
_MOST_QUOTES = 3
_BETWEEN = 6  # characters between two quotations of one line: "“…” … “…”"
_EDGE = '! "“”\t*_·•|~–—―-:;,.…'
_COUNT = r"(?:\d(?:[.,]\d|½)?|½|(?:one|two|three|four|five|six|zero|half|no)(?: and a half)?)"
_UNIT = r"(?:stars?|skulls?|hearts?|bones|reels?|popcorns?|cups|points)"
_SCALED = r" ?[(\[]?(?:out of|of|/) ?(?:an? )?(?:possible )?(?:\d{1,3}|four|five|six|ten)[)\]]?(?! ?%)"
_RATING = (
    r"[★⭐✭✮☆✩½⯨●○]{1,12}(?: ?½)?(?: ?/ ?\d)?|\*{2,5}½?|\d{1,3}(?:[.,]\d{1,2})?½? ?(?:/|out of) ?(?:4|5|6|10|20|100)(?: stars?)?|\d{1,3} ?%|"
    rf"{_COUNT}[ -]{_UNIT}(?:{_SCALED}(?: {_UNIT})?)?|(?:two |one |big )*thumbs[- ](?:up|down)|[👍👎]{{1,2}}|[A-DF](?:[+−–-]| ?-?(?:plus|minus)\b)|"
    rf"(?:terningkast|die) [1-6]|[⚀⚁⚂⚃⚄⚅]|{ABROAD}|daumen (?:hoch|runter)"
)
_ALONE = re.compile(rf"[(\[]?(?:{_RATING}|[A-DF])[)\]]?", re.IGNORECASE)
_FIRST = re.compile(rf"[(\[]?(?P<r>{_RATING})[)\]]?(?=[\s–—:|,]|[.!](?:\s|$)|$)(?P<rest>.*)", re.IGNORECASE)
_LAST = re.compile(
    rf"(?P<rest>.*?)(?:(?<=[\s–—:|,(\[])(?P<r>{_RATING})|(?<=[–—:|(])\s*(?P<l>[A-DF]))[)\]]?(?: \((?:out of|of|max\.?) \w+\))?",
    re.IGNORECASE,
)
_RUN = re.compile(r"[★⭐✭✮☆✩½⯨●○]{1,12}(?: ?½)?(?: ?/ ?\d)?")
# “Four stars. A film that …”: the rating is a part of the words.
_SPOKEN = re.compile(rf"(?P<r>{_RATING})(?=[.!:,;]| [–—-] )", re.IGNORECASE)
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
        rf"(?:from )?(?:the )?(?P<c>{_NAME}) (?:at|on|in|for) (?:his|her|their|the) (?:podcast|blog|magazine|newsletter|newspaper|website|site|channel) (?P<o>{_PAPER})",
        rf"(?P<k>{_PAPER})['’]s? (?P<c>{_NAME})",
        rf"(?P<k>{_PAPER})(?:\s*[,/|–—-]\s*| by |\s*[(\[](?:by )?)(?P<c>{_NAME})[)\]]?",
        rf"(?P<k>{_PAPER})(?: \([A-Z][\w. ]{{1,20}}\))?",
        rf"{_ROLE}(?P<c>{_NAME})",
    )
)
_SAYS = re.compile(r"^(?:says|writes|said|wrote|from|by) (?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineParts:
    """Where the parts of a line stand, from its first character; ``signed`` where somebody signs it.

    ``known`` where the publication is on the list of publications.
    """

    quotes: tuple[Span, ...]
    rating: Span | None
    critic: Span | None = None
    outlet: Span | None = None
    known: bool = False

    @property
    def signed(self) -> bool:
        """Whether somebody is named."""
        return self.critic is not None or self.outlet is not None


def several(body: str) -> list[Span]:
    """The pieces of a line that rates for several in a row ("★★★★ Empire · ★★ Metro"); the whole of any other line."""
    runs = list(_RUN.finditer(body))
    at = [run.start() for run in runs]
    if len(runs) > 1 and not body[: at[0]].strip(_EDGE):
        cuts = [0, *at[1:], len(body)]
    elif len(runs) > 1 and not body[runs[-1].end() :].strip(_EDGE):
        cuts = [0, *(run.end() for run in runs[:-1]), len(body)]
    else:
        return [Span(0, len(body))]
    return [Span(a, b) for a, b in pairwise(cuts)]


def parts_of(body: str) -> LineParts | None:
    """The parts of a line; None where something in it is neither name, nor rating, nor quotation, and where it holds nothing."""
    if aggregators_in(body, 0, len(body)):
        return None
    quotes = [match for match in _QUOTED.finditer(body) if not _ALONE.fullmatch(match.group()[1:-1].strip(" !."))]
    if len(quotes) > _MOST_QUOTES or any(b.start() - a.end() > _BETWEEN for a, b in pairwise(quotes)):
        return None
    stretches = [(0, quotes[0].start()), (quotes[-1].end(), len(body))] if quotes else [(0, len(body))]
    if quotes and "(" in body[: quotes[0].start()] and body[quotes[-1].end() :].strip(_EDGE) == ")":
        stretches.pop()  # "Filmstarts (Ch. Petersen: “…”)"
    names: list[tuple[int, int]] = []
    ratings: list[Span] = []
    for stretch in stretches:
        rest, rating = _without_rating(body, *_trimmed(body, *stretch))
        ratings += [rating] if rating is not None else []
        names += [rest] if rest is not None else []
    if len(names) > 1 or len(ratings) > 1 or not (names or ratings or quotes):
        return None
    inner = tuple(_words(quote) for quote in quotes)
    if not ratings and inner:
        spoken = _SPOKEN.match(body, inner[0].start)
        ratings = [Span(*spoken.span("r"))] if spoken is not None else []
    rating = ratings[0] if ratings else None
    if not names:
        return LineParts(quotes=inner, rating=rating)
    signed = _who(body, *names[0])
    return LineParts(quotes=inner, rating=rating, critic=signed[0], outlet=signed[1], known=signed[2]) if signed else None


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
        inner = words.strip("()[]")
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
    said = _SAYS.match(body[start:end])
    start += said.end() if said is not None else 0
    words = body[start:end]
    dated = _DATE.search(words)
    words = words[: dated.start()].rstrip(" ,") if dated else words
    if is_outlet(words):
        return None, Span(start, start + len(words)), True  # also one with small letters: "de Volkskrant"
    for pattern in _SIGNED:
        match = pattern.fullmatch(words)
        if match is None:
            continue
        groups = match.groupdict()
        leading, critic = groups.get("k"), groups.get("c")
        if leading is not None and not (
            _is_known(leading) or (critic is not None and _is_paper(leading)) or bears_a_papers_name(leading)
        ):
            continue
        if critic is not None and (_is_known(critic) or _is_paper(critic) or not could_review(critic)):
            continue
        paper = "k" if leading is not None else "o" if groups.get("o") is not None else None
        spans = [Span(start + match.start(g), start + match.end(g)) if g else None for g in ("c" if critic else None, paper)]
        return spans[0], spans[1], paper is not None and _is_known(match[paper])
    return None


def _is_known(name: str) -> bool:
    """Whether a publication is on the list, also in capitals or with "magazine" behind it."""
    plain = name.strip().removeprefix("the ").removesuffix(" magazine")
    return is_outlet(plain) or (plain.isupper() and is_outlet(re.sub(r"(?<=['’])S\b", "s", plain.title())))


def _is_paper(name: str) -> bool:
    """Whether a name on no list can only be a publication's: no person's begins with an article."""
    return name.startswith(("The ", "the ")) or bears_a_papers_name(name)
