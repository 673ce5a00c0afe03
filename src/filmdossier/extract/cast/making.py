"""Makes performances of the names and parts that a pattern has found.

Enters a clause, the offsets of names and the parts read there; leaves a performance for each name
that stands for a performer, under the fullest form of it, with its part.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.cast.belief import Belief
from filmdossier.extract.cast.clauses import NAME, Clause
from filmdossier.extract.cast.descriptions import single_of
from filmdossier.extract.cast.names import full_name, person_key, person_like, untitled
from filmdossier.extract.cast.patterns import Pattern, Reading
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.persons import person_phrase
from filmdossier.extract.cast.roles import Part
from filmdossier.model.claim import Polarity

_KIN = re.compile(rf"(?P<N>{NAME}), (?:an? |the |[a-z]+ )?(?:[a-z-]+ ){{0,3}}(?:of|to|for|from) $")
_KIN_BEFORE = re.compile(r"\b(?:sons|daughters|twins|brothers|sisters|siblings|wife|husband|couple|children|kids|family|team) $")
_MAKER_BEFORE = re.compile(r"\b(?:[Dd]irector|[Ww]riter|[Pp]roducer|[Ss]creenwriter|[Cc]omposer|[Cc]inematographer|[Ee]ditor) $")
_SELF = frozenset({"himself", "herself", "themselves"})


class Making:
    """Makes performances, with what is known of performers and makers."""

    def __init__(self, belief: Belief) -> None:
        self._belief = belief
        self._roster = belief.roster

    def made(
        self,
        clause: Clause,
        names: list[tuple[int, int]],
        parts: tuple[Part, ...],
        pattern: Pattern,
        *,
        note: str = "",
        several: bool = False,
        polarity: Polarity = Polarity.ASSERTED,
    ) -> Iterator[Performance]:
        kin = (
            _KIN.search(clause.blanked[: names[0][0]])
            if len(names) == 1 and pattern.reading in (Reading.PART_AFTER, Reading.NO_PART)
            else None
        )
        if kin:
            names = [kin.span("N")]  # "Eric DaRe, son of Aldo Ray, plays …"
        if len(parts) > 1 and len(parts) == len(names):
            pairs: list[tuple[tuple[int, int], Part | None]] = list(zip(names, parts, strict=True))
        else:
            each = tuple(single_of(part) for part in parts) if several else parts
            pairs = [(name, part) for name in names for part in (each[:1] if len(names) > 1 and not several else each) or (None,)]
        for (start, end), part in pairs:
            words = clause.original(start, end)
            if (
                " " not in words
                and _KIN_BEFORE.search(clause.blanked, 0, start)
                and re.match(rf" and {NAME}", clause.blanked[end:])
            ):
                continue  # "his sons David and Ricky Nelson": half a name
            if pattern.reading is Reading.NO_PART and _MAKER_BEFORE.search(clause.blanked, 0, start) and self._roster.made(words):
                continue  # "actress A, director B"
            actor = self._roster.full_form(words, makers=pattern.makers, at=clause.start + start)
            confidence = pattern.confidence
            listed = pattern.reading is Reading.BILLING or (pattern.makers and len(names) > 1)
            if actor is None and listed and person_like(words) and not self._roster.plays_a_part(words):
                # "RZA and Xzibit", "Common": performers known by one name.
                actor, confidence = words, 0.8
            if actor is None and len(names) > 1:
                continue
            if actor is None:
                # A surname whose first name the document never gives.
                if not (
                    self._belief.review
                    and pattern.name in ("plays", "played by", "starring", "(N)", "cast includes")
                    and person_like(words)
                ):
                    continue
                if (
                    self._roster.made(words, perhaps=True)
                    or self._roster.plays_a_part(words)
                    or (pattern.name == "plays" and not parts)
                ):
                    continue
                actor, confidence = words, 0.6
            kept = None if part is not None and self._acts(part, actor) else part
            if (
                kept is not None
                and pattern.name in ("plays", "sees N play")
                and not kept.named
                and not person_phrase(kept.character)
                and kept.character.casefold() not in _SELF
            ):
                kept = None
            yield Performance(
                actor=untitled(actor),
                span=clause.span(start, end),
                part=kept if kept is None or kept.character else None,
                note=note or (kept.note if kept else "") or ("cameo" if pattern.name.startswith("cameo") else ""),
                rule=pattern.name,
                confidence=confidence,
                sure=pattern.sure and (actor != words or full_name(words)),
                polarity=polarity,
            )

    def _acts(self, part: Part, actor: str) -> bool:
        """Whether what seems a part is the name of another performer."""
        if not part.named:
            return False
        form = self._roster.full_form(part.character)
        performer = self._roster.performs(part.character) or (
            form is not None and self._roster.performs(form) and not self._roster.plays_a_part(part.character)
        )
        return performer and person_key(form or part.character) != person_key(actor)
