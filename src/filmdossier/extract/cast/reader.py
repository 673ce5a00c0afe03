"""Applies the table of patterns to clauses.

Enters a clause and patterns; leaves the performances they read in it that can be believed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from filmdossier.extract.cast.belief import Belief
from filmdossier.extract.cast.billing import billing
from filmdossier.extract.cast.clauses import BEFORE, FILM, NAME, Clause
from filmdossier.extract.cast.descriptions import Found
from filmdossier.extract.cast.elsewhere import elsewhere, elsewhere_after
from filmdossier.extract.cast.making import Making
from filmdossier.extract.cast.names import full_name
from filmdossier.extract.cast.patterns import CASTING_TAIL, Pattern, Reading
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.persons import person_phrase
from filmdossier.extract.cast.phrases import part_after
from filmdossier.extract.cast.phrases_before import part_before
from filmdossier.extract.cast.roles import Part, proper, read_parts
from filmdossier.model.claim import Polarity

_NARRATOR = Part(character="Narrator", note="narrator")
# "Woolsey's one-liners", "Bogart's detectives": one player's part is not several.
_PLURAL = re.compile(r"[^s'’]s$")
_RELATIONS = frozenset(
    "wife husband son daughter brother sister mother father friend agent boss partner lover girlfriend boyfriend parents parent fan fans director writer co-star fiancée fiance uncle aunt cousin nephew niece rival "
    "nemesis ally buddy pal daughters sons brothers sisters friends men family assistant secretary manager colleague colleagues ex-wife ex-husband mate doctor lawyer neighbor neighbour child children kids kid "
    "head heads killer murderer victim victims producer producers employer mentor".split()
)
_PERFORMERS_NEXT = re.compile(
    rf"(?:, (?:(?:the|an?|[a-z]+ly) )?|,? (?:one|we|you|there) (?:also )?(?:sees?|gets?|meets?|have|has|is|are|finds?|will (?:see|find|recogni[sz]e)) ){BEFORE}(?P<L>{NAME}(?:(?:,? and |, | & ){NAME})*)"
)
_FAMILY = re.compile(r"\b(?:Sisters|Brothers|Twins|Boys|Girls|Family|Kids|Stooges)$")
_JOB = re.compile(
    r"[^,.;]{0,60}\b(?:[Dd]irector|[Dd]esigner|[Pp]roducer|[Ee]ditor|[Cc]omposer|[Cc]inematographer|[Cc]oordinator|[Cc]horeographer|[Cc]onsultant|[Ss]upervisor)\b"
)
# What follows "Gary Oldman's Dracula": not a noun that the second name describes ("Haggard's Victorian novel").
_OWNED_ENDS = re.compile(
    r"[,.;:)!?]|$| (?![a-z]+s (?:had|were|are|have|feel|,))[a-z]+(?:s|ed)\b| (?:and|or|who|as|in|into|from|with|to|at|on|for|has|had|can|could|will|would|does|did|may|never|also|than|but|because|while|when|by|gets?|ever|all|both|feel|seem|look|come)\b| –|—|--"
)
# Several parts, so that a list of performers goes on after its commas: "burglars, played by A, B, and C".
_SEVERAL = re.compile(r"\b(?:[a-z]+[^s\W]s|men|women|people|children)(?: (?:are|were|who are))?,? $")
_A_ROLE = re.compile(
    r"(?:here |also |now )?(?:an?|the|his|her|their|one of (?:his|her|the)) (?:[^\s,.;]+ ){0,5}?(?:roles?|parts?|leads?|characters?)\b"
)


class Reader:
    """Applies the patterns to clauses, with what is known of performers and makers."""

    def __init__(self, belief: Belief) -> None:
        self._belief = belief
        self._roster = belief.roster
        self._making = Making(belief)

    def read(self, clause: Clause, patterns: Sequence[Pattern]) -> Iterator[Performance]:
        """The performances that ``patterns`` find in ``clause``."""
        if self._belief.silent(clause):
            return
        for pattern in patterns:
            for match in pattern.expression.finditer(clause.blanked):
                if pattern.after is not None and not pattern.after.search(clause.blanked, 0, match.start()):
                    continue
                if elsewhere(clause, match, pattern):
                    continue
                for performance in self._matched(clause, match, pattern):
                    if self._belief.believes(performance, pattern, clause):
                        yield performance

    def _matched(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        if pattern.reading is Reading.BILLING:
            items = list(billing(clause, match.end()))
            told_whole = any(full_name(clause.original(item.start, item.end)) for item in items)
            for billed in items:
                words = clause.original(billed.start, billed.end)
                if (
                    not told_whole
                    and pattern.name != "starring"
                    and self._roster.full_form(words, makers=True) is None
                    and not re.search(
                        r"(?:^|\b(?:[Ii]t|film|movie|picture)|[\ue020\ue021]) ?(?:also )?$", clause.blanked[: match.start()]
                    )
                ):
                    continue
                given = (billed.part,) if billed.part else ()
                yield from self._making.made(clause, [(billed.start, billed.end)], given, pattern, note=billed.note)
        elif pattern.reading is Reading.PART_AFTER:
            yield from self._part_after(clause, match, pattern)
        elif pattern.reading is Reading.PART_BEFORE:
            yield from self._part_before(clause, match, pattern)
        elif pattern.reading is Reading.PRONOUN:
            yield from self._pronoun(clause, match, pattern)
        elif pattern.reading is Reading.PART_FIRST:
            yield from self._part_first(clause, match, pattern)
        elif pattern.reading is Reading.PART_INSIDE:
            names = list(clause.names(*match.span("L"))) or [match.span("L")]
            words = clause.original(*match.span("part"))
            if pattern.name == "N's part" and (
                not person_phrase(words) or words.split()[-1] in _RELATIONS or _PLURAL.search(words)
            ):
                return
            parts = tuple(read_parts(words[0].lower() + words[1:] if re.match(r"[A-Z][a-z]+ [a-z]", words) else words))
            if pattern.name in ("N's N", "N is N") and (
                not self._belief.may_be_part(words) or not _OWNED_ENDS.match(clause.blanked, match.end())
            ):
                return
            yield from self._making.made(clause, names, parts, pattern)
        else:
            group = next(name for name in "LMKJ" if match.groupdict().get(name))
            names = list(clause.names(*match.span(group))) or [match.span(group)]
            parts = (_NARRATOR,) if pattern.name == "narrated" else ()
            yield from self._making.made(clause, names, parts, pattern)

    def _part_first(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        """ "As Van Helsing, Anthony Hopkins fares better." """
        found = part_after(clause, match.end())
        if found is None or not (found.parts[0].named or person_phrase(found.parts[0].character)):
            return
        after = _PERFORMERS_NEXT.match(clause.blanked, found.edge)
        if after:
            yield from self._making.made(clause, list(clause.names(*after.span("L"))), found.parts, pattern, several=found.several)

    def _part_after(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        names = list(clause.names(*match.span("L")))
        end, polarity = match.end(), Polarity.ASSERTED
        if pattern.name == "plays" and len(names) < 2 and match.group().endswith(" play "):
            return  # "the Neil Simon play The Odd Couple"
        found: Found | None = None
        if "verb" in match.groupdict():
            polarity = self._belief.casting_polarity(clause, match)
            tail = CASTING_TAIL.match(clause.blanked, end) or re.compile(
                r"(?:as|to play|to portray|to star as|(?:in|for) the (?:\w+ )?(?:role|part) of) (?:the (?:role|part) of )?"
            ).match(clause.blanked, end)
            found = part_after(clause, tail.end()) if tail else None
            if tail is not None and _JOB.match(clause.text, tail.end()):
                return
            role_told = tail is not None and re.search(
                r"play|portray|star|appear|roles?\b|parts?\b|leads?\b|character", tail.group()
            )
            person_told = found is not None and (found.parts[0].named or person_phrase(found.parts[0].character))
            if not (
                match["verb"].startswith("cast")
                or role_told
                or (tail is not None and person_told and found is not None and proper(found.parts[0].character))
            ):
                return
            if tail is not None and found is None and not role_told and tail.group().strip() in ("as", ""):
                return  # "cast as …" what nobody can be
        else:
            if pattern.name == "N as" and not self._belief.gives_part(clause, match):
                return
            found = part_after(clause, end, number=max(len(names), 1), makers=pattern.name in ("plays", "sees N play"))
        parts = found.parts if found else ()
        if pattern.name in ("N as", "playing") and not self._belief.plausible(clause, match, names, parts):
            return
        rest = clause.blanked[found.edge if found else end :]
        if elsewhere_after(rest, told=found is not None):
            return
        acts = re.search(r"\b(?:star|co-?star|cast|appear|roles?|parts?|voice|cameo|repris|guest)\w*\b[^\ue000]*$", match.group())
        if pattern.name == "plays" and (acts or (not parts and _A_ROLE.match(clause.blanked, end))):
            pattern = replace(pattern, name="plays a role")
        yield from self._making.made(clause, names, parts, pattern, several=bool(found and found.several), polarity=polarity)

    def _pronoun(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        """ "Then there's Humphrey Bogart. … he's playing John Murrell": the one performer named right before."""
        found = part_after(clause, match.end())
        if found is None or not (found.parts[0].named or person_phrase(found.parts[0].character)):
            return
        before = self._belief.clauses.get(clause.sentence.index - 1)
        for source, end in ((clause, match.start("L")), (before, len(before.blanked) if before else 0)):
            if source is None:
                continue
            forms = [self._roster.full_form(source.original(*name)) for name in source.names(0, end)]
            known = {form for form in forms if form is not None and self._roster.performs(form)}
            if forms:
                if len(known) == 1 and len(set(forms)) == 1:
                    yield Performance(
                        actor=known.pop(),
                        span=clause.span(*match.span("L")),
                        part=found.parts[0],
                        rule=pattern.name,
                        confidence=pattern.confidence,
                    )
                return

    def _part_before(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        names = list(clause.names(*match.span("L")))
        head = clause.blanked[: match.start()]
        listed = clause.blanked[names[0][1] : names[-1][0]] if names else ""
        if len(names) > 1 and (head.endswith(", ") or " and " not in listed) and not (" and " in listed and _SEVERAL.search(head)):
            # "George Hally, played by Humphrey Bogart, and Lloyd Hart": the list ends at the comma.
            names = [name for name in names if "," not in clause.blanked[names[0][1] : name[0]]]
        names = [
            name
            for number, name in enumerate(names)
            if not number or not re.match(r", (?:an?|the|who) ", clause.blanked[name[1] :])
        ]
        if pattern.name == "(N)":
            yield from self._bracketed(clause, match, names, pattern)
            return
        if re.search(
            r"\b(?:to be|would be|was to be|not|never|originally|previously|initially|first|not to be|formerly) ?$", head
        ) or re.search(
            r"\b(?:songs?|music|score|tunes?|themes?|soundtrack|stunts?|album|concert|piano|guitar|stage play|an? \d{4} play|opera|ballet)\b[^,;]{0,40}$",
            head,
        ):
            return
        head = re.sub(
            r"(?:(?:,? (?:who|which|that|as|and))?(?: (?:is|was|are|were|being|be|has been|'s|also|both|all|all|then|now|here|memorably|wonderfully|beautifully|perfectly|brilliantly|[a-z]+ly))*,? ?\(?)$",
            "",
            head,
        )
        role = re.search(rf"\b(?:roles?|parts?|characters?) (?:of |named |called )?(?:the )?({NAME}|{FILM})$", head)
        found = part_before(clause, role.end() if role else len(head))
        if re.match(r"performed|acted|interpreted", match.group()) and not (
            found and (found.parts[0].named or person_phrase(found.parts[0].character))
        ):
            return
        yield from self._making.made(clause, names, found.parts if found else (), pattern, several=bool(found and found.several))

    def _bracketed(
        self, clause: Clause, match: re.Match[str], names: list[tuple[int, int]], pattern: Pattern
    ) -> Iterator[Performance]:
        """ "A gambler (Kirk Douglas)", and turned round "Kirk Douglas (Whit)" where Douglas is known to perform."""
        found = part_before(clause, match.start())
        if found is None or clause.blanked[match.start() - 1] in "\ue010\ue011":
            return
        if clause.blanked[match.start() - 1] in "\ue020\ue021" and re.match(r",? (?:is|was|are|\[)", clause.blanked[match.end() :]):
            return
        before = found.parts[0].character
        after = clause.original(*names[0])
        roster = self._roster
        outside = roster.full_form(before)
        if (
            proper(before)
            and outside is not None
            and roster.performs(outside)
            and not roster.performs(roster.full_form(after) or after)
        ):
            parts = tuple(read_parts(after))
            start = clause.blanked.rfind(NAME[0], 0, match.start())
            if start >= 0:
                yield from self._making.made(
                    clause, [next(clause.names(start, match.start()), (start, match.start()))], parts, pattern
                )
            return
        if len(names) > 1 and _FAMILY.search(before):
            yield from self._making.made(clause, names, (), pattern)  # "the Lane Sisters (Rosemary Lane and Lola Lane)"
            return
        if (
            roster.made(before)
            or roster.plays_a_part(after)
            or (
                proper(before)
                and found.parts[0].character
                and re.search(r"\b(?:direct|wr[io]t|novel|critic)\w*\b", clause.blanked[max(0, found.edge - 30) : found.edge])
            )
        ):
            return
        yield from self._making.made(clause, names, found.parts, pattern, several=found.several)
