"""The words after which stands what the film quotes, imitates or resembles: "inspired by", "homage to" and their like."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """Words after which the influence stands, with the precision measured for them."""

    pattern: re.Pattern[str]
    confidence: float
    linked: bool = True  # whether a film after it is a link; in passing, films are referred to for many reasons
    names: bool = True  # whether a bare name (of a person, mostly) may follow, or only a title


CUES = (
    Cue(re.compile(r"\b(?i:influenced|inspired|informed) (?:\w+ )?(?:by|from)(?! (?:a (?:true|real)|true|real|actual|events|the (?:true|real|life|story of)))(?: (?:the|both|such|a|an))?(?: (?:works?|films?|paintings?|movies|style|writings?|stories|novels?|likes|figure|historical figure) (?:of|by|like|such as))? "), 0.7),
    Cue(re.compile(r"\b(?:inspirations?|influences?|ideas|elements|cues?|motifs) (?:\w+ )?(?:from|of|includ\w+|came from|were|was)(?: (?:the|both))?(?: (?:\w+ ){0,2}(?:works?|films?|paintings?|movies|landscapes) (?:of|by|like|such as))? "), 0.6),
    Cue(re.compile(r"\b(?:homages?|tributes?|love letters?|nods?|throwbacks?|salutes?) to (?:the )?(?:(?:\w+[- ]){0,3}(?:works?|films?|movies|animation work|paintings?|style) (?:of|by|like) )?"), 0.65),
    Cue(re.compile(r"\b(?i:reminiscent of|redolent of|evocative of|harks? back to|hearkens? back to|akin to|resembl(?:es?|ing|ances?)(?: to)?|bears? (?:a |some )?(?:\w+ )?(?:similarit(?:y|ies)|resemblance) to|similarit(?:y|ies) to|similar (?:in \w+ )?to) (?:those (?:of|in|from) |that of |the (?:work|films?|style) of )?"), 0.6),
    Cue(re.compile(r"\b(?i:recall(?:s|ing)|evok(?:es|ing)|echo(?:es|ing)|mimic(?:s|king)|imitat(?:es|ing)|emulat(?:es?|ing)|channel(?:s|ing|ling)|apes?|aping|homag(?:es|ing)) (?:the )?(?:(?:best|work|works|style|spirit|films?|look|mood|tone|paintings|\w+ \w+|\w+) of )?"), 0.55),
    Cue(re.compile(r"\b(?:in|after) the (?:grand |best |great |same |classic )?(?:tradition|vein|style|manner|spirit|mould|mold|mode) of (?:the )?"), 0.7),
    Cue(re.compile(r"\bin the (?=[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2} (?:tradition|vein|style|manner|mould|mold|mode)\b)"), 0.65),
    Cue(re.compile(r"\b(?:compar(?:ed|es|ing|able)|comparisons?|liken(?:ed|s|ing)?|parallels?|parallel(?:ed|s)?)\b(?: (?:[\w-]+ ){0,8}?)?(?:to|with|between|and) (?:those (?:of|in|from) |that of |the (?:works?|films?) of |(?:certain )?(?:\w+ )?(?:comic books|films|works|stories)(?:,? (?:like|such as))? )?"), 0.55),
    Cue(re.compile(r"\bow(?:es|ed|ing|e) (?:(?:a|an|some|much|its|\w+) ){0,3}(?:debt |lot |inspiration |existence )?(?:of gratitude )?to (?:the )?"), 0.65),
    Cue(re.compile(r"\b(?:the|its|his|her|their|a|an) (?:\w+ )?debts? to (?:the )?(?:(?:works?|films?|style) of )?(?=[A-Z])"), 0.65),
    Cue(re.compile(r"\b(?:(?:references?|allusions?|allud(?:es|ing)|refer(?:s|ring)) (?:\w+ )?to|referenc(?:es|ing)(?: \w+ character in)?) (?:the )?(?:(?:film|movie|\d{4}) )*"), 0.5, linked=False, names=False),
    Cue(re.compile(r"\b(?:parod(?:y|ies|ying)|spoofs?(?:ing)?|pastiches?|send-?ups?|satir(?:e|es|izing)) (?:of )?(?:the )?"), 0.5, names=False),
    Cue(re.compile(r"\b(?:borrow(?:s|ed|ing)?|lift(?:s|ed|ing)?|steal(?:s|ing)?|stole|cribb?(?:s|ed|ing)|plagiari[sz]ed?|copied|cop(?:y|ies))\b[^.;,]{0,60}?\bfrom (?:the )?"), 0.7, names=False),
    Cue(re.compile(r"\b(?:quotes?|quotations?|citations?) from (?:the )?(?:(?:films|works|likes) of )?"), 0.65),
    Cue(re.compile(r"\b(?:there (?:is|are) (?:also )?)?(?:much|a lot|something|plenty|shades|echoes|touches|traces|elements|hints|flavou?r|the ghost|a touch|a bit|a dash|strains) of (?=[A-Z\"“‘])"), 0.6),
    Cue(re.compile(r"\b(?i:drew|draw(?:s|ing)?) (?:heavily |inspiration )?(?:on|from|upon) (?:[^.;]{0,40}?(?:including|such as) (?:[a-z]+ (?:with|like|such as) )?|(?:literature|films?|works?|sources) (?:with|like|such as) )?(?:the )?(?:[\"“])?(?:(?:works?|landscapes|films?) of )?"), 0.65),
    Cue(re.compile(r"\b(?:modell?ed (?:on|after)|patterned after|clone of|knock-?off of|rip-?off of|retread of|retelling of|reworking of|riff on|variation on|(?:an?|its|his|her|this|new|fresh|modern) (?:[\w-]+ )?(?:spin|take) on|companion piece to|on the lines of|answer to|homaging|based (?:up)?on (?:(?:an? |the )?(?:\w+ )?paintings? (?:of|by)|(?=[A-Z][\w.]+(?: [A-Z]\w+)? paintings))) (?:the )?"), 0.6),
    Cue(re.compile(r"\b(?:if you(?:['’]ve| have) seen|a cross between|somewhere between|(?:looks?|feels?|plays?|sounds?|much|just|plot|--|[—–]) ?like) (?=[_\"“A-Z])"), 0.6, names=False),
    Cue(re.compile(r"(?<!films )(?<!movies )(?<!something )(?<!those )(?<!others )\blike (?=[_\"“A-Z])"), 0.5, names=False),
    Cue(re.compile(r"[\"“](?:an? |the )?(?:\w+ )?(?:remake|rehash|mix|blend|hybrid|mash-up|update) of (?=[A-Z])"), 0.6),
    Cue(re.compile(r"\b(?:footage|clips?|excerpts?|scenes|stills?) (?:taken |lifted )?(?:from|of) (?:the )?(?:film |movie |silent |classic |\d{4} )*(?=[\"“‘'A-Z])"), 0.5, names=False),
    Cue(re.compile(r"\b(?:recreat(?:es?|ed|ing)|restag(?:es?|ed|ing)|re-?enact(?:s|ed|ing)?) [^.;,]{0,50}?from (?:the )?"), 0.6, names=False),
    Cue(re.compile(r"\b(?:à la|a la|along the lines of|in the (?:same )?(?:vein|mold|mould) as|in the footsteps of|(?:heir|successor|cousin|kin|indebted|beholden) to|descend(?:s|ed|ant|ants) (?:from|of)|equivalent of|hints? of|shadows? of|spirit of|influence of|inspiration (?:was|from|of|in)|nodding to|nods? at|tips? (?:its|his|her|their|the) hat to) (?:the )?"), 0.55),
    Cue(re.compile(r"\b(?:mix(?:es|ing|ture)?|blend(?:s|ing)?|combin(?:es|ing|ation)|cross(?:es|ing|ed)?|hybrid|mash-?up|fus(?:es|ing|ion)|marr(?:iage|ies)) (?:of |between )?(?:elements (?:of|from) )?(?=[_\"“A-Z])"), 0.5, names=False),
    Cue(re.compile(r"\bmodel(?:s|l?ed|l?ing)?(?: [\w-]+){1,4} (?:on|after) (?:the )?(?:(?:\w+ ){0,3}(?:persona|work|works|style|films?|character|figure) of )?"), 0.6),
    Cue(re.compile(r"\b(?:shots?|scenes?|ideas?|looks?|styles?|titles?|lines?|images?|plots?|structures?|devices?|techniques?|gags?|moments?|jokes?|names?|premise|ending|opening|twists?|trick|much|lot|leaf|cue)\b[^.;,]{0,40} (?:was|were|is|are|been|had|has|have)?(?: \w+)? ?(?:took|taken|comes?|came|stems?|derives?|derived|originates?|originated)(?: (?:\w+ ){0,3})?(?: (?:straight|directly|largely|mostly))? from (?:the )?"), 0.6, names=False),
    Cue(re.compile(r"\b(?:took|taken|takes) (?:his|her|its|their|a|an|the|much|many|a lot|most|some|heavily)(?: [\w-]+){0,3} (?:from|out of) (?:the )?(?:(?:works?|films?|style) of )?"), 0.55),
    Cue(re.compile(r"\b(?:come|comes|came)(?: (?:straight|directly|right))? (?:from|out of) (?=[_\"“A-Z])"), 0.5, names=False),
    Cue(re.compile(r"\b(?:whiff|breath|smack|dose|dollop|pinch|tinge|trace|taste|flavou?r|aroma|scent|strain)s? of (?:the )?(?=[_\"“A-Z])"), 0.55),
    Cue(re.compile(r"\b(?:had|have|has|having|with|kept|keeping) (?=[^.;]{2,120}? (?:in (?:his|her|their|my|our|the back of \w+) (?:heads?|minds?)|in mind)\b)(?:(?:also|the|both) )*(?:(?:[\w-]+ ){0,3}of )?"), 0.55, names=False),
    Cue(re.compile(r"\b(?:want\w*|achiev\w+|captur\w+|re-?creat\w+|g[ai]v(?:e|es|en|ing)|found|finds?|has|have|having|had|with|aim\w*|reproduc\w+|match\w*|got|retain\w*|shares?|sharing) (?:(?!lack|without|not |n['’]t|none|little)[^.;,]){0,45}?\b(?:look|feel|feeling|tone|mood|atmosphere|pace|rhythm|texture|spirit|energy|flavou?r|melancholy|structure|sensibility|bleakness|grit|grittiness|lighting|visuals?) of (?=[\"“_‘]?[A-Z0-9])"), 0.55, names=False),
    Cue(re.compile(r"\b(?:idea|inspiration|notion|concept|impulse)\b[^.;]{0,60}\b(?:watching|seeing|saw|seen|watched) (?=[\"“_‘]?[A-Z0-9])"), 0.6, names=False),
    Cue(re.compile(r"(?:^|(?<=\. )|(?<=\n))As in (?=[\"“_‘]?[A-Z0-9][^.;,]{2,60},)"), 0.6, names=False),
    Cue(re.compile(r"\b(?:inversion|reversal|mirror image|negative image|updating|transposition|moderni[sz]ation|critique|counterpart) (?:of|to) (?:the )?(?=[\"“_‘]?[A-Z0-9])"), 0.6, names=False),
    Cue(re.compile(r"\b(?:[Ff]or|[Bb]efore|[Tt]o (?:prepare|get|find|make|shoot|plan|design)) (?:the|his|her|their|this)? ?(?:[\w-]+ ){1,4}[^.;]{0,80}?\b(?:ran|screened|watched|studied|looked (?:at|to)|turned to|consulted) (?=[\"“_‘]?[A-Z0-9])"), 0.56, names=False),
    Cue(re.compile(r"\b(?:screened|showed|shown|ran|projected) (?=[^.;]{2,120} (?:for|to) (?:his|her|the|their) (?:[\w-]+ ){0,3}(?:cast|crew|actors?|team|collaborators|cinematographer|designers?|animators|cameraman|musicians|leads?)\b)(?:(?:both|the) )*"), 0.6, names=False),
    Cue(re.compile(r"\b(?:watch(?:ed|es|ing)|re-?watch(?:ed|ing)|studied|studying|viewed|viewing) (?=[^.;]{2,120} (?:in preparation|to prepare|for (?:research|inspiration|reference|preparation)|as (?:preparation|research|reference)|repeatedly|before (?:the )?(?:shoot|shooting|filming)|over and over|(?:dozens of|many) times|again and again)\b)(?:(?:both|the|such|films|like|as) )*"), 0.6, names=False),
    Cue(re.compile(r"(?:^|(?<=\. )|(?<=\n))Like (?=[^.;,]{2,60}, (?:the (?:film|story|plot|movie|picture)|it|this (?:film|one))\b(?! (?:was|were|is|has been|had been) (?:shot|filmed|produced|released|directed|written|nominated|based|made|adapted|an? (?:commercial|box|critical))))"), 0.6, names=False),
    Cue(re.compile(r"\b(?:re-?watched|studied|screened|looked (?:closely |often )?at|pored over|immersed (?:him|her|them)sel(?:f|ves) in) (?:the )?"), 0.5, linked=False, names=False),
    Cue(re.compile(r"\b(?i:wanted|meant|intended|set out|hoped|tried|planned) (?:it |the film )?to (?:do|make|write|shoot|create|be) (?:an?|his|her|their|our) (?:own )?(?=[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2} (?:story|film|movie|picture|western|novel|comedy|thriller)\b)"), 0.55),
    Cue(re.compile(r"\b(?:looks?|feels?|moods?|textures?|sensibility|rhythms?|spirit) of an? (?=[A-Z])"), 0.5),
    Cue(re.compile(r"\bwink(?:s|ed|ing)? (?:to|at|toward) (?:the )?"), 0.55),
    Cue(re.compile(r"\b(?:inspired|influenced|informed) by [^.;:]{3,90}?,? and (?:also )?by (?:the )?"), 0.65),
    Cue(re.compile(r"\bthis side of (?=[A-Z])"), 0.7),
    Cue(re.compile(r"\b(?:poor[- ]man['’]s|low-?rent|discount|would-be|wannabe) (?=[A-Z])"), 0.6),
)  # fmt: skip
