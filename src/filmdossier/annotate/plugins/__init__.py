"""Annotators that a user plugs in: a spaCy pipeline, a language model behind a URL.

None of them runs unless it is asked for by name, and nothing here is imported before.
"""

from filmdossier.annotate.plugins.choosing import KINDS, choose
from filmdossier.annotate.plugins.merging import plug

__all__ = ["KINDS", "choose", "plug"]
