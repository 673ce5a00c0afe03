"""A page's context is what its template shows: no field that nothing shows, nothing shown that is no field."""

import re
from dataclasses import fields
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules

import pytest

from filmdossier.present import web

PAGES = {
    one.template: one
    for module in iter_modules(web.__path__)
    for one in vars(import_module(f"filmdossier.present.web.{module.name}")).values()
    if isinstance(one, type) and isinstance(getattr(one, "template", None), str)
}
SHARED = {"base.html", "parts.html"}


def source(name: str) -> str:
    return (files("filmdossier.present.web") / "templates" / name).read_text(encoding="utf-8")


def test_every_template_has_its_page() -> None:
    names = {path.name for path in (files("filmdossier.present.web") / "templates").iterdir()}
    assert names - SHARED == set(PAGES)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_template_shows_every_field_and_no_other(name: str) -> None:
    text = re.sub(r"{% with page = page\.dossier %}.*?{% endwith %}", "{{ page.dossier }}", source(name), flags=re.DOTALL)
    shown = set(re.findall(r"\bpage\.(\w+)", text))
    assert shown | {"frame"} == {field.name for field in fields(PAGES[name])}


def test_nothing_is_marked_as_safe() -> None:
    for path in (files("filmdossier.present.web") / "templates").iterdir():
        assert not re.search(r"\|\s*safe|autoescape|Markup", path.read_text(encoding="utf-8")), path.name
