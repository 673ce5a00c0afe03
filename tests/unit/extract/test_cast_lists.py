"""Casts set out as lists, in infoboxes, captions and plain lines."""

import pytest

from support.cast import ARTICLE, article, cast_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("* [[Joseph Cotten]] as Holly Martins, a writer of westerns", {("Joseph Cotten", "Holly Martins")}),
        ("* [[Orson Welles]] as [[Harry Lime]] (uncredited)", {("Orson Welles", "Harry Lime")}),
        ("* Trevor Howard (voice) as Major Calloway", {("Trevor Howard", "Major Calloway")}),
        ("* Burt Lancaster as Ole \"Swede\" Andreson / Pete Lund", {("Burt Lancaster", "Ole \"Swede\" Andreson / Pete Lund")}),
        ("* [[Bernard Lee]] as Sgt. Paine; Calloway's man", {("Bernard Lee", "Sgt. Paine")}),
        ("* Peter Sellers as Claude Lasalle and Tiberius Hall", {("Peter Sellers", "Claude Lasalle"), ("Peter Sellers", "Tiberius Hall")}),
        ("* Abe Vigoda and Al Lettieri as Tessio and Sollozzo", {("Abe Vigoda", "Tessio"), ("Al Lettieri", "Sollozzo")}),
        ("* Ada Reeve and Maureen Delaney as Mrs. Kuckuck, the landlady", {("Ada Reeve", "Mrs. Kuckuck"), ("Maureen Delaney", "Mrs. Kuckuck")}),
        ("* Sammy Davis, Jr. as Josh Howard", {("Sammy Davis, Jr.", "Josh Howard")}),
        ("* Peter Lorre", {("Peter Lorre", None)}),
        ("* Alida Valli – Anna Schmidt", {("Alida Valli", "Anna Schmidt")}),
        ("* Ernst Deutsch ... Baron Kurtz", {("Ernst Deutsch", "Baron Kurtz")}),
        ("* Paul Hörbiger as the porter", {("Paul Hörbiger", "the porter")}),
        ("* Erich Ponto as a doctor who knew Lime", {("Erich Ponto", "doctor")}),
        ("* Hedwig Bleibtreu (landlady), Siegfried Breuer (Popescu), Wilfrid Hyde-White (Crabbin)",
         {("Hedwig Bleibtreu", "landlady"), ("Siegfried Breuer", "Popescu"), ("Wilfrid Hyde-White", "Crabbin")}),
        ("* '''Harry Lime''' (played by Orson Welles): a racketeer", {("Orson Welles", "Harry Lime")}),
        ("* Holly Martins, portrayed by Joseph Cotten.", {("Joseph Cotten", "Holly Martins")}),
    ],
)  # fmt: skip
def test_lines(line: str, expected: set[tuple[str, str | None]]) -> None:
    assert article(line) == expected


def test_a_list_with_the_characters_first_is_turned_by_its_shape() -> None:
    assert article("* Rick – Humphrey Bogart\n* Ilsa – Ingrid Bergman\n* Sam – Dooley Wilson") == {
        ("Humphrey Bogart", "Rick"),
        ("Ingrid Bergman", "Ilsa"),
        ("Dooley Wilson", "Sam"),
    }


def test_names_in_brackets_before_a_description_are_the_performers() -> None:
    listed = "* Holly Martins (Joseph Cotten): a writer of westerns\n* Anna (Alida Valli) – an actress at the Josefstadt"
    assert article(listed) == {("Joseph Cotten", "Holly Martins"), ("Alida Valli", "Anna")}


def test_a_list_is_turned_by_who_is_known_to_star() -> None:
    page = "{{Infobox film|name=Night Ferry|starring={{ubl|Joan Fontaine|George Sanders}}}}\n'''''Night Ferry''''' is a 1951 film.\n\n== Cast ==\n"
    found = cast_of(page + "* Mary Carmody: Joan Fontaine\n* Paul Verrall: George Sanders\n* Ann Grey: Lilian Bond")
    assert ("Joan Fontaine", "Mary Carmody") in found
    assert ("Lilian Bond", "Ann Grey") in found


def test_parts_nested_under_their_performer() -> None:
    assert article("* Alec Guinness as:\n** The Duke, head of the family\n** Lady Agatha\n* Dennis Price as Louis") == {
        ("Alec Guinness", "The Duke"),
        ("Alec Guinness", "Lady Agatha"),
        ("Dennis Price", "Louis"),
    }


def test_a_list_of_characters_names_no_performers() -> None:
    assert (
        article("* '''Holly Martins''': the hero, a writer who asks too much\n* '''Anna Schmidt''': an actress", "Characters")
        == set()
    )


def test_prose_after_an_entry_is_read_as_prose() -> None:
    assert article("* Roger Moore as Seymour, an heir. Molly Picon portrays his mother.") == {
        ("Roger Moore", "Seymour"),
        ("Molly Picon", "his mother"),
    }


@pytest.mark.parametrize("heading", ["Soundtrack", "Awards", "Remake cast", "Crew", "Stage version"])
def test_lists_of_other_things(heading: str) -> None:
    assert article("* Judy Garland as Esther\n* James Mason as Norman\n* Jack Carson as Libby", heading) == set()


def test_infobox_names_only_performers() -> None:
    page = "{{Infobox film|name=Night Ferry|starring=[[Paul Muni]]<br />''and'' [[Luise Rainer]]|narrator=Walter Huston|director=Ida Lupino}}\n'''''Night Ferry''''' is a 1951 film."
    assert cast_of(page) == {("Paul Muni", None), ("Luise Rainer", None), ("Walter Huston", "Narrator")}


def test_one_spelling_for_a_performer_who_has_two() -> None:
    page = "{{Infobox film|name=Night Ferry|starring=Michael Harrigan}}\n'''''Night Ferry''''' is a 1951 film.\n\n== Cast ==\n* Micheal Harrigan as Tom"
    assert cast_of(page) == {("Micheal Harrigan", "Tom"), ("Micheal Harrigan", None)}


def test_a_caption_that_says_who_is_who() -> None:
    assert ("Audrey Hepburn", "Princess Ann") in article(
        "[[File:Ann.jpg|thumb|[[Audrey Hepburn]] as Princess Ann]]\nThe cast was small."
    )


def test_the_opening_does_not_repeat_what_the_list_gives() -> None:
    found = cast_of(ARTICLE + "It stars Joan Crawford as a nurse.\n\n== Cast ==\n* Joan Crawford as Myra Hudson")
    assert found == {("Joan Crawford", "Myra Hudson"), ("Joan Crawford", None)}


@pytest.mark.parametrize("label", ["Players: ", "With: ", "With ", "Cast: "])
def test_a_paragraph_that_lists_players_with_their_parts(label: str) -> None:
    found = article(f"{label}Ana Dahl (Ida), Max Roy (Tom) and Per Lund (the Captain).", "Programme")
    assert found == {("Ana Dahl", "Ida"), ("Max Roy", "Tom"), ("Per Lund", "the Captain")}


def test_a_paragraph_that_lists_parts_with_their_players_is_not_turned_round() -> None:
    found = article("With Ida (Ana Dahl), Tom (Max Roy) and Eva (Liv Berg).", "Programme")
    assert not {actor for actor, _ in found} & {"Ida", "Tom", "Eva"}
