"""Reads new versions told by what somebody did with the story, and films told by their own title with a number or a year.

"Leone redid it in Spain as A Fistful of Dollars", "Scorsese moved the story to Boston in The Departed",
"The Magnificent Seven put it into the Wild West": a verb of telling anew, the story or "it" as its object,
and a younger film that the sentence names.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.claims import link_claims
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import Work, is_older, works_in
from filmdossier.model.annotations import Annotations, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Relation
from filmdossier.model.titles import slugify, title_key

_STORY = r"(?:it|this|the (?:(?:whole|same|old|entire|whole|basic) )?(?:story|tale|plot|thing|action|material|novel|book|play|subject|premise|idea|script|screenplay|tape|formula|situation|legend)(?: of [\w ]{2,20})?|its (?:story|plot|premise))"
_ELSEWHERE = r"(?:(?:in)?to|into|among(?:st)?|in|over|onto|from [^,;.]{2,30} to)\b"
_ANEW = r"(?:again|anew|afresh|once more|over again|all over again|up again|a second time)\b"
_RETOLD = re.compile(
    rf"\b(?:mov|transpos|transplant|transferr?|transport|relocat|shift|carri|updat|switch)(?:e[sd]?|ed|s|ing|es) {_STORY}(?: (?:forward|up|back|out))? (?:{_ELSEWHERE}|for\b)"
    rf"|\b(?:moves?|carry|carries) {_STORY} {_ELSEWHERE}"
    rf"|\b(?:t[ao]kes?|took|taking|puts?|sets?|brings?|brought) {_STORY} (?:in)?to (?:the |a |an |outer |inner )*[A-Za-z]"
    rf"|\b(?:t[oe]ll(?:s|ing)?|told|retells?|retold|redo|redid|redoes|redone|remade|remakes|refilmed|re-?shot|reworked|reworks|did|does|done|film(?:s|ed)|took|takes|ma(?:de|kes)|turns|turned) {_STORY} (?:(?:[\w-]+ ){{0,3}}{_ANEW}|among(?:st)? |for our (?:time|day))"
    rf"|\b(?:retells?|retold|redid|redoes|redone|redo|remade|remakes|refilmed|re-?shot|reworked|reworks|went back to|goes back to) {_STORY}"
    rf"|\bt(?:ook|akes) {_STORY} up (?:again|once more)"
)
_UNMADE = re.compile(
    r"\b(?:planned|announced|wanted to|was to|would have|never|not|n['’]t|abandoned|hoped|television|TV|stage|Broadway|musical|opera|radio|series|novel|play|comic|game)\b"
)
_UNRELATED = re.compile(
    r"\b(?:unrelated|no relation|not to be confused|confused|shares? (?:its|the|a) (?:title|name)|same (?:title|name)|nothing to do|different|album|song|novel|book|play|musical|series|television|TV|game|comic|episode|stage|not)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"\b(?:(?:acknowledged|official|unofficial|open|straight|free|loose|avowed|faithful|close|undeclared|uncredited|thinly disguised|virtual) )?(?P<noun>remake|re-make|reworking|retelling|new version)(?=[.,;:!)]|$| (?:in which|with|that|set|starring)\b)"
)
_NUMBER_IN = re.compile(r"[:,]? (?:Part |Chapter )?(?:\d{1,2}|I{2,3}|IV|VI{0,3}|IX|X|Two|Three|Four)(?:: .+)?$")
# "took it to Osaka, and came back with": a second thing done.
_AND_THEN = re.compile(r"\band (?:then )?[a-z]+(?:ed|me|nt|de|ok)\b")
_REACH = 110


def retold(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on new versions, on versions of another year under the film's title, and on films numbered after it."""
    if sentence.role in (Role.PLOT, Role.CAST, Role.AWARDS, Role.MUSIC):
        return
    works = [work for work in works_in(annotations, topic, sentence.span) if not work.own and work.film is not False]
    for work in works:
        told = (
            _namesake(annotations, topic, sentence, work)
            or _numbered(topic, work)
            or _told_anew(annotations, topic, sentence, work)
        )
        if told is not None:
            relation, sure = told
            text = annotations.document.text
            polarity = polarity_of(text[max(sentence.span.start, work.span.start - 60) : work.span.start])
            name = work.title
            yield from link_claims(annotations, topic, relation, name, work.year, work.span, sure, polarity, "told anew")


def _told_anew(annotations: Annotations, topic: Topic, sentence: Sentence, work: Work) -> tuple[Relation, float] | None:
    if is_older(topic, work) is not False:
        return None
    text, span = annotations.document.text, sentence.span
    clause = text[max(span.start, work.span.start - _REACH) : work.span.start]
    clause = re.split(r"; |(?<![A-Z])\. (?=[A-Z])|, (?:and|but|while) (?=[A-Z])", clause)[-1]
    before = list(_RETOLD.finditer(clause))
    after = text[work.span.end : min(span.end, work.span.end + _REACH)]
    after = re.split(r"; |(?<![A-Z])\. (?=[A-Z])|, (?:and|but|while) (?=[A-Z])", after)[0]
    if (
        before
        and not _AND_THEN.search(clause, before[-1].end())
        and not _UNMADE.search(clause.replace(before[-1].group(), ""))
        and re.search(
            r"\b(?:in|as|for|with|into|called|titled|under the title)\W+(?:[A-Z][\w.'’-]+['’]s? |the |his |her )*\W*$",
            clause[before[-1].start() :],
        )
    ):
        return Relation.REMADE_AS, 0.6
    # "A Bug's Life told it among insects": the film itself is what tells.
    subject = _RETOLD.search(after[:60])
    if subject and re.fullmatch(
        r"[’'\"”*_]{0,2}(?: \([^()]{0,40}\))?,? (?:(?:also|later|then|which|simply|even) )*", after[: subject.start()]
    ):
        return Relation.REMADE_AS, 0.6
    noun = _VERSION.search(after)
    if (
        noun
        and re.match(
            r"[’'\"”*_]{0,2}(?: \([^()]{0,40}\))?(?:,[^;.]{0,80},)? (?:is|was) (?:an? |the )?(?:[\w-]+ ){0,3}?$",
            after[: noun.start()],
        )
        and not _UNMADE.search(after[: noun.end()])
    ):
        return Relation.REMADE_AS, 0.6
    return None


def _namesake(annotations: Annotations, topic: Topic, sentence: Sentence, work: Work) -> tuple[Relation, float] | None:
    """A film of exactly this title and of another year, beside no word that says that the two have only that in common."""
    if (
        topic.year is None
        or work.year is None
        or abs(work.year - topic.year) < 2
        or title_key(work.title) != title_key(topic.title)
    ):
        return None
    text = annotations.document.text
    around = text[max(sentence.span.start, work.span.start - 80) : min(sentence.span.end, work.span.end + 60)]
    if _UNRELATED.search(around):
        return None
    return (Relation.REMAKE_OF if work.year < topic.year else Relation.REMADE_AS), 0.55


def _numbered(topic: Topic, work: Work) -> tuple[Relation, float] | None:
    """A film whose title is this one's with a number behind it: "Halloween II" of "Halloween"."""
    own, other = slugify(topic.title), slugify(work.title)
    older = is_older(topic, work)
    if older is False and other.startswith(f"{own}-") and _NUMBER_IN.fullmatch(work.title[len(topic.title) :]):
        return Relation.FOLLOWED_BY, 0.6
    stem = _NUMBER_IN.search(topic.title)
    if older and stem and slugify(topic.title[: stem.start()]) == other:
        return Relation.SEQUEL_TO, 0.6
    return None
