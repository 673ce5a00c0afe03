"""A spaCy pipeline that the user has installed, as a plug-in: names by its entity types, words by its parser.

Annotations enter; mentions and words leave, anchored by construction, since spaCy counts characters.
It reads sentence by sentence, ours, so that no tree crosses one. spaCy itself is no dependency: it
is loaded when a document is read, and whoever has not installed it is told how.
"""

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib import metadata, util
from pathlib import Path
from typing import Any

from filmdossier.annotate.plugins.additions import Additions, mention, prose
from filmdossier.annotate.plugins.dependencies import Token, to_universal
from filmdossier.errors import AnnotatorError, SettingsError
from filmdossier.model.annotations import Annotations, MentionKind, Sentence, Word
from filmdossier.model.text import Span

_SCORE = 0.8
# OntoNotes and WikiNER labels. NORP holds faiths and parties as well as nations, which the rules know with
# their countries; what else there is (events, laws, products, dates, amounts) is no name that the record holds.
_KINDS = {
    "PERSON": MentionKind.PERSON,
    "PER": MentionKind.PERSON,
    "ORG": MentionKind.ORGANISATION,
    "ORGANISATION": MentionKind.ORGANISATION,
    "ORGANIZATION": MentionKind.ORGANISATION,
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.PLACE,
    "PLACE": MentionKind.PLACE,
    "WORK_OF_ART": MentionKind.WORK,
    "WORK": MentionKind.WORK,
    "FILM": MentionKind.WORK,
    "MISC": MentionKind.NAME,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpacyPipeline:
    """The pipeline called ``model``: an installed package, or a folder that a pipeline was saved to."""

    model: str

    @property
    def name(self) -> str:
        """As the user calls it."""
        return f"spacy:{self.model}"

    @property
    def identity(self) -> str:
        """The pipeline and its version, and spaCy's."""
        folder = Path(self.model)
        version = _digest(folder) if folder.is_dir() else _version(self.model)
        return f"spacy {_version('spacy')} {self.model} {version}"

    @property
    def patience_seconds(self) -> float:
        """A transformer on a processor reads a long article in minutes."""
        return 600.0

    def check(self) -> None:
        """Raises SettingsError, with what to do, where spaCy or the pipeline is not installed."""
        if util.find_spec("spacy") is None:
            raise SettingsError(
                f"the annotator {self.name} needs spaCy, which is not installed; install it beside filmdossier: python -m pip install spacy"
            )
        if not Path(self.model).is_dir() and _version(self.model) == "":
            raise SettingsError(
                f"the annotator {self.name} needs the spaCy pipeline {self.model!r}, which is not installed; "
                f"install it (python -m spacy download {self.model}) or name the folder of one"
            )

    def prepare(self) -> None:
        """Loads the pipeline."""
        self._loaded()

    def read(self, annotations: Annotations) -> Additions:
        """Its entities and, where it parses, its words."""
        nlp = self._loaded()
        sentences = list(prose(annotations))
        texts = [annotations.text(sentence.span) for sentence in sentences]
        try:
            parsed = list(nlp.pipe(texts))
        except MemoryError:
            raise
        except Exception as error:
            raise AnnotatorError(
                self.name, f"it broke on the document ({type(error).__name__}: {error})", "try it with another pipeline, or without"
            ) from error
        mentions = [
            found
            for sentence, doc in zip(sentences, parsed, strict=True)
            for entity in doc.ents
            if (kind := _KINDS.get(entity.label_.upper())) is not None
            and (found := mention(annotations.document, _at(sentence, entity.start_char, entity.end_char), kind, _SCORE))
            is not None
        ]
        return Additions(mentions=tuple(mentions), words=tuple(words(sentences, parsed)))

    def _loaded(self) -> Any:
        try:
            return _load(self.model)
        except (ImportError, OSError, ValueError) as error:
            reason = " ".join(str(error).split())[:300]
            raise AnnotatorError(
                self.name, f"it cannot be loaded ({reason})", "install spaCy and the pipeline in versions that go together"
            ) from error


@lru_cache(maxsize=4)
def _load(model: str) -> Any:
    return importlib.import_module("spacy").load(model)


def words(sentences: Sequence[Sentence], parsed: Sequence[Any]) -> Iterator[Word]:
    """The words of parsed sentences (spaCy's ``Doc``); none where no parser has set their heads."""
    if not all(doc.has_annotation("DEP") or not len(doc) for doc in parsed):
        return
    first = 0
    for sentence, doc in zip(sentences, parsed, strict=True):
        tokens = [token for token in doc if not token.is_space]
        place = {token.i: index for index, token in enumerate(tokens)}
        universal = to_universal([Token(_head(token, place), token.dep_, token.pos_, token.lemma_) for token in tokens])
        for token, (head, relation) in zip(tokens, universal, strict=True):
            yield Word(
                span=_at(sentence, token.idx, token.idx + len(token)),
                lemma=token.lemma_ or token.text,
                pos=token.pos_ or "X",
                head=first + head,
                relation=relation,
            )
        first += len(tokens)


def _head(token: Any, place: dict[int, int]) -> int:
    """The head's index among the words; blanks that the tokenizer made tokens of are stepped over."""
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return place.get(head.i, place[token.i])


def _at(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + end)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except (metadata.PackageNotFoundError, ValueError):
        return ""


def _digest(folder: Path) -> str:
    digest = sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file():
            digest.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
            with path.open("rb") as file:
                for block in iter(lambda: file.read(1 << 20), b""):
                    digest.update(block)
    return digest.hexdigest()[:16]
