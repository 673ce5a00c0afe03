"""Claims from the documents that tables become: each row is its own evidence."""

from collections.abc import Iterable
from fractions import Fraction

import pytest

from filmdossier.extract.review_tables import date_of, table_claims, verdict_of
from filmdossier.model.annotations import Topic
from filmdossier.model.claim import AggregatorScore, Claim, CriticReview, Predicate, Stance
from filmdossier.model.text import BlockKind, Document, Evidence, Source, Span
from filmdossier.read.tables import (
    Columns,
    Field,
    FilmName,
    ReviewRow,
    ScaledRow,
    Tally,
    audience_document,
    reviews_document,
)
from filmdossier.read.tables.columns import Layout
from filmdossier.reception.ratings import parse_rating
from filmdossier.reception.scales import rated_on

FERRY = FilmName("Night Ferry", 1951)
SOURCE = Source(origin="tables/t.csv#Night Ferry (1951)", media_type="text/tab-separated-values", sha256="0")
COLUMNS = Columns(of={}, layout=Layout(name="x", by=(), fields={}, aggregator="Rotten Tomatoes"))
IMDB = Columns(of={}, layout=Layout(name="x", by=(), fields={}, aggregator="IMDb", scale="10"))


def topic(document: Document) -> Topic:
    return Topic(
        id=f"{document.id}/0",
        title="Night Ferry",
        year=1951,
        passage=Span(0, len(document.text)),
        title_evidence=(Evidence.cite(document, Span(0, 11)),),
        year_evidence=(Evidence.cite(document, Span(13, 17)),),
    )


def claims(document: Document) -> list[Claim]:
    made = list(table_claims(document, topic(document)))
    for claim in made:
        assert all(cited.quote == cited.span.of(document.text) for cited in claim.evidence)
    return made


def row(**cells: str) -> ScaledRow:
    return ScaledRow(ReviewRow(line=1, film=FERRY, **cells))  # type: ignore[arg-type]


def document(rows: Iterable[ScaledRow], columns: Columns = COLUMNS) -> Document:
    return reviews_document(list(rows), FERRY, columns, SOURCE, "Night Ferry")


def values(document: Document, predicate: Predicate) -> list[object]:
    return [claim.value for claim in claims(document) if claim.predicate is predicate]


class TestReviews:
    def test_a_row_is_a_line_and_the_evidence_of_its_claim(self) -> None:
        made = document(
            [
                row(
                    critic="Ada Quill",
                    outlet="The Harbour Gazette",
                    date="March 2, 2011",
                    verdict="fresh",
                    rating="3/4",
                    quote="A | B.",
                ),
                row(outlet="Reel Notes", verdict="Rotten"),
            ]
        )
        assert made.text == (
            "Night Ferry (1951)\n\n"
            "Ada Quill | The Harbour Gazette | March 2, 2011 | fresh | 3/4 | A | B.\n"
            "Reel Notes | Rotten"
        )  # fmt: skip
        first, second = [claim for claim in claims(made) if claim.predicate is Predicate.REVIEW]
        assert first.evidence[0].quote == made.text.split("\n")[2]
        value = first.value
        assert isinstance(value, CriticReview)
        assert (value.critic, value.outlet, value.rating, value.published) == (
            "Ada Quill",
            "The Harbour Gazette",
            "3/4",
            "2011-03-02",
        )
        assert (value.stance, value.stance_given, value.stance_probability) == (Stance.POSITIVE, True, None)
        assert [quote.quote for quote in value.quotes] == ["A | B."]
        assert isinstance(second.value, CriticReview)
        assert (second.value.critic, second.value.outlet, second.value.stance) == (None, "Reel Notes", Stance.NEGATIVE)
        assert [block.kind for block in made.blocks] == [BlockKind.HEADING, BlockKind.ROW, BlockKind.ROW]

    def test_without_a_verdict_the_words_are_read_and_say_so(self) -> None:
        (value,) = values(document([row(critic="Ada Quill", quote="A masterpiece, wonderful and moving.")]), Predicate.REVIEW)
        assert isinstance(value, CriticReview)
        assert value.stance is Stance.POSITIVE
        assert not value.stance_given
        assert value.stance_probability is not None
        (unread,) = values(document([row(critic="Ada Quill", rating="7")]), Predicate.REVIEW)
        assert isinstance(unread, CriticReview)
        assert unread.stance is None

    def test_the_scale_of_a_bare_number_goes_with_it(self) -> None:
        (value,) = values(document([ScaledRow(row(critic="Ada", rating="7").row, "10")]), Predicate.REVIEW)
        assert isinstance(value, CriticReview)
        assert (value.rating, value.rating_scale) == ("7", "10")
        assert rated_on("10", parse_rating("7")).value == Fraction(7, 10)
        assert rated_on("5", parse_rating("7")).value is None
        assert rated_on("10", parse_rating("3/4")).value == Fraction(3, 4)
        assert rated_on("unknown", parse_rating("7")).value is None

    def test_title_and_year_come_from_the_heading(self) -> None:
        made = document([row(critic="Ada", rating="3/4")])
        assert values(made, Predicate.TITLE) == ["Night Ferry"]
        assert values(made, Predicate.YEAR) == ["1951"]

    @pytest.mark.parametrize(
        ("words", "stance"),
        [
            ("fresh", Stance.POSITIVE), ("Certified Fresh", Stance.POSITIVE), ("POSITIVE", Stance.POSITIVE), ("thumbs up", Stance.POSITIVE),
            ("1", Stance.POSITIVE), ("rotten", Stance.NEGATIVE), ("Thumbs Down", Stance.NEGATIVE), ("False", Stance.NEGATIVE),
            ("mixed", Stance.MIXED), ("meh", None), ("", None), ("7", None),
        ],
    )  # fmt: skip
    def test_verdicts(self, words: str, stance: Stance | None) -> None:
        assert verdict_of(words) is stance

    @pytest.mark.parametrize(
        ("written", "date"),
        [
            ("2011-03-02", "2011-03-02"), ("2011-3-2 00:00:00", "2011-03-02"), ("2011/03/02", "2011-03-02"), ("March 2, 2011", "2011-03-02"),
            ("Mar. 2 2011", "2011-03-02"), ("2 March 2011", "2011-03-02"), ("3/2/2011", "3/2/2011"), ("spring 2011", "spring 2011"),
        ],
    )  # fmt: skip
    def test_dates(self, written: str, date: str) -> None:
        assert date_of(written) == date


class TestScores:
    def scored(self, *scores: tuple[Field, str], columns: Columns = COLUMNS) -> list[object]:
        rows = [ScaledRow(ReviewRow(line=n, film=FERRY, critic=f"Critic {n}", rating="3/5", scores=scores)) for n in range(3)]
        return values(document(rows, columns), Predicate.AGGREGATOR)

    def test_critics_and_audience_stand_apart(self) -> None:
        critics, audience = self.scored((Field.APPROVAL, "67%"), (Field.AUDIENCE_APPROVAL, "58%"))
        assert critics == AggregatorScore(name="Rotten Tomatoes", approval=67.0)
        assert audience == AggregatorScore(name="Rotten Tomatoes", approval=58.0, audience=True)

    def test_votes_and_their_average_are_one_score(self) -> None:
        (score,) = self.scored((Field.AUDIENCE_AVERAGE, "7.1"), (Field.AUDIENCE_VOTES, "1,203"), columns=IMDB)
        assert score == AggregatorScore(name="IMDb", reviews=1203, average=7.1, average_max=10.0, audience=True)

    def test_no_score_is_made_of_what_is_none(self) -> None:
        assert self.scored((Field.APPROVAL, "--")) == []
        assert self.scored((Field.APPROVAL, "670%")) == []
        assert self.scored((Field.AUDIENCE_AVERAGE, "n.a."), (Field.AUDIENCE_VOTES, "3")) == []


class TestAudience:
    def tallied(self, *tallies: Tally) -> tuple[Document, AggregatorScore]:
        made = audience_document(tallies, FERRY, SOURCE, "Night Ferry")
        (value,) = values(made, Predicate.AGGREGATOR)
        assert values(made, Predicate.REVIEW) == []
        assert isinstance(value, AggregatorScore)
        return made, value

    def test_ratings_become_one_score_with_every_count_as_evidence(self) -> None:
        made, score = self.tallied(Tally("5", 1200, "5"), Tally("4", 1, "5"), Tally("0.5", 300, "5"))
        assert score == AggregatorScore(
            name="Audience in t.csv", reviews=1501, average=round((6000 + 4 + 150) / 1501, 2), average_max=5.0, audience=True
        )
        (cited,) = [claim.evidence for claim in claims(made) if claim.predicate is Predicate.AGGREGATOR]
        assert cited[0].quote == "5 | 1,200 times\n4 | 1 time\n0.5 | 300 times"

    def test_no_mean_without_one_scale(self) -> None:
        for tallies in ((Tally("5", 2), Tally("4", 1)), (Tally("4/5", 2, "5"), Tally("8/10", 1, "10")), (Tally("B", 2),)):
            _, score = self.tallied(*tallies)
            assert score.average is None
            assert score.reviews == sum(tally.count for tally in tallies)


def test_a_row_says_what_it_praises_and_criticises_whatever_its_verdict() -> None:
    made = document([row(critic="Ada Quill", verdict="fresh", quote="Superb acting. The dialogue is wooden.")])
    (review,) = values(made, Predicate.REVIEW)
    assert isinstance(review, CriticReview)
    assert [mention.aspect for mention in review.praised] == ["Superb acting"]
    assert [mention.evidence[0].quote for mention in review.criticised] == ["The dialogue is wooden."]
