"""Knows who is who among the names in reviews: full names behind surnames, and the film's own people.

What the director or the cast say of their film is no review; what a critic called by surname alone
says belongs to the critic named in full elsewhere in the document.
"""

import re
from dataclasses import dataclass, field

from filmdossier.model.annotations import Annotations, MentionKind, Topic
from filmdossier.model.text import BlockKind, Origin, Span

_CAST = re.compile(r"\b(?:cast|characters|starring|voice)\b", re.IGNORECASE)
_GENERATION = re.compile(r",? (?:Jr|Sr)\.?$|,? (?:II|III|IV)$")


# Critics whom everybody calls by name alone: what they are reported to say of a film is a review.
WELL_KNOWN = frozenset(
    ["Roger Ebert", "Gene Siskel", "Pauline Kael", "Vincent Canby", "Bosley Crowther", "Andrew Sarris", "Leonard Maltin", "Janet Maslin", "A. O. Scott", "Manohla Dargis",
     "Peter Bradshaw", "Mark Kermode", "Philip French", "Derek Malcolm", "Alexander Walker", "Dilys Powell", "C. A. Lejeune", "Graham Greene", "Richard Roeper", "Jonathan Rosenbaum",
     "J. Hoberman", "Dave Kehr", "Stanley Kauffmann", "Manny Farber", "James Agee", "Otis Ferguson", "Rex Reed", "Judith Crist", "Richard Schickel", "Richard Corliss",
     "David Denby", "Anthony Lane", "Kenneth Turan", "Todd McCarthy", "Owen Gleiberman", "Peter Travers", "David Ansen", "Charles Champlin", "Kevin Thomas", "Desson Howe",
     "Rita Kempley", "Leslie Halliwell", "David Thomson", "David Edelstein", "Stephanie Zacharek", "Ann Hornaday", "Justin Chang", "James Berardinelli", "Leonard Klady", "Joe Morgenstern",
     "Frank Nugent", "Frank S. Nugent", "Mordaunt Hall", "Renata Adler", "Penelope Gilliatt", "Molly Haskell", "Tom Milne", "Geoff Andrew", "Kim Newman", "Barry Norman",
     "André Bazin", "Serge Daney", "Louella Parsons", "Hedda Hopper", "Taran Adarsh", "Khalid Mohamed", "Raja Sen", "Baradwaj Rangan", "Anupama Chopra", "Rajeev Masand"]
)  # fmt: skip

# Makers of films whose praise of others' films is often told, and who never reviewed any for a living.
MAKERS = frozenset(
    ["Martin Scorsese", "Quentin Tarantino", "Steven Spielberg", "Guillermo del Toro", "Stanley Kubrick", "Wes Anderson", "Francis Ford Coppola", "George Lucas", "David Lynch", "David Fincher",
     "Christopher Nolan", "Edgar Wright", "Alfred Hitchcock", "Orson Welles", "Akira Kurosawa", "Ingmar Bergman", "Federico Fellini", "Andrei Tarkovsky", "Luis Buñuel", "John Ford",
     "Howard Hawks", "Billy Wilder", "Sidney Lumet", "Robert Altman", "William Friedkin", "Brian De Palma", "John Carpenter", "George A. Romero", "Wes Craven", "James Cameron",
     "Ridley Scott", "Terry Gilliam", "Spike Lee", "Jim Jarmusch", "Richard Linklater", "Paul Thomas Anderson", "Joel Coen", "Ethan Coen", "Steven Soderbergh", "Kathryn Bigelow",
     "Greta Gerwig", "Sofia Coppola", "Ari Aster", "Robert Eggers", "Jordan Peele", "Rian Johnson", "J. J. Abrams", "Peter Jackson", "Sam Raimi", "James Wan",
     "Denis Villeneuve", "Darren Aronofsky", "Bong Joon-ho", "Park Chan-wook", "Hayao Miyazaki", "Takashi Miike", "Wong Kar-wai", "Pedro Almodóvar", "Lars von Trier", "Michael Haneke",
     "Werner Herzog", "Wim Wenders", "Satyajit Ray", "Mrinal Sen", "Anurag Kashyap", "Mani Ratnam", "S. S. Rajamouli", "Ram Gopal Varma", "Gautham Vasudev Menon", "Karan Johar",
     "Mel Brooks", "Woody Allen", "Clint Eastwood", "Oliver Stone", "Michael Mann", "Walter Hill", "Tobe Hooper", "Dario Argento", "Sergio Leone", "Jean Renoir"]
)  # fmt: skip


def surname(name: str) -> str:
    """The last word of a name that is neither a generation nor an initial."""
    words = _GENERATION.sub("", name).split()
    while len(words) > 1 and len(words[-1].rstrip(".")) <= 1:
        words.pop()
    return words[-1] if words else name


def could_review(name: str) -> bool:
    """Whether the name can be a person's or a publication's at all: no prize, studio or medium."""
    return not _NO_REVIEWER.search(name)


def is_common(name: str) -> bool:
    """Whether a capitalised word is no name at all but one that sentences about reviews begin with."""
    return _COMMON.fullmatch(name) is not None


def film_people(annotations: Annotations, topic: Topic) -> frozenset[str]:
    """Names of the film's makers and players, as the infobox, the cast list and the opening give them."""
    names: set[str] = set()
    text = annotations.document.text
    for block in annotations.blocks_in(topic.passage):
        spans: list[Span] = []
        if block.kind is BlockKind.FIELD and block.origin is Origin.INFOBOX and not _PICTURE.search(block.label):
            spans = [item for cell in block.cells for item in cell.items]
        elif block.section and _CAST.search(block.section[-1]) and block.kind in (BlockKind.LIST_ITEM, BlockKind.ROW):
            spans = [Span(block.span.start, min(block.span.end, block.span.start + 80))]
        elif not block.section and block.kind is BlockKind.PARAGRAPH and block.origin is Origin.BODY:
            spans = [
                Span(block.span.start + match.start("names"), block.span.start + match.end("names"))
                for match in _CREDITS.finditer(block.span.of(text)[:3000])
            ]
        for span in spans:
            names.update(mention.surface for mention in annotations.mentions_in(span, MentionKind.PERSON, MentionKind.NAME))
    return frozenset(name for name in names if len(name) > 3)


_COMMON = re.compile(
    r"(?:Reviewers?|Critics?|Audiences?|Viewers?|Fans?|Filmmakers?|Reviews?|Readers?|Users?|Overall|Rating|Verdict|Meanwhile|Conversely|Contemporary|Retrospective|Modern|Early|Staff)"
)
_PICTURE = re.compile(r"caption|image|alt|poster|name", re.IGNORECASE)
_NO_REVIEWER = re.compile(
    r"^(?:DVD|Blu-ray|VHS|TV|HD|3D|CD)(?: (?:Release|release|Set|set|Edition|Commentary))?$|"
    r"^(?:Best|Worst|Most|Academy|Oscars?|Hollywood|Christmas|God|America|American|English|French|German|Indian|British|European)\b|"
    r"\b(?:Awards?|Prize|Festival|Academy|Feature|Globes?|Oscars?|Picture|Pictures|Force|War|Studios?|Productions|Guild|Board|Registry|Congress|University|College|Church)$|^(?:University|College|School|Institute|Department|Faculty) of\b"
)
_CREDITS = re.compile(
    r"\b(?:(?:film|movie|picture)(?= by)|directed|written|produced|composed|edited|co-written|scored|shot|adapted)(?:,? (?:and|directed|written|produced|edited|co-written|composed|,))* by (?P<names>[^.;()]{3,160})"
)


@dataclass(slots=True)
class People:
    """The critics met so far in a document, by surname."""

    crew: frozenset[str]
    known: dict[str, str] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    critics: set[str] = field(default_factory=set)
    _crew_surnames: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._crew_surnames = frozenset(surname(name) for name in self.crew)

    def meet(self, name: str, outlet: str | None) -> None:
        """Remembers a critic named in full, and where they wrote."""
        if len(name.split()) > 1:
            self.known.setdefault(surname(name), name)
        if outlet:
            self.outlets.setdefault(name, outlet)

    def full(self, name: str) -> str | None:
        """The full name behind ``name``; None for a single word that is no critic's surname."""
        if len(name.split()) > 1:
            known = self.known.get(surname(name))
            # "Mr. Ebert", "Ebert's colleague": the known form where one is part of the other.
            return known if known is not None and (name in known or known in name) else name
        return self.known.get(name)

    def is_crew(self, name: str) -> bool:
        """Whether the name is one of the film's own people."""
        if name in self.crew:
            return True
        return len(name.split()) == 1 and name in self._crew_surnames and name not in self.known
