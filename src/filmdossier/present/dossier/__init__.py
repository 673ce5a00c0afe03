"""The dossier: one film record as one self-contained page."""

from filmdossier.present.dossier.page import render

__all__ = ["render"]
