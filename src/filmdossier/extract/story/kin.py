"""Words for what one person is to another, and the gender that words and first names give away.

``TIES`` maps a noun ("wife", "henchman", "old friend" by its head) to the relation as the record
writes it, read "X is the <relation> of Y" for "Y's <noun> X". ``turned`` relations are written from
the other side: "Y's employee X" is kept as "Y is the employer of X".
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation by name; ``turned`` where the noun names the other side of it."""

    relation: str
    turned: bool = False


_SAME = (
    "father mother brother sister uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter stepfather stepmother stepson stepdaughter "
    "half-brother half-sister stepbrother stepsister father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law godfather godmother goddaughter godson "
    "friend enemy rival partner accomplice ally mentor teacher lover killer lawyer doctor secretary henchman bodyguard colleague neighbor roommate teammate manager "
    "guardian captor kidnapper servant maid butler chauffeur agent commander student apprentice assistant landlady landlord client patient godparent psychiatrist nurse "
    "opponent nemesis cellmate ex-wife ex-husband ex-boyfriend ex-girlfriend ex-partner ex-lover stepparent underboss lady-in-waiting aide confidant classmate girlfriend boyfriend fiancé fiancée "
    "superior commander deputy biographer accountant bookkeeper trainer coach publicist gardener governess steward majordomo lodger tenant customer benefactor patron playmate admirer follower owner "
    "interpreter copilot great-uncle great-aunt grand-uncle great-nephew great-niece stepuncle".split()
)
TIES: dict[str, Tie] = {word: Tie(word) for word in (*_SAME, "right-hand man", "right-hand woman")} | {
    noun: Tie(relation)
    for relation, nouns in {
        "spouse": "wife husband spouse bride groom widow widower",
        "father": "dad daddy papa",
        "mother": "mom mum mummy mama",
        "parent": "parent",
        "sibling": "sibling twin",
        "grandmother": "grandma granny",
        "grandfather": "grandpa",
        "great-grandmother": "great-grandmother",
        "great-grandfather": "great-grandfather",
        "lover": "mistress paramour sweetheart flame beau love love-interest suitor soulmate",
        "fiancé": "fiance",
        "fiancée": "fiancee",
        "friend": "buddy pal companion confidante chum mate best-friend comrade schoolfriend schoolmate schoolfellow crony",
        "enemy": "foe adversary archenemy arch-enemy nemesis archnemesis antagonist",
        "partner": "business-partner",
        "colleague": "coworker co-worker associate",
        "neighbor": "neighbour",
        "henchman": "thug goon enforcer underling lackey minion",
        "employer": "boss employer chief supervisor master",
        "killer": "murderer assassin",
        "mentor": "tutor guru",
        "ally": "sidekick",
        "roommate": "flatmate housemate",
        "servant": "attendant housekeeper maidservant manservant valet handmaiden",
        "lawyer": "attorney solicitor",
        "doctor": "physician",
        "captor": "abductor jailer",
        "student": "pupil protégé protégée protege disciple",
        "chauffeur": "driver",
        "blackmailer": "blackmailer",
        "tormentor": "tormentor",
        "babysitter": "babysitter nanny",
        "guard": "guard",
        "informant": "informant informer",
        "stalker": "stalker",
        "bully": "bully",
        "adviser": "adviser advisor counsellor counselor",
        "lodger": "boarder",
        "editor": "editor",
        "caretaker": "caretaker",
        "opponent": "challenger",
    }.items()
    for noun in nouns.split()
} | {noun: Tie("employee") for noun in "employee worker employé".split()} | {"subordinate": Tie("superior", turned=True)} | {noun: Tie("captor", turned=True) for noun in "prisoner captive hostage".split()} | {"victim": Tie("killer", turned=True)} | {noun: Tie("parent", turned=True) for noun in "son daughter child baby kid infant newborn".split()}  # fmt: skip
# Those that hold both ways, so that "X and Y are friends" says all.
MUTUAL = frozenset(
    "spouse friend enemy rival partner lover sibling brother sister cousin colleague ally teammate accomplice roommate neighbor cellmate classmate playmate opponent fiancé fiancée boyfriend girlfriend nemesis".split()
)
# Kin and spouses: nobody is two of them to the same person.
FAMILY = frozenset(
    "spouse father mother parent brother sister sibling uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter stepfather stepmother stepson stepdaughter half-brother half-sister stepbrother stepsister "
    "great-grandmother great-grandfather ex-wife ex-husband fiancé fiancée".split()
)
# Ties of which the noun before says nothing that a record needs: a "school friend" is a friend.
OF_NO_SORT = FAMILY | {"friend", "enemy", "rival", "lover", "girlfriend", "boyfriend"}
PLURALS = {
    "wives": "wife",
    "men": "man",
    "women": "woman",
    "children": "child",
    "henchmen": "henchman",
    "enemies": "enemy",
    "people": "person",
    "parents": "parent",
}

FEMALE = frozenset(
    "woman girl lady wife mother daughter sister aunt niece grandmother granddaughter girlfriend fiancée fiancee bride widow queen princess countess duchess baroness empress heroine actress waitress "
    "hostess mistress nun nurse maid housekeeper landlady witch goddess sorceress stepmother stepdaughter stepsister half-sister mother-in-law daughter-in-law sister-in-law goddaughter godmother prostitute "
    "hooker schoolgirl ballerina blonde brunette redhead femme mom mum mama grandma granny madam madame miss mrs ms lady priestess seductress temptress policewoman businesswoman saleswoman gal dame "
    "spinster stewardess seamstress governess matron matriarch damsel lass ex-wife ex-girlfriend maiden".split()
)
MALE = frozenset(
    "man boy guy husband father son brother uncle nephew grandfather grandson boyfriend fiancé fiance groom widower king prince count duke baron emperor hero actor waiter host monk priest butler landlord "
    "wizard god stepfather stepson stepbrother half-brother father-in-law son-in-law brother-in-law godson godfather schoolboy dad papa daddy grandpa mr sir lord gentleman gunman hitman henchman "
    "policeman businessman salesman fisherman cowboy gunfighter gunslinger mobster gangster chap bloke lad bishop pope sailor lumberjack ex-husband ex-boyfriend playboy gigolo conman nobleman swordsman "
    "mariachi monsieur señor don bachelor patriarch fella drug-lord pimp foreman craftsman middleman crook thug".split()
)
GROUPS = frozenset(
    "gang police crew family group team army band mob crowd couple pair duo trio staff squad militia press jury audience public government military clan tribe troop unit cult syndicate cartel people men women children "
    "parents guards agents soldiers officers friends brothers sisters gangsters criminals crooks villagers henchmen cops detectives students inmates slaves robbers thieves survivors passengers townspeople townsfolk".split()
)
# Who heads criminals by the noun, and what such a head is said to own.
HEADS = frozenset("lord kingpin boss baron druglord crimelord don godfather gangster mobster warlord ringleader".split())
COMMANDED = frozenset(
    "henchmen henchman men man thug thugs goon goons gang cartel enforcer enforcers gunmen gunman hitmen underling underlings minion minions syndicate organization organisation empire operation dealing racket".split()
)

_MALE_NAMES = (
    "aaron abel abraham adam adrian al alan albert alec alejandro alex alexander alfred ali allan allen alonzo amir amos andre andrew andy angelo anthony antoine anton antonio archie ari arjun arnold arthur ash "
    "august augustus austin barry bart basil ben benjamin bernard bert bill billy blake bob bobby boris brad bradley brandon brendan brett brian bruce bruno bryan buck bud buddy burt byron caleb calvin cameron carl "
    "carlos cary casey cesar chad charles charley charlie chester chris christian christopher chuck clarence claude clay cliff clifford clint clive cole colin conrad cooper corey craig curtis cyril dan daniel danny "
    "darren daryl dave david dean dennis denzel derek dexter diego dirk dmitri dominic don donald doug douglas drew duke duncan dustin dutch dwayne dwight dylan earl ed eddie edgar edmond edmund eduardo edward "
    "edwin elijah elliot elliott elmer emil emile enrique eric erik ernest ernie ethan eugene evan felix ferdinand fernando floyd francis francisco frank frankie franklin franz fred freddie freddy frederick fritz "
    "gabriel garrett gary gavin gene geoffrey george gerald gerard gilbert giovanni glen glenn gordon graham grant greg gregory gunther gus guy hal hank hans harold harrison harry harvey hector henri henry herbert "
    "herman homer horace howard hugh hugo ian igor irving isaac ivan jack jackie jacob jacques jake james jamie jared jason javier jay jean jeff jefferson jeffrey jeremiah jeremy jerome jerry jesse jesus jim jimmy "
    "joaquin joe joel joey john johnny johnson jon jonah jonathan jordan jorge jose joseph josh joshua juan jules julian julio julius justin karl keith kelvin ken kenneth kenny kevin kirk klaus kristo kumar kurt kyle "
    "lance larry lars laurence lawrence lee leo leon leonard leopold leroy leslie lester levi lewis liam lionel lloyd lorenzo lou louie louis luca lucas lucien luigi luis luke luther malcolm manuel marc marcel "
    "marco marcus mario mark marlon marshall martin marty marvin mason matt matteo matthew maurice max maximilian mel melvin michael michel miguel mickey mike miles milo milton mitch mitchell mohammed morgan morris "
    "moses murray nathan nathaniel ned neil nelson nicholas nick nicky nicolas nigel nikolai noah norman oliver omar orson oscar oskar otis otto owen pablo patrick paul pedro percy perry pete peter phil philip philippe "
    "phillip pierre rafael raj ralph ramon randall randolph randy raoul raphael ravi ray raymond reggie reginald rex ricardo richard rick ricky rob robert roberto robin rocky rod roderick rodney rodrigo roger roland "
    "roman ron ronald ronnie rory roscoe ross roy rudolf rudolph rudy rufus rupert russ russell ryan sal sam samuel sanjay santiago saul scott sean sebastian sergei sergio seth shane shawn sid sidney silas simon sol "
    "solomon spencer stan stanley stefan stephen steve steven stewart stu stuart sven sylvester ted teddy terence terrence terry theo theodore thomas tim timothy toby todd tom tommy tony travis trevor tristan tyler "
    "ulysses vernon vic victor vijay vikram vince vincent vinny virgil vito vladimir wade wallace walt walter ward warren waylon wayne wendell wesley whit wilbur wilfred will willard william willie willy wilson "
    "winston wolfgang woody wyatt xavier yuri zachary zack steve dracula hercules"
)
_FEMALE_NAMES = (
    "abby abigail ada adela adele adeline adriana agatha agnes aileen alexandra alexis alice alicia alison allison alma amanda amber amelia amy ana anastasia andrea angela angelica angelina angie anita ann anna "
    "annabel anne annette annie antoinette april ariel arlene ashley astrid audrey ava barbara beatrice beatrix becky belinda belle bernadette bernice bertha beth betsy betty beverly bianca billie blanche bonnie bonny "
    "brenda bridget britney brooke camilla camille candice carla carmen carol carole caroline carolina carolyn carrie cassandra cassie catherine cathy cecilia celeste celia celine charlene charlotte chelsea cheryl "
    "chloe christina christine cindy claire clara clarissa claudia clementine cleo cleopatra colette colleen connie constance consuelo cora coral cordelia corinne cornelia cristina crystal cynthia daisy dana danielle "
    "daphne dawn deanna debbie deborah debra deirdre delia delilah della denise diana diane dinah dolores donna dora doreen doris dorothea dorothy edie edith edna eileen elaine eleanor elena eliza elizabeth ella ellen "
    "ellie eloise elsa elsie elvira emilia emily emma erica erika erin estella estelle esther ethel eugenia eunice eva eve evelyn faith fanny fay faye felicia felicity fiona flora florence frances francesca "
    "francine frida gabriela gabrielle gail genevieve georgia geraldine germaine gertrude gilda gina ginger gisele gladys glenda gloria grace greta gretchen guinevere gwen gwendolyn hannah harriet hattie hazel heather "
    "heidi helen helena helene henrietta hermione hilda hillary holley holly hope ida imogen ingrid irene iris irma isabel isabella isabelle isolde ivy jacqueline jade jane janet janice janis jasmine jean jeanette "
    "jeanne jennifer jenny jessica jessie jill joan joanna joanne jocelyn jodie josephine joy joyce juanita judith judy julia juliana julianne julie juliet juliette june justine karen kate katharine katherine "
    "kathleen kathie kathryn kathy katie katrina kay kelly kim kimberly kirsten kitty kristen kristin kristina lana lara laura lauren leah leila lena leonora leticia lila lilian lillian lily linda lisa liz liza lizzie "
    "lois lola lorna lorraine lotte lottie louisa louise lucia lucille lucinda lucy luisa lulu lydia lynn mabel mabel madeleine madeline mae maggie magdalena mamie mandy marcia margaret margarita margery margot marguerite maria "
    "marian mariana marianne marie marilyn marina marion marisa marjorie marlene martha mary mathilda matilda maud maude maureen mavis maxine may melanie melinda melissa mercedes meredith mia michelle mildred millicent "
    "millie mimi mina mindy minnie miranda miriam moira mollie molly mona monica monique muriel myra myrna myrtle nadia nadine nan nancy naomi natalia natalie natasha nell nellie nelly nicole nina nora norma octavia olga "
    "olive olivia opal ophelia pam pamela patricia patrice patsy patty paula paulette pauline pearl peggy penelope penny phoebe phyllis polly priscilla prudence rachel ramona raven rebecca regina renee renée rhoda rhonda rita "
    "roberta rosa rosalie rosalind rosalyn rose rosemary rosie roxanne ruby ruth sabrina sadie sally salma samantha sandra sandy sara sarah scarlett selena selma serena sharon sheila shelley shirley sigourney silvia simone sofia sonia "
    "sonja sophia sophie stacy stella stephanie sue susan susanna susannah susie suzanne suzy sybil sylvia tabitha tamara tania tanya tara tatiana teresa tess tessa thelma theresa tiffany tina toni tracy trina trixie trudy "
    "ursula valentina valerie vanessa velma vera verna veronica vicki victoria viola violet virginia vivian vivien wanda wendy whitney wilhelmina wilma winifred yolanda yvette yvonne zelda zoe"
)
_BOTH = frozenset(
    "alex ariel ash casey dana jamie jean jordan kelly kim lee leslie lynn marion morgan robin sandy sidney terry tracy may chris taylor sam pat jackie frankie billie".split()
)
_MALE_TITLES = frozenset("mr mister sir lord king prince count duke father brother uncle don monsieur herr señor baron".split())
_FEMALE_TITLES = frozenset(
    "mrs ms miss lady queen princess countess duchess sister aunt mother madame mme frau señora dame marquise baroness".split()
)
_NAMES = dict.fromkeys(_MALE_NAMES.split(), "m") | dict.fromkeys(_FEMALE_NAMES.split(), "f")


def gender_of_noun(noun: str) -> str | None:
    """``m`` or ``f`` for a noun or title that says so; None for others."""
    plain = noun.casefold().strip(".")
    if plain in FEMALE or plain.endswith(("woman", "girl")):
        return "f"
    if plain in MALE or (plain.endswith(("man", "boy")) and plain != "human" and plain != "woman"):
        return "m"
    return None


def gender_of_title(name: str) -> str | None:
    """``m`` or ``f`` for a name that opens with a title that says so ("Mrs. Ortiz"); None for others."""
    first = name.split()[0].casefold().strip(".\"“”'‘’(),") if name.split() else ""
    return "m" if first in _MALE_TITLES else "f" if first in _FEMALE_TITLES else None


_TITLE_NOUNS = {"dr": "doctor", "prof": "professor", "capt": "captain", "col": "colonel", "sgt": "sergeant", "lt": "lieutenant", "det": "detective", "insp": "inspector", "rev": "reverend", "gen": "general"} | {
    noun: noun
    for noun in "doctor professor captain colonel sergeant lieutenant detective inspector reverend general major sheriff judge king queen prince princess count countess duke duchess baron baroness senator governor mayor "
    "bishop cardinal parson pastor nurse coach admiral commander commissioner emperor empress sultan squire constable officer corporal".split()
}  # fmt: skip


def noun_of_title(name: str) -> str | None:
    """The noun that a name's title is, by which the text may speak of the person: "Dr. Loomis" → "doctor"; None without one."""
    first, _, rest = name.partition(" ")
    return _TITLE_NOUNS.get(first.rstrip(".").casefold()) if rest else None


def gender_of_name(name: str) -> str | None:
    """``m`` or ``f`` for a name whose title or first name says so; None for others."""
    for word in name.replace(".", " ").split()[:3]:
        plain = word.casefold().strip("\"“”'‘’(),")
        if plain in _MALE_TITLES:
            return "m"
        if plain in _FEMALE_TITLES:
            return "f"
        if plain in _BOTH:
            return None
        if plain in _NAMES:
            return _NAMES[plain]
    return None


def tie_of(noun: str) -> Tie | None:
    """The tie that a noun names; None for other nouns. Plurals count as their singular."""
    plain = noun.casefold()
    plain = PLURALS.get(plain, plain).removeprefix("former ").replace("step-", "step")
    if plain.endswith("s") and plain[:-1] in TIES:
        plain = plain[:-1]
    if "-" in plain and plain not in TIES and " " not in plain and not plain.startswith(("step", "half", "god")):
        plain = plain.rpartition("-")[2]  # "drug-addicted" before it, the noun behind
    return TIES.get(plain) or (TIES.get(plain[:-1]) if plain.endswith("s") else None)
