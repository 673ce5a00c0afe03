"""Whether two names mean the same: "Lieutenant Sims" is Sims, "Kathie" is Kathie Moffat."""

from collections.abc import Iterable

from filmdossier.ask.stems import stem
from filmdossier.ask.wording import tokens

_TITLES = frozenset(
    "mr mrs ms miss dr doctor sir lord lady king queen prince princess captain lieutenant lt sergeant sgt inspector detective officer agent "
    "father sister brother uncle aunt professor judge general colonel major president the a an jr sr".split()
)


def name_stems(name: str) -> frozenset[str]:
    """The words of a name without titles; with them where there is nothing else."""
    words = [token.casefold().strip(".") for token in tokens(name)]
    plain = [stem(word) for word in words if word not in _TITLES]
    return frozenset(plain or (stem(word) for word in words))


def is_named(asked: str, names: Iterable[str]) -> bool:
    """Whether ``asked`` means the bearer of ``names``: all words of the one stand in a form of the other."""
    wanted = name_stems(asked)
    if not wanted:
        return False
    return any(wanted <= own or (own and own <= wanted) for own in map(name_stems, names))
