"""Cuts inline runs into lines and paragraphs, and adds labelled lines as fields."""

from filmdossier.model.text import Origin
from filmdossier.read.builder import DocumentBuilder, Run
from filmdossier.read.labels import describes_document
from filmdossier.read.lines import labelled_lines


def lines_of(runs: list[Run]) -> list[list[Run]]:
    """``runs`` cut at their line breaks."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(Run(part, run.marks, run.citation if number == 0 else None))
    return lines


def paragraphs_of(runs: list[Run]) -> list[list[Run]]:
    """``runs`` cut at their empty lines: two breaks in a row part paragraphs on pages without ``<p>``."""
    paragraphs: list[list[Run]] = [[]]
    ended = False
    for line in lines_of(runs):
        if not words(line):
            ended = True
            # A reference after the break still belongs to the words before it.
            paragraphs[-1].extend(run for run in line if run.citation is not None)
        elif ended or not paragraphs[-1]:
            paragraphs.append(line)
            ended = False
        else:
            paragraphs[-1].extend([Run("\n"), *line])
    return [paragraph for paragraph in paragraphs if paragraph]


def words(runs: list[Run]) -> str:
    """The runs' text with single spaces."""
    return " ".join("".join(run.text for run in runs).split())


def _labelled_runs(runs: list[Run]) -> list[tuple[str, list[Run]]]:
    """Label and value of every line, marks kept, where the lines are ``Label: value``; else []."""
    lines = [line for line in lines_of(runs) if words(line)]
    texts = [words(line) for line in lines]
    fields = labelled_lines(texts)
    if len(fields) != len(lines):
        return []
    return [(label, _after_label(line, label)) for (label, _), line in zip(fields, lines, strict=True)]


def add_labelled(builder: DocumentBuilder, runs: list[Run]) -> bool:
    """Whether the runs were lines of labelled values, and so were added as fields."""
    fields = _labelled_runs(runs)
    for label, value in fields:
        builder.field(label, [value], origin=Origin.FRONT_MATTER if describes_document(label) else Origin.BODY)
    return bool(fields)


def _after_label(line: list[Run], label: str) -> list[Run]:
    left = line
    for _ in range(label.count(":") + 1):
        while left and ":" not in left[0].text:
            left = left[1:]
        if left:
            left = [Run(left[0].text.partition(":")[2], left[0].marks, left[0].citation), *left[1:]]
    return left
