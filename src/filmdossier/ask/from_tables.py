"""What a table says: the row that the question names, the column that it asks for.

"Who voices Haku in the English version?" names a cell of a row, and "English" and "voices" are words of
another column's heading. Rows whose columns nobody labelled answer nothing.
"""

from collections.abc import Iterator, Sequence

from filmdossier.ask.candidate import Candidate
from filmdossier.ask.from_record import Asked
from filmdossier.ask.names import name_stems
from filmdossier.ask.questions import Question
from filmdossier.ask.retrieve import Passage
from filmdossier.ask.stems import content_stems, stems
from filmdossier.model.answer import AnswerOrigin
from filmdossier.model.text import BlockKind, Cell, Evidence

_BESIDE = 2  # words of a cell beside the name that the question gives: "Haku (Kohaku River)"
_UNTOLD = 1  # words of the question that neither the name nor the heading holds: "version"


def tables_asked(question: Question, among: Sequence[Passage]) -> Iterator[Asked]:
    """The cells that the question asks for; nothing unless one row and one column fit it best."""
    names = [name_stems(name) for name in dict.fromkeys((*question.quoted, *question.names))]
    if not names:
        return
    best: list[tuple[int, Passage, Cell]] = []
    for passage in among:
        if passage.block.kind is not BlockKind.ROW:
            continue
        text = passage.document.text
        for key in passage.block.cells:
            own = name_stems(key.span.of(text))
            name = next((name for name in names if name and name <= own and len(own) <= len(name) + _BESIDE), None)
            if name is None:
                continue
            rest = [one for one in content_stems(question.plain) if one not in name]
            for cell in passage.block.cells:
                held = set(stems(cell.label))
                told = sum(one in held for one in rest)
                if cell is not key and told and len(rest) - told <= _UNTOLD:
                    best.append((told, passage, cell))
    most = max((told for told, _, _ in best), default=0)
    fitting = [(passage, cell) for told, passage, cell in best if told == most]
    if len(fitting) == 1:
        passage, cell = fitting[0]
        values = tuple(item.of(passage.document.text) for item in cell.items)
        yield Asked(
            part="table",
            left_over=(),
            candidate=Candidate(
                values=values,
                evidence=(Evidence.cite(passage.document, passage.span),),
                origin=AnswerOrigin.TEXT,
                features={"record_confidence": 0.95},
            ),
        )
