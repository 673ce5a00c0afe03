"""Dates as documents write them → ISO 8601, as exact as the words are and no more."""

import re

from filmdossier.reconcile.values import date_key

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_PARTIAL = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"\d{4}")


def iso_date(words: str) -> str | None:
    """``25 August 1995`` → ``1995-08-25``, ``May 1995`` → ``1995-05``; None where the words hold no year of four digits."""
    if (already := _PARTIAL.fullmatch(words.strip())) is not None:
        return already.group()
    found = date_key(words)
    return found if _ISO.fullmatch(found) and _YEAR.search(words) else None


def is_full(date: str) -> bool:
    """Whether an ISO date names a day."""
    return len(date) == len("1995-08-25")
