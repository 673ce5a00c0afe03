"""Renders boxes: infoboxes as fields, track listings as rows, quotations and captions as blocks of their own."""

import re

from filmdossier.model.text import BlockKind, Origin
from filmdossier.read.builder import CellDraft, Run
from filmdossier.read.wikitext.calls import Call
from filmdossier.read.wikitext.pieces import Boxed, Draft, Labelled, Piece, Prose, TableRow, Text, boxes, items, joined, plain

# Parameters that steer the look of a box or name a file: nothing a reader reads.
_LOOK = re.compile(
    r"(?:image|logo|cover|photo|picture|poster|alt|border|italic title|embed|child|color|colour|background|bgcolor|width|align|module|header|title color|style|class"
    r"|upright|caption align|show auto|autoconv|website title|misc|italictitle|state|collapsed|bodystyle|name style|italics|decat|wikisource|native name lang)(?:[ _-]?(?:size|width|alt|upright|style|file|\d+|link|class))*"
    r"|.*(?:_size|size|_alt|style|_width|_upright|_color|colour)|image.*|cover.*|screenshot"
)


def infobox(call: Call) -> list[Piece]:
    """Every non-empty parameter as a field, in order; boxes nested in it follow; ``labelN``/``dataN`` pairs are joined."""
    drafts: list[Draft] = []
    nested: list[Draft] = []
    for key in call.keys:
        if key.isdecimal() or (_LOOK.fullmatch(key) and key not in ("module",)):
            if key.startswith("module"):
                nested += [draft for box in boxes(call.pieces(key)) for draft in box.drafts]
            continue
        pair = re.fullmatch(r"(?:label|data) ?(\d+)", key)
        if key.startswith("label") and pair:
            continue
        label = (call.text(f"label{pair.group(1)}") or key) if pair else key.replace("_", " ") if key in ("based_on",) else key
        pieces = call.pieces(key)
        nested += [draft for box in boxes(pieces) for draft in box.drafts]
        entries = items(pieces)
        if entries:
            drafts.append(Labelled(label, entries, Origin.INFOBOX, call.name))
    return [Boxed(drafts + nested)] if drafts or nested else []


def name_module(call: Call) -> list[Piece]:
    """{{film name|kanji=…|romaji=…}}, {{Chinese|…}}: names in other languages, as fields of their own."""
    return infobox(call)


_TRACK_COLUMNS = (
    ("title", "title"),
    ("note", "note"),
    ("writer", "writer"),
    ("lyrics", "lyrics"),
    ("music", "music"),
    ("extra", ""),
    ("length", "length"),
)


def track_listing(call: Call) -> list[Piece]:
    """One row per track, with the column names of the template; the headline as a caption."""
    drafts: list[Draft] = []
    if call.has("headline", "caption"):
        drafts.append(Prose(BlockKind.CAPTION, joined(call.pieces("headline", "caption")), Origin.TRACK_LISTING))
    extra = call.text("extra column").rstrip(":") or "extra"
    everywhere = [
        CellDraft(label, call.items(f"all {column}"))
        for column, label in (("writing", "writer"), ("lyrics", "lyrics"), ("music", "music"))
        if call.has(f"all {column}")
    ]
    numbers = sorted({int(match.group(1)) for key in call.keys if (match := re.fullmatch(r"title ?(\d{1,3})", key))})
    for number in numbers:
        cells: list[CellDraft] = []
        for column, label in _TRACK_COLUMNS:
            entries = call.items(f"{column}{number}", f"{column} {number}")
            if entries:
                cells.append(CellDraft(label or extra, entries))
        if not cells or cells[0].label != "title":
            continue
        given = {cell.label for cell in cells}
        cells += [cell for cell in everywhere if cell.label not in given]
        drafts.append(TableRow(cells, Origin.TRACK_LISTING, "track listing"))
    return [Boxed(drafts)] if drafts else []


def quotation(call: Call) -> list[Piece]:
    """A block quotation, its speaker and source after a dash."""
    body = call.pieces("text", "quote", "1", "content", "quotetext")
    runs = joined(body, "\n")
    if not plain(runs).strip():
        return []
    sources = [
        call.pieces(*names)
        for names in (("sign", "author", "by", "2", "cite", "person", "speaker"), ("source", "title", "3", "character"))
        if call.has(*names)
    ]
    for number, source in enumerate(sources):
        runs += [Run(", " if number else "\n— "), *joined(source)]
    floating = call.name in ("quote box", "quotebox", "pull quote", "pullquote", "quote frame")
    return [Boxed([Prose(BlockKind.QUOTE, runs)], floating=floating)]


def captions(call: Call) -> list[Piece]:
    """{{multiple image}} and its kin: the captions."""
    drafts: list[Draft] = []
    for key in call.keys:
        if re.fullmatch(r"(?:caption|footer|header)\d*", key):
            runs = joined(call.pieces(key))
            if plain(runs).strip():
                drafts.append(Prose(BlockKind.CAPTION, runs))
    return [Boxed(drafts, floating=True)] if drafts else []


def hatnote(call: Call) -> list[Piece]:
    """{{hatnote|words}}: a note above the text."""
    runs = joined(call.pieces("1", "text"))
    return [Boxed([Prose(BlockKind.PARAGRAPH, runs, Origin.NOTE)])] if plain(runs).strip() else []


def certification(call: Call) -> list[Piece]:
    """{{certification table entry|region=…|award=…}}: one row."""
    cells = [
        CellDraft(label, call.items(key))
        for key, label in (("region", "region"), ("title", "title"), ("award", "certification"))
        if call.has(key)
    ]
    return [Boxed([TableRow(cells, Origin.TABLE, call.name)])] if cells else []


def episode(call: Call) -> list[Piece]:
    """{{Episode list|…}}: one row of what is known of the episode, its summary as a paragraph."""
    names = (
        ("episodenumber", "number"), ("title", "title"), ("rtitle", "title"), ("directedby", "directed by"), ("writtenby", "written by"), ("originalairdate", "air date"),
    )  # fmt: skip
    cells = [CellDraft(label, call.items(key)) for key, label in names if call.has(key)]
    drafts: list[Draft] = [TableRow(cells, Origin.TABLE, "episode list")] if cells else []
    if call.has("shortsummary"):
        drafts.append(Prose(BlockKind.PARAGRAPH, joined(call.pieces("shortsummary"))))
    return [Boxed(drafts)] if drafts else []


def release(call: Call) -> list[Piece]:
    """{{vgrelease|region|date|region|date}}: one entry per region."""
    parts = call.positional()
    out: list[Piece] = []
    for number in range(0, len(parts) - 1, 2):
        out += [Text("\n* "), *parts[number], Text(": "), *parts[number + 1]]
    return [*out, Text("\n")] if out else []


RENDERINGS = {
    **dict.fromkeys(("film name", "film name module", "infobox name module", "chinese", "infobox chinese", "infobox korean name", "korean film name"), name_module),
    **dict.fromkeys(("track listing", "tracklist", "track list", "tracklisting", "track-listing"), track_listing),
    **dict.fromkeys((
        "quote", "blockquote", "cquote", "quotation", "bquote", "block quote", "quote box", "quotebox", "pull quote", "pullquote", "rquote", "centered pull quote", "poemquote",
        "poem quote", "dialogue", "long quote", "quote frame", "verse translation", "imagequote", "cquote2",
    ), quotation),
    **dict.fromkeys(("multiple image", "multiple images", "image array", "auto images", "css crop", "multiimage", "multi image", "double image", "triple image"), captions),
    **dict.fromkeys(("hatnote", "rellink", "dablink", "hatnote inline"), hatnote),
    **dict.fromkeys(("certification table entry",), certification),
    **dict.fromkeys(("episode list", "episode list/sublist"), episode),
    **dict.fromkeys(("vgrelease", "video game release", "vgrelease new"), release),
}  # fmt: skip
