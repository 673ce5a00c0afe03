"""Draws a picture as SVG: across in per cent of its width, down in pixels.

Shapes and words enter, in the order in which they stand from top to bottom; a :class:`Picture`
leaves. Words keep their size whatever the width, so one drawing serves a page of any width and a
file. Marks differ in shape and pattern before they differ in colour; the classes are styled in
``static/dossier.css``.
"""

import re
from dataclasses import dataclass, field
from html import escape

# XML 1.0 has no way to write these, not even as references.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_SHAPES = {
    "positive": '<path d="M0-7 7 6H-7z"/>',
    "negative": '<path d="M0 7 7-6H-7z"/>',
    "mixed": '<path d="M0-8 8 0 0 8-8 0z"/>',
    "none": '<rect x="-5" y="-5" width="10" height="10"/>',
    "dot": '<circle r="5.5"/>',
    "ring": '<circle class="hollow" r="5"/>',
    "square": '<rect class="hollow" x="-5" y="-5" width="10" height="10"/>',
}
_PATTERNS = {
    "hatched": '<path d="M-1 1 1-1M0 6 6 0M5 7 7 5"/>',
    "dotted": '<circle cx="1.5" cy="1.5" r="1.1"/><circle cx="4.5" cy="4.5" r="1.1"/>',
}
LINE = 18.0
"""Pixels from one line of words to the next."""
_LONGEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn picture. ``markup`` is an ``svg`` element as wide as its place, ``height`` pixels high; all text in it is escaped."""

    name: str
    title: str
    description: str
    markup: str
    height: float


@dataclass(slots=True)
class Drawing:
    """Collects what is drawn; ``name`` makes its ids unique in a page."""

    name: str
    _parts: list[str] = field(default_factory=list)
    _patterns: set[str] = field(default_factory=set)
    _linked: bool = False

    def words(self, x: float, y: float, text: str, *, anchor: str = "start", kind: str = "", full: str = "") -> None:
        """Words whose baseline is at ``y``; ``full`` is what they say in full where they were cut."""
        title = f"<title>{safe(full)}</title>" if full and full != text else ""
        classes = f' class="{kind}"' if kind else ""
        self._parts.append(f'<text x="{per_cent(x)}" y="{_plain(y)}" text-anchor="{anchor}"{classes}>{title}{safe(text)}</text>')

    def clipped(self, width: float, y: float, text: str) -> None:
        """Words from the left edge on, cut where ``width`` per cent end; in full in their title."""
        name = f"<title>{safe(text)}</title>"
        words = f'<text x="0" y="{_plain(LINE - 5)}">{name}{safe(shortened(text, _LONGEST))}</text>'
        self._parts.append(
            f'<svg x="0" y="{_plain(y - LINE + 5)}" width="{per_cent(width)}" height="{_plain(LINE)}" overflow="hidden">{words}</svg>'
        )

    def bar(self, x: float, y: float, width: float, height: float, *, kind: str = "bar", pattern: str = "") -> None:
        """A bar from ``x`` to ``x + width``; with a ``pattern`` its fill is that pattern on an outline."""
        fill = ""
        if pattern:
            self._patterns.add(pattern)
            fill = f' fill="url(#{self.name}-{pattern})"'
            kind += " patterned"
        self._parts.append(
            f'<rect class="{kind}" x="{per_cent(x)}" y="{_plain(y)}" width="{per_cent(width)}" height="{_plain(height)}"{fill}/>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, *, kind: str = "axis") -> None:
        """A line."""
        self._parts.append(f'<line class="{kind}" x1="{per_cent(x1)}" x2="{per_cent(x2)}" y1="{_plain(y1)}" y2="{_plain(y2)}"/>')

    def mark(self, x: float, y: float, shape: str, *, kind: str = "", title: str = "", href: str = "") -> None:
        """A mark around a point; ``href`` makes it a link."""
        inner = f"<title>{safe(title)}</title>" if title else ""
        # Paths know no per cent: a nested picture of no size carries them to their place.
        shape_at = f'<svg x="{per_cent(x)}" y="{_plain(y)}" width="1" height="1" overflow="visible">{_SHAPES[shape]}</svg>'
        group = f'<g class="{" ".join(filter(None, ("mark", shape, kind)))}">{inner}{shape_at}</g>'
        self._linked |= bool(href)
        self._parts.append(f'<a href="{safe(href)}" aria-label="{safe(title)}">{group}</a>' if href else group)

    def picture(self, title: str, description: str, height: float) -> Picture:
        """What was drawn, ``height`` pixels high. The title names it and the description tells it to who cannot see it."""
        patterns = "".join(
            f'<pattern id="{self.name}-{pattern}" class="{pattern}" width="6" height="6" patternUnits="userSpaceOnUse">{_PATTERNS[pattern]}</pattern>'
            for pattern in sorted(self._patterns)
        )
        # What stands inside an image is hidden from who cannot see it, links too.
        role = "group" if self._linked else "img"
        markup = (
            f'<svg class="picture" id="{self.name}" width="100%" height="{_plain(height)}" role="{role}" aria-labelledby="{self.name}-title" '
            f'aria-describedby="{self.name}-desc"><title id="{self.name}-title">{safe(title)}</title>'
            f'<desc id="{self.name}-desc">{safe(description)}</desc>{f"<defs>{patterns}</defs>" if patterns else ""}{"".join(self._parts)}</svg>'
        )
        return Picture(name=self.name, title=title, description=description, markup=markup, height=height)


def shortened(text: str, most: int) -> str:
    """The text on one line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def per_cent(value: float) -> str:
    """A place or a length in per cent, to two digits."""
    return f"{_plain(value)}%"


def _plain(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def safe(text: str) -> str:
    """The text as it may stand in SVG and HTML, between tags or in an attribute."""
    return escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text))
