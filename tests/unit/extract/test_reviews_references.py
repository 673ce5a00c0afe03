"""Outlets and ratings that only the reference beside a judgement states."""

import pytest

from filmdossier.extract.reviews.references import outlet_in_references, rating_in_references
from filmdossier.model.text import Citation, Document, Source, Span

SENTENCE = Span(0, 40)


def document(*citations: Citation) -> Document:
    return Document(id="d", source=Source(origin="a", media_type="text/plain", sha256="0"), text="x" * 60, citations=citations)


def beside(author: str = "", title: str = "", work: str = "", url: str = "") -> Document:
    return document(Citation(position=40, author=author, title=title, work=work, url=url))


@pytest.mark.parametrize(
    ("made", "outlet"),
    [
        (beside(author="Per Halvorsen", title="A Film", work="Variety"), "Variety"),
        (
            beside(author="Halvorsen, Per", title="A Film", work="Harbour Gazette", url="https://harbour.example/film"),
            "Harbour Gazette",
        ),
        (beside(title="Halvorsen, Per (May 4, 1987). A Film. The New York Times"), "The New York Times"),
        (beside(author="Per Halvorsen", title="Studies in Film", work="Intellect"), None),  # a book
        (beside(author="Per Halvorsen", title="Some thoughts", work="Twitter", url="https://web.archive.org/web/x"), "Twitter"),
        (beside(author="Per Halvorsen", title="Studies", work="Minnesota", url="https://books.google.com/x"), None),
        (beside(author="Ines Valdovinos", title="A Film", work="Variety"), None),
        (beside(title="Per Halvorsen, 88, Critic, Is Dead", work="The New York Times"), None),
        (beside(title="Halvorsen: The Empire Strikes Back"), None),
    ],
)
def test_outlets(made: Document, outlet: str | None) -> None:
    assert outlet_in_references(made, [SENTENCE], "Per Halvorsen") == outlet


def test_a_reference_elsewhere_says_nothing() -> None:
    made = document(Citation(position=55, author="Per Halvorsen", title="A Film", work="Variety"))
    assert outlet_in_references(made, [SENTENCE], "Per Halvorsen") is None


@pytest.mark.parametrize(
    ("title", "rating"),
    [
        ("A Film Movie Review {2.5/5}: Critic Review", "2.5/5"),
        ("A Film review (3/4 stars)", "3/4"),
        ("Review: A Film – 4/5", "4/5"),
        ("A Film ★★★½", "★★★½"),
        ("A Film: shot in 9/11 country", None),
    ],
)
def test_ratings_in_titles(title: str, rating: str | None) -> None:
    made = beside(title=title, url="https://timesofindia.indiatimes.com/a-film")
    assert rating_in_references(made, [SENTENCE], None, "The Times of India") == rating
    assert rating_in_references(made, [SENTENCE], None, "Variety") is None
