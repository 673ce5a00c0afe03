"""Reads the opening of an encyclopedia-like text: "*Title* (…) is a 1995 American action film …".

Leaves the title, the year and other titles with their spans, or the reason why the opening is
about something that is not a film.
"""

import re
from dataclasses import dataclass, field

from filmdossier.model.annotations import Sentence
from filmdossier.model.text import BlockKind, Document, Mark, MarkKind, Origin, Span
from filmdossier.model.titles import slugify, title_year

_KIND = r"(?:films?|movies?|motion pictures?|pictures?|shorts?(?! (?:story|stories|novel|fiction))|documentar(?:y|ies)|featurettes?|biopics?|photoplays?|cartoons?|co-?productions?|talkie|docudrama|telefilms?|two-reeler|one-reeler|mockumentary)"
_GENRE = (
    r"(?:comed(?:y|ies)|drama|melodrama|western|thriller|musical|romance|mystery|noir|adventure|fantasy|horror|cartoon|serial|"
    r"anime|romcom|rom-com|parody|satire|farce|epic|biography|production|adaptation|remake|sequel|prequel|cinematic|feature|spoof|silent|anthology|whodunit)"
)
_NOT_AFTER = (
    r"(?![ -](?:series|franchise|trilogy|directors?|makers?|making|producers?|actors?|actress|critics?|festivals?|studios?|company|scores?|editor|"
    r"composer|historian|theor\w*|industry|magazine|school|distribut\w*|production compan\w*|stars?|characters?|writers?|executives?|awards?|"
    r"soundtrack)\b)"
)
_FILM_NOUN = re.compile(rf"\b{_KIND}\b{_NOT_AFTER}", re.IGNORECASE)
_SOFT_NOUN = re.compile(rf"\b(?:{_GENRE}|(?:television|TV|holiday|Christmas|animated) specials?)\b{_NOT_AFTER}", re.IGNORECASE)
_COPULA = re.compile(
    r",? (?:is|was|are|were)(?: \w+ly)?(?: (?:an?|the|one of|considered|among|first|also))+ "
    r"| an? (?=(?:18|19|20)\d\d [^.;]{0,60}\bfilm\b)| (?:is|was) (?=\d{4}\b|[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}['’]s? )|,? (?:is|was) (?=[^.]{0,30}\bfilms?\b)"
)
_OTHER_THING = re.compile(
    r"\b(?:film series|media franchise|franchise|trilogy|tetralogy|series of (?:[\w-]+,? )*(?:films|movies|pictures|comedies|thrillers|westerns|melodramas|mysteries|shorts|serials)|television (?:\w+ )?(?:series|program|programme|show|sitcom|drama series|play)|TV series|"
    r"sitcom|miniseries|mini-series|teleplay|soap opera|web series|novel(?:la)?|novelist|short story|play\b|stage play|album|song|single|video game|comic book|band|magazine|"
    r"actor|actress|director|filmmaker|screenwriter|producer|composer|cinematographer|author|writer|singer|musician|politician|journalist|film critic|"
    r"character|film festival|award ceremony|list of|company|studio|town|village|city|river|surname|given name|disambiguation)\b",
    re.IGNORECASE,
)
_SERIES_SUBJECT = re.compile(
    r"(?:The )?[^.;]{1,80}? (?:film series|film franchise|media franchise|franchise|series of films|trilogy|tetralogy) "
    r"(?:is|are|was|consists?|comprises?|includes?|began|started|follows|refers|features?|contains?|spans?)\b"
)
_LIST = re.compile(r"^(?:This|The following|Below) (?:is|are) (?:an? |the )?(?:[a-z]+ )?(?:list|listing|lists|filmography) of\b")
# "was the fourth of the series of wartime films": one of them.
_ONE_OF_THEM = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|[\w-]+(?:st|nd|rd|th)) (?:[a-z]+ )?(?:of|in|installment|entry)\b"
)
_MAY_REFER = re.compile(r"\bmay (?:also )?refer to\b")
_CLAUSE_END = re.compile(r"[,;(]|\. | (?:by|about|in which|that|which|who|starring|based on) ")
# Between a subject and its verb no sentence ends.
_ENDED = re.compile(r"(?<![A-Z])(?<!\b[JS]r)(?<!\b[MDS][rts])(?<!\bMrs)(?<!\bvs)[.!?][\"”’)]* (?=[A-Z])")
# "McMurtry knew the town, and it was there that the film was shot": the verb has a subject of its own.
_PRONOUN = re.compile(r",? (?:and|but|for|so|when|where|while) (?:it|he|she|there|they)$")
_OPENING_CHARACTERS = 900
_LONGEST_SUBJECT = 400
_YEAR = re.compile(r"(?<!\d)(18[89]\d|19\d\d|20[0-4]\d)(?![\d%]|['’]?s\b)")
_LEAD_IN = re.compile(r"^(?:The (?:film|movie|picture)|In (?:film|cinema)),? ")
_AKA = re.compile(
    r"(?:also (?:known|titled|released|called|billed|written|spelled|stylized|styled|marketed)(?: (?:internationally|simply|alternatively|in \w+|onscreen|in [A-Z][\w .]+))?(?: as| under the title| (?:by|under) (?:the|its) (?:initialism|acronym|abbreviation|initials|title|name))?|a\.?k\.?a\.?|"
    r"(?:re-?)?released (?:in [\w ,]+ )?(?:as|under the title)|known (?:in [\w ,]+ )?as|known (?:by|under) (?:the|its) (?:initialism|acronym|abbreviation|initials|title|name|short(?:ened)? title)(?: of)?|English(?: title)?:|lit\.|transl\.|original(?:ly)? title[d]?:?|"
    r"(?:stylized|styled|marketed|retitled|alternatively titled|originally titled|working title|distributed)(?: as)?)\s*:?\s+(?P<name>[^;,)(]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What the opening says. ``title`` None where it names no film; ``other`` says what else it is."""

    title: Span | None = None
    year: Span | None = None
    aliases: tuple[Span, ...] = field(default=())
    other: str = ""
    other_named: str = ""  # the words that name that other thing; '' where they do not stand apart
    sure: bool = False


def read_lead(document: Document, sentences: tuple[Sentence, ...]) -> Lead:
    """Reads the first body sentences, up to the first heading."""
    lead = Lead()
    seen = 0
    for sentence in sentences:
        block = document.blocks[sentence.block]
        if block.kind is BlockKind.HEADING and seen:
            break
        if block.kind is not BlockKind.PARAGRAPH or block.origin is not Origin.BODY:
            continue
        seen += 1
        # Titles hold full stops and question marks: the opening is read as a whole, not sentence by sentence.
        lead = _read_opening(document, Span(sentence.span.start, min(block.span.end, sentence.span.start + _OPENING_CHARACTERS)))
        if lead.title is not None or lead.other:
            return _with_year(document, sentences, sentence, lead)
        if seen == 3:
            break
    return lead


def _read_opening(document: Document, span: Span) -> Lead:
    text = span.of(document.text).replace("\n", " ")
    if _MAY_REFER.search(text[:200]):
        return Lead(other="a page that lists several things of one name")
    if _LIST.search(text[:120]):
        return Lead(other="a list of films")
    if _SERIES_SUBJECT.match(text):
        return Lead(other="a film series")
    for copula in _COPULA.finditer(text):
        depth = text.count("(", 0, copula.start()) - text.count(")", 0, copula.start())
        if depth > 0:
            continue
        if copula.start() > _LONGEST_SUBJECT:
            break
        subject = _subject(document, span, text[: copula.start()])
        between = text[subject.end - span.start : copula.start()] if subject is not None else ""
        if subject is None or _ENDED.search(between) or _PRONOUN.search(text[: copula.start()]):
            continue
        rest = text[copula.end() :]
        noun = _FILM_NOUN.search(rest[:250]) or (
            _SOFT_NOUN.search(rest[:160]) if _YEAR.search(text[subject.end - span.start : copula.end() + 60]) else None
        )
        other = _OTHER_THING.search(_CLAUSE_END.split(rest[:160], maxsplit=1)[0])
        if other and noun is not None and noun.start() > other.start():
            # "a 1995 cinematic adaptation of the novel": the first word tells what it is.
            noun = _SOFT_NOUN.search(rest[: other.start()]) if _YEAR.search(rest[:40]) else None
            noun = _FILM_NOUN.search(rest[:250]) if noun is None and _ONE_OF_THEM.match(rest) else noun
            other = None if noun is not None else other
        if other and (noun is None or noun.start() > other.start()):
            return Lead(other=f"a {other.group().strip()}", other_named=subject.of(document.text))
        if noun is None:
            noun = _SOFT_NOUN.search(rest[:80])
            if noun is None or not _film_like(document, subject):
                continue
        base = span.start + copula.end()
        year = _YEAR.search(rest[: noun.end()])
        year_span = Span(base + year.start(), base + year.end()) if year else None
        head = text[: copula.start()]
        bracketed = re.search(r"[(\[] ?(18[89]\d|19\d\d|20[0-4]\d) ?[)\]]", head[subject.end - span.start :])
        if year_span is None and bracketed:
            year_span = Span(subject.end + bracketed.start(1), subject.end + bracketed.end(1))
        return Lead(title=subject, year=year_span, aliases=_aliases(document, span, head), sure=year is not None)
    return Lead()


def _film_like(document: Document, subject: Span) -> bool:
    return any(mark.span.overlaps(subject) for mark in document.marks if mark.kind is MarkKind.ITALIC)


def _subject(document: Document, sentence: Span, head: str) -> Span | None:
    """The title in what stands before the verb: a marked-up title first, else the words up to a bracket."""
    cut = len(head)
    marked = [
        mark for mark in document.marks
        if mark.kind in (MarkKind.ITALIC, MarkKind.BOLD) and mark.span.start >= sentence.start and mark.span.end <= sentence.start + cut + 1
    ]  # fmt: skip
    if marked and (marked[0].span.start - sentence.start) <= 40:
        return _widest(marked)
    body = _LEAD_IN.sub("", head)
    offset = len(head) - len(body)
    bracket = re.search(r"\s*[(\[]", body)
    comma = re.search(
        r"(?:,| [—–-])? (?:also|sometimes|often|commonly|better|alternatively|later|otherwise|internationally) (?:simply )?(?:known|called|referred|titled|retitled|released|billed|listed)|, (?:also|later|sometimes|often|commonly|alternatively|formerly|previously|listed|retitled|subtitled|a\.?k\.?a|or|known|released|originally|directed|produced|written|starring|stylized|an? (?=[a-z])|the (?=[a-z])|titled|which|based|from|billed)(?!\w)",
        body,
    )
    stops = [match.start() for match in (bracket, comma) if match and match.start() > 0]
    title = body[: min(stops)] if stops else body
    # A title that itself ends with a bracketed part is kept whole: "Birdman or (The Unexpected …)".
    if bracket and not title.strip():
        title = body
    if re.search(r":\s*[\"“„«]", title) or re.match(r"\W*(?:Our|My|Your|His|Her|Their|Its) [a-z]", title):
        return None  # "…, Per Halvorsen, is not ashamed to say: "It is …": somebody speaks
    trimmed = title.strip(" ,\"“”'‘’:;")
    if (
        not trimmed
        or len(trimmed) > 150
        or not (trimmed[0].isupper() or trimmed[0].isdigit() or not trimmed[0].isalpha() or len(trimmed) < 40)
    ):
        return None
    if slugify(trimmed) in {
        "it",
        "he",
        "she",
        "they",
        "this",
        "that",
        "there",
        "the-film",
        "the-movie",
        "the-plot",
        "the-story",
        "these",
        "which",
        "who",
        "what",
        "here",
    }:
        return None
    begin = sentence.start + offset + title.index(trimmed)
    end = begin + len(trimmed)
    own = title_year(document.title or "").title
    ended = list(_SENTENCE_BEFORE.finditer(trimmed))
    if ended and slugify(trimmed) != slugify(own):
        # "… by leaning into the bad. God Told Me To is a …": what stands after the last sentence is the subject.
        begin, trimmed = begin + ended[-1].end(), trimmed[ended[-1].end() :]
    joined = re.match(r"(?:But|And|Still|Yet|So|Now),? (?=[A-Z])", trimmed)
    if ended and joined is not None and slugify(trimmed) != slugify(own):
        begin, trimmed = begin + joined.end(), trimmed[joined.end() :]
    if not _can_be_title(trimmed) and slugify(trimmed) != slugify(own):
        return None
    # Words may stand before the sentence on the film ("A note for a festival. Desperado is …"): the page's own title tells.
    if own and re.search(rf"[.!?…]\s+{re.escape(own)}$", trimmed):
        begin = end - len(own)
    return Span(begin, end)


# Two small words before a full stop make a sentence of what stands before it, and no title.
_SENTENCE_BEFORE = re.compile(r"\b[a-z]{2,} (?:[\w'’]+ )*?[a-z'’]{3,}[.!?] (?=[A-Z])")
_ENGLISH = re.compile(
    r"(?:^(?:the|an?|this|that|here|there|when|what|his|her|its|their|our|my|it|if|on|in|at|for|by|with|despite|due|considering|as)\b|['’]s )",
    re.IGNORECASE,
)
_SMALL_LETTERS = re.compile(r"(?<![\w'’])[a-z]{4,}(?![\w'’])")
_JOINING = frozenset({"with", "from", "into", "over", "upon", "than", "that", "under", "after", "before", "without", "through"})


def _can_be_title(words: str) -> bool:
    """Whether a subject that nothing marks is written as a title: "The result" and "Jimmy Sangster's script" are not."""
    small = [word for word in _SMALL_LETTERS.findall(words) if word not in _JOINING]
    if _CLAUSE.match(words):
        return False
    return words.casefold() not in _PRONOUNS and not (small and (_ENGLISH.search(words) or len(small) > _FEW_SMALL))


# "What he got was a film about …"
_CLAUSE = re.compile(
    r"(?:What|Who|Whom|Which|Where|When|How|Why|All|That|Whatever)(?: [a-z]+)? (?:he|she|it|they|we|you|I|this|that|[a-z]{2,}) [a-z]+"
)
_PRONOUNS = frozenset({"when", "it", "this", "that", "he", "she", "they", "here", "there", "what", "who", "we", "i", "you"})
_FEW_SMALL = 3  # "Il sorpasso", "Ostře sledované vlaky"


def _widest(marked: list[Mark]) -> Span:
    """The first marked-up stretch, joined with marks that touch it (bold italics, split links)."""
    start, end = marked[0].span.start, marked[0].span.end
    for mark in marked[1:]:
        if mark.span.start <= end:
            end = max(end, mark.span.end)
    return Span(start, end)


def _aliases(document: Document, sentence: Span, head: str) -> tuple[Span, ...]:
    found = []
    for match in _AKA.finditer(head):
        name = match["name"].strip(" .\"“”'‘’")
        if 1 < len(name) <= 100 and name[0].isupper():
            start = sentence.start + match.start("name") + match["name"].index(name)
            found.append(Span(start, start + len(name)))
    return tuple(found)


_RELEASE_YEAR = re.compile(
    r"(?<!re-)\b(?:released|premiered|opened|debuted|aired|broadcast|issued|distributed)\b(?! (?:on|to) (?:DVD|VHS|Blu-ray|home|video))[^.;]{0,60}?\b(18[89]\d|19\d\d|20[0-4]\d)\b"
)
_MAKING_YEAR = re.compile(r"\b(?:made|produced|filmed|shot|completed)\b[^.;]{0,60}?\b(18[89]\d|19\d\d|20[0-4]\d)\b")


_SCHEDULED = re.compile(r"\b(?:scheduled|set|slated|planned|expected|due|will)\b[^.;]{0,80}?\b(20[0-4]\d)\b")


def _with_year(document: Document, sentences: tuple[Sentence, ...], first: Sentence, lead: Lead) -> Lead:
    """The lead with a year from "released … 1900" where the definition itself has none."""
    if lead.title is None or lead.year is not None:
        return lead
    named = title_year(document.title or "")
    if named.year is not None:
        return lead
    upcoming = re.search(
        r"\b(?:is|are) (?:an? |the )?(?:upcoming|forthcoming)\b",
        lead.title.of(document.text) + document.text[lead.title.end : lead.title.end + 200],
    )
    patterns = (_SCHEDULED,) if upcoming else (_RELEASE_YEAR, _MAKING_YEAR, _YEAR)
    title = title_year(lead.title.of(document.text)).title
    opening = [s for s in sentences[first.index : first.index + 12] if s.section == first.section]
    for pattern in patterns:
        for sentence in opening:
            # "2001: A Space Odyssey": a year in the title is not the film's.
            words = sentence.span.of(document.text).replace(title, " " * len(title))
            match = pattern.search(words)
            if match:
                start = sentence.span.start + match.start(1)
                return Lead(title=lead.title, year=Span(start, start + 4), aliases=lead.aliases)
    return lead
