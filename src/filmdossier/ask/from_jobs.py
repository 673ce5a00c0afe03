"""What somebody does for a living, from the words that stand beside the name.

"The war correspondent Lieutenant Werner joins …", "Luigi, a good-natured mason", "Howie is a
policeman": a noun for somebody who does something, right before the name, set beside it or said of it.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.ask.candidate import Candidate
from filmdossier.ask.from_record import Asked
from filmdossier.ask.names import name_stems
from filmdossier.ask.questions import Question
from filmdossier.ask.retrieve import Passage
from filmdossier.model.answer import AnswerOrigin
from filmdossier.model.text import Evidence

_ASKED = re.compile(
    r"^what (?:is|was|are|were) (?P<a>.+?)['’]s? (?:profession|job|occupation|trade|line of work|day job)\W*$"
    r"|^what (?:profession|job|occupation|trade) (?:does|did|has|had) (?P<b>.+?) (?:have|practi[sc]e|do|follow|hold|work in)?\W*$"
    r"|^what (?:does|did) (?P<c>.+?) do for a living\W*$|^what (?:does|did) (?P<d>.+?) work as\W*$|^as what (?:does|did) (?P<e>.+?) work\W*$"
    r"|^what is the (?:profession|job|occupation) of (?P<f>.+?)\W*$",
    re.IGNORECASE,
)
# Nouns for those who do something: most by their endings, some that have none.
_DOER = (
    r"(?:[a-z]+(?:-[a-z]+)*(?:er|or|ist|ian|eer|man|woman|wright|smith|tant|dent|ess)|nurse|pilot|judge|cop|thief|priest|cook|chef|clerk|monk|nun|spy|guard|"
    r"king|queen|vicar|mechanic|diplomat|architect|detective|sheriff|captain|mayor|surgeon|coach|maid|agent|model|boss|student|executive|journalist|critic|"
    r"prostitute|singer|poet|butler|bureaucrat|scout|professor|astronaut|widow)"
)
_NOT = re.compile(
    r"\b(?:brother|sister|mother|father|daughter|younger|older|elder|other|another|her|their|later|never|former|lover|stranger|partner|number|member|letter|matter|character|order)$"
)
_WORDS = r"(?:(?!(?:of|the|and|or|to|in|for|with|who|from|by|on|at|his|her|their)\b)[a-zà-ÿ]+(?:[-'’][a-z]+)*\s+){0,4}"
_MOST = 3


def jobs_asked(question: Question, among: Sequence[Passage]) -> Iterator[Asked]:
    """What the documents call somebody whose work is asked for; nothing for other questions."""
    match = _ASKED.match(question.plain)
    if match is None:
        return
    whose = next(value for value in match.groups() if value is not None)
    wanted = name_stems(whose)
    name = whose.split()[-1]
    if not wanted or not name[:1].isupper():
        return
    names = rf"(?:[^\W\d_a-z][\w'’.-]*\s+){{0,3}}{re.escape(name)}\b"
    said = (
        re.compile(rf"\b(?i:the|a|an|his|her|their|as)\s+(?P<job>{_WORDS}{_DOER}),?\s+{names}"),
        re.compile(rf"{names}(?:\s+\([^)]*\))?,\s+(?:who (?:is|was|works as) )?(?:the|a|an)\s+(?P<job>{_WORDS}{_DOER})\b"),
        re.compile(
            rf"{names}(?:\s+\([^)]*\))?\s+(?:is|was|works as|worked as|becomes|as)\s+(?:the|a|an)\s+(?P<job>{_WORDS}{_DOER})\b"
        ),
    )
    found: list[tuple[str, Passage]] = []
    for passage in among:
        if wanted.isdisjoint(passage.counts):
            continue
        for pattern in said:
            for one in pattern.finditer(passage.words):
                job = " ".join(one["job"].split())
                if not _NOT.search(job):
                    found.append((job, passage))
    if found:
        values = tuple(dict.fromkeys(job for job, _ in found))[:_MOST]
        told = dict(reversed(found))
        yield Asked(
            part="character",
            left_over=(),
            candidate=Candidate(
                values=values,
                evidence=tuple(dict.fromkeys(Evidence.cite(told[value].document, told[value].span) for value in values)),
                origin=AnswerOrigin.TEXT,
                features={"record_confidence": 0.85},
            ),
        )
