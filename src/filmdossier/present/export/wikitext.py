"""Film record → wikitext for an encyclopedia: the infobox, the cast, and what critics and audiences said.

It is a draft for an editor. Critics are named one by one, each with a citation, grouped by what they
praised and what they found fault with: what "most critics" thought does not follow from a sample. The
share, the average and the Metascore stand in the encyclopedia's own templates, audiences apart from
critics. What documents disagree about is left out of the infobox and named in a comment; scores whose
arithmetic is impossible are left out too. A citation's title and address are marked ``TODO`` where
nobody told them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from filmdossier.model.claim import Aspect, AspectMention, Predicate
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import Review
from filmdossier.model.titles import slugify
from filmdossier.present.export import choosing
from filmdossier.present.export.choosing import Site, SiteScore
from filmdossier.present.export.dates import iso_date
from filmdossier.present.export.wiki_text import Citations, listed, quotation, remark, words
from filmdossier.present.wording import PREDICATES

_STARS = 6  # names in the infobox; the others are in the cast
_LONGEST_QUOTATION = 300
_MOST_VOICES = 30  # more make no text that anybody reads
# Words that stand before a noun already, so that "the" does not.
_COMMON = frozenset(
    "acting action cast casting characters cinematography dialogue direction editing effects humour humor jokes music pacing performance performances "
    "photography plot score screenplay script songs sound soundtrack story suspense visuals writing".split()
)
_JUDGING = re.compile(
    r"(?:[A-Z][a-z-]+(?:al|ive|ing|ous|ful|less|ic|ble|ish|uned|ated|oted)|Superb|Great|Good|Strong|Fine|Weak|Poor|Bad|Dull|Sharp|Smart|Crisp|Lovely|Witty|Funny|"
    r"Clumsy|Lazy|Flat|Fight|Battle|Brilliant|Excellent|Magnificent|Decent|Competent|Mediocre)"
)
_DETERMINERS = frozenset("the a an his her its their this that these those some all both no every".split())
_BOX = (
    ("director", Predicate.DIRECTOR), ("producer", Predicate.PRODUCER), ("writer", Predicate.WRITER), ("screenplay", Predicate.WRITER),
    ("story", Predicate.STORY_BY), ("based_on", Predicate.BASED_ON), ("starring", None), ("music", Predicate.COMPOSER),
    ("cinematography", Predicate.CINEMATOGRAPHER), ("editing", Predicate.EDITOR), ("production_companies", Predicate.PRODUCTION_COMPANY),
    ("distributor", Predicate.DISTRIBUTOR), ("released", Predicate.RELEASE_DATE), ("runtime", Predicate.RUNTIME_MINUTES),
    ("country", Predicate.COUNTRY), ("language", Predicate.LANGUAGE), ("budget", Predicate.BUDGET), ("gross", Predicate.BOX_OFFICE),
)  # fmt: skip


def dumps(record: FilmRecord, *, average: bool = True) -> str:
    """The page, with a final line feed. ``average`` False leaves the average rating of Rotten Tomatoes out."""
    citations = Citations(record)
    parts = [_infobox(record), _opening(record)]
    if record.cast:
        parts.append("\n".join(["==Cast==", *(_cast_line(*entry) for entry in _cast(record))]))
    scores = sorted(choosing.scores(record), key=lambda score: list(Site).index(score.site))
    critics = [*_critics_scores(scores, citations, average=average), *_critics(record, citations)]
    audience = [line for score in scores if choosing.is_audience(score) for line in _audience(score, citations)]
    if critics or audience:
        parts.append("==Reception==")
        if critics:
            parts += ["===Critical response===", *critics]
        if audience:
            parts += ["===Audience response===", " ".join(audience)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _opening(record: FilmRecord) -> str:
    year = f" {record.film.year}" if record.film.year is not None else ""
    directors = [words(name) for name in choosing.values(record, Predicate.DIRECTOR)]
    by = f" directed by {listed(directors)}" if directors else ""
    return f"'''''{words(record.film.title)}''''' is a{year} film{by}."


def _infobox(record: FilmRecord) -> str:
    lines = [f"| name = {words(record.film.title)}"]
    has_story = bool(choosing.values(record, Predicate.STORY_BY))
    for parameter, predicate in _BOX:
        if parameter == ("writer" if has_story else "screenplay"):
            continue  # where the story is a credit of its own, the writer's is the screenplay
        if value := _box_value(record, predicate):
            lines.append(f"| {parameter} = {value}")
    box = "\n".join(["{{Infobox film", *lines, "}}"])
    boxed = {predicate for _, predicate in _BOX if predicate is not None}
    left = [
        remark(f"left out, since the documents disagree: {PREDICATES[predicate][0]}: {' / '.join(sides)}")
        for predicate, sides in choosing.disputed(record, *boxed)
    ]
    return "\n".join([box, *left])


def _box_value(record: FilmRecord, predicate: Predicate | None) -> str:
    if predicate is None:
        return _entries(list(dict.fromkeys(entry.actor for entry in record.cast))[:_STARS])
    if predicate is Predicate.RELEASE_DATE:
        return _film_date(record)
    if predicate is Predicate.RUNTIME_MINUTES:
        minutes = choosing.minutes(record)
        return "" if minutes is None else f"{minutes} minutes"
    return _entries(choosing.values(record, predicate))


def _entries(values: Sequence[str]) -> str:
    shown = [shown for value in values if (shown := words(value))]
    if len(shown) < 2:
        return "".join(shown)
    return "\n".join(["{{Plainlist|", *(f"* {value}" for value in shown), "}}"])


def _film_date(record: FilmRecord) -> str:
    """``{{Film date|year|month|day|place|…}}``; the places are the editor's to add."""
    dates = list(dict.fromkeys(date for date, _ in choosing.release_dates(record)))
    fields = [[str(int(part)) for part in date.split("-")] for date in dates]
    if not fields:
        return str(record.film.year) if record.film.year is not None else ""
    return f"{{{{Film date|{'|'.join('|'.join([*field, '', '', ''][:4]) for field in fields).rstrip('|')}}}}}"


def _cast(record: FilmRecord) -> Iterator[tuple[str, str | None, str]]:
    yield from ((entry.actor, entry.character, entry.note) for entry in record.cast)


def _cast_line(actor: str, character: str | None, note: str) -> str:
    role = f" as {words(character)}" if character and words(character) else ""
    return f"* {words(actor)}{role}{f' ({words(note)})' if words(note) else ''}"


def _critics_scores(scores: Sequence[SiteScore], citations: Citations, *, average: bool) -> list[str]:
    """The templates of the critics' sites, and a sentence for each site that has none."""
    found = []
    for score in scores:
        told = score.claim.score
        if choosing.is_audience(score):
            continue
        reference = _score_reference(score, citations)
        if score.site is Site.ROTTEN_TOMATOES and told.approval is not None:
            shown = average and told.average is not None and told.average_max in (None, 10)
            mean = f"{told.average:g}" if shown else ""
            consensus = f"|consensus={words(told.consensus)}" if told.consensus else ""
            count = "" if told.reviews is None else str(told.reviews)
            found.append(f"{{{{Rotten Tomatoes prose|{told.approval:g}|{mean}|{count}{consensus}}}}}{reference}")
        elif score.site is Site.METACRITIC and told.score is not None:
            count = f"|{told.reviews}" if told.reviews is not None else ""
            found.append(f"{{{{Metacritic film prose|{told.score:g}{count}}}}}{reference}")
        elif score.site is not Site.ROTTEN_TOMATOES and (said := _figures(score)):
            found.append(f"{words(told.name)} reports {said}.{reference}")
    return [" ".join(found)] if found else []


def _score_reference(score: SiteScore, citations: Citations) -> str:
    told = score.claim.score
    public = " audience" if choosing.is_audience(score) else ""
    date = iso_date(told.as_of or "")
    return citations.cite(f"{told.name}{public}", score.claim.evidence, website=told.name, access_date=date)


def _figures(score: SiteScore) -> str:
    told = score.claim.score
    of = f" of {told.reviews} {'votes' if choosing.is_audience(score) else 'reviews'}" if told.reviews else ""
    parts = []
    if told.approval is not None:
        parts.append(f"{told.approval:g}% positive")
    if told.average is not None and told.average_max:
        parts.append(f"an average of {told.average:g} out of {told.average_max:g}")
    if told.score is not None:
        parts.append(f"a score of {told.score:g}")
    if told.grade:
        parts.append(f"a grade of {quotation(told.grade)}")
    return f"{listed(parts)}{of}" if parts else ""


def _audience(score: SiteScore, citations: Citations) -> Iterator[str]:
    told, said = score.claim.score, _figures(score)
    if not said:
        return
    reference = _score_reference(score, citations)
    if score.site is Site.CINEMASCORE and told.grade:
        yield f"Audiences polled by CinemaScore gave the film a grade of {quotation(told.grade)}.{reference}"
    else:
        yield f"The audience of {words(told.name)} stands at {said}.{reference}"


def _critics(record: FilmRecord, citations: Citations) -> list[str]:
    """A paragraph on what was praised, one on what was found fault with, one of ratings and words."""
    every = choosing.reviews(record)
    reviews = choosing.sample(every, _MOST_VOICES)
    voices = {number: _Voice(record, review, number, citations) for number, review in enumerate(reviews)}
    paragraphs = []
    for verb, aspects in (("praised", "praised"), ("found fault with", "criticised")):
        told = [(number, aspect) for number, review in enumerate(reviews) for aspect in getattr(review, aspects) if _named(aspect)]
        paragraphs.append(" ".join([*_of_sides(verb, told, voices), *_shared(verb, told, voices)]))
    verdicts = [line for number, review in enumerate(reviews) if (line := _verdict(review, voices[number]))]
    paragraphs.append(" ".join(verdicts))
    left = len(every) - len(reviews)
    if left:
        paragraphs.append(
            remark(f"{left} of {len(every)} reviews are left out here, of each stance its share; csv and json have them all")
        )
    return [paragraph for paragraph in paragraphs if paragraph]


class _Voice:
    """One reviewer: who it is, and the reference, written out where it is first used."""

    def __init__(self, record: FilmRecord, review: Review, number: int, citations: Citations) -> None:
        self._review, self._citations = review, citations
        self._key = " ".join(filter(None, (review.critic, review.outlet))) or f"review {number + 1}"
        documents = {document.id: document for document in record.documents}
        own = documents[review.evidence[0].document] if review.own and review.evidence else None
        self._title = own.title if own else None
        self._url = own.path if own and own.path.startswith(("http://", "https://")) else None

    def name(self) -> str:
        """ "Critic of ''Outlet''", and the reference."""
        review = self._review
        critic = words(review.critic) if review.critic else ""
        outlet = f"''{words(review.outlet)}''" if review.outlet and words(review.outlet) else ""
        who = f"{critic} of {outlet}" if critic and outlet else critic or outlet or "An unsigned review"
        reference = self._citations.cite(
            self._key, review.evidence, author=review.critic, title=self._title, work=review.outlet,
            date=iso_date(review.published or "") or None, url=self._url,
        )  # fmt: skip
        return f"{who}{reference}"


def _of_sides(verb: str, told: list[tuple[int, AspectMention]], voices: dict[int, _Voice]) -> Iterator[str]:
    """A sentence for each side of the film that several speak of, with what each calls it; these are taken out of ``told``."""
    for side in (side for side in Aspect if side is not Aspect.FILM):
        those = [(number, aspect) for number, aspect in told if aspect.kind is side]
        who = list(dict.fromkeys(number for number, _ in those))
        if len(who) > 1:
            told[:] = [one for one in told if one not in those]
            words_of = dict.fromkeys(_named(aspect) for _, aspect in those)
            noun = f"the {side.value}"
            named = "" if list(words_of) == [noun] else f" ({listed(words_of)})"
            yield f"{listed([voices[number].name() for number in who])} {verb} {noun}{named}."


def _shared(verb: str, told: Iterable[tuple[int, AspectMention]], voices: dict[int, _Voice]) -> Iterator[str]:
    """One sentence for those who name the same things."""
    by_aspect: dict[str, tuple[str, list[int]]] = {}
    for number, aspect in told:
        _, who = by_aspect.setdefault(slugify(aspect.aspect) or aspect.aspect, (_named(aspect), []))
        if number not in who:
            who.append(number)
    groups: dict[tuple[int, ...], list[str]] = {}
    for name, who in by_aspect.values():
        groups.setdefault(tuple(who), []).append(name)
    for those, names in groups.items():
        yield f"{listed([voices[number].name() for number in those])} {verb} {listed(names)}."


def _named(aspect: AspectMention) -> str:
    """The aspect as the object of a sentence, with its article."""
    shown = words(_inside_a_sentence(aspect))
    first = shown.split(" ")[0] if shown else ""
    if first.lower() in _DETERMINERS:
        return shown[:1].lower() + shown[1:]
    bare = first.endswith(("'s", "’s")) or not first[:1].islower()
    return shown if bare else f"the {shown}"


def _inside_a_sentence(aspect: AspectMention) -> str:
    """The phrase as it stands inside a sentence; one that opens its own loses the capital, unless it may be a name."""
    phrase = aspect.aspect
    opening, _, rest = phrase.partition(" ")
    opens = any(one.quote.lstrip("“\"'").startswith(phrase) for one in aspect.evidence)
    common = opening.casefold() in _COMMON or (bool(rest) and _JUDGING.fullmatch(opening) is not None)
    return phrase[:1].lower() + phrase[1:] if opens and common else phrase


def _verdict(review: Review, voice: _Voice) -> str:
    """The rating and the first words of a review; '' where there is neither."""
    quote = next((one.quote for one in review.quotes if len(one.quote) <= _LONGEST_QUOTATION), None)
    said = []
    if review.rating is not None and (raw := words(review.rating.raw)):
        # Without its marks a letter would end the sentence as an initial does: "B. Roger Ebert".
        letters = review.rating.scale == "letters"
        said.append(f"graded the film {quotation(review.rating.raw)}" if letters else f"gave the film {raw}")
    if quote is not None and words(quote):
        said.append(f"wrote: {quotation(quote)}")
    if not said:
        return ""
    end = "" if quote is not None and said[-1].startswith("wrote") and said[-1].rstrip("”")[-1:] in ".!?" else "."
    return f"{voice.name()} {' and '.join(said)}{end}"
