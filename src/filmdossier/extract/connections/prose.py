"""Reads the film's links to other films: what it follows, remakes and belongs to, and what follows and remakes it.

Influences are :mod:`filmdossier.extract.influences`. Links between two other films are not taken;
planned and rumoured sequels and remakes are yielded with that polarity.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.claims import link_claims
from filmdossier.extract.connections.cues import CUES
from filmdossier.extract.connections.described_films import described_film
from filmdossier.extract.connections.headings import under_headings
from filmdossier.extract.connections.labelled_lines import labelled_lines
from filmdossier.extract.connections.nouns_after import linked_before, linked_nouns
from filmdossier.extract.connections.remade_lists import remade_lists
from filmdossier.extract.connections.retold import retold
from filmdossier.extract.connections.screen_versions import screen_versions
from filmdossier.extract.connections.series import own_series, series_categories, series_headings, series_in
from filmdossier.extract.connections.series_order import series_order
from filmdossier.extract.named_things import Thing, other_subject, things_from, title_at
from filmdossier.extract.phrases import heading_says, prose_sentences
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import is_own, with_known_year, works_in
from filmdossier.model.annotations import Annotations, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Relation
from filmdossier.model.text import Origin, Span
from filmdossier.model.titles import slugify, title_year

_INVERSE = {
    Relation.SEQUEL_TO: Relation.FOLLOWED_BY, Relation.PREQUEL_TO: Relation.FOLLOWED_BY, Relation.FOLLOWED_BY: Relation.SEQUEL_TO,
    Relation.REMAKE_OF: Relation.REMADE_AS, Relation.REMADE_AS: Relation.REMAKE_OF,
}  # fmt: skip


_TO_ONE = frozenset({Relation.SEQUEL_TO, Relation.PREQUEL_TO, Relation.REMAKE_OF, Relation.BASED_ON_FILM})


# "A sequel to Planes was released" is of another film; in "A sequel to Planes, it …" the film follows.
_OPENS_OTHER = re.compile(
    r"[!?\"”’)(\d ]{0,9}(?:was|is|were|has|had|would|will|may|came|opened|appeared|followed|went|began|entered)\b"
)
_THEN_THIS = re.compile(r"[,;] (?:it|this|the (?:film|movie|picture))\b|^[!?\"”’)(\d ]{0,9}[,;] [A-Z]")


_MAKERS_NEXT = re.compile(r"\b(?:his|her|their|[A-Z][\w.-]+['’]s?) (?:[\w-]+ ){0,3}follow-?up (?:to|of) $")
_ELSEWHERE_THEIRS = re.compile(
    r"\b(?:his|her|their|whose) (?:next|later|previous|first|second|other|subsequent|following|last|earlier) (?:\w+ )?(?:film|movie|picture|thriller|project|feature|effort|work)s?,? ?$"
)


# The other film before whose sequel is spoken of, in text that marks no titles.
_ORIGINAL = re.compile(r"\b[Tt]he original (?=[A-Z])")


_ELSEWHERE = re.compile(
    r"\b(?:references|see also|external|awards?|accolades|home media|soundtrack|music|novel|comics|video games?|merchandise|bibliography|further reading|^notes$)\b",
    re.IGNORECASE,
)
# A remake that bears the film's own title: only its year is told.
_REMADE = re.compile(
    r"\b(?:(?:was|has been|were) (?:later |also |subsequently )?remade|Remade) (?:under (?:the same|its own|this) (?:title|name) )?(?:for television |for TV |as an? (?:[\w-]+ )?(?:film|movie) )?(?:in|for) [^.;]{0,40}?(?P<year>(?:19|20)\d\d)\b(?! as| under)"
    r"|\b(?:made|filmed|shot|did|told) (?:it|the (?:film|story)) (?:anew|again|over again|afresh|once more) in (?P<again>(?:19|20)\d\d)\b(?! as| under)|\b(?:remake|remade version) (?:of|in|from) (?P<of>(?:19|20)\d\d)\b|\b[Ii]n (?P<then>(?:19|20)\d\d),? [A-Z][^,.;]{3,60} (?:directed|made|produced|shot|filmed|starred in) (?:a|an|the) (?:[\w-]+ ){0,2}remake\b(?=[.;]| (?:with|starring|set|featuring|for)\b)|\bremake\b(?! of)[^.;,]{0,60} (?:was|came|opened|appeared|followed)(?: (?:released|out|made|produced|shown|broadcast))?(?: (?:theatrically|worldwide))? (?:in|on) (?:[A-Z]\w+ )?(?:\d{1,2}, )?(?P<came>(?:19|20)\d\d)\b(?! (?:as|under|titled)\b)|\b(?:[Aa]|[Tt]he|[Ii]ts) (?P<a>(?:19|20)\d\d) (?:[\w-]+ ){0,2}remake\b(?! of)"
)
_LABELS = {
    "preceded by": Relation.SEQUEL_TO, "followed by": Relation.FOLLOWED_BY, "preceded_by": Relation.SEQUEL_TO, "followed_by": Relation.FOLLOWED_BY,
    "prequel": Relation.SEQUEL_TO, "sequel": Relation.FOLLOWED_BY, "remake of": Relation.REMAKE_OF, "series": Relation.PART_OF_SERIES, "franchise": Relation.PART_OF_SERIES,
    "film series": Relation.PART_OF_SERIES,
}  # fmt: skip


def connections(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on connections, and on the series as a fact of its own."""
    topic = with_known_year(annotations, topic)
    yield from _labelled(annotations, topic)
    yield from under_headings(annotations, topic)
    memberships = [*series_headings(annotations, topic), *series_categories(annotations, topic)]
    for sentence in prose_sentences(annotations, topic):
        if heading_says(sentence, _ELSEWHERE):
            continue
        if sentence.role not in (Role.PLOT, Role.CAST):
            yield from _linked(annotations, topic, sentence)
            yield from labelled_lines(annotations, topic, sentence)
            yield from remade_lists(annotations, topic, sentence)
            yield from linked_before(annotations, topic, sentence)
            yield from linked_nouns(annotations, topic, sentence)
            yield from series_order(annotations, topic, sentence)
            yield from screen_versions(annotations, topic, sentence)
            yield from retold(annotations, topic, sentence)
        if sentence.role is not Role.CAST:
            memberships += series_in(annotations, topic, sentence)
        if not any(sure >= 0.6 for _, _, sure, _ in memberships):
            memberships += own_series(annotations, topic, sentence)
    # "the third film in the series" adds nothing where the series is named, nor does a second name for the same one.
    named = any(sure >= 0.8 for _, _, sure, _ in memberships)
    for name, span, sure, polarity in memberships:
        again = any(other > sure and _words_of(name) & _words_of(surer) for surer, _, other, _ in memberships)
        confidence = 0.3 if again or (named and sure < 0.6) else sure
        yield from link_claims(
            annotations, topic, Relation.PART_OF_SERIES, name, None, span, confidence, polarity, "series in prose"
        )


def _words_of(series: str) -> set[str]:
    return set(slugify(series).split("-")) - {
        "the",
        "of",
        "and",
        "a",
        "film",
        "films",
        "series",
        "franchise",
        "trilogy",
        "saga",
        "movie",
        "movies",
    }


def _labelled(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    text = annotations.document.text
    for block in annotations.document.fields(Origin.INFOBOX, Origin.FRONT_MATTER, Origin.STRUCTURED_DATA):
        relation = _LABELS.get(block.label.casefold().strip(" :"))
        if relation is None or block.span.start not in topic.passage or "album" in block.template:
            continue
        for item in block.cells[0].items:
            named = title_year(item.of(text).strip(" \"“”'"))
            if not is_own(topic, named.title):
                yield from link_claims(
                    annotations, topic, relation, named.title, named.year, item, 0.95, Polarity.ASSERTED, "labelled connection"
                )


def _linked(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    text, span = annotations.document.text, sentence.span
    taken: list[Span] = []
    for match in _REMADE.finditer(text, span.start, span.end):
        titled = re.search(
            r"\bas [A-Z\"“]|: [A-Z\"“]|\b(?:called|titled|entitled)\b|^,? [\"“]?[A-Z]",
            match.group() + text[match.end() : match.end() + 30],
        )
        told = next(group for group in ("year", "again", "of", "then", "came", "a") if match[group])
        later = topic.year is None or int(match[told]) > topic.year
        if later and other_subject(annotations, topic, span.start, match.start()) is None and not titled:
            at = Span(match.start(told), match.end(told))
            taken.append(Span(match.start(), match.end()))
            yield from link_claims(
                annotations, topic, Relation.REMADE_AS, topic.title, int(match[told]), at, 0.6, Polarity.ASSERTED, "remade under its title"
            )  # fmt: skip
    for cue in CUES:
        for match in cue.pattern.finditer(text, span.start, span.end):
            at = Span(match.start(), match.end())
            if any(at.overlaps(other) for other in taken):
                continue
            described = (
                described_film(text, topic, match.end(), span.end, remake=cue.relation is Relation.REMAKE_OF)
                if cue.relation in _TO_ONE
                else None
            )
            things = [described] if described is not None else _objects(annotations, topic, match.end(), span.end)
            quoted = text.count('"', span.start, match.start()) % 2 or text.rfind("“", span.start, match.start()) > text.rfind(
                "”", span.start, match.start()
            )
            aside = text.rfind("(", span.start, match.start()) > text.rfind(")", span.start, match.start())
            if not things or quoted or aside:
                continue  # in a critic's mouth "a remake of" is a comparison
            opens = match.start() - span.start <= 2 and cue.relation in (
                Relation.SEQUEL_TO,
                Relation.PREQUEL_TO,
                Relation.REMAKE_OF,
            )
            after = text[things[-1].span.end : span.end]
            if opens and (_OPENS_OTHER.match(after) or not (_THEN_THIS.search(after) or f", {topic.title}" in after)):
                continue  # "A sequel to Planes was released": of another film
            if described is None and "," in text[match.end() : things[0].span.start].rstrip(', "“'):
                continue
            relation, subject = cue.relation, other_subject(annotations, topic, span.start, match.start())
            if any(thing.own for thing in things[:1]):
                # "X is a remake of this film": the other side of the link, with X as its end.
                inverse = _INVERSE.get(relation)
                if inverse is None or subject is None:
                    continue
                relation, things = inverse, [subject]
            elif subject is not None:
                continue  # a link between two other films
            if _MAKERS_NEXT.search(text[max(span.start, match.start() - 30) : match.end()]):
                continue  # "Raimi's follow-up to Darkman": the maker's next film, no sequel
            if match.group().lstrip(" ,(").startswith(("its ", "their ")) and _right_before(
                annotations, topic, span.start, match.start()
            ):
                continue  # "Alien and its sequel Aliens": the other film's
            if cue.relation is Relation.FOLLOWED_BY and _no_apposition(text, match.group(), things[0]):
                continue  # "In the sequel, Holmes has less to do"
            if match.group().lstrip(" ,(").startswith("its ") and _ORIGINAL.search(text, span.start, match.start()):
                continue  # "the original Psycho and, later, its sequel": not this film's
            if _ELSEWHERE_THEIRS.search(text[max(span.start, match.start() - 60) : match.start()]):
                continue  # "for his next thriller, a remake of The Thing"
            taken.append(at)
            before = text[max(span.start, match.start() - 90) : match.end()]
            polarity = polarity_of(re.sub(r"\boriginally\b", "", before))
            if re.search(
                r"\b(?:planned|proposed|potential|possible|rumou?red|unmade|cancelled|canceled|announced|unproduced|abandoned|in development)\b",
                before[-60:],
            ):
                polarity = Polarity.PLANNED
            after = text[things[-1].span.end : min(things[-1].span.end + 90, span.end)]
            if re.search(
                r"\b(?:planned|in (?:the works|development|pre-?production)|never (?:made|released|materiali[sz]ed)|shelved|announced|cancelled)\b",
                after,
            ) and not re.search(r"\breleased\b", after):
                polarity = Polarity.PLANNED
            for thing in things:
                if thing.film is False or (is_own(topic, thing.name) and thing.year is None and relation is not Relation.REMADE_AS):
                    continue
                sure = cue.confidence - (0.0 if thing.titled else 0.15)
                yield from link_claims(
                    annotations, topic, relation, thing.name, thing.year, thing.span, sure, polarity, "connection in prose"
                )


def _no_apposition(text: str, cue: str, thing: Thing) -> bool:
    """Whether a bare name after "sequel," begins a clause of its own: a title set beside the noun is closed by a mark."""
    after = text[thing.span.end : thing.span.end + 2]
    return not thing.titled and cue.rstrip().endswith(",") and re.match(r"[,.;:)!?\n]| \(|$", after) is None


def _right_before(annotations: Annotations, topic: Topic, start: int, at: int) -> bool:
    """Whether "its" at ``at`` is another film's: its title stands before, and no word for this film after that."""
    text = annotations.document.text
    works = works_in(annotations, topic, Span(start, at)) if at > start else []
    if not works or works[-1].own:
        return False
    between = text[works[-1].span.end : at]
    return topic.title not in between and re.search(r"\b(?:[Tt]h(?:e|is) (?:film|movie|picture)|[Ii]t)\b", between) is None


def _objects(annotations: Annotations, topic: Topic, start: int, end: int) -> list[Thing]:
    """The films right after a cue: titles, or in text that marks none a capitalised name."""
    text = annotations.document.text
    things = [thing for thing in things_from(annotations, topic, start, end, reach=75, names=False) if thing.film is not False]
    if things:
        # "not a sequel, Desperado is …": what comes after the film's own title is no object of the words before it.
        return [] if topic.title in text[start : things[0].span.start] else things
    lead = re.compile(
        r"(?:the |an? |his |her |(?:popular|hit|original|classic|acclaimed|successful|earlier|first) |\d{4} |\d{4}['’]s |[a-z-]+ (?:film|movie|classic|hit|comedy|drama|thriller) |[A-Z]\w+ (?:film|movie|language film) |film |movie )*[\"“'‘]?"
    ).match(text, start, end)
    begin = lead.end() if lead else start
    title = title_at(text, begin, end)
    if title is None:
        return []
    name = title.of(text)
    if (
        text[title.end : title.end + 2] in ("'s", "’s")
        or re.match(r" (?:television|TV|web|channel|airing|series|novel|book)\b", text[title.end : title.end + 14])
        or name.endswith("Channel")
    ):
        return []  # "a remake of Burton's short film": whose, not which
    year = re.match(r"\s*[(,] ?(\d{4})\)?", text[title.end : title.end + 9])
    return [
        Thing(name=name, span=title, year=int(year.group(1)) if year else None, film=None, titled=False, own=is_own(topic, name))
    ]
