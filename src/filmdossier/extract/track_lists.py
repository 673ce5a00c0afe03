"""Reads songs and performers from track listings, song tables and lists of musical numbers.

Enters rows and list items; leaves (predicate, value, span, confidence). Cues of the score that a
composer wrote and an orchestra recorded are told from songs by who performs them and by how much
of the list is theirs.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from filmdossier.extract.phrases import CAPITALISED
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Predicate
from filmdossier.model.text import Block, BlockKind, Cell, Origin, Span
from filmdossier.model.titles import slugify

Found = tuple[Predicate, str, Span, float]

MUSIC_HEADING = re.compile(r"\b(?:soundtracks?|music|songs?|score|track ?list(?:ing)?s?|musical numbers?|musical)\b", re.IGNORECASE)
_TITLE_LABEL = re.compile(
    r"^(?:(?:song|track)? ?(?:title|name)s?|songs?|tracks?|titles?|song/track|track/song|number)$", re.IGNORECASE
)
# A column that says by itself that the table is one of songs.
_SONG_COLUMN = re.compile(r"^(?:songs?|song titles?|track titles?|songs? heard|music(?:al)? numbers?)$", re.IGNORECASE)
_TRACK_NUMBER = re.compile(r"^(?:no\.?|#|track ?#|number|s\.? ?no\.?|\d+)$", re.IGNORECASE)
_ARTIST_LABEL = re.compile(r"\b(?:singers?|artists?|performers?|performed|vocals?|sung|playback|extra)\b", re.IGNORECASE)
_MAKER_LABEL = re.compile(r"\b(?:music|writers?|composers?|lyrics?|lyricists?|writing|written)\b", re.IGNORECASE)
_QUOTE = '"“”„«»'
_OPENS_ITEM = re.compile(rf"^(?:\d+\.\s*)?[{_QUOTE}'‘](?P<title>[^{_QUOTE}\n]{{1,120}}?)[{_QUOTE}]")
_PLAIN_ITEM = re.compile(r"^(?:\d+[.)]\s*)?(?P<title>[A-Z0-9][^–—:;\n]{1,70}?)\s+(?:–|—|-|:)\s+(?P<rest>\S.*)", re.DOTALL)
_LIST_OF_SONGS = re.compile(
    r"(?:the )?(?:original )?(?:songs?|soundtrack|track ?list(?:ing)?|musical numbers|songs? list|list of songs|songs? (?:in|from|used in) (?:the )?(?:film|movie)|music)(?: album)?",
    re.IGNORECASE,
)
# "Blue Tide – Ann Day": a list of nothing else is one of songs, quotation marks or none.
_PAIR = re.compile(
    r"^(?:\d+[.)]\s*)?(?!(?:Music|Lyrics|Label|Producers?|Singers?|Length|Released|Genre|Composers?|Vocals?)\b)[A-Z0-9][^–—:;\n]{1,60}?\s+[–—-]\s+(?:(?:sung|performed) by )?[A-Z0-9]"
)
_BARE_TITLE = re.compile(r"(?:\d+[.)]\s*)?(?![^\n]*(?: - |\b(?:sung|performed|written|by)\b))[A-Z0-9][^–—:;.\n\"“]{1,50}[!?]?")
# "Ann Day – "Blue Tide"": the artist first.
_ARTIST_FIRST = re.compile(rf"^(?:\d+[.)]\s*)?(?P<names>[A-Z][^–—:;\n{_QUOTE}]{{1,60}}?)\s*(?:[–—:-])\s+[{_QUOTE}][A-Z0-9]")
_PERFORMED = re.compile(
    r"\b(?:(?:danced and |performed and |written and )?(?:sung|performed|recorded|played|crooned)(?: and \w+)?(?: (?:live|later|in the film|on \w+|again|here)){0,3}\)? by |"
    r"vocals? (?:by|:) ?|singers?: ?|artists?: ?|performed by:? ?|feat(?:uring|\.)? )", re.IGNORECASE
)  # fmt: skip
_DUBBED = re.compile(r"\((?:singing )?(?:voice )?dubbed by ", re.IGNORECASE)
_STOP = re.compile(
    r";|\bfrom (?=[A-Z\"“'])|(?<!\b[A-Z])\. |\b(?:with (?:danc\w+|music|lyrics)|(?:lyrics|music|written|composed|words|danc(?:ing|ed)|produced|arranged|conducted|introduced|"
    r"choreographed|based|used|heard|in the|on the|aka|which|who|also|originally|over|while|during|for the|as part|accompanied|lip-synced|dubbed|is|was|are|were|and played|plays)\b)|\s[–—-]\s(?=\d|\")|\d:\d\d|\n|\("
)
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŚŞŠŽĐČĆ0-9Øæ]")
_AND = re.compile(
    r"\s*(?:,\s*(?:and|&)?\s+|;|\s+(?:and|with|feat\.?|featuring|ft\.?|w/|vs\.?)\s+|\s+&\s+(?![Tt]he )|\s*/\s*|\n|\s\+\s|,(?=[A-Z]))\s*"
)
_NOBODY = re.compile(
    r"^(?:(?:various|instrumental|chorus|ensemble|cast|traditional|unknown|n/a|tba|others?|orchestra|theme|chorus girls|male|female|duet|himself|herself|the cast|"
    r"various artists|children|group|chorus line|dance chorus|a |an |ziegfeld girls|choir|company|original|background|dialogues?|the band|vocals?|track|version)\b.*|[-–—\d: ]+)$",
    re.IGNORECASE,
)
_FEATURING = re.compile(r"^\(?(?:feat(?:uring|\.)?|ft\.?|performed by|sung by|by) ", re.IGNORECASE)
_INSTRUMENT = re.compile(
    r"\b(?:trumpets?|trombones?|sax(?:ophone)?|piano|guitars?|bass|drums|percussion|vocals?|violin|cello|viola|harmonica|vibraphone|flute|clarinet|keyboards?|"
    r"organ|synthesi[sz]ers?|accordion|horns?|strings|harp|harpsichord|whistles?|pipes|dialogue|sitar|tabla|banjo|mandolin)\b"
)
_PERSONNEL = re.compile(r"\b(?:personnel|musicians|performers)\b", re.IGNORECASE)
_MADE_BY = re.compile(
    r"\s*\((?:[^()]*\b)?(?:lyrics?|music|written|words|composed|instrumental|reprise|reprised|remix|version|uncredited|end credits?|opening|edit|medley|traditional)\b[^()]*\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Track:
    title: tuple[str, Span] | None
    artists: tuple[tuple[str, Span], ...]
    singing: bool  # the column says that they sing, not merely that the recording is theirs


def table_tracks(annotations: Annotations, topic: Topic, composers: frozenset[str]) -> Iterator[Found]:
    """Songs and performers of every track listing or song table; ``composers`` are slugs of the film's composers."""
    rows = [b for b in annotations.document.blocks if b.kind is BlockKind.ROW and b.span.start in topic.passage]
    for (section, origin), group in groupby(rows, key=lambda b: (b.section, b.origin)):
        blocks = list(group)
        if origin is not Origin.TRACK_LISTING and not (
            origin is Origin.TABLE
            and (
                any(MUSIC_HEADING.search(title) for title in section[-2:])
                or any(_SONG_COLUMN.match(cell.label) for cell in blocks[0].cells)
            )
        ):
            continue
        columned = any(_ARTIST_LABEL.search(cell.label) for block in blocks for cell in block.cells)
        tracks = [_track(annotations, block, listing=origin is Origin.TRACK_LISTING) for block in blocks]
        named = any(_SONG_COLUMN.match(cell.label) for cell in blocks[0].cells)
        yield from _rated([track for track in tracks if track is not None], composers, columned=columned, named=named)


def _track(annotations: Annotations, block: Block, *, listing: bool) -> _Track | None:
    text = annotations.document.text
    title: tuple[str, Span] | None = None
    artists: list[tuple[str, Span]] = []
    singing = False
    for cell in block.cells:
        label = cell.label.strip()
        if _ARTIST_LABEL.search(label):
            artists += [name for item in cell.items for name in names_in(text, item)]
            singing |= bool(re.search(r"sing|vocal|sung", label, re.IGNORECASE))
        elif label.casefold() == "note" and (guests := _FEATURING.match(cell.span.of(text))):
            artists += names_in(text, Span(cell.span.start + guests.end(), cell.span.end))
        elif title is None and _TITLE_LABEL.match(label) and not re.fullmatch(r"\W*\d*\W*", cell.span.of(text)):
            title = _song(text, cell.items[0])
    if title is None and not any(cell.label for cell in block.cells):
        # A table without a head: the song in quotation marks, then whose it is.
        quoted = next((n for n, cell in enumerate(block.cells) if _OPENS_ITEM.fullmatch(cell.span.of(text).strip())), None)
        if quoted is not None:
            title = _song(text, block.cells[quoted].items[0])
            artists += [
                name for cell in block.cells[quoted + 1 : quoted + 2] for item in cell.items for name in names_in(text, item)
            ]
    if title is None and listing:
        title = next((_song(text, cell.items[0]) for cell in block.cells if not _told(cell, text)), None)
    return _Track(title, tuple(artists), singing) if title or artists else None


def _told(cell: Cell, text: str) -> bool:
    words = cell.span.of(text)
    return bool(
        _ARTIST_LABEL.search(cell.label) or _MAKER_LABEL.search(cell.label) or _TRACK_NUMBER.match(cell.label)
        or re.fullmatch(r"[\d:.\s]*", words) or re.search(r"length|duration|time", cell.label, re.IGNORECASE)
    )  # fmt: skip


def _rated(tracks: Sequence[_Track], composers: frozenset[str], *, columned: bool, named: bool) -> Iterator[Found]:
    """Each track's song and artists; how sure depends on whether the list is one of songs or of score cues."""
    counts = Counter(slugify(name) for track in tracks for name, _ in track.artists)
    artistless = sum(not track.artists for track in tracks)

    def slugs(track: _Track) -> set[str]:
        return {slugify(name) for name, _ in track.artists}

    for track in tracks:
        names = slugs(track)
        scored = bool(names) and all(name in composers or (counts[name] >= 6 and counts[name] * 3 >= len(tracks)) for name in names)
        if scored and track.singing and any(other.singing and not slugs(other) <= composers for other in tracks):
            scored = False  # a composer who sings one number of a film full of them
        if track.title is not None:
            if named and not scored:
                sure = 0.85 if names else 0.7
            elif names:
                sure = 0.3 if scored else 0.85
            elif columned and artistless == len(tracks):
                sure = 0.75
            elif columned:
                sure = 0.35 if len(tracks) > 12 else 0.6
            else:
                sure = 0.6 if len(tracks) < 8 else 0.25
            yield Predicate.SONG, *track.title, sure
        for name, span in track.artists:
            yield Predicate.SOUNDTRACK_ARTIST, name, span, 0.4 if slugify(name) in composers and not track.singing else 0.85


def listed_tracks(annotations: Annotations, topic: Topic) -> Iterator[Found]:
    """Songs and performers in lists under a heading on music: ``"Title" - sung by A and B``."""
    text = annotations.document.text
    items = [b for b in annotations.document.blocks if b.kind is BlockKind.LIST_ITEM and b.span.start in topic.passage]
    for section, group in groupby(items, key=lambda b: b.section):
        if not any(MUSIC_HEADING.search(title) for title in section):
            continue
        blocks = list(group)
        if section and _PERSONNEL.search(section[-1]):
            for block in blocks:
                yield from _musicians(text, block)
            continue
        quoted = sum(bool(_OPENS_ITEM.match(block.span.of(text))) for block in blocks)
        plain = quoted == 0 and len(blocks) >= 3
        of_songs = plain and bool(section) and _LIST_OF_SONGS.fullmatch(section[-1]) is not None
        paired = of_songs and sum(bool(_PAIR.match(block.span.of(text))) for block in blocks) * 5 >= len(blocks) * 4
        bare = of_songs and all(_BARE_TITLE.fullmatch(block.span.of(text)) for block in blocks)
        for block in blocks:
            if bare and (song := _song(text, block.span)) is not None:
                yield Predicate.SONG, *song, 0.55
            elif behind := _ARTIST_FIRST.match(block.span.of(text)):
                for name, span in names_in(text, Span(block.span.start, block.span.start + behind.end("names"))):
                    yield Predicate.SOUNDTRACK_ARTIST, name, span, 0.65
            yield from _item(text, block, plain=plain, nested=block.level > 1, sure=0.6 if paired else 0.45)


def _item(text: str, block: Block, *, plain: bool, nested: bool, sure: float) -> Iterator[Found]:
    words = block.span.of(text)
    match = _OPENS_ITEM.match(words) or (_PLAIN_ITEM.match(words) if plain else None)
    if match is None and not nested:
        return
    at = block.span.start
    if match is not None:
        song = _song(text, Span(at + match.start("title"), at + match.end("title")))
        if song is not None and len(song[0].split()) <= 16:
            yield Predicate.SONG, *song, 0.8 if not plain else sure
            for more in re.finditer(rf"^ (?:and|/|,) [{_QUOTE}]([^{_QUOTE}]{{1,90}})[{_QUOTE}]", words[match.end() :]):
                start = at + match.end() + more.start(1)
                yield Predicate.SONG, more.group(1).strip(" ,"), Span(start, start + len(more.group(1))), 0.8
    tail = match.end() if match is not None and "rest" not in match.groupdict() else match.start("rest") if match is not None else 0
    cues = list(_PERFORMED.finditer(words, tail))
    if cues:
        for cue in cues:
            for name, span in _performers(text, at + cue.end(), block.span.end):
                if not re.search(r"[\"“” ][a-z]{4,}|[\"“”]", name):
                    yield Predicate.SOUNDTRACK_ARTIST, name, span, 0.8
    elif (
        match is not None
        and (dash := re.match(r"(?:\s*\([^()]*\))?\s*(?:–|—|-|−|by|:|performed by)\s+(?=\S)", words[tail:])) is not None
    ):
        if not re.match(r"(?:danc|from|lyrics|music|written|\d)", words[tail + dash.end() :]):
            for name, span in _performers(text, at + tail + dash.end(), block.span.end):
                yield Predicate.SOUNDTRACK_ARTIST, name, span, 0.7
        for dub in _DUBBED.finditer(words, tail):
            for name, span in _performers(text, at + dub.end(), block.span.end):
                yield Predicate.SOUNDTRACK_ARTIST, name.rstrip(")"), span, 0.7
    elif plain and match is not None:
        for name, span in _performers(text, at + tail, block.span.end):
            yield Predicate.SOUNDTRACK_ARTIST, name, span, sure


def _performers(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    stop = _STOP.search(text, start, end)
    # A note in brackets inside the list of names does not end it.
    while stop is not None and stop.group() == "(":
        close = text.find(")", stop.end(), end)
        if close < 0 or re.match(r"\s*(?:,|and\b|/|&|with\b)", text[close + 1 : end]) is None:
            break
        stop = _STOP.search(text, close + 1, end)
    limit = stop.start() if stop else end
    if limit > start:
        yield from names_in(text, Span(start, limit))


def _musicians(text: str, block: Block) -> Iterator[Found]:
    """Names before their instrument: ``Freddie Hubbard, Bill Berry, trumpets``."""
    words = block.span.of(text)
    if not (_INSTRUMENT.search(words) or re.search(r"\(tracks? ", words)) or len(words) > 200:
        return
    cut = re.search(r"\s[–—−-]\s", words)
    for name, span in names_in(text, Span(block.span.start, block.span.start + cut.start()) if cut else block.span):
        if not _INSTRUMENT.search(name) or name.startswith("The "):
            yield Predicate.SOUNDTRACK_ARTIST, name, span, 0.7


def names_in(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Names in a stretch that holds nothing but names and what joins them; notes in brackets are dropped."""
    words = span.of(text)
    masked = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", lambda m: "\0" * len(m.group()), words)
    start = 0
    for match in (*_AND.finditer(masked), None):
        end = match.start() if match else len(masked)
        part = masked[start:end]
        kept = part.replace("\0", "").strip(f" ,;:.*†‡–—-−{_QUOTE}'‘’") + ("." if re.search(r"\b(?:Jr|Sr)\.\s*$", part) else "")
        if kept and _NAME.match(kept) and not _NOBODY.match(kept) and len(kept) <= 60 and len(kept.split()) <= 7:
            head = masked.find(kept[:1], start)
            yield kept, Span(span.start + max(head, start), span.start + max(end, head + 1))
        start = match.end() if match else end


_ONE = rf"(?:the )?(?P<name>{CAPITALISED}(?:[ \u00a0](?:(?:of the|of|de la|de|del|van|von|der|le|la|bin|al|da|das|do|dos|di|du|& [Tt]he) )?{CAPITALISED})*(?:,? (?:Jr|Sr)\.)?)"
_LISTED = re.compile(rf"\s*{_ONE}(?:\s*\([^()]*\))?")
_NEXT = re.compile(r"\s*(?:,\s*(?:and |& )?(?:also |then )?|and |& (?![Tt]he )|along with |as well as |with |featuring )")


def name_list(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """The names that begin right at ``start``, joined by commas and "and"; notes in brackets may follow each."""
    position = start
    while (match := _LISTED.match(text, position, end)) is not None:
        name = match["name"].rstrip(".,") if not match["name"].endswith(("Jr.", "Sr.")) else match["name"]
        name = re.sub(r"['’]s?$", "", name)
        if _NOBODY.match(name):
            return
        yield name, Span(match.start("name"), match.start("name") + len(name))
        between = _NEXT.match(text, match.end(), end)
        if between is None or match["name"] != name:
            return
        position = between.end()


def _song(text: str, span: Span) -> tuple[str, Span] | None:
    words = _MADE_BY.sub("", span.of(text)).strip(f" ,;:*†‡–—-{_QUOTE}'‘’")
    words = re.sub(rf"^[{_QUOTE}]|[{_QUOTE}](?=\s*(?:\(|$))", "", words).strip()
    return (words, span) if len(words) > 1 and any(c.isalpha() for c in words) else None
