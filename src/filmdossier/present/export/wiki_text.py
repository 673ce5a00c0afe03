"""Words made fit for wikitext, and the citations that stand behind them.

Whatever a document says is shown as it is: signs that open a template, a link, a tag, a table or a list
become character references. What stands in a comment cannot end it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from filmdossier.model.film import DECISIONS_KIND, FilmRecord
from filmdossier.model.text import Evidence
from filmdossier.model.titles import slugify
from filmdossier.present.export.choosing import document_name
from filmdossier.present.export.text import one_line, xml_text

# Signs that mean something anywhere; quotation marks in pairs are italics, three tildes a signature, two underscores a switch.
_SIGNS = re.compile(r"[<>|{}\[\]]|'(?=')|(?<=')'|^'|'$|~(?=~)|(?<=~)~|_(?=_)|(?<=_)_|&(?=#?\w+;)|^[*#:;=!+-]|^ |://")


def words(text: str) -> str:
    """The text on one line, as words that a wiki shows unchanged."""
    return _SIGNS.sub(lambda match: "".join(f"&#{ord(letter)};" for letter in match.group()), xml_text(one_line(text)))


def remark(text: str) -> str:
    """The text as a comment."""
    inside = re.sub(r"-{2,}|[<>]", "\N{EN DASH}", xml_text(one_line(text))).strip("-")
    return f"<!-- {inside} -->"


def quotation(text: str) -> str:
    """The text in quotation marks; those it has at its ends go."""
    return f"“{words(one_line(text).strip('“”').strip(chr(34)))}”"


def listed(parts: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


@dataclass(slots=True)
class Citations:
    """The references of one page: each is written out where it is first used and named afterwards."""

    record: FilmRecord
    _names: dict[str, str] = field(default_factory=dict)

    def cite(self, key: str, evidence: Iterable[Evidence], **fields: str | None) -> str:
        """A reference for what ``key`` names: ``fields`` of the citation; what nobody told is marked as to be done."""
        if key in self._names:
            return f'<ref name="{self._names[key]}" />'
        name = re.sub(r"[^a-z0-9-]", "", slugify(key))[:40] or "source"
        while name in self._names.values() or name.isdecimal():
            name += "-x"
        self._names[key] = name
        told = {label: words(value) for label, value in fields.items() if value and words(value)}
        missing = {label: "<!-- TODO -->" for label in ("title", "url") if label not in told}
        parameters = " ".join(f"|{label.replace('_', '-')}={value}" for label, value in {**told, **missing}.items())
        return f'<ref name="{name}">{{{{Cite web {parameters}}}}}{self._origin(evidence)}</ref>'

    def _origin(self, evidence: Iterable[Evidence]) -> str:
        """Where the program read it, as a comment: the editor's way back to the sentence."""
        documents = {document.id: document for document in self.record.documents}
        for one in evidence:
            document = documents[one.document]
            if document.kind == DECISIONS_KIND:
                continue
            return remark(f"read in {document_name(document)}, characters {one.span.start} to {one.span.end}")
        return ""
