"""Credits set in running lines, the companies of posters and boxes, and credits told with other verbs."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.credits.companies import companies
from filmdossier.extract.credits.credit_lines import credit_lines
from filmdossier.extract.credits.labels import labelled_credits, tabled_credits
from filmdossier.extract.credits.prose import prose_credits
from filmdossier.model.annotations import FilmHint
from filmdossier.model.text import Source
from filmdossier.read.readers import read
from support.claims import Extractor

FILM = FilmHint(title="Night Ferry", year=1951)


def found(extractor: Extractor, *paragraphs: str) -> dict[str, set[str]]:
    page = read("\n\n".join(paragraphs).encode(), Source(origin="a.txt", media_type="text/plain", sha256="0" * 64))
    annotations = annotate(page, FILM)
    out: dict[str, set[str]] = {}
    for claim in extractor(annotations, annotations.topics[0]):
        if claim.confidence >= 0.5:
            out.setdefault(str(claim.predicate), set()).add(str(claim.value))
    return out


def test_labels_in_one_line() -> None:
    line = (
        "Director, screenplay: Ines Valdor. From the novel by Lena Brook. Camera: Subrata Sen. Editing: Dulal Roy. Music: Ravi Lal."
    )
    assert found(credit_lines, line) == {
        "director": {"Ines Valdor"}, "writer": {"Ines Valdor"}, "cinematographer": {"Subrata Sen"}, "editor": {"Dulal Roy"}, "composer": {"Ravi Lal"},
    }  # fmt: skip


def test_the_head_of_a_short_review() -> None:
    line = "Night Ferry (1951, USA). Dir: Herk Lane. Cast: Ann Day (Mary), Jo Park (John). 78 min."
    told = found(credit_lines, line)
    assert told["director"] == {"Herk Lane"}
    assert told["country"] == {"United States"}
    assert told["runtime_minutes"] == {"78"}


def test_one_label_alone_is_prose() -> None:
    assert found(credit_lines, "Music: the thing that Ann Day loved most.") == {}


def test_a_line_of_facts() -> None:
    told = found(credit_lines, "Night Ferry\nIndia, 1951, 125 min., b/w, Bengali with English subtitles")
    assert told == {"country": {"India"}, "runtime_minutes": {"125"}, "language": {"Bengali"}}


def test_companies_of_a_poster() -> None:
    told = found(
        companies, "Harbour Pictures presents\nA Tidewater / Low Sun Entertainment production\nIn association with Gull Productions"
    )
    assert told == {
        "distributor": {"Harbour Pictures"},
        "production_company": {"Tidewater", "Low Sun Entertainment", "Gull Productions"},
    }


def test_companies_in_the_lives_of_the_makers_are_of_other_films() -> None:
    about = "Jo Park (Producer) made Low Tide, an Anchor Films production, which Harbour Pictures released it in Spain."
    assert found(companies, "NIGHT FERRY", "A pilot waits.", "ABOUT THE FILMMAKERS", about) == {}


@pytest.mark.parametrize(
    ("sentence", "predicate", "names"),
    [
        ("Anton Moor wrote and played the zither score.", "composer", {"Anton Moor"}),
        ("The score is the work of the pianist Martial Sol.", "composer", {"Martial Sol"}),
        ("Harry Wax was the cameraman, Eric Boyd the editor, Peter Snell the producer.", "cinematographer", {"Harry Wax"}),
        ("Harry Wax was the cameraman, Eric Boyd the editor, Peter Snell the producer.", "editor", {"Eric Boyd"}),
        ("Harry Wax was the cameraman, Eric Boyd the editor, Peter Snell the producer.", "producer", {"Peter Snell"}),
        ("Roger Dean shot it.", "cinematographer", {"Roger Dean"}),
        ("It was lit after the painter Juan Mach, and Hervé Schnee cut it.", "editor", {"Hervé Schnee"}),
        ("Edited by Dov Hoe and Tom Ross.", "editor", {"Dov Hoe", "Tom Ross"}),
    ],
)  # fmt: skip
def test_other_verbs(sentence: str, predicate: str, names: set[str]) -> None:
    assert found(prose_credits, "I saw Night Ferry on a wet night and came home late.", sentence).get(predicate) == names


def test_labels_of_other_languages_in_one_line() -> None:
    line = "Regie und Buch: Ines Valdor, nach dem Roman von Lena Brook. Kamera: Subrata Sen. Schnitt: Dulal Roy. Musik: Ravi Lal."
    assert found(credit_lines, line) == {
        "director": {"Ines Valdor"}, "writer": {"Ines Valdor"}, "cinematographer": {"Subrata Sen"}, "editor": {"Dulal Roy"}, "composer": {"Ravi Lal"},
    }  # fmt: skip


def test_short_labels() -> None:
    line = "Scr, dir: Ines Valdor. Ph: Subrata Sen. Ed: Dulal Roy. Mus: Ravi Lal and Jo Park."
    assert found(credit_lines, line) == {
        "director": {"Ines Valdor"}, "writer": {"Ines Valdor"}, "cinematographer": {"Subrata Sen"}, "editor": {"Dulal Roy"}, "composer": {"Ravi Lal", "Jo Park"},
    }  # fmt: skip


def test_labels_without_a_colon_in_a_row() -> None:
    line = "Screenplay Ines Valdor, from Lena Brook's novel; camera Subrata Sen; music Ravi Lal; editor Dulal Roy."
    assert found(credit_lines, line) == {
        "writer": {"Ines Valdor"}, "cinematographer": {"Subrata Sen"}, "editor": {"Dulal Roy"}, "composer": {"Ravi Lal"},
    }  # fmt: skip


def test_labels_of_other_languages_as_fields() -> None:
    sheet = (
        "Réalisation: Ines Valdor\nScénario et dialogues: Lena Brook, Jo Park\nMontage: Dulal Roy\nProduction: Tidewater, Ann Day"
    )
    assert found(labelled_credits, "Night Ferry is a drama film.", "It runs all night.", sheet) == {
        "director": {"Ines Valdor"}, "writer": {"Lena Brook", "Jo Park"}, "editor": {"Dulal Roy"},
        "production_company": {"Tidewater"}, "producer": {"Ann Day"},
    }  # fmt: skip


def test_a_table_of_jobs() -> None:
    table = (
        "| Job | Name |\n|---|---|\n| Story, screenplay | Ines Valdor |\n| Music | Ravi Lal |\n| Editing | Dulal Roy and Jo Park |"
    )
    page = read(table.encode(), Source(origin="a.md", media_type="text/markdown", sha256="0" * 64))
    annotations = annotate(page, FILM)
    told = {(str(claim.predicate), str(claim.value)) for claim in tabled_credits(annotations, annotations.topics[0])}
    assert told == {
        ("story_by", "Ines Valdor"), ("writer", "Ines Valdor"), ("composer", "Ravi Lal"), ("editor", "Dulal Roy"), ("editor", "Jo Park"),
    }  # fmt: skip
