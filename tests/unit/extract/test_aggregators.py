"""What aggregators and polls are said to show, in the wordings articles use."""

import pytest

from filmdossier.extract.aggregators import aggregators
from filmdossier.model.claim import AggregatorScore
from support.claims import claims_of

LEAD = "'''''Desperado''''' is a 1995 American film directed by Robert Rodriguez.\n\n"
FIELDS = ("approval", "reviews", "average", "average_max", "score", "grade", "consensus", "as_of")


def found(body: str, heading: str = "Critical response") -> list[AggregatorScore]:
    page = f"{LEAD}== {heading} ==\n{body}\n"
    return [claim.value for claim in claims_of(aggregators, page) if isinstance(claim.value, AggregatorScore)]


def figures(score: AggregatorScore) -> dict[str, object]:
    return {name: getattr(score, name) for name in FIELDS if getattr(score, name) is not None}


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        ("On Rotten Tomatoes, the film has an approval rating of 70% based on reviews from 54 critics, with an average rating of 6.5/10.", "Rotten Tomatoes", {"approval": 70, "reviews": 54, "average": 6.5, "average_max": 10}),
        ("The film has a \"Certified Fresh\" rating of 88% on Rotten Tomatoes, based on 54 reviews, with an average rating of 7.36 out of 10.", "Rotten Tomatoes", {"approval": 88, "reviews": 54, "average": 7.36, "average_max": 10}),
        ("On Rotten Tomatoes, 100% of 12 critics gave the film a positive review.", "Rotten Tomatoes", {"approval": 100, "reviews": 12}),
        ("On Rotten Tomatoes 38 of 54 critics recommend it.", "Rotten Tomatoes", {"approval": 70, "reviews": 54}),
        ("Of the 38 reviews collected by Rotten Tomatoes, 84% are positive.", "Rotten Tomatoes", {"approval": 84, "reviews": 38}),
        ("Rotten Tomatoes reports that 29 percent of 147 critics liked it, for a rating average of 4.6 out of 10.", "Rotten Tomatoes", {"approval": 29, "reviews": 147, "average": 4.6, "average_max": 10}),
        ("It has received a positive rating of 80% on Rotten Tomatoes from ten reviews.", "Rotten Tomatoes", {"approval": 80, "reviews": 10}),
        ("Review aggregator Rotten Tomatoes gives the film a rare 0% based on 1,013 reviews.", "Rotten Tomatoes", {"approval": 0, "reviews": 1013}),
        ("Metacritic assigned the film a weighted average score of 55 out of 100, based on 18 critics, indicating \"mixed or average reviews\".", "Metacritic", {"score": 55, "reviews": 18}),
        ("The film has a Metascore of 64 based on 15 reviews on Metacritic.", "Metacritic", {"score": 64, "reviews": 15}),
        ("It scored 89 on Metacritic, based on 39 critics.", "Metacritic", {"score": 89, "reviews": 39}),
        ("On Metacritic it sits at 74 from 32 critics.", "Metacritic", {"score": 74, "reviews": 32}),
        ("On Metacritic, the film is reviewed by 39 critics.", "Metacritic", {"reviews": 39}),
        ("IMDb users give it 7.9.", "IMDb", {"average": 7.9}),
        ("Metacritic gave the film 61/100.", "Metacritic", {"score": 61}),
        ("It is rated 7.1/10 on IMDb by over 20,000 users.", "IMDb", {"average": 7.1, "average_max": 10, "reviews": 20000}),
        ("It holds a 6.2 rating on IMDb.", "IMDb", {"average": 6.2}),
        ("Audiences polled by CinemaScore gave the film an average grade of \"A–\" on an A+ to F scale.", "CinemaScore", {"grade": "A–"}),
        ("Audiences surveyed by CinemaScore gave it a B+.", "CinemaScore", {"grade": "B+"}),
        ("The film earned a rare \"A+\" CinemaScore.", "CinemaScore", {"grade": "A+"}),
        ("PostTrak reported that filmgoers gave it an 85% positive score and a 67% \"definite recommend\".", "PostTrak", {"approval": 85}),
        ("On AlloCiné, the film has an average of 3,4/5 based on 25 reviews.", "AlloCiné", {"average": 3.4, "average_max": 5, "reviews": 25}),
        ("As of June 2020, the film holds a 73% approval rating on Rotten Tomatoes, based on 40 reviews.", "Rotten Tomatoes", {"approval": 73, "reviews": 40, "as_of": "June 2020"}),
    ],
)  # fmt: skip
def test_wordings(body: str, name: str, expected: dict[str, object]) -> None:
    (score,) = found(body)
    assert (score.name, figures(score)) == (name, expected)


def test_the_consensus_of_the_next_sentence_is_exact() -> None:
    (score,) = found(
        'On Rotten Tomatoes it holds 70% based on 54 reviews. The site\'s critics consensus reads, "More bullets than plot, and little the worse for it."'
    )
    assert score.consensus == "More bullets than plot, and little the worse for it."


def test_a_consensus_that_never_closes_ends_with_its_sentence() -> None:
    scores = found(
        'On Rotten Tomatoes it holds 70% based on 54 reviews. The consensus reads, "More bullets than plot.[17] Ines Valdovinos of the Harbour Film Letter disagreed.'
    )
    assert scores[0].consensus == "More bullets than plot."


def test_two_aggregators_in_one_sentence_keep_their_figures() -> None:
    before = found(
        "It holds a 4% approval on Rotten Tomatoes based on 33 reviews, and 18 out of 100 on Metacritic based on 10 critics."
    )
    assert [(score.name, figures(score)) for score in before] == [
        ("Rotten Tomatoes", {"approval": 4, "reviews": 33}),
        ("Metacritic", {"score": 18, "reviews": 10}),
    ]
    after = found('Audiences polled by CinemaScore gave it an "A", while PostTrak reported an 82% positive score.')
    assert [(score.name, figures(score)) for score in after] == [("CinemaScore", {"grade": "A"}), ("PostTrak", {"approval": 82})]


def test_the_audience_is_never_pooled_with_the_critics() -> None:
    scores = found("On Rotten Tomatoes, the film has 52% from critics and an audience score of 81%.")
    assert [(score.audience, score.approval) for score in scores] == [(False, 52), (True, 81)]
    (cinema,) = found("CinemaScore audiences gave it a B.")
    assert cinema.audience


def test_templates_give_their_parameters() -> None:
    scores = found("{{Rotten Tomatoes prose|70|6.5|54|consensus=More bullets than plot.}} {{Metacritic film prose|55|18}}")
    assert [(score.name, figures(score)) for score in scores] == [
        (
            "Rotten Tomatoes",
            {"approval": 70, "reviews": 54, "average": 6.5, "average_max": 10, "consensus": "More bullets than plot."},
        ),
        ("Metacritic", {"score": 55, "reviews": 18}),
    ]


def test_the_evidence_holds_the_figures_and_the_consensus() -> None:
    page = f'{LEAD}== Reception ==\nOn Rotten Tomatoes it holds 70% based on 54 reviews. Its consensus reads, "More bullets than plot."\n'
    (claim,) = claims_of(aggregators, page)
    quoted = " ".join(evidence.quote for evidence in claim.evidence)
    assert "70% based on 54 reviews" in quoted
    assert "More bullets than plot." in quoted


@pytest.mark.parametrize(
    "body",
    [
        "In 2010, Rotten Tomatoes ranked it the 13th-best film of its kind.",
        "The sequel holds 20% on Rotten Tomatoes.",
        "''Once Upon a Time in Mexico'' holds 66% on Rotten Tomatoes.",
        "Critics liked it, and 70% of the audience came back.",
    ],
)
def test_what_is_no_score_of_this_film(body: str) -> None:
    assert found(body) == []


def test_links_at_the_foot_are_no_claims() -> None:
    assert (
        found(
            "* [https://example.org Desperado] at Rotten Tomatoes\n* List of films with a 100% rating on Rotten Tomatoes",
            "External links",
        )
        == []
    )


def test_a_table_of_aggregators_says_in_its_headers_what_is_what() -> None:
    page = (
        "{| class=wikitable\n! Source !! Score !! Votes\n|-\n| Rotten Tomatoes, critics || 96% || 393\n|-\n| Rotten Tomatoes, audience || 72% || 5,000+\n"
        "|-\n| Metacritic || 88 || 50\n|-\n| IMDb || 7.7 || 160,000\n|}"
    )
    assert [(score.name, score.audience, figures(score)) for score in found(page)] == [
        ("Rotten Tomatoes", False, {"approval": 96, "reviews": 393}),
        ("Rotten Tomatoes", True, {"approval": 72, "reviews": 5000}),
        ("Metacritic", False, {"score": 88, "reviews": 50}),
        ("IMDb", True, {"average": 7.7, "reviews": 160000}),
    ]
