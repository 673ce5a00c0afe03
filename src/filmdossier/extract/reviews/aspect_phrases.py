"""The noun phrase around a word that names a side of the film, in the document's own words.

Enters a sentence and where the naming word stands; leaves the phrase with what belongs to the name
("car chase" → "car chase scenes", "Hayek" + "performance") and nothing that merely stands beside it.
"""

import re

_BEFORE = re.compile(
    r"(?:\b(?:(?:[A-Z][\w.-]+ )?[A-Z][\w.-]+(?:'s|’s|s'|s’)|action|fight|chase|car|gun|love|opening|closing|final|first|second|third|lead|leading|main|central|supporting|"
    r"voice|visual|special|computer|digital|practical|production|set|sound|character|plot|story|dance|musical|background|title|camera|stunt|screen|comic|tragic|"
    r"romantic|dramatic|physical|verbal|narrative|emotional|moral|historical|political|social)[ -]){1,3}$"
)
_AFTER = re.compile(
    r"^(?:[ -](?:scenes?|sequences?|set[- ]pieces?|development|developments|arcs?|design|designs|twists?|lines?|work|effects|numbers?|cues?|style|direction|movements?|value|values|elements?|score))+\b"
    r"|^ (?:of|by|from) (?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,2}\b(?! to\b)"
)


def phrase_around(words: str, start: int, end: int) -> str:
    """The phrase whose naming word stands at ``start`` to ``end`` of ``words``."""
    before = _BEFORE.search(words[:start])
    after = _AFTER.match(words[end:])
    return words[before.start() if before else start : end + (after.end() if after else 0)]
