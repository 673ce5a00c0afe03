"""Expands the tree of an article: nodes in, the flat stream of pieces a reader would see out.

Templates go through the registry of :mod:`templates`; links become marked text; references become
citations; media, categories and links to other languages leave the text. Never fails: what cannot
be understood is kept as its words or dropped.
"""

import re
from dataclasses import dataclass, field

from filmdossier.model.text import BlockKind, Citation, MarkKind
from filmdossier.read.wikitext.calls import Call, template_name
from filmdossier.read.wikitext.citations import citations
from filmdossier.read.wikitext.inline import joined, note, plain
from filmdossier.read.wikitext.pieces import Boxed, Cite, Piece, Prose, Text, as_link, stripped
from filmdossier.read.wikitext.syntax import Link, Node, Tag, Template, parse
from filmdossier.read.wikitext.templates import render

_MEDIA = re.compile(r"\s*(?:file|image|media)\s*:", re.IGNORECASE)
_CATEGORY = re.compile(r"\s*category\s*:", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?:[a-z]{2,3}|simple|zh-[a-z-]+|be-[a-z]+|roa-[a-z]+|bat-smg|map-bms|nds-nl|fiu-vro):")
_PROJECTS = re.compile(
    r":?(?:wikt|wiktionary|s|wikisource|q|wikiquote|b|n|v|c|d|m|meta|commons|w|en|wikipedia|special|wp):", re.IGNORECASE
)
_MEDIA_OPTION = re.compile(
    r"\s*(?:thumb|thumbnail|frame|framed|frameless|border|left|right|center|centre|none|baseline|sub|super|top|middle|bottom"
    r"|text-top|text-bottom|upright|\d*x?\d+\s*px|(?:upright|alt|link|lang|page|class|start|end|thumbtime|thumb)\s*=.*)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_LINE_BREAK = re.compile(r"\s*(?:<br\s{0,9}/?>|\n)\s*", re.IGNORECASE)
_LINK_TRAIL = re.compile(r"[a-z]+")
_CLOSERS = (".", ",", ";")
_MAX_DEPTH = 60
_VERBATIM = {"nowiki", "pre", "source", "syntaxhighlight", "math", "chem"}


@dataclass(slots=True)
class Expander:
    """Expands nodes of one article, gathering what stands outside its text."""

    title: str = ""
    categories: list[str] = field(default_factory=list)
    display_title: str = ""
    named: dict[str, str] = field(default_factory=dict)
    _cited: dict[str, list[Citation]] = field(default_factory=dict)
    _depth: int = 0

    def expand(self, nodes: list[Node]) -> list[Piece]:
        """The pieces of ``nodes`` in reading order."""
        if self._depth >= _MAX_DEPTH:
            return []
        self._depth += 1
        out: list[Piece] = []
        after_link: tuple[tuple[MarkKind, str], ...] = ()
        vanished = False
        for node in nodes:
            trail, after_link = after_link, ()
            if isinstance(node, str):
                if vanished and node.startswith(_CLOSERS):
                    # What stood between a word and its full stop shows nothing: nor does the space before it.
                    out[-1:] = [
                        Text(piece.text.rstrip(" "), piece.marks, piece.raw) if isinstance(piece, Text) else piece
                        for piece in out[-1:]
                    ]
                vanished = False
                # Letters that touch a link belong to it: [[gunfighter]]s.
                glued = _LINK_TRAIL.match(node) if trail else None
                if glued:
                    out.append(Text(glued.group(), trail))
                    node = node[glued.end() :]
                if node:
                    out.append(Text(node))
            elif isinstance(node, Template):
                shown = self._template(node)
                vanished = not shown
                out.extend(shown)
            elif isinstance(node, Link):
                shown = self._link(node)
                out.extend(shown)
                if shown and isinstance(shown[-1], Text):
                    after_link = shown[-1].marks
            else:
                out.extend(self._tag(node))
        self._depth -= 1
        return out

    def expand_text(self, text: str) -> list[Piece]:
        """The pieces of unparsed source text."""
        return self.expand(parse(text)) if self._depth < _MAX_DEPTH else []

    def plain(self, nodes: list[Node]) -> str:
        """The words of ``nodes`` on one line."""
        return plain(joined(self.expand(nodes))).strip()

    def gather_references(self, nodes: list[Node]) -> None:
        """Notes every named reference of the tree, so that its short form can be resolved anywhere."""
        stack: list[Node] = list(nodes)
        while stack:
            node = stack.pop()
            if isinstance(node, Template):
                for parameter in node.parameters:
                    stack.extend(parameter.value)
            elif isinstance(node, Link):
                for part in node.parts:
                    stack.extend(part)
            elif isinstance(node, Tag):
                if node.name == "ref" and node.content.strip():
                    name = _attribute(node.attributes, "name")
                    if name:
                        self.named.setdefault(name, node.content)
                elif node.name == "references":
                    stack.extend(parse(node.content))

    def reference(self, content: str, group: str = "") -> list[Piece]:
        """The citations of a reference's content; a footnote in words is a note of the document instead."""
        if not content.strip():
            return []
        cited = self._cited.get(content)
        if cited is None:
            nodes = parse(content)
            cited = self._cited[content] = citations(nodes, self.plain)
            words_only = not cited or (len(cited) == 1 and not cited[0].url and bool(group))
            if words_only:
                # Once only: its second use says nothing new.
                return note(self.expand(nodes))
        return [Cite(citation) for citation in cited]

    def named_reference(self, name: str) -> list[Piece]:
        """The citations of a reference defined elsewhere in the article; none if it is not."""
        return self.reference(self.named.get(name.strip(), ""))

    def _template(self, template: Template) -> list[Piece]:
        name = template_name(template.name, self)
        if not name:
            return []
        call = Call(name, template, self)
        return render(call)

    def _link(self, link: Link) -> list[Piece]:
        target = "".join(node for node in link.target if isinstance(node, str)).strip()
        if any(not isinstance(node, str) for node in link.target):
            target = self.plain(link.target)
        if _MEDIA.match(target):
            return self._media(link)
        if _CATEGORY.match(target):
            self.categories.append(target.split(":", 1)[1].strip())
            return []
        if re.match(r"(?:https?:)?//", target):
            url, _, words = target.partition(" ")
            return [Text(words, ((MarkKind.LINK, url),))] if words.strip() else []
        if _LANGUAGE.match(target) and not _PROJECTS.match(target) and not link.parts:
            return []
        shown_target = target.lstrip(":").replace("_", " ").strip()
        mark = (MarkKind.LINK, shown_target)
        given = [part for part in link.parts if any(not isinstance(node, str) or node.strip() for node in part)]
        if not given:
            project = _PROJECTS.match(shown_target)
            shown = shown_target[project.end() :] if project else shown_target
            shown = re.sub(r"\s*\([^()]*\)$", "", shown) if link.parts else shown
            return [Text(shown or shown_target, (mark,))] if shown_target else []
        pieces = [_on_one_line(piece) for piece in self.expand(given[-1])]
        if target.startswith("#") or not target:
            return pieces
        return as_link(pieces, shown_target)

    def _media(self, link: Link) -> list[Piece]:
        caption: list[Node] = []
        for part in link.parts:
            words = "".join(node if isinstance(node, str) else "x" for node in part)
            if words.strip() and not _MEDIA_OPTION.match(words):
                caption = part
        shown = joined(self.expand(caption))
        if not plain(shown).strip():
            return []
        return [Boxed([Prose(BlockKind.CAPTION, shown)], floating=True)]

    def _tag(self, tag: Tag) -> list[Piece]:
        if tag.name == "ref":
            if tag.content.strip():
                return self.reference(tag.content, _attribute(tag.attributes, "group"))
            return self.named_reference(_attribute(tag.attributes, "name"))
        if tag.name == "nowiki":
            return [Text(tag.content, (), raw=False)]
        if tag.name in _VERBATIM:
            return [Text(re.sub(r"\\[a-z]+|[{}$]", " ", tag.content) if tag.name == "math" else tag.content, (), raw=False)]
        if tag.name == "poem":
            return self.expand_text(tag.content.strip("\n").replace("\n", "<br>"))
        if tag.name == "blockquote":
            pieces = stripped(self.expand_text(tag.content))
            quote = Prose(BlockKind.QUOTE, joined(pieces, "\n"))
            return [Boxed([quote])] if plain(quote.runs).strip() else []
        if tag.name == "gallery":
            return self._gallery(tag.content)
        return []

    def _gallery(self, content: str) -> list[Piece]:
        drafts: list[Prose] = []
        for line in content.split("\n"):
            _, _, caption = line.partition("|")
            shown = joined(self.expand_text(caption))
            if plain(shown).strip():
                drafts.append(Prose(BlockKind.CAPTION, shown))
        return [Boxed(list(drafts), floating=True)] if drafts else []


def _on_one_line(piece: Piece) -> Piece:
    """The piece without line breaks: a name that is broken to fit its box is still one name."""
    if isinstance(piece, Text) and ("\n" in piece.text or "<" in piece.text):
        return Text(_LINE_BREAK.sub(" ", piece.text), piece.marks, piece.raw)
    return piece


def _attribute(attributes: str, name: str) -> str:
    match = re.search(rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>/]+))", attributes, re.IGNORECASE)
    return next((group for group in match.groups() if group), "").strip() if match else ""
