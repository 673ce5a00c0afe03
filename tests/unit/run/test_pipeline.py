"""One document through the stages, and what happens when a stage breaks."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from filmdossier.errors import BrokenFile, StageError
from filmdossier.model.annotations import Annotations, FilmHint
from filmdossier.model.claim import Claim
from filmdossier.model.text import Document, Source
from filmdossier.run.pipeline import STAGES, process
from support import stand_ins

SOURCE = Source(origin="a.txt", media_type="text/plain", sha256="0")


def test_the_stages_follow_each_other() -> None:
    made = process(b"film: Ronin (1998)\ndirector: John Frankenheimer\n", SOURCE, stages=stand_ins.STAGES)
    assert made.document.source == SOURCE
    assert [topic.title for topic in made.annotations.topics] == ["Ronin"]
    assert [claim.value for claim in made.claims] == ["John Frankenheimer"]


def test_the_hint_reaches_the_annotator() -> None:
    made = process(b"words\n", SOURCE, FilmHint(title="Ronin", year=1998), stages=stand_ins.STAGES)
    assert [(topic.title, topic.year) for topic in made.annotations.topics] == [("Ronin", 1998)]


def test_a_refusal_comes_through_as_it_is() -> None:
    with pytest.raises(BrokenFile, match="refuses"):
        process(b"do: refuse", SOURCE, stages=stand_ins.STAGES)


def test_a_broken_stage_is_named_with_its_cause() -> None:
    with pytest.raises(StageError, match="annotate stage: KeyError") as caught:
        process(b"do: raise", SOURCE, stages=stand_ins.STAGES)
    assert caught.value.stage == "annotate"
    assert isinstance(caught.value.__cause__, KeyError)


def test_a_claim_about_no_topic_of_the_document_is_a_defect_of_the_extractor() -> None:
    def stray(document: Document, annotations: Annotations) -> Iterator[Claim]:
        for claim in stand_ins.extract(document, annotations):
            yield replace(claim, subject="elsewhere/0")

    with pytest.raises(StageError, match=r"extract stage.*about no topic"):
        process(b"film: Ronin (1998)\ndirector: X\n", SOURCE, stages=replace(stand_ins.STAGES, extract=stray))


def test_the_real_stages_run() -> None:
    raw = b"Ronin is a 1998 American action thriller film directed by John Frankenheimer.\n"
    source = Source(origin="ronin.txt", media_type="", sha256="0")
    made = process(raw, source)
    assert made.document.source.media_type == "text/plain"
    assert [(topic.title, topic.year) for topic in made.annotations.topics] == [("Ronin", 1998)]
    assert "John Frankenheimer" in [claim.value for claim in made.claims]
    assert process(raw, source, stages=STAGES).claims == made.claims
