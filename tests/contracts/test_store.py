"""What every store keeps to, on each engine."""

from hashlib import sha256
from threading import Thread

import pytest

from filmdossier.errors import StoreError
from filmdossier.model.annotations import FilmHint
from filmdossier.model.claim import CastMember, Predicate
from filmdossier.model.decision import Correct, Decision, FilmReference, KeptPassage, Statement, Verdict
from filmdossier.model.film import FilmIdentity
from filmdossier.model.library import Failure
from filmdossier.store import Store
from support.decisions import decisions_of_every_kind
from support.small_library import FILM, everything, held, processed, put, relink


class TestDocuments:
    def test_comes_back_as_it_went_in(self, store: Store) -> None:
        made = processed()
        assert put(store, made)
        with store.view() as view:
            assert view.document(made.document.id) == made.document
            assert view.topics() == list(made.annotations.topics)
            assert view.claims() == list(made.claims)

    def test_awkward_characters_survive(self, store: Store) -> None:
        made = processed(
            "film: İstanbul 🎬 (1955)\ndirector: Joseph‑Pevney \u0301 \\u0000 'x'; DROP TABLE claims;--\n", origin="ünï/☃ 'a'.txt"
        )
        put(store, made)
        with store.view() as view:
            assert view.document(made.document.id) == made.document
            assert view.claims() == list(made.claims)

    def test_same_content_changes_no_byte(self, store: Store) -> None:
        put(store, processed())
        relink(store, [(FILM, (processed().annotations.topics[0].id,))], version="1")
        before = everything(store)
        assert not put(store, processed())
        assert everything(store) == before

    def test_changed_content_replaces_everything_of_its_origin(self, store: Store) -> None:
        put(store, processed())
        put(store, processed(origin="other.txt"))
        changed = processed("film: Desperado (1995)\ndirector: Roberto Rodríguez\n")
        assert put(store, changed)
        with store.view() as view:
            assert view.document_count() == 2
            assert [claim for claim in view.claims() if claim.evidence[0].document == changed.document.id] == list(changed.claims)
            assert len(view.claims()) == len(changed.claims) + len(processed().claims)
            with pytest.raises(StoreError, match="no document"):
                view.document(processed().document.id)

    def test_order_of_reading_leaves_no_trace(self, store: Store, location: str) -> None:
        first, second = processed(), processed(origin="b.txt")
        put(store, first)
        put(store, second)
        one = held(store)
        for made in (first, second):
            put(store, processed("nothing\n", origin=made.document.source.origin))
        put(store, second)
        put(store, first)
        assert held(store) == one

    def test_a_failing_transaction_leaves_the_earlier_reading(self, store: Store) -> None:
        put(store, processed())
        before = everything(store)
        stray = processed("film: Desperado (1995)\ndirector: Somebody\n")
        with pytest.raises(StoreError):  # the claims' topics are not among the annotations'
            store.writer().replace(stray.document, processed("no film\n").annotations, stray.claims)
        assert everything(store) == before

    def test_fingerprints_tell_version_hint_and_reason(self, store: Store) -> None:
        hint = FilmHint(title="Desperado", year=1995)
        put(store, processed("words\n", hint=hint), version="7", hint=hint)
        put(store, processed("words\n", origin="b.txt"), version="8")
        with store.view() as view:
            prints = view.fingerprints()
        assert prints["notes/desperado.txt"].hint == hint
        assert prints["notes/desperado.txt"].reason == ""
        assert prints["notes/desperado.txt"].sha256 == sha256(b"words\n").hexdigest()
        assert prints["b.txt"].hint is None
        assert prints["b.txt"].version == "8"
        assert prints["b.txt"].reason == "it has no film line"

    def test_thousands_of_claims(self, store: Store) -> None:
        made = processed("film: Desperado (1995)\n" + "".join(f"cast: Extra {number}\n" for number in range(5000)))
        put(store, made)
        with store.view() as view:
            assert view.claims(Predicate.CAST) == list(made.claims)
            assert view.claims(Predicate.DIRECTOR) == []

    def test_dropping_takes_everything_of_an_origin_and_nothing_else(self, store: Store) -> None:
        put(store, processed(origin="other.txt"))
        relink(store, [(FILM, (processed(origin="other.txt").annotations.topics[0].id,))], version="v")
        before = held(store)
        put(store, processed())
        relink(store, [(FILM, (processed(origin="other.txt").annotations.topics[0].id,))], version="v")
        assert store.writer().drop(["notes/desperado.txt", "nowhere.txt"]) == 1
        with store.view() as view:
            assert view.links_version() == ""
        relink(store, [(FILM, (processed(origin="other.txt").annotations.topics[0].id,))], version="v")
        assert held(store) == before

    def test_dropping_what_is_not_there_changes_nothing(self, store: Store) -> None:
        put(store, processed())
        relink(store, [], version="v")
        before = everything(store)
        assert store.writer().drop(["nowhere.txt"]) == 0
        assert everything(store) == before


class TestFilms:
    def test_links_lead_from_films_to_claims_and_documents(self, store: Store) -> None:
        desperado, other = processed(), processed("film: Ronin (1998)\ndirector: John Frankenheimer\n", origin="a.txt")
        put(store, desperado)
        put(store, other)
        ronin = FilmIdentity(id="ronin-1998", title="Ronin", year=1998)
        topics = [made.annotations.topics[0].id for made in (desperado, other)]
        assert relink(store, [(ronin, tuple(topics[1:])), (FILM, tuple(topics[:1]))], version="1")
        with store.view() as view:
            assert view.films() == [FILM, ronin]
            assert view.film("ronin-1998") == ronin
            assert view.film("heat-1995") is None
            assert view.claims_of("ronin-1998") == list(other.claims)
            assert view.topics_of("desperado-1995") == list(desperado.annotations.topics)
            (summary,) = view.documents_of("desperado-1995", layout=True)
        assert summary.text == desperado.document.text
        assert summary.blocks == desperado.document.blocks
        assert summary.path == "notes/desperado.txt"

    def test_relinking_alike_changes_nothing_and_otherwise_replaces(self, store: Store) -> None:
        made = processed()
        put(store, made)
        topic = made.annotations.topics[0].id
        relink(store, [(FILM, (topic,))], version="1")
        before = everything(store)
        assert not relink(store, [(FILM, (topic,))], version="1")
        assert everything(store) == before
        renamed = FilmIdentity(id="desperado", title="Desperado", year=None)
        assert relink(store, [(renamed, (topic,))], version="1")
        with store.view() as view:
            assert view.films() == [renamed]
            assert view.claims_of("desperado") == list(made.claims)
            assert view.claims_of("desperado-1995") == []

    def test_links_are_stale_after_a_change_until_relinked(self, store: Store) -> None:
        with store.view() as view:
            assert view.links_version() == ""
        put(store, processed())
        relink(store, [], version="v")
        with store.view() as view:
            assert view.links_version() == "v"
        put(store, processed())
        with store.view() as view:
            assert view.links_version() == "v"
        put(store, processed("film: Ronin (1998)\n"))
        with store.view() as view:
            assert view.links_version() == ""

    def test_a_link_to_no_topic_is_refused_whole(self, store: Store) -> None:
        before = everything(store)
        with pytest.raises(StoreError):
            relink(store, [(FILM, ("nowhere/0",))], version="1")
        assert everything(store) == before

    def test_films_are_listed_by_code_point(self, store: Store) -> None:
        ids = ["a-b", "a1", "B", "ab", "á", "z"]
        relink(store, [(FilmIdentity(id=film, title=film, year=None), ()) for film in ids], version="1")
        with store.view() as view:
            assert [film.id for film in view.films()] == sorted(ids)


class TestFailures:
    FAILURE = Failure(origin="notes/desperado.txt", sha256="", error="BrokenFile", reason="it is cut off", remedy="copy it again")

    def test_failure_is_kept_once_and_leaves_the_earlier_reading(self, store: Store) -> None:
        put(store, processed())
        assert store.writer().fail(self.FAILURE)
        assert not store.writer().fail(self.FAILURE)
        with store.view() as view:
            assert view.failures() == [self.FAILURE]
            assert view.document_count() == 1

    def test_reading_the_file_after_all_clears_it(self, store: Store) -> None:
        put(store, processed())
        store.writer().fail(self.FAILURE)
        assert put(store, processed())
        with store.view() as view:
            assert view.failures() == []


class TestDecisions:
    def decision(self, at: str = "2026-11-21T10:00:00Z", why: str = "the credits") -> Decision:
        passage = KeptPassage(origin="notes/desperado.txt", document="d1", start=3, end=9, quote="Bander")
        wrong = CastMember(actor="Antonio Bandera", character="El Mariachi")
        statement = Statement(id="cast:antonio-bandera.el-mariachi", predicate=Predicate.CAST, value=wrong, passages=(passage,))
        return Decision.make(
            film=FilmReference(id="desperado-1995", title="Desperado", year=1995, identifiers=("imdb:tt0112851",)),
            act=Correct(statement=statement, value=CastMember(actor="Antonio Banderas", character="El Mariachi")),
            decided_by="ines",
            decided_at=at,
            why=why,
        )

    def test_comes_back_as_it_went_in(self, store: Store) -> None:
        assert store.writer().decide([self.decision()]) == 1
        assert store.writer().decide([self.decision()]) == 0
        with store.view() as view:
            assert view.decisions() == [self.decision()]

    def test_every_kind_comes_back_as_it_went_in(self, store: Store) -> None:
        made = decisions_of_every_kind()
        assert {decision.verdict for decision in made} == set(Verdict)
        assert store.writer().decide(made) == len(made)
        with store.view() as view:
            assert sorted(view.decisions(), key=lambda one: one.id) == sorted(made, key=lambda one: one.id)

    def test_a_second_thought_stands_beside_the_first(self, store: Store) -> None:
        later = self.decision("2026-11-21T11:00:00+00:30", "no such person")
        store.writer().decide([self.decision(), later])
        with store.view() as view:
            assert view.decisions() == [self.decision(), later]

    def test_no_reading_touches_it(self, store: Store) -> None:
        store.writer().decide([self.decision()])
        put(store, processed("film: Ronin (1998)\n"))
        relink(store, [], version="2")
        with store.view() as view:
            assert view.decisions() == [self.decision()]

    def test_what_changes_films_leaves_the_links_stale(self, store: Store) -> None:
        relink(store, [], version="2")
        store.writer().decide([self.decision()])
        with store.view() as view:
            assert view.links_version() == "2"
        store.writer().decide(decisions_of_every_kind())
        with store.view() as view:
            assert view.links_version() == ""

    def test_decisions_at_once_are_all_kept(self, store: Store, location: str) -> None:
        def decide(turn: int) -> None:
            with Store.open(location) as other:
                for number in range(10):
                    other.writer().decide([self.decision(why=f"{turn}-{number}")])

        threads = [Thread(target=decide, args=(turn,)) for turn in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with store.view() as view:
            assert len(view.decisions()) == 30
