"""The words' stance, and the model behind it."""

import pytest

from filmdossier.extract.stance import read_stance
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
