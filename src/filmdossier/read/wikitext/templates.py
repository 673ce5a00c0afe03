"""Renders templates: a call in, the pieces a reader of the page sees out.

A registry by the template's lower-case name; the renderings stand in modules by what they render.
A template nobody knows is kept only where its one argument reads as text; maintenance, navigation
and external-link templates leave nothing.
"""

import re
from collections.abc import Callable

from filmdossier.read.wikitext import boxes, languages, reception, values, wording
from filmdossier.read.wikitext.calls import Call, text_piece
from filmdossier.read.wikitext.citations import is_citation
from filmdossier.read.wikitext.names import CONSTANTS, FIRST_ARGUMENT, SECOND_ARGUMENT, dropped
from filmdossier.read.wikitext.pieces import Piece

_RENDERINGS: dict[str, Callable[[Call], list[Piece]]] = {
    **dict.fromkeys(FIRST_ARGUMENT, wording.first),
    **dict.fromkeys(SECOND_ARGUMENT, wording.second),
    **wording.RENDERINGS,
    **languages.RENDERINGS,
    **values.RENDERINGS,
    **reception.RENDERINGS,
    **boxes.RENDERINGS,
}
_LONGEST_UNKNOWN = 400


def render(call: Call) -> list[Piece]:
    """What the call shows to a reader; [] for templates that show nothing of the article itself."""
    name = call.name
    if name in CONSTANTS:
        return text_piece(CONSTANTS[name])
    rendering = _RENDERINGS.get(name) or languages.named_family(name)
    if rendering is not None:
        return rendering(call)
    if is_citation(name):
        return wording.citation(call)
    if name.startswith("infobox") or name.endswith(" infobox"):
        return boxes.infobox(call)
    if ":" in name:
        return wording.parser_function(call)
    if dropped(name):
        return []
    return _unknown(call)


def _unknown(call: Call) -> list[Piece]:
    """A template nobody knows: its argument if it has exactly one and that reads as words."""
    if call.keys != ["1"]:
        return []
    words = call.text("1")
    readable = re.search(r"[^\W\d_]{2}", words) and "=" not in words and len(words) < _LONGEST_UNKNOWN
    return call.pieces("1") if readable else []
