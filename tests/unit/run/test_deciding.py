"""Decisions on a library: made by typed values, kept through every reading, undone in a step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from filmdossier.errors import DecisionError, UnknownStatement
from filmdossier.model.decision import Confirm, Correct, Verdict, moment_of
from filmdossier.model.film import DECISIONS_KIND, FilmRecord, Status
from filmdossier.run import deciding
from filmdossier.run.deciding import history
from filmdossier.run.library import read_paths
from filmdossier.run.linking import link_films
from filmdossier.run.on_film import PassageGiven
from filmdossier.run.reading import Limits
from filmdossier.run.records import film_record, film_records
from filmdossier.store import Store
from support import stand_ins

A = "film: Ronin (1998)\ndirector: J. Frankenheimer\ncast: Jean Reno as Vincent\ncast: Sean Bean as Spence\nreview: Taut.\n"
B = "film: Ronin (1998)\ndirector: John Frankenheimer\n"


class Library:
    """A library in a folder of documents that can be changed and read again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store.open(folder / "library.db")

    def read(self, **documents: str | None) -> None:
        for name, content in documents.items():
            path = self.folder / f"{name}.txt"
            if content is None:
                path.unlink()
            else:
                path.write_text(content)
        read_paths([self.folder], self.store, limits=Limits(workers=0), stages=stand_ins.STAGES)

    def record(self, film: str = "ronin-1998") -> FilmRecord:
        link_films(self.store)
        with self.store.view() as view:
            return film_record(view, film)

    def films(self) -> dict[str, list[str]]:
        link_films(self.store)
        with self.store.view() as view:
            return {record.film.id: [document.path for document in record.documents] for record in film_records(view)}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path)
    made.read(a=A, b=B)
    with made.store:
        yield made


def directors(record: FilmRecord) -> list[tuple[str, Status]]:
    return [(fact.value, fact.status) for fact in record.facts if fact.predicate == "director"]


class TestStatements:
    def test_confirmed(self, library: Library) -> None:
        decision = deciding.confirm(library.store, "Ronin", "director:john-frankenheimer", by="ines", why="main titles")
        (fact,) = [fact for fact in library.record().facts if fact.predicate == "director"]
        assert (fact.value, fact.status, fact.confidence) == ("John Frankenheimer", Status.CONFIRMED, 1.0)
        assert fact.decision is not None
        assert (fact.decision.decision, fact.decision.decided_by, fact.decision.why) == (decision.id, "ines", "main titles")
        assert isinstance(decision.act, Confirm)
        assert decision.act.statement.forms == ("director:j-frankenheimer",)
        assert [passage.origin for passage in decision.act.statement.passages] == ["a.txt", "b.txt"]

    def test_rejected_with_every_form_of_the_name(self, library: Library) -> None:
        deciding.reject(library.store, "ronin-1998", "director:john-frankenheimer", by="ines")
        record = library.record()
        assert directors(record) == []
        assert sorted((str(item.claim.value), item.reason) for item in record.set_aside) == [
            ("J. Frankenheimer", "rejected by ines"),
            ("John Frankenheimer", "rejected by ines"),
        ]

    def test_corrected_with_a_note_opens_on_the_note(self, library: Library) -> None:
        deciding.correct(
            library.store, "ronin-1998", "cast:sean-bean.spence", {"character": "Spencer"}, by="ines", why="end credits"
        )
        record = library.record()
        (entry,) = [entry for entry in record.cast if entry.actor == "Sean Bean"]
        assert (entry.character, entry.status) == ("Spencer", Status.CORRECTED)
        assert entry.decision is not None
        assert getattr(entry.decision.was, "character", None) == "Spence"
        (evidence,) = entry.evidence
        notes = record.documents[-1]
        assert (notes.id, notes.kind) == (evidence.document, DECISIONS_KIND)
        assert notes.text[evidence.span.start : evidence.span.end] == "end credits"

    def test_corrected_with_a_source_opens_on_the_source(self, library: Library) -> None:
        start = A.index("Taut")
        source = PassageGiven(document="a.txt", start=start, end=start + 5)
        deciding.correct(library.store, "ronin-1998", "director:john-frankenheimer", "Taut", by="ines", source=source)
        record = library.record()
        assert directors(record) == [("Taut", Status.CORRECTED)]
        (evidence,) = record.facts[0].evidence
        assert evidence.quote == "Taut."
        assert all(document.kind != DECISIONS_KIND for document in record.documents)

    def test_a_correction_needs_a_note_or_a_source(self, library: Library) -> None:
        with pytest.raises(DecisionError, match="a source or a note"):
            deciding.correct(library.store, "ronin-1998", "director:john-frankenheimer", "Somebody", by="ines", why=" ")

    def test_parts_corrected_one_after_another_all_stay(self, library: Library) -> None:
        deciding.correct(library.store, "ronin-1998", "review:somebody", {"stance": "negative"}, by="ines", why="read it")
        deciding.correct(library.store, "ronin-1998", "review:somebody", {"outlet": "The Courier"}, by="per", why="masthead")
        (review,) = library.record().reviews
        assert (review.stance, review.outlet) == ("negative", "The Courier")
        assert [quote.quote for quote in review.quotes] == ["Taut."]
        # To confirm what was corrected is not to go back to what the machine had read.
        deciding.confirm(library.store, "ronin-1998", review.id, by="ines")
        assert library.record().reviews[0].stance == "negative"

    def test_added_from_a_selected_passage(self, library: Library) -> None:
        start = A.index("Taut")
        selected = PassageGiven(document="a.txt", start=start, end=start + 4)
        deciding.add(library.store, "ronin-1998", "genre", "thriller", selected, by="ines")
        deciding.add(library.store, "ronin-1998", "song", "", selected, by="ines")
        found = {fact.predicate: fact for fact in library.record().facts}
        assert found["genre"].value == "thriller"  # type: ignore[index]
        assert found["song"].value == "Taut"  # type: ignore[index]
        assert found["genre"].evidence[0].quote == "Taut"  # type: ignore[index]
        assert found["genre"].status is Status.CONFIRMED  # type: ignore[index]

    def test_added_with_fields(self, library: Library) -> None:
        selected = PassageGiven(document="b.txt", start=6, end=11)
        deciding.add(
            library.store, "ronin-1998", "relation", {"a": "Sam", "relation": "friend", "b": "Vincent"}, selected, by="ines"
        )
        deciding.add(library.store, "ronin-1998", "dialogue", "Sam", selected, by="ines")
        record = library.record()
        assert [(relation.a, relation.relation, relation.b) for relation in record.relations] == [("Sam", "friend", "Vincent")]
        assert [(line.speaker, line.words) for line in record.dialogue] == [("Sam", "Ronin")]

    @pytest.mark.parametrize(
        ("predicate", "value", "start", "end", "match"),
        [
            ("shoe_size", "9", 0, 4, "no predicate"),
            ("genre", {"a": "b"}, 0, 4, "takes a text"),
            ("cast", "Jean Reno", 0, 4, "has fields; give actor"),
            ("cast", {"shoe": "9"}, 0, 4, "no field 'shoe'"),
            ("cast", {"character": "Sam"}, 0, 4, "needs more fields"),
            ("aggregator", {"name": "Metacritic", "reviews": "many"}, 0, 4, "reviews cannot be 'many'"),
            ("genre", "thriller", 0, 4000, "has characters 0 to"),
            ("genre", "thriller", 4, 4, "none of them"),
            ("genre", "thriller", -3, 4, "none of them"),
        ],
    )
    def test_what_cannot_be_added(
        self, library: Library, predicate: str, value: str | dict[str, object], start: int, end: int, match: str
    ) -> None:
        with pytest.raises(DecisionError, match=match):
            deciding.add(
                library.store, "ronin-1998", predicate, value, PassageGiven(document="a.txt", start=start, end=end), by="ines"
            )
        with library.store.view() as view:
            assert view.decisions() == []

    def test_what_is_not_there_is_named_with_what_is_near(self, library: Library) -> None:
        with pytest.raises(UnknownStatement, match="did you mean director:john-frankenheimer"):
            deciding.confirm(library.store, "ronin-1998", "director:jon-frankenheimer", by="ines")
        with pytest.raises(DecisionError, match=r"no document 'z\.txt'"):
            deciding.add(library.store, "ronin-1998", "genre", "x", PassageGiven(document="z.txt", start=0, end=1), by="ines")
        with pytest.raises(DecisionError, match="say whose"):
            deciding.confirm(library.store, "ronin-1998", "director:john-frankenheimer", by=" ")


class TestReadingAgain:
    def test_moves_no_decision(self, library: Library) -> None:
        deciding.confirm(library.store, "ronin-1998", "cast:jean-reno.vincent", by="ines")
        library.read(a="A line that shifts every offset.\n" + A)
        (entry,) = [entry for entry in library.record().cast if entry.actor == "Jean Reno"]
        assert entry.status is Status.CONFIRMED
        assert entry.decision is not None
        assert not entry.decision.unfound

    def test_a_passage_that_is_there_but_no_longer_read_is_cited(self, library: Library) -> None:
        deciding.confirm(library.store, "ronin-1998", "cast:jean-reno.vincent", by="ines")
        library.read(a=A.replace("cast: Jean", "unread: Jean"))
        (entry,) = [entry for entry in library.record().cast if entry.actor == "Jean Reno"]
        assert (entry.character, entry.status) == ("Vincent", Status.CONFIRMED)
        assert [(one.quote, one.span.start) for one in entry.evidence] == [("Jean Reno as Vincent", A.index("Jean") + 2)]
        assert entry.decision is not None
        assert (entry.decision.unfound, entry.decision.missing) == (True, False)

    def test_a_passage_that_is_gone_is_kept_with_the_decision(self, library: Library) -> None:
        deciding.confirm(library.store, "ronin-1998", "cast:jean-reno.vincent", by="ines")
        library.read(a="film: Ronin (1998)\n")
        record = library.record()
        (entry,) = [entry for entry in record.cast if entry.actor == "Jean Reno"]
        assert entry.decision is not None
        assert (entry.decision.unfound, entry.decision.missing) == (True, True)
        (evidence,) = entry.evidence
        assert evidence.quote == "Jean Reno as Vincent"
        assert evidence.document == record.documents[-1].id
        assert "a.txt, as it was for ines on " in record.documents[-1].text

    def test_a_moved_file_is_found_by_its_words(self, library: Library) -> None:
        deciding.confirm(library.store, "ronin-1998", "cast:jean-reno.vincent", by="ines")
        library.read(c=A.replace("cast: Jean", "CAST: Jean"), a="film: Ronin (1998)\n")
        (entry,) = [entry for entry in library.record().cast if entry.actor == "Jean Reno"]
        assert entry.decision is not None
        assert not entry.decision.missing

    def test_a_rejection_meets_the_statement_in_new_documents(self, library: Library) -> None:
        deciding.reject(library.store, "ronin-1998", "cast:sean-bean.spence", by="ines")
        library.read(c="film: Ronin (1998)\ncast: SEAN BEAN as Spence\n", a="film: Ronin (1998)\n")
        record = library.record()
        assert [entry.actor for entry in record.cast] == []
        assert [item.reason for item in record.set_aside] == ["rejected by ines"]

    def test_a_form_of_the_name_is_enough(self, library: Library) -> None:
        deciding.reject(library.store, "ronin-1998", "director:john-frankenheimer", by="ines")
        library.read(b="film: Ronin (1998)\n")
        assert directors(library.record()) == []


class TestNames:
    def test_merged(self, library: Library) -> None:
        library.read(b=B + "director: Jack Frank\n")
        deciding.merge_names(library.store, "ronin-1998", "person", "Jack Frank", "John Frankenheimer", by="ines")
        record = library.record()
        assert directors(record) == [("John Frankenheimer", Status.CORROBORATED)]
        deciding.undo(library.store, record.decisions[0].decision, by="ines")
        assert len(directors(library.record())) == 2

    def test_split(self, library: Library) -> None:
        deciding.split_names(library.store, "ronin-1998", "person", "J. Frankenheimer", "John Frankenheimer", by="ines")
        assert sorted(value for value, _ in directors(library.record())) == ["J. Frankenheimer", "John Frankenheimer"]

    def test_names_written_alike_cannot_be_told_apart(self, library: Library) -> None:
        with pytest.raises(DecisionError, match="written alike"):
            deciding.split_names(library.store, "ronin-1998", "person", "Jean Reno", "JEAN RENO", by="ines")
        with pytest.raises(DecisionError, match="neither 'person' nor 'character'"):
            deciding.split_names(library.store, "ronin-1998", "animal", "Jean", "Reno", by="ines")


class TestFilms:
    def test_merged_and_undone(self, library: Library) -> None:
        library.read(c="film: Ronin: Uncut (2001)\ndirector: Nobody\n")
        assert sorted(library.films()) == ["ronin-1998", "ronin-uncut-2001"]
        deciding.confirm(library.store, "ronin-uncut-2001", "director:nobody", by="per")
        decision = deciding.merge_films(library.store, "ronin-uncut-2001", "Ronin (1998)", by="ines")
        assert library.films() == {"ronin-1998": ["a.txt", "b.txt", "c.txt"]}
        assert ("Nobody", Status.CONFIRMED) in directors(library.record())
        deciding.undo(library.store, decision.id, by="ines")
        assert sorted(library.films()) == ["ronin-1998", "ronin-uncut-2001"]
        assert directors(library.record("ronin-uncut-2001")) == [("Nobody", Status.CONFIRMED)]

    def test_split(self, library: Library) -> None:
        decision = deciding.split_film(library.store, "ronin-1998", ["b.txt"], "Ronin", 2011, by="ines")
        assert library.films() == {"ronin-1998": ["a.txt"], "ronin-2011": ["b.txt"]}
        library.read(b=B + "cast: Somebody\n")
        assert library.films() == {"ronin-1998": ["a.txt"], "ronin-2011": ["b.txt"]}
        deciding.undo(library.store, decision.id, by="ines")
        assert library.films() == {"ronin-1998": ["a.txt", "b.txt"]}

    def test_another_title_and_year_keep_the_id(self, library: Library) -> None:
        deciding.correct(library.store, "ronin-1998", "title", "Ronins", by="ines", why="the poster")
        deciding.correct(library.store, "ronin-1998", "year", "1999", by="ines", why="the poster")
        film = library.record().film
        assert (film.id, film.title, film.year, film.aliases) == ("ronin-1998", "Ronins", 1999, ("Ronin",))
        with pytest.raises(DecisionError, match="correct it instead"):
            deciding.reject(library.store, "ronin-1998", "title", by="ines")

    def test_decisions_follow_a_film_whose_id_changes(self, library: Library) -> None:
        library.read(a=A.replace(" (1998)", ""), b=B.replace(" (1998)", ""))
        deciding.confirm(library.store, "ronin", "cast:jean-reno.vincent", by="ines")
        library.read(a=A, b=B)
        (entry,) = [entry for entry in library.record("ronin-1998").cast if entry.actor == "Jean Reno"]
        assert entry.status is Status.CONFIRMED

    def test_a_film_that_is_gone_keeps_its_decisions_for_its_return(self, library: Library) -> None:
        decision = deciding.confirm(library.store, "ronin-1998", "cast:jean-reno.vincent", by="ines")
        library.read(a="film: Heat (1995)\n", b="film: Heat (1995)\n")
        assert list(library.films()) == ["heat-1995"]
        with library.store.view() as view:
            assert [entry.decision for entry in history(view)] == [decision]
            assert history(view, "heat-1995") == ()
        library.read(a=A)
        assert library.record().decisions[0].decision == decision.id


class TestHistory:
    def test_undone_redone_and_listed(self, library: Library) -> None:
        before = library.record()
        decision = deciding.reject(library.store, "ronin-1998", "cast:sean-bean.spence", by="ines")
        after = library.record()
        undoing = deciding.undo(library.store, decision.id[:8], by="per", why="a slip")
        assert library.record() == before
        with pytest.raises(DecisionError, match="undone already"):
            deciding.undo(library.store, decision.id, by="per")
        deciding.undo(library.store, undoing.id, by="ines")
        assert library.record() == after
        with library.store.view() as view:
            listed = history(view, "ronin-1998")
        assert [(entry.decision.verdict, entry.holds) for entry in listed] == [
            (Verdict.UNDO, True),
            (Verdict.UNDO, False),
            (Verdict.REJECT, True),
        ]
        assert listed[1].undone_by == listed[0].decision.id

    def test_no_such_decision(self, library: Library) -> None:
        for wanted in ("", "ffff"):
            with pytest.raises(UnknownStatement, match="no such decision"):
                deciding.undo(library.store, wanted, by="ines")

    def test_a_later_decision_beats_an_earlier_one_even_when_the_clock_goes_back(self, library: Library) -> None:
        first = deciding.reject(library.store, "ronin-1998", "cast:sean-bean.spence", by="ines", at="2199-01-01T00:00:00Z")
        second = deciding.confirm(library.store, "ronin-1998", "cast:sean-bean.spence", by="per")
        assert moment_of(second.decided_at) > moment_of(first.decided_at)
        (entry,) = [entry for entry in library.record().cast if entry.actor == "Sean Bean"]
        assert entry.status is Status.CONFIRMED

    def test_a_correction_of_a_correction(self, library: Library) -> None:
        deciding.correct(library.store, "ronin-1998", "director:john-frankenheimer", "A. Smithee", by="ines", why="titles")
        made = deciding.correct(library.store, "ronin-1998", "director:a-smithee", "Alan Smithee", by="per", why="in full")
        assert directors(library.record()) == [("Alan Smithee", Status.CORRECTED)]
        assert isinstance(made.act, Correct)
        deciding.undo(library.store, made.id, by="per")
        assert directors(library.record()) == [("A. Smithee", Status.CORRECTED)]
