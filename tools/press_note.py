"""Writes examples/desperado/press-note.docx, the one example that is no plain text.

Run it only when the words below change: ``python tools/press_note.py``. The archive's dates are
fixed, so that the same words give the same bytes.
"""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document

TARGET = Path(__file__).parent.parent / "examples" / "desperado" / "press-note.docx"

TITLE = "Desperado (1995)"
OPENING = (
    "Programme note for a retrospective: Mexico, three times. Desperado is the second of the three films that "
    "Robert Rodriguez made about El Mariachi, the guitarist with the armed guitar case."
)
CREDITS = (
    ("Director", "Robert Rodriguez"),
    ("Screenplay", "Robert Rodriguez"),
    ("Producers", "Bill Borden, Robert Rodriguez"),
    ("Director of photography", "Guillermo Navarro"),
    ("Editor", "Robert Rodriguez"),
    ("Music", "Los Lobos"),
    ("Cast", "Antonio Banderas (El Mariachi), Salma Hayek (Carolina), Joaquim de Almeida (Bucho), Steve Buscemi (Buscemi)"),
    ("Country", "United States"),
    ("Running time", "104 minutes"),
)
ABOUT = (
    "The film was shot in Ciudad Acuña in 1994 on a budget of $7 million, a thousand times what El Mariachi had cost. "
    "It had its first showing at the Cannes Film Festival in May 1995.",
    "Carolina, played by Salma Hayek, runs a bookstore in a town that does not read. Danny Trejo throws the knives and "
    "does not say a word.",
    "In the United States and Canada the film earned $25.4 million.",
)


def build() -> bytes:
    """The file's bytes."""
    document = Document()
    document.core_properties.title = TITLE
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    document.add_heading(TITLE, level=1)
    document.add_paragraph(OPENING)
    table = document.add_table(rows=0, cols=2)
    for label, value in CREDITS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    document.add_heading("About the film", level=2)
    for words in ABOUT:
        document.add_paragraph(words)
    saved = BytesIO()
    document.save(saved)
    fixed = BytesIO()
    with zipfile.ZipFile(saved) as given, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, given.read(name))
    return fixed.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(build())
