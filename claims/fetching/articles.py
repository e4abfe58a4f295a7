"""Turn fetched pages, feeds and site maps into articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from claims.errors import InputError
from claims.fetching.addresses import shown_url
from claims.fetching.bodies import as_utf8, kind_of
from claims.fetching.client import FEEDS, NOT_MODIFIED, PAGES, Client
from claims.fetching.exchange import Response
from claims.fetching.feeds import Link, read_feed
from claims.reading.fields import Input
from claims.reading.plain import read_text
from claims.reading.web import read_page
from claims.types import Article

MOST_PAGES = 1_000
"""Pages taken of one feed at a time, the newest first: at one a second that is a quarter of an hour."""
MOST_MAPS = 20
"""Site maps taken of one list of them, the newest first."""
TRIES = 3
"""How often a page that could not be fetched or read is tried again at a later look."""

Read = Article | InputError


@dataclass(slots=True)
class Seen:
    """Remember between two looks at feeds what need not be fetched again."""

    links: dict[str, date] = field(default_factory=dict)
    """Links that were read or given up, with the day."""
    failures: dict[str, int] = field(default_factory=dict)
    """How often each link that is not in `links` failed."""
    answers: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    """ETag and Last-Modified of each feed of which nothing was left to do."""

    def has(self, link: Link) -> bool:
        """Tell whether the link needs no other look: it was read, and its feed tells of no change on a later day."""
        read_on = self.links.get(link.url)
        return read_on is not None and (link.changed_on is None or link.changed_on <= read_on)

    def add(self, link: str) -> None:
        """Note that the link was read."""
        self.links[link] = date.today()
        self.failures.pop(link, None)

    def add_failure(self, link: str) -> None:
        """Note that the link failed; after TRIES failures it is left alone."""
        self.failures[link] = self.failures.get(link, 0) + 1
        if self.failures[link] >= TRIES:
            self.add(link)


def fetch_articles(
    urls: Iterable[str], client: Client | None = None, *, published_on: date | None = None
) -> Iterator[Read]:
    """Fetch pages and yield their articles; a page that cannot be fetched or read is yielded as an error.

    `published_on` fills in where a page states no day.
    """
    client = client or Client()
    for url in dict.fromkeys(urls):
        yield _fetched(Link(url, None, published_on), client)


def fetch_feed(url: str, client: Client | None = None, seen: Seen | None = None) -> Iterator[Read]:
    """Fetch a feed or site map and the pages that it links to, but for what is in `seen`, which it keeps up to date.

    The feed's title and day stand in where a page states none. A site map may list other site maps.
    """
    client, seen = client or Client(), Seen() if seen is None else seen
    etag, modified = seen.answers.get(url, (None, None))
    try:
        response = client.get(url, (*FEEDS, *PAGES), etag=etag, modified=modified)
        links = [] if response.status == NOT_MODIFIED else read_feed(response.url, response.body)
    except InputError as error:
        yield error
        return
    # a list of site maps stays the same when one of them changes
    done = response.status != NOT_MODIFIED and not any(link.is_map for link in links)
    for read in _pages(url, links, client, seen):
        done = done and not isinstance(read, InputError)
        yield read
    if done:
        seen.answers[url] = (response.headers.get("etag"), response.headers.get("last-modified"))


def _pages(url: str, links: list[Link], client: Client, seen: Seen) -> Iterator[Read]:
    maps, pages = _newest([link for link in links if link.is_map]), [link for link in links if not link.is_map]
    for found in (_mapped(link, client) for link in maps[:MOST_MAPS]):
        if isinstance(found, InputError):
            yield found
        else:
            pages += found
    new = [link for link in {page.url: page for page in pages}.values() if not seen.has(link)]
    taken = new if len(new) <= MOST_PAGES else _newest(new)[:MOST_PAGES]
    for link in taken:
        read = _fetched(link, client)
        if isinstance(read, InputError):
            seen.add_failure(link.url)
        else:
            seen.add(link.url)
        yield read
    if len(maps) > MOST_MAPS or len(new) > len(taken):
        yield InputError(
            f"{shown_url(url)} links to more than is fetched at a time; "
            f"the newest {len(taken):,} pages were, fetch it again for others or name a smaller site map."
        )


def _newest(links: list[Link]) -> list[Link]:
    return sorted(links, key=lambda link: link.changed_on or date.min, reverse=True)


def _mapped(link: Link, client: Client) -> list[Link] | InputError:
    """Return the pages of one site map out of a list; lists within lists are not followed."""
    try:
        response = client.get(link.url, (*FEEDS, *PAGES))
        return [each for each in read_feed(response.url, response.body) if not each.is_map]
    except InputError as error:
        return error


def _fetched(link: Link, client: Client) -> Read:
    try:
        response = client.get(link.url)
        return _article(link, response)
    except InputError as error:
        return error


def _article(link: Link, response: Response) -> Article:
    """Return the article of a page, under the address that it has itself; raises InputError when it has none."""
    content_type = response.headers.get("content-type", "")
    reader = read_text if kind_of(content_type) == "text/plain" else read_page
    given = Input(shown_url(response.url), None, link.published_on)
    read = next(reader(given, as_utf8(response.body, content_type)))
    return Article.of(
        read.text,
        url=_own_url(read.url, response.url),
        outlet=read.outlet,
        title=read.title or link.title,
        published_on=read.published_on,
        author=read.author,
        language=read.language,
    )


def _own_url(stated: str | None, fetched: str) -> str:
    """Return the address that a page states for itself when it is one of its own site's, else the fetched one.

    Else any site could have its page filed under another's name, or all its pages under that of the first.
    """
    try:
        own, found = urlsplit(stated or ""), urlsplit(fetched)
        same = own.scheme in ("http", "https") and own.netloc and _site(own.hostname) == _site(found.hostname)
    except ValueError:
        return fetched
    return stated if stated and same and (own.path.strip("/") or not found.path.strip("/")) else fetched


def _site(host: str | None) -> str:
    return (host or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
