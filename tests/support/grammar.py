"""Sentences with hand-made grammar, for tests of what is read from trees.

A sentence is written word by word: ``form/POS/head/relation``, the form's lemma before an equals
sign where it is another word: ``kill=kills/VERB/0/root``. Heads count from 1; 0 is the root.
"""

from collections.abc import Sequence
from dataclasses import replace

from filmdossier.annotate import annotate
from filmdossier.model.annotations import Annotations, DocumentKind, FilmHint, Role, Word
from filmdossier.model.text import Span
from support.prose import document

_CLOSE_BEFORE = frozenset({",", ".", ";", ":", "!", "?", "'s", "n't", ")", "”"})
_CLOSE_AFTER = frozenset({"(", "“"})


def parsed(sentence: str) -> tuple[str, list[Word]]:
    """The sentence's text and its words; spans and heads count from its start."""
    text, words = "", []
    for index, token in enumerate(sentence.split()):
        head_form, pos, head, relation = token.rsplit("/", 3)
        lemma, _, form = head_form.rpartition("=")
        lemma = lemma or form
        if text and form not in _CLOSE_BEFORE and text[-1] not in _CLOSE_AFTER:
            text += " "
        start = len(text)
        text += form
        at = index if head == "0" else int(head) - 1
        words.append(Word(span=Span(start, len(text)), lemma=lemma, pos=pos, head=at, relation=relation))
    return text, words


def story_of(
    *sentences: str, before: Sequence[str] = (), role: Role = Role.PLOT, kind: DocumentKind = DocumentKind.ENCYCLOPEDIA
) -> Annotations:
    """Annotations of a text about the film Night Ferry (1951): ``before`` as unparsed paragraphs, then one of ``sentences``."""
    made = [parsed(sentence) for sentence in sentences]
    body = " ".join(text for text, _ in made)
    annotations = annotate(document(*before, body), FilmHint(title="Night Ferry", year=1951))
    start = annotations.document.text.index(body)
    words: list[Word] = []
    starts = []
    for text, own in made:
        base = len(words)
        starts.append(start)
        words += [replace(word, span=Span(word.span.start + start, word.span.end + start), head=word.head + base) for word in own]
        start += len(text) + 1
    split = list(annotations.sentences)
    first = next(i for i, sentence in enumerate(split) if sentence.span.start >= starts[0])
    block = split[first].block
    told = [
        replace(split[first], index=first + n, span=Span(at, at + len(text)), block=block, role=role)
        for n, (at, (text, _)) in enumerate(zip(starts, made, strict=True))
    ]
    return replace(annotations, kind=kind, sentences=(*split[:first], *told), words=tuple(words))
