"""Reads likenesses that are told as an equation: "Rashomon meets Agatha Christie", "pitched it as High Noon on a boat".

The other film's title stands for this film, with what is different behind it. That is said in quotation
marks or after a verb of describing anywhere; a critic also says it with a bare "is": "the first act is Duel with a bus".
"""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.influence_claims import influence_claims
from filmdossier.extract.named_things import Thing
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import Work, is_older, shares_name, works_in
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity
from filmdossier.model.text import MarkKind

_MEETS = re.compile(
    r"[’'\"”*_)]{0,3}(?: \(\d{4}\))? (?:meets|crossed with|by way of|mixed with|mashed up with|collides with|goes to)\b"
)
_IS_MET = re.compile(r"\b(?:meets|crossed with|by way of|mixed with|collides with) (?:the )?[\"“‘*_]{0,2}$")
# What makes it another: "on a boat", "with a bus", "for grown-ups", "minus the jokes".
_CHANGED = re.compile(
    r"[’'\"”*_)]{0,3}(?: \(\d{4}\))?,? (?:on|in|at|with|without|for|set|minus|plus|but|among|under|aboard|via|if|redone|retold|played|reimagined|gone|underwater)\b"
)
_DESCRIBED = re.compile(
    r"\b(?:describ(?:es?|ed|ing)|pitch(?:es|ed|ing)?|conceiv(?:es?|ed|ing)|envision(?:s|ed|ing)?|imagin(?:es?|ed|ing)|summ(?:ed|ing|ari[sz]ed) up|thought of|thinks of|spoke of|speaks of|think of|dreamed up|sold)\b"
    r"[^.;:]{0,60}?\bas (?:an?|the|his|her|their|kind of|sort of|basically|simply|\w+ly| )*[\"“‘*_]{0,3}$"
)
_QUOTED = re.compile(
    r"[\"“](?:an? |the |it['’]s |basically |really |essentially |simply |just |kind of |sort of |\w+ly |\d0s ){0,3}[‘'*_]{0,2}$"
)
# "a German Key Largo", "a maritime Grand Hotel".
_A_KIND_OF = re.compile(
    r"\b(?:call(?:s|ed|ing)?|describ\w+|dubb\w+|label\w*|term\w*|deem\w*|considered|seen|billed|hailed|touted|wrote|thought)\b[^.;]{0,50}?(?:\bas )?[\"“]?\ban? (?!(?:[\w-]+ )*(?:film|movie|remake|sequel|version|scene|part|role|hit|success|novel|fan|member|star) )(?:[\w-]+ ){1,3}[‘'*_]{0,2}$"
)
_IS = re.compile(
    r"(?:\b(?:is|was|be|becomes|became|it['’]s|that['’]s|this is|it was)|[a-z]['’]s) (?:basically |really |essentially |pure |just |simply |more or less |nothing but |practically |still |also |\w+ly )?(?:(?:the|a) (?:[\w-]+ ){1,3}(?:of|from|out of) )?[\"“‘*_]{0,3}$"
)
# Somebody's films, not this one.
_CAREER = re.compile(
    r"\b(?:(?:his|her|their|whose|my|your) (?:[\w-]+ )?(?:films?|movies?|features?|roles?|debuts?|works?|pictures?|credits?|hits?|efforts?|performances?)|best|last|next|first film|first feature|latest|favou?rite|previous|earlier|greatest|title|example|sequel|remake|original|known|opened|nominated|novel|book|play|series)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:spin-?offs?|sequels?|prequels?|remakes?|series|television|unmade|unproduced|another (?:film|project|script))\b"
)
_NOT = re.compile(r"\b(?:no|not|n['’]t|never|hardly|nor|neither)\b[^,;]{0,30}$")
_THINGS = re.compile(
    r"(?:^|[,;:—–] |\b(?:and|but|then) )(?:(?:[Tt]h(?:e|is)|[Ii]ts|[Ii]t|[Tt]hat|[Aa]ll this|[Mm]uch of)\b(?:[^,;.]|, [^,;.]{2,50},){0,60})$"
)


def equations(annotations: Annotations, topic: Topic, sentence: Sentence, known: set[str]) -> Iterator[Claim]:
    """Claims on films that stand for this one in an equation; ``known`` are titles already linked."""
    if sentence.role in (Role.PLOT, Role.CAST, Role.AWARDS, Role.MUSIC, Role.RELEASE):
        return
    text, span = annotations.document.text, sentence.span
    italics = any(mark.kind is MarkKind.ITALIC for mark in annotations.document.marks)
    for work in works_in(annotations, topic, span):
        if work.own or work.film is False or work.title in known or shares_name(topic, work.title):
            continue
        if is_older(topic, work) is False or not (work.known or work.year or (italics and work.italic)):
            continue
        if _ANOTHER.search(text, span.start, work.span.start):
            continue
        before, after = text[max(span.start, work.span.start - 120) : work.span.start], text[work.span.end : span.end][:60]
        if _equal(annotations, work, before, after):
            thing = Thing(name=work.title, span=work.span, year=work.year, film=True, titled=True, own=False)
            yield from (made for made, _ in influence_claims(annotations, topic, thing, 0.58, Polarity.ASSERTED, "equation"))


def _equal(annotations: Annotations, work: Work, before: str, after: str) -> bool:
    if _MEETS.match(after) or _IS_MET.search(before):
        return polarity_of(before[-60:]) is Polarity.ASSERTED
    if _A_KIND_OF.search(before) and re.match(r"[’'\"”*_)]{1,3}(?:[ .,;]|$)|[.,;]|$", after) and not _NOT.search(before):
        return not _CAREER.search(before[-60:])
    if not _CHANGED.match(after) or _NOT.search(before):
        return False
    if _DESCRIBED.search(before) or (_QUOTED.search(before) and re.search(r"[\"”]", after)):
        return not _CAREER.search(before[-60:])
    copula = _IS.search(before)
    if copula is None or annotations.kind not in (DocumentKind.REVIEW, DocumentKind.OTHER):
        return False
    subject = re.split(r"[.;:] ", before[: copula.end()])[-1]
    return not _CAREER.search(subject) and (
        _THINGS.search(before[: copula.start()]) is not None or copula.group().startswith(("it", "It", "that", "That", "this"))
    )
