"""The statement that somebody performs in the film, before it becomes a claim."""

from dataclasses import dataclass, replace

from filmdossier.extract.cast.roles import Part
from filmdossier.model.claim import Polarity
from filmdossier.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """A performer at ``span`` and the part, None where none is given there; ``also`` where the part stands elsewhere.

    ``actor`` is the name as the record should have it: the fullest form the document gives where
    the text at ``span`` is a surname. ``sure`` marks sources that need no other to be believed:
    fields, cast lists, "starring". ``rule`` names the pattern.
    """

    actor: str
    span: Span
    also: Span | None = None
    part: Part | None = None
    note: str = ""
    rule: str
    confidence: float
    sure: bool = False
    polarity: Polarity = Polarity.ASSERTED

    @property
    def sure_source(self) -> bool:
        """Whether it stands in a field, list or table rather than in a sentence."""
        return self.rule.startswith(("field", "list", "table", "caption"))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the document says it."""
        return (self.span,) if self.also is None else (self.also, self.span)

    def named(self, actor: str) -> "Performance":
        """The same performance under another form of the performer's name."""
        return self if actor == self.actor else replace(self, actor=actor)
