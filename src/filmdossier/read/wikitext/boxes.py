"""Renders boxes: infoboxes as fields, track listings as rows, quotations and captions as blocks of their own."""

import re

from filmdossier.model.text import BlockKind, MarkKind, Origin
from filmdossier.read.builder import CellDraft, Run
from filmdossier.read.wikitext.calls import Call
from filmdossier.read.wikitext.inline import items, joined, plain
from filmdossier.read.wikitext.pieces import Boxed, Draft, Labelled, Piece, Prose, TableRow, Text, boxes

# Parameters that steer the look of a box or name a file: nothing a reader reads.
_LOOK = re.compile(
    r"(?:image|logo|cover|photo|picture|poster|screenshot|signature|map|flag)(?: ?\d+)?(?: (?:name|file|size|width|alt|upright|link|style|border|caption align))?"
    r"|alt|border|italic ?title|italics|embed|child|width|align|above|subheader|class|upright|show auto|autoconv|state|collapsed|decat|wikisource"
    r"|(?:.* )?(?:colou?r|background|bgcolor|style|size|upright|imagesize)|imagesize|.* alt|native name lang|website title|nocat|tv ?name|fetchwikidata|noicon"
)
_MODULE = re.compile(r"(?:module|misc|embedded|extra)\d*")
_LISTS = re.compile(r"(?:Lists? of|Outline of|Index of|Category:|:Category:)\b")
_LABEL = re.compile(r"label ?(\d+)")
_DATA = re.compile(r"data ?(\d+)")


def infobox(call: Call) -> list[Piece]:
    """Every non-empty parameter as a field, in order; boxes nested in it follow; ``labelN``/``dataN`` pairs are joined."""
    drafts: list[Draft] = []
    nested: list[Draft] = []
    for key in call.keys:
        if key.isdecimal() or _LOOK.fullmatch(key) or _LABEL.fullmatch(key):
            continue
        pieces = call.pieces(key)
        nested += [draft for box in boxes(pieces) for draft in box.drafts]
        if _MODULE.fullmatch(key) and boxes(pieces):
            continue
        data = _DATA.fullmatch(key)
        label = call.text(f"label{data.group(1)}", f"label {data.group(1)}") if data else ""
        if entries := items(pieces):
            drafts.append(Labelled(label or call.written(key), entries, Origin.INFOBOX, call.name))
    return [Boxed(drafts + nested)] if drafts or nested else []


def name_module(call: Call) -> list[Piece]:
    """{{film name|kanji=…|romaji=…}}, {{Chinese|…}}: names in other languages, as fields of their own; bare words are a name."""
    names = [Labelled("name", entries, Origin.INFOBOX, call.name) for part in call.positional() if (entries := items(part))]
    return [Boxed([*names, *(draft for box in boxes(infobox(call)) for draft in box.drafts)])]


_TRACK_COLUMNS = (
    ("title", "title", ""),
    ("note", "note", ""),
    ("writer", "writer", "all writing"),
    ("lyrics", "lyrics", "all lyrics"),
    ("music", "music", "all music"),
    ("extra", "", ""),
    ("length", "length", ""),
)
_OF_ALL = 300  # characters said of all tracks that each row can bear
_TRACK = re.compile(r"title ?(\d{1,3})")


def track_listing(call: Call) -> list[Piece]:
    """One row per track under the template's own column names, what is said of all tracks in each; the headline as a caption."""
    drafts: list[Draft] = []
    headline = joined(call.pieces("headline", "caption"))
    if plain(headline).strip():
        drafts.append(Prose(BlockKind.CAPTION, headline, Origin.TRACK_LISTING))
    extra = call.text("extra column").rstrip(": ") or "extra"
    of_all = {
        column: call.items(parameter)
        for column, _, parameter in _TRACK_COLUMNS
        if parameter and len(call.text(parameter)) <= _OF_ALL
    }
    numbers = sorted({int(match.group(1)) for key in call.keys if (match := _TRACK.fullmatch(key))})
    for number in numbers:
        if not call.has(f"title{number}", f"title {number}"):
            continue
        cells = [
            CellDraft(label or extra, call.items(f"{column}{number}", f"{column} {number}") or of_all.get(column, []))
            for column, label, _ in _TRACK_COLUMNS
        ]
        drafts.append(TableRow([cell for cell in cells if cell.items], Origin.TRACK_LISTING, "track listing"))
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
        runs += [Run(", " if number else "\n— "), *_undashed(joined(source))]
    floating = call.name in ("quote box", "quotebox", "pull quote", "pullquote", "quote frame")
    return [Boxed([Prose(BlockKind.QUOTE, runs)], floating=floating)]


def _undashed(runs: list[Run]) -> list[Run]:
    """The name of a speaker without the dash that some editors write before it."""
    if runs and runs[0].citation is None:
        return [Run(runs[0].text.lstrip(" –—―-~"), runs[0].marks), *runs[1:]]
    return runs


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


def main_article(call: Call) -> list[Piece]:
    """{{main|title|title#part|l1=shown}}: the note that names the page on what a section only touches, each title a link."""
    runs: list[Run] = [Run("Main article: ")]
    for number, part in enumerate(call.positional(), start=1):
        target = plain(joined(part)).strip()
        if not target or _LISTS.match(target):
            continue
        shown = call.text(f"l{number}", f"label {number}") or target.replace("#", " § ")
        runs += [Run(", ")] if len(runs) > 1 else []
        runs.append(Run(shown, ((MarkKind.LINK, target),)))
    return [Boxed([Prose(BlockKind.PARAGRAPH, runs, Origin.NOTE)])] if len(runs) > 1 else []


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


def awards_table(call: Call) -> list[Piece]:
    """{{awards table}}: opens a table of awards under its usual heads; {{end}} closes it."""
    return [Text("\n{|\n! Year !! Nominee / work !! Award !! Result\n")]


def table_end(call: Call) -> list[Piece]:
    """{{end}}."""
    return [Text("\n|}\n")]


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
    **dict.fromkeys(("main", "main article"), main_article),
    **dict.fromkeys(("certification table entry",), certification),
    **dict.fromkeys(("episode list", "episode list/sublist"), episode),
    "awards table": awards_table,
    **dict.fromkeys(("end", "table end", "awards table end"), table_end),
    **dict.fromkeys(("vgrelease", "video game release", "vgrelease new"), release),
}  # fmt: skip
