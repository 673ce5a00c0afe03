"""Tells who sings or plays a song named in a sentence: "Sukhwinder Singh's “Kawa Kawa”", "“Po' Lazarus”, by James Carter and the Prisoners".

Enters a sentence and its titles; leaves names with their spans and how sure each is. Parts of the
story are no singers, and a single word is a singer's name only where the document does not
use it otherwise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.extract.phrases import CAPITALISED
from filmdossier.extract.track_lists import name_list
from filmdossier.model.annotations import Annotations, MentionKind, Sentence, Topic
from filmdossier.model.text import Span
from filmdossier.model.titles import same_title

_NAME = rf"(?:[Tt]he )?{CAPITALISED}(?: (?:(?:of the|of|and the|& the|& The|and his|and her|& His|de la|de|da|du|la|van|von|del|el) )?{CAPITALISED}){{0,5}}"
_RUN = rf"(?P<names>{_NAME}(?:, {_NAME})*(?:,? and {_NAME})?)"
_DOES = (
    r"(?:sings?|sang|singing|croons?|crooned|crooning|belts?(?: out)?|belted(?: out)?|chants?|chanted|chanting|hums?|wails?|wailing|performs?|performed|performing|plays?|played|playing|does|did|delivers?|covers?|covered|covering|"
    r"(?:tears?|launch(?:es)?|breaks?|bursts?|swings?|rips?) (?:straight )?into|leads? (?:\w+ ){1,4}in|(?:takes?|taking) turns (?:with|at|on)|opens? (?:his|her) mouth (?:for|in)|lends? (?:his|her|their) voices? to|"
    r"lets? us have|duets? on|is heard (?:in|with|singing)|are heard (?:in|with|singing)|turns? up (?:[\w ]{1,30} )?(?:with|to (?:sing|croon|perform))|joins? [\w ]{1,60}? for|give us|gives us|recorded)"
)
_BEFORE = (
    # (words that end right before the opening mark, sureness)
    (re.compile(rf"{_RUN}(?:, [^,;\"“”]{{1,50}},)?(?: (?:himself|herself|themselves|also|then|later|both|even|alone|who))*(?: (?:is|was|are) (?:the )?[^,;\"“”]{{3,40}}, who)? {_DOES}(?: (?!by\b|of\b)[a-z][\w’'-]*){{0,4}},? (?:“…+”(?:, | and |, and )(?:the )?)*$"), 0.6),
    (re.compile(rf"{_RUN}['’]s?(?: own)?(?: (?:[a-z\d-]+ ){{0,3}}(?:version|rendition|recording|cover|take|reading)s?(?: of|,)?)? (?:“…+”(?:, | and |, and ))*$"), 0.6),
    (re.compile(rf"{_RUN},? with (?:a |the |his |her |their )?$"), 0.55),
    (re.compile(rf"(?:^|[,;:] |and |[Tt]hen |[Aa]lso ){_RUN}(?: \(|: )$"), 0.55),
)  # fmt: skip
_ASIDE = re.compile(
    rf"^(?:\)|,)?(?: (?:is|are|was|were|comes?|being|here|again|as))*,? ?(?:(?:sung|performed|played|recorded|crooned|covered|done|given|heard|delivered)(?: \w+){{0,2}} )?(?:by|in the (?:voice|version|recording|rendition) of|with the voice of) (?:the (?:singer|band|group|duo|rapper|great|young) )?(?={_NAME})"
)
_IN_RECORDING = re.compile(
    rf"^[^.;\"“]{{0,40}}?\bin {_RUN}['’]s? (?:[\w\d]+ ){{0,2}}?(?:recording|version|rendition|voice|cover|reading)\b"
)
_IN_BRACKETS = re.compile(rf"^ \((?P<names>{_NAME})(?:, (?:18|19|20)\d\d)?\)")
# "“Everybody's Talkin'”, by Fred Neil, is sung by Harry Nilsson": of two, the first wrote it.
_MADE = re.compile(
    r"^[^.;\"“]{0,60}\bby [^.;\"“]{3,60}(?:\((?:music|lyrics)\)|\b(?:sung|performed|recorded|covered|sings|introduced)\b)"
)
_INSTRUMENT = r"(?:(?:slide |steel |electric |acoustic |bass |lead |pan )?(?:guitars?|sax(?:ophone)?|harmonica|trumpet|violin|fiddle|cello|sitar|tabla|flutes?|pan ?pipes|clarinet|organ|accordion|banjo|zither|mandolin|bandoneon|oud|shakuhachi|theremin|mouth bow|percussion|vocals))"
_PLAYS = (
    re.compile(
        rf"\b[Tt]he (?:singing |singer['’]s )?voice (?:is|was|belongs to|is that of)(?: that of)? (?P<names>{_NAME})(?=['’]s\b|[,.;]|$| singing)"
    ),
    re.compile(rf"(?P<names>{_NAME})['’]s? (?:[a-z][\w-]* ){{0,2}}{_INSTRUMENT}\b(?! (?:scores?|music|themes?))"),
    re.compile(
        rf"(?P<names>{_NAME}) (?:plays?|played|(?:is|was|are) on) (?:on )?(?:the |a |his |her )?(?:[a-z][\w-]* ){{0,2}}{_INSTRUMENT}\b(?! (?:scores?|music|themes?))"
    ),
    re.compile(rf"\b(?:to|with) the (?:sounds?|strains|voices?|music|songs|tunes) of (?P<names>{_NAME})"),
    re.compile(
        rf"\b(?:soundtrack|songs|tunes|records|jukebox)\b[^.;:\"“”]{{0,50}}: (?P<names>{_NAME}(?:, {_NAME})+(?:,? and {_NAME})?)(?=[,.;]|$)"
    ),
)


@dataclass(frozen=True, slots=True)
class Singers:
    """Reads the singers of one document's songs; ``full`` maps a surname to the whole name."""

    annotations: Annotations
    topic: Topic
    full: dict[str, str]

    def of_titles(self, sentence: Sentence, titles: Sequence[Span]) -> Iterator[tuple[str, Span, float]]:
        """(name, span, sureness) of those who sing the titles, whose spans hold their quotation marks."""
        text, start, end = self.annotations.document.text, sentence.span.start, sentence.span.end
        for quoted in titles:
            # Titles are made as long as they were, so that places in the words stay places in the text.
            before = _blanked(text[max(start, quoted.start - 260) : quoted.start])
            base = quoted.start - len(before)
            for pattern, sure in _BEFORE:
                match = pattern.search(before)
                if match is not None:
                    yield from self._named(base + match.start("names"), base + match.end("names"), sure)
                    break
            after = text[quoted.end : end]
            led = _ASIDE.match(after)
            if led is not None and not _MADE.search(after):
                yield from self._named(quoted.end + led.end(), end, 0.6)
            for pattern in (_IN_RECORDING, _IN_BRACKETS):
                found = pattern.match(after)
                if found is not None:
                    yield from self._named(quoted.end + found.start("names"), quoted.end + found.end("names"), 0.6)

    def of_sentence(self, sentence: Sentence) -> Iterator[tuple[str, Span, float]]:
        """(name, span, sureness) of players and artists told without a title: "Ry Cooder's slide guitar"."""
        text = self.annotations.document.text
        for pattern in _PLAYS:
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
                yield from self._named(match.start("names"), match.end("names"), 0.55)

    def _named(self, start: int, end: int, sure: float) -> Iterator[tuple[str, Span, float]]:
        text = self.annotations.document.text
        pair = _PAIR.match(text, start, end)
        for name, span in [(pair.group(), Span(*pair.span()))] if pair else name_list(text, start, end):
            name = re.sub(r"['’]s?$", "", name)
            band = re.compile(rf" (?:and|&) (?:[Tt]he|[Hh]is|[Hh]er) {CAPITALISED}(?: {CAPITALISED})?").match(text, span.end, end)
            if band is not None:
                name, span = name + band.group(), Span(span.start, band.end())
            whole = self.full.get(name, name)
            if self._sings(whole, span):
                yield whole, Span(span.start, span.start + len(name)), sure
            if band is not None:
                return

    def _sings(self, name: str, span: Span) -> bool:
        text = self.annotations.document.text
        if same_title(name, self.topic.title) or any(m.span == span for m in self.annotations.mentions_in(span, MentionKind.PLACE)):
            return False
        if name.split()[0] in _NOT_NAMES or self._is_part(name):
            return False
        if " " in name:
            return True
        if text[max(0, span.start - 4) : span.start].casefold() == "the ":
            return name.endswith("s")  # the Beatles, the Melodians; "the Count" is a part
        return len(re.findall(rf"\b{re.escape(name)}\b", text)) == 1

    def _is_part(self, name: str) -> bool:
        """Whether the document gives ``name`` a player: "Turner (Mick Jagger)", "as Jimmy Rabbitte"."""
        text, words = self.annotations.document.text, re.escape(name)
        first = re.escape(name.split()[0])
        return (
            re.search(rf"\b(?:{words}|{first}) \((?:played by )?[A-Z][\w.'’-]+ [A-Z][\w.'’-]+[,)]", text) is not None
            or re.search(rf"\b(?:as|plays|played|playing|portrays|named|called) (?:the \w+ )?{words}\b(?! )?", text) is not None
        )


# "Flanagan and Allen", "Simon & Garfunkel": two surnames are one act.
_PAIR = re.compile(r"[A-Z][\w’'-]+ (?:and|&) [A-Z][\w-]+(?=['’]|,? “| \(|[,.;]|$)(?! [A-Z])")

_NOT_NAMES = frozenset("I He She They It We You His Her Their Its This That These Those There Here When While As And But Or Then Also In On At Over Under For With After Before One Two Three Another Each Every Both All Some Most Other Others Not No Even Only What Which Who Whose Where".split())  # fmt: skip


def _blanked(words: str) -> str:
    return re.sub(r"[\"“][^\"“”\n]{2,90}[\"”]", lambda title: f"“{'…' * (len(title.group()) - 2)}”", words)
