"""Tells places and tools from other nouns after a preposition."""

_PLACES = frozenset(
    "home house apartment flat room bedroom kitchen bathroom basement attic cellar hall hallway lobby hotel motel inn bar pub club nightclub tavern saloon restaurant cafe café diner casino brothel church chapel cathedral "
    "temple mosque monastery convent school college university classroom campus library bookstore shop store mall market supermarket office bank station precinct headquarters prison jail cell dungeon court courtroom hospital "
    "clinic asylum morgue cemetery graveyard grave tomb city town village country countryside street road highway alley bridge tunnel park garden forest woods wood jungle desert mountain hill cliff canyon valley cave river "
    "lake sea ocean beach shore coast island harbor harbour port dock pier ship boat yacht submarine plane airplane aircraft airport train subway bus car truck taxi ambulance limousine factory warehouse garage farm ranch barn "
    "stable mill mine castle palace mansion estate manor villa cabin cottage hut tent camp base fortress tower lighthouse roof rooftop balcony window stairs elevator theater theatre cinema stage circus zoo museum stadium arena "
    "ring gym laboratory lab bunker compound lair hideout hideaway planet space spaceship moon earth world heaven hell border embassy funeral wedding party ball trial ceremony dinner battle concert bed yard backyard courtyard "
    "field pool pit well swamp boathouse penthouse suite bathhouse tearoom rally dance reception festival fair carnival auction race square plaza village neighborhood neighbourhood district slum ghetto region province state "
    "kingdom land territory front trenches battlefield wilderness plantation orphanage shelter refuge station roadblock checkpoint quarry docks wharf canal parlor parlour salon studio set table desk corner floor wall "
    "door gate doorway entrance porch driveway sidewalk pavement crossroads intersection junkyard dump sewer bathtub shower cemetery crypt vault safehouse showroom alleyway cafeteria canteen barracks quarters tavern deck cockpit".split()
)
_PLACE_ENDS = (
    "house",
    "room",
    "yard",
    "shop",
    "station",
    "land",
    "field",
    "side",
    "port",
    "hall",
    "ground",
    "stadium",
    "town",
    "ville",
)
_NOT_ENDS = frozenset(
    "thousand husband hand band island's brand outside inside alongside background playground underground".split()
) - {"playground", "underground"}
_TOOLS = frozenset(
    "gun pistol revolver rifle shotgun knife sword dagger axe ax hatchet machete spear arrow bow bomb grenade dynamite poison gas rope chain whip club bat hammer wrench crowbar shovel razor blade scissors needle syringe drug "
    "pill bottle glass stone rock brick stick cane crutch chair lamp phone telephone camera key car truck bus knives guns pistols swords arrows stake cross garlic bullet fire torch flamethrower laser ray bulldozer chainsaw "
    "tape wire rod pole pipe iron poker candlestick vase statue ashtray pillow scarf belt cord handkerchief hook harpoon net trap weapon weapons machine-gun crossbow cannon missile rocket serum potion spell wand lightsaber".split()
)
_BLOWS = frozenset(
    "kill murder stab shoot strike hit beat attack cut slash wound injure threaten smash knock strangle poison bludgeon behead pierce impale execute drug tie bind burn choke whip club torture blow slice".split()
)
_PLACE_CASES = frozenset(
    {"in", "at", "inside", "outside", "near", "into", "to", "aboard", "on", "onto", "from", "through", "across", "off", "behind", "under", "beneath", "within", "toward", "towards", "out of", "in front of",
     "next to", "outside of", "inside of", "beside", "by", "around", "throughout", "over", "above", "atop", "along"}
)  # fmt: skip


def place_noun(noun: str) -> bool:
    """Whether a common noun names somewhere to be."""
    plain = noun.casefold()
    singular = plain[:-1] if plain.endswith("s") else plain
    return plain in _PLACES or singular in _PLACES or (plain.endswith(_PLACE_ENDS) and plain not in _NOT_ENDS)


def place_case(case: str) -> bool:
    """Whether a preposition can lead to a place."""
    return case in _PLACE_CASES


def tool_noun(noun: str, deed: str) -> bool:
    """Whether a thing after "with" is what somebody does ``deed`` with."""
    return noun.casefold() in _TOOLS or deed in _BLOWS
