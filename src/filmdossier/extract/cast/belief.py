"""Decides what to believe of a sentence that seems to name a performer.

Enters a clause with a match; leaves whether it is about this film, whether the person named acts in
it, and whether somebody said to be cast stayed. Doubt is a no: the names of directors, critics and
the casts of other films stand in the same sentences.
"""

import re

from filmdossier.extract.cast.clauses import Clause
from filmdossier.extract.cast.names import full_name, person_like
from filmdossier.extract.cast.patterns import Pattern, Reading
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.persons import person_phrase
from filmdossier.extract.cast.roles import Part, proper
from filmdossier.extract.cast.roster import Roster
from filmdossier.extract.outlets import is_outlet
from filmdossier.extract.polarity import polarity_of
from filmdossier.model.annotations import Role
from filmdossier.model.claim import Polarity

_SILENT = frozenset({Role.AWARDS, Role.LEGACY, Role.MUSIC, Role.RELEASE})
_ACTING = re.compile(
    r"\b(?:perform\w*|turn|turns|acting|acts?|role|roles|cast|casting|miscast|portray\w*|plays?|playing|star|stars|starring|shines?|excels?|charisma\w*|convinc\w+|believab\w+|charm\w*|menac\w+|scene-stealing|steals?|"
    r"great|good|excellent|fine|superb|terrific|wonderful|perfect|brilliant|strong|solid|memorable|impress\w+|surpris\w+|fun|funny|hilarious|delight\w*|entertaining|effective|compelling|magnetic|outstanding|fantastic|"
    r"amazing|riveting|exquisite|bad|awful|terrible|weak|wooden|dull|bland|stiff|flat|lackluster|adequate|serviceable|competent|capable|fails?|struggles?|lacks?|dazzl\w+|exudes?|brings?|lends?|provides?|"
    r"deliver\w*|registers?|ideal|likable|likeable|engaging|sympathetic|appealing|gives?|makes?|appears?|turns up|pops up|shows up|cameo\w*|reprises?|returns?|returning|looks?|comes across|hams?|chews|tailor-made|born to|"
    r"deserves?|earns?|stands? out|standout|highlight\w*|especially|particularly|notably|best|worst|underrated|underused|wasted|sports?|transforms?|disappears?|embodies|inhabits|nails|hits)\b"
)
_PLAYERS_FIRST = re.compile(r"\b[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*)+ \((?:young )?[A-ZÀ-Þ][\w’'-]+\)")
_NOT_AS = frozenset(
    "well such same known serve serves served serving far soon long much just credited billed regarded described hailed cited praised considered regards regard see sees work works worked working "
    "worked acted feel feels felt exactly insofar inasmuch many twice treat treats use uses used using viewed view views recognised recognized identified marketed sold touted dismissed defined categorised "
    "seen refers referred listed labeled labelled characterized characterised remembered noted nominated received established intended doubling perceived conceived "
    "across came come comes directed produced writes wrote is, quite almost nearly even half thought imagine imagines imagined framed shot shoots strikes struck presents presented pose poses posed posing "
    "disguise disguises disguised disguising masquerading masquerades masquerade ends ended reveals revealed dressed dress dresses remains named named himself herself themselves".split()
)
_TITLED = frozenset(
    "Doctor Dr. Dr Count Captain Lieutenant Sergeant Master Colonel General Inspector Detective Sheriff President Professor Agent Officer Mr. Mrs. Miss Ms.".split()
)
# "Otto Heller's Technicolor" is no part of his.
_PROCESSES = frozenset(
    "Technicolor Eastmancolor Cinemascope CinemaScope VistaVision Panavision Cinerama Steadicam IMAX Hollywood Oscar".split()
)
_DROPPED = re.compile(
    r"\b(?:dropped out|backed out|pulled out|was replaced|were replaced|replaced (?:him|her|them)|left the (?:film|project|production)|withdrew|turned (?:it|the (?:role|part|film)) down|declined|refused|died (?:before|during)|had to (?:leave|drop|withdraw|back))\b"
)

_ACTED = re.compile(
    r"\b(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|embod(?:ies|ied|ying)|interpret(?:s|ed|ing)?|conceives?|underplays?|overplays?) $"
)


_DOES = re.compile(
    r",? (?:(?:still|even|also|again|\w+ly) )*(?!(?:treats|sees|uses|presents|depicts|describes|views|frames|shoots|casts|paints|writes|dismisses|introduces|imagines|reveals|regards|poses|directs|stages|films|adapts|has|is|was)\b)"
    r"[a-z]{3,}s(?: (?!of\b|by\b|for\b|to\b|that\b)[a-z'’-]+){0,4}"
)


# "his turn as gambler Bama Dillert is believable", "he is great as the lead, Barney Glasgow": the name is the part.
_AS_PART = re.compile(r"\b(?:as|playing|plays|played|role of|part of|portray(?:s|ed|ing|al of)) (?:the |an? )?(?:[a-z-]+,? ){0,3}$")
# "wisely plays her performance for laughs": whoever directs.
_PLAYS_FOR = re.compile(
    r",? (?:\w+ly )?plays? [^.;,]{0,50}\bfor (?:[a-z-]+ ){0,2}(?:laughs|comedy|thrills|drama|tragedy|suspense|humou?r|camp|effect|time|keeps)\b"
)
# What a critic says is played by a player, whether or not it can be read as a part: "plays one of the other boxers".
_PLAYS_SOMEBODY = re.compile(
    r",? (?:\w+ly )?(?:plays|portrays) (?:an?|the|one of|his|her) (?!game|piano|guitar|drums|part in|role in|trick|joke|waiting|field)"
)


def _is_paper(words: str) -> bool:
    """Whether a part's name of two words or more is a publication's, however it is set."""
    return len(words.split()) > 1 and (is_outlet(words) or is_outlet(words.title()))


class Belief:
    """What is known beside the clause itself: performers and makers, and the kind of document.

    ``review``: the document speaks in its own voice of performances; ``judging``: it is a review;
    ``complete``: a long cast list has been read; ``clauses`` by the index of their sentence.
    """

    def __init__(self, roster: Roster, *, review: bool, judging: bool, complete: bool, clauses: dict[int, Clause]) -> None:
        self.roster = roster
        self.review = review
        self.judging = judging
        self.complete = complete
        self.clauses = clauses

    def silent(self, clause: Clause) -> bool:
        """Whether the clause stands in a part of an article where casts are other films'."""
        return not self.review and clause.sentence.role in _SILENT

    def believes(self, performance: Performance, pattern: Pattern, clause: Clause) -> bool:
        roster, role = self.roster, clause.sentence.role
        known = roster.performs(performance.actor)
        if performance.polarity is not Polarity.ASSERTED:
            return full_name(performance.actor) and not known
        if not person_like(performance.actor) or roster.plays_a_part(performance.actor):
            return False
        if not self.review and role is Role.RECEPTION:
            return known and performance.part is not None and performance.part.named
        if known:
            return True
        if performance.rule in ("plays", "sees N play") and performance.part is None:
            after = clause.text[performance.span.end - clause.start :]
            return self.judging and full_name(performance.actor) and _PLAYS_SOMEBODY.match(after) is not None
        if pattern.opening and (clause.sentence.section or self.judging):
            return False
        if pattern.name == "(N)" and not known and len(_PLAYERS_FIRST.findall(clause.text)) > 1:
            return False  # "James Earl Jones (Mufasa), Jeremy Irons (Scar)": the players stand before the brackets
        if pattern.name == "(N)" and performance.part is not None and _is_paper(performance.part.character):
            return False  # "DAILY EXPRESS (Nell Harker): …"
        if pattern.name == "N's N" and " " not in clause.original(
            performance.span.start - clause.start, performance.span.end - clause.start
        ):
            return False  # "the debt to Jean Moreau is plain: Moreau's Night Train"
        if pattern.name == "N's part":
            return full_name(
                clause.text[performance.span.start - clause.start : performance.span.end - clause.start]
            ) and not roster.made(performance.actor, perhaps=True)
        if performance.actor.split()[0] in _TITLED:
            return False
        near = clause.blanked[max(0, performance.span.start - clause.start - 30) : performance.span.start - clause.start]
        if not pattern.sure and re.search(
            r"\b(?:lack of|absence of|missing|without|instead of|unlike|reminded me of|reminiscent of|reminds me of|recalls?|evokes?|echo(?:es)?|channel(?:s|ing)?|imitat\w+|than|the way|version of|like|compared? to|compare|akin to|inspiration for|alongside|original|likes of|substitut\w+ for|standing in for|stands in for|stand-in for|resemblance to|hop(?:ed|ing)|wish(?:ed|ing)?|picture|absence of|not|never|no) (?:[a-z'’-]+ ){0,3}$",
            near,
        ):
            return False
        if pattern.name in ("N acts", "N shines", "it is N who") and _AS_PART.search(
            clause.blanked, 0, performance.span.start - clause.start
        ):
            return False
        if (
            pattern.name == "plays"
            and performance.part is None
            and _PLAYS_FOR.match(clause.blanked, performance.span.end - clause.start)
        ):
            return False
        direct = clause.blanked[performance.span.end - clause.start :].startswith(" as ")
        if re.search(r"\b(?:absence|lack) of [^.;]{0,60}$", clause.blanked[: performance.span.start - clause.start]):
            return False
        if pattern.name == "N as" and not direct and re.search(r"\b(?:on|in|at|the) $", near):
            return False
        named_as = pattern.name == "N as" and direct and performance.part is not None and performance.part.named
        if (
            not named_as
            and roster.made(performance.actor, perhaps=not pattern.sure and pattern.name != "(N)")
            and not pattern.makers
        ):
            return False
        if (
            self.complete
            and pattern.name in ("N as", "playing", "led by", "with N as", "sees N play", "cast N as")
            and role is not Role.CAST
        ):
            return False
        if not self.review and role is Role.PLOT and pattern.name not in ("played by", "(N)"):
            return False
        if pattern.sure:
            return full_name(performance.actor) or pattern.reading is Reading.BILLING or performance.confidence <= 0.6
        if pattern.name in (
            "(N)",
            "N as",
            "N who as",
            "gapped",
            "As P, N",
            "playing",
            "cameo",
            "cameo by",
            "roles of",
            "cast as",
            "cast N as",
            "led by",
            "joined by",
            "debut",
            "debut of",
            "N's last role",
            "last role of N",
            "N in a first role",
        ):
            return full_name(performance.actor) and (
                self.review or role is not Role.PRODUCTION or pattern.name.startswith(("cast", "cameo"))
            )
        return self.review and full_name(performance.actor)

    def plausible(self, clause: Clause, match: re.Match[str], names: list[tuple[int, int]], parts: tuple[Part, ...]) -> bool:
        """Whether "N … as P" speaks of acting: the part is a name or a person, and the words between fit."""
        if not parts or not names:
            return False
        words = clause.original(*names[0])
        known = self.roster.performs(self.roster.full_form(words) or words)
        person = proper(parts[0].character) or person_phrase(parts[0].character)
        middle = match.groupdict().get("mid") or ""
        if re.match(r"['’]s? ", middle) and not re.search(
            r"\b(?:perform\w*|turn|portrayal|role|acting|work|cameo|appearance|return|casting|debut|charm\w*|presence|charisma|introduction|entrance)\b",
            middle,
        ):
            return False
        if self.review and person and full_name(words) and _DOES.fullmatch(middle):
            return True  # "Michael Fassbender rivets as Erik Lensherr"
        if middle.strip(" '’s,") and not _ACTING.search(middle) and match.re.groupindex.get("mid"):
            if self.review and person and re.match(r" (?:is|are|was|were|makes|seems|looks|feels) ", middle) and full_name(words):
                return True
            return known and person and len(middle) < 40 and not re.search(r"\b(?:to|with|by|who|his|her)\b", middle)
        return person and (known or full_name(words))

    def gives_part(self, clause: Clause, match: re.Match[str]) -> bool:
        if _ACTED.search(clause.blanked[: match.start("L")]):
            return False  # "he plays Lovo as a coward": the name is the part, and the rest how it is played
        middle = match["mid"].split()
        last = middle[-1].strip("',’").casefold() if middle else ""
        if (
            last in _NOT_AS
            or last in ("absent", "missing")
            or re.search(
                r"\b(?:is|was|are|were|be|been) (?:\w+ )?(?:known|seen|credited|billed|regarded|revealed|disguised|described)\b",
                match["mid"],
            )
        ):
            return False
        return not re.match(
            r"(?:if|though|everyone|everybody|people|we|you|I|there|this|that|both|one would|some|an? (?:result|whole|actor|actress|director|writer|way|means|matter)|it|he|she|they|the (?:film|movie|story|plot|action|camera|score)|well|usual|always|such|is|was|in|to|of)\b",
            clause.blanked[match.end() :],
        )

    def may_be_part(self, words: str) -> bool:
        """Whether a name after "N's" can be a part: a known character, or a name that is nobody's who acts or makes films."""
        if self.roster.plays_a_part(words):
            return True
        return (
            not self.roster.performs(words)
            and not self.roster.made(words)
            and len(words.split()) <= 2
            and words not in _PROCESSES
            and self.review
            and person_like(words)
        )

    def casting_polarity(self, clause: Clause, match: re.Match[str]) -> Polarity:
        """Whether somebody said to be cast stayed in the film."""
        verb = match["verb"]
        if re.match(r"considered|offered|approached|attached|set|replaced|the |wanted|announced", verb):
            return Polarity.PLANNED
        piece = clause.text[max(0, match.start() - 60) : match.end() + 120]
        following = self.clauses.get(clause.sentence.index + 1)
        if _DROPPED.search(clause.text[match.end() :]) or (following is not None and _DROPPED.search(following.text[:120])):
            return Polarity.PLANNED
        if re.search(
            r"\b(?:originally|initially|at first|at one point|had been|would be|wanted to|hoped to|almost|nearly|tried to|intended to|planned to)\b",
            piece,
        ):
            return Polarity.PLANNED
        return polarity_of(piece)
