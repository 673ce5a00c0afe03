"""Reads the films that a review measures this one against."""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.influence_claims import influence_claims
from filmdossier.extract.named_things import Thing
from filmdossier.extract.works import shares_name, works_in
from filmdossier.model.annotations import Annotations, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity
from filmdossier.model.text import Span

_AWAY = re.compile(
    r"\b(?:(?:on|in|as) a double (?:bill|feature)|wrote|written|writing|co-wrote|also directed|directed|directing|starred|starring|appeared|appearing|best known|known for|would prove|would go on|instead|watch|played|previous(?:ly)?|"
    r"collaborations?|next|follow(?:s|ed)? up|follow-up|coming off|reunion|reunit\w+|showed in|shown in|later efforts?|after (?:his|her|their)|trilogy|known as|In the United States|retitled|along with|premiered|"
    r"whose|later|reports?|book|novel|better known|following|career|went on|next film|Oscar for|debut|won|produced)\b"
)
# Words of comparison beside another film's title: with them, more often than not, this film resembles it.
_MEASURES = re.compile(
    r"\b(?:(?<!un)like|similar\w*|reminds?|reminded|recalls?|recalling|echo\w*|feels?|style|territory|knock-?offs?|meets|evolution|bridge|mixed|akin|comparisons?|"
    r"evok\w+|lift\w*|familiar|name[- ]checks?|out of|combin\w+|template|carries over|shares?|sharing|shades|spirit|nods?|borrow\w*|formula|clone|elements|as much|descend\w*|precursor|ancestor|"
    r"predat\w+|foreshadow\w*|warm-?up|companion|double (?:bill|feature)|poor man['’]s|wannabe|retread|rehash\w*|remix|riff\w*|homage|parod\w+|spoof\w*|satir\w+|tribute)\b|-esque\b",
    re.IGNORECASE,
)


def measured_against(
    annotations: Annotations, topic: Topic, sentence: Sentence, seen: set[Span], followers: set[str]
) -> Iterator[Claim]:
    """Other films that a review names, unless it names them for who made them."""
    text, span = annotations.document.text, sentence.span
    for work in works_in(annotations, topic, span):
        if (
            work.own
            or not work.italic
            or not work.title[0].isupper()
            or work.film is False
            or work.title in followers
            or shares_name(topic, work.title)
            or any(work.span.overlaps(other) for other in seen)
        ):
            continue
        before, after = text[span.start : work.span.start], text[work.span.end : min(work.span.end + 40, span.end)]
        if (
            _AWAY.search(before[-70:])
            or _AWAY.search(after[:25])
            or before.endswith(("pre-", "post-"))
            or re.match(r"[:,] [A-Z]", after)
        ):
            continue
        if re.search(
            r"\b(?:remake|adaptation|version|sequel|original|entitled|titled|called|remade)\b[^.;]{0,80}$|\b(?:unlike|than|forget|compared (?:to|with)|contrast\w*|disappointment like|earlier|prior|other|better|best|worse|decades since|trace (?:its|their) roots)\b[^.;]{0,40}$",
            before,
        ):
            continue
        thing = Thing(name=work.title, span=work.span, year=work.year, film=None, titled=True, own=False)
        sure = 0.55 if _MEASURES.search(f"{before[-110:]} {after}") else 0.42
        yield from (made for made, _ in influence_claims(annotations, topic, thing, sure, Polarity.ASSERTED, "compared with"))
