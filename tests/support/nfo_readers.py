"""What Kodi and Jellyfin would make of an NFO file, after their sources.

Kodi: ``xbmc/video/VideoInfoTag.cpp``, ``ParseNative`` and ``SetRating``. Jellyfin:
``MediaBrowser.XbmcMetadata/Parsers/BaseNfoParser.cs`` and ``XmlReaderExtensions.GetPersonArray``.
Only the elements that matter here, in our own words.
"""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

_SEPARATOR = " / "  # videolibrary/itemseparator of Kodi's advanced settings, as shipped


@dataclass
class KodiFilm:
    """What Kodi keeps. Ratings are on 10, with their votes."""

    title: str = ""
    plot: str = ""
    minutes: int = 0
    year: int | None = None
    premiered: str = ""
    default_rating: str = "default"
    ratings: dict[str, tuple[float, int]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    default_id: str = "unknown"
    genre: list[str] = field(default_factory=list)
    country: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    director: list[str] = field(default_factory=list)
    studio: list[str] = field(default_factory=list)
    cast: list[tuple[str, str, int]] = field(default_factory=list)


def kodi(text: str) -> KodiFilm:
    """The file as Kodi reads it."""
    movie = ElementTree.fromstring(text.encode())
    assert movie.tag == "movie"
    film = KodiFilm()
    film.title = (movie.findtext("title") or "").strip()
    film.plot = (movie.findtext("plot") or "").strip()
    film.minutes = int(movie.findtext("runtime") or 0)
    ratings = movie.find("ratings")
    if ratings is not None:
        for rating in ratings.findall("rating"):
            name = rating.get("name", "default")
            value, top = float(rating.findtext("value") or 0), int(rating.get("max", "10"))
            _kodi_rate(film, name, value / top * 10, re.sub(r"\D", "", rating.findtext("votes") or ""))
            if rating.get("default") == "true":
                film.default_rating = name
    elif movie.find("rating") is not None:
        _kodi_rate(film, "default", float(movie.findtext("rating") or 0), movie.findtext("votes") or "")
    for element in movie.findall("uniqueid"):
        if element.text:
            film.ids[element.get("type", film.default_id)] = element.text
            if film.default_id == "unknown" and element.get("default") == "true":
                film.default_id = element.get("type", "")
    # The year is that of the premiere where there is one, and <year> is not read.
    film.premiered = movie.findtext("premiered") or ""
    film.year = int(film.premiered[:4]) if film.premiered else int(movie.findtext("year") or 0) or None
    for name in ("genre", "country", "credits", "director", "studio"):
        found = [part.strip() for element in movie.findall(name) for part in (element.text or "").split(_SEPARATOR)]
        setattr(film, name, found)
    for actor in movie.findall("actor"):
        if name := actor.findtext("name"):
            film.cast.append((name, (actor.findtext("role") or "").strip(), int(actor.findtext("order") or -1)))
    return film


def _kodi_rate(film: KodiFilm, name: str, value: float, votes: str) -> None:
    if not 0 < value <= 10:
        return
    if not film.ratings:
        film.default_rating = name
    film.ratings[name] = (round(value, 4), int(votes or 0))


@dataclass
class JellyfinFilm:
    """What Jellyfin keeps. The critics' rating is on 100, the community's on 10."""

    name: str = ""
    overview: str = ""
    minutes: int | None = None
    year: int | None = None
    premiered: str = ""
    critic_rating: float | None = None
    community_rating: float | None = None
    ids: dict[str, str] = field(default_factory=dict)
    genres: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    people: list[tuple[str, str, str]] = field(default_factory=list)  # kind, name, role
    studios: list[str] = field(default_factory=list)
    preferred_language: str = ""


def jellyfin(text: str) -> JellyfinFilm:
    """The file as Jellyfin reads it; elements in the order of the file, the last one wins."""
    end = text.rindex("</")
    movie = ElementTree.fromstring(text[: text.index(">", end) + 1].encode())
    film = JellyfinFilm()
    for element in movie:
        value = (element.text or "").strip()
        match element.tag:
            case "title" | "name" | "localtitle":
                film.name = value
            case "plot" | "review" | "biography":
                film.overview = value
            case "language":
                film.preferred_language = value
            case "criticrating":
                film.critic_rating = _decimal(value, film.critic_rating)
            case "rating":
                film.community_rating = _decimal(value, film.community_rating)
            case "ratings":
                for rating in element.findall("rating"):
                    _jellyfin_rate(film, rating.get("name"), rating.findtext("value") or "")
            case "runtime":
                film.minutes = int(value.split(" ")[0])
            case "country":
                film.countries = [part.strip() for part in value.split("/") if part.strip()]
            case "genre":
                film.genres += [part.strip() for part in value.split("/") if part.strip()]
            case "credits":
                film.people += [("writer", part.strip(), "") for part in value.split("/") if part.strip()]
            case "director" | "writer":
                signs = "[|;]" if re.search("[|;]", value) else ","
                film.people += [(element.tag, part.strip(), "") for part in re.split(signs, value) if part.strip()]
            case "actor":
                film.people.append(("actor", (element.findtext("name") or "").strip(), element.findtext("role") or ""))
            case "studio":
                film.studios.append(value)
            case "premiered" if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                film.premiered = value
                film.year = film.year or int(value[:4])
            case "year" if int(value) > 1850:
                film.year = int(value)
            case "uniqueid" if element.get("type"):
                film.ids[element.get("type", "")] = value
    return film


def _jellyfin_rate(film: JellyfinFilm, name: str | None, value: str) -> None:
    lower = (name or "").lower()
    if "tomato" in lower and "audience" not in lower:
        if "avg" not in lower:
            film.critic_rating = _decimal(value, film.critic_rating)
    else:
        film.community_rating = _decimal(value, film.community_rating)


def _decimal(value: str, before: float | None) -> float | None:
    """Digits and a point alone: ``NumberStyles.AllowDecimalPoint`` takes no sign, blank or exponent."""
    return float(value) if re.fullmatch(r"\d+(\.\d*)?|\.\d+", value) else before
