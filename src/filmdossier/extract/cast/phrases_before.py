"""Reads the words of a part that stand before "(N)" or "played by N".

Enters a clause and the offset where the words end; leaves the part: a name, or the noun phrase that
ends there, found by walking back to its determiner.
"""

import re

from filmdossier.extract.cast.clauses import FILM, NAME, PLACE, SYMBOLS, Clause
from filmdossier.extract.cast.descriptions import DETERMINER, GROUPS, STOP, Found, described_part, ends_in_person
from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.cast.roles import Part, clean, read_parts


def part_before(clause: Clause, end: int) -> Found | None:
    """The part whose words end at ``end``: "a small-town gas station owner", "Pico", "Arkin, a thief,"."""
    blanked = clause.blanked
    head = blanked[:end].rstrip(" ,")
    stop = len(head)
    pair = re.search(rf"(?P<one>{NAME}) and (?P<two>{NAME})$", head)
    if pair:
        both = [read_parts(clause.original(*pair.span(name))) for name in ("one", "two")]
        if all(parts and parts[0].character for parts in both):
            return Found((both[0][0], both[1][0]), pair.start(), several=True)
    named = re.search(
        rf"(?P<pre>(?:\b(?:the|young|little|old) )?)[\"“'‘]?(?P<name>(?:{NAME}|{FILM}|{PLACE})(?:[\"”’'] {NAME})?)[\"”]?$", head
    )
    of_whom = (
        re.search(rf"\b{DETERMINER} (?:[a-z-]+ ){{0,4}}(?P<head>[a-z-]+) (?:of|for|to) $", head[: named.start()]) if named else None
    )
    if named and of_whom and (person_noun(of_whom["head"]) or of_whom["head"] in GROUPS):
        # "the obligatory love interest for Wayne, played by …"
        phrase = clause.original(of_whom.start(), stop)
        return Found((Part(character=clean(phrase)),), of_whom.start())
    if named:
        quoted = clause.original(named.start() + len(named["pre"]), stop)
        words = (
            "the "
            if named["pre"] == "the " and len(named["name"]) < 25 and " " not in clause.original(*named.span("name"))
            else named["pre"]
            if named["pre"] not in ("", "the ")
            else ""
        ) + quoted
        parts = read_parts(words)
        return Found(tuple(parts), named.start()) if parts and parts[0].character else None
    start = _phrase_start(head)
    if start is None:
        return None
    phrase = clause.original(start, stop)
    # "Arkin, a thief, played by": the name before the description is who he is.
    before = re.search(rf"(?P<name>(?:[\"“'‘](?P<nick>[\w .]{{1,20}})[\"”'’] )?(?:{NAME}|{PLACE})), $", blanked[:start])
    at_place = (
        re.search(
            r"\b(?:of|in|to|at|during|on|from|near|for|with|by|after|since|through|against|across|and|between|[Ii]n) (?:the )?$",
            blanked[: before.start()],
        )
        if before
        else None
    )
    if (
        before
        and not at_place
        and blanked[before.start("name")] != "\ue030"
        and re.match(r"(?:an?|the|his|her|their|one of) ", phrase)
    ):
        start_name, end_name = before.span("name")
        if blanked[start_name - 1 : start_name] in ("'", "‘", '"', "“") and re.search(
            r"['’\"”]", clause.original(start_name, end_name)
        ):
            start_name -= 1  # 'Moose' Malloy
        parts = read_parts(clause.original(start_name, end_name))
        if parts and parts[0].character:
            first = parts[0]
            return Found(
                (Part(character=first.character, aliases=first.aliases, description=phrase.strip(), note=first.note),),
                before.start(),
            )
    found = described_part(phrase, stop, makers=re.match(r"(?:an?|his|her|another|two|three) ", phrase, re.IGNORECASE) is not None)
    return Found(found.parts, start, found.several) if found else None


_BACK = re.compile(rf"(?:[\w][\w'’/-]*\.?|[{SYMBOLS}]+(?:['’]s?)?)$")
_VERBISH = re.compile(r"(?:ing|ed|es)$")


def _phrase_start(head: str) -> int | None:
    """Where the noun phrase that ends ``head`` begins; None where there is none."""
    at, words = len(head), 0
    soft: int | None = None  # a start that holds unless a determiner is found further left
    while words < 11:
        match = _BACK.search(head[:at])
        if match is None:
            break
        word = match.group()
        symbol = re.match(rf"[{SYMBOLS}]", word)
        if re.fullmatch(DETERMINER, word, re.IGNORECASE) or (symbol and re.search(r"['’]s?$", word)):
            start = match.start()
            outer = re.search(r"(?P<head>[\w'’-]+) of $", head[:start])
            if symbol or outer is None or words > 4 or not (person_noun(outer["head"]) or outer["head"] in GROUPS):
                return start
            # "the owner of a store": the phrase goes on to the left.
            at, words, soft = outer.end("head"), words + 1, start
            continue
        plain = word.strip(".").casefold()
        if symbol or plain in STOP or (plain in {"sees", "with", "meet", "meets", "finds", "follows"}):
            break
        at = match.start()
        words += 1
        soft = at
        gap = re.search(r"(, | )$", head[:at])
        if gap is None:
            break
        if gap.group() == ", " and not re.search(r"[a-z], $", head[:at]):
            break
        if gap.group() == ", " and (words == 0 or ends_in_person(head[: gap.start()])):
            break
        at = gap.start()
        if words >= 4 and soft is not None and head[:at].count(" ") > 0 and words >= 9:
            break
    if soft is None:
        return None
    tail = head[soft:].split()
    # Without a determiner only a phrase at the start of the sentence, or its last words, can be trusted.
    if soft == 0 or re.search(
        r"(?:^|[.;:,(“\"—–-] ?|\b(?:with|by|as|of|and|meets|sees|when|for|from|against|after|between) )$", head[:soft]
    ):
        return soft
    keep = " ".join(tail[-2:]) if len(tail) > 1 and tail[-2][0].islower() and not _VERBISH.search(tail[-2]) else tail[-1]
    return len(head) - len(keep)
