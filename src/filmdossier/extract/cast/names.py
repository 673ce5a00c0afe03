"""Tells which strings can be a performer's name, and which names are one person.

Enters names as a document writes them; leaves yes or no, a surname, a comparable key. Refuses
to know any actor: everything is decided by shape.
"""

import re

from filmdossier.model.titles import slugify

PARTICLES = frozenset(
    "de la las los del della delle degli di da das dos do du des van von der den ter ten zu af av al el bin bint ibn ben y e le the st. st d' o' 'n' ap".split()
)
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV|Esq)\.?$")
_NICKNAME = re.compile(r"[\"“”'‘’(]([\w .&-]{1,24})[\"“”'’)]")
_REFUSED = frozenset(
    "himself herself themselves themself itself various unknown none tba tbd tbc n/a uncredited cast actor actress actors role character characters voice "
    "voices others other more etc narrator self starring main supporting lead director producer writer see list full additional special guest extras crew "
    "everyone nobody n.a. notes hero heroine villain untitled english japanese hindi tamil telugu malayalam kannada cameo cameos".split()
)
_NO_PERSON = re.compile(r"[:;!?@#$%*=<>\[\]{}|\\_0-9]|https?|\.\.\.|…")
# Words that head a credit or an institution, never a person.
_NO_LAST = frozenset(
    "Pictures Films Film Studio Studios Productions Production Company Inc. Ltd Ltd. Entertainment Records Orchestra Award Awards Festival University "
    "Magazine Times Post Herald Tribune Theatre Theater Network Television Channel Society Association Academy Department Army Navy Police War Street Avenue "
    "Hospital School College Museum Library".split()
)
_PLACES = frozenset("St. Mt. Los".split())  # that begin a place
HONORIFICS = frozenset(
    "Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr Miss Lord Lady Captain Capt. Capt Lieutenant Lt. Lt Lt.Col. Sergeant Sgt. Sgt Colonel Col. Col General Gen. Gen Major "
    "Maj. Detective Det. Inspector Insp. Officer Professor Prof. Prof Father Sister Brother Reverend Rev. Rev King Queen Prince Princess President Judge "
    "Sheriff Chief Agent Private Pvt. Pvt Admiral Adm. Commander Commissioner Aunt Auntie Uncle Madame Mme Monsieur Master Doctor Count Countess Duke Duchess "
    "Baron Baroness Senator Sen. Sen Governor Gov. Mayor Mother Pope Bishop Cardinal Corporal Cpl. Cpl Constable Warden Nurse Coach Minister Deputy Ensign "
    "Señor Señora Don Doña Signor Herr Frau Comrade Superintendent Marquis Marquise Marquess Chancellor Emperor Empress Sultan Sheik Sheikh Pastor Secretary "
    "Mademoiselle Justice Attorney Patrolman Trooper Special Hon. Tsar Czar Grandma Grandpa Granny Old Young Little Big The".split()
)  # fmt: skip
# Those that are no first names either ("Don Ameche", "Judge Reinhold", "Lady Gaga" are whole names).
_TITLES = frozenset(
    "Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr Miss Captain Capt. Lieutenant Lt. Sergeant Sgt. Colonel Col. General Detective Inspector Officer Professor Prof. Father Sister Brother Aunt Uncle Sheriff "
    "President Senator Agent Commander Commissioner Reverend Rev. Sir Dame Doctor Count Master Chief Baron Mother Madame Monsieur".split()
)
# A capitalised word before a name that says what the person does.
_OCCUPATIONS = frozenset(
    "Actor Actors Actress Actresses Comedian Comedienne Comic Singer Star Stars Director Newcomer Newcomers Veteran Legend Rapper Wrestler Model Musician Host "
    "Costar Co-star Co-stars Lead Leads Leading Starring Featuring Introducing Supporting Casting Producer Writer Screenwriter Critic Narrator Wrestlers Writer-director "
    "Writer/director Director/writer Playing Watching Opposite Composer Cinematographer Editor Novelist Author Playwright Cast Presenting Narrated With And Also Rounding Hollywood "
    "Bollywood Filmmaker Stuntman Dancer Credits Stage Both Only Even Everyone Poor Sadly Luckily Fortunately Thankfully Ditto Meet See Enter Consider Look Take Watch "
    "Matinee Character Superstar Icon Journeyman Screen British American Italian French German Australian Canadian Indian Japanese Chinese Mexican Spanish Irish "
    "Scottish Welsh English Swedish Danish Polish Russian Korean".split()
)  # fmt: skip
_COMPOUND_PRAISE = re.compile(r"^[\w.]+-(?:win\w*|nomin\w*|award\w*|born|based|star\w*|turned\S*|time|year)\b", re.IGNORECASE)


def person_like(name: str, *, single: bool = True) -> bool:
    """Whether ``name`` has the shape of a performer's name; ``single`` admits one-word names ("Cher")."""
    name = re.sub(r"^\d{1,2} (?=\w)", "", name)  # "50 Cent"
    if not 2 <= len(name) <= 60 or _NO_PERSON.search(name):
        return False
    words = _SUFFIX.sub("", _NICKNAME.sub("", name)).replace("  ", " ").strip().split()
    if words and words[0] in _PLACES:
        return False
    if not words or len(words) > 6 or words[0].casefold() in _REFUSED or words[-1] in _NO_LAST:
        return False
    if len(words) == 1 and (not single or words[0].casefold() in PARTICLES or len(words[0]) < 2):
        return False
    if any("," in word for word in words):
        return False
    proper = [word for word in words if _capital(word)]
    return bool(proper) and _capital(words[-1]) and all(_capital(w) or w.casefold() in PARTICLES for w in words)


def _capital(word: str) -> bool:
    """Whether the word opens like a name; scripts without case count."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return False
    if re.match(r"(?:d|l|al|el|ul)['’-]", word) and len(letters) > 2:
        return any(c.isupper() for c in letters)
    return not letters[0].islower()


def full_name(name: str) -> bool:
    """Whether the name has a first name and a surname (two words that are no titles)."""
    words = _SUFFIX.sub("", _NICKNAME.sub("", name)).split()
    if words and words[0] in _TITLES:
        words = words[1:]
    return len(words) >= 2 and sum(_capital(w) for w in words) >= 2


def untitled(name: str) -> str:
    """The name without a rank before a full name: "Senator Fred Thompson" → Fred Thompson; others as they are."""
    words = name.split()
    return " ".join(words[1:]) if len(words) > 2 and words[0] in _TITLES and words[0] not in ("Sir", "Dame") else name


def surname(name: str) -> str:
    """The last word of a name, without "Jr." and its like: "Sammy Davis, Jr." → "Davis"."""
    words = _SUFFIX.sub("", name).strip(" ,").split()
    return words[-1] if words else name


def person_key(name: str) -> str:
    """What spellings of one name share: accents, case, punctuation and spacing do not count."""
    plain = _SUFFIX.sub("", _NICKNAME.sub(" ", name))
    return slugify(plain).replace("-", "") or plain.casefold().strip()


def leading_words(name: str) -> int:
    """How many characters at the start of a mention are no part of the name ("Actor ", "Oscar-winner ")."""
    cut = 0
    while True:
        rest = name[cut:]
        word = rest.split(" ", 1)[0]
        if " " not in rest or not (word in _OCCUPATIONS or _COMPOUND_PRAISE.match(word)):
            return cut
        if rest[len(word) + 1 :].split(" ", 1)[0].islower():
            return cut
        cut += len(word) + 1


def is_occupation(name: str) -> bool:
    """Whether the whole name is a word that says what somebody does: "Actors", "Narrated"."""
    return name in _OCCUPATIONS


def nickname(name: str) -> str | None:
    """The nickname inside a name: ``Philip "Flip" Zimmerman`` → Flip; None without one."""
    match = re.search(r"[\"“]([^\"“”]{1,30})[\"”]|(?<=\s)['‘]([^'‘’]{1,30})['’](?=\s)", name)
    return (match.group(1) or match.group(2)).strip(" ,.") if match else None


def without_nickname(name: str) -> str:
    """The name with a quoted nickname inside taken out; names that are only a nickname keep its words."""
    plain = re.sub(r"\s{2,}", " ", re.sub(r"[\"“][^\"“”]{1,30}[\"”]|(?<=\s)['‘][^'‘’]{1,30}['’](?=\s)", "", name)).strip()
    return plain or name.strip("\"“”'‘’ ")
