"""Renders templates that dress words: lists and columns, punctuation, names, footnotes, parser functions."""

import re
from collections.abc import Callable

from filmdossier.read.wikitext.calls import Call, listed, text_piece
from filmdossier.read.wikitext.citations import from_template
from filmdossier.read.wikitext.inline import note
from filmdossier.read.wikitext.names import RESULTS
from filmdossier.read.wikitext.pieces import Cite, Piece, Text, as_link, first_text, split_lines, without_prefix

_WIDTH = re.compile(r"\d+(?:\.\d+)?\s*(?:em|px|%)?")

PUNCTUATION = {
    "'": "'", '"': '"', "'s": "'s", "\"'": "\"'", "'\"": "'\"", '-"': '"', "' \"": "' \"", "=": "=", "&": "&", "%": "%", "colon": ":", "asterisk": "*",
    "number sign": "#", "nbsp": " ", "space": " ", "thinsp": " ", "thin space": " ", "hair space": " ", "zwj": "", "zwnj": "", "shy": "", "wbr": "",
    "ndash": "–", "endash": "–", "en dash": "–", "en-dash": "–", "spaced ndash": " – ", "snd": " – ", "spnd": " – ", "sndash": " – ", "spndash": " – ",
    "spaced en dash": " – ", "spd": " – ", "dash": " – ", "ldash": " – ", "mdash": "—", "emdash": "—", "em dash": "—", "spaced mdash": " — ",
    "spaced em dash": " — ", "spaced emdash": " — ", "dot": " · ", "·": " · ", "middot": " · ", "•": " • ", "bull": " • ", "ellipsis": "…", "...": "…",
    "(": "{", ")": "}", "half": "½", "half star": "½", "degree": "°", "check mark": "✓", "star": "★", "dagger": "†", "double-dagger": "‡",
    "double dagger": "‡", "pi": "π", "sharp": "♯", "music": "♯", "flat": "♭",
}  # fmt: skip
# These stand for markup, so what they print is read as markup.
MARKUP = {"!": "|", "pipe": "|", "!!": "||", "!-": "|-", "(!": "{|", "!)": "|}"}


def first(call: Call) -> list[Piece]:
    """What is dressed: the first argument."""
    return call.pieces("1", "text", "content")


def second(call: Call) -> list[Piece]:
    """{{sort|key|shown}}, {{color|red|shown}}."""
    return call.pieces("2") or call.pieces("1")


def punctuation(call: Call) -> list[Piece]:
    """A character."""
    return text_piece(PUNCTUATION[call.name])


def markup(call: Call) -> list[Piece]:
    """{{!}}: a character of the markup."""
    return [Text(MARKUP[call.name])]


def entries(call: Call) -> list[Piece]:
    """{{ubl|a|b}}, {{hlist|a|b}}: a list."""
    return listed(call.positional())


def wrapped(call: Call) -> list[Piece]:
    """{{plainlist|* a * b}}, {{cast listing|…}}, columns: the lists in the arguments, one under the other."""
    out: list[Piece] = []
    for key in call.keys:
        if key.isdecimal() or re.fullmatch(r"(?:col|content|list)\d*", key):
            value = call.pieces(key)
            if not (len(value) == 1 and isinstance(value[0], Text) and _WIDTH.fullmatch(value[0].text)):
                out += [Text("\n"), *value, Text("\n")]
    return out


def based_on(call: Call) -> list[Piece]:
    """{{based on|work|author|author}}: "work by author and author"."""
    parts = [part for part in call.positional() if part]
    if not parts:
        return []
    authors = [line for part in parts[1:] for line in _lines(part)]
    out = list(parts[0])
    for number, author in enumerate(authors):
        out += [Text(" by " if not number else (" and " if number == len(authors) - 1 else ", ")), *author]
    return out


def _lines(pieces: list[Piece]) -> list[list[Piece]]:
    """The lines of a value without their bullets and without empty ones."""
    lines = []
    for line in split_lines(pieces):
        bullet = re.match(r"\s*[*#:;]*\s*", first_text(line))
        content = without_prefix(line, bullet.end()) if bullet and bullet.end() else line
        if any(not isinstance(piece, Text) or piece.text.strip() for piece in content):
            lines.append(content)
    return lines


def sort_name(call: Call) -> list[Piece]:
    """{{sortname|First|Last|target}}: the name, linked unless the call says otherwise."""
    words = [*call.words(), "", "", ""]
    name = " ".join(word for word in words[:2] if word)
    pieces = text_piece(name)
    return pieces if call.flag("nolink") else as_link(pieces, words[2] or name)


def fraction(call: Call) -> list[Piece]:
    """{{frac|1|2}} as ½ or 1/2, {{frac|3|1|2}} as 3½."""
    words = call.words()
    signs = {("1", "2"): "½", ("1", "4"): "¼", ("3", "4"): "¾", ("1", "3"): "⅓", ("2", "3"): "⅔"}
    if not words:
        return text_piece("⁄")
    if len(words) == 1:
        return text_piece(f"1/{words[0]}")
    pair = (words[-2], words[-1])
    whole = words[0] if len(words) > 2 else ""
    sign = signs.get(pair)
    return text_piece(f"{whole}{sign}" if sign else f"{whole} {pair[0]}/{pair[1]}".strip())


def run_together(call: Call) -> list[Piece]:
    """{{sic|everyd|ay}}: the misspelt words alone, as they stand; the "[sic]" is the editor's."""
    return [piece for part in call.positional() for piece in part]


def circa(call: Call) -> list[Piece]:
    """{{circa|1925}}: "c. 1925"."""
    return text_piece(" ".join(["c.", " – ".join(word for word in call.words() if word)]).strip())


def ship(call: Call) -> list[Piece]:
    """{{USS|Nimitz|CVN-68}}: "USS Nimitz"."""
    return [Text(f"{call.name.upper()} "), Text("''"), *call.pieces("1"), Text("''")]


def footnote(call: Call) -> list[Piece]:
    """{{efn|words}}, {{refn|words}}: a note beside the text, or its citations where it is no more than they."""
    return note(call.pieces("1", "content", "text"))


def named_reference(call: Call) -> list[Piece]:
    """{{r|name|name}}."""
    return [piece for word in call.words() for piece in call.page.named_reference(word)]


def citation(call: Call) -> list[Piece]:
    """A citation template in the text, as in a list of sources: its words. Short ones are citations at their place."""
    found = from_template(call.template, call.page.plain)
    if found is None:
        return []
    if call.name.startswith("sfn"):
        return [Cite(found)]
    if call.name.startswith("harv"):
        return text_piece(f"{found.author} {found.published}".strip())
    parts = [found.author, f"“{found.title}”" if found.title else "", found.work, found.published]
    return text_piece(". ".join(part.rstrip(".") for part in parts if part) + "." if any(parts) else "")


def parser_function(call: Call) -> list[Piece]:
    """{{formatnum:…}}, {{lc:…}}, {{DISPLAYTITLE:…}}, {{#tag:ref|…}}: what can be told without a wiki behind it."""
    source = "".join(node for node in call.template.name if isinstance(node, str))
    head, _, argument = source.partition(":")
    head, words = head.strip().lower(), argument.strip()
    if head == "displaytitle":
        call.page.display_title = re.sub(r"<[^<>]{0,200}>|'{2,}", "", words)
    elif head in ("formatnum", "lc", "uc", "ucfirst", "lcfirst"):
        return text_piece({"lc": words.lower(), "uc": words.upper()}.get(head, words))
    elif head == "#tag" and words.lower() == "ref":
        return note(call.pieces("1"))
    elif head == "#if" and words:
        return call.pieces("1")
    return []


def page_name(call: Call) -> list[Piece]:
    """{{PAGENAME}}."""
    return text_piece(call.page.title)


def result(call: Call) -> list[Piece]:
    """{{won}}, {{nom}}, {{yes}}: the argument where one is given, else the word the template prints."""
    return call.pieces("1", "text") or text_piece(RESULTS[call.name])


def number(call: Call) -> list[Piece]:
    """{{ISBN|…}}: the number with its kind."""
    words = [word for word in call.words() if word]
    return text_piece(f"{call.name.upper()} {words[0]}") if words else []


def quoted(call: Call) -> list[Piece]:
    """{{'"}}-like inline quotations."""
    return [Text("“"), *call.pieces("1"), Text("”")]


def line_break(call: Call) -> list[Piece]:
    """{{br}}."""
    return [Text("<br>")]


def visible_anchor(call: Call) -> list[Piece]:
    """{{visible anchor|words}}: the words that can be linked to."""
    return call.pieces("text", "1")


def official_website(call: Call) -> list[Piece]:
    """{{official website|URL}}: the link's words."""
    return as_link(call.pieces("name", "2") or text_piece("Official website"), call.text("1", "url"))


RENDERINGS: dict[str, Callable[[Call], list[Piece]]] = {
    **dict.fromkeys(PUNCTUATION, punctuation),
    **dict.fromkeys(MARKUP, markup),
    **dict.fromkeys(RESULTS, result),
    **dict.fromkeys((
        "ubl", "unbulleted list", "ublist", "unbulleted", "unbulletedlist", "ubt", "hlist", "horizontal list", "ulist", "bulleted list", "bulletlist", "blist",
        "ordered list", "olist", "comma separated entries", "cslist",
    ), entries),
    **dict.fromkeys((
        "plainlist", "plain list", "flatlist", "flat list", "flowlist", "cast listing", "cast list", "castlist", "castlisting", "div col", "colbegin", "col div",
        "div columns", "columns", "columns-list", "columnslist", "col-list", "col list", "collist", "multicol", "collapsible list", "refbegin", "stack", "center",
        "centre", "block indent", "indent", "small div", "smalldiv",
    ), wrapped),
    **dict.fromkeys(("based on", "basedon"), based_on),
    **dict.fromkeys(("sortname", "sort name"), sort_name),
    **dict.fromkeys(("frac", "fraction", "sfrac"), fraction),
    **dict.fromkeys(("sic", "not a typo", "typo", "as written", "proper name", "chem name"), run_together),
    **dict.fromkeys(("circa", "c.", "ca", "ca."), circa),
    **dict.fromkeys(("uss", "hms", "ss", "hmas", "hmcs", "rms", "ms", "mv", "usns", "uscgc", "ins"), ship),
    **dict.fromkeys((
        "efn", "refn", "efn-ua", "efn-la", "efn-lr", "efn-ur", "efn-lg", "efn-ug", "efn2", "note", "notetag", "cref2", "ref",
    ), footnote),
    **dict.fromkeys(("r", "ref label"), named_reference),
    **dict.fromkeys(("abbr", "abbrv", "abbreviation", "abbrlink", "tooltip", "hover title", "hover", "define"), first),
    **dict.fromkeys(("pagename", "fullpagename", "subpagename", "basepagename", "pagenamebase", "title"), page_name),
    **dict.fromkeys(("qi", "q", "inline quotation"), quoted),
    **dict.fromkeys(("br", "crlf", "newline", "break", "linebreak", "clear break", "pb", "paragraph break", "parabr"), line_break),
    **dict.fromkeys(("visible anchor", "vanchor"), visible_anchor),
    **dict.fromkeys(("isbn", "oclc", "issn"), number),
    **dict.fromkeys(("official website", "official site", "official url", "official"), official_website),
}  # fmt: skip
