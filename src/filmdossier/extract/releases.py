"""Reads when the film came out and where it was first shown: labelled dates, and sentences that say so.

Home video, soundtrack, trailer and re-release dates are not taken. A bare year is given only
where the document has nothing fuller.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from filmdossier.extract.phrases import NAME_PHRASE, REACH, clause_start, heading_says, prose_sentences, speaks_of_other
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Mention, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Predicate
from filmdossier.model.text import Origin, Span

_LABELS = frozenset(
    ["released", "release", "release date", "release dates", "release date(s)", "releasedate", "theatrical release", "release_date",
     "release_dates", "first release", "opened", "movie.datepublished", "film.datepublished", "us release", "uk release", "us release date", "uk release date",
     "british release", "american release", "general release", "cinema release", "theatrical release date", "first release date"]
)  # fmt: skip
_PREMIERE_LABELS = frozenset(["premiere", "premiered", "world premiere", "first shown", "first aired"])
_FESTIVAL = re.compile(
    r"\b(?:festival|fest|premi[eè]re|cannes|sundance|venice|berlin(?:ale)?|tiff|toronto international|telluride|sxsw|tribeca|mostra|sitges|FF|"
    r"locarno|fantasia|screening|theat(?:er|re))\b", re.IGNORECASE
)  # fmt: skip
_HOME = re.compile(
    r"\b(?:DVDs?|Blu-?rays?|VHS|Laser[Dd]iscs?|Betamax|home (?:video|media|entertainment)|video|soundtracks?|albums?|trailers?|teasers?|posters?|singles?|digital(?:ly)?|"
    r"streaming|Netflix|Hulu|iTunes|Amazon|on-demand|video[- ]on[- ]demand|VOD|re-?releas\w+|re-?issu\w+|restor\w+|remaster\w+|television|TV|CD|LP|vinyl|scores?|"
    r"games?|novels?|books?|comics?|sequels?|remakes?|prequels?|songs?|music|lyrics|first look|satellite|broadcast|aired|anniversary|Criterion|clips?|IMAX re|Nintendo|PSP|PlayStation|Xbox|Wii)\b"
)
_RELEASED = re.compile(
    r"\b(?:[Rr]eleased?|[Rr]eleas(?:ing|es)|[Oo]pened|opens|reached (?:\w+ ){0,2}(?:cinemas|theat(?:er|re)s|screens)|arriv(?:ed|es) (?:in|at|on) (?:the )?(?:\w+ )?(?:cinemas|theat(?:er|re)s|screens)|(?:[Pp]ut|went) (?:it )?(?:out|on (?:general )?release)|opening|brought (?:it|the (?:film|picture|movie)) (?:out|to the (?:cinemas|screens))|[A-Z]\w+ (?:got|saw|had) it(?= (?:on|from|in|only)\b)|(?:cinemas|screens|theat(?:er|re)s)\b[^.;,]{0,25} (?:it )?(?:arrived|came|had it|showed it|got it)|hit (?:the )?(?:theat(?:er|re)s|screens|cinemas)|debuted|came out|went into (?:general|wide|limited) release|"
    r"in (?:theat(?:er|re)s|cinemas)(?: on| from)?|premi[eè]red?|premi[eè]ring|bowed|distributed)\b"
)
_SHOWN = re.compile(
    r"\b(?:(?:world |[A-Z][\w ]{0,20})?premi[eè]re[ds]?|premi[eè]ring|(?:first |world |press )?preview(?:ed)?(?= (?:on|in|at))|"
    r"(?:[Ff]irst |first publicly )(?:shown|seen|screened|exhibited|unveiled)(?= (?:on|in|at|out of|to|\())|(?:shown|seen|screened|exhibited|presented)(?: to (?:the public|an audience))? for the first time(?= (?:on|in|at|,))|[Ff]irst (?:night|showing|public (?:showing|screening))(?=:| (?:was |took place |came )?(?:on|in|at))|"
    r"(?:had|has|received|got|[Gg]iven|after) (?:its|an?|the) (?:first |world |public |official |very first )+(?:public )?(?:showing|screening|outing|night)(?= (?:on|in|at))|"
    r"(?:entered|shown|screened|seen|selected|presented|out of) (?:in |of )?(?:the )?(?:official )?competition(?= (?:at|in))|"
    r"(?:was |were )?(?:first |also |initially )?(?:screened|shown|debuted|exhibited|presented|played|unveiled)(?= (?:[\w ]{0,25})?(?:at|during|on|in) ))"
)
# "At Venice, where it was first seen on 30 August,": the festival stands before what it saw.
_WHERE_SHOWN = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|to) (?:the )?(?P<venue>{NAME_PHRASE}(?: (?:[Ff]ilm )?[Ff]estival)?),? where (?:it|the (?:film|picture|movie)) (?:was|had|got|is) (?:\w+ ){{0,2}}?(?:shown|seen|screened|unveiled|uncovered|premi[eè]red|presented|launched|its (?:world )?premi[eè]re)\b"
    rf"|\b(?:[Aa]t|[Ii]n) (?:the )?(?P<hall>{NAME_PHRASE}(?: (?:[Ff]ilm )?[Ff]estival)?),? where the curtain (?:went up|rose) on it\b"
)
_SHOWCASE = re.compile(r"[Ff]estival|Cannes|Sundance|Venice|Berlin")
_VENUE = re.compile(
    rf"(?:\b(?:at|in|during|as part of|of|for)(?: an?)?|(?<=night):) (?P<venue>(?:the |(?:the )?(?:\d{{4}}|\d{{1,3}}(?:st|nd|rd|th)) )?{NAME_PHRASE}"
    rf"(?: (?:[Ff]ilm )?[Ff]estival)?(?:,? in {NAME_PHRASE}(?:, {NAME_PHRASE})?|, {NAME_PHRASE})?)"
)
_COUNTRY = re.compile(
    r"(?:the )?(?:U\.?S\.?(?:A\.?)?|United (?:States|Kingdom)|UK|U\.K\.?|North America|Europe|America|Britain)(?=$|[ ,])"
)
_LANDS = re.compile(
    r"\b(?:[A-Z]\w*(?:land|stan)|India|Japan|China|France|Germany|Italy|Spain|Canada|Mexico|Australia|New Zealand|Brazil|Argentina|Korea|Hong Kong|Taiwan|Russia|Sweden|"
    r"Norway|Denmark|Austria|Belgium|Netherlands|Portugal|Greece|Turkey|Israel|Iran|Egypt|Bangladesh|Sri Lanka|Nepal|Philippines|Indonesia|Malaysia|Vietnam|"
    r"Hungary|Czechoslovakia|Yugoslavia|Romania|Bulgaria|Cuba|Chile|Soviet Union|USSR|South Africa|Nigeria|Worldwide|International|Domestic|Limited|Wide|Theatrical|General)\b"
)
_MONTH_ONLY = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})\b")
_ELSEWHERE = re.compile(
    r"\b(?:home (?:media|video)|soundtrack|music|album|sequel|remake|legacy|merchand|video game|dvd|blu-ray|future|franchise|series|adaptations?|"
    r"awards?|accolades|other media|restoration|re-?release|cancelled|novel|comics?|references|cultural)\b", re.IGNORECASE
)  # fmt: skip


def releases(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on release dates and premieres; a year alone only where no claim has a fuller date."""
    claims = [*_labelled(annotations, topic), *_in_prose(annotations, topic)]
    dated = any(
        made.predicate is Predicate.RELEASE_DATE and made.confidence >= 0.5 and not str(made.value).isdigit() for made in claims
    )
    for made in claims:
        if not dated and made.extractor == "release in prose" and re.search(r"[A-Z]", str(made.value)):
            yield replace(made, confidence=max(made.confidence, 0.55))  # a day without a year, where nothing fuller is told
        elif not (dated and made.predicate is Predicate.RELEASE_DATE and str(made.value).isdigit()):
            yield made


def _labelled(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    text = annotations.document.text
    boxes = [b for b in annotations.document.labelled() if b.span.start in topic.passage and b.origin is not Origin.CATEGORIES]
    first = next((b.template for b in boxes if b.origin is Origin.INFOBOX), "")
    for block in boxes:
        label = block.label.casefold().strip(" :")
        if label not in _LABELS | _PREMIERE_LABELS or (block.origin is Origin.INFOBOX and block.template != first):
            continue
        for item in block.cells[0].items:
            towns = len(block.cells[0].items) > 1 and item == block.cells[0].items[0]
            dates = [m for m in annotations.mentions_in(item, MentionKind.DATE, MentionKind.YEAR) if not _inside(annotations, m)]
            for number, date in enumerate(dates):
                end = dates[number + 1].span.start if number + 1 < len(dates) else item.end
                note = text[date.span.end : end]
                bracket = re.match(r"\s*[(\[,–-]?\s*(?P<note>[^()\[\]\n;]{2,80}?)\s*[)\]]?\s*$", note)
                if bracket and (_HOME.search(note) or re.search(r"\bre-", note)):
                    continue
                showing = bracket is not None and (_FESTIVAL.search(note) or (towns and _is_town(bracket["note"])))
                if label in _PREMIERE_LABELS or showing:
                    # "London Film Festival, 1980": where it was shown goes with the day.
                    shown_at = not number and _FESTIVAL.search(text, item.start, date.span.start) is not None
                    start = item.start if shown_at else date.span.start
                    yield claim(
                        annotations, topic, Predicate.PREMIERE, text[start:end].strip(" ,;"), date.span,
                        extractor="labelled premiere", confidence=0.9,
                    )  # fmt: skip
                else:
                    year_only = date.kind is MentionKind.YEAR
                    yield claim(
                        annotations, topic, Predicate.RELEASE_DATE, date.surface.strip(" ,"), date.span,
                        extractor="labelled release", confidence=0.7 if year_only else 0.95,
                    )  # fmt: skip


def _is_town(note: str) -> bool:
    """Whether the note beside the first of several dates names a place smaller than a country."""
    return bool(re.match(rf"{NAME_PHRASE}(?:, {NAME_PHRASE})?$", note)) and not _COUNTRY.match(note) and not _LANDS.search(note)


def _inside(annotations: Annotations, mention: Mention) -> bool:
    """Whether a year stands inside a date."""
    if mention.kind is not MentionKind.YEAR:
        return False
    around = Span(max(0, mention.span.start - 20), mention.span.end + 12)
    return any(mention.span in date.span for date in annotations.mentions_in(around, MentionKind.DATE))


def _in_prose(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    for sentence in prose_sentences(annotations, topic):
        if heading_says(sentence, _ELSEWHERE) or sentence.role in (Role.PLOT, Role.CAST, Role.MUSIC, Role.AWARDS):
            continue
        shown = list(_premieres(annotations, topic, sentence))
        yield from shown
        yield from _dates(annotations, topic, sentence, premiere=bool(shown))


def _dates(annotations: Annotations, topic: Topic, sentence: Sentence, *, premiere: bool) -> Iterator[Claim]:
    text = annotations.document.text
    for mention in annotations.mentions_in(sentence.span, MentionKind.DATE, MentionKind.YEAR):
        if _inside(annotations, mention):
            continue
        year_only = mention.kind is MentionKind.YEAR
        start = clause_start(text, sentence.span.start, mention.span.start)
        before = text[start : mention.span.start]
        cue = max(_RELEASED.finditer(before), key=lambda m: m.start(), default=None)
        between = re.sub(r"(?<=[A-Z])\.", "", before[cue.end() :]) if cue else ""
        if (
            cue is None
            or len(between) > 110
            or re.search(r"[.;]", between)
            or _HOME.search(before)
            or _HOME.search(text[mention.span.end : min(mention.span.end + 30, sentence.span.end)])
        ):
            continue
        if re.search(r"premi|debut", cue.group()[:10]) and (
            premiere or _FESTIVAL.search(text[start + cue.start() : mention.span.end + 60])
        ):
            continue  # a showing, not the release
        if year_only and not re.search(r"(?:^|\b(?:in|during|of|late|early|until) )$", between):
            continue
        if speaks_of_other(annotations, topic, start, start + cue.start()) or re.search(
            r"\b(?:after|following|since|before|until)\b", between
        ):
            continue
        full = bool(re.search(r"\d{4}", mention.surface)) and not year_only
        role = sentence.role is Role.RELEASE or not sentence.section
        confidence = (0.8 if role else 0.6) if full else 0.4 if not year_only else 0.35
        yield claim(
            annotations, topic, Predicate.RELEASE_DATE, mention.surface.strip(" ,"), mention.span,
            extractor="release in prose", confidence=confidence, polarity=_polarity(before),
        )  # fmt: skip


def _premieres(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    text = annotations.document.text
    told: list[Span] = []
    for where in _WHERE_SHOWN.finditer(text, sentence.span.start, sentence.span.end):
        if speaks_of_other(annotations, topic, sentence.span.start, where.start()):
            continue
        told.append(Span(where.start(), where.end() + 1))
        key = "venue" if where["venue"] else "hall"
        place = Span(where.start(key), where.end(key))
        behind = Span(where.end(), min(where.end() + 30, sentence.span.end))
        day = next((m for m in annotations.mentions_in(behind, MentionKind.DATE)), None)
        value = where[key] + (f", {day.surface}" if day else "")
        at = Span(place.start, day.span.end) if day else place
        yield claim(annotations, topic, Predicate.PREMIERE, value, at, extractor="premiere in prose", confidence=0.65)
    for cue in _SHOWN.finditer(text, sentence.span.start, sentence.span.end):
        if any(cue.start() in where for where in told):
            continue
        named = bool(re.search(r"remi|preview|[Ff]irst", cue.group())) or text.startswith(" for the first time", cue.end())
        if not named and not _SHOWCASE.search(text, cue.end(), min(sentence.span.end, cue.end() + 160)):
            continue
        start = clause_start(text, sentence.span.start, cue.start())
        limit = min(sentence.span.end, cue.end() + REACH // 3)
        stop = re.search(
            r"[;]|, (?!\d|[A-Z]|on\b|in\b|at\b)|(?<![A-Z])\. |\band (?:was )?(?:then )?(?:released|opened|went)\b",
            text[cue.end() : limit],
        )
        end = cue.end() + stop.start() if stop else limit
        if end <= cue.end() or speaks_of_other(annotations, topic, start, cue.start()) or _HOME.search(text[start:end]):
            continue
        if re.search(
            r"\b(?:before|after|since|until|prior to|following|of|for|with|ahead of|to) (?:the |its |their |a )?(?:film['’]s )?(?:[A-Z][\w.]* )?$",
            text[start : cue.start()],
        ):
            continue
        span = Span(cue.end(), end)
        venues = [v for v in _VENUE.finditer(text, span.start, span.end) if not _MONTH_ONLY.match(v["venue"])]
        # "in the U.S. on 12 January in New York City": the narrower place is the one meant.
        venue = next((v for v in venues if not _COUNTRY.match(v["venue"])), venues[0] if venues else None)
        date = next((m for m in annotations.mentions_in(span, MentionKind.DATE)), None)
        if date is None and venue is not None:
            years = annotations.mentions_in(span, MentionKind.YEAR)
            date = next((m for m in years if text[venue.end("venue") : m.span.start] == " in "), None)
        if not named and (venue is None or not _SHOWCASE.search(venue["venue"])):
            continue
        if venue is None and date is None:
            continue
        value, at = _joined(annotations, venue, date)
        yield claim(
            annotations, topic, Predicate.PREMIERE, value, at, extractor="premiere in prose",
            confidence=0.7 if named else 0.5, polarity=_polarity(text[start : cue.end()]),
        )  # fmt: skip


def _joined(annotations: Annotations, venue: re.Match[str] | None, date: Mention | None) -> tuple[str, Span]:
    """The words from place to date where they stand together, else both with a comma between."""
    text = annotations.document.text
    place = re.sub(r"^the ", "", venue["venue"]).rstrip(" ,.") if venue else ""
    if venue is None or date is None:
        span = Span(venue.start("venue"), venue.end("venue")) if venue else date.span if date else Span(0, 1)
        return place or (date.surface if date else ""), span
    at = Span(venue.start("venue") + (4 if venue["venue"].startswith("the ") else 0), venue.end("venue"))
    whole = Span(min(at.start, date.span.start), max(at.end, date.span.end))
    gap = text[min(at.end, date.span.end) : max(at.start, date.span.start)]
    if len(gap) <= 12 and "\n" not in gap:
        return whole.of(text).rstrip(" ,."), whole
    return f"{place}, {date.surface}", whole


def _polarity(before: str) -> Polarity:
    """Planned dates are no dates; "was originally released" is one."""
    words = re.sub(r"\boriginally (?=released|premiered|opened)", "", before[-120:])
    if re.search(r"\b(?:scheduled|slated|set|planned|intended|expected|due|announced|supposed)\b[^.;]{0,40}$", words):
        return Polarity.PLANNED
    return polarity_of(words)
