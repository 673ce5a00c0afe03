"""How sentences put credits: "directed by", "the script by", "Director X", "X's score", "X composed the score".

Each table pairs a pattern with the predicate it tells; which names stand beside the match is
:mod:`filmdossier.extract.credits.prose`'s business.
"""

import re

from filmdossier.model.claim import Predicate

VERBS: tuple[tuple[str, Predicate | None], ...] = (
    (r"(?:co-?)?directed", Predicate.DIRECTOR),
    (
        r"(?:co-?|re-?)?written|scripted|screen-?written|penned|(?:co-?)?authored|adapted (?:for the screen|to film)",
        Predicate.WRITER,
    ),
    (r"executive[- ]produced", Predicate.EXECUTIVE_PRODUCER),
    (r"(?:co-?)?produced", Predicate.PRODUCER),
    (r"(?:co-?)?edited", Predicate.EDITOR),
    (r"scored|(?:co-?)?composed", Predicate.COMPOSER),
    (r"photographed|lensed|shot", Predicate.CINEMATOGRAPHER),
    (r"distributed|released", Predicate.DISTRIBUTOR),
    (r"starring|presented|narrated|choreographed|financed|created|designed|animated|developed|headlined|acted|helmed", None),
)
VERB = "|".join(f"(?:{pattern})" for pattern, _ in VERBS)
JOBS = re.compile(
    rf"\b(?P<jobs>(?i:{VERB})(?: by)?(?:(?:,? and |, | & |/)(?:also |both )?(?i:{VERB})(?: by)?){{0,6}})"
    r"(?P<how> (?:single-handedly|entirely|jointly|again|in part|theatrically|internationally|(?:entirely )?(?:in (?:black[- ]and[- ]white|colou?r|widescreen|Technicolor|Eastmancolor|[A-Z]\w+[Ss]cope|\d\d ?mm)|on (?:location|film|video|\d\d ?mm))|in (?:the )?(?:United States|U\.S\.|US|UK|North America)|domestically))?"
    r"(?P<by>,? by| under the direction of)? (?=\S)"
)
NOUN_BY: tuple[tuple[re.Pattern[str], Predicate], ...] = tuple(
    (re.compile(pattern), predicate)
    for pattern, predicate in (
        (
            r"\b(?:[Ss]creenplay|[Ss]cript|[Ss]cenario|[Tt]eleplay|[Dd]ialogues?)(?: and dialogues?)?(?: (?:was|were|is))?(?: (?:co-?)?(?:written|penned|adapted))?(?: for the film)? (?:by|credited to) ",
            Predicate.WRITER,
        ),
        (
            r"\b[Uu]ncredited (?:revisions?|rewrit(?:es|ing)|contributions?|polish(?:es|ing)?|(?:script|writing) work) by ",
            Predicate.WRITER,
        ),
        (
            r"\b(?:[Mm]usic|[Ss]core|[Ss]oundtrack)(?: (?:score|and (?:lyrics|background score)))?(?: for the film)?(?: (?:was|were|is|are))?(?: (?:\w+ly )?(?:composed|written|provided|scored|arranged))?(?: and (?:conducted|arranged|performed|played|produced|orchestrated))? by ",
            Predicate.COMPOSER,
        ),
        (r"\b(?:[Mm]usic|[Ss]core) (?:was|is) the work of (?:the )?(?:[a-z-]+ ){0,3}", Predicate.COMPOSER),
        (
            r"\b(?:[Cc]inematography|[Pp]hotography|[Cc]amera ?work|[Ll]ensing)(?: (?:was|is))?(?: (?:done|handled|provided))? by ",
            Predicate.CINEMATOGRAPHER,
        ),
        (r"\b[Ee]diting(?: (?:was|is))?(?: (?:done|handled))? by ", Predicate.EDITOR),
        (
            r"\b[Dd]irection (?:is |was )?by |(?:^|\n|\b(?:is|was|presents) )[Aa] (?:new )?(?:film|movie|picture|motion picture) by ",
            Predicate.DIRECTOR,
        ),
        (
            r"\b(?:from|on|based (?:up)?on) an? (?:original |spec )?(?:story|story idea|treatment) (?:written )?by ",
            Predicate.STORY_BY,
        ),
        (r"\b(?:[Tt]he|[Oo]riginal) story (?:was |is )?(?:written |conceived )?by ", Predicate.STORY_BY),
        (r"\bstory by ", Predicate.STORY_BY),
        (r"(?:^|(?<=[.;] )|\b[Tt]he |\b[Ii]ts )[Pp]roducers (?:was|were|are) ", Predicate.PRODUCER),
        (r"(?:^|(?<=[.;] )|\b[Tt]he |\b[Ii]ts )(?:film )?[Ee]ditors (?:was|were|are) ", Predicate.EDITOR),
        (r"(?:^|(?<=[.;] )|\b[Tt]he |\b[Ii]ts )(?:[Ss]creenwriters|[Ww]riters) (?:was|were|are) ", Predicate.WRITER),
        (r"(?:^|(?<=[.;] )|\b[Tt]he |\b[Ii]ts )[Ee]xecutive producers? (?:was|were|are) ", Predicate.EXECUTIVE_PRODUCER),
    )
)
# "Music director", "art director" and the like are other jobs; a "fellow director" made other films.
_NOT_MUSIC = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "[Mm]usic", "[Aa]rt", "[Cc]asting", "[Aa]ssistant", "[Uu]nit", "[Ss]tunt", "fellow", "film", "[Mm]anaging", "[Ee]xecutive",
        "[Dd]ance", "[Aa]ction", "[Ff]ight", "[Ss]tage", "[Tt]heatre", "[Tt]heater", "legendary", "other", "like", "would-be", "[Ss]eries",
    )
)  # fmt: skip
_FILM_PRODUCER = "".join(
    f"(?<!{word}[ -])"
    for word in ("xecutive", "elevision", "TV", "ecord", "usic", "ine", "ssociate", "fellow", "legendary", "theatre", "theater", "Broadway", "stage", "radio", "like", "as", "to", "for", "show")
)  # fmt: skip
# Of papers, houses and scripts: "the newspaper editor Meadows".
_FILM_EDITOR = "".join(
    f"(?<!{word}[ -])" for word in ("newspaper", "magazine", "story", "script", "sound", "music", "news", "book", "city", "paper", "journal", "fashion", "managing", "comics", "literary", "fiction", "Vogue", "effects")
)  # fmt: skip
_OTHER_JOB = r"(?:co-)?(?:writer|star|producer|editor|screenwriter|actor)"
TITLE_BEFORE: tuple[tuple[re.Pattern[str], Predicate], ...] = tuple(
    (re.compile(pattern), predicate)
    for pattern, predicate in (
        (
            _NOT_MUSIC
            + rf"\b(?:(?i:{_OTHER_JOB})(?:[-/ ]|,? and |, |-turned-)){{0,2}}(?:[Cc]o-)?[Dd]irectors?(?:(?:[-/]|,? and |, )(?:{_OTHER_JOB})){{0,2}} (?=[A-Z])"
            + rf"|\b[Aa]s (?:the )?(?:(?:{_OTHER_JOB})(?:,? and |, |[-/])){{0,2}}director, (?=[A-Z])"
            + r"|\b[Tt]he (?:film['’]s )?(?:other )?(?:co-)?directors?(?:,| is| was| are| were) (?=[A-Z])",
            Predicate.DIRECTOR,
        ),
        (
            rf"\b[Ww]riter(?:[-/ ]|,? and |, |-turned-)(?:[Cc]o-)?[Dd]irectors?(?:(?:[-/]|,? and |, )(?:{_OTHER_JOB})){{0,2}} (?=[A-Z])|\b[Aa]s (?:the )?writer(?:,? and |, |[-/])director, (?=[A-Z])",
            Predicate.WRITER,
        ),
        (r"\b(?:[Ss]creenwriters?|[Cc]o-writers?|[Ss]cripters?|[Ss]criptwriters?|[Ss]cribes?) (?=[A-Z])", Predicate.WRITER),
        (
            r"\b(?:[Cc]inematographers?|[Cc]ameram[ae]n|[Dd]irector of [Pp]hotography|DP) (?=[A-Z])|\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir) (?:regular |usual )?(?:cinematographer|cameraman|camerawoman|director of photography), (?=[A-Z])",
            Predicate.CINEMATOGRAPHER,
        ),
        (r"\b(?:[Cc]omposers?) (?=[A-Z])", Predicate.COMPOSER),
        (
            _FILM_PRODUCER + r"\b[Pp]roducers? (?=[A-Z])|\b(?:[Mm]y|[Oo]ur) (?:regular |usual )?producers?, (?=[A-Z])",
            Predicate.PRODUCER,
        ),
        (r"\b(?:[Mm]y|[Oo]ur) (?:regular |usual )?editors?, (?=[A-Z])", Predicate.EDITOR),
        (r"\b(?:[Mm]y|[Oo]ur) (?:regular |usual )?composers?, (?=[A-Z])", Predicate.COMPOSER),
        (_FILM_EDITOR + r"\b(?:[Ff]ilm )?[Ee]ditors? (?=[A-Z])", Predicate.EDITOR),
    )
)
OWNED: tuple[tuple[re.Pattern[str], Predicate], ...] = tuple(
    (re.compile(pattern), predicate)
    for pattern, predicate in (
        (
            r"['’]s? (?:(?!art\b|stage\b|musical\b|voice\b)\w+ ){0,2}?(?:direction|directorial|staging|helming)\b",
            Predicate.DIRECTOR,
        ),
        (r"['’]s? (?:[\w-]+,? ){0,2}?(?:screenplay|script)\b", Predicate.WRITER),
        (r"['’]s? (?:[\w-]+,? ){0,2}?(?:score|soundtrack score)\b(?! of)", Predicate.COMPOSER),
        (r"['’]s? (?:[\w-]+,? ){0,2}?(?:cinematography|camera ?work|photography|lensing)\b", Predicate.CINEMATOGRAPHER),
        (
            r"['’]s? (?:[\w-]+,? ){0,1}?(?:editing\b|(?:cutting|montage)(?= (?:is|turns|makes|keeps|gives|never|and|has)\b|[.,;]))",
            Predicate.EDITOR,
        ),
    )
)
ACTIVE: tuple[tuple[re.Pattern[str], Predicate], ...] = tuple(
    (re.compile(pattern), predicate)
    for pattern, predicate in (
        (
            r" (?:co-?)?(?:wrote|writes|penned|adapted) (?:and directed |the )?(?:film's |original |final )?(?:screenplay|script|film|movie)\b",
            Predicate.WRITER,
        ),
        (
            r" (?:is|was|were|served as|acted as) (?:the |an )?(?:film['’]s )?executive producers?\b(?! (?:of|on|for|at))",
            Predicate.EXECUTIVE_PRODUCER,
        ),
        (
            r" (?:composed|wrote|scored|provided|created|penned|supplied|contributed)(?: and (?:himself |herself )?(?:played|performed|conducted|recorded|produced))? (?:the |an? )?(?:film['’]s |its )?(?:(?!(?:songs?|lyrics|words)\b)[a-z-]+ ){0,3}?(?:score|music(?! (?:for|to) (?:the )?(?:songs?|title))|film score)\b",
            Predicate.COMPOSER,
        ),
        (r" (?:distributed|released) the (?:film|movie|picture)\b", Predicate.DISTRIBUTOR),
    )
)
# Said so only where the whole text speaks of one film: notes, interviews, reviews.
TOLD: tuple[tuple[re.Pattern[str], Predicate], ...] = tuple(
    (re.compile(pattern), predicate)
    for pattern, predicate in (
        (
            r" (?:(?:co-?)?(?:wrote|writes|produced|produces|scored|edited|stars in)(?:, and |,| and) ?){1,3}(?:co-?)?direct(?:ed|s)\b|, who (?:also )?(?:co-?)?directed(?=,| it\b| and\b)"
            r"|(?:,| \()(?: ?)who (?:also )?(?:(?:co-?)?(?:writes|produces|edits|stars),? (?:and )?){0,3}(?:co-?)?directs(?=[,;)]| it\b| and\b)"
            r"| (?:has (?:made|crafted|fashioned|delivered|given us)|makes|crafts|fashions|delivers|gives us) (?:here )?(?:an?|the|his|her|their) (?:(?!of\b|for\b|with\b|the\b|this\b|his\b|her\b|appearance\b|cameo\b|impression\b|performance\b|turn\b)[\w-]+,? ){0,5}?"
            r"(?:film|movie|picture|thriller|comedy|drama|western|noir|melodrama|documentary|musical|satire|epic|fable|romance)\b(?!['’]| (?:debut|performance|star|role|turn|career))",
            Predicate.DIRECTOR,
        ),
        (
            r" (?:co-?)?wrote(?:,| and) (?:co-?)?directed\b| (?:had )?(?:written|penned) the (?:screenplay|script)\b",
            Predicate.WRITER,
        ),
        (r" (?:co-?)?produced(?= (?:it )?(?:for|at) [A-Z])| (?:was )?the producer(?=[,.;]| and\b)", Predicate.PRODUCER),
        (
            r" (?:was |were )?(?:the )?(?:film['’]s )?(?:cameram[ae]n|behind the cameras?)\b|(?:, (?:the |her |his )?| (?:the |her |his ))(?:film['’]s )?(?:cinematographer|cameraman|director of photography)(?=[,.;])"
            r"| (?:held|handled|operated) the camera\b| (?:on|at|behind) (?:the )?camera(?=[,.;])| (?:shot|lensed|filmed) (?:it|the (?:film|movie|picture))(?=[.,;]| in (?:black|colou?r|widescreen|16|35))",
            Predicate.CINEMATOGRAPHER,
        ),
        (
            r" (?:cut|edited)(?: it| the (?:film|picture))?(?=[.,;]| in )| (?:was |were )?the (?:film['’]s )?editors?(?=[,.;]| and\b)| did the (?:cutting|editing)\b",
            Predicate.EDITOR,
        ),
    )
)
