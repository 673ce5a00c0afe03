"""The grammar of QuickStatements, version 1, after https://www.wikidata.org/wiki/Help:QuickStatements and both programs' parsers.

Written to refuse: what either program would misread, or read as something else than its line says, raises.
"""

import re
from dataclasses import dataclass, field

# The datatypes of the properties that are used, as Wikidata declares them.
ITEM, TIME, QUANTITY, STRING, MONOLINGUAL, EXTERNAL_ID, URL = (
    "item", "time", "quantity", "string", "monolingual", "external-id", "url",
)  # fmt: skip
DATATYPES = {
    **dict.fromkeys(
        ("P31", "P57", "P58", "P86", "P136", "P144", "P155", "P156", "P161", "P162", "P166", "P179", "P272", "P344", "P364", "P447", "P453", "P459",
         "P495", "P725", "P750", "P840", "P915", "P941", "P1040", "P4969"), ITEM),
    "P577": TIME, "P585": TIME, "P2047": QUANTITY, "P7887": QUANTITY, "P444": STRING, "P4633": STRING, "P1476": MONOLINGUAL, "P1683": MONOLINGUAL,
    "P345": EXTERNAL_ID, "P1258": EXTERNAL_ID, "P1712": EXTERNAL_ID, "P4947": EXTERNAL_ID, "P854": URL,
}  # fmt: skip
_VALUES = {
    ITEM: re.compile(r"Q[1-9]\d*"),
    TIME: re.compile(r"\+\d{4}-(?:00-00T00:00:00Z/9|(?:0[1-9]|1[0-2])-00T00:00:00Z/10|(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T00:00:00Z/11)"),
    QUANTITY: re.compile(r"\d+(?:\.\d+)?(?:U[1-9]\d*)?"),
    STRING: re.compile(r'"(?P<text>[^"\s](?:.*[^"\s])?)"'),
    EXTERNAL_ID: re.compile(r'"(?P<text>[^"\s](?:.*[^"\s])?)"'),
    URL: re.compile(r'"(?P<text>https?://[^"\s]+)"'),
    MONOLINGUAL: re.compile(r'(?P<language>[a-z]{2,3}):"(?P<text>\S(?:.*\S)?)"'),
}  # fmt: skip


@dataclass
class Command:
    """One statement as the programs would write it."""

    subject: str
    property: str
    value: str
    qualifiers: list[tuple[str, str]] = field(default_factory=list)
    references: list[list[tuple[str, str]]] = field(default_factory=list)


def parse(text: str) -> tuple[list[Command], list[str]]:
    """The statements and the lines behind ``#``; ValueError for any other line that the grammar does not have."""
    # QuickStatements 3 puts these in before it looks at a line.
    lines = text.replace("||", "\n").replace("|", "\t").removesuffix("\n").split("\n")
    commands, comments = [], []
    created = False
    for line in lines:
        if re.search(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]", line):
            raise ValueError(f"a control character: {line!r}")
        if line.startswith("#"):
            comments.append(line)
        elif line == "CREATE":
            created = True
        else:
            command = _command(line.split("\t"))
            if command.subject == "LAST" and not created:
                raise ValueError("LAST before CREATE")
            commands.append(command)
    return commands, comments


def _command(fields: list[str]) -> Command:
    if len(fields) < 3 or len(fields) % 2 == 0:
        raise ValueError(f"not a statement and pairs: {fields}")
    subject, property_, value, *rest = fields
    if not re.fullmatch(r"LAST|Q[1-9]\d*", subject):
        raise ValueError(f"no item: {subject!r}")
    if re.fullmatch(r"[LAD][a-z]{2,3}", property_):
        if rest or len(_text(STRING, value)) > 250:
            raise ValueError(f"no label: {fields}")
        return Command(subject, property_, value)
    command = Command(subject, property_, value)
    _check(property_, value)
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    for key, one in pairs:
        if key.startswith("P"):
            if command.references:
                raise ValueError(f"a qualifier after a source splits the reference: {fields}")
            command.qualifiers.append((key, one))
            _check(key, one)
        elif re.fullmatch(r"!?S\d+", key):
            if key.startswith("!") and not command.references:
                raise ValueError(f"! opens the second reference and those after it: {fields}")
            if key.startswith("!") or not command.references:
                command.references.append([])
            source = f"P{key.lstrip('!')[1:]}"
            if source in {name for name, _ in command.references[-1]}:
                raise ValueError(f"{key} twice in one reference: {fields}")
            command.references[-1].append((source, one))
            _check(source, one)
        else:
            raise ValueError(f"neither a qualifier nor a source: {key!r}")
    return command


def _check(property_: str, value: str) -> None:
    if property_ not in DATATYPES:
        raise ValueError(f"an unknown property: {property_!r}")
    _text(DATATYPES[property_], value)


def _text(datatype: str, value: str) -> str:
    match = _VALUES[datatype].fullmatch(value)
    if match is None:
        raise ValueError(f"no value of type {datatype}: {value!r}")
    text = match.groupdict().get("text") or ""
    if len(text) > 1500:
        raise ValueError("longer than Wikidata takes")
    return text
