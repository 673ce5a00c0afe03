"""Reads what is written for a part: "Detective Philip "Flip" Zimmerman, a colleague of Ron (uncredited)".

Enters the words after "as" (or in a table's role column); leaves character, other names,
description and note. Refuses to invent: every value is a stretch of the words given.
"""

import re
from dataclasses import dataclass

from filmdossier.extract.cast.names import HONORIFICS, person_like

_FOOTNOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|nb \d+|note \d+|citation needed)\]")
_BRACKETED = re.compile(r"\s*\(([^()]{0,200})\)")
NOTE = re.compile(
    r"\b(?:uncredited|unbilled|voice(?:[- ]over)?|voiced|singing|cameos?|special appearance|guest appearance|extended appearance|friendly appearance|archive|archival|"
    r"deleted scenes?|credited|scenes? deleted|dubbed|footage|narrat(?:or|ion)|extended version|director's cut|flashbacks?|photograph|motion capture|"
    r"item number|special performance|lead role|dual role|double role|debut|posthumous\w*|as himself|as herself)\b",
    re.IGNORECASE,
)
_ALIAS = re.compile(
    r"^(?:(?:also|previously|formerly|originally|better|later|now|otherwise|sometimes|commonly|popularly|real name|secretly)? ?"
    r"(?:also )?(?:known|credited|referred to|called|billed)? ?(?:as|by the name)?|a\.?k\.?a\.?|a/k/a|alias|nicknamed|née|nee|born|later|formerly|aka:|or|dubbed|called) "
    r"(?P<name>[\"“‘']?[^\W\d_a-z][^,;()]{0,60})$"
)
_ALIAS_START = re.compile(
    r"(?:,| -|–|—)? ?\b(?:(?:also|previously|formerly|originally|better|later|otherwise) (?:known |called )as|a\.?k\.?a\.?,?|a/k/a|alias|nicknamed|née|who is also known as|also called|going by the name) (?P<name>[\"“‘']?[^\W\d_a-z].{0,60}?)(?=[,;.]|$)"
)
_MANNER = re.compile(
    r",? (?:in|making|for|with|during) (?:an?|the|his|her|their) (?:\w+ ){0,4}?(?:appearance|cameo|role|roles|debut|number|performance|item song)\b.*$"
)
_LEAD_IN = re.compile(
    r"^(?:(?:the )?(?:(?:singing |speaking |English |original )?voices? (?:of|for)|(?:title |titular |leading |lead |main |dual |double |supporting |small |key |pivotal )*(?:roles?|parts?|characters?)"
    r" (?:of|as)|title character|titular|eponymous|titular character|eponymous character|main character|title role|lead role|character named|lead character|protagonist|antagonist|main antagonist|main protagonist)(?: of)?,? )(?=\S)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"^(?:(?:his|her|their|its|the|our)\b|[^\W\d_a-z][\w.]*['’]s?)(?: [a-z][\w'’-]*){1,5}$")
_JUNIOR = re.compile(r"^ ?(?:Jr|Sr|II|III|IV|Esq|M\.?D|Ph\.?D|DDS|D\.D)\b\.?")
_AGE = frozenset("young younger little old older elder teenage teenaged adult child grown-up baby middle-aged".split())
_JOINING = frozenset(
    "of at in on from for to with and or by as about near behind against among into over under between during after before who that".split()
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part as a document writes it; ``character`` '' where only a note is given ("uncredited")."""

    character: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    note: str = ""

    @property
    def named(self) -> bool:
        """Whether the character has a proper name rather than only a description."""
        return proper(self.character)


def proper(character: str) -> bool:
    """Whether a character's name is a proper name ("the Kid", not "a gambler" nor "Mitchum's antagonist")."""
    if character.casefold() in _SELF or re.search(r"['’]s? [a-z]", character):
        return False
    words = re.findall(r"[\w'’.#-]+", re.split(r" ?/ ?", character)[0])
    while words and words[0].casefold() in {"the", "a", "an", *_AGE}:
        words = words[1:]
    if not words or words[-1][0].islower():
        return False
    return not words[0][0].islower() or words[0] in {"du", "de", "von", "van", "d'", "al", "el", "la", "le", "di"}


_SELF = frozenset({"himself", "herself", "themselves", "themself", "self", "narrator", "the narrator", "itself"})


def read_parts(words: str) -> list[Part]:
    """The parts in ``words``, one for each character; [] where the words name none.

    "Vladimir Trunkov and Ivan" are two parts; "Bob Parr / Mr. Incredible" is one with an alias.
    """
    words = _FOOTNOTE.sub("", words).strip(" \t\n,;:.–—-…|")
    notes: list[str] = []
    aliases: list[str] = []
    remarks: list[str] = []
    for match in _BRACKETED.finditer(words):
        inner = match.group(1).strip()
        alias = _ALIAS.match(inner)
        if re.match(r"(?:credited |billed )?as ", inner) or NOTE.search(inner):
            notes.append(inner)
        elif alias and alias["name"]:
            aliases.append(clean(alias["name"]))
        elif inner:
            remarks.append(inner)
    plain = re.sub(r"\s{2,}", " ", _BRACKETED.sub("", words)).strip()
    plain, description = _cut(plain)
    aliases += [clean(match["name"]) for match in _ALIAS_START.finditer(f"{plain}, {description}" if description else plain)]
    plain = _ALIAS_START.sub("", plain).strip(" ,")
    manner = _MANNER.search(plain)
    if manner:
        notes.append(manner.group().strip(" ,"))
        plain = plain[: manner.start()].strip()
    plain = _LEAD_IN.sub("", plain)
    if re.match(r"^(?:an? )?voice\b", words, re.IGNORECASE) and "voice" not in " ".join(notes):
        notes.append("voice")
    description = "; ".join(part for part in (description, *remarks) if part)
    note = "; ".join(dict.fromkeys(notes))
    names = _several(plain)
    if len(names) > 1:
        return [Part(character=name, note=note) for name in names]
    character, before = _unprefixed(clean(plain))
    if description and _RELATIVE.match(character):
        # "his buddy, mechanic Victor Prinzi": the name follows what he is.
        name, what = _unprefixed(clean(_cut(description)[0]))
        if person_like(name) and proper(name) and (what or len(name.split()) <= 4):
            character, description = name, character
    if not character or (NOTE.fullmatch(character) and character.casefold() != "narrator"):
        return [Part(note="; ".join(n for n in (note, character) if n))] if note or character else []
    if "/" in character and not re.search(r"\d/\d|\d/[A-Z]", character):
        aliases += [clean(piece) for piece in character.split("/")]
    return [
        Part(
            character=character,
            aliases=tuple(a for a in dict.fromkeys(aliases) if a and a != character and person_like(a.strip("\"“”'"))),
            description=description or before,
            note=note,
        )
    ]


def clean(name: str) -> str:
    """The name without stray punctuation, an unpaired quotation mark, or "a" before it."""
    name = name.strip(" \t\n,;:–—-…|*").removesuffix(" and").strip()
    if name.endswith(".") and not re.search(r"(?:\b[A-Z]|\b(?:Jr|Sr|Mr|Mrs|Dr|St|Esq))\.$", name):
        name = name[:-1]
    for opening, closing in (('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'")):
        if name.startswith(opening) and name.endswith(closing) and len(name) > 2 and name.count(opening) <= 2:
            name = name[1:-1].strip()
        elif name.count(opening) + name.count(closing) == (1 if opening != closing else 2) and name.startswith(opening):
            name = name[1:]
    return re.sub(r"^(?:an?|another|one(?! of\b)) (?=\S)", "", name, flags=re.IGNORECASE).strip(" ,")


def _cut(words: str) -> tuple[str, str]:
    """The name and the description that follows it."""
    for match in re.finditer(
        r"; |;$|: |:$| [–—-]+ |, |\. (?=\S)|\.\"? ?$| (?=who |whose |whom |which (?!is an?$))| that (?=\w+s )|\n", words
    ):
        head, mark, tail = words[: match.start()], match.group().strip(), words[match.end() :]
        if not head.strip():
            continue
        if head.count('"') % 2 or head.count("“") > head.count("”"):
            continue
        if mark == "." and (
            re.fullmatch(rf"(?:(?:the|[A-Z][a-z]{{1,4}}\.) )?{_CAPITAL}\w{{1,4}}", head)
            or re.search(
                r"(?:\b[A-Z]|\b(?:[JS]r|Mrs?|Ms|Dr|St|Lt|Sgt|Capt|Col|Gen|Prof|Rev|Sen|Gov|Det|Insp|Cpl|Maj|Pvt|Opr|No|Hon|Adm))$",
                head,
            )
        ):
            continue
        if mark == "," and _JUNIOR.match(tail):
            continue
        if mark == "," and len(_several(words)) > 1:
            continue
        return head.strip(), re.split(r"(?<=[a-z\"”)])(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)\. ", tail, maxsplit=1)[0].strip(
            " .;,"
        ) if mark != "." else ""
    return words, ""


def _several(words: str) -> list[str]:
    """The names in "Trunkov, Ivan and Victor Hugo"; one element where the words are a single part."""
    pieces = re.split(r",? and |, | & ", words)
    if len(pieces) < 2 or not re.search(r" and | & ", words):
        return [words]
    good = all(
        re.match(rf"[\"“‘']?{_CAPITAL}", piece) and len(piece.split()) <= 4 and not re.match(r"(?:The|A|An|His|Her) [a-z]", piece)
        for piece in pieces
    )
    if (
        not good
        or any(re.search(r" (?:in|of|from) ", piece) for piece in pieces)
        or re.search(r"['’]s? \w+$", words)
        or re.match(r"(?:Mr|Mrs|King|Queen|Lord)\.? and", words)
    ):
        return [words]
    return [clean(piece) for piece in pieces]


def _unprefixed(words: str) -> tuple[str, str]:
    """The name and the describing words before it: "photographer Pamela Glover" → Pamela Glover, photographer."""
    match = re.match(rf"^((?:[a-z][\w'’-]*,? ){{1,7}})([\"“'‘]?{_CAPITAL}.*)$", words)
    if match is None:
        return words, ""
    before = match.group(1).split()
    if before[0] == "the" and len(before) == 1:
        return words, ""
    if (
        any(word.strip(",") in _JOINING for word in before)
        or before[-1] in _AGE
        or before[-1] in {"du", "de", "von", "van", "al", "el", "la", "le"}
    ):
        return words, ""
    rest = match.group(2)
    if re.search(r"['’]s? [a-z]", rest) or rest.split()[-1].islower():
        return words, ""
    return clean(rest), match.group(1).strip(" ,")


def without_title(name: str) -> str:
    """The name without rank or title: "Detective Ron Stallworth" → Ron Stallworth."""
    words = name.split()
    while len(words) > 1 and (words[0] in HONORIFICS or words[0].casefold() in ("the", *_AGE)):
        words = words[1:]
    return " ".join(words)
