"""Lines of a record in a terminal: a label, a statement, its sources.

Texts and citations enter and are printed. Text from documents is never read as markup or as
control codes. Colour only repeats what the words say.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import Console
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text

from filmdossier.model.film import Status
from filmdossier.model.text import Evidence
from filmdossier.present.citing import Passage, Sources
from filmdossier.present.wording import count, status_words

_WIDEST = 100
_LABEL = 20
_SOURCES = 15
_LONGEST_QUOTE = 400


def printable(text: str) -> str:
    """The text on one line, with control characters and invisible ones replaced."""
    line = " ".join(text.split())
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter)[0] == "C" else letter for letter in line)


def statement(text: str, status: Status | None = None, documents: int = 1, detail: str = "") -> Text:
    """A statement with its status: a disputed one says so loudly, one that a single document states says nothing more.

    ``detail`` follows in a lower voice, with the punctuation it brings.
    """
    words = Text(printable(text))
    if detail:
        words.append(detail[0] if detail[0] in ",;:" else " ")
        words.append(f" {printable(detail[1:])}" if detail[0] in ",;:" else printable(detail), "dim")
    if status is Status.DISPUTED:
        words.append(" DISPUTED", "bold red")
    elif status is Status.CORROBORATED:
        words.append(f" ({count(documents, 'document')})", "dim green")
    elif status not in (None, Status.STATED):
        words.append(f" ({status_words(status, documents).partition(':')[0]})", "dim")
    return words


@dataclass(slots=True)
class Sheet:
    """Prints parts of a record; with ``quoting``, each statement is followed by the passages it rests on."""

    console: Console
    sources: Sources
    quoting: bool = False
    _rows: list[tuple[Text, Text, Text]] = field(default_factory=list)

    def heading(self, name: str, amount: int | str = "") -> None:
        """Starts a part; ``amount`` is how many statements it has."""
        self.gap()
        words = Text(name.upper(), "bold")
        if amount != "":
            words.append(f"  {amount}", "not bold dim")
        self._print(words, indent=0)

    def subheading(self, words: str) -> None:
        """Starts a list within a part."""
        self.flush()
        self._print(Text(printable(words), "italic"))

    def title(self, words: str) -> None:
        """The first line."""
        self._print(Text(printable(words), "bold"), indent=0)

    def gap(self) -> None:
        """An empty line."""
        self.flush()
        self.console.print()

    def line(
        self, label: str, value: Text | str, evidence: Iterable[Evidence] = (), *, verbatim: bool = False, decided: str = ""
    ) -> None:  # fmt: skip
        """A statement under a label; an empty label continues the one above.

        A ``verbatim`` one is itself the passage it rests on, which need not follow. ``decided`` says who
        made it what it is, where an editor did.
        """
        passages = self.sources.passages(evidence)
        value = statement(value) if isinstance(value, str) else value
        if decided:
            value += Text(f" ({printable(decided)})", "dim")
        self._rows.append((Text(printable(label), "dim"), value, Text(" ".join(passage.label for passage in passages), "cyan")))
        if self.quoting and not verbatim:
            self._rows.extend((Text(), self._quote(passage), Text()) for passage in passages)

    def fact(
        self, label: str, value: str, status: Status, evidence: Iterable[Evidence], detail: str = "", decided: str = ""
    ) -> None:  # fmt: skip
        """A statement with a status, which gives way to what an editor ``decided``."""
        cited = tuple(evidence)
        words = statement(value, None if decided else status, len({one.document for one in cited}), detail)
        self.line(label, words, cited, decided=decided)

    def note(self, text: str) -> None:
        """A sentence across the whole width."""
        self.flush()
        self._print(Text(printable(text), "dim"))

    def flush(self) -> None:
        """Prints the lines collected so far, columns aligned."""
        if not self._rows:
            return
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=_LABEL, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        table.add_column(width=_SOURCES, overflow="fold")
        for row in self._rows:
            table.add_row(*row)
        table.expand = True
        self._print(table)
        self._rows.clear()

    def _print(self, content: Text | Table, indent: int = 2) -> None:
        options = self.console.options.update(width=min(self.console.width, _WIDEST))
        for line in self.console.render_lines(Padding(content, (0, 0, 0, indent)), options, pad=False):
            # Columns are padded with blanks to their width, which nobody wants in a pipe or a copied line.
            while line and not line[-1].text.strip():
                line.pop()
            if line:
                line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
            self.console.print(Segments([*line, Segment.line()]), end="", soft_wrap=True)

    def _quote(self, passage: Passage) -> Text:
        quote = printable(passage.quote)
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return Text.assemble((f"{passage.label} ", "cyan"), (f"“{quote}”", "dim italic"))
