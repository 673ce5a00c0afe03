"""Knows the years of the films that others are measured against, and finds their titles in text that marks none.

A list beside the other word lists gives the years. It tells a film from a book and an older film
from a younger one; it never becomes a statement: a year that no document gives is in no record.
"""

import re
from collections.abc import Iterator
from functools import cache

from filmdossier.annotate import gazetteer
from filmdossier.model.text import Document, MarkKind, Span
from filmdossier.model.titles import slugify

_FIRST = re.compile(r"[^\W_][\w'’.-]*")
# Titles of one word that are no ordinary word, name or place.
_ALONE = frozenset(
    "Rashomon Nosferatu Yojimbo Ikiru Eraserhead Suspiria Alphaville Goodfellas GoodFellas Ghostbusters Trainspotting RoboCop Videodrome Koyaanisqatsi Rififi Viridiana "
    "Accattone Amarcord Aparajito Apocalypto Arachnophobia Barbarella Beetlejuice Biutiful Blacula BlacKkKlansman Bullitt Caddyshack Citizenfour Cloverfield Deewaar Diabolique Dogville Dogtooth "
    "Fitzcarraldo Flashdance Footloose Frankenweenie Gattaca GoldenEye Goldfinger Häxan Hellraiser Kagemusha Kwaidan L'Argent L'Atalante L'Avventura L'Eclisse Lagaan Moonraker Moonstruck Mothra "
    "Mouchette Nayakan Ninotchka Octopussy Oldboy Onibaba Ordet Ossessione Pakeezah Parinda Poltergeist Pyaasa Quadrophenia Robocop Sanjuro Sátántangó Sholay Sicario Skyfall Snowpiercer Solaris "
    "Superbad Syriana Tampopo Teorema Timecop Tootsie Topkapi Ugetsu Vampyr Walkabout Waterworld Westworld Yentl Zanjeer Zardoz Zelig "
    "Unforgiven Zoolander Zombieland Interstellar Gojira Blowup Blow-Up Stagecoach Sideways Rushmore Swingers Inception Memento".split()
)
# Ordinary words that have a capital inside a sentence only as titles.
_INSIDE = frozenset(
    "Vertigo Jaws Psycho Metropolis Repulsion Deliverance Spellbound Notorious Breathless Contempt Badlands Heathers Aliens Gremlins Blackmail Detour Clueless Freaks Gravity Heat "
    "Insomnia Jackass Misery Parasite Playtime Pickpocket Scanners Seconds Shampoo Sleuth Splash Stalker Sorcerer Swingers Targets Tremors Twister Videodrome Whiplash Witness".split()
)
_MID_SENTENCE = re.compile(r"(?:[a-z]{2,}|[a-z]['’]s|,|;|[)]) \Z")
_ARTICLE = re.compile(r"\b(?:the|an?|his|her|their|this|that|my|our|no|de|la|le) \Z", re.IGNORECASE)
# Words with capitals that are more often something else than the film.
_UNSURE = frozenset(
    {
        "a star is born",
        "let it be",
        "good morning",
        "good time",
        "the women",
        "new york new york",
        "civil war",
        "time out",
        "twentieth century",
        "the depression",
        "the english",
        "the west",
    }
)


def known_years(title: str) -> str:
    """The years of the films of this title in the list, as "1932,1983"; '' where it is not there."""
    return ",".join(map(str, gazetteer.landmarks().get(slugify(title), ())))


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """First word → the titles of the list, longest first."""
    found: dict[str, list[str]] = {}
    for title in gazetteer.landmark_titles():
        first = _FIRST.match(title)
        if first is not None and title.casefold() not in _UNSURE:
            found.setdefault(first.group(), []).append(title)
    return {first: tuple(sorted(titles, key=lambda title: (-len(title), title))) for first, titles in found.items()}


def landmark_titles_in(document: Document) -> Iterator[tuple[Span, bool]]:
    """Titles of the list in a document that sets no titles in italics, each with whether it can be nothing else.

    Two words without an article, or three, are taken for a title anywhere; "The Driver" and "Gloria"
    behind their maker ("Walter Hill's The Driver"), before a year, or in a list with another title.
    """
    if any(mark.kind is MarkKind.ITALIC for mark in document.marks):
        return
    text, index, end = document.text, _index(), 0
    found: list[tuple[Span, bool]] = []
    for token in _FIRST.finditer(text):
        start = token.start()
        if start < end:
            continue
        word = token.group()
        for title in index.get(word) or index.get(re.sub(r"(?:['’]s?|[.-])+$", "", word)) or ():
            stop = start + len(title)
            if text.startswith(title, start) and not text[stop : stop + 1].isalnum() and not _goes_on(text, start, stop):
                words = title.split()
                sure = len(words) >= (3 if words[0] in ("The", "A", "An") else 2) or title in _ALONE or title.endswith("!")
                sure = sure or (title in _INSIDE and _stands_inside(text, start))
                sure = sure or bool(_MAKERS.search(text, max(0, start - 30), start)) or bool(_YEAR.match(text, stop))
                found.append((Span(start, stop), sure))
                end = stop
                break
    titles = {span for span, told in found if told}
    for run in (found, found[::-1]):
        last: Span | None = None
        for span, _ in run:
            joined = last is not None and _JOINED.fullmatch(text, min(last.end, span.end), max(last.start, span.start))
            if joined and last in titles:
                titles.add(span)
            last = span
    told = {span for span in titles if len(span.of(text).split()) > 2 or _MAKERS.search(text, max(0, span.start - 30), span.start)}
    yield from ((span, span in told or bool(_YEAR.match(text, span.end))) for span in sorted(titles))


def _stands_inside(text: str, start: int) -> bool:
    """Whether a word stands inside a sentence with no article before it: a capital is then a title's."""
    before = text[max(0, start - 12) : start]
    return _MID_SENTENCE.search(before) is not None and _ARTICLE.search(before) is None


_MAKERS = re.compile(r"(?:[A-Z][\w.-]+['’]s?|\b(?:brothers|sisters)['’]) \Z")
_YEAR = re.compile(r" \((?:18[89]|19\d|20[0-4])\d\)")
_JOINED = re.compile(r"(?: \((?:19|20)\d\d\))?(?:, (?:and |or )?| and | or |, not to mention )")


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether the words are part of a longer name: "It's Only a Paper Moon", "Paper Moon Records"."""
    before = re.search(r"(?P<word>[\w'’.-]+) $", text[max(0, start - 24) : start])
    word = before["word"] if before else ""
    opens = before is None or re.search(r"(?:^|[.!?:\n] ?)$", text[max(0, start - 26) : start - len(word) - 1] or "") is not None
    capital = word[:1].isupper() and not opens and not word.endswith(("'s", "’s", "s'", "s’", ".")) and word not in _LEADING
    article = word in ("a", "an") and text[start].isupper()
    after = re.match(r"(?: (?:of |the )?|[-–])[A-Z][a-z]", text[stop : stop + 8]) is not None
    return capital or article or (after and text[stop - 1] not in ".!?")


_LEADING = frozenset("In Like And But Of As With From On For Both Films Film Unlike Even Before After Since Then See".split())
