"""Reads credits from sentences: "written, co-produced, edited and directed by Robert Rodriguez".

Only where the film is what the sentence is about: the opening of an article, its production
part, and the body of a review or press note. A credit of another film ("the 1947 film directed
by …") is not taken.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.credits.beside import named_beside
from filmdossier.extract.credits.crafts import PRODUCTS
from filmdossier.extract.credits.patterns import ACTIVE, JOBS, NOUN_BY, TOLD, VERBS
from filmdossier.extract.credits.release import brought_to_cinemas
from filmdossier.extract.credits.where import is_critical, weight
from filmdossier.extract.names import full_names, names_before, names_from
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Mention, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Predicate
from filmdossier.model.text import Span
from filmdossier.model.titles import same_title

# The clause speaks of another work: "the 1962 film directed by", "the novel written by", "an episode directed by".
_OTHER_WORK = re.compile(
    r"\b(?:novels?|books?|play|short story|stories|memoirs?|songs?|music video|lyrics|episode|series|television|TV|album|sequel|prequel|remake|remade|original film|"
    r"documentary|adaptation of|stage|musical version|another|previous|earlier|later|next|comic|comics|article|essay|biography|"
    r"poem|opera|theme song|title song|title track|radio|tie-in|novelization|version|tracks?|numbers)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
# Most sentences speak of no credit: one cheap look spares them thirty patterns.
_ANY = re.compile(
    r"[Dd]irect|[Hh]elm|[Ww]r(?:ote|it)|[Ss]crip|[Ss]creen|[Pp]en(?:ned|s)|[Pp]roduc|[Ee]dit|[Cc]ompos|[Ss]cor|[Mm]usic|[Pp]hotog|[Cc]inematog|[Ll]ens|"
    r"[Ss]hot|[Cc]amera|[Cc]ut|[Dd]istrib|[Rr]eleas|[Ss]tor(?:y|ies)|[Aa]dapt|[Tt]eleplay|[Ss]cenario|[Dd]ialog|[Ss]oundtrack|[Ff]ilm|[Mm]ovie|[Pp]icture|DP |['’]s "
)
# "a war film that A produced and directed".
_THAT_SOMEBODY = re.compile(
    r" (?P<jobs>(?:co-)?(?:wrote|scripted|produced|directed|photographed)(?:(?:,? and |, )(?:co-)?(?:wrote|scripted|produced|directed|edited|scored))*)\b"
)
_A_FILM_THAT = re.compile(
    r"\b(?:is|was) (?:an?|the) [^,.;]{0,60}\b(?:film|movie|picture|comedy|drama|western|thriller|musical|documentary|feature|romance|melodrama) (?:that|which) $"
)
_CRAFT_AFTER = re.compile(
    r",? \(?(?P<craft>camera|photography|cinematography|editing|music|screenplay|script|direction)\)?(?=[,.;]| and |$)"
)
_SCORE = re.compile(
    r"\b(?:score|scored|background music|incidental music|(?:film|movie)['’]s music|soundtrack (?:was|is) composed|music (?:was|is|for the film))\b"
)
_SEQUEL_TO = re.compile(
    r"\b(?:sequel|prequel|remake|follow-up|spin-off|homage|tribute|companion) (?:to|of) [^,;.]{1,60}, ?\w*\s*$", re.IGNORECASE
)
_SOURCE_BY = re.compile(
    r"\b(?:novels?|books?|play|short story|memoirs?|novella|story|comics?|articles?|serial|biography|autobiography)\b[^,.;]{0,70}$",
    re.IGNORECASE,
)


def prose_credits(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims from the sentences that speak of this film's making."""
    full = full_names(annotations)
    critical = is_critical(annotations)
    for sentence in annotations.sentences_in(topic.passage):
        where = weight(annotations, sentence)
        if not where:
            continue
        opening = not sentence.section
        told = [(*one, False) for one in _in_sentence(annotations, topic, sentence, critical=critical, opening=opening)]
        if critical or sentence.role in (Role.PRODUCTION, Role.MUSIC, Role.CAST):
            told += [(*one, True) for one in named_beside(annotations, topic, sentence, critical=critical)]
        for predicate, mention, confidence, beside in told:
            if (
                sentence.role is Role.MUSIC
                and not critical
                and (predicate is not Predicate.COMPOSER or not _SCORE.search(annotations.text(sentence.span)))
            ):
                continue
            in_release = sentence.role is Role.RELEASE and not (opening or critical)
            if in_release and not (
                predicate is Predicate.DISTRIBUTOR and brought_to_cinemas(annotations, topic, sentence, mention)
            ):
                continue
            value = full.get(mention.surface, mention.surface)
            if same_title(value, topic.title):
                continue
            clause = annotations.text(Span(sentence.span.start, max(mention.span.start, sentence.span.start + 1)))
            polarity = (
                polarity_of(re.split(r"[;]|, (?:but|while|and) ", clause)[-1])
                if not (opening and not critical)
                else Polarity.ASSERTED
            )
            if beside and critical and polarity is not Polarity.PLANNED:
                polarity = Polarity.ASSERTED  # "rather than wait, director Jack Hill cuts": the job is taken for granted
            yield claim(
                annotations,
                topic,
                predicate,
                value,
                mention.span,
                extractor="credit prose",
                confidence=round(where * confidence, 3),
                polarity=polarity,
            )


def _in_sentence(
    annotations: Annotations, topic: Topic, sentence: Sentence, *, critical: bool, opening: bool
) -> Iterator[tuple[Predicate, Mention, float]]:
    text, span = annotations.document.text, sentence.span
    if _ANY.search(text, span.start, span.end) is None:
        return
    for match in JOBS.finditer(text, span.start, span.end):
        jobs = match["jobs"]
        if not match["by"] and not re.search(r"\bby\b", jobs, re.IGNORECASE):
            continue
        before = text[span.start : match.start()]
        if _elsewhere(before, topic, opening=opening):
            continue
        names = list(names_from(annotations, match.end(), span.end, lead_in=45))
        for predicate in _predicates(jobs):
            for mention in names:
                if re.match(r"['’]s?\s", text[mention.span.end : mention.span.end + 3]):
                    break  # "produced by Michelle Pfeiffer's production company"
                distributes = predicate is Predicate.DISTRIBUTOR and sentence.role is Role.RELEASE
                if mention.kind is MentionKind.ORGANISATION and not opening and not critical and not distributes:
                    continue  # further down, companies come and go with other films
                if predicate is Predicate.CINEMATOGRAPHER and mention.kind is MentionKind.ORGANISATION:
                    continue
                yield from _as_company(predicate, mention, beside=any(one.kind is MentionKind.PERSON for one in names))
    for pattern, predicate in NOUN_BY:
        for match in pattern.finditer(text, span.start, span.end):
            if _elsewhere(text[span.start : match.start()], topic, opening=opening):
                continue
            if predicate is Predicate.WRITER and _SOURCE_BY.search(text[span.start : match.start()]):
                continue
            for mention in names_from(annotations, match.end(), span.end):
                if mention.kind is not MentionKind.ORGANISATION:
                    yield predicate, mention, 1.0
    if critical:
        yield from _in_short(annotations, sentence)
    if opening or critical:
        for match in _THAT_SOMEBODY.finditer(text, span.start, span.end):
            names = names_before(annotations, match.start("jobs") - 1, span.start)
            if (
                names
                and _A_FILM_THAT.search(text, span.start, names[0].span.start)
                and not _elsewhere(text[span.start : names[0].span.start], topic, opening=opening)
            ):
                jobs = re.sub(r"\bwrote\b", "written", match["jobs"])
                yield from ((predicate, mention, 0.95) for predicate in _predicates(jobs) for mention in names)
    for pattern, predicate in (*ACTIVE, *TOLD) if critical else ACTIVE:
        for match in pattern.finditer(text, span.start, span.end):
            for mention in names_before(annotations, match.start(), span.start):
                if next(annotations.mentions_in(mention.span, MentionKind.PLACE), None) is not None:
                    continue
                if (mention.kind is MentionKind.ORGANISATION) == (predicate is Predicate.DISTRIBUTOR):
                    yield predicate, mention, 0.9


def _in_short(annotations: Annotations, sentence: Sentence) -> Iterator[tuple[Predicate, Mention, float]]:
    """ "Ida Lund camera, Max Roy editing, Jo Berg music": names before their crafts, two of them at least."""
    text = annotations.document.text
    told = [
        (PRODUCTS[craft["craft"]], mention)
        for mention in annotations.mentions_in(sentence.span, MentionKind.PERSON)
        if " " in mention.surface and (craft := _CRAFT_AFTER.match(text, mention.span.end, sentence.span.end))
    ]
    if len(told) > 1:
        yield from ((predicate, mention, 0.95) for predicate, mention in told)


def _predicates(jobs: str) -> list[Predicate]:
    found: list[Predicate] = []
    for job in re.split(r",? and |, | & |/", jobs):
        word = re.sub(r"^(?:also|both) | by$", "", job.strip()).lower()
        for pattern, predicate in VERBS:
            if re.fullmatch(pattern, word):
                if predicate is not None and predicate not in found:
                    found.append(predicate)
                break
    return found


def _as_company(predicate: Predicate, mention: Mention, *, beside: bool) -> Iterator[tuple[Predicate, Mention, float]]:
    """A company that "produced" is a production company, ``beside`` persons a producer too; only companies distribute."""
    company = mention.kind is MentionKind.ORGANISATION
    if predicate is Predicate.PRODUCER and company:
        yield Predicate.PRODUCTION_COMPANY, mention, 0.9
        if beside:
            yield Predicate.PRODUCER, mention, 0.8
    elif predicate is Predicate.DISTRIBUTOR:
        yield predicate, mention, 0.95 if company else 0.8 if mention.kind is MentionKind.NAME else 0.55
    elif not company:
        yield predicate, mention, 1.0


def _elsewhere(before: str, topic: Topic, *, opening: bool) -> bool:
    """Whether the words before a credit speak of another work."""
    clause = re.split(r"[;]|\. |, (?:and|but|while) (?=the film|it )", before)[-1]
    if _SEQUEL_TO.search(clause):
        return True
    if _OTHER_WORK.search(clause) and not re.search(r"\b(?:film|movie|it) (?:is|was)\b[^,]*$", clause):
        return True
    if topic.year is not None and not opening:
        years = [int(y) for y in re.findall(r"\b(?:18[89]\d|19\d\d|20[0-4]\d)\b", clause[-80:])]
        if years and topic.year not in years:
            return True
    return False
