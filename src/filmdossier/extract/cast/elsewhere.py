"""Tells whether a sentence that names performers speaks of another film, another version or another time.

Enters a clause with a match; leaves yes or no. The casts of remakes, plays and earlier films stand
in the same sentences as this film's.
"""

import re

from filmdossier.extract.cast.clauses import FILM, NAME, WORK, Clause
from filmdossier.extract.cast.patterns import Pattern, Reading

# Words in the same clause that turn it to another production or another time.
_ELSEWHERE = re.compile(
    r"\b(?:previously|formerly|went on to|would (?:later|go on|also|soon|again|remake|have|reprise)|had (?:already |also |previously |earlier |just |once |first |originally )*(?:played|starred|appeared|portrayed|voiced|been)|"
    r"best known|well known|famous for|known for|remakes?|remade|reboot|television series|TV series|TV show|sitcom|on Broadway|Broadway (?:production|version|play|musical)|stage (?:version|production|play|musical)|on stage|radio|"
    r"later (?:film|version|movie|played|starred|appeared)|original (?:film|movie|version|series|actor|cast)|earlier (?:film|version|movie|adaptation)s?|first film|first movie|previous (?:film|version|movie|entr)\w*|other version|silent version|"
    r"(?:18|19|20)\d\d(?:['’]s)? (?:film |movie |television |TV )?(?:version|adaptation|remake|sequel|original)|original novel|in the (?:novel|book|play|sequel|original|series)|sequels?|followed by|follow-up|prequel|video game)\b"
)
# "Randy Quaid, in his first film, appears as Lester": this one.
_FIRST_PART = re.compile(r"\bin (?:his|her|their) (?:very )?first (?:film|movie|screen)(?: (?:role|part|appearance))?\b")
# Versions for another medium, and what came to nothing.
_OTHERWISE_MADE = re.compile(
    r"\b(?:turned|made|adapted|developed|spun off) (?:it |the (?:film|movie|story|novel|play) |this )?(?:in)?to an? (?:\w+ ){0,2}(?:series|sitcom|serial|musical|play|opera|miniseries)\b"
    r"|\b(?:begun|began|started(?: out| life)?|conceived) as a (?:\w+ )?(?:project|vehicle) for\b|\b(?:television|TV|radio|stage) (?:series|version|adaptation|remake|production) (?:in|of) (?:19|20)\d\d (?:with|starring) $"
)
_TURNED = re.compile(
    r"\b(?:previously|formerly|was remade|remade|had (?:already |also |previously |earlier )*(?:played|starred|appeared)|later (?:remade|version)|another (?:film|version|adaptation)|(?:remake|version|adaptation|sequel|prequel|follow-up)s?(?: \w+)? (?:was|were|is|followed|appeared|starring)|original(?:ly)? starr\w+)\b"
)
_OTHER_SUBJECT = re.compile(
    rf"(?:{WORK}(?: \([^()]{{1,30}}\))?|\b(?:remakes?|versions?|adaptations?|sequels?|prequels?|novel|play|musical|series|serial|programme?|show|soundtrack|album|film of the same (?:name|title)|short film|feature)(?: of [^,.;]{{1,60}}?)?)"
    r"(?:,? (?:which|that|also))?,? $"
)
_ABOUT_OTHER = re.compile(
    r"\b(?:remake|version|adaptation|sequel|prequel|follow-up|spin-off|reworking|based|reminiscent|similar|companion)\b[^,;]{0,80}$"
)
_REMAKE_OF = re.compile(
    rf"\b(?:remake|version|adaptation|sequel|prequel|follow-up|reworking)(?: of| to) [^,;]{{0,80}}\b(?:film|movie|picture|series|name|title|version|{WORK}(?: \([^()]{{1,20}}\))?) $"
)
_REMADE = re.compile(
    rf"\b(?:remake|version|adaptation|sequel|follow-up|reworking)(?: of| to) [^,;]{{0,20}}(?:{WORK}|{NAME})(?: \([^()]{{1,20}}\))?, an? [^,;]{{0,60}} $"
)
# "a stylish adaptation of *Farewell, My Lovely* that sees …": the film itself.
_TAKE_ON = re.compile(
    rf"\b(?:adaptation|version|remake|retelling|update|reworking|take|riff|spin) (?:of|on) [^,;]{{0,60}}{WORK} (?:that|which) $"
)
_INTRODUCED = re.compile(
    rf"(?:^|[,;] |\b(?:and|but|as|while|since|where) )(?:[Ii]n|[Ff]rom|[Ll]ike|[Uu]nlike|[Ss]ince|[Aa]fter|[Bb]efore|[Ff]or|[Tt]hanks to|[Ww]ith) (?:[^,.;()]{{0,50}}? )?{WORK}[^,;]{{0,40}}(?:, | )$"
)
_AFTERWARDS = re.compile(
    rf"(?:['’]s?)?(?: [a-z'’-]+){{0,3}},? (?:in|from|for|of|on) (?:(?:the|his|her|their|both|films?|movies?|like|such|as|also|a|same|[a-z]+['’]s|[a-z-]+|(?:19|20)\d\d(?:['’]s)?|{NAME}['’]s?) ){{0,5}}{WORK}"
)
_THEN = re.compile(
    r"(?:['’]s?)? ?(?:[a-z]+ ){0,2}(?:in|for|from|on) (?:the|its|his|her|an?) (?:\w+['’]s )?(?:\w+ )?(?:previous|earlier|original|first|second|third|later|next|sequel|prequel|book|novel|play|stage|television|TV|series|remake|Broadway|musical|radio|(?:18|19|20)\d\d(?: \w+)? (?:film|version|remake|adaptation|original|movie|series)|\w+ (?:version|remake|adaptation|series|sequel))\b"
)
_WOULD = re.compile(
    r"\b(?:would(?! later)|could|might|should|if only|dream cast|imagine|wish(?:ed|es|ing)?|ideally|wanted|hoped|envision\w*|rewrite|someone like|somebody like|people like|want(?:s|ing)?) (?:[\w'’\ue000\ue001]+ ){0,6}$"
)


def elsewhere_after(rest: str, *, told: bool) -> bool:
    """Whether what follows a part turns to another film: " in *Casablanca*", " in the original"; ``told``: a part was found."""
    return bool(
        (_AFTERWARDS.match(rest) and not rest.startswith(",")) or _THEN.match(rest) or (not told and _AFTERWARDS.match(f" {rest}"))
    )


def elsewhere(clause: Clause, match: re.Match[str], pattern: Pattern) -> bool:
    """Whether the match is about another film, another version or another time."""
    left, right = clause.blanked[: match.start()], clause.blanked[match.end() :]
    breaks = [m.end() for m in re.finditer(r"[;:] |, (?:but|while|whereas|although|though) |—", left)]
    near = left[breaks[-1] :] if breaks else left
    if _OTHERWISE_MADE.search(near):
        return True
    if pattern.reading is Reading.BILLING:
        if re.search(r"\b(?:would (?:later |go on to |also |again )?(?:remake|direct|star|reunite)|remake this)\b", near):
            return True
        if (
            re.match(r"[Tt]his (?:film |new |first |second )?(?:version|adaptation|remake|film|movie|sequel|one)\b", near)
            and WORK[0] not in near
        ):
            return False
        if re.search(r"\bboth (?:of )?(?:which|whom) $", near):
            return False
        if re.search(
            r"\b(?:intend|original(?:ly)?(?! (?:titled|entitled|called|known|released))|plan|hope|want|propos|consider|conceiv|envision)\w*\b[^.;]{0,60}$",
            near,
        ):
            return True
        if _TURNED.search(near) and FILM[0] not in near[-60:]:
            return True
        subject = _OTHER_SUBJECT.search(near)
        if (
            subject
            and not re.search(r"(?:,|\b(?:and|it|film)(?: (?:the|its|an?)(?: [a-z]+)?)?) $", near)
            and not re.search(r"(?:^|\b(?:is|was) (?:an?|the)\b[^,;]*)$", near[: subject.start()])
        ):
            return True
        if (
            re.match(rf"{WORK}", near)
            and FILM[0] not in near
            and re.match(rf"{WORK}(?: \([^()]*\))?,? (?:also |which |that )?$", near)
        ):
            return True
        if _REMAKE_OF.search(near) or _REMADE.search(near):
            return True
        if pattern.after is not None and WORK[0] in near and not re.search(r"\b[Rr]epris|\b[Rr]eturn", near):
            return True  # "their next film together was *W*, alongside N"
        return (
            bool(_ABOUT_OTHER.search(near))
            and not re.search(r"(?:\band|\bthat|\bwhich|\bit|,) $", near)
            and not re.search(r"\b(?:is|was) an? [^,;]*$", near)
        )
    span = match.group()
    if re.search(rf"{WORK}(?:['’]s?)?,? (?:\([^()]*\) )?(?:where |when |in which |which |that |with |as )?$", near) and not (
        near.endswith(", ") or _TAKE_ON.search(near)
    ):
        return True
    if _INTRODUCED.search(near):
        return True
    # "reprising their roles from the first film": the film told of is this one.
    again = re.search(r"\brepris|\breturn|\bjoin(?:s|ed|ing)? the cast", span)
    if pattern.reading in (Reading.NO_PART, Reading.PART_BEFORE) and not again and (_AFTERWARDS.match(right) or _THEN.match(right)):
        return True
    if pattern.reading in (Reading.PART_AFTER, Reading.NO_PART) and "verb" not in match.groupdict() and _WOULD.search(near[-60:]):
        return True
    if pattern.reading is Reading.NO_PART and re.search(rf"\b(?:in|from|of) (?:[^,.;]{{0,30}} )?{WORK}", span):
        return True
    return (
        not again
        and bool(_ELSEWHERE.search(_FIRST_PART.sub("", near[-100:] + span)))
        and not (pattern.name == "(N)" and not _ELSEWHERE.search(near[-40:]))
    )
