"""Finds the film, or films, that a document is about.

In order of trust: what the user said; labelled values (infobox, front matter, schema.org data);
the opening of an article; the page's own title; the title a review keeps naming. Pages on
persons, series, lists and other works name no film, and the reason is said. A document whose
headings are several films ("Title (Year)") is about each of them, part by part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.annotate.alone import announced_in, titled_alone
from filmdossier.annotate.entries import only_entry
from filmdossier.annotate.fact_title import title_by_fact_line, title_in_opening_lines
from filmdossier.annotate.heading import headed
from filmdossier.annotate.headline import dated, only_headed, sheet_heading, titled_by_facts, titled_in_headline, titled_in_opening
from filmdossier.annotate.labelled import Labelled, read_labels
from filmdossier.annotate.lead import Lead, read_lead
from filmdossier.annotate.life import told_life
from filmdossier.annotate.parts import parts
from filmdossier.annotate.standfirst import titled_in_standfirst
from filmdossier.annotate.subtitle import titled_in_first_line, titled_over_facts
from filmdossier.annotate.told_of import told_of
from filmdossier.annotate.topic import spelt_of_slug, topic_of
from filmdossier.model.annotations import DocumentKind, FilmHint, Mention, MentionKind, Sentence, Topic
from filmdossier.model.text import Document, Span
from filmdossier.model.titles import TitleYear, names_no_film, same_title, title_year


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

    def about(named: TitleYear, labels: Labelled = labelled, opening: Lead = lead) -> Found:
        return Found((topic_of(document, whole, named.title, named.year, labels, opening, mentions),))

    if hint is not None:
        return about(TitleYear(hint.title, hint.year))
    if labelled.other:
        return Found((), f"its infobox describes a {labelled.other}")
    if names_no_film(document.title or ""):
        return Found((), f"its title, {document.title}, names something that is not one film")
    if (person := told_life(document)) is not None and labelled.title is None:
        return Found((), f"its opening tells the life of {person}")
    head = headed(document)
    if head is None and lead.other:
        head = titled_in_first_line(document)
    dated_head = head if head is not None and head.year is not None else None
    if lead.other and dated_head is not None and _is_another(lead, dated_head.title):
        # "Farewell, My Lovely (1975)" is over a review, whatever novel its first sentence is on.
        return about(dated_head, opening=Lead())
    if lead.other and (labelled.title is None or (labelled.in_infobox and _SEVERAL.search(lead.other))):
        return Found((), f"its opening describes {lead.other}")
    if labelled.title is not None:
        held = _under_a_headline(document, kind, labelled, labelled.title, mentions)
        if held is not None:
            return about(held, labels=Labelled())
        words = title_year(labelled.title.of(document.text))
        title = spelt_of_slug(document, mentions, words.title) if labelled.title_is_slug else words.title
        return about(TitleYear(title, labelled.year or words.year))
    if lead.title is not None and dated_head is not None and not lead.sure:
        same = same_title(title_year(lead.title.of(document.text)).title, dated_head.title)
        return about(dated_head, opening=lead if same else Lead())
    if lead.title is not None:
        return about(TitleYear(title_year(lead.title.of(document.text)).title, None))
    named = next(_named(document, kind, mentions, labelled, head), None)
    return about(named) if named is not None else Found((), "it does not say which film it is about; name it with --film")


def _under_a_headline(
    document: Document, kind: DocumentKind, labelled: Labelled, label: Span, mentions: Sequence[Mention]
) -> TitleYear | None:
    """The film of a page whose labelled title is a headline; None where the label is the film's title itself."""
    named = title_year(label.of(document.text))
    if labelled.in_infobox or labelled.title_is_slug or named.year is not None:
        return None
    held = titled_in_headline(document, mentions, named.title) if labelled.year is None else None
    if held is None and labelled.year is None and kind in _OWN_HEADLINES and only_headed(document, label):
        held = titled_in_opening(document, mentions)
    return held


def _named(
    document: Document, kind: DocumentKind, mentions: Sequence[Mention], labelled: Labelled, head: TitleYear | None
) -> Iterator[TitleYear]:
    """The film by its headings and by what is said of it, the surest first, where neither labels nor a definition name it."""
    own = kind in _OWN_HEADLINES
    if labelled.sheet and (over := sheet_heading(document)) is not None:
        over = TitleYear(announced_in(over.title), over.year)
        told = titled_by_facts(document)
        year = told.year if told is not None and same_title(told.title, over.title) else None
        yield TitleYear(over.title, over.year or year or labelled.year)
    if head is not None and head.year is not None:
        yield head
    if own and (spoken := titled_in_standfirst(document)) is not None:
        yield spoken
    if own and (entry := only_entry(document)) is not None:
        yield entry
    if (listed := title_by_fact_line(document)) is not None:
        yield listed
    if own and (sheet := titled_by_facts(document) or titled_over_facts(document)) is not None:
        yield sheet
    if (own or kind is DocumentKind.ENCYCLOPEDIA) and (alone := titled_alone(document, mentions)) is not None:
        yield alone
    if own and document.title:
        named = title_year(document.title)
        if named.year is None and not _named_in(document, mentions, named.title):
            held = titled_in_headline(document, mentions, document.title)
        else:
            held = dated(document, mentions, named)
        if held is not None:
            yield held
    if own and head is None and (opening := titled_in_opening(document, mentions)) is not None:
        yield opening
    if head is not None:
        yield head
    if own and (line := title_in_opening_lines(document)) is not None:
        yield line
    if (own or kind is DocumentKind.SCORES) and (told_at := told_of(document, mentions)) is not None:
        yield title_year(told_at.of(document.text))


def _is_another(lead: Lead, title: str) -> bool:
    """Whether the opening defines something that is not what the heading names."""
    named = lead.other_named
    return bool(named) and not re.search(rf"(?<!\w){re.escape(title)}(?!\w)", named, re.IGNORECASE) and not same_title(named, title)


# What may stand under a headline of its own, which names the film or does not.
_OWN_HEADLINES = (DocumentKind.REVIEW, DocumentKind.PRESS, DocumentKind.INTERVIEW, DocumentKind.OTHER)
# A page on a series may wear a film's infobox; its opening knows better.
_SEVERAL = re.compile(r"\b(?:series|franchise|trilogy|tetralogy)\b", re.IGNORECASE)


def _named_in(document: Document, mentions: Sequence[Mention], title: str) -> bool:
    if not 1 < len(title) <= 100:
        return False
    if any(m.kind is MentionKind.WORK and same_title(m.surface, title) for m in mentions):
        return True
    return len(re.findall(rf"(?<!\w){re.escape(title)}(?!\w)", document.text)) >= 2
