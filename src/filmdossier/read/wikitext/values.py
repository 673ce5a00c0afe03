"""Renders the templates that hold a value: dates, money, durations, measures, ratings.

Each function takes a :class:`Call` and returns what a reader of the page sees in its place.
"""

import re
from collections.abc import Callable

from filmdossier.read.wikitext.calls import Call, listed, text_piece
from filmdossier.read.wikitext.pieces import Piece, Text

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_BY_NAME = {month[:3].lower(): month for month in _MONTHS}

_CURRENCIES = {
    "inr": "₹", "indian rupee": "₹", "indian rupees": "₹", "rs": "₹", "rs.": "₹", "₹": "₹", "us$": "US$", "usd": "US$", "us dollar": "US$",
    "$": "$", "gbp": "£", "£": "£", "pound": "£", "pound sterling": "£", "eur": "€", "euro": "€", "€": "€", "hk$": "HK$", "hkd": "HK$",
    "jpy": "¥", "yen": "¥", "¥": "¥", "cny": "CN¥", "rmb": "RMB", "cn¥": "CN¥", "krw": "₩", "skwon": "₩", "won sign": "₩", "₩": "₩",
    "a$": "A$", "aud": "A$", "au$": "A$", "c$": "C$", "cad": "C$", "ca$": "C$", "nz$": "NZ$", "nzd": "NZ$", "nt$": "NT$", "ntd": "NT$",
    "s$": "S$", "sgd": "S$", "php": "₱", "philippine peso": "₱", "₱": "₱", "pkr": "Rs ", "pakistani rupee": "Rs ", "bdt": "৳", "taka": "৳",
    "৳": "৳", "lkr": "LKR ", "npr": "NPR ", "thb": "฿", "฿": "฿", "ngn": "₦", "naira": "₦", "₦": "₦", "rub": "₽", "ruble": "₽", "russian ruble": "₽",
    "brl": "R$", "r$": "R$", "mxn": "MX$", "mx$": "MX$", "ars": "AR$", "zar": "R ", "ils": "₪", "nis": "₪", "₪": "₪", "try": "₺", "₺": "₺",
    "sek": "SEK ", "nok": "NOK ", "dkk": "DKK ", "chf": "CHF ", "czk": "CZK ", "pln": "PLN ", "huf": "HUF ", "idr": "Rp ", "idr.": "Rp ", "myr": "RM ",
    "rm": "RM ", "vnd": "₫", "irr": "IRR ", "egp": "E£", "gbp.": "£", "aed": "AED ", "itl": "₤", "lira": "₤", "frf": "₣", "₣": "₣", "dem": "DM ",
    "esp": "₧", "ghs": "GH₵", "kes": "KSh ",
}  # fmt: skip

_SCALE_WORDS = {"c": "crore", "l": "lakh", "m": "million", "b": "billion", "k": "thousand", "t": "trillion"}

_UNITS = {
    "km": "kilometres", "mi": "miles", "m": "metres", "ft": "feet", "in": "inches", "cm": "centimetres", "mm": "millimetres", "kg": "kilograms",
    "lb": "pounds", "lbs": "pounds", "acre": "acres", "acres": "acres", "ha": "hectares", "mph": "miles per hour", "km/h": "kilometres per hour",
    "sqft": "square feet", "sqmi": "square miles", "sqkm": "square kilometres", "km2": "square kilometres", "m2": "square metres", "yd": "yards",
    "nmi": "nautical miles", "t": "tonnes", "ton": "tons", "tons": "tons", "l": "litres", "usgal": "US gallons", "impgal": "imperial gallons",
    "oz": "ounces", "g": "grams", "kn": "knots", "hp": "horsepower", "c": "°C", "f": "°F", "ft2": "square feet", "cuft": "cubic feet",
    "foot": "feet", "mile": "miles", "inch": "inches", "pound": "pounds", "kilometre": "kilometres", "meter": "metres", "metre": "metres",
}  # fmt: skip
_SINGULAR = {"feet": "foot", "inches": "inch", "square feet": "square foot", "miles per hour": "mile per hour"}
_JOINERS = {
    "to": "to",
    "-": "–",
    "–": "–",
    "and": "and",
    "or": "or",
    "by": "by",
    "x": "×",
    "×": "×",
    "to(-)": "to",
    "+/-": "±",
    "&": "and",
}


def month_name(month: str) -> str:
    """The English name of a month given as a number or a name; '' for neither."""
    month = month.strip().rstrip(".")
    if month.isdecimal() and len(month) <= 2:
        return _MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else ""
    return _BY_NAME.get(month[:3].lower(), "")


def date_words(year: str, month: str, day: str, *, day_first: bool) -> str:
    """A date as the page prints it: "May 14, 2018", "14 May 2018", "May 2018" or "2018"."""
    year, day = year.strip(), day.strip()
    if day.isdecimal():
        day = str(int(day))
    name = month_name(month)
    if not name:
        return year
    if not day:
        return f"{name} {year}".strip()
    if not year:
        return f"{day} {name}" if day_first else f"{name} {day}"
    return f"{day} {name} {year}" if day_first else f"{name} {day}, {year}"


def film_date(call: Call) -> list[Piece]:
    """One list entry per release: the date, its place in brackets, its reference."""
    day_first = call.flag("df") or call.text("df").lower() == "t"
    words, entries = call.words(), []
    for number in range(0, max(len(words), 1), 4):
        year, month, day, place = [*words[number : number + 4], "", "", "", ""][:4]
        date = date_words(year, month, day, day_first=day_first)
        if not date:
            continue
        entry = text_piece(date)
        if place:
            entry += [Text(" ("), *call.pieces(str(number + 4)), Text(")")]
        entry += call.pieces(f"ref{number // 4 + 1}")
        entries.append(entry)
    return entries[0] if len(entries) == 1 else listed(entries)


def single_date(call: Call) -> list[Piece]:
    """A date of year, month, day, as in {{start date|2018|5|14}}; words are kept as they are."""
    words = call.words()
    if not words:
        return []
    if not re.fullmatch(r"\d{1,4}", words[0]):
        return call.pieces("1")
    year, month, day = [*words, "", "", ""][:3]
    return text_piece(date_words(year, month, day, day_first=call.flag("df")))


def sort_date(call: Call) -> list[Piece]:
    """{{dts|…}}: a date in any of its spellings."""
    words = [word for word in call.words() if word]
    if len(words) == 1 and (iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words[0])):
        return text_piece(date_words(*iso.groups(), day_first=False))
    if len(words) > 1 and re.fullmatch(r"\d{4}", words[0]):
        day_first = call.text("format").lower() in ("dmy", "") and call.flag("df")
        return text_piece(date_words(words[0], words[1], words[2] if len(words) > 2 else "", day_first=day_first))
    if len(words) == 3 and month_name(words[1]):
        return text_piece(date_words(words[2], words[1], words[0], day_first=True))
    return text_piece(" ".join(words))


def duration(call: Call) -> list[Piece]:
    """{{duration|h|m|s}} as 1:02:03."""
    words = call.words()
    hours, minutes, seconds = (
        [call.text("h") or call.text("hours"), call.text("m") or call.text("minutes"), call.text("s") or call.text("seconds")]
        if not words
        else [*words, "", "", ""][:3]
    )
    if not (hours or minutes or seconds):
        return []
    text = f"{minutes or '0'}:{seconds.zfill(2) if seconds else '00'}"
    return text_piece(f"{hours}:{minutes.zfill(2)}:{(seconds or '0').zfill(2)}" if hours else text)


def runtime(call: Call) -> list[Piece]:
    """A running time in minutes."""
    words = call.words()
    if len(words) > 1 and all(word.isdecimal() for word in words[:2]):
        return text_piece(f"{words[0]} hours {words[1]} minutes")
    return text_piece(f"{words[0]} minutes" if words and words[0].isdecimal() else (words[0] if words else ""))


def money(call: Call) -> list[Piece]:
    """An amount with its currency's sign; the sign alone where no amount is given."""
    sign = _CURRENCIES.get(call.name, "")
    words = call.words()
    if call.name == "inr" and words and words[0].lower() in ("link=yes", ""):
        words = words[1:]
    if not words:
        return text_piece(sign)
    # {{₹|50|c}} and {{INR|50|c}} abbreviate Indian powers of ten.
    scale = _SCALE_WORDS.get(words[1].lower(), "") if len(words) > 1 else ""
    return [Text(sign), *call.pieces("1"), *([Text(f" {scale}")] if scale else [])]


def inr_convert(call: Call) -> list[Piece]:
    """{{INRConvert|810|m}}: the rupees; what they are in dollars is computed by the page and left out."""
    words = call.words()
    scale = _SCALE_WORDS.get(words[1].lower(), "") if len(words) > 1 else ""
    return text_piece(f"₹{words[0]} {scale}".strip()) if words else []


def any_currency(call: Call) -> list[Piece]:
    """{{currency|amount|code}} and {{to USD|…}}."""
    words = call.words()
    code = (call.text("2", "code", "type", "cur") or "").lower()
    amount = call.text("1", "amount")
    sign = _CURRENCIES.get(code, f"{code.upper()} " if code else "")
    return text_piece(f"{sign}{amount}") if amount and (words or amount) else []


def convert(call: Call) -> list[Piece]:
    """{{convert|5|km}}: the value as given; its converted twin is computed by the page and left out."""
    words = call.words()
    if not words:
        return []
    quantity, index = words[0], 1
    while index + 1 < len(words) and words[index].lower() in _JOINERS:
        joiner = _JOINERS[words[index].lower()]
        quantity += f"–{words[index + 1]}" if joiner == "–" else f" {joiner} {words[index + 1]}"
        index += 2
    unit = words[index] if index < len(words) else ""
    name = _UNITS.get(unit.lower(), unit)
    if quantity == "1" or call.text("adj") in ("on", "mid"):
        name = _SINGULAR.get(name) or (name.removesuffix("s") if unit.lower() in _UNITS else name)
    hyphen = "-" if call.text("adj") == "on" and name else " "
    return text_piece(f"{quantity}{'' if name.startswith('°') else hyphen}{name}".strip())


def rating(call: Call) -> list[Piece]:
    """{{rating|3|5}} as "3/5"; a rating without its maximum is out of 5, as the template prints it."""
    words = call.words()
    if not words or not words[0]:
        return []
    maximum = words[1] if len(words) > 1 and words[1] else "5"
    return text_piece(f"{words[0]}/{maximum}")


def as_of(call: Call) -> list[Piece]:
    """{{as of|2012|4|1}}: "As of April 1, 2012"."""
    words = [*call.words(), "", "", ""][:3]
    date = date_words(*words, day_first=call.flag("df"))
    if alternative := call.text("alt"):
        return text_piece(alternative)
    since = "since" if call.flag("since") else "as of"
    since = since if call.flag("lc") else since.capitalize()
    return text_piece(date if call.flag("bare") else f"{since} {date}") if date else []


RENDERINGS: dict[str, Callable[[Call], list[Piece]]] = {
    **dict.fromkeys(("film date", "filmdate", "film-date", "release date", "release dates", "television release date"), film_date),
    **dict.fromkeys((
        "start date", "end date", "start-date", "end-date", "startdate", "enddate", "start date and age", "date", "dob", "birth date", "birth date and age",
        "birth-date", "birth-date and age", "bda", "death date", "death date and age",
    ), single_date),
    **dict.fromkeys(("dts", "date table sorting", "datetable", "sort date"), sort_date),
    "duration": duration,
    "runtime": runtime,
    **dict.fromkeys(("convert", "cvt", "conv"), convert),
    **dict.fromkeys(("rating", "stars", "rating-5", "rating/5", "star rating"), rating),
    **dict.fromkeys(("as of", "asof"), as_of),
    **dict.fromkeys(_CURRENCIES, money),
    **dict.fromkeys(("currency", "to usd", "tousd"), any_currency),
    **dict.fromkeys(("inrconvert", "inr convert"), inr_convert),
}  # fmt: skip
