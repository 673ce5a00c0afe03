"""Reads companies from the set phrases of posters, boxes and programmes: "A X production in association with Y", "a Z release".

Only in texts that speak of one film throughout; in articles the boxes and openings name them.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.phrases import BIOGRAPHIES, CAPITALISED, heading_says, speaks_of_other
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import BlockKind, Origin, Span

_COMPANY = rf"{CAPITALISED}(?: (?:(?:of|and the|and|&|de|du|la) )?{CAPITALISED}){{0,4}}"
_LIST = rf"{_COMPANY}(?:(?:, | and | & | / |, and ){_COMPANY}){{0,5}}"
_PHRASES = tuple(
    (re.compile(pattern), predicate, confidence)
    for pattern, predicate, confidence in (
        (rf"\b[Aa]n? (?P<names>{_LIST}) [Pp]roduction\b(?! (?:of|company|designer|office|manager))", Predicate.PRODUCTION_COMPANY, 0.8),
        (rf"\b[Ii]n (?:association|co-?production|collaboration|partnership) with (?P<names>{_LIST})", Predicate.PRODUCTION_COMPANY, 0.75),
        (rf"\b(?:co-)?(?:produced|made) (?:it )?(?:for|at) (?P<names>{_LIST})", Predicate.PRODUCTION_COMPANY, 0.65),
        (rf"\b[Aa]n? (?P<names>{_COMPANY}) (?:[Pp]ictures? )?[Rr]elease\b(?! date)", Predicate.DISTRIBUTOR, 0.75),
        (rf"(?<![^\n])(?P<names>{_COMPANY}) [Pp]resents?\b", Predicate.DISTRIBUTOR, 0.65),
        (rf"(?P<names>{_COMPANY})(?: had)? (?:released|distributed|brought|put) (?:it|the (?:film|movie|picture)) (?:out )?(?:in|to|through|on|into|across|nationally|worldwide)\b", Predicate.DISTRIBUTOR, 0.75),
        (rf"\b(?:it|the (?:film|movie|picture)) in {CAPITALISED} and (?P<names>{_COMPANY}) in (?:the )?{CAPITALISED}", Predicate.DISTRIBUTOR, 0.65),
        (rf"(?P<names>{_COMPANY}), (?:the|its) (?:[A-Z]?[a-z]+ )?distributors?\b", Predicate.DISTRIBUTOR, 0.7),
    )
)  # fmt: skip
_PRODUCTION = _PHRASES[0][0]
# The film is what is called so: the phrase opens the sentence, stands apart, or follows "is".
_SAYS_SO = re.compile(r"(?:^|[,–—:(.;|\n]|\b(?:is|was|as|it['’]s|being)(?: \w+ly| also)?)\W*$", re.IGNORECASE)
_SPLIT = re.compile(r", and |, | / | & (?=[A-Z]\w+ (?:Films?|Pictures|Productions))| and (?=[A-Z])")
# "an Italian-Spanish production"
_NATION = r"(?:Anglo|Franco|Italo|Sino|[A-Z][a-z]+(?:ian|ish|ese|ean|an)|French|Greek|Dutch|Swiss|Czech|Thai|U\.S\.|US|UK)"
_NATIONS = re.compile(rf"{_NATION}(?:[-/–]{_NATION})+")
_NO_COMPANY = re.compile(
    r"(?:The|In|It|He|She|They|This|For|At|On|When|Then|Film|Movie|Hollywood|American|British|French|German|Italian|Japanese|Indian|Studio|First|World|Red|He|We|I)"
)


def companies(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on producing and distributing companies; none from encyclopedia articles."""
    if annotations.kind in (DocumentKind.ENCYCLOPEDIA, DocumentKind.SCORES):
        return
    text = annotations.document.text
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or block.origin is not Origin.BODY:
            continue
        if heading_says(sentence, BIOGRAPHIES):
            continue
        for pattern, predicate, confidence in _PHRASES:
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
                if speaks_of_other(annotations, topic, sentence.span.start, match.start()):
                    continue
                before = text[sentence.span.start : match.start()]
                if pattern is _PRODUCTION and (
                    _SAYS_SO.search(before) is None or re.search(r"\b(?:not|never|like)\b[^,]{0,12}$", before)
                ):
                    continue  # "caught in the middle of a Shaw Brothers production": like one
                position = match.start("names")
                for part in _SPLIT.split(match["names"]):
                    at = text.find(part, position, match.end("names"))
                    position = max(position, at + len(part))
                    if at >= 0 and not _NO_COMPANY.fullmatch(part.split()[0]) and len(part) > 2 and not _NATIONS.fullmatch(part):
                        yield claim(
                            annotations, topic, predicate, part, Span(at, at + len(part)), extractor="company phrase", confidence=confidence
                        )  # fmt: skip
