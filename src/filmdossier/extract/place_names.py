"""Reads names of places out of sentences: after a preposition, in lists, with the region behind them.

The annotator knows only well-known places; others are told by where they stand. People of the
story, works, months, languages and techniques of filming are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.extract.phrases import CAPITALISED
from filmdossier.model.annotations import Annotations, MentionKind, Role, Topic
from filmdossier.model.text import BlockKind, Origin, Span

_INNER = r"(?:of the|of|de la|de|del|du|da|do|dos|dei|della|delle|degli|di|la|le|les|el|upon|on the|sur|am)"
_TYPE = (
    r"(?:airport|studios?|hotel|beach|river|streets?|region|district|village|county|islands?|area|buildings?|castle|university|park|neighbou?rhood|suburbs?|stages?|"
    r"desert|coast|valley|mountains?|province|peninsula|backlot|lot|forest|countryside|harbou?r|station|square|bay|lake|prison|academy|school)"
)
_ADJECTIVE = (
    r"(?:(?:north|south|east|west)(?:ern|-?eastern|-?western)?|northwestern|northeastern|southwestern|southeastern|central|upper|lower|upstate|rural|coastal|downtown|midtown|suburban|"
    r"feudal|medieval|colonial|modern(?:-day)?|present-day|contemporary|wartime|post-war|postwar|pre-war|occupied|inner-city|mainland|Victorian|Edwardian|Elizabethan)"
)
NAME_OF_PLACE = rf"(?:{_ADJECTIVE} )?{CAPITALISED}(?:[ \u00a0](?:{_INNER} (?:the )?)?{CAPITALISED})*(?: (?:(?:railway|train|bus|metro|underground|subway|police|fire|power|film|movie|high|national|international|military|air) )?{_TYPE}\b)?"
_ONE = re.compile(
    rf"\s*(?:(?:the |an? )?(?:[\w-]+ ){{0,3}}(?:city|town|village|state|island|suburb|outskirts|streets|coast|banks|district|stages|sound stages|studios|canals|hills|mountains|sewers|drains|dunes|deserts?|beaches|shores|slopes|ruins|grounds|woods|forests|plains|salt flats|docks|quays|quayside|wharves|back streets|stations?|tenements|slums|cliffs?|edge|corners?|heart|middle|centre|waste ?land|surroundings|neighbou?rhoods?|quarter|port|harbou?r|foot|roof|roofs|rooftops|lanes|alleys|arches|yards|squares|valleys?|villages|ballroom|courtyard|gardens?|interior|(?:north|south|east|west) coast) of (?:the )?|(?:the |an? )?(?:[a-z-]+ ){0, 2}?(?:bar|beach|chapel|church|pub|house|farm|farmhouse|hall|cinema|school|hotel|factory|studio|tank|pool|street|park|warehouse|garage|hangar|flat|apartment|mansion|caf[eé]|lake|quarry) (?:on|in|at|near|off) (?:the (?:edge|outskirts) of )?(?:the )?|the (?:former|old|real|famous|disused|abandoned|derelict) |both |the |an? |nearby |various parts of |parts of )*(?P<name>{NAME_OF_PLACE})"
)
_NOTE = re.compile(r"\s*\([^()]{0,120}\)")
_NEXT = re.compile(
    r"\s*(?:,\s*(?:and |& |as well as |along with )?(?:also )?(?:in |at |on |near |around )?|;\s*(?:and |& )?(?:also )?(?:in |at |on |near |around )|;\s*(?:and )?(?=[A-Z][^,;.]{2,40}, [A-Z][\w ]+(?:[,;.]| and))|and (?:also |then )?(?:in |at |on |near |around |to )?|& |as well as (?:in |at |on )?|(?:in|near|outside|at) )(?=(?:the |an? |both |nearby )?(?:[A-ZÀ-Þ]|(?:north|south|east|west|central|rural|downtown)))"
)
_REGION = re.compile(
    r", (?P<region>(?:Co\.|County) [A-Z]\w+|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|"
    r"Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|"
    r"Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|D\.C\.?|"
    r"Ontario|Quebec|British Columbia|Alberta|Manitoba|Nova Scotia|New South Wales|Queensland|(?:West |East )?Sussex|(?:North |South |West )?Yorkshire|Wiltshire|Oxfordshire|Berkshire|Buckinghamshire|Hertfordshire|Bedfordshire|Gloucestershire|Hampshire|Northumberland|Lancashire|Cheshire|Derbyshire|Lincolnshire|Cambridgeshire|Shropshire|Worcestershire|Warwickshire|Somerset|Surrey|Kent|Essex|Norfolk|Suffolk|Devon|Cornwall|Cumbria|Dorset|Perthshire|Fife|Tamil Nadu|Kerala|Karnataka|Rajasthan|Maharashtra|West Bengal)\b(?=[,.;)]|\s+[a-z]|\s*$|\s*\()"
)
_NATION = re.compile(
    r", (?P<region>England|Scotland|Wales|(?:Northern )?Ireland|France|Germany|Italy|Spain|Portugal|Austria|Switzerland|Japan|China|India|Pakistan|Bangladesh|Sri Lanka|Canada|"
    r"Mexico|Australia|New Zealand|Russia|Poland|Hungary|Czech Republic|Romania|Bulgaria|Greece|Turkey|Morocco|Egypt|Israel|South Africa|Thailand|Philippines|South Korea|Taiwan|"
    r"Brazil|Argentina|Sweden|Norway|Denmark|Finland|Iceland|Belgium|Malta|Greenland|Okinawa|Cuba|Jamaica|Hawaii)\b(?=[,.;)]|\s+(?!and (?:the )?[A-Z])[a-z]|\s*$)"
)
_NO_PLACE = re.compile(
    r"^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b.*|"
    r"(?:Technicolor|CinemaScope|Cinemascope|Panavision|VistaVision|Super|Kodak|Eastman\w*|IMAX|Arri\w*|Ultra|HD|DV|3-?D|Todd-AO|Dolby|Blu-ray|DVD|VHS|Metrocolor|Warnercolor|Deluxe|Fujifilm|Red|Steadicam)\b.*|"
    r"(?:English|French|German|Spanish|Italian|Japanese|Hindi|Tamil|Telugu|Malayalam|Kannada|Bengali|Urdu|Mandarin|Cantonese|Korean|Russian|Latin|Arabic|Swedish|Danish|Dutch|Portuguese|Polish|Marathi|Punjabi|Hebrew|Yiddish)|"
    r"(?:Act|Part|Room|Stage [A-Z0-9]|Chapter|Episode|Season|Volume|Scene|Reel|Take|Day|Christmas|Easter|Oscar\w*|God|Heaven|Hell|Mr|Mrs|Ms|Dr|Sir|Lady|Lord|He|She|It|They|His|Her|The|This|That|A|An|I|First|Second|Third|Spring|Summer|Autumn|Winter|Bay$|River$|Island$|Strip$|City Hall$|Channel$|Continent$|West$|East$|North$|South$|FBI|CIA|NASA|TV|US Army|Army|Navy|Congress|Parliament|Police|Internet)\b.*)$"
)
_MODIFIES = re.compile(
    r" (?:films?|(?:film |television |TV )?series|(?:cinematic )?universe|franchise|saga|movies?|pictures?|productions?|musicals?|style|paintings?|quarter|actors?|crew|police|officials?|government|cinema|version|time)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written; ``known`` if the annotator's list of places has it or its region."""

    name: str
    span: Span
    known: bool


def places_from(
    annotations: Annotations, start: int, end: int, strangers: frozenset[str] = frozenset(), *, strict: bool = False
) -> Iterator[Place]:
    """The places in the list that begins right at ``start``; ``strangers`` are names known to be of something else.

    ``strict``: behind a comma only places of the annotator's list go on with it; a new clause may begin there.
    """
    text = annotations.document.text
    position = start
    while (match := _ONE.match(text, position, end)) is not None:
        name, at = match["name"], match.start("name")
        name = re.sub(r"['’]s?$", "", name.rstrip(".")) if not name.endswith("D.C.") else name
        stop = at + len(name)
        if _MODIFIES.match(text, stop, end):
            return
        if not name or _NO_PLACE.match(name) or name in strangers or _is_work(annotations, Span(at, stop)):
            return
        if any(m.span == Span(at, stop) for m in annotations.mentions_in(Span(at, stop), MentionKind.NATIONALITY)) and not _known(
            annotations, Span(at, stop)
        ):
            return
        if re.fullmatch(r"[A-Z]{2,4}", name) and not _known(annotations, Span(at, stop)):
            return
        if at > start and text.startswith(("'", "’"), stop):
            return  # "is Tankersley Old Hall, and the Caspers' house …"
        if (
            text[max(start, at - 2) : at] == "; "
            and re.match(r" [a-z]", text[stop : stop + 2])
            and any(mention.span == Span(at, stop) for mention in annotations.mentions_in(Span(at, stop), MentionKind.PERSON))
        ):
            return  # "in the studio at Bondi Junction; Brian West camera"
        region = _REGION.match(text, stop, end)
        known = _known(annotations, Span(at, stop))
        if not region and not _known(annotations, Span(at, stop)):
            region = _NATION.match(text, stop, end)
        if region and not _is_state(name):
            stop, known = region.end("region"), True
            if text[stop - 1] == "C":
                stop += text[stop : stop + 1] == "."
        if strict and not known and at > start and text[at - 2 : at] == ", ":
            return
        yield Place(text[at:stop], Span(at, stop), known)
        note = _NOTE.match(text, stop, end)
        between = _NEXT.match(text, note.end() if note else stop, end) or (
            re.compile(r" (?=[A-Z])").match(text, note.end(), end) if note else None
        )
        if between is None or match["name"] != name:
            return
        position = between.end()


def _known(annotations: Annotations, span: Span) -> bool:
    return next(annotations.mentions_in(span, MentionKind.PLACE), None) is not None


def _is_state(name: str) -> bool:
    return _REGION.match(f", {name}.") is not None and name not in ("New York", "Washington")


def _is_work(annotations: Annotations, span: Span) -> bool:
    return any(
        m.span.overlaps(span) and m.score >= 0.7
        for m in annotations.mentions_in(Span(max(0, span.start - 1), span.end + 1), MentionKind.WORK)
    )


_IN_BRACKETS = re.compile(r" \([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+\)")


def people_of(annotations: Annotations, topic: Topic) -> frozenset[str]:
    """Names, and words of names, of performers and characters: from parts on the cast, labelled values, and "Character (Performer)"."""
    found: set[str] = set()
    text = annotations.document.text
    for sentence in annotations.sentences_in(topic.passage):
        cast = sentence.role is Role.CAST or (
            annotations.block_of(sentence).kind is BlockKind.FIELD
            and annotations.block_of(sentence).origin is not Origin.CATEGORIES
        )
        for mention in annotations.mentions_in(sentence.span, MentionKind.PERSON, MentionKind.NAME):
            if cast or mention.score >= 0.9 or _IN_BRACKETS.match(text, mention.span.end):
                found.add(mention.surface)
                found |= {word for word in mention.surface.split() if len(word) > 2}
    return frozenset(found)
