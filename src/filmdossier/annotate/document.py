"""Annotates one document: kind, sentences, mentions, and the films it is about."""

from filmdossier.annotate.conversation import interviewee
from filmdossier.annotate.fact_lines import fact_lines
from filmdossier.annotate.kinds import kind_of
from filmdossier.annotate.mentions import mentions
from filmdossier.annotate.reader.credited import may_credit
from filmdossier.annotate.reader.told import may_tell
from filmdossier.annotate.sentences import sentences
from filmdossier.annotate.topics import find_topics
from filmdossier.model.annotations import Annotations, DocumentKind, FilmHint, Mention, Sentence, Word
from filmdossier.model.text import Document


def annotate(document: Document, hint: FilmHint | None = None) -> Annotations:
    """The annotations of ``document``; ``hint`` is the film that the user says it is about."""
    split = sentences(document)
    kind = kind_of(document, split)
    named = mentions(document, split)
    found = find_topics(document, kind, split, named, hint)
    return Annotations(
        document=document,
        kind=kind,
        sentences=split,
        mentions=named,
        topics=found.topics,
        fact_lines=fact_lines(document),
        words=_words(document, kind, split, named) if found.topics else (),
        interviewee=interviewee(document, named) if kind is DocumentKind.INTERVIEW else None,
        reason=found.reason,
        judge=_judge,
    )


def _judge(text: str) -> float:
    # As below: the network is loaded where there is an opinion to read.
    from filmdossier.annotate.reader.judging import judge

    return judge(text)


def _words(document: Document, kind: DocumentKind, split: tuple[Sentence, ...], named: tuple[Mention, ...]) -> tuple[Word, ...]:
    # Articles name their players in lists and leads; elsewhere any sentence may.
    players = kind not in (DocumentKind.ENCYCLOPEDIA, DocumentKind.SCORES)
    wanted = {sentence.index for sentence in (*may_tell(document, split), *may_credit(document, split, named, players=players))}
    spans = [sentence.span for sentence in split if sentence.index in wanted]
    if not spans:
        return ()
    # The network takes longer to load than a short document to read: only where there is a story.
    from filmdossier.annotate.reader.grammar import parse

    return parse(document.text, spans)
