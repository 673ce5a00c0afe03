"""Words of like meaning."""

from filmdossier.ask.likeness import likeness, nearest
from filmdossier.ask.stems import stem


def test_a_deed_is_like_its_kind_and_unlike_others() -> None:
    near = likeness().near(stem("kill"))
    assert near[stem("kill")] == 1.0
    assert near[stem("murder")] > 0.3
    assert near.get(stem("sing"), 0.0) == 0.0


def test_a_stem_that_the_table_lacks_is_like_itself_only() -> None:
    assert nearest(["xyzzyq"]) == {"xyzzyq": {"xyzzyq": 1.0}}
