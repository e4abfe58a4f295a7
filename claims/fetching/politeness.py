"""Keep to what a host asks of programs: its robots.txt, its pace, and its Retry-After."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from protego import Protego

from claims import __version__
from claims.errors import InputError

NAME = "Counterclaim"
USER_AGENT = f"{NAME}/{__version__} (reads news pages for its user; obeys robots.txt)"
PACE = 1.0
"""Least seconds between two requests to one host."""
RULES_SECONDS, NO_RULES_SECONDS = 86_400.0, 600.0
"""How long a robots.txt is remembered (RFC 9309 says a day), and how long that there was no answer."""
MOST_RULES_BYTES = 512_000
"""RFC 9309 asks for the first 500 kibibytes; what stands behind them is not read."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Hold the robots.txt of one origin."""

    parsed: Protego | None
    """None when it could not be had, so that nothing may be fetched."""
    until: float
    """The reading of the clock at which it has to be asked for again."""

    def check(self, url: str, shown: str) -> None:
        """Raise InputError when the URL may not be fetched."""
        if self.parsed is None:
            raise InputError(
                f"{shown} cannot be fetched now: its host does not answer for its robots.txt; try again later."
            )
        if not self.parsed.can_fetch(url, NAME):
            raise InputError(f"{shown} may not be fetched by programs (robots.txt); save the page by hand.")

    @property
    def pace(self) -> float:
        """Return the least seconds between two requests."""
        asked = self.parsed.crawl_delay(NAME) if self.parsed else None
        return max(PACE, asked or 0.0)


def rules_of(body: bytes | None, now: float) -> Rules:
    """Return the rules that a robots.txt states; None stands for one that could not be had."""
    if body is None:
        return Rules(None, now + NO_RULES_SECONDS)
    return Rules(Protego.parse(body[:MOST_RULES_BYTES].decode("utf-8-sig", "replace")), now + RULES_SECONDS)


@dataclass(slots=True)
class Turns:
    """Give each host its pause between two requests."""

    clock: Callable[[], float]
    sleep: Callable[[float], object]
    _free_at: dict[str, float] = field(default_factory=dict)

    def pause(self, host: str) -> float:
        """Return the seconds until the host may be asked again."""
        return max(0.0, self._free_at.get(host, 0.0) - self.clock())

    def take(self, host: str, pace: float) -> None:
        """Wait until the host may be asked, and note that it is."""
        waited = self.pause(host)
        if waited:
            self.sleep(waited)
        self._free_at[host] = self.clock() + pace

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long."""
        self._free_at[host] = max(self._free_at.get(host, 0.0), self.clock() + seconds)


def wait_of(retry_after: str, now: float) -> float | None:
    """Return the seconds that a Retry-After header asks for, given as a number or a day; None when it is neither."""
    value = retry_after.strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
