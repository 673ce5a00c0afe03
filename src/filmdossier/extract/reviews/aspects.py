"""What a review praises and criticises, in the document's own words.

Enters the clauses that report a judgement and the critic's quoted words; leaves short noun phrases,
each with its sentence. Readings: what stands after a verb of praise or blame ("praised the
direction"), and a noun of film-making that a word of judgement stands beside ("very poor script"); a
third, trained one adds the sides of the film that these patterns pass over.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from filmdossier.extract.reviews.aspect_kinds import Named, kind_of
from filmdossier.extract.reviews.aspect_phrases import phrase_around
from filmdossier.extract.reviews.aspect_polarity import judged_sides
from filmdossier.extract.reviews.statements import QUOTED, Statement
from filmdossier.extract.stance_model import stance_model
from filmdossier.extract.stance_words import BAD, GOOD
from filmdossier.model.annotations import Annotations, Judge
from filmdossier.model.claim import Aspect, AspectMention
from filmdossier.model.text import Evidence, Span

_PRAISE = (
    r"(?:prais(?:ed|es|ing)|laud(?:ed|s|ing)|commend(?:ed|s|ing)|applaud(?:ed|s|ing)|compliment(?:ed|s|ing)|acclaim(?:ed|s|ing)|enjoy(?:ed|s|ing)|admir(?:ed|es|ing)|lik(?:ed|es)|lov(?:ed|es)|"
    r"appreciat(?:ed|es|ing)|highlight(?:ed|s|ing)|hail(?:ed|s|ing)|singl(?:ed|es|ing) out|impressed (?:by|with)|praise for|complimentary of|welcom(?:ed|es|ing)|celebrat(?:ed|es|ing)|extoll?(?:ed|s|ing))"
)
_BLAME = (
    r"(?:critici[sz](?:ed|es|ing)|critiqu(?:ed|es|ing)|fault(?:ed|s|ing)|pann(?:ed|ing)|dislik(?:ed|es|ing)|lament(?:ed|s|ing)|bemoan(?:ed|s|ing)|complain(?:ed|s|ing) (?:about|of)|took issue with|takes issue with|"
    r"dismiss(?:ed|es|ing)|condemn(?:ed|s|ing)|object(?:ed|s|ing) to|deplor(?:ed|es|ing)|question(?:ed|s|ing)|slamm(?:ed|ing)|derid(?:ed|es|ing)|disappointed (?:by|with|in)|critical of|unimpressed (?:by|with)|bored by|blam(?:ed|es|ing)|attack(?:ed|s|ing)|mock(?:ed|s|ing)|ridicul(?:ed|es|ing)|decri(?:ed|es)|"
    r"despite (?:the|its|a) lack of|the lack of|lack of|lacks|lacked|lacking)"
)
_VERB = re.compile(
    rf"\b(?:(?P<praise>{_PRAISE})|(?P<blame>{_BLAME}))\b(?:,? (?:also|too|both|in particular|especially|particularly|such things as))?",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"[^.;:!?\n]{2,160}(?![\w])")
_STOP = re.compile(
    r",? (?:but|while|although|though|despite|whereas|yet|however|because|since|as well as (?:saying|writing)|and (?:wrote|said|called|described|felt|noted|stated|added|found|gave|concluded|praised|criti\w+|lauded|rated|thought)|"
    r"saying|writing|calling|describing|described|stating|noting|adding|concluding|finding|which|who|that|what|whose|as|too|also|when|to [a-z]+|for (?:its|his|her|their|being|the)|as (?:being|an?|the)|when|where|if|with (?:the|a) rating)\b|, (?:he|she|it|they|the (?:film|movie|critic))\b| - | – | — |\(|,? with [A-Z]|, in [a-z]| (?:he|she|they) "
)
_SPLIT = re.compile(r",? and (?:the |its |his |her |their )?|, (?:and )?|,? as well as |,? along with | both ")
_LEADING = re.compile(
    r"^(?:the|a|an|its|his|her|their|this|that|both|also|some|of|for|such|film['’]s|movie['’]s|the film['’]s|the movie['’]s|particularly|especially|in particular|including|mostly|generally|largely)\s+",
    re.IGNORECASE,
)
_NOUNS = (
    r"(?:performances?|acting|actors?|actress(?:es)?|cast|casting|chemistry|script|screenplay|writing|dialogues?|story(?:line|telling)?|plot(?:ting|line)?|narrative|narration|premise|pac(?:e|ing)|tempo|direction|"
    r"directing|cinematography|photography|lensing|camerawork|visuals?|visual effects|special effects|effects|make-?up|makeup effects|production design|art direction|set designs?|sets|costumes?|editing|score|"
    r"music|songs?|soundtrack|sound|animation|action(?: (?:scenes|sequences))?|fight scenes|stunts?|stunt sequences|choreography|humou?r|jokes|comedy|characters?|characteri[sz]ation|character development|"
    r"atmosphere|tone|mood|themes?|message|ending|climax|opening(?: scene| sequence)?|finale|second half|first half|third act|second act|twists?|suspense|tension|locations?|settings?|style|emotion|drama|spectacle|originality|"
    r"voice acting|subject matter|execution|presence|charm|charisma|lyrics|subtlety|structure|supporting cast|leads?|scenes)"
)
_BESIDE = re.compile(
    rf"(?<![\w'’-])(?P<phrase>(?:(?!(?:and|or|but|the|a|an|of|is|in|to|with|by)\b)[^\W\d_][\w'’-]* ){{1,3}}(?P<noun>{_NOUNS})(?: (?:of|by) (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,2}})?)(?![\w-])",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"(?<![\w'’-])(?P<phrase>(?:(?:[A-Z][\w.'’-]+|visual|special|supporting|voice|action|production|background) ){{0,3}}(?P<noun>{_NOUNS})) (?:is|are|was|were|feels?|seems?|proves?|remains?|never|doesn['’]t|don['’]t|isn['’]t|aren['’]t)\b(?P<said>[^.;:!?\n]{{2,70}})",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(?:(?:film|movie|picture)(?:['’]s)?|(?:it|them|him|her) .*|it|its|him|his|her|them|their|work|both|all|one|some|much|attempts?(?: to)?|in .*|with .*|fact|way|aspects|itself|what .*|.* aspects .*)",
    re.IGNORECASE,
)
# "called the performance "extraordinary"", "found the plot confusing", "described the music as "a strong asset""
_CALLED = re.compile(
    rf"\b(?:call(?:ed|s|ing)|describ(?:ed|es|ing)|found|finds|finding|consider(?:ed|s|ing)|deem(?:ed|s|ing)|thought|felt|feeling|felt that|thought that)\b (?:that )?(?:the |its |his |her |their |both )?"
    rf"(?P<phrase>(?:[\w.'’-]+ ){{0,4}}?(?P<noun>{_NOUNS})(?: (?:of|by) (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,2}})?) (?:as |was |were |to be |is |are |had been )?(?P<said>[\"“][^\"”\n]{{2,80}}|[a-z][\w ,'’-]{{3,50}})",
)
_PLAYER = re.compile(
    r"(?<![\w'’.-])(?P<phrase>[A-Z][\w'’-]+(?: (?:de |van |von )?[A-Z][\w'’.-]+){0,2}) (?:(?:is|was|proves|makes|gives|gave|delivers|delivered|turns in|looks|seems|feels|brings) (?P<said>[^.;:!?\n]{3,60})|(?P<verb>shines|excels|steals|impresses|dazzles|convinces|disappoints|struggles|flounders|underwhelms)\b)"
)
# "anemic in the story and character departments", "dazzling on a visual level"
_FIELD = re.compile(
    r"\b(?P<word>[^\W\d_][\w-]*) (?:in|on|at) (?:its |the |a |an )(?P<phrase>[^.;:\"“”\n]{3,60}? (?:departments?|levels?|fronts?|side))\b"
)
# "Overdependence on violence", "a lack of suspense", "too little story"
_MEASURE = re.compile(
    r"\b(?:(?:over-?dependence|over-?reliance) on|(?:lack|absence|dearth|want|excess) of|(?:almost |far |way )?too (?:much|little|many|few)(?: of)?) (?:an? |the |its )?"
    r"(?P<phrase>(?!(?:can|cannot|could|be|is|was|to|for|as|at|in|on|and|or)\b)[^\W\d_][\w'’-]*(?: (?!(?:to|and|also|in|on|for|of|is|are|was|that|which|but|with|as|from)\b)[^\W\d_][\w'’-]*(?<!s))?)",
    re.IGNORECASE,
)
_SHINES = frozenset(["shines", "excels", "steals", "impresses", "dazzles", "convinces"])
_SURE = 1.2
_NO_PLAYER = frozenset(
    """It He She They This That There The A An I We You What Here One His Her Its Nothing Everything Nobody These Those As If But And So Such Not""".split()
)
# What can be praised by its name; "original" and "starring" name a side as well, but make no phrase.
_THING = re.compile(
    rf"{_NOUNS}|(?:[\w'’]+ ){{1,2}}score|images?|imagery|fights?|chases?|battles?|set[- ]pieces?|twist|endings?|visuals|gags?|wit|satire|film-?making|craftsmanship|villains?|heroes|ideas?|concept|realism|authenticity",
    re.IGNORECASE,
)
# "moves the story from Chicago to Miami": what was done with it, no judgement.
_RETOLD = re.compile(
    r"\b(?:mov|tak|set|tell|told|follow|transpos|relocat|transplant|bring|brought|shift|updat|adapt|begin|open|retell|retold)(?:e?s|e?d|ing|ting)? (?:the|this|its|his|her|their|[A-Z][\w'’]+) (?:old |same |whole |original )?$",
    re.IGNORECASE,
)
_HOLLOW = re.compile(r"(?:\"\s*\"|“\s*”|„\s*[“”]|«\s*»|‘\s*’) ?")  # where a quotation stood
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORDS_AT_MOST = 8
_SURE_SIDE = 0.6  # three in four such readings are right; fewer of the less sure ones


def aspects(
    annotations: Annotations, statement: Statement, region: Span, titles: Sequence[str]
) -> tuple[list[AspectMention], list[AspectMention]]:
    """Praised and criticised in a part of a statement: by the reporter's verbs, then in the words quoted."""
    praised: list[AspectMention] = []
    criticised: list[AspectMention] = []
    evidence = Evidence.cite(annotations.document, statement.span)
    outside = statement.outside(region)
    for good, phrase in _objects(outside):
        _put(praised if good else criticised, phrase, evidence)
    text = annotations.document.text
    for quote in statement.quotes:
        if quote.start in region:
            said = text[quote.start : quote.end]
            for good, phrase in (*_judged(said), *_measured(said)):
                _put(praised if good else criticised, phrase, evidence)
            for good, player in _players(said, titles):
                _put(praised if good else criticised, player, evidence, Aspect.ACTING)
            for good, phrase, kind in _sides(said, annotations.judge):
                _put_side(praised, criticised, good, phrase, evidence, kind)
    for good, phrase in _called(text[region.start : region.end]):
        _put(praised if good else criticised, phrase, evidence)
    for good, phrase in _judged(re.sub(f"{QUOTED}+", " | ", outside)):
        _put(praised if good else criticised, phrase, evidence)
    return praised, criticised


def aspects_of_sentence(
    annotations: Annotations, spans: Sequence[Span], titles: Sequence[str], most: int
) -> tuple[list[AspectMention], list[AspectMention]]:
    """Praised and criticised in a review's own sentences, at most ``most`` each, in text order."""
    praised: list[AspectMention] = []
    criticised: list[AspectMention] = []
    for span in spans:
        words = annotations.text(span)
        evidence = Evidence.cite(annotations.document, span)
        for good, phrase in (*_judged(words), *_measured(words)):
            kept = praised if good else criticised
            if len(kept) < most:
                _put(kept, phrase, evidence)
        for good, player in _players(words, titles):
            kept = praised if good else criticised
            if len(kept) < most:
                _put(kept, player, evidence, Aspect.ACTING)
        if len(praised) >= most and len(criticised) >= most:
            continue
        for good, phrase, kind in _sides(words, annotations.judge):
            if len(praised if good else criticised) < most:
                _put_side(praised, criticised, good, phrase, evidence, kind)
    return praised, criticised


def _sides(words: str, judge: Judge | None) -> list[tuple[bool, str, Aspect]]:
    """The sides of the film that the words judge, by the softmax over window, clause and sentence; only what it is sure of."""

    def worth(named: Named) -> bool:
        retold = named.kind is Aspect.STORY and _RETOLD.search(words, 0, named.start) is not None
        return not retold and _THING.fullmatch(words, named.start, named.end) is not None

    return [
        (judged.good, phrase_around(words, judged.start, judged.end), judged.kind)
        for judged in judged_sides(words, judge=judge, worth=worth)
        if judged.probability >= _SURE_SIDE
    ]


def _put_side(
    praised: list[AspectMention], criticised: list[AspectMention], good: bool, phrase: str, evidence: Evidence, kind: Aspect
) -> None:
    """Keeps a side that the same words have not been found to judge already, for or against: the patterns see more exactly."""
    known = any(mention.kind is kind and evidence in mention.evidence for mention in (*praised, *criticised))
    cleaned = None if known else _clean(phrase)
    if cleaned:
        _put(praised if good else criticised, cleaned, evidence, kind)


def _objects(words: str) -> list[tuple[bool, str]]:
    """The things that stand after verbs of praise and blame."""
    found = []
    for verb in _VERB.finditer(words):
        rest = _OBJECT.match(words, verb.end())
        if rest is None:
            continue
        stop, other = _STOP.search(rest.group()), _VERB.search(rest.group())
        ends = [match.start() for match in (stop, other) if match is not None]
        if rest.group().startswith(" by "):
            continue  # "was praised by": what is praised stands before
        for phrase in _SPLIT.split(rest.group()[: min(ends)] if ends else rest.group()):
            cleaned = _clean(phrase)
            if cleaned:
                found.append((verb["praise"] is not None, cleaned))
    return found


def _judged(words: str) -> list[tuple[bool, str]]:
    """Nouns of film-making beside a word of judgement, or of which something is said."""
    found: list[tuple[bool, str]] = []
    # Both want a word of judgement, which most sentences lack: looking for one is ten times as fast as for the nouns.
    if not any(word in GOOD or word in BAD for word in _WORD.findall(words.casefold())):
        return found
    for match in _BESIDE.finditer(words):
        before = [word.casefold().strip(",") for word in match["phrase"].split()]
        good, bad = any(word in GOOD for word in before), any(word in BAD for word in before)
        negated = re.search(r"\b(?:not|no|never|n['’]t|hardly|without|lacks?|lacking)\b[^,;.]{0,20}$", words[: match.start()])
        if good != bad:
            phrase = _clean(match["phrase"])
            if phrase:
                found.append((good if not negated else not good, phrase))
    for match in _IS.finditer(words):
        tokens = {word.casefold() for word in re.findall(r"[\w'’-]+", match["said"])}
        good, bad = bool(tokens & GOOD), bool(tokens & BAD)
        if good == bad or tokens & {"not", "never", "no"}:
            continue
        scores = stance_model().scores(match["said"])
        decided = scores[0] - scores[2]
        if (decided > 0) == good and abs(decided) > _SURE / 2:
            phrase = _clean(match["phrase"])
            if phrase:
                found.append((good, phrase))
    return found


def _measured(words: str) -> list[tuple[bool, str]]:
    """Fields in which the film is said to be strong or weak, and what there is too much or too little of."""
    found = []
    for match in _FIELD.finditer(words):
        good = _polarity(match["word"])
        for part in _SPLIT.split(match["phrase"]) if good is not None else ():
            phrase = _clean(part)
            if phrase and good is not None:
                found.append((good, phrase))
    for match in _MEASURE.finditer(words):
        phrase = _clean(match["phrase"])
        if phrase:
            found.append((False, phrase))
    return found


def _called(words: str) -> list[tuple[bool, str]]:
    """Things that a reporter says the critic called, found or described in words of judgement."""
    found = []
    for match in _CALLED.finditer(words):
        good = _polarity(match["said"])
        phrase = _clean(match["phrase"])
        if good is not None and phrase:
            found.append((good, phrase))
    return found


def _players(words: str, titles: Sequence[str]) -> list[tuple[bool, str]]:
    """People of whom something is said that judges: "Kelly is superb", "Douglas shines"."""
    found = []
    for match in _PLAYER.finditer(words):
        if match["phrase"].split()[0] in _NO_PLAYER or any(match["phrase"] in title for title in titles):
            continue
        good = match["verb"] in _SHINES if match["verb"] else _polarity(match["said"])
        if good is not None:
            found.append((good, match["phrase"]))
    return found


def _polarity(words: str) -> bool | None:
    """Whether words praise (True) or blame (False); None where they do neither or both."""
    tokens = {word.casefold() for word in re.findall(r"[\w'’-]+", words)}
    good, bad = bool(tokens & GOOD), bool(tokens & BAD)
    if good == bad:
        return None
    return good if not tokens & {"not", "never", "no", "n't", "isn't", "isn’t", "hardly"} else None


def _clean(phrase: str) -> str | None:
    """A short noun phrase: no article, no quotation, no pronoun alone; None for what is none."""
    words = _HOLLOW.sub("", phrase.replace(QUOTED, "")).strip(" ,\"“”'’\n")
    while True:
        shorter = _LEADING.sub("", words)
        if shorter == words:
            break
        words = shorter
    words = words.strip(" ,\"“”'’\n")
    count = len(words.split())
    if not 1 <= count <= _WORDS_AT_MOST or len(words) < 3 or _EMPTY.fullmatch(words):
        return None
    return words if re.search(r"[^\W\d_]{3}", words) else None


def _put(kept: list[AspectMention], phrase: str, evidence: Evidence, kind: Aspect | None = None) -> None:
    for index, other in enumerate(kept):
        if phrase.casefold() == other.aspect.casefold():
            if evidence not in other.evidence:
                kept[index] = replace(other, evidence=(*other.evidence, evidence))
            return
    kept.append(AspectMention(aspect=phrase, evidence=(evidence,), kind=kind or kind_of(phrase)))
