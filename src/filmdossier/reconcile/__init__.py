"""Claims about one film and editors' decisions in, its record out."""

from filmdossier.reconcile.decided import reconcile

__all__ = ["reconcile"]
