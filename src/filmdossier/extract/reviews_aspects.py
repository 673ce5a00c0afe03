"""What a review praises and criticises, in the document's own words.

Enters the clauses that report a judgement and the critic's quoted words; leaves short noun phrases,
each with its sentence. Two readings: what stands after a verb of praise or blame ("praised the
direction"), and a noun of film-making that a word of judgement stands beside ("very poor script").
"""

import re
from collections.abc import Sequence

from filmdossier.extract.reviews_statements import QUOTED, Statement
from filmdossier.extract.stance_model import stance_model
from filmdossier.extract.stance_words import BAD, GOOD
from filmdossier.model.annotations import Annotations
from filmdossier.model.claim import AspectMention
from filmdossier.model.text import Evidence, Span

_PRAISE = (
    r"(?:prais(?:ed|es|ing)|laud(?:ed|s|ing)|commend(?:ed|s|ing)|applaud(?:ed|s|ing)|compliment(?:ed|s|ing)|acclaim(?:ed|s|ing)|enjoy(?:ed|s|ing)|admir(?:ed|es|ing)|lik(?:ed|es)|lov(?:ed|es)|"
    r"appreciat(?:ed|es|ing)|highlight(?:ed|s|ing)|hail(?:ed|s|ing)|singl(?:ed|es|ing) out|impressed (?:by|with)|praise for|complimentary of|welcom(?:ed|es|ing)|celebrat(?:ed|es|ing)|extoll?(?:ed|s|ing))"
)
_BLAME = (
    r"(?:critici[sz](?:ed|es|ing)|critiqu(?:ed|es|ing)|fault(?:ed|s|ing)|pann(?:ed|ing)|dislik(?:ed|es|ing)|lament(?:ed|s|ing)|bemoan(?:ed|s|ing)|complain(?:ed|s|ing) (?:about|of)|took issue with|takes issue with|"
    r"dismiss(?:ed|es|ing)|condemn(?:ed|s|ing)|object(?:ed|s|ing) to|deplor(?:ed|es|ing)|question(?:ed|s|ing)|slamm(?:ed|ing)|derid(?:ed|es|ing)|disappointed (?:by|with|in)|critical of|unimpressed (?:by|with)|bored by|"
    r"despite (?:the|its|a) lack of|the lack of|lack of|lacks|lacked|lacking)"
)
_OBJECT = re.compile(
    rf"\b(?:(?P<praise>{_PRAISE})|(?P<blame>{_BLAME}))\b(?P<also>,? (?:also|too|both|in particular|especially|particularly))?(?P<object>[^.;:!?\n]{{2,160}})",
    re.IGNORECASE,
)
_STOP = re.compile(
    r",? (?:but|while|although|though|despite|whereas|yet|however|because|since|as well as (?:saying|writing)|and (?:wrote|said|called|described|felt|noted|stated|added|found|gave|concluded|praised|criti\w+|lauded|rated|thought)|"
    r"saying|writing|calling|describing|stating|noting|adding|which|who|that|for (?:its|his|her|their|being|the)|as (?:being|an?|the)|when|where|if|with (?:the|a) rating)\b|, (?:he|she|it|they|the (?:film|movie|critic))\b| - | – | — |\("
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
_SURE = 1.2
_WORDS_AT_MOST = 8


def aspects(annotations: Annotations, statement: Statement, region: Span) -> tuple[list[AspectMention], list[AspectMention]]:
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
            for good, phrase in _judged(text[quote.start : quote.end]):
                _put(praised if good else criticised, phrase, evidence)
    for good, phrase in _judged(re.sub(f"{QUOTED}+", " | ", outside)):
        _put(praised if good else criticised, phrase, evidence)
    return praised, criticised


def aspects_of_sentence(
    annotations: Annotations, spans: Sequence[Span], most: int
) -> tuple[list[AspectMention], list[AspectMention]]:
    """Praised and criticised in a review's own sentences, at most ``most`` each, in text order."""
    praised: list[AspectMention] = []
    criticised: list[AspectMention] = []
    for span in spans:
        words = annotations.text(span)
        for good, phrase in _judged(words):
            kept = praised if good else criticised
            if len(kept) < most:
                _put(kept, phrase, Evidence.cite(annotations.document, span))
    return praised, criticised


def _objects(words: str) -> list[tuple[bool, str]]:
    """The things that stand after verbs of praise and blame."""
    found = []
    for match in _OBJECT.finditer(words):
        rest = match["object"]
        stop = _STOP.search(rest)
        inner = re.search(rf"\b(?:{_PRAISE}|{_BLAME})\b", rest, re.IGNORECASE)
        ends = [m.start() for m in (stop, inner) if m is not None]
        for phrase in _SPLIT.split(rest[: min(ends)] if ends else rest):
            cleaned = _clean(phrase)
            if cleaned:
                found.append((match["praise"] is not None, cleaned))
    return found


def _judged(words: str) -> list[tuple[bool, str]]:
    """Nouns of film-making beside a word of judgement, or of which something is said."""
    found: list[tuple[bool, str]] = []
    for match in _BESIDE.finditer(words):
        before = [word.casefold().strip(",") for word in match["phrase"].split()]
        good, bad = any(word in GOOD for word in before), any(word in BAD for word in before)
        negated = re.search(r"\b(?:not|no|never|n['’]t|hardly|without|lacks?|lacking)\b[^,;.]{0,20}$", words[: match.start()])
        if good != bad:
            phrase = _clean(match["phrase"])
            if phrase:
                found.append((good if not negated else not good, phrase))
    for match in _IS.finditer(words):
        scores = stance_model().scores(match["said"])
        tokens = {word.casefold() for word in re.findall(r"[\w'’-]+", match["said"])}
        good, bad = bool(tokens & GOOD), bool(tokens & BAD)
        decided = scores[0] - scores[2]
        if good != bad and (decided > 0) == good and abs(decided) > _SURE / 2 and not tokens & {"not", "never", "no"}:
            phrase = _clean(match["phrase"])
            if phrase:
                found.append((good, phrase))
    return found


def _clean(phrase: str) -> str | None:
    """A short noun phrase: no article, no quotation, no pronoun alone; None for what is none."""
    words = phrase.replace(QUOTED, "").strip(" ,\"“”'’\n")
    while True:
        shorter = _LEADING.sub("", words)
        if shorter == words:
            break
        words = shorter
    words = words.strip(" ,\"“”'’\n")
    count = len(words.split())
    if (
        not 1 <= count <= _WORDS_AT_MOST
        or len(words) < 3
        or re.fullmatch(r"(?:film|movie|picture|it|him|her|them|work|both|all|one)", words, re.IGNORECASE)
    ):
        return None
    return words if re.search(r"[^\W\d_]{3}", words) else None


def _put(kept: list[AspectMention], phrase: str, evidence: Evidence) -> None:
    if not any(phrase.casefold() == other.aspect.casefold() for other in kept):
        kept.append(AspectMention(aspect=phrase, evidence=(evidence,)))
