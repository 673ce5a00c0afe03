"""Further ways in which articles announce who is in a film, as rows of the same table.

"A and B are among the cast", "with C co-starring", "opposite D", "it marked E's film debut": no part
is told, only that somebody performs. See :mod:`~filmdossier.extract.cast.patterns` for how rows are written and read.
"""

import re

from filmdossier.extract.cast.clauses import BEFORE, NAME, NAMES, PLACE, WORK
from filmdossier.extract.cast.patterns import Pattern, Reading

_ADVERB = r"(?:(?:[a-z]+ly|also|again|then|later|both|all|each) )*"
_WORDS = r"(?:[\w'’-]+ )"
_LIST = rf"{BEFORE}{NAME}(?:,? (?:and )?(?:also )?{BEFORE}{NAME}){{0,20}}"
_AND_LIST = rf"{BEFORE}{NAME}(?:,? (?:and )?(?:also )?{BEFORE}{NAME}){{1,20}}"
_THIS = r"(?:(?:the|this) (?:film|movie|picture|short|production|documentary|feature|comedy|drama|serial|story|cast)|it\b|this (?:film )?version)"
_ASIDE = r"(?: in (?:his|her|their) [a-z -]{3,50}?)?(?:, (?:who|an?|the) [^.;:()\ue000\ue010]{3,80}?,)?"
_ACTED = (
    r"\b(?:[Ss]tar(?:s|red|ring)?|[Cc]o-?star(?:s|red|ring)?|[Pp]lay(?:s|ed|ing)?|[Pp]ortray(?:s|ed|ing)?|[Cc]ast|[Rr]oles?|[Ll]eads?|"
    r"[Vv]oic(?:e|es|ed|ing)|[Rr]epris(?:e|es|ed|ing)|[Ff]eatur(?:es|ed|ing)|[Hh]eadlin(?:es|ed|ing)|[Aa]ppear(?:s|ed|ing|ances?)?)\b"
)
_AFTER_ACTING = re.compile(_ACTED)
_CAST = r"(?:cast|ensemble|supporting (?:players|actors|performers|roles)|cast members|co-?stars)\b"
_OCCASION = r"(?:first|last|final|second|third|only|debut|breakthrough|earliest|penultimate|next-to-last|posthumous)"
_SCREEN = r"(?:film|screen|acting|movie|motion[- ]picture|feature[- ]film|feature|cinematic|cinema|big[- ]screen|on-?screen|Hollywood|Bollywood|American|talkie|sound)"
# Of those whom somebody thought of for a part.
_WISHED = r"(?:consider|offer|approach|schedul|intend|wanted|want\b|audition|test|sought|turned down|turn down|propos|declin|refus|initially|original choice)"
_IN_A_PART = r"in (?:(?:the|an?|his|her|their) (?:[\w-]+ ){0,3}?(?:roles?|parts?|leads?)\b|(?:the|this) (?:film|movie|picture)\b|one of (?:his|her|their) )"
_APPEARANCE = rf"(?:(?:roles?|appearances?|performances?|parts?)\b|{_SCREEN}(?: {_SCREEN})* debut\b)"

ANNOUNCED: tuple[Pattern, ...] = (
    Pattern(
        "among the cast",
        re.compile(
            rf"(?P<L>{NAMES}),? {_ADVERB}(?:are|is|were|was) {_ADVERB}(?:among|amongst|in|part of|included in|featured in|members? of|seen in|numbered among) (?:those in )?(?:the |its |an? )?"
            rf"(?:(?:film|movie|picture)['’]s )?{_WORDS}{{0,3}}?{_CAST}|(?P<K>{NAMES}),? {_ADVERB}(?:(?:are|is|were|was) {_ADVERB}in (?:the|this) (?:film|movie|picture)\b|(?:return|returns|returned|returning) (?:to|in) (?:his|her|their) (?:[a-z]+ )?roles?|join(?:s|ed|ing)? the cast\b)|(?P<M>{NAMES}),? {_ADVERB}(?:round(?:s|ed)? out|complet(?:e|es|ed)|fill(?:s|ed)? out|make up|lead(?:s)?|head(?:s|ed)?) (?:the |an? ){_WORDS}{{0,5}}?(?:cast|ensemble)\b"
        ),
        Reading.NO_PART,
        0.92,
        sure=True,
        makers=True,
    ),
    Pattern(
        "in the cast are",
        re.compile(
            rf"(?:\b(?:[Aa]lso |[Aa]ppearing |[Ii]ncluded )?(?:in|[Aa]mong|[Rr]ounding out|[Cc]ompleting) (?:the |its ){_WORDS}{{0,4}}?(?:cast|ensemble|players|cast members)|\b(?:[Aa]lso|[Oo]thers?) (?:[a-z]+ly )?(?:appearing|starring|featured|co-starring|in the cast|acting|cast|returning)"
            rf"(?: in {_THIS})?(?: in {_WORDS}{{0,3}}?(?:roles|parts))?|\b[Rr]epris(?:ing|e) (?:his|her|their) {_WORDS}?roles?(?: (?:from|in|of) [^.;,]{{1,60}}?)?|\b[Rr]eturning (?:from|in|to) [^.;,]{{3,60}}?|\b[Tt]he stars(?: of the (?:film|movie|picture))?)(?: (?:are|is|were|was|include|includes|included) )(?={BEFORE}{NAME})"
        ),
        Reading.BILLING,
        0.92,
        sure=True,
        makers=True,
    ),
    Pattern(
        "with N co-starring",
        re.compile(
            rf"\b[Ww]ith (?:also )?(?={_LIST}(?:,? (?:and|with) others)?(?:, in [^,.;]{{3,40}},|[—–-][^—–.;]{{3,80}}[—–-])?,? {_ADVERB}(?:co-?starring|starring|appearing|featured|featuring|rounding|completing|playing|joining the cast|in {_WORDS}{{0,4}}?(?:roles?|parts?|leads?|cameos?|appearances?|turns?)\b))"
        ),
        Reading.BILLING,
        0.92,
        sure=True,
        makers=True,
    ),
    Pattern(
        "together with",
        re.compile(
            rf"(?:, (?:and )?with (?:also )?(?={_AND_LIST}(?:,? and others)?(?:[.;]|$))|, (?:and )?with (?:the )?(?:supporting |brief |cameo |guest |special )*(?:performances?|appearances?|cameos?|support|turns?) (?:by|from|of) (?={BEFORE}{NAME})|\bwith supporting (?:performances?|turns?|roles?) (?:by|from) (?={BEFORE}{NAME})"
            rf"|(?<!who)(?<!who,),? (?:opposite|alongside|along with|together with|accompanied by|supported by) (?:also )?(?={_LIST}(?:[.,;)]|$| in | as | and ))|\b[Ww]ith supporting actors (?={BEFORE}{NAME}))"
        ),
        Reading.BILLING,
        0.86,
        sure=True,
        makers=True,
        after=_AFTER_ACTING,
        opening=True,
    ),
    Pattern(
        "stars with",
        re.compile(
            rf"\b(?:stars?|starred|co-?stars?|co-?starred|appears?|appeared|acts?|acted)(?: in {_THIS})? (?:with|opposite|alongside|along with|together with) (?={BEFORE}{NAME})"
        ),
        Reading.BILLING,
        0.92,
        sure=True,
        makers=True,
        opening=True,
    ),
    Pattern(
        "shot with",
        re.compile(rf"\b(?:shot|filmed|made|produced|remade|directed)(?: (?:in|at|on) {PLACE}(?:, {PLACE})?)? with (?:the (?:trio|duo|team) of )?(?={_AND_LIST}\.?$)|\b(?:film|movie|picture|comedy|drama|western|musical|thriller) with (?={_AND_LIST}(?:[.;]|$))"),
        Reading.BILLING,
        0.8,
        sure=True,
        opening=True,
    ),
    Pattern(
        "such as N",
        re.compile(
            rf"\b(?:cast members?|actors|actresses|celebrities|stars|performers|comedians|luminaries|names|personalities|cameos|themselves)\b(?:(?!\b{_WISHED})[^.;:()\ue000]){{0,50}}?(?:\ue000\ue001*)?(?:,? |[—–])(?:such as|including|like|among them|include|includes|included):? (?={BEFORE}{NAME})(?![^.;]*\b(?:rumou?red|{_WISHED}))"
        ),
        Reading.BILLING,
        0.86,
        sure=True,
        makers=True,
        after=re.compile(rf"^(?!.*\b(?:interview|footage|archiv|novel|song|music|{_WISHED})).*"),
        opening=True,
    ),
    Pattern(
        "appears in the film",
        re.compile(
            rf"(?P<L>{NAMES}){_ASIDE},? (?:who )?{_ADVERB}(?:[^.;:()\ue000\ue010]{{3,60}} and {_ADVERB})?(?:(?:is|are|was|were) {_ADVERB}(?:featured|seen)|appears?|appeared|stars|starred|co-?stars|co-?starred|acts|acted|cameos?|cameoed) {_ADVERB}(?:in {_THIS}|here\b|in (?:one|two|what) (?:of )?)"
        ),
        Reading.NO_PART,
        0.9,
        sure=True,
        makers=True,
        opening=True,
    ),
    Pattern(
        "N and N star",
        re.compile(rf"(?P<L>{NAMES}){_ASIDE},? (?:who )?(?:[^.;:()\ue000\ue010]{{3,60}} and )?{_ADVERB}(?:star|stars|starred|co-?star|co-?stars|co-?starred)(?:[.,;]|$| (?:with|alongside|along with|opposite|as|and|together)\b| {_IN_A_PART}| in {_THIS})"),
        Reading.NO_PART,
        0.9,
        sure=True,
        makers=True,
        opening=True,
    ),
    Pattern(
        "N plays P",
        re.compile(
            rf"(?P<L>{NAMES}),? (?:who (?!had\b)(?:[^.;:()\ue000\ue010]{{3,60}} and )?)?{_ADVERB}(?:portrays?|portrayed|plays|played) (?!(?:an? |the |his |her )?(?:[\w-]+ )?(?:piano|guitar|drums|violin|music|songs?|instruments?|tricks?|pranks?|jokes?|games?|host|part|cards|key|trumpet|saxophone)\b)(?:(?:an?|the|one of|his|her|two|several|multiple|both|three) |{NAME} )(?=[a-z\ue000\"“])(?![^.;]*? in (?:the |an? )?(?:original|stage|Broadway|earlier|previous|first|television|TV|{WORK}))"
        ),
        Reading.NO_PART,
        0.88,
        makers=True,
        sure=True,
        opening=True,
    ),
    Pattern(
        "its star, N",
        re.compile(rf"\b(?:(?:its|the (?:film|movie|picture)['’]s) (?:[a-z-]+ )?(?:stars?|co-stars?|leads?|leading (?:man|lady|actor|actress)),?|[Tt]op-billed stars?|[Ww]ith supporting (?:actors?|players?|actress(?:es)?)|(?:pairing|teaming|reuniting|pairs|teams|reunites|re-teams|reteams)(?: of)?) {BEFORE}(?P<L>{NAMES})|\b(?:[Ll]eading (?:men|ladies|man|lady)|[Pp]rincipal (?:actors|players|performers)|a (?:[a-z-]+ )?(?:role|cameo|appearance|performance) by),? (?P<K>{NAMES})|(?P<J>{NAMES}) (?:was|is|were|are) the (?:film['’]s )?(?:stars?|leads?)\b|\bdirected {BEFORE}(?P<M>{NAMES}) in (?:the|this|it)\b"),
        Reading.NO_PART,
        0.88,
        makers=True,
        sure=True,
        opening=True,
    ),
    Pattern(
        "voice by",
        re.compile(rf"\bvoices?(?:(?: (?:is|are|was|were|being|acting|work))? (?:provided|supplied|performed|done|dubbed|given) by|(?: (?:\w+ ){{0,2}})?(?:belongs? to|(?:is|was) that of|(?:are|were) those of)) {BEFORE}(?P<L>{NAMES})"),
        Reading.NO_PART,
        0.9,
        sure=True,
        makers=True,
    ),
    Pattern(
        "N's last role",
        re.compile(rf"(?P<L>{NAME}(?:(?:['’]s?)? and {NAME})?)['’]s? {_WORDS}{{0,3}}?(?:{_OCCASION} {_WORDS}{{0,3}}?{_APPEARANCE}|{_OCCASION} (?:feature )?(?:film|movie|picture)\b(?! (?:as|for|by|since|in which)\b)|(?<!directorial )(?:{_SCREEN} )+debut\b|debut (?:{_SCREEN} )+(?:appearance|role|performance))"),
        Reading.NO_PART,
        0.85,
        sure=True,
        opening=True,
    ),
    Pattern(
        "last role of N",
        re.compile(rf"\b(?:{_OCCASION} (?:[\w-]+ ){{0,3}}?(?:roles?|appearances?|performances?|parts?|leads?)|(?:last|final|penultimate) (?:feature )?(?:film|movie)|(?:{_SCREEN} )+debut) (?:of|for|by|from) {BEFORE}(?P<L>{NAMES})"),
        Reading.NO_PART,
        0.85,
        sure=True,
        opening=True,
    ),
    Pattern(
        "N in a first role",
        re.compile(rf"(?P<L>{NAMES}),? (?:who )?{_ADVERB}(?:in (?:his|her|their|what)|(?:makes?|made|making|has|had) (?:his|her|their|an?)) {_WORDS}{{0,4}}?{_APPEARANCE}"),
        Reading.NO_PART,
        0.85,
        sure=True,
        opening=True,
    ),
    Pattern(
        "himself",
        re.compile(rf"\b(?:and|as well as|alongside|including|with|plus) (?P<L>{NAME}) (?:himself|herself)\b(?=[.,;]|$| as )|\b(?:[Bb]esides|[Ii]n addition to|[Aa]part from|[Aa]long with|[Aa]longside|[Tt]ogether with) (?P<M>{NAMES}),? (?:the film|the movie|it|the cast) (?:also )?(?:stars|starred|features|featured|includes|included)"),
        Reading.NO_PART,
        0.88,
        sure=True,
        makers=True,
        opening=True,
    ),
    Pattern(
        "director stars",
        re.compile(rf"\b(?:directed|produced|written)[^.;]{{0,80}}? by (?P<L>{NAME})[^.;\ue000]{{0,60}}? starring (?:himself|herself|themselves)\b"),
        Reading.NO_PART,
        0.9,
        sure=True,
        makers=True,
        opening=True,
    ),
)  # fmt: skip
