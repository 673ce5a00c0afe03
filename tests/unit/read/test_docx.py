"""Word documents: styles are structure, and what was deleted stays deleted."""

from io import BytesIO
from typing import Any

import docx
from docx.oxml.parser import parse_xml

from filmdossier.model.text import BlockKind, MarkKind, Origin
from support.reading import links, marked, outline, read_as, rows, texts, values

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(file: Any) -> bytes:
    """The file's bytes."""
    raw = BytesIO()
    file.save(raw)
    return raw.getvalue()


def table(file: Any, lines: list[tuple[str, ...]], *, bold_head: bool = False) -> None:
    """Adds a table to the file."""
    made = file.add_table(rows=len(lines), cols=len(lines[0]))
    for number, (row, line) in enumerate(zip(made.rows, lines, strict=True)):
        for cell, words in zip(row.cells, line, strict=True):
            cell.paragraphs[0].add_run(words).bold = bold_head and number == 0


def test_styles_become_headings_lists_quotations_and_marks() -> None:
    file = docx.Document()
    file.add_heading("Night Ferry", 0)
    file.add_heading("Synopsis", 2)
    paragraph = file.add_paragraph("A ferryman, as in ")
    paragraph.add_run("Night").italic = True
    paragraph.add_run(" Ferry").italic = True
    paragraph.add_run(", says ")
    paragraph.add_run("nothing").bold = True
    paragraph.add_run(".\nNot a word.")
    file.add_paragraph("Ines Valdor as Marta", style="List Bullet")
    file.add_paragraph("also the voice", style="List Bullet 2")
    file.add_paragraph("It moves.", style="Intense Quote")
    file.add_paragraph("Marta at sea", style="Caption")
    file.add_paragraph("")
    document = read_as("notes.docx", saved(file))
    assert outline(document) == [
        ("heading 1", "Night Ferry"),
        ("heading 2", "Synopsis"),
        ("paragraph", "A ferryman, as in Night Ferry, says nothing.\nNot a word."),
        ("list_item 1", "Ines Valdor as Marta"),
        ("list_item 2", "also the voice"),
        ("quote", "It moves."),
        ("caption", "Marta at sea"),
    ]
    assert marked(document, MarkKind.ITALIC) == ["Night Ferry"]
    assert marked(document, MarkKind.BOLD) == ["nothing"]
    assert document.title == "Night Ferry"


def test_tables_of_facts_and_tables_of_rows() -> None:
    file = docx.Document()
    table(file, [("Director:", "Jo Park"), ("Written by", "Lee Moss\nAnn Ray"), ("Running time", "94 minutes")])
    file.add_paragraph("Prizes")
    table(file, [("Award", "Result"), ("Best Film", "Won")], bold_head=True)
    table(file, [("Monday", "19:00", "Sea"), ("Tuesday", "21:00", "Lake")])
    document = read_as("notes.docx", saved(file))
    assert values(document)["Director"] == ["Jo Park"]
    assert values(document)["Running time"] == ["94 minutes"]
    assert {block.origin for block in document.fields()} == {Origin.TABLE}
    assert rows(document)[0] == {"Award": ["Best Film"], "Result": ["Won"]}
    assert texts(document, BlockKind.ROW)[1:] == ["Monday | 19:00 | Sea", "Tuesday | 21:00 | Lake"]


def test_tracked_changes_links_boxes_and_hidden_text() -> None:
    file = docx.Document()
    relation = file.part.relate_to("https://example.org/ferry", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    file.element.body.insert(
        0,
        parse_xml(
            f"""<w:sdt {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:sdtContent><w:p>
            <w:del><w:r><w:delText>Old </w:delText></w:r></w:del><w:ins><w:r><w:t>New</w:t></w:r></w:ins><w:r><w:tab/><w:t>words</w:t></w:r>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t xml:space="preserve"> on a </w:t></w:r>
            <w:hyperlink r:id="{relation}"><w:r><w:t>ferry</w:t></w:r></w:hyperlink><w:r><w:rPr><w:i w:val="0"/></w:rPr><w:t>.</w:t></w:r>
            <w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p></w:sdtContent></w:sdt>"""
        ),
    )
    document = read_as("notes.docx", saved(file))
    assert texts(document, BlockKind.PARAGRAPH) == ["New words on a ferry.", "In a box."]
    assert links(document) == [("ferry", "https://example.org/ferry")]
    assert not marked(document, MarkKind.ITALIC)


def test_numbered_paragraphs_are_items_and_outline_levels_headings() -> None:
    file = docx.Document()
    numbered = file.add_paragraph("First")
    numbered._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'))
    outlined = file.add_paragraph("The sea")
    outlined._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="2"/>'))
    assert outline(read_as("notes.docx", saved(file))) == [("list_item 2", "First"), ("heading 3", "The sea")]


def test_footnotes_are_notes() -> None:
    file = docx.Document()
    file.add_paragraph("A film.")
    notes = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>Shot on the lake.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        notes.encode(),
        file.part.package,
    )
    file.part.relate_to(part, docx.opc.constants.RELATIONSHIP_TYPE.FOOTNOTES)
    document = read_as("notes.docx", saved(file))
    assert [(block.origin, text) for block, text in zip(document.blocks, texts(document, BlockKind.PARAGRAPH), strict=True)] == [
        (Origin.BODY, "A film."),
        (Origin.NOTE, "Shot on the lake."),
    ]


def test_the_file_s_own_title_where_no_heading_gives_one() -> None:
    file = docx.Document()
    file.core_properties.title = "Night Ferry"
    file.add_paragraph("A film.")
    assert read_as("notes.docx", saved(file)).title == "Night Ferry"


def test_a_word_file_is_known_without_its_name() -> None:
    file = docx.Document()
    file.add_paragraph("A film.")
    assert read_as("notes", saved(file)).text == "A film."
