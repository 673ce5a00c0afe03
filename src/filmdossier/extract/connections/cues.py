"""The words that link the film to another: what follows "a sequel to", "was remade as" and their like."""

import re
from dataclasses import dataclass

from filmdossier.model.claim import Relation


@dataclass(frozen=True, slots=True)
class Cue:
    """Words after which the other film stands; ``confidence`` in the opening or a part on the subject."""

    relation: Relation
    pattern: re.Pattern[str]
    confidence: float


_KIND = r"(?:(?:an?|the|its|his|their|\w+['’]s) )?(?:(?:(?!(?:is|was|It|it|are|and|as) )[\w-]+ ){0,4}?)"
_COPULA = r"(?:\b(?:is|was|are|as|be|becomes|became|being|into|both|also|billed as|This|this|the film's|an official|an unofficial|and) |[,(—–] ?|^|(?<=\n)|(?<=\. ))"
_NAMED = r"(?: in \d{4})?,?(?: (?:titled|entitled|called|named|known as))?[,:]? (?:(?:is|was) (?:titled |called )?)?"
CUES = (
    Cue(
        Relation.SEQUEL_TO,
        re.compile(
            rf"(?:{_COPULA}{_KIND}(?:sequel|follow-?up|continuation|successor) (?:to|of)|\b(?:continu(?:es|ing|ed) (?:directly )?from|[Ff]ollow(?:s|ing) (?:on )?from|(?:picks|takes) up (?:the (?:story|action|tale|plot) )?(?:[\w-]+ ){{0,3}}(?:after|where)|[Pp]receded by|(?:set|takes place) (?:(?:[\w-]+ ){{1,3}})?after the events (?:of|in|depicted in))) (?!an? short|the (?:one|role|part|character)s?\b)"
        ),
        0.85,
    ),
    Cue(
        Relation.PREQUEL_TO,
        re.compile(
            r"\b(?:events|story|action|plot|film|movie|[Ii]t)\b[^.;]{0,40} (?:precedes?|predates?|takes? place (?:[\w-]+ ){0,4}before|(?:is|are) set (?:[\w-]+ ){0,4}(?:before|prior to)) (?:those|that|the (?:events|story|action)) (?:of|in) "
        ),
        0.75,
    ),
    Cue(Relation.PREQUEL_TO, re.compile(rf"{_COPULA}{_KIND}prequel (?:to|of) "), 0.85),
    Cue(
        Relation.FOLLOWED_BY,
        re.compile(
            r"\b(?:(?:was|is|were|and|been) followed (?:up )?(?:in \d{4} |\w+ years later )?(?:by|with)|, followed (?:in \d{4} )?by|succeeded by|Followed (?:in \d{4} )?by|(?:is|was) continued in) (?:(?!(?:short|at|in|on|from|with|for|of|work) )[a-z-]+ ){0,3}?(?:sequels?[,:]? |(?:films|movies|pictures|features|entries)\b[^.;]{0,70}?[,:] )?(?=[\"“‘'A-Z0-9])(?!short)"
        ),
        0.8,
    ),
    Cue(
        Relation.FOLLOWED_BY,
        re.compile(
            rf"\b(?:(?:[Aa]|[Tt]he|[Ii]ts|[Oo]ne|first|second|third|stand-?alone|televised|direct-to-video|direct) (?:[\w-]+ ){{0,3}}?)?(?:sequels?{_NAMED}|Sequels?: )(?=[\"“A-Z0-9])"
        ),
        0.75,
    ),
    Cue(
        Relation.FOLLOWED_BY,
        re.compile(r"\bsequel\b[^.;:]{0,60}? (?:filmed|shot|adapted|turned|made)(?: it)? (?:as|into) (?=[\"“A-Z])"),
        0.65,
    ),
    Cue(
        Relation.FOLLOWED_BY,
        re.compile(
            rf"\b(?:[Aa]n?|[Ii]ts|[Tt]he film['’]s) (?:[\w-]+ ){{0,2}}(?:follow-?up|prequel|continuation){_NAMED}(?=[\"“A-Z])"
        ),
        0.7,
    ),
    Cue(
        Relation.REMAKE_OF,
        re.compile(
            rf"\b(?:[Aa]|[Tt]he|[Aa]n) (?:previous|earlier|prior|silent) (?:[\w-]+ )?(?:version|adaptation|filming){_NAMED}(?=[\"“A-Z])"
        ),
        0.6,
    ),
    Cue(
        Relation.FOLLOWED_BY,
        re.compile(
            r"\b(?:two|three|four|five|six|several|many|numerous|number of|series of) (?:[\w-]+ )?sequels\b(?:(?! and [a-z]+ed )[^:.;]){0,90}?(?:: | — | – |, (?:with|including|namely|such as) | including | \(|, (?=[\"“A-Z]))"
        ),
        0.75,
    ),
    Cue(Relation.REMAKE_OF, re.compile(rf"{_COPULA}{_KIND}(?:remake|re-make|re-?imagining|reboot) of (?:the |an? )?"), 0.85),
    Cue(Relation.REMAKE_OF, re.compile(r"\b(?:is|was) remade from "), 0.8),
    Cue(
        Relation.REMAKE_OF,
        re.compile(
            r"\b(?:[Rr]emak(?:es|ing)|[Rr]ework(?:s|ing)|(?:retells|reworks|repeats|recycles) the (?:plot|story) of) (?:his|her|their|[A-Z][\w.-]+['’]s) (?:own )?(?:(?:earlier|previous|silent|first|\d{4}) )*(?:(?:film|success|hit|short|movie|work|classic|picture) )?(?=[\"“‘A-Z0-9])"
        ),
        0.7,
    ),
    Cue(
        Relation.REMAKE_OF,
        re.compile(
            rf"{_COPULA}{_KIND}(?:version|adaptation|reworking|retelling|update) of (?=(?:the |an? |[A-Z][\w.]+(?: [A-Z]\w+)?['’]s )(?:[\w-]+ ){{0,5}}(?:film|movie|picture)\b)"
        ),
        0.65,
    ),
    Cue(
        Relation.REMADE_AS,
        re.compile(
            r"\b(?:remade|re-made)\b(?:,? (?:it|the (?:film|story|picture|movie)|again|later|twice|(?:two|three|four|five|several|many) times|loosely|officially|unofficially|in (?:\d{4}|[A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)(?: by [A-Z][\w. ]+?)?|by [A-Z][\w. ]+?|for television|for the small screen|into [A-Z]\w+|and released))*,? (?:as|under the (?:title|name)(?: of)?|titled|with the title|called) "
        ),
        0.85,
    ),
    Cue(
        Relation.REMADE_AS,
        re.compile(rf"\b(?:[Aa]|[Tt]he|[Ii]ts|\d{{4}}|[A-Z]\w+) (?:[\w-]+ ){{0,3}}?(?:remake|remakes(?=[,:])){_NAMED}(?=[\"“A-Z])"),
        0.7,
    ),
    Cue(
        Relation.REMAKE_OF,
        re.compile(r"\b(?:[Ii]t|[Oo]ne|[Ff]ilm|[Mm]ovie|[Pp]icture|director) (?:loosely )?remakes (?=[\"“A-Z])"),
        0.7,
    ),
    Cue(Relation.REMADE_AS, re.compile(r"\b(?:and|then|later) (?:once )?again (?:in \d{4} )?as (?=[\"“A-Z])"), 0.6),
    Cue(
        Relation.REMADE_AS, re.compile(r"\b(?:un)?official (?:[\w-]+ ){0,3}adaptation,? (?:titled|entitled|called|named),? "), 0.55
    ),
    Cue(Relation.SPIN_OFF_OF, re.compile(r"\bspin-?off (?:of|from|to) "), 0.8),
    Cue(
        Relation.BASED_ON_FILM,
        re.compile(r"\bbased on the (?:\d{4} )?(?:[\w-]+ ){0,3}?(?:film|movie|short film|motion picture) (?=\S)"),
        0.7,
    ),
)
