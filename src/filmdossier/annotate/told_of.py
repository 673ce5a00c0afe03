"""Finds the film that running text is about where no line over it says so.

Enters a document; leaves the title that its sentences treat as their subject, or None. Every stretch
of capitals and every title in italics is weighed by the words around it: what is said only of films
("opened in", "a thriller", "the film is …") speaks for it, what is said of persons and of the films
that another is measured against ("like", "after", a name that "plays") against it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.annotate import gazetteer
from filmdossier.model.annotations import Mention, MentionKind
from filmdossier.model.text import BlockKind, Document, Origin, Span
from filmdossier.model.titles import title_key, title_year

_CAPITAL = r"[A-ZÀ-ÞŌŠČŽ0-9][\w'’&!-]*"
_SMALL = r"(?:of|the|and|in|a|an|to|on|for|at|with|from|by|is|de|la|le|les|du|des|del|el|der|die|das|il|di)"
_RUN = re.compile(rf"(?<![\w'’-]){_CAPITAL}(?:[ \n](?:{_SMALL}[ \n]){{0,2}}{_CAPITAL})*")
# What a sentence puts before a title: "When Limite …", "In The Third Man".
_LEADS = re.compile(
    r"(?:(?:In|On|At|For|With|From|After|Before|Of|To|By|When|While|As|But|And|Like|Since|Until|Though|Although|If|So|Yet|Still|Because|Despite|Unlike|Even|See|About|Is|Was|That|This|It|Its|Also|Then|Now|Only|Not|Here|There|Both|Once|Where|How|Why|What|I|We|You|He|She|They|His|Her|Their|Our|My|Your)[ \n])+(?:(?:the|a|an|his|her|its)[ \n])?(?=[A-ZÀ-ÞŌŠČŽ0-9])"
)
_SENTENCE_END = re.compile(r"[.!?:][\"”’)]? ?\n?\Z")
_ARTICLE = re.compile(r"\b(?:the|an?|his|her|its|their|our|my|this|that|every|[Tt]he (?:new|old|great|young|late|other))[ \n]$")
_OWNER = re.compile(r"[^\n]*?['’]s?[ \n](?=[A-ZÀ-Þ0-9])")
_GENRE = r"(?:film|movie|picture|comedy|thriller|drama|western|musical|sequel|prequel|remake|documentary|melodrama|noir|mystery|slasher|epic|adaptation|romance|fable|satire|farce|fantasy|masterpiece|classic|debut|anthology|biopic|production|entry|swashbuckler|horror|actioner|programmer|watch|viewing|reimagining)"
_AFTER = (
    (re.compile(rf"[,\s]*(?:is|was|remains|proves|marks|isn['’]t|being) [^.;:!?\n]{{0,60}}?\b{_GENRE}\b"), 3.0),
    (
        re.compile(
            r" (?:premiered|was (?:first |never )?(?:released|shown|screened|made|shot|filmed|adapted|nominated|banned|cut)|came out(?! (?:of|with|and|to)\b| in (?:the|a|his|her)\b(?! (?:spring|summer|autumn|fall|winter|cinemas|theat)))|opened (?:in|on|at|to|the|here|across|with)|opens (?:in|on|at|the|with)|reached (?:the )?(?:\w+ )?(?:London|New York|Paris|Tokyo|America|Britain|cinemas|screens|theat)|flopped|grossed|won (?:the|an?|three|two|four|five)|runs (?:\d|a|under|over|long)|clocks)\b"
        ),
        2.5,
    ),
    (
        re.compile(
            r" (?:stars|features|boasts|suffers from|benefits from|concerns|takes place|unfolds|plays (?:like|out)|works|clocks|opens|tells|casts|offers|delivers|follows|sets|stumbles|stands|succeeds|joins|breaks)\b"
        ),
        1.5,
    ),
    (
        re.compile(
            r" (?:is|was|has|does|doesn['’]t|isn['’]t|ends|begins|starts|feels|looks|never|manages|seems|would|could|might|may|[a-z]{3,}s(?: just)?) "
        ),
        0.5,
    ),
    (re.compile(r",? which (?:opened|opens|came out|won|took the|premiered|was (?:first )?(?:shown|released|made|shot))\b"), 2.5),
    (re.compile(r",? (?:which (?:I|we|you|he|she|opened|came|won|was)|whose (?:title|plot|story))\b"), 1.0),
)
_NO_FILM_AFTER = re.compile(
    r"['’]s? (?:character|performance|face|wife|husband|father|mother|son|daughter|Oscar|script|direction|screenplay|camera|career|voice|eyes|script|work|films|earlier|previous|first|last|other)\b"
    r"|,? (?:who|plays|played|says|said|thinks|knows|finds|discovers|meets|kills|falls|decides|tries|gets|goes|wants|and (?:his|her)|loves|asks|tells (?:him|her)|himself|herself|directed|directs|wrote|writes|does his|gives|gave|stars as|co-stars|steals|turns in|portrays|turned|brings)\b"
    r"|,? (?:aged|as (?:the|a|an|[A-Z])|son of|daughter of)\b| (?:Street|Road|Pictures|Studios?|University|County|Festival|River|Hall|Award)\b"
)
_BEFORE = (
    (
        re.compile(
            r"\b(?:(?:the|our|this|tonight['’]s|new|latest) (?:film|movie|picture|feature)(?: is| was| will be|,|:)?|(?:film|movie|picture|feature) (?:called|titled|entitled)|(?:film|movie|screen|silent) version of|making of|titled|entitled"
            r"|show(?:ing)?|screen(?:ing)?|(?:are|is|be) doing|directed|directing|recommend|page on|notes on|print of|copy of|remember(?:s|ing)?|special about|(?:podcast|episode|talk|essay|paper|lecture|piece|the one|production|suppression|making|shooting|release|restoration|ending|showing|screening|happens) (?:on|about|of|in))[ \n][\"“_*]?$",
            re.IGNORECASE,
        ),
        2.0,
    ),
    (
        re.compile(
            r"\b(?:watch(?:ed|ing)?|seen?|saw|shown?|shot|shoot|enjoyed?|enjoying|loved?|film(?:ed|ing)|finding|wrong with|problem with|about|appeal of|admire|called|adaptation of)[ \n][\"“_*]?$"
        ),
        1.5,
    ),
    (re.compile(r"(?:^|[.!?][\"”’)]? |\n)(?:[Ii]n|[Ww]ith)[ \n][\"“_*]?$"), 1.0),
    (re.compile(r"\b(?:[Ii]n|[Oo]f|[Tt]hrough|[Mm]akes?|[Mm]ade|[Ff]or|[Oo]n|[Bb]uried in)[ \n][\"“_*]?$"), 0.5),
    (re.compile(r"[A-Z][\w.-]+['’]s?[ \n][\"“_*]?$"), 0.5),
)
# Other films stand behind these: those that this one is measured against, or that its makers made before and after.
_COMPARED = re.compile(
    r"\b(?:like|than|(?:like|liked) (?:this|it|that),?(?: also)? try|try|unlike|recalls?|recalling|echoes|echoing|reminiscent of|in the vein of|after|before|since|following|à la|a la|part|meets|mixed with|derivative of|you['’]ve seen|great about|influenced|inspired(?: by)?|predates|predecessor,?|sequel to|remake of|prequel to|follow-?up to|outside of|besides|beyond|as well as|including|versus|vs\.?|fame|director of|star of|stars? (?:of|in)|known for|remade as|did for|made for|reference to|nod to|homage to|films? (?:like|such as)|earlier|previous|by the time of|compared? (?:to|with)|later in|also in|appeared in|starred in|seen in|role in|turn in|performance in|novel|book|play|song|album)[ \n][\"“_*]?(?:[A-Z][\w.-]+ ){0,3}(?:[A-Z][\w.-]+['’]s?[ \n])?[\"“_*]?$"
)
_COMPARED_BEHIND = re.compile(
    r"(?:-style|-like|-esque|-type| meets [A-Z]| (?:knock-?off|rip-?off|story|legend|myth|fable|clone|franchise|series|trilogy|films|movies|fame)\b)"
)
# "The Crying Game", "Daughters of Darkness": no person and no place is written so.
_TITLE_SHAPE = re.compile(
    rf"(?:The|A|An) {_CAPITAL} .*{_CAPITAL}|(?:The|A|An) {_CAPITAL}|{_CAPITAL}.* (?:{_SMALL} )+{_CAPITAL}|{_CAPITAL}.* (?:to|in|with|for|a|an|on|at|from) .*"
)
# One word or two, or two names joined: anybody's.
_NAMES_SHAPE = re.compile(rf"(?!The |An? ){_CAPITAL}(?: {_CAPITAL})?(?: and {_CAPITAL}(?: {_CAPITAL})?)?")
_PERSON_BEFORE = re.compile(
    r"\b(?:as|actor|actress|director|star|writer|producer|named|Mr\.?|Mrs\.?|Miss|Dr\.?|Captain|Detective|Sheriff|husband|wife|brother|sister|son|daughter|friend|girlfriend|boyfriend|by|starring|with)[ \n]$"
)
_CAST = re.compile(r" \((?:[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)+)\)|, played by\b")
_ROLE = re.compile(
    r"(?:Director|Actor|Actress|Writer|Producer|Star|Screenwriter|Composer|Detective|Captain|Doctor|Sheriff|Professor|Mr|Mrs|Miss|Ms|Dr|King|Queen|Prince|Princess|Lady|Lord|Sir|Colonel|Major|General|Sergeant|Uncle|Aunt|Father|Mother)\.? "
)
_FEWEST, _MARGIN = 3.0, 0.5
_FEWEST_SURE = 2.0  # what is said only of films, for one word or a name's two that nothing sets apart: they may be anybody's
_LONGEST = 100
_READ = 30_000  # characters: what a longer text is about it says before
_NO_TITLES = frozenset(
    "i we you it he she this there that who what here the-film the-movie the-story the-plot film movie picture they dvd blu-ray hollywood oscar academy-award academy-awards europe america".split()
)


@dataclass(slots=True)
class _Candidate:
    first: Span
    words: str
    anybody: bool  # as a name's words may be
    weight: float = 0.0
    told: int = 0
    marked: bool = False
    sure: float = 0.0


def told_of(document: Document, mentions: Sequence[Mention]) -> Span | None:
    """Where the title first stands that the text is about; None where none stands out."""
    text = document.text
    mentions = [mention for mention in mentions if mention.span.end <= _READ]
    people = _people(text, mentions)
    found: dict[str, _Candidate] = {}
    for span, marked in _stretches(document, mentions):
        words = title_year(span.of(text)).title
        key = title_key(words)
        if not key or key in _NO_TITLES or len(words) > _LONGEST or (not marked and words in people):
            continue
        candidate = found.setdefault(key, _Candidate(span, words=words, anybody=_NAMES_SHAPE.fullmatch(words) is not None))
        candidate.told += 1
        candidate.marked |= marked
        weight, sure = _weight(text, span, marked)
        candidate.weight += weight
        candidate.sure += sure
    for one in found.values():
        if one.told > 1 and one.first.start == _first_words(document) and _DEFINES.match(text, one.first.end):
            one.weight, one.sure = one.weight + 1.0, one.sure + 2.0  # what a text opens on and comes back to
    for key, one in found.items():
        longer = [other for other in found if f"-{key}-" in f"-{other}-" and other != key] if one.weight > 0 else []
        if longer and (not one.marked or found[longer[0]].marked):
            whole = found[max(longer, key=lambda other: (found[other].weight, other))]  # "Rachel" in "Rachel and the Stranger"
            whole.weight += max(0.0, one.weight) / 2
            one.weight = 0.0
    for one in found.values():
        if one.anybody and not one.marked and one.sure < _FEWEST_SURE:
            one.weight = 0.0
    ranked = sorted(((_total(one, text), -one.first.start, key) for key, one in found.items()), reverse=True)
    if not ranked:
        return None
    score, _, first = ranked[0]
    best = found[first]
    rival = next((other for other, _, key in ranked[1:] if key not in first and first not in key), 0.0)
    if score < _FEWEST and not (best.sure and score >= _FEWEST_UNRIVALLED and rival <= _NO_RIVAL):
        return None
    return best.first if score - rival >= _MARGIN else None


_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b.*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
)
_FEWEST_UNRIVALLED, _NO_RIVAL = 2.4, 1.0  # where something is said only of films, and no other title comes near


_DEFINES = re.compile(
    r" (?:is|was|isn['’]t) (?:an?|one of|not|no|the)\b(?! (?:\w+[ ,]){0,3}(?:man|woman|girl|boy|cop|detective|student|wife|husband|widow|mother|father|daughter|son|teacher|doctor|lawyer|soldier|writer|young|old)\b)"
)


def _first_words(document: Document) -> int:
    """Where the first paragraph starts."""
    return next(
        (block.span.start for block in document.blocks if block.kind is BlockKind.PARAGRAPH and block.origin is Origin.BODY), -1
    )


def _total(one: _Candidate, text: str) -> float:
    early = 1.0 if one.first.start < max(300, len(text) // 4) else 0.0
    return one.weight + 0.4 * min(one.told, 5) + early * (one.weight > 0)


def _stretches(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[Span, bool]]:
    """Titles in italics or quotation marks, and runs of capitals outside them, each with whether it is set apart."""
    text = document.text
    marked = [m.span for m in mentions if m.kind is MentionKind.WORK and m.score in (0.8, 0.6)]
    quoted = [m.span for m in mentions if m.kind is MentionKind.QUOTATION]
    for span in marked:
        yield span, True
    taken = sorted({*marked, *quoted})
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or block.origin is not Origin.BODY or block.span.end > _READ:
            continue
        for run in _RUN.finditer(text, block.span.start, block.span.end):
            start, end = run.span()
            opens = start == block.span.start or _SENTENCE_END.search(text, max(0, start - 4), start) is not None
            lead = _LEADS.match(text, start, end) if opens else None
            if lead is not None and not re.search(rf"[a-z,] {re.escape(text[start:end])}", text):
                start = lead.end()
            owner = _OWNER.match(text, start, end) if "’s " in text[start:end] or "'s " in text[start:end] else None
            if owner is not None and len(owner.group().split()) <= 3:
                start = owner.end()
            words = text[start:end]
            words = re.sub(r"['’]s?$", "", words)
            end = start + len(words)
            if end - start < 2 or any(span.start < end and start < span.end for span in taken):
                continue
            if (
                words.isdigit()
                or _ROLE.match(words)
                or words in gazetteer.lines("starters")
                or words in gazetteer.places()
                or words in gazetteer.demonyms()
            ):
                continue
            yield Span(start, end), False


def _people(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """Full names of persons, and the words of them that the text says alone as well."""
    names = {m.surface for m in mentions if m.kind is MentionKind.PERSON and not re.search(r" (?:of|the|and|in) ", m.surface)}
    said = Counter(re.findall(r"[^\W\d_][\w'’-]*", text))
    within = Counter(word for m in mentions if m.surface in names for word in m.surface.split())
    alone = {word for word in within if said[word] > within[word]}
    return frozenset({name for name in names if alone & set(name.split())} | {word for name in names for word in name.split()})


def _weight(text: str, span: Span, marked: bool) -> tuple[float, float]:
    """How much the words around a stretch speak for the film's title, and how much of that is said of films only."""
    before = text[max(0, span.start - 60) : span.start]
    after = text[span.end : span.end + 90].lstrip('_*”"')
    if _COMPARED.search(before) or _COMPARED_BEHIND.match(after):
        return -0.5, 0.0
    if not marked and (_ARTICLE.search(before) or _NO_FILM_AFTER.match(after) or _PERSON_BEFORE.search(before)):
        return -1.0, 0.0
    if not marked and _CAST.match(after):
        return -2.0, 0.0
    follows = next((value for pattern, value in _AFTER if pattern.match(after)), 0.0)
    precedes = next((value for pattern, value in _BEFORE if pattern.search(before)), 0.0)
    if _YEAR_BEHIND.match(after) and span.start < _EARLY:
        precedes += 2.0
    sure = (follows if follows >= _SURE else 0.0) + (precedes if precedes >= _SAID else 0.0)
    if not sure and _JOINED.search(before):
        return -0.5, 0.0
    shaped = 1.0 if (follows or precedes) and _TITLE_SHAPE.fullmatch(span.of(text)) else 0.0
    return (0.5 if marked else 0.0) + shaped + follows + precedes, sure


_SURE, _SAID = 2.5, 2.0
_JOINED = re.compile(r"\b(?:to|and|or|from)[ \n][\"“_*]?(?:[A-Z][\w.-]+ ){0,3}(?:[A-Z][\w.-]+['’]s?[ \n])?[\"“_*]?$")
_EARLY = 900  # "The Wages of Fear (Le Salaire de la peur, 1953)": further down it is the year of another film
_YEAR_BEHIND = re.compile(r" \((?:[^()\d\n]{3,60},? )?(?:18[89]\d|19\d\d|20[0-4]\d)\b")
