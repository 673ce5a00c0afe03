"""Finds names, titles, dates and amounts by shape and word lists.

Enters a document with its sentences; leaves typed mentions in text order. A proper name whose
type the shape does not give away stays ``NAME``. Nothing is lower-cased before it is matched.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from filmdossier.annotate import gazetteer
from filmdossier.annotate.landmarks import known_years, landmark_titles_in
from filmdossier.annotate.quotations import quotations
from filmdossier.model.annotations import Mention, MentionKind, Sentence
from filmdossier.model.text import BlockKind, Document, MarkKind, Span

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DATE = re.compile(
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
    rf"|\b{_MONTH},? \d{{4}}\b|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?! ?[%\d])|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b"
)
_YEAR = re.compile(r"(?<![\d$£€₹.,])\b(?:18[89]\d|19\d\d|20[0-4]\d)\b(?![\d%]|[.,]\d)")
_SCALE = r"(?:thousand|[Mm]illion|[Bb]illion|[Cc]rores?|[Ll]akhs?|Cr\b|mn|bn|[mMkK]\b)"
_AMOUNT = r"\d+(?:,\d+)*(?:\.\d+)?"
_ONES = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)"
# "seven million", "a hundred thousand", "one and a half million", "half a million"
_IN_WORDS = rf"(?:half an? |{_ONES}(?: and a half)? )(?:hundred )?(?:thousand|million|billion)"
_CURRENCY = r"(?:dollars|pounds|euros|francs|rupees|yen|lire|marks|kroner|kronor|kronas?|crowns|pesos|pesetas|escudos|taka|roubles|rubles|schillings|guilders|zlotys|forints|yuan|won|baht|reais|cruzeiros|drachmas?|dinars|guineas)"
_MONEY = re.compile(
    rf"(?:(?:US|HK|NT|CA|AU|NZ|A|C|S)?\$|[£€¥₹₱₩฿₽]|\bRs\.?|\bINR|\bUSD|\bBDT|\bTk|\bITL|₤|\bDM) ?{_AMOUNT}"
    rf"(?:[–-]{_AMOUNT})?(?:[ \u00a0-]?{_SCALE}(?![a-z]))?"
    rf"|\b(?:{_AMOUNT} ?(?:{_SCALE} )?|{_IN_WORDS} )(?:US |American |Canadian |Australian |Hong Kong |New Zealand |sterling )?{_CURRENCY}\b(?!['’])"
)
_DURATION = re.compile(
    r"\b\d{1,3}[ -](?:min(?:ute)?s?)\b\.?|\b\d{1,2} ?h(?:ours?|rs?)?\.?,? ?(?:and )?\d{1,2} ?m(?:in(?:ute)?s?)?\b|\b\d{1,3} min\b"
)
_PERCENT = re.compile(r"\b\d{1,3}(?:\.\d+)? ?(?:%|percent\b|per cent\b)")

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩА-Я"
_WORD = rf"(?:[{_UPPER}][\w'’]*(?:-[\w'’]+)*(?:\.(?=[{_UPPER}])[{_UPPER}])*\.?)"
_PARTICLE = r"(?:de la|de los|van der|van den|von der|of the|of|the|de|del|della|di|da|das|dos|du|la|le|los|van|von|der|den|al|el|bin|ibn|ben|y|e|st\.|and the|&)"
_NICK = r"(?:[\"“'‘][\w .]{1,20}[\"”'’] )"
_NAME = re.compile(
    rf"(?<![\w])(?:(?:d'|d’|al-|el-)?{_WORD})(?:[ \u00a0](?:{_NICK})?(?:{_PARTICLE}[ \u00a0])?(?:(?:d'|d’|al-|el-)?{_WORD}|[IVX]+\b|\d{{1,2}}\b(?=[ ][{_UPPER}])))*"
)
_JUNIOR = re.compile(r",? (?:Jr|Sr)\.?(?![\w])|,? (?:II|III|IV)\b")
_FULL_STOP = re.compile(
    r"(?P<name>(?<![\w.])(?!(?:Capt|Prof|Bros|Col|Gen|Sgt|Lieut|Maj|Rev|Gov|Sen|Messrs|Mrs|Corp|Det|Insp|Cpl|Chas|Thos|Jas|Jos|Alex|Benj|Edw|Fred|Adm|Cmdr|Supt|Asst|Const)\.)[A-Z][a-zà-ÿ]{3,})\. (?=[A-Z])"
)
_POSSESSED = re.compile(r"['’]s (?=\S)")
_ENDED = re.compile(
    r"(?P<name>\b(?:Jr|Sr|Inc|Co|Ltd|Bros|Corp)\.) (?:The|It|In|He|She|His|Her|This|They|A|An|After|As|At|On|With|When|While|For|Its|Based|Set|Directed|Written|Also)\b"
)
_HONORIFICS = frozenset(gazetteer.lines("honorifics"))
# Words that start sentences with a capital and are no names by themselves.
_STARTERS = frozenset(gazetteer.lines("starters"))
# Starters that open names as well where no sentence starts: "The Rock", "Will Forte", "Song Kang-ho", "An Sung-ki".
_DESCRIBERS = frozenset(gazetteer.lines("describers"))
_DESCRIBING = re.compile(r"(?:[A-Z][a-z]+-(?:[a-z]+-){0,3})(?:billed|old|time|nominated|winning|winner|born|bred|turned)")
_WHOLE_NAME = re.compile(
    rf"\s+(?!(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord|King|Queen|Prince|Princess)\b)[{_UPPER}][\w.'’-]*(?:\s+[{_UPPER}][\w.'’-]*)+"
)
_WATCHED = frozenset({"Seeing", "Watching", "Casting", "Pairing", "Teaming"})
_NAMES_TOO = frozenset({"New", "The", "A", "Will", "Song", "An", "Can", "So"})
# A whole paragraph in italics that goes on in small words is a standfirst or a note, no title.
_IS_TOLD = re.compile(
    r"(?:\b[a-z]{4,}\b[^\n]*){3}|\b(?:talks|speaks|interviewed|conversation|discusses|looks back|reflects)\b.*\b(?:about|on|with|by)\b"
)
# "I" after a name of two words, where the sentence goes on: whoever speaks.
_SPEAKER_AFTER = re.compile(r"^\S+ (?!War )\S+ I$")
_ORDER = {kind: rank for rank, kind in enumerate(MentionKind)}


def mentions(document: Document, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """All mentions, sorted by start, longer first; quotations and titles may contain others."""
    text = document.text
    found: list[Mention] = []

    def add(span: Span, kind: MentionKind, value: str = "", score: float = 1.0) -> None:
        found.append(Mention(span=span, surface=span.of(text), kind=kind, value=value, score=score))

    for span in quotations(document, sentences):
        add(span, MentionKind.QUOTATION)
        if _title_like(span.of(text)):
            add(span, MentionKind.WORK, known_years(span.of(text).strip(" ,.")), score=0.6)
    paragraphs = {block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH}
    for mark in document.marks:
        if (
            mark.kind is MarkKind.ITALIC
            and len(mark.span) <= 120
            and not (mark.span in paragraphs and _IS_TOLD.search(mark.span.of(text)))
        ):
            add(mark.span, MentionKind.WORK, known_years(mark.span.of(text).strip(" ,.")), score=0.8)
        elif mark.kind is MarkKind.BOLD and len(mark.span) <= 80 and (years := known_years(mark.span.of(text).strip(" ,."))):
            add(mark.span, MentionKind.WORK, years, score=0.75)
    for span, told in landmark_titles_in(document):
        # What somebody says may name films: only a quotation that is a title itself holds no other.
        if not any(span.overlaps(other.span) for other in found if other.kind is MentionKind.WORK):
            add(span, MentionKind.WORK, known_years(span.of(text)), score=0.75 if told else 0.55)
    for pattern, kind in (
        (_DATE, MentionKind.DATE),
        (_MONEY, MentionKind.MONEY),
        (_DURATION, MentionKind.DURATION),
        (_PERCENT, MentionKind.PERCENT),
    ):
        for match in pattern.finditer(text):
            add(Span(*match.span()), kind)
    taken = sorted(m.span for m in found if m.kind in (MentionKind.DATE, MentionKind.MONEY))
    for match in _YEAR.finditer(text):
        add(Span(*match.span()), MentionKind.YEAR, match.group())
    for span in _phrases(text):
        word = span.of(text)
        kind = MentionKind.NATIONALITY if word in gazetteer.demonyms() else MentionKind.GENRE
        add(span, kind, gazetteer.demonyms().get(word, word))
    for span, kind, score in _names(document, sentences, taken):
        add(span, kind, score=score)
    unique = {(m.span, m.kind): m for m in found}
    return tuple(sorted(unique.values(), key=lambda m: (m.span.start, -m.span.end, _ORDER[m.kind])))


_TOKEN = re.compile(r"[\w-]+")


@cache
def _vocabulary() -> dict[str, tuple[str, ...]]:
    """First word of each genre phrase and demonym → the phrases that begin with it, longest first."""
    index: dict[str, list[str]] = {}
    for phrase in sorted({*gazetteer.genres(), *gazetteer.demonyms()}, key=lambda phrase: (-len(phrase), phrase)):
        spellings = {phrase, phrase[0].upper() + phrase[1:]} if phrase[0].islower() else {phrase}
        for spelling in sorted(spellings):
            first = _TOKEN.match(spelling)
            if first is not None:
                index.setdefault(first.group(), []).append(spelling)
    return {first: tuple(phrases) for first, phrases in index.items()}


def _phrases(text: str) -> Iterator[Span]:
    """Genre phrases and demonyms, the longest at each place; looked up by their first word, which is
    an order of magnitude faster than one alternation of them all."""
    vocabulary, end = _vocabulary(), 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < end:
            continue
        for phrase in vocabulary.get(token.group(), ()):
            stop = start + len(phrase)
            if text.startswith(phrase, start) and not (
                stop < len(text) and (text[stop].isalnum() or text[stop] == "_") and phrase[-1] != "."
            ):
                yield Span(start, stop)
                end = stop
                break


def _title_like(words: str) -> bool:
    """Whether a quoted passage reads as a title: short, capitalised throughout, no sentence."""
    if len(words) > 80 or words[-1:] in ".,":
        return False
    tokens = words.split()
    long = [token for token in tokens if len(token) > 4]
    return bool(tokens) and words[0].isupper() and all(not token[0].islower() for token in long) and len(tokens) <= 12


def _names(document: Document, sentences: Sequence[Sentence], taken: Sequence[Span]) -> Iterator[tuple[Span, MentionKind, float]]:
    text = document.text
    linked = {mark.span for mark in document.marks if mark.kind is MarkKind.LINK and len(mark.span) < 100}
    starts = {sentence.span.start for sentence in sentences}
    busy = iter(taken)
    plain = frozenset(re.findall(r"\w+", text))
    blocked = next(busy, None)
    for sentence in sentences:
        whole = document.blocks[sentence.block].kind is BlockKind.HEADING
        if whole:
            continue
        for match in _NAME.finditer(text, sentence.span.start, sentence.span.end):
            span: Span | None = Span(*match.span())
            while blocked is not None and span is not None and blocked.end <= span.start:
                blocked = next(busy, None)
            if blocked is not None and span is not None and blocked.overlaps(span):
                continue
            span = _shape(text, span, sentence_start=match.start() in starts, end=sentence.span.end)
            if span is not None and span.start == sentence.span.start and _plain_word(span.of(text), plain):
                continue
            for part in _apart(text, span) if span is not None else ():
                yield (part, *_kind(part.of(text)))
            owned = _POSSESSED.match(text, span.end, match.end()) if span is not None else None
            if owned is not None and owned.end() < match.end():
                # "Burt Lancaster's Ned Merrill": the owner, and what is owned.
                second = _shape(text, Span(owned.end(), match.end()), sentence_start=False, end=sentence.span.end)
                for part in _apart(text, second) if second is not None else ():
                    yield (part, *_kind(part.of(text)))
    for span in sorted(linked):
        words = span.of(text)
        if words[0].isupper() or words[0].isdigit():
            kind, score = _kind(words)
            yield span, kind, score


def _plain_word(name: str, words: frozenset[str]) -> bool:
    """Whether one capitalised word at the head of a sentence is an ordinary word: the text has it in small letters too."""
    return name.isalpha() and (name.lower() in words or name.endswith(("ing", "ly")))


_OF = re.compile(r" (?:of|for|from) (?:the )?")


def _apart(text: str, name: Span) -> tuple[Span, ...]:
    """ "Todd McCarthy of Variety" is a person and an outlet, "Bank of America" one name."""
    words = name.of(text)
    match = _OF.search(words)
    if match is None or len(words[: match.start()].split()) < 2 or words.startswith("The "):
        return (name,)
    if _kind(words)[0] is MentionKind.PLACE or _kind(words[: match.start()])[0] is not MentionKind.PERSON:
        return (name,)
    return (Span(name.start, name.start + match.start()), Span(name.start + match.end(), name.end))


def _shape(text: str, span: Span | None, *, sentence_start: bool, end: int) -> Span | None:
    """Cuts what is not part of the name: sentence starters, possessives, full stops."""
    if span is None:
        return None
    start, stop = span.start, span.end
    while True:
        word = re.match(r"[\w'’.-]+", text[start:stop])
        if word is None:
            return None
        first = re.sub(r"['’](?:s|re|ll|ve|d|m)$", "", word.group().rstrip(".,"))
        compound = re.fullmatch(r"([A-Z]\w+)-[a-z]\w+", first)
        if compound is not None and compound.group(1) in _STARTERS:
            first = compound.group(1)  # "Writer-director Ted Nicolaou"
        if re.fullmatch(r"[A-Z]\.", word.group()) and re.match(r" [A-Z]", text[start + word.end() : stop]):
            break  # "A. H. Weiler": an initial, no article
        described = sentence_start and _describes(first, text[start + word.end() : stop])
        if not described and (first not in _STARTERS or (first in _NAMES_TOO and not sentence_start and word.end() < stop - start)):
            break
        if first == "Will" and word.end() < stop - start and text[end - 1] != "?":  # "Will Rogers plays …", no question
            break
        rest = text[start + word.end() : stop]
        gap = len(rest) - len(rest.lstrip())
        rest_words = rest.split()
        while rest_words and rest_words[0][0].islower():
            gap += len(rest_words[0]) + 1
            rest_words = rest_words[1:]
        if not rest_words:
            return None
        start += word.end() + gap
        sentence_start = False
    body = text[start:stop]
    possessive = re.search(r"['’](?:s?|s\.)$", body)
    if possessive:
        stop -= len(possessive.group())
    elif body.endswith(".") and not re.search(rf"(?:\b[{_UPPER}]|\b(?:Jr|Sr|Inc|Ltd|Bros|Co|Corp|St|Dr|Mr|Mrs))\.$", body):
        stop -= 1
    junction = _ENDED.search(text[start:stop])
    if junction:
        # "… and Cuba Gooding Jr. The film": a full stop that ends both name and sentence.
        stop = start + junction.end("name")
    full_stop = _FULL_STOP.search(text[start:stop])
    if full_stop:
        # "… Montalban and Lanchester. Good movie": two sentences inside quotation marks.
        stop = start + full_stop.end("name")
    if _SPEAKER_AFTER.search(text[start:stop]) and text[stop : stop + 2].strip().islower():
        stop -= 2  # "John Hawkes I had wanted": no king
    inner = re.search(r"['’]s ", text[start:stop])
    if inner:
        # "Robert Rodriguez's El Mariachi": two names; the first is what is certain.
        stop = start + inner.start()
    junior = _JUNIOR.match(text, stop, end)
    if junior:
        stop = junior.end()
    return Span(start, stop) if stop - start >= 2 or (text[start:stop].isalpha() and stop > start) else None


def _describes(word: str, rest: str) -> bool:
    """Whether the word that opens a sentence tells of the whole name after it: "Veteran Ida Lupino", "Top-billed Boris Karloff"."""
    if word not in _DESCRIBERS and _DESCRIBING.fullmatch(word) is None:
        return False
    return word in _WATCHED or _WHOLE_NAME.match(rest) is not None


def _kind(name: str) -> tuple[MentionKind, float]:
    """The type that a name's own words give away."""
    words = name.split()
    if name in gazetteer.places():
        return MentionKind.PLACE, 0.9
    if words[-1].strip(",") in gazetteer.organisation_words() or name in gazetteer.organisation_words():
        return MentionKind.ORGANISATION, 0.9
    if words[0] in _HONORIFICS and len(words) > 1:
        return MentionKind.PERSON, 0.9
    capital = [word for word in words if word[0].isupper()]
    if (
        2 <= len(words) <= 5
        and len(capital) >= 2
        and words[0] not in ("The", "A", "New", "North", "South", "Los", "San", "Saint", "Mount", "Lake")
    ):
        return MentionKind.PERSON, 0.6
    return MentionKind.NAME, 0.5
