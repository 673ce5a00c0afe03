"""Builds the topic of a document from what was found: where its title and year are said, its other names, its ids."""

import re
from collections import Counter
from collections.abc import Sequence

from filmdossier.annotate.alone import COPY
from filmdossier.annotate.headline import spelt_as_told, year_behind
from filmdossier.annotate.labelled import Labelled
from filmdossier.annotate.lead import Lead
from filmdossier.annotate.told_year import told_year
from filmdossier.model.annotations import Mention, MentionKind, Topic
from filmdossier.model.text import Document, Evidence, Span
from filmdossier.model.titles import same_title, slug_title, slugify, title_year


def topic_of(
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
    if year is None and passage.start == 0 and (told := told_year(document, title)) is not None:
        year, year_spans = told.year, [told.span]
    if year is not None and not year_spans:
        at = text.find(str(year))
        year_spans = [Span(at, at + 4)] if at >= 0 else []
    aliases: dict[str, None] = {}
    # An infobox and the opening beside it are about one film, by whatever names.
    boxed = labelled.in_infobox and labelled.title is not None and same_title(title_year(labelled.title.of(text)).title, title)
    opening = (lead.title,) if boxed and lead.title is not None and lead.sure else ()
    second = re.compile(
        rf"\W*{re.escape(title)} [(\[](?:[A-Z]\w+: )?([^\W\d_][^()\[\]\d\n]{{1,60}})[)\]](?:$|(?=,? (?-i:[A-Z])[^\n()]{{2,40}} \d{{4}}\b))",
        re.IGNORECASE | re.MULTILINE,
    )
    for block in document.blocks[:4]:
        if (heading := second.match(text, block.span.start, block.span.end)) is not None and not COPY.search(heading[1]):
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


def spelt_of_slug(document: Document, mentions: Sequence[Mention], words: str) -> str:
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
