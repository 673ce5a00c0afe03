"""Reads influences that stand before what tells them: "X was another influence", "X gave him the idea".

Here the work is the subject of the sentence, or what somebody feels "behind" the film.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.influence_claims import influence_claims
from filmdossier.extract.named_things import Thing
from filmdossier.extract.phrases import REACH
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import Work, shares_name, works_in
from filmdossier.model.annotations import Annotations, DocumentKind, Sentence, Topic
from filmdossier.model.claim import Claim
from filmdossier.model.text import Span

# "X inspired the film's look", "X was an inspiration for the film".
_INSPIRED_IT = re.compile(
    r"(?P<cue>\b(?:(?:directly |partly |heavily |also |in turn )*(?:inspired|influenced|informed|shaped)|(?:serv(?:ed|es|ing)|act(?:ed|s)) as (?:an? |the )?(?:\w+ ){0,2}(?:inspirations?|models?|influences?|templates?|references?)"
    r"|(?:was|were|is|are|being) (?:an? |the |also |both |among (?:the |his |her |its )?|one of (?:the |his |her |its )?)*(?:\w+ ){0,2}?(?:inspirations?|influences?|models?))"
    r"(?: (?:for|on|behind|of|to))?) (?:much of |many of |some of |both |parts? of )?(?:(?:the|this|its|his|her|their) (?:(?:\w+ ){0,2}(?:films?|movie|picture|look|style|story|plot|characters?|scenes?|sequences?|script|screenplay|design|designs|visuals?|cinematography|tone|atmosphere|score|title|ending|aesthetic)|\w+ \w+ of the film)|TITLE\b)"
)
_MODEL = r"(?:influences?|inspirations?|models?|examples?|references?|touchstones?|templates?|points? of (?:reference|departure)|starting points?|sources?)"
# "X was another influence", "X was the main model for it", "X was on my mind", "X gave Miller the idea".
_WAS_ONE = re.compile(
    rf"\b(?:was|were|is|are|remained|proved|became) (?:(?:also|clearly|certainly|perhaps|probably|obviously) )*(?:an?|the|another|one of|among|his|her|its|their|some of)(?: (?:[\w-]+ ){{0,3}}?)?{_MODEL}(?: (?:for|to|on|of|behind) (?:him|her|them|me|us|it|both|the (?:film|movie|director|look|story|script)))?(?=[.,;)]|$| too\b| as well\b| and\b)"
    r"|\b(?:was|were|is|are) (?:\w+ )?(?:on|in|at the back of) (?:my|his|her|our|their|\w+['’]s) minds?\b"
    r"|\bgave (?:him|her|them|me|us|it|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?) (?:the|an|his|her|their|its|some) (?:[\w-]+ )?(?:idea|impulse|inspiration|notion|model|lore|title|premise|tone|look|template)\b(?! (?:for|of) [\"“_A-Z])"
    r"|\b(?:was|were) important (?:too|as well|to (?:him|her|them|me|us))\b"
)
# "You can feel X and Y behind it", "X is the ghost behind every scene": only a critic speaks so.
_FELT = re.compile(
    r"\b(?:feel|feels|see|sees|sense|senses|hear|hears|detect|recogni[sz]e|glimpse)s? (?=[^.;]{2,140}? (?:behind|underneath|beneath|in|all over) (?:it|all this|every (?:scene|frame|shot)|the film|these)\b)"
)
_HAUNTS = re.compile(
    r"(?:,| is| are| was)(?: \w+)? (?:(?:the|an?) (?:[\w-]+ )?(?:ghost|shadow|model|template|spirit|ancestor|father|grandfather|relation|relative|cousin|precursor|forebear|touchstone|source)\b|(?:there|present|visible|audible) (?:in|behind)\b)"
)


def influencing_subjects(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[tuple[Claim, Span]]:
    """The claims on works before "inspired the film" and its like, each with the work's place."""
    text, span = annotations.document.text, sentence.span
    critical = annotations.kind in (DocumentKind.REVIEW, DocumentKind.OTHER)
    for pattern, confidence, reach in (
        (_INSPIRED_IT, 0.6, 60),
        (_WAS_ONE, 0.57, 60),
        *(((_HAUNTS, 0.5, 4),) if critical else ()),
    ):
        for match in pattern.finditer(text, span.start, span.end):
            before = Span(max(span.start, match.start() - REACH), match.start())
            works = [work for work in works_in(annotations, topic, before) if not work.own]
            if works and match.start() - works[-1].span.end <= reach:
                yield from _claims(annotations, topic, span, _run_back(text, works, match.start()), match.start(), confidence)
    for match in _FELT.finditer(text, span.start, span.end) if critical else ():
        works = [work for work in works_in(annotations, topic, Span(match.end(), span.end)) if not work.own]
        if works and works[0].span.start - match.end() <= 20:
            yield from _claims(annotations, topic, span, works[:3], match.start(), 0.5)


def _run_back(text: str, works: list[Work], end: int) -> list[Work]:
    """The works that one list before ``end`` holds, in order."""
    run = [works[-1]]
    for work in reversed(works[:-1]):
        if not re.fullmatch(
            r"[’'\"”]{0,2}(?: \([^()]{0,40}\))?(?:, (?:and )?| and | & )(?:the )?[\"“‘']?", text[work.span.end : run[0].span.start]
        ):
            break
        run.insert(0, work)
    between = text[run[-1].span.end : end]
    return [] if re.search(r"[;.:]\s|\b(?:and|but|while) (?:it|the)\b", between) else run[-3:]


def _claims(
    annotations: Annotations, topic: Topic, sentence: Span, works: list[Work], cue: int, confidence: float
) -> Iterator[tuple[Claim, Span]]:
    polarity = polarity_of(annotations.document.text[sentence.start : cue][-70:])
    for work in works:
        later = work.year is not None and topic.year is not None and work.year > topic.year
        if later or shares_name(topic, work.title):
            continue
        thing = Thing(name=work.title, span=work.span, year=work.year, film=work.film, titled=True, own=False)
        yield from influence_claims(annotations, topic, thing, confidence, polarity, "inspired it")
