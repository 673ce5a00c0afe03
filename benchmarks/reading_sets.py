"""The two sets of questions on paragraphs beside the repository, and which part is kept back from fitting.

``film-questions``: conversations of questions on films, each about one paragraph, a third of them
without an answer. ``xquad``: the English part of XQuAD, every question with its answer.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from filmdossier.annotate.sentences import sentences
from filmdossier.ask.retrieve import Passage, passages
from filmdossier.model.text import Source
from filmdossier.read import read

DATA = Path(__file__).parents[2] / "shared" / "data"
SOURCES = ("film-questions", "xquad")
_APART = 11  # the neighbours of a paragraph speak of the same things


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with its questions and their accepted answers, none where it is silent; ``elsewhere`` is another one's text."""

    group: str
    passages: tuple[Passage, ...]
    elsewhere: tuple[Passage, ...]
    asked: tuple[tuple[str, tuple[str, ...]], ...]


def kept_back(group: str) -> bool:
    """Whether a conversation or an article is for measuring only: three in ten are."""
    return int(sha1(group.encode(), usedforsecurity=False).hexdigest(), 16) % 10 < 3


def paragraphs(source: str, *, kept_back_only: bool) -> Iterator[Paragraph]:
    """The paragraphs of a set: those for measuring, or those for fitting."""
    rows = [row for row in (_film_rows() if source == "film-questions" else _xquad_rows()) if kept_back(row[0]) is kept_back_only]
    read_in = [_read(context) for _, context, _ in rows]
    for index, (group, _, asked) in enumerate(rows):
        yield Paragraph(group=group, passages=read_in[index], elsewhere=read_in[(index + _APART) % len(rows)], asked=tuple(asked))


def _read(context: str) -> tuple[Passage, ...]:
    document = read(context.encode(), Source(origin="paragraph.txt", media_type="text/plain", sha256=""))
    return tuple(passages(document, "other", sentences(document)))


def _film_rows() -> Iterator[tuple[str, str, list[tuple[str, tuple[str, ...]]]]]:
    with gzip.open(DATA / "film-questions.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            conversation = json.loads(line)
            for paragraph in conversation["paragraphs"]:
                asked = []
                for one in paragraph["qas"]:
                    answers = tuple(dict.fromkeys(answer["text"] for answer in (one["orig_answer"], *one["answers"])))
                    silent = one["orig_answer"]["text"] == "CANNOTANSWER"
                    asked.append((one["question"], () if silent else tuple(text for text in answers if text != "CANNOTANSWER")))
                yield conversation["title"], paragraph["context"].removesuffix("CANNOTANSWER").strip(), asked


def _xquad_rows() -> Iterator[tuple[str, str, list[tuple[str, tuple[str, ...]]]]]:
    for article in json.loads((DATA / "xquad.en.json").read_text(encoding="utf-8"))["data"]:
        # XQuAD leaves the articles' names out: the head of the first paragraph stands for one.
        group = article.get("title") or article["paragraphs"][0]["context"][:80]
        for paragraph in article["paragraphs"]:
            yield (
                group,
                paragraph["context"],
                [(one["question"], tuple(answer["text"] for answer in one["answers"])) for one in paragraph["qas"]],
            )
