"""Casts in a labelled line, as press notes have them."""

from filmdossier.annotate import annotate
from filmdossier.extract.cast import cast
from filmdossier.model.claim import CastMember
from filmdossier.model.text import Origin, Source
from filmdossier.read.builder import DocumentBuilder


def read(line: str) -> set[tuple[str, str | None, str]]:
    builder = DocumentBuilder(Source(origin="note.docx", media_type="text/plain", sha256="0"))
    builder.heading(1, "Night Ferry (1951)")
    builder.paragraph("Night Ferry is a 1951 drama film.")
    builder.field("Cast", [line], origin=Origin.INFOBOX)
    annotations = annotate(builder.build())
    values = [claim.value for claim in cast(annotations, annotations.topics[0])]
    return {(value.actor, value.character, value.note) for value in values if isinstance(value, CastMember)}


def test_parts_stand_in_brackets() -> None:
    assert read("Antonio Banderas (El Mariachi), Salma Hayek (Carolina), Danny Trejo") == {
        ("Antonio Banderas", "El Mariachi", ""),
        ("Salma Hayek", "Carolina", ""),
        ("Danny Trejo", None, ""),
    }


def test_remarks_in_brackets_are_no_parts() -> None:
    assert read("Antonio Banderas (voice), Salma Hayek (uncredited)") == {
        ("Antonio Banderas", None, "voice"),
        ("Salma Hayek", None, "uncredited"),
    }


def told(*paragraphs: str) -> set[tuple[str, str | None]]:
    builder = DocumentBuilder(Source(origin="note.txt", media_type="text/plain", sha256="0"))
    builder.heading(1, "Night Ferry (1951)")
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    annotations = annotate(builder.build())
    values = [claim.value for claim in cast(annotations, annotations.topics[0])]
    return {(value.actor, value.character) for value in values if isinstance(value, CastMember)}


def test_players_within_a_line_of_credits() -> None:
    line = "Regie: Ines Valdor. Kamera: Subrata Sen. Mit: Ann Day (Mary), Jo Park (John), Ida Lund. Farbe."
    assert told(line) == {("Ann Day", "Mary"), ("Jo Park", "John"), ("Ida Lund", None)}


def test_names_alone_after_with() -> None:
    assert told("Scr: Ines Valdor. Ph: Subrata Sen. 78 mins.\nWith Ann Day, Jo Park and Ida Lund.") == {
        ("Ann Day", None),
        ("Jo Park", None),
        ("Ida Lund", None),
    }
