"""Reads the reference lists of encyclopedia pages.

Enters the page's tree; leaves what each numbered reference cites, by the id of its list entry: from
the bibliographic data the page carries for programs (COinS, ``span.Z3988``) where it is there, else
from the visible words. Refuses nothing: an entry it cannot take apart is cited by its words.
"""

import re
from urllib.parse import parse_qs, unquote

from lxml.html import HtmlElement

from filmdossier.model.text import Citation
from filmdossier.read.html_tree import text_of

_DATE = re.compile(
    r"\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},)? \d{4}\b"
    r"|\b\d{4}-\d{2}-\d{2}\b|\(\s?(\d{4})\s?\)"
)
_QUOTED = re.compile(r"[\"“]([^\"”]{3,300})[\"”]")
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: (?:de|van|von|da|di|la|le) | )(?:[A-Z][\w.'’-]* ){0,2}[A-Z][\w'’-]+")
_FAMILY_FIRST = re.compile(r"(?P<family>[A-Z][\w'’-]+), (?P<given>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})")
_LONGEST_TITLE = 300


def references(root: HtmlElement) -> dict[str, Citation]:
    """Citations by the id that reference marks point to (``cite_note-…``). Position is 0, to be set where cited."""
    sources = {cite.get("id"): cite for cite in root.iter("cite") if cite.get("id")}
    found: dict[str, Citation] = {}
    for entry in root.iter("li"):
        name = entry.get("id") or ""
        if name.startswith(("cite_note", "endnote_")):
            found[name] = _citation(entry, sources)
    return found


def _citation(entry: HtmlElement, sources: dict[str | None, HtmlElement]) -> Citation:
    coins = _coins(entry)
    if coins is None:
        # A short footnote ("Fertig 2014, p. 12") links to the full entry.
        for link in entry.iter("a"):
            source = (
                sources.get(unquote((link.get("href") or "").partition("#")[2]))
                if (link.get("href") or "").startswith("#")
                else None
            )
            if source is not None and (beside := source.getparent()) is not None:
                coins = _coins(beside)
                break
    return _from_coins(coins, entry) if coins is not None else _from_words(entry)


def _coins(element: HtmlElement) -> dict[str, list[str]] | None:
    for span in element.iter("span"):
        if "Z3988" in (span.get("class") or ""):
            return parse_qs(span.get("title") or "", max_num_fields=200) if (span.get("title") or "").count("&") < 200 else None
    return None


def _from_coins(coins: dict[str, list[str]], entry: HtmlElement) -> Citation:
    def first(*keys: str) -> str:
        return next((" ".join(coins[key][0].split()) for key in keys if coins.get(key)), "")

    is_part = "rft.atitle" in coins
    return Citation(
        position=0,
        author=_authors(coins),
        title=first("rft.atitle", "rft.btitle", "rft.title"),
        work=first("rft.jtitle", "rft.btitle", "rft.pub") if is_part else first("rft.jtitle", "rft.pub"),
        published=first("rft.date"),
        url=next((value for value in coins.get("rft_id", []) if value.startswith(("http://", "https://"))), "") or _url(entry),
    )


def _authors(coins: dict[str, list[str]]) -> str:
    last, given = coins.get("rft.aulast", [""])[0].strip(), coins.get("rft.aufirst", [""])[0].strip()
    names = [f"{given} {last}".strip()] if last else []
    for name in coins.get("rft.au", []):
        family, comma, rest = name.partition(",")
        plain = f"{rest.strip()} {family.strip()}" if comma and "," not in rest else name.strip()
        if plain and plain not in names:
            names.append(plain)
    return "; ".join(names)


def _from_words(entry: HtmlElement) -> Citation:
    text = next((child for child in entry.iter("span") if "reference-text" in (child.get("class") or "")), entry)
    words = text_of(text).lstrip("^ ")
    outside = next((link for link in text.iter("a") if "external" in (link.get("class") or "")), None)
    quoted = _QUOTED.search(words[:2000])
    title = quoted.group(1) if quoted else (text_of(outside) if outside is not None else "")
    works = [italic for italic in map(text_of, text.iter("i", "em")) if italic and italic not in title]
    date = _DATE.search(words[:2000])
    return Citation(
        position=0,
        author=_author_before(words[: words.find(title)]) if title and title in words else "",
        title=(title or words)[:_LONGEST_TITLE].strip(" .,"),
        work=works[0] if works else "",
        published=(date.group(1) or date.group()) if date else "",
        url=_url(text),
    )


def _author_before(words: str) -> str:
    """Who stands before the title, given name first; '' where it is not plainly a name."""
    # An initial keeps its point.
    name = re.sub(r"(?<=\w{2})\.$", "", words.strip(' ,:"“'))
    turned = _FAMILY_FIRST.fullmatch(name)
    if turned is not None:
        return f"{turned['given']} {turned['family']}"
    return name if _NAME.fullmatch(name) else ""


def _url(element: HtmlElement) -> str:
    for link in element.iter("a"):
        href = link.get("href") or ""
        if href.startswith(("http://", "https://", "//")) and "/wiki/" not in href:
            return f"https:{href}" if href.startswith("//") else href
    return ""
