"""Reads which real place stood in for a place of the story, and where those who made the film went: "the village is Boral", "the crew drove to Camusdarach Sands".

Only where the words around speak of filming: of a story, too, one may say that the house is in Rye.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.phrases import speaks_of_other
from filmdossier.extract.place_names import Place, places_from
from filmdossier.model.annotations import Annotations, MentionKind, Sentence, Topic
from filmdossier.model.claim import Polarity
from filmdossier.model.text import Span

_SPOT = (
    r"(?:house|home|mansion|manor|villa|palace|castle|cottage|cabin|flat|apartment|hotel|motel|inn|pub|bar|saloon|caf[eé]|tea ?room|restaurant|diner|shop|store|market|village|town|city|street|square|alley|alleys|bridge|harbou?r|port|pier|quay|docks|"
    r"beach|cliffs?|coast|island|river|lake|waterfall|rock|rocks|hill|mountains?|desert|dunes|forest|woods?|field|fields|meadow|garden|park|cemetery|graveyard|church|chapel|abbey|monastery|convent|temple|mosque|school|college|university|"
    r"library|museum|hospital|asylum|prison|jail|fort|fortress|barracks|camp|station|airport|factory|mill|mine|quarry|farm|farmhouse|ranch|sheepfold|barn|well|lighthouse|theat(?:er|re)|cinema|picture house|ballroom|casino|night-?club|studio|court(?:room|house)?|"
    r"phone box|telephone box|yacht|boat|abattoir|tank|swimming pool|homestead|office|flats|inside|outside|picture-house|mock-up|tower|tunnel|road|motorway|railway|exteriors?|interiors?|opening|ending|end|finale|chase|battle|duel|wedding|funeral|locations?)"
)
# "the college, on the other hand, is Martindale Hall"; "Monty's house is in Glebe Place"; "Crow Crag is Sleddale Hall, near Shap"
_IS = re.compile(
    rf"\b(?:[Tt]he|[Aa]nd the|[A-Z][\w]+['’]s?) (?:[\w'’-]+ ){{0,3}}?{_SPOT}(?: (?:and|with|of|from|in|where|that|through|to)\b[^,;.]{{2,80}})?(?:, [^,;.]{{3,60}},)? (?:is|are|was|were|stood|stands|lies|lay) (?:really |actually |in fact |in reality |the real one,? |itself |found |to be found |put together |those of |(?:an?other|a different|a real) \w+ (?:altogether|entirely)?, )*"
    r"(?:(?:in|at|on|near|outside|just outside|by) )?(?=(?:the )?[A-ZÀ-Þ])"
)
_WENT = re.compile(
    r"\b(?:crew|unit|company|production|cast(?: and crew)?|film-?makers|team|cameras?|everybody|everyone|they|we|he|she)\b(?: [a-z]+){0,3} (?:drove|travel(?:l)?ed|went|moved?|flew|decamped|returned|headed|(?:had |was |were )?(?:settled|based|set up|encamped|established)|spent [\w -]{3,30}|worked)\b[^.;,]{0,40}? (?:to|in|at|on|around|across the border to) (?=(?:the )?(?:[A-ZÀ-Þ]|north|south|east|west))"
)
_FILMING = re.compile(
    r"\b(?:film(?:ed|ing)|shot|shoot(?:ing)?|shots|crew|unit|cameras?|camera(?:man|men)|location|locations|studio|studios|scenes?|photograph(?:ed|y)|sets?|built|on the spot|interiors|exteriors|made)\b"
)
# What only the world outside the story has: tours of it, and what became of it since.
_OUTSIDE = re.compile(
    r"\b(?:tour|mock-up|pulled down|torn down|demolished|burn(?:ed|t) down|still (?:there|stands?)|has since|since closed|real one|who plays|pupils?|extras|inhabitants)\b"
)
_HOLDS = re.compile(r",? (?:in|near|outside|on) (?:the )?")
_ACTS = re.compile(r"\b(?:he|she|they|we|everybody|everyone)\b")


def stood_in(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[tuple[Place, float, Polarity, str]]:
    """The places that a sentence says a place of the story is, or that the crew went to."""
    text, span = annotations.document.text, sentence.span
    block = annotations.block_of(sentence)
    around = Span(max(block.span.start, span.start - 250), min(block.span.end, span.end + 250))
    filming = len({match.group() for match in _FILMING.finditer(text, around.start, around.end)})
    filming += _OUTSIDE.search(text, around.start, around.end) is not None
    for match in _IS.finditer(text, span.start, span.end):
        begin = match.end()
        if not filming or speaks_of_other(annotations, topic, span.start, match.start()):
            continue
        last = begin
        for place in places_from(annotations, begin, span.end, strict=True):
            if last > begin and _HOLDS.fullmatch(text, last, place.span.start):
                break  # "Palsit, in Burdwan": where the place lies
            last = place.span.end
            work = next(annotations.mentions_in(place.span, MentionKind.WORK), None)
            if work is None and not text.startswith(("'s", "’s"), place.span.end):
                yield place, 0.6 if filming > 1 else 0.52, Polarity.ASSERTED, "place stood in"
    for match in _WENT.finditer(text, span.start, span.end):
        # Of persons it is said of many journeys; of a crew, of one.
        if filming < (2 if _ACTS.match(match.group()) else 1):
            continue
        for place in places_from(annotations, match.end(), span.end, strict=True):
            yield place, 0.55, Polarity.ASSERTED, "where the crew went"
