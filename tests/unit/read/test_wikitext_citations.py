"""References of encyclopedia articles: citations at their place, with who wrote what and where."""

import pytest

from filmdossier.model.text import Citation, Origin, Source
from filmdossier.read.wikitext import read_wikitext

SOURCE = Source(origin="article.wikitext", media_type="text/x-wiki", sha256="")


@pytest.mark.parametrize(
    ("reference", "cited"),
    [
        (
            "{{cite news |last=Maslin |first=Janet |title=A Hero, ''Again'' |newspaper=[[The New York Times]] |date=August 25, 1995 |url=https://example.org/a}}",
            ("Janet Maslin", "A Hero, Again", "The New York Times", "August 25, 1995", "https://example.org/a"),
        ),
        ("{{Cite book|last1=Lee|first1=Ann|author2=Bo Ray|title=Films|publisher=Press|year=1999}}", ("Ann Lee, Bo Ray", "Films", "Press", "1999", "")),
        ("{{citation|author=Ann Lee|title=T|work=W|publisher=P}}", ("Ann Lee", "T", "W", "", "")),
        ("{{cite Rotten Tomatoes|id=m/ran|title=Ran}}", ("", "Ran", "Rotten Tomatoes", "", "")),
        ("[https://example.org/b Ran at the BFI]", ("", "Ran at the BFI", "", "", "https://example.org/b")),
        ("https://example.org/c", ("", "https://example.org/c", "", "", "https://example.org/c")),
        ("Prince, ''The Warrior's Camera'', p. 284", ("", "Prince, The Warrior's Camera, p. 284", "", "", "")),
    ],
)  # fmt: skip
def test_a_reference_is_a_citation(reference: str, cited: tuple[str, str, str, str, str]) -> None:
    document = read_wikitext(f"It won.<ref>{reference}</ref> More.", SOURCE)
    (citation,) = document.citations
    assert (citation.author, citation.title, citation.work, citation.published, citation.url) == cited
    assert document.text == "It won. More."
    assert citation.position == len("It won.")


def test_named_references_are_resolved_wherever_they_are_defined() -> None:
    document = read_wikitext(
        "First.<ref name=\"a\"/> Second.<ref name=b /> Third.{{r|b}} Fourth.<ref name='a'>{{cite web|title=A}}</ref> Fifth.<ref name=none/>\n"
        "== References ==\n{{reflist|refs=<ref name=b>{{cite web|title=B}}</ref>}}",
        SOURCE,
    )
    before = [(citation.title, document.text[: citation.position].rsplit(" ", 1)[-1]) for citation in document.citations]
    assert before == [("A", "First."), ("B", "Second."), ("B", "Third."), ("A", "Fourth.")]


def test_short_references_and_page_numbers_leave_no_words() -> None:
    document = read_wikitext("So it is.{{sfn|Prince|1991|p=284}}{{rp|12}} And so on.", SOURCE)
    assert document.text == "So it is. And so on."
    assert document.citations == (Citation(position=9, author="Prince", published="1991"),)


def test_several_works_in_one_reference_are_several_citations() -> None:
    document = read_wikitext("It won.<ref>{{cite web|title=A}}; {{cite web|title=B}}</ref>", SOURCE)
    assert [citation.title for citation in document.citations] == ["A", "B"]


def test_a_footnote_in_words_is_a_note_once() -> None:
    remark = "The film was cut for its first run and restored much later by the studio."
    document = read_wikitext(f"It won.<ref name=n>{remark}</ref> Again.<ref name=n/>", SOURCE)
    assert not document.citations
    assert [block.span.of(document.text) for block in document.blocks if block.origin is Origin.NOTE] == [remark]


def test_works_listed_in_the_text_keep_their_words() -> None:
    document = read_wikitext("== Sources ==\n* {{cite book|last=Lee|first=Ann|title=Films|publisher=Press|year=1999}}", SOURCE)
    assert document.text.endswith("Ann Lee. “Films”. Press. 1999.")
