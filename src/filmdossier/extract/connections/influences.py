"""Reads what the film quotes, imitates or resembles, and which later films quote it.

"Inspired by", "homage to", "reminiscent of", "in the tradition of" and their like, with works,
people or kinds of film after them; and the films that a review measures this one against. What a
document says of the making of other works is not taken.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.comparisons import measured_against
from filmdossier.extract.connections.equations import equations
from filmdossier.extract.connections.influence_claims import influence_claims
from filmdossier.extract.connections.influence_cues import CUES
from filmdossier.extract.connections.influence_subjects import influencing_subjects
from filmdossier.extract.connections.kinship import kindred_films, listed_kin
from filmdossier.extract.connections.later_films import later_films
from filmdossier.extract.connections.named_films import named_films
from filmdossier.extract.connections.players_likened import is_somebody, likens_a_player
from filmdossier.extract.connections.title_grammar import makers_of
from filmdossier.extract.named_things import Thing, things_from
from filmdossier.extract.phrases import REACH, heading_says
from filmdossier.extract.place_names import people_of
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import is_own, shares_name, with_known_year, works_in
from filmdossier.model.annotations import Annotations, DocumentKind, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Connection, Polarity
from filmdossier.model.text import BlockKind, Origin, Span

# "He cited X and Y as influences": the things stand between the verb and "as".
_CITED = re.compile(
    r"\b(?:cit(?:es?|ed|ing)|nam(?:es?|ed|ing)|mention(?:s|ed|ing)?|list(?:s|ed|ing)?|credit(?:s|ed|ing)?|acknowledg(?:es?|ed|ing)|pointed to|points to|referred to|us(?:es?|ed|ing)|took|takes|had|has) "
    r"(?=[^;]{2,200}? as (?:(?:an?|the|his|her|their|its|one of|some of|both|major|main|key|primary|important|direct|also|big|visual|specific) )*(?:\w+ ){0,2}?(?:influences?|inspirations?|references?|models?|guides?|benchmarks?|blueprints?|starting points?|touchstones?|templates?|points? of (?:reference|departure))\b)"
)
# Adjectives made of names: "Hitchcockian", "a Wellesian piece", "Kafkaesque"; what stands before the ending, and whose it is.
_EPONYMS = {
    "Hitchcock": "Alfred Hitchcock", "Well": "Orson Welles", "Welles": "Orson Welles", "Fellini": "Federico Fellini", "Lynch": "David Lynch",
    "Kubrick": "Stanley Kubrick", "Tarantino": "Quentin Tarantino", "Spielberg": "Steven Spielberg", "Bergman": "Ingmar Bergman",
    "Buñuel": "Luis Buñuel", "Chaplin": "Charlie Chaplin", "Capra": "Frank Capra", "Ford": "John Ford", "Hawks": "Howard Hawks",
    "Scorsese": "Martin Scorsese", "Kafka": "Franz Kafka", "Dickens": "Charles Dickens", "Shakespear": "William Shakespeare",
    "Cronenberg": "David Cronenberg", "Lovecraft": "H. P. Lovecraft", "Bond": "James Bond", "Keaton": "Buster Keaton", "Leone": "Sergio Leone",
    "Peckinpah": "Sam Peckinpah", "Altman": "Robert Altman", "Wilder": "Billy Wilder", "Lubitsch": "Ernst Lubitsch", "Poe": "Edgar Allan Poe",
    "Brecht": "Bertolt Brecht", "Proust": "Marcel Proust", "Chandler": "Raymond Chandler", "Carpenter": "John Carpenter", "Tati": "Jacques Tati",
    "Ozu": "Yasujirō Ozu", "Bresson": "Robert Bresson", "Tarkovsky": "Andrei Tarkovsky", "Runyon": "Damon Runyon", "Orwell": "George Orwell",
}  # fmt: skip
_EPONYM = re.compile(
    rf"\b(?P<name>(?P<whose>{'|'.join(_EPONYMS)})(?:ian|ean|esque|-esque|ish))\b(?! (?:archetypes?|figures?|heroes|women|woman|blondes?)\b)"
)
_LIKE = re.compile(r"\b(?P<name>[A-Z][\w.'’]+(?: (?:and )?[A-Z][\w.'’]+){0,3})(?:-(?:like|esque|style|type|inspired)|[- ]esque)\b")
_USED_LATER = re.compile(
    r"\b(?:scenes?|clips?|footage|excerpts?) (?:from|of) .{2,60} (?:is|are|was|were) (?:\w+ )?(?:used|seen|shown|featured|included) in\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:references$|see also|external|awards?|accolades|home media|soundtrack album|track listing|bibliography|further reading|^notes$|video games?|merchandise|comics?)\b",
    re.IGNORECASE,
)
# "Wong's film": whose, not which.
_UNNAMED = re.compile(r"['’]s? (?:film|movie|picture)$")
_TO_THIS = re.compile(r"[\"”’'_*]*(?: \([^()]*\))? to (?:the|this) (?:film|movie)\b")
# "drew on its lighting for X": X is who takes; "the subject of the documentary X" takes nothing.
_OF_THIS_FOR = re.compile(r"\b(?:its|the (?:film|movie)['’]s)\b[^.;]* (?:for|in|when making|while making) [\"“‘]?$|\bsubject of\b")
_UNMADE = re.compile(
    r"\b(?:planned|proposed|unmade|abandoned|cancelled|announced) (?:[\w-]+ )?(?:remake|sequel|prequel|spin-?off|series|reboot)\b"
)
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.QUOTE)
_VAGUE = frozenset(
    "The This That It He She Critics Film Hollywood American European Western Japanese Italian British French German Indian Chinese Asian Part Act Time Day Night".split()
)


def influences(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on influences, both ways; a film that influenced it is also a connection."""
    topic = with_known_year(annotations, topic)
    told: list[Claim] = list(_told(annotations, topic))
    yield from told
    linked = {made.value.film for made in told if isinstance(made.value, Connection)}
    yield from listed_kin(annotations, topic, linked)


def _told(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The claims sentence by sentence; last of each sentence what only the films' years tell."""
    review = annotations.kind is DocumentKind.REVIEW
    seen: set[Span] = set()
    people, makers = people_of(annotations, topic), makers_of(annotations, topic)
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if (
            block.kind not in _PROSE
            or block.origin is not Origin.BODY
            or (heading_says(sentence, _ELSEWHERE) and sentence.role is not Role.AWARDS)
            or sentence.role is Role.CAST
        ):
            continue
        if sentence.role is Role.AWARDS:
            # Prose under "Awards" may still say what the film inspired.
            if block.kind is BlockKind.PARAGRAPH and not review:
                yield from later_films(annotations, topic, sentence)
            continue
        told: list[Claim] = []
        if sentence.role is not Role.PLOT or re.search(
            r"\b(?:similarit|reminiscent|footage from|homage|tribute)", annotations.text(sentence.span)
        ):
            for made, span in _sources(annotations, topic, sentence, people):
                seen.add(span)
                told.append(made)
            yield from told
        # A review that names another film mostly measures this one against it: only a later year says otherwise.
        later = [made for made in later_films(annotations, topic, sentence) if not review or _has_year(made)]
        yield from later
        linked = {made.value.film for made in (*told, *later) if isinstance(made.value, Connection) and made.confidence >= 0.5}
        equal = list(equations(annotations, topic, sentence, linked))
        yield from equal
        linked |= {made.value.film for made in equal if isinstance(made.value, Connection)}
        kin = list(kindred_films(annotations, topic, sentence, linked))
        yield from kin
        linked |= {made.value.film for made in kin if isinstance(made.value, Connection)}
        yield from named_films(annotations, topic, sentence, linked, makers)
        if review:
            followers = {made.value.film for made in later if isinstance(made.value, Connection)}
            yield from measured_against(annotations, topic, sentence, seen, followers)


def _has_year(made: Claim) -> bool:
    return isinstance(made.value, Connection) and made.value.year is not None


def _sources(annotations: Annotations, topic: Topic, sentence: Sentence, people: frozenset[str]) -> Iterator[tuple[Claim, Span]]:
    """What stands after "inspired by" and its like."""
    text, span = annotations.document.text, sentence.span
    critical = sentence.role in (Role.RECEPTION, Role.LEGACY) or annotations.kind is DocumentKind.REVIEW
    taken: list[Span] = []
    if _USED_LATER.search(annotations.text(span)):
        return
    for cue in CUES:
        for match in cue.pattern.finditer(text, span.start, span.end):
            at = Span(match.start(), match.end())
            if any(at.overlaps(other) for other in taken):
                continue
            subject = _other_subject(annotations, topic, span.start, match.start())
            if subject:
                continue
            things = things_from(annotations, topic, match.end(), span.end, reach=60, names=cue.names)
            # The cue may end in "the": "paid tribute to the film in Stardust Memories".
            between = text[max(match.start(), match.end() - 5) : things[0].span.start] if things else ""
            if any(thing.own for thing in things[:1]) or re.search(
                r"\b(?:this|the) (?:film|movie|picture)\b(?!\W+$)|\bit\b", between
            ):
                continue
            if things and _OF_THIS_FOR.search(text[match.end() : things[0].span.start]):
                continue
            if things and _TO_THIS.match(text, things[0].span.end):
                continue  # "the resemblance of Body Heat to the film"
            if re.search(r"man['’]s |low-?rent|wannabe", match.group()):
                things = things[:1]
            for thing in things:
                if thing.own:
                    break
                if not thing.titled and (
                    _of_the_makers(text, thing)
                    or _UNNAMED.search(text[thing.span.start : thing.span.end])
                    or likens_a_player(annotations, span.start, at, thing.span)
                ):
                    continue
                if (
                    not _nameable(annotations, topic, thing)
                    or (not thing.titled and thing.name in people)
                    or shares_name(topic, thing.name)
                ):
                    continue
                taken.append(at)
                confidence = cue.confidence + (0.05 if thing.titled else 0.0) - (0.0 if critical or thing.titled else 0.05)
                before = text[max(span.start, match.start() - REACH) : match.end()]
                if re.search(
                    r"\b(?:(?:did|does|would|do)(?: not|n['’]t) (?:\w+ )?want|avoid\w*|without \w+ing|instead of|rather than|too similar|never saw|unlike|nothing like)\b",
                    before[-130:],
                ):
                    continue
                polarity = polarity_of(before[-70:]) if not re.search(r"\bnever\b.{0,30}\bless\b", before) else Polarity.ASSERTED
                yield from influence_claims(
                    annotations, topic, thing, confidence, polarity, "influence in prose", linked=cue.linked
                )
    for match in _CITED.finditer(text, span.start, span.end):
        stop = re.compile(r" as (?:\w+ ){1,5}").search(text, match.end(), span.end)
        things = things_from(annotations, topic, match.end(), stop.start() if stop else span.end, reach=50)
        for thing in things:
            if (
                thing.own
                or re.match(r"(?:the|this) (?:film|movie)\b|it\b", text[match.end() : thing.span.start])
                or not _nameable(annotations, topic, thing)
                or shares_name(topic, thing.name)
            ):
                break
            yield from influence_claims(
                annotations, topic, thing, 0.65, polarity_of(text[span.start : match.start()][-70:]), "cited as influence"
            )
    yield from influencing_subjects(annotations, topic, sentence)
    likened = _LIKE.finditer(text, span.start, span.end) if critical else ()
    for match in (*_EPONYM.finditer(text, span.start, span.end), *likened):
        at = Span(match.start("name"), match.end("name"))
        if match["name"].split()[0] in _VAGUE or is_own(topic, match["name"]) or match["name"] in people:
            continue
        if any(m.span == at for m in annotations.mentions_in(at, MentionKind.NATIONALITY, MentionKind.PLACE)) or re.match(
            r"[- ]?\w*[- ](?:theme|painting|march|buildings?|chant)", text[match.end("name") : match.end("name") + 25]
        ):
            continue
        if is_somebody(annotations, Span(match.start(), match.end())):
            continue
        whose = _EPONYMS[match["whose"]] if "whose" in match.groupdict() else match["name"]
        thing = Thing(name=whose, span=at, year=None, film=None, titled=False, own=False)
        yield from influence_claims(annotations, topic, thing, 0.5, Polarity.ASSERTED, "eponym")


def _nameable(annotations: Annotations, topic: Topic, thing: Thing) -> bool:
    """Whether the thing can be an influence: no place, date, word of nationality, or word that merely opens a phrase."""
    name = thing.name
    if thing.titled or thing.film is False:
        return not name[0].islower() or thing.film is False
    if name.split()[0] in _VAGUE or is_own(topic, name) or len(name) < 3 or not name[0].isupper():
        return False
    kinds = (
        MentionKind.PLACE,
        MentionKind.NATIONALITY,
        MentionKind.DATE,
        MentionKind.YEAR,
        MentionKind.LANGUAGE,
        MentionKind.GENRE,
    )
    return not any(
        m.span.start == thing.span.start and len(m.span) >= len(name) - 1
        for m in annotations.mentions_in(Span(thing.span.start, thing.span.end), *kinds)
    )


def _of_the_makers(text: str, thing: Thing) -> bool:
    """Whether a name is that of somebody who made the film, or stands for their other films."""
    if re.match(
        r"['’]s (?:later|earlier|other|previous|own|next|first|last|subsequent)\b", text[thing.span.end : thing.span.end + 14]
    ):
        return True
    surname = re.escape(thing.name.split()[-1])
    return (
        re.search(rf"\b(?:[Dd]irector|[Dd]irected by|writer-director|[Ff]ilmmaker) (?:[A-Z][\w.'’-]+ ){{0,3}}{surname}\b", text)
        is not None
    )


def _other_subject(annotations: Annotations, topic: Topic, start: int, end: int) -> bool:
    """Whether the clause before a cue speaks of the influence on another work or on a person's career."""
    text = annotations.document.text
    clause = start = max(start, end - REACH)
    for stop in re.finditer(r";|\. |, (?:and|while|but) (?=it\b|the |its |this )", text[start:end]):
        clause = start + stop.end()
    if end <= clause:
        return False
    if _UNMADE.search(text, clause, end):
        return True
    own = max(
        text.rfind(topic.title, clause, end),
        *(text.rfind(word, clause, end) for word in ("film", "movie", " it ", "It ", "character", "story", "scene", "its ")),
    )
    other = max((w.span.start for w in works_in(annotations, topic, Span(clause, end)) if not w.own), default=-1)
    return other > own
