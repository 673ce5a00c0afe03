"""A film record in the terminal."""

from filmdossier.present.show.record import PARTS, render

__all__ = ["PARTS", "render"]
