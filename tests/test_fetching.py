"""Pages and feeds from the network: only public addresses, within limits, politely."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claims.errors import InputError
from claims.fetching import Client, Limits, Seen, fetch_articles, fetch_feed
from claims.fetching.addresses import check_url, is_public, system_addresses
from claims.fetching.articles import TRIES
from claims.fetching.feeds import read_feed
from claims.fetching.politeness import rules_of
from claims.types import Article

SENTENCES = "The mayor of Velmar denied on Monday that the bridge was sold. Nobody had asked him, his office said."
PAGE = f"""<html><head><title>The bridge</title><meta property="og:site_name" content="Velmar Post">
<meta property="article:published_time" content="2024-05-06T10:00:00Z"></head>
<body><article><h1>The bridge</h1><p>{SENTENCES}</p><p>{SENTENCES}</p></article></body></html>"""
Answer = tuple[int, dict[str, str], bytes]
LIMITS = Limits()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        *((address, False) for address in ("127.0.0.1", "10.0.0.1", "172.16.5.4", "192.168.1.1", "0.0.0.0")),
        *((address, False) for address in ("169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255")),
        *((address, False) for address in ("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1")),
        *((address, False) for address in ("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::")),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::5db8:d822", True),
        *((address, False) for address in ("64:ff9b::7f00:1", "64:ff9b:1::1", "2606:4700::5efe:7f00:1", "::7f00:1")),
        *((address, False) for address in ("fec0::1", "2001:0:1:2::1", "2001:db8::1", "3fff::1", "5f00::1")),
        *((address, False) for address in ("168.63.129.16", "192.0.0.192", "198.18.0.1", "fd00:ec2::254")),
        *((address, False) for address in ("2606:4700::1%eth0", "127.1", "0177.0.0.1", "")),
        ("no address", False),
    ],
)
def test_only_addresses_of_the_open_internet_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://news.example/a", "file:///etc/passwd", "news.example/a", "https://", "https://a b.example/", ""),
        *("https://user:secret@news.example/", "https://news.example:notaport/", "javascript:alert(1)"),
        *("https://" + "a" * 3000, "https://news.example/a\r\nHost: b", "https://news.example\\@inner.example/"),
        *("http://news.example:25/", "http://news.example:99999/", "http://[::1/", "http://[fe80::1%25lo]/", "//x/"),
        *("http://a%2eb/", "http://" + "a" * 64 + ".example/"),
    ],
)
def test_what_is_no_link_to_a_page_is_refused(url: str) -> None:
    with pytest.raises(InputError, match=r"link|user name"):
        check_url(url, lambda host, port: ["93.184.216.34"])


def test_no_message_repeats_a_password() -> None:
    with pytest.raises(InputError) as caught:
        check_url("https://user:secret@news.example/a", lambda host, port: ["93.184.216.34"])
    assert "secret" not in str(caught.value)
    assert "news.example/a" in str(caught.value)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("HTTPS://News.Example./a b".replace(" ", "%20") + "#end", "https://news.example/a%20b"),
        ("https://zürich.example/straße?q=ä&r=%C3%A4", "https://xn--zrich-kva.example/stra%C3%9Fe?q=%C3%A4&r=%C3%A4"),
        ("http://[2606:4700::1]:8080", "http://[2606:4700::1]:8080/"),
        ("https://news.example:443/", "https://news.example/"),
    ],
)
def test_a_link_is_asked_for_in_one_form(url: str, asked: str) -> None:
    assert check_url(url, lambda host, port: ["93.184.216.34"]).url == asked


def test_a_name_service_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = threading.Event()

    def answer_late(*args: object, **kwargs: object) -> list[object]:
        hanging.wait(5)
        return []

    monkeypatch.setattr("claims.fetching.addresses.LOOKUP_SECONDS", 0.05)
    monkeypatch.setattr(socket, "getaddrinfo", answer_late)
    with pytest.raises(InputError, match="cannot be found"):
        check_url("https://news.example/", system_addresses)
    hanging.set()


@pytest.mark.parametrize(
    "addresses", [["10.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["93.184.216.34", "::ffff:169.254.169.254"], []]
)
def test_one_private_address_of_a_host_is_enough_to_refuse_it(addresses: list[str]) -> None:
    with pytest.raises(InputError, match="private network"):
        check_url("https://news.example/a", lambda host, port: addresses)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "169.254.169.254", "2130706433", "0x7f.1", "localhost"])
def test_addresses_in_the_link_itself_are_checked_too(host: str) -> None:
    with pytest.raises(InputError):
        Client().get(f"http://{host}/latest/meta-data")


def test_a_host_without_address_is_said() -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError("unknown")

    with pytest.raises(InputError, match="cannot be found"):
        check_url("https://nowhere.example/", nowhere)


class Site:
    """A web server on this machine that answers from a table of paths, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.talks: dict[str, Callable[[socket.socket], None]] = {}
        """What to do with the connection itself, for a path."""
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                if self.path in site.talks:
                    site.talks[self.path](self.connection)
                    self.close_connection = True
                    return
                queue = site.answers.get(self.path, [(404, {}, b"")])
                status, headers, body = queue.pop(0) if len(queue) > 1 else queue[0]
                self.send_response(status)
                for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                with suppress(OSError):  # who refuses an answer hangs up in the middle of it
                    self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def serve(self, path: str, *answers: Answer) -> str:
        self.answers[path] = list(answers)
        return self.url(path)

    def talk(self, path: str, talk: Callable[[socket.socket], None]) -> str:
        self.talks[path] = talk
        return self.url(path)

    def url(self, path: str) -> str:
        return f"http://news.example:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()
    yield served
    served.server.shutdown()
    served.server.server_close()


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(clock: Clock) -> Client:
    """Give a client for which news.example is this machine and public, and inner.example is not."""
    addresses = {"news.example": ["127.0.0.1"], "two.example": ["127.0.0.9", "127.0.0.1"]}
    addresses |= {"inner.example": ["10.0.0.1"], "mixed.example": ["127.0.0.1", "10.0.0.1"]}
    addresses |= {"169.254.169.254": ["169.254.169.254"]}
    return Client(
        lambda host, port: addresses[host],
        lambda address: address.startswith("127."),
        clock,
        clock.sleep,
        lambda: NOON,
    )


NOON = 1_714_996_800.0
"""6 May 2024, 12:00 GMT."""


def page(body: str | bytes = PAGE, **headers: str) -> Answer:
    data = body.encode() if isinstance(body, str) else body
    return 200, {name.replace("_", "-"): value for name, value in headers.items()}, data


online = pytest.mark.enable_socket


@online
def test_a_page_becomes_an_article_with_what_it_states(site: Site, client: Client) -> None:
    url = site.serve("/a?id=1", page())
    (article,) = fetch_articles([url], client)
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.published_on) == ("The bridge", "Velmar Post", date(2024, 5, 6))
    assert article.url == url
    assert SENTENCES in article.text
    headers = site.asked[-1][1]
    assert headers["host"] == f"news.example:{site.port}"
    assert headers["user-agent"].startswith("Counterclaim/")


@online
def test_one_bad_link_does_not_stop_the_others(site: Site, client: Client) -> None:
    good = site.serve("/a", page())
    read = list(fetch_articles(["http://inner.example/x", f"{good}-gone", good], client))
    assert [type(each).__name__ for each in read] == ["InputError", "InputError", "Article"]


@online
def test_packed_pages_are_unpacked(site: Site, client: Client) -> None:
    url = site.serve("/a", page(gzip.compress(PAGE.encode()), Content_Encoding="gzip"))
    assert client.get(url).body.decode() == PAGE


@online
@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (page(b"x" * (LIMITS.size + 1)), "too large"),
        (page(gzip.compress(b"\0" * (LIMITS.size * 20)), Content_Encoding="gzip"), "too large"),
        (page(b"no gzip", Content_Encoding="gzip"), "damaged"),
        (page(gzip.compress(PAGE.encode())[:-9], Content_Encoding="gzip"), "cut short"),
        (page(gzip.compress(b"") + bytes(LIMITS.size + 1), Content_Encoding="gzip"), "too large"),
        (page(b"", Content_Length=str(LIMITS.size + 1)), "too large"),
        (page(b"x", Content_Length="5"), "gave no answer"),
        (page(b"\x0b\x02", Content_Encoding="br"), "packed as br"),
        (page(b"words", Content_Type=""), r"kind that is not read here \(unnamed"),
        ((304, {}, b""), "code 304"),
        ((204, {}, b""), "code 204"),
        ((301, {}, b""), "code 301"),
        ((301, {"Location": "http://169.254.169.254/latest"}, b""), "private network"),
        ((301, {"Location": "//inner.example/x"}, b""), "private network"),
        (page(b"MZ", Content_Type="application/octet-stream"), "kind that is not read"),
        ((403, {}, b""), "code 403"),
        ((301, {"Location": "http://inner.example/x"}, b""), "private network"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "no link to a page"),
    ],
)
def test_what_cannot_be_taken_is_said_in_a_sentence(site: Site, client: Client, answer: Answer, says: str) -> None:
    url = site.serve("/a", answer)
    with pytest.raises(InputError, match=says):
        client.get(url)


@online
def test_redirects_are_followed_so_far_and_no_further(site: Site, client: Client) -> None:
    for number in range(LIMITS.redirects + 1):
        site.serve(f"/{number}", (302, {"Location": f"/{number + 1}"}, b""))
    site.serve(f"/{LIMITS.redirects}", page("end"))
    assert client.get(f"http://news.example:{site.port}/0").url.endswith(f"/{LIMITS.redirects}")
    site.serve(f"/{LIMITS.redirects}", (302, {"Location": "/0"}, b""))
    with pytest.raises(InputError, match="redirected more than"):
        client.get(f"http://news.example:{site.port}/0")


@online
def test_robots_are_obeyed_and_asked_once(site: Site, client: Client) -> None:
    rules = page("User-agent: *\nDisallow: /private\n", Content_Type="text/plain")
    site.serve("/robots.txt", (301, {"Location": "/rules.txt"}, b""))
    site.serve("/rules.txt", rules)
    client.get(site.serve("/open", page()))
    with pytest.raises(InputError, match=r"robots\.txt"):
        client.get(site.serve("/private/a", page()))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/rules.txt", "/open"]


@online
def test_a_host_that_gives_no_rules_for_its_faults_is_left_alone(site: Site, client: Client) -> None:
    site.serve("/robots.txt", (503, {}, b""))
    with pytest.raises(InputError, match="does not answer"):
        client.get(site.serve("/a", page()))


@online
def test_one_request_a_second_goes_to_a_host(site: Site, client: Client, clock: Clock) -> None:
    url = site.serve("/a", page())
    client.get(url)
    client.get(url)
    assert sum(clock.slept) == pytest.approx(2.0)


@online
@pytest.mark.parametrize(("after", "waits"), [("7", 7.0), (None, 1.0), ("nonsense", 1.0)])
def test_a_busy_server_is_asked_again_when_it_says(
    site: Site, client: Client, clock: Clock, after: str | None, waits: float
) -> None:
    headers = {"Retry-After": after} if after else {}
    assert client.get(site.serve("/a", (429, headers, b""), page("there"))).body == b"there"
    assert waits in clock.slept


@online
def test_a_server_that_wants_a_long_wait_is_left_alone(site: Site, client: Client, clock: Clock) -> None:
    with pytest.raises(InputError, match="code 503"):
        client.get(site.serve("/a", (503, {"Retry-After": str(int(LIMITS.wait_seconds) + 1)}, b"")))
    assert max(clock.slept) <= 1.0


@online
def test_an_unchanged_page_is_not_sent_again(site: Site, client: Client) -> None:
    url = site.serve("/a", (304, {}, b""))
    assert client.get(url, etag='"x"', modified="Mon, 06 May 2024 10:00:00 GMT").status == 304
    assert site.asked[-1][1]["if-none-match"] == '"x"'
    assert site.asked[-1][1]["if-modified-since"].startswith("Mon")


def drip(head: bytes, drop: bytes) -> Callable[[socket.socket], None]:
    """Send the head, and then a drop every now and then for as long as somebody listens."""

    def talk(connection: socket.socket) -> None:
        with suppress(OSError):
            connection.sendall(head)
            for _ in range(200):
                connection.sendall(drop)
                time.sleep(0.02)

    return talk


OPEN = rules_of(b"", 0.0)
OPENING = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@online
@pytest.mark.parametrize(
    "talk",
    [
        drip(OPENING + b"Content-Length: 1000\r\n\r\n", b"x"),
        drip(OPENING + b"\r\n", b"x"),
        drip(OPENING + b"X: ", b"x"),
        drip(b"", b"H"),
        drip(OPENING + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        drip(b"", b""),
    ],
    ids=["body", "endless body", "headers", "status", "chunks", "silence"],
)
def test_a_server_that_draws_out_its_answer_is_cut_off(
    site: Site, client: Client, talk: Callable[[socket.socket], None]
) -> None:
    client.limits = Limits(seconds=0.3)
    started = time.monotonic()
    with pytest.raises(InputError, match=r"did not come within 0\.3 seconds"):
        client.get(site.talk("/a", talk))
    assert time.monotonic() - started < 2


@online
@pytest.mark.parametrize("packing", [b"", b"Content-Encoding: gzip\r\n"])
def test_an_answer_of_no_stated_length_is_taken_only_so_far(site: Site, client: Client, packing: bytes) -> None:
    client.limits = Limits(size=500_000)
    start = gzip.compress(b"") if packing else b""
    url = site.talk("/a", drip(OPENING + packing + b"\r\n" + start, bytes(100_000)))
    with pytest.raises(InputError, match="too large"):
        client.get(url)


@online
@pytest.mark.parametrize("said", [b"SSH-2.0-x\r\n\r\n", b"", b"HTTP/1.1 abc\r\n\r\n", b"\0" * 70_000])
def test_what_is_no_web_server_is_said(site: Site, client: Client, said: bytes) -> None:
    with pytest.raises(InputError, match="no answer that could be read"):
        client.get(site.talk("/a", lambda connection: connection.sendall(said)))


@online
def test_nobody_at_the_address_is_said(client: Client) -> None:
    client.limits = Limits(attempts=1)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(InputError, match="does not answer"):
        client.get(f"http://news.example:{port}/a")


@online
def test_the_second_address_of_a_host_stands_in_for_the_first(site: Site, client: Client) -> None:
    url = site.serve("/a", page()).replace("news.example", "two.example")
    assert client.get(url).status == 200
    assert site.asked[-1][1]["host"] == f"two.example:{site.port}"


@online
def test_a_host_with_one_bad_address_is_not_connected_to(site: Site, client: Client) -> None:
    with pytest.raises(InputError, match="private network"):
        client.get(site.serve("/a", page()).replace("news.example", "mixed.example"))
    assert site.asked == []


@online
def test_a_name_that_changes_its_address_is_checked_each_time(site: Site, client: Client) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    client.lookup = lambda host, port: next(answers)
    first = site.serve("/a", (302, {"Location": "/b"}, b""))
    with pytest.raises(InputError, match="private network"):
        client.get(first)
    assert site.paths == ["/a"]


@online
def test_an_answer_in_parts_of_gzip_is_read_whole(site: Site, client: Client) -> None:
    parts = gzip.compress(b"first ") + gzip.compress(b"second")
    assert client.get(site.serve("/a", page(parts, Content_Encoding="gzip"))).body == b"first second"


@online
def test_a_bomb_is_refused_before_it_is_unpacked(site: Site, client: Client) -> None:
    import tracemalloc

    client.limits = Limits(size=1_000_000)
    url = site.serve("/a", page(gzip.compress(bytes(200_000_000)), Content_Encoding="gzip"))
    tracemalloc.start()
    with pytest.raises(InputError, match=r"too large \(the limit is 1 MB\)"):
        client.get(url)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


@online
@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*/private", "/x/private/a", False),
        ("User-agent: *\nDisallow: /\nAllow: /news", "/news/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: counterclaim\nDisallow:", "/a", True),
        ("User-agent: Counterclaim\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /" + "*a" * 30 + "*b$", "/" + "a" * 1500, True),
        ("<html>Not found</html>", "/a", True),
    ],
)
def test_rules_hold_as_they_are_written(site: Site, client: Client, rules: str, path: str, allowed: bool) -> None:
    site.serve("/robots.txt", page(rules, Content_Type="application/x-anything"))
    url = site.serve(path, page())
    if allowed:
        assert client.get(url).status == 200
    else:
        with pytest.raises(InputError, match=r"robots\.txt"):
            client.get(url)


@online
def test_a_host_that_asks_for_a_slower_pace_gets_it(site: Site, client: Client, clock: Clock) -> None:
    site.serve("/robots.txt", page("User-agent: *\nCrawl-delay: 5", Content_Type="text/plain"))
    url = site.serve("/a", page())
    client.get(url)
    client.get(url)
    assert clock.slept == [1.0, 5.0]
    site.serve("/robots.txt", page("User-agent: *\nCrawl-delay: 9000", Content_Type="text/plain"))
    clock.now += 90_000
    client.get(url)
    with pytest.raises(InputError, match="left alone for 9,000 seconds"):
        client.get(url)


@online
def test_a_host_whose_rules_cannot_be_had_is_not_asked_for_every_page(site: Site, client: Client) -> None:
    site.serve("/robots.txt", (500, {}, b""))
    for _ in range(3):
        with pytest.raises(InputError, match="does not answer"):
            client.get(site.serve("/a", page()))
    assert len(site.asked) == LIMITS.attempts


@online
def test_a_wait_until_a_day_is_kept(site: Site, client: Client, clock: Clock) -> None:
    busy = (503, {"Retry-After": "Mon, 06 May 2024 12:00:42 GMT"}, b"")
    assert client.get(site.serve("/a", busy, page())).status == 200
    assert 42.0 in clock.slept


@online
def test_a_busy_host_is_asked_for_nothing_else_meanwhile(site: Site, client: Client, clock: Clock) -> None:
    with pytest.raises(InputError, match="code 429"):
        client.get(site.serve("/a", (429, {"Retry-After": "3600"}, b"")))
    with pytest.raises(InputError, match="left alone for 3,600 seconds"):
        client.get(site.serve("/b", page()))
    assert site.paths == ["/a"]
    clock.now += 3600
    assert client.get(site.url("/b")).status == 200


@online
def test_waits_grow_and_end(site: Site, client: Client, clock: Clock) -> None:
    with pytest.raises(InputError, match="code 502"):
        client.get(site.serve("/a", (502, {}, b"")))
    assert clock.slept == [1.0, 1.0, 2.0]
    assert site.paths == ["/a"] * LIMITS.attempts


@online
def test_one_get_has_an_end_with_all_its_waits(site: Site, client: Client, clock: Clock) -> None:
    for number in range(5):
        busy = (503, {"Retry-After": "50"}, b"")
        site.serve(f"/{number}", busy, (302, {"Location": f"/{number + 1}"}, b""))
    with pytest.raises(InputError, match="left alone for 50 seconds"):
        client.get(site.url("/0"))
    assert sum(clock.slept) < LIMITS.total_seconds


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a key with its certificate for news.example, made for this run."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("needs the openssl program")
    file = tmp_path_factory.mktemp("tls") / "news.pem"
    names = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example"]
    command = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names]
    subprocess.run([*command, "-keyout", file, "-out", f"{file}.crt"], check=True, capture_output=True)
    file.write_bytes(file.read_bytes() + Path(f"{file}.crt").read_bytes())
    return file


@online
@pytest.mark.parametrize(
    ("host", "trusted", "says"),
    [("news.example", True, None), ("two.example", True, "certificate"), ("news.example", False, "certificate")],
)
def test_certificates_are_checked_for_the_name_of_the_host(
    site: Site, client: Client, certificate: Path, host: str, trusted: bool, says: str | None
) -> None:
    named: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda connection, name, _: named.append(name)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    if trusted:
        client.certificates = ssl.create_default_context(cafile=str(certificate))
    url = site.serve("/a", page()).replace("http://news.example", f"https://{host}")
    client._rules_of = lambda target: OPEN  # type: ignore[method-assign]
    if says is None:
        assert client.get(url).body.decode() == PAGE
        assert site.asked[-1][1]["host"] == f"{host}:{site.port}"
    else:
        with pytest.raises(InputError, match=says):
            client.get(url)
        assert site.asked == []
    assert named[0] == host


@online
def test_a_proxy_in_the_environment_is_not_used(site: Site, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert client.get(site.serve("/a", page())).status == 200


@online
@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("http://news.example:{port}/canonical", True),
        ("http://www.news.example/canonical", True),
        ("https://other.example/canonical", False),
        ("http://news.example/", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_page_may_state_an_address_of_its_own_site_only(site: Site, client: Client, stated: str, kept: bool) -> None:
    stated = stated.format(port=site.port)
    head = f'<link rel="canonical" href="{stated}"></head>'
    url = site.serve("/a?from=feed", page(PAGE.replace("</head>", head)))
    (article,) = fetch_articles([url], client)
    assert isinstance(article, Article)
    assert article.url == (stated if kept else url)


@online
def test_the_encoding_that_the_server_names_counts(site: Site, client: Client) -> None:
    text = PAGE.replace("Velmar denied", "Vělmar denied")
    url = site.serve("/a", page(text.encode("cp1250"), Content_Type="text/html; charset=windows-1250"))
    (article,) = fetch_articles([url], client)
    assert isinstance(article, Article)
    assert "Vělmar" in article.text


@online
def test_plain_text_is_an_article_and_a_page_without_one_is_said(site: Site, client: Client) -> None:
    text = site.serve("/a", page(SENTENCES, Content_Type="text/plain"))
    bare = site.serve("/b", page("<html><body><a href='/'>Home</a></body></html>"))
    article, error = fetch_articles([text, bare, text], client)
    assert isinstance(article, Article)
    assert (article.text, article.url) == (SENTENCES, text)
    assert isinstance(error, InputError)
    assert bare in str(error)


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>One</title><link>{base}/1</link><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate></item>
<item><title>Two</title><link>/2</link></item><item><title>No link</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>One</title>
<link href="{base}/1"/><updated>2024-05-06T10:00:00Z</updated></entry></feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{base}/1</loc></url></urlset>"""


@pytest.mark.parametrize(("text", "links"), [(RSS, ["/1", "/2"]), (ATOM, ["/1"]), (SITEMAP, ["/1"])])
def test_feeds_and_site_maps_give_their_links(text: str, links: list[str]) -> None:
    base = "https://news.example"
    found = read_feed(f"{base}/feed", text.format(base=base).encode())
    assert [link.url for link in found] == [f"{base}{path}" for path in links]
    assert text is not RSS or found[0].published_on == date(2024, 5, 6)


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("head", [BOMB, OUTSIDE])
@pytest.mark.parametrize("body", [SITEMAP.format(base="&a;"), RSS.format(base="&a;"), "<x>&i;</x>"])
def test_entities_are_neither_fetched_nor_grown(head: str, body: str) -> None:
    with pytest.raises(InputError, match="declares entities"):
        read_feed("https://news.example/feed", (head + body.removeprefix('<?xml version="1.0"?>')).encode())


@pytest.mark.parametrize("data", [b"", b"words", b"<html><body>page</body></html>", b"\xff\xfe\x00"])
def test_what_is_no_feed_is_said(data: bytes) -> None:
    with pytest.raises(InputError, match="no feed"):
        read_feed("https://news.example/feed", data)


@pytest.mark.parametrize("data", [b"/etc/hostname", b"http://127.0.0.1/feed", b"file:///etc/hostname", b"-"])
def test_a_feed_that_names_another_place_is_not_followed(data: bytes, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(RSS.format(base="https://news.example"))
    for text in (data, str(feed).encode()):
        with pytest.raises(InputError, match="no feed"):
            read_feed("https://news.example/feed", text)


NEWS_MAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://news.example/1 </loc><lastmod>2024-06-01</lastmod><image:image><image:loc>https://i.example/1</image:loc>
</image:image><n:news><n:publication_date>2024-05-06T23:30:00-05:00</n:publication_date><n:title>One &amp; all</n:title>
</n:news></url></urlset>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><link>https://news.example/</link></channel>
<item><title>One</title><link>https://news.example/1</link><dc:date>2024-05-06</dc:date></item></rdf:RDF>"""
FULL_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">One</title>
<link rel="enclosure" href="https://news.example/a.mp3"/><link rel="alternate" href="1"/>
<published>2024-05-06T10:00:00Z</published><updated>2024-07-01T10:00:00Z</updated></entry></feed>"""
GUID = """<rss><channel><item><guid>https://news.example/1</guid><title>One</title><pubDate>6 May 2024</pubDate></item>
<item><guid isPermaLink="false">42</guid></item><item><link>mailto:a@news.example</link></item></channel></rss>"""


@pytest.mark.parametrize(("text", "title"), [(NEWS_MAP, "One & all"), (RDF, "One"), (FULL_ATOM, "One"), (GUID, "One")])
def test_links_come_with_title_and_day_of_publication(text: str, title: str) -> None:
    (link,) = read_feed("https://news.example/feed", text.encode())
    assert (link.url, link.title, link.published_on) == ("https://news.example/1", title, date(2024, 5, 6))


def test_a_day_of_change_is_no_day_of_publication() -> None:
    (changed,) = read_feed("https://news.example/feed", ATOM.format(base="https://news.example").encode())
    assert (changed.published_on, changed.changed_on) == (None, date(2024, 5, 6))


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (
            "<rss><channel><item><title>Q&A&nbsp;&mdash; x</title><link>/1?a=1&b=2</link></item></channel></rss>",
            "Q&A — x",
        ),
        ("\n <?xml version='1.0' encoding='utf-8'?><rss><item><title>a\x0bb</title><link>/1</link></item></rss>", "ab"),
        ("<?xml version='1.0' encoding='nonsense'?><rss><item><title>é</title><link>/1</link></item></rss>", "é"),
        ("<!DOCTYPE rss SYSTEM 'rss.dtd'><rss><item><title>x</title><link>/1</link></item></rss>", "x"),
    ],
)
def test_feeds_with_small_faults_are_read(data: str, title: str) -> None:
    (link,) = read_feed("https://news.example/feed", data.encode())
    assert link.title == title


def test_a_feed_of_any_depth_is_read_or_refused() -> None:
    deep = "<rss>" + "<x>" * 200_000 + "</x>" * 200_000 + "<item><link>/1</link></item></rss>"
    assert [link.url for link in read_feed("https://news.example/feed", deep.encode())] == ["https://news.example/1"]


def test_a_feed_without_entries_is_no_error() -> None:
    assert read_feed("https://news.example/feed", b"<rss><channel><title>News</title></channel></rss>") == []


def test_a_packed_site_map_is_unpacked_only_so_far() -> None:
    packed = gzip.compress(SITEMAP.format(base="https://news.example").encode())
    assert len(read_feed("https://news.example/map.xml.gz", packed)) == 1
    with pytest.raises(InputError, match="too large"):
        read_feed("https://news.example/map.xml.gz", gzip.compress(bytes(30_000_000)))


def map_list(*links: str) -> str:
    return "<sitemapindex>" + "".join(f"<sitemap><loc>{link}</loc></sitemap>" for link in links) + "</sitemapindex>"


@online
def test_a_list_of_site_maps_leads_to_their_pages(site: Site, client: Client) -> None:
    inner = site.serve("/inner.xml", page(map_list(site.url("/list.xml")), Content_Type="text/xml"))
    packed = gzip.compress(SITEMAP.format(base=site.url("")).encode())
    one = site.serve("/one.xml.gz", page(packed, Content_Type="application/x-gzip"))
    url = site.serve("/list.xml", page(map_list(one, inner, site.url("/gone.xml")), Content_Type="application/xml"))
    site.serve("/1", page())
    kinds = [type(each).__name__ for each in fetch_feed(url, client)]
    assert sorted(kinds) == ["Article", "InputError"]
    site.serve("/list.xml", page(map_list(one), Content_Type="application/xml", ETag='"7"'))
    seen = Seen()
    assert [type(each) for each in fetch_feed(url, client, seen)] == [Article]
    assert seen.answers == {}, "a list stays the same when one of its maps changes"
    assert site.paths.count("/list.xml") == 2


@online
def test_no_more_than_so_many_pages_are_fetched_at_a_time_the_newest_first(
    site: Site, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.fetching.articles.MOST_PAGES", 2)
    entry = "<url><loc>/{0}</loc><lastmod>2024-05-0{0}</lastmod></url>"
    text = f"<urlset>{''.join(entry.format(number) for number in range(1, 6))}</urlset>"
    url = site.serve("/map.xml", page(text, Content_Type="text/xml"))
    for number in range(1, 6):
        site.serve(f"/{number}", page())
    seen = Seen()
    *_, last = fetch_feed(url, client, seen)
    assert "more than is fetched at a time" in str(last)
    list(fetch_feed(url, client, seen))
    assert site.paths == ["/map.xml", "/5", "/4", "/map.xml", "/3", "/2"]


@online
@pytest.mark.parametrize(("read_on", "asked"), [("2024-05-05", True), ("2024-05-06", False), ("2024-05-07", False)])
def test_a_page_is_asked_for_again_only_if_its_feed_tells_of_a_later_change(
    site: Site, client: Client, read_on: str, asked: bool
) -> None:
    site.serve("/1", page())
    feed = site.serve("/feed", page(ATOM.format(base=site.url("")), Content_Type="application/atom+xml"))
    seen = Seen({site.url("/1"): date.fromisoformat(read_on)})
    assert len(list(fetch_feed(feed, client, seen))) == asked
    assert ("/1" in site.paths) == asked


@online
def test_a_feed_that_has_not_changed_is_not_sent_again(site: Site, client: Client) -> None:
    site.serve("/1", page())
    text = page(ATOM.format(base=site.url("")), Content_Type="application/atom+xml", ETag='"7"')
    feed = site.serve("/feed", text, (304, {}, b""))
    seen = Seen()
    assert [type(each) for each in fetch_feed(feed, client, seen)] == [Article]
    assert list(fetch_feed(feed, client, seen)) == []
    assert site.asked[-1][1]["if-none-match"] == '"7"'


@online
def test_a_page_that_failed_is_tried_again_and_then_left_alone(site: Site, client: Client) -> None:
    text = page(ATOM.format(base=site.url("")), Content_Type="application/atom+xml", ETag='"7"')
    feed, seen = site.serve("/feed", text), Seen()
    for _ in range(TRIES):
        assert [type(each) for each in fetch_feed(feed, client, seen)] == [InputError]
    site.serve("/1", page())
    assert list(fetch_feed(feed, client, seen)) == []
    other = Seen()
    site.serve("/1", (500, {}, b""))
    assert [type(each) for each in fetch_feed(feed, client, other)] == [InputError]
    assert other.answers == {}
    site.serve("/1", page())
    assert [type(each) for each in fetch_feed(feed, client, other)] == [Article]


@online
def test_a_feed_gives_its_new_articles(site: Site, client: Client) -> None:
    site.serve("/1", page(PAGE.replace("<title>The bridge</title>", "").replace("<h1>The bridge</h1>", "")))
    site.serve("/2", page())
    feed = site.serve(
        "/feed", page(RSS.format(base=f"http://news.example:{site.port}"), Content_Type="application/rss+xml")
    )
    seen = Seen()
    read = list(fetch_feed(feed, client, seen))
    assert [each.title for each in read if isinstance(each, Article)] == ["One", "The bridge"]
    assert list(fetch_feed(feed, client, seen)) == []


def test_fetching_asks_the_network_for_nothing_else() -> None:
    asked: list[str] = []

    def lookup(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["10.0.0.1"]

    assert [type(each) for each in fetch_articles(["https://news.example/a"], Client(lookup))] == [InputError]
    assert asked == ["news.example"]


def test_the_documented_tests_are_there() -> None:
    tests = Path(__file__).parent
    there = "".join((tests / name).read_text(encoding="utf-8") for name in ("test_fetching.py", "test_cli.py"))
    documented = re.findall(r"`(test_\w+)`", (tests.parent / "docs" / "fetching.md").read_text(encoding="utf-8"))
    assert documented
    assert [name for name in documented if f"def {name}(" not in there] == []
