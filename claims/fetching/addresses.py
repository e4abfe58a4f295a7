"""Check where a URL leads before anything is connected to: every address of its host must be public."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from claims.errors import InputError

SCHEMES = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024
"""Below it only the ports of the web are spoken to: mail and other servers take commands out of a request."""
MOST_CHARACTERS = 2_000
"""Longer ones are refused by many servers, and are no links to an article."""
MOST_SHOWN = 200
LOOKUP_SECONDS = 10.0
"""Twice what a name server is given before the next is asked; after it the name counts as not found."""

Lookup = Callable[[str, int], Sequence[str]]
"""Gives every address of a host, the preferred one first; raises OSError where it has none."""

_REFUSED_V4 = tuple(
    IPv4Network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # a public number, but what answers is the host of a machine in a cloud
    )
)
"""IANA's special-purpose registry, written out: what `ipaddress` knows of it differs between Python versions."""
_GIVEN_OUT_V6 = IPv6Network("2000::/3")
"""All of IPv6 that is given out to the public; outside lie loopback, local, multicast and reserved addresses."""
_REFUSED_V6 = tuple(IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "3fff::/20"))
_SIX_TO_FOUR = IPv6Network("2002::/16")
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)
_KEPT = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Target:
    """Hold a checked URL: a connection goes to one of `addresses`, whatever the name resolves to later."""

    scheme: str
    host: str
    """In lower case and ASCII."""
    port: int
    path: str
    """Path and query, as the request names them."""
    addresses: tuple[str, ...]

    @property
    def authority(self) -> str:
        """Return host and port as a Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == SCHEMES[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Return scheme, host and port, for which one robots.txt holds."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """Return the URL, without what stands after a #."""
        return self.origin + self.path


def check_url(url: str, lookup: Lookup | None = None, allowed: Callable[[str], bool] | None = None) -> Target:
    """Return where the URL leads; raises InputError for another scheme, a bad host or an address that is not public.

    `lookup` stands in for the name service and `allowed` for `is_public`, for tests.
    """
    shown = shown_url(url)
    parts = _parts(url.strip(), shown)
    host, port = _host(parts, shown), _port(parts, shown)
    try:
        addresses = tuple((lookup or system_addresses)(host, port))
    except OSError as error:
        raise InputError(f"{shown} names a host that cannot be found; check the link and the connection.") from error
    if not addresses or not all(map(allowed or is_public, addresses)):
        raise InputError(f"{shown} leads to an address inside a private network; only public pages are fetched.")
    path, query = quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT + "?")
    return Target(parts.scheme, host, port, f"{path}?{query}" if query else path, addresses)


def shown_url(url: str) -> str:
    """Return the URL as messages name it: without user and password, and not too long."""
    try:
        parts = urlsplit(url.strip())
        shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        shown = url.rpartition("@")[2]
    shown = "".join(character if character.isprintable() else "\ufffd" for character in shown)
    return shown if len(shown) <= MOST_SHOWN else f"{shown[: MOST_SHOWN - 1]}…"


def is_public(address: str) -> bool:
    """Tell whether an address is one of the open internet, also behind the forms that wrap IPv4 in IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return _is_public_v4(found) if isinstance(found, IPv4Address) else _is_public_v6(found)


def system_addresses(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a name; TimeoutError when it takes longer than LOOKUP_SECONDS."""
    answers: SimpleQueue[list[str] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as error:
            answers.put(OSError(str(error)))

    Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=LOOKUP_SECONDS)
    except Empty:
        raise TimeoutError(f"no answer within {LOOKUP_SECONDS:.0f} seconds") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def _parts(url: str, shown: str) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise InputError(f"{shown} is no link; write it as https://….") from error
    odd = not url.isprintable() or any(character in ' \\<>"' for character in url)
    if parts.scheme not in SCHEMES or odd or len(url) > MOST_CHARACTERS:
        raise InputError(f"{shown} is no link to a page; write it as https://….")
    if "@" in parts.netloc:
        raise InputError(f"{shown} was given with a user name or password; leave them out.")
    return parts


def _host(parts: SplitResult, shown: str) -> str:
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii").rstrip(".")
    except UnicodeError as error:
        raise InputError(f"{shown} is no link, its host is no name; write it as https://….") from error
    if not host or any(character in "%/?#@^`{|}'" for character in host) or (":" in host and not _is_address(host)):
        raise InputError(f"{shown} is no link, its host is no name; write it as https://….")
    return host.lower()


def _port(parts: SplitResult, shown: str) -> int:
    try:
        port = SCHEMES[parts.scheme] if parts.port is None else parts.port
    except ValueError as error:
        raise InputError(f"{shown} is no link, its port is no number; write it as https://….") from error
    if port < FIRST_FREE_PORT and port not in SCHEMES.values():
        raise InputError(f"{shown} is no link to a page: port {port} belongs to another service; leave it out.")
    return port


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_public_v4(address: IPv4Address) -> bool:
    return not any(address in network for network in _REFUSED_V4)


def _is_public_v6(address: IPv6Address) -> bool:
    wrapped = _wrapped(address)
    if wrapped is not None and not _is_public_v4(wrapped):
        return False
    if address.ipv4_mapped is not None or address in _NAT64:
        return True
    return address.scope_id is None and address in _GIVEN_OUT_V6 and not any(address in each for each in _REFUSED_V6)


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that a mapped, NAT64, 6to4 or ISATAP address leads to."""
    number = int(address)
    if address in _SIX_TO_FOUR:
        return IPv4Address(number >> 80 & 0xFFFFFFFF)
    if address.ipv4_mapped is not None or address in _NAT64 or number >> 32 & 0xFFFFFFFF in _ISATAP:
        return IPv4Address(number & 0xFFFFFFFF)
    return None
