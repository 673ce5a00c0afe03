"""The base form of an English verb, by irregular forms and rules of spelling.

A reader's own lemmas are edits that it has learned; for verbs that are rare in its treebank they
come out as "celebrat" or "stopp". Stories are full of such verbs, so these are settled by rule.
"""

import re
from functools import lru_cache

_IRREGULAR: dict[str, str] = {
    form: lemma
    for lemma, forms in {
        "be": "is are was were am been being", "have": "has had having", "do": "does did done doing", "go": "goes went gone going", "say": "says said", "make": "made making",
        "take": "took taken taking", "come": "came coming", "see": "saw seen seeing", "know": "knew known", "get": "got gotten getting", "give": "gave given giving", "find": "found",
        "think": "thought", "tell": "told", "become": "became becoming", "show": "shown showed", "leave": "left leaving", "feel": "felt", "put": "putting", "bring": "brought", "begin": "began begun beginning",
        "keep": "kept", "hold": "held", "write": "wrote written writing", "stand": "stood", "hear": "heard", "let": "letting", "mean": "meant", "set": "setting", "meet": "met", "run": "ran running",
        "pay": "paid", "sit": "sat sitting", "speak": "spoke spoken", "lie": "lying lies lied lay", "lead": "led", "grow": "grew grown", "lose": "lost losing", "fall": "fell fallen", "send": "sent",
        "build": "built", "understand": "understood", "draw": "drew drawn", "break": "broke broken", "spend": "spent", "cut": "cutting", "rise": "rose risen rising", "drive": "drove driven driving", "buy": "bought",
        "wear": "wore worn", "choose": "chose chosen choosing", "seek": "sought", "throw": "threw thrown", "catch": "caught", "deal": "dealt", "win": "won winning", "teach": "taught", "sell": "sold",
        "fight": "fought", "hide": "hid hidden hiding", "shoot": "shot", "sing": "sang sung", "steal": "stole stolen", "flee": "fled fleeing flees", "sleep": "slept", "drink": "drank drunk", "swim": "swam swum swimming",
        "bite": "bit bitten biting", "ride": "rode ridden riding", "stick": "stuck", "strike": "struck stricken striking", "shake": "shook shaken shaking", "freeze": "froze frozen freezing", "blow": "blew blown",
        "fly": "flew flown flies", "hang": "hung hanged", "forget": "forgot forgotten forgetting", "forgive": "forgave forgiven forgiving", "wake": "woke woken waking", "awake": "awoke awoken", "bind": "bound", "swear": "swore sworn",
        "tear": "tore torn", "bear": "bore born borne", "beat": "beaten", "eat": "ate eaten", "feed": "fed", "bleed": "bled", "breed": "bred", "dig": "dug digging", "bury": "buried buries", "creep": "crept", "sweep": "swept",
        "weep": "wept", "burst": "", "cast": "", "hit": "hitting", "hurt": "", "shut": "shutting", "split": "splitting", "spread": "", "quit": "quitting", "rid": "ridding", "slit": "slitting", "bet": "betting", "cost": "",
        "sink": "sank sunk", "shrink": "shrank shrunk", "spring": "sprang sprung", "ring": "rang rung", "swing": "swung", "fling": "flung", "cling": "clung", "sting": "stung", "string": "strung", "slay": "slew slain",
        "foresee": "foresaw foreseen", "overhear": "overheard", "overcome": "overcame overcoming", "overtake": "overtook overtaken overtaking", "overthrow": "overthrew overthrown", "mistake": "mistook mistaken", "undergo": "underwent undergone undergoes",
        "undertake": "undertook undertaken", "withdraw": "withdrew withdrawn", "withhold": "withheld", "uphold": "upheld", "mislead": "misled", "misunderstand": "misunderstood", "retell": "retold", "rebuild": "rebuilt", "remake": "remade remaking",
        "arise": "arose arisen arising", "light": "lit", "slide": "slid sliding", "stride": "strode", "speed": "sped", "lend": "lent", "bend": "bent", "spin": "spun spinning", "spit": "spat spitting", "shine": "shone shining",
        "die": "died dies dying", "tie": "tied ties tying", "vie": "vied vies vying", "untie": "untied unties untying", "use": "used uses using", "focus": "focused focuses focusing", "ache": "aches", "kneel": "knelt", "leap": "leapt", "dream": "dreamt",
        "learn": "learnt", "burn": "burnt", "spill": "spilt", "lay": "laid", "waylay": "waylaid", "shed": "shedding", "wed": "wedded weds wedding", "behold": "beheld", "forbid": "forbade forbidden forbidding", "forsake": "forsook forsaken",
        "panic": "panicked panicking", "picnic": "picnicked", "traffic": "trafficked trafficking", "mimic": "mimicked mimicking", "frolic": "frolicking", "free": "freed freeing", "agree": "agreed agreeing", "oversee": "oversaw overseen overseeing",
        "persuade": "persuaded persuading", "dissuade": "dissuaded dissuading", "guide": "guided guiding", "welcome": "welcomed welcoming", "taste": "tasted tasting", "waste": "wasted wasting", "paste": "pasted", "breathe": "breathed breathing",
        "bathe": "bathed bathing", "clothe": "clothed clothing", "soothe": "soothed soothing", "loathe": "loathed", "phone": "phoned phoning", "telephone": "telephoned telephoning", "atone": "atoned atoning", "postpone": "postponed", "condone": "condoned", "clone": "cloned cloning",
        "stone": "stoned stoning", "dethrone": "dethroned", "invite": "invited inviting", "unite": "united uniting", "reunite": "reunited reuniting", "ignite": "ignited igniting", "recite": "recited reciting", "incite": "incited inciting", "excite": "excited exciting",
        "cite": "cited citing", "compete": "competed competing", "complete": "completed completing", "delete": "deleted deleting", "intervene": "intervened intervening", "convene": "convened", "precede": "preceded preceding", "concede": "conceded conceding", "impede": "impeded",
        "secede": "seceded", "interfere": "interfered interfering", "persevere": "persevered", "adhere": "adhered", "revere": "revered", "scheme": "schemed scheming", "type": "typed typing", "change": "changed changing", "exchange": "exchanged exchanging",
        "arrange": "arranged arranging", "estrange": "estranged", "plunge": "plunged plunging", "lunge": "lunged lunging", "expunge": "expunged", "impinge": "impinged", "cringe": "cringed cringing", "singe": "singed", "binge": "binged", "infringe": "infringed", "bathed": "",
        "impale": "impaled impaling", "saw": "sawn", "court-martial": "court-martialled", "martial": "martialled martialling", "range": "ranged ranging", "label": "labelled labelling", "sling": "slung", "weave": "wove woven", "overrun": "overran", "owe": "owed owing", "age": "aged aging", "prove": "proven", "sacrifice": "sacrificed", "massacre": "massacred",
        "travel": "travelled travelling", "control": "controlled controlling", "compel": "compelled compelling", "propel": "propelled propelling", "expel": "expelled expelling", "rebel": "rebelled rebelling", "cancel": "cancelled cancelling", "patrol": "patrolled patrolling",
        "quarrel": "quarrelled quarrelling", "counsel": "counselled", "duel": "duelled duelling", "fuel": "fuelled", "level": "levelled", "repel": "repelled", "signal": "signalled", "enrol": "enrolled", "marvel": "marvelled", "shovel": "shovelled", "dispel": "dispelled", "excel": "excelled",
    }.items()
    for form in forms.split()
}  # fmt: skip
_NO_E = frozenset(
    "combat format develop gallop gossip worship envelop visit edit exhibit inherit inhabit limit profit credit pilot pivot riot color flavor humor favor honor labor harbor monitor mirror sponsor anchor author tutor censor murmur debut target market rocket blanket "
    "program custom blossom fathom focus bias canvas rival equal signal total dial trial pedal rebel duel fuel travel cancel level label model marvel quarrel counsel shovel tunnel channel panel enamel trouble open happen ransom "
    "balloon solicit deposit forfeit elicit orbit prohibit recruit await wait merit submit audit spirit shelter utter ally pardon abandon reason summon poison imprison question mention kidnap eavesdrop handicap season crayon beckon reckon "
    "jail sail hail nail fail trail derail curtail".split()
)
_VOWEL = "aeiouy"
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@lru_cache(maxsize=16_384)
def verb_lemma(form: str) -> str:
    """The base form of ``form`` ("celebrates" → celebrate, "stopped" → stop), in lower case."""
    plain = form.casefold()
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    for prefix in ("re", "un", "over", "out", "mis"):
        rest = plain[len(prefix) :]
        if plain.startswith(prefix) and len(rest) > 3 and _IRREGULAR.get(rest, "lie") not in ("lie", "ache", "lay"):
            return prefix + _IRREGULAR[rest]
    if plain.endswith("ing") and len(plain) > 5 and re.search(r"[aeiouy]", plain[:-3]):
        return _restored(plain[:-3])
    if plain.endswith("ied") and len(plain) > 4:
        return plain[:-3] + "y"
    if plain.endswith("eed"):
        return plain[:-1] if plain in ("agreed", "freed", "guaranteed", "decreed", "disagreed", "refereed") else plain
    if plain.endswith("ed") and len(plain) > 3 and re.search(r"[aeiouy]", plain[:-2]):
        return _restored(plain[:-2])
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    if plain.endswith(("sses", "shes", "tches", "aches", "oaches", "eaches", "nches", "rches", "xes", "zzes", "oes", "ouches")):
        return plain[:-2]
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and len(plain) > 3:
        return plain[:-1]
    return plain


def _restored(stem: str) -> str:
    """A stem with the letter that its ending took or doubled: "celebrat" → celebrate, "stopp" → stop."""
    if stem in _NO_E:
        return stem
    if _DOUBLED.search(stem) and stem not in ("add", "err", "ebb", "inn"):
        return stem[:-1]
    last, before = stem[-1:], stem[-2:-1]
    core = stem.replace("qu", "q")
    pair = len(core) > 2 and core[-2] in _VOWEL and core[-3] in _VOWEL
    if last in "vcuz" and stem[-2:] not in ("zz", "ou"):
        return stem + "e"
    if last == "s":
        return stem if before == "s" else stem + "e"
    if last == "g":
        return stem + "e" if before in "drl" or (before in _VOWEL and not pair) or stem.endswith("eng") else stem
    if last == "l":
        return (
            stem + "e"
            if before not in _VOWEL + "lrw" or (before in "iu" and not pair) or stem.endswith(("scal", "inhal", "consol"))
            else stem
        )
    if stem.endswith(("iat", "uat", "creat", "meat", "eas")):
        return stem + "e"
    if pair or before not in _VOWEL or before == "y":
        return stem
    if last == "t":
        return stem + "e" if before in "aou" else stem
    if last == "n":
        return stem + "e" if before in "iu" else stem
    if last == "r":
        return stem + "e" if before in "aiou" else stem
    if last in "dkmpb":
        return stem + "e" if len(stem) > 2 or before != "e" else stem
    return stem
