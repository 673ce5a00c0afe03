"""What verbs do with the clauses under them: which tell an event, which only attempt, wish or report one."""

# No events: states, the film-maker's verbs of arranging a text, thoughts without a deed.
STATIVE = frozenset(
    "be have seem appear look sound remain stay belong contain consist concern involve include resemble mean matter cost weigh own possess lack need deserve want wish hope like "
    "enjoy prefer hate know think believe understand doubt suppose guess wonder care fear exist depend tend owe fit suit deem regard consider assume expect imagine "
    "result ensue follow revolve center centre focus deal feature depict portray chronicle star play set base occur happen involve require consist represent show resume open "
    "close end begin start continue conclude can will may must shall do let keep name call title dub say unfold seek live".split()
)
# Events all the same where somebody does them to somebody ("shows him the letter", "follows her home").
WITH_OBJECT = frozenset("call follow show seek open close set play start continue".split())
# The complement is what happens: "begins to drink", "manages to escape".
ASPECT = frozenset(
    "begin start continue proceed manage come get go keep finish happen dare end commence resume rush hurry stop-by".split()
)
# An event of its own together with its complement: "tries to kill" is no killing.
CATENATIVE = frozenset(
    "try attempt plan decide agree refuse offer threaten promise vow swear plot prepare struggle conspire scheme choose resolve volunteer pretend demand beg fail "
    "decline learn forget elect opt conspire consent endeavor endeavour strive fight return stop quit avoid intend arrange seek".split()
)
# What somebody makes, lets or sees another do, that other one does.
CAUSATIVE = frozenset(
    "force make cause let have get help see watch hear find catch witness notice leave compel coerce trick lure enable send discover spot observe send-off".split()
)
# What is learned or shown in the story has happened there.
FACTIVE = frozenset(
    "learn discover realize realise find reveal see notice remember recall know confess admit show recognize recognise understand explain witness hear disclose observe "
    "deduce expose prove forget overhear turn emerge transpire".split()
)
# Openers of clauses that tell nothing that happens.
UNREAL_MARKS = frozenset(
    {
        "if",
        "unless",
        "lest",
        "whether",
        "as if",
        "as though",
        "in case",
        "so that",
        "instead of",
        "without",
        "rather than",
        "in order",
        "in order to",
        "to",
        "for",
        "until",
    }
)
MODALS = frozenset({"would", "could", "can", "may", "might", "should", "must", "shall", "ought", "need", "wo", "ca", "wou", "'d"})
NEGATIVE = frozenset({"not", "n't", "n’t", "never", "hardly", "nowhere", "neither"})
# With a noun of their own they are one verb: "commits suicide", "gives birth".
PHRASES: dict[str, frozenset[str]] = {
    verb: frozenset(nouns.split())
    for verb, nouns in {
        "commit": "suicide murder crime robbery",
        "give": "birth chase speech permission blessing lift ride",
        "take": "care revenge control advantage refuge shelter hostage prisoner job action charge place blame pity shower photograph picture possession part interest custody vow train walk",
        "have": "affair sex relationship baby child nightmare argument fight abortion breakdown dinner vision",
        "make": "love deal peace escape plan contact amends pact advance way bet",
        "set": "fire sail trap",
        "pay": "visit ransom",
        "strike": "deal bargain",
        "break": "law",
        "lose": "control job temper consciousness patience",
        "hold": "hostage prisoner",
        "catch": "fire",
        "do": "drug",
        "begin": "affair relationship search romance",
        "start": "affair fire fight relationship business family search romance",
        "form": "friendship alliance bond team",
        "win": "race heart trust",
        "keep": "watch secret company",
        "seek": "revenge help refuge",
        "declare": "love war",
        "confess": "love",
        "sign": "contract petition",
        "exact": "revenge",
        "cut": "tie",
    }.items()
}
# One verb with its preposition, whatever follows it.
WITH_PREPOSITION: dict[str, frozenset[str]] = {
    verb: frozenset(prepositions.split())
    for verb, prepositions in {
        "break": "into with", "look": "for after at into", "search": "for", "wait": "for", "care": "for", "ask": "for about", "apply": "for", "learn": "of about", "hear": "of about", "know": "of",
        "participate": "in", "work": "for with", "escape": "from", "flee": "from", "shoot": "at", "fire": "at on", "fight": "with against for", "compete": "with against in for",
        "talk": "to with about", "speak": "to with", "lie": "to about", "turn": "into against to on", "fall": "for", "run": "into over from", "dispose": "of", "steal": "from", "listen": "to",
        "plead": "with for", "confess": "to", "propose": "to", "surrender": "to", "agree": "to with", "object": "to", "return": "to", "write": "to", "respond": "to", "reply": "to", "cheat": "on",
        "spy": "on", "prey": "on", "operate": "on", "depend": "on", "rely": "on", "insist": "on", "experiment": "on", "stumble": "upon on across onto", "come": "across upon", "happen": "upon",
        "argue": "with", "sleep": "with", "flirt": "with", "reunite": "with", "reconcile": "with", "dance": "with", "bond": "with", "struggle": "with", "collide": "with", "elope": "with", "meet": "with",
        "side": "with", "live": "with", "travel": "with", "team": "with", "partner": "with", "deal": "with", "conspire": "with against", "plot": "against", "testify": "against", "rebel": "against",
        "retaliate": "against", "vote": "for against", "join": "in", "believe": "in", "succeed": "in", "confide": "in", "recover": "from", "emerge": "from", "part": "from", "separate": "from",
        "disguise": "as", "pose": "as", "masquerade": "as", "serve": "as", "laugh": "at", "stare": "at", "swear": "at", "yell": "at", "shout": "at", "point": "at to", "aim": "at", "mourn": "for",
        "grieve": "for", "pray": "for", "send": "for", "call": "for on", "prepare": "for", "bid": "for", "apologize": "to for", "apologise": "to for", "cling": "to", "succumb": "to", "belong": "to",
        "attend": "to", "marry": "into to", "engage": "to in", "betroth": "to", "bump": "into", "crash": "into", "sneak": "into", "transform": "into", "tamper": "with", "pay": "for", "pick": "on",
    }.items()
}  # fmt: skip
# With a passive and nobody named as doing it, the ones it is told of do it together or become so.
MUTUAL = frozenset("marry engage reunite divorce separate reconcile involve".split())
# Too little by themselves: they tell something only with an object, a place or a particle.
BARE = frozenset(
    "come go get take make give put become turn bring use cause have set work try act speak say tell ask explain reply answer refer respond remark note talk do allow lead send show see hear find "
    "feel react proceed continue help want seek serve live look prove include keep hold follow add pass base stand sit".split()
)
# Made to do, seen doing: the complement tells it all.
TRANSPARENT = frozenset("make let have get cause see watch hear find leave enable notice".split())
# To and from somewhere, whatever it is called.
MOTION = frozenset(
    "go come travel return arrive move flee escape run drive fly head walk ride sail send take bring sneak enter rush hurry journey migrate emigrate ascend descend climb swim race march wander drift retreat relocate depart "
    "invite lead follow transfer deport smuggle transport carry drag chase crash land fall jump leap throw".split()
)
# With somebody to somewhere.
LEADING = frozenset("take bring drive send walk carry escort accompany see follow invite lead fly".split())
# What goes on by itself, with nobody doing it.
HAPPENING = frozenset(
    "explode crash burn die kill arrive attack capture hit strike destroy sink collapse rise fall break burst wash flood erupt catch awaken appear vanish disappear invade land hunt bite swallow devour sting shoot stab "
    "overturn escape sail strand stall detonate ignite bury trap crush injure wound rob arrest surround ambush chase rescue riot flee murder kidnap abduct pursue poison engulf fire".split()
)
# As participles after a noun they say what it is like: "a man armed with knives".
ADJECTIVAL = frozenset(
    "arm name call dress base bear equip cover fill locate situate know title entitle clothe own involve concern suspect wear contain include follow precede set".split()
)
