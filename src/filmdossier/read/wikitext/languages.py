"""Renders templates for words in other languages: labels, transcriptions, translations, links to other encyclopedias."""

import re
from collections.abc import Callable

from babel import Locale

from filmdossier.model.text import MarkKind
from filmdossier.read.wikitext.calls import Call, text_piece
from filmdossier.read.wikitext.pieces import Piece, Text, as_link

_ITALIC = ((MarkKind.ITALIC, ""),)
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_CHINESE = {
    "c": "Chinese", "t": "traditional Chinese", "s": "simplified Chinese", "p": "pinyin", "hp": "pinyin", "w": "Wade–Giles", "j": "Jyutping", "cy": "Yale",
}  # fmt: skip
_SOUND = re.compile(r".*\.(?:ogg|oga|wav|mp3|opus|flac)", re.IGNORECASE)


def _italic(pieces: list[Piece], call: Call) -> list[Piece]:
    """Foreign words as the page sets them: italic in Latin script unless the call says otherwise."""
    words = "".join(piece.text for piece in pieces if isinstance(piece, Text))
    upright = call.text("italic", "italics", "i").lower() in ("no", "n", "-", "off", "unset") or not _LATIN.search(words)
    if upright:
        return pieces
    return [Text(piece.text, (*_ITALIC, *piece.marks), piece.raw) if isinstance(piece, Text) else piece for piece in pieces]


def language_name(code: str) -> str:
    """The English name of a language code ("zh-Hant" too); the code itself where it has none."""
    names = Locale("en").languages
    base = re.split(r"[-_]", code.strip().lower())[0]
    return str(names.get(base, code))


def words(call: Call) -> list[Piece]:
    """{{lang|fr|texte}} and {{transl|ja|words}}: the words."""
    arguments = [part for part in call.positional() if part]
    return _italic(arguments[-1], call) if len(arguments) > 1 else []


def labelled(call: Call) -> list[Piece]:
    """{{langx|fr|texte|lit=text}} and {{lang-fr|texte}}: "French: texte, lit. 'text'"."""
    old = call.name.startswith("lang-") and call.name != "lang-x"
    code = call.name.removeprefix("lang-") if old else call.text("1")
    shift = 0 if old else 1
    shown = call.pieces(str(1 + shift), "text")
    if not shown:
        return []
    label = call.text("label") or language_name(code)
    out = [] if label.lower() in ("none", "no", "-") else text_piece(f"{label}: ")
    out += _italic(shown, call)
    if roman := call.pieces(str(2 + shift), "translit"):
        out += [Text(", romanized: "), *_italic(roman, call)]
    if literal := call.pieces(str(3 + shift), "lit", "translation"):
        out += [Text(", lit. '"), *literal, Text("'")]
    return out


def nihongo(call: Call) -> list[Piece]:
    """{{nihongo|English|kanji|romaji|extra}}: "English (kanji, romaji, extra)"."""
    shown = [part for key in ("1", "2", "3", "4", "extra") if (part := call.pieces(key))]
    if not call.has("1"):
        # Without an English name the transcription stands first.
        shown = [*shown[1:2], *shown[:1], *shown[2:]]
    out = list(shown[0]) if shown else []
    for number, other in enumerate(shown[1:]):
        out += [Text(", " if number else " ("), *other]
    return [*out, Text(")")] if len(shown) > 1 else out


def chinese(call: Call) -> list[Piece]:
    """{{zh|t=…|s=…|p=…}}: "traditional Chinese: …; pinyin: …"."""
    parts = [(label, call.pieces(key)) for key, label in _CHINESE.items() if call.has(key)]
    out: list[Piece] = []
    for number, (label, shown) in enumerate(parts):
        out += [Text(f"{'; ' if number else ''}{label}: ", (), raw=False), *shown]
    return out


def korean(call: Call) -> list[Piece]:
    """{{korean|hangul=…|rr=…}}: "Korean: …; RR: …"."""
    out: list[Piece] = []
    for key, label in (("hangul", "Korean"), ("1", "Korean"), ("hanja", "Hanja"), ("rr", "RR"), ("mr", "MR"), ("lit", "lit.")):
        if call.has(key):
            out += [Text(f"{'; ' if out else ''}{label}: ", (), raw=False), *call.pieces(key)]
    return out


def translation(call: Call) -> list[Piece]:
    """{{translation|Bitter wind}}, {{literal translation|…}}: "transl. Bitter wind"."""
    label = "lit. " if call.name in ("literal translation", "lit", "literally") else "transl. "
    return [Text(label), *call.pieces("1")] if call.has("1") else []


def gloss(call: Call) -> list[Piece]:
    """{{gloss|words}}: the words in single quotation marks."""
    return [Text("‘", (), raw=False), *call.pieces("1"), Text("’", (), raw=False)] if call.has("1") else []


def interlanguage(call: Call) -> list[Piece]:
    """{{ill|Title|fr|Titre|lt=shown}}: the link as shown."""
    target = call.text("1")
    shown = call.pieces("lt", "display", "text") or text_piece(re.sub(r"\s*\([^()]*\)$", "", target))
    linked = as_link(shown, target)
    return _italic(linked, call) if call.flag("i", "italic") else linked


def pronunciation(call: Call) -> list[Piece]:
    """{{IPAc-en|h|iː|m}} as /hiːm/, {{IPA-fr|im}} and {{IPA|fr|im}} as [im]."""
    given = [word for word in call.words() if word and not _SOUND.fullmatch(word)]
    if call.name.startswith("ipac"):
        sounds = "".join(
            word if word != "_" else " " for word in given if word not in ("lang", "local", "pron", "-", "us", "uk", "also")
        )
        return text_piece(f"/{sounds}/" if sounds else "")
    sounds = given[0] if given and call.name != "ipa" else (given[-1] if given else "")
    return text_piece(sounds if sounds[:1] in ("[", "/", "") else f"[{sounds}]")


def named_family(name: str) -> Callable[[Call], list[Piece]] | None:
    """The rendering of templates named after a language ("lang-fr", "ipac-en"); None for other names."""
    if re.fullmatch(r"lang-[a-z]{2,3}(?:-[a-z0-9-]+)?", name):
        return labelled
    if re.fullmatch(r"ipa(?:c?-[a-z]+)?", name):
        return pronunciation
    return None


RENDERINGS: dict[str, Callable[[Call], list[Piece]]] = {
    **dict.fromkeys(("lang", "transl", "transliteration", "script"), words),
    **dict.fromkeys(("langx", "lang-x"), labelled),
    **dict.fromkeys(("nihongo", "nihongo2", "nihongo3", "nihongo foot", "nihongo title", "nihongo krt"), nihongo),
    **dict.fromkeys(("zh", "lang-zh", "zh-full"), chinese),
    "korean": korean,
    **dict.fromkeys(("translation", "literal translation", "lit", "trans", "literally", "transl.", "translated"), translation),
    "gloss": gloss,
    **dict.fromkeys(
        ("ill", "illm", "interlanguage link", "interlanguage link multi", "link-interwiki", "ill-wd", "ill2", "iw2"), interlanguage
    ),
}
