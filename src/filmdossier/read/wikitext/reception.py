"""Renders templates that hold critics' and aggregators' scores: as the sentence the page shows, or as rows of ratings.

The page's own verdict words ("generally favorable reviews") follow from the score by the
aggregator's bands; they are not in the source and are not made up here.
"""

import re

from filmdossier.model.text import BlockKind, Origin
from filmdossier.read.builder import CellDraft, Run
from filmdossier.read.wikitext.calls import Call
from filmdossier.read.wikitext.inline import joined, plain
from filmdossier.read.wikitext.pieces import Boxed, Cite, Draft, Piece, Prose, TableRow, Text


def _number(call: Call, *names: str) -> str:
    """A figure as given, without a sign or maximum that the sentence adds itself."""
    return re.sub(r"\s*(?:%|/\s*(?:10|100))\s*$", "", call.text(*names))


def rotten_tomatoes(call: Call) -> list[Piece]:
    """{{Rotten Tomatoes prose|score|average|count|consensus}} as a sentence or two; figures not given are left out."""
    score, average, count = _number(call, "score", "1"), _number(call, "average", "2"), _number(call, "count", "3")
    if not score and not average and not count:
        return []
    sentence = "On Rotten Tomatoes, the film holds"
    if score:
        sentence += f" an approval rating of {score}%"
        sentence += f" based on {count} review{'' if count == '1' else 's'}" if count else ""
        sentence += f", with an average rating of {average}/10" if average else ""
    elif average:
        sentence += f" an average rating of {average}/10" + (f" based on {count} reviews" if count else "")
    else:
        sentence += f" {count} reviews"
    out: list[Piece] = [Text(f"{sentence}.")]
    consensus = call.pieces("consensus", "4")
    if consensus and call.text("consensus", "4").lower() not in ("yes", "no", "y", "n"):
        out += [Text(" The website's critics consensus reads: “"), *_unquoted(consensus), Text("”")]
    return out + _references(call)


def metacritic(call: Call) -> list[Piece]:
    """{{Metacritic film prose|score|count}} as a sentence."""
    score, count = _number(call, "score", "1"), _number(call, "count", "2")
    if not score:
        return []
    based = f", based on {count} critic{'' if count == '1' else 's'}" if count else ""
    return [Text(f"Metacritic assigned the film a weighted average score of {score} out of 100{based}."), *_references(call)]


def _references(call: Call) -> list[Piece]:
    """The citations of ``ref=<ref>…</ref>``; words there ("yes") ask the page for a citation of its own."""
    return [piece for piece in call.pieces("ref", "refs", "cite") if isinstance(piece, Cite)]


def _unquoted(pieces: list[Piece]) -> list[Piece]:
    out = list(pieces)
    if out and isinstance(out[0], Text) and out[0].text[:1] in '"“':
        out[0] = Text(out[0].text[1:], out[0].marks, out[0].raw)
    if out and isinstance(out[-1], Text) and out[-1].text[-1:] in '"”':
        out[-1] = Text(out[-1].text[:-1], out[-1].marks, out[-1].raw)
    return out


_SITES = {
    "rt": "Rotten Tomatoes", "mc": "Metacritic", "gr": "GameRankings", "oc": "OpenCritic", "allmovie": "AllMovie", "ign": "IGN", "gspot": "GameSpot", "gi": "Game Informer",
    "empire": "Empire", "ew": "Entertainment Weekly", "rs": "Rolling Stone", "variety": "Variety", "total film": "Total Film", "egm": "Electronic Gaming Monthly",
    "edge": "Edge", "fam": "Famitsu", "eurog": "Eurogamer", "gpro": "GamePro", "nl": "Nintendo Life", "pcgus": "PC Gamer", "tf": "Total Film",
}  # fmt: skip


def ratings_box(call: Call) -> list[Piece]:
    """{{Film reviews}}, {{Album ratings}}, {{Video game reviews}}: one row per publication."""
    drafts: list[Draft] = []
    for site, label in _SITES.items():
        if call.has(site):
            drafts.append(_row([Run(label)], call.pieces(site)))
    for key in call.keys:
        match = re.fullmatch(r"(rev|review|award|aggregator) ?(\d+)", key)
        if match is None or match.group(1) == "award":
            continue
        score = call.pieces(f"{key}score", f"{key} score", f"rev{match.group(2)}score", f"rev{match.group(2)} score")
        if score:
            drafts.append(_row(joined(call.pieces(key)), score))
    subtitle = call.pieces("subtitle")
    if drafts and subtitle:
        drafts.insert(0, Prose(BlockKind.CAPTION, joined(subtitle), Origin.RATINGS))
    return [Boxed(drafts, floating=True)] if drafts else []


def _row(publication: list[Run], score: list[Piece]) -> TableRow:
    template = "ratings"
    rating = joined(score)
    if not plain(rating).strip():
        rating = [Run("—"), *rating]
    return TableRow([CellDraft("publication", [publication]), CellDraft("rating", [rating])], Origin.RATINGS, template)


RENDERINGS = {
    **dict.fromkeys(("rotten tomatoes prose", "rotten tomatoes score prose", "rt prose", "rt", "rt film prose"), rotten_tomatoes),
    **dict.fromkeys(("metacritic film prose", "mc film", "metacritic prose", "mc film prose", "metacritic tv prose", "mc prose"), metacritic),
    **dict.fromkeys((
        "film reviews", "film ratings", "album ratings", "album reviews", "music ratings", "video game reviews", "vg reviews", "game ratings", "vgratings",
        "film and game ratings", "professional ratings", "television ratings box", "tv reviews", "video game multiple console reviews", "film and game reviews",
    ), ratings_box),
}  # fmt: skip
