"""The words' stance, and the model behind it."""

import pytest

from filmdossier.extract.stance import cues, judging_words, read_stance, stance_scores
from filmdossier.extract.stance_model import StanceModel, features, stance_model
from filmdossier.model.claim import Stance


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("A superb, moving and brilliantly acted film.", Stance.POSITIVE),
        ("A tedious, witless bore, badly written and worse acted.", Stance.NEGATIVE),
        ("It is one of the greatest films of the decade.", Stance.POSITIVE),
        ("It is the worst Canadian horror film ever made.", Stance.NEGATIVE),
    ],
)
def test_quotations(words: str, stance: Stance) -> None:
    assert read_stance("", [words])[0] is stance


def test_denial_in_praise_is_praise() -> None:
    plain = read_stance("", ["could scarcely be more dazzling"])
    assert plain[0] is Stance.POSITIVE


def test_probabilities_are_a_distribution() -> None:
    for words in ("", "film", "superb " * 300, "İstanbul ½ ★★★"):
        probabilities = stance_model().probabilities(words)
        assert sum(probabilities) == pytest.approx(1)
        assert all(0 <= each <= 1 for each in probabilities)


def test_negation_marks_the_words_after_it() -> None:
    assert "¬good" in set(features("not very good"))
    assert "¬good" not in set(features("not bad, good"))


def test_a_file_that_is_no_model_is_refused() -> None:
    with pytest.raises(ValueError, match="no stance model"):
        StanceModel.load(b"something else")


def test_the_shipped_model_is_small_and_sorted() -> None:
    model = stance_model()
    assert len(model.weights) == 3 * len(model.keys)
    assert list(model.keys) == sorted(set(model.keys))
    assert 7 * len(model.keys) < 500_000


def test_a_critical_response_is_no_negative_one() -> None:
    words = ["I have seldom met a more marvelous pair of performances in one film."]
    assert read_stance("Critical response was largely positive; Carl Moss of the Herald said:", words)[0] is Stance.POSITIVE


def test_praise_and_blame_of_the_film_itself_outweigh_praise_of_a_part() -> None:
    report = (
        "Moss took to the radio to criticize the film for its politics. While he called the craft     , he criticized its ending."
    )
    assert read_stance(report, ["masterful"], divided=True)[0] is not Stance.POSITIVE


def test_words_of_judgement_count_more_before_a_film_and_turn_under_denial() -> None:
    assert judging_words("a dull film")[1] > judging_words("a dull afternoon")[1]
    assert judging_words("hardly a dull film")[0] > judging_words("hardly a dull film")[1]


def test_cues_stand_where_they_say() -> None:
    report = "Moss praised the cast but lamented the ending."
    assert [(report[cue.start : cue.end], cue.stance) for cue in cues(report)] == [
        ("praised", Stance.POSITIVE),
        ("lamented", Stance.NEGATIVE),
    ]


def test_another_reading_of_words_can_take_the_model_s_place() -> None:
    assert stance_scores("", ["anything"], reading=lambda _: (-9.0, 0.0, 9.0))[2] > 5


@pytest.mark.parametrize(
    ("report", "stance"),
    [
        ("was less impressed", Stance.NEGATIVE),
        ("could not be moved", Stance.NEGATIVE),
        ("was the great dissenter", Stance.NEGATIVE),
        ("was rather kinder", Stance.POSITIVE),
    ],
)
def test_further_words_of_the_reporter_judge(report: str, stance: Stance) -> None:
    assert [cue.stance for cue in cues(report)] == [stance]
