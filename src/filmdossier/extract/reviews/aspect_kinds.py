"""Which side of a film a word speaks of: "performances" of the acting, "shot" of its images, "drags" of its pace.

Enters a phrase or a sentence; leaves kinds of aspects with the words that name them. The lists are of
film criticism's everyday words, written for the project; a word that has many meanings outside it
("part", "line") is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.model.claim import Aspect

_NAMES: tuple[tuple[Aspect, str], ...] = (
    (Aspect.ACTING, r"performances?|performers?|acting|actors?|actress(?:es)?|acted|over-?acting|cast|casting|chemistry|charisma|portray(?:s|ed|al|als)|play(?:s|ed) (?:the|a|an|his|her|by)|played|(?:co-?)?starring|accents?|(?:voice|supporting|ensemble) (?:cast|acting|work)|screen presence|star turn|leads|leading (?:man|lady|role)|roles?|(?:did|does|do|doing) an? \w+ job|turns? in|turned in|shines|outshone|outshined|steals the (?:show|film|movie|scene)|upstages?"),
    (Aspect.CHARACTERS, r"characters?|characteri[sz]ations?|protagonists?|heroes|hero|heroine|villains?|villian|antagonists?|anti-?hero"),
    (Aspect.STORY, r"story|stories|story-?lines?|plots?|plotting|plotlines?|sub-?plots?|narratives?|narratively|storytelling|twists?|ending|endings|finale|climax|premise|suspense|suspenseful|tension|flash-?backs?|structurally|tale|yarn|scenario|mystery|predictable|predictability|second half|first half|(?:first|second|third|final) act|loose ends|plot holes?|build-?up"),
    (Aspect.PACE, r"pac(?:e|ed|ing)|tempo|rhythm|running time|run-?time|overlong|too long|drags?|dragged|drawn[- ]out|slow-?moving|boring|length|lengthy|superfluous|minutes too|hours"),
    (Aspect.SCRIPT, r"scripts?|scripted|screenplays?|screenwriting|dialogs?|dialogues?|written|writing|writers?|one-?liners?|lines of dialogue|language"),
    (Aspect.HUMOUR, r"humou?r|humou?rous|jokes?|gags?|wit|witty|comedy|comedic|comic|funny|hilarious|laughs?|funnier|funniest|laugh-out-loud|satire"),
    (Aspect.DIRECTION, r"direction|directing|directed|directorial|directors?|film-?making|filmmakers?|craftsmanship|technique"),
    (Aspect.ACTION, r"action|fight(?:s| scenes?| sequences?)?|stunts?|stunt-?work|chases?|car chases?|battles?|set[- ]pieces?|explosions?|choreograph(?:y|ed)|shoot-?outs?|violence"),
    (Aspect.IMAGES, r"cinematograph(?:y|er|ers|ic)|photograph(?:y|ed)|camera(?:work|-work)?|camera movements?|shots?|filmed|filming|scenes?|lensing|framing|compositions?|locations?|sets|sceneries|scenery|imagery|images?|visuals?|visually|visual|looks? (?:great|good|beautiful|gorgeous|stunning|amazing)|colou?rs?|lighting|production (?:design|values?)|art direction|set designs?|costumes?|design|make-?up|CGI|computer effects|(?:special |visual )?effects|FX|SFX|animation|animated|3-?D|style|stylish|atmosphere|atmospheric|mood|spectacle|cinematic"),
    (Aspect.MUSIC, r"music|musical(?:ly)?|musical score|songs?|soundtracks?|(?:the|an?|its|his|her|whose|[A-Z]\w+(?:'s|’s)) (?:\w+(?:ing|ful|al|ic|ous|ed|ive|y|ant|ent) )?score(?! of| on| from)|scored|scoring|sound(?! era| films?\b| cinema| pictures?\b)(?: design| effects| mixing)?|composer|orchestrat(?:ed|ion)|montages?|tunes?|melod(?:y|ies)|theme song"),
    (Aspect.EDITING, r"editing|edited|editor|edits?|cuts?|cutting"),
    (Aspect.THEMES, r"themes?|thematic(?:ally)?|concepts?|idea|ideas|messages?|ethos|subject matter|moral|morality|subtext|depth"),
    (Aspect.ORIGINALITY, r"original|originality|unoriginal|inventive|innovati(?:ve|on)|ground[- ]?breaking|cliches?|clichés?|clichéd|cliched|formulaic|unique|uniqueness|milestone|fresh|derivative|rip-?offs?|new ground|unusual|novel"),
    (Aspect.CREDIBILITY, r"realistic|realism|unrealistic|believab(?:le|ility|ly)|unbelievab(?:le|ly)|credib(?:le|ility)|authentic(?:ity)?|accura(?:te|cy|tely)|inaccura(?:te|cy|cies)|convincing|unconvincing|implausible|plausib(?:le|ility)|far-?fetched|inconsistenc(?:y|ies)|true to|honest|honesty|fake|phony|inconsistent"),
)  # fmt: skip
_FILM = r"films?|movies?|picture|flick|it|this|everything|masterpiece|classic|sequel|remake|work of art|experience"
_GENERIC = re.compile(r"scenes?|shots?|sets|design|work", re.IGNORECASE)
_ANY = re.compile(
    "|".join(rf"(?P<{aspect.name}>(?<![\w'’])(?:{pattern})(?![\w’'-]|\.\w))" for aspect, pattern in _NAMES), re.IGNORECASE
)
_WHOLE = re.compile(rf"(?<![\w'’-])(?:{_FILM})(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a side of a film, and where they stand in the text that was read."""

    kind: Aspect
    start: int
    end: int


def named(words: str) -> Iterator[Named]:
    """The sides of a film that ``words`` name, in text order; the film as a whole is not among them."""
    for match in _ANY.finditer(words):
        yield Named(Aspect[str(match.lastgroup)], match.start(), match.end())


def whole(words: str) -> Iterator[Named]:
    """Where ``words`` speak of the film as a whole."""
    for match in _WHOLE.finditer(words):
        yield Named(Aspect.FILM, match.start(), match.end())


def kind_of(phrase: str) -> Aspect | None:
    """The kind of a noun phrase, which its last naming word decides ("the script's characters"); None where no word names one.

    "Scenes" decide only where nothing else does: a fight scene is action.
    """
    last = generic = None
    for found in named(phrase):
        if _GENERIC.fullmatch(phrase, found.start, found.end):
            generic = found.kind
        else:
            last = found.kind
    return last or generic
