"""What a library keeps of files that could not be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file that could not be read.

    ``sha256`` is '' where the file was never opened (missing, too large); ``error`` is the class
    of the error, ``reason`` what is wrong, ``remedy`` what the user can do.
    """

    origin: str
    sha256: str
    error: str
    reason: str
    remedy: str
