"""Reads the kinship of two films where a sentence speaks of it and their years tell which is the elder.

"The trunk is opened as in Kiss Me Deadly", "its hired gun walks on in The Driver": the wording of
such sentences has no end, but a film can only take from an older one. What is needed is a word of
likeness in the clause, another film whose year the text or the annotator tells, and no word that says
the two have only makers, money or a place in a series in common.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.influence_claims import influence_claims
from filmdossier.extract.named_things import Thing
from filmdossier.extract.phrases import heading_says
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.extract.works import Work, is_older, shares_name, works_in
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Connection, Polarity, Predicate, Relation
from filmdossier.model.text import BlockKind, MarkKind, Span

# Words of likeness that say it anywhere.
_STRONG = re.compile(
    r"\b(?:influenc(?:e|es|ed|ing)|inspir(?:e|es|ed|ing|ations?)|homages?|homaged|tributes?|(?:nod(?:s|ded|ding)?|wink\w*|bows?) (?:to|at|towards?)|echo(?:es|ed|ing)?|evok(?:es|ed|ing)|evocative|recall(?:s|ed|ing)|reminiscent|reminds?|reminded|resembl\w+|similar (?:\w+ )?to|"
    r"similarit\w+|liken\w*|compar(?:ed|isons?|able) (?:\w+ )?(?:to|with)|parallels?|allu(?:des?|ded|sions?)|references? to|referenc(?:es|ed|ing)|quot(?:es|ed|ing|ations?)|borrow\w*|lift(?:s|ed|ing)|swip(?:es|ed|ing)|pilfer\w*|filch\w*|pinch(?:es|ed)|stolen|cribs?|cribbed|cop(?:y|ies|ied|ying)|imitat\w+|emulat\w+|mimic\w*|"
    r"parod(?:y|ies|ied|ying)|spoof(?:s|ed|ing)?|lampoon\w*|pastiche\w*|send-?ups?|riff\w*|rework\w*|re-?stag(?:es|ed|ing)|recreat(?:es|ed|ing|ions?)|re-?enact\w*|retread\w*|rehash\w*|rip-?offs?|knock-?offs?|clones?|modell?ed (?:up)?on|patterned (?:on|after)|template (?:for|of)|blueprint (?:for|of)|"
    r"precursors?|forerunners?|forebears?|forefathers?|ancestors?|progenitors?|descend(?:s|ed|ants?)|heirs?|debts?|owes?|owed|indebted|dr(?:aws|ew) (?:heavily |freely |largely )?(?:on|from|upon)|prefigur\w+|foreshadow\w*|pav(?:ed|es|ing) the way|variations? on|touchstones?|throwbacks?|love letter|"
    r"pays? (?:its|his|her|their) respects|(?:hard|impossible|difficult) to imagine|unthinkable|inconceivable|salut(?:es|ed|ing)|ma(?:de|kes?|king) fun of|pok(?:es|ed|ing) fun at|(?:reply|repl(?:ies|ied)|riposte|answer) to|taught (?:him|her|them|us)|a play on|(?:put|puts) (?:\w+ ){0,2}in mind of|(?:took|taken|takes) over from|looks? back (?:to|at)|transpos(?:es|ed|ing)|imprint|fingerprints|in the (?:vein|tradition|manner|spirit|mould|mold) of|cross between|shades of|traces of|long shadow)\b",
    re.IGNORECASE,
)
# Words that say it where a writer speaks of the film's kin in his own voice: not in an article.
_CHATTY = re.compile(
    r"\b(?:come|comes|came|coming) (?:\w+ )?(?:straight |directly )?(?:from|out of)|\b(?:taken (?:over )?from|never far|had (?:\w+ )?in mind|in (?:his|her|their) mind|studied|pored over|answer to|retelling|led to|knew by heart|children|grandchildren|cousins?|siblings?|kin|offspring|"
    r"DNA|roots|very like|much like|just like|like|models?|ghost of|shadows?|thanks?|thanked|named|cited?|(?:clearly|obviously|evidently|surely|plainly) (?:seen|watched|studied|loves?|adores?)|traces?|pedigree|lineage|steeped|(?:wander|stray|slip|drift|stumble)(?:s|ed)? into|(?:found|finds) in|found in|seen in|mirrors?|transplants?|transposes)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:sequels?|prequels?|remakes?|remade|trilogy|franchise|box[- ]office|gross(?:ed|ing|er)?|earned|record|opened against|highest|rank(?:s|ed|ing)?|poll|greatest films|best films|top \d+|AFI|nominat\w+|awards?|Oscars?|double (?:bill|feature)|"
    r"played in|appeared in|(?:was|were|is) (?:last |next |also |recently )?seen (?:in|as)|starr(?:ed|ing)|best known|known for|cast in|previously|earlier (?:in|that)|who had|had (?:directed|made|written|shot|worked|appeared|starred|played|scored|edited|photographed)|"
    r"directed|wrote|co-wrote|reunit\w+|debut|next film|follow-?up|later (?:made|directed|wrote|appeared|starred|played)|went on to|success of|instead of|unlike|rather than|turned down|busy|commitments?|screened with|novel|adapt\w+|soundtrack album|"
    r"not to be confused|excepted|during|commercial|financ\w+|budget|contact(?:ed)?|success|contenders?|career|filmograph\w+|credits|among others|masterpieces|biopic|same (?:year|cast|director|crew|actor)|also starring|after (?:making|directing|finishing|completing)|collaborat\w+|project)\b",
    re.IGNORECASE,
)
# "which had been a success in Italy" is said of the other film.
_ASIDE = re.compile(r"[,)] (?:which|who|whose|that|then|itself|a|an|the|another|made|released)\b")
_LIST_OF_KIN = re.compile(
    r"\b(?:children|heirs|offspring|descend\w+|grandchild\w*|influenc\w+|inspir\w+|imitat\w+|homages?|echo\w*|shadow|cop(?:y|ies|ied)|parod\w+|spoof\w*|quot\w+|debts?|traces|borrow\w*|lifted|took (?:from|after))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:] |(?<![A-Z])\. (?=[A-Z])|,? (?:but|while|whereas|although|though) ")
_LIKENS = re.compile(r"similar|parallel|compar|liken|reminis|remind|resembl|evo[kc]|recall|like|thank|named|cite", re.IGNORECASE)
_AFTERLIFE = re.compile(
    r"\b(?:legacy|influence|impact|popular culture|homages?|references in|afterlife|later versions)\b", re.IGNORECASE
)
_THIS = re.compile(
    r"\b(?:[Tt]h(?:e|is) (?:film|movie|picture)|[Ii]ts?|(?:scene|shot|sequence|ending|opening|story|plot|idea|character)s?)\b"
)
_NO_FILM = re.compile(
    r"\b(?:comics?|comic books?|novels?|books?|television|TV|series|episodes?|sitcom|songs?|albums?|games?|race|magazines?|plays?|musicals?|paintings?)\b"
)
_REACH = 140
# In an article the word of likeness stands beside the title.
_NEAR = 70


def kindred_films(annotations: Annotations, topic: Topic, sentence: Sentence, known: set[str]) -> Iterator[Claim]:
    """Claims on films of other years that the sentence calls kin; ``known`` are titles already linked."""
    if topic.year is None or sentence.role in (Role.PLOT, Role.CAST, Role.AWARDS, Role.MUSIC):
        return
    text, span = annotations.document.text, sentence.span
    works = [work for work in works_in(annotations, topic, span) if not work.own and work.film is not False]
    for work in works:
        older = is_older(topic, work)
        if older is None or work.title in known or shares_name(topic, work.title) or not work.title[0].isalnum():
            continue
        clause = _clause(text, span, work.span)
        article = annotations.kind is DocumentKind.ENCYCLOPEDIA
        cue = _nearest(text, clause, work.span, chatty=not article)
        italics = any(mark.kind is MarkKind.ITALIC for mark in annotations.document.marks)
        if (italics and not work.italic) or (
            cue is not None and _NO_FILM.search(text, min(cue.end(), work.span.end), max(cue.start(), work.span.start))
        ):
            continue
        if (
            cue is None
            or _APART.search(text[clause.start : work.span.start][-90:])
            or _APART.search(_ASIDE.split(text[work.span.end : clause.end])[0][:40])
        ):
            continue
        if _between_others(works, work, cue, clause, annotations, topic):
            continue
        if not older and not _takes_from_this(annotations, topic, sentence, clause, cue, work):
            continue
        polarity = polarity_of(text[clause.start : cue.start()][-70:])
        yield from _claims(annotations, topic, work, older, 0.52 if work.year is None else 0.56, polarity)


def listed_kin(annotations: Annotations, topic: Topic, known: set[str]) -> Iterator[Claim]:
    """Claims on the films that open the items of a list announced as one of the film's models or followers."""
    if topic.year is None:
        return
    blocks = [block for block in annotations.document.blocks if block.span.start in topic.passage]
    lead = ""
    for block in blocks:
        if block.kind is not BlockKind.LIST_ITEM:
            words = block.span.of(annotations.document.text).rstrip()
            lead = words[-200:] if block.kind is BlockKind.HEADING or words.endswith(":") else ""
            continue
        told = _LIST_OF_KIN.search(" ".join((lead, *block.section))) if lead or block.section else None
        works = [work for work in works_in(annotations, topic, block.span) if not work.own and work.film is not False]
        if told is None or not works or works[0].title in known:
            continue
        older = is_older(topic, works[0])
        if older is not None and works[0].span.start - block.span.start <= 45 and not shares_name(topic, works[0].title):
            yield from _claims(annotations, topic, works[0], older, 0.55, Polarity.ASSERTED, "list of kindred films")


def _claims(
    annotations: Annotations,
    topic: Topic,
    work: Work,
    older: bool,
    confidence: float,
    polarity: Polarity,
    extractor: str = "kindred film",
) -> Iterator[Claim]:
    if older:
        thing = Thing(name=work.title, span=work.span, year=work.year, film=True, titled=True, own=False)
        yield from (made for made, _ in influence_claims(annotations, topic, thing, confidence, polarity, extractor))
        return
    value = Connection(relation=Relation.INFLUENCED_FILM, film=work.title, year=work.year)
    yield claim(
        annotations, topic, Predicate.CONNECTION, value, work.span, extractor=extractor, confidence=confidence, polarity=polarity
    )  # fmt: skip


def _takes_from_this(
    annotations: Annotations, topic: Topic, sentence: Sentence, clause: Span, cue: re.Match[str], work: Work
) -> bool:
    """Whether a younger film is said to take from this one: critics liken films to younger ones that owe them nothing."""
    if annotations.kind is DocumentKind.REVIEW and work.year is None:
        return False
    if _LIKENS.match(cue.group()) and not heading_says(sentence, _AFTERLIFE):
        return False
    words = annotations.text(clause)
    return topic.title in words or _THIS.search(words) is not None or heading_says(sentence, _AFTERLIFE)


def _clause(text: str, sentence: Span, work: Span) -> Span:
    """The clause that holds the work: what stands before a colon goes with a list behind it."""
    start, end = sentence.start, sentence.end
    for stop in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if stop.end() <= work.start and not stop.group().startswith(":"):
            start = stop.end()
        elif stop.start() >= work.end:
            end = stop.start()
            break
    return Span(max(start, work.start - 2 * _REACH), min(end, work.end + _REACH))


def _nearest(text: str, clause: Span, work: Span, *, chatty: bool) -> re.Match[str] | None:
    """The word of likeness nearest to the work, not inside its title; further off, and of more kinds, in a ``chatty`` text."""
    reach = _REACH if chatty else _NEAR
    for pattern in (_STRONG, _CHATTY) if chatty else (_STRONG,):
        found = [
            match
            for match in pattern.finditer(text, clause.start, clause.end)
            if not (work.start <= match.start() < work.end)
            and min(abs(match.start() - work.end), abs(work.start - match.end())) <= reach
        ]
        if found:
            return min(found, key=lambda match: abs(match.start() - work.start))
    return None


def _between_others(
    works: list[Work], work: Work, cue: re.Match[str], clause: Span, annotations: Annotations, topic: Topic
) -> bool:
    """Whether the likeness is one of two other films: one stands on each side of the word, and this film is not named."""
    left = [other for other in works if clause.start <= other.span.start < cue.start()]
    right = [other for other in works if cue.end() <= other.span.start < clause.end]
    if not left or not right:
        return False
    words = annotations.document.text[clause.start : clause.end]
    return topic.title not in words and re.search(r"\b(?:[Tt]h(?:e|is) (?:film|movie|picture)|[Ii]ts?)\b", words) is None
