"""Tells a likeness of a player or a person of the story from one of the film.

"Russell channels John Wayne", "bears more than a passing resemblance to William Holden", "a Manson-like figure": somebody
in the film is like somebody else. The film is not, unless it is its maker who "channels Huston".
"""

import re

from filmdossier.model.annotations import Annotations, MentionKind
from filmdossier.model.text import Span

_REACH = 90
_CLAUSE = re.compile(r"[;:]|\. |, (?:and|while|but|though) ")
_PLAYING = re.compile(
    r"\b(?:performances?|turns?|roles?|persona|portray\w*|plays?|playing|acting|actors?|actress(?:es)?|casting|resemblance|discount|as an?)\b|\bat (?:his|her) best\b",
    re.IGNORECASE,
)
_MAKING = re.compile(
    r"\b(?:directors?|writers?|film-?makers?|screenwriters?|cinematographers?|composers?|script|screenplay|score|direction|films?|movies?|picture|scenes?|shots?|story|plot|it)\b",
    re.IGNORECASE,
)
_HIS_MANNER = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}(?:quality|charm|persona|swagger|voice|delivery|performance|turn|role|character|smile|intensity|cadence|charisma|[A-Z]\w+)\b"
)
_DOES = re.compile(r"\b(?:channel|evok|echo|mimic|imitat|emulat|ap(?:es|ing)|recall|resembl)", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:['’]s)?[ -](?:[\w-]+ ){0,2}?(?:figures?|characters?|sidekicks?|villains?|heroes|hero(?:ine)?|m[ae]n|wom[ae]n|girls?|boys?|gangsters?|detectives?|cops?|bands? of|responses?|performances?|turns?|roles?|smile|charm|looks)\b"
)


def likens_a_player(annotations: Annotations, clause_start: int, cue: Span, named: Span) -> bool:
    """Whether the cue at ``cue`` likens a player or a character, not the film, to the person at ``named``."""
    text = annotations.document.text
    before = _CLAUSE.split(text[max(clause_start, cue.start - _REACH) : cue.start])[-1]
    after = text[named.end : named.end + 60]
    if _MAKING.search(before) is not None and _PLAYING.search(before) is None:
        return False
    if _PLAYING.search(f"{before} {text[cue.start : cue.end]}") is not None or _HIS_MANNER.match(after) is not None:
        return True
    if _DOES.search(text[cue.start : cue.end]) is None:
        return False
    reach = Span(max(clause_start, cue.start - _REACH), cue.start)
    subject = next(
        (one for one in annotations.mentions_in(reach, MentionKind.PERSON) if text[one.span.end : cue.start].isspace()), None
    )
    return subject is not None and subject.span.end >= cue.start - 2


def is_somebody(annotations: Annotations, likened: Span) -> bool:
    """Whether a word made of a name ("Manson-like") says what somebody in the story is like."""
    return _SOMEBODY.match(annotations.document.text, likened.end) is not None
