"""Cited passages are marked in the text however they overlap, and the text stays what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmdossier.model.film import DocumentSummary
from filmdossier.model.text import Block, BlockKind, Span
from filmdossier.present.citing import CitedDocument, Passage
from filmdossier.present.dossier.marking import Close, Labels, MarkedBlock, Open, Text, marked

TEXT = "Robert Rodriguez wrote and directed it.\n\nAntonio Banderas plays the gunman."


def document(text: str, spans: list[tuple[int, int]], blocks: tuple[Block, ...] = ()) -> CitedDocument:
    """A document with passages over the given ranges, numbered as they come."""
    passages = tuple(
        Passage(label=f"A{number}", document="d", span=Span(*ends), quote=text[ends[0] : ends[1]])
        for number, ends in enumerate(spans, 1)
    )
    summary = DocumentSummary(id="d", path="d.txt", kind="other", title=None, sha256="0" * 64, text=text, blocks=blocks)
    return CitedDocument(letter="A", name="d.txt", summary=summary, passages=passages)


def written(block: MarkedBlock) -> str:
    """A block as brackets: [1 for an opening, (1 for the rest of a cut passage, ] for a closing, {1} for a label."""
    out = ""
    for token in block.tokens:
        match token:
            case Text(text=text):
                out += text
            case Open(passage=passage, first=first):
                out += ("[" if first else "(") + passage.label[1:] + ":"
            case Close():
                out += "]"
            case Labels(passages=passages):
                out += "{" + ",".join(passage.label[1:] for passage in passages) + "}"
    return out


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([(0, 6)], "[1:Robert]{1} Rodriguez wrote", id="one"),
        pytest.param([(0, 16), (7, 16)], "[1:Robert [2:Rodriguez]]{1,2} wrote", id="nested, ending together"),
        pytest.param([(0, 16), (0, 6)], "[1:[2:Robert]{2} Rodriguez]{1} wrote", id="nested, starting together"),
        pytest.param([(0, 16), (7, 22)], "[1:Robert [2:Rodriguez]]{1}(2: wrote]{2}", id="crossing"),
        pytest.param([(0, 6), (6, 16)], "[1:Robert]{1}[2: Rodriguez]{2} wrote", id="touching"),
        pytest.param([(0, 16), (3, 20), (5, 22)], "[1:Rob[2:er[3:t Rodriguez]]]{1}(3:(2: wro]{2}te]{3}", id="a chain of crossings"),
    ],
)
def test_passages_nest(spans: list[tuple[int, int]], expected: str) -> None:
    (block,) = marked(document(TEXT[:22], spans))
    assert written(block) == expected


def test_a_passage_over_two_paragraphs_is_labelled_once_at_its_end() -> None:
    first, second = marked(document(TEXT, [(23, 57)]))
    assert written(first) == "Robert Rodriguez wrote [1:and directed it.]"
    assert written(second) == "(1:Antonio Banderas]{1} plays the gunman."


def test_a_passage_that_ends_in_the_gap_is_labelled_before_it() -> None:
    first, second = marked(document(TEXT, [(27, 40)]))
    assert written(first).endswith("[1:directed it.]{1}")
    assert written(second) == "Antonio Banderas plays the gunman."


def test_the_layout_is_kept_and_text_outside_it_is_not_lost() -> None:
    text = "Cast\n\nOne as A\nTwo as B\n\nleft over"
    blocks = (
        Block(kind=BlockKind.HEADING, span=Span(0, 4), level=2),
        Block(kind=BlockKind.LIST_ITEM, span=Span(6, 14), level=1),
        Block(kind=BlockKind.LIST_ITEM, span=Span(15, 23), level=1),
    )
    found = [(block.kind, block.level, written(block)) for block in marked(document(text, [], blocks))]
    assert found == [
        (BlockKind.HEADING, 2, "Cast"),
        (BlockKind.LIST_ITEM, 1, "One as A"),
        (BlockKind.LIST_ITEM, 1, "Two as B"),
        (BlockKind.PARAGRAPH, 0, "left over"),
    ]


def test_overlapping_blocks_are_given_up_for_paragraphs() -> None:
    blocks = (Block(kind=BlockKind.QUOTE, span=Span(0, 10)), Block(kind=BlockKind.QUOTE, span=Span(5, 20)))
    assert "".join(written(block) for block in marked(document(TEXT, [], blocks))) == TEXT.replace("\n\n", "")


texts = st.text(alphabet="ab \n", min_size=1, max_size=60).filter(str.strip)


@given(st.data())
def test_no_character_is_lost_and_every_passage_covers_its_words_and_is_labelled_once(data: st.DataObject) -> None:
    text = data.draw(texts)
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    spans = data.draw(st.lists(ends.filter(lambda pair: text[slice(*pair)].strip() != ""), max_size=12, unique=True))
    covered = {f"A{number}": "" for number in range(1, len(spans) + 1)}
    labelled: list[str] = []
    shown = ""
    for block in marked(document(text, spans)):
        inside: list[str] = []
        for token in block.tokens:
            match token:
                case Open(passage=passage):
                    inside.append(passage.label)
                case Close():
                    inside.pop()
                case Labels(passages=passages):
                    labelled += [passage.label for passage in passages]
                case Text(text=piece):
                    shown += piece
                    for label in inside:
                        covered[label] += piece
        assert not inside
    assert "".join(shown.split()) == "".join(text.split())
    assert sorted(labelled) == sorted(covered)
    for number, (start, end) in enumerate(spans, 1):
        assert "".join(covered[f"A{number}"].split()) == "".join(text[start:end].split())
