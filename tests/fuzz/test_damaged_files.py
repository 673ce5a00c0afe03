"""Damaged and hostile files: only ReadError escapes a reader, and soon."""

import random
import time
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from filmdossier.errors import ReadError
from filmdossier.model.text import Source
from filmdossier.read import read
from support.reading import source_of

SECONDS_A_FILE = 10.0
ROUNDS = 60


def _pdf() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    canvas.setTitle("Night Ferry")
    for number in range(2):
        canvas.drawString(72, 700, f"A ferryman carries a stranger over the lake, part {number}.")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _docx() -> bytes:
    file, raw = docx.Document(), BytesIO()
    file.add_heading("Night Ferry", 1)
    file.add_paragraph("A ferryman carries a stranger.", style="List Bullet")
    file.add_table(rows=2, cols=2).cell(0, 0).text = "Director"
    file.save(raw)
    return raw.getvalue()


HTML = b"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Night Ferry</title>
<script type="application/ld+json">{"@type":"Movie","name":"Night Ferry","director":{"name":"Jo Park"}}</script></head><body>
<div class="mw-parser-output"><table class="infobox"><tr><th colspan="2">Night Ferry</th></tr><tr><th>Directed by</th><td>Jo Park<br>Lee Moss</td></tr></table>
<p><i>Night Ferry</i> is a film.<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p><h2>Cast</h2><ul><li>Ann as <b>Marta</b></li></ul>
<table class="wikitable"><tr><th>Award</th><th>Result</th></tr><tr><td rowspan="2">A</td><td>Won</td></tr></table>
<ol class="references"><li id="cite_note-1"><span class="reference-text">A book.</span></li></ol></div></body></html>"""
PAGE = HTML.replace(b'class="mw-parser-output"', b'class="post"')
MARKDOWN = b"---\ntitle: Night Ferry\ncast: [Ann, Bo]\n---\n\n# Night Ferry\n\n_Night_ **Ferry** [is](x) a film.\n\n- one\n  > two\n\n| a | b |\n|---|---|\n| c | d |\n"
PLAIN = "Title: Night Ferry\nDirector: Jo Park\n\n== Cast ==\n Ann as Marta\n Bo as Anselm\n\nThe “end” – İstanbul.\n".encode()
WIKI = b"{{Infobox film\n| name = Night Ferry\n| director = [[Jo Park]]\n}}\n'''''Night Ferry''''' is a film.<ref>{{cite web|title=A}}</ref>\n== Cast ==\n* [[Ann]] as '''Marta'''\n{| class=wikitable\n! A\n|-\n| b\n|}\n"
XML = (
    b"<mediawiki><page><title>Night Ferry</title><revision><text>'''Night Ferry''' is a film.</text></revision></page></mediawiki>"
)

SAMPLES: list[tuple[str, bytes]] = [
    ("a.html", HTML), ("b.html", PAGE), ("a.md", MARKDOWN), ("a.txt", PLAIN), ("a.wikitext", WIKI), ("a.xml", XML), ("a.pdf", _pdf()), ("a.docx", _docx()),
]  # fmt: skip


def _flip(raw: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 12)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)


def _cut(raw: bytearray, chance: random.Random) -> None:
    del raw[chance.randrange(1, len(raw)) :]


def _lose(raw: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(raw))
    del raw[start : start + chance.randint(1, 80)]


def _repeat(raw: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(raw))
    raw[start:start] = bytes(raw[start : start + chance.randint(1, 60)]) * chance.randint(2, 60)


def _mix(raw: bytearray, chance: random.Random) -> None:
    other = chance.choice(SAMPLES)[1]
    raw[chance.randrange(len(raw)) :] = other[chance.randrange(len(other)) :]


DAMAGES: list[Callable[[bytearray, random.Random], None]] = [_flip, _cut, _lose, _repeat, _mix]


def _read(name: str, raw: bytes, media_type: str | None = None) -> None:
    source = source_of(name, raw) if media_type is None else Source(origin=name, media_type=media_type, sha256="")
    began = time.process_time()
    refused: ReadError | None = None
    try:
        assert read(raw, source).blocks
    except ReadError as error:
        refused = error
    assert refused is None or (refused.path == name and refused.reason and refused.remedy)
    assert time.process_time() - began < SECONDS_A_FILE


@pytest.mark.parametrize(("name", "raw"), SAMPLES, ids=[name for name, _ in SAMPLES])
def test_whole_files_are_read(name: str, raw: bytes) -> None:
    assert "erry" in read(raw, source_of(name, raw)).text


@pytest.mark.parametrize("damage", DAMAGES, ids=[damage.__name__.strip("_") for damage in DAMAGES])
@pytest.mark.parametrize(("name", "raw"), SAMPLES, ids=[name for name, _ in SAMPLES])
def test_damaged_files_are_read_or_refused(name: str, raw: bytes, damage: Callable[[bytearray, random.Random], None]) -> None:
    chance = random.Random(f"{name} {damage.__name__}")
    for _ in range(ROUNDS):
        damaged = bytearray(raw)
        damage(damaged, chance)
        _read(name, bytes(damaged))


@pytest.mark.parametrize(("name", "raw"), SAMPLES, ids=[name for name, _ in SAMPLES])
def test_files_under_a_wrong_type_are_read_or_refused(name: str, raw: bytes) -> None:
    for other, sample in SAMPLES:
        _read(name, raw, source_of(other, sample).media_type)


BOMBS: dict[str, tuple[str, bytes]] = {
    "open tags": ("a.html", b"<b><i><p>" * 40_000 + b"end"),
    "open divs in a wiki page": ("a.html", b'<div class="mw-parser-output">' + b"<div><p>word " * 30_000),
    "cells": ("a.html", b"<table>" + b"<tr>" + b"<td rowspan=1000 colspan=1000>x" * 3_000),
    "rows": ("a.html", b'<div class="mw-parser-output"><table class="wikitable">' + b"<tr><td rowspan=1000>some words<td>x" * 20_000),
    "list": ("a.html", b'<div class="mw-parser-output">' + b"<ul><li>x" * 20_000),
    "references": ("a.html", b'<div class="mw-parser-output"><p>' + b'x<sup class="reference"><a href="#cite_note-1">1</a></sup>' * 20_000),
    "reviews": ("a.html", b'<div class="review"><span class="author">Ann</span><p class="summary">a slow storm that stays</p>' * 5_000),
    "properties": ("a.html", b'<div itemscope itemtype="http://schema.org/Movie">' + b'<span itemprop="actor">Ann</span>' * 20_000),
    "json": ("a.html", b'<script type="application/ld+json">' + b'{"@type":"Movie","review":' * 20_000 + b"</script><p>end"),
    "attributes": ("a.html", b"<p " + b"a=1 " * 300_000 + b">end"),
    "comment": ("a.html", b"<!--" * 200_000 + b"end"),
    "entities": ("a.html", b"&lt;" * 400_000),
    "spaces": ("a.txt", b" " * 1_000_000 + b"end"),
    "equals": ("a.txt", b"=" * 1_000_000),
    "labels": ("a.txt", b"Title: x\n" * 50_000),
    "bullets": ("a.txt", b"- x\n" * 100_000),
    "short lines": ("a.txt", b"a\n\n" * 100_000),
    "one line": ("a.txt", b"word " * 300_000),
    "front matter": ("a.md", b"---\n" + b"a: {" * 20_000 + b"\n---\nend"),
    "keys": ("a.md", b"---\n" + b"".join(b"k%d: v\n" % number for number in range(20_000)) + b"---\nend"),
    "emphasis": ("a.md", b"*a_" * 30_000 + b"end"),
    "links": ("a.md", b"[a](" * 30_000 + b"end"),
    "brackets": ("a.md", b"[" * 500_000 + b"end"),
    "backticks": ("a.md", b"".join(b"`" * (number % 90 + 1) + b"x " for number in range(4_000))),
    "tags": ("a.md", b"<a href=x>" * 30_000 + b"end"),
    "comments": ("a.md", b"<!-- x " * 100_000 + b"end"),
    "table": ("a.md", b"|a" * 3_000 + b"\n" + b"|-" * 3_000 + b"\n" + b"|b" * 3_000),
    "stars": ("a.txt", "★".encode() * 300_000 + b" end"),
    "mojibake": ("a.txt", "â€™".encode() * 100_000 + b" end"),
    "nulls": ("a.txt", b"a\0" * 300_000),
    "combining": ("a.txt", b"e" + "\u0301".encode() * 200_000),
}  # fmt: skip


@pytest.mark.parametrize(("name", "raw"), BOMBS.values(), ids=BOMBS.keys())
def test_hostile_files_cost_little_time(name: str, raw: bytes) -> None:
    _read(name, raw)
