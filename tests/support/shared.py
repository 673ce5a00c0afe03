"""Where the things are that a machine may or may not have beside the repository."""

import shutil
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared"
EVALUATION = SHARED / "evaluate"


def chromium() -> str | None:
    """The path of a Chromium or Chrome; None where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
