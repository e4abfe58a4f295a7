"""Ask one question of one server, over a connection that is pinned to a checked address."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer
from time import monotonic

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError

from claims.errors import InputError
from claims.fetching.addresses import Target, shown_url
from claims.fetching.bodies import counted, inflated, kind_of, too_large

OK = 200
MAX_ADDRESSES = 4
"""Of a host with more, the others are not tried; two families with two each is what large sites have."""
CHUNK_BYTES = 65_536
HEADERS_KEPT = ("content-type", "etag", "last-modified", "location", "retry-after")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bound what one `Client.get` may take."""

    redirects: int = 5
    """Browsers give up at 20; articles need one or two (http to https, short link to long)."""
    attempts: int = 3
    """For each address on the way."""
    seconds: float = 30.0
    """From connecting to the last byte, for each request."""
    total_seconds: float = 120.0
    """For all requests and waits of one get."""
    size: int = 10_000_000
    """Bytes as sent, and again after unpacking: pages are of 0.1 to 3 MB with their scripts, site maps below 10."""
    wait_seconds: float = 60.0
    """The longest time that a server may make us wait, by Retry-After or by Crawl-delay."""


@dataclass(frozen=True, slots=True)
class Response:
    """Hold what a server answered."""

    url: str
    """The address that answered, after all redirects."""
    status: int
    headers: Mapping[str, str]
    """Those of HEADERS_KEPT that were sent, their names in lower case."""
    body: bytes
    """Unpacked; empty unless the status is 200."""


@dataclass(frozen=True, slots=True)
class Request:
    """Say what is asked for, and how much of an answer is taken."""

    target: Target
    headers: Mapping[str, str]
    kinds: frozenset[str]
    """Content types that are taken; empty for all."""
    limits: Limits
    seconds: float


def exchange(request: Request, context: ssl.SSLContext) -> Response:
    """Return the answer; raises InputError when there is none or it goes over a limit."""
    name, deadline = shown_url(request.target.url), monotonic() + request.seconds
    try:
        with _connected(request.target, deadline, context) as connection:
            headers = {"Host": request.target.authority, "Accept-Encoding": "gzip", **request.headers}
            connection.request("GET", request.target.path, headers=headers, preload_content=False)
            answer = connection.getresponse()
            response = _response(request, answer, name)
    except (HTTPError, HTTPException, OSError) as error:
        if monotonic() >= deadline:
            raise _too_slow(name, request.seconds) from error
        raise _no_answer(name, error) from error
    if monotonic() >= deadline:
        raise _too_slow(name, request.seconds)
    return response


@contextmanager
def _connected(target: Target, deadline: float, context: ssl.SSLContext) -> Iterator[HTTPConnection]:
    """Connect to the first address that lets us; whatever goes on is cut off at the deadline."""
    addresses = target.addresses[:MAX_ADDRESSES]
    for address in addresses:
        connection = _connection(target, address, deadline - monotonic(), context)
        with _cut_off(connection, deadline) as sockets:
            try:
                connection.connect()
            except (NewConnectionError, TimeoutError):
                if address == addresses[-1] or monotonic() >= deadline:
                    raise
                continue
            sockets.append(connection.sock)
            yield connection
            return


@contextmanager
def _cut_off(connection: HTTPConnection, deadline: float) -> Iterator[list[socket.socket]]:
    """End the connection at the deadline, in whatever it is: no timeout holds against one byte every second.

    Its socket has to be put into the list: while a body without a stated length comes in, the connection lets it go.
    """
    sockets: list[socket.socket] = []

    def cut() -> None:
        for each in (*sockets, connection.sock):
            if each is not None:
                with suppress(OSError):
                    # by the class: that of TLS gives up encryption first, which is not safe from another thread
                    socket.socket.shutdown(each, socket.SHUT_RDWR)

    timer = Timer(max(deadline - monotonic(), 0.0), cut)
    timer.daemon = True
    timer.start()
    try:
        yield sockets
    finally:
        timer.cancel()
        connection.close()


def _connection(target: Target, address: str, seconds: float, context: ssl.SSLContext) -> HTTPConnection:
    timeout = max(seconds, 0.001)
    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=timeout)
    return HTTPSConnection(
        address,
        target.port,
        timeout=timeout,
        server_hostname=target.host,
        ssl_context=context,
        cert_reqs="CERT_REQUIRED",
    )


def _response(request: Request, answer: BaseHTTPResponse, name: str) -> Response:
    headers = {each: answer.headers[each] for each in HEADERS_KEPT if each in answer.headers}
    body = b""
    if answer.status == OK:
        _check_kind(request.kinds, headers.get("content-type", ""), name)
        body = _body(answer, request.limits.size, name)
    return Response(request.target.url, answer.status, headers, body)


def _check_kind(kinds: frozenset[str], content_type: str, name: str) -> None:
    kind = kind_of(content_type)
    if kinds and kind not in kinds:
        raise InputError(f"{name} is of a kind that is not read here ({kind[:60] or 'unnamed'}); give another link.")


def _body(answer: BaseHTTPResponse, limit: int, name: str) -> bytes:
    length = answer.headers.get("content-length", "")
    if length.isdecimal() and int(length[:20]) > limit:
        raise too_large(name, limit)
    packing = answer.headers.get("content-encoding", "").strip().lower()
    chunks = counted(answer.stream(CHUNK_BYTES, decode_content=False), limit, name)
    if packing in ("gzip", "x-gzip"):
        return inflated(chunks, limit, name)
    if packing not in ("", "identity"):
        raise InputError(f"{name} came packed as {packing[:40]}, which was not asked for; save it as a file.")
    return b"".join(chunks)


def _too_slow(name: str, seconds: float) -> InputError:
    return InputError(f"{name} did not come within {seconds:.3g} seconds; try again later.")


def _no_answer(name: str, error: Exception) -> InputError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return InputError(f"{name} has a certificate that is not valid for it; open it in a browser to see why.")
        cause = cause.__cause__ or cause.__context__ if not isinstance(cause, OSError) else None
    return InputError(f"{name} gave no answer that could be read; check the address or try again later.")
