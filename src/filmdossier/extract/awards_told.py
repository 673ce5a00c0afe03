"""Reads awards that running text tells freely: "best first film at Venice", "it was crowned at San Sebastián (Audience Prize)".

A clause that says something was won yields every prize and category in it; clauses on nominations,
hopes and other films yield none. Without a verb ("In Denmark: two Roberts, best film and …") the
prizes themselves must say that they were won, by their number or by standing in a row.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.extract.award_lists import AWARD_HEADING, full_name
from filmdossier.extract.phrases import CAPITALISED, heading_says, prose_sentences, speaks_of_other
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import BlockKind, Span
from filmdossier.model.titles import same_title

_WON = re.compile(
    r"\b(?:w[io]ns?|winning|took|takes|got|gets|received|receives|earned|landed|collected|carried off|walked off|walks off|came (?:away|home|back)|comes (?:away|home|back)|went home|brought|left (?:\w+ )?with|scooped|bagged|picked up|picks up|"
    r"gave|gives|has given|awarded|given|hono(?:u)?red|distinguished|crowned|conquered|voted|named|chose|chosen|judged|declared|presented|went (?:to|with)|goes to|fell to|shared|rewarded|silverware|trophies|prizes:|awards:|"
    r"(?:[Ii]t|film|picture) has (?:besides |also |to its name )?(?:the|a|two|three|four|five|six)\b)"
)
# "the second part, Aparajito, which won the Golden Lion"
_OF_ANOTHER = re.compile(r"(?<!film)(?<!picture), (?:which|who|that) (?:had |has |also |later )?$|\bwhose [\w ]{1,20}$")
_CAME = re.compile(r"\b(?:followed|arrived|came (?:after|next|later|too|in|the|a year)|was (?:his|hers|theirs|its|won))\b")
_NOT_WON = re.compile(
    r"\b(?:nominat\w+|nominee|shortlist\w*|contender|competed|up for|in the running|lost|los(?:e|es|ing)|beaten|passed over|overlooked|snubbed|none|nothing|nobody|no (?:other )?(?:Oscars?|prizes?|awards?|BAFTAs?|one)|without|never|n['’]t|not|nor|fail\w*|"
    r"missed|denied|would|should|could|might|hop(?:es?|ed|ing)|deserv\w+|expect\w*|if|eligible|submitted|candidate|tipped|favourite for|entered for|ran for|vied|earlier|previous(?:ly)?|already|years before|later won|former|in his career)\b"
)
_PARTS = re.compile(
    r"(?:; |, (?:but|while|whereas|though|although) |: (?=[a-z])|, and (?=(?:there|it|he|she|they|in|at|the \w+ (?:was|were|got|had)|[A-Z]\w+ (?:[A-Z]\w+ )?(?:was|were|had|got|came)) ))"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d+)"
_FILM_WORD = (
    r"(?:act(?:or|ress|ing)|performance|direct(?:or|ion|ing)|film|picture|feature|screenplay|script|writing|screenwriter|photography|cinematograph(?:y|er)|camera|camerawork|edit(?:ing|or)|montage|music|score|song|sound|design|decor|costumes?|"
    r"make-up|effects|documentary|short|debut|newcomer|ensemble|comedy|drama|musical|producer|composer)"
)
_WITH_IT = r"(?:original|adapted|supporting|leading|lead|foreign|foreign-language|foreign-film|non-European|language|international|British|European|Asian|Latin American|national|first|young|new|female|male|visual|special|art|production|costume|film|sound|short|animated|motion)"
_BARE = rf"(?:{_WITH_IT} ){{0,3}}{_FILM_WORD}(?:(?<=art )direction)?"
_CATEGORY = (
    rf"(?:best[ -]|most promising |(?:most )?outstanding )(?:(?:{_WITH_IT}|{CAPITALISED})[ -]){{0,4}}?{_FILM_WORD}\b(?: {_FILM_WORD}\b)?"
    r"(?: in an? (?:leading|supporting) role| not in (?:the )?English(?: language)?| in a foreign language| from any source|(?: of|,) (?:the year|\d{4}))?"
)
_OF_THE_YEAR = r"(?:actor|actress|director|film|screenwriter|newcomer|picture|performance) of the year"
_BEST = re.compile(
    rf"(?P<category>\b{_CATEGORY}|\b{_OF_THE_YEAR})(?P<more>(?:(?:, | and |,? & ){_BARE}\b(?! (?:was|were|is|by|of)\b))*)"
)
_CITY = r"(?:Cannes|Venice|Berlin|Berlinale|Locarno|Sundance|Karlovy Vary|San Sebasti[aá]n|Montr[eé]al|Moscow|Chicago|Valladolid|Rotterdam|Toronto|Edinburgh|Tokyo|Havana|Mar del Plata|Carthage|Durban|Cork|Rouen|Mannheim|Tashkent|Telluride|Sydney|Melbourne|London|New York|Los Angeles|Havana|Pusan|Busan|Deauville|Avoriaz|Sitges|Taormina|Turin|Oberhausen|Annecy|Nantes|Ouagadougou|San Francisco)"
_GIVER = re.compile(
    rf"\b(?P<giver>(?:{CAPITALISED} ){{0,4}}(?:Academy|Critics['’]? Circle|Guild|Board of Review|Film Academy|Film Festival|[Ff]estival|Film (?:and \w+ )?Awards)|(?:{CAPITALISED} )+critics|critics of {CAPITALISED}(?: {CAPITALISED})?|BAFTAs?|Oscars?|C[eé]sars?|Goyas?|Roberts|Bodils?|Golden Globes?|{_CITY}(?! [A-Z]))\b"
)
_METAL = r"(?:Golden|Silver|Bronze|Crystal|Grand)"
_PRIZE = re.compile(
    rf"(?P<number>\b{_NUMBER} (?:[a-z]+ )?)?\b(?P<name>(?:(?:[Ff]irst|[Gg]rand|[Ss]pecial|[Ii]nternational) )?(?:[Jj]ury|[Aa]udience|[Cc]ritics['’]|[Pp]ublic['’]s|[Ee]cumenical|OCIC|FIPRESCI|UNICEF|Catholic|Interfilm|Youth)(?: [Jj]ury)?(?:['’]s)? (?:[Pp]rize|[Aa]ward)s?"
    rf"|{_METAL} (?:Berlin )?(?:Bear|Lion|Leopard|Globe|Palm|Shell|Seashell|Hugo|Horse|Rooster|Peacock|Gate|Laurel|Goblet|Orange|Crown|Space Needle|St\.? George|George|Prize|Rose|Ribbon|Reel|Spike|Raven|Swan|Frog|Tulip|Pyramid|Lola|Coral|Dolphin|Eagle|Arena|Medal)s?"
    rf"|Palme d['’][Oo]r|Grand Prix(?: (?:des?|of the) (?:{CAPITALISED}|U\.C\.C\.))?|Volpi Cup|Cam[eé]ra d['’]Or|[Ss]pecial [Mm]ention(?: (?:of|from) the (?:\w+ )?(?:{CAPITALISED} ){{0,3}}(?:[Jj]ury|prize|Jury Prize))?|[Pp]rize of the (?:{CAPITALISED} )+[Jj]ury"
    rf"|(?:{CAPITALISED} ){{1,4}}?(?:award|prize)s?|(?:(?:special|honorary) )?Oscars?|BAFTAs?|C[eé]sars?|Goyas?|Edgars?|David di Donatello|Nastr[oi] d['’][Aa]rgento|Bodils?|Guldbagges?)\b"
    rf"(?!['’-](?:winn|nomin)| [A-Z]\w+ (?:plays|stars|is|as|\()|[ -](?:winn|nomin|ceremon|night|speech|voters?|jury|juries|race|campaign|hopes|season|show|buzz))"
    rf"(?P<what>(?: \((?:the )?(?={_BARE}\))|,? (?:for|as|to)(?: being)? )(?:the |its |his |her )?(?:{_CATEGORY}|(?:{_WITH_IT} ){{0,3}}{_FILM_WORD}(?: in (?:a foreign language|an? \w+ role))?|{CAPITALISED}(?: {CAPITALISED}){{1,2}}))?"
)
# "the Blue Ribbon for best actor": the prize has a name that no list needs to hold.
_PRIZE_FOR = re.compile(rf"(?P<prize>{CAPITALISED}(?: {CAPITALISED}){{0,3}}) (?:for|as) (?:the )?$")
# "three AFI Awards, for editing, sound and music"
_COUNTED_FOR = re.compile(
    rf"\b{_NUMBER} (?P<name>(?:{CAPITALISED} )*(?:Awards|Prizes|Oscars|BAFTAs|C[eé]sars|Goyas|Globes)),? for (?:the |its |their )?(?P<row>{_BARE}(?:(?:, | and |,? and ){_BARE})+)\b"
)
_FOR_OTHER = re.compile(
    rf" (?:for|with) (?!(?:[Bb]est|[Oo]utstanding|[Mm]ost)\b)(?P<named>{CAPITALISED}(?: (?:(?:of|the|and|in) )*{CAPITALISED})*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Won:
    value: str
    span: Span
    sure: float


def awards_told(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on awards that clauses of running text say were won."""
    text = annotations.document.text
    for sentence in prose_sentences(annotations, topic):
        if sentence.role in (Role.PLOT, Role.CAST):
            continue
        if annotations.block_of(sentence).kind is BlockKind.LIST_ITEM and heading_says(sentence, AWARD_HEADING):
            continue  # read as a list
        for start, end in _clauses(text, sentence.span):
            for won in _in_clause(text, sentence.span, start, end):
                if _elsewhere(annotations, topic, sentence, won.span):
                    continue
                yield claim(annotations, topic, Predicate.AWARD, won.value, won.span, extractor="awards told", confidence=won.sure)


def _clauses(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for match in _PARTS.finditer(text, span.start, span.end):
        yield start, match.start()
        start = match.end()
    yield start, span.end


def _in_clause(text: str, sentence: Span, start: int, end: int) -> Iterator[_Won]:
    refused = _NOT_WON.search(text, start, end)
    if refused is not None:
        # "… and nothing else" takes back nothing that was said before a comma.
        comma = text.rfind(",", start, refused.start())
        if comma < 0 or not _WON.search(text, start, comma):
            return
        end = comma
    prizes = [match for match in _PRIZE.finditer(text, start, end) if not _plain(match, text)]
    best = [
        match
        for match in _BEST.finditer(text, start, end)
        if not any(match.start() < p.end() and p.start() < match.end() for p in prizes if p["what"])
    ]
    told = _WON.search(text, start, end) or (prizes and _CAME.search(text, start, end))
    if (
        not told
        and start > sentence.start
        and _WON.search(text, sentence.start, start)
        and not _NOT_WON.search(text, sentence.start, start)
    ):
        told = _WON.search(text, sentence.start, start)  # "London gave it a BAFTA; Rouen its Grand Prix"
    rows = len(prizes) + len(best) > 1 and (
        any(p["number"] for p in prizes)
        or ":" in text[start:end]
        or not re.search(r"\b(?:is|was|were|are|has|had)\b", text[start:end])
    )
    if not told and not rows:
        return
    if told and _OF_ANOTHER.search(text[max(start, told.start() - 30) : told.start()]):
        return
    for match in prizes:
        honorary = match["name"].startswith(("special ", "honorary "))
        value = match["name"] if honorary else match.group().removeprefix(match["number"] or "").strip(" (,")
        rest = text[match.end() : end]
        categorised = (
            re.match(r"[^,;:(]{0,30}?(?:[:,;(]| for\b)(?! and\b)", rest) is not None and re.search(r"\b[Bb]est\b", rest) is not None
        )
        if match.group() == "Oscar" and "Academy Award" in text:
            continue  # told in full elsewhere
        if (match["number"] and categorised) or (match["name"].endswith("s") and not match["number"] and not match["what"]):
            continue  # the categories are told one by one; "the Filmfare Awards" are an evening
        at = (
            Span(match.start("name"), match.start("name") + len(value))
            if text.startswith(value, match.start("name"))
            else Span(match.start("name"), match.end("name"))
        )
        yield _Won(value=value, span=at, sure=0.52 if match["number"] else 0.6)
    for counted in _COUNTED_FOR.finditer(text, start, end) if told else ():
        for piece in re.finditer(_BARE, counted["row"]):
            begin = counted.start("row") + piece.start()
            name = re.sub(r"s$", "", counted["name"])
            yield _Won(value=f"{name} for {piece.group()}", span=Span(begin, begin + len(piece.group())), sure=0.6)
    for match in best:
        giver = _giver(text, start if told is None else sentence.start, match.start(), match.end(), end)
        prize = _PRIZE_FOR.search(text[start : match.start()])
        if giver is None and prize is None:
            continue
        for piece in re.finditer(rf"{_CATEGORY}|{_OF_THE_YEAR}|{_BARE}", match.group()):
            begin = match.start() + piece.start()
            value = f"{prize['prize']} for {piece.group()}" if prize else full_name(giver or "", piece.group())
            yield _Won(value=value, span=Span(begin, begin + len(piece.group())), sure=0.6)


def _plain(match: re.Match[str], text: str) -> bool:
    """Whether a prize's name only stands for an event or describes somebody: "the Edinburgh Awards", "Oscar winner"."""
    if re.search(r"['’]s? (?:award|prize)s?$", match["name"]):
        return True  # "Robertson's award"
    return re.match(
        r" ?(?:winner|winners|nominee|contender|board|committee|panel)\b", text[match.end() : match.end() + 14]
    ) is not None or (
        re.search(r"\b(?:from|at|of|by|in) (?:the )?$", text[max(0, match.start() - 9) : match.start()]) is not None
        and match["what"] is None
        and match["number"] is None
    )


def _giver(text: str, start: int, before: int, after: int, end: int) -> str | None:
    """Who gives the category told from ``before`` to ``after``; None where the sentence names nobody."""
    behind = re.match(rf",? (?:at|in|by|from|of) (?:the )?(?:\w+ )?(?={_GIVER.pattern})", text[after:end])
    if behind is not None:
        found = _GIVER.match(text, after + behind.end(), end)
        if found is not None:
            return found["giver"]
    named = list(_GIVER.finditer(text, start, before)) or list(_GIVER.finditer(text, after, end))
    return re.sub(r"^(?:The|At|In) |(?<=BAFTA)s$|(?<=Oscar)s$", "", named[-1]["giver"]) if named else None


def _elsewhere(annotations: Annotations, topic: Topic, sentence: Sentence, span: Span) -> bool:
    """Whether the award is another film's: by the clause's subject, or by the title that follows "for"."""
    text = annotations.document.text
    if speaks_of_other(annotations, topic, sentence.span.start, span.start, parts=True):
        return True
    after = _FOR_OTHER.match(text, span.end, sentence.span.end)
    if after is None or same_title(after["named"], topic.title):
        return False
    at = Span(after.start("named"), after.end("named"))
    people = [m for m in annotations.mentions_in(at, MentionKind.PERSON, MentionKind.NAME) if m.span.start == at.start]
    return not people
