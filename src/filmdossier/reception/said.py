"""What critics said: how many of the reviews praise and criticise each side of the film, and one sentence that says so.

Enters reconciled reviews with what they praise and criticise; leaves counts that cite their passages
and a summary put together from them. It says "3 of 6 reviews", never "most critics": the reviews at
hand are a sample, and what nobody mentions is not said to be fine.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from filmdossier.model.claim import Aspect, AspectMention
from filmdossier.model.reception import (
    AspectTally,
    Review,
    Said,
    SaidPart,
    SaidWords,
)
from filmdossier.model.text import Evidence

_NAMED_AT_MOST = 3  # sides that the sentence names for, and against
_WORDS_AT_MOST = 3  # phrases that it quotes for a side
_LONGEST = 40  # characters of a phrase that it quotes
_ARTICLE = {
    Aspect.STORY: "the story", Aspect.CHARACTERS: "the characters", Aspect.ACTING: "the acting", Aspect.DIRECTION: "the direction",
    Aspect.SCRIPT: "the script", Aspect.ACTION: "the action", Aspect.IMAGES: "the style and images", Aspect.MUSIC: "the music",
    Aspect.PACE: "the pace", Aspect.HUMOUR: "the humour", Aspect.EDITING: "the editing", Aspect.THEMES: "the themes",
    Aspect.ORIGINALITY: "the originality", Aspect.CREDIBILITY: "the credibility", Aspect.FILM: "the film",
}  # fmt: skip


def what_was_said(reviews: Sequence[Review], *, counted: Iterable[int] | None = None) -> Said:
    """The tally over ``reviews``, the sides most spoken of first, and its summary.

    ``counted`` are the indices of the reviews that count (a review printed twice counts once); all if None.
    A review that both praises and criticises a side counts on both.
    """
    indices = sorted(set(range(len(reviews)) if counted is None else counted))
    praised: dict[Aspect, list[SaidWords]] = defaultdict(list)
    criticised: dict[Aspect, list[SaidWords]] = defaultdict(list)
    for index in indices:
        for mentions, sides in ((reviews[index].praised, praised), (reviews[index].criticised, criticised)):
            for mention in mentions:
                if mention.kind is not None and mention.kind is not Aspect.FILM:
                    sides[mention.kind].append(_words(index, mention))
    tallies = tuple(
        AspectTally(
            aspect=aspect,
            praised_by=_reviews(praised[aspect]),
            criticised_by=_reviews(criticised[aspect]),
            praised=tuple(praised[aspect]),
            criticised=tuple(criticised[aspect]),
        )
        for aspect in Aspect
        if praised[aspect] or criticised[aspect]
    )
    ordered = tuple(sorted(tallies, key=lambda tally: -(tally.praised_by + tally.criticised_by)))
    return Said(reviews=len(indices), aspects=ordered, summary=_summary(ordered, len(indices)))


def _words(index: int, mention: AspectMention) -> SaidWords:
    return SaidWords(review=index, words=mention.aspect, evidence=mention.evidence)


def _reviews(said: Sequence[SaidWords]) -> int:
    return len({words.review for words in said})


def _summary(tallies: Sequence[AspectTally], total: int) -> tuple[SaidPart, ...]:
    """The sentence in parts: "Of 6 reviews, 3 praise the action (action scenes); 2 criticise the characters (…)." Empty where nothing was said."""
    parts: list[SaidPart] = []
    for verb, count, said in (("praise", "praised_by", "praised"), ("criticise", "criticised_by", "criticised")):
        named = sorted((t for t in tallies if getattr(t, count)), key=lambda tally: -getattr(tally, count))[:_NAMED_AT_MOST]
        for tally in named:
            number, words = getattr(tally, count), getattr(tally, said)
            phrase = f"{number} {verb}{'s' if number == 1 else ''} {_ARTICLE[tally.aspect]}{_in_words(words, tally.aspect)}"
            parts.append(SaidPart(words=phrase, evidence=_evidence(words)))
    if not parts:
        return ()
    opening = SaidPart(words=f"Of {total:,} review{'s' if total != 1 else ''}, ", evidence=())
    joined = [opening]
    for index, part in enumerate(parts):
        joined.append(part)
        joined.append(SaidPart(words="; " if index + 1 < len(parts) else ".", evidence=()))
    return tuple(joined)


def _in_words(said: Sequence[SaidWords], aspect: Aspect) -> str:
    """The phrases in brackets, as the documents have them; nothing where they only name the side."""
    seen: dict[str, str] = {}
    for words in said:
        key = words.words.casefold()
        if len(words.words) <= _LONGEST and key != _ARTICLE[aspect].removeprefix("the "):
            seen.setdefault(key, words.words)
    return f" ({', '.join(list(seen.values())[:_WORDS_AT_MOST])})" if seen else ""


def _evidence(said: Sequence[SaidWords]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for words in said for evidence in words.evidence))
