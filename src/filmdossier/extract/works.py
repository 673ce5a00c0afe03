"""Finds the titled works that a stretch of text names, and tells this film from the others.

Enters annotations and a span; leaves works in text order: titles in italics, in quotation marks,
or capitalised with a year in brackets. Newspapers and magazines, whose names are set like titles,
are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from filmdossier.model.annotations import Annotations, MentionKind, Topic
from filmdossier.model.text import MarkKind, Span
from filmdossier.model.titles import same_title, slugify, title_year

_YEAR_AFTER = re.compile(
    r"[’'\"”»]{0,2},? ?[(\[](?:[a-zA-Z .]{0,20}\b)?(?P<year>18[89]\d|19\d\d|20[0-4]\d)\b[^()\[\]]{0,30}[)\]]|[’'\"”»]{0,2} (?:of|from) (?P<of>18[89]\d|19\d\d|20[0-4]\d)\b(?!s)"
)
# "the 1948 Tamil film Low Tide", "1959's The Tingler": the year before a title.
_YEAR_BEFORE = re.compile(
    r"\b(?P<year>18[89]\d|19\d\d|20[0-4]\d) (?P<words>(?:[\w-]+ ){0,4}?)(?P<noun>film|movie|picture|feature|short|comedy|thriller|western|Western|drama|musical|remake|sequel|version|hit|classic|blockbuster),? (?:(?:titled|called|entitled) )?[\"“_]?$"
    r"|\b(?P<of>18[89]\d|19\d\d|20[0-4]\d)['’]s [\"“_]?$"
)
_NO_FILM_WORDS = re.compile(r"\b(?:stage|radio|Broadway|in|on|by|and|of|the|was|is|video|novel|play)\b")
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž0-9][\w'’.!?&:-]*"
_SMALL = r"(?:of|the|a|an|and|in|to|for|on|with|from|at|by|de|la|le|les|el|du|des|der|die|und|di|da|vs\.?|&|or|no|my)"
_TITLE_YEAR = re.compile(
    rf"(?<![\w'’-])(?P<title>{_CAPITAL}(?:,? (?:{_SMALL} ){{0,3}}{_CAPITAL}){{0,9}}) \((?P<year>18[89]\d|19\d\d|20[0-4]\d)\)"
)
_QUOTED = re.compile(r"[\"“«](?P<title>[^\"“”«»\n]{1,100})[\"”»]")
_PERIODICALS = re.compile(
    r"^(?:the )?(?:[\w.’' -]*\b(?:times|post|tribune|herald|guardian|observer|gazette|chronicle|journal|telegraph|mirror|daily|weekly|monthly|magazine|"
    r"news|press|review|reporter|inquirer|examiner|globe|sun-times|independent|standard|express|star-ledger|bulletin|digest|dispatch|today|"
    r"quarterly|mail|wire|a\.?v\.? club)|variety|empire|time|newsweek|rolling stone|sight (?:and|&) sound|indiewire|slate|salon|people|"
    r"premiere|fangoria|time out(?: (?:london|new york))?|cinefantastique|life|vogue|wired|collider|los angeles times|new yorker|screen international|billboard|boxoffice|"
    r"box office mojo|cahiers du cin[eé]ma|positif|film comment|total film|ign|vulture|polygon|rediff(?:\.com)?|the hindu|deccan herald|"
    r"ananda vikatan|village voice|the nation|esquire|playboy|harrison's reports|film bulletin|the film daily|motion picture herald)$",
    re.IGNORECASE,
)
# In text that marks no titles, the words that introduce one. "film X", "the novel X".
_INTRODUCED = re.compile(
    rf"\b(?:(?:film|movie|picture|comedy|western|thriller|spoof|noir|sequel|feature)|(?P<other>novel|play|book|novella|memoir|album|musical|opera|manga|anime|video game|game|magazine|publication|"
    rf"game-show|sketch|song|series)) (?P<title>{_CAPITAL}(?: (?:(?:of|the|and|in|to|a|for|on|with|at) ){{0,2}}{_CAPITAL}){{0,7}})(?=[,.;:)(]|\s(?![A-Z])|$)"
)
_FILM_PAGE = re.compile(r"[ _(]film\)$")
# Words at the start of a sentence that a capitalised title would swallow.
_LEADING = re.compile(
    r"^(?:(?:In|The film|Like|As|After|Before|Unlike|With|From|See|And|But|While|Both|Also|Director|Films?|Movies?|Alongside|Since|His|Her|Their|Its|Then|When|Following|Next) )+"
)


# "Walter Hill's The Driver (1978)": a full name that owns is the maker's; "Bridget Jones's Diary" the list knows.
_MAKER = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,2}['’]s? (?=[A-Z0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A titled work. ``year`` is the one in brackets behind it or in its link's target, None without one.

    ``known``: the years of the well-known films of this title, for telling older from younger; no document gives them.
    ``own``: it is the film itself. ``film``: the page it links to is a film's (None: no telling).
    """

    span: Span
    title: str
    year: int | None
    own: bool
    film: bool | None
    italic: bool
    known: tuple[int, ...] = ()


def is_own(topic: Topic, title: str) -> bool:
    """Whether ``title`` is the film's own, or another name of it."""
    return any(same_title(title, name) for name in (topic.title, *topic.aliases))


_SLIGHT = frozenset({"the", "a", "an", "of", "and", "in", "to", "films", "film", "movies", "series", "franchise"})


def shares_name(topic: Topic, title: str) -> bool:
    """Whether a title shares so many words with the film's own that it is its series, its source or a slip."""
    own, other = set(slugify(topic.title).split("-")) - _SLIGHT, set(slugify(title).split("-")) - _SLIGHT
    return bool(own and other) and (len(own & other) * 2 >= len(own | other) or other <= own or own <= other)


def works_in(annotations: Annotations, topic: Topic, span: Span) -> list[Work]:
    """The works named in ``span``, in order, none inside another."""
    text = annotations.document.text
    found: list[Work] = []
    others: set[int] = set()
    for start, end, italic in (*_candidates(annotations, span), *_introduced(annotations, span, others)):
        if any(start < work.span.end and work.span.start < end for work in found):
            continue
        title, year = title_year(text[start:end]).title, title_year(text[start:end]).year
        short = len(title) == 1 and not _known(annotations, Span(start, end), title)
        if short or not 0 < len(title) <= 100 or not any(c.isalnum() for c in title) or _PERIODICALS.match(title):
            continue
        after = _YEAR_AFTER.match(text, end, min(end + 60, len(text)))
        target = _target(annotations, Span(start, end))
        if year is None and after:
            year = int(after["year"] or after["of"])
        linked = title_year(target)
        if year is None:
            year = linked.year or _year_before(text, span.start, start)
        # "Night and the City (1992)" is another film than the one of 1950, "Dracula (novel)" than the film.
        other = (year is not None and topic.year is not None and abs(year - topic.year) > 1) or _no_film(target)
        found.append(
            Work(
                span=Span(start, end), title=title, year=year, own=is_own(topic, title) and not other,
                film=True if re.search(r"\bfilm\)|\bfilm series\)", target) else False if _no_film(target) or start in others else None, italic=italic,
                known=_known(annotations, Span(start, end), title),
            )
        )  # fmt: skip
    return sorted(found, key=lambda work: work.span)


def _year_before(text: str, start: int, at: int) -> int | None:
    """The year that stands before a title with the noun for it, "the 1948 Tamil film", or as its owner, "1959's"."""
    match = _YEAR_BEFORE.search(text[max(start, at - 70) : at])
    if match is None or (match["of"] is None and _NO_FILM_WORDS.search(match["words"])):
        return None
    return int(match["of"] or match["year"])


def _known(annotations: Annotations, span: Span, title: str) -> tuple[int, ...]:
    """The years that the annotator knows for a title."""
    wide = Span(max(0, span.start - 2), span.end + 2)
    for mention in annotations.mentions_in(wide, MentionKind.WORK):
        if mention.value and same_title(mention.surface, title):
            return tuple(int(year) for year in mention.value.split(","))
    return ()


def with_known_year(annotations: Annotations, topic: Topic) -> Topic:
    """The topic with the year that the annotator knows for its title, where the document tells none.

    Only for telling older films from younger ones: no such year is ever stated.
    """
    if topic.year is not None:
        return topic
    years = {work.known for work in works_in(annotations, topic, topic.passage) if work.own and work.known}
    return replace(topic, year=next(iter(years))[0]) if len(years) == 1 and len(next(iter(years))) == 1 else topic


def is_older(topic: Topic, work: Work) -> bool | None:
    """Whether a work is older than the film; None where neither the text nor the list tells."""
    years = (work.year,) if work.year is not None else work.known
    if topic.year is None or not years:
        return None
    if all(year < topic.year for year in years):
        return True
    return False if all(year > topic.year for year in years) else None


def _candidates(annotations: Annotations, span: Span) -> Iterator[tuple[int, int, bool]]:
    """Spans of possible titles, the surest kind first."""
    text = annotations.document.text
    for mark in annotations.marks_in(span, MarkKind.ITALIC):
        start, end = _trimmed(text, mark.span)
        if 0 < end - start <= 120 and "\n" not in text[start:end]:
            yield start, end, True
    for mark in annotations.marks_in(span, MarkKind.LINK):
        # A title that the writer forgot to set in italics, told by the page it links to.
        if _FILM_PAGE.search(mark.target) and same_title(
            title_year(mark.span.of(text)).title, title_year(mark.target.replace("_", " ").split("/")[-1]).title
        ):
            yield mark.span.start, mark.span.end, False
    for match in _QUOTED.finditer(text, span.start, span.end):
        words = match["title"]
        if _reads_as_title(words):
            start, end = _trimmed(text, Span(match.start("title"), match.end("title")))
            if end > start:
                yield start, end, False
    for mention in annotations.mentions_in(span, MentionKind.WORK):
        if mention.value:
            yield mention.span.start, mention.span.end, False
    for match in _TITLE_YEAR.finditer(text, span.start, span.end):
        lead = _LEADING.match(match["title"]) or _MAKER.match(match["title"])
        yield match.start("title") + (lead.end() if lead else 0), match.end("title"), False


def _introduced(annotations: Annotations, span: Span, others: set[int]) -> Iterator[tuple[int, int, bool]]:
    """Titles told by the noun before them, where the document marks none; ``others`` gathers those that are no films."""
    if any(mark.kind is MarkKind.ITALIC for mark in annotations.document.marks):
        return
    text = annotations.document.text
    for match in _INTRODUCED.finditer(text, span.start, span.end):
        start, end = _trimmed(text, Span(match.start("title"), match.end("title")))
        # "the film Friendly Enemies in 1942": the year is no part of it.
        end -= len(dated.group()) if (dated := re.search(r" in (?:19|20)\d\d$", text[start:end])) else 0
        if end > start:
            if match["other"]:
                others.add(start)
            yield start, end, False


def _reads_as_title(words: str) -> bool:
    long = [word for word in words.split() if len(word) > 4]
    return len(words.split()) <= 12 and (words[0].isupper() or words[0].isdigit()) and all(not word[0].islower() for word in long)


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    body = span.of(text)
    left = len(body) - len(body.lstrip(" \"“”‘'«(,_*"))
    right = len(body) - len(body.rstrip(' "“”’»,;:_*'))
    if re.search(r"(?<![.A-Z])\.$", body[: len(body) - right]) and not re.search(
        r"\b(?:Mr|Mrs|Dr|Jr|vs|Hrs|[A-Z])\.$", body[: len(body) - right]
    ):
        right += 1
    possessive = re.search(r"['’]s$", body[: len(body) - right])
    if possessive and text[span.end : span.end + 1] == " " and body.count(" ") == 0:
        right += 2
    return span.start + left, max(span.start + left, span.end - right)


def _target(annotations: Annotations, span: Span) -> str:
    """The link target of a title: the link inside it, over it, or beside it; '' without one."""
    wide = Span(max(0, span.start - 2), span.end + 2)
    for mark in annotations.marks_in(wide, MarkKind.LINK):
        if mark.span.overlaps(span) and len(mark.span) * 2 >= len(span):
            return mark.target.replace("_", " ")
    return ""


def _no_film(target: str) -> bool:
    return bool(
        re.search(
            r"\((?:[^()]*\b)?(?:novel|novella|book|play|album|song|soundtrack|short story|comics?|magazine|musical|video game|poem|opera)\)",
            target,
        )
    )
