"""The web application over a library: :func:`create_app` makes it, ``filmdossier serve`` runs it."""

from filmdossier.present.web.app import create_app
from filmdossier.present.web.serving import Serving

__all__ = ["Serving", "create_app"]
