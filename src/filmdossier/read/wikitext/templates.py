"""Renders inline templates: a call in, the pieces a reader of the page sees out.

A registry of small functions by the template's lower-case name. Boxes, reception sentences and
values have their own modules. A template nobody knows is kept only where its one argument reads
as text; maintenance, navigation and external-link templates leave nothing.
"""

import re
from collections.abc import Callable

from filmdossier.model.text import MarkKind
from filmdossier.read.wikitext import boxes, reception, values
from filmdossier.read.wikitext.calls import Call, listed, text_piece
from filmdossier.read.wikitext.citations import from_template, is_citation
from filmdossier.read.wikitext.names import CONSTANTS, DROPPED, FIRST_ARGUMENT, LAST_ARGUMENT, RESULTS, dropped
from filmdossier.read.wikitext.pieces import Cite, Piece, Text, note

Rendering = Callable[[Call], list[Piece]]


def _first(call: Call) -> list[Piece]:
    return call.pieces("1", "text", "content")


def _listed(call: Call) -> list[Piece]:
    return listed(call.positional())


def _plain_list(call: Call) -> list[Piece]:
    """{{plainlist|* a * b}}: its argument is a list already."""
    return [Text("\n"), *call.pieces("1", "list"), Text("\n")]


def _wrapped(call: Call) -> list[Piece]:
    """Column and cast-list wrappers: the list inside them, if it is an argument."""
    content = call.pieces("1", "content", "2")
    return [Text("\n"), *content, Text("\n")] if content else []


def _columns(call: Call) -> list[Piece]:
    """{{columns-list|…}}, {{columns|col1=…}}: all columns one under the other."""
    out: list[Piece] = []
    for key in call.keys:
        if key.isdecimal() or re.fullmatch(r"col\d+|content\d*", key):
            value = call.pieces(key)
            if not (len(value) == 1 and isinstance(value[0], Text) and re.fullmatch(r"\d+(em|px|%)?", value[0].text)):
                out += [Text("\n"), *value, Text("\n")]
    return out


def _based_on(call: Call) -> list[Piece]:
    """{{based on|work|author|author}}: "work by author and author"."""
    parts = [part for part in call.positional() if part]
    if not parts:
        return []
    out = list(parts[0])
    for number, part in enumerate(parts[1:]):
        out += [Text(" by " if not number else (" and " if number == len(parts) - 2 else ", ")), *part]
    return out


def _language(call: Call) -> list[Piece]:
    """{{lang|fr|texte}} and {{transl|ja|words}}: the words, italic where the page sets them so."""
    arguments = call.positional()
    return arguments[-1] if len(arguments) > 1 else []


def _language_named(call: Call) -> list[Piece]:
    """{{lang-fr|texte}}: the words with the language's label left out, literal translation in brackets."""
    out = call.pieces("1", "2")
    if literal := call.pieces("lit", "translation", "3"):
        out += [Text(", literally '"), *literal, Text("'")]
    return out


def _nihongo(call: Call) -> list[Piece]:
    """{{nihongo|English|kanji|romaji|extra}}: "English (kanji, romaji, extra)"."""
    english, others = call.pieces("1"), [part for key in ("2", "3", "4", "extra") if (part := call.pieces(key))]
    if not english:
        english, others = (others[-1] if others else []), others[:-1]
    out = list(english)
    for number, other in enumerate(others):
        out += [Text(", " if number else " ("), *other]
    return [*out, Text(")")] if others else out


def _interlanguage(call: Call) -> list[Piece]:
    """{{ill|Title|fr|Titre|lt=shown}}: the link as shown."""
    target = call.text("1")
    shown = call.pieces("lt", "display", "text") or text_piece(re.sub(r"\s*\([^()]*\)$", "", target))
    if call.flag("i", "italic"):
        shown = [Text("''"), *shown, Text("''")]
    return [
        Text(piece.text, ((MarkKind.LINK, target), *piece.marks), piece.raw) if isinstance(piece, Text) else piece
        for piece in shown
    ]


def _sort_name(call: Call) -> list[Piece]:
    """{{sortname|First|Last|target}}: the name, linked unless the call says otherwise."""
    words = call.words()
    name = " ".join(word for word in words[:2] if word)
    target = (words[2] if len(words) > 2 else "") or name
    linked = not call.flag("nolink")
    return [Text(name, ((MarkKind.LINK, target),) if linked else (), raw=False)] if name else []


def _sort(call: Call) -> list[Piece]:
    """{{sort|key|shown}}."""
    return call.pieces("2") or call.pieces("1")


def _quote_mark(call: Call) -> list[Piece]:
    return text_piece(_PUNCTUATION[call.name])


_PUNCTUATION = {
    "'": "'", '"': '"', "'s": "'s", "\"'": "\"'", "'\"": "'\"", "-\"": "\"", "' \"": "' \"", "nbsp": " ", "space": " ", "ndash": "–", "spaced ndash": " – ",
    "snd": " – ", "spnd": " – ", "sndash": " – ", "spaced en dash": " – ", "spndash": " – ", "endash": "–", "en dash": "–", "mdash": "—", "emdash": "—",
    "em dash": "—", "spaced mdash": " — ", "spaced em dash": " — ", "spaced emdash": " — ", "!": "|", "=": "=", "(": "{", ")": "}", "((": "{{", "))": "}}",
    "dot": " · ", "·": " · ", "•": " • ", "bull": " • ", "middot": " · ", "spd": " – ", "ellipsis": "…", "...": "…", "&": "&", "pipe": "|", "break": "<br>",
    "zwj": "", "zwnj": "", "shy": "", "wbr": "", "thinsp": " ", "thin space": " ", "hair space": " ", "pi": "π", "sharp": "♯", "music": "♯", "flat": "♭",
    "dagger": "†", "double-dagger": "‡", "double dagger": "‡", "star": "★", "asterisk": "*", "number sign": "#", "colon": ":", "¿": "", "en-dash": "–",
    "half": "½", "degree": "°", "check mark": "✓", "sup": "", "i sup": "", "%": "%", "half star": "½", "dash": " – ", "ldash": " – ", "clubs": "♣",
}  # fmt: skip


def _break(call: Call) -> list[Piece]:
    return [Text("<br>")]


def _fraction(call: Call) -> list[Piece]:
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


def _sic(call: Call) -> list[Piece]:
    """{{sic|everyd|ay}}: the misspelt words alone, as they stand; the "[sic]" is the editor's."""
    out: list[Piece] = []
    for part in call.positional():
        out += part
    return out


def _circa(call: Call) -> list[Piece]:
    words = [word for word in call.words() if word]
    return text_piece("c. " + " – ".join(words)) if words else text_piece("c.")


def _wide_ship(call: Call) -> list[Piece]:
    """{{USS|Nimitz|CVN-68}}: "USS Nimitz"."""
    return [Text(f"{call.name.upper()} "), Text("''"), *call.pieces("1"), Text("''")]


def _note(call: Call) -> list[Piece]:
    """{{efn|words}}, {{refn|words}}: a footnote, kept as a note of the document or as its citations."""
    return note(call.pieces("1", "content", "text"))


def _named_reference(call: Call) -> list[Piece]:
    """{{r|name|name}}."""
    return [piece for word in call.words() for piece in call.page.named_reference(word)]


def _citation(call: Call) -> list[Piece]:
    """A citation template in the text, as in a list of sources: its words."""
    found = from_template(call.template, call.page.plain)
    if found is None:
        return []
    if call.name.startswith(("sfn", "harv")):
        return [Cite(found)] if call.name.startswith("sfn") else text_piece(f"{found.author} {found.published}".strip())
    parts = [part for part in (found.author, f"“{found.title}”" if found.title else "", found.work, found.published) if part]
    return text_piece(". ".join(parts) + "." if parts else "")


def _tag(call: Call) -> list[Piece]:
    """{{#tag:ref|content|name=…|group=…}}."""
    if call.name.startswith("#tag:ref") and not call.name.startswith("#tag:references"):
        return note(call.pieces("1"))
    return call.pieces("1") if call.name.startswith(("#tag:small", "#tag:poem", "#tag:blockquote")) else []


def _parser_function(call: Call) -> list[Piece]:
    """{{formatnum:…}}, {{lc:…}}, {{DISPLAYTITLE:…}}: what MediaWiki computes and can be told without it."""
    source = "".join(node for node in call.template.name if isinstance(node, str))
    head, _, argument = source.partition(":")
    head = head.strip().lower()
    words = argument.strip()
    if head == "displaytitle":
        call.page.display_title = re.sub(r"<[^<>]{0,200}>|'{2,}", "", words)
        return []
    if head in ("formatnum", "lc", "uc", "ucfirst", "lcfirst", "nowrap"):
        return text_piece({"lc": words.lower(), "uc": words.upper()}.get(head, words))
    if head == "#tag":
        return _tag(call)
    if head in ("#if", "#ifeq", "#ifexist", "#switch"):
        return call.pieces("1") if head == "#if" and words else []
    return []


def _page_name(call: Call) -> list[Piece]:
    return text_piece(call.page.title)


def _abbreviation(call: Call) -> list[Piece]:
    """{{abbr|short|long}}, {{tooltip|short|long}}: what is printed, not what hovers."""
    return call.pieces("1")


def _result(call: Call) -> list[Piece]:
    """{{won}}, {{nom}}, {{yes}}: the argument where one is given, else the word the template prints."""
    given = call.pieces("1", "text")
    return given or text_piece(RESULTS[call.name])


def _title_in_quotes(call: Call) -> list[Piece]:
    return [Text('"'), *call.pieces("1"), Text('"')]


def _isbn(call: Call) -> list[Piece]:
    words = [word for word in call.words() if word]
    return text_piece(f"{call.name.upper()} {words[0]}") if words else []


def _italic(call: Call) -> list[Piece]:
    return [Text("''"), *call.pieces("1"), Text("''")]


def _series(call: Call) -> list[Piece]:
    """{{TV series|…}}-like titles of linked works."""
    return call.pieces("2", "1")


def _external_media(call: Call) -> list[Piece]:
    return []


def _translation(call: Call) -> list[Piece]:
    """{{translation|Bitter wind}}, {{literal translation|…}}: "transl. Bitter wind"."""
    return [Text("transl. "), *call.pieces("1")] if call.has("1") else []


def _inline_quotation(call: Call) -> list[Piece]:
    return [Text("“"), *call.pieces("1"), Text("”")]


def _anchor(call: Call) -> list[Piece]:
    return (
        call.pieces("2")
        if call.name in ("visible anchor", "vanchor") and call.has("text")
        else (call.pieces("text") or call.pieces("1") if call.name in ("visible anchor", "vanchor") else [])
    )


_RENDERINGS: dict[str, Rendering] = {
    **dict.fromkeys(_PUNCTUATION, _quote_mark),
    **dict.fromkeys(FIRST_ARGUMENT, _first),
    **dict.fromkeys(LAST_ARGUMENT, _sort),
    **dict.fromkeys(RESULTS, _result),
    **dict.fromkeys(("ubl", "unbulleted list", "hlist", "horizontal list", "ublist", "ubt", "ulist", "bulleted list", "bulletlist", "ordered list",
                     "comma separated entries", "cslist", "flowlist", "olist", "unbulleted", "unbulletedlist", "blist", "ubl2", "collapsible ubl"), _listed),
    **dict.fromkeys(("plainlist", "plain list", "flatlist", "flat list", "endplainlist", "plainlist/styles"), _plain_list),
    **dict.fromkeys(("cast listing", "cast list", "castlist", "castlisting", "div col", "colbegin", "col div", "columns-list", "col list", "collist", "div columns",
                     "refbegin", "stack", "small div", "center", "centre", "block indent", "indent", "collapsible list", "smalldiv"), _wrapped),
    **dict.fromkeys(("columns-list", "columns", "col-list", "multicol", "columnslist", "col list", "colum-list", "collapsible list"), _columns),
    **dict.fromkeys(("based on", "basedon"), _based_on),
    **dict.fromkeys(("lang", "transl", "transliteration", "script", "langx", "lang-x"), _language),
    **dict.fromkeys(("nihongo", "nihongo2", "nihongo3", "nihongo foot", "nihongo title", "korean", "zh", "nihongo krt", "contains special characters"), _nihongo),
    **dict.fromkeys(("ill", "illm", "interlanguage link", "interlanguage link multi", "link-interwiki", "ill-wd", "ill2", "iw2"), _interlanguage),
    **dict.fromkeys(("sortname", "sort name"), _sort_name),
    **dict.fromkeys(("frac", "fraction", "sfrac", "half"), _fraction),
    **dict.fromkeys(("sic", "not a typo", "typo", "as written", "proper name", "chem name"), _sic),
    **dict.fromkeys(("circa", "c.", "ca", "ca."), _circa),
    **dict.fromkeys(("uss", "hms", "ss", "hmas", "hmcs", "rms", "ms", "mv", "usns", "uscgc", "ins"), _wide_ship),
    **dict.fromkeys(("efn", "refn", "efn-ua", "efn-la", "efn-lr", "efn-ur", "efn-lg", "efn-ug", "note", "notetag", "cref2", "efn2", "#tag:ref", "ref"), _note),
    **dict.fromkeys(("r", "ref label"), _named_reference),
    **dict.fromkeys(("abbr", "tooltip", "abbrv", "abbreviation", "abbrlink", "hover title", "hover", "define"), _abbreviation),
    **dict.fromkeys(("pagename", "fullpagename", "subpagename", "basepagename", "pagenamebase", "title"), _page_name),
    **dict.fromkeys(("translation", "literal translation", "lit", "trans", "literally", "gloss", "transl.", "translated"), _translation),
    **dict.fromkeys(("qi", "q", "inline quotation", "'q"), _inline_quotation),
    **dict.fromkeys(("br", "crlf", "newline", "break", "linebreak", "clear break", "pb", "paragraph break", "parabr"), _break),
    **dict.fromkeys(("visible anchor", "vanchor"), _anchor),
    **dict.fromkeys(("isbn", "oclc", "issn"), _isbn),
    **dict.fromkeys(("film date", "filmdate", "film-date", "release date", "release dates", "television release date"), values.film_date),
    **dict.fromkeys(("start date", "end date", "start-date", "end-date", "startdate", "enddate", "date", "dob", "start date text"), values.single_date),
    **dict.fromkeys(("birth date", "birth date and age", "death date", "death date and age", "bda", "start date and age", "birth-date", "birth-date and age"), values.birth_date),
    **dict.fromkeys(("dts", "date table sorting", "datetable", "sort date"), values.sort_date),
    **dict.fromkeys(("duration",), values.duration),
    **dict.fromkeys(("runtime",), values.runtime),
    **dict.fromkeys(("convert", "cvt", "conv"), values.convert),
    **dict.fromkeys(("rating", "stars", "rating-5", "rating/5", "star rating"), values.rating),
    **dict.fromkeys(("as of", "asof"), values.as_of),
    **dict.fromkeys(("currency", "to usd", "tousd"), values.any_currency),
    **dict.fromkeys(("inrconvert", "inr convert"), values.inr_convert),
    **reception.RENDERINGS,
    **boxes.RENDERINGS,
}  # fmt: skip


def render(call: Call) -> list[Piece]:
    """What the call shows to a reader; [] for templates that show nothing of the article itself."""
    name = call.name
    if name in CONSTANTS:
        return text_piece(CONSTANTS[name])
    rendering = _RENDERINGS.get(name)
    if rendering is not None:
        return rendering(call)
    if name in DROPPED:
        return []
    if is_citation(name):
        return _citation(call)
    if values.currency_sign(name) is not None:
        return values.money(call)
    if name.startswith("infobox") or name.endswith(" infobox"):
        return boxes.infobox(call)
    if name.startswith("lang-"):
        return _language_named(call)
    if ":" in name:
        return _parser_function(call)
    if dropped(name):
        return []
    return _unknown(call)


def _unknown(call: Call) -> list[Piece]:
    """A template nobody knows: its argument if it has exactly one and that reads as words."""
    if call.keys != ["1"]:
        return []
    words = call.text("1")
    return call.pieces("1") if re.search(r"[^\W\d_]{2}", words) and "=" not in words and len(words) < 400 else []
