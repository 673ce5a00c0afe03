"""The command ``ask``: an answer with its sentences, silence with its reason, both as JSON."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from filmdossier.present.cli import app
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.store import Store


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    (folder / "thaw.txt").write_text(
        "The Long Thaw (1960 film)\n\nThe Long Thaw is a 1960 Canadian film directed by Ellen Marsh.\n"
    )
    with Store.open(folder / "library.db") as store:
        read_paths([folder], store, limits=Limits(workers=0))
    return folder / "library.db"


def asked(library: Path, *arguments: str) -> str:
    """What the command prints; its exit status is 0."""
    result = CliRunner().invoke(app, ["ask", *arguments, "--library", str(library)])
    assert result.exit_code == 0, result.output
    return result.output


def test_an_answer_stands_with_its_sentence(library: Path) -> None:
    output = asked(library, "The Long Thaw (1960)", "Who directed the film?")
    assert output.startswith("Ellen Marsh\n")
    assert "thaw.txt: “The Long Thaw is a 1960 Canadian film directed by Ellen Marsh.”" in output


def test_silence_says_why(library: Path) -> None:
    assert asked(library, "The Long Thaw", "Who composed the music?") == (
        "No answer: the documents do not say: none gives the film's composer.\n"
    )


def test_json_of_an_answer_and_of_silence(library: Path) -> None:
    answer = json.loads(asked(library, "The Long Thaw", "Who directed it?", "--json"))
    assert list(answer) == ["answer", "confidence", "evidence"]
    assert answer["answer"] == "Ellen Marsh"
    assert all(set(one) == {"document", "start", "end", "quote"} for one in answer["evidence"])
    silence = json.loads(asked(library, "The Long Thaw", "Who composed the music?", "--json"))
    assert silence["answer"] is None
    assert silence["evidence"] == []


def test_without_a_film_the_library_is_asked(library: Path) -> None:
    assert asked(library, "Who directed The Long Thaw?").startswith("Ellen Marsh\n")


def test_an_unknown_film_fails(library: Path) -> None:
    result = CliRunner().invoke(app, ["ask", "Ronin", "Who directed it?", "--library", str(library)])
    assert result.exit_code == 1
