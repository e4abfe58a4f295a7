"""Turn fetched pages and feeds into articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableSet
from dataclasses import replace
from datetime import date

from claims.errors import InputError
from claims.fetching.client import FEEDS, PAGES, Client
from claims.fetching.feeds import read_feed
from claims.reading import read_bytes
from claims.types import Article

Read = Article | InputError


def fetch_articles(
    urls: Iterable[str], client: Client | None = None, *, published_on: date | None = None
) -> Iterator[Read]:
    """Fetch pages and yield their articles; a page that cannot be fetched or read is yielded as an error."""
    client = client or Client()
    for url in urls:
        try:
            response = client.get(url)
        except InputError as error:
            yield error
        else:
            kind = response.headers.get("content-type", "text/html").split(";")[0].strip()
            suffix = ".txt" if kind == "text/plain" else ".html"
            for read in read_bytes(f"{url}{suffix}", response.body, published_on=published_on):
                yield (
                    InputError(str(read).replace(f"{url}{suffix}", url))
                    if isinstance(read, InputError)
                    else _at(read, response.url)
                )


def fetch_feed(url: str, client: Client | None = None, seen: MutableSet[str] | None = None) -> Iterator[Read]:
    """Fetch a feed or site map and the pages that it links to, but for links in `seen`, to which it adds them.

    The feed's title and day stand in where a page states none.
    """
    client = client or Client()
    try:
        response = client.get(url, (*FEEDS, *PAGES))
        links = read_feed(response.url, response.body)
    except InputError as error:
        yield error
        return
    for link in links:
        if seen is None or link.url not in seen:
            for read in fetch_articles([link.url], client, published_on=link.published_on):
                yield read if isinstance(read, InputError) or read.title else _titled(read, link.title)
            if seen is not None:
                seen.add(link.url)


def _at(article: Article, url: str) -> Article:
    """Return the article under the page's own address where it states one, else where it was found."""
    stated = article.url if article.url and article.url.startswith(("http://", "https://")) else url
    return Article.of(
        article.text,
        url=stated,
        outlet=article.outlet,
        title=article.title,
        published_on=article.published_on,
    )


def _titled(article: Article, title: str | None) -> Article:
    made = replace(article, title=title)
    return Article.of(made.text, url=made.url, outlet=made.outlet, title=made.title, published_on=made.published_on)
