"""Finds the film, or films, that a document is about.

In order of trust: what the user said; labelled values (infobox, front matter, schema.org data);
the opening of an article; the page's own title; the title a review keeps naming. Pages on
persons, series, lists and other works name no film, and the reason is said. A document whose
headings are several films ("Title (Year)") is about each of them, part by part.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from filmdossier.annotate.fact_title import title_by_fact_line, title_in_opening_lines
from filmdossier.annotate.headline import (
    dated,
    only_headed,
    sheet_heading,
    spelt_as_told,
    titled_by_facts,
    titled_in_headline,
    titled_in_opening,
    year_behind,
)
from filmdossier.annotate.labelled import Labelled, read_labels
from filmdossier.annotate.lead import Lead, read_lead
from filmdossier.annotate.parts import parts
from filmdossier.annotate.standfirst import titled_in_standfirst
from filmdossier.annotate.subtitle import titled_in_first_line, titled_over_facts
from filmdossier.annotate.told_year import told_year
from filmdossier.model.annotations import DocumentKind, FilmHint, Mention, MentionKind, Sentence, Topic
from filmdossier.model.text import BlockKind, Document, Evidence, Span
from filmdossier.model.titles import names_no_film, same_title, slug_title, slugify, title_year


@dataclass(frozen=True, slots=True)
class Found:
    """The topics, or why there are none."""

    topics: tuple[Topic, ...]
    reason: str = ""


def find_topics(
    document: Document,
    kind: DocumentKind,
    sentences: tuple[Sentence, ...],
    mentions: Sequence[Mention],
    hint: FilmHint | None = None,
) -> Found:
    """The films that the document is about, with the passages on each."""
    if not document.text:
        return Found((), "it holds no words")
    whole = Span(0, len(document.text))
    several = parts(document) if hint is None else ()
    if several:
        return Found(several)
    labelled = read_labels(document)
    lead = read_lead(document, sentences)
    if hint is not None:
        return Found((_topic(document, whole, hint.title, hint.year, labelled, lead, mentions),))
    if labelled.other:
        return Found((), f"its infobox describes a {labelled.other}")
    page = document.title or ""
    if names_no_film(page):
        return Found((), f"its title, {page}, names something that is not one film")
    headed = _headed(document)
    over = titled_over_facts(document) if kind in _OWN_HEADLINES else None
    if headed is None and lead.other and (first := titled_in_first_line(document)) is not None:
        headed = first.title, first.year
    if lead.other and headed is not None and headed[1] is not None and _is_another(lead, headed[0]):
        # "Farewell, My Lovely (1975)" is over a review, whatever novel its first sentence is on.
        return Found((_topic(document, whole, *headed, labelled, Lead(), mentions),))
    if lead.other and (labelled.title is None or (labelled.in_infobox and _SEVERAL.search(lead.other))):
        return Found((), f"its opening describes {lead.other}")
    if labelled.title is not None and not labelled.in_infobox and not labelled.title_is_slug:
        named = title_year(labelled.title.of(document.text))
        held = titled_in_headline(document, mentions, named.title) if named.year is None and labelled.year is None else None
        if (
            held is None
            and named.year is None
            and labelled.year is None
            and kind in _OWN_HEADLINES
            and only_headed(document, labelled.title)
        ):
            held = titled_in_opening(document, mentions)
        if held is not None:
            return Found((_topic(document, whole, held.title, held.year, Labelled(), lead, mentions),))
    if labelled.title is not None:
        words = title_year(labelled.title.of(document.text))
        title = _spelt(document, mentions, words.title) if labelled.title_is_slug else words.title
        return Found((_topic(document, whole, title, labelled.year or words.year, labelled, lead, mentions),))
    if lead.title is not None and headed is not None and headed[1] is not None and not lead.sure:
        opened = lead if same_title(title_year(lead.title.of(document.text)).title, headed[0]) else Lead()
        return Found((_topic(document, whole, *headed, labelled, opened, mentions),))
    if lead.title is not None:
        words = title_year(lead.title.of(document.text))
        return Found((_topic(document, whole, words.title, None, labelled, lead, mentions),))
    if labelled.sheet and (over := sheet_heading(document)) is not None:
        told = titled_by_facts(document)
        year = over.year or (told.year if told is not None and same_title(told.title, over.title) else None) or labelled.year
        return Found((_topic(document, whole, over.title, year, labelled, lead, mentions),))
    if headed is not None and headed[1] is not None:
        return Found((_topic(document, whole, *headed, labelled, lead, mentions),))
    spoken = titled_in_standfirst(document) if kind in _OWN_HEADLINES else None
    if spoken is not None:
        return Found((_topic(document, whole, spoken.title, spoken.year, labelled, lead, mentions),))
    sheet = title_by_fact_line(document) or ((titled_by_facts(document) or over) if kind in _OWN_HEADLINES else None)
    if sheet is not None:
        return Found((_topic(document, whole, sheet.title, sheet.year, labelled, lead, mentions),))
    if page and kind in (DocumentKind.REVIEW, DocumentKind.PRESS, DocumentKind.INTERVIEW, DocumentKind.OTHER):
        named = title_year(page)
        if named.year is None and not _named_in(document, mentions, named.title):
            held = titled_in_headline(document, mentions, page)
        else:
            held = dated(document, mentions, named)
        if held is not None:
            return Found((_topic(document, whole, held.title, held.year, labelled, lead, mentions),))
    opening = titled_in_opening(document, mentions) if kind in _OWN_HEADLINES else None
    if headed is None and opening is not None:
        return Found((_topic(document, whole, opening.title, opening.year, labelled, lead, mentions),))
    if headed is not None:
        return Found((_topic(document, whole, *headed, labelled, lead, mentions),))
    told = title_in_opening_lines(document) if kind in _OWN_HEADLINES else None
    if told is not None:
        return Found((_topic(document, whole, told.title, told.year, labelled, lead, mentions),))
    if kind in (DocumentKind.REVIEW, DocumentKind.PRESS, DocumentKind.INTERVIEW, DocumentKind.SCORES):
        most_named = _most_named(document, mentions, sentences)
        if most_named is not None:
            named = title_year(most_named.of(document.text))
            return Found((_topic(document, whole, named.title, named.year, labelled, lead, mentions),))
    return Found((), "it does not say which film it is about; name it with --film")


def _is_another(lead: Lead, title: str) -> bool:
    """Whether the opening defines something that is not what the heading names."""
    named = lead.other_named
    return bool(named) and not re.search(rf"(?<!\w){re.escape(title)}(?!\w)", named, re.IGNORECASE) and not same_title(named, title)


_LONGEST_HEADING = 80
# "Victoria (2015) – one night, one take": what stands behind the year is the writer's.
_TAGGED_TITLE = re.compile(r"(?P<title>[^\W_][^()\n]{0,80}[^\s()]) \((?P<year>18[89]\d|19\d\d|20[0-4]\d)\)\s*[–—:|-]\s*\S")
# What may stand under a headline of its own, which names the film or does not.
_OWN_HEADLINES = (DocumentKind.REVIEW, DocumentKind.PRESS, DocumentKind.INTERVIEW, DocumentKind.OTHER)
# A page on a series may wear a film's infobox; its opening knows better.
_SEVERAL = re.compile(r"\b(?:series|franchise|trilogy|tetralogy)\b", re.IGNORECASE)


def _topic(
    document: Document, passage: Span, title: str, year: int | None, labelled: Labelled, lead: Lead, mentions: Sequence[Mention]
) -> Topic:
    """A topic with the spans that name it; the year from the lead, the labels or the page title."""
    text = document.text
    title = spelt_as_told(text, title)
    title_spans = [
        span for span in (lead.title, labelled.title) if span is not None and same_title(title_year(span.of(text)).title, title)
    ]
    title_spans += [m.span for m in mentions if m.kind is MentionKind.WORK and same_title(m.surface, title)][:1]
    if not title_spans:
        at = text.find(title)
        title_spans = [Span(at, at + len(title))] if at >= 0 else []
    if not title_spans:
        # The user or the page title names it and the words never do: the opening stands for it.
        title_spans = [document.blocks[0].span] if document.blocks else [passage]
    year_spans = [lead.year] if lead.year is not None else []
    if year is None and lead.year is not None:
        year = int(lead.year.of(text))
    if year is None:
        year = title_year(document.title or "").year
    if year is None and not labelled.years and (behind := year_behind(document, title)) is not None:
        year, year_spans = int(behind.of(text)), [behind]
    if labelled.years:
        year = int(labelled.years[0].of(text)) if year is None else year
        year_spans += [span for span in labelled.years if span.of(text) == str(year)][:1]
    if year is None and passage.start == 0 and (told := told_year(document)) is not None:
        year = int(told.of(text))
        year_spans = [told]
    if year is not None and not year_spans:
        at = text.find(str(year))
        year_spans = [Span(at, at + 4)] if at >= 0 else []
    aliases: dict[str, None] = {}
    # An infobox and the opening beside it are about one film, by whatever names.
    boxed = labelled.in_infobox and labelled.title is not None and same_title(title_year(labelled.title.of(text)).title, title)
    opening = (lead.title,) if boxed and lead.title is not None and lead.sure else ()
    second = re.compile(rf"{re.escape(title)} \(([^\W\d_][^()\d\n]{{1,60}})\)", re.IGNORECASE)
    if document.blocks and (heading := second.fullmatch(document.blocks[0].span.of(text).strip())):
        aliases[heading.group(1)] = None  # "Ikiru (To Live)"
    for span in (*labelled.aliases, *opening, *lead.aliases, *title_spans):
        name = title_year(span.of(text)).title
        if not same_title(name, title) and len(name) <= 100 and span != passage and "\n" not in name:
            aliases[name] = None
    if document.blocks and title_spans[0] == document.blocks[0].span:
        aliases.pop(title_year(title_spans[0].of(text)).title, None)
    return Topic(
        id=f"{document.id}/0",
        title=title,
        year=year,
        aliases=tuple(aliases),
        identifiers=labelled.identifiers,
        passage=passage,
        title_evidence=tuple(Evidence.cite(document, span) for span in dict.fromkeys(title_spans)),
        year_evidence=tuple(Evidence.cite(document, span) for span in dict.fromkeys(year_spans)),
        confidence=0.98 if labelled.title is not None or lead.sure else 0.8,
    )


def _spelt(document: Document, mentions: Sequence[Mention], words: str) -> str:
    """The spelling that the text itself gives a title known from its slug."""
    named = slug_title(words) or slug_title(slugify(words))
    plain = named.title if named else words
    wanted = slugify(plain)
    spellings = Counter(m.surface for m in mentions if m.kind is MentionKind.WORK and slugify(m.surface) == wanted)
    if spellings:
        return min(spellings, key=lambda s: (-spellings[s], s))
    pattern = re.compile(
        r"\b" + r"[\W_]{0,4}".join("['’]?".join(map(re.escape, word)) for word in plain.split()) + r"\b", re.IGNORECASE
    )
    found = [m.group() for m in pattern.finditer(document.text) if m.group()[0].isupper() or m.group()[0].isdigit()]
    if found and any(character.isalpha() for character in plain):
        return found[0]
    small = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
    parts = plain.split()
    return " ".join(w if w in small and i else w[:1].upper() + w[1:] for i, w in enumerate(parts))


def _headed(document: Document) -> tuple[str, int | None] | None:
    """Title and year that the first line gives as "Title (Year)", or as a heading in capitals that the text goes on to name."""
    first = next((block for block in document.blocks if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)), None)
    words = first.span.of(document.text).strip() if first is not None else ""
    named = title_year(words)
    if first is None or not 1 < len(named.title) <= _LONGEST_HEADING or "\n" in words or names_no_film(words):
        return None
    tagged = _TAGGED_TITLE.match(words)
    if tagged is not None:
        return _as_told(document, tagged["title"], first.span.end), int(tagged["year"])
    if named.year is not None and words.rstrip().endswith(f"({named.year})"):
        return _as_told(document, named.title, first.span.end), named.year
    if first.kind is BlockKind.HEADING and named.title.isupper():
        told = _as_told(document, named.title, first.span.end)
        return (told, named.year) if told != named.title else None
    return None


def _as_told(document: Document, title: str, after: int) -> str:
    """A title in capitals as the text after it spells it; else as it is."""
    if not title.isupper():
        return title
    found = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)", re.IGNORECASE).finditer(document.text, after)
    spelt = (match.group() for match in found if not match.group().isupper() and match.group()[0].isupper())
    return next(spelt, title)


def _named_in(document: Document, mentions: Sequence[Mention], title: str) -> bool:
    if not 1 < len(title) <= 100:
        return False
    if any(m.kind is MentionKind.WORK and same_title(m.surface, title) for m in mentions):
        return True
    return len(re.findall(rf"(?<!\w){re.escape(title)}(?!\w)", document.text)) >= 2


_OPENING = re.compile(
    r"^(?P<title>[A-Z0-9][^\n.,;:!?\"“”]{0,80}?) (?:is|was|tells|follows|stars|opens|begins|marks|delivers|offers|remains|has|feels|proves) "
)


def _most_named(document: Document, mentions: Sequence[Mention], sentences: tuple[Sentence, ...]) -> Span | None:
    """The title that a review keeps coming back to, earlier mentions weighing more."""
    text = document.text
    scores: Counter[str] = Counter()
    first: dict[str, Span] = {}

    def vote(span: Span, weight: float) -> None:
        key = slugify(span.of(text)) or span.of(text)
        scores[key] += weight  # type: ignore[assignment]  # a Counter of floats
        first.setdefault(key, span)

    for mention in mentions:
        if mention.kind is MentionKind.WORK and mention.score >= 0.6:
            vote(mention.span, 1.0 if mention.span.start > len(text) // 3 else 2.0)
    body = [s for s in sentences if document.blocks[s.block].kind is BlockKind.PARAGRAPH]
    for number, sentence in enumerate(body[:40]):
        match = _OPENING.match(sentence.span.of(text))
        if match and slugify(match["title"]) not in {
            "i",
            "we",
            "you",
            "it",
            "he",
            "she",
            "this",
            "there",
            "that",
            "who",
            "what",
            "the-film",
            "the-movie",
            "the-story",
            "here",
        }:
            span = Span(sentence.span.start, sentence.span.start + match.end("title"))
            words = match["title"]
            repeated = len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text))
            if len(words.split()) <= 8 and all(not w[0].islower() or len(w) <= 4 for w in words.split()) and repeated >= 2:
                vote(span, repeated + (3.0 if number == 0 else 0.0))
    if not scores:
        return None
    best = max(scores, key=lambda key: (scores[key], -first[key].start))
    return first[best] if scores[best] >= 2 else None
