"""Reads the words of a part that follow "as" or "plays".

Enters a clause and the offset where the words begin; leaves the part, named ("the semi-crazed
Captain Morton") or described ("Lupino's bumbling husband"), None where they name none.
"""

import re

from filmdossier.extract.cast.clauses import FILM, NAME, PLACE, SYMBOLS, Clause
from filmdossier.extract.cast.descriptions import DETERMINER, STOP, WORD, Found, described_part, ends_in_person
from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.cast.roles import Part, clean, read_parts

# Words in -ing that are no participles after a noun.
_NO_PARTICIPLE = frozenset(
    "wedding boxing racing fishing writing acting dancing traveling travelling swinging boarding ring king evening living".split()
)
_PREFIX_STOP = (
    r"(?:who|that|which|and|or|of|for|from|with|by|in|on|at|to|as|is|was|are|were|has|had|opposite|alongside|against|into|but|when|while|where|than|"
    r"named|not|playing|playing|starring|called|after|before|about|like|between)"
)
_NAMED = re.compile(
    rf"(?P<pre>(?:(?:(?!{_PREFIX_STOP}\b)[a-zA-Z0-9][\w'’/-]*,? ){{0,7}}?(?!{_PREFIX_STOP}\b)[a-zA-Z0-9][\w'’/-]* )?(?:(?:named|called) )?[\"“'‘(]?)(?P<name>(?:{NAME}|{FILM}|{PLACE})(?:[\"”'’](?= ))?(?: (?:{NAME}|{PLACE}|[IVX]+\b))?)"
)
_OF_NAME = re.compile(
    rf"(?:of|for) (?:the |a |an |his |her )?(?:{NAME}['’]s? )?(?:[a-z][\w'’-]* ){{0,2}}(?:[\w'’-]+|{NAME}(?!['’]s)|{PLACE}|{FILM})"
)
_APPOSED = re.compile(rf", (?P<name>(?:{NAME}|{FILM})(?: {NAME})?)(?=[.;)]|,? (?:who|whose)\b|, (?:an?|the|his|her) |$)")
_APPOSITION = re.compile(
    r", (?P<words>(?:an?|the|his|her|their|one of) [^,.;:()]{3,160}?)(?=,? (?:who|whose|which|that|as) |[,.;:()]|$)|,? (?P<who>who (?:is|was) an? [^,.;:()]{3,120})"
)


def part_after(clause: Clause, start: int, *, number: int = 1, makers: bool = False) -> Found | None:
    """The part whose words begin at ``start``; up to ``number`` of them where that many performers wait for one.

    ``makers`` admits "a director" as a part, where the words before leave no doubt that it is one ("plays a director").
    """
    blanked = clause.blanked
    self_word = re.compile(r"(?:himself|herself|themselves)\b").match(blanked, start)
    if self_word:
        return Found((Part(character=self_word.group()),), self_word.end(), several=self_word.group() == "themselves")
    lead = re.compile(
        r"(?:the )?(?:(?:title|titular|eponymous|lead|leading|main|small|supporting|central|key|pivotal|dual|double|minor|major|crucial|important|plum) )*(?:roles?|parts?|characters?) (?:of|as|named|called)? ?"
        r"|(?:the )?(?:titular|eponymous)(?: character| hero| role| heroine| figure)?,? |(?:the )?voices? (?:of|for) |both "
    ).match(blanked, start)
    if lead:
        start = lead.end()
    match = _NAMED.match(blanked, start)
    if match and re.search(r", (?:the|an?|his|her|it|he|she|they) ", match["pre"]):
        match = None  # "his daughter, the film revolves around N"
    if match and any(word.strip(",") in STOP for word in match["pre"].split()):
        match = None  # "the femme fatale, although Mitchum …"
    if match and not re.match(r"['’]s? ?\w", blanked[match.end() :]) and not _joined(blanked, match.end()):
        parts, end = _named_part(clause, match)
        if number > 1:
            more = _more(clause, end, number)
            if more is not None:
                return Found((*parts, *more.parts), more.edge, several=True)
        return Found(tuple(parts), end) if parts else None
    return _described(clause, start, makers=makers and blanked.startswith(("a ", "an ", "his ", "her "), start))


def _joined(blanked: str, end: int) -> bool:
    """Whether the name goes on as part of a longer phrase ("the N family", "N fan")."""
    return bool(
        re.match(
            r" (?!(?:and|or|in|with|as|who|whose|is|was|are|at|on|by|for|to|from|of|the|a|an|opposite|while|when|but|after|before|also|plays?|has|had|does|did|then|here|both|along|alongside|during|throughout|through|into|against|respectively|via|under|where|which|that|until|because|since|if|so|not|too|again|together|until|wants|seeks|tries|falls|finds|gets|becomes|meets|goes|comes|takes|makes|returns|learns|discovers|sees|tells|must|will|can|opens|dies|killed|hired|sent|caught|fights?|decides|leads?|a\.?k\.?a)\b)[a-z]{3,}",
            blanked[end:],
        )
    )


def _named_part(clause: Clause, match: re.Match[str]) -> tuple[list[Part], int]:
    start, end = match.start("name"), match.end()
    before = clause.original(match.start("pre"), start)
    name = clause.original(start, end)
    quoted = re.search(r"[\"“'‘]$", before)
    if quoted:
        before, name = before[:-1], quoted.group() + name
        if clause.blanked[end : end + 1] in "\"”'’":
            name += clause.blanked[end : end + 1]
            end += 1
            follow = re.match(rf" {NAME}", clause.blanked[end:])
            if follow:
                name += clause.original(end, end + follow.end())
                end += follow.end()
    slash = re.match(rf" ?/ ?(?:{NAME}|{PLACE}|{FILM})", clause.blanked[end:])
    if slash:
        name += clause.original(end, end + slash.end())
        end += slash.end()
    words = before.split()
    article = before if words and words[-1] in {"the", "young", "younger", "older", "little", "old"} and len(words) == 1 else ""
    parts = read_parts(article + name)
    if not parts:
        return [], end
    after = _APPOSITION.match(clause.blanked, end)
    told = clause.original(*after.span("words" if after["words"] else "who")) if after else ""
    what = clean(re.sub(r"(?:named|called)\s*$", "", before)) if not article else ""
    described = told.strip() or (what if what not in {"", "the", "her", "his", "a", "an", "their"} else "")
    first = parts[0]
    return [
        Part(
            character=part.character,
            aliases=part.aliases,
            description=part.description or (described if part is first else ""),
            note=part.note,
        )
        for part in parts
    ], end


def _more(clause: Clause, end: int, number: int) -> Found | None:
    """Further names after the first, as many as there are performers: " and B", ", B and C"."""
    parts: list[Part] = []
    while len(parts) + 1 < number:
        joint = re.match(r",? and (?:his |her |the )?|, ", clause.blanked[end:])
        if joint is None:
            return None
        match = _NAMED.match(clause.blanked, end + joint.end())
        if match is None or re.match(r",? (?:as|plays?|portrays?|playing) ", clause.blanked[match.end() :]):
            return None
        found, end = _named_part(clause, match)
        if not found:
            return None
        parts.append(found[0])
    return Found(tuple(parts), end)


def _described(clause: Clause, start: int, *, makers: bool) -> Found | None:
    """A part given by a description: "a washed-up salesman", "Lupino's bumbling husband", "the head of a gang"."""
    blanked = clause.blanked
    if blanked[start : start + 1] in '"“' and re.match(r"[a-z]", blanked[start + 1 :]):
        start += 1  # as "chorus girls"
    end, words = start, 0
    previous_person = False
    while words < 12:
        token = re.compile(rf"(?:(?<=[a-z]), (?=[a-z]))?{WORD}").match(blanked, end)
        if token is None:
            break
        word = token.group().lstrip(", ")
        plain = word.strip(".,")
        comma = token.group().startswith(",")
        if comma and (
            words == 0 or words > 3 or re.match(rf"{DETERMINER}\b", word) or plain in STOP or ends_in_person(blanked[start:end])
        ):
            break
        if plain == "of" and words:
            of = _OF_NAME.match(blanked, token.start())
            if of is None:
                break
            end = token.start() + len(re.sub(r"(?: [a-z]+ing)$", "", of.group()))
            words += 3
            follow = re.match(r" [a-z]+(?= |,|\.|$)", blanked[end:])
            if (
                follow
                and follow.group().strip() not in STOP
                and not follow.group().endswith(("ing", "ed"))
                and re.match(r"of (?:the|a|an|his|her) [a-z]+$", of.group())
            ):
                end += follow.end()
            break
        if (
            plain in {"but", "yet"}
            and words
            and re.match(r" [a-z-]+ [a-z]", blanked[token.end() :])
            and not ends_in_person(blanked[start:end])
        ):
            end = token.end() + 1
            words += 1
            continue
        if plain in STOP and plain != "his" and words:
            break
        if plain in STOP:
            return None
        symbol = re.match(rf"[{SYMBOLS}]", word)
        if words and previous_person and plain != "of" and not symbol and not person_noun(plain):
            # "a young man accused of murder", "a brothel patron only reinforces": the person is told, the sentence goes on.
            break
        previous_person = previous_person if symbol else person_noun(plain)
        if words > 3 and plain.endswith("ing") and plain not in _NO_PARTICIPLE:
            break
        bare_name = re.match(rf"[{SYMBOLS}]", word) and not word.endswith(("'s", "’s", "'", "’"))
        # A bare name ends a description unless it describes in its turn ("a US Navy officer").
        if bare_name and words > 1 and previous_person and re.match(r"[,.;)]|$| who | and ", blanked[token.end() :]):
            # "returning as John's mother Sarah": the name closes the description.
            closing = read_parts(clause.original(token.start(), token.end()))
            if closing and closing[0].character:
                told = Part(
                    character=closing[0].character,
                    aliases=closing[0].aliases,
                    description=clause.original(start, token.start()).strip(),
                )
                return Found((told,), token.end())
        if bare_name and not re.match(
            r" (?!(?:and|or|but|who|in|as|at|on|with|to|from|by|for|of|is|was)\b)[a-z]", blanked[token.end() :]
        ):
            break
        end = token.end()
        words += 1
        if word.endswith(".") and len(word) > 3:
            end -= 1
            break
        if not blanked.startswith((" ", ","), end):
            break
        if blanked.startswith(" ", end):
            end += 1
    phrase = clause.original(start, end).strip(" ,-–")
    edge = start + len(clause.original(start, end).rstrip(" ,-–"))
    named = _APPOSED.match(blanked, edge)
    if (
        named
        and re.match(rf"(?:his|her|their|the|[{SYMBOLS}]+['’]s?) ", blanked[start:])
        and not (" " in clause.original(*named.span("name")) and blanked[start:].startswith("the "))
    ):
        # "Simenon's popular detective, Inspector Maigret": the name follows what he is.
        parts = read_parts(clause.original(*named.span("name")))
        if parts and parts[0].character:
            return Found((Part(character=parts[0].character, aliases=parts[0].aliases, description=phrase),), named.end("name"))
    return described_part(phrase, edge, makers=makers)
