"""Reads credits and technical data from labelled values: infobox, front matter, schema.org data, fact tables."""

import re
from collections.abc import Iterator
from itertools import groupby

from filmdossier.extract.names import put_right
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, MentionKind, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.field_words import english, jobs
from filmdossier.model.text import Block, BlockKind, Origin, Span

_LABELS: dict[str, Predicate] = {
    label: predicate
    for predicate, labels in {
        Predicate.DIRECTOR: "director directors directed directed_by direction co-director co-directors movie.director film.director",
        Predicate.WRITER: "writer writers written written_by screenplay screenplay_by screenwriter screenwriters script script_by teleplay scenario dialogue "
        "dialogues dialogue_by adaptation writing screenplay_and_dialogue movie.author movie.creator film.author scenario_by teleplay_by original_screenplay original_screenplay_by original_script screenplay_and_story",
        Predicate.STORY_BY: "story story_by original_story",
        Predicate.PRODUCER: "producer producers produced produced_by production co-producer movie.producer film.producer",
        Predicate.EXECUTIVE_PRODUCER: "executive_producer executive_producers",
        Predicate.COMPOSER: "music music_by composer composers score original_music movie.musicby theme_music_composer original_score original_music_by original_score_by music_director",
        Predicate.CINEMATOGRAPHER: "cinematography cinematographer cinematographers director_of_photography photography photographed_by camera dop cinematography_by",
        Predicate.EDITOR: "editing editor editors edited_by film_editing",
        Predicate.PRODUCTION_COMPANY: "studio production_company production_companies production_companys company movie.productioncompany "
        "production_company(ies) studios production_companies(s) prod_company",
        Predicate.DISTRIBUTOR: "distributor distributors distributed_by distribution released_by uk_distributor us_distributor",
        Predicate.COUNTRY: "country countries country_of_origin movie.countryoforigin",
        Predicate.LANGUAGE: "language languages movie.inlanguage",
        Predicate.GENRE: "genre genres movie.genre",
        Predicate.RUNTIME_MINUTES: "runtime running_time duration length movie.duration",
    }.items()
    for label in labels.split()
}
_PEOPLE = frozenset(
    {
        Predicate.DIRECTOR, Predicate.WRITER, Predicate.STORY_BY, Predicate.PRODUCER, Predicate.EXECUTIVE_PRODUCER, Predicate.COMPOSER,
        Predicate.CINEMATOGRAPHER, Predicate.EDITOR,
    }
)  # fmt: skip
_JOINED = re.compile(r"\s*(?:;|,(?!\s*(?:Jr|Sr|Inc|Ltd|LLC|Co|III?)\b)|\band\b(?= [A-Z])|&(?= [A-Z])|\s/\s|•|·|\||—)\s*")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?")
_STORY_NOTE = re.compile(r"\((?:[^)]*\b)?story\b[^)]*\)|\bstory\b(?=:)", re.IGNORECASE)
_ROLE_LINE = re.compile(
    r"^(?:story|screenplay|script|dialogues?|written|directed|produced|adaptation|uncredited|background score|songs?|score|original score|"
    r"additional .*|original story|narration|associate producers?|credited|as|and|scenario|novel|play)(?: by)?:?$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?P<role>story|screenplay|script|dialogues?|adaptation|written|scenario|background score|original score|score|songs?|lyrics|novel|play|music)"
    r"(?: (?:and|&) (?:dialogues?|screenplay|story))?(?: by)?\s*:\s*",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?P<job>[A-Z][\w &-]{2,30}):\s*")
_PRODUCTION = re.compile(r"production", re.IGNORECASE)
_JOBS = re.compile(r"jobs?|roles?|positions?|functions?|credits?|crew|department|tasks?|what|category", re.IGNORECASE)
_FEWEST_JOBS = 3
_IN_MINUTES = re.compile(r"\d min")
# "Scenario: A, after her novel": whence it comes and no name.
_WHENCE = re.compile(r"(?:after|from|based|adapted|freely|uncredited)\b")
_SOCIETY = re.compile(r"(?:[A-Z]\.){2,5}|[A-Z]{3}")  # letters of a guild after a name: A.S.C., BSC
_MINUTES = re.compile(
    r"(?P<minutes>\d{1,3}(?:[.:]\d+)?)\s*(?:-?\s*min|minutes|′|')|(?P<hours>\d+)\s*h(?:ours?|rs?)?\W*(?P<rest>\d+)?|PT(?:(?P<h>\d+)H)?(?:(?P<m>\d+)M)?|^(?P<bare>\d{2,3})$"
)
# An adaptation's source goes under "writer" in some boxes ("Novel by X"): that is not the screenplay.
_SOURCE_NOTE = re.compile(r"\b(?:novel|book|play|short story|source|characters?|comics?|lyrics)\b", re.IGNORECASE)


def labelled_credits(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims from every labelled value about the film; a value with several names gives several."""
    blocks = [block for block in annotations.document.labelled() if block.span.start in topic.passage]
    first_box = next((block.template for block in blocks if block.origin is Origin.INFOBOX), "")
    for block in blocks:
        if block.origin is Origin.INFOBOX and block.template != first_box:
            continue  # a box further down is about something else: an album, a series
        if block.origin is Origin.CATEGORIES:
            continue
        told = predicates_of(block.label)
        predicate = told[0] if told else None
        if predicate is None or (
            block.origin is Origin.FRONT_MATTER
            and block.label.casefold() in ("score", "length", "company", "production")
            and not (
                predicate is Predicate.RUNTIME_MINUTES and _IN_MINUTES.search(block.cells[0].span.of(annotations.document.text))
            )
        ):
            continue
        confidence = 0.97 if block.origin is Origin.INFOBOX else 0.95
        current: Predicate | None = predicate
        for item in block.cells[0].items:
            head = _HEAD.match(item.of(annotations.document.text))
            if head is not None:
                current = _job_of(head["job"], predicate)  # "Lyrics:" is over the names after it
                if item.start + head.end() == item.end:
                    continue
            if current is None:
                continue
            for one in told if current is predicate else (current,):
                for found, value, span in _values(annotations, block, one, item):
                    if found is Predicate.PRODUCER and _is_company(annotations, block, value, span):
                        found = Predicate.PRODUCTION_COMPANY
                    yield claim(annotations, topic, found, value, span, extractor="credit labels", confidence=confidence)


def tabled_credits(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims from tables whose rows pair a job with names ("Job | Name"), three jobs or more."""
    text = annotations.document.text
    for _, run in groupby(annotations.blocks_in(topic.passage, BlockKind.ROW), key=lambda block: (block.section, block.template)):
        rows = [
            row for row in run if len(row.cells) == 2 and (not row.cells[0].label or _JOBS.fullmatch(row.cells[0].label.strip()))
        ]
        told = [(row, predicates_of(" ".join(row.cells[0].span.of(text).split()))) for row in rows]
        if len({one for _, predicates in told for one in predicates if one in _PEOPLE}) < _FEWEST_JOBS:
            continue
        for row, predicates in told:
            for predicate in predicates:
                for item in row.cells[1].items if predicate in _PEOPLE else ():
                    for found, value, span in _values(annotations, row, predicate, item):
                        yield claim(annotations, topic, found, value, span, extractor="credit table", confidence=0.9)


def _is_company(annotations: Annotations, block: Block, value: str, span: Span) -> bool:
    """Whether what "Production:" names is a company: by its words, or one word where persons have two."""
    if not _PRODUCTION.fullmatch(english(block.label).strip(" :")):
        return False
    return " " not in value or any(
        mention.span.start == span.start and mention.span.end >= span.start + len(value)
        for mention in annotations.mentions_in(block.span, MentionKind.ORGANISATION)
    )


def predicate_of(label: str) -> Predicate | None:
    """What a label tells, a note in brackets behind it left out; None where it is none of ours."""
    label = english(label)
    words = re.sub(r"[\s(]+", "_", label.casefold().strip(" :").replace("(s)", "s")).rstrip(")_")
    return _LABELS.get(words) or _LABELS.get(re.sub(r"\s*\([^()]*\)$", "", label.casefold().strip(" :")).replace(" ", "_"))


def predicates_of(label: str) -> tuple[Predicate, ...]:
    """What a label tells, which may join several jobs: "Written and directed by", "Buch und Regie"."""
    whole = predicate_of(label)
    if whole is not None:
        return (whole,)
    single = [predicate_of(job) for job in jobs(label)]
    return tuple(dict.fromkeys(one for one in single if one in _PEOPLE)) if len(single) > 1 else ()


def _job_of(heading: str, predicate: Predicate) -> Predicate | None:
    """The predicate of the names under a heading inside a value; None where they are no credit of ours."""
    words = re.sub(r"\s+", "_", heading.strip(" :").casefold())
    if re.match(r"lyrics|songs?|novel|play|book|characters|additional|arrang", words):
        return None
    return _LABELS.get(words, predicate)


def _values(annotations: Annotations, block: Block, predicate: Predicate, item: Span) -> Iterator[tuple[Predicate, str, Span]]:
    text = item.of(annotations.document.text)
    if predicate is Predicate.RUNTIME_MINUTES:
        yield from _minutes(text, item)
        return
    prefix = _PREFIX.match(text)
    offset = prefix.end() if prefix else 0
    if prefix and predicate is Predicate.WRITER and prefix["role"].lower() == "story":
        predicate = Predicate.STORY_BY
    if prefix and prefix["role"].lower() in ("songs", "song", "lyrics", "novel", "play"):
        return
    if predicate is Predicate.WRITER and _STORY_NOTE.search(text):
        predicate = Predicate.STORY_BY if not re.search(r"screenplay|script", text, re.IGNORECASE) else predicate
    if predicate in (Predicate.WRITER, Predicate.STORY_BY) and any(_SOURCE_NOTE.search(note) for note in _BRACKET.findall(text)):
        return
    people = predicate in _PEOPLE
    parts = (list(_people_inverted(text[offset:])) if people else []) or _parts(text[offset:], people=people)
    for start, part in parts:
        value = put_right(_BRACKET.sub("", part).strip(' ,;:.*†‡–-"“”'))
        if part.rstrip().endswith(".") and re.search(r"\b(?:Jr|Sr|Inc|Ltd|Co|Bros|Corp|[A-Z])\.$", part.rstrip()):
            value += "."
        if len(value) < 2 or _ROLE_LINE.match(value) or value.startswith(("http", "See ")) or len(value) > 90:
            continue
        if _SOCIETY.fullmatch(value) or _WHENCE.match(value):
            continue
        if value.isdigit() and predicate is not Predicate.PRODUCTION_COMPANY:
            continue
        at = item.start + offset + start
        yield predicate, value, Span(at, at + max(len(part), 1))


def _people_inverted(text: str) -> Iterator[tuple[int, str]]:
    """The names of a list such as an archive's: "MACKENZIE, Compton; MACPHAIL, Angus"; none where any is written otherwise."""
    pieces = [(match.start(), match.group().strip()) for match in re.finditer(r"[^;\n/]+", text)]
    starts = [start + len(text[start:]) - len(text[start:].lstrip()) for start, _ in pieces]
    if all(put_right(_BRACKET.sub("", piece).strip()) != _BRACKET.sub("", piece).strip() for _, piece in pieces):
        yield from zip(starts, (piece for _, piece in pieces), strict=True)


def _parts(text: str, *, people: bool) -> Iterator[tuple[int, str]]:
    """The names in one item, brackets kept with the name before them; a company's name is not cut at "and"."""
    masked = _BRACKET.sub(lambda m: "x" * len(m.group()), text)
    pattern = _JOINED if people else re.compile(r"\s*(?:;|\n|,(?!\s*(?:Inc|Ltd|LLC|Co|S\.A)\b)|•|·|\|| / |/(?=[A-Z]))\s*")
    start = 0
    for match in pattern.finditer(masked):
        if text[start : match.start()].strip():
            yield start, text[start : match.start()]
        start = match.end()
    if text[start:].strip():
        yield start, text[start:]


def _minutes(text: str, item: Span) -> Iterator[tuple[Predicate, str, Span]]:
    """The running times in a value; where several cuts are listed, each is one."""
    seen = set()
    for match in _MINUTES.finditer(text):
        if match["minutes"]:
            total = int(float(match["minutes"].replace(":", ".").split(".")[0]))
        elif match["hours"]:
            total = int(match["hours"]) * 60 + int(match["rest"] or 0)
        elif match["bare"]:
            total = int(match["bare"])
        else:
            total = int(match["h"] or 0) * 60 + int(match["m"] or 0)
        if total and total not in seen:
            seen.add(total)
            yield Predicate.RUNTIME_MINUTES, str(total), Span(item.start + match.start(), item.start + match.end())


def is_labelled(annotations: Annotations, topic: Topic, predicate: Predicate) -> bool:
    """Whether a labelled value gives the predicate, so that prose need only confirm it."""
    return any(
        block.kind is BlockKind.FIELD
        and block.span.start in topic.passage
        and _LABELS.get(re.sub(r"\s+", "_", block.label.casefold())) is predicate
        for block in annotations.document.blocks
    )
