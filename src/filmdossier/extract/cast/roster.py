"""Who performs in the film, who made it, and what a surname alone means.

Built from the sure sources of a document (fields, lists, "starring") before sentences are read that
only make sense once the performers are known ("Mitchum is great as the reluctant hero").
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from filmdossier.extract.cast.clauses import BEFORE, FILM, NAME, NAMES, WORK, Clause
from filmdossier.extract.cast.lines import read_names
from filmdossier.extract.cast.names import full_name, leading_words, person_key, person_like
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.roles import without_title
from filmdossier.model.annotations import Annotations, MentionKind, Topic
from filmdossier.model.text import BlockKind, Origin, Span

_CREW_FIELD = re.compile(
    r"^(?:directors?|directed by|writers?|written by|screenplay(?: by)?|story(?: by)?|music(?: by)?|composers?|cinematograph\w+|photograph\w+|edit(?:or|ing|ed by)s?|producers?|produced by|"
    r"executive producers?|author|critic|reviewer|reviewed by|based on|dialogues?|lyrics|art director|by)$"
)
_STRUCTURED_CREW = re.compile(r"(?:^|\.)(?:director|author|creator|producer|musicBy|editor|reviewer)(?:\.name)?$", re.IGNORECASE)
_JOBS = (
    r"(?i:directors?|writers?|screenwriters?|co-writers?|writer-directors?|writer/directors?|director/writers?|co-directors?|producers?|composers?|cinematographers?|editors?|novelists?|authors?|"
    r"critics?|playwrights?|film-?makers?|showrunners?|helmers?|auteurs?|lensers?|scribes?|scripters?|dramatists?|historians?|photographers?|lensman|maestro|songwriters?|lyricists?)"
)
# Signs that somebody made a film which are as good for its star: "Bogart's last film", "Welles's *Macbeth*".
_PERHAPS_CREW = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<names>{NAME})['’]s? (?:[a-z][\w-]* ){{0,3}}(?:(?:films?|movies?|pictures?)(?! (?:debuts?|roles?|appearances?|performances?|acting|careers?)\b)|remake|style|pacing|review|masterpiece|filmography|trademark|approach|vision|take|music|plays?|camera)\b",
        rf"(?P<names>{NAME})['’]s? (?:(?:18|19|20)\d\d )?(?:{WORK}|{FILM})",
    )
)
_CREW = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:directed|written|co-written|produced|co-produced|scripted|penned|composed|edited|photographed|lensed|adapted|scored|helmed|conceived|designed|choreographed|rewritten|co-directed|"
        rf"re-written|authored|arranged)(?:,? (?:and|co-|[a-z-]+ed|,)+)* by {BEFORE}(?P<names>{NAMES})",
        rf"\b{_JOBS},? (?:and {_JOBS} )?(?P<names>{NAME}(?:(?:,? and |, | & ){NAME}){{0,4}})",
        rf"(?P<names>{NAME})['’]s? (?:[a-z][\w-]* ){{0,3}}(?:novels?|scripts?|screenplays?|direction|books?|score|adaptations?|camerawork|cinematography|compositions?|"
        rf"directorial debut|short stor(?:y|ies)|novella|lens|staging|photography|editing|work behind|oeuvre|source novel|memoir|directing|helming|teleplay)\b",
        rf"(?P<names>{NAME}(?:(?:,? and |, | & ){NAME}){{0,3}}),? (?:who )?(?:also )?(?:directs?|directed|wrote|writes|adapts|adapted|penned|helmed|composed|edited|produced|produces|co-wrote|co-directed|co-produced|scripted)\b",
        rf"\b(?:novels?|books?|stor(?:y|ies)|screenplay|script|plays?|score|music|direction|cinematography|photography|teleplay|memoir|source material|dialogue|editing|lyrics|camerawork|tale|scenario|treatment|"
        rf"adaptation|effects|make-?up|costumes|production design|sets)(?: {WORK}|,? [\"“][^\"”]*[\"”])?(?: (?:is|was|were|written|adapted|composed|penned))*,? (?:by|from|of|courtesy of) {BEFORE}(?P<names>{NAMES})",
        rf"(?P<names>{NAME}),? (?:[a-z]+ )?(?:of|from|in|for|at|writing (?:for|in)) (?:the |The )?(?:{WORK}|\w+ (?:Times|Post|Tribune)|{NAME}) (?:wrote|called|said|gave|described|praised|felt|stated|rated|noted|writes|"
        rf"says|found|thought|awarded|commented|criticised|criticized|opined|gives|calls|believed|considered|observed|remarked|was|named|argued|reviewed)",
        rf"\b[Dd]irecting [^,.;]{{3,60}}, (?P<names>{NAME})",
        rf"\b(?:[Ss]creenwriters?|[Cc]inematographer|[Cc]omposer|[Ee]ditor|[Pp]roducers?) (?P<names>{NAME}(?:(?:,? and |, ){NAME}){{0,4}})",
    )
)


class Roster:
    """Performers, crew and persons named in one passage."""

    def __init__(self, annotations: Annotations, topic: Topic, sure: Iterable[Performance]) -> None:
        self._performers: dict[str, str] = {}
        self._characters: set[str] = set()
        self._crew: set[str] = set()
        self._perhaps_crew: set[str] = set()
        self._persons: dict[str, Counter[str]] = {}  # last word → full names that end with it
        self._first: dict[str, int] = {}  # full name → where the passage first has it
        for mention in annotations.mentions_in(topic.passage, MentionKind.PERSON, MentionKind.NAME):
            name = mention.surface[leading_words(mention.surface) :]
            if full_name(name) and person_like(name):
                self._persons.setdefault(_last(name), Counter())[name] += 1
                self._first.setdefault(name, mention.span.start)
        for name in _crew_fields(annotations, topic):
            self._crew.add(person_key(name))
        for performance in sure:
            self.add(performance)

    def add(self, performance: Performance) -> None:
        """Makes a performer, and the character played, known."""
        name = performance.actor
        self._performers.setdefault(person_key(name), name)
        if full_name(name):
            self._persons.setdefault(_last(name), Counter())[name] += 1
        if performance.part is not None and performance.part.named:
            for form in (performance.part.character, *performance.part.aliases):
                self._characters.add(person_key(form))
                self._characters.add(person_key(without_title(form)))

    def read_crew(self, clause: Clause) -> None:
        """Takes note of those whom a clause names as makers of this or another film, or as its critics."""
        for patterns, names in ((_CREW, self._crew), (_PERHAPS_CREW, self._perhaps_crew)):
            for pattern in patterns:
                for match in pattern.finditer(clause.blanked):
                    for start, end in list(clause.names(*match.span("names"))) or [match.span("names")]:
                        names.add(person_key(clause.original(start, end)))

    def performs(self, name: str) -> bool:
        """Whether a sure source names this performer."""
        return person_key(name) in self._performers

    def plays_a_part(self, name: str) -> bool:
        """Whether the name is that of a character: "Philip Marlowe" too where a part is called "Marlowe"."""
        if self.performs(name):
            return False
        return person_key(name) in self._characters or person_key(_last(name)) in self._characters

    def made(self, name: str, *, perhaps: bool = False) -> bool:
        """Whether the name is a maker's or a critic's and nothing sure says that they perform as well; ``perhaps`` on weak signs too."""
        key = person_key(name)
        if key in self._performers:
            return False
        makers = self._crew | self._perhaps_crew if perhaps else self._crew
        return key in makers or (not full_name(name) and any(person_key(form) in makers for form in self._forms(name)))

    def full_form(self, name: str, *, makers: bool = False, at: int | None = None) -> str | None:
        """The full name that ``name`` stands for: itself, or the one performer or person with that surname; None if nobody fits.

        ``makers`` admits the film's director and other makers, where the sentence leaves no doubt that they act.
        ``at`` is where ``name`` stands: of several persons of one surname, the only one named before is meant.
        """
        key = person_key(name)
        if key in self._performers:
            return self._performers[key]
        if full_name(name):
            longer = [n for n in self._forms(name) if n != name and self.performs(n)]
            return longer[0] if len(longer) == 1 else name
        forms = self._forms(name)
        known = [form for form in forms if self.performs(form)]
        if len({person_key(form) for form in known}) == 1:
            return self._performers[person_key(known[0])]
        plain = [form for form in forms if (makers or not self.made(form)) and not self.plays_a_part(form)]
        if len(plain) > 1 and at is not None:
            plain = [form for form in plain if self._first.get(form, at) < at]
        return plain[0] if not known and len({person_key(form) for form in plain}) == 1 else None

    def _forms(self, name: str) -> list[str]:
        """The full names in the text that end with ``name``, commonest first."""
        words = name.split()
        found = [
            (full, count)
            for full, count in self._persons.get(_last(name), Counter()).items()
            if [w.strip(",.") for w in _bare(full).split()][-len(words) :] == [w.strip(",.") for w in _bare(name).split()]
        ]
        return [full for full, _ in sorted(found, key=lambda pair: (-pair[1], pair[0]))]


def _bare(name: str) -> str:
    return re.sub(r",? (?:Jr|Sr|II|III|IV)\.?$", "", name)


def _last(name: str) -> str:
    return _bare(name).split()[-1].strip(",.") if name.split() else name


def _crew_fields(annotations: Annotations, topic: Topic) -> Iterator[str]:
    text = annotations.document.text
    for block in annotations.blocks_in(topic.passage, BlockKind.FIELD):
        label = re.sub(r"[_\s]+", " ", block.label).strip(" :").casefold()
        if _CREW_FIELD.match(label) or (block.origin is Origin.STRUCTURED_DATA and _STRUCTURED_CREW.search(block.label)):
            for item in block.cells[0].items:
                names = read_names(text, Span(item.start, item.end))
                yield from (named.span.of(text) for named in names)
