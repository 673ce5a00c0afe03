"""What a server is told when it starts: where it listens, who may come in, and how much they may bring."""

import secrets
import socket
from dataclasses import dataclass, field
from ipaddress import ip_address

from filmdossier.errors import SettingsError
from filmdossier.run.reading import Limits

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Where and for whom a library is served.

    ``token`` None serves anybody who reaches the address: only for this machine's own. ``names`` are
    further names under which the server is reached. ``editor`` is who decides where a form names nobody.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    names: frozenset[str] = frozenset()
    editor: str = "editor"
    limits: Limits = field(default_factory=Limits)
    most_files: int = 100
    upload_limit_bytes: int = 250 * _MEGABYTE
    form_limit_bytes: int = _MEGABYTE

    def __post_init__(self) -> None:
        if self.token is None and not is_local(self.host):
            raise SettingsError(
                f"{self.host} can be reached from other machines; give a token (--token), or serve this machine only (--host 127.0.0.1)"
            )
        if self.token is not None and len(self.token) < 16:
            raise SettingsError("the token is too short to keep anybody out; give at least 16 characters")

    def is_own_name(self, name: str) -> bool:
        """Whether a request may be addressed to this host name: a page elsewhere must not reach us under a name of its own."""
        name = name.lower().rstrip(".").strip("[]")
        if name in LOCAL_NAMES or name == self.host.lower() or name in self.names:
            return True
        # Nobody can point a name of their own at an address that is typed as numbers.
        return not is_local(self.host) and (_is_number(name) or name == socket.gethostname().lower())


def is_local(host: str) -> bool:
    """Whether only this machine can reach the host."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(24)


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
