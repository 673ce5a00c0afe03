"""The story that a document tells: who is in it, what happens, how they stand to each other, what they say.

Reads the grammar that the annotations hold; without it there are no events. Enters the annotations,
the film, and the claims on cast and makers that the other extractors have found; leaves claims.
"""

from filmdossier.extract.story.story import story

__all__ = ["story"]
