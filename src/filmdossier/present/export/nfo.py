"""Film record → the NFO file of a film library, as Kodi and Jellyfin read it.

One file serves two programs that read it differently (Kodi: ``CVideoInfoTag::ParseNative``; Jellyfin:
``BaseNfoParser``). Kodi scales each rating by its ``max``; Jellyfin ignores ``max``, takes a rating
whose name holds "tomato" for the critics' and lets the last of the others win. So the Tomatometer
stands on 100 and first, all others on 10, the preferred one last. Kodi drops a rating of 0, so a
Tomatometer of 0 % shows in Jellyfin alone. Genre, country and credits are split at "/", Jellyfin
splits directors at commas and overwrites the country with each further element: values are joined
or stripped accordingly. ``<review>``, ``<rating>`` outside ``<ratings>`` and ``<language>`` (which
Jellyfin takes for the user's own) are never written.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from filmdossier.model.claim import Predicate
from filmdossier.model.film import FilmRecord
from filmdossier.model.titles import slugify
from filmdossier.present.export import choosing
from filmdossier.present.export.choosing import Site, SiteScore
from filmdossier.present.export.text import one_line, without_footnotes, xml_text

# U+2215 looks like "/" and splits nothing.
_SLASH = "\N{DIVISION SLASH}"
_LEFT_OUT = (Predicate.DIRECTOR, Predicate.WRITER, Predicate.RUNTIME_MINUTES, Predicate.COUNTRY, Predicate.RELEASE_DATE)


def dumps(record: FilmRecord) -> str:
    """The file's text, with the XML declaration and a final line feed."""
    movie = etree.Element("movie")
    film = record.film
    _add(movie, "title", film.title)
    for predicate, sides in choosing.disputed(record, *_LEFT_OUT):
        words = f" left out, since the documents disagree: {predicate.value} {' / '.join(sides)} "
        movie.append(etree.Comment(_clean(words).replace("-", "\N{NON-BREAKING HYPHEN}")))
    _ratings(movie, record)
    _add(movie, "plot", plot(record))
    if (minutes := choosing.minutes(record)) is not None:
        _add(movie, "runtime", str(minutes))
    for number, identifier in enumerate(film.identifiers):
        scheme, _, value = identifier.partition(":")
        _add(movie, "uniqueid", value, type=scheme, **({"default": "true"} if number == 0 else {}))
    for genre in choosing.values(record, Predicate.GENRE):
        _add(movie, "genre", genre)
    _add(movie, "country", " / ".join(choosing.values(record, Predicate.COUNTRY)))
    for writer in choosing.values(record, Predicate.WRITER):
        _add(movie, "credits", writer.replace("/", _SLASH))
    for director in choosing.values(record, Predicate.DIRECTOR):
        _add(movie, "director", _unlisted(director))
    if (day := choosing.first_day(record)) is not None:
        _add(movie, "premiered", day)
    if film.year is not None:
        _add(movie, "year", str(film.year))
    for studio in choosing.values(record, Predicate.PRODUCTION_COMPANY):
        _add(movie, "studio", studio.replace("/", _SLASH))
    for number, entry in enumerate(record.cast):
        actor = etree.SubElement(movie, "actor")
        _add(actor, "name", entry.actor)
        _add(actor, "role", entry.character or "")
        _add(actor, "order", str(number))
    etree.indent(movie)
    text: bytes = etree.tostring(movie, encoding="utf-8", xml_declaration=True)
    return text.decode() + "\n"


def _add(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    """An element with text; none where there is no text, since Kodi takes an empty one for a value."""
    if words := _clean(text):
        etree.SubElement(parent, name, {key: _clean(value) for key, value in attributes.items()}).text = words


def _clean(text: str) -> str:
    return xml_text(one_line(text))


def _unlisted(name: str) -> str:
    """A name without the signs at which it would be split into two."""
    return name.replace("/", _SLASH).replace(",", "").replace(";", " ").replace("|", " ")


def _ratings(movie: etree._Element, record: FilmRecord) -> None:
    found = list(_rating_values(record))
    if not found:
        return
    ratings = etree.SubElement(movie, "ratings")
    preferred = next((name for name, value, _, _ in reversed(found) if value > 0), "")
    for name, value, top, votes in found:
        rating = etree.SubElement(ratings, "rating", {"name": name, "max": str(top)})
        if name == preferred:
            rating.set("default", "true")
        _add(rating, "value", _number(value))
        if votes is not None:
            _add(rating, "votes", str(votes))
        if name == "tomatometerallcritics":
            _add(movie, "criticrating", _number(value))


def _rating_values(record: FilmRecord) -> Iterator[tuple[str, float, int, int | None]]:
    """Name, value, top of the scale and votes of each rating; the one to be preferred comes last."""
    found = list(choosing.scores(record))
    critics = [score for score in found if not choosing.is_audience(score)]
    audience = [score for score in found if choosing.is_audience(score)]
    for score in critics:
        told = score.claim.score
        if score.site is Site.ROTTEN_TOMATOES:
            if told.approval is not None:
                yield "tomatometerallcritics", told.approval, 100, told.reviews
            if told.average is not None:
                yield "tomatometeravgcritics", told.average * 10 / (told.average_max or 10), 10, told.reviews
    reception = record.reception
    if reception.mean is not None:
        yield "filmdossier", reception.mean / 10, 10, reception.rated
    for score in sorted(critics + audience, key=_preference):
        value = _out_of_ten(score)
        if value is not None:
            yield _name(score), value, 10, score.claim.score.reviews


def _preference(score: SiteScore) -> int:
    """Jellyfin has one slot for what is not the critics' own: the public's vote suits it better than a second critics' score."""
    order = {Site.OTHER: 0, Site.METACRITIC: 2, Site.ROTTEN_TOMATOES: 3, Site.IMDB: 4}
    return order.get(score.site, 0) + (1 if score.site is Site.OTHER and choosing.is_audience(score) else 0)


def _out_of_ten(score: SiteScore) -> float | None:
    """The score on 10; None where it is a grade, or a share of critics that has an element of its own."""
    told, audience = score.claim.score, choosing.is_audience(score)
    if score.site is Site.ROTTEN_TOMATOES:
        return told.approval / 10 if audience and told.approval is not None else None
    if told.score is not None:
        return told.score / 10
    if told.average is not None and (told.average_max or score.site is Site.IMDB):
        return told.average * 10 / (told.average_max or 10)
    return told.approval / 10 if told.approval is not None else None


def _name(score: SiteScore) -> str:
    if score.site is Site.ROTTEN_TOMATOES:
        return "tomatometerallaudience"
    if score.site is Site.METACRITIC:
        return "metacriticusers" if choosing.is_audience(score) else "metacritic"
    if score.site is not Site.OTHER:
        return score.site.value
    # Jellyfin takes every name with "tomato" for the critics of Rotten Tomatoes.
    return slugify(score.claim.score.name).replace("tomato", "tom-ato") or "other"


def _number(value: float) -> str:
    """A plain decimal: Jellyfin refuses signs, blanks and exponents."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def plot(record: FilmRecord) -> str:
    """The sentences of the document that tells most of the story, in its order; '' where none tells any. Cut scenes are left out."""
    told = [event.evidence[0] for event in record.events if event.evidence and not event.deleted_scene]
    count = Counter(evidence.document for evidence in told)
    if not count:
        return ""
    fullest = max(count, key=lambda document: (count[document], document))
    sentences = {evidence.span: evidence.quote for evidence in told if evidence.document == fullest}
    cut = {one.span for event in record.events if event.deleted_scene for one in event.evidence if one.document == fullest}
    return " ".join(one_line(without_footnotes(sentences[span])) for span in sorted(sentences) if span not in cut)
