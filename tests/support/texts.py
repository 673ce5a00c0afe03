"""Documents about Desperado (1995), written for the tests.

The facts are the film's and the words are ours. The critics Ines Valdovinos and Per Halvorsen,
their outlets and the sentences quoted from them are invented.
"""

from hashlib import sha256

from filmdossier.model.text import BlockKind, Document, Evidence, Origin, Source, Span
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run


def _builder(path: str, media_type: str, title: str | None) -> DocumentBuilder:
    return DocumentBuilder(source=Source(origin=path, media_type=media_type, sha256=sha256(path.encode()).hexdigest()), title=title)


def encyclopedia() -> Document:
    """An article with an infobox, sections and a table of ratings."""
    b = _builder("desperado/encyclopedia.wiki", "text/x-wiki", "Desperado (film)")
    for label, values in [
        ("Directed by", ["Robert Rodriguez"]),
        ("Produced by", ["Bill Borden", "Robert Rodriguez"]),
        ("Starring", ["Antonio Banderas", "Salma Hayek", "Joaquim de Almeida", "Steve Buscemi", "Cheech Marin"]),
        ("Music by", ["Los Lobos"]),
        ("Cinematography", ["Guillermo Navarro"]),
        ("Production company", ["Los Hooligans Productions"]),
        ("Distributed by", ["Columbia Pictures"]),
        ("Release date", ["August 25, 1995"]),
        ("Running time", ["104 minutes"]),
        ("Country", ["United States"]),
        ("Budget", ["$7 million"]),
        ("Box office", ["$25.4 million"]),
    ]:
        b.field(label, values, origin=Origin.INFOBOX, template="infobox film")
    b.paragraph(
        "Desperado is a 1995 American action western written, co-produced, cut and directed by Robert Rodriguez. "
        "It is the second film of his Mexico trilogy: it continues El Mariachi (1992) and was followed by Once Upon a Time in Mexico (2003)."
    )
    b.heading(2, "Plot")
    b.paragraph(
        "A stranger named Buscemi walks into the Tarasco bar and tells of a huge Mexican with a guitar case. "
        "El Mariachi is looking for Bucho, the dealer who killed the woman he loved. "
        "Wounded in the street, he is taken in by Carolina, who runs a bookstore that nobody visits. "
        "Outside the church a man with throwing knives, Navajas, kills Buscemi. "
        "El Mariachi calls his friends Campa and Quino, who arrive with guitar cases of their own. "
        'At the gate of the ranch Bucho laughs: "All this over a song?"'
    )
    b.paragraph("In a scene that was cut, El Mariachi blows a hole through his own guitar.")
    b.heading(2, "Cast")
    for item in [
        "Antonio Banderas as El Mariachi",
        "Salma Hayek as Carolina",
        "Joaquim de Almeida as Bucho",
        "Steve Buscemi as Buscemi",
        "Cheech Marin as the short bartender",
        "Danny Trejo as Navajas",
        "Carlos Gallardo as Campa",
        "Albert Michel Jr. as Quino",
        "Quentin Tarantino as the pick-up guy (cameo)",
    ]:
        b.paragraph(item, kind=BlockKind.LIST_ITEM, level=1)
    b.heading(2, "Production")
    b.paragraph(
        "Shooting took place in Ciudad Acuña, in the Mexican state of Coahuila. Raúl Juliá was first cast as Bucho but fell ill before the shoot."
    )
    b.heading(3, "Music")
    b.paragraph(
        "Los Lobos wrote and played the score; Dire Straits, Link Wray and Carlos Santana can also be heard on the soundtrack. "
        "Banderas himself sings “Canción del Mariachi”. "
        "The band won a Grammy Award for Best Pop Instrumental Performance with “Mariachi Suite”."
    )
    b.heading(2, "Reception")
    b.paragraph(
        "On Rotten Tomatoes 70% of 54 critics recommend the film, and their ratings average 6.5/10. "
        'The consensus there finds "almost too much action", yet a charismatic lead. '
        "A trade leaflet of the time speaks of 71% of 54 critics. "
        "Readers of IMDb give it 7.1 out of 10. "
        "Owen Gleiberman of Entertainment Weekly graded it B, enjoying the action sequences more than the characters. "
        "Roger Ebert of the Chicago Sun-Times gave two stars out of four and missed a story behind the skill. "
        'Ines Valdovinos of the Harbour Film Letter (6/10) wrote: "Nobody shoots a bar to pieces with such cheer, and nobody in it is left to care about." '
        "Bob McCabe of Empire gave it four stars out of five."
    )
    b.row(
        [
            CellDraft(label, [[Run(value)]])
            for label, value in (("Critic", "Per Halvorsen"), ("Outlet", "Nordlys"), ("Rating", "7"))
        ],
        origin=Origin.RATINGS,
    )
    return b.build()


def review() -> Document:
    """A review in Markdown with front matter: the document is itself an opinion."""
    b = _builder("desperado/review.md", "text/markdown", "Guns in a guitar case")
    b.field("title", ["Desperado (1995)"], origin=Origin.FRONT_MATTER)
    b.field("rating", ["★★★½ out of five"], origin=Origin.FRONT_MATTER)
    b.heading(1, "Guns in a guitar case")
    b.paragraph(
        "Robert Rodriguez directed, wrote and cut this second helping of his mariachi, and the joy of a boy with a bigger box of fireworks is in every frame. "
        "The gunfights are exhilarating: half ballet, half slapstick, with a debt to John Woo paid in spent cartridges and one to Sergio Leone in close-ups of eyes."
    )
    b.paragraph(
        "Antonio Banderas moves like a dancer and finally gets the lead that Hollywood owed him. "
        "Salma Hayek, as the owner of the town's ruined library, brings the only daylight into a film of bars and back rooms. "
        "The last act, sadly, runs out of ideas before it runs out of bullets."
    )
    b.paragraph("It goes on where El Mariachi stopped, and it is in English and Spanish.")
    return b.build()


def press_notes() -> Document:
    """Press notes in plain text."""
    b = _builder("desperado/press-notes.txt", "text/plain", None)
    b.paragraph("DESPERADO")
    b.paragraph(
        "Columbia Pictures presents a Los Hooligans production. Directed by Robert Rodriguez. "
        "Director of photography: Guillermo Navarro. Running time: 106 minutes."
    )
    b.paragraph("First shown at the Cannes film festival in May 1995, out of competition. In cinemas on August 25, 1995.")
    return b.build()


def cite(document: Document, quote: str, occurrence: int = 0) -> Evidence:
    """The evidence for the words ``quote`` of a document, which must stand there."""
    start = -1
    for _ in range(occurrence + 1):
        start = document.text.index(quote, start + 1)
    return Evidence.cite(document, Span(start, start + len(quote)))


def sentence(document: Document, quote: str) -> Evidence:
    """The evidence for the line or sentence that holds the words ``quote``."""
    at = document.text.index(quote)
    start = max(document.text.rfind(mark, 0, at) + len(mark) if mark in document.text[:at] else 0 for mark in (". ", "\n", '" '))
    ends = [document.text.find(mark, at + len(quote) - 1) for mark in (". ", "\n")]
    end = min([found for found in ends if found >= 0] or [len(document.text)])
    if document.text[end : end + 1] == ".":
        end += 1
    return Evidence.cite(document, Span(start, end))


def build(path: str, text: str) -> Document:
    """A plain document of ``text`` with no layout, exactly as given."""
    source = Source(origin=path, media_type="text/plain", sha256=sha256(text.encode()).hexdigest())
    return Document(id=sha256(f"{path}\0{text}".encode()).hexdigest()[:16], source=source, text=text)
