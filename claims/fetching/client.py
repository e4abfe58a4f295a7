"""Fetch one URL politely: from a checked address, within limits, as robots.txt and the server's pace allow."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urljoin

from claims.errors import InputError
from claims.fetching.addresses import Lookup, Target, check_url, shown_url
from claims.fetching.exchange import OK, Limits, Request, Response, exchange
from claims.fetching.politeness import USER_AGENT, Rules, Turns, rules_of, wait_of

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
FEEDS = (
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"),
    *("application/gzip", "application/x-gzip"),
)
"""Kinds of feeds and site maps; the last two of packed site maps."""
ANY: tuple[str, ...] = ()
NOT_MODIFIED = 304
BUSY = (429, 500, 502, 503, 504)
"""Answers that may be another one a little later."""
_MOVED = (301, 302, 303, 307, 308)


@cache
def web_certificates() -> ssl.SSLContext:
    """Return what certificates are checked against: the system's own authorities and those of certifi."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@dataclass
class Client:
    """Fetch URLs; name service, check of addresses, clocks, sleep and limits can be replaced in tests.

    One client serves one thread.
    """

    lookup: Lookup | None = None
    allowed: Callable[[str], bool] | None = None
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep
    now: Callable[[], float] = time.time
    """Seconds since 1970, for a Retry-After that names a day."""
    limits: Limits = field(default_factory=Limits)
    certificates: ssl.SSLContext = field(default_factory=web_certificates)

    def __post_init__(self) -> None:
        """Start with no host known."""
        self._turns = Turns(self.clock, self.sleep)
        self._rules: dict[str, Rules] = {}

    def get(
        self, url: str, kinds: tuple[str, ...] = PAGES, *, etag: str | None = None, modified: str | None = None
    ) -> Response:
        """Return the page at the URL; raises InputError with the reason where it may not or cannot be fetched.

        `kinds` are the content types that are taken; `etag` and `modified` are those of an earlier answer and make a
        304 possible.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in known.items() if value}
        response = self._follow(url, headers, kinds)
        if response.status == OK or (response.status == NOT_MODIFIED and headers):
            return response
        raise InputError(
            f"{shown_url(response.url)} answers with the code {response.status}; check the link or try again later."
        )

    def _follow(self, url: str, headers: Mapping[str, str], kinds: tuple[str, ...], obey: bool = True) -> Response:
        """Return the answer at the end of the redirects, of whatever status."""
        end, link = self.clock() + self.limits.total_seconds, url
        for _ in range(self.limits.redirects + 1):
            target = check_url(link, self.lookup, self.allowed)
            rules = self._rules_of(target) if obey else rules_of(b"", 0.0)
            rules.check(target.url, shown_url(target.url))
            response = self._patiently(target, headers, kinds, rules.pace, end)
            if response.status not in _MOVED or "location" not in response.headers:
                return response
            link = urljoin(target.url, response.headers["location"])
        raise InputError(
            f"{shown_url(url)} is redirected more than {self.limits.redirects} times; "
            "open it in a browser and give its address."
        )

    def _rules_of(self, target: Target) -> Rules:
        known = self._rules.get(target.origin)
        if known is None or known.until <= self.clock():
            known = rules_of(self._robots_of(target), self.clock())
            self._rules[target.origin] = known
        return known

    def _robots_of(self, target: Target) -> bytes | None:
        """Return the robots.txt, empty where there is none; None where the host cannot tell."""
        try:
            response = self._follow(f"{target.origin}/robots.txt", {}, ANY, obey=False)
        except InputError:
            return None
        return None if response.status in BUSY or response.status > BUSY[-1] else response.body

    def _patiently(
        self, target: Target, headers: Mapping[str, str], kinds: tuple[str, ...], pace: float, end: float
    ) -> Response:
        for attempt in range(self.limits.attempts):
            self._check_wait(target, self._turns.pause(target.host), end)
            self._turns.take(target.host, pace)
            sent = {"User-Agent": USER_AGENT, "Accept": ", ".join(kinds) or "*/*", **headers}
            seconds = min(self.limits.seconds, max(end - self.clock(), 0.0))
            response = exchange(Request(target, sent, frozenset(kinds), self.limits, seconds), self.certificates)
            if response.status not in BUSY:
                return response
            asked = wait_of(response.headers.get("retry-after", ""), self.now())
            self._turns.hold(target.host, 2.0**attempt if asked is None else asked)
            if self._turns.pause(target.host) > self.limits.wait_seconds:
                return response
        return response

    def _check_wait(self, target: Target, seconds: float, end: float) -> None:
        if seconds > self.limits.wait_seconds or self.clock() + seconds >= end:
            raise InputError(
                f"{shown_url(target.url)} cannot be fetched now: its host asks to be left alone for "
                f"{seconds:,.0f} seconds; try again later."
            )
