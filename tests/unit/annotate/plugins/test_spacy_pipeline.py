"""A spaCy pipeline as a plug-in: a blank one with rules, so that no model is needed."""

import warnings
from pathlib import Path
from typing import Any

import pytest

from filmdossier.annotate import annotate
from filmdossier.annotate.plugins import choose, plug
from filmdossier.annotate.plugins.spacy_pipeline import SpacyPipeline, words
from filmdossier.errors import AnnotatorError, SettingsError
from filmdossier.model.annotations import MentionKind, Role, Sentence
from filmdossier.model.text import BlockKind, Origin, Source, Span
from filmdossier.read.builder import DocumentBuilder
from support.prose import document

K = MentionKind


@pytest.fixture(scope="module")
def spacy() -> Any:
    """spaCy, where somebody has installed it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it complains of in its own imports is not ours
        return pytest.importorskip("spacy", reason="needs spaCy, which is not installed")


@pytest.fixture
def pipeline(spacy: Any, tmp_path: Path) -> Path:
    """The folder of a blank English pipeline that knows four names by rule."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Salome Dufresne's"},
            {"label": "ORG", "pattern": "Variety"},
            {"label": "WORK_OF_ART", "pattern": "Night Ferry Blues"},
            {"label": "NORP", "pattern": "Mexican"},
            {"label": "DATE", "pattern": "March 1995"},
        ]
    )
    folder = tmp_path / "rules"
    nlp.to_disk(folder)
    return folder


def test_entities_become_mentions_of_our_kinds(pipeline: Path) -> None:
    builder = DocumentBuilder(Source(origin="a.txt", media_type="text/plain", sha256=""))
    builder.heading(1, "Variety")
    builder.field("Published by", ["Variety"], origin=Origin.INFOBOX, template="infobox")
    builder.paragraph("In March 1995 Variety praised the Mexican crew. It opens with Night Ferry Blues, Salome Dufresne's song.")
    builder.paragraph("Variety was kind.", kind=BlockKind.QUOTE)
    held = builder.build()
    plugin = choose(f"spacy:{pipeline}")
    plugin.prepare()
    found = plugin.read(annotate(held))
    assert [(one.surface, one.kind) for one in found.mentions] == [
        ("Variety", K.ORGANISATION),
        ("Night Ferry Blues", K.WORK),
        ("Salome Dufresne", K.PERSON),
        ("Variety", K.ORGANISATION),
    ]
    assert all(one.span.of(held.text) == one.surface for one in found.mentions)
    assert found.mentions[0].span.start > held.text.index("In March")
    assert (found.words, found.unanchored) == ((), 0)
    after = plug(annotate(held), plugin)
    assert {one.kind for one in after.mentions if one.surface == "Variety" and one.span.start > 40} == {K.ORGANISATION}
    assert any(one.kind is K.DATE for one in after.mentions)


def test_words_have_their_place_in_the_text_and_heads_in_the_document(spacy: Any) -> None:
    from spacy.tokens import Doc

    text = "Tomas  shoots Bruno. Zora is angry."
    sentences = [
        Sentence(index=index, span=Span(start, end), block=0, section=(), role=Role.PLOT)
        for index, (start, end) in enumerate(((0, 20), (21, 35)))
    ]
    vocabulary = spacy.blank("en").vocab
    first = Doc(
        vocabulary,
        words=["Tomas", " ", "shoots", "Bruno", "."],
        spaces=[True, False, True, False, False],
        heads=[2, 0, 2, 2, 2],
        deps=["nsubj", "dep", "ROOT", "dobj", "punct"],
        pos=["PROPN", "SPACE", "VERB", "PROPN", "PUNCT"],
        lemmas=["Tomas", " ", "shoot", "Bruno", "."],
    )
    second = Doc(
        vocabulary,
        words=["Zora", "is", "angry", "."],
        spaces=[True, True, False, False],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "acomp", "punct"],
        pos=["PROPN", "AUX", "ADJ", "PUNCT"],
        lemmas=["Zora", "be", "angry", "."],
    )
    assert [sentence.span.of(text) for sentence in sentences] == [first.text, second.text]
    found = list(words(sentences, [first, second]))
    assert [(word.span.of(text), word.lemma, word.pos, found[word.head].lemma, word.relation) for word in found] == [
        ("Tomas", "Tomas", "PROPN", "shoot", "nsubj"),
        ("shoots", "shoot", "VERB", "shoot", "root"),
        ("Bruno", "Bruno", "PROPN", "shoot", "obj"),
        (".", ".", "PUNCT", "shoot", "punct"),
        ("Zora", "Zora", "PROPN", "angry", "nsubj"),
        ("is", "be", "AUX", "angry", "cop"),
        ("angry", "angry", "ADJ", "angry", "root"),
        (".", ".", "PUNCT", "angry", "punct"),
    ]


def test_a_pipeline_that_is_missing_is_named_with_the_remedy(spacy: Any) -> None:
    with pytest.raises(SettingsError, match=r"'en_no_such_pipeline', which is not installed; .*spacy download en_no_such_pipeline"):
        choose("spacy:en_no_such_pipeline")


def test_without_spacy_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SettingsError, match=r"needs spaCy, which is not installed; .*python -m pip install spacy"):
        choose("spacy:en_core_web_sm")


def test_a_pipeline_that_cannot_be_loaded_or_breaks_is_an_annotators_error(spacy: Any, tmp_path: Path, pipeline: Path) -> None:
    (tmp_path / "broken").mkdir()
    held = annotate(document("Anything at all."))
    with pytest.raises(AnnotatorError, match=r"spacy:.*broken: it cannot be loaded .*; install spaCy"):
        choose(f"spacy:{tmp_path / 'broken'}").read(held)


def test_the_identity_changes_with_the_pipeline(spacy: Any, pipeline: Path) -> None:
    plugin = SpacyPipeline(model=str(pipeline))
    before = plugin.identity
    assert spacy.__version__ in before
    assert plugin.identity == before
    with (pipeline / "meta.json").open("a") as file:
        file.write("\n")
    assert plugin.identity != before


def test_spacy_is_not_loaded_before_it_is_asked_for() -> None:
    import subprocess
    import sys

    code = "import filmdossier.annotate.plugins, filmdossier.present.cli, sys; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
