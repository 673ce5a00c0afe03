"""The bracket structure of wikitext: what nests, what does not close."""

import pytest

from filmdossier.read.wikitext.syntax import MAX_DEPTH, Link, Node, Parameter, Tag, Template, parse


def template(name: str, *parameters: Parameter) -> Template:
    """A template with a plain name."""
    return Template([name], list(parameters))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", ["a"]),
        ("", []),
        ("{{a}}", [template("a")]),
        ("{{a|b|c=d=e}}", [template("a", Parameter("", ["b"]), Parameter("c", ["d=e"], named=True))]),
        ("{{a| [[b|c]] }}", [template("a", Parameter("", [" ", Link(["b"], [["c"]]), " "]))]),
        ("{{a|{{b}}=c}}", [template("a", Parameter("", [template("b"), "=c"]))]),
        ("[[a|b|c]]", [Link(["a"], [["b"], ["c"]])]),
        ("x [[a", ["x [[a"]),
        ("{{a|b", ["{{a|b"]),
        ("{{a|[[b}}", [template("a", Parameter("", ["[[b"]))]),
        ("[[a\nb]]", ["[[a\nb]]"]),
        ("{{{1|d}}}", ["d"]),
        ("{{{{a}}}}", ["{}"]),
        ("{{{{a}}|b}}", [Template([template("a")], [Parameter("", ["b"])])]),
        ("a = b | c", ["a = b | c"]),
        ("<ref name=x>[[a]]</ref>", [Tag("ref", "name=x", "[[a]]")]),
        ("<ref name=x />y", [Tag("ref", "name=x", ""), "y"]),
        ("<ref>open", ["open"]),
        ("<nowiki>{{a}}</nowiki>", [Tag("nowiki", "", "{{a}}")]),
        ("a<!-- {{b -->c", ["ac"]),
        ("a<!-- open", ["a"]),
    ],
)  # fmt: skip
def test_trees(text: str, tree: list[Node]) -> None:
    assert parse(text) == tree


def test_nesting_beyond_the_limit_is_text() -> None:
    depth, nodes = 0, parse("{{a|" * (MAX_DEPTH + 20) + "x" + "}}" * (MAX_DEPTH + 20))
    while isinstance(nodes[0], Template):
        depth, nodes = depth + 1, nodes[0].parameters[0].value
    assert depth == MAX_DEPTH
