"""Concludes who directed, photographed or scored a film that a text nowhere says so of in so many words.

"Ana Dahl's third film", "even by director Ana Dahl himself", "Dahl lets her picture breathe": each takes it for
granted. Asked only where every other reader of credits is silent, and only of somebody who is nothing else to the film.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from filmdossier.extract.credits.crafts import FILM
from filmdossier.extract.credits.where import is_critical, weight
from filmdossier.extract.names import full_names
from filmdossier.extract.statement import claim
from filmdossier.extract.story.grammar import Tree
from filmdossier.model.annotations import Annotations, DocumentKind, Mention, MentionKind, Sentence, Topic
from filmdossier.model.claim import CastMember, CharacterName, Claim, Polarity, Predicate

_TOLD = 0.5  # the confidence from which somebody has said it
_CONFIDENCE = 0.62
_DIRECT_TOO = frozenset(Predicate) - {Predicate.COMPOSER, Predicate.CINEMATOGRAPHER, Predicate.EDITOR}
_STORY_NAMES = "story names"
_WORD = r"(?:[\w-]+,? )"
_DIRECTOR_BEFORE = re.compile(
    r"(?<!art )(?<!casting )(?<!music )(?<!fellow )(?<!assistant )\b(?:(?:writer|producer|star)[-/ ])?[Dd]irector(?:[-/ ](?:writer|producer|star))? $"
)
# Of another film, or of another's manner: "a remake of director John Ford's", "an homage to director Ana Dahl".
_ELSEWHERE = re.compile(
    r"\b(?:remake of|remade|version of|homage to|tribute to|nods? to|like|unlike|than|from|replac(?:ed|ing)|instead of|under|influences?|inspired by|reminiscent of|compared to|married|wife of|son of|daughter of|"
    r"work of|works of|style of|manner of|echoes of|meets|turned down by|rejected by|offered to|first choice)\b[^,.;]{0,30}$",
    re.IGNORECASE,
)
_DONE_ELSEWHERE = re.compile(
    r"(?:['’]s?)?,? (?:remade|would|had (?:already|previously)|later|who (?:turns|appears|plays|cameos|later)|recogni[sz]ed|refused|declined|turned|passed|was replaced|left|quit|dropped)\b"
)
_FILM_NOUN = r"(?:films?|movies?|pictures?|features?|debut|effort|masterpiece|western|thriller|comedy|drama|melodrama|musical|noir|documentary|take on|version of|adaptation of|story of|tale of|portrait of|retelling of|reimagining of|sequel to|remake|procedural|epic|satire|fable|romance)"
_OTHERS = r"(?:other|earlier|previous|later|next|best|early|late|first two|last two|own|new|classic|silent|more|famous|most|many|favou?rite|subsequent|past|former)"
_OWNED = re.compile(
    rf"['’]s? (?!(?:{_WORD}){{0,3}}{_OTHERS} )(?:(?!(?:the|a|an|his|her|its|to|of|in|this|that)\b)[a-z0-9][\w-]*,? ){{0,4}}?{_FILM_NOUN}\b(?!['’]| (?:star|role|career|score|music|series|company|studio|debut|festival|school))"
)
_LEADS_THE_SENTENCE = re.compile(
    r"(?:^|^\W*(?:From there|Still|Yet|But|And|So|Then|Here|Now|In|At|With|For|Despite|Unlike)[^.;]{0,40},? |[:–—] ?|\b(?:is|was|marks|in|of|through|throughout) )$"
)
_MADE = frozenset(
    "made makes directed directs filmed films shot shoots staged stages crafted crafts lets organizes organises keeps tells told opens ends paces paced handles fills turns builds injects gives treats lends structures frames".split()
)
_TALKING_OF = re.compile(
    r"\b(?:on|about|discuss(?:es|ing)?|presents?|introduces?) (?:making |directing |shooting )?(?:(?:his|her|their) (?:[\w-]+,? ){0,3}(?:film|feature|movie|picture|documentary|debut|drama|comedy|thriller)\b(?! career| role))",
    re.IGNORECASE,
)
_FILM_MAKER = re.compile(r"\b(?:film-?maker|director|directorial|auteur)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:(?:why|how|when|where|what) (?:\w+ )?(?:did|do|have|were|made) you (?:\w+ )?(?:choose to |decide to |want to |come to |start(?:ed)? )?(?:shoot|film|direct|make|making|shooting|filming|cast|stage|edit)\b|your (?:(?:new|first|second|third|latest|own|previous) )?(?:film|feature|movie|debut|documentary)\b(?! role)|you(?:['’]ve)? (?:directed|shot|filmed|cast)\b)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:I (?:was |am |started |began |kept )?(?:directing|shooting|filming) |I (?:will |would |wanted to |had to |have to |decided to )?(?:direct|shoot|cast|film|make) (?:it|this|the|him|her|them|that)\b|I (?:directed|shot|filmed|cast) |"
    r"as a (?:director|film-?maker),? I\b|my (?:film|movie|picture|crew|cinematographer|cameraman|camerawoman|editor|producer|actors|cast|composer|co-writer)\b(?! (?:career|debut|role)))"
)
_ACTS = re.compile(
    r"\b(?:actor|actress|star|player|composer|cinematographer|cameraman|editor|producer|novelist|author|critic|screenwriter)\b",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"['’]s? (?:[a-z-]+,? ){0,3}?(?:camera|images|lens|lighting|Technicolor|Eastmancolor|compositions|framing|black[- ]and[- ]white)\b(?!['’])"
)
_HEARD = re.compile(
    r"['’]s? (?:[a-z-]+,? ){0,2}?(?:music|themes?|arrangements|synthesi[sz]ers?|synths|zither|melodies)\b(?!['’]| (?:video|career|teacher|school|room|box|from|for (?:his|her)))"
)

# Somebody, and whether the sign outweighs that verbs of the story have him for their subject.
Conclusion = tuple[Mention, bool]


def concluded_makers(annotations: Annotations, topic: Topic, found: Sequence[Claim]) -> Iterator[Claim]:
    """Claims on makers nobody ``found``: at most one person for each kind of work, who is nothing else to the film."""
    if not is_critical(annotations):
        return
    full = full_names(annotations)
    told = [one for one in found if one.subject == topic.id and one.confidence >= _TOLD and one.polarity is Polarity.ASSERTED]
    others, story = set(_nobodies(told)), set(_in_the_story(told))
    for predicate, read in _READERS:
        if any(one.predicate is predicate for one in told):
            continue
        # Writers and producers direct as well; a composer's "film" is none.
        alike = _DIRECT_TOO if predicate is Predicate.DIRECTOR else frozenset({predicate})
        makers = {str(one.value) for one in told if isinstance(one.value, str) and one.predicate not in alike}
        signs: dict[str, Mention] = {}
        for mention, sure in read(annotations, topic):
            name = full.get(mention.surface, mention.surface)
            if " " in name and name not in others and name not in makers and (sure or name not in story):
                signs.setdefault(name, mention)
        if len(signs) == 1:
            ((name, mention),) = signs.items()
            yield claim(annotations, topic, predicate, name, mention.span, extractor="concluded maker", confidence=_CONFIDENCE)
            others.add(name)


def _nobodies(told: Sequence[Claim]) -> Iterator[str]:
    """Those who are players and persons of the story."""
    for one in told:
        if isinstance(one.value, CastMember):
            yield one.value.actor
        elif isinstance(one.value, CharacterName) and one.extractor != _STORY_NAMES:
            yield from (one.value.name, *one.value.aliases)
        elif one.predicate in (Predicate.BASED_ON, Predicate.INFLUENCED_BY, Predicate.STORY_BY):
            yield str(one.value)


def _in_the_story(told: Sequence[Claim]) -> Iterator[str]:
    """Those who were only taken for persons of the story because a verb has them for its subject."""
    for one in told:
        if isinstance(one.value, CharacterName) and one.extractor == _STORY_NAMES:
            yield one.value.name


def without_makers(found: Sequence[Claim], concluded: Sequence[Claim]) -> list[Claim]:
    """``found`` without the persons of the story who turned out to have made the film."""
    makers = {one.value for one in concluded}
    return [
        one
        for one in found
        if not (isinstance(one.value, CharacterName) and one.extractor == _STORY_NAMES and one.value.name in makers)
    ]


def _directors(annotations: Annotations, topic: Topic) -> Iterator[Conclusion]:
    """The surest sign first; the others are asked only where it is missing."""
    for signs in (_by_title, _by_conversation, _by_possession, _by_deed):
        some = list(signs(annotations, topic))
        if some:
            yield from some
            return


def _prose(annotations: Annotations, topic: Topic) -> Iterator[tuple[Sentence, Mention, str, str]]:
    """Each person of the prose, with the words of the sentence before and after."""
    text = annotations.document.text
    for sentence in annotations.sentences_in(topic.passage):
        if not weight(annotations, sentence):
            continue
        for mention in annotations.mentions_in(sentence.span, MentionKind.PERSON):
            yield sentence, mention, text[sentence.span.start : mention.span.start], text[mention.span.end : sentence.span.end]


def _by_title(annotations: Annotations, topic: Topic) -> Iterator[Conclusion]:
    """ "one of director John Huston's strangest", "even by director Alfred Hitchcock himself"."""
    for _, mention, before, after in _prose(annotations, topic):
        title = _DIRECTOR_BEFORE.search(before)
        if title is not None and not _ELSEWHERE.search(before[: title.start()]) and not _DONE_ELSEWHERE.match(after):
            yield mention, True


def _by_possession(annotations: Annotations, topic: Topic) -> Iterator[Conclusion]:
    """ "Sturges's 1950 crime procedural gets the forensics right", "From there, Dario Argento's film stumbles"."""
    for _, mention, before, after in _prose(annotations, topic):
        owned = _OWNED.match(after)
        if owned is None or not _LEADS_THE_SENTENCE.search(before) or _ELSEWHERE.search(before):
            continue
        years = re.findall(r"\b(?:18[89]\d|19\d\d|20[0-4]\d)\b", owned.group())
        if not years or topic.year is None or str(topic.year) in years:
            yield mention, False


def _by_deed(annotations: Annotations, topic: Topic) -> Iterator[Conclusion]:
    """ "Lars von Trier organizes his picture as a confession", "Dahl made the film that she had wanted to make"."""
    for sentence, mention, _, _ in _prose(annotations, topic):
        tree = Tree.of(annotations, sentence)
        if tree is None:
            continue
        for verb, word in enumerate(tree.words):
            if word.pos != "VERB" or tree.surface(verb).casefold() not in _MADE or tree.children(verb, "aux:pass"):
                continue
            subjects = [kid for kid in tree.children(verb, "nsubj") if tree.words[kid].span in mention.span]
            below = [
                *tree.children(verb, "obj"),
                *(one for kid in tree.children(verb, "ccomp", "xcomp") for one in tree.children(kid, "nsubj")),
            ]
            objects = [kid for kid in below if tree.lemma(kid) in FILM]
            if (
                any(
                    tree.surface(one).casefold() in ("the", "this", "his", "her")
                    for kid in objects
                    for one in tree.children(kid, "det", "nmod:poss")
                    if not {tree.surface(w).casefold() for w in tree.children(kid, "amod")}
                    & {"first", "previous", "earlier", "next", "last", "other"}
                )
                and subjects
            ):
                yield mention, True


def _by_conversation(annotations: Annotations, topic: Topic) -> Iterator[Conclusion]:
    """The one who is asked, where the lines over it call him film-maker, or the questions and answers show that he made it."""
    asked = annotations.interviewee
    if annotations.kind is not DocumentKind.INTERVIEW or asked is None:
        return
    text = annotations.document.text
    over = next((block.span.of(text) for block in annotations.document.blocks if asked.span in block.span), "")
    if _ACTS.search(over) and not _FILM_MAKER.search(over):
        return
    rest = text[asked.span.end : topic.passage.end]
    signs = bool(_FILM_MAKER.search(over)) + bool(_TALKING_OF.search(over)) + bool(_ASKED.search(rest)) + bool(_SAID.search(rest))
    if signs >= 2:
        yield asked, True


def _cinematographers(annotations: Annotations, topic: Topic) -> Iterator[Conclusion]:
    yield from _owners(annotations, topic, _SEEN)


def _composers(annotations: Annotations, topic: Topic) -> Iterator[Conclusion]:
    yield from _owners(annotations, topic, _HEARD)


def _owners(annotations: Annotations, topic: Topic, owned: re.Pattern[str]) -> Iterator[Conclusion]:
    for _, mention, before, after in _prose(annotations, topic):
        if owned.match(after) and not _ELSEWHERE.search(before):
            yield mention, False


_READERS: tuple[tuple[Predicate, Callable[[Annotations, Topic], Iterator[Conclusion]]], ...] = (
    (Predicate.DIRECTOR, _directors),
    (Predicate.CINEMATOGRAPHER, _cinematographers),
    (Predicate.COMPOSER, _composers),
)
