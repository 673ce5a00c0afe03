"""PDF files: printed pages become paragraphs again."""

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from filmdossier.errors import BrokenFile, Encrypted, NoText
from filmdossier.model.text import BlockKind, Origin
from support.reading import outline, read_as, rows, texts, values

LEFT, TOP, LEADING = 72.0, 760.0, 13.0
BODY = [
    "The ferry leaves the harbour at dusk, and the man who runs it has not spoken to a",
    "passenger for years. One night a stranger comes aboard with a case of maps and asks",
    "to be taken to the island. The ferryman knows him at once, and the well-known song of",
    "the harbour is heard again.",
]


def pdf(draw: Callable[[Canvas], None], **settings: object) -> bytes:
    """A file drawn by ``draw``."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, **settings)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def write(
    canvas: Canvas, lines: list[str], top: float = TOP, *, size: float = 10, font: str = "Helvetica", left: float = LEFT
) -> float:
    """Draws lines from ``top`` down and returns where the next would stand."""
    canvas.setFont(font, size)
    for line in lines:
        canvas.drawString(left, top, line)
        top -= LEADING
    return top


def test_lines_become_paragraphs_under_their_headings() -> None:
    def draw(canvas: Canvas) -> None:
        top = write(canvas, ["Night Ferry"], size=24)
        top = write(canvas, ["Synopsis"], top - 20, size=15)
        top = write(canvas, BODY, top - 10)
        top = write(
            canvas, ["It is the director's first film, and he shot it in eleven nights on the lake where he", "was born."], top - 8
        )
        write(canvas, ["PRODUCTION NOTES"], top - 10)
        write(canvas, ["The boat was built for the film."], top - 30)

    document = read_as("notes.pdf", pdf(draw))
    assert outline(document) == [
        ("heading 1", "Night Ferry"),
        ("heading 2", "Synopsis"),
        ("paragraph", " ".join(BODY)),
        ("paragraph", "It is the director's first film, and he shot it in eleven nights on the lake where he was born."),
        ("heading 5", "PRODUCTION NOTES"),
        ("paragraph", "The boat was built for the film."),
    ]
    assert document.title == "Night Ferry"


def test_running_heads_feet_and_page_numbers_go_and_sentences_go_on_over_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        for number, lines in enumerate(
            (BODY[:2], BODY[2:], ["The end comes quietly, and the credits roll over the sound of water alone."]), start=1
        ):
            write(canvas, ["Northlight Pictures"], 815, size=8)
            write(canvas, lines, 700)
            write(canvas, [f"Page {number} of 3"], 30, size=8, left=280)
            canvas.showPage()

    document = read_as("notes.pdf", pdf(draw))
    assert "Northlight" not in document.text
    assert "Page" not in document.text
    # "passenger for years … asks" / "to be taken": the second page begins in the middle of a sentence.
    assert texts(document, BlockKind.PARAGRAPH)[0] == " ".join(BODY)


def test_divided_words_are_put_together_and_hyphens_kept() -> None:
    def draw(canvas: Canvas) -> None:
        write(
            canvas,
            [
                "The film has a well-known song. It was written by the director, who plays the har-",
                "monica himself, and it is sung by the best of the Anglo-",
                "American singers of the day, a woman as well-",
                "known as the song, so that the audience sings with her until the lights come up.",
            ],
        )

    (paragraph,) = texts(read_as("notes.pdf", pdf(draw)), BlockKind.PARAGRAPH)
    assert "the harmonica himself" in paragraph
    assert "Anglo-American singers" in paragraph
    assert "as well-known as" in paragraph


def test_lists_and_credits_in_columns() -> None:
    def draw(canvas: Canvas) -> None:
        top = write(canvas, BODY)
        top = write(canvas, ["Cast"], top - 20, size=16)
        top = write(
            canvas,
            [
                "• Ines Valdor as Marta, the keeper of the only light on the island and the last to leave it",
                "  when winter comes",
                "• Tom Keel as Anselm",
            ],
            top - 8,
        )
        for label, name in (("Director", "Jo Park"), ("Written by", "Lee Moss"), ("Anselm", "Tom Keel")):
            top -= 16
            write(canvas, [label], top)
            write(canvas, [name], top, left=220)

    document = read_as("notes.pdf", pdf(draw))
    assert texts(document, BlockKind.LIST_ITEM) == [
        "Ines Valdor as Marta, the keeper of the only light on the island and the last to leave it when winter comes",
        "Tom Keel as Anselm",
    ]
    assert values(document) == {"Director": ["Jo Park"], "Written by": ["Lee Moss"]}
    assert {block.origin for block in document.fields()} == {Origin.BODY}
    assert [row[""] for row in rows(document)] == [["Tom Keel"]]
    assert "Anselm | Tom Keel" in document.text


def test_labelled_lines_are_fields() -> None:
    document = read_as(
        "notes.pdf", pdf(lambda canvas: write(canvas, ["Title: Night Ferry", "Director: Jo Park", "Running time: 94 minutes"]))
    )
    assert values(document) == {"Title": ["Night Ferry"], "Director": ["Jo Park"], "Running time": ["94 minutes"]}


def test_lines_broken_on_purpose_stay_apart() -> None:
    document = read_as("notes.pdf", pdf(lambda canvas: write(canvas, [*BODY, "Directed by Jo Park", "Written by Lee Moss"])))
    assert texts(document, BlockKind.PARAGRAPH) == [" ".join(BODY), "Directed by Jo Park", "Written by Lee Moss"]


def test_bold_lines_alone_are_headings() -> None:
    def draw(canvas: Canvas) -> None:
        top = write(canvas, BODY)
        top = write(canvas, ["About the director"], top - 10, font="Helvetica-Bold")
        write(canvas, BODY, top - 4)

    assert outline(read_as("notes.pdf", pdf(draw)))[1] == ("heading 5", "About the director")


@pytest.mark.parametrize(
    ("title", "kept"),
    [("Night Ferry: press notes", "Night Ferry: press notes"), ("Microsoft Word - notes.doc", None), ("untitled", None)],
)
def test_the_file_s_own_title(title: str, kept: str | None) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle(title)
        write(canvas, BODY)

    assert read_as("notes.pdf", pdf(draw)).title == kept


def test_a_file_under_a_password_is_refused() -> None:
    raw = pdf(lambda canvas: write(canvas, BODY), encrypt=StandardEncryption("secret", canPrint=0))
    with pytest.raises(Encrypted, match=r"notes\.pdf: the PDF needs a password; open it"):
        read_as("notes.pdf", raw)


def test_pictures_of_text_are_refused() -> None:
    with pytest.raises(NoText, match="OCR"):
        read_as("scan.pdf", pdf(lambda canvas: canvas.rect(100, 100, 200, 200, fill=1)))


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5])
def test_a_file_cut_off_is_refused_or_read(share: float) -> None:
    raw = pdf(lambda canvas: write(canvas, BODY))
    with pytest.raises((BrokenFile, NoText)):
        read_as("notes.pdf", raw[: int(len(raw) * share)])
