"""The sentences that name performers, as patterns over blanked clauses.

Each pattern is a row of a table: name, expression, how the match is read, what it is worth. The
expressions see names as symbols (see :mod:`~filmdossier.extract.cast.clauses`); ``L`` holds performers, the part stands
before or after as the row says. Confidence is the measured precision of the row, rounded down.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from filmdossier.extract.cast.clauses import BEFORE, NAME, NAMES, WORK


class Reading(StrEnum):
    """How a match is read."""

    BILLING = "billing"  # a list of performers begins at the end of the match
    PART_AFTER = "part after"  # L, then the part at the end of the match
    PRONOUN = "pronoun"  # the part at the end of the match; the performer was named right before
    PART_BEFORE = "part before"  # the part ends where the match begins
    NO_PART = "no part"  # L alone
    PART_FIRST = "part first"  # the part begins at the end of the match; performers follow after a comma
    PART_INSIDE = "part inside"  # the group ``part``


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row. ``sure``: believed without another source; otherwise the performer must be known, or not be a maker.

    ``makers``: the words leave no doubt that a maker of the film who is named acts in it as well.
    ``after``: what must stand before the match in its clause. ``opening``: believed of somebody not yet
    known to perform only before a text's first heading, where it is the film itself that is told of.
    """

    name: str
    expression: re.Pattern[str]
    reading: Reading
    confidence: float
    sure: bool = False
    makers: bool = False
    after: re.Pattern[str] | None = None
    opening: bool = False

    @property
    def gives_part(self) -> bool:
        """Whether it reads a part beside the performer, without need of what others have read."""
        return self.reading not in (Reading.NO_PART, Reading.PRONOUN)


_ADVERB = r"(?:(?:[a-z]+ly|also|again|here|now|then|still|first|later|once|all|both|each|even|too|simply|just|only|never|always|perhaps|himself|herself|respectively) )*"
_ROLE_WORD = r"(?:title |titular |lead |leading |main |dual |double |supporting |small |minor |key |pivotal |major |crucial |important |central |eponymous |other |principal |starring |prominent |significant |various |negative |primary |brief |memorable |plum |co-lead |cameo |guest |bit )*"
_PLAYS = (
    rf"(?:plays|played|(?<=\ue001 )play|(?<=[a-z], )play|portrays?|portrayed|essays?|essayed|voices?|voiced|embodies|inhabits|incarnates|impersonates|reprises?|reprised|(?:co-?)?stars? as|(?:co-?)?starred as|"
    rf"appears? (?:\w+ |in [a-z-]+ |\([^()]{{0,40}}\) )?as|appeared (?:\w+ )?as|(?:appears?|appeared) (?:[a-z'’ -]{{1,40}} )?in the (?:[\w-]+ ){{0,3}}(?:roles?|parts?) of|(?:make|makes|made|making) appearances as|performs? as|features? as|(?:is|are|was|were) (?:well |also |perfectly |memorably |nicely )*(?:cast|seen|featured|heard|billed) as|returns? as|returned as|returns? to (?:the|his|her) roles? (?:of|as)|"
    rf"(?:takes?|took) (?:on |over |up )?the {_ROLE_WORD}(?:roles?|parts?|mantle) of|(?:has|have|had) the {_ROLE_WORD}(?:roles?|parts?) of|assumes? the {_ROLE_WORD}(?:roles?|parts?) of|(?:is|was|are|were) in the {_ROLE_WORD}(?:roles?|parts?) of|"
    rf"in (?:the|his|her|a) {_ROLE_WORD}(?:roles?|parts?) (?:of|as)|(?:makes?|made|making) (?:an?|his|her) (?:[\w-]+ ){{0,4}}?(?:appearance|cameo|debut) as|(?:has|had|have) an? (?:[\w-]+ ){{0,3}}?(?:cameo|role|part|appearance|turn) as|"
    rf"steps? into the (?:roles?|parts?|shoes) of|tackles? the (?:roles?|parts?) of|(?:lends?|lent|gives?|gave) (?:his|her|their) voices? (?:to|as)|provides? the (?:\w+ )?voices? (?:of|for|as)|provided the (?:\w+ )?voices? (?:of|for|as)|"
    rf"gives voice to|doubles as|fills the (?:role|part) of|pops? up as|shows? up as|turns? up as|cameos as|guest[- ]stars as|co-?stars as)"
)
_DONE_BY = r"(?:played|portrayed|voiced|enacted|essayed|performed|embodied|acted|impersonated|brought to life|personified|incarnated|interpreted|inhabited)"
_HOW = r"(?:,? (?:(?:so |very )?\w+ly|here|once again|once more|again|to (?:[a-z-]+ )?perfection|in (?:his|her) (?:\w+ )*(?:debut|role)|with [a-z' -]{3,50}|as (?:an? )?[a-z -]{3,30}|in [a-z -]{3,30}),?)?"
_FEAT = r"(?:[Ff]eatur(?:es?|ed|ing)|[Ss]howcas(?:es|ed|ing))"
_SHINES = (
    r"(?:shines?|shone|dazzles?|excels?|outshines?|rivets|chills|stuns|tanks|hams|overacts?|underacts?|underplays|overplays|emotes|mugs|chews|acquits? (?:himself|herself|themselves)|steals? (?:the show|the film|the movie|every|each|all|his|her|scenes|this)|"
    r"(?:gives?|delivers?|turns? in|provides?|offers?|contributes?|proffers?|puts? in|supplies) (?:an?|his|her|the|one of|another|two|some|their|career|fine|good|great|solid|strong|excellent|memorable) (?:[\w'’,-]+ ){0,9}?(?:performances?|turns?|portrayals?|cameo)|"
    r"(?:is|are|was|were|feels?|seems?|proves?|looks?|makes?|remains?) (?:[\w'’-]+,? ){0,6}?(?:(?<!the )cast(?! (?:as|to|in|for|against|by))|miscast|typecast|in the (?:title|lead|leading|starring) (?:role|part)s?|in (?:his|her|their) (?:\w+ )?roles?|leads?|leading (?:man|lady)|protagonists?|co-stars?|hero|heroine|villain|femme fatale|antagonist|heavy)|"
    r"(?:assumes?|takes?|lands?|gets?|shares?|has|have) (?:the |top |second |first )?(?:co-?)?(?:lead|leads|billing|starring role)\b|co-?stars?\b(?! as)|(?:round(?:s|ed|ing)? out|lead(?:s)?|head(?:s|lines)?|anchors?|heads up|completes?) (?:the|an?|[^\s.;:()]{1,25}['’]s?) (?:[\w-]+ ){0,3}?(?:cast|ensemble|crew|gang|team|group|line-?up|bunch|company|quartet|quintet))"
)

_ACTS = (
    r"(?:shows?|showed|pops?|popped|turns?|turned|crops?|cropped) up|swaggers?|struts?|(?:is|are|was|were) (?:\w+ ){0,2}?(?:wasted|underused|underutilized|underutilised|charming|likable|likeable|charismatic|believable|convincing|riveting|magnetic|wooden|solid|fine|excellent|terrific|superb|great|good|"
    r"magnificent|remarkable|hilarious|delightful|perfect|bland|stiff|miscast|effective|capable|competent|impressive|outstanding|wonderful|fantastic|amazing|brilliant|adequate|serviceable|sympathetic|menacing|memorable|"
    r"adorable|appealing|engaging|funny|ideal|exquisite|entertaining|tailor[- ]made|unlikable|annoying|forgettable|dull|flat)|"
    r"do(?:es)? (?:his|her|their|what|well|fine|good|great|the best|an? (?:[\w-]+ ){0,3}?(?:job|work|turn|impression))|fails? to (?:register|convince|impress|make|bring|sell|connect|shine)|(?:feels?|proves?|comes? (?:across|off)) (?:[a-z]+ly |a (?:bit|little|tad) )?(?!like\b|that\b|as\b|the\b|an?\b|to\b|for\b|in\b)[a-z]+|shoulders?|goes? (?:a (?:bit|little|tad) )?(?:overboard|over the top|big|broad)|tr(?:y|ies) (?:hard|his|her|their|to (?:bring|make|inject|convey|sell|give|lend|elevate|salvage|save the|do (?:his|her|their)|act|rise|keep up))|makes? an? (?:\w+ )*(?:impression|duo|pair|couple|foil|team|villain|hero|heroine|lead|leading|appearance|entrance)|repris(?:e|es|ed)|"
    r"steps? (?:in|up)|looks? (?:lost|bored|uncomfortable|tired|great|good|and feel)|get(?:s|ting)? (?:top |second |first )?billing|(?:has|have|gets?) an? (?:[\w-]+ )*(?:part|role)|goes down as|manages?|exudes?|radiates?|conveys?|projects?|"
    r"commands?|registers?|convinces?|impress(?:es)?|charms?|surprises?|fares?|struggles?|holds? (?:his|her|their) own|brings?|lends?|provides?|adds?|makes? the most|plays? (?:it|the part|the role|(?:all )?(?:his|her|their) (?:part|role|scenes?|character))|carr(?:y|ies)|work(?:s)? (?:well|best)|performs? (?:well|ably|admirably|fine|solidly|competently|capably|beautifully)|commits? (?:fully )?to (?:his|her|their) (?:roles?|parts?|characters?)|relish(?:es)?|proves? the exception|"
    r"play off (?:each other|one another)|pulls? off|(?:has|have) (?:[\w-]+ ){0,4}(?:chemistry|presence|charisma|little to do|nothing to do|fun|moments|scenes?|turns?)"
)

# "A delivers a memorable turn, as does B".
_ACTED_BEFORE = re.compile(
    rf"{NAME}[^.;]*\b(?:turns?|performances?|shines?|delivers?|excels?|impress(?:es)?|great|good|excellent|fine|solid|terrific|superb|strong|convincing|charming|cast)\b"
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "starring",
        re.compile(
            rf"\b(?:[Cc]o-?)?(?:[Ss]tar(?:s|red|ring)|(?:will|is set to|is slated to|to) (?:also )?star|[Hh]eadlin(?:es|ed|ing)|starring vehicle for|vehicle for|[Ss]tar(?:s|red|ring),? and (?:is|was) (?:[\w-]+ )?(?:and [\w-]+ )?by|[Ss]tarring(?:,? (?:and|,|co-?written|written|co-?produced|produced|co-?directed|directed|executive|scripted))+ by|[Tt]oplin(?:es|ed|ing))(?: by)?,? (?:(?:alongside|opposite|with) |(?:himself|herself|themselves)(?:,| and| with| alongside) (?:and )?)?(?:(?:an? |the )(?:[\w-]+ )*?(?:cast|ensemble|team|trio|duo)(?: \w+)? (?:of|that includes|including|led by|headed by|featuring|with|consisting of|that consists of|comprising) )?(?={BEFORE}{NAME})"
        ),
        Reading.BILLING,
        0.97,
        sure=True,
        makers=True,
    ),
    Pattern("featuring", re.compile(rf"\b{_FEAT} (?:(?:also |an? (?:[\w-]+ )*?(?:cast|ensemble) (?:of|that includes|including) |(?:\w+ )*?(?:performances?|turns?|cameos?|appearances?|roles?) (?:by|from|of) ))?(?={BEFORE}{NAME})"), Reading.BILLING, 0.9, sure=True, makers=True),
    Pattern(
        "cast includes",
        re.compile(
            rf"\b(?:[Cc]ast(?: members?| list)?|[Ee]nsemble|[Ss]tars|[Ll]eads|[Cc]o-stars|[Aa]ctors|[Pp]layers|[Pp]erformers|[Vv]oice actors|[Vv]oice talents?|[Vv]oices|(?:comedy )?(?:team|troupe|trio|duo)),?(?: (?:also|which|that|of the film|in the film|for the film|is|was|mainly))* "
            rf"(?:includ(?:es?|ed|ing)|compris(?:es?|ed|ing)(?: of)?|consist(?:s|ed|ing)? of|features?|featured|featuring|led by|headed by|topped by|made up of|of)(?: (?:actors|performers|the likes of|such \w+ as|veterans))?:? (?={BEFORE}{NAME})|\b[Cc]o-?stars (?:are|were) (?={BEFORE}{NAME})"
        ),
        Reading.BILLING,
        0.96,
        sure=True,
        makers=True,
    ),
    Pattern(
        "supporting",
        re.compile(
            rf"\b(?:[Ss]upporting|[Mm]ain|[Ll]ead(?:ing)?|[Pp]ivotal|[Kk]ey|[Ii]mportant|[Pp]rominent|[Pp]rincipal|[Oo]ther|[Mm]ajor|[Cc]entral|[Ss]tarring|[Ss]maller|[Mm]inor) (?:roles?|parts?|cast members?|cast|players?|turns?)(?: (?:in the film|in the movie))?,? (?:are |is |was |were )?(?:include |includes |for |played by |portrayed by |essayed by |performed by |filled by |by |from |go to |went to |taken by |like |such as )(?={BEFORE}{NAME})"
        ),
        Reading.BILLING,
        0.9,
        sure=True,
        makers=True,
    ),
    Pattern(
        "with N as",
        re.compile(rf"(?:^|\b(?:and|together|along|[,;:]) |\b)[Ww]ith (?:also )?(?={BEFORE}{NAME}(?:,? (?:and )?{BEFORE}{NAME}){{0,20}}(?:, in (?:his|her|their) [^,.;]{{3,40}})?,? (?:as|playing|portraying|voicing|in (?:(?:an?|the|his|her|their) )?{_ROLE_WORD}(?:roles?|parts?))[ ,.])"),
        Reading.BILLING,
        0.92,
        sure=True,
        makers=True,
    ),
    Pattern("joined by", re.compile(rf"\b(?:(?:joined|supported|aided|accompanied|rounded out|backed(?: up)?) (?:\w+ly )?by|with support (?:from|by)) (?={BEFORE}{NAME}(?:,? (?:and )?{BEFORE}{NAME})*(?:[.,;]|$| as | in ))"), Reading.BILLING, 0.8),
    Pattern("led by", re.compile(rf"\b(?:led|headed|anchored|fronted|toplined|headlined) by (?={BEFORE}{NAME})(?=[^.;]*\b(?:cast|ensemble|performances?|perfomers|actors)\b)"), Reading.BILLING, 0.8),
    Pattern("plays", re.compile(rf"(?P<L>{NAMES})(?:,? |--|—| – |(?:--|—| – )who [^.;:()\ue010]{{3,90}}?(?:--|—| – )|, (?:in|with|as|an?|the|his|her|fresh|here|then) [^,.;:()\ue000\ue010]{{2,70}}, |, who (?:was|is|were|had|has|were) [^,.;:()\ue000\ue010]{{2,80}}, )(?:who )?{_ADVERB}{_PLAYS} (?!(?:(?:(?:[a-z]+ly|so|once|again|here|then|also|both) ){{0,3}}by|up|out|on|well|off|along|around|down|no|like|to|with|for|against|opposite) )"), Reading.PART_AFTER, 0.95, sure=True, makers=True),
    Pattern("playing", re.compile(rf"(?P<L>{NAMES})(?:['’]s?)?,?[^.;:()\ue000]{{0,90}}? {_ADVERB}(?:playing|portraying|voicing|reprising (?:his|her|their) roles? (?:of|as)|who plays|who portrays|cast as) (?=\S)"), Reading.PART_AFTER, 0.85),
    Pattern("N who as", re.compile(rf"(?P<L>{NAME}),? who,? as (?=\S)"), Reading.PART_AFTER, 0.92),
    Pattern("sees N play", re.compile(rf"\b(?:sees?|has|finds?|lets|casts?|casting|features|having) {BEFORE}(?P<L>{NAME}(?: and {NAME})?) (?:play|playing|portray|portraying|star as|starring as|as|in the role of|returning as|return as) "), Reading.PART_AFTER, 0.94, sure=True),
    Pattern("played by", re.compile(rf"{_DONE_BY}{_HOW} by {BEFORE}(?P<L>{NAMES})"), Reading.PART_BEFORE, 0.96, sure=True, makers=True),
    Pattern("(N)", re.compile(rf"(?<=[\w'’\"”\ue001\ue031\ue021]) \((?:(?:an? |the )?(?:[\w-]+ly )?(?:[a-z-]+ )?{_DONE_BY} by |(?:an? |the )(?:(?!name|of|on|play|late)[a-z-]+ ){{1,3}}|actors? |actress |newcomers? )?(?P<L>{NAME}(?:(?:,? and |, | & |/|, and ){NAME}){{0,5}})(?:,? (?:uncredited|voice|this time|again|here|in a [\w ]{{2,30}}|in (?:his|her) [\w ]{{2,30}})|, (?:an?|the|his|her|[\ue000\ue001]+['’]s?) [^()\ue000\ue010]{{3,50}})?\)"), Reading.PART_BEFORE, 0.95),
    Pattern("N as", re.compile(rf"(?P<L>{NAME})(?P<mid>(?:['’]s?)?[^.;:()\ue000\ue010\n]{{0,110}}?),? as (?=\S)"), Reading.PART_AFTER, 0.92),
    Pattern("cameo", re.compile(rf"(?P<L>{NAMES}),? (?:who )?{_ADVERB}(?:(?:makes?|made|making|has|had|have|puts? in|gets?|with) (?:an?|his|her|their|brief|cameo|special|guest) ?(?:[\w-]+ ){{0,4}}?(?:cameos?|appearances?|walk-ons?|bit parts?)\b|cameos?\b|appears? (?:briefly|in an? (?:[\w-]+ ){{0,3}}?(?:cameo|role|part|appearance)))"), Reading.NO_PART, 0.88, makers=True),
    Pattern("cameo by", re.compile(rf"\b(?:cameos?|walk-ons?|guest appearances?|special appearances?|brief appearances?)(?: appearances?| roles?)? (?:by|from|of|courtesy of|for|include|includes) {BEFORE}(?P<L>{NAMES})"), Reading.NO_PART, 0.88),
    Pattern("roles of", re.compile(rf"(?P<L>{NAMES}),? (?:who )?{_ADVERB}(?:(?:are |is |were |was |appear |appears |appeared |star |stars |starred |seen |cast |featured |feature |features |act |acted )*in (?:the |a |an |his |her |their )?{_ROLE_WORD}(?:roles?|parts?)\b|(?:have|has|had|play|plays|played|portray|portrays|appear in|appears in) (?:the |a |an )?(?:title |lead |leading |main |supporting |small |short |brief |tiny |featured |minor |key |pivotal |major |important |central |principal |prominent |significant |cameo )+(?:roles?|parts?|characters?)\b|also (?:appears?|appeared|stars?|starred|acted|features?)\b|(?:stars?|starred)(?= in (?:an?|this|the (?:film|movie|title|lead))\b)|(?:star|starred|stars)(?=\.| in the film\b| in the movie\b|$| and the )|(?:co-?stars?|co-?starred)(?=[.,;]| in the film| with| along| in this)|repris(?:e|es|ed|ing) (?:his|her|their) (?:[^\s,.;]+ )?roles?\b|join(?:s|ed|ing)? the cast\b|portray(?:s|ed)? (?:the |a )?(?:small |minor |supporting |various |bit )+(?:roles?|parts?)|play(?:s|ed)? (?:the|an?) (?:title |lead |leading |main |supporting |small |minor |key |titular )+(?:roles?|parts?|character)|round(?:s|ed)? out the cast|complete the cast|rounding out the cast)"), Reading.NO_PART, 0.9, makers=True),
    Pattern("As P, N", re.compile(r"(?:^[“\"(]?|[;:—–-] ?|\b(?:[Aa]nd|[Bb]ut|while|though|whereas) )[Aa]s (?=\S)|(?<=[.!?] )As (?=\S)"), Reading.PART_FIRST, 0.93),
    Pattern("N is N", re.compile(rf"(?P<L>{NAME})(?:, whom? [^.;:()]{{4,110}},)? (?:is|are|was) (?P<part>{NAME})(?=, (?:an?|the|his|her) |,? who |[.;])"), Reading.PART_INSIDE, 0.85),
    Pattern("N is the D N", re.compile(rf"(?P<L>{NAME}) (?:is|was) (?P<part>(?:the|an?) (?:[a-z'’-]+ ){{1,4}}?{NAME})(?=, (?:an?|the|his|her|who) |,? who | and |[.,;]|$)"), Reading.PART_INSIDE, 0.85),
    Pattern("N is D, N", re.compile(rf"(?P<L>{NAME}) (?:is|was) (?:(?:the|an?) (?:[a-z'’-]+ ){{1,4}}?(?:(?:of|from|in) (?:the )?(?:[a-z-]+|{NAME}|{WORK}|[A-Z]\w+))?|(?:{NAME}['’]s?|his|her) (?:[a-z-]+ ?){{1,3}}), (?P<part>{NAME})(?=, (?:an?|the|his|her|who) |,? who | and |[.,;]|$)"), Reading.PART_INSIDE, 0.85),
    Pattern("N is D N", re.compile(rf"(?P<L>{NAME}) (?:is|was) (?:{NAME}['’]s|his|her|their) (?:[a-z][\w-]* ){{0,2}}(?:mother|father|wife|husband|son|daughter|sister|brother|uncle|aunt|friend|boss|partner|maid|secretary|lover|mistress|girlfriend|boyfriend|fianc[eé]e?|neighbou?r|rival|accomplice|henchman|assistant|servant),? (?P<part>{NAME})(?=[,.;]| and )"), Reading.PART_INSIDE, 0.85, opening=True),
    Pattern("he plays", re.compile(rf"(?:^|[.;,] |\b(?:and|but|while|where|as|when) )(?P<L>[Hh]e|[Ss]he)(?:['’]s| is)? {_ADVERB}(?:{_PLAYS}|playing|portraying) (?!(?:(?:(?:[a-z]+ly|so|once|again|here|then|also|both) ){{0,3}}by|up|out|on|well|off|along|around|down|no|like|to|with|for|against|opposite|it) )"), Reading.PRONOUN, 0.8),
    Pattern("film with", re.compile(rf"\b(?<!remake this )(?<!remade this )(?:film|movie|picture|western|thriller|comedy|horror|noir|vehicle|[Cc]ast|[Ee]nsemble)[^.;:()\ue000\ue010]{{0,40}}? (?:with|including) {BEFORE}(?P<L>{NAMES})(?=[.,;]| and an? | in | as |$)"), Reading.NO_PART, 0.8),
    Pattern("N whose part", re.compile(rf"(?P<L>{NAME}),? whose (?:[\w\ue000\ue001-]+ ){{0,2}}?(?:character|role|performance|portrayal|part|accent|charm|turn|chemistry|charisma)\b"), Reading.NO_PART, 0.88),
    Pattern("there is N", re.compile(rf"\b[Tt]here(?:['’]s| is| are) (?:also |always |even )?{BEFORE}(?P<L>{NAMES})(?=[.,;]|$)"), Reading.NO_PART, 0.82),
    Pattern("N acts", re.compile(rf"(?P<L>{NAMES}),? (?:(?<=, )who (?:at first|initially) [^.;:()\ue000\ue010]{{3,60}}, )?(?:who |does )?{_ADVERB}(?:{_ACTS})\b"), Reading.NO_PART, 0.9),
    Pattern("acting is N", re.compile(rf"\b(?:[Ss]tealing|[Tt]urning in|[Rr]ounding out|[Ss]tanding out|[Ss]hining|[Ss]tandouts?|[Hh]ighlights?|[Bb]right spots?|[Bb]est of (?:all|the (?:cast|bunch|lot)))\b[^.;:()\ue000]{{0,60}}? (?:is|are|was|were) {BEFORE}(?P<L>{NAMES})(?=[,.]| who | as |$)"), Reading.NO_PART, 0.85),
    Pattern("it is N who", re.compile(rf"\b[Ii]t(?:['’]s| is| was) {BEFORE}(?P<L>{NAME}),? who {_ADVERB}(?:really )?(?:{_SHINES}|{_ACTS}|stands? out|owns|makes)\b"), Reading.NO_PART, 0.88),
    Pattern("performance by", re.compile(rf"\b(?:portrayals? (?:by|from) {BEFORE}|(?:performances?|turns?|acting|supporting work|chemistry|casting|(?<!original )leads?|stars?|newcomers?|co-stars?) (?:by|from|of|courtesy of|between|like|such as|including|particularly|especially|given by|delivered by) {BEFORE}|(?:(?:[Cc]o-?stars?|(?:(?<![\w,] )|(?<=the )|(?<=its )|(?<=two )|(?<=male )|(?<=romantic )|(?<=, ))[Ll]eads?|leading (?:man|lady|men|ladies)|[Ss]tars?|newcomers?|headliners?),?|those (?:by|from)|(?:especially|particularly|notably|including) those of|(?:top|second|third|fourth|first|last)[- ]billed|form of) )(?P<L>{NAMES})"), Reading.NO_PART, 0.9),
    Pattern("N's performance", re.compile(rf"(?P<L>{NAME}(?:(?:['’]s?)? and {NAME})?)['’]s? (?:(?!(?:film|movie|direction|script|novel|book|character\b)[\w]*\b)[\w-]+,? ){{0,4}}?(?:performances?|portrayals?|turn|acting|charisma|screen presence|delivery|casting|characters?|role|co-stars?|onscreen|on-screen|cameo|line readings?|wooden|facial|love interest|leading)\b"), Reading.NO_PART, 0.92),
    Pattern("as does N", re.compile(rf"\b[Aa]s (?:does|do|is|are) {BEFORE}(?P<L>{NAMES})(?=[.,;]|$)"), Reading.NO_PART, 0.85, after=_ACTED_BEFORE),
    Pattern("N shines", re.compile(rf"(?P<L>{NAMES}),? (?:[^.;:()\ue000\ue010]{{0,40}}?, )?(?:who )?{_ADVERB}(?:{_SHINES})"), Reading.NO_PART, 0.88),
    Pattern("debut", re.compile(rf"(?P<L>{NAME})['’]s? (?:(?!intended|planned|first intended)[\w-]+ ){{0,3}}?(?:film|screen|acting|feature film|movie|cinematic|big-screen) (?:debut|appearance)\b"), Reading.NO_PART, 0.7),
    Pattern("debut of", re.compile(rf"\b(?:(?:film|screen|acting|feature film|movie|screen acting) (?:debut|appearance|role)s?|(?<!ial )(?<!ing )debut|appearances?|last film|final film) (?:of|for|by) {BEFORE}(?P<L>{NAMES})"), Reading.NO_PART, 0.8),
    Pattern("N's part", re.compile(rf"(?P<L>{NAME})['’]s? (?P<part>(?:[a-z][\w-]*,? ){{0,3}}?[a-z][\w-]+)(?= (?:is|was|has|gets|delivers|comes|goes|makes|steals|provides|proves|seems|feels|who|,|and {NAME})|[,.;])"), Reading.PART_INSIDE, 0.9),
    Pattern("N's N", re.compile(rf"(?P<L>{NAME})['’]s? (?P<part>{NAME})"), Reading.PART_INSIDE, 0.85),
    Pattern("D is N", re.compile(rf"(?:^|[,;] |\b(?:and|while|whose|that) )(?P<part>(?:[Tt]he|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Oo]ne) (?:[a-z-]+ ){{0,3}}?(?:woman|man|girl|boy|hero|heroine|villain|killer|protagonist|antagonist|detective|cop|gangster|wife|husband|lover|mother|father|daughter|son|sister|brother|gunfighter|outlaw|sheriff|doctor|nurse|teacher|priest|lawyer|boss|friend|partner|girlfriend|boyfriend|stranger|lady|old man|old woman|widow|thief|robber|assassin|hitman|femme fatale|love interest|bad guy|good guy|leader|monster|vampire|scientist)) (?:is|are|was|here is|being) {BEFORE}(?P<L>{NAME})(?=[.,;]| and|$)"), Reading.PART_INSIDE, 0.75),
    Pattern("narrated", re.compile(rf"\b[Nn]arrat(?:ed|ion|or)(?:,? (?:is|was|provided|done|read|spoken|entirely))*(?: by)? {BEFORE}(?P<L>{NAMES})"), Reading.NO_PART, 0.9, sure=True, makers=True),
    Pattern("cast as", re.compile(rf"(?P<L>{NAMES}),? (?:who )?(?:was|were|is|are|had been|has been|have been|got|being|would be)(?: (?:\w+ly|first|then|later|soon|also|already|finally|next|subsequently|both|all))* (?P<verb>cast(?! (?:aside|off|out|away|doubt))|chosen|selected|hired|signed(?: on| up)?|picked|tapped|confirmed|roped in|finali[sz]ed|brought in|brought on board|recruited|enlisted|considered|offered|approached|announced|attached|set|replaced|the (?:first|original) choice)\b"), Reading.PART_AFTER, 0.8, makers=True),
    Pattern("cast N as", re.compile(rf"\b(?P<verb>cast|casting|chose|selected|hired|signed|recruited|brought in|enlisted|tapped|picked|wanted|considered|approached|offered) {BEFORE}(?P<L>{NAMES}) (?=(?:as|to play|to portray|to star as|(?:in|for) the (?:\w+ )?(?:role|part) of) )"), Reading.PART_AFTER, 0.75),
)  # fmt: skip

# Between "was cast" and the part.
CASTING_TAIL = re.compile(
    r"(?: (?:by [^,.;]{3,40}|after [^,.;]{3,60}))? (?:as|to play|to portray|to star as|to appear as|(?:for|in) (?:the|a|his|her) (?:[\w-]+ ){0,3}?(?:roles?|parts?|leads?|character|cast)(?: of| as)?)(?: |(?=[,.]))(?:(?:the |both )?(?:[\w-]+ ){0,2}(?:roles?|parts?|characters?) (?:of|as) )?"
)
OTHER_WORK = re.compile(
    rf"\b(?:in|of|from|for|by|with|to|and|than|like|as|after|before|on|since|or) (?:the (?:\w+ )?|his |her |their |(?:19|20)\d\d['’]s? |[a-z]+ ){{0,4}}{WORK}"
)
