"""Reads awards told by who gives them, or with the award for a subject: "BAFTA: Best Film; Best Direction", "the Volpi Cup went to Mifune".

Enters a sentence or list item; leaves names of awards with their spans. Nominations are left out.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.award_lists import Won, full_name
from filmdossier.extract.phrases import CAPITALISED
from filmdossier.model.text import Span

_FESTIVALS = r"(?:Cannes|Venice|Berlin|Berlinale|Locarno|Sundance|Karlovy Vary|San Sebasti[aá]n|Montreal|Moscow|Chicago|Valladolid|Rotterdam|Toronto|Edinburgh|Tokyo|Havana|Mar del Plata|Carthage|FESPACO|Durban|Cork)"
_GIVER = (
    rf"(?:Academy Awards?|Oscars?|BAFTAs?(?: Awards?)?|British Academy|Golden Globes?|C[eé]sars?|Nastr[oi] d['’]argento|Goyas?|Ariels?|Robert(?:s| Awards?)?|Bodils?|Guldbagges?|Amandas?|Jussis?|Magritte|Genies?|AFI Awards?|Logies?"
    rf"|National Board of Review|Directors Guild(?: of America)?|Writers Guild(?: of America)?|Screen Actors Guild|Independent Spirit Awards?|Saturn Awards?|Filmfare(?: Awards?)?|National Film Awards?|David di Donatello|European Film Awards?"
    rf"|Kinema Junpo|Mainichi(?: Film Awards?)?|Blue Ribbon(?: Awards?)?|Golden Horse(?: Awards?)?|Hong Kong Film Awards?|Golden Rooster|(?:[A-Z][\w.]+ ){{1,5}}(?:Critics['’]?(?: Circle| Association| Society)?|Film Festival|Film Awards?|Awards)|{_FESTIVALS}(?: Film Festival)?)"
)
_LIST = re.compile(
    rf"(?:(?<![^\n])|(?<=[.;!] )|(?<=\] ))(?:(?:At|In) (?:the )?)?(?P<giver>(?:{CAPITALISED} )??{_GIVER})(?:,? (?:\(?\d{{4}}\)?|\w+\.? ['’]\d\d|in \d{{4}}))?: (?P<list>(?:[^.\n]|(?<=\b[A-Z])\.){{3,300}})"
)
_NOMINATED = re.compile(r"\b(?:nominat\w+|nominees?|shortlist\w*|competition|candidate|in contention|lost)\b", re.IGNORECASE)
_CATEGORY = re.compile(
    r"(?P<category>(?:[Bb]est|[Oo]utstanding|[Ss]pecial|[Gg]rand|[Jj]ury|[Aa]udience|[Dd]irector|[Dd]irection|[Dd]irecting|[Aa]ctor|[Aa]ctress|[Ff]ilm|[Pp]icture|[Ss]creenplay|[Pp]hotography|[Cc]inematography|"
    r"[Ee]diting|[Pp]roducer|[Mm]usic|[Ss]ound|[Ss]core|[Cc]ostumes?|(?:[Aa]rt|[Pp]roduction) (?:[Dd]irection|[Dd]esign))(?: (?:[\w'’-]+|\([A-Z][a-z]+ or [A-Z]\w+\))){0,8}?)(?: (?:for|to) [A-Z].*)?(?: ?\([^()]*\))?!*"
)
_INTRODUCED = re.compile(r"^(?:\w+ (?:awards?|prizes?),? )?(?:(?:among them|among others|including|namely|chiefly)[:,]? )?")
_AWARD_NAME = rf"(?:(?:{CAPITALISED} ){{0,4}}(?:Award|Prize|Oscar|Bear|Lion|Leopard|Palm|Cup|Ribbon|Medal|Grand Prix|César|BAFTA|Goya|Robert|Bodil|Shell|Hugo|Globe|Peacock|Condor|Coral|Trophy|Palme d['’]Or)|Palme d['’]Or|Prix {CAPITALISED}(?: {CAPITALISED})*|Grand Prix|[Pp]rize|[Aa]ward)"
_GOES = re.compile(
    rf"(?:\b[Tt]he |\b[Aa] |\b[Tt]heir |\b[Ii]ts |(?<![^\n]))(?P<name>{_AWARD_NAME}(?: for (?:the )?(?P<category>(?:[\w-]+ ){{0,4}}?[\w-]+))?(?: at {_FESTIVALS})?)(?:,? (?:too|also|in \d{{4}}|that year),?)? "
    r"(?:(?:went|fell|came|has gone)(?: home)? to\b|(?:was|were|is) (?:given|awarded|presented|handed|voted) to\b|(?:was|is|were) (?:his|hers|theirs|its|won by|shared by|taken by|collected by)\b|followed\b(?! by)|(?:arrived|came) (?:in|from|the|at|a year)\b)"
)
_GAVE = re.compile(
    rf"(?:[Tt]he )?(?P<giver>(?:{CAPITALISED} (?:of |and )?){{0,5}}(?:{_GIVER}|critics|[Cc]ritics))(?: (?:and|as did) (?:the )?(?P<second>(?:{CAPITALISED} (?:of |and )?){{0,5}}(?:{_GIVER}|critics)))?(?: both| too| also| again)? "
    rf"(?:gave|awarded|voted|presented) (?:it|him|her|them|[A-Z]\w+)(?: with)? (?:their|its|the|an?) (?P<prize>(?:[\w-]+ ){{0,2}}?(?:prize|award)s?(?: for (?:the )?(?:best )?[\w-]+)?|BAFTA for (?:the )?best (?:[\w-]+ ){{1,5}}?(?=[,.;]|and ))"
)
_WITH = re.compile(
    rf"\bfrom the (?P<giver>{_GIVER}) (?:ceremony|awards|night) with (?:the|an?) (?P<prize>(?:award|prize|statuette) for (?:the )?(?:best )?[\w-]+(?: [\w-]+)?)"
)


def given_awards(text: str, span: Span) -> Iterator[Won]:
    """The awards in a sentence that names who gives them first, or says that one went to somebody."""
    yield from listed_by_giver(text, span)
    for match in _GOES.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 60) : match.end()]
        vague = match["name"].casefold() in ("award", "prize")
        if vague or _NOMINATED.search(before) or _NOMINATED.search(match.group()):
            continue
        yield re.sub(r"^(?:The|A) ", "", match["name"]), Span(match.start("name"), match.end("name")), 0.75
    for match in _GAVE.finditer(text, span.start, span.end):
        if _NOMINATED.search(text, span.start, match.end()):
            continue
        at = Span(match.start(), match.end())
        prize = re.sub(r"s$", "", match["prize"]).strip()
        for giver in (match["giver"], match["second"]):
            if giver:
                yield f"{re.sub(r'^The ', '', giver)} {prize}", at, 0.7
    for match in _WITH.finditer(text, span.start, span.end):
        yield f"{match['giver']} {match['prize']}", Span(match.start("giver"), match.end()), 0.7


def listed_by_giver(text: str, span: Span) -> Iterator[Won]:
    """The awards behind "BAFTA:", "Nastro d'argento 1967:": categories parted by commas or semicolons."""
    for match in _LIST.finditer(text, span.start, span.end):
        if _NOMINATED.search(match.group()):
            continue
        giver = re.sub(r"^(?:The|At|In) ", "", match["giver"])
        start = match.start("list") + len(_INTRODUCED.match(match["list"]).group())  # type: ignore[union-attr]  # matches anything
        told = text[start : match.end("list")]
        parts = re.finditer(r"(?:[^;]+)" if ";" in told else r"(?:(?!,| and (?=[Bb]est)).)+", told)
        for part in parts:
            words = re.sub(r"^(?:,| and) ?", "", part.group()).strip(" ,;")
            category = _CATEGORY.fullmatch(words) or (
                _CATEGORY.search(words) if re.match(rf"{CAPITALISED}[^,]*, (?=best)|[A-Z]\w+ [A-Z]\. (?=best)", words) else None
            )
            if category is None and ":" not in told:
                category = re.fullmatch(rf"{CAPITALISED}.{{0,40}}? (?P<category>best [\w -]+)!*", words)
            if category is not None:
                at = start + part.start()
                name = category["category"].strip(" !")
                yield full_name(giver, name), Span(at, at + len(part.group())), 0.75
