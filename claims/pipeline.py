"""Run the stages in order, one article at a time, each in one transaction.

1. read       files, pages, pasted text → articles              (claims.reading, before this module)
2. extract    article → claims                                  (claims.extraction)
3. pair       new claims against their candidates in the store  (claims.pairing)
4. store      article, claims, pairs and disputes together      (claims.storage)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

from claims.types import Article, Claim

if TYPE_CHECKING:
    from claims.inference import Models
    from claims.storage import Store

Stage = Callable[[str, float], None]
"""Called after each stage of an article with its name (extract, pair, store) and its seconds."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what became of one article."""

    article: Article
    added: bool
    """False when the store already held it."""
    claims: int
    pairs: int
    version: bool = False
    """It follows another version from its address."""
    copies: int = 0
    """Stored articles from elsewhere that repeat most of it, or it of them."""


def ingest(
    articles: Iterable[Article], store: Store, models: Models, on_stage: Stage | None = None
) -> Iterator[Outcome]:
    """Yield the outcome of each article once it is in the store; a known article costs nothing."""
    report = on_stage or (lambda stage, seconds: None)
    for article in articles:
        if store.has_article(article.id):
            yield Outcome(article, False, 0, 0)
        else:
            yield _add(article, store, models, report)


def reanalyse(store: Store, models: Models, on_stage: Stage | None = None) -> Iterator[Outcome]:
    """Read every stored article again with the present pipeline and models; corrections are applied anew.

    Each article is replaced in one transaction; one that was stopped at goes on with the rest untouched.
    """
    report = on_stage or (lambda stage, seconds: None)
    for article in store.find_articles():
        yield _add(article, store, models, report, again=True)


def _add(article: Article, store: Store, models: Models, report: Stage, *, again: bool = False) -> Outcome:
    from claims.pairing import Apart, Remembered, load_trees, pair_claims

    started = perf_counter()
    claims = extract(article, models)
    extracted = perf_counter()
    report("extract", extracted - started)
    source = Apart(store, [claim.id for claim in store.claims_of_article(article.id)]) if again else store
    nli = Remembered(models.nli, models.nli.fingerprint, store)
    pairing = pair_claims(article, claims, source, models.encoder, nli, load_trees())
    paired = perf_counter()
    report("pair", paired - extracted)
    made = (claims, pairing.vectors, pairing.pairs, pairing.disputes, pairing.redirects, nli.new)
    added = store.replace_article(article, *made) if again else store.add_article(article, *made)
    report("store", perf_counter() - paired)
    if not added:
        return Outcome(article, False, 0, 0)
    outcome = Outcome(article, True, len(claims), len(pairing.pairs))
    return outcome if again else _with_repeats(outcome, store)


def _with_repeats(outcome: Outcome, store: Store) -> Outcome:
    versions = {version.id for version in store.versions_of(outcome.article.id)}
    copies = set(store.near_copies(outcome.article.id)) - versions
    return replace(outcome, version=len(versions) > 1, copies=len(copies))


def extract(article: Article, models: Models) -> list[Claim]:
    """Return the claims of one article without pairing or storing them."""
    from claims.extraction.extract import extract_claims

    return extract_claims(article, models)
