"""Reduces a statement to its skeleton: each name, title and quotation one character that says what it is.

Enters a statement with its annotations; leaves a short string that patterns can be written over
("P of the O wrote Q") and the way back to offsets in the document.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from filmdossier.extract.outlets import aggregators_in, outlets_in
from filmdossier.extract.reviews.people import could_review, is_common
from filmdossier.extract.reviews.statements import Statement, names_in
from filmdossier.model.annotations import Annotations, Mention, MentionKind
from filmdossier.model.text import MarkKind, Span

PERSON = "\ue000"
OUTLET = "\ue001"  # certainly a publication
MAYBE = "\ue002"  # a publication, or an everyday word or name
NAME = "\ue003"  # a name of unknown kind
QUOTE = "\ue004"
FILM = "\ue005"
AGGREGATOR = "\ue006"
WORK = "\ue007"  # an italic or quoted title: another film, a book, or a publication that is on no list
GROUP = "\ue008"  # an organisation
PLACE = "\ue009"  # a place, or another name that can be no reviewer's


# What a sentence puts before a name, and capitals join to it.
_TITLED = re.compile(
    r"(?:Film(?:maker)?|Movie|Critics?|Reviewer|Historian|Director|Actor|Author|Journalist|Columnist|Screenwriter|President|Professor|Writer|Editor) (?=[A-Z][\w.'’-]* [A-Z])"
)


# Last words of names that only publications bear.
_PRESS = re.compile(
    r"News|Times|Post|Weekly|Magazine|Review|Reviews|Journal|Herald|Tribune|Online|Chronicle|Gazette|Guide|Daily|Today|Bulletin|Monthly|Quarterly|Express|Mail|Observer|Digest|Reporter|Examiner|Inquirer|Dispatch|Courier|"
    r"Telegraph|Sentinel|Register|Ledger|Blog|Podcast|Radio|Database|Reader|Spectator|Gazetteer|Movieguide|Movies\.com|Rant|Central|Glitz|Buzz"
)
# Books that judge films one by one, as what a sentence is about: "The Psychotronic Encyclopedia of Film", "The Radio Times Guide to Films".
_REFERENCE = re.compile(
    r"(?:\bThe )?(?:\b[A-Z][\w-]+ ){0,4}\b(?:Encyclop(?:ae|e)dia|Dictionary|Companion|Handbook|Guide) (?:of|to) (?:the )?(?:[A-Z][\w-]+ |and |& )*(?:Film|Films|Cinema|Movies|Noir|Westerns|Horror|Fantasy|Fiction|Video)\b"
)
_OWNED = re.compile(r"['’]s? (?=[A-Z])")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) $")
_REPORTS = re.compile(
    r" (?:called|calls|found|finds|said|says|wrote|writes|thought|praised|dismissed|judged|gave|described|liked|complained)\b"
)
_KIN = re.compile(r"(?:[Bb]rothers|[Ss]isters|[Tt]wins|\w+s)$")  # "the Coen Brothers"
_PERIODICAL = re.compile(r" (?:magazine|newspaper|webzine|fanzine)\b")
_CALLED_PERIODICAL = re.compile(
    r"\b(?:(?:web)?site|web portal|magazine|newspaper|tabloid|webzine|fanzine|blog|periodical|publication|trade (?:paper|journal)|daily|weekly) $"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One character of a skeleton that stands for a stretch of text."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The reduced statement. ``starts[i]`` is the document offset of character i; one more at the end."""

    text: str
    starts: tuple[int, ...]
    tags: dict[int, Tag]  # by index in ``text``

    def tag(self, index: int) -> Tag:
        """What the character at ``index`` stands for."""
        return self.tags[index]

    def offset(self, index: int) -> int:
        """The document offset of a character."""
        return self.starts[index]

    def index(self, offset: int) -> int:
        """The character that covers a document offset."""
        return max(bisect_right(self.starts, offset) - 1, 0)


def skeleton(annotations: Annotations, statement: Statement, titles: Iterable[str]) -> Skeleton:
    """The skeleton of ``statement``; ``titles`` are the film's own names."""
    text = annotations.document.text
    span = statement.span
    tags: list[Tag] = [Tag(QUOTE, _with_marks(text, quote, span)) for quote in statement.quotes]
    taken = [tag.span for tag in tags]

    def free(found: Span) -> bool:
        return found in span and not any(found.overlaps(other) for other in taken)

    def add(kind: str, found: Span) -> None:
        if free(found):
            tags.append(Tag(kind, found))
            taken.append(found)

    for start, end, _ in aggregators_in(text, span.start, span.end):
        add(AGGREGATOR, Span(start, end))
    for title in sorted(titles, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", text[span.start : span.end]):
            at = Span(span.start + match.start(), span.start + match.end())
            if not _is_outlet_place(text, at):
                add(FILM, at)
    book = _REFERENCE.match(text, span.start, span.end)
    if book is not None:
        add(MAYBE, Span(*book.span()))
    adjectives = {mention.span for mention in annotations.mentions_in(span, MentionKind.NATIONALITY)}
    names = [_without_adverb(_without_adjective(name, adjectives, text), annotations) for name in names_in(annotations, span)]
    italics = {mark.span for mark in annotations.marks_in(span, MarkKind.ITALIC)}
    for start, end, sure in outlets_in(text, span.start, span.end):
        found = Span(start, end)
        holder = next((name for name in names if found in name.span and len(name.span) > len(found) + 4), None)
        if holder is not None and holder.span.end == end and _is_longer_paper(holder, found, text):
            add(OUTLET, holder.span)
            continue
        if holder is not None and not _holds_outlet(holder, found, text) and not sure:
            continue
        if holder is not None and sure and not _holds_outlet(holder, found, text) and text[found.end : found.end + 1] == " ":
            continue
        kind = OUTLET if sure or found in italics else MAYBE
        if text[end : end + 9] == " magazine":
            kind = OUTLET
        add(kind, found)
    for name in names:
        if is_common(name.surface) or name.span in adjectives or (name.kind is MentionKind.WORK and name.span not in italics):
            continue
        owner = next(
            (tag.span for tag in tags if tag.kind == OUTLET and tag.span.start <= name.span.start < tag.span.end < name.span.end),
            None,
        )
        owned = _OWNED.match(text, owner.end, name.span.end) if owner is not None else None
        if owned is not None:
            # "The Los Angeles Times' Kevin Thomas" taken for one name.
            add(PERSON, Span(owned.end(), name.span.end))
            continue
        kind = _kind(text, name, italics)
        if name.surface[:1].isalnum() or name.kind is MentionKind.WORK:
            add(kind, _without_article(name.span, text) if kind is not WORK else name.span)
    return _build(text, span, sorted(tags, key=lambda tag: tag.span))


def _without_adjective(name: Mention, adjectives: Set[Span], text: str) -> Mention:
    """The name without the country that the article before it belongs to: "the Swedish Filmtidningen"."""
    country = next((each for each in adjectives if each.start == name.span.start and each.end < name.span.end), None)
    if country is None or text[country.end] != " " or not _ARTICLE.search(text, max(name.span.start - 4, 0), name.span.start):
        return name
    rest = Span(country.end + 1, name.span.end)
    words = rest.of(text)
    if not words[0].isupper():
        return name
    return replace(name, span=rest, surface=words, kind=name.kind if " " in words else MentionKind.NAME)


def _without_adverb(name: Mention, annotations: Annotations) -> Mention:
    """The name without the adverb that opens the sentence before it: "Internationally Jessica Kiang"."""
    words = [word for _, word in annotations.words_in(name.span)]
    if name.kind is not MentionKind.PERSON or len(words) < 3 or words[0].pos != "ADV":
        return name
    rest = Span(words[1].span.start, name.span.end)
    return replace(name, span=rest, surface=rest.of(annotations.document.text))


def _build(text: str, span: Span, tags: list[Tag]) -> Skeleton:
    characters: list[str] = []
    starts: list[int] = []
    placed: dict[int, Tag] = {}
    at = span.start
    for tag in tags:
        characters.extend(text[at : tag.span.start])
        starts.extend(range(at, tag.span.start))
        placed[len(characters)] = tag
        characters.append(tag.kind)
        starts.append(tag.span.start)
        at = tag.span.end
        if tag.kind == OUTLET and text[at : at + 1].islower():
            # "of Rediffgave it": the space that went with a footnote.
            characters.append(" ")
            starts.append(at)
    characters.extend(text[at : span.end])
    starts.extend(range(at, span.end))
    return Skeleton("".join(" " if c == "\n" else "'" if c == "’" else c for c in characters), (*starts, span.end), placed)


def _with_marks(text: str, quote: Span, within: Span) -> Span:
    start = quote.start - 1 if quote.start > within.start and text[quote.start - 1] in "\"“„«»‘'‟" else quote.start
    end = quote.end + 1 if quote.end < within.end and text[quote.end] in "\"”“»«’'" else quote.end
    return Span(start, end)


def bears_a_papers_name(name: str) -> bool:
    """Whether a name of several words ends as only publications' names do ("Evening Dispatch")."""
    words = name.split()
    return len(words) > 1 and _PRESS.fullmatch(words[-1]) is not None


def _is_outlet_place(text: str, at: Span) -> bool:
    """Whether words that are the film's title stand where they name something else ("Time magazine")."""
    return text[at.end : at.end + 9] == " magazine"


def _holds_outlet(name: Mention, found: Span, text: str) -> bool:
    """Whether a longer name is a publication's and a person's run together, or the publication with a generic word."""
    rest = (text[name.span.start : found.start] + text[found.end : name.span.end]).strip()
    return rest in ("", "The", "the", "Magazine", "magazine") or bool(re.search(r"\b(?:Critic|Film Critic|critic)\b", rest))


def _is_longer_paper(holder: Mention, found: Span, text: str) -> bool:
    """Whether a name with one word before a publication's is another publication's: "Otago Daily Times"."""
    before = text[holder.span.start : found.start].split()
    return (
        len(before) == 1
        and before[0][0].isupper()
        and before[0].isalpha()
        and before[0] != "The"
        and bears_a_papers_name(holder.surface)
    )


def _without_article(span: Span, text: str) -> Span:
    """A person's name never starts with an article; a publication's keeps it elsewhere."""
    body = span.of(text)
    titled = _TITLED.match(body)
    if titled:
        return Span(span.start + titled.end(), span.end)
    if body.endswith(" I") and re.match(r" [a-z]", text[span.end : span.end + 2]):
        return Span(span.start, span.end - 2)  # "Per Halvorsen I think"
    return Span(span.start + 4, span.end) if body.startswith("the ") else span


def _kind(text: str, name: Mention, italics: set[Span]) -> str:
    if _PERIODICAL.match(text, name.span.end) or _CALLED_PERIODICAL.search(text, max(name.span.start - 30, 0), name.span.start):
        return OUTLET
    if name.kind is MentionKind.WORK or name.span in italics:
        return WORK
    if not could_review(name.surface):
        return PLACE
    words = name.surface.split()
    if bears_a_papers_name(name.surface):
        return OUTLET
    if words[0] == "The" and len(words) > 1:
        return MAYBE
    if name.kind is MentionKind.PERSON:
        # No person's name follows an article: "the Morning Star" is a paper's.
        articled = (
            len(words) > 1
            and not _KIN.search(words[-1])
            and _ARTICLE.search(text, max(name.span.start - 4, 0), name.span.start)
            and _REPORTS.match(text, name.span.end)
        )
        return MAYBE if articled else PERSON
    if name.kind is MentionKind.ORGANISATION:
        return GROUP
    if name.kind is MentionKind.PLACE:
        return PLACE
    return PERSON if len(name.surface.split()) > 1 else NAME
