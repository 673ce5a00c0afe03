"""The persons whom a plot names without saying who plays them.

Plots are told in the present tense: a name that does something there ("Bucho gathers his men"), or
stands beside what it is to somebody ("his friends, Campa and Quino"), is a person of the story.
Names of performers are told apart when the record is made; places and works are not taken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, Mention, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import CharacterName, Claim, Predicate
from filmdossier.model.text import BlockKind, Origin
from filmdossier.model.titles import same_title

# Verbs of making and judging films, in the present tense too, but no story.
_NO_STORY = (
    r"(?:plays|stars|portrays|directs|gives|delivers|appears|says|writes|wrote|praises|calls|describes|notes|opines|makes|features|narrates|voices|holds|"
    r"reports|states|explains|argues|suggests|believes|remains|consists|contains|includes|ranks|rates|was|has|is|does)"
)
_ACTS = re.compile(
    rf"(?:,? (?:who|then|also|now|later|finally|secretly|soon|eventually|quickly|reluctantly))? (?!{_NO_STORY}\b)[a-z]+(?:s|es|ies)\b (?![a-z]+ (?:was|were)\b)"
)
_KIN = re.compile(
    r"\b(?:his|her|their|the|a|an|[A-Z]\w+['’]s) (?:[a-z-]+ ){0,2}(?:friends?|brothers?|sisters?|wife|husband|lover|girlfriend|boyfriend|fianc[ée]e?|mother|father|son|"
    r"daughter|uncle|aunt|cousin|partner|boss|rival|nemesis|assistant|bodyguard|henchm[ae]n|secretary|neighbou?r|colleague|mentor|accomplice|sidekick|ex-wife|"
    r"ex-husband|roommate|employer|detective|sheriff|gangster|gambler|drug lord|crime boss|criminal|doctor|lawyer|nurse|teacher|journalist|reporter),? (?:named |called )?$"
)
# Words that open a sentence and are no part of the name behind them.
OPENERS = frozenset(
    "Next Then Now Finally Meanwhile Once Later Again Soon Back Together Alone Only Even Still When While After Before".split()
)
# "In London Thorn finds it", "Five years on": a place, a number.
_LED = re.compile(r"\b(?:in|at|from|near|outside|to|of) $", re.IGNORECASE)
_COUNTED = re.compile(r" (?:years|months|weeks|days|hours|minutes|decades|times|others)\b")
_NAMES = (MentionKind.PERSON, MentionKind.NAME)


def story_names(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """A claim for each name that acts in the plot, or is somebody's friend, wife or enemy there."""
    if annotations.kind is DocumentKind.REVIEW:
        return  # a critic's present tense judges as often as it tells
    first: dict[str, Mention] = {}
    acting: Counter[str] = Counter()
    headed = any(block.kind is BlockKind.HEADING for block in annotations.document.blocks)
    for sentence in annotations.sentences_in(topic.passage):
        if _tells(annotations, sentence, headed=headed):
            for mention in _acting(annotations, sentence):
                first.setdefault(mention.surface, mention)
                acting[mention.surface] += 1
    for name, mention in first.items():
        if not same_title(name, topic.title) and name[:1].isalpha() and name.split()[0] not in OPENERS:
            sure = 0.65 if acting[name] > 1 else 0.55
            full = _in_full(name, first)
            value = CharacterName(name=full, aliases=(name,)) if full != name else CharacterName(name=name)
            yield claim(annotations, topic, Predicate.CHARACTER, value, mention.span, extractor="story names", confidence=sure)


def _in_full(name: str, names: Iterable[str]) -> str:
    """The longer name that a text has for the bearer of a short one, if it has but one: "Peter Joshua" for "Peter"."""
    longer = [
        other for other in names if other != name and set(name.split()) < set(other.split()) and other.split()[0] not in OPENERS
    ]
    return longer[0] if len(longer) == 1 else name


def _tells(annotations: Annotations, sentence: Sentence, *, headed: bool) -> bool:
    """Whether a sentence may tell the story: one of the plot, or of a text without headings."""
    block = annotations.block_of(sentence)
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.origin is Origin.BODY
        and (sentence.role is Role.PLOT or (not headed and sentence.role is Role.OTHER))
    )


def _acting(annotations: Annotations, sentence: Sentence) -> Iterator[Mention]:
    text = annotations.document.text
    other = [
        m.span for m in annotations.mentions_in(sentence.span, MentionKind.QUOTATION, MentionKind.WORK, MentionKind.NATIONALITY)
    ]
    before: Mention | None = None
    for mention in annotations.mentions_in(sentence.span, *_NAMES):
        if any(mention.span.overlaps(span) for span in other):
            continue
        gap = text[before.span.end : mention.span.start] if before is not None else ""
        kin = _KIN.search(text[sentence.span.start : mention.span.start])
        paired = before is not None and gap in (" and ", ", ", ", and ")
        after = text[mention.span.end : min(mention.span.end + 40, sentence.span.end)]
        led = _LED.search(text[sentence.span.start : mention.span.start]) is not None or _COUNTED.match(after) is not None
        if (kin and not re.match(r"['’]s", after)) or (_ACTS.match(after) and not led) or paired:
            before = mention
            yield mention
        else:
            before = None
