"""Which mention stays where a plug-in and the rules speak of the same words."""

from dataclasses import dataclass

import pytest

from filmdossier.annotate import annotate
from filmdossier.annotate.plugins.additions import Additions, mention
from filmdossier.annotate.plugins.merging import merged, plug
from filmdossier.model.annotations import Annotations, Mention, MentionKind, PluginReport, Word
from filmdossier.model.text import Span
from support.prose import document

K = MentionKind
TEXT = "Once Upon a Time in Mexico by Todd McCarthy of Variety in March 1995"


def m(words: str, kind: MentionKind, score: float = 0.6) -> Mention:
    """The mention of these words in the text."""
    start = TEXT.index(words)
    return Mention(span=Span(start, start + len(words)), surface=words, kind=kind, score=score)


@dataclass(frozen=True)
class Told:
    """A plug-in that finds what it is told to find."""

    additions: Additions
    name: str = "told:nothing"
    identity: str = "told"
    patience_seconds: float = 0.0

    def prepare(self) -> None:
        """Nothing."""

    def read(self, annotations: Annotations) -> Additions:
        """What it was told."""
        return self.additions


@pytest.mark.parametrize(
    ("rules", "given", "kept"),
    [
        pytest.param([m("Variety", K.NAME)], [m("Variety", K.ORGANISATION)], [("Variety", K.ORGANISATION)], id="same span"),
        pytest.param([m("Variety", K.PERSON, 0.9)], [m("Variety", K.ORGANISATION)], [("Variety", K.ORGANISATION)], id="surer rule"),
        pytest.param(
            [m("Todd McCarthy of Variety", K.PERSON)],
            [m("Todd McCarthy", K.PERSON), m("Variety", K.ORGANISATION)],
            [("Todd McCarthy", K.PERSON), ("Variety", K.ORGANISATION)],
            id="glued by the rules",
        ),
        pytest.param(
            [m("Once Upon", K.NAME), m("Mexico", K.PLACE)],
            [m("Once Upon a Time in Mexico", K.WORK)],
            [("Once Upon a Time in Mexico", K.WORK), ("Once Upon", K.NAME), ("Mexico", K.PLACE)],
            id="names inside a title stay",
        ),
        pytest.param(
            [m("Once Upon a Time in Mexico", K.PERSON)],
            [m("Once Upon a Time in Mexico", K.WORK)],
            [("Once Upon a Time in Mexico", K.WORK)],
            id="a title is no person",
        ),
        pytest.param(
            [m("Once Upon a Time", K.WORK, 0.8)],
            [m("Once Upon a Time in Mexico", K.WORK)],
            [("Once Upon a Time in Mexico", K.WORK), ("Once Upon a Time", K.WORK)],
            id="italics stay",
        ),
        pytest.param(
            [m("Once Upon a Time", K.WORK, 0.6)],
            [m("Once Upon a Time in Mexico", K.WORK)],
            [("Once Upon a Time in Mexico", K.WORK)],
            id="a title by quotation marks gives way",
        ),
        pytest.param(
            [m("March 1995", K.DATE), m("1995", K.YEAR)],
            [m("March", K.PERSON)],
            [("March 1995", K.DATE), ("March", K.PERSON), ("1995", K.YEAR)],
            id="dates are the rules' own",
        ),
        pytest.param([m("Mexico", K.PLACE)], [], [("Mexico", K.PLACE)], id="nothing given"),
    ],
)
def test_the_rule(rules: list[Mention], given: list[Mention], kept: list[tuple[str, MentionKind]]) -> None:
    rules.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    assert [(mention.surface, mention.kind) for mention in merged(rules, given)] == kept


def test_a_plugin_contradicting_itself_keeps_the_longest_and_may_not_give_what_is_the_rules() -> None:
    annotations = annotate(document(TEXT))
    told = Told(
        Additions(
            mentions=(
                m("Todd", K.PERSON),
                m("Todd McCarthy", K.ORGANISATION, 0.8),
                m("Todd McCarthy", K.PERSON, 0.9),
                m("Once Upon a Time in Mexico", K.WORK),
                m("Once Upon a Time in Mexico", K.PERSON, 0.9),
                m("1995", K.MONEY),
            ),
            unanchored=3,
            unusable=1,
        )
    )
    after = plug(annotations, told)
    assert [(one.surface, one.kind) for one in after.mentions if one not in annotations.mentions] == [
        ("Once Upon a Time in Mexico", K.WORK),
        ("Todd McCarthy", K.PERSON),
    ]
    assert after.plugins == (PluginReport(annotator="told:nothing", mentions=2, unanchored=3, unusable=1),)
    assert list(after.mentions) == sorted(after.mentions, key=lambda one: (one.span.start, -one.span.end, list(K).index(one.kind)))


def test_words_come_from_one_parser() -> None:
    annotations = annotate(document(TEXT))
    words = (Word(span=Span(0, 4), lemma="once", pos="ADV", head=0, relation="root"),)
    assert plug(annotations, Told(Additions(mentions=(), words=words))).words == words
    again = plug(plug(annotations, Told(Additions(mentions=(), words=words))), Told(Additions(mentions=())))
    assert again.words == words
    assert len(again.plugins) == 2


@pytest.mark.parametrize(
    ("words", "trimmed"),
    [
        ("Bucho's", "Bucho"),
        (" “Bucho”, ", "Bucho"),
        ("Robert Downey Jr.", "Robert Downey Jr."),
        ("El Mariachi.", "El Mariachi"),
        ("L.A.", "L.A."),
        ("– ", None),
    ],
)
def test_mentions_are_trimmed(words: str, trimmed: str | None) -> None:
    held = document(f"x {words} x")
    start = held.text.index(words)
    found = mention(held, Span(start, start + len(words)), K.PERSON, 0.5)
    assert (found.surface if found else None) == trimmed
