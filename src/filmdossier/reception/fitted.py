"""The constants of the estimate that ship: how likely a review recommends its film, and what a film's reviews share.

Fitted by ``training/recommends.py`` on 27,551 critics' lines of 247 films with the critics' own verdicts.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from filmdossier.reception.estimated import Shared
from filmdossier.reception.recommends import Recommends


@cache
def fitted_recommends() -> Recommends:
    """The regression from words and rating to a recommendation."""
    return Recommends(**_fitted()["recommends"])


@cache
def fitted_shared() -> Shared:
    """What the reviews of one film have in common."""
    return Shared(**_fitted()["shared"])


def _fitted() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files(__package__).joinpath("fitted_share.json").read_text(encoding="utf-8"))
    return loaded
