"""Who performs in a film, and as whom."""

from filmdossier.extract.cast.claims import cast, performances
from filmdossier.extract.cast.opening import opening_cast

__all__ = ["cast", "opening_cast", "performances"]
