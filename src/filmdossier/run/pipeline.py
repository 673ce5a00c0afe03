"""The stages that turn one file into claims, in their order.

Bytes and their source enter; a document, its annotations and its claims leave. Pure: no library,
no settings, no clock. Every way of running (here, in worker processes, on a cluster) calls
:func:`process`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from filmdossier.errors import AnnotatorError, ReadError, StageError
from filmdossier.model.annotations import Annotations, FilmHint
from filmdossier.model.claim import Claim
from filmdossier.model.text import Document, Source

if TYPE_CHECKING:
    from filmdossier.annotate.plugins.additions import Plugin

SIZE_LIMIT_BYTES = 50_000_000


class Read(Protocol):
    """The first stage."""

    def __call__(self, raw: bytes, source: Source, *, limit_bytes: int) -> Document: ...


class Annotate(Protocol):
    """The second stage."""

    def __call__(self, document: Document, hint: FilmHint | None = None) -> Annotations: ...


class Extract(Protocol):
    """The third stage."""

    def __call__(self, document: Document, annotations: Annotations) -> Iterable[Claim]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """The stages, first to last. Functions of modules, so that they can be named to another process.

    ``plugins`` are the annotators that the user plugged in; they come after ``annotate``, in their order.
    """

    read: Read
    annotate: Annotate
    extract: Extract
    plugins: "tuple[Plugin, ...]" = ()


# The stages bring heavy libraries with them: a command that reads nothing must not wait for those.
def _read(raw: bytes, source: Source, *, limit_bytes: int) -> Document:
    from filmdossier.read import media_type_of, read

    if not source.media_type:
        source = replace(source, media_type=media_type_of(source.origin, raw[:4096]))
    return read(raw, source, limit_bytes=limit_bytes)


def _annotate(document: Document, hint: FilmHint | None = None) -> Annotations:
    from filmdossier.annotate import annotate

    return annotate(document, hint)


def _plug(annotations: Annotations, plugin: "Plugin") -> Annotations:
    from filmdossier.annotate.plugins import plug

    return plug(annotations, plugin)


def _extract(document: Document, annotations: Annotations) -> Iterable[Claim]:
    from filmdossier.extract import extract

    return extract(document, annotations)


STAGES = Stages(read=_read, annotate=_annotate, extract=_extract)


@dataclass(frozen=True, slots=True, kw_only=True)
class Processed:
    """What the stages made of one file."""

    document: Document
    annotations: Annotations
    claims: tuple[Claim, ...]


def process(
    raw: bytes,
    source: Source,
    hint: FilmHint | None = None,
    *,
    stages: Stages = STAGES,
    limit_bytes: int = SIZE_LIMIT_BYTES,
) -> Processed:
    """What the stages make of ``raw``.

    Raises :class:`~filmdossier.errors.ReadError` where the file cannot be read,
    :class:`~filmdossier.errors.AnnotatorError` where a plugged-in annotator gives no answer, and
    :class:`~filmdossier.errors.StageError` where a stage breaks on it, the cause chained.
    """
    stage = "read"
    try:
        document = stages.read(raw, source, limit_bytes=limit_bytes)
        stage = "annotate"
        annotations = stages.annotate(document, hint)
        # A document about no film makes no claims: nobody's server is shown it in vain.
        for plugin in stages.plugins if annotations.topics else ():
            stage = plugin.name
            annotations = _plug(annotations, plugin)
        stage = "extract"
        claims = tuple(stages.extract(document, annotations))
        topics = {topic.id for topic in annotations.topics}
        for claim in claims:
            if claim.subject not in topics or claim.evidence[0].document != document.id:
                raise ValueError(f"a claim about no topic of its document: {claim}")
    except (ReadError, AnnotatorError):
        raise
    except Exception as error:
        raise StageError(stage, f"{type(error).__name__}: {error}") from error
    return Processed(document=document, annotations=annotations, claims=claims)
