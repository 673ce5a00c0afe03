"""Reads a film's title and year out of short strings: page titles, slugs, headings, "Title (Year)"."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_YEAR = r"(?P<year>18[89]\d|19\d\d|20[0-4]\d)"
_TITLE_YEAR = re.compile(
    rf"^(?P<title>.+?)\s*[(\[]\s*(?:[a-zA-Z][\w .-]*,? )?{_YEAR}(?:[ ,][^)\]]*)?\s*[)\]]\s*(?P<rest>.*)$", re.DOTALL
)
_FILM_SUFFIX = re.compile(r"\s*\((?:[^()]*\b)?(?:film|movie|short)\)$", re.IGNORECASE)
_NOT_A_FILM = re.compile(
    r"\((?:[^()]*\b)?(?:TV series|television series|series|franchise|novel|book|play|soundtrack|album|song|actor|actress|director|"
    r"character|video game|disambiguation|miniseries|film series|musical|comics)\)$|^(?:List of|Lists of|Filmography of)\b|\bfilmography$",
    re.IGNORECASE,
)
_SLUG = re.compile(rf"^(?P<words>[a-z0-9]+(?:-[a-z0-9]+)*?)(?:-{_YEAR})?$")


@dataclass(frozen=True, slots=True)
class TitleYear:
    """A title and the year beside it, None where there is none."""

    title: str
    year: int | None


def title_year(words: str) -> TitleYear:
    """``Desperado (1995 film)`` → Desperado, 1995; ``Caged (film)`` → Caged, None."""
    match = _TITLE_YEAR.match(words.strip())
    if match and match["title"].strip():
        return TitleYear(match["title"].strip(), int(match["year"]))
    return TitleYear(_FILM_SUFFIX.sub("", words.strip()), None)


def names_no_film(page_title: str) -> bool:
    """Whether a page title itself says that the page is about something else."""
    return bool(_NOT_A_FILM.search(page_title.strip()))


def slug_title(slug: str) -> TitleYear | None:
    """``out-of-the-past-1947`` → "out of the past", 1947; None if it is no slug."""
    match = _SLUG.match(slug.strip())
    if match is None or not match["words"]:
        return None
    return TitleYear(match["words"].replace("-", " "), int(match["year"]) if match["year"] else None)


@lru_cache(maxsize=65_536)
def slugify(title: str) -> str:
    """Lower-case ASCII words joined by hyphens, apostrophes dropped; '' for a title without Latin letters or digits."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[’'`]", "", plain.replace("&", " and "))
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def same_title(a: str, b: str) -> bool:
    """Whether two strings are one title but for case, accents, punctuation and a leading article."""
    return title_key(a) == title_key(b)


def title_key(title: str) -> str:
    """What two spellings of one title share: :func:`slugify` without a leading article."""
    return re.sub(r"^(?:the|a|an)-(?=.)", "", slugify(title)) or title.casefold().strip()
