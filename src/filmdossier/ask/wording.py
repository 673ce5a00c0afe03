"""Words that questions are made of: filler, question nouns with the kind of thing they name."""

import re

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


def tokens(text: str) -> list[str]:
    """The words of a text without its marks; a possessive "'s" is dropped."""
    return [_POSSESSIVE.sub("", token) if token[-1] == "s" else token for token in _TOKEN.findall(text)]


# Words of a question that ask for nothing by themselves.
FILLER = frozenset(
    "who whom whose what which where when why how is was were are be been being do does did has have had having will would can could should may "
    "might the a an this that these those there it its it's of in on at to for from by with as into and or also s t "
    "film films movie movies picture feature motion any all exactly please tell me us list name named give according documents document text "
    "review's one ones many much some get got he she they his her their him them i you we s' called".split()
)

_KINDS = {
    "person": "actor actress star performer director filmmaker writer screenwriter author novelist composer musician singer artist band critic reviewer "
    "producer editor cinematographer photographer character man woman person people boy girl president king queen detective officer "
    "stuntman stuntwoman comedian choreographer designer lyricist journalist friend brother sister wife husband daughter son father mother "
    "lead role cameraman animator studio company distributor team gang group couple member executive voice narrator player politician trio duo",
    "place": "city town country state village place location island house building studio theatre theater cinema hotel castle street region "
    "county province area prison school university restaurant venue residence festival continent planet harbour river mansion",
    "time": "year date day month decade century season",
    "work": "film movie song book novel play story album title soundtrack series show episode short musical memoir comic poem painting opera "
    "sequel prequel remake picture track tune piece poem anime manga game",
    "number": "number percentage percent age rating score grade approval",
    "money": "budget cost gross salary price amount",
    "duration": "runtime length duration",
    "reason": "reason cause motive",
    "thing": "award prize oscar genre language kind type sort object weapon car job profession occupation illness disease crime theme word name "
    "animal nickname pseudonym colour color illness name flaw subject topic drug plan secret gift nationality religion instrument role",
}
NOUNS: dict[str, str] = {word: kind for kind, words in reversed(_KINDS.items()) for word in words.split()}
NOUNS["studio"] = "thing"
NOUNS["role"] = "thing"
