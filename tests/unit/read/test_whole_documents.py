"""The shared example documents are read whole: no paragraph of their prose is lost."""

import re
from pathlib import Path

import lxml.html
import pytest

from filmdossier.read import read
from support.reading import source_of
from support.shared import EVALUATION

CASES = sorted((EVALUATION / "cases").glob("*/documents/*")) + sorted((EVALUATION.parent / "documents").glob("*/*"))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


@pytest.mark.evaluation
@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_every_shared_document_is_read(path: Path) -> None:
    raw = path.read_bytes()
    document = read(raw, source_of(path.name, raw))
    assert document.blocks
    if path.suffix in (".txt", ".md"):
        body = raw.decode().rpartition("\n---\n")[2]
        written = re.sub(r"<!--.*?-->|<[^<>]+>|\]\([^()]*\)|(?<![^\W_])_|_(?![^\W_])|[*=\[\]]", " ", body, flags=re.DOTALL)
        assert [line for line in map(_words, written.split("\n\n")) if line not in _words(document.text)] == []


@pytest.mark.evaluation
@pytest.mark.parametrize("path", [path for path in CASES if path.suffix == ".html"], ids=lambda path: path.parts[-3])
def test_no_paragraph_of_an_article_is_lost(path: Path) -> None:
    raw = path.read_bytes()
    read_words = _words(read(raw, source_of(path.name, raw)).text)
    page = lxml.html.document_fromstring(raw, parser=lxml.html.HTMLParser(encoding="utf-8"))
    for element in page.xpath("//sup | //style | //*[contains(@style, 'display:none')]"):
        element.drop_tree()
    paragraphs = [_words(element.text_content()) for element in page.xpath("//div[@class='mw-parser-output']/p")]
    assert len(paragraphs) > 10
    assert [words for words in paragraphs if words not in read_words] == []
