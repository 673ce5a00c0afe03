"""Random pages about films, in every text format: known shapes, broken ones, and noise between them."""

from dataclasses import dataclass
from hashlib import sha256

from hypothesis import strategies as st

from filmdossier.model.text import Source

_PEOPLE = st.sampled_from(
    ["Robert Rodriguez", "Salma Hayek", "Raúl Juliá", "Céline Sciamma", "Z. İnanç", "O'Neill", "Bong Joon-ho", "D. W. Griffith"]
)
_TITLES = st.sampled_from(["Desperado", "M", "Scarface", "The Killers", "8½", "Amélie", "İstanbul", "Se7en"])
_CHARACTERS = st.sampled_from(["Carolina", "El Mariachi", "the bartender", "Tony “Scarface” Camonte", "himself"])
_NOISE = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
_SIGNS = st.text(st.sampled_from("[]{}|='\"“”‘’<>&()*#_—…\n\t [1][2]"), max_size=20)


@st.composite
def _sentence(draw: st.DrawFn) -> str:
    title, person, other, character = draw(_TITLES), draw(_PEOPLE), draw(_PEOPLE), draw(_CHARACTERS)
    year, number = draw(st.integers(1900, 2030)), draw(st.integers(0, 300))
    return draw(
        st.sampled_from(
            [
                f"{title} is a {year} American crime film directed by {person} and written by {person} and {other}.",
                f"It stars {person} as {character} and {other}.",
                f"{title} was not directed by {person}.",
                f"{person} was originally cast as {character}, but {other} took the part.",
                f"It is a remake of {title} ({year - 20}) and was followed by {title} 2.",
                f"On Rotten Tomatoes, {number}% of {number} critics liked it, with an average of {number % 10}.5/10.",
                f'{person} of The Daily Page wrote, "It is big, and it is daft.',
                f'"[{number}] {person} of Empire gave it {number % 6} out of 5 stars.',
                f"The film grossed ${number} million against a budget of ${number},000 and runs {number} minutes.",
                f"It was shot in Ciudad Acuña and released on March {number % 40}, {year}.",
                f"In the plot, {character} owns a bookstore and kills {character}.",
                f"Director: {person}",
                f"{person} as {character}",
            ]
        )
    )


@dataclass(frozen=True)
class Page:
    """The bytes of a file, and where it came from."""

    raw: bytes
    source: Source


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """A page of one of the text formats."""
    title, person, year = draw(_TITLES), draw(_PEOPLE), draw(st.integers(1900, 2030))
    paragraphs = draw(st.lists(st.lists(st.one_of(_sentence(), _NOISE, _SIGNS), max_size=4).map(" ".join), max_size=6))
    heading = draw(st.sampled_from(["Plot", "Cast", "Reception", "Music", "Production", ""]))
    suffix = draw(st.sampled_from(["txt", "md", "html", "wikitext"]))
    parts = {
        "txt": [f"{title} ({year} film)", "", *paragraphs, heading, "", *paragraphs],
        "md": [
            "---",
            f'title: "{title}"',
            f"year: {year}",
            "grade: B+",
            "---",
            f"# {title}",
            *paragraphs,
            f"## {heading}",
            *paragraphs,
        ],
        "html": [
            f"<title>{title} ({year})</title><table class='infobox'><tr><th>Directed by</th><td>{person}<br>",
            f"{person}</td></tr></table>",
            *(f"<p>{paragraph}</p>" for paragraph in paragraphs),
            f"<h2>{heading}</h2><ul><li>{person} as <i>Carolina</i></li></ul>",
        ],
        "wikitext": [
            f"{{{{Infobox film | name = {title} | director = [[{person}]] | starring = {{{{ubl|{person}|{person}}}}}",
            f"| released = {{{{Film date|{year}|3|9}}}} | runtime = 95 minutes }}}}",
            f"'''''{title}''''' is a {year} film.<ref>{{{{cite web|author={person}|title=A}}}}</ref>",
            *paragraphs,
            f"== {heading} ==",
            f"* [[{person}]] as Carolina",
        ],
    }[suffix]
    raw = "\n\n".join(parts).encode()
    return Page(raw, Source(origin=f"page.{suffix}", media_type="", sha256=sha256(raw).hexdigest()))
