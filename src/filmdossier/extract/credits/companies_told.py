"""Reads companies out of running sentences, by what they do to the film: "Fine Line picked it up for the States", "the money came from Goldcrest".

Who pays for a film or makes it is a production company; who releases, handles or buys it is a
distributor. Persons and countries that pay are none.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.phrases import CAPITALISED, prose_sentences, speaks_of_other
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, MentionKind, Role, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import Span
from filmdossier.model.titles import same_title

_COMPANY = (
    rf"(?:the |The )?{CAPITALISED}(?: (?:(?:of|&|de|du|la|für) )?(?:{CAPITALISED}|On\b|\d)){{0,5}}\+?(?: \((?!\d)[^()]{{2,30}}\))?"
)
_LIST = rf"{_COMPANY}(?:(?:, | and (?:the )?| & | / |, and (?:the )?|,? (?:together )?with (?:the )?){_COMPANY}){{0,5}}"
_FILM = r"(?:it|the (?:film|movie|picture|thing)|this (?:film|movie|picture)|the finished film)"
_SUM = r"(?:[£$€]|A\$|US\$)?[\w.,]+(?: (?:million|thousand|hundred|[a-z]+))*"
_AREA = r"(?:in|for|to|across|through|on|back|over|nationally|worldwide|abroad|overseas|theatrically|out|up|at|here|there|from|, |\.|;|$|and |\()"
_FIRST = r"(?<!\bin )(?<!\bof )(?<!\bfor )(?<!\bat )(?<!\bin the )(?<!\bof the )(?<!\bfor the )(?<!\bat the )(?<!['’]s )"
_PRODUCES = Predicate.PRODUCTION_COMPANY
_RELEASES = Predicate.DISTRIBUTOR
_AGENTS = tuple(
    (re.compile(pattern), predicate, confidence)
    for pattern, predicate, confidence in (
        # the company acts
        (rf"{_FIRST}(?P<names>{_LIST}) (?:had |have |has |between them |together |jointly |both |eventually |finally |also )*(?:paid for {_FILM}|paid(?=[,.;])|put up (?:the |most|half|some|all|{_SUM}\b)|put in |financed {_FILM}|bankrolled {_FILM}|backed {_FILM}|funded {_FILM}|co-?produced\b(?! by)|came in (?:with|alongside|as)|"
         rf"spent {_SUM} on {_FILM}|found (?:the (?:rest of the )?money|the budget)|provided (?:the )?(?:\w+ )*?(?:money|budget|funds|finance|backing)|carried the production|shared the (?:costs?|production|bill)|stumped up)", _PRODUCES, 0.65),
        (rf"{_FIRST}(?P<names>{_COMPANY}) (?:is|was) the (?:production |producing )?company\b", _PRODUCES, 0.7),
        (rf"{_FIRST}(?P<names>{_LIST}) (?:had |then |also |later |eventually |promptly )*(?:released|releases|distributed|distributes|handled|handles|put|puts|brought|brings|picked|picks|took|takes|acquired|bought|snapped|opened|will release) {_FILM} (?:out|up|on)?(?={_AREA}| ?{_AREA})", _RELEASES, 0.65),
        (rf"{_FIRST}(?P<names>{_COMPANY}) (?:had |has |have )?(?:acquired|bought|secured|held|holds|has|picked up) (?:the )?(?:(?:\w+ ){{0,3}}distribution rights\b|(?:American|British|US|UK|foreign|world) rights\b|the thing\b|the film (?:for|outright))", _RELEASES, 0.6),
        (rf"{_FIRST}(?P<names>{_COMPANY}) (?:is|was|were|are) (?:the|its) (?:\w+ )?distributors?\b", _RELEASES, 0.7),
        # the film is acted on
        (rf"\b(?:money|finance|funds|funding|backing|budget)\b[^.;:()]{{0,40}}? (?:came|comes|was found|raised|was raised|put up|provided) (?:mainly |mostly |chiefly |largely )?(?:from|by) (?P<names>{_LIST})(?!\w| [A-Z]|, (?:which|who) also)", _PRODUCES, 0.65),
        (rf"\b(?:with|scraped together|raised|collected)[\w,£$ .]{{0,40}}? (?:money|most of it|help|backing|support|funding|finance|half of it|part of it) (?:came |coming )?(?:from|of) (?P<names>{_LIST})", _PRODUCES, 0.6),
        (rf"\b(?:was|were|been) given (?:{_SUM} )(?:to \w+ \w+ )?by (?P<names>{_LIST})", _PRODUCES, 0.6),
        (rf"\b[Ii]t (?:was|is) (?:made|financed|backed|funded|paid for|bankrolled|co-?produced|co-?financed) by (?P<names>{_LIST})", _PRODUCES, 0.65),
        (rf"\b(?:[Mm]ade|[Ff]inanced|[Bb]acked|[Ff]unded|[Bb]ankrolled)(?: for [^,;.()]{{3,30}})? by (?P<names>{_COMPANY})(?=, the | for | with |,? and |[.;]|,? (?:it|the film)\b)", _PRODUCES, 0.6),
        (rf"\bwith the (?:participation|support|backing|assistance|co-?operation|help) of (?P<names>{_LIST})", _PRODUCES, 0.6),
        (rf"\b[Ii]t (?:was|is) an? (?P<names>{_LIST}) (?:picture|production|film)(?=[,.;]| (?:with|made|and|in)\b)(?:, with (?P<more>{_LIST}))?", _PRODUCES, 0.65),
        (rf"\bset up (?P<names>{_COMPANY}) to (?:make|produce) ", _PRODUCES, 0.65),
        (rf"\b(?:and|but|[Tt]hat) (?P<names>{_COMPANY}), the (?:company|outfit|firm|production company) (?:of|run by|set up by) ", _PRODUCES, 0.6),
        (rf"\bproduction(?: companies| company)?(?: was| were) (?P<names>{_LIST})", _PRODUCES, 0.6),
        (rf"\b(?:released|distributed|handled|put out|picked up|taken up|taken on|acquired|bought|put on release|brought out|brought to \w+|sold)(?: (?:there|here|abroad|overseas|theatrically|worldwide|nationally|(?:on|in|from|for|across|throughout) (?:the )?[^,;.()“\"]{{2,40}}))? (?:by|through|via) (?P<names>{_LIST})", _RELEASES, 0.6),
        (rf"\brelease\b[^,;.()]{{0,30}}? (?:through|via) (?P<names>{_LIST})", _RELEASES, 0.65),
        (rf"\b(?:came|comes|money[^.;]{{0,25}}) from (?P<names>{_COMPANY}), (?:which|who) also (?:released|distributed)", _RELEASES, 0.7),
        (rf"\bfor (?P<names>{_COMPANY}), (?:which|who) also (?:released|distributed)", _RELEASES, 0.7),
    )
)  # fmt: skip
_SPLIT = re.compile(
    r", and |,? (?:together )?with (?:the )?|, | / | and (?=(?:the )?[A-Z])| & (?=[A-Z]\w+ (?:Films?|Pictures|Productions))"
)
_MARKED = re.compile(
    r"\b(?:Films?|Pictures|Productions?|Studios?|Entertainment|Cin[eé]ma|Company|Corporation|Commission|Council|Institute|Foundation|Television|TV|Enterprises|Media|International|Bros\.?|Brothers|Fox|Artists|Rank|Lion|BFI|BBC|Film\d|Channel|Canal|Fund|Board|Filmproduktion|Vision)\b|[A-Z][a-z]+[A-Z]\w+|^[A-Z]{2,6}\d?$"
)
_NOT_IN_CINEMAS = re.compile(
    r"\b(?:DVD|Blu-ray|VHS|LaserDisc|[Hh]ome (?:video|media|entertainment)|on video|soundtrack album|restored|restoration|re-?releas\w+|re-?issu\w+|streaming)\b"
)
_NO_COMPANY = frozenset(
    "The In It He She They This That For At On When Then Film Movie Hollywood Studio One Two Three Who Which What And But So As Nobody Somebody Everyone Someone I We You His Her Their Its No Critics Audiences Cinemas Voters Producers Nothing Not Director Editor Producer Writer Library Academy".split()
)  # fmt: skip


def companies_told(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on the companies that sentences say paid for, made or released the film; articles of encyclopedias say it in their boxes."""
    if annotations.kind in (DocumentKind.ENCYCLOPEDIA, DocumentKind.SCORES):
        return
    text = annotations.document.text
    for sentence in prose_sentences(annotations, topic):
        if sentence.role in (Role.PLOT, Role.CAST, Role.RECEPTION) or _NOT_IN_CINEMAS.search(annotations.text(sentence.span)):
            continue
        for pattern, predicate, confidence in _AGENTS:
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
                if speaks_of_other(annotations, topic, sentence.span.start, match.start("names")):
                    continue
                polarity = polarity_of(text[max(sentence.span.start, match.start() - 60) : match.end()])
                for group in ("names", "more") if "more" in pattern.groupindex else ("names",):
                    row = list(_named(text, match.start(group), match.end(group)))
                    acts = pattern.pattern.startswith(_FIRST)
                    if acts and len(row) == 2 and ", and " in text[row[0][1].end : row[1][1].start]:
                        row = row[1:]  # "told George Harrison, and HandMade bought it": two clauses
                    beside = group == "more" or (not acts and any(_MARKED.search(name) for name, _ in row))
                    for name, at in row:
                        if _is_company(annotations, topic, name, at, beside=beside):
                            yield claim(
                                annotations, topic, predicate, name, at,
                                extractor="company told", confidence=confidence, polarity=polarity,
                            )  # fmt: skip


def _named(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    if start < 0:
        return
    position = start
    for part in _SPLIT.split(text[start:end]):
        at = text.find(part, position, end)
        position = at + len(part)
        name = re.sub(r" \([^()]*\)$", "", part)
        bare = re.sub(r"^[Tt]he (?=[A-Z])|['’]s$", "", name)
        at += name.index(bare)
        if len(bare) > 1:
            yield bare, Span(at, at + len(bare))


def _is_company(annotations: Annotations, topic: Topic, name: str, at: Span, *, beside: bool) -> bool:
    """Whether the name can be a company's; ``beside`` others that are, a name that looks like a person's is one too."""
    if name.split()[0] in _NO_COMPANY or not name[0].isupper() or same_title(name, topic.title):
        return False
    if re.search(r"['’]s? |\b(?:Registry|Archive|Festival|Museum|Library|Academy)\b", name):
        return False
    if _MARKED.search(name):
        return True
    kinds = {mention.kind for mention in annotations.mentions_in(at) if mention.span == at}
    if kinds & {MentionKind.PLACE, MentionKind.NATIONALITY, MentionKind.LANGUAGE, MentionKind.WORK}:
        return False
    surnames = {one.surface.split()[-1] for one in annotations.mentions if one.kind is MentionKind.PERSON}
    return beside or (MentionKind.PERSON not in kinds and name not in surnames)
