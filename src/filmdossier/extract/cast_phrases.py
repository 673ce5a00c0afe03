"""Finds the words that stand for a part: after "as", before "(played by …)".

Enters a clause and an offset in it; leaves the part there, None where the words name none.
Refuses phrases that mean the film, the acting or the crew ("as a result", "the role").
"""

import re
from dataclasses import dataclass

from filmdossier.extract.cast_clauses import FILM, NAME, PLACE, SYMBOLS, Clause
from filmdossier.extract.cast_persons import person_noun
from filmdossier.extract.cast_roles import Part, clean, read_parts

_STOP = frozenset(
    "who whom whose that which when where while but opposite alongside as is was are were has had have having than then because since until after before though although if unless whether "
    "into onto upon against during through throughout within without despite except like unlike via per in on at by for from to with and or nor so yet about over under between "
    "plays played play portrays stars starring does did do can could will would should may might must gets goes makes takes comes leads becomes finds himself herself themselves "
    "directed written produced based set released accused forced determined haunted obsessed trapped known armed hired sent caught torn driven tasked assigned named called played portrayed married "
    "seeking looking trying investigating searching living working running hiding fighting attempting hoping dealing struggling suffering chasing hunting "
    "first here again too also not never no once still he she they it his's this these those there".split()
)
_BREAK_BEFORE_ING = frozenset(
    "wedding boxing racing fishing writing acting dancing traveling travelling swinging boarding ring king evening living".split()
)
_DETERMINER = (
    r"(?:an?|the|his|her|their|its|our|my|your|one|two|three|four|five|six|another|some|several|various|both|this|that|these)"
)
_NO_PART = frozenset(
    "film movie picture version novel book adaptation remake script screenplay song songs score music soundtrack original title role roles part parts cast performance performances scene scenes "
    "story plot way result whole example rule matter fact point reminder vehicle showcase debut follow-up sequel prequel series franchise production project effort work piece kind sort "
    "type bit lot half hour minute minutes year years time times day days place possible ever always well usual such same much far soon long success failure hit talent talents flop genre comedy drama "
    "thriller documentary director writer producer screenwriter composer cinematographer filmmaker filmmakers editor studio studios actor actress performer performers comedian star stars lead leads "
    "leading man's favorite favourite material themselves everything anything something nothing anyone everyone stunts piano game games guitar choice career feature features appearance "
    "appearances cameo cameos character characters acting thing things dialogue lines response exception addition classic masterpiece triumph disappointment mess treat delight foil standout asset".split()
)
_JOBS = frozenset(
    "director writer producer screenwriter composer filmmaker editor actor actress performer comedian star author".split()
)
_GROUPS = frozenset("group gang pair team couple band crew family trio duo head heads member members owner bunch".split())
_PLURAL = re.compile(
    r"\b(?:couple|pair|duo|trio|twins|men|women|people|children|kids|parents|lovers|partners|siblings|brothers|sisters|cops|[a-z]{3,}(?<!s)(?<!u)s)$"
)
_WORD = rf"(?:[\w][\w'’.-]*|[{SYMBOLS}]+(?:['’]s?)?)"


@dataclass(frozen=True, slots=True)
class Found:
    """A part with where its words end (or begin) in the clause; ``several`` where they mean more than one person."""

    parts: tuple[Part, ...]
    edge: int
    several: bool = False


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
    described = told.strip() or (what if what not in {"", "the", "her", "his"} else "")
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
        token = re.compile(rf"(?:(?<=[a-z]), (?=[a-z]))?{_WORD}").match(blanked, end)
        if token is None:
            break
        word = token.group().lstrip(", ")
        plain = word.strip(".,")
        comma = token.group().startswith(",")
        if comma and (
            words == 0 or words > 3 or re.match(rf"{_DETERMINER}\b", word) or plain in _STOP or _is_noun(blanked[start:end])
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
                and follow.group().strip() not in _STOP
                and not follow.group().endswith(("ing", "ed"))
                and re.match(r"of (?:the|a|an|his|her) [a-z]+$", of.group())
            ):
                end += follow.end()
            break
        if (
            plain in {"but", "yet"}
            and words
            and re.match(r" [a-z-]+ [a-z]", blanked[token.end() :])
            and not _is_noun(blanked[start:end])
        ):
            end = token.end() + 1
            words += 1
            continue
        if plain in _STOP and plain != "his" and words:
            break
        if plain in _STOP:
            return None
        symbol = re.match(rf"[{SYMBOLS}]", word)
        if words and previous_person and plain != "of" and not symbol and not person_noun(plain):
            # "a young man accused of murder", "a brothel patron only reinforces": the person is told, the sentence goes on.
            break
        previous_person = previous_person if symbol else person_noun(plain)
        if words > 3 and plain.endswith("ing") and plain not in _BREAK_BEFORE_ING:
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
    return _accepted(phrase, edge, makers=makers)


def _is_noun(words: str) -> bool:
    last = words.strip(" ,").split()
    return bool(last) and person_noun(last[-1])


def _accepted(phrase: str, edge: int, *, makers: bool = False) -> Found | None:
    tales = re.match(
        r"(?:the |their |an? )?(?:[a-z]+ )?(?:adventures|story|stories|life|lives|tale|exploits|misadventures|journey|role|part|character|title) of (?=\S)",
        phrase,
    )
    phrase = phrase[tales.end() :] if tales else phrase
    bare = re.sub(rf"^(?:{_DETERMINER} )+", "", phrase, flags=re.IGNORECASE).strip()
    head = re.split(r" (?:of|for) ", bare)[0].split()
    if not head or len(bare) < 2 or len(bare) > 90:
        return None
    last = head[-1].casefold().strip(".,'’")
    # "A writer (Johnny Depp)": before a performer, "a director" is a part; after "as" it is a job.
    job = makers and last in _JOBS
    if (
        (last in _NO_PART and not job)
        or last in _STOP
        or last.endswith("ly")
        or bare.casefold() in _NO_PART
        or re.fullmatch(r"[\d.,%]+", bare)
    ):
        return None
    if not any(c.isalpha() for c in bare):
        return None
    # "The killer (N)" at the head of a sentence is "the killer" elsewhere.
    phrase = phrase[0].lower() + phrase[1:] if re.match(rf"{_DETERMINER}\b", phrase, re.IGNORECASE) else phrase
    return Found((Part(character=clean(phrase)),), edge, several=bool(_PLURAL.search(" ".join(head))))


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
        re.search(rf"\b{_DETERMINER} (?:[a-z-]+ ){{0,4}}(?P<head>[a-z-]+) (?:of|for|to) $", head[: named.start()])
        if named
        else None
    )
    if named and of_whom and (person_noun(of_whom["head"]) or of_whom["head"] in _GROUPS):
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
        parts = read_parts(clause.original(*before.span("name")))
        if parts and parts[0].character:
            first = parts[0]
            return Found(
                (Part(character=first.character, aliases=first.aliases, description=phrase.strip(), note=first.note),),
                before.start(),
            )
    found = _accepted(phrase, stop, makers=re.match(r"(?:an?|his|her|another|two|three) ", phrase, re.IGNORECASE) is not None)
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
        if re.fullmatch(_DETERMINER, word, re.IGNORECASE) or (symbol and re.search(r"['’]s?$", word)):
            start = match.start()
            outer = re.search(r"(?P<head>[\w'’-]+) of $", head[:start])
            if symbol or outer is None or words > 4 or not (person_noun(outer["head"]) or outer["head"] in _GROUPS):
                return start
            # "the owner of a store": the phrase goes on to the left.
            at, words, soft = outer.end("head"), words + 1, start
            continue
        plain = word.strip(".").casefold()
        if symbol or plain in _STOP or (plain in {"sees", "with", "meet", "meets", "finds", "follows"}):
            break
        at = match.start()
        words += 1
        soft = at
        gap = re.search(r"(, | )$", head[:at])
        if gap is None:
            break
        if gap.group() == ", " and not re.search(r"[a-z], $", head[:at]):
            break
        if gap.group() == ", " and (words == 0 or _is_noun(head[: gap.start()])):
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
