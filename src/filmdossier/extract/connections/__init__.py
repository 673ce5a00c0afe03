"""The film's links to other films, and the people and works that it quotes or resembles."""

from filmdossier.extract.connections.influences import influences
from filmdossier.extract.connections.links import links
from filmdossier.extract.connections.prose import connections

__all__ = ["connections", "influences", "links"]
