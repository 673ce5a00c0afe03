"""Reads what the film cost and what it took: labelled values, and sentences with a sum and a word for it.

Sums of other films, of campaigns, salaries and single sequences are not taken. Values are the
document's own words ("$58 million").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from filmdossier.extract.phrases import clause_start, heading_says, prose_sentences, speaks_of_other
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Mention, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Predicate
from filmdossier.model.text import Origin, Span

_LABELS = {
    "budget": Predicate.BUDGET, "cost": Predicate.BUDGET, "production budget": Predicate.BUDGET, "production cost": Predicate.BUDGET,
    "gross": Predicate.BOX_OFFICE, "box office": Predicate.BOX_OFFICE, "box_office": Predicate.BOX_OFFICE, "grosses": Predicate.BOX_OFFICE,
    "gross revenue": Predicate.BOX_OFFICE, "worldwide gross": Predicate.BOX_OFFICE, "domestic gross": Predicate.BOX_OFFICE,
    "revenue": Predicate.BOX_OFFICE, "rentals": Predicate.BOX_OFFICE,
}  # fmt: skip
_ABOUT = r"(?:,? ?\b(?:about|around|approximately|over|nearly|almost|only|just|an? (?:estimated|reported|modest|mere)|a total of|a sum of|a cost of|(?:a|the) budget of|a little|somewhere|between|less|more|than|under|roughly|some|well|barely|as (?:little|much) as|the equivalent of|bit|rather|close (?:on|to)|upwards of|slightly|something like|in the region of|\w+ and|a|an)\b)*"
_BUDGET_BEFORE = re.compile(
    rf"(?:\bbudget(?:ed)?\b(?! for)[^.;$£€₹¥]{{0,45}}|\b(?:cost|costs|costing|cost(?:s|ing)? of)\b(?: (?:was|were|came to|of|reportedly|Universal|the (?:studio|company|producers?)|MGM|RKO|him|them|her|it|in all)){{0,3}}{_ABOUT} ?"
    rf"|\b(?:made|produced|filmed|shot|completed|financed|done|realized|realised|finished|put together|brought in) (?:(?:his|her|their|its|the|this|it)(?: (?:film|picture|movie|feature|whole thing))? |in [\w ,-]{{2,30}}?,? ){{0,2}}(?:for|on|at|with){_ABOUT} ?"
    rf"|\b(?:for|at|on) (?:a|the) (?:total|sum|cost|price|outlay) of{_ABOUT} ?|\b(?:paid for (?:it|the (?:film|picture))|(?:put up|found|came up with) the money),{_ABOUT} ?"
    rf"|\b(?:cost|costs|bill)\b[^.;$£€₹¥]{{0,40}}? (?:came to|amounted to|lay at|stood at|ran to){_ABOUT} ?|\b(?:film|picture|production|(?:was|were) (?:made|produced|financed))\b(?:(?!who|paid|sold|worked)[^.;$£€₹¥]){{2,90}}?,? for{_ABOUT} ?|\b(?:[Ii]t|production|film|picture) (?:spent|swallowed|ate up){_ABOUT} ?"
    rf"|\b[Tt]he (?:money|budget|cost|sum|bill),{_ABOUT} ?)$",
    re.IGNORECASE,
)
# What a backer gave: said of a film whose budget nothing else tells.
_FINANCED = re.compile(
    rf"\b(?:was|were|been|had|got|be) (?:given|lent|granted|promised|handed){_ABOUT} ?$|\b(?:put(?:ting)? up(?: the)?|put in|invested|scraped together|scraped up|raised|out of a total of|for a total of|a total of){_ABOUT} ?$",
    re.IGNORECASE,
)
_BACKED = "what backers gave"
_GATHERED_AFTER = re.compile(r"^,? (?:scraped|scrabbled|put|begged) together\b")
_ASKED = re.compile(r"\b(?:budget|cost)\b[^.?!]{0,30}\? ?$", re.IGNORECASE)
# "made for two million", the coin left out.
_BARE_SUM = re.compile(
    r"\b(?:\d[\d.,]*|half a|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty) (?:hundred )?(?:thousand|million)\b(?! \w)"
)
_BUDGET_AFTER = re.compile(
    r"^[\w ]{0,6}[ -](?:\([^)]{0,40}\) )?(?:[\w-]+ )?(?:production )?budget\b|^ (?:to (?:make|produce|film|complete)\b)",
    re.IGNORECASE,
)
_TOOK = re.compile(
    r"\b(?:gross(?:ed|es|ing)?|earn(?:ed|s|ing)|rentals?|receipts|takings|took in|taken in|took(?: about| over| nearly| almost| around| more than| just| only)? ?$|take(?: about| over| nearly| almost| around| more than| just| only| some)? ?$|taking in|takings?|(?:have|had|has) taken(?: about| over| nearly| almost| around| more than| just| only| some)? ?$|did (?:an? |some )?(?:modest |healthy |respectable |mere |brisk |solid )?$|collect(?:ed|ing|ions?)|brought in|raked in|pulled in|box[- ]office|"
    r"earnings|revenues?|returns? of|netted|profits? of|loss(?:es)? of|made (?:a|an|over|about|around|nearly|more|only|just|approximately|[$£€₹¥]|US|Rs))",
    re.IGNORECASE,
)
_TOOK_AFTER = re.compile(
    r"^[^.;]{0,50}?\b(?:box[- ]office|rentals|gross(?:es)?|in theaters|worldwide|ticket sales|admissions|opening weekend|domestically|in its (?:first|opening))\b",
    re.IGNORECASE,
)
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
_ADMISSIONS = re.compile(
    rf"\b(?:\d[\d,.]*(?: ?(?:million|crore|lakh))?|{_ONES} million(?: [a-z]+ hundred thousand)?) (?:box[- ]office |paid )?(?:admissions|spectators|moviegoers|tickets(?= (?:were )?sold))\b"
    rf"|(?<=watched by )\d[\d,.]* million people|(?<=watched there by )\d[\d,.]* million people|(?<=seen by )(?:\d[\d,.]*|{_ONES}) million people"
)
_NOT_THE_FILM = re.compile(
    r"\b(?:advertis\w+|marketing|promotion\w*|salary|salaries|fee|paid|pay|bought|purchased|sold|rights|offered|bid|insur\w+|settle\w*|lawsuit|sued|"
    r"set cost|sets? (?:which|that)|per (?:week|day|theater|screen)|prints and|DVDs?|home (?:video|media)|Blu-ray|merchandise|album|auction\w*|stunt|donat\w+|fine[ds]?|prize|ticket price|"
    r"raised|cross(?:ed|ing)?|initial budget|original budget|over[- ]budget|adjusted|inflation|equivalent|tax)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:sequel|remake|home media|home video|merchand|soundtrack|legacy|future|franchise|television|video game)", re.IGNORECASE
)


def money(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on budget and box office."""
    labelled: set[Predicate] = set()
    for made in _labelled(annotations, topic):
        labelled.add(made.predicate)
        yield made
    told = [
        made
        for sentence in prose_sentences(annotations, topic)
        if not heading_says(sentence, _ELSEWHERE) and sentence.role not in (Role.PLOT, Role.CAST)
        for made in _in_prose(annotations, topic, sentence, labelled)
    ]
    taken = Predicate.BOX_OFFICE in labelled or any(
        made.predicate is Predicate.BOX_OFFICE and made.confidence >= 0.5 for made in told
    )
    budgeted = Predicate.BUDGET in labelled or any(made.extractor == "budget in prose" for made in told)
    for made in told:
        if made.extractor == _BACKED and not budgeted:
            yield replace(made, confidence=0.6)
            continue
        # A profit or a loss says how the film did where nothing says what it took.
        yield made if taken or made.extractor != "profit or loss" else replace(made, confidence=0.6)


def _labelled(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    text = annotations.document.text
    boxes = [b for b in annotations.document.labelled() if b.span.start in topic.passage and b.origin is not Origin.CATEGORIES]
    first = next((b.template for b in boxes if b.origin is Origin.INFOBOX), "")
    for block in boxes:
        predicate = _LABELS.get(block.label.casefold().strip(" :").replace("_", " "))
        if predicate is None or (block.origin is Origin.INFOBOX and block.template != first):
            continue
        for item in block.cells[0].items:
            found = list(annotations.mentions_in(item, MentionKind.MONEY))
            for mention in found:
                yield claim(
                    annotations,
                    topic,
                    predicate,
                    mention.surface.strip(" ,."),
                    mention.span,
                    extractor="labelled money",
                    confidence=0.95,
                )
            words = item.of(text)
            if not found and (
                match := re.search(
                    r"(?:[\w$€£₹¥.]+ ?)?\d[\d.,–-]*(?: ?(?:million|billion|crores?|lakhs?|cr\b))?[^;(\[]{0,20}", words
                )
            ):
                yield claim(
                    annotations, topic, predicate, match.group().strip(" ,."), Span(item.start + match.start(), item.start + match.end()),
                    extractor="labelled money", confidence=0.9,
                )  # fmt: skip


def _in_prose(annotations: Annotations, topic: Topic, sentence: Sentence, labelled: set[Predicate]) -> Iterator[Claim]:
    text = annotations.document.text
    taking = False
    for mention in annotations.mentions_in(sentence.span, MentionKind.MONEY):
        start = clause_start(text, sentence.span.start, mention.span.start)
        before, after = text[start : mention.span.start], text[mention.span.end : min(mention.span.end + 70, sentence.span.end)]
        near = f"{before[-60:]} {after[:30]}"
        if _NOT_THE_FILM.search(re.sub(r"\bpaid for (?=it\b|the (?:film|picture)\b)", "", near)) or speaks_of_other(
            annotations, topic, start, mention.span.start
        ):
            continue
        polarity = polarity_of(before[-80:])
        asked = before.strip() in ("", "Around", "About", "Some", "Under", "Over") and _ASKED.search(
            text, max(0, sentence.span.start - 80), start
        )
        spent = _BUDGET_BEFORE.search(before)
        if spent and re.search(r"\b(?:total|sum) of", spent.group()) and (taking or _TOOK.search(before)):
            spent = None  # "for a total of $470 million"
        if asked or spent or _BUDGET_AFTER.match(after):
            confidence = 0.75 if Predicate.BUDGET not in labelled else 0.6
            if polarity is Polarity.RUMOURED:
                polarity = Polarity.ASSERTED  # "a reported budget" is all that is ever said of budgets
            yield claim(
                annotations, topic, Predicate.BUDGET, mention.surface.strip(), mention.span,
                extractor="budget in prose", confidence=confidence, polarity=polarity,
            )  # fmt: skip
        elif taking or _TOOK.search(before) or _TOOK_AFTER.match(after):
            taking = True
            balance = re.search(r"\b(?:profits?|loss(?:es)?)\b", before[-40:])
            yield claim(
                annotations, topic, Predicate.BOX_OFFICE, mention.surface.strip(), mention.span, polarity=polarity,
                extractor="profit or loss" if balance else "box office in prose", confidence=0.4 if balance else _took_confidence(text, mention, before, after),
            )  # fmt: skip
        elif _FINANCED.search(before) or _GATHERED_AFTER.match(after):
            yield claim(
                annotations, topic, Predicate.BUDGET, mention.surface.strip(), mention.span,
                extractor=_BACKED, confidence=0.3, polarity=polarity,
            )  # fmt: skip
    for match in _BARE_SUM.finditer(text, sentence.span.start, sentence.span.end):
        at = Span(*match.span())
        start = clause_start(text, sentence.span.start, at.start)
        inside = any(mention.span.overlaps(at) for mention in annotations.mentions_in(sentence.span, MentionKind.MONEY))
        made = _BUDGET_BEFORE.search(text[start : at.start])
        if made and not inside and not speaks_of_other(annotations, topic, start, at.start):
            yield claim(annotations, topic, Predicate.BUDGET, match.group(), at, extractor="budget in prose", confidence=0.6)
    for match in _ADMISSIONS.finditer(text, sentence.span.start, sentence.span.end):
        if not speaks_of_other(annotations, topic, clause_start(text, sentence.span.start, match.start()), match.start()):
            yield claim(
                annotations, topic, Predicate.BOX_OFFICE, match.group(), Span(*match.span()), extractor="admissions", confidence=0.6
            )


def _took_confidence(text: str, mention: Mention, before: str, after: str) -> float:
    """Less for a weekend's or a day's takings and for single countries in brackets than for the run of the film."""
    if re.search(
        r"\b(?:opening|first|second|third|debut) (?:weekend|week|day)|\bweekend|\bdays?\b|\bpreviews\b|\bdebut",
        f"{before[-110:]} {after}",
    ):
        return 0.45
    if text[mention.span.start - 1] == "(" and text[mention.span.end : mention.span.end + 1] in "),":
        return 0.4
    return 0.75
