"""Reception stage: a film's reviews rated, weighed and aggregated."""

from filmdossier.reception.receive import receive

__all__ = ["receive"]
