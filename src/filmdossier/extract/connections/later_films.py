"""Reads which later films quote, parody or were inspired by this one.

Who imitates whom is told by the words between the two: "X pays homage to the film", "the scene was
parodied in X", "the film inspired X". Under a heading such as "Legacy" the words alone suffice.
Books, games, episodes and songs are left out, and films older than this one.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.extract.connections.film_evidence import is_filmed
from filmdossier.extract.named_things import Thing, things_from
from filmdossier.extract.phrases import clause_start, heading_says
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.extract.works import Work, is_older, shares_name, works_in
from filmdossier.model.annotations import Annotations, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Connection, Predicate, Relation
from filmdossier.model.text import BlockKind, MarkKind, Span

_WORKS = r"(?: (?:(?:many|several|numerous|other|later|subsequent|such|various|countless|some|a number of|the|both|two|three|disparate|\d{4}|[a-z]+) )*(?:films|movies|works|pictures|productions|titles)(?: and \w+(?: \w+)?)?,?(?: (?:such as|like|including|as|from|by|of))?)?"
# This film, or something of it, is imitated; where follows.
_IMITATED_IN = re.compile(
    r"\b(?:parodied|spoofed|lampooned|satiri[sz]ed|mocked|referenced|quoted|echoed|recreated|re-?enacted|restaged|reprised|imitated|copied|sampled|homaged|alluded to|mimicked|emulated|evoked|appropriated|borrowed|reworked|"
    r"reused|repeated|mirrored|pastiched|copied|(?:f(?:ound|inds?)|seen?|sees|detect(?:s|ed)|heard|not(?:es|ed|iced)|spotted|recogni[sz]ed?) (?:\w+ ){0,3}(?:echoes|traces|elements|reflections|shades|influences?|debts?|homages?|references|nods|parallels) (?:of|to)|paid (?:homage|tribute)(?: to)?|(?:features?|(?:re)?appear(?:s|ed)?|recurs?|resurfaces?|(?:turns?|turned|crops?|cropped) up|occurs?|(?:can|may) be (?:seen|found|heard|felt|detected|traced)|(?:is|are) (?:seen|felt|visible|evident|apparent|present)))\b[^.;]{0,70}? (?:in|by|on|as|throughout|for)"
    + _WORKS
    + " "
)
# Weaker verbs: they tell something only of clips, lines, posters and the like.
_SHOWN_IN = re.compile(
    r"\b(?:mentioned|featured|seen|shown|used|excerpted|projected|heard|played|watched|included|appear(?:s|ed|ing)?|quoted)\b[^.;]{0,90}? (?:in|by|on|during)"
    + _WORKS
    + " "
)
_PIECES = re.compile(
    r"\b(?:scenes?|clips?|footage|excerpts?|dialogue|quotations?|samples?|lines?|posters?|music|theme|song|images?|stills?|elements?|shots?|references?|homages?|tributes?|allusions?|nods?|parod(?:y|ies)|echoes|influence|impact|imprint|legacy|style|speech|character)\b",
    re.IGNORECASE,
)
# This film brought the other about.
_LED_TO = re.compile(
    r"\b(?:(?:has |have |had |which |that |also |later |directly |heavily |strongly |greatly |in turn |would )*(?:influenced|inspired|influenc(?:e|ing)|inspir(?:e|ing)|prefigur(?:es|ed|ing)|anticipat(?:es|ed|ing)|foreshadow(?:s|ed|ing)|spawned|gave rise to|"
    r"paved the way for|set the (?:template|pattern|standard|tone|stage) for|led (?:directly )?to|triggered|sparked)(?! by)(?: (?:that|those|the making|the look|the style|scenes?|parts?|elements) of)?"
    r"|(?:influences?|impact|inspirations?|effect) (?:on|for|behind|upon)|(?:bears?|bore|bearing|shows?|showing) (?:its|the film['’]s) (?:mark|influence|imprint|stamp)s? (?:are|include)|(?:progenitor|precursor|forerunner|foundation|basis|template|blueprint|model|prototype|pattern|ancestor|predecessor) (?:of|for|to)(?:[^.;]{0,70}? (?:including|such as))?"
    r"|(?:cycle|wave|trend|string|spate|series|crop|boom|fashion|vogue|host|slew|number|legion|rash|run|rush|flood|batch|procession|stream) of (?:[\w-]+ ){0,3}(?:similar|imitat\w+|like-minded|copycat|other|new|such)?\b[^.;]{0,50}?(?:including|such as|like|among them|namely)"
    r"|(?:left|leaves|leaving|made) (?:its|an?|the film['’]s) (?:\w+ )?(?:mark|imprint|stamp|impression|fingerprints|influence|shadow|traces) (?:up)?(?:on|in|over)|gave (?:him|her|them|[A-Z][\w.'’-]+(?: (?:and )?[A-Z][\w.'’-]+){0,4}) the (?:idea|model|impulse) for"
    r"|[Ww]ithout (?:it|this film|the film|TITLE)\b[^.;]{0,60}?(?:there )?(?:would|could|might|should) (?:hardly |scarcely )?(?:be|have been|never have been) (?:no|neither)"
    r"|(?:nam|cit|list|mention|count|acknowledg|credit)\w+ (?:it|the (?:film|movie)|TITLE) (?:as|among)\b[^.;]{0,40}?\b(?:influences?|inspirations?|sources?|models?|references?|touchstones?) (?:of|for|on|behind|to)"
    r"|(?:nam|cit|list|mention|count)\w+ (?:it|the (?:film|movie)|TITLE) (?:as|among)\b[^.;]{0,40}? (?:films?|works?|movies?|pictures?) (?:that|which) (?:had |have )?(?:shaped|influenced|inspired|informed)"
    r"|(?:screen(?:s|ed)|show(?:s|ed)|ran) (?:it|the (?:film|movie)|TITLE) (?:for|to) (?:the|his|her|their) (?:\w+ ){0,2}(?:cast|crew|team|actors)(?: and \w+)?(?: (?:of|on|while making|before making|in preparation for))"
    r"|(?:imitat(?:ors|ions)|copies|rip-?offs|knock-?offs|copycats|clones|homages|parodies)(?: of it)?,? (?:such as|like|including|include)"
    r"|(?:inspired|influenced) by (?:the film|the movie|it|this film|TITLE|its \w+) (?:include[sd]?|are|were)"
    r"|[Ll]ater (?:films?|movies?|works)[^.;]{0,60}? (?:include[sd]?|are|such as|like))(?: (?:(?:an?|the|one|several|some|many|similar|parts?|elements|scenes?) )*(?:[\w-]+ ){0,3}?(?:making|look|style|scenes?|sequences?|parts?|elements|hero|heroine|character|plot|story|premise|ending|opening|finale|title|score|shot|moment) (?:of|in|from))?"
    + _WORKS
    + " "
)
# The other film, before these words, imitates what follows them.
_IMITATES = re.compile(
    r"\b(?:homages?|tributes?|parod(?:y|ies|ied|ying)|spoof(?:s|ed|ing)?|lampoon(?:s|ed)?|pastiches?|satiri[sz]e[sd]?|referenc(?:e[sd]?|ing)|allu(?:de[sd]?|sions?)|nod(?:s|ded)?|quote[sd]?|echo(?:es|ed)?|borrow(?:s|ed)?|lift(?:s|ed)?|"
    r"recreate[sd]?|re-?enact(?:s|ed)?|imitate[sd]?|mimic(?:s|ked)?|cop(?:y|ies|ied)|reworking|retelling|(?:was|were|been|is|are) (?:\w+ )?(?:inspired|influenced)|(?:is|was) (?:loosely|partly|unofficially) based|modell?ed|patterned|owes?|owed|indebted|"
    r"drew (?:on|from|inspiration)|draws? (?:on|from|inspiration)|t(?:ook|akes|aking) (?=(?:it|its|(?:the|this) (?:film|movie)['’]s|TITLE['’]s)\b)|(?:pitched|sold|conceived)(?: (?:to|by) (?:the )?\w+)? as|unthinkable without|impossible without|inconceivable without|would (?:hardly |never )?(?:have been|be|exist) (?:\w+ )?without|derive[sd]?|watch(?:es|ed|ing)?|clips?|footage|excerpts?|version of|update of|trac(?:e|es|ed|ing) (?:its|their|the) (?:\w+ )?(?:roots|origins?|lineage) (?:back )?to|variation on|riff on|answer to|homaged?)\b"
)
# In a part on what became of the film, any of these beside another film's title says that the other looks back at this one.
_LOOKS_BACK = re.compile(
    _IMITATES.pattern
    + r"|\b(?:likened|similar\w*|resembl\w+|reminiscent|evok\w+|inspir\w+|influenc\w+|imitat\w+|posters?|mention(?:s|ed)|cited?|sampl\w+|foundation|template|progenitor|precursor)\b",
    re.IGNORECASE,
)
_LEGACY = re.compile(
    r"\b(?:legacy|influences?|impact|popular culture|cultural|pop culture|in other media|reputation|adaptations?|references|homages?|parod(?:y|ies)|tributes?|inspired works)\b",
    re.IGNORECASE,
)
_QUOTED_ELSEWHERE = re.compile(
    r"\b(?:pop(?:ular)? culture|cultural references|references|homages?|parod(?:y|ies)|tributes?|in other media|influence)\b",
    re.IGNORECASE,
)
# What may stand before the title that opens an item.
_OPENING = re.compile(
    r"(?:In|The|A|An|In the|In a|In an)? ?(?:\d{4} ?(?:['’]?s)? ?)?(?:[\w-]+ ){0,3}(?:film|movie|comedy|thriller|drama|western|musical|spoof|parody|picture|horror|sequel|short)?,?|In",
)
_LIST_OF_FOLLOWERS = re.compile(
    r"\b(?:influenced|inspired|parod\w+|spoof\w*|homages?|tributes?|references?|referenced|quoted|imitat\w+|copied|echo\w*|in its wake|its (?:mark|influence|shadow)|borrow\w*)\b[^.]*:$"
)
_THIS_FILM = re.compile(r"\b(?:[Tt]h(?:e|is) (?:film|movie|picture)(?:['’]s)?|[Ii]ts?)\b(?!self)")
_PART_OF_IT = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:[\w’'-]+ ){0,4}?(?:scenes?|sequences?|lines?|ending|opening|finale|posters?|theme|songs?|characters?|shots?|dialogue|plot|story|premise|style|image|moment|speech|score|title|twist|duel|chase|monologue|catchphrase)\b"
)
_DEFINITE = re.compile(r"[ ,;]*(?:The|Its|This|That|These|Those) ")
_NO_FILM_BEFORE = re.compile(
    r"\b(?:novels?|books?|series|episodes?|games?|songs?|album|show|sitcom|musical|play|magazine|publication|documentary|serial|season|video|single|band|cartoon|comics?|manga|anime)\W+(?:\w+ ){0,2}$"
)
_NO_FILM_AFTER = re.compile(
    r"['’\"”]*, (?:his|her|their|the|an?) (?:[\w-]+ ){0,3}(?:study|book|essay|memoirs?|autobiography|biography|history|novel|monograph|article|poem|song|album|documentary|serial|series|play|musical)\b"
    r"|['’\"”]*s? (?:sketch|episodes?|series|show|album|video game|game|novel|book|comics?|songs?|musical|magazine)\b"
)


def later_films(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on the later films that one sentence names."""
    words = annotations.text(sentence.span)
    if sentence.role is Role.PLOT:
        return
    legacy = heading_says(sentence, _LEGACY)
    others = [work for work in works_in(annotations, topic, sentence.span) if not work.own]
    if any(mark.kind is MarkKind.ITALIC for mark in annotations.document.marks):
        # Where titles are set in italics, what stands in quotation marks is an episode, a sketch or a song of what is in italics.
        parts = [work for work in others if not work.italic and not work.film]
        others = [work for work in others if work not in parts and (work.film or not parts)]
    if not others:
        return
    found = [
        *_after(annotations, topic, sentence.span, others, legacy=legacy, music=sentence.role is Role.MUSIC),
        *_before(annotations, topic, sentence.span, others, legacy=legacy),
    ]
    # Under "In popular culture" every sentence looks back at the film, named or not.
    named = topic.title in words or _THIS_FILM.search(words) or heading_says(sentence, _QUOTED_ELSEWHERE)
    block = annotations.block_of(sentence)
    announced = False
    if block.kind is BlockKind.LIST_ITEM and sentence.span.start == block.span.start and not found:
        opened = _opens(annotations, block.span, others[0], quoted=heading_says(sentence, _QUOTED_ELSEWHERE))
        found += [(others[0], 0.55, sentence.span.start)] if opened else []
        announced = opened
    if legacy and named and not found and _LOOKS_BACK.search(words):
        found = [(work, 0.5, sentence.span.start) for work in others if work.italic or work.film]
    elif legacy and named:
        found += _looking_back(annotations, sentence.span, others, {work.span for work, *_ in found})
    seen = set()
    for work, confidence, cue in found:
        if work.span in seen or not _is_later_film(annotations, topic, sentence.span, work):
            continue
        # An item of a list of followers needs no more; elsewhere what looks back may as well be a song or a serial.
        if not announced and not is_filmed(annotations.document.text, sentence.span, work, others):
            continue
        seen.add(work.span)
        value = Connection(relation=Relation.INFLUENCED_FILM, film=work.title, year=work.year)
        polarity = polarity_of(annotations.document.text[max(sentence.span.start, cue - 60) : cue])
        yield claim(
            annotations, topic, Predicate.CONNECTION, value, work.span, extractor="later film", confidence=confidence, polarity=polarity
        )  # fmt: skip


_Found = tuple[Work, float, int]


def _looking_back(annotations: Annotations, span: Span, others: Sequence[Work], known: set[Span]) -> Iterator[_Found]:
    """In a part on what became of the film, the films of a clause behind a semicolon that says of them that they look back."""
    text = annotations.document.text
    start = span.start
    for stop in (*re.finditer(r"; ", span.of(text)), None):
        end = span.end if stop is None else span.start + stop.start()
        clause = [work for work in others if start <= work.span.start < end]
        if clause and not any(work.span in known for work in clause) and _IMITATES.search(text, start, end):
            yield from ((work, 0.5, start) for work in clause if work.italic or work.film)
        start = end


def _opens(annotations: Annotations, item: Span, work: Work, *, quoted: bool) -> bool:
    """Whether a film opens an item of a list of films that look back at this one.

    The heading says so ("In popular culture"), or the words above the list ("It inspired many films:").
    """
    text = annotations.document.text
    if not (work.italic or work.film):
        return False
    lead = text[item.start : work.span.start].strip(" \"“'")
    if not (not lead or _OPENING.fullmatch(lead) or (lead.endswith(("'s", "’s")) and len(lead) < 40)):
        return False
    return quoted or _LIST_OF_FOLLOWERS.search(_above(annotations, item)) is not None


def _above(annotations: Annotations, item: Span) -> str:
    """The end of the paragraph above the list of an item, '' if it announces nothing."""
    text = annotations.document.text
    blocks = [block for block in annotations.document.blocks if block.span.end <= item.start][-60:]
    for block in reversed(blocks):
        if block.kind is not BlockKind.LIST_ITEM:
            words = block.span.of(text).rstrip()
            return words[-160:] if block.kind is BlockKind.PARAGRAPH and words.endswith(":") else ""
    return ""


def _after(
    annotations: Annotations, topic: Topic, span: Span, others: Sequence[Work], *, legacy: bool, music: bool
) -> Iterator[_Found]:
    """Films listed after "was parodied in", "inspired" and their like, where this film is what stands before."""
    text = annotations.document.text
    starts = {work.span.start: work for work in others}
    for pattern, weak in ((_IMITATED_IN, False), (_SHOWN_IN, True), (_LED_TO, False)):
        for match in () if weak and music else pattern.finditer(text, span.start, span.end):
            clause = clause_start(text, span.start, match.start())
            before = text[clause : match.end()]
            if weak and not _PIECES.search(before) and not _own_title_in(topic, before):
                continue
            whole = Span(clause, match.end())
            # What became of the film is told of its parts too: "The dance was parodied in".
            of_its_part = (
                legacy and not weak and _DEFINITE.match(text, clause) and not any(work.span.start in whole for work in others)
            )
            if not of_its_part and not _about_this(annotations, topic, whole, others):
                continue
            listed = things_from(annotations, topic, match.end(), span.end, reach=95, names=False)
            if any(thing.own for thing in listed[:1]):
                continue
            for thing in listed:
                work = starts.get(thing.span.start) or _unmarked(annotations, thing)
                if work is not None and thing.film is not False:
                    yield work, 0.6 if legacy else 0.55, match.start()


def _unmarked(annotations: Annotations, thing: Thing) -> Work | None:
    """A title that only its article and capitals tell, in a document that sets none in italics."""
    if not thing.titled or any(mark.kind is MarkKind.ITALIC for mark in annotations.document.marks):
        return None
    return Work(span=thing.span, title=thing.name, year=thing.year, own=thing.own, film=thing.film, italic=False)


def _before(annotations: Annotations, topic: Topic, span: Span, others: Sequence[Work], *, legacy: bool) -> Iterator[_Found]:
    """Films before "pays homage to the film" and its like, where this film is what stands after."""
    text = annotations.document.text
    unmarked = not any(mark.kind is MarkKind.ITALIC for mark in annotations.document.marks)
    for match in _IMITATES.finditer(text, span.start, span.end):
        stop = next(iter(re.finditer(r"[;]|, (?:and|but|while) |$", text[match.end() : span.end]))).start() + match.end()
        after = text[match.end() : min(stop, match.end() + 120)]
        if not (_own_title_in(topic, after) or _THIS_FILM.search(after) or (legacy and _PART_OF_IT.search(after))):
            continue
        if any(match.end() <= work.span.start < stop and not work.own for work in others):
            own = re.search(rf"{re.escape(topic.title)}|\b(?:the|this) (?:film|movie)\b", after)
            first = min(work.span.start for work in others if work.span.start >= match.end()) - match.end()
            if own is None or own.start() > first:
                continue
        clause = clause_start(text, span.start, match.start())
        subjects = [
            work
            for work in others
            if clause <= work.span.start < match.start() and (work.italic or work.film or (unmarked and work.known))
        ]
        own_before = re.search(r"\b(?:the|this) (?:film|movie)\b", text[clause : match.start()], re.IGNORECASE)
        if subjects and own_before is None and not _own_title_in(topic, text[clause : match.start()]):
            yield from ((work, 0.55, match.start()) for work in subjects)


def _about_this(annotations: Annotations, topic: Topic, before: Span, others: Sequence[Work]) -> bool:
    """Whether this film, or a part of it, stands in ``before``, and no other film nearer to its end."""
    text = annotations.document.text
    words = before.of(text)
    own = max((match.start() for pattern in (_THIS_FILM, _PART_OF_IT) for match in pattern.finditer(words)), default=-1)
    own = max(own, words.rfind(topic.title))
    other = max((work.span.start - before.start for work in others if work.span.start in before), default=-1)
    return own > other


def _own_title_in(topic: Topic, words: str) -> bool:
    return any(name in words for name in (topic.title, *topic.aliases))


def _is_later_film(annotations: Annotations, topic: Topic, span: Span, work: Work) -> bool:
    """Whether the words about a title allow that it is a film made after this one."""
    text = annotations.document.text
    near = text[max(span.start, work.span.start - 45) : work.span.start]
    if work.film is False or shares_name(topic, work.title) or _NO_FILM_AFTER.match(text, work.span.end):
        return False
    # Sequels are links of their own.
    if re.search(r"\b(?:earlier|previous|prior)\b[^,;]*$|\b(?:sequel|prequel|follow-?up),? [\"“_]?$", near):
        return False
    if _NO_FILM_BEFORE.search(near) and not re.search(r"\bfilm\W+$", near):
        return False
    return is_older(topic, work) is not True
