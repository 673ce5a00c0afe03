"""Weighs how likely a reported judgement is a review of this film.

Enters what was found around an attribution; leaves a confidence, 0 where there is no judgement at
all. The figures are the share of such findings that were right in annotated articles, rounded down.
"""

import re
from dataclasses import dataclass

from filmdossier.extract.reviews.anchors import film_named, reports
from filmdossier.extract.reviews.skeleton import AGGREGATOR, FILM
from filmdossier.model.annotations import Role

_EVALUATES = re.compile(
    r"\b(?:prais\w+|laud\w+|commend\w*|applaud\w*|compliment\w*|criti(?:ci[sz]\w+|qued)|pann(?:ed|ing)|pans|dismiss(?:ed|es|ing)|acclaim\w*|hail(?:s|ed|ing)|rav(?:ed|es|ing)|enjoy(?:s|ed)|(?:dis)?lik(?:ed|es)|enthusiastic|lukewarm|dislik\w+|lov(?:ed|es)|hat(?:ed|es)|"
    r"admir(?:ed|es|ing)|recommend\w*|disappoint\w*|impressed|unimpressed|bored|fault(?:ed|s|ing)|slam\w*|savag\w+|derid\w+|ridicul\w+|took issue|appreciat\w+|(?:positive|negative|mixed|favou?rable|unfavou?rable|rave|glowing|"
    r"scathing|good|bad|great|generous|lukewarm|enthusiastic|harsh)(?: \w+)? (?:reviews?|notices?|marks)|blam(?:ed|es|ing)|attack(?:ed|s|ing)|mock(?:ed|s|ing)|scoff(?:ed|s)|sneer(?:ed|s)|extoll?(?:ed|s|ing)|lament(?:ed|s|ing)|deplor(?:ed|es|ing)|complain(?:ed|s|ing)|won over|taken (?:with|by)|charmed|moved|unmoved|enthralled|captivated|"
    r"underwhelmed|unconvinced|unkind|kind(?:er|ly)|warm(?:er|ly)|thrilled|delighted|in raptures|sceptical|skeptical|repelled|baffled|dazzled|smitten|(?:highest|top|full|high|low|lowest) (?:marks?|ratings?|scores?|grades?)|positively|negatively|favou?rably|unfavou?rably|mixed|found|felt|considered|deemed|thought|called|described|"
    r"describing|calling|opined|masterpiece|best|worst|greatest|finest|weakest)\b",
    re.IGNORECASE,
)
# Adjectives and nouns of judgement that a reporter uses without a verb of judging.
_TASTE = re.compile(
    r"\b(?:brilliant|excellent|superb|wonderful|outstanding|impressive|beautiful\w*|stunning|compelling|engaging|entertaining|gripping|memorable|powerful|perfect\w*|strong|effective\w*|charming|funny|clever\w*|"
    r"boring|dull|weak\w*|poor\w*|bad\w*|terrible|awful|tedious|predictable|clich\w+|disappoint\w+|lack\w*|lacks|too (?:long|slow|much|many)|uneven|confus\w+|annoying|unconvincing|flaw\w*|fail\w*|succe\w+|"
    r"superior|inferior|underrated|overrated|influential|important|innovative|original|innovat\w+|triumph|great (?:film|movie|picture|work)s?|among the (?:great|best|fine)\w*|failure|success|strength\w*|weakness\w*|favou?rite|antidote|provocative|delight\w*|enjoyable|highlight\w*)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|list(?:ed|s)|includ(?:ed|es)|plac(?:ed|es)|select(?:ed|s)|vot(?:ed|es)|chose|named|put|counted|counts)\b[^.]{0,120}?\b(?:lists?|\d+(?:st|nd|rd|th)|No\.|number|#\d|top|among|one of (?:the|its|his|her)|favou?rites?|"
    r"(?:\w+th|first|second|third)(?:[- ](?:best|greatest|scariest|funniest)| \W*\ue004))",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\b(?:(?-i:gross(?:ed|es|ing)?)|box[- ]office|opening weekend|earned|earnings|million|crore|lakhs?|announced|confirmed|interview(?:ed|s)?|told(?! (?:his |her |its |their |the )?(?:readers|viewers|listeners))|revealed|budget|sold|sales|rentals|casting|cast as|shooting|filming|rights to|deal|"
    r"premiered|festival|released on|release date|lawsuit|sued|nominat\w+|won the|award)\b|[$£€₹]\d",
    re.IGNORECASE,
)
# Of news only these words stand in a critic's sentence by chance: "sold his soul", "shown at the festival".
_BUSINESS = re.compile(rf"(?!(?:sold|premiered|festival|filming|shooting|deal)\b)(?:{_NEWS.pattern})", re.IGNORECASE)
_OTHER_WORK = re.compile(
    r"\b(?:soundtrack|album|the novel|the book|novella|original novel|video game|DVD transfer|trailer|the play\b|stage play|TV series|television series|short story)\b",
    re.IGNORECASE,
)
_THIS_OTHER = re.compile(r"(?:This|The) (?:soundtrack|album|score|disc|transfer|book|novel)\b")
_OBITER = re.compile(
    r"\b(?:in an interview|told(?! (?:his|her|its|their|the)? ?(?:readers|viewers|listeners))|interview(?:ed)? (?:with|by)|Twitter|tweeted|Instagram|podcast|commentary track|DVD commentary)\b"
)
_REVIEWING = re.compile(r"review|prais|critici[sz]")
LEAST = 0.4  # what is less likely is not even a suggestion
LOOSE = frozenset({"critic, loosely", "outlet, loosely"})
_SPOKEN_FOR = frozenset({"critic named", "critic inverted", "according to", "pair", "in his book"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What stands around one attribution.

    ``outside`` is the text outside quotations, ``reduced`` its skeleton, ``said`` the quoted words.
    ``plain`` where critic and outlet are both named, or the outlet is known for one.
    """

    kind: str
    role: Role
    headed: bool
    plain: bool
    known: bool
    signed: bool
    rated: bool
    announced: bool  # a block quotation follows
    outside: str
    reduced: str
    said: str
    titled: bool  # the film's title stands in the quoted words


def confidence(finding: Finding) -> float:
    """How likely the finding is a review of the film."""
    quoted = bool(finding.said) or finding.announced
    evaluates = bool(_EVALUATES.search(finding.outside))
    judged = evaluates or bool(_TASTE.search(finding.outside))
    if not (quoted or finding.rated or judged or (finding.role is Role.RECEPTION and reports(finding.reduced))):
        return 0.0
    if (_OTHER_WORK.search(finding.outside) or _THIS_OTHER.match(finding.said)) and not finding.rated:
        return 0.0
    if _OBITER.search(finding.outside) and finding.role is not Role.RECEPTION:
        return 0.0
    if AGGREGATOR in finding.reduced and not finding.rated and not quoted:
        return 0.0
    if _LISTS.search(finding.outside) and not finding.rated:
        # A place on a list says that the film is liked, and seldom why.
        reasoned = finding.known and len(finding.said) > 60
        return 0.6 if reasoned else 0.5 if finding.known and finding.role is Role.RECEPTION else 0.4 if finding.plain else 0.3
    if (
        _NEWS.search(finding.outside)
        and not finding.rated
        and not (quoted and (evaluates or (finding.plain and finding.signed and not _BUSINESS.search(finding.outside))))
        and not _REVIEWING.search(finding.outside)
    ):
        return 0.3
    about = finding.titled or finding.announced or finding.kind == "critic's review" or film_named(finding.reduced + finding.said)
    judged = judged or (finding.kind in _SPOKEN_FOR and bool(_TASTE.search(finding.said)))
    # Words reported from a review need not name the film; anybody else's must.
    owed = finding.role is not Role.RECEPTION or not finding.plain or finding.kind == "in his book"
    if owed and not (finding.rated or judged or about):
        if quoted and finding.plain and finding.signed and not finding.headed:
            return 0.55  # a critic's own words in a publication for critics' words
        return 0.4 if finding.plain else 0.3
    if finding.role is Role.RECEPTION:
        return _in_reception(finding, told=quoted or finding.rated, judged=judged)
    return _elsewhere(finding, told=quoted or finding.rated, judged=judged, about=about)


def _in_reception(finding: Finding, *, told: bool, judged: bool) -> float:
    if not told and not judged:
        return 0.45
    if finding.kind == "in his book" and not judged:
        return 0.4
    if finding.kind in LOOSE:
        return 0.6 if told and (judged or finding.plain) else 0.5 if judged and finding.plain else 0.3
    if finding.plain:
        return 0.93
    return 0.85 if told else 0.6


def _elsewhere(finding: Finding, *, told: bool, judged: bool, about: bool) -> float:
    if finding.role in (Role.OTHER, Role.LEGACY, Role.OPINION):
        if finding.plain and told and not finding.headed:
            return 0.9 if judged or about else 0.6
        if finding.plain and told:
            return 0.85 if judged else 0.5 if about else 0.4
        if finding.plain:
            return 0.55 if judged else 0.4
        return 0.6 if told and judged and finding.kind in _SPOKEN_FOR else 0.3
    named = FILM in finding.reduced or bool(re.search(r"\b(?:film|movie|picture)\b", finding.outside))
    if told and judged and (finding.plain or finding.kind == "critic named"):
        return 0.55 if named or finding.signed else 0.4
    if finding.plain and judged and named and finding.role is Role.AWARDS:
        return 0.5
    return 0.3
