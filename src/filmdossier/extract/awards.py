"""Reads the awards that the film won, or that were won for work on it: tables, lists and sentences.

Nominations are not awards. Places on lists of bests, and the Library of Congress's registry, are
honours rather than prizes and stay suggestions.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.award_givers import given_awards, listed_by_giver
from filmdossier.extract.award_lists import AWARD_HEADING, GIVER, full_name, listed_awards, table_awards
from filmdossier.extract.phrases import CAPITALISED, NAME_PHRASE, clause_start, heading_says, prose_sentences, speaks_of_other
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import BlockKind, Span

_WINS = re.compile(
    r"\b(?:won(?: also)?|wins|winning|obtained|brought home|left with|came (?:back|home) with|returned with|was distinguished with|scooped|landed|received|receiving|earned|earning|got|took(?: home)?|carried off|walked off with|came away with|garnered|picked up|gained|bagged|nabbed|collected|was (?:also )?awarded|were awarded|awarded|"
    r"(?:was |were )?hono(?:u)?red with|(?:the |a )?recipients? of|winners? of|was (?:given|presented with)|brought (?:the (?:film|movie|picture)|it|him|her|them|[A-Z][\w.'’-]+)|went home with|gave (?:the (?:film|movie|picture)|it|him|her|\w+))(?: |$)"
)
_NOUN = (
    r"(?:Awards?|award|Prizes?|prize|Oscars?|Grammys?|Emmys?|Golden Globes?|Globes?|Bears?|Lions?|Leopards?|Palme d['’]Or|Grand Prix|Césars?|BAFTAs?|BAFTA award|"
    r"[Cc]itation|Trophy|Medal|Raven|Edgar|Silver Condor|Goyas?|Special Mention|Peacock|Ribbon|Seashell|Shell|Camera|Scroll|Quill|Crystal|(?:Golden|Silver|Bronze|Grand) [A-Z]\w+|Saturn|Hugo|Volpi Cup|Cup|Diploma|Award of Merit)"
)
_CATEGORY = rf"(?:[Bb]est|[Oo]utstanding|[Mm]ost|[Ss]upporting|[Ss]pecial|[Ff]avou?rite|[Tt]op|[Ww]orst|(?:direction|directing|cinematography|photography|editing|writing|acting|screenplay|music|sound|costumes?|(?:art|production) (?:design|direction)|foreign-language film|adapted screenplay|original (?:screenplay|score|song))\b|{CAPITALISED})(?:(?:,? (?:(?:or|in|of|a|an|by|the|from|–|—|-|&|to|on|not) ){{1,3}}| and (?=[A-Z]\w*(?:ing|ion|ions|ry)\b|Hair|Make|Score|Set\b|Design)|, (?=[A-Z]\w+ (?:of|or)\b|Black-and-White|Color|Long Form|Short Form|Male|Female|Musical)|[ /–—-]+)(?:[A-Z][\w'’-]*|foreign-language|actor|actress|director|direction|directing|picture|film|feature|score|role|leading|foreign|screenplay|script|writing|supporting|lead|year|cinematography|photography|editing|music|song|sound|design|costumes?|art|production|performance|debut|first|newcomer|documentary|animated|short|comedy|drama|adapted|original))*"
_AWARD = re.compile(
    rf"(?P<number>\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d+|several|numerous|various|many|multiple|both) )?(?P<name>(?:(?:{CAPITALISED}|d['’]|of|the|&|and the|and|for|['’]s?)[ \u00a0]){{0,9}}?(?:{CAPITALISED}[ \u00a0])*{_NOUN}\b(?: {_NOUN})?"
    rf"|\bPrix {NAME_PHRASE}|(?:jury |audience |special )?(?:prize|award) for (?:the )?(?:best|most) [a-z]+(?: [a-z]+){{0,3}}?(?=[.,;)]| (?:at|in|and|from|of)\b)|[Bb]est [\w -]{{3,30}}? award|(?:[Ss]pecial|[Hh]onorary|[Jj]ury|[Aa]udience|[Gg]rand) {_NOUN})"
    rf"(?: \(\d{{4}}\))?(?P<what>:? (?:for|as|in the category of|in the category for) (?:the )?(?P<category>{_CATEGORY}))?"
    rf"(?P<where>,? (?:at|by|from|of) (?:the )?(?P<giver>(?:\d{{1,3}}(?:st|nd|rd|th) |\d{{4}} )?(?:{CAPITALISED})(?:[ -](?:of|de|du|for|the|&|in)?[ ]?{CAPITALISED})*))?"
)
_BEST = re.compile(rf"\b(?P<category>(?:Best|Outstanding) {_CATEGORY})")
_STOP = re.compile(
    r"\b(?:and|but|while|as well as|or)? ?(?:was|were|had been|been|has been|also)? ?nominat\w+|\bnominations?\b|\blost\b|\bmaking\b|\bwhile\b|;|[\"“]"
)
_NOT_OURS = re.compile(
    r"\b(?:Nobel|Pulitzer|Tony (?:Awards?|winner|for)|Booker|(?:novel|book|play|story|author|novelist|sequel|remake|short|series|episode|album|musical|stage)\b(?! (?:by|and)\b)[^,;]{0,40}$)|\b(?:previous|earlier|later(?! (?:it|the film|the picture|that year|the same year)\b)|(?<!\bit )(?<!\b[Ff]ilm )had (?:already |previously )?(?:won|received)|"
    r"who (?:won|had won)|which (?:won|had won)|would go on|later won|previously|former|positive|negative|mixed|favou?rable|critical|good|poor|rave|review|praise|criticism|acclaim|ovation)\b[^,;]{0,25}$"
)
_COUNTED = re.compile(
    r"(?:a record |a total of |no (?:fewer|less) than |all )?\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d+) (?P<name>(?:[A-Z][\w'’]+ )*(?:Academy Awards|Oscars|Awards|awards|BAFTAs|Césars|Golden Globes|Goyas|Grammys))(?: at the (?P<giver>[\w ]+?)| of its time| that (?:year|night)| in \d{4}| in all)?(?: \([^()]{1,40}\))?(?::|,? including|,? among (?:them|these)|,? for|;|,? namely|:? ?\()"
)
_GIVEN_BEFORE = re.compile(
    r"\b(?P<giver>(?:Academy|BAFTA|Golden Globe|Emmy|Grammy|Saturn|Annie|Filmfare|Goya|César|(?:[A-Z]\w+ ){0,3}(?:Film|Critics['’]?)) Awards?|Oscars?)\b"
)
_AND_LAST = re.compile(r"(?: \([^()]{1,60}\))?,? and (?P<category>(?:[A-Z][\w'’-]+ ){0,3}[A-Z][\w'’-]+)(?=[.;(]| \(|$)(?<!Best)")
_PARTICIPLE = re.compile(
    rf"(?P<name>(?:{CAPITALISED} ){{1,4}}?|(?:Oscar|Golden Globe|BAFTA|Emmy|César)[ -])(?:[Ww]inning|-winning) (?:\w+ ){{0,2}}(?:performance|role|turn|portrayal|score|screenplay|script|cinematography|art direction|song|work)\b"
)
_REGISTRY = re.compile(
    r"\b(?:added to|selected (?:for|to)|preserv\w+|inducted|included|inclusion)\b[^.]{0,90}?\b(?P<name>(?:United States |U\.S\. |US )?National Film Registry)\b"
)
# "Johnson was named Best Supporting Actor", "the jury named it Best Film of 50 Years", "was declared the best film of 1954".
_NAMED = re.compile(
    rf"\b(?:(?:was|were|been|being|is) (?:also )?(?:named|declared|voted|judged|chosen(?: as)?|elected|hailed by the jury as|adjudged)|named|voted|declared|chose)(?: (?:it|him|her|the (?:film|picture|movie)|(?:by|at) (?:the )?[^,;.]{{3,50}}))?,? (?:as )?(?:the )?"
    rf"(?P<category>(?:Best|Outstanding) {_CATEGORY}(?: of (?:the [Yy]ear|\d{{4}}|\d+ [Yy]ears))?|best (?:(?:supporting|leading|foreign|British|new) )?(?:actor|actress|film|picture|director|screenplay|newcomer)(?: of (?:the year|\d{{4}}))?(?: from any source)?)"
    rf"(?P<more>(?: and {CAPITALISED} (?:Best|Outstanding) {_CATEGORY})*)"
)
_BODY = re.compile(
    r"\b(?:Academy|Awards?|Oscars?|BAFTA|César|Golden Globes?|Filmfare|Critics|Circle|Guild|Board|Institute|Society|Festival|jury|Film Academy|ceremony)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:external links|references|see also|further reading|notes|sequels?|remakes?|bibliography|adaptations?)\b", re.IGNORECASE
)


def awards(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on awards won."""
    for extractor, found in (("award table", table_awards), ("award list", listed_awards)):
        for value, span, confidence in found(annotations, topic):
            yield claim(annotations, topic, Predicate.AWARD, value, span, extractor=extractor, confidence=confidence)
    for sentence in prose_sentences(annotations, topic):
        if heading_says(sentence, _ELSEWHERE) or sentence.role in (Role.PLOT, Role.CAST):
            continue
        listed = annotations.block_of(sentence).kind is BlockKind.LIST_ITEM and heading_says(sentence, AWARD_HEADING)
        if listed:
            for value, span, sure in listed_by_giver(annotations.document.text, sentence.span):
                yield claim(annotations, topic, Predicate.AWARD, value, span, extractor="awards by giver", confidence=sure)
        else:
            yield from _in_prose(annotations, topic, sentence)


def _in_prose(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    text, span = annotations.document.text, sentence.span
    prized = sentence.role is Role.AWARDS
    for verb in _WINS.finditer(text, span.start, span.end):
        start = clause_start(text, span.start, verb.start())
        before = text[start : verb.end()]
        if speaks_of_other(annotations, topic, start, verb.start(), parts=True) or _NOT_OURS.search(
            text[start : verb.start()].rstrip() + " " + verb.group()
        ):
            continue
        end = _end(text, verb.end(), span.end)
        if end <= verb.end():
            continue
        plain = verb.group().split()[0] in ("received", "receiving", "earned", "earning", "gave", "gained", "collected", "awarded")
        for value, at, sure in _phrases(text, verb.end(), end, _named_before(text, start, verb.start())):
            yield claim(
                annotations, topic, Predicate.AWARD, value, at, extractor="awards in prose",
                confidence=round(sure * (0.85 if prized else 0.75 if not plain else 0.65), 3), polarity=polarity_of(before[-60:]),
            )  # fmt: skip
    for value, at, sure in given_awards(text, span):
        if not speaks_of_other(annotations, topic, span.start, at.start, parts=True) and not _NOT_OURS.search(
            text[max(span.start, at.start - 60) : at.start]
        ):
            yield claim(annotations, topic, Predicate.AWARD, value, at, extractor="awards by giver", confidence=sure)
    for match in _NAMED.finditer(text, span.start, span.end):
        if not _BODY.search(text, max(0, span.start - 200), match.start("category")) or speaks_of_other(
            annotations, topic, clause_start(text, span.start, match.start()), match.start(), parts=True
        ):
            continue
        if _NOT_OURS.search(text[max(span.start, match.start() - 60) : match.start()]):
            continue
        at = Span(match.start("category"), match.end("category"))
        giver = _named_before(text, span.start, match.start())
        yield claim(
            annotations, topic, Predicate.AWARD, full_name(giver, match["category"]), at, extractor="named best", confidence=0.65
        )
        for other in _BEST.finditer(text, match.start("more"), match.end("more")):
            at = Span(other.start("category"), other.end("category"))
            yield claim(
                annotations,
                topic,
                Predicate.AWARD,
                full_name(giver, other["category"]),
                at,
                extractor="named best",
                confidence=0.65,
            )
    for match in _PARTICIPLE.finditer(text, span.start, span.end):
        at = Span(match.start("name"), match.end("name"))
        if not speaks_of_other(annotations, topic, span.start, match.start()):
            yield claim(
                annotations, topic, Predicate.AWARD, match["name"].strip(" -"), at, extractor="award-winning", confidence=0.6
            )
    for match in _REGISTRY.finditer(text, span.start, span.end):
        at = Span(match.start("name"), match.end("name"))
        yield claim(annotations, topic, Predicate.AWARD, match["name"], at, extractor="film registry", confidence=0.4)


def _end(text: str, start: int, end: int) -> int:
    """Where the list of what was won ends: before nominations, a new clause, or the sentence's end."""
    stop = _STOP.search(text, start, end)
    while (
        stop is not None
        and re.search(r"nominations?$", stop.group())
        and re.search(r"(?:a|an|the|two|three|four|five|six|several) [^,;]{0,60}$", text[start : stop.start()])
    ):
        # "received a Golden Globe nomination for X, the Silver Bear for Y": the nomination alone is left out.
        rest = re.search(r",|\band\b", text[stop.end() : end])
        if rest is None:
            break
        stop = _STOP.search(text, stop.end() + rest.end(), end)
    return stop.start() if stop else end


def _named_before(text: str, start: int, end: int) -> str:
    """Who gives what is won: "nominated for six Academy Awards, and won for Best Score" names them before the verb."""
    named = list(_GIVEN_BEFORE.finditer(text, start, end))
    return re.sub(r"(?<=Award)$|(?<=BAFTA)$", "s", named[-1]["giver"]) if named else ""


def _phrases(text: str, start: int, end: int, given: str) -> Iterator[tuple[str, Span, float]]:
    """The awards named in a stretch that says what was won; ``given``: who gives those that come without a giver."""
    taken: list[Span] = []
    counted = _COUNTED.match(text, start, end)
    lead = re.match(
        r"(?:for |the awards? for |in the category of |an award for |(?=Best |Outstanding )|(?:only )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: of (?:them|these|those))?(?:: |, (?:for |including )?|, ))",
        text[start:end],
    )
    giver = given
    if counted:
        giver = counted["name"]
        taken.append(Span(start, counted.end("name")))
    if counted or lead:
        for match in _BEST.finditer(text, start, end):
            at = Span(match.start(), match.end())
            if re.match(r" nominat", text[at.end : at.end + 9]):
                continue
            taken.append(at)
            for category in re.split(
                r" and (?!Hair|Set\b|Interior|Adaptation|Lyrics|Score)(?=[A-Z])" if counted else r" and (?=Best )",
                match["category"].strip(" ,"),
            ):
                yield full_name(giver, category), at, 0.95
            more = _AND_LAST.match(text, at.end, end) if counted else None
            if more:
                # "two Oscars: Best Animated Feature and Sound Editing": the last one without "Best".
                taken.append(Span(more.start("category"), more.end("category")))
                yield full_name(giver, more["category"]), taken[-1], 0.9
    for match in _AWARD.finditer(text, start, end):
        at = Span(match.start("name"), match.end())
        name = match["name"].strip()
        gap = text[start : match.start()]
        if (
            any(at.overlaps(other) for other in taken)
            or re.match(r" nominat", text[match.end("name") : match.end("name") + 9])
            or "nominat" in match.group()
        ):
            continue
        if re.search(r"[.;](?= [A-Z])", gap) or len(gap) > 260:
            return
        category = (match["category"] or "").strip(" ,")
        if re.search(r"['’]s? [a-z]+$", name) and not GIVER.search(name):
            continue  # "Robertson's award", but "the Critics Circle's award"
        # "received a Golden Globe nomination for Best Actor at the 45th Awards": what was not won.
        if re.search(r"nominations?\b[^,;]*$", gap):
            continue
        if name.islower() and not category and not match["giver"]:
            continue
        taken.append(at)
        name = re.sub(r"^(?:and |the |of |for )+", "", name)
        value = text[match.start("name") : match.end("category")] if category else name
        value = re.sub(r"^(?:and |the |of |for )+", "", value)
        if match["giver"] and not category:
            bare = name.split()[-1].casefold() in ("award", "prize", "citation", "awards") and len(name.split()) <= 2
            value = text[match.start("name") : match.end("giver")] if bare or len(name.split()) <= 4 else value
            value = re.sub(r"^(?:and |the |of |for )+", "", value)
        vague = match["number"] is not None and not category
        yield value.strip(" ,:"), at, 0.5 if vague else 0.9
