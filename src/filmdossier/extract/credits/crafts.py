"""The words of the film crafts: verbs, what they make, and what those who do it are called.

Lemmas and forms leave as tables from the word to the predicate; what they are to each other in a
sentence is :mod:`filmdossier.extract.credits.grammar`'s business.
"""

from filmdossier.model.claim import Predicate

# Forms, since the lemmas of rare verbs are guesses: what they do to the film makes the maker.
_VERBS = {
    Predicate.DIRECTOR: "directs directed directing codirected co-directed co-directs helms helmed",
    Predicate.WRITER: "writes wrote written writing cowrote co-wrote co-written scripts scripted penned pens adapts adapted rewrote rewritten",
    Predicate.PRODUCER: "produces produced producing coproduced co-produced co-produces",
    Predicate.CINEMATOGRAPHER: "photographs photographed lenses lensed shoots shot films filmed lights lit",
    Predicate.EDITOR: "edits edited cut cuts co-edited assembled",
    Predicate.COMPOSER: "scores scored composes composed",
}
VERBS = {form: predicate for predicate, forms in _VERBS.items() for form in forms.split()}
# These may go without an object: "Verna Fields edited."
BARE = frozenset({"directs", "directed", "edited", "edits", "produced", "produces", "photographed", "co-produced", "co-directed"})
FILM = frozenset(
    "film movie picture feature comedy drama western thriller musical documentary production romance melodrama fable satire tragedy adaptation".split()
)
_PRODUCTS = {
    Predicate.DIRECTOR: "direction staging",
    Predicate.WRITER: "script screenplay scenario dialogue dialogues teleplay shooting-script",
    Predicate.COMPOSER: "music score soundtrack",
    Predicate.CINEMATOGRAPHER: "photography cinematography camerawork camera lighting",
    Predicate.EDITOR: "editing cutting montage",
}
PRODUCTS = {noun: predicate for predicate, nouns in _PRODUCTS.items() for noun in nouns.split()}
# What is somebody's work where a sentence says so outright: "the amber light is the work of A", "the images are A's".
LOOKS = frozenset("light lighting image images look visuals lensing".split())
_MAKERS = {
    Predicate.DIRECTOR: "director co-director filmmaker film-maker writer-director",
    Predicate.WRITER: "screenwriter scriptwriter scenarist writer co-writer writer-director",
    Predicate.PRODUCER: "producer co-producer",
    Predicate.CINEMATOGRAPHER: "cinematographer cameraman camerawoman",
    Predicate.EDITOR: "editor cutter",
    Predicate.COMPOSER: "composer",
}
MAKERS: dict[str, tuple[Predicate, ...]] = {}
for _predicate, _nouns in _MAKERS.items():
    for _noun in _nouns.split():
        MAKERS[_noun] = (*MAKERS.get(_noun, ()), _predicate)
# Before what belongs to another film of the same person.
OTHER_FILM = frozenset(
    "previous earlier next later other another early last original first-ever silent short subsequent future".split()
)
# Other jobs of the same name: "art director", "line producer", "story editor".
OTHER_JOB = frozenset(
    "art music musical casting assistant unit second technical managing festival stage theatre theater artistic dance fight action stunt line associate supervising record television tv radio "
    "story script sound dialogue newspaper magazine book news fellow former future late chief senior magazine company creative program programme song concert opera advertising commercial commercials video".split()
)
# What one does with a product: "supplied the music", "did the photography".
DOING = frozenset(
    "does did done doing provides provided provide supplies supplied furnished contributes contributed creates created signs signed handles handled composed composes wrote writes written penned makes made "
    "delivers delivered devised arranged took takes held holds operated ran manned drew drawn worked fashioned prepared completed finished left shared shares".split()
)
# "photographed the outback", "lights Brooklyn like an opera house": what is seen in the film, whatever it is.
SHOWING = frozenset("photographed lensed lenses lights".split())
GIVEN = frozenset("entrusted left fell went gave given handed passed owe owes owed assigned belongs belong".split())
HIRED = frozenset("paid hired asked commissioned engaged invited recruited signed persuaded called brought".split())
CREDITED = frozenset("credited down responsible charge charged answerable".split())

ANY = frozenset(
    {
        *VERBS,
        *PRODUCTS,
        *MAKERS,
        *FILM,
        "directors",
        "producers",
        "writers",
        "editors",
        "composers",
        "screenwriters",
        "cinematographers",
        "cameramen",
    }
)
