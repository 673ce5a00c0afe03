"""Keys at the head of a Markdown file, as written and without building anything."""

import pytest

from filmdossier.read.front_matter import split_front_matter


def _fields(header: str, fence: str = "---") -> dict[str, tuple[str, ...]]:
    front, body = split_front_matter(f"{fence}\n{header}\n{fence}\nBody.")
    assert body == "Body."
    return dict(front.fields)


def test_values_stay_as_they_are_written() -> None:
    assert _fields("title: Cure\nyear: 1997\ngrade: A-\ndate: 2009-01-21\nlength: 1:51\nseen: yes\nempty:") == {
        "title": ("Cure",),
        "year": ("1997",),
        "grade": ("A-",),
        "date": ("2009-01-21",),
        "length": ("1:51",),
        "seen": ("yes",),
        "empty": ("",),
    }


def test_lists_and_nested_keys() -> None:
    assert _fields("genres: [crime, horror]\ncast:\n  - Kōji Yakusho\n  - Masato Hagiwara\nfilm:\n  title: Cure\n  year: 1997") == {
        "genres": ("crime", "horror"),
        "cast": ("Kōji Yakusho", "Masato Hagiwara"),
        "film.title": ("Cure",),
        "film.year": ("1997",),
    }


def test_a_list_of_mappings_becomes_rows() -> None:
    front, _ = split_front_matter("---\ncast:\n  - actor: Kōji Yakusho\n    role: Takabe\n  - actor: Masato Hagiwara\n---\n")
    assert front.rows == (("cast", ({"actor": "Kōji Yakusho", "role": "Takabe"}, {"actor": "Masato Hagiwara"})),)


def test_toml_between_plus_signs() -> None:
    assert _fields('title = "Cure"\ndate = 2009-01-21\ntags = ["crime"]', "+++") == {
        "title": ("Cure",),
        "date": ("2009-01-21",),
        "tags": ("crime",),
    }


@pytest.mark.parametrize(
    "header",
    [
        "title: Cure: the film\ngrade: A-",  # a colon inside a value
        "title: 'Cure\ngrade: A-",  # an open quotation mark
        "title: Cure\n\tgrade: A-\ngrade: A-",  # a tab
        "title: @Cure\ngrade: A-",
    ],
)
def test_a_broken_header_is_read_line_by_line(header: str) -> None:
    assert _fields(header)["grade"] == ("A-",)


def test_items_and_continuations_of_a_broken_header() -> None:
    assert _fields("title: Cure: the film\ntags:\n  - crime\n  - horror\nsynopsis: A detective\n  hunts a man.") == {
        "title": ("Cure: the film",),
        "tags": ("crime", "horror"),
        "synopsis": ("A detective hunts a man.",),
    }


def test_aliases_cannot_expand_without_end() -> None:
    layers = "\n".join(f"k{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 60))
    assert len(_fields(f"k0: &a0 [x, x]\n{layers}\ntitle: Cure")) == 61


def test_tags_build_nothing() -> None:
    assert _fields("title: !!python/object/apply:os.system ['true']\ngrade: A") == {"title": ("true",), "grade": ("A",)}


@pytest.mark.parametrize(
    "text", ["---\nA rule above and a rule below.\n---\nMore.", "No header.\n---\ntitle: x\n---\n", "---\ntitle: never closed"]
)
def test_texts_without_a_header_are_all_body(text: str) -> None:
    front, body = split_front_matter(text)
    assert body == text
    assert not front.fields


def test_the_first_of_several_names_for_a_thing() -> None:
    front, _ = split_front_matter("---\nFilm: Cure\ntitle:\n---\n")
    assert front.first("title", "film") == "Cure"
    assert front.first("year") is None
