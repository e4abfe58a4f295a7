"""Pages and feeds from the network: only public addresses, within limits, politely."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claims.errors import InputError
from claims.fetching import Client, fetch_articles, fetch_feed
from claims.fetching.addresses import check_url, is_public
from claims.fetching.client import LONGEST_WAIT, MOST_BYTES, REDIRECTS
from claims.fetching.feeds import read_feed
from claims.types import Article

SENTENCES = "The mayor of Velmar denied on Monday that the bridge was sold. Nobody had asked him, his office said."
PAGE = f"""<html><head><title>The bridge</title><meta property="og:site_name" content="Velmar Post">
<meta property="article:published_time" content="2024-05-06T10:00:00Z"></head>
<body><article><h1>The bridge</h1><p>{SENTENCES}</p><p>{SENTENCES}</p></article></body></html>"""
Answer = tuple[int, dict[str, str], bytes]


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
        "https://" + "a" * 3000,
    ],
)
def test_what_is_no_link_to_a_page_is_refused(url: str) -> None:
    with pytest.raises(InputError, match=r"link|user name"):
        check_url(url, lambda host, port: ["93.184.216.34"])


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
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                queue = site.answers.get(self.path, [(404, {}, b"")])
                status, headers, body = queue.pop(0) if len(queue) > 1 else queue[0]
                self.send_response(status)
                for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def serve(self, path: str, *answers: Answer) -> str:
        self.answers[path] = list(answers)
        return f"http://news.example:{self.port}{path}"


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
    addresses = {"news.example": ["127.0.0.1"], "inner.example": ["10.0.0.1"]}
    return Client(lambda host, port: addresses[host], lambda address: address == "127.0.0.1", clock, clock.sleep)


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
        (page(b"x" * (MOST_BYTES + 1)), "too large"),
        (page(gzip.compress(b"\0" * (MOST_BYTES * 20)), Content_Encoding="gzip"), "too large"),
        (page(b"no gzip", Content_Encoding="gzip"), "damaged"),
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
    for number in range(REDIRECTS + 1):
        site.serve(f"/{number}", (302, {"Location": f"/{number + 1}"}, b""))
    site.serve(f"/{REDIRECTS}", page("end"))
    assert client.get(f"http://news.example:{site.port}/0").url.endswith(f"/{REDIRECTS}")
    site.serve(f"/{REDIRECTS}", (302, {"Location": "/0"}, b""))
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
        client.get(site.serve("/a", (503, {"Retry-After": str(int(LONGEST_WAIT) + 1)}, b"")))
    assert max(clock.slept) <= 1.0


@online
def test_an_unchanged_page_is_not_sent_again(site: Site, client: Client) -> None:
    url = site.serve("/a", (304, {}, b""))
    assert client.get(url, etag='"x"', modified="Mon, 06 May 2024 10:00:00 GMT").status == 304
    assert site.asked[-1][1]["if-none-match"] == '"x"'
    assert site.asked[-1][1]["if-modified-since"].startswith("Mon")


@online
def test_a_slow_server_is_given_up(site: Site, client: Client, clock: Clock) -> None:
    def late() -> float:
        clock.now += 20
        return clock.now

    client.clock = late
    with pytest.raises(InputError, match=r"longer than|does not answer|connection"):
        client.get(site.serve("/a", page()))


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
    assert text is SITEMAP or found[0].published_on == date(2024, 5, 6)


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("head", [BOMB, OUTSIDE])
@pytest.mark.parametrize("body", [SITEMAP.format(base="&a;"), RSS.format(base="&a;"), "<x>&i;</x>"])
def test_entities_are_neither_fetched_nor_grown(head: str, body: str) -> None:
    try:
        found = read_feed("https://news.example/feed", (head + body.removeprefix('<?xml version="1.0"?>')).encode())
    except InputError:
        return
    assert all(len(link.url) < 200 and "\n" not in link.url for link in found)


@pytest.mark.parametrize("data", [b"", b"words", b"<html><body>page</body></html>", b"\xff\xfe\x00"])
def test_what_is_no_feed_is_said(data: bytes) -> None:
    with pytest.raises(InputError, match="no feed"):
        read_feed("https://news.example/feed", data)


@online
def test_a_feed_gives_its_new_articles(site: Site, client: Client) -> None:
    site.serve("/1", page(PAGE.replace("<title>The bridge</title>", "").replace("<h1>The bridge</h1>", "")))
    site.serve("/2", page())
    feed = site.serve(
        "/feed", page(RSS.format(base=f"http://news.example:{site.port}"), Content_Type="application/rss+xml")
    )
    seen: set[str] = set()
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
