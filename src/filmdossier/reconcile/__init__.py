"""Claims about one film in, its record out."""

from filmdossier.reconcile.film import reconcile

__all__ = ["reconcile"]
