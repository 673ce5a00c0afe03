"""Wikitext's bracket structure: source text in, a tree of templates, links and extension tags out.

One pass with an explicit stack, as MediaWiki's own preprocessor works, so time is linear in the
text whatever it holds: brackets that never close become plain characters. Everything line-based
(headings, lists, tables) and everything inline (apostrophes, HTML tags, entities) stays inside the
plain strings for later stages. Nothing is expanded here.

Refuses nothing: any string has a tree. Nesting deeper than :data:`MAX_DEPTH` is taken as text.
"""

import re
from dataclasses import dataclass, field

MAX_DEPTH = 40
"""Real articles stay under 10; each level costs a few frames of the expander's recursion."""


@dataclass(slots=True)
class Parameter:
    """One argument of a template: ``name`` as written ('' for positional ones) and its value."""

    name: str
    value: list["Node"]
    named: bool = False


@dataclass(slots=True)
class Template:
    """``{{name|parameters}}``."""

    name: list["Node"]
    parameters: list[Parameter]


@dataclass(slots=True)
class Link:
    """``[[target|part|part]]``: one part for pages, several for media."""

    target: list["Node"]
    parts: list[list["Node"]]


@dataclass(slots=True)
class Tag:
    """An element whose content is not part of the surrounding text, such as ``<ref>``; content unparsed."""

    name: str
    attributes: str
    content: str


Node = str | Template | Link | Tag

# Elements that own their content. The others (<small>, <br>, <div>) are markers inside the text.
OWNING = (
    "nowiki|ref|references|math|chem|gallery|poem|pre|source|syntaxhighlight|timeline|score|imagemap|templatestyles|hiero"
    "|mapframe|maplink|graph|blockquote|includeonly|inputbox|section|indicator|categorytree|templatedata|style|script"
)
_TOKEN = re.compile(rf"\{{{{+|\}}}}+|\[\[|\]\]|\||=|<!--|<({OWNING})\b", re.IGNORECASE)
_OPEN_BOX = re.compile(r"\{\{\s{0,9}infobox\b", re.IGNORECASE)
_BOX_ENDED = re.compile(r"\n[ \t]{0,9}(?:\n|'''|==|\[\[category)", re.IGNORECASE)
_TAG_END = re.compile(r"[^<>]{0,2000}>")


@dataclass(slots=True)
class _Frame:
    """An opened bracket: ``{`` with its run length, or ``[``; ``parts`` are its pieces between pipes."""

    opener: str
    count: int
    start: int = 0
    parts: list[list[Node]] = field(default_factory=lambda: [[]])
    equals: list[int] = field(default_factory=lambda: [-1])  # per part: index of the node after its first "=", or -1

    def add(self, node: Node) -> None:
        if node != "":
            self.parts[-1].append(node)

    def literal(self) -> list[Node]:
        """The frame as the plain characters and nodes it was made from."""
        nodes: list[Node] = [self.opener * self.count]
        for number, part in enumerate(self.parts):
            if number:
                nodes.append("|")
            for index, node in enumerate(part):
                if index == self.equals[number]:
                    nodes.append("=")
                nodes.append(node)
            if self.equals[number] == len(part):
                nodes.append("=")
        return nodes


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[_Frame] = [_Frame("", 0)]
        self.closers_missing: set[str] = set()
        self.box_end: int | None = None

    def parse(self) -> list[Node]:
        text, stack = self.text, self.stack
        position = 0
        while match := _TOKEN.search(text, position):
            sign, start = match.group(), match.start()
            top = stack[-1]
            if start > position:
                top.add(text[position:start])
            position = match.end()
            if sign == "|":
                if top.opener:
                    top.parts.append([])
                    top.equals.append(-1)
                else:
                    top.add(sign)
            elif sign == "=":
                if top.opener == "{" and len(top.parts) > 1 and top.equals[-1] < 0:
                    top.equals[-1] = len(top.parts[-1])
                else:
                    top.add(sign)
            elif sign[0] in "{[":
                if len(stack) > MAX_DEPTH:
                    top.add(sign)
                else:
                    stack.append(_Frame(sign[0], len(sign), start))
            elif sign[0] == "}":
                self._close_braces(len(sign))
            elif sign == "]]":
                self._close_link()
            elif sign == "<!--":
                position = self._comment(start)
            else:
                position = self._tag(match.group(1).lower(), start, position)
        stack[-1].add(text[position:])
        self.box_end = self._end_of_open_box()
        nodes: list[Node] = []
        for number, frame in enumerate(stack):
            nodes.extend(frame.literal()[1 if number == 0 else 0 :])
        return _joined(nodes)

    def _end_of_open_box(self) -> int | None:
        """Where the text after a box that was never closed begins; None where every box is closed."""
        for frame in self.stack[1:]:
            box = _OPEN_BOX.match(self.text, frame.start)
            ended = _BOX_ENDED.search(self.text, box.end()) if box else None
            if ended:
                return ended.start()
        return None

    def _close_braces(self, count: int) -> None:
        stack = self.stack
        while count >= 2:
            index = len(stack) - 1
            while index and stack[index].opener != "{":
                index -= 1
            if not index:
                break
            # A link left open inside a template would swallow the template's end: take it as text.
            frame = stack[index]
            for inner in stack[index + 1 :]:
                for node in inner.literal():
                    frame.add(node)
            del stack[index:]
            size = 3 if min(count, frame.count) >= 3 else 2
            made: list[Node] = _argument(frame) if size == 3 else [_template(frame)]
            count -= size
            rest = frame.count - size
            if rest >= 2:
                stack.append(_Frame("{", rest, frame.start))
                rest = 0
            for piece in (["{"] if rest else []) + made:
                stack[-1].add(piece)
        if count:
            stack[-1].add("}" * count)

    def _close_link(self) -> None:
        frame = self.stack[-1]
        if frame.opener != "[":
            frame.add("]]")
            return
        self.stack.pop()
        target = frame.parts[0]
        broken = any(isinstance(node, str) and "\n" in node for node in target) or not target
        if broken:
            for node in frame.literal():
                self.stack[-1].add(node)
            self.stack[-1].add("]]")
        else:
            self.stack[-1].add(Link(_joined(target), [_joined(part) for part in frame.parts[1:]]))

    def _comment(self, start: int) -> int:
        end = self.text.find("-->", start + 4)
        end = len(self.text) if end < 0 else end + 3
        # A comment alone on its line takes the line with it, as on the page: else it would end a paragraph or a list.
        before = self.text.rfind("\n", max(0, start - 200), start)
        after = self.text.find("\n", end, end + 200)
        alone = before >= 0 and after >= 0 and not self.text[before:start].strip() and not self.text[end:after].strip()
        return after + 1 if alone else end

    def _tag(self, name: str, start: int, position: int) -> int:
        opened = _TAG_END.match(self.text, position)
        if opened is None:
            self.stack[-1].add(self.text[start:position])
            return position
        attributes = opened.group()[:-1]
        if attributes.rstrip().endswith("/"):
            self.stack[-1].add(Tag(name, attributes.rstrip()[:-1].strip(), ""))
            return opened.end()
        closing = None
        if name not in self.closers_missing:
            closing = re.compile(rf"</{name}\s{{0,9}}>", re.IGNORECASE).search(self.text, opened.end())
            if closing is None:
                # Remembered, so that a text full of openers is not searched to its end for each.
                self.closers_missing.add(name)
        if closing is None:
            return opened.end()
        self.stack[-1].add(Tag(name, attributes.strip(), self.text[opened.end() : closing.start()]))
        return closing.end()


def parse(text: str) -> list[Node]:
    """The tree of ``text``: strings, templates, links and tags in order; adjacent strings are joined.

    An infobox that lacks its closing braces ends where the article's text begins.
    """
    parser = _Parser(text)
    nodes = parser.parse()
    if parser.box_end is not None:
        return _Parser(f"{text[: parser.box_end]}\n}}}}{text[parser.box_end :]}").parse()
    return nodes


def _joined(nodes: list[Node]) -> list[Node]:
    joined: list[Node] = []
    buffer: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            buffer.append(node)
            continue
        if buffer:
            joined.append("".join(buffer))
            buffer.clear()
        joined.append(node)
    if buffer:
        joined.append("".join(buffer))
    return joined


def _template(frame: _Frame) -> Template:
    parameters = []
    for part, equals in zip(frame.parts[1:], frame.equals[1:], strict=True):
        name = part[:equals] if equals >= 0 else []
        if equals >= 0 and all(isinstance(node, str) for node in name):
            label = "".join(node for node in name if isinstance(node, str)).strip()
            parameters.append(Parameter(label, _joined(part[equals:]), named=True))
        elif equals >= 0:
            # A template or link in the name: not a name but text with a sign in it, such as a URL after a link.
            parameters.append(Parameter("", _joined([*name, "=", *part[equals:]])))
        else:
            parameters.append(Parameter("", _joined(part)))
    return Template(_joined(frame.parts[0]), parameters)


def _argument(frame: _Frame) -> list[Node]:
    """``{{{name|default}}}`` outside a template page shows its default."""
    return frame.parts[1] if len(frame.parts) > 1 else []
