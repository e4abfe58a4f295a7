"""Run the pipeline over articles: in memory, or into the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, count
from typing import TYPE_CHECKING, Annotated

import typer

from claims.commands.options import AnalysisFormat, Database, Feeds, NliModel, Paths, Published, SomePaths, Urls
from claims.commands.output import finish, print_json, print_text, say, watched
from claims.commands.stopping import Stop
from claims.commands.stored import print_lists
from claims.errors import InputError, LanguageError
from claims.types import TIERS, Article, ClaimQuery

if TYPE_CHECKING:
    from claims.inference import Models
    from claims.pipeline import Outcome
    from claims.storage import Store

IN_MEMORY = "sqlite://"


def analyze(
    paths: Paths,
    published: Published = None,
    format_: Annotated[AnalysisFormat, typer.Option("--format", help="What to print.")] = AnalysisFormat.table,
    nli_model: NliModel = None,
) -> None:
    """Read articles and print their disputes.

    Nothing is stored. Inputs that cannot be read are named at the end, on standard
    error, and the exit code is 1.

    \b
    python -m claims analyze article.txt --published 2024-10-23
    python -m claims analyze news/ --format json > analysis.json
    cat article.txt | python -m claims analyze -
    """
    from claims.storage import Store
    from claims.tables import analysis_json

    failures: list[InputError] = []
    with Store(IN_MEMORY) as store:
        list(run_pipeline(readable(paths, published, failures), store, nli_model))
        if format_ is AnalysisFormat.json:
            print_json(analysis_json(store, ClaimQuery(tiers=TIERS)))
        else:
            print_lists(store, ClaimQuery(tiers=TIERS), ("disputes", "pairs", "claims"))
    finish(failures)


def ingest(
    paths: SomePaths = None,
    url: Urls = None,
    feed: Feeds = None,
    published: Published = None,
    db: Database = None,
    nli_model: NliModel = None,
) -> None:
    """Read articles into the store.

    An article that is in it already is left as it is; one that changed at its address is kept as a new version.
    Nothing is fetched but the pages and feeds that are named; of a feed, the pages that are not in the store
    or that it says have changed.

    \b
    python -m claims ingest news/
    python -m claims ingest archive.jsonl --db sqlite:///archive.db
    python -m claims ingest --url https://news.example/a --feed https://news.example/rss
    """
    from claims.storage import Store

    if not (paths or url or feed):
        raise typer.BadParameter("Name files or folders, or --url or --feed.")
    failures: list[InputError] = []
    with Store(db) as store:
        known = store.addresses() if feed else {}
        pages = fetched(url or [], feed or [], published, failures, known)
        read = chain(readable(paths or [], published, failures), pages)
        outcomes = list(run_pipeline(read, store, nli_model))
    print_text(_summary(outcomes) + _foreign(failures))
    finish(failures)


def watch(
    feed: Annotated[list[str], typer.Option("--feed", metavar="URL", help="Feed or site map. Repeatable.")],
    every: Annotated[float, typer.Option("--every", min=1, metavar="MINUTES", help="Time between two looks.")] = 15,
    times: Annotated[int, typer.Option("--times", min=0, metavar="N", help="Looks; 0 goes on until stopped.")] = 0,
    db: Database = None,
    nli_model: NliModel = None,
) -> None:
    """Look at feeds again and again and read what is new.

    Ctrl-C (or SIGTERM) stops it after the article at hand and prints what was read; once more stops it at once.

    \b
    python -m claims watch --feed https://news.example/rss --every 30
    """
    from claims.fetching import Client, Seen, fetch_feed
    from claims.inference import load_models
    from claims.storage import Store

    stop = Stop()
    outcomes: list[Outcome] = []
    client, seen, models = Client(sleep=stop.sleep), Seen(), load_models(nli_model)
    with Store(db) as store, stop.heard():
        seen.links.update(store.addresses())
        for number in count(1):
            failures: list[InputError] = []
            read = _without_failures(chain.from_iterable(fetch_feed(url, client, seen) for url in feed), failures)
            before = len(outcomes)
            outcomes.extend(run_models(stop.until(read), store, models))
            for failure in failures:
                say(str(failure))
            if stop.asked or number == times:
                break
            say(_summary(outcomes[before:]) + _foreign(failures))
            stop.sleep(60 * every)
    print_text(_summary(outcomes))


def reanalyse(db: Database = None, nli_model: NliModel = None) -> None:
    """Read every stored article again with the present models.

    What people corrected is applied again to the words that it stands on.

    \b
    python -m claims reanalyse
    """
    from claims.inference import load_models
    from claims.pipeline import reanalyse as reanalyse_articles
    from claims.storage import Store

    with Store(db) as store:
        number = store.counts().articles
        outcomes = list(watched(reanalyse_articles(store, load_models(nli_model)), "Articles", number))
    claims, pairs = sum(each.claims for each in outcomes), sum(each.pairs for each in outcomes)
    print_text(
        f"{counted(len(outcomes), 'article')} read again, with {counted(claims, 'claim')} and {counted(pairs, 'pair')}."
    )


def remove(
    articles: Annotated[list[str], typer.Argument(help="Ids, links or paths of articles.", metavar="ARTICLE")],
    db: Database = None,
) -> None:
    """Remove articles with all that was made of them.

    An article is named by its id, its link or the path that it was read from.

    \b
    python -m claims remove https://news.example/a
    python -m claims remove news/article.txt
    """
    from claims.storage import Store

    failures: list[InputError] = []
    with Store(db) as store:
        stored = store.find_articles()
        for name in articles:
            found = [article for article in stored if name in (article.id, article.url, article.path)]
            if not found:
                failures.append(InputError(f"{name} names no stored article; give its id, its link or its path."))
            for article in found:
                store.remove_article(article.id)
                print_text(f"Removed {article.title or article.path or article.id}.")
    finish(failures)


def readable(paths: Sequence[str], published: date | None, failures: list[InputError]) -> Iterator[Article]:
    """Yield the articles that can be read and put the errors of the others into `failures`."""
    from claims.reading import read_articles

    return _without_failures(read_articles(paths, published_on=published), failures)


def fetched(
    urls: Sequence[str],
    feeds: Sequence[str],
    published: date | None,
    failures: list[InputError],
    known: Mapping[str, date],
) -> Iterator[Article]:
    """Yield the articles of pages and feeds and put the errors of the others into `failures`.

    Pages of feeds that are in `known`, with the day of reading, are fetched only if their feed tells of a later change.
    """
    if not urls and not feeds:
        return iter(())
    from claims.fetching import Client, Seen, fetch_articles, fetch_feed

    client, seen = Client(), Seen(dict(known))
    pages = fetch_articles(urls, client, published_on=published)
    return _without_failures(chain(pages, *(fetch_feed(feed, client, seen) for feed in feeds)), failures)


def _without_failures(read: Iterable[Article | InputError], failures: list[InputError]) -> Iterator[Article]:
    for item in read:
        if isinstance(item, InputError):
            failures.append(item)
        else:
            yield item


def run_pipeline(
    articles: Iterable[Article], store: Store, nli_model: str | None, total: int | None = None
) -> Iterator[Outcome]:
    """Run the pipeline into `store` with a progress bar."""
    from claims.inference import load_models

    return run_models(articles, store, load_models(nli_model), total)


def run_models(
    articles: Iterable[Article], store: Store, models: Models, total: int | None = None
) -> Iterator[Outcome]:
    """Run the pipeline with models that are there already."""
    from claims.pipeline import ingest as ingest_articles

    return watched(ingest_articles(articles, store, models), "Articles", total)


def _summary(outcomes: Sequence[Outcome]) -> str:
    added = [outcome for outcome in outcomes if outcome.added]
    known = len(outcomes) - len(added)
    versions, copies = sum(each.version for each in added), sum(each.copies > 0 for each in added)
    return (
        f"{counted(len(added), 'article')} added with {counted(sum(each.claims for each in added), 'claim')} "
        f"and {counted(sum(each.pairs for each in added), 'pair')}; {known} known already."
        + (f" New versions of articles read before: {versions}." if versions else "")
        + (f" Near-copies of other articles: {copies}." if copies else "")
    )


def _foreign(failures: Sequence[InputError]) -> str:
    number = sum(isinstance(failure, LanguageError) for failure in failures)
    return f" In other languages, left out: {number}." if number else ""


def counted(number: int, thing: str) -> str:
    """Return the number with its noun: "1 article", "2 articles"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
