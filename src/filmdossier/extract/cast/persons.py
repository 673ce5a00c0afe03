"""Tells nouns for persons from other words: "gambler", "femme fatale", not "letter" or "clever".

A closed list with the endings that make agents in English; enough to tell "as a reporter" from
"as a result", not a dictionary.
"""

import re

_NOUNS = frozenset(
    "man men woman women wife wives husband son sons daughter sister boy boys girl girls kid kids child children hero heroes heroine villain friend chief thief thieves cop cops spy spies boss king queen "
    "prince princess judge nurse agent guard patient student president priest priestess nun monk witch wizard ghost cowboy sheriff bride groom widow lady ladies guy guys baby pilot pirate nemesis rival "
    "vampire monster creature wolf werewolf demon devil god goddess angel ally partner parent parents couple pair duo trio twin cousin uncle aunt niece nephew fiancé fiancée fiance fiancee blonde blond "
    "brunette redhead orphan teen teens psychopath maniac addict drunk psychic mechanic marine recruit captive victim fugitive suspect convict hostage genius nerd geek jock hippie junkie thug henchman "
    "henchmen goon hood tramp prostitute hooker pimp madam maid butler cook chef clerk expert scout head lead moll diva star idol siren vamp fatale lover dad mom mum father mother brother sidekick "
    "interest foil figure cult foe heir heiress heel bum loner rebel mate mogul magnate tycoon heavy lug oaf lout crook cad rogue scoundrel brute assassin informant tenant attorney attaché marshal marshall "
    "deputy constable corporal colonel general lieutenant major captain sergeant private cadet bishop cardinal pope countess count duke duchess baron baroness earl knight samurai ninja ronin warrior soul "
    "robot android cyborg alien therapist shrink fan fop dandy gigolo playboy bachelor spinster matriarch patriarch matron crone hag socialite debutante mute voice detective executive operative relative "
    "native representative colleague employee referee trainee refugee escapee buddy pal chum comrade actress waitress hostess mistress governess stewardess seamstress sorceress temptress murderess empress "
    "enchantress songstress landlady landlord lord peasant servant sergeant lieutenant merchant giant immigrant assistant accountant infant informant defendant inhabitant mutant participant tyrant "
    "militant consultant attendant lieutenant confidant confidante debutante saint patron baker protagonist antagonist musician physician politician magician technician guardian civilian librarian "
    "historian comedian vegetarian martian barbarian veterinarian hitman conman gunman superman doctor actor sailor author tutor professor inspector director warrior surgeon student outlaw bandit "
    "gambler gangster mobster hustler drifter stranger lawyer mayor senator governor emperor mentor suitor orphan heroine mute bartender barkeep barkeeper bouncer nanny babysitter deb belle beauty "
    "crony pawn pupil coach rookie veteran virgin wino zombie mummy clone double twin avenger medic paramedic cleric mystic lunatic fanatic critic skeptic sceptic romantic cynic alcoholic aristocrat "
    "diplomat bureaucrat democrat acrobat cat dog bear lion mouse pig horse rabbit bunny fox driver adult adolescent youth medium exec male female citizen captor host guest neighbour fellow chap bloke dame broad gal "
    "superintendent correspondent occupant adjutant commandant claimant valet chauffeur saboteur entrepreneur provocateur voyeur amateur accomplice apprentice aide envoy concierge snitch medium spiv beatnik spouse sweetheart guru "
    "punk skinhead nobody patsy stooge flunky flunkey lackey jockey yuppie hippy vicar curate rabbi imam abbot parson chaplain chieftain principal dean provost warden orderly courtesan concubine muse mole brat urchin waif vagrant "
    "invalid amnesiac insomniac hypochondriac zealot heretic radical councilwoman bodyguard lifeguard vanguard coastguard blackguard copper cabbie bookie junkie rookie groupie roughneck redneck daredevil hitchhiker laird vet".split()
)
_AGENT = re.compile(
    r"(?:[a-z]{2,}(?:er|or|ist|eer|man|men|woman|women|ster|smith|monger|keeper|holder|mate|boy|girl|lord|lady|folk|person|people|wright|maniac|phile|crat|maid|wife))$"
)
_OTHERS = frozenset(
    "typewriter sewer locker freezer lighter hammer ladder bunker container printer projector radiator elevator escalator refrigerator generator conveyor calculator revolver holster folder blazer stroller freighter steamer trailer bomber "
    "former clever older younger bitter sinister junior senior interior exterior superior inferior minor inner outer other another super under undercover over river computer newspaper paper water power "
    "center centre summer winter silver leather rubber motor color colour horror terror error tractor chapter poker soccer gender cyber number letter her per lumber timber border corner theater theatre "
    "flower fiber butter quarter trailer tender proper eager rather upper lower latter better never ever slender sober wilder career queer sheer after later however whether together further order offer "
    "matter manner dinner supper weather feather finger anger danger hunger fever liver shower tower layer paperclip filter poster roster cluster disaster easter counter encounter answer layer prior major "
    "favor favour labor labour honor honour humor humour vapor mirror sector factor vector flavor behaviour behavior armor tumor harbor anchor decor ardor rigor vigor odor splendor corridor meteor floor door poor "
    "beer deer steer peer pier tier cheer thriller larger smaller bigger greater lesser longer shorter higher deeper wider earlier easier funnier darker lighter harder softer stronger weaker faster slower "
    "racist sexist fascist communist marxist feminist realist human german roman common specimen regimen acumen abdomen omen semen women's ordinary cover clutter laughter slaughter wonder thunder murder "
    "character picture-maker launcher transfer trigger hanger bumper slipper pepper paper zipper helicopter barrier carrier frontier amber member's september october november december monitor".split()
)


def person_noun(word: str) -> bool:
    """Whether a common noun (singular or with a plural s) means a person or a being that can act."""
    plain = word.casefold().strip(".,;:'’\"”)")
    if not plain.isascii() and plain not in _NOUNS:
        plain = plain.replace("é", "e")
    plain = plain.rsplit("-", 1)[-1] if plain.rsplit("-", 1)[-1] not in ("law", "command", "arms", "chief") else "brother"
    for form in (plain, plain[:-1] if plain.endswith("s") else plain):
        if form in _OTHERS:
            return False
        if form in _NOUNS or _AGENT.search(form):
            return True
    return False


def role_word(word: str) -> bool:
    """Whether a word by itself names a role ("Patrolman", "General"): so listed, whatever its ending (not "Fisher")."""
    return word.casefold().strip(".,") in _NOUNS


def person_phrase(phrase: str) -> bool:
    """Whether a description means a person by its head: "the owner of a store", "her tyrannical captain"."""
    phrase = re.sub(r"^(?:one|two|some|any) of (?:the|his|her|their) ", "", phrase.strip())
    head = re.split(r" (?:of|for|in|from|with|who|to|at|on) |,", phrase.strip())[0].split()
    return bool(head) and person_noun(head[-1])
