"""Reads the cast from sentences.

Enters the sentences of a document's passage and the performances that fields and lists gave; leaves
further performances. Refuses the casts of other films and versions, the makers and critics of this
one, and persons that a sentence names without saying that they act in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from filmdossier.extract.cast_billing import billing
from filmdossier.extract.cast_clauses import BEFORE, FILM, NAME, WORK, Clause, clauses_of
from filmdossier.extract.cast_lists import is_cast_section, list_entry_end
from filmdossier.extract.cast_names import full_name, person_key, person_like, untitled
from filmdossier.extract.cast_patterns import CASTING_TAIL, PATTERNS, Pattern, Reading
from filmdossier.extract.cast_performance import Performance
from filmdossier.extract.cast_persons import person_noun, person_phrase
from filmdossier.extract.cast_phrases import Found, part_after, part_before
from filmdossier.extract.cast_roles import Part, proper, read_parts
from filmdossier.extract.cast_roster import Roster
from filmdossier.extract.polarity import polarity_of
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Topic
from filmdossier.model.claim import Polarity
from filmdossier.model.text import BlockKind, Origin

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_SYNOPSIS = re.compile(r"^(?:.*\.)?(?:synopsis|summary|description|excerpt|plot|logline|tagline|lede|dek|subtitle|premise|abstract|storyline|intro)$", re.IGNORECASE)
_SILENT = frozenset({Role.AWARDS, Role.LEGACY, Role.MUSIC, Role.RELEASE})
# Words in the same clause that turn it to another production or another time.
_ELSEWHERE = re.compile(
    r"\b(?:previously|formerly|went on to|would (?:later|go on|also|soon|again|remake|have|reprise)|had (?:already |also |previously |earlier |just |once |first |originally )*(?:played|starred|appeared|portrayed|voiced|been)|"
    r"best known|well known|famous for|known for|remakes?|remade|reboot|television series|TV series|TV show|sitcom|on Broadway|Broadway (?:production|version|play|musical)|stage (?:version|production|play|musical)|on stage|radio|"
    r"later (?:film|version|movie|played|starred|appeared)|original (?:film|movie|version|series|actor|cast)|earlier (?:film|version|movie|adaptation)s?|first film|first movie|previous (?:film|version|movie|entr)\w*|other version|silent version|"
    r"(?:18|19|20)\d\d(?:['’]s)? (?:film |movie |television |TV )?(?:version|adaptation|remake|sequel|original)|original novel|in the (?:novel|book|play|sequel|original|series)|sequels?|followed by|follow-up|prequel|video game)\b"
)
_TURNED = re.compile(r"\b(?:previously|formerly|was remade|remade|had (?:already |also |previously |earlier )*(?:played|starred|appeared)|later (?:remade|version)|another (?:film|version|adaptation)|(?:remake|version|adaptation|sequel|prequel|follow-up)s?(?: \w+)? (?:was|were|is|followed|appeared|starring)|original(?:ly)? starr\w+)\b")
_OTHER_SUBJECT = re.compile(
    rf"(?:{WORK}(?: \([^()]{{1,30}}\))?|\b(?:remakes?|versions?|adaptations?|sequels?|prequels?|novel|play|musical|series|serial|programme?|show|soundtrack|album|film of the same (?:name|title)|short film|feature)(?: of [^,.;]{{1,60}}?)?)"
    r"(?:,? (?:which|that|also))?,? $"
)
_ABOUT_OTHER = re.compile(r"\b(?:remake|version|adaptation|sequel|prequel|follow-up|spin-off|reworking|based|reminiscent|similar|companion)\b[^,;]{0,80}$")
_INTRODUCED = re.compile(rf"(?:^|[,;] |\b(?:and|but|as|while|since|where) )(?:[Ii]n|[Ff]rom|[Ll]ike|[Uu]nlike|[Ss]ince|[Aa]fter|[Bb]efore|[Ff]or|[Tt]hanks to|[Ww]ith) (?:[^,.;()]{{0,50}}? )?{WORK}[^,;]{{0,40}}(?:, | )$")
_AFTERWARDS = re.compile(rf"(?:['’]s?)?(?: [a-z'’-]+){{0,3}},? (?:in|from|for|of|on) (?:(?:the|his|her|their|both|films?|movies?|like|such|as|also|a|same|[a-z]+['’]s|[a-z-]+|(?:19|20)\d\d(?:['’]s)?|{NAME}['’]s?) ){{0,5}}{WORK}")
_THEN = re.compile(r"(?:['’]s?)? ?(?:[a-z]+ ){0,2}(?:in|for|from|on) (?:the|its|his|her|an?) (?:\w+['’]s )?(?:\w+ )?(?:previous|earlier|original|first|second|third|later|next|sequel|prequel|book|novel|play|stage|television|TV|series|remake|Broadway|musical|radio|(?:18|19|20)\d\d|\w+ (?:version|remake|adaptation|series|sequel))\b")
_ACTING = re.compile(
    r"\b(?:perform\w*|turn|turns|acting|acts?|role|roles|cast|casting|miscast|portray\w*|plays?|playing|star|stars|starring|shines?|excels?|charisma\w*|convinc\w+|believab\w+|charm\w*|menac\w+|scene-stealing|steals?|"
    r"great|good|excellent|fine|superb|terrific|wonderful|perfect|brilliant|strong|solid|memorable|impress\w+|surpris\w+|fun|funny|hilarious|delight\w*|entertaining|effective|compelling|magnetic|outstanding|fantastic|"
    r"amazing|riveting|exquisite|bad|awful|terrible|weak|wooden|dull|bland|stiff|flat|lackluster|adequate|serviceable|competent|capable|fails?|struggles?|lacks?|dazzl\w+|exudes?|brings?|lends?|provides?|"
    r"deliver\w*|registers?|ideal|likable|likeable|engaging|sympathetic|appealing|gives?|makes?|appears?|turns up|pops up|shows up|cameo\w*|reprises?|returns?|returning|looks?|comes across|hams?|chews|tailor-made|born to|"
    r"deserves?|earns?|stands? out|standout|highlight\w*|especially|particularly|notably|best|worst|underrated|underused|wasted|sports?|transforms?|disappears?|embodies|inhabits|nails|hits)\b"
)
_NOT_AS = frozenset(
    "well such same known serve serves served serving far soon long much just credited billed regarded described hailed cited praised considered regards regard see sees work works worked working "
    "worked acted feel feels felt exactly insofar inasmuch many twice treat treats use uses used using viewed view views recognised recognized identified marketed sold touted dismissed defined categorised "
    "seen refers referred listed labeled labelled characterized characterised remembered noted nominated received established intended doubling perceived conceived "
    "across came come comes directed produced writes wrote is, quite almost nearly even half thought imagine imagines imagined framed shot shoots strikes struck presents presented pose poses posed posing "
    "disguise disguises disguised disguising masquerading masquerades masquerade ends ended reveals revealed dressed dress dresses remains named named".split()
)
_SELF = frozenset({"himself", "herself", "themselves"})
_NARRATOR = Part(character="Narrator", note="narrator")
_TITLED = frozenset("Doctor Dr. Dr Count Captain Lieutenant Sergeant Master Colonel General Inspector Detective Sheriff President Professor Agent Officer Mr. Mrs. Miss Ms. King Queen Princess Lord Young".split())
_RELATIONS = frozenset(
    "wife husband son daughter brother sister mother father friend agent boss partner lover girlfriend boyfriend parents parent fan fans director writer co-star fiancée fiance uncle aunt cousin nephew niece rival "
    "nemesis ally buddy pal daughters sons brothers sisters friends men family assistant secretary manager colleague colleagues ex-wife ex-husband mate doctor lawyer neighbor neighbour child children kids kid "
    "head heads killer murderer victim victims producer producers employer mentor".split()
)
_PERFORMERS_NEXT = re.compile(rf", (?:(?:the|an?|[a-z]+ly) )?{BEFORE}(?P<L>{NAME}(?:(?:,? and |, | & ){NAME})*)")
_KIN = re.compile(rf"(?P<N>{NAME}), (?:an? |the |[a-z]+ )?(?:[a-z-]+ ){{0,3}}(?:of|to|for|from) $")
_WOULD = re.compile(r"\b(?:would(?! later)|could|might|should|if only|dream cast|imagine|wish(?:ed|es|ing)?|ideally|wanted|hoped|envision\w*|rewrite|someone like|somebody like|people like|want(?:s|ing)?) (?:[\w'’]+ ){0,6}$")
# What follows "Gary Oldman's Dracula": not a noun that the second name describes ("Haggard's Victorian novel").
_OWNED_ENDS = re.compile(r"[,.;:)!?]|$| (?![a-z]+s (?:had|were|are|have|feel|,))[a-z]+(?:s|ed)\b| (?:and|or|who|as|in|into|from|with|to|at|on|for|has|had|can|could|will|would|does|did|may|never|also|than|but|because|while|when|by|gets?|ever|all|both|feel|seem|look|come)\b| –|—|--")
_A_ROLE = re.compile(r"(?:here |also |now )?(?:an?|the|his|her|their|one of (?:his|her|the)) (?:[\w-]+ ){0,5}?(?:roles?|parts?|leads?|characters?)\b")
_DROPPED = re.compile(r"\b(?:dropped out|backed out|pulled out|was replaced|were replaced|replaced (?:him|her|them)|left the (?:film|project|production)|withdrew|turned (?:it|the (?:role|part|film)) down|declined|refused|died (?:before|during)|had to (?:leave|drop|withdraw|back))\b")


def told(annotations: Annotations, topic: Topic, sure: Sequence[Performance]) -> Iterator[Performance]:
    """Performances that sentences tell, those of the sure patterns first."""
    roster = Roster(annotations, topic, sure)
    clauses = list(_clauses(annotations, topic))
    for clause in clauses:
        roster.read_crew(clause)
    review = annotations.kind not in (DocumentKind.ENCYCLOPEDIA, DocumentKind.SCORES)
    # Beside a long cast list, a name that the list lacks needs better words than "N … as P".
    complete = sum(performance.rule.startswith(("list", "table")) for performance in sure) >= 6
    reader = _Reader(roster, review=review, complete=complete, following={c.sentence.index: c for c in clauses})
    # Those that give a part come before those that only name: by then the characters are known.
    passes = ([p for p in PATTERNS if p.sure], [p for p in PATTERNS if not p.sure and not p.names_only], [p for p in PATTERNS if p.names_only])
    for patterns in passes:
        for clause in clauses:
            for performance in reader.read(clause, patterns):
                if performance.polarity is Polarity.ASSERTED:
                    roster.add(performance)
                yield performance


def _clauses(annotations: Annotations, topic: Topic) -> Iterator[Clause]:
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        synopsis = block.kind is BlockKind.FIELD and _SYNOPSIS.match(block.label)
        if (block.kind not in _READ and not synopsis) or block.origin in (Origin.CATEGORIES, Origin.RATINGS, Origin.TRACK_LISTING):
            continue
        start = None
        if block.kind is BlockKind.LIST_ITEM and is_cast_section(block.section):
            end = list_entry_end(annotations, block)
            if sentence.span.end <= end:
                continue
            start = max(end, sentence.span.start)
        if synopsis:
            start = block.cells[0].span.start
        for clause in clauses_of(annotations, topic, sentence, start=start):
            if NAME[0] in clause.blanked:
                yield clause


_ACTED = re.compile(r"\b(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|embod(?:ies|ied|ying)|interpret(?:s|ed|ing)?|conceives?|underplays?|overplays?) $")


class _Reader:
    """Applies the patterns to clauses, with what is known of performers and makers."""

    def __init__(self, roster: Roster, *, review: bool, complete: bool, following: dict[int, Clause]) -> None:
        self._roster = roster
        self._review = review
        self._complete = complete
        self._following = following

    def read(self, clause: Clause, patterns: Sequence[Pattern]) -> Iterator[Performance]:
        """The performances that ``patterns`` find in ``clause``."""
        role = clause.sentence.role
        if not self._review and role in _SILENT:
            return
        for pattern in patterns:
            for match in pattern.expression.finditer(clause.blanked):
                if self._elsewhere(clause, match, pattern):
                    continue
                for performance in self._matched(clause, match, pattern):
                    if self._believed(performance, pattern, clause):
                        yield performance

    def _matched(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        if pattern.reading is Reading.BILLING:
            items = list(billing(clause, match.end()))
            told_whole = any(full_name(clause.original(item.start, item.end)) for item in items)
            for billed in items:
                words = clause.original(billed.start, billed.end)
                if not told_whole and pattern.name != "starring" and self._roster.full_form(words, makers=True) is None and not re.search(r"(?:^|\b(?:[Ii]t|film|movie|picture)|[\ue020\ue021]) ?(?:also )?$", clause.blanked[: match.start()]):
                    continue
                if not re.match(r" (?:that|which|songs|music)\b", clause.blanked[billed.end :]):
                    yield from self._made(clause, [(billed.start, billed.end)], (billed.part,) if billed.part else (), pattern, note=billed.note)
        elif pattern.reading is Reading.PART_AFTER:
            yield from self._part_after(clause, match, pattern)
        elif pattern.reading is Reading.PART_BEFORE:
            yield from self._part_before(clause, match, pattern)
        elif pattern.reading is Reading.PART_FIRST:
            yield from self._part_first(clause, match, pattern)
        elif pattern.reading is Reading.PART_INSIDE:
            names = list(clause.names(*match.span("L"))) or [match.span("L")]
            words = clause.original(*match.span("part"))
            if pattern.name == "N's part" and not (person_phrase(words) and words.split()[-1] not in _RELATIONS):
                return
            parts = tuple(read_parts(words[0].lower() + words[1:] if re.match(r"[A-Z][a-z]+ [a-z]", words) else words))
            if pattern.name in ("N's N", "N is N") and (not self._role_name(words) or not _OWNED_ENDS.match(clause.blanked, match.end())):
                return
            yield from self._made(clause, names, parts, pattern)
        else:
            names = list(clause.names(*match.span("L"))) or [match.span("L")]
            parts = (_NARRATOR,) if pattern.name == "narrated" else ()
            yield from self._made(clause, names, parts, pattern)

    def _part_first(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        """ "As Van Helsing, Anthony Hopkins fares better." """
        found = part_after(clause, match.end())
        if found is None or not (found.parts[0].named or person_phrase(found.parts[0].character)):
            return
        after = _PERFORMERS_NEXT.match(clause.blanked, found.edge)
        if after:
            yield from self._made(clause, list(clause.names(*after.span("L"))), found.parts, pattern, several=found.several)

    def _role_name(self, words: str) -> bool:
        """Whether a name after "N's" can be a part: a known character, or a name that is nobody's who acts or makes films."""
        if self._roster.plays_a_part(words):
            return True
        return not self._roster.performs(words) and not self._roster.made(words) and len(words.split()) <= 2 and self._review and person_like(words)

    def _part_after(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        names = list(clause.names(*match.span("L")))
        if pattern.name == "he plays":
            yield from self._pronoun(clause, match, pattern)
            return
        end, polarity = match.end(), Polarity.ASSERTED
        found: Found | None = None
        if "verb" in match.groupdict():
            polarity = self._cast_polarity(clause, match)
            tail = CASTING_TAIL.match(clause.blanked, end) or re.compile(r"(?:as|to play|to portray|to star as|(?:in|for) the (?:\w+ )?(?:role|part) of) (?:the (?:role|part) of )?").match(
                clause.blanked, end
            )
            found = part_after(clause, tail.end()) if tail else None
            role_told = tail is not None and re.search(r"play|portray|star|appear|roles?\b|parts?\b|leads?\b|character", tail.group())
            person_told = found is not None and (found.parts[0].named or person_phrase(found.parts[0].character))
            if not (match["verb"].startswith("cast") or role_told or (tail is not None and person_told and found is not None and proper(found.parts[0].character))):
                return
            if tail is not None and found is None and not role_told and tail.group().strip() in ("as", ""):
                return  # "cast as …" what nobody can be
        else:
            if pattern.name == "N as" and not self._as_part(clause, match):
                return
            found = part_after(clause, end, number=max(len(names), 1), makers=pattern.name in ("plays", "sees N play"))
        parts = found.parts if found else ()
        if pattern.name in ("N as", "playing") and not self._plausible(clause, match, names, parts):
            return
        rest = clause.blanked[found.edge if found else end :]
        if (_AFTERWARDS.match(rest) and not rest.startswith(",")) or _THEN.match(rest) or (found is None and _AFTERWARDS.match(f" {rest}")):
            return
        if not parts and pattern.name == "plays" and _A_ROLE.match(clause.blanked, end):
            pattern = replace(pattern, name="plays a role")
        yield from self._made(clause, names, parts, pattern, several=bool(found and found.several), polarity=polarity)

    def _pronoun(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        """ "Then there's Humphrey Bogart. … he's playing John Murrell": the one performer named right before."""
        found = part_after(clause, match.end())
        if found is None or not (found.parts[0].named or person_phrase(found.parts[0].character)):
            return
        before = self._following.get(clause.sentence.index - 1)
        for source, end in ((clause, match.start("L")), (before, len(before.blanked) if before else 0)):
            if source is None:
                continue
            forms = [self._roster.full_form(source.original(*name)) for name in source.names(0, end)]
            known = {form for form in forms if form is not None and self._roster.performs(form)}
            if forms:
                if len(known) == 1 and len(set(forms)) == 1:
                    yield Performance(
                        actor=known.pop(), span=clause.span(*match.span("L")), part=found.parts[0], rule=pattern.name, confidence=pattern.confidence
                    )
                return

    def _as_part(self, clause: Clause, match: re.Match[str]) -> bool:
        if _ACTED.search(clause.blanked[: match.start("L")]):
            return False  # "he plays Lovo as a coward": the name is the part, and the rest how it is played
        middle = match["mid"].split()
        last = middle[-1].strip("',’").casefold() if middle else ""
        if last in _NOT_AS or last in ("absent", "missing") or re.search(r"\b(?:is|was|are|were|be|been) (?:\w+ )?(?:known|seen|credited|billed|regarded|revealed|disguised|described)\b", match["mid"]):
            return False
        return not re.match(r"(?:if|though|everyone|everybody|people|we|you|I|there|this|that|both|one would|some|an? (?:result|whole|actor|actress|director|writer|way|means|matter)|it|he|she|they|the (?:film|movie|story|plot|action|camera|score)|well|usual|always|such|is|was|in|to|of)\b", clause.blanked[match.end() :])

    def _plausible(self, clause: Clause, match: re.Match[str], names: list[tuple[int, int]], parts: tuple[Part, ...]) -> bool:
        """Whether "N … as P" speaks of acting: the part is a name or a person, and the words between fit."""
        if not parts or not names:
            return False
        words = clause.original(*names[0])
        known = self._roster.performs(self._roster.full_form(words) or words)
        person = proper(parts[0].character) or person_phrase(parts[0].character)
        middle = match.groupdict().get("mid") or ""
        if re.match(r"['’]s? ", middle) and not re.search(r"\b(?:perform\w*|turn|portrayal|role|acting|work|cameo|appearance|return|casting|debut|charm\w*|presence|charisma|introduction|entrance)\b", middle):
            return False
        if middle.strip(" '’s,") and not _ACTING.search(middle) and match.re.groupindex.get("mid"):
            if self._review and person and re.match(r" (?:is|are|was|were|makes|seems|looks|feels) ", middle) and full_name(words):
                return True
            return known and person and len(middle) < 40 and not re.search(r"\b(?:to|with|by|who|his|her)\b", middle)
        return person and (known or full_name(words))

    def _part_before(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> Iterator[Performance]:
        names = list(clause.names(*match.span("L")))
        head = clause.blanked[: match.start()]
        listed = clause.blanked[names[0][1] : names[-1][0]] if names else ""
        if len(names) > 1 and (head.endswith(", ") or " and " not in listed):
            # "George Hally, played by Humphrey Bogart, and Lloyd Hart": the list ends at the comma.
            names = [name for name in names if "," not in clause.blanked[names[0][1] : name[0]]]
        names = [name for number, name in enumerate(names) if not number or not re.match(r", (?:an?|the|who) ", clause.blanked[name[1] :])]
        if pattern.name == "(N)":
            yield from self._bracketed(clause, match, names, pattern)
            return
        if re.search(r"\b(?:to be|would be|was to be|not|never|originally|previously|initially|first|not to be|formerly) ?$", head) or re.search(
            r"\b(?:songs?|music|score|tunes?|themes?|soundtrack|stunts?|album|concert|piano|guitar)\b[^,;]{0,40}$", head
        ):
            return
        head = re.sub(r"(?:(?:,? (?:who|which|that|as|and))?(?: (?:is|was|are|were|being|be|has been|'s|also|both|all|all|then|now|here|memorably|wonderfully|beautifully|perfectly|brilliantly|[a-z]+ly))*,? ?\(?)$", "", head)
        role = re.search(rf"\b(?:roles?|parts?|characters?) (?:of |named |called )?(?:the )?({NAME}|{FILM})$", head)
        found = part_before(clause, role.end() if role else len(head))
        if re.match(r"performed|acted|interpreted", match.group()) and not (found and (found.parts[0].named or person_phrase(found.parts[0].character))):
            return
        yield from self._made(clause, names, found.parts if found else (), pattern, several=bool(found and found.several))

    def _bracketed(self, clause: Clause, match: re.Match[str], names: list[tuple[int, int]], pattern: Pattern) -> Iterator[Performance]:
        """ "A gambler (Kirk Douglas)", and turned round "Kirk Douglas (Whit)" where Douglas is known to perform."""
        found = part_before(clause, match.start())
        if found is None or clause.blanked[match.start() - 1] in "\ue010\ue011":
            return
        if clause.blanked[match.start() - 1] in "\ue020\ue021" and re.match(r",? (?:is|was|are|\[)", clause.blanked[match.end() :]):
            return
        before = found.parts[0].character
        after = clause.original(*names[0])
        roster = self._roster
        outside = roster.full_form(before)
        if proper(before) and outside is not None and roster.performs(outside) and not roster.performs(roster.full_form(after) or after):
            parts = tuple(read_parts(after))
            start = clause.blanked.rfind(NAME[0], 0, match.start())
            if start >= 0:
                yield from self._made(clause, [next(clause.names(start, match.start()), (start, match.start()))], parts, pattern)
            return
        if roster.made(before) or roster.plays_a_part(after) or (proper(before) and found.parts[0].character and re.search(r"\b(?:direct|wr[io]t|novel|critic)\w*\b", clause.blanked[max(0, found.edge - 30) : found.edge])):
            return
        yield from self._made(clause, names, found.parts, pattern, several=found.several)

    def _made(
        self,
        clause: Clause,
        names: list[tuple[int, int]],
        parts: tuple[Part, ...],
        pattern: Pattern,
        *,
        note: str = "",
        several: bool = False,
        polarity: Polarity = Polarity.ASSERTED,
    ) -> Iterator[Performance]:
        kin = _KIN.search(clause.blanked[: names[0][0]]) if len(names) == 1 and pattern.reading in (Reading.PART_AFTER, Reading.NO_PART) else None
        if kin:
            names = [kin.span("N")]  # "Eric DaRe, son of Aldo Ray, plays …"
        if len(parts) > 1 and len(parts) == len(names):
            pairs: list[tuple[tuple[int, int], Part | None]] = list(zip(names, parts, strict=True))
        else:
            each = tuple(_single(part) for part in parts) if several and len(names) > 1 else parts
            pairs = [(name, part) for name in names for part in (each[:1] if len(names) > 1 and not several else each) or (None,)]
        for (start, end), part in pairs:
            words = clause.original(start, end)
            actor = self._roster.full_form(words, makers=pattern.sure)
            confidence = pattern.confidence
            if actor is None and pattern.reading is Reading.BILLING and person_like(words) and not self._roster.plays_a_part(words):
                # "RZA and Xzibit", "Common": performers known by one name.
                actor, confidence = words, 0.8
            if actor is None and len(names) > 1:
                continue
            if actor is None:
                # A surname whose first name the document never gives.
                if not (self._review and pattern.name in ("plays", "played by", "starring", "(N)", "cast includes") and person_like(words)):
                    continue
                if self._roster.made(words, perhaps=True) or self._roster.plays_a_part(words) or (pattern.name == "plays" and not parts):
                    continue
                actor, confidence = words, 0.6
            kept = part if part is None or not self._roster.performs(part.character) or person_key(part.character) == person_key(actor) else None
            if kept is not None and pattern.name in ("plays", "sees N play") and not kept.named and not person_phrase(kept.character) and kept.character.casefold() not in _SELF:
                kept = None
            yield Performance(
                actor=untitled(actor),
                span=clause.span(start, end),
                part=kept if kept is None or kept.character else None,
                note=note or (kept.note if kept else "") or ("cameo" if pattern.name.startswith("cameo") else ""),
                rule=pattern.name,
                confidence=confidence,
                sure=pattern.sure and (actor != words or full_name(words)),
                polarity=polarity,
            )

    def _cast_polarity(self, clause: Clause, match: re.Match[str]) -> Polarity:
        """Whether somebody said to be cast stayed in the film."""
        verb = match["verb"]
        if re.match(r"considered|offered|approached|attached|set|replaced|the |wanted|announced", verb):
            return Polarity.PLANNED
        piece = clause.text[max(0, match.start() - 60) : match.end() + 120]
        following = self._following.get(clause.sentence.index + 1)
        if _DROPPED.search(clause.text[match.end() :]) or (following is not None and _DROPPED.search(following.text[:120])):
            return Polarity.PLANNED
        if re.search(r"\b(?:originally|initially|at first|at one point|had been|would be|wanted to|hoped to|almost|nearly|tried to|intended to|planned to)\b", piece):
            return Polarity.PLANNED
        return polarity_of(piece)

    def _elsewhere(self, clause: Clause, match: re.Match[str], pattern: Pattern) -> bool:
        """Whether the match is about another film, another version or another time."""
        left, right = clause.blanked[: match.start()], clause.blanked[match.end() :]
        breaks = [m.end() for m in re.finditer(r"[;:] |, (?:but|while|whereas|although|though) |—", left)]
        near = left[breaks[-1] :] if breaks else left
        if pattern.reading is Reading.BILLING:
            if re.search(r"\b(?:would (?:later |go on to |also |again )?(?:remake|direct|star|reunite)|remake this)\b", near):
                return True
            if re.search(r"\b[Tt]his (?:film |new |first |second )?(?:version|adaptation|remake|film|movie|sequel|one)\b[^,;]{0,30}$", near):
                return False
            if _TURNED.search(near) and FILM[0] not in near[-60:]:
                return True
            subject = _OTHER_SUBJECT.search(near)
            if subject and not near.endswith(", ") and not re.search(r"(?:^|\b(?:is|was) (?:an?|the)\b[^,;]*)$", near[: subject.start()]):
                return True
            if re.match(rf"{WORK}", near) and FILM[0] not in near and re.match(rf"{WORK}(?: \([^()]*\))?,? (?:also |which |that )?$", near):
                return True
            return bool(_ABOUT_OTHER.search(near)) and not re.search(r"(?:\band|\bthat|\bwhich|\bit|,) $", near) and not re.search(r"\b(?:is|was) an? [^,;]*$", near)
        span = match.group()
        if re.search(rf"{WORK}(?:['’]s?)?,? (?:\([^()]*\) )?(?:where |when |in which |which |that |with |as )?$", near) and not near.endswith(", "):
            return True
        if _INTRODUCED.search(near):
            return True
        if pattern.reading in (Reading.NO_PART, Reading.PART_BEFORE) and (_AFTERWARDS.match(right) or _THEN.match(right)):
            return True
        if pattern.reading in (Reading.PART_AFTER, Reading.NO_PART) and "verb" not in match.groupdict() and _WOULD.search(near[-60:]):
            return True
        if pattern.reading is Reading.NO_PART and re.search(rf"\b(?:in|from|of) (?:[^,.;]{{0,30}} )?{WORK}", span):
            return True
        return bool(_ELSEWHERE.search(near[-100:] + span)) and not (pattern.name == "(N)" and not _ELSEWHERE.search(near[-40:]))

    def _believed(self, performance: Performance, pattern: Pattern, clause: Clause) -> bool:
        roster, role = self._roster, clause.sentence.role
        known = roster.performs(performance.actor)
        if performance.polarity is not Polarity.ASSERTED:
            return full_name(performance.actor) and not known
        if not person_like(performance.actor) or roster.plays_a_part(performance.actor):
            return False
        if not self._review and role is Role.RECEPTION:
            return known and performance.part is not None and performance.part.named
        if known:
            return True
        if performance.rule in ("plays", "sees N play") and performance.part is None:
            return False
        if pattern.name == "N's part":
            return full_name(clause.text[performance.span.start - clause.start : performance.span.end - clause.start]) and not roster.made(performance.actor, perhaps=True)
        if performance.actor.split()[0] in _TITLED:
            return False
        near = clause.blanked[max(0, performance.span.start - clause.start - 30) : performance.span.start - clause.start]
        if not pattern.sure and re.search(r"\b(?:lack of|absence of|missing|without|instead of|unlike|reminded me of|reminiscent of|reminds me of|recalls?|evokes?|echo(?:es)?|channel(?:s|ing)?|imitat\w+|than|the way|version of|like|compared? to|compare|akin to|inspiration for|alongside|original|likes of|substitut\\w+ for|picture|absence of|not|never|no) (?:[a-z'’-]+ ){0,3}$", near):
            return False
        direct = clause.blanked[performance.span.end - clause.start :].startswith(" as ")
        if re.search(r"\b(?:absence|lack) of (?:[a-z-]+ ){0,3}$", clause.blanked[: performance.span.start - clause.start]):
            return False
        if pattern.name == "N as" and not direct and re.search(r"\b(?:on|in|at|the) $", near):
            return False
        named_as = pattern.name == "N as" and direct and performance.part is not None and performance.part.named
        if not named_as and roster.made(performance.actor, perhaps=not pattern.sure and pattern.name != "(N)") and pattern.name not in ("starring", "featuring", "supporting", "plays", "plays a role", "played by", "cameo", "narrated", "with N as", "cast includes", "cast as", "roles of"):
            return False
        if self._complete and pattern.name in ("N as", "playing", "led by", "with N as", "sees N play", "cast N as") and role is not Role.CAST:
            return False
        if not self._review and role is Role.PLOT and pattern.name not in ("played by", "(N)"):
            return False
        if pattern.sure:
            return full_name(performance.actor) or pattern.reading is Reading.BILLING or performance.confidence <= 0.6
        if pattern.name in ("(N)", "N as", "As P, N", "playing", "cameo", "cameo by", "roles of", "cast as", "cast N as", "led by"):
            return full_name(performance.actor) and (self._review or role is not Role.PRODUCTION or pattern.name.startswith(("cast", "cameo")))
        return self._review and full_name(performance.actor)


def _single(part: Part) -> Part:
    """What each of several is: "two brothers" → brother; words that do not end in a plain s stay."""
    head, of, rest = part.character.partition(" of ")
    head = re.sub(r"^(?:two|three|four|five|six|seven|both|several|some) ", "", head)
    last = head.split()[-1]
    if not part.named and re.search(r"[^su]s$", last) and not last.endswith("'s") and person_noun(last):
        head = head[:-1]
    return Part(character=head + of + rest, aliases=part.aliases, description=part.description, note=part.note)
