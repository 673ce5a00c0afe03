"""A language model as a plug-in, against a stand-in server: good answers, bad answers, none."""

import json
from collections.abc import Callable

import pytest

from filmdossier.annotate import annotate
from filmdossier.annotate.plugins import choose, plug
from filmdossier.annotate.plugins.language_model import LanguageModel, passages
from filmdossier.errors import AnnotatorError, SettingsError
from filmdossier.model.annotations import Annotations, MentionKind
from filmdossier.model.text import Origin, Source
from filmdossier.read.builder import DocumentBuilder
from support.language_model_server import DRIP, HANG, Reply, Server, answer, mentions, serving
from support.prose import document

K = MentionKind
TEXT = "Salome Dufresne’s ferry leaves Port Vell. The Harbour Letter called “Night Ferry” a gem, and Salome agreed."
BUSY = (503, b"busy")


def annotations(*paragraphs: str) -> Annotations:
    """A document's annotations by the rules alone."""
    return annotate(document(*(paragraphs or (TEXT,))))


def model(server: Server, **more: object) -> LanguageModel:
    """The plug-in for a stand-in server, which waits for nothing."""
    return LanguageModel(url=server.url, model="stand-in", pauses_seconds=(0.0, 0.0), **more)  # type: ignore[arg-type]


def test_names_are_anchored_and_what_the_text_does_not_hold_is_dropped_and_counted() -> None:
    held = annotations()
    with serving(
        mentions(
            ("person", "Salome Dufresne's"), ("person", "Salome"), ("organisation", "The  Harbour Letter"), ("work", '"Night Ferry"'),
            ("place", "Port Vell"), ("place", "Port Vell"), ("person", "Captain Nobody"), ("work", "Night Ferry II"), ("person", "Sal"),
        )
    ) as server:  # fmt: skip
        after = plug(held, model(server))
    given = [(one.surface, one.kind) for one in after.mentions if one.score == 0.8]
    assert given == [
        ("Salome Dufresne", K.PERSON),
        ("Port Vell", K.PLACE),
        ("The Harbour Letter", K.ORGANISATION),
        ("Night Ferry", K.WORK),
        ("Salome", K.PERSON),
    ]
    (report,) = after.plugins
    assert (report.mentions, report.unanchored, report.unusable) == (5, 3, 0)
    assert all(one.span.of(TEXT) == one.surface for one in after.mentions)
    assert after.words == held.words


def test_the_question_asks_for_a_strict_schema_and_shows_the_passage() -> None:
    with serving(mentions()) as server:
        model(server, key="s3cret").read(annotations())
    (question,) = server.questions
    assert server.paths == ["/v1/chat/completions"]
    assert question["model"] == "stand-in"
    assert question["temperature"] == 0
    assert question["messages"][1] == {"role": "user", "content": TEXT}
    form = question["response_format"]
    assert (form["type"], form["json_schema"]["strict"]) == ("json_schema", True)
    item = form["json_schema"]["schema"]["properties"]["mentions"]["items"]
    assert item["required"] == ["type", "quote"]
    assert item["properties"]["type"]["enum"] == ["person", "organisation", "place", "work"]
    assert server.headers[0]["Authorization"] == "Bearer s3cret"


def test_without_a_key_none_is_sent_and_no_repr_shows_one() -> None:
    with serving(mentions()) as server:
        model(server).read(annotations())
    assert "Authorization" not in server.headers[0]
    plugin = choose("openai:http://localhost:8000/v1#m", key="s3cret")
    assert "s3cret" not in repr(plugin) + plugin.identity + plugin.name


@pytest.mark.parametrize(
    "content",
    [
        "Sure! Here are the names: Salome",
        '{"mentions": [{"type": "person", "quo',
        '{"names": []}',
        '{"mentions": "Salome"}',
        "[]",
        "",
        "null",
        "[" * 5_000,
    ],
)
def test_an_answer_that_is_not_what_was_asked_for_is_asked_for_again_then_counted(content: str) -> None:
    with serving(answer(content)) as server:
        found = model(server).read(annotations())
    assert (len(server.questions), found.mentions, found.unanchored, found.unusable) == (2, (), 0, 1)
    with serving(answer(content), mentions(("person", "Salome"))) as server:
        found = model(server).read(annotations())
    assert (found.unusable, [one.surface for one in found.mentions]) == (0, ["Salome", "Salome"])


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"{}", b'{"choices": []}', b'{"choices": [{"message": {"content": null}}]}', b"[1]"]
)
def test_a_body_that_is_no_answer_is_counted(body: bytes) -> None:
    with serving((200, body)) as server:
        assert model(server).read(annotations()).unusable == 1


def test_items_that_are_no_mentions_are_counted_and_the_others_taken() -> None:
    items = [{"type": "person", "quote": "Salome Dufresne"}, {"type": "ship", "quote": "ferry"}, {"type": "person"}, {"quote": "Port Vell"},
             {"type": ["person"], "quote": "Salome"}, {"type": "person", "quote": 7}, "Salome", None, {"type": "person", "quote": "x" * 500}]  # fmt: skip
    with serving(answer(json.dumps({"mentions": items}))) as server:
        found = model(server).read(annotations())
    assert [one.surface for one in found.mentions] == ["Salome Dufresne"]
    assert found.unanchored == 8


def test_a_fenced_answer_is_read() -> None:
    with serving(answer('```json\n{"mentions": [{"type": "place", "quote": "Port Vell"}]}\n```')) as server:
        assert [one.surface for one in model(server).read(annotations()).mentions] == ["Port Vell"]


@pytest.mark.parametrize(
    ("replies", "asked", "message"),
    [
        ([BUSY, BUSY, mentions()], 3, None),
        ([(429, b""), mentions()], 2, None),
        ([BUSY], 3, r"the server answers 503 \(busy\); look into the server's log"),
        ([(500, b"<h1>oops</h1>\x1b[31m")], 3, r"the server answers 500"),
        ([(401, b"no key")], 1, r"answers 401 \(no key\); put the key into the environment variable FILMDOSSIER_ANNOTATOR_KEY"),
        ([(404, b"")], 1, r"answers 404; check the address"),
        ([(400, b"no schema")], 1, r"answers 400 \(no schema\); check that the server takes a JSON schema"),
        ([(302, b"")], 1, r"answers 302; the server sends us elsewhere, and we do not follow"),
    ],
)
def test_troubles_of_the_server_are_tried_again_where_that_helps_and_then_told(
    replies: list[Reply | Callable[[str], Reply]], asked: int, message: str | None
) -> None:
    with serving(*replies) as server:
        if message is None:
            assert model(server).read(annotations()).unusable == 0
        else:
            with pytest.raises(AnnotatorError, match=message):
                model(server).read(annotations())
    assert len(server.questions) == asked
    assert set(server.paths) == {"/v1/chat/completions"}


@pytest.mark.parametrize("reply", [HANG, DRIP], ids=["silent", "drop by drop"])
def test_a_server_that_never_ends_its_answer_is_left_after_its_time(reply: Reply) -> None:
    with (
        serving(reply) as server,
        pytest.raises(AnnotatorError, match=r"no answer within 0.2 seconds; raise annotator_timeout_seconds"),
    ):
        model(server, timeout_seconds=0.2).read(annotations())
    assert len(server.questions) == 3


def test_a_server_that_is_not_there_is_told_with_the_remedy() -> None:
    with serving(mentions()) as server:
        pass
    with pytest.raises(AnnotatorError, match=r"cannot be reached \(Connection refused\); check that it runs"):
        model(server).read(annotations())


def test_a_document_that_takes_too_long_is_given_up() -> None:
    many = annotations(*(f"Paragraph {number} " + "goes on and on. " * 200 for number in range(5)))
    with serving(mentions()) as server, pytest.raises(AnnotatorError, match=r"one document took over -1 seconds; split the file"):
        model(server, document_seconds=-1.0).read(many)


def test_passages_are_whole_sentences_of_running_text_and_a_long_one_is_cut_at_a_blank() -> None:
    builder = DocumentBuilder(Source(origin="a.txt", media_type="text/plain", sha256=""))
    for number in range(40):
        builder.paragraph(f"Sentence {number} tells of a ferry. " + "It sails. " * 20)
    builder.field("Directed by", ["Nobody Special"], origin=Origin.INFOBOX, template="infobox")
    builder.paragraph("word " * 2_000 + "end.")
    held = annotate(builder.build())
    found = list(passages(held))
    assert len(found) > 5
    assert all(len(span) <= 3_000 for span in found)
    shown = " ".join(span.of(held.document.text) for span in found)
    assert "Nobody Special" not in shown
    assert shown.count("Sentence ") == 40
    assert len(shown.split()) == len(held.document.text.replace("Directed by: Nobody Special", "").split())


def test_a_name_is_anchored_only_in_the_passage_it_was_seen_in() -> None:
    first, second = "Salome waits. " + "It rains. " * 298, "Salome leaves the quay."
    with serving(mentions(("person", "Salome")), mentions()) as server:
        found = model(server).read(annotations(first, second))
    assert len(server.questions) == 2
    assert [one.span.start for one in found.mentions] == [0]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("openai:http://localhost:8000/v1", "names no model"),
        ("openai:localhost:8000/v1#m", "has no http address"),
        ("openai:file:///etc/passwd#m", "has no http address"),
        ("openai:http://#m", "has no http address"),
        ("openai:http://localhost:port/v1#m", "has no port"),
        ("openai:http://anna:pw@localhost/v1#m", "holds a name or a password"),
        ("openai:http://localhost/v1?key=1#m", "has a query"),
        ("openai:", "there is no annotator 'openai:'; known are spacy:PIPELINE, openai:URL#MODEL"),
        ("llama:x", "there is no annotator 'llama:x'"),
        ("", "there is no annotator ''"),
    ],
)
def test_names_that_cannot_be_are_refused_before_anything_is_read(name: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message) as refused:
        choose(name)
    assert "pw" not in str(refused.value)
