"""Reads a question: what kind of answer it wants, which names it gives, which words it must account for.

A question and the names of the film enter; a :class:`Question` leaves. Nothing is looked up here: a
question that nobody can answer reads like any other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from filmdossier.ask.wording import FILLER, NOUNS, tokens


class Wanted(StrEnum):
    """The kind of answer that a question wants."""

    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    MONEY = "money"
    DURATION = "duration"
    WORK = "work"  # a film, book, song
    REASON = "reason"
    MANNER = "manner"
    OPINION = "opinion"
    THING = "thing"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as read.

    ``noun`` is the word after "which" or "what" ("which city": city), '' where there is none;
    ``names`` are the proper names and quoted words it gives, the film's own title left out;
    ``plain`` is the text with the film's title replaced by "the film".
    """

    text: str
    plain: str
    wanted: Wanted
    noun: str
    names: tuple[str, ...]
    quoted: tuple[str, ...]

    @property
    def names_wanted(self) -> bool:
        """Whether nothing but a name answers: "what is the name of …", "what is her dog called"."""
        return bool(_NAME_WANTED.search(self.plain)) and not _CALLED.search(self.plain)

    def left_over(self, covered: re.Pattern[str]) -> tuple[str, ...]:
        """The words of the question that ``covered`` and common filler do not account for, in small letters."""
        rest = covered.sub(" ", self.plain)
        return tuple(word for word in (token.casefold() for token in tokens(rest)) if word not in FILLER)


_NUMBER = r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozen|hundred|thousand|million|single|twice|once)\b"
_TIME = r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|century|after|before|during|later|when|spring|summer|autumn|winter|fall|night|day|week|month|year|Christmas|morning)"
# What a passage must hold to answer, by what is wanted; the same words make a span possible.
HOLDING: dict[Wanted, re.Pattern[str]] = {
    Wanted.MONEY: re.compile(
        r"[$£€¥₹]|\bRs\b|\b(?:dollars?|pounds|euros|francs|rupees|yen|lire|crores?|lakhs?|million|guineas)\b", re.IGNORECASE
    ),
    Wanted.NUMBER: re.compile(_NUMBER, re.IGNORECASE),
    Wanted.DURATION: re.compile(r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|decades?|min)\b", re.IGNORECASE),
    Wanted.TIME: re.compile(_TIME),
}

_ASKED = re.compile(
    r"\b(?P<wh>who|whom|whose|where|when|why|how|which|what)\b(?:['’]s\b)?(?:\s+(?P<next>[\w'’-]+))?(?:\s+(?P<then>[\w'’-]+))?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«]\s*([^\"”“»]{2,}?)\s*[\"”»]|(?<!\w)['‘]([^'’]{3,}?(?:['’]\w[^'’]*?)*)['’](?!\w)")
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’]*\.?(?:-[\w'’]+)*|\d+)"
_NAME = re.compile(rf"(?<!\w)[^\W\d_a-z][\w’']*\.?(?:-\w+)*(?:\s+(?:(?:of|the|de|la|von|van|del|and the|y|&)\s+)?{_NAME_WORD})*")
_FIRST_WORDS = re.compile(
    r"(?:who|whom|whose|where|when|why|how|which|what|did|does|do|is|was|were|are|has|have|had|can|could|in|at|on|for|from|to|with|by|of|as|"
    r"under|after|before|during|about|name|list|tell|give|the|a|an)\b['’]?s?\s*",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?$")
_OPINION = re.compile(
    r"\b(?:think|thought|opinion|say|said|write|wrote|feel|felt|describe[ds]?|call(?:ed|s)?|characteri[sz]e[ds]?|criticis?z?e[ds]?|praise[ds]?|"
    r"like[ds]?|dislike[ds]?|enjoy(?:ed|s)?|admire[ds]?|regret(?:ted|s)?|object(?:ed)?|hate[ds]?|find fault|conclude[ds]?|react(?:ed)?|review(?:ed)?|complain(?:ed)?|judge[ds]?|view(?:ed)?)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\bwhat (?:is|was|are|were) (?:the film|it) called\b", re.IGNORECASE)
_NAME_WANTED = re.compile(
    r"\bwhat(?: is|['’]s| was| are| were) (?:the (?:real |full |first |last |code )?names?\b|.+['’]s? (?:real |full |first |last )?name\b|.+ (?:called|named)\W*$)|\bwhat (?:real |full |first |last )?name (?:does|did|do|is|was)\b",
    re.IGNORECASE,
)
_NAME_OF = re.compile(
    r"\bnames? of (?P<of>[^?]+)|\bwhat(?: is|['’]s| was| are| were) (?P<called>[^?]+?) (?:originally |really |actually )?(?:called|named)\W*$"
    r"|\bwhat(?: is|['’]s| was) (?P<whose>[^?]+?)['’]s? (?:real |full |first |last )?name\b",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\s(?:who|whom|which|that|in|at|on|of|from|for|with|where|by|to)\s", re.IGNORECASE
)  # what follows the noun itself
_HAPPENS = re.compile(r"\bwhat (?:\w+ )?happen(?:s|ed)\b", re.IGNORECASE)
_CAUSED = re.compile(
    r"\bwhat (?:caused?|causes|made|makes|led|leads|prompted|prompts|gave|triggers|triggered|drives|drove|inspired|motivate[ds])\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:cost|budget|gross(?:ed)?|earn(?:ed|ings)?|paid|pay|box[- ]office|profit|los[te]|rais(?:ed|e)|price|salary|worth|money|sold for|sell for|dollars?|rupees)\b",
    re.IGNORECASE,
)


def read_question(text: str, titles: Sequence[str] = ()) -> Question:
    """The question as read; ``titles`` are the names of the film it is asked of."""
    text = " ".join(text.split())
    plain = without_title(text, titles)
    wanted, noun = _wanted(plain)
    noun = noun or _called(plain)
    quoted = tuple(first or second for first, second in _QUOTED.findall(plain))
    return Question(text=text, plain=plain, wanted=wanted, noun=noun, names=_names(plain), quoted=quoted)


def without_title(text: str, titles: Sequence[str]) -> str:
    """The text with the film's title replaced by "the film"; a title that is a character's name too stays after "plays"."""
    # "Deadly Night 3" for "Deadly Night 3: Better Watch Out!": nobody says a subtitle.
    short = {title.partition(":")[0] for title in titles if " " in title.partition(":")[0]}
    for title in sorted({title for title in (*titles, *short) if title}, key=lambda title: (-len(title), title)):
        flags = re.IGNORECASE if " " in title else 0
        pattern = rf"(?<!plays )(?<!played )(?<!play )(?<!voices )(?<![\w])(?:the (?:film|movie) )?[\"“‘']?{re.escape(title)}(?!\w)(?!['’]s \w+['’]?s? (?:wife|husband|son|daughter|brother|sister|friend))(?: \(?\d{{4}}\)?)?[\"”]?"
        text = re.sub(pattern, "the film", text, flags=flags)
    return re.sub(r"\b(?:the|a) the film\b", "the film", text, flags=re.IGNORECASE)


def _wanted(text: str) -> tuple[Wanted, str]:
    asked = _ASKED.search(text)
    if asked is None:
        return Wanted.YES_NO if re.match(
            r"(?:is|was|were|are|did|does|do|has|have|had|can|could)\b", text, re.IGNORECASE
        ) else Wanted.THING, ""
    wh, following = asked["wh"].casefold(), (asked["next"] or "").casefold()
    if wh in ("who", "whom"):
        return Wanted.PERSON, ""
    if wh == "whose":
        return Wanted.PERSON, ""
    if wh == "where":
        return Wanted.PLACE, ""
    if wh == "when":
        return Wanted.TIME, ""
    if wh == "why":
        return Wanted.REASON, ""
    if wh == "how":
        return _how(text, following)
    if _CALLED.search(text):
        return Wanted.WORK, ""
    if _HAPPENS.search(text):
        return Wanted.MANNER, ""
    if _CAUSED.search(text):
        return Wanted.REASON, ""
    if _OPINION.search(text) and re.search(r"\bwhat (?:did|does|do|was|is)\b", text, re.IGNORECASE):
        return Wanted.OPINION, ""
    noun = _noun(text, asked.end("wh"))
    return NOUNS_WANTED.get(noun, Wanted.THING), noun


def _how(text: str, following: str) -> tuple[Wanted, str]:
    if following == "many":
        return Wanted.NUMBER, _noun(text, re.search(r"how many", text, re.IGNORECASE).end())  # type: ignore[union-attr]
    if following == "much":
        return (
            Wanted.MONEY
            if _MONEY.search(text) or re.search(r"\bhow much (?:did|does|was|is|had|of)\b", text, re.IGNORECASE)
            else Wanted.NUMBER
        ), ""
    if following == "long":
        return Wanted.DURATION, ""
    if following in ("old", "large", "big", "tall", "far", "often", "high", "deep", "heavy", "wide", "fast", "strong"):
        return Wanted.NUMBER, ""
    if _OPINION.search(text):
        return Wanted.OPINION, ""
    return Wanted.MANNER, ""


def _noun(text: str, start: int) -> str:
    """The head of the phrase after "which" or "what": the last word before a verb, in the singular."""
    head = ""
    for token in tokens(text[start:])[:5]:
        word = token.casefold()
        if word in _VERBS or word in ("of", "in", "for", "by", "with", "on", "at", "to"):
            break
        plural = word.endswith("s") and not word.endswith("ss")
        if head in NOUNS and (plural or word not in NOUNS):
            break  # "which song plays": what follows the noun is its verb
        head = word[:-1] if plural else word
    return head


def _called(text: str) -> str:
    """What it is whose name is asked for: "what is the name of Ullmann's fiancée?", "what was the ship called?"; '' for other questions."""
    match = _NAME_OF.search(text)
    if match is None or _CALLED.search(text):
        return ""
    words = tokens(_DESCRIBED.split(match["of"] or match["called"] or match["whose"])[0])
    return words[-1].casefold() if words and words[-1][0].islower() and words[-1] not in FILLER else ""


_VERBS = frozenset(
    "is was were are did does do has have had will would can could may might must the a an this that it he she they his her its".split()
)
NOUNS_WANTED: dict[str, Wanted] = {word: Wanted(kind) for word, kind in NOUNS.items()}


def _names(text: str) -> tuple[str, ...]:
    """The proper names of a question, in their order; a capital that only opens the question makes no name."""
    found: list[str] = []
    position = 0
    opening = _FIRST_WORDS.match(text)
    if opening is not None and opening.end() < len(text):
        position = opening.end()
    for match in _NAME.finditer(text, position):
        name = _POSSESSIVE.sub("", match.group().rstrip(".?!,") if not re.search(r"\b[A-Z]\.$", match.group()) else match.group())
        if name in ("I", "The", "A", "An") or name.casefold() in FILLER:
            continue
        person = re.match(r"(\S+ \S.*?) of (?:the )?(.+)$", name)
        found.extend(person.groups() if person else (name,))  # "Janet Maslin of The New York Times" are two
    return tuple(dict.fromkeys(found))
