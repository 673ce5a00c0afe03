"""Finds the series that the film belongs to, and the words that say so.

Enters a sentence or a heading; leaves (name, span, confidence, polarity). "One of the best films"
is no series; where a document names none, its words for the film's place in it stand in.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.named_things import other_subject
from filmdossier.extract.phrases import CAPITALISED
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import is_own, shares_name
from filmdossier.model.annotations import Annotations, Sentence, Topic
from filmdossier.model.claim import Polarity
from filmdossier.model.text import BlockKind, MarkKind, Origin, Span
from filmdossier.model.titles import slugify

Membership = tuple[str, Span, float, Polarity]

_ORDINAL = r"(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|(?:twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|twenty-[a-z]+)th|\d{1,2}(?:st|nd|rd|th)|final|last|latest|next|opening|initial|penultimate|only|concluding)"
_SERIES_NOUN = r"(?:film series|movie series|films? franchise|media franchise|[Ff]ranchise|series|[Ss]aga|[Tt]rilogy|[Tt]etralogy|quadrilogy|films|movies|cinematic universe|Cinematic Universe|[Uu]niverse|cycle|duology|anthology series)"
_HEAD = r"(?:films?|movies?|instal?lments?|entry|entries|chapters?|parts?|pictures?|outings?|features?)"
_PART = re.compile(
    rf"\b(?P<head>{_ORDINAL}(?:[- ](?:and (?:{_ORDINAL}) )?(?:\w+ ){{0,2}}?{_HEAD})?|(?:[Aa]n?|another) (?:\w+ )?(?:instal?lment|entry|chapter)|part)(?: (?!(?:in|of|to|and|that|by|on|for|at) )[a-z][\w-]+){{0,2}} (?:in|of|to)"
    rf" (?:what (?:is|was|became|would become) )?(?P<whole>(?:the |an? |his |her |its |their |this |(?P<owner>{CAPITALISED}(?: {CAPITALISED})*['’]s? ))?[\"“]?(?P<name>(?:[\w.'’!?:&-]+(?:,(?= [A-Z]))? ){{0,8}}?){_SERIES_NOUN})\b(?P<of> of (?:[\w'’-]+ ){{0,3}}?(?:films|movies|biopics|thrillers|comedies|westerns)(?: about [^.,;]{{3,60}})?)?"
)
_AGAIN = re.compile(rf".*\b{_ORDINAL} (?:{_HEAD} )?(?:in|of) (?:the |an? )?")
_IN_SERIES = re.compile(
    r"\b(?:(?:is|was) (?:an?|the) [^.;,]{0,90}?\b(?P<head>film|movie|picture|short|western|Western|adaptation|sequel|reboot|prequel|spin-off|feature) (?:in|of|from)|(?:It|[Tt]he film|movie) (?:belongs to|forms part of|is (?:a )?part of))"
    r" the (?P<whole>(?P<name>(?:[A-Z0-9][\w.'’!?:&-]*(?:,(?= [A-Z]))? (?:(?:of|the|and|in|to|a) ){0,2}){1,8})"
    r"(?:live-action |animated )?(?:film series|movie series|film franchise|media franchise|[Ff]ranchise|[Tt]rilogy|[Ss]aga|[Cc]inematic [Uu]niverse))\b"
)
# "It completes Lupino's 'Sea Trilogy'", "the film launched the Captain Bly franchise".
_BEGUN = re.compile(
    rf"\b(?:launch(?:es|ed)|spawn(?:s|ed)|beg[ai]n|begins|start(?:s|ed)|kick(?:s|ed) off|inaugurat(?:es|ed)|complet(?:es|ed)|conclud(?:es|ed)|clos(?:es|ed)|end(?:s|ed)|ma(?:kes?|de) up|form(?:s|ed)|round(?:s|ed) (?:out|off))"
    rf" (?P<whole>(?:the |{CAPITALISED}(?: {CAPITALISED})*['’]s? )(?P<quote>[\"“])?(?P<name>(?:[A-Z][\w.'’!?:&-]*(?: (?:of|the|and) )? ?){{1,6}}?)(?:film series|franchise|[Ff]ranchise|[Ss]aga|[Tt]rilogy|cinematic universe|Cinematic Universe))\b"
)
# "The second Pink Panther film": the name is the title's, or set like one.
_NTH_FILM = re.compile(
    rf"\b{_ORDINAL} (?:and (?:{_ORDINAL}) )?[\"“]?(?P<whole>(?P<name>[A-Z][\w.'’!?:&-]*(?: [A-Z0-9][\w.'’!?:&-]*){{0,4}})[\"”]? (?:film|movie|picture|outing|entry|instal?lment|adventure))\b"
)
_FOLLOWS = re.compile(r"\b(?:sequel|prequel|follow-up|reboot|remake|spin-off)\b")
_TITLED_SERIES = re.compile(r"^(?P<name>.+) (?:film series|franchise|trilogy|films|series)$")
_MENTIONS_MANY = re.compile(
    r"\b(?:best|greatest|worst|most|top|favou?rite|earliest|other|previous|prior|all|scenes?|television|TV|web|book|novel|comic|anime|video game|game|radio|World|concert|were|was|had|have|been)\b"
)

_SERIES_CATEGORY = re.compile(
    r"^(?:The )?(?P<name>[A-Z0-9].*?)(?: \((?P<kind>franchise|film series)\)(?: films)?| films| (?P<plain>franchise|film series))$"
)


def series_in(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Membership]:
    """The series that a sentence puts the film in: "the third film in the Scream franchise"."""
    text, span = annotations.document.text, sentence.span
    if not sentence.section:
        yield from _placed(text, span)
    yield from _begun(annotations, topic, span)
    yield from _nth(annotations, topic, span)
    for match in _PART.finditer(text, span.start, span.end):
        name = re.sub(r"^(?:the|an?|his|her|its|their|this) ", "", match["whole"]) + (match["of"] or "")
        proper = bool(re.search(r"[A-Z]", match["name"] or "") or match["owner"])
        vague = re.fullmatch(r"(?:[a-z][a-z-]* ){0,2}(?:series|franchise|saga|trilogy)", name) is not None
        many = name.endswith(("films", "movies")) and not match["of"] and not proper
        if (
            many
            or len(name) > 90
            or _MENTIONS_MANY.search(name)
            # A sequel belongs to the series of the film that it follows.
            or (
                other_subject(annotations, topic, span.start, match.start()) is not None
                and not (proper and _FOLLOWS.search(text, span.start, match.start()))
            )
        ):
            continue
        if vague and not (
            re.search(_HEAD, match["head"]) and re.match(_ORDINAL, match["head"]) and text[match.end() : match.end() + 4] != " of "
        ):
            continue
        sure = 0.85 if proper else 0.55
        whole = Span(match.start("whole"), match.end())
        if (inner := _AGAIN.search(name)) is not None:
            name = name[inner.end() :]  # "first feature of Ann Day and second part of the Harbour Trilogy"
        if vague:
            # The document names no series: its words for the film's place in it are all there is.
            name, whole, sure = match.group(), Span(match.start(), match.end()), 0.5
        before = text[span.start : match.start()]
        if re.search(r"\b(?:wrote|written|directed|starred|multiple|several|previous\w*)\b[^,;]{0,40}$", before):
            continue
        if proper and (lower := re.match(r"(?:[a-z-]+ )+(?=[A-Z0-9])", name)):
            name = name[lower.end() :]  # "long running James Bond series"
        polarity = Polarity.PLANNED if re.search(r"\bplanned\b", before[-60:]) else polarity_of(before[-60:])
        yield name.replace('"', "").replace("“", "").replace("”", "").strip(" ,"), whole, sure, polarity


def _placed(text: str, span: Span) -> Iterator[Membership]:
    """ "is a 1947 Western film in the Red Ryder film series": no number, but a name."""
    for match in _IN_SERIES.finditer(text, span.start, span.end):
        if not _MENTIONS_MANY.search(match["name"]):
            yield (
                match["whole"],
                Span(match.start("whole"), match.end("whole")),
                0.8,
                polarity_of(text[span.start : match.start()][-60:]),
            )


def _begun(annotations: Annotations, topic: Topic, span: Span) -> Iterator[Membership]:
    """The series that the film opens or closes."""
    text = annotations.document.text
    for match in _BEGUN.finditer(text, span.start, span.end):
        if other_subject(annotations, topic, span.start, match.start()) is None and not _MENTIONS_MANY.search(match["name"]):
            name = re.sub(r"^the |[\"“]", "", match["whole"])
            at = Span(match.start("whole"), match.end("whole"))
            yield name, at, 0.7, polarity_of(text[span.start : match.start()][-60:])


def _nth(annotations: Annotations, topic: Topic, span: Span) -> Iterator[Membership]:
    """The series whose name stands between a number and the word film."""
    text = annotations.document.text
    for match in _NTH_FILM.finditer(text, span.start, span.end):
        at = Span(match.start("name"), match.end("name"))
        titled = any(mark.span.overlaps(at) for mark in annotations.marks_in(at, MarkKind.ITALIC))
        own = set(slugify(topic.title).split("-"))
        named = titled or (len(match["name"].split()) > 1 and set(slugify(match["name"]).split("-")) <= own)
        if named and other_subject(annotations, topic, span.start, match.start()) is None and not is_own(topic, match["name"]):
            yield f"{match['name']} films", at, 0.7, polarity_of(text[span.start : match.start()][-60:])


def series_headings(annotations: Annotations, topic: Topic) -> Iterator[Membership]:
    """Headings that are the name of a series whose title is the film's."""
    text = annotations.document.text
    for block in annotations.blocks_in(topic.passage, BlockKind.HEADING):
        titled = _TITLED_SERIES.match(block.span.of(text))
        if titled and (titled["name"] in topic.title or topic.title in titled["name"]):
            yield block.span.of(text), block.span, 0.6, Polarity.ASSERTED


def series_categories(annotations: Annotations, topic: Topic) -> Iterator[Membership]:
    """Categories named for a series: "Evil Dead (franchise) films", or "X-Men films" where the title begins with the name."""
    text = annotations.document.text
    for block in annotations.document.fields(Origin.CATEGORIES):
        for item in block.cells[0].items if block.span.start in topic.passage else ():
            match = _SERIES_CATEGORY.match(item.of(text))
            kind = (match["kind"] or match["plain"] or "") if match else ""
            if match and ((kind and shares_name(topic, match["name"])) or match["name"] in _stems(topic.title)):
                yield f"{match['name']} {kind or 'films'}", item, 0.6, Polarity.ASSERTED


def own_series(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Membership]:
    """The series that bears the film's own name: "all three Cannonball Run films", "the Rocky series"."""
    names = "|".join(
        re.escape(name) for name in sorted({*_stems(topic.title), re.sub(r"^The ", "", topic.title)}, key=len, reverse=True)
    )
    pattern = re.compile(
        rf"(?<![\w’'-])(?:{names})[”\"]? (?:films|film series|movies|movie series|franchise|series|trilogy|saga)\b"
    )
    for match in pattern.finditer(annotations.document.text, sentence.span.start, sentence.span.end):
        yield match.group().replace('"', ""), Span(match.start(), match.end()), 0.6, Polarity.ASSERTED


def _stems(title: str) -> set[str]:
    """What names the series in a title: the words before its colon or its number."""
    match = re.match(r"(?P<stem>.+?)(?::| (?:Part )?(?:\d{1,2}|I{1,3}|IV|VI{0,3}|IX|X)$)", title)
    return {match["stem"], re.sub(r"^The ", "", match["stem"])} if match else set()
