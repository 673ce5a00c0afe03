"""Codes of countries and languages for the English names that documents use; None where a name is not exactly one's."""

from functools import cache

from babel import Locale

from filmdossier.reconcile.values import country_key, language_key


@cache
def _territories() -> dict[str, str]:
    return {country_key(name): code for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}


@cache
def _languages() -> dict[str, str]:
    return {language_key(name): code for code, name in Locale("en").languages.items() if len(code) <= 3}


def country_code(name: str) -> str | None:
    """ISO 3166-1, two letters. Countries that are no more have none."""
    return _territories().get(country_key(name))


def language_code(name: str) -> str | None:
    """BCP 47, as short as it can be."""
    return _languages().get(language_key(name))
