"""Tells what sort of text a document is: review, encyclopedia article, interview, press notes, scores."""

import re
from collections import Counter
from collections.abc import Sequence

from filmdossier.model.annotations import DocumentKind, Sentence
from filmdossier.model.text import BlockKind, Document, MarkKind, Origin, Span

# A letter speaks in the first person and judges in passing; a review is one where its head says so.
_OF_A_LETTER = frozenset({"from", "to"})
_REVIEW = re.compile(r"\breview", re.IGNORECASE)
_GRADE_KEYS = frozenset({"grade", "rating", "score", "stars", "verdict", "review_score", "my_rating", "our_rating"})
# "Rating: R" says who may see the film; a bare letter that is a grade as well stays one.
_CERTIFICATE = re.compile(r"(?:rated )?(?:PG|PG-?13|R|NC-?17|U|UA|12A?|15|18|MA|TV-\w+|NR|not rated|unrated)", re.IGNORECASE)
_JUDGING = re.compile(
    r"\b(?:best|worst|great(?:est)?|good|bad|brilliant(?:ly)?|excellent|superb|terrific|awful|terrible|boring|dull|weak(?:est|ness)?|exhilarating|"
    r"masterpiece|masterful|exciting|charming|beautiful(?:ly)?|stunning|clever(?:ly)?|witty|funny|hilarious|flawed?|fails?|succeeds?|perfect(?:ly)?|"
    r"disappoint\w*|enjoy\w*|entertaining|compelling|engaging|gripping|tedious|recommend\w*|worth|unfortunately|delivers?|shines?|impressive|"
    r"unforgettable|original|mediocre|solid|fun|intriguing|memorable|poignant|moving|thrilling|visual(?:ly)?|effective)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|me|my|we|us|our|you|you'll|you’ll)\b")
_SPEAKER = re.compile(r"^(?P<name>Q|A|Interviewer|[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}):\s")
_INTERVIEW = re.compile(
    r"^\W*(?:(?:an )?interview(?:ed)? (?:by|with)|interview\W|in conversation with|a conversation with|Q ?& ?A\b)",
    re.IGNORECASE | re.MULTILINE,
)
_NO_INTERVIEW = re.compile(r"^\W*review", re.IGNORECASE)
_PRESS = re.compile(
    r"\b(?:FOR IMMEDIATE RELEASE|press (?:kit|notes|release|contact)|production notes|media contact|logline|for further information)\b",
    re.IGNORECASE,
)
# The line that reviews end or begin with; articles tell of other people's grades in sentences.
_VERDICT_LINE = re.compile(
    r"\W*(?:(?:my|our|final|overall)\s)?(?:rating|grade|score|verdict|stars|mark|note|nota|voto|wertung|bewertung|betyg|karakter|terningkast)\s*[:=–—-]\s*(?:an?\s)?(?:[\d★½⭐]|(?-i:[A-F][+−–-]?(?!\w)))[^\n]{0,40}"
    r"|(?:(?:my|our) (?:rating|verdict|score):? )?(?:\d(?:[.,]5|½)?|a|one|two|three|four|five)(?: and a half)? stars?(?: (?:out )?of (?:\d\d?|four|five|six|ten))?[.!]?"
    r"|[★☆½✩✭⭐]{2,10}[^\n]{0,20}",
    re.IGNORECASE,
)
_ARTICLE_HEADINGS = re.compile(
    r"^(?:plot|cast|production|reception|critical (?:reception|response)|references|external links|see also|soundtrack|release|box office)\b",
    re.IGNORECASE,
)


def kind_of(document: Document, sentences: tuple[Sentence, ...]) -> DocumentKind:
    """The document's kind; ``OTHER`` where nothing tells."""
    labels = {
        block.label.casefold()
        for block in document.fields(Origin.FRONT_MATTER, Origin.STRUCTURED_DATA)
        if not _CERTIFICATE.fullmatch(block.cells[0].span.of(document.text).strip())
    }
    if labels & _GRADE_KEYS or any("review" in label and "aggregate" not in label for label in labels):
        return DocumentKind.REVIEW
    if any(block.origin is Origin.INFOBOX for block in document.blocks):
        return DocumentKind.ENCYCLOPEDIA
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    if sum(bool(_ARTICLE_HEADINGS.match(block.span.of(document.text))) for block in headings) >= 2:
        return DocumentKind.ENCYCLOPEDIA
    head = document.text[:2000]
    if _PRESS.search(head):
        return DocumentKind.PRESS
    prose = [s for s in sentences if document.blocks[s.block].kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)]
    turns = _turns(document, prose)
    if turns >= 4 and turns * 4 >= len(prose):
        return DocumentKind.INTERVIEW
    if _INTERVIEW.search(document.text[:800]) and not _NO_INTERVIEW.search(document.text[:300]):
        return DocumentKind.INTERVIEW
    if _asks(document) and _speaks(document, prose):
        return DocumentKind.INTERVIEW
    if any(_VERDICT_LINE.fullmatch(s.span.of(document.text)) for s in prose):
        return DocumentKind.REVIEW
    rows = sum(block.kind is BlockKind.ROW for block in document.blocks)
    if rows >= 5 and rows > 2 * len(prose):
        return DocumentKind.SCORES
    if (
        len(prose) >= 3
        and not (labels >= _OF_A_LETTER and not _REVIEW.search(document.text[:800]))
        and not _neutral(document, prose)
    ):
        return DocumentKind.REVIEW
    return DocumentKind.ENCYCLOPEDIA if prose and _defines(document, prose[0].span) else DocumentKind.OTHER


def _turns(document: Document, prose: Sequence[Sentence]) -> int:
    """How many sentences open with the name of a speaker: one who speaks again. A sheet's "Dir:" and a poster's "Variety:" stand once."""
    opened = Counter(match["name"] for s in prose if (match := _SPEAKER.match(s.span.of(document.text))) is not None)
    return sum(turns for turns in opened.values() if turns > 1)


def _neutral(document: Document, prose: list[Sentence]) -> bool:
    """Whether the text keeps its own voice out of it: few judging words outside quotations."""
    words = re.sub(r"[\"“„«][^\"”“»\n]{0,600}[\"”“»]?", " ", "\n".join(s.span.of(document.text) for s in prose))
    cited = len(re.findall(r"\[\d+\]", words))
    judged = len(_JUDGING.findall(words)) + (2 * len(_FIRST_PERSON.findall(words)) if len(prose) else 0)
    return cited >= 2 or judged / len(prose) < 0.35


_DEFINITION = re.compile(r"\b(?:is|was) (?:an?|the) (?:[\w-]+ ){0,8}(?:film|movie|picture|documentary|short)\b")


def _defines(document: Document, span: Span) -> bool:
    return bool(_DEFINITION.search(span.of(document.text)))


_OF_US = re.compile(r"\bI\b|\b(?:me|my|we|us|our|you|your)\b", re.IGNORECASE)
_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 300


def _asks(document: Document) -> bool:
    """Whether a quarter of the paragraphs, three at least, are questions: short ones that end in the mark, or whole ones in bold."""
    bold = {mark.span for mark in document.marks if mark.kind is MarkKind.BOLD}
    paragraphs = [block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH and block.origin is Origin.BODY]
    asked = sum(
        len(span) <= _LONGEST_QUESTION and (span in bold or span.of(document.text).rstrip(' "”’').endswith("?"))
        for span in paragraphs
    )
    return asked >= _FEWEST_QUESTIONS and asked * 4 >= len(paragraphs)


def _speaks(document: Document, prose: Sequence[Sentence]) -> bool:
    """Whether a quarter of the sentences speak in the first or second person."""
    return 4 * sum(bool(_OF_US.search(sentence.span.of(document.text))) for sentence in prose) >= len(prose) > 0
