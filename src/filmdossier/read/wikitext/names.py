"""Names of templates whose rendering is a table: what they print, which argument they show, or that they print nothing.

The tables stand in ``template_names.toml`` beside this module.
"""

import re
import tomllib
from importlib.resources import files

_TABLES = tomllib.loads(files(__package__).joinpath("template_names.toml").read_text(encoding="utf-8"))

CONSTANTS: dict[str, str] = _TABLES["constants"]
RESULTS: dict[str, str] = _TABLES["results"]
FIRST_ARGUMENT: tuple[str, ...] = tuple(_TABLES["shown"]["first"])
SECOND_ARGUMENT: tuple[str, ...] = tuple(_TABLES["shown"]["second"])
_DROPPED: frozenset[str] = frozenset(name for names in _TABLES["dropped"].values() for name in names)

# Families too large to list. "about", "redirect" and "toc" head many names of hatnotes and page furniture.
_DROPPED_SHAPE = re.compile(
    r"use \w+ (?:english|dates)|(?:.*[- ])?stub|pp-.*|cleanup.*|.* inline|.*needed|unreferenced.*|more .*|expand .*|afd.*|wikiproject .*"
    r"|about.*|redirect.*|other uses.*|toc.*|portal.*|.* hatnote|.*sidebar|.* navbox|.* filmography|films directed by .*|.* media|s-.*|col-.*|div col end"
    r"|end .*|.*[ -]end|.* icon|flagicon.*|coord.*|infl.*|.*[- ](?:title|id|movie|film id)|imdb.*|.*tomatoes.*|.*metacritic.*"
)


def dropped(name: str) -> bool:
    """Whether a template of this (lower-case) name shows nothing of the article: maintenance, navigation, links elsewhere."""
    return name in _DROPPED or _DROPPED_SHAPE.fullmatch(name) is not None
