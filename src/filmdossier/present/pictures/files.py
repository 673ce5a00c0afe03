"""Pictures of a film's reception as SVG files that stand alone.

A record enters; names and texts of files leave. The style is that of the dossier, light or dark as
the viewer is set; nothing is fetched.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from filmdossier.model.film import FilmRecord
from filmdossier.present.pictures.drawing import Picture, safe
from filmdossier.present.pictures.reception import pictures

WIDTH = 640
_EDGE = 24
_HEAD = 60
# The rules for pictures stand between these in the dossier's style sheet.
_BEGIN, _END = "/* pictures */", "/* end of pictures */"
_PAPER = """
svg { --paper: #fcfbf8; --ink: #211f1c; --soft: #68625a; --line: #e3ded4; --for: #2c6a4d; --between: #8a6200; --against: #a03226; --accent: #211f1c;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #171614; --ink: #ebe7e0; --soft: #a9a297; --line: #38342f; --for: #7cc6a0; --between: #e2b659; --against: #f0938a; --accent: #ebe7e0; }
}
@media print {
  svg { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --for: #000; --between: #000; --against: #000; --accent: #000; }
}
.paper { fill: var(--paper); }
.film { font: 13px var(--sans); fill: var(--soft); }
.caption { font: 600 16px var(--sans); fill: var(--ink); }
"""


def picture_files(record: FilmRecord) -> Mapping[str, str]:
    """The text of each file by its name; a picture of which the record knows nothing is left out."""
    film = record.film
    headed = film.title + (f" ({film.year})" if film.year is not None else "")
    return {f"{film.id}-{picture.name.removeprefix('picture-')}.svg": _alone(picture, headed) for picture in pictures(record)}


def _alone(picture: Picture, headed: str) -> str:
    height = picture.height + _HEAD + 2 * _EDGE
    width = WIDTH + 2 * _EDGE
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height:g}" viewBox="0 0 {width} {height:g}" role="img" '
        f'aria-labelledby="{picture.name}-title">\n'
        f"<style>{_PAPER}{_rules()}</style>\n"
        f'<rect class="paper" width="100%" height="100%"/>\n'
        f'<text class="film" x="{_EDGE}" y="{_EDGE + 12}">{safe(headed)}</text>\n'
        f'<text class="caption" x="{_EDGE}" y="{_EDGE + 34}">{safe(picture.title)}</text>\n'
        f'<svg x="{_EDGE}" y="{_EDGE + _HEAD}" width="{WIDTH}" height="{picture.height:g}">{picture.markup}</svg>\n'
        "</svg>\n"
    )


@cache
def _rules() -> str:
    style = (files("filmdossier.present") / "static" / "dossier.css").read_text(encoding="utf-8")
    return style[style.index(_BEGIN) + len(_BEGIN) : style.index(_END)]
