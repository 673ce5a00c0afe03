"""The wordings that name a reviewer, as patterns over skeletons: one character a name.

Only patterns; what they find is judged in ``anchors``. Of two that overlap the earlier wins, so the
plainer wordings come first.
"""

import re

from filmdossier.extract.reviews.skeleton import FILM, GROUP, MAYBE, NAME, OUTLET, PERSON, QUOTE, WORK

ADVERB = r"(?:(?:also|there|on the other hand|by contrast|in contrast|however|too|both|later|then|once|further|furthermore|still|even|again|in turn|in particular|meanwhile|in \d{4}|likewise|instead|nonetheless|nevertheless|\w+ly),? )*"
VERB = (
    r"(?:wrote|writes|writing|write|said|says|saying|states?d?|stating|call(?:s|ed|ing)|describ(?:es|ed|ing)|g[ai]ves?|giving|award(?:s|ed|ing)|rat(?:es|ed|ing)|scor(?:es|ed|ing)|"
    r"prais(?:es|ed|ing)|laud(?:s|ed|ing)|commend(?:s|ed|ing)|applaud(?:s|ed|ing)|compliment(?:s|ed|ing)|critici[sz](?:es|ed|ing)|critiqu(?:es|ed|ing)|pann(?:ed|ing)|pans|dismiss(?:es|ed|ing)|"
    r"f(?:eels?|elt)|found|finds|thought|thinks|opin(?:es|ed|ing)|not(?:es|ed|ing)|remark(?:s|ed|ing)|comment(?:s|ed|ing)|observ(?:es|ed|ing)|consider(?:s|ed|ing)|deem(?:s|ed|ing)|declar(?:es|ed|ing)|"
    r"conclud(?:es|ed|ing)|argu(?:es|ed|ing)|believ(?:es|ed|ing)|acclaim(?:s|ed|ing)|hail(?:s|ed|ing)|rav(?:es|ed|ing)|enjoy(?:s|ed)|lik(?:es|ed)|dislik(?:es|ed)|lov(?:es|ed)|hat(?:es|ed)|admir(?:es|ed|ing)|"
    r"singl(?:es|ed|ing) out|nam(?:es|ed)|ranks?|ranked|list(?:s|ed)|includ(?:es|ed)|compar(?:es|ed|ing)|liken(?:s|ed|ing)|add(?:s|ed|ing)|review(?:s|ed)|mention(?:s|ed|ing)|summ(?:ed|ing|ari[sz](?:es|ed|ing))|"
    r"characteri[sz](?:es|ed|ing)|labell?(?:s|ed|ing)|dubb?(?:s|ed|ing)|saw|sees|appreciat(?:es|ed|ing)|credit(?:s|ed|ing)|complain(?:s|ed|ing)|question(?:s|ed|ing)|lament(?:s|ed|ing)|fault(?:s|ed|ing)|"
    r"slamm?(?:s|ed|ing)|savag(?:es|ed)|trash(?:es|ed)|took issue|takes issue|express(?:es|ed|ing)|cit(?:es|ed|ing)|point(?:s|ed|ing) (?:out|to)|agree[sd]|echo(?:es|ed)|insist(?:s|ed)|admit(?:s|ted)|allow(?:s|ed)|"
    r"was (?:(?:on the other hand|by contrast|\w+ly|also|rather|far|much|a little|somewhat) ){0,2}(?:of the opinion|won over|taken (?:with|by)|charmed|moved|unmoved|thrilled|delighted|divided|torn|sceptical|skeptical|unpersuaded|horrified|appalled|amused|baffled|puzzled|bemused|lukewarm|ecstatic|in raptures|fond|smitten|besotted|dazzled|irritated|frustrated|repelled|shaken|struck|touched|overwhelmed|stunned|transfixed|hooked|alone in|left|un(?:kind|convinced)|kind(?:er)?|harsh(?:er)?|cool(?:er)?|warm(?:er)?|dismissive|scathing|enthralled|captivated|underwhelmed|impressed|bored|disappointed|critical|positive|negative|enthusiastic|unimpressed|taken aback|more|less|not|the most|mixed|particularly|equally|somewhat|very|generally|highly|surprised|one of|of two minds|in two minds)|"
    r"stress(?:es|ed)|refer(?:s|red) to|welcom(?:es|ed)|celebrat(?:es|ed)|recommend(?:s|ed|ing)|quipp?(?:s|ed)|pronounc(?:es|ed)|judg(?:es|ed)|assert(?:s|ed)|suggest(?:s|ed)|proclaim(?:s|ed)|had (?:praise|mixed|high|nothing|a)|"
    r"blast(?:s|ed)|derid(?:es|ed)|condemn(?:s|ed|ing)|object(?:s|ed) to|disagree[sd]|responded|reacted|react(?:s|ed)|contend(?:s|ed)|claim(?:s|ed|ing)|explain(?:s|ed|ing)|maintain(?:s|ed)|acknowledg(?:es|ed)|"
    r"highlight(?:s|ed|ing)|identif(?:ies|ied)|regard(?:s|ed|ing)|view(?:s|ed)|warn(?:s|ed)|joke[sd]|marvell?(?:s|ed)|emphasi[sz](?:es|ed)|noticed|graded|grades|favou?rably|positively|negatively|unfavou?rably|began|begins|"
    r"ended|opened|exclaimed|deplor(?:es|ed)|detect(?:s|ed)|bemoan(?:s|ed)|regretted|reported that|predicted|doubted|wondered|liked|endorsed|rejected|ridiculed|mocked|extoll?(?:s|ed)|reserved|enthused|enthuses|gushed|offer(?:s|ed)|"
    r"held that|holds that|read|reads|ran|runs|concurr?(?:s|ed)|assess(?:es|ed)|chose|chooses|selected|placed|put|predicts|drew|draws|took to|takes to|told|"
    r"lambast(?:e[sd]?|ing)|skewer(?:s|ed)|excoriat(?:es|ed)|eviscerat(?:es|ed)|decri(?:es|ed)|denounc(?:es|ed)|bash(?:es|ed)|knock(?:s|ed)|chid(?:es|ed)|berat(?:es|ed)|scold(?:s|ed)|attack(?:s|ed)|scorn(?:s|ed)|rubbish(?:es|ed)|"
    r"tout(?:s|ed)|herald(?:s|ed)|champion(?:s|ed)|cheer(?:s|ed)|salut(?:es|ed)|esteem(?:s|ed)|favou?r(?:s|ed)|prefer(?:s|red)|defend(?:s|ed)|vouch(?:es|ed)|mus(?:es|ed)|posit(?:s|ed)|reason(?:s|ed)|surmis(?:es|ed)|"
    r"reckon(?:s|ed)|affirm(?:s|ed)|reiterat(?:es|ed)|elaborat(?:es|ed)|caution(?:s|ed)|conced(?:es|ed)|grumbl(?:es|ed)|snip(?:es|ed)|jest(?:s|ed)|repli(?:es|ed)|theori[sz](?:es|ed)|hint(?:s|ed)|"
    r"objected|blam(?:es|ed|ing)|hand(?:s|ed) (?:it|out)|threw|throws|slapp?(?:s|ed) it|allot(?:s|ted)|bestow(?:s|ed)|settl(?:es|ed) (?:on|for)|set the tone|dwelt|dwells|spoke of|speaks of|counts|counted|confess(?:es|ed)|went (?:as (?:low|high|far) as|further)|"
    r"shrugg?(?:s|ed)|sulk(?:s|ed)|thunder(?:s|ed)|rag(?:es|ed)|snort(?:s|ed)|sniff(?:s|ed)|growl(?:s|ed)|yawn(?:s|ed)|wrinkled|purr(?:s|ed)|coo(?:s|ed)|heard|grants?|granted|sighs?|sighed|sneer(?:s|ed)|scoff(?:s|ed)|bristl(?:es|ed)|fumed|swooned|dissented|"
    r"went (?:on to|so far as to)|goes (?:on to|so far as to)|used the (?:word|term|phrase)|published an?|posted an?|penned an?|filed an?|issued an?)"
)
# A rating that stands for the whole report: "The O: 4/5".
SCORE = r"(?:[★⭐✭✮☆]|\d(?:[.,]\d)?½? ?(?:/|out of) ?\d|[A-DF][+−–-]?(?:[.,;]|$)|\d{1,3} ?%|(?:one|two|three|four|five)(?: and a half)? stars)"
_P = f"[{PERSON}{NAME}]"
_X = f"[{OUTLET}{MAYBE}{WORK}{GROUP}{NAME}{PERSON}]"
_KNOWN = f"[{OUTLET}{MAYBE}{WORK}]"
_MAG = r"(?: (?:magazine|newspaper|website|online|blog|Magazine))?"
_JOB = r"(?:critics?|reviewers?|columnists?|writers?|editors?|journalists?|correspondents?|contributors?|essayists?|historians?|scholars?|theorists?|authors?|academics?|bloggers?|staffer|commentators?|filmmaker|professor|biographer|screenwriter|novelist|philosopher|director)"
_ROLE = rf"(?:(?:the |a |an )?(?:[\w-]+ ){{0,3}}?{_JOB})"
_DAY = r"(?:[A-Z][a-z]+ \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]+(?: \d{4})?)"
_ANY_VERB = r"(?:was|is|had|has|made|took|went|did|came|put|held|kept|spoke|speaks|thinks|gets|[a-z]{3,}(?:ed|es|s))"
# Verbs of how something is said: whoever stands behind them has said the words before.
_MANNER = (
    r"(?:groan|shrugg?|sigh|sniff|snort|sneer|snapp?|growl|grumbl|mutter|moan|purr|coo|rav|gush|enthus|crow|fum|rag|thunder|roar|yawn|shout|chuckl|laugh|jok|crack|"
    r"marvel|conced|insist|protest|warn|advis|recall|counter|confess|exclaim|whisper|grip|grous|carp|lament|complain)e?[ds]"
)
# A critic who comes back to the film: "P, looking back on it in the O, felt".
_AGAIN = r"(?:looking back|revisiting|reassessing|reappraising|reconsidering|re-?evaluating|returning|re-?viewing|rewatching)"
_PIECE = r"(?:review|capsule|dictionary|column|article|piece|essay|critique|write-up|notice|book|blog|retrospective|assessment|reappraisal|entry|guide|report|study|post)"
VOLUME = r"(?:book|study|monograph|biography|memoirs?|autobiography|guide|encyclop(?:a?e)dia|volume|anthology|survey|history)"
_THE = r"(?:the |The |its |his |her )?(?:(?:[\w-]+ )?(?:weekly|monthly|daily|quarterly|newspaper|magazine|paper|journal|tabloid|broadsheet|fanzine|website|site|blog) )?"
# What stands between a publication and its critic: "In the O, by contrast, P complained".
_ASIDE = r"(?:, (?:by contrast|in contrast|however|on the other hand|meanwhile|too|likewise|similarly|in turn|for (?:example|instance|its part)|though|at least))?"
_AFTER = r"(?=[ ,.;:)\"\[]|'s? |$)"

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("colon", rf"^(?:{_ROLE} )?(?P<c>{_P})(?:,| of| for| in| at| from|,? writing in| [(\[])(?: the| The)? ?(?P<o>{_X}){_MAG}[)\]]?(?: ?[:–—-]+ )(?=\S)"),
        ("outlet colon", rf"^(?:The |the )?(?P<o>[{OUTLET}{MAYBE}{WORK}]){_MAG}(?: \([^()]{{0,30}}\))?: ?(?={QUOTE})"),
        ("signed after", rf"{QUOTE}[.,]? ?[(\[–—-]+ ?(?:{_ROLE},? )?(?P<c>{_P})(?:,| of| in| for| from|,? [(\[])(?: the| The)? ?(?P<o>{_X}){_MAG}(?=[)\].,;]|$)"),
        ("writing for", rf"(?:^|(?<=[ ,.;(])){_ROLE}? ?(?P<c>{_P}),? (?:who (?:was |is )?)?(?:writing|reviewing|reviewed|reporting|writes|speaking|covering|{_AGAIN})(?: [^.;{QUOTE}]{{0,70}}?)? (?:for|in|at|on|of) {_THE}(?P<o>{_X}){_MAG}{_AFTER}"),
        ("critic of", rf"(?P<c>{_P}),? (?:{_ROLE})[,]? (?:of|for|at|from|with|in) {_THE}(?P<o>{_X}){_MAG}{_AFTER}"),
        ("the outlet's critic after", rf"(?P<c>{_P}), {_THE}(?P<o>{_X})(?:'s?)?{_MAG} {_ROLE}{_AFTER}"),
        ("in a review", rf"(?P<c>{_P}),? in (?:his|her|their|this|a|an|the)(?: [\w./½★-]+){{0,3}}? {_PIECE}(?: [^,.;{QUOTE}]{{0,40}}?)? (?:for|in|of|on|from) {_THE}(?P<o>{_X}){_MAG}{_AFTER}"),
        ("critic's review in", rf"(?P<c>{_P})'s? (?:[\w-]+ ){{0,2}}?{_PIECE}(?: [^,.;{QUOTE}]{{0,40}}?)? (?:for|in|from|on) {_THE}(?P<o>{_X}){_MAG}{_AFTER}"),
        ("critic of", rf"(?P<c>{_P}),? whose (?:[\w-]+ ){{1,4}}(?:r[au]ns?|appear(?:s|ed)|was printed|was published|was syndicated) (?:in|on|by|for|with) {_THE}(?P<o>{_X}){_MAG}{_AFTER}"),
        ("of", rf"(?P<c>{_P}),? (?:also |then |now |formerly |long |longtime |late |previously )?(?:of|from|for|at|over at|with|in|on|writing for) {_THE}(?P<o>{_X}){_MAG}{_AFTER}"),
        ("parentheses", rf"(?P<c>{_P}) [(\[](?:of |for |in )?{_THE}(?P<o>[{OUTLET}{MAYBE}]){_MAG}[)\]]"),
        ("outlet critic", rf"(?P<o>{_KNOWN}){_MAG} [–—-] (?:{_ROLE} )?(?P<c>{_P}) [–—-] "),
        ("of", rf"(?P<c>{_P}) [–—-] (?:of |in |for )?{_THE}(?P<o>[{OUTLET}{MAYBE}]){_MAG} [–—-] "),
        ("outlet's", rf"(?P<o>{_X}){_MAG}(?:'s?) (?:own )?(?:{_ROLE},? )?(?P<c>{_P}){_AFTER}"),
        ("outlet critic", rf"(?P<o>[{OUTLET}{MAYBE}{WORK}{GROUP}]){_MAG} {_ROLE},? (?P<c>{_P}){_AFTER}"),
        ("opening, writing", rf"(?:[Ww]riting|[Rr]eviewing|[Rr]eporting|[Ss]peaking|[Ii]n (?:his|her|their|an?|the)(?: [\w-]+){{0,4}}? {_PIECE})(?: [^;{QUOTE}]{{0,80}}?)? (?:for|in|on|at|from|of) {_THE}(?P<o>{_X}){_MAG}(?: in \d{{4}})?,? (?:{_ROLE},? )?(?P<c>{_P}){_AFTER}"),
        ("opening, own review", rf"[Ii]n (?:his|her|an?|the|their)(?: [\w-]+){{0,3}}? (?P<o>{_X}){_MAG} {_PIECE}[^;{QUOTE}]{{0,40}}?,? (?:{_ROLE},? )?(?P<c>{_P}){_AFTER}"),
        ("opening, unsigned", rf"(?:^|(?<=[.;,:] ))[OoIiFf](?:n|or|ver at) (?:the )?(?:\w+ )?(?:web)?(?:site|blog|magazine|newspaper|paper|daily)? ?(?P<o>[{OUTLET}{MAYBE}]){_MAG}, (?:an?|the|its|one) (?:[\w-]+ ){{0,3}}(?:writer|reviewer|critic|contributor|review)\b"),
        ("opening, in", rf"(?:^|(?<=[.;,:] )|(?<=and )|(?<=while )|(?<=but ))(?:In|For|At|in|for|From|from|Over at|at|On|on|Of) {_THE}(?P<o>{_X}){_MAG}(?: in \d{{4}})?{_ASIDE}, (?:{_ROLE},? )?(?P<c>{_P}){_AFTER}"),
        # "In the O there were four stars from P", "In the O the film was Q for P", "In the O one reads of Q"
        ("in outlet, for", rf"(?:^|(?<=[.;:] )|(?<=and )|(?<=while )|(?<=but ))(?:In|Over at|At|On|in|over at|at) {_THE}(?P<o>[{OUTLET}{MAYBE}]){_MAG},? [^.;{PERSON}{NAME}]{{0,80}}?(?:{QUOTE}|stars?|points|marks|out of \w+)[^.;{QUOTE}{PERSON}{NAME}]{{0,40}}? (?:for|from|by|to) (?:{_ROLE} )?(?P<c>{_P}){_AFTER}"),
        ("in outlet", rf"(?:^|(?<=[.;:] )|(?<=and )|(?<=while )|(?<=but ))(?:In|Over at|At|On|in|over at|at) {_THE}(?P<o>{OUTLET}){_MAG},? (?:one (?:reads?|could read|finds|found)|there (?:was|were|is|are|appeared)|(?:the )?(?:film|picture|movie|{FILM}) (?:was|is|got|received|fared))\b"),
        ("its critic", rf"\b(?:[Ii]ts|[Tt]heir|[Tt]he (?:paper|newspaper|magazine|daily|weekly|site|website)'s) (?:own )?{_ROLE},? (?P<c>{_P}){_AFTER}"),
        ("reviewer for", rf"\b(?:[Aa]|[Tt]he|[Oo]ne) (?:man|woman|lady|gentleman|colleague|correspondent|{_JOB}) (?:from|of|at|for) {_THE}(?P<o>{_X}){_MAG},? (?P<c>{_P}){_AFTER}"),
        ("reviewer for", rf"(?:{_ROLE}|[Cc]ritics?|[Rr]eviewers?|[Rr]eviews?|[Ss]taff(?: reviewer)?|[Ee]ditors|[Nn]otice) (?:based (?:at|in|with) |of |for |at |from |in |by |on |with |writing for ){_THE}(?P<o>[{OUTLET}{MAYBE}{WORK}{GROUP}{NAME}]){_MAG}(?:,? (?:by )?(?P<c>{_P})(?=,))?{_AFTER}"),
        ("outlet's review", rf"(?P<o>{_KNOWN})(?:'s?)?{_MAG}(?:'s?)? (?:(?:film|movie|staff|capsule|original|contemporary|\d{{4}}|positive|negative|mixed|glowing) )*(?:review|reviewer|critic|notice|verdict|(?:film )?guide|capsule|(?:man|woman|stringer|correspondent)(?= (?:[a-z]+(?:ed|t|s)|in|at)\b))\b"),
        ("reviewer of the outlet", rf"(?P<o>[{NAME}{PERSON}{GROUP}])'s? (?:own )?(?:film |movie |staff )?(?:critics?|reviewers?)(?= )"),
        ("in his book", rf"[Ii]n (?:his|her|their|the)(?: [\w-]+){{0,4}}? (?P<o>{WORK}),? (?:{_ROLE},? )?(?P<c>{_P}){_AFTER}"),
        ("in his book", rf"[Ii]n (?:his|her|their)(?: [\w-]+){{0,3}}? (?:{VOLUME} )?(?P<o>[{OUTLET}{MAYBE}]),? (?:{_ROLE},? )?(?P<c>{_P}){_AFTER}"),
        ("in his book", rf"[Ii]n (?:his|her|their)(?: [\w-]+){{0,3}}? {VOLUME},? (?P<o>[{NAME}{PERSON}{GROUP}]),? (?:{_ROLE},? )?(?P<c>{_P}){_AFTER}"),
        ("outlet, through its critic", rf"(?P<o>{_KNOWN}){_MAG},? (?:whose |with its |through its )(?:{_ROLE},? )?(?P<c>{_P}){_AFTER}"),
        ("outlet, with its critic", rf"(?P<o>{_KNOWN}){_MAG},? where (?:{_ROLE},? )?(?P<c>{_P}) {ADVERB}{VERB}\b"),
        ("outlet, with its critic", rf"(?P<o>{_KNOWN}){_MAG},? {ADVERB}{VERB}\b[^.;{QUOTE}{PERSON}{NAME}]{{0,70}}?,? (?:with|where|in which|as) (?:{_ROLE},? )?(?P<c>{_P}) {ADVERB}{VERB}\b"),
        ("outlet colon", rf"(?:^|(?<=[.;] ))(?:The |the )?(?:[\w-]+ (?:magazine|newspaper|daily|weekly|website) )?(?P<o>[{OUTLET}{MAYBE}]){_MAG}(?: \([^()]{{0,30}}\))?[:,] ?(?={SCORE})"),
        ("outlet", rf"(?P<o>[{OUTLET}{MAYBE}{WORK}{GROUP}{NAME}]){_MAG}(?: \((?:[\w.,/½★⯨☆+ −-]+)\))?(?: in \d{{4}}| (?:of|on|for|in its issue of) {_DAY})?(?:, (?:which|whose|always|never|usually)\b[^.;,{QUOTE}]{{0,60}},)?,? {ADVERB}{VERB}\b"),
        ("outlet", rf"(?P<o>{OUTLET}){_MAG},? which {ADVERB}{VERB}\b"),
        ("outlet colon", rf"(?<=[ ,;])(?P<o>{OUTLET}){_MAG}: ?(?={QUOTE})"),
        # "The P called it Q, the O Q": the verb is said once.
        ("according to outlet", rf"(?:^|(?<=[.;] ))According to {_THE}(?P<o>{OUTLET}){_MAG},? (?=.{{0,60}}{QUOTE})"),
        ("outlet, gapped", rf"(?<={QUOTE}[,;] )(?:(?:and|while|but) )?(?:the )?(?P<o>[{OUTLET}{MAYBE}]){_MAG},? (?:an? |the )?(?={QUOTE})"),
        ("inverted", rf"{QUOTE},? {ADVERB}{VERB} (?:{_ROLE} )?(?P<o>[{OUTLET}{MAYBE}])(?![\w])"),
        ("critic inverted", rf"{QUOTE},? {ADVERB}{VERB} (?:{_ROLE} )?(?P<c>{PERSON}){_AFTER}"),
        ("critic inverted", rf"{QUOTE},? {ADVERB}{_MANNER} (?:{_ROLE} )?(?P<c>{PERSON})(?=[ ,.;:]|$)"),
        ("pair", rf"(?P<c>{_P}) (?:and|&) (?P<c2>{_P}),? {ADVERB}{VERB}\b"),
        ("critic named", rf"(?:[Cc]ritic|[Rr]eviewer|[Hh]istorian|[Ss]cholar|[Tt]heorist|[Aa]cademic|[Cc]ritic and (?:\w+ )?\w+|[Jj]ournalist|[Ee]ssayist|[Cc]olumnist)\)? (?P<c>{_P}){_AFTER}"),
        ("critic", rf"(?P<c>{_P}),? [(]?(?:at|with)? ?{SCORE}"),
        ("critic", rf"(?P<c>{_P})(?: \([^()]{{0,40}}\))?(?:, (?:the|an?|himself|herself|interviewed|writing|speaking|{_AGAIN}|seldom|rarely|usually|normally|never|always|not|unlike|like|who|whose|while|although|though|on the other hand|by contrast|in contrast|however|meanwhile|too|for (?:his|her) part|(?:also |writing )?(?:of|for|in|from) the same)[^.;{QUOTE}]{{0,90}}?,)? ?,? ?{ADVERB}{VERB}\b"),
        ("according to", rf"(?:[Aa]ccording to|^(?:For|To)|^As|, as|[Ii]n(?= (?:{_P})'s (?:words|opinion|view|estimation|review))) (?:{_ROLE} )?(?P<c>{_P})(?:'s (?:words|opinion|view|estimation|review))?{_AFTER}"),
        ("critic's review", rf"(?P<c>{_P})'s? (?:\w+ ){{0,2}}(?:review|assessment|verdict|notice|critique|write-up|opinion|essay|dictionary|guide|column|capsule)\b"),
        ("pair", rf"[Ii]n the (?:opinion|view|words|judge?ment|estimation|eyes) of (?:{_ROLE} )?(?P<c>{_P}) (?:and|&) (?P<c2>{_P}){_AFTER}"),
        ("according to", rf"[Ii]n the (?:opinion|view|words|judge?ment|estimation|eyes) of (?:{_ROLE} )?(?P<c>{_P}){_AFTER}"),
        ("by", rf"(?:(?<=by {_P} and )|(?<=both {_P} and ))(?P<c>{_P}){_AFTER}"),
        ("by", rf"(?:by|from|(?:that|those) of) (?:both )?(?:{_ROLE} )?(?P<c>{_P}){_AFTER}"),
        ("by outlet", rf"(?:by|from|in|according to) {_THE}(?P<o>[{OUTLET}{MAYBE}]){_MAG}{_AFTER}"),
        # Any verb at all: believed only where reviews are reported, and only with words of judgement.
        ("outlet, loosely", rf"(?P<o>[{OUTLET}{MAYBE}]){_MAG},? {ADVERB}(?:could|cannot|{_ANY_VERB})\b"),
        ("critic, loosely", rf"(?P<c>{_P}),? {ADVERB}{_ANY_VERB}\b"),
    )
)  # fmt: skip
