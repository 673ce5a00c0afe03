"""Hand-built film records for the tests of what is shown and exported.

``desperado()`` rests on the three documents of :mod:`tests.support.texts`; ``silent()`` says next
to nothing; ``crowded()`` is as large as records get; ``hostile()`` tries to break the page.
"""

from fractions import Fraction

from filmdossier.model.annotations import DocumentKind
from filmdossier.model.claim import (
    AggregatorScore,
    AspectMention,
    CastMember,
    Claim,
    CriticReview,
    Polarity,
    Predicate,
    Relation,
    Stance,
)
from filmdossier.model.film import (
    CastEntry,
    Character,
    CharacterRelation,
    Conflict,
    ConflictValue,
    DialogueLine,
    DocumentSummary,
    Event,
    Fact,
    FilmConnection,
    FilmIdentity,
    FilmRecord,
    SetAside,
    Status,
)
from filmdossier.model.reception import (
    AggregatorClaim,
    Rating,
    RatingOrigin,
    Reception,
    Review,
)
from filmdossier.model.text import Document, Evidence, Span
from support.texts import build, cite, encyclopedia, press_notes, review, sentence

EMPTY_RECEPTION = Reception(
    reviews=0, positive=0, mixed=0, negative=0, approval=None, approval_interval=None, rated=0, mean=None, note="no reviews"
)


def summary(document: Document, kind: DocumentKind) -> DocumentSummary:
    """The document as a record carries it."""
    return DocumentSummary(
        id=document.id,
        path=document.source.origin,
        kind=kind.value,
        title=document.title,
        sha256=document.source.sha256,
        text=document.text,
        blocks=document.blocks,
    )


def fact(
    predicate: Predicate,
    value: str,
    *evidence: Evidence,
    status: Status | None = None,
    confidence: float = 0.95,
    also: tuple[str, ...] = (),
) -> Fact:
    """A fact, corroborated where more than one document is cited."""
    several = len({one.document for one in evidence}) > 1
    found = status or (Status.CORROBORATED if several else Status.STATED)
    return Fact(predicate=predicate, value=value, status=found, confidence=confidence, evidence=evidence, also=also)


def _facts(wiki: Document, own: Document, press: Document) -> tuple[Fact, ...]:
    lead = sentence(wiki, "written, co-produced")
    both = sentence(own, "directed, wrote and cut")
    score = sentence(wiki, "wrote and played the score")
    p = Predicate
    return (
        fact(p.DIRECTOR, "Robert Rodriguez", cite(wiki, "Directed by: Robert Rodriguez"), lead, both, cite(press, "Directed by Robert Rodriguez.")),
        fact(p.WRITER, "Robert Rodriguez", lead, both),
        fact(p.PRODUCER, "Bill Borden", cite(wiki, "Produced by: Bill Borden; Robert Rodriguez")),
        fact(p.PRODUCER, "Robert Rodriguez", cite(wiki, "Produced by: Bill Borden; Robert Rodriguez"), lead),
        fact(p.COMPOSER, "Los Lobos", cite(wiki, "Music by: Los Lobos"), score),
        fact(p.CINEMATOGRAPHER, "Guillermo Navarro", cite(wiki, "Cinematography: Guillermo Navarro"), sentence(press, "Director of photography")),
        fact(p.EDITOR, "Robert Rodriguez", lead, both),
        fact(p.PRODUCTION_COMPANY, "Los Hooligans Productions", cite(wiki, "Los Hooligans Productions"), sentence(press, "Los Hooligans"), also=("Los Hooligans",)),
        fact(p.DISTRIBUTOR, "Columbia Pictures", cite(wiki, "Columbia Pictures"), sentence(press, "Columbia Pictures presents")),
        fact(p.COUNTRY, "United States", cite(wiki, "Country: United States"), lead),
        fact(p.LANGUAGE, "English", sentence(own, "English and Spanish")),
        fact(p.LANGUAGE, "Spanish", sentence(own, "English and Spanish")),
        fact(p.GENRE, "action western", lead),
        fact(p.RUNTIME_MINUTES, "104", cite(wiki, "Running time: 104 minutes"), status=Status.DISPUTED),
        fact(p.RUNTIME_MINUTES, "106", sentence(press, "Running time: 106"), status=Status.DISPUTED),
        fact(p.RELEASE_DATE, "August 25, 1995", cite(wiki, "Release date: August 25, 1995"), sentence(press, "In cinemas on")),
        fact(p.PREMIERE, "May 1995, Cannes film festival", sentence(press, "First shown")),
        fact(p.BUDGET, "$7 million", cite(wiki, "Budget: $7 million")),
        fact(p.BOX_OFFICE, "$25.4 million", cite(wiki, "Box office: $25.4 million")),
        fact(p.FILMING_PLACE, "Ciudad Acuña, Coahuila", sentence(wiki, "Shooting took place")),
        fact(p.SETTING, "Mexico", sentence(wiki, "Mexico trilogy"), status=Status.INFERRED, confidence=0.71),
        fact(p.SOUNDTRACK_ARTIST, "Los Lobos", score),
        fact(p.SOUNDTRACK_ARTIST, "Dire Straits", score),
        fact(p.SOUNDTRACK_ARTIST, "Link Wray", score),
        fact(p.SOUNDTRACK_ARTIST, "Carlos Santana", score),
        fact(p.SONG, "Canción del Mariachi", sentence(wiki, "Canción del Mariachi")),
        fact(p.AWARD, "Grammy Award for Best Pop Instrumental Performance", sentence(wiki, "Grammy Award")),
        fact(p.INFLUENCED_BY, "John Woo", sentence(own, "John Woo")),
        fact(p.INFLUENCED_BY, "Sergio Leone", sentence(own, "Sergio Leone")),
        fact(p.SERIES, "Mexico trilogy", sentence(wiki, "Mexico trilogy")),
    )  # fmt: skip


def _cast(wiki: Document, own: Document) -> tuple[CastEntry, ...]:
    def entry(actor: str, character: str, line: str, *more: Evidence, note: str = "") -> CastEntry:
        evidence = (cite(wiki, line), *more)
        status = Status.CORROBORATED if more else Status.STATED
        return CastEntry(actor=actor, character=character, note=note, status=status, confidence=0.97, evidence=evidence)

    return (
        entry("Antonio Banderas", "El Mariachi", "Antonio Banderas as El Mariachi", sentence(own, "Banderas moves")),
        entry("Salma Hayek", "Carolina", "Salma Hayek as Carolina", sentence(own, "Salma Hayek")),
        entry("Joaquim de Almeida", "Bucho", "Joaquim de Almeida as Bucho"),
        entry("Steve Buscemi", "Buscemi", "Steve Buscemi as Buscemi"),
        entry("Cheech Marin", "the short bartender", "Cheech Marin as the short bartender"),
        entry("Danny Trejo", "Navajas", "Danny Trejo as Navajas"),
        entry("Carlos Gallardo", "Campa", "Carlos Gallardo as Campa"),
        entry("Albert Michel Jr.", "Quino", "Albert Michel Jr. as Quino"),
        entry("Quentin Tarantino", "the pick-up guy", "Quentin Tarantino as the pick-up guy (cameo)", note="cameo"),
    )


def _reviews(wiki: Document, own: Document) -> tuple[Review, ...]:
    def rating(raw: str, scale: str, value: Fraction | None, origin: RatingOrigin = RatingOrigin.GIVEN) -> Rating:
        return Rating(raw=raw, scale=scale, value=value, origin=origin)

    def judgement(
        critic: str | None, outlet: str | None, rated: Rating | None, stance: Stance | None, *evidence: Evidence,
        quotes: tuple[Evidence, ...] = (), praised: tuple[AspectMention, ...] = (), criticised: tuple[AspectMention, ...] = (),
        own: bool = False,
    ) -> Review:  # fmt: skip
        return Review(
            critic=critic,
            outlet=outlet,
            rating=rated,
            stance=stance,
            stance_probability=0.82 if stance else None,
            stance_origin=RatingOrigin.INTERPRETED if stance else None,
            quotes=quotes,
            praised=praised,
            criticised=criticised,
            published=None,
            own=own,
            evidence=evidence,
        )

    def aspect(document: Document, words: str) -> tuple[AspectMention, ...]:
        return (AspectMention(aspect=words, evidence=(cite(document, words),)),)

    gleiberman, ebert, mccabe = sentence(wiki, "graded it B"), sentence(wiki, "Roger Ebert"), sentence(wiki, "Bob McCabe")
    valdovinos = cite(wiki, "Nobody shoots a bar to pieces with such cheer, and nobody in it is left to care about.")
    return (
        judgement(
            "Owen Gleiberman", "Entertainment Weekly", rating("B", "letters", Fraction(3, 4), RatingOrigin.CONVERTED), Stance.MIXED, gleiberman,
            praised=aspect(wiki, "action sequences"),
        ),
        judgement("Roger Ebert", "Chicago Sun-Times", rating("two stars out of four", "4", Fraction(1, 2)), Stance.NEGATIVE, ebert, criticised=aspect(wiki, "a story")),
        judgement("Ines Valdovinos", "Harbour Film Letter", rating("6/10", "10", Fraction(3, 5)), Stance.MIXED, sentence(wiki, "Ines Valdovinos"), valdovinos, quotes=(valdovinos,)),
        judgement("Bob McCabe", "Empire", rating("four stars out of five", "5", Fraction(4, 5)), Stance.POSITIVE, mccabe),
        judgement("Per Halvorsen", "Nordlys", rating("7", "unknown", None), None, cite(wiki, "Per Halvorsen | Nordlys | 7")),
        judgement(
            None, None, rating("★★★½", "5", Fraction(7, 10)), Stance.POSITIVE, cite(own, "★★★½ out of five"), sentence(own, "gunfights are exhilarating"),
            quotes=(cite(own, "The gunfights are exhilarating"), cite(own, "runs out of ideas before it runs out of bullets")),
            praised=(*aspect(own, "The gunfights"), *aspect(own, "Antonio Banderas")), criticised=aspect(own, "The last act"), own=True,
        ),
    )  # fmt: skip


def _aggregators(wiki: Document) -> tuple[AggregatorClaim, ...]:
    tomatoes = AggregatorScore(
        name="Rotten Tomatoes", approval=70, reviews=54, average=6.5, average_max=10, consensus="almost too much action"
    )
    return (
        AggregatorClaim(
            score=tomatoes,
            check="possible: 38 of 54",
            evidence=(sentence(wiki, "Rotten Tomatoes"), cite(wiki, "almost too much action")),
        ),
        AggregatorClaim(
            score=AggregatorScore(name="A trade leaflet", approval=71, reviews=54, as_of="1995-09"),
            check="impossible: no whole number of 54 reviews gives 71 %",
            evidence=(sentence(wiki, "trade leaflet"),),
        ),
        AggregatorClaim(
            score=AggregatorScore(name="IMDb", average=7.1, average_max=10, audience=True),
            check="",
            evidence=(sentence(wiki, "Readers of IMDb"),),
        ),
    )


def _story(
    wiki: Document,
) -> tuple[tuple[Character, ...], tuple[CharacterRelation, ...], tuple[Event, ...], tuple[DialogueLine, ...]]:
    knives, cut = sentence(wiki, "throwing knives"), sentence(wiki, "In a scene that was cut")
    friends = sentence(wiki, "his friends Campa")
    characters = (
        Character(
            name="El Mariachi", aliases=("a huge Mexican with a guitar case",), played_by="Antonio Banderas", description="",
            evidence=(sentence(wiki, "El Mariachi is looking"), sentence(wiki, "huge Mexican")),
        ),
        Character(name="Bucho", aliases=(), played_by="Joaquim de Almeida", description="a dealer", evidence=(sentence(wiki, "the dealer"),)),
        Character(name="the woman he loved", aliases=(), played_by=None, description="killed by Bucho", evidence=(cite(wiki, "the woman he loved"),)),
    )  # fmt: skip
    relations = tuple(
        CharacterRelation(a=name, relation="friend", b="El Mariachi", confidence=0.9, evidence=(friends,))
        for name in ("Campa", "Quino")
    )

    def event(order: int, verb: str, agent: str, patient: str | None, evidence: Evidence, **more: str | bool) -> Event:
        place, instrument = more.get("place"), more.get("instrument")
        return Event(
            order=order, verb=verb, agent=agent, patient=patient, place=str(place) if place else None,
            instrument=str(instrument) if instrument else None, deleted_scene=bool(more.get("deleted", False)), confidence=0.8, evidence=(evidence,),
        )  # fmt: skip

    events = (
        event(1, "take in", "Carolina", "El Mariachi", sentence(wiki, "taken in by")),
        event(2, "kill", "Navajas", "Buscemi", knives, place="outside the church", instrument="throwing knives"),
        event(3, "call", "El Mariachi", "Campa and Quino", friends),
        event(4, "blow a hole", "El Mariachi", "his own guitar", cut, deleted=True),
    )
    dialogue = (DialogueLine(speaker="Bucho", words="All this over a song?", evidence=(cite(wiki, "All this over a song?"),)),)
    return characters, relations, events, dialogue


def _set_aside(wiki: Document) -> tuple[SetAside, ...]:
    julia = Claim.make(
        subject="desperado/0",
        predicate=Predicate.CAST,
        value=CastMember(actor="Raúl Juliá", character="Bucho"),
        evidence=(sentence(wiki, "Raúl Juliá"),),
        extractor="cast",
        confidence=0.9,
        polarity=Polarity.PLANNED,
    )
    leaflet = Claim.make(
        subject="desperado/0",
        predicate=Predicate.REVIEW,
        value=CriticReview(
            critic="Ines Valdovinos",
            quotes=(cite(wiki, "such cheer"),),
            praised=(AspectMention(aspect="cheer", evidence=(cite(wiki, "such cheer"),)),),
            stance=Stance.POSITIVE,
            stance_probability=0.5,
        ),
        evidence=(cite(wiki, "such cheer"),),
        extractor="reviews",
        confidence=0.41,
    )
    return (
        SetAside(claim=julia, reason="planned, not done"),
        SetAside(claim=leaflet, reason="part of a longer quotation of the same critic"),
    )


def desperado() -> FilmRecord:
    """Every kind of statement a record can hold."""
    wiki, own, press = encyclopedia(), review(), press_notes()
    characters, relations, events, dialogue = _story(wiki)
    trilogy = sentence(wiki, "Mexico trilogy")
    earlier = (trilogy, sentence(own, "It goes on where"))
    return FilmRecord(
        film=FilmIdentity(
            id="desperado-1995", title="Desperado", year=1995, aliases=("Pistolero",), identifiers=("imdb:tt0112851",),
            evidence=(cite(wiki, "Desperado is a 1995 American"), cite(own, "Desperado (1995)")),
        ),
        documents=(summary(wiki, DocumentKind.ENCYCLOPEDIA), summary(own, DocumentKind.REVIEW), summary(press, DocumentKind.PRESS)),
        facts=_facts(wiki, own, press),
        cast=_cast(wiki, own),
        characters=characters,
        relations=relations,
        events=events,
        dialogue=dialogue,
        connections=(
            FilmConnection(relation=Relation.SEQUEL_TO, film="El Mariachi", year=1992, status=Status.CORROBORATED, confidence=0.96, evidence=earlier),
            FilmConnection(
                relation=Relation.FOLLOWED_BY, film="Once Upon a Time in Mexico", year=2003, status=Status.STATED, confidence=0.9, evidence=(trilogy,)
            ),
        ),
        aggregators=_aggregators(wiki),
        reviews=_reviews(wiki, own),
        reception=Reception(
            reviews=6, positive=2, mixed=2, negative=1, approval=40.0, approval_interval=(11.8, 76.9), rated=5, mean=67.0,
            note="stance of 5 of 6: 5 read out of words; 1 without a stance",
        ),
        conflicts=(
            Conflict(
                about="what the woman owns", weight=0.9,
                values=(
                    ConflictValue(value="bookstore", evidence=(sentence(wiki, "runs a bookstore"),)),
                    ConflictValue(value="library", evidence=(sentence(own, "ruined library"),)),
                ),
            ),
            Conflict(
                about="runtime_minutes", weight=0.2,
                values=(
                    ConflictValue(value="104", evidence=(cite(wiki, "Running time: 104 minutes"),)),
                    ConflictValue(value="106", evidence=(sentence(press, "Running time: 106"),)),
                ),
            ),
        ),
        suggestions=(fact(Predicate.WRITER, "Los Lobos", sentence(wiki, "wrote and played the score"), confidence=0.31),),
        set_aside=_set_aside(wiki),
    )  # fmt: skip


def record(documents: tuple[DocumentSummary, ...], facts: tuple[Fact, ...] = (), title: str = "Desperado") -> FilmRecord:
    """A record of facts alone."""
    return FilmRecord(
        film=FilmIdentity(id="desperado-1995", title=title, year=1995), documents=documents, facts=facts, cast=(), characters=(), relations=(),
        events=(), dialogue=(), connections=(), aggregators=(), reviews=(), reception=EMPTY_RECEPTION, conflicts=(), suggestions=(), set_aside=(),
    )  # fmt: skip


def silent() -> FilmRecord:
    """One press note and its director."""
    press = press_notes()
    return record(
        (summary(press, DocumentKind.PRESS),),
        (fact(Predicate.DIRECTOR, "Robert Rodriguez", cite(press, "Directed by Robert Rodriguez.")),),
    )


def hostile() -> FilmRecord:
    """Markup, scripts, right-to-left text and endless words wherever text can stand."""
    attack = "<script>window.broken = 1</script><img src=x onerror=alert(1)> ]]> --> {{ 7*7 }} </style></title>"
    text = f"{attack} \n\n“A” & 'b' \"c\" \u202e rtl \U0001f3ac {'w' * 400} שלום 电影 end."
    document = build("../../etc/<b>passwd</b>\x1b[31m.txt", text)
    evidence = (Evidence.cite(document, Span(0, 40)), Evidence.cite(document, Span(20, len(text) - 5)))
    return record(
        (summary(document, DocumentKind.OTHER),),
        (fact(Predicate.DIRECTOR, attack, *evidence), fact(Predicate.SONG, "w" * 300, evidence[1])),
        title=attack,
    )


def crowded(statements: int = 400, characters: int = 100_000) -> FilmRecord:
    """Many statements over one long document."""
    lines = [
        f"Song number {n} of the film was recorded in one night by band number {n} of the town." for n in range(characters // 80)
    ]
    document = build("long/article.txt", "\n\n".join(" ".join(lines[at : at + 8]) for at in range(0, len(lines), 8)))
    facts = tuple(
        fact(Predicate.SONG, f"Song number {n}", cite(document, f"Song number {n} of the film"), cite(document, lines[n]))
        for n in range(statements)
    )
    return record((summary(document, DocumentKind.OTHER),), facts)
