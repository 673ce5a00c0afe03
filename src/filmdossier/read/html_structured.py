"""Reads the data a page carries for programs: schema.org as JSON-LD, microdata or RDFa, Open Graph.

Enters the page's tree; leaves one field per property, labelled by type and path
(``Movie.director``, ``Review.reviewRating``), one item per value as the page writes it; casts with
roles become rows. Refuses to follow ``@id`` links, contexts and URLs: nothing is fetched.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from filmdossier.model.text import Origin
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run
from filmdossier.read.html_tree import text_of

Item = dict[str, Any]

_FILM_TYPES = frozenset(
    {"Movie", "TVSeries", "TVEpisode", "CreativeWork", "ScreeningEvent", "VideoObject", "Product", "MovieSeries"}
)
_REVIEW_TYPES = frozenset({"Review", "CriticReview", "UserReview", "EmployerReview", "ClaimReview", "Review-aggregate"})
_ARTICLE_TYPES = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "WebPage", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle"}
)
_ARTICLE_PROPERTIES = frozenset(
    {"headline", "name", "author", "datePublished", "publisher", "about", "itemReviewed", "reviewRating"}
)
_SKIPPED_PROPERTIES = frozenset(
    {"image", "url", "logo", "potentialAction", "trailer", "video", "offers", "mainEntityOfPage", "breadcrumb", "thumbnailUrl", "thumbnail",
     "hasPart", "isPartOf", "articleBody", "speakable", "associatedMedia", "embedUrl", "contentUrl", "workExample", "mainEntity"}
)  # fmt: skip
_META = {
    "og:title": "og:title", "og:site_name": "og:site_name", "author": "author", "article:author": "author", "dc.creator": "author",
    "parsely-author": "author", "sailthru.author": "author", "byl": "author", "article:published_time": "article:published_time",
    "dc.date": "article:published_time", "parsely-pub-date": "article:published_time", "sailthru.date": "article:published_time",
    "date": "article:published_time", "pubdate": "article:published_time", "citation_publication_date": "article:published_time",
    "video:director": "video:director", "video:actor": "video:actor", "video:release_date": "video:release_date",
    "video:duration": "video:duration",
}  # fmt: skip
_DEEPEST = 6
_MOST_FIELDS = 2000
_COMMENT_LINE = re.compile(
    r"^\s*(?://[^\n]*|<!--|-->|/\*\s{0,5}<!\[CDATA\[\s{0,5}\*/|/\*\s{0,5}\]\]>\s{0,5}\*/|<!\[CDATA\[|\]\]>)\s*$", re.MULTILINE
)
_SITE_SUFFIX = re.compile(r"\s+[-–—|•·»]\s+[^-–—|•·»]{1,60}$")


def add_structured_data(builder: DocumentBuilder, root: HtmlElement) -> None:
    """Adds the page's own data, and sets the document's title and date from it."""
    meta = _meta(root)
    items = [
        *_json_items(root),
        *_marked_up_items(root, "itemscope", "itemtype", "itemprop"),
        *_marked_up_items(root, None, "typeof", "property"),
    ]
    builder.title = _title(root, meta)
    builder.published = next(iter(meta.get("article:published_time", [])), None) or _published(items)
    for label, values in meta.items():
        builder.field(label, values, origin=Origin.STRUCTURED_DATA)
    writer = _Writer(builder)
    for item in items:
        writer.add(item)


def _meta(root: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())
        label = _META.get(name)
        if (
            label
            and content
            and not (label == "author" and content.startswith("http"))
            and content not in found.setdefault(label, [])
        ):
            found[label].append(content)
    return {label: values for label, values in found.items() if values}


def _title(root: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    headings = [title for title in map(text_of, root.iter("h1")) if title]
    named = next(iter(meta.get("og:title", [])), "") or text_of(next(root.iter("title"), root.makeelement("title")))
    # Pages repeat the title with the site's name after it; the heading stands for itself where it is part of that.
    heading = next((heading for heading in headings if _letters(heading) and _letters(heading) in _letters(named)), None)
    return heading or _SITE_SUFFIX.sub("", named) or next(iter(headings), None)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _published(items: list[Item]) -> str | None:
    for item in items:
        if _types(item) & (_REVIEW_TYPES | _ARTICLE_TYPES) and isinstance(item.get("datePublished"), str):
            return str(item["datePublished"])
    return None


def _json_items(root: HtmlElement) -> Iterator[Item]:
    for script in root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            loaded = json.loads(
                _COMMENT_LINE.sub("", script.text or "").strip().rstrip(";"), strict=False, object_pairs_hook=_merged
            )
        except (ValueError, RecursionError):
            continue
        stack = [loaded]
        while stack:
            value = stack.pop()
            if isinstance(value, list):
                stack.extend(reversed(value))
            elif isinstance(value, dict):
                if isinstance(value.get("@graph"), list):
                    stack.extend(reversed(value["@graph"]))
                if value.get("@type"):
                    yield value


def _merged(pairs: list[tuple[str, Any]]) -> Item:
    """An object whose repeated keys keep all their values: pages write ``actor`` once per actor."""
    values: dict[str, list[Any]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    return {
        key: found[0] if len(found) == 1 else [part for one in found for part in (one if isinstance(one, list) else [one])]
        for key, found in values.items()
    }


def _marked_up_items(root: HtmlElement, scope: str | None, kind: str, name: str) -> Iterator[Item]:
    """Items written into the tags: microdata (``itemscope``) or RDFa (``typeof``)."""
    items: dict[HtmlElement, Item] = {}
    if next(iter(root.xpath(f"//*[@{scope or kind}][1]")), None) is None:
        return
    for element in root.xpath(f"//*[@{scope or kind} or @{name}]"):
        is_item = element.get(kind) is not None or (scope is not None and element.get(scope) is not None)
        item: Item | None = None
        if is_item:
            item = {"@type": [_local(part) for part in (element.get(kind) or "").split()]}
            items[element] = item
        owner = next((items[above] for above in element.iterancestors() if above in items), None)
        properties = [_local(part) for part in (element.get(name) or "").split()]
        if owner is not None:
            for prop in properties:
                owner.setdefault(prop, []).append(item if item is not None else _value(element, prop))
        if item is not None and (owner is None or not properties):
            yield item


def _local(name: str) -> str:
    return re.split(r"[/#:]", name.rstrip("/"))[-1]


def _value(element: HtmlElement, prop: str) -> str:
    if (content := element.get("content")) is not None:
        return str(content)
    if element.tag == "time" and element.get("datetime"):
        return str(element.get("datetime"))
    if element.tag in ("link", "img") or prop in ("url", "sameAs", "image"):
        return str(element.get("href") or element.get("src") or text_of(element))
    return text_of(element)


def _types(item: Item) -> frozenset[str]:
    kinds = item.get("@type")
    return frozenset(_local(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str))


class _Writer:
    """Writes items as fields; the same item, in two syntaxes or twice on the page, once."""

    def __init__(self, builder: DocumentBuilder) -> None:
        self._builder = builder
        self._seen: set[str] = set()
        self._left = _MOST_FIELDS

    def add(self, item: Item, *, about: str = "") -> None:
        types = _types(item)
        if not types & (_FILM_TYPES | _REVIEW_TYPES | _ARTICLE_TYPES | {"AggregateRating"}):
            return
        kind = sorted(types)[0] if not types & _REVIEW_TYPES else sorted(types & _REVIEW_TYPES)[0]
        key = repr(item) + about
        if key in self._seen:
            return
        self._seen.add(key)
        later: list[tuple[Item, str]] = []
        name = _name(item) or ""
        if about and "itemReviewed" not in item:
            self._field(f"{kind}.itemReviewed", [about])
        for prop, value in item.items():
            if prop.startswith("@") or prop in _SKIPPED_PROPERTIES or (types & _ARTICLE_TYPES and prop not in _ARTICLE_PROPERTIES):
                continue
            later.extend(self._property(f"{kind}.{prop}", value, name, 0))
        for inner, parent in later:
            self.add(inner, about=parent)

    def _property(self, path: str, value: object, owner: str, depth: int) -> Iterator[tuple[Item, str]]:
        """Writes one property; yields the items inside it that stand for themselves."""
        values = value if isinstance(value, list) else [value]
        texts: list[str] = []
        rows: list[list[CellDraft]] = []
        nested: list[Item] = []
        for entry in values:
            if not isinstance(entry, dict):
                texts.append(_text(entry))
            elif _types(entry) & _REVIEW_TYPES:
                yield entry, owner
            elif (cells := _role(entry)) is not None:
                rows.append(cells)
            elif (rating := _rating(entry)) is not None:
                texts.append(rating)
                nested.append({key: entry[key] for key in ("ratingCount", "reviewCount") if entry.get(key)})
            elif name := _name(entry):
                texts.append(name)
                if _types(entry) & {"Movie"} and path.endswith(".itemReviewed"):
                    yield entry, ""
            else:
                nested.append(entry)
        self._field(path, [text for text in texts if text])
        for cells in rows:
            self._builder.row(cells, origin=Origin.STRUCTURED_DATA, template=path, show_labels=True)
        for inner in nested if depth < _DEEPEST else ():
            for prop, inside in inner.items():
                if not prop.startswith("@") and prop not in _SKIPPED_PROPERTIES:
                    yield from self._property(f"{path}.{prop}", inside, owner, depth + 1)

    def _field(self, label: str, values: list[str]) -> None:
        if values and self._left > 0:
            self._left -= 1
            self._builder.field(label, list(dict.fromkeys(values)), origin=Origin.STRUCTURED_DATA)


def _text(value: object) -> str:
    if value is None or isinstance(value, bool | list):
        return ""
    return " ".join(re.sub(r"<[^<>]{1,500}>", " ", unescape(str(value))).split())


def _name(item: Item) -> str | None:
    name = item.get("name")
    name = name[0] if isinstance(name, list) and name else name
    return _text(name) or None if isinstance(name, str) else None


def _role(item: Item) -> list[CellDraft] | None:
    """The cells of a performance (actor, character); None where the item is something else."""
    character = item.get("characterName") or item.get("roleName")
    if character is None or "Role" not in " ".join(_types(item)):
        return None
    inner = next((item[key] for key in ("actor", "performer", "director", "contributor") if item.get(key)), None)
    inner = inner[0] if isinstance(inner, list) and inner else inner
    name = _name(inner) if isinstance(inner, dict) else _text(inner)
    parts = character if isinstance(character, list) else [character]
    texts = [text for text in ((_name(part) or "") if isinstance(part, dict) else _text(part) for part in parts) if text]
    return [CellDraft("actor", [[Run(name or "")]]), CellDraft("characterName", [[Run(text)] for text in texts])]


def _rating(item: Item) -> str | None:
    value = item.get("ratingValue")
    value = value[0] if isinstance(value, list) and value else value
    if value is None or isinstance(value, dict | list):
        return None
    best = item.get("bestRating")
    best = best[0] if isinstance(best, list) and best else best
    return f"{_text(value)}/{_text(best)}" if best is not None and _text(best) and "/" not in _text(value) else _text(value)
