"""Casts told in the sentences of an article."""

import pytest

from support.cast import article


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It stars Jane Greer, Robert Mitchum and Kirk Douglas.", {("Jane Greer", None), ("Robert Mitchum", None), ("Kirk Douglas", None)}),
        ("The film stars Angela Bassett as Tina Turner and Laurence Fishburne as her husband Ike Turner.",
         {("Angela Bassett", "Tina Turner"), ("Laurence Fishburne", "Ike Turner")}),
        ("It stars Dennis Quaid and Louis Gossett Jr. as two brothers.", {("Dennis Quaid", "brother"), ("Louis Gossett Jr.", "brother")}),
        ("The film stars Tim Robbins as a naive but ambitious graduate who is made president of a company, Jennifer Jason Leigh as a newspaper reporter, and Paul Newman as a company director.",
         {("Tim Robbins", "naive but ambitious graduate"), ("Jennifer Jason Leigh", "newspaper reporter"), ("Paul Newman", "company director")}),
        ("The supporting cast includes Thelma Ritter, Keenan Wynn, and the voice of Lorne Greene.",
         {("Thelma Ritter", None), ("Keenan Wynn", None), ("Lorne Greene", None)}),
        ("Rafer Johnson and Aliza Gur co-star.", {("Rafer Johnson", None), ("Aliza Gur", None)}),
        ("Anthony Ramos, Mae Clarke and Dick Foran are featured in supporting roles.", {("Anthony Ramos", None), ("Mae Clarke", None), ("Dick Foran", None)}),
        ("The gangster is played by Edward G. Robinson.", {("Edward G. Robinson", "the gangster")}),
        ("It stars Robert Ryan, with Gloria Grahame as a singer.", {("Robert Ryan", None), ("Gloria Grahame", "singer")}),
        ("It is narrated by Walter Huston.", {("Walter Huston", "Narrator")}),
        ("The film stars Priscilla Lane and the Lane Sisters (Rosemary Lane and Lola Lane).",
         {("Priscilla Lane", None), ("Rosemary Lane", None), ("Lola Lane", None)}),
        ("It stars RZA and Xzibit, along with 50 Cent.", {("RZA", None), ("Xzibit", None), ("50 Cent", None)}),
        ("The film stars Zoe Bell — herself a stuntwoman — and Kurt Russell.", {("Zoe Bell", None), ("Kurt Russell", None)}),
    ],
)  # fmt: skip
def test_openings(sentence: str, expected: set[tuple[str, str | None]]) -> None:
    assert article(sentence, "") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Jeff Bailey (Robert Mitchum) runs a filling station.", {("Robert Mitchum", "Jeff Bailey")}),
        ("A gambler (Kirk Douglas) sends for him.", {("Kirk Douglas", "gambler")}),
        ("He hires Fisher, a detective, played by Steve Brodie.", {("Steve Brodie", "Fisher")}),
        ("Nick and Nora (William Powell and Myrna Loy) return.", {("William Powell", "Nick"), ("Myrna Loy", "Nora")}),
    ],
)
def test_plots(sentence: str, expected: set[tuple[str, str | None]]) -> None:
    assert article(sentence, "Plot") == expected


def test_a_surname_is_the_performer_known_by_it() -> None:
    assert ("Whoopi Goldberg", "Lucy Cullins") in article(
        "It stars Whoopi Goldberg.\n\n== Plot ==\nHe decides on Lucy Cullins (Goldberg).", ""
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a remake of the 1931 film of the same name starring James Cagney.",
        "The film was remade in 1960 as a musical starring Judy Garland and James Mason.",
        "A television version starring Helen Hayes followed.",
        "The script is based on a novel by Graham Greene and a play by Noël Coward.",
        "The film features songs by Cole Porter and music by Max Steiner.",
        "The flying was performed by Paul Mantz.",
        "The score was composed by Franz Waxman, with Burnett Guffey as cinematographer.",
        "The film features Asian, White and Black protagonists.",
        "Ben Hecht was signed to write the script and Robert Stevenson to direct.",
        "It is based on the 1966 Neil Simon play The Star-Spangled Girl.",
    ],
)
def test_nobody_performs(sentence: str) -> None:
    assert article(sentence, "Production") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Rockne Tarkington was originally cast in the role of Williams. However, he dropped out days before shooting began.",
        "Anil Kapoor was approached for the role of Vivek.",
        "Lana Turner was considered to play Cora.",
        "Basil Rathbone was cast in the role but died before filming began.",
    ],
)
def test_those_who_were_never_in_it(sentence: str) -> None:
    assert article(sentence, "Casting") == set()


def test_whom_the_list_gives_the_part_did_play_it() -> None:
    found = article("* Hurd Hatfield as Dorian Gray\n\n== Production ==\nGreta Garbo was cast as Dorian Gray.")
    assert found == {("Hurd Hatfield", "Dorian Gray")}


def test_cameos_of_makers() -> None:
    assert article("Director Hal Needham appears uncredited as the ambulance driver.") == {("Hal Needham", "the ambulance driver")}
