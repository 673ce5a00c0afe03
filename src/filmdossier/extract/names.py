"""Reads lists of names after a word ("directed by A, B and C") and completes short forms."""

import re
from collections import Counter
from collections.abc import Iterator

from filmdossier.model.annotations import Annotations, Mention, MentionKind
from filmdossier.model.text import Span

NAMES = (MentionKind.PERSON, MentionKind.NAME, MentionKind.ORGANISATION)
_BETWEEN = re.compile(
    r"(?:['’]s?)?\s*(?:\([^()]{0,80}\)|\[[^\]]{0,12}\])?\s*(?:,\s*(?:and|&|along with|as well as|together with)?|and|&|along with|as well as|together with|/)\s*(?:brothers |sisters |screenwriters? |his wife |her husband |writer |producers? )?$"
)
# "by A, and B, who died soon after, wrote": the second name opens a clause of its own.
_ITS_SUBJECT = re.compile(
    r", (?:who|whose|whom)\b[^,.;]{2,80}, (?:(?:\w+ly|also|then) )?[a-z]+(?:ed|s)\b|, (?:who|whose|whom)\b[^,.;]{2,80}, (?:wrote|did|made|took|gave|left|shot|cut)\b"
)
# "shot in colour by A, B is the boy": after a mere comma the next name has a verb of its own.
_ACTS_ITSELF = re.compile(r" (?:is|was|plays|played|has|had|makes|made|appears|stars)\b")
_NEW_CLAUSE = re.compile(r",\s+and\s+")
_DESCRIBES = re.compile(
    r"(?:['’]s)? (?:(?!and\b|or\b|with\b|by\b)[\w-]+ ){0,3}?(?:producer|creator|writer|director|pilot|star|author|novelist|veteran|regular|alum|alumnus|actor|actress|founder|"
    r"editor|composer|screenwriter|filmmaker|cinematographer|journalist|head|executive|president|singer|musician|playwright|historian)s? "
)


_INVERTED = re.compile(
    r"(?P<surname>[^\W\d_a-z](?:[^\W\d_a-z]|['’](?=[^\W\d_a-z]))+(?:[ '’-][^\W\d_a-z]+)*), (?P<given>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})"
)
_PARTICLES = frozenset({"de", "la", "von", "van", "der", "den", "di", "da", "del", "du", "le", "y"})


def inverted_at(text: str, start: int, end: int) -> Span | None:
    """The name that an archive writes "FISHER, Gerald", surname in capitals, from ``start``; None without one."""
    match = _INVERTED.match(text, start, end)
    return Span(match.start(), match.end()) if match and not match["given"].isupper() else None


def put_right(name: str) -> str:
    """ "FISHER, Gerald" → Gerald Fisher; any other name as it is."""
    match = _INVERTED.fullmatch(name)
    if match is None or match["given"].isupper():
        return name
    surname = " ".join(
        word.lower() if word.lower() in _PARTICLES and number else _capitalised(word)
        for number, word in enumerate(match["surname"].split())
    )
    return f"{match['given']} {surname}"


def _capitalised(word: str) -> str:
    # O'HARA, MACKENDRICK, MACPHAIL: what follows Mc and O' is a capital; of Mac nobody can tell.
    plain = re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
    return re.sub(r"\bMc([a-z])", lambda part: f"Mc{part.group(1).upper()}", plain)


def names_from(annotations: Annotations, start: int, end: int, *, lead_in: int = 40) -> Iterator[Mention]:
    """The names in a list that begins within ``lead_in`` characters of ``start``, in order.

    Stops at the first gap that is more than a comma, "and", or a bracketed note.
    """
    text = annotations.document.text
    position: int | None = None
    works = list(annotations.mentions_in(Span(start, end), MentionKind.WORK))
    mentions = [
        one
        for one in _longest(annotations, Span(start, end))
        # "by Child's Play creator Don Mancini": the first word of a title is nobody.
        if one.kind is not MentionKind.NAME
        or not any(work.span.start <= one.span.start and one.span.end < work.span.end for work in works)
    ]
    for number, mention in enumerate(mentions):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        if following is not None and _DESCRIBES.fullmatch(text[mention.span.end : following.span.start]):
            continue  # "by Hammer producer Anthony Hinds": the first name describes the second
        gap = text[(start if position is None else position) : mention.span.start]
        if position is None:
            if (
                works
                and works[0].span.end <= mention.span.start
                and _DESCRIBES.fullmatch(text[works[0].span.end : mention.span.start])
            ):
                gap = ""  # the title says which creator
            if len(gap) > lead_in or re.search(r"[.;:()]|\b(?:and|that|which|who)\b", gap):
                return
        elif (
            not _BETWEEN.fullmatch(gap)
            or (gap == ", " and _ACTS_ITSELF.match(text, mention.span.end, end))
            or (_NEW_CLAUSE.fullmatch(gap) and _ITS_SUBJECT.match(text, mention.span.end, end))
        ):
            return
        yield mention
        position = mention.span.end


# Between a person and what he is of.
_BELONGING = re.compile(r",?\s+(?:formerly |late |once )?of\s+(?:the )?(?:(?:band|group|firm|company|studio|duo|trio) )?")


_CALLED = re.compile(r"\b(?:called|nicknamed|dubbed|known as) (?:the )?$")


def names_before(annotations: Annotations, end: int, start: int) -> list[Mention]:
    """The names in a list that ends right before ``end``, in order of the text."""
    text = annotations.document.text
    aside = re.search(r", (?:who|which|whose|a|an|the) [^,;.]{1,120},\s*$", text[start:end])
    if aside is not None:
        end = start + aside.start()  # "Henry Jackman, who had worked with …, composed"
    found: list[Mention] = []
    clause = False
    position = end
    for mention in reversed(_longest(annotations, Span(start, end)) if end > start else []):
        gap = text[mention.span.end : position]
        if not found and _CALLED.search(text, start, mention.span.start):
            break  # "whom the crew called Mother Cutter, edited": not her
        if not found:
            if not re.fullmatch(
                r"(?:['’]s)?\s*(?:\([^()]{0,60}\)|\[[^\]]{0,12}\])?,?\s*(?:also|later|both|himself|herself|then)?\s*", gap
            ):
                break
        elif len(found) == 1 and mention.kind is MentionKind.PERSON and " " in mention.surface and _BELONGING.fullmatch(gap):
            found = []  # "Mark Knopfler of Dire Straits wrote": he did, not they
        elif not _BETWEEN.fullmatch(gap):
            break
        elif len(found) == 1 and _NEW_CLAUSE.fullmatch(gap):
            clause = True  # "after the painter Juarez Machado, and Hervé Schneid cut it", unless the list goes on
        found.append(mention)
        position = mention.span.start
    return found[:1] if clause and len(found) == 2 else found[::-1]


def _longest(annotations: Annotations, span: Span) -> list[Mention]:
    """Name mentions in a span, those inside another left out."""
    kept: list[Mention] = []
    for mention in annotations.mentions_in(span, *NAMES):
        if kept and mention.span.start < kept[-1].span.end:
            continue
        kept.append(mention)
    return kept


def full_names(annotations: Annotations) -> dict[str, str]:
    """Surname → the full name that the document most often uses with it; unambiguous ones only."""
    by_surname: dict[str, Counter[str]] = {}
    for mention in annotations.mentions:
        words = mention.surface.split()
        if mention.kind is MentionKind.PERSON and 2 <= len(words) <= 4:
            surname = re.sub(r",? (?:Jr|Sr)\.?$", "", mention.surface).split()[-1]
            by_surname.setdefault(surname, Counter())[mention.surface] += 1
    return {surname: min(names, key=lambda n: (-names[n], n)) for surname, names in by_surname.items() if len(names) == 1}
