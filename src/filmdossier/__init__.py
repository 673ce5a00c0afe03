"""Everything written about a film, in one record you can check."""

__version__ = "0.1.0"
