"""Reads remakes that are listed, or told after other words for making the film again.

"It was remade in Kannada as X (2014), in Telugu as Y and in Hindi as Z", "a Hindi remake of the film, titled X",
"two remakes followed, one in Turkey (X, 1967)", "it was the basis of the American film X": this film is what is made
again, and the titles stand behind, in a list whose items may begin or end with a language, a country or a year.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.claims import link_claims
from filmdossier.extract.named_things import other_subject, title_at
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import Work, is_older, is_own, works_in
from filmdossier.model.annotations import Annotations, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Relation
from filmdossier.model.text import MarkKind, Span

_THIS = r"(?:it|(?:the|this) (?:film|movie|picture|story|original)|TITLE)\b"
_COUNT = r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Mm]any|[Vv]arious|[Oo]ther)"
_REMADE = (
    r"\b(?:was|were|is|has been|have been|had been|been|being|and) (?:(?:later|also|subsequently|then|twice|again|first|officially|unofficially|soon|itself) )*(?:remade|re-made|refilmed)\b",
    rf"\b(?:remade|re-made|remake|remakes|refilmed) {_THIS}",
    rf"\b(?:remakes?|remade versions?|(?:new|later|further|second|third|foreign|sound|colour|color) (?:film )?versions?) (?:of|to) {_THIS}",
    rf"\b{_COUNT} (?:[\w-]+ )?remakes (?:followed|exist|have been made|were (?:made|produced|filmed|released)|appeared|came)\b",
    r"\b(?:[Aa]n?|[Tt]he) (?:[\w-]+ ){0,3}remake (?=(?:starring|with|directed|produced|made|set|by|from|was|is|appeared|followed|opened)\b[^.;]{2,90} (?:as|under the title|titled|called|entitled)\b)",
    r"\b(?:was|were|served as|became|formed|provided|is) (?:\w+ ){0,2}the (?:basis|source|model) (?:of|for) (?=(?:the|an?) (?:[\w-]+ ){0,4}(?:film|movie|picture|remake)\b)",
    r"\b[Ff]ilm was (?:(?:later|also|subsequently|then|again) )*(?:adapted|turned|made) (?=(?:as|into)\b)",
    r"\b(?:plot|story|script|screenplay) (?:was|were) (?:(?:later|also|subsequently|then|again) )*(?:re-?used|recycled|filmed|made|shot|used|adapted)(?: (?:again|anew|once more|afresh|over))? (?=(?:as|for|in|into)\b)",
)
# What may stand between those words and the first title: languages, countries, years, makers, a number of remakes.
_FIRST_GAP = re.compile(
    r"(?:[^.;()]{0,90}?(?:\bas|\bunder the titles?(?: of)?|\btitled|\bcalled|\bentitled|\bnamed|\bnamely|\bincluding|\binto|:|\(|[—–-])|[^.;:()]{0,60}?\b(?:film|movie|picture|western|Western|thriller|comedy|musical|drama),?)"
    r"(?: (?:(?:both|the|an?|in|for|his|her|their|\d{4}|[A-Z][\w-]+|[a-z-]+ (?:film|movie)|film|movie|western|comedy|musical|drama|thriller|version) ){0,5})? ?[\"“‘_]?"
)
_LANGUAGE = r"(?:[A-Z][\w-]+(?: and [A-Z][\w-]+)?(?: language)?|the [A-Z][\w-]+(?: [A-Z][\w-]+)?|\d{4})"
_NEXT_GAP = re.compile(
    rf"[’'\"”]{{0,2}}(?:,? ?\([^()]{{0,60}}\)|, \d{{4}}\)?|\))?(?: (?:in|for|by|with|starring|from|directed by) [^,;.()]{{1,45}}?)?(?:, (?:starring|directed by|with) [^,;.()]{{1,45}})?"
    rf"(?:,|;|,? and|,? as well as|,? then|, and then)(?:,? (?:most recently|finally|lastly|eventually),)?(?: (?:again|later|then|once more|finally|also|subsequently))?(?: (?:one )?(?:in|into|for) {_LANGUAGE})?(?: in \d{{4}})?(?: (?:as|called|titled))?(?: the)?(?: \d{{4}})?(?: [A-Z]\w+ (?:film|remake|version))? ?[(\"“‘_]?"
)
_UNMADE = re.compile(
    r"\b(?:planned|proposed|announced|cancell?ed|unmade|in (?:the works|development)|rights|never|wanted|hoped|would|to be|may be|might|could|stage|Broadway|opera|radio|television series|TV series|novel|play)\b"
)


def remade_lists(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on the remakes that one sentence lists."""
    text, span = annotations.document.text, sentence.span
    if sentence.role in (Role.PLOT, Role.CAST, Role.AWARDS, Role.MUSIC):
        return
    for words in _REMADE:
        pattern = re.compile(words.replace("TITLE", re.escape(topic.title)))
        for match in pattern.finditer(text, span.start, span.end):
            reused = words.startswith((r"\b(?:plot", r"\b[Ff]ilm"))
            if other_subject(annotations, topic, span.start, match.start()) is not None or _UNMADE.search(
                text[max(span.start, match.start() - 40) : match.start()]
            ):
                continue
            works = _listed(annotations, topic, match.end(), span.end)
            # "the story was filmed in X" may as well be this film: only a year behind it tells.
            if reused and (not works or is_older(topic, works[0]) is not False):
                continue
            for work in works:
                between = text[match.end() : work.span.start]
                polarity = Polarity.PLANNED if _UNMADE.search(between) else polarity_of(text[span.start : match.start()][-60:])
                yield from link_claims(
                    annotations, topic, Relation.REMADE_AS, work.title, work.year, work.span, 0.75, polarity, "listed remake"
                )
            if works:
                return


def _listed(annotations: Annotations, topic: Topic, start: int, end: int) -> list[Work]:
    """The films of the list that begins behind ``start``; none older than this one."""
    text = annotations.document.text
    works = [work for work in works_in(annotations, topic, Span(start, end)) if not work.own] if end > start else []
    found: list[Work] = []
    position = start
    while True:
        gap_of = _NEXT_GAP if found else _FIRST_GAP
        work = next((one for one in works if one.span.start >= position), None)
        if work is None or not gap_of.fullmatch(text, position, work.span.start):
            work = _unmarked(annotations, topic, position, end, gap_of) or work
        if work is None or not gap_of.fullmatch(text, position, work.span.start):
            return found
        if work.film is False or is_older(topic, work) or not work.title[0].isalnum():
            return found
        found.append(work)
        position = work.span.end


def _unmarked(annotations: Annotations, topic: Topic, position: int, end: int, gap_of: re.Pattern[str]) -> Work | None:
    """A title behind "as" in a document that sets none in italics."""
    text = annotations.document.text
    if any(mark.kind is MarkKind.ITALIC for mark in annotations.document.marks):
        return None
    for lead in re.finditer(r"\b(?:as|called|titled|entitled|film|movie) ", text[position : min(end, position + 110)]):
        at = position + lead.end()
        title = title_at(text, at, end)
        if title is not None and gap_of.fullmatch(text, position, title.start) and not is_own(topic, title.of(text)):
            return Work(span=title, title=title.of(text), year=None, own=False, film=True, italic=False)
    return None
