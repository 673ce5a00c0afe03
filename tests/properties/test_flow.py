"""What holds for every document, whatever is in it: offsets, evidence, order, sameness."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from filmdossier.errors import ReadError
from filmdossier.model.claim import Claim, CriticReview
from filmdossier.model.film import DocumentSummary, FilmIdentity, FilmRecord
from filmdossier.model.text import Evidence
from filmdossier.read.builder import normalise
from filmdossier.reception import receive
from filmdossier.reconcile import reconcile
from filmdossier.run.pipeline import Processed, process
from support.film_pages import Page, pages
from support.golden import render


def _processed(page: Page) -> Processed | None:
    try:
        return process(page.raw, page.source)
    except ReadError:
        return None


def _evidence(claim: Claim) -> list[Evidence]:
    cited = list(claim.evidence)
    if isinstance(claim.value, CriticReview):
        cited += claim.value.quotes
        cited += [evidence for aspect in (*claim.value.praised, *claim.value.criticised) for evidence in aspect.evidence]
    return cited


def _record(processed: Processed, claims: tuple[Claim, ...]) -> FilmRecord:
    document, topics = processed.document, processed.annotations.topics
    summary = DocumentSummary(
        id=document.id, path=document.source.origin, kind="other", title=document.title, sha256="", text=document.text
    )
    identity = FilmIdentity(id="film", title=topics[0].title, year=topics[0].year)
    return receive(reconcile(identity, [summary], topics, claims))


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(pages())
@settings(max_examples=150)
def test_layout_lies_inside_the_text_in_order(page: Page) -> None:
    processed = _processed(page)
    if processed is None:
        return
    document = processed.document
    for block in document.blocks:
        assert block.span.end <= len(document.text)
        assert block.span.of(document.text).strip()
        for cell in block.cells:
            assert cell.span in block.span
            assert all(item in cell.span for item in cell.items)
    assert all(first.span.end <= second.span.start for first, second in pairwise(document.blocks))
    assert all(mark.span.end <= len(document.text) for mark in document.marks)


@given(pages())
@settings(max_examples=150)
def test_annotations_stand_where_they_say(page: Page) -> None:
    processed = _processed(page)
    if processed is None:
        return
    annotations, text = processed.annotations, processed.document.text
    assert all(first.span.end <= second.span.start for first, second in pairwise(annotations.sentences))
    assert all(mention.surface == mention.span.of(text) for mention in annotations.mentions)
    for topic in annotations.topics:
        assert topic.title_evidence
        assert all(evidence.quote == evidence.span.of(text) for evidence in (*topic.title_evidence, *topic.year_evidence))


@given(pages())
@settings(max_examples=150)
def test_every_claim_quotes_its_document(page: Page) -> None:
    processed = _processed(page)
    if processed is None:
        return
    for claim in processed.claims:
        for evidence in _evidence(claim):
            assert evidence.document == processed.document.id
            assert evidence.quote == processed.document.text[evidence.span.start : evidence.span.end]


@given(pages())
@settings(max_examples=40)
def test_the_same_file_gives_the_same_claims(page: Page) -> None:
    assert _processed(page) == _processed(page)


@given(pages(), st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_a_record_ignores_the_order_of_its_claims(page: Page, random: "object") -> None:
    processed = _processed(page)
    if processed is None or not processed.annotations.topics:
        return
    shuffled = list(processed.claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _record(processed, tuple(shuffled)) == _record(processed, processed.claims)


@given(pages())
@settings(max_examples=100)
def test_no_claim_is_lost(page: Page) -> None:
    """Each claim's evidence stands somewhere in the record."""
    processed = _processed(page)
    if processed is None or not processed.annotations.topics:
        return
    record = _record(processed, processed.claims)
    shown = {evidence for part in _parts(record) for evidence in part}
    first = processed.annotations.topics[0].id
    for claim in processed.claims:
        if claim.predicate not in ("title", "year") and claim.subject == first:
            assert set(claim.evidence) <= shown, claim
    assert render(record)


def _parts(record: FilmRecord) -> list[tuple[Evidence, ...]]:
    told = (
        *record.facts,
        *record.cast,
        *record.characters,
        *record.relations,
        *record.events,
        *record.dialogue,
        *record.connections,
        *record.aggregators,
        *record.reviews,
        *record.suggestions,
    )
    sides = [value.evidence for conflict in record.conflicts for value in conflict.values]
    return [part.evidence for part in told] + sides + [aside.claim.evidence for aside in record.set_aside]
