"""Tells from the grammar what another film's title does in its sentence: whose work it is, or what this film has to do with it.

"Cortez, who had shot Day Ferry" and "she went on to Day Ferry" name it for somebody's career;
"Corbucci's Day Ferry follows the same track" and "from Day Ferry he took the raid" do not.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.works import Work, works_in
from filmdossier.model.annotations import Annotations, MentionKind, Role, Sentence, Topic, Word
from filmdossier.model.text import BlockKind, Span

# What somebody does who makes a film or is in it. Word forms: lemmas of a small reader are not to be relied on.
_PARTICIPATES = re.compile(
    r"(?:direct|writ|wrot|writt|co-?wr|produc|co-?produc|mak|made|sho[ot]|star|play|appear|photograph|edit|scor|compos|design|act|doing|do|did|done|does|finish|complet|film|cast|debut|work|collaborat|reunit|earn|win|won|followed|went|go|gone|going|return|came|come|turn|move|begin|began|start|adapt|announc|prepar|releas|plan|seen|known|want|best|shown)(?:s|es|ed|e|d|t|ing|ting|ten|n|ned)?$",
    re.IGNORECASE,
)  # fmt: skip
# What somebody does who learns from a film. With these its maker's own doing is an influence.
_LEARNS = re.compile(
    r"(?:see|saw|seen|watch|look|admir|stud|know|knew|think|thought|think|speak|spoke|remember|lov|ador|t[ao]k|took|borrow|learn|cit|nam|mention|show|screen|ran|run|quot|point|recall|describ|call|return|steal|stole|lift|ha[ds]|kept|keep|model|copi|copy|follow|answer|repl|compar)(?:s|es|e|d|ed|t|ing|ies|ied|ying|en|n|ned)?$",
    re.IGNORECASE,
)  # fmt: skip
_MAKERS = re.compile(r"(?:director|writer|screenwriter|star|producer|maker|creator|team|actor|actress|composer|editor|studio|people|cinematographer|author|auteur|crew|cast)s?$", re.IGNORECASE)  # fmt: skip
_PERSONAL = frozenset("he she they who him her them i we".split())


def of_a_career(annotations: Annotations, sentence: Sentence, work: Work, makers: frozenset[str], *, older: bool) -> bool:
    """Whether the sentence names ``work`` as something that somebody made or was in.

    ``makers`` are names and surnames of those who made this film. An ``older`` film that one of them
    saw, knew or took from is no item of a career.
    """
    words = dict(annotations.words_in(sentence.span))
    text = annotations.document.text
    chain = list(_upwards(words, work.span))
    # "showed it to those who were to make Day Ferry"; "wrote it after he had made Day Ferry" is a career again.
    nearest, on_this = True, _ON_THIS.search(text, sentence.span.start, work.span.start) is not None
    on_this = on_this and _EARLIER.search(text, sentence.span.start, work.span.start) is None
    for position, (index, word) in enumerate(chain):
        form = word.span.of(text)
        if position and word.pos == "NOUN" and _MAKERS.match(form) and word.relation != "conj" and not on_this:
            return True
        if not position or word.pos not in ("VERB", "ADJ", "AUX"):
            continue
        subjects = [_name(annotations, words, subject) for subject in _subjects(words, index)]
        resolved = [_meant(annotations, sentence, subject, name) for subject, name in subjects]
        person = any(name in makers or name in _PERSONAL for name in resolved if name)
        learns = older and _LEARNS.match(form) is not None
        if nearest and _PARTICIPATES.match(form) and not learns:
            link = chain[position - 1][1].relation if position else ""
            named = any(name[:1].isupper() for name in resolved) or not resolved
            acts = (link in _ACTS or (link == "obl" and _WORKS_ON.match(form))) and (named or person)
            if person or (acts and not on_this):
                return True
        if person and not learns and nearest:
            return True
        nearest = False
    return False


_ACTS = frozenset({"obj", "conj", "appos", "flat", "xcomp"})
_WORKS_ON = re.compile(r"(?:film|work|play|appear|star|sho[ot]|act|direct|cast|collaborat)", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:had|he['’]d|she['’]d|they['’]d) (?:\w+ )?\w+(?:ed|en|t|de|ne|g)\b")
_ON_THIS = re.compile(r"\b(?:it|th(?:e|is) (?:film|movie|picture))\b", re.IGNORECASE)


def _name(annotations: Annotations, words: dict[int, Word], subject: Word) -> tuple[Word, str]:
    """A subject with the whole of its name: "Christopher" with "Nolan" behind it."""
    text = annotations.document.text
    mine = next(index for index, word in words.items() if word is subject)
    parts = [
        word.span.of(text)
        for word in words.values()
        if words.get(word.head) is words[mine] and word.relation in ("flat", "flat:name") and word is not subject
    ]
    return subject, " ".join((subject.span.of(text), *parts))


def _meant(annotations: Annotations, sentence: Sentence, subject: Word, name: str) -> str:
    """The name that a subject stands for: of a pronoun the last person named before it in the sentence, else itself; '' for a thing."""
    if name.casefold() in _PERSONAL:
        before = sentence.span.start, subject.span.start
        people = (
            [mention.surface for mention in annotations.mentions_in(Span(*before), MentionKind.PERSON)]
            if before[0] < before[1]
            else []
        )
        return people[-1] if people else name.casefold()
    return name if name[:1].isupper() else ""


def _upwards(words: dict[int, Word], span: Span) -> Iterator[tuple[int, Word]]:
    """The word that heads a title, and those above it in the sentence's tree."""
    inside = {index for index, word in words.items() if span.start <= word.span.start < span.end}
    head = next((index for index in sorted(inside) if words[index].head not in inside or words[index].head == index), None)
    for _ in range(8):
        if head is None or head not in words:
            return
        yield head, words[head]
        head = None if words[head].head == head else words[head].head


def _subjects(words: dict[int, Word], verb: int) -> Iterator[Word]:
    """The subjects of a verb: its own, for a relative clause also what it hangs on, for the second of two verbs the first's."""
    own = [word for index, word in words.items() if word.head == verb and index != verb and word.relation.startswith("nsubj")]
    yield from own
    word = words[verb]
    above = words.get(word.head)
    if above is not None and word.relation in ("acl:relcl", "acl"):
        yield above
    elif above is not None and not own and word.relation in ("conj", "xcomp", "advcl") and word.head != verb:
        yield from _subjects(words, word.head) if words[word.head].head != verb else ()


def makers_of(annotations: Annotations, topic: Topic) -> frozenset[str]:
    """Names and surnames of people that the document names in labelled values, in parts on the cast, or beside no other film.

    Those whom it names only along with another film are mostly the other film's.
    """
    found: set[str] = set()
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        ours = sentence.role is Role.CAST or block.kind is BlockKind.FIELD
        if not ours and any(
            not work.own and (work.known or work.year or work.italic) for work in works_in(annotations, topic, sentence.span)
        ):
            continue
        for mention in annotations.mentions_in(sentence.span, MentionKind.PERSON, MentionKind.NAME):
            found |= {mention.surface.rstrip(".,"), mention.surface.split()[-1].rstrip(".,")}
    return frozenset(found)
