"""Structure in plain text: what writers type to show it, and prose that only looks like it."""

import pytest

from filmdossier.model.text import BlockKind, Origin
from support.reading import outline, read_as, texts, values

ARTICLE = """\
Night Moves is a 1975 American film directed by Arthur Penn.
Gene Hackman plays a detective.

== Plot ==
Harry Moseby looks for a girl in Florida.

He finds more than he wants.

== Cast ==
 Gene Hackman as Harry Moseby
 Jennifer Warren as Paula
Susan Clark as Ellen Moseby
 Melanie Griffith as Delly

=== Filming ===
It was shot in 1973.
"""


def test_an_exported_article_keeps_its_headings_paragraphs_and_cast() -> None:
    document = read_as("night-moves.txt", ARTICLE)
    assert outline(document) == [
        ("paragraph", "Night Moves is a 1975 American film directed by Arthur Penn.\nGene Hackman plays a detective."),
        ("heading 2", "Plot"),
        ("paragraph", "Harry Moseby looks for a girl in Florida."),
        ("paragraph", "He finds more than he wants."),
        ("heading 2", "Cast"),
        ("list_item 1", "Gene Hackman as Harry Moseby"),
        ("list_item 1", "Jennifer Warren as Paula"),
        ("list_item 1", "Susan Clark as Ellen Moseby"),
        ("list_item 1", "Melanie Griffith as Delly"),
        ("heading 3", "Filming"),
        ("paragraph", "It was shot in 1973."),
    ]


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("== Plot ==", 2),
        ("===Plot===", 3),
        ("## Plot", 2),
        ("Plot\n====", 1),
        ("Plot\n----", 2),
        ("PLOT", 2),
        ("Under the Florida sun", 2),
    ],
)
def test_headings_however_they_are_typed(typed: str, level: int) -> None:
    document = read_as("a.txt", f"The detective is tired.\n\n{typed}\n\nHe flies to Florida.")
    (heading,) = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert heading.level == level
    assert document.blocks[-1].section == (heading.span.of(document.text),)


@pytest.mark.parametrize(
    "typed",
    [
        "He flies to Florida.",
        "“Where were you?”",
        "NASA!",
        "the end of the line",
        "Rating: 4/5",
        "- a dash and a few words",
        "A line that goes on for much too long to be the title of anything that might follow it here",
        "Harry, tired and wet,",
    ],
)
def test_lines_that_are_no_headings(typed: str) -> None:
    assert not texts(read_as("a.txt", f"The detective is tired.\n\n{typed}\n\nShe is not there."), BlockKind.HEADING)


def test_a_line_between_unfinished_lines_is_no_heading() -> None:
    document = read_as("a.txt", "Arthur Penn, director of the film\n\nGene Hackman, its star\n\nSusan Clark, his wife")
    assert texts(document, BlockKind.HEADING) == ["Arthur Penn, director of the film"]


def test_the_first_line_alone_is_the_title() -> None:
    document = read_as("a.txt", "Night Moves (1975)\n\nA tired detective flies to Florida.")
    assert document.title == "Night Moves (1975)"
    assert outline(document)[0] == ("heading 1", "Night Moves (1975)")


def test_a_file_of_one_line_is_a_paragraph_without_a_title() -> None:
    document = read_as("a.txt", "Night Moves")
    assert outline(document) == [("paragraph", "Night Moves")]
    assert document.title is None


def test_labelled_lines_at_the_head_are_fields() -> None:
    document = read_as(
        "a.txt", "Title: Night Moves\nDirector: Arthur Penn\nCast: Gene Hackman,\n  Susan Clark\nYear: 1975\n\nHarry is tired."
    )
    assert values(document) == {
        "Title": ["Night Moves"],
        "Director": ["Arthur Penn"],
        "Cast": ["Gene Hackman, Susan Clark"],
        "Year": ["1975"],
    }
    assert {block.origin for block in document.fields()} == {Origin.FRONT_MATTER}
    assert document.title == "Night Moves"


def test_credits_further_down_are_facts_of_the_body() -> None:
    document = read_as("a.txt", "Harry is tired.\n\nHe flies south.\n\nDirected by: Arthur Penn\nMusic: Michael Small")
    assert values(document) == {"Directed by": ["Arthur Penn"], "Music": ["Michael Small"]}
    assert {block.origin for block in document.fields()} == {Origin.BODY}


@pytest.mark.parametrize("prose", ["Harry: Where is she?\nPaula: Who wants to know?", "Note: this is long.\nIt goes on."])
def test_dialogue_and_single_lines_are_no_fields(prose: str) -> None:
    assert not list(read_as("a.txt", prose).fields())


@pytest.mark.parametrize(
    ("line", "origin"),
    [("Director: Arthur Penn", Origin.BODY), ("Rating: 3.5/5", Origin.FRONT_MATTER), ("Overall grade: B+", Origin.FRONT_MATTER)],
)
def test_a_known_label_needs_no_other_beside_it(line: str, origin: Origin) -> None:
    document = read_as("a.txt", f"Harry is tired.\n\nHe flies south.\n\n{line}")
    assert [block.origin for block in document.fields()] == [origin]
    assert values(document) == {line.partition(": ")[0]: [line.partition(": ")[2]]}


def test_lines_under_the_title_stand_each_for_itself() -> None:
    document = read_as("a.txt", "Mission: Florida (1975)\nReviewed by Ann Lee\n★★★½\n\nA tired detective flies to Florida.")
    assert outline(document) == [
        ("heading 1", "Mission: Florida (1975)"),
        ("paragraph", "Reviewed by Ann Lee"),
        ("paragraph", "★★★½"),
        ("paragraph", "A tired detective flies to Florida."),
    ]
    assert document.title == "Mission: Florida (1975)"


def test_headings_right_over_their_text() -> None:
    document = read_as(
        "a.txt", "It opens.\n\nSynopsis\nHarry is tired.\n\nABOUT THE FILM\nIt was shot in Florida.\n\nHARRY\nWhere is she?"
    )
    assert texts(document, BlockKind.HEADING) == ["Synopsis", "ABOUT THE FILM"]
    assert texts(document, BlockKind.PARAGRAPH)[-1] == "HARRY\nWhere is she?"


def test_lines_set_in_columns() -> None:
    document = read_as(
        "a.txt",
        "CAST\nHarry Moseby .......... Gene Hackman\nPaula ..... Jennifer Warren\n\nDirector\tArthur Penn\nEditor    Dede Allen",
    )
    assert texts(document, BlockKind.ROW) == ["Harry Moseby | Gene Hackman", "Paula | Jennifer Warren"]
    assert values(document) == {"Director": ["Arthur Penn"], "Editor": ["Dede Allen"]}


def test_bulleted_lines_are_items_with_their_depth() -> None:
    document = read_as("a.txt", "The songs are:\n* Prelude\n    - a short one\n* Finale\n\n1. First\n2) Second")
    assert outline(document) == [
        ("paragraph", "The songs are:"),
        ("list_item 1", "Prelude"),
        ("list_item 2", "a short one"),
        ("list_item 1", "Finale"),
        ("list_item 1", "First"),
        ("list_item 1", "Second"),
    ]


def test_a_dash_that_opens_a_line_of_dialogue_is_no_list() -> None:
    assert outline(read_as("a.txt", "She turns.\n\n- Where were you?\n\nHe shrugs.")) == [
        ("paragraph", "She turns."),
        ("paragraph", "- Where were you?"),
        ("paragraph", "He shrugs."),
    ]


def test_wrapped_prose_under_cast_stays_prose() -> None:
    document = read_as(
        "a.txt",
        "== Cast ==\nGene Hackman was cast after the studio had\nasked two others. He took the part in\none day and never looked back.",
    )
    assert not texts(document, BlockKind.LIST_ITEM)


def test_quoted_lines_are_a_quotation() -> None:
    assert outline(read_as("a.txt", "He says:\n\n> Nobody is winning.\n> One side is losing slower.")) == [
        ("paragraph", "He says:"),
        ("quote", "Nobody is winning.\nOne side is losing slower."),
    ]


def test_rules_and_form_feeds_only_separate() -> None:
    assert outline(read_as("a.txt", "One side is losing.\n\n-----\n\nThe other too.\fA new page.")) == [
        ("paragraph", "One side is losing."),
        ("paragraph", "The other too."),
        ("paragraph", "A new page."),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(ending: str) -> None:
    assert outline(read_as("a.txt", ending.join(["One.", "", "Two,", "three."]))) == [
        ("paragraph", "One."),
        ("paragraph", "Two,\nthree."),
    ]
