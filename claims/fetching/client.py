"""Fetch one URL politely: from the checked address, within limits, as robots.txt and the server's pace allow."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import certifi
import urllib3

from claims import __version__
from claims.errors import InputError
from claims.fetching.addresses import Lookup, Target, check_url

USER_AGENT = f"Counterclaim/{__version__} (reads news pages for its user; obeys robots.txt)"
REDIRECTS = 5
SECONDS = 30.0
"""For one URL in all, redirects and retries included, waiting for the pace left out."""
MOST_BYTES = 10_000_000
"""After decompression; a page of an article has some hundred kilobytes."""
PACE = 1.0
"""Least seconds between two requests to one host."""
RETRIES, LONGEST_WAIT = 2, 30.0
PAGES = ("text/html", "application/xhtml+xml", "text/plain")
ROBOTS = (*PAGES, "application/octet-stream")
FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml")
_MOVED = (301, 302, 303, 307, 308)
_PIECE = 65536


@dataclass(frozen=True, slots=True)
class Response:
    """Hold what came back."""

    url: str
    """Where it came from in the end, after redirects."""
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    """Decompressed; empty for 304."""


@dataclass
class Client:
    """Fetch URLs; clock, sleep, name service and the check of addresses can be replaced in tests."""

    lookup: Lookup | None = None
    allowed: Callable[[str], bool] | None = None
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def get(
        self, url: str, kinds: tuple[str, ...] = PAGES, *, etag: str | None = None, modified: str | None = None
    ) -> Response:
        """Return the page at the URL; raises InputError with the reason where it may not or cannot be fetched.

        `kinds` are the content types that are taken; `etag` and `modified` are those of an earlier answer and make a
        304 possible.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in known.items() if value}
        end = self.clock() + SECONDS
        for _ in range(REDIRECTS + 1):
            target = check_url(url, self.lookup, self.allowed)
            if not self._may_fetch(target, end):
                raise InputError(f"{url} may not be fetched by programs (robots.txt); save the page by hand.")
            response = self._patiently(target, headers, kinds, end)
            if response.status not in _MOVED or "location" not in response.headers:
                return _checked(response)
            url = urljoin(url, response.headers["location"])
        raise InputError(f"{url} is redirected more than {REDIRECTS} times; open it in a browser and give its address.")

    def _patiently(self, target: Target, headers: Mapping[str, str], kinds: tuple[str, ...], end: float) -> Response:
        for attempt in range(RETRIES + 1):
            response = self._request(target, headers, kinds, end)
            if response.status != 429 and response.status < 500:
                return response
            wait = _seconds(response.headers.get("retry-after"), 2.0**attempt)
            if attempt == RETRIES or wait > LONGEST_WAIT:
                break
            self.sleep(wait)
        return response

    def _may_fetch(self, target: Target, end: float) -> bool:
        if target.origin not in self._robots:
            response = self._robots_of(target, end)
            if response.status >= 500 or response.status == 429:
                raise InputError(f"{target.url} cannot be fetched now: its host does not answer; try again later.")
            rules = RobotFileParser()
            # No rules (404, or nothing at the end of redirects) allow everything.
            rules.parse(response.body.decode("utf-8", "replace").splitlines())
            self._robots[target.origin] = rules
        return self._robots[target.origin].can_fetch(USER_AGENT.split("/")[0], target.url)

    def _robots_of(self, target: Target, end: float) -> Response:
        url = f"{target.origin}/robots.txt"
        for _ in range(REDIRECTS + 1):
            response = self._request(check_url(url, self.lookup, self.allowed), {}, ROBOTS, end)
            if response.status not in _MOVED or "location" not in response.headers:
                break
            url = urljoin(url, response.headers["location"])
        return response

    def _request(self, target: Target, headers: Mapping[str, str], kinds: tuple[str, ...], end: float) -> Response:
        wait = self._last.get(target.origin, -PACE) + PACE - self.clock()
        if wait > 0:
            self.sleep(wait)
        self._last[target.origin] = self.clock()
        sent = {"Host": _host(target), "User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", **headers}
        left = max(0.1, end - self.clock())
        try:
            with _pool(target, left) as pool:
                answer = pool.request(
                    "GET", target.path, headers=sent, redirect=False, retries=False, preload_content=False
                )
                found = {name.lower(): value for name, value in answer.headers.items()}
                body = b""
                if answer.status == 200:
                    _check_kind(target, found, kinds)
                    body = b"".join(self._pieces(target, answer, found, end))
                answer.release_conn()
        except urllib3.exceptions.HTTPError as error:
            raise InputError(f"{target.url} could not be fetched ({_reason(error)}); try again later.") from error
        return Response(target.url, answer.status, found, body)

    def _pieces(
        self, target: Target, answer: urllib3.BaseHTTPResponse, headers: Mapping[str, str], end: float
    ) -> Iterator[bytes]:
        """Yield the body decompressed, and stop where it grows too long or takes too long."""
        packed = headers.get("content-encoding", "").strip().lower()
        unpack = zlib.decompressobj(32 + zlib.MAX_WBITS) if packed in ("gzip", "x-gzip", "deflate") else None
        held = 0
        for piece in answer.stream(_PIECE, decode_content=False):
            while piece:
                try:
                    out = unpack.decompress(piece, _PIECE) if unpack else piece
                except zlib.error as error:
                    raise InputError(f"{target.url} sends a damaged page; try again later.") from error
                piece = unpack.unconsumed_tail if unpack else b""
                held += len(out)
                if held > MOST_BYTES:
                    raise InputError(f"{target.url} is too large (over {MOST_BYTES // 1_000_000} MB); save its text.")
                if self.clock() > end:
                    raise InputError(f"{target.url} takes longer than {SECONDS:.0f} seconds; try again later.")
                yield out


def _pool(target: Target, seconds: float) -> urllib3.HTTPConnectionPool:
    """Return a pool that connects to the checked address; for TLS the name stays the host's."""
    timeout = urllib3.Timeout(connect=min(10.0, seconds), read=seconds)
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(target.address, target.port, timeout=timeout)
    return urllib3.HTTPSConnectionPool(
        target.address,
        target.port,
        timeout=timeout,
        cert_reqs="CERT_REQUIRED",
        ca_certs=certifi.where(),
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _host(target: Target) -> str:
    usual = {"http": 80, "https": 443}[target.scheme]
    name = f"[{target.host}]" if ":" in target.host else target.host
    return name if target.port == usual else f"{name}:{target.port}"


def _check_kind(target: Target, headers: Mapping[str, str], kinds: tuple[str, ...]) -> None:
    kind = headers.get("content-type", "text/html").split(";")[0].strip().lower()
    if kind not in kinds:
        raise InputError(f"{target.url} is of a kind that is not read here ({kind or 'unnamed'}); give another link.")


def _checked(response: Response) -> Response:
    if response.status in (200, 304):
        return response
    raise InputError(f"{response.url} answers with the code {response.status}; check the link or try again later.")


def _seconds(value: str | None, default: float) -> float:
    return float(value) if value and value.strip().isdigit() else default


def _reason(error: urllib3.exceptions.HTTPError) -> str:
    if isinstance(error, urllib3.exceptions.SSLError):
        return "its certificate is not trusted"
    return "it does not answer" if isinstance(error, urllib3.exceptions.TimeoutError) else "the connection failed"
