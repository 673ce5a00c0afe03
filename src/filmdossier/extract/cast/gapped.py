"""Reads clauses whose verb of playing stands once, before: "A plays the Professor, B the Major; C, who …, the doctor".

Enters a clause of which some performances are known; leaves those that follow without a verb of their own.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.extract.cast.clauses import NAME, Clause
from filmdossier.extract.cast.grammar import CastGrammar
from filmdossier.extract.cast.making import Making
from filmdossier.extract.cast.patterns import Pattern, Reading
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.phrases_before import part_before

# The readings whose verb can be left out after them; "Jack (A)" has none.
_WITH_A_VERB = frozenset(
    {
        "plays",
        "plays a role",
        "with N as",
        "As P, N",
        "sees N play",
        "grammar",
        "N as",
        "N who as",
        "N is N",
        "N is the D N",
        "N is D, N",
        "N is D N",
        "playing",
        "cast as",
    }
)
_ASIDE = r", (?:who|whose|in|with|at|as always|as ever|for once|of all people|never|always|looking|then|now)\b[^;:()\ue000\ue010]{2,90}?, "
# "…, and B his boss", "; C the other, Wendy", "; D, who came late, the cook", "; E and F, the twins".
_NEXT = re.compile(
    rf"(?:(?P<after>; (?:and |while )?)|,? (?:and|while) |, )(?P<L>{NAME}(?(after)(?: and {NAME})*))"
    rf"(?:{_ASIDE}| \([^()]{{3,60}}\) |(?(after),)?(?: is| was)? )(?=(?:the|his|her|their|an?) |[\"“‘]?{NAME})"
)
# "…, his friend Gun by B": after "is played by A".
_BY = re.compile(
    rf"(?:[,;] (?:and )?|,? and )(?P<part>(?:(?:the|his|her|their|an?) [^,;:.()]{{2,60}}?|{NAME})),? by (?P<L>{NAME})(?=[,.;]| and | in | with |$)"
)
# "; the friend, B.": after "she is A".
_TURNED = re.compile(
    rf"; (?:and )?(?P<part>(?:the|his|her|their) [a-z][a-z -]{{1,40}}|{NAME})(?:,| (?:is|was)) (?P<L>{NAME})(?=[.;]|$)"
)
# ", and B hers to the cat": after "A lends his voice to the dog".
_LENT = re.compile(rf"(?:,? and |, )(?P<L>{NAME}) (?:his|hers|theirs) to ")
_ENDS = re.compile(r"[,.;:)–—]|$| (?:and|at|in|with|who|whose|from|on|opposite|while|that|as|of|for|to) ")
RULE = Pattern("gapped", re.compile(""), Reading.PART_AFTER, 0.85)


class Gapped:
    """Performances without a verb of their own, with what is known of performers and makers."""

    def __init__(self, grammar: CastGrammar, making: Making) -> None:
        self._grammar = grammar
        self._making = making

    def read(self, clause: Clause, told: Sequence[Performance]) -> Iterator[Performance]:
        """Those that follow ``told``, the performances already read in the clause."""
        verbal = [one.span.end - clause.start for one in told if one.part is not None and one.rule in _WITH_A_VERB]
        if verbal:
            yield from self._after(clause, min(verbal))
            yield from self._turned(clause, min(verbal))
            yield from self._lent(clause, min(verbal))
        passive = [one.span.end - clause.start for one in told if one.part is not None and one.rule == "played by"]
        if passive:
            yield from self._by(clause, min(passive))

    def _after(self, clause: Clause, edge: int) -> Iterator[Performance]:
        while match := _NEXT.search(clause.blanked, edge):
            edge = match.end("L")
            names = list(clause.names(*match.span("L"))) or [match.span("L")]
            if not all(self._grammar.may_perform(clause.original(*name)) for name in names):
                continue
            found = self._grammar.part(clause, match.end(), story=False)
            if found is None:
                continue
            if not found.parts[0].named:
                found = self._grammar.other(clause, found)
            if not _ENDS.match(clause.blanked, found.edge):
                continue
            yield from self._making.made(clause, names, found.parts, RULE, several=len(names) > 1 and found.several)
            edge = found.edge

    def _by(self, clause: Clause, edge: int) -> Iterator[Performance]:
        while match := _BY.search(clause.blanked, edge):
            edge = match.end("L")
            found = part_before(clause, match.end("part"))
            if found is not None and self._grammar.may_perform(clause.original(*match.span("L"))):
                yield from self._making.made(clause, [match.span("L")], found.parts, RULE)

    def _lent(self, clause: Clause, edge: int) -> Iterator[Performance]:
        for match in _LENT.finditer(clause.blanked, edge):
            found = self._grammar.part(clause, match.end(), story=False)
            if found is not None and self._grammar.may_perform(clause.original(*match.span("L"))):
                yield from self._making.made(clause, [match.span("L")], found.parts, RULE)

    def _turned(self, clause: Clause, edge: int) -> Iterator[Performance]:
        for match in _TURNED.finditer(clause.blanked, edge):
            found = self._grammar.part(clause, match.start("part"), story=False)
            if found is not None and self._grammar.may_perform(clause.original(*match.span("L"))):
                yield from self._making.made(clause, [match.span("L")], found.parts, RULE)
