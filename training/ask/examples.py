"""Questions with their candidates, measured and marked right or wrong: what the weights are fitted on.

Four sources, none of them in the repository: the questions of the annotated films (cases and the
seen part), those of films one has annotated oneself, ``film-questions`` and ``xquad``. Of the last two the part whose hash says so is kept
back for measuring. Questions without an answer are those that have none where they stand, and
questions put to the text of another film or paragraph.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import gold
from benchmarks.answers import accepted, supports
from benchmarks.reading_sets import paragraphs

from filmdossier.annotate.sentences import sentences
from filmdossier.ask.answering import asked_of_record
from filmdossier.ask.asking import Known
from filmdossier.ask.from_text import known_names, text_candidates
from filmdossier.ask.questions import Question, read_question
from filmdossier.ask.retrieve import Passage, passages
from filmdossier.ask.spans import Found
from filmdossier.model.film import FilmRecord
from filmdossier.run.library import read_paths
from filmdossier.run.passage_reading import READING
from filmdossier.run.reading import Limits
from filmdossier.run.records import film_records
from filmdossier.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One candidate: the span, its features, and whether it is a right answer from a right sentence."""

    found: Found
    features: dict[str, float]
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question with its candidates. ``group`` keeps together what must not be parted between fitting and measuring."""

    source: str  # "gold", "own", "film-questions", "xquad"
    group: str
    question: Question
    answers: tuple[str, ...]  # none where the documents are silent
    options: tuple[Option, ...]
    from_record: bool = False  # the record settles it: for the weights of spans only
    moved: bool = False  # put to another text than its own


def gold_examples(cases: Iterable[gold.Case]) -> Iterator[Example]:
    """The questions of annotated films of these cases, each also put to the next film's documents, where it has no answer."""
    films: list[tuple[str, str, FilmRecord, list[Passage], list[dict[str, object]]]] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases):
            with Store.open(Path(folder) / f"{number}.db") as store:
                read_paths([case.documents], store, limits=Limits(workers=0))
                with store.view() as view:
                    records = list(film_records(view))
                    for key, wanted in case.gold.items():
                        record = _record_of(key, wanted["title"], records)
                        if record is None or not wanted["questions"]:
                            continue
                        documents = [(view.document(one.id), one.kind) for one in record.documents]
                        among = [
                            passage for document, kind in documents for passage in passages(document, kind, sentences(document))
                        ]
                        source = "own" if case.part == "own" else "gold"
                        films.append((source, f"{case.folder.name}/{key}", record, among, wanted["questions"]))
    for index, (source, group, record, among, asked) in enumerate(films):
        for one in asked:
            yield _gold_example(source, group, one, record, among)
        _, _, other, elsewhere, _ = films[(index + 1) % len(films)]
        for one in asked:
            if one["a"] is not None:
                titles = (record.film.title, *record.film.aliases)
                yield _gold_example(source, group, {"q": one["q"], "a": None}, other, elsewhere, titles=titles)


def _record_of(key: str, titles: Sequence[str], records: Sequence[FilmRecord]) -> FilmRecord | None:
    from filmdossier.model.titles import title_key

    wanted = {title_key(title) for title in titles}
    named = [record for record in records if wanted & {title_key(name) for name in (record.film.title, *record.film.aliases)}]
    return named[0] if named else records[0] if len(records) == 1 else None


def _gold_example(
    source: str,
    group: str,
    asked: dict[str, object],
    record: FilmRecord,
    among: Sequence[Passage],
    titles: tuple[str, ...] | None = None,
) -> Example:
    question = read_question(str(asked["q"]), titles or (record.film.title, *record.film.aliases))
    forms = [str(form) for form in asked["a"]] if isinstance(asked["a"], list) else []
    options = tuple(
        Option(
            found=found,
            features=features,
            right=bool(forms) and accepted(found.words, forms) and supports([found.passage.words], str(asked["evidence"])),
        )
        for found, features in text_candidates(question, among, READING, known_names(record))
    )
    settled = any(not one.left_over for one in asked_of_record(question, record))
    return Example(
        source=source,
        group=group,
        question=question,
        answers=tuple(forms),
        options=options,
        from_record=settled,
        moved=titles is not None,
    )


def reading_examples(source: str) -> Iterator[Example]:
    """The questions of a reading set that are for fitting, every other one also put to another paragraph."""
    for paragraph in paragraphs(source, kept_back_only=False):
        for number, (text, answers) in enumerate(paragraph.asked):
            yield _reading_example(source, paragraph.group, text, answers, paragraph.passages, moved=False)
            if number % 2 == 0:
                yield _reading_example(source, paragraph.group, text, (), paragraph.elsewhere, moved=True)


def _reading_example(
    source: str, group: str, text: str, answers: tuple[str, ...], among: Sequence[Passage], *, moved: bool
) -> Example:
    question = read_question(text)
    options = tuple(
        Option(found=found, features=features, right=bool(answers) and accepted(found.words, answers))
        for found, features in text_candidates(question, among, READING, Known())
    )
    return Example(source=source, group=group, question=question, answers=answers, options=options, moved=moved)
