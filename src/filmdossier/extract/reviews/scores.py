"""Finds the rating that a sentence says a critic gave, as written.

Enters words outside and inside quotation marks; leaves the span of the rating ("three out of five
stars", "B+", "★★★½", "half-star out of four"). Reads no meaning into it: that is for later.
"""

import re

from filmdossier.extract.reviews.scores_abroad import rating_abroad

_WORD = r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|no)"
_HALF = r"(?:[- ]and(?:[- ](?:an?|one))?[- ](?:half|quarter))"
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?(?:[ -]?[½¼¾]|[ -]1/2|{_HALF})?|[½]|{_WORD}{_HALF}?|(?:an? )?half(?:[ -]an?)?)"
_STAR = r"(?:[ -](?:stars?|pluses|bones?|skulls|hearts|reels|popcorns?))"
# "five barges out of five": a writer's own unit, known for one by what it is out of.
_OWN_UNIT = r"(?: (?!and\b|people|critics|films|times|scenes|years)[a-z]{3,12})?"
_TOP = r"(?:100|10|20|4|5|6|4\.0|5\.0|ten|five|four|six|an? hundred|one hundred|twenty)"
_OF = r"(?:[ -](?:out[ -])?(?:of|from)(?: a (?:possible|maximum)(?: of)?)?[ -]| ?/ ?| \(out of | on a scale (?:of|from) (?:(?:0|1|zero|one)(?: to |[–-]))?)"
_OUT_OF = re.compile(
    rf"(?<![\w.,/$£€%])(?:an? )?(?P<r>{_NUMBER}(?:{_STAR}{_OF}(?:three|3)|(?:{_STAR}?{_OF}|{_OWN_UNIT} out of ){_TOP})(?:{_STAR}(?:\b|(?=s))(?! reviews))?)(?![\w/%]|\.\d|,\d)(?! (?:critics|reviews|reviewers|films|people|women|men|teens|children|viewers|users|voters|episodes|theaters|nominations|million|times|the|its|his|her|years))",
    re.IGNORECASE,
)
_STARS = re.compile(
    rf"(?<![\w.,/$£€])(?:a )?(?:full |maximum |perfect )?(?P<r>{_NUMBER}{_STAR})(?![\w])"
    r"(?=[.,;:)\]\"“”’'–—-]|$|\ue004| (?:and|out|in|on|for|from|rating|review|while|but|though|to|as|because|by|with|when|calling|(?!giving|playing|being)[a-z]+ing)\b| [A-Z(])",
    re.IGNORECASE,
)
# "The O (three and a half stars) liked it", "P was thrilled (A)"
_BRACKETED = re.compile(rf"\((?:an? )?(?P<r>{_NUMBER}{_STAR}|(?-i:[A-DF](?:[+−–-]|(?=\)(?:[,.;:]| and\b|$)))))\)", re.IGNORECASE)
# "P, at two and a half stars, could not"
_APPOSED = re.compile(rf",? (?:at|with) (?:just |only |a )?(?P<r>{_NUMBER}{_STAR})(?=[,;.)]|$)", re.IGNORECASE)
# "P, three stars, found it": between the critic's name and the verb
_BESIDE_NAME = re.compile(rf"(?-i:[A-Z])[\w'’.-]+, (?P<r>{_NUMBER}{_STAR}(?:{_OF}{_TOP})?)(?=, [a-z])", re.IGNORECASE)
# "rated it Fair", "gave it a “fair”": the trade papers' grades
_GRADED = re.compile(
    r"\brat(?:ed|es|ing) (?:it|the (?:film|movie|picture)) (?P<r>Excellent|Very Good|Good|Fair|Average|Mediocre|Poor)\b|"
    r"\b(?:gave|gives|marked|rated|graded) (?:it|the (?:film|movie|picture))(?: an?)? [\"“‘](?P<q>(?i:excellent|very good|good|fair|average|mediocre|poor))[\"”’]"
)
# "all five of her stars"
_OF_ITS_STARS = re.compile(rf"\b(?P<r>(?:all )?{_WORD} of (?:its|his|her|their) (?:{_WORD} )?stars)\b", re.IGNORECASE)
# "its two stars": the players.
_PLAYERS = re.compile(
    r"(?:\b(?:the|both|these|those|other|their|his|her|its|all|star(?:s|ring)|between)|['’]s) (?:an? )?$", re.IGNORECASE
)
_STAR_REVIEW = re.compile(
    rf"(?P<r>(?<![\w.-]){_NUMBER}[- ]stars?) (?:rating|review|notice|verdict|write-up|grade|score)\b",
    re.IGNORECASE,
)
_RATING_OF = re.compile(
    rf"\b(?:verdict|rating|score)(?: is| was|:) (?P<u>{_WORD}{_HALF}? [a-z]{{3,12}}s)(?=[.,;)]|$)|\b(?:rating|score|grade|mark|throw) of (?:an? )?(?P<r>{_NUMBER})(?=[ .,;:)\]\"”]|$)(?![.,]\d| (?:million|thousand|hundred)\b)",
    re.IGNORECASE,
)
_SYMBOLS = re.compile(
    r"(?P<r>[★⭐✭✮]+\s?(?:½|⯨|1/2)?\s?☆*(?:\s?(?:/|out of)\s?(?:[★]+|\d|five|four|six))?|(?<![\w*])\*{1,5}(?:½| 1/2|1/2)?(?:\s?(?:/|out of)\s?(?:\*+|\d))?(?![\w*]))"
)
_LETTER = re.compile(
    r"(?P<before>\b(?:grade|graded|rated|rating|gave|gives|giving|awarded|awarding|scored?|received|earned|got|gets|a|an)\b(?: (?:of|it|the|this|a|an|film|movie|picture|grade|rating|score|[A-Z][\w:'’!.-]*|an?|overall))*[ :]*[\"“‘']?)"
    r"(?P<r>[A-DF](?:[+\-−–]| ?(?:plus|minus)\b|-(?:plus|minus)\b)?)(?P<after>[\"”’']?)(?![\w'’]|[-–]\w|\.\w|&)"
)
_POINTS = re.compile(
    r"\b(?:gave|giving|awarded|awarding|rated|rating|scored)\b[^.,\"“]{0,40}?(?:(?:score|rating|grade|mark)s? of |a )?(?<![\d.,$])(?P<r>\d{1,3}(?:\.\d)?(?: ?%| percent| points)?)(?![\w/.,]*\d|[ -](?:minutes?|million|years?|crore|reviews|critics|stars?|out|screens|theat)|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_BARE_HALF = re.compile(
    rf"\b(?:gave|giving|gives|awarded|awarding|rated|scored|marked|with|w(?:ent|ould go)(?: only)? as (?:low|high|far) as|stopped at)\b[^.;\"“]{{0,40}}?(?<=[ ])(?P<r>{_WORD}(?:[- ]and[- ]a[- ]half)|\d½)(?![\w-])(?! (?:hours?|minutes?|years?|million))",
    re.IGNORECASE,
)
# "settles for four", "hands out five of five stars" has a form of its own above
_SETTLES = re.compile(
    rf"\b(?:settl(?:es|ed|ing) (?:for|on)|(?:g[ai]ves?|award(?:s|ed)|allot(?:s|ted)|grant(?:s|ed)|hand(?:s|ed)(?: out| it)?) (?:it |the film )?the (?:full|maximum)) (?:an? )?(?P<r>{_NUMBER}{_STAR}?)(?=[.,;)]|$| stars?\b)",
    re.IGNORECASE,
)
_A_FIGURE = re.compile(
    r"\b(?:gave|giving|gives|awarded|rated|scored|marked) (?:it|the (?:film|movie|picture)|[A-Z][\w'’:]*(?: [A-Z][\w'’:]*){0,4}) an? (?P<r>\d{1,2}(?:\.\d)?)(?=[.,;)\]]\D|[.,;)\]]?$| (?:and|while|for|but|saying|calling|writing)\b)"
)
# "threw the die to a six", "the die showed five", "terningkast 4"
_DICE = re.compile(
    r"\b(?P<r>terningkast \w{1,5}|(?:die|dice) (?:showed |shows |(?:to|on|at|of) )(?:an? )?(?:[1-6]|one|two|three|four|five|six))\b|(?P<s>[⚀⚁⚂⚃⚄⚅])",
    re.IGNORECASE,
)
_THUMBS = re.compile(
    r"(?P<r>(?:(?:two|one|a|big|enthusiastic) )*[\"“]?thumbs?[- ](?:up|down)|daumen (?:hoch|runter|rauf))\b", re.IGNORECASE
)
_MOST = 6  # ratings looked for in one sentence
_GIVES = re.compile(
    r"\b(?:g[ai]ves?|giving|award\w*|allot\w*|bestow\w*|settl\w*|hand(?:s|ed|ing) (?:it|out)|reach(?:ed|es)|threw|throws|rat(?:ed|es|ing)|scor(?:ed|es|ing)|grad(?:ed|es?|ing)|stars?|rank(?:ed|s)|earn(?:ed|s)|receiv(?:ed|es)|got|gets|put|with|review|score|rating|grade|mark)\b",
    re.IGNORECASE,
)


def ratings_in(words: str) -> list[tuple[int, int]]:
    """Where all the ratings in ``words`` stand, in order."""
    found: list[tuple[int, int]] = []
    while (rating := rating_in(words)) is not None and len(found) < _MOST:
        found.append(rating)
        words = words[: rating[0]] + "\n" * (rating[1] - rating[0]) + words[rating[1] :]
    return sorted(found)


def rating_in(words: str) -> tuple[int, int] | None:
    """Where in ``words`` the rating stands; None where no rating is given."""
    abroad = rating_abroad(words)
    if abroad is not None:
        return abroad
    for pattern in (_SYMBOLS, _OUT_OF):
        for match in pattern.finditer(words):
            if pattern is _SYMBOLS and "*" in match["r"] and not _GIVES.search(words[: match.start()]):
                continue
            if pattern is _OUT_OF and not (
                _GIVES.search(words[: match.start()]) or re.search(r"star|[(/]", words[match.start() : match.end() + 12])
            ):
                continue
            return _trimmed(words, *match.span("r"))
    for match in _STARS.finditer(words):
        before = words[: match.start("r")]
        if _GIVES.search(before) and not _PLAYERS.search(before):
            return _trimmed(words, *match.span("r"))
    for pattern in (_STAR_REVIEW, _BRACKETED, _APPOSED, _BESIDE_NAME, _GRADED, _OF_ITS_STARS):
        found = pattern.search(words)
        if found is not None:
            return found.span(found.lastgroup or "r")
    for match in _LETTER.finditer(words):
        grade = match["r"]
        told = re.search(r"\b(?:grade|graded|rated|rating|score)\b", match["before"])
        quoted = match["after"] and match["before"][-1:] in "\"“‘'"
        given = re.search(
            r"\b(?:gave|gives|given|giving|awarded|awarding|earned|received|got|gets|with)\b", words[: match.start("r")]
        )
        last = re.match(r"[\"”']?(?:[.,;:]|$| and\b| grade\b| rating\b| for\b)", words[match.end("r") :])
        # "A" and "a" are words first: a grade needs a sign, marks around it, or to be called one.
        if (
            (len(grade) > 1 and (told or given or quoted))
            or (told and (quoted or grade != "A" or last))
            or (given and quoted)
            or (given and last and re.search(r"\b(?:an?|film|movie|it)\s*$", match["before"]))
        ):
            return match.span("r")
    die = _DICE.search(words)
    if die is not None:
        return die.span("r" if die["r"] else "s")
    for pattern in (_BARE_HALF, _THUMBS, _SETTLES):
        found = pattern.search(words)
        if found is not None:
            return found.span("r")
    figure = _RATING_OF.search(words) or _A_FIGURE.search(words)
    if figure is not None:
        return figure.span(figure.lastgroup or "r")
    found = _POINTS.search(words)
    if found is not None and re.search(r"\b(?:score|rating|rated|mark|points|percent)\b|%", found.group()):
        return found.span("r")
    return None


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    body = words[start:end]
    if "(" in body and words[end : end + 1] == ")":
        return start, end + 1
    return start + len(body) - len(body.lstrip()), end - (len(body) - len(body.rstrip()))
