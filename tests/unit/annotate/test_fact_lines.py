"""Lines of facts without labels, the titles over them, and years told by a release."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.annotate.fact_lines import fact_lines
from filmdossier.annotate.told_year import told_year
from filmdossier.model.text import Source
from filmdossier.read import read
from support.prose import document
from support.reading import read_as


def told(line: str) -> list[tuple[str, str]]:
    return [(str(fact.kind), fact.value) for found in fact_lines(document(line)) for fact in found.facts]


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (
            "Portugal/Angola/1972/b&w/104 min/Portuguese",
            [("country", "Portugal"), ("country", "Angola"), ("year", "1972"), ("copy", "b&w"), ("minutes", "104"), ("language", "Portuguese")],
        ),
        (
            "Dir. Ines Valdor. Poland, 1963. 35mm, 77'. In Polish with English subtitles.",
            [("maker", "Ines Valdor"), ("country", "Poland"), ("year", "1963"), ("copy", "35mm"), ("minutes", "77"), ("language", "Polish")],
        ),
        ("Brazil / France 1998, 113 minutes, in Portuguese", [("country", "Brazil"), ("country", "France"), ("year", "1998"), ("minutes", "113"), ("language", "Portuguese")]),
        ("Drama. R16: violence. English and Maori. 1 h 42", [("genre", "Drama"), ("copy", "R16"), ("rest", "violence"), ("language", "English"), ("language", "Maori"), ("minutes", "102")]),
    ],
)  # fmt: skip
def test_pieces(line: str, facts: list[tuple[str, str]]) -> None:
    assert told(line) == facts


@pytest.mark.parametrize(
    "line",
    [
        "In Italy, in 1948, the picture found no public and went on to Paris.",
        "Paris, 1948.",
        "He stayed in Spain, France, Italy and Greece, and came home in 1961 with a wife, a son, a dog and a plan.",
        "Chapter 3, 1975",
    ],
)
def test_sentences_are_none(line: str) -> None:
    assert told(line) == []


@pytest.mark.parametrize(
    ("paragraphs", "title", "year"),
    [
        (("WINTER SEASON", "THE GLASS HARBOUR", "(Szklany port)", "Poland, 1963. 35mm, 77'.", "A diver comes home."), "The Glass Harbour", 1963),
        (("Ring 4 / Archive", "O Porto / The Glass Harbour", "Portugal/1972/b&w/104 min", "A diver comes home."), "The Glass Harbour", 1972),
        (("Sunday: another look at The Glass Harbour", "Portugal / 1972 / colour / 104 min", "I like divers."), "The Glass Harbour", 1972),
        (("BEST FORGOTTEN? No. 23", "THE GLASS HARBOUR. Poland 1963. Directed by Ines Valdor. 95 min."), "The Glass Harbour", 1963),
        (("Notes for a screening", "Film: The Glass Harbour (Poland, 1963)", "A diver comes home."), "The Glass Harbour", 1963),
        (("A LONG SUMMER", "Fifty years on from The Glass Harbour", "No film was ever harder to make. " + "They worked in the rain and they worked in the snow, and no cinema wanted it. " * 4, "It came out on 3 May 1963, and the director and his cast were shot at.",), "The Glass Harbour", 1963),
        (("HOW WE MADE\nThe Glass Harbour", "Ines Valdor, director", "The Glass Harbour was a wet film. The camera drowned.", "It came out on 3 May 1963."), "The Glass Harbour", 1963),
        (("The Glass Harbour (Szklany port), Poland 1963, second film of Ines Valdor.", "A diver comes home."), "The Glass Harbour", 1963),
    ],
)  # fmt: skip
def test_titles_over_facts(paragraphs: tuple[str, ...], title: str, year: int) -> None:
    page = "\n\n".join(paragraphs).encode()
    topic = annotate(read(page, Source(origin="a.txt", media_type="text/plain", sha256="0" * 64))).topics[0]
    assert (topic.title, topic.year) == (title, year)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The company will release it on March 8, 1996.", 1996),
        ("It opened in Lisbon on the 3rd of May 1972, and in Porto on 9 June 1973.", 1972),
        ("It came out on Blu-ray on 3 May 2012.", None),
        ("It was re-released on 3 May 2012.", None),
        ("He opened the letter in 1972.", None),
        ("It came out in 1983, and she went home.", 1983),
        ("First shown in Moscow in March 1975, in two cinemas only.", 1975),
        ("The Glass Harbour was shown in Lisbon in 1963.", 1963),
        ("It won the critics' prize at Venice in 1970, and vanished.", 1970),
        ("Made in 1966, it lay about until May 1968.", 1968),
        ("They shot it in the autumn of 1954. The Glass Harbour opened the following July in Setúbal.", 1955),
        ("They shot it in the spring of 1954. It opened the following October.", 1954),
        ("The script was finished in 1961. A year went by. The film came out the same year as the flood.", 1961),
        ("The new man had it cut by ten minutes and put it out in December 1973.", 1973),
        ("The festival at Locarno gave it the Leopard in August 1973, to boos.", 1973),
        ("In competition at Cannes in 1971, and at no other place.", 1971),
        ("It reached the cinemas of Lisbon in November 1966, and eighteen months later Hollywood gave it an Oscar.", 1966),
        ("Premiere in Setúbal 31 March 1954.", 1954),
        ("This one is from 1957, in black and white. Somebody made it over in 2007.", 1957),
        ("It was in 1972 that he left the sea.", None),
        ("The house opened in 1937. It was sold in 1961.", None),
        ("The Night Boat, which came out in 1961, was the better one.", None),
        ("It was shown again in 1991, restored.", None),
    ],
)
def test_years_told_by_a_release(sentence: str, year: int | None) -> None:
    page = document(sentence)
    found = told_year(page, "The Glass Harbour")
    assert (found.year if found else None) == year


def test_a_headline_in_capitals_over_a_text_that_is_on_no_film() -> None:
    assert (
        annotate(
            document("A LONG SUMMER", "Fifty years of Lisbon", "The trams ran as they always had, and the river stank.")
        ).topics
        == ()
    )


def test_a_line_of_facts_ends_where_labels_begin() -> None:
    sheet = (
        "# Le Trou\n\nFrance/Italy, 1960, 131 min, b/w. D: Jacques Becker. Sc: Becker, José Giovanni, Jean Aurel, from Giovanni's novel. "
        "Ph: Ghislain Cloquet. With Michel Constantin, Jean Keraudy, Philippe Leroy, Raymond Meunier, Marc Michel and others of the prison.\n"
    )
    document = read_as("note.md", sheet)
    (line,) = annotate(document).fact_lines
    assert line.span.of(document.text).startswith("France/Italy, 1960, 131 min, b/w")
    assert "Jacques" not in line.span.of(document.text)
    assert (document.run_in[0].label, document.run_in[0].cells[0].span.of(document.text)) == ("D", "Jacques Becker")
