"""Reads where the film was shot: sentences on filming, captions, and categories ("Films shot in …").

Where the story plays is :mod:`filmdossier.extract.setting`. Places only considered, and where
premieres or offices were, are not taken.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.phrases import clause_start, heading_says, speaks_of_other
from filmdossier.extract.place_names import NAME_OF_PLACE, Place, people_of, places_from
from filmdossier.extract.places_stood_in import stood_in
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Predicate
from filmdossier.model.text import BlockKind, Origin, Span

_FILMED = re.compile(
    r"\b(?:(?:was|were|is|being|been|mostly|partly|partially|entirely|mainly|also|largely|primarily|shots?|scenes?|footage|exteriors?|interiors?) )?(?:[Ff]ilmed|[Ss]hot(?<=Shot)|(?<!a )(?<!the )(?<!an )(?<!clear )(?<!first )(?<!single )(?<!last )(?<!one )(?<!long )(?<!big )(?<!gun)shot|photographed|lensed)\b(?! (?:dead|himself|herself|by the|and killed|him|her|down|to death|in the (?:back|head|leg|arm|chest)))"
    r"|\b(?:[Pp]rincipal photography|[Ff]ilming(?! (?:an?|another|his|her) )|[Ss]hooting(?! (?:an?|another|his|her) )|[Ll]ocation (?:shooting|filming|work|photography|scenes)|[Pp]roduction|[Rr]e-?shoots|[Aa]dditional (?:filming|photography|scenes))\b"
    r"|\b(?:unit|crew|company|production|shoot|filming|cameras?) (?:then |later |also |next |subsequently |first )?(?:moved|relocated|travel(?:l)?ed|went|shifted|returned)(?: on| back)?(?= to )|\bcameras? (?:rolled|turned)\b|\bscenes? (?:used|made use of|were (?:done|made|staged|set up))\b"
    r"|\b(?:unit|crew|company|cameras?|team)\b(?: (?:under|led by|headed by) [A-Z][\w.]+(?: [A-Z]\w+)?)? (?:then |also |later )?(?:went|drove|flew|travel(?:l)?ed|was sent|were sent)(?: out| off| over| up| down| north| south| west| east| on| back)? (?=to )"
    r"|\b(?:[Ee]xteriors?|[Ii]nteriors?|[Ss]cenes?|[Ss]equences?|[Mm]ost|[Mm]uch|[Aa]ll|[Hh]alf|[Pp]arts?|[Ss]ome|[Bb]ulk|[Rr]emainder|[Rr]est|[Ww]hole)(?: of (?:it|them|these|the (?:film|picture|movie|exteriors|interiors|scenes|rest|action|location work)))? (?:was|were) (?:(?:all|mostly|largely|also|then|later) )?(?:done|made|staged|taken|captured|reali[sz]ed|executed|found)\b"
    r"|\b(?:film|movie|picture|feature|[Ii]t) (?:(?:was|is|being) )?(?:\w+ly )?made(?= (?:wholly |entirely |largely |mostly |partly )?(?:on location )?(?:in|on|at) [A-Z])|\b[Mm]ade (?:wholly|entirely|largely|mostly|partly|almost (?:wholly|entirely))(?= (?:in|on|at) )"
    r"|\b(?:weeks?|days|months|nights|summer|autumn|winter|spring) (?:was|were) spent(?= )|\b[Ww]ork (?:on (?:it|the film) )?(?:began|started)(?= )|\b(?:sequences?|scenes?|chase|battle|finale|opening) (?:\w+ )?(?:took|lasted) (?:\w+ ){1,2}(?:weeks|days|months|nights)\b"
    r"|\b(?:unit|crew|company|cameras?|team|they|we) (?:\w+ ){0,2}?(?:set up camp|camped|settled|rolled|worked|turned|based (?:itself|themselves))\b|\b(?:built|rebuilt|put up|erected) (?:the|a|an|its|their|two|three|\w+een|ten|twelve|\d+) (?:\w+ ){0,2}?(?:village|town|house|houses|street|streets|sets?|church|camp|castle|saloon|huts)\b|\b(?:village|town|house|street|set)s? (?:was|were) (?:re)?(?:built|put together|constructed|found)\b(?: from)?"
    r"|\b[Pp]hotography (?:began|started|took place)\b|\b[Tt]he [\w ]{3,30} (?:was|were) found(?= (?:in|at|on|near) (?:the )?[A-Z])"
    r"|\bon location\b|\b[Ll]ocations? (?:included?|were|was|used|for|in)\b|\bset (?:was |that was )?(?:built|constructed)\b"
)
_PREPOSITION = re.compile(
    r"(?<!based )(?<!focused )(?<!worked )(?<!began )\b(?:in and around|at and around|in|at|on|near|around|outside|throughout|across|along|through|inside|including|included|among them|among these|to|using|between|from)(?: (?:both|various|several|parts of|(?:the |various |several |different |other |many |some )*(?:city|town|village|state|coast|streets|points|parts|places|spots|locations|sites|districts|suburbs|corners|areas|sections|hills|mountains|countryside|(?:\w+ )?country) (?:of|in|around|throughout|across)))* (?=\S)"
)
# "It was in Archer City that the film was shot."
_CLEFT = re.compile(
    r"\b[Ii]t (?:was|is) (?:in|at|on|around|near) (?=[^,;.]{3,60} that (?:the (?:film|picture|movie|scenes?)|it|they|most|he|she|[A-Z]\w+) (?:\w+ ){0,2}?(?:shot|filmed|made|photographed)\b)"
)
# "Ramanagara, near Bangalore": the second says where the first is.
_BESIDE = re.compile(r",? (?:near|outside|close to|not far from|(?:north|south|east|west)\w* of|miles from) (?:the )?")
# "The first half was shot in X; the second around Y": the verb is left out.
_GAPPED = re.compile(
    r"(?:; (?:and )?|, (?:and|with) )(?:(?:the|a few|some|other) )(?:[\w-]+ ){0,4}?(?:half|part|rest|remainder|second|third|others?|interiors?|exteriors?|scenes?|studio work|sequences?)(?: (?:done|shot|filmed|made|being|taken|of it))* (?:in and around|in|at|around|on|near|along) (?=\S)"
)
# "All on location in Hillsborough: the house is Rosecourt, the church stood at Oyster Point."
_ITEM = re.compile(
    r"\b(?:in|at|on|near|outside) (?=[A-Z])|(?:: |, (?:and )?| and )the [a-z][\w -]{2,30} (?:is|was|are|were) (?:at |in |on )?(?=[A-Z])"
    r"|(?<=[:,] )(?:and )?(?:the )?(?=(?:[A-Z][\w’'-]+ ){1,3}(?:Street|Road|Avenue|Square|Lane|Quay|Hotel|Hall|House|Park|Station|Bridge|Castle|Church|Cathedral|Beach|Docks)\b)"
)
_LISTED_BEFORE = re.compile(rf"(?:(?:[Tt]he )?{NAME_OF_PLACE}(?:, | and |, and | in | at | near ))*(?:[Tt]he )?{NAME_OF_PLACE}$")
_SERVED = re.compile(
    r" (?:also )?(?:(?:was|were) (?:also )?(?:one |among |the |a |used |chosen )*(?:as )?(?:a )?(?:filming |shooting )?locations?\b"
    r"|(?:served as|doubled (?:for|as)|stood in for|(?:was|were) used (?:as (?:the )?(?:exteriors?|interiors?|location|set)|for (?!the (?:score|music|title|poster|sound))(?:the |some |most |many )?\w+)|stands in for|doubles (?:for|as)|(?:also )?featured(?=\.))(?! (?:an? |the )?inspir))"
)
_NO_FILMING = re.compile(
    r"\b(?:premi[eè]r\w+|released?|festival|screened|theat(?:er|re)s|headquarter\w*|born|lived|offices?|announced|press conference|interview|rehears\w+|recorded|"
    r"considered|scouted|originally (?:planned|intended|supposed|set)|wanted to|hoped to|instead of|rather than|seeking|sought|possib\w+|would be filmed|refus\w+|studied|died|raised|scored)\b"
)
_SECTION = re.compile(
    r"\b(?:filming|locations?|photography|production|shooting|principal|development|background|trivia|making|design|notes)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:sequel|remake|release|reception|home media|soundtrack|music|references|legacy|cast(?!ing)|plot|synopsis|premise|awards|accident)\b",
    re.IGNORECASE,
)
_LOCATIONS = re.compile(r"^(?:filming |shooting )?locations?$", re.IGNORECASE)
_CATEGORY = re.compile(
    r"^(?:Films?|Movies) (?:partially |partly )?(?:shot|filmed|made) (?:in|at|on) (?:the )?(?P<place>.+?)(?: \((?:state|U\.S\. state|country|city)\))?$"
)


def places(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on where the film was shot."""
    told = list(_told(annotations, topic, people_of(annotations, topic)))
    yield from told
    # Category lines repeat and generalise what the text says; alone, they are what the document says.
    said = any(made.confidence >= 0.5 and made.polarity is Polarity.ASSERTED for made in told)
    yield from _from_categories(annotations, topic, 0.4 if said else 0.6)


def _told(annotations: Annotations, topic: Topic, people: frozenset[str]) -> Iterator[Claim]:
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION) or block.origin is not Origin.BODY:
            continue
        if sentence.role in (Role.PLOT, Role.CAST, Role.MUSIC, Role.AWARDS) or heading_says(sentence, _ELSEWHERE):
            continue
        if block.kind is BlockKind.LIST_ITEM and sentence.section and _LOCATIONS.search(sentence.section[-1]):
            for place in list(places_from(annotations, sentence.span.start, sentence.span.end))[:1]:
                yield claim(
                    annotations,
                    topic,
                    Predicate.FILMING_PLACE,
                    place.name,
                    place.span,
                    extractor="list of locations",
                    confidence=0.75,
                )
            continue
        told = (*_in_sentence(annotations, topic, sentence), *stood_in(annotations, topic, sentence))
        for place, confidence, polarity, extractor in told:
            if place.name in people and not place.known:
                continue
            yield claim(
                annotations, topic, Predicate.FILMING_PLACE, place.name, place.span, extractor=extractor, confidence=confidence, polarity=polarity
            )  # fmt: skip


def _from_categories(annotations: Annotations, topic: Topic, confidence: float) -> Iterator[Claim]:
    text = annotations.document.text
    for block in annotations.document.fields(Origin.CATEGORIES):
        for item in block.cells[0].items if block.span.start in topic.passage else ():
            match = _CATEGORY.match(item.of(text))
            if match:
                yield claim(
                    annotations, topic, Predicate.FILMING_PLACE, match["place"], item, extractor="filming category", confidence=confidence
                )  # fmt: skip


def _in_sentence(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[tuple[Place, float, Polarity, str]]:
    text, span = annotations.document.text, sentence.span
    making = bool(sentence.section) and any(_SECTION.search(title) for title in sentence.section)
    if annotations.kind is DocumentKind.REVIEW:
        making = False
    for match in _SERVED.finditer(text, span.start, span.end) if making or sentence.role is Role.PRODUCTION else ():
        for place in _before(annotations, max(span.start, match.start() - 160), match.start()):
            yield place, 0.6, Polarity.ASSERTED, "named location"
    for match in _CLEFT.finditer(text, span.start, span.end):
        for place in places_from(annotations, match.end(), span.end):
            yield place, 0.65, Polarity.ASSERTED, "filmed in"
    cue = _FILMED.search(text, span.start, span.end)
    first = cue
    while cue is not None:
        later = _FILMED.search(text, cue.end(), span.end)
        end = later.start() if later else span.end
        start = clause_start(text, span.start, cue.start())
        weak = re.match(r"[Pp]roduction", cue.group()) is not None
        before = text[start : cue.start()]
        when = re.match(r"[Ff]ilming|[Ss]hooting|[Pp]roduction", cue.group()) and re.search(
            r"\b(?:time of|start of|start|started|end of|weeks? of|days? of|because of being busy|while|whilst)(?: the)?(?: film)? $",
            before,
        )
        unmade = re.search(
            r"\b(?:may|might|could|would|to|should|can) (?:have )?(?:be|been) $|\b(?:last|first)\b.{0,25} to be $", before
        )
        if when or unmade:
            cue = later
            continue
        if not speaks_of_other(annotations, topic, start, cue.start()) and not (
            weak and not re.match(r" (?:\w+ ){0,2}(?:took place|moved|relocated|shifted|was based)", text[cue.end() : end])
        ):
            found = list(_after(annotations, cue, Span(start, end), making=making, opening=not sentence.section))
            yield from found
            if found and later is None:
                yield from _going_on(annotations, max(place.span.end for place, *_ in found), span.end)
        cue = later
    if first is not None and not speaks_of_other(annotations, topic, span.start, first.start()):
        for match in _GAPPED.finditer(text, first.end(), span.end):
            for place in places_from(annotations, match.end(), span.end):
                yield place, 0.5, Polarity.ASSERTED, "filmed in"


def _going_on(annotations: Annotations, start: int, end: int) -> Iterator[tuple[Place, float, Polarity, str]]:
    """The places of a list behind a place and a colon, or behind "among them"."""
    text = annotations.document.text
    opened = re.compile(r"(?:[^.;:]{0,20}: |,? (?:among them|including|notably|such as|chiefly|mainly) )").match(text, start, end)
    if opened is None:
        return
    taken = opened.end() - 2
    direct = list(places_from(annotations, opened.end(), end)) if not text[opened.start() : opened.end()].endswith(": ") else []
    for place in direct:
        taken = place.span.end
        yield place, 0.55, Polarity.ASSERTED, "filmed in"
    for match in _ITEM.finditer(text, opened.end() - 2, end):
        if match.end() < taken:
            continue
        for place in places_from(annotations, match.end(), end):
            taken = place.span.end
            yield place, 0.5, Polarity.ASSERTED, "filmed in"


def _before(annotations: Annotations, start: int, end: int) -> Iterator[Place]:
    """The places in the list that ends at ``end``: the longest run of capitalised names and commas before it."""
    text = annotations.document.text
    for match in re.finditer(r"\b(?:[Tt]he )?(?=[A-Z])", text[start:end]):
        begin = start + match.start()
        if (begin == start or text[begin - 1] in " (") and _LISTED_BEFORE.match(text, begin, end):
            yield from places_from(annotations, begin, end)
            return


def _after(
    annotations: Annotations, cue: re.Match[str], clause: Span, *, making: bool, opening: bool
) -> Iterator[tuple[Place, float, Polarity, str]]:
    text = annotations.document.text
    position = cue.end()
    reached = 0
    if re.search(r"[Ll]ocations? (?:included?|were|was|used|in)$|scenes? (?:used|made use of)$", cue.group()):
        for place in places_from(annotations, cue.end() + 1, clause.end):
            yield place, 0.75, Polarity.ASSERTED, "filmed in"
    for preposition in _PREPOSITION.finditer(text, position, clause.end):
        if preposition.start() < reached:
            continue
        between = text[cue.end() : preposition.start()]
        if re.search(
            r"(?<!\bSt)(?<!\bMt)(?<![A-Z])[.;]\s|\b(?:which|who|whose|because|he|she|role|so that|where|after which|before|after|until|since|when)\b",
            between,
        ) or len(between) > 130 + (max(reached, cue.end()) - cue.end()):
            break
        moving = preposition.group().split()[0] in ("to", "from", "between", "using")
        if moving and not re.search(r"\b(?:moved?|moving|relocated|shifted|went|returned|travel(?:l)?ed)\b", between + cue.group()):
            continue
        for place in places_from(annotations, preposition.end(), clause.end):
            if text[place.span.end : place.span.end + 2] in ("'s", "’s") or (
                reached and _BESIDE.fullmatch(text, reached, place.span.start)
            ):
                continue
            reached = place.span.end
            words = text[clause.start : place.span.end]
            if _NO_FILMING.search(text[clause.start : cue.start()][-60:]) or _NO_FILMING.search(between):
                continue
            confidence = (
                (0.75 if making else 0.7 if opening else 0.5) - (0.0 if place.known else 0.08) - (0.1 if len(between) > 70 else 0.0)
            )
            yield place, round(confidence, 2), _polarity(words), "filmed in"


_NOTHING = re.compile(r"\b(?:[Nn]one|[Nn]othing|[Nn]ot (?:one|a single|any)|[Nn]o (?:part|scene|foot|frame|shot)s?)\b[^.;]{0,80}$")


def _polarity(words: str) -> Polarity:
    if _NOTHING.search(words[-160:]):
        return Polarity.DENIED
    return polarity_of(re.sub(r"\boriginally (?=filmed|shot)", "", words[-160:]))
