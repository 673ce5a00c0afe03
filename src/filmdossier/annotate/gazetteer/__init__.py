"""Word lists the rule annotator knows: demonyms, genres, countries, languages, organisations.

Countries and languages come from the CLDR through babel; the rest are plain text files beside
this module, one entry a line, ``#`` for comments.
"""

from functools import cache
from importlib.resources import files

from filmdossier.model.titles import slugify

_EXTRA_PLACES = """
Soviet Union|Czechoslovakia|Yugoslavia|West Germany|East Germany|USSR|USA|U.S.|U.S|US|UK|U.K.|America|Great Britain|Britain|England|Scotland|
Wales|Northern Ireland|Korea|Burma|Siam|Persia|Europe|Asia|Africa|South America|North America|Central America|Latin America|Hollywood|
Bollywood|Los Angeles|New York|New York City|Manhattan|Brooklyn|Queens|Bronx|Harlem|Chicago|San Francisco|Las Vegas|Boston|Philadelphia|
Washington|Washington, D.C.|Miami|Houston|Dallas|Seattle|Detroit|Atlanta|New Orleans|St. Louis|Pittsburgh|Cleveland|Baltimore|Denver|
Phoenix|San Diego|Santa Monica|Burbank|Malibu|Beverly Hills|London|Paris|Berlin|Rome|Madrid|Barcelona|Vienna|Prague|Budapest|Warsaw|
Moscow|Saint Petersburg|Leningrad|Stockholm|Copenhagen|Oslo|Helsinki|Dublin|Edinburgh|Glasgow|Manchester|Liverpool|Birmingham|Brussels|
Amsterdam|Rotterdam|Munich|Hamburg|Cologne|Zurich|Geneva|Milan|Venice|Naples|Florence|Turin|Lisbon|Athens|Istanbul|Cairo|Casablanca|
Marrakesh|Tangier|Tunis|Algiers|Lagos|Nairobi|Johannesburg|Cape Town|Jerusalem|Tel Aviv|Beirut|Damascus|Baghdad|Tehran|Kabul|Karachi|
Lahore|Islamabad|Delhi|New Delhi|Mumbai|Bombay|Kolkata|Calcutta|Chennai|Madras|Bangalore|Bengaluru|Hyderabad|Mysore|Goa|Kochi|Kerala|
Tamil Nadu|Karnataka|Andhra Pradesh|Telangana|Maharashtra|Rajasthan|Punjab|West Bengal|Uttar Pradesh|Gujarat|Odisha|Bihar|Kashmir|Dhaka|
Colombo|Kathmandu|Bangkok|Hanoi|Saigon|Ho Chi Minh City|Kuala Lumpur|Jakarta|Manila|Beijing|Shanghai|Taipei|Tokyo|Kyoto|Osaka|Seoul|
Sydney|Melbourne|Brisbane|Adelaide|Perth|Auckland|Wellington|Toronto|Montreal|Vancouver|Ottawa|Quebec|Ontario|British Columbia|Alberta|
Mexico City|Acapulco|Tijuana|Havana|Buenos Aires|Rio de Janeiro|São Paulo|Santiago|Lima|Bogotá|Caracas|Cannes|Monte Carlo|Marseille|
Lyon|Nice|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|
Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|
New Jersey|New Mexico|New York State|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|
South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|Memphis|Nashville|Savannah|Charleston|Key West
"""
_EXTRA_LANGUAGES = (
    "Mandarin|Cantonese|Hokkien|Tagalog|Filipino|Farsi|American Sign Language|Hindustani|Silent|Flemish|Serbo-Croatian|Moldovan|Bengali|"
    "Bangla|Maori|Patois|Creole|Oriya|Odia|Punjabi|Bhojpuri|Tulu|Konkani|Nagpuri|Haryanvi|Rajasthani|Chhattisgarhi"
)


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of one of the lists beside this module."""
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def demonyms() -> dict[str, str]:
    """Adjective of nationality → country."""
    return dict(part.split(" = ") for part in lines("demonyms"))


@cache
def genres() -> tuple[str, ...]:
    """Genre phrases, longest first."""
    return tuple(sorted(lines("genres"), key=lambda phrase: (-len(phrase), phrase)))


@cache
def landmark_titles() -> dict[str, tuple[int, ...]]:
    """Title as written → the years of the films that bear it, of those that other films are measured against."""
    found: dict[str, list[int]] = {}
    for line in lines("landmarks"):
        year, _, titles = line.partition(": ")
        for title in titles.split("; "):
            found.setdefault(title.strip(), []).append(int(year))
    return {title: tuple(sorted(set(years))) for title, years in found.items()}


@cache
def landmarks() -> dict[str, tuple[int, ...]]:
    """A title in small letters and hyphens, its article kept ("The Duel" is not Duel) → the years of the films that bear it."""
    found: dict[str, set[int]] = {}
    for title, years in landmark_titles().items():
        found.setdefault(slugify(title), set()).update(years)
    return {key: tuple(sorted(years)) for key, years in found.items()}


@cache
def organisation_words() -> frozenset[str]:
    """Words that, ending a name, make it an organisation's."""
    return frozenset(lines("organisations"))


@cache
def countries() -> frozenset[str]:
    """Names of countries in English."""
    from babel import Locale

    names = {str(name) for code, name in Locale("en").territories.items() if len(code) == 2}
    return frozenset(names | set(demonyms().values()) | {"England", "Scotland", "Wales", "USA", "UK", "Great Britain"})


@cache
def places() -> frozenset[str]:
    """Names of countries, states and well-known cities; far from all places there are."""
    return countries() | frozenset(name.strip() for name in _EXTRA_PLACES.split("|"))


@cache
def languages() -> frozenset[str]:
    """Names of languages in English."""
    from babel import Locale

    living = {str(name) for code, name in Locale("en").languages.items() if len(code) in (2, 3)}
    return frozenset({name for name in living if " " not in name and "(" not in name} | set(_EXTRA_LANGUAGES.split("|")))
