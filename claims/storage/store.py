"""Offer the store: articles, claims, pairs and disputes in one database, found by filters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, TypeVar

from numpy.typing import NDArray
from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import IntegrityError

from claims.errors import StoreError
from claims.storage import correcting, finding, recording, upkeep, versions, visiting
from claims.storage.adding import Addition, add, has_article, put, remove, scores_by_id
from claims.storage.connection import Database
from claims.storage.disputes import redirects_of
from claims.storage.rows import storable
from claims.storage.schema import articles, claims, corrections, disputes, pairs
from claims.storage.vectors import KnownVectors, Vectors
from claims.types import (
    Actor,
    Article,
    Claim,
    ClaimQuery,
    Correction,
    CorrectionField,
    Dispute,
    NliScores,
    Pair,
    Review,
)

_P = ParamSpec("_P")
_T = TypeVar("_T")

_EVERYTHING = ClaimQuery()
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Counts:
    """Hold how many of each the store has."""

    articles: int
    claims: int
    pairs: int
    disputes: int
    corrections: int = 0
    """Corrections made and undone, each counted: the number changes whenever a person changes something."""


class Store:
    """Keep what was read and made of it; one store may be used from several threads."""

    def __init__(self, url: str | None = None) -> None:
        """Open the database at `url`, else CLAIMS_DB, else data/claims.db; "sqlite://" is in memory."""
        self._database = Database(url)
        self._vectors = KnownVectors()
        self.address = self._database.address

    def __enter__(self) -> Store:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the database; what was in memory is gone."""
        self._database.close()

    def counts(self) -> Counts:
        """Count articles, claims, pairs, disputes and corrections."""
        return self._read(_counts)

    def back_up(self, target: Path) -> None:
        """Copy the store into a new file; raises StoreError where it is no SQLite file or cannot be written."""
        self._read(upkeep.back_up, self.address, target)

    def faults(self) -> list[str]:
        """Return a sentence for everything in the store that does not hold; none when it is whole."""
        return self._read(lambda connection: list(upkeep.faults(connection)))

    @property
    def migrated(self) -> tuple[str, ...]:
        """Return the migrations that opening the store ran; none when it was up to date or new."""
        return self._database.migrated

    def has_article(self, id: str) -> bool:
        """Tell whether the article is stored."""
        return self._read(has_article, storable(id))

    def add_article(
        self,
        article: Article,
        claims: Sequence[Claim],
        vectors: NDArray[Any],
        pairs: Sequence[Pair],
        disputes: Sequence[Dispute],
        redirects: Mapping[str, str],
        scores: Mapping[str, NliScores] | None = None,
    ) -> bool:
        """Add an article with what was made of it, in one transaction.

        False, with nothing changed, when the article is known. `vectors` has a row for each claim; each of
        `disputes` is new or replaces the stored one of its id; `redirects` leads merged ids to survivors,
        which must be stored or among `disputes` with all their claims; `scores` are kept for `nli_scores`.
        """
        return self._write(Addition(article, claims, vectors, pairs, disputes, redirects, scores or {}))

    def replace_article(
        self,
        article: Article,
        claims: Sequence[Claim],
        vectors: NDArray[Any],
        pairs: Sequence[Pair],
        disputes: Sequence[Dispute],
        redirects: Mapping[str, str],
        scores: Mapping[str, NliScores] | None = None,
    ) -> bool:
        """Put what was made of an article anew in the place of what is stored of it, in one transaction.

        The arguments are those of `add_article`, made as if the article were not stored. True.
        """
        return self._write(Addition(article, claims, vectors, pairs, disputes, redirects, scores or {}), again=True)

    def _write(self, addition: Addition, *, again: bool = False) -> bool:
        for _ in range(_ATTEMPTS):
            try:
                with self._database.writing() as connection:
                    return put(connection, addition) if again else add(connection, addition)
            except IntegrityError as error:
                # Another writer put in the same article, or the same actor, between look-up and insert.
                refusal = error
                if not again and self.has_article(addition.article.id):
                    return False
        raise StoreError(
            f"The article {addition.article.title or addition.article.id} cannot be stored in {self.address}: "
            "its pairs or disputes name claims that are not there."
        ) from refusal

    def remove_article(self, id: str) -> bool:
        """Remove an article with its claims, pairs and disputes; False when it is unknown."""
        with self._database.writing() as connection:
            return remove(connection, storable(id))

    def review_pair(self, pair_id: str, review: Review | None, by: str = "") -> Correction:
        """Confirm or reject a pair; None takes the review away."""
        with self._database.writing() as connection:
            return correcting.review_pair(connection, storable(pair_id), review, by)

    def correct_claim(self, claim_id: str, field: CorrectionField, value: Any, by: str = "") -> Correction:
        """Correct a claim's stance, actors (names), proposition or said_on (ISO, or None), or leave a note on it."""
        with self._database.writing() as connection:
            return correcting.correct_claim(connection, storable(claim_id), field, value, by)

    def add_claim(self, claim: Claim, vector: NDArray[Any], by: str = "") -> Correction:
        """Add a claim that a person made to its article."""
        with self._database.writing() as connection:
            return correcting.add_claim(connection, claim, vector, by)

    def add_pair(self, pair: Pair, by: str = "") -> Correction:
        """Add a pair that a person made; its claims stand against each other in a dispute."""
        with self._database.writing() as connection:
            return correcting.add_pair(connection, pair, by)

    def merge_disputes(self, survivor_id: str, gone_id: str, by: str = "") -> Correction:
        """Make one dispute of two; the first one's proposition and id stay."""
        with self._database.writing() as connection:
            return correcting.merge_disputes(connection, storable(survivor_id), storable(gone_id), by)

    def take_claim_apart(self, claim_id: str, dispute_id: str, by: str = "") -> Correction:
        """Take a claim out of a dispute that it does not belong to."""
        with self._database.writing() as connection:
            return correcting.take_claim_apart(connection, storable(claim_id), storable(dispute_id), by)

    def rename_actor(self, name: str, to: str, by: str = "") -> int:
        """Correct one actor to another in every claim; return the number of claims."""
        with self._database.writing() as connection:
            return correcting.rename_actor(connection, name, to, by)

    def visit(self, person: str, today: date) -> date | None:
        """Record that a person looks at the store; return the last earlier day, None at the first visit."""
        with self._database.writing() as connection:
            return visiting.visit(connection, person, today)

    def undo_correction(self, number: int, by: str = "") -> Correction:
        """Take a correction back; what was before it holds again."""
        with self._database.writing() as connection:
            return correcting.undo(connection, number, by)

    def corrections_of(self, article_ids: Collection[str] | None = None) -> list[Correction]:
        """Return the corrections in these articles, or all, the latest first, undone ones included."""
        return self._read(recording.corrections_of, article_ids)

    def find_articles(self, ids: Collection[str] | None = None) -> list[Article]:
        """Return these articles, or all, in the order of adding."""
        return self._read(finding.find_articles, ids)

    def headings_of(self, article_ids: Collection[str]) -> dict[str, tuple[str | None, str]]:
        """Return outlet and heading of each of these articles, without reading their whole texts."""
        return self._read(finding.headings_of, article_ids)

    def addresses(self) -> dict[str, date]:
        """Return the addresses of the stored articles, each with the day on which it was read last."""
        return self._read(finding.addresses)

    def nli_scores(self, ids: Collection[str]) -> dict[str, NliScores]:
        """Return what the NLI model gave for the pairs of texts that are kept under these ids."""
        return self._read(scores_by_id, ids)

    def versions_of(self, article_id: str) -> list[Article]:
        """Return the versions of an article that were read from its address, itself too, in the order of reading."""
        return self._read(versions.versions_of, storable(article_id))

    def near_copies(self, article_id: str) -> list[str]:
        """Return the ids of the other articles that repeat most of its text, or it of theirs."""
        return self._read(versions.near_copies, storable(article_id))

    def find_claims(self, query: ClaimQuery = _EVERYTHING, limit: int | None = None) -> list[Claim]:
        """Return the matching claims, the latest day first, undated ones last; None for `limit` means all."""
        return self._read(finding.find_claims, query, limit)

    def count_claims(self, query: ClaimQuery = _EVERYTHING) -> int:
        """Return how many claims match."""
        return self._read(finding.count_claims, query)

    def claims_of_article(self, id: str) -> list[Claim]:
        """Return the claims of an article in the order in which they were made."""
        return self._read(finding.claims_of_article, storable(id))

    def claims_by_id(self, ids: Collection[str]) -> dict[str, Claim]:
        """Return the known ones of these claims, in the order of the ids."""
        return self._read(finding.claims_by_id, ids)

    def find_pairs(self, query: ClaimQuery = _EVERYTHING) -> list[Pair]:
        """Return the pairs of the query's tiers with a matching claim on either side, the surest first."""
        return self._read(finding.find_pairs, query)

    def pairs_of(self, claim_ids: Collection[str]) -> list[Pair]:
        """Return the pairs of every tier that have one of the claims, the surest first."""
        return self._read(finding.pairs_of, claim_ids)

    def find_disputes(self, query: ClaimQuery = _EVERYTHING) -> list[Dispute]:
        """Return whole disputes with at least one matching claim, the latest `said_on` first."""
        return self._read(finding.find_disputes, query)

    def latest_disputes(self, query: ClaimQuery, limit: int) -> tuple[list[Dispute], int]:
        """Return the first `limit` of `find_disputes`, and how many there are."""
        return self._read(finding.latest_disputes, query, limit)

    def count_disputes(self, query: ClaimQuery = _EVERYTHING) -> int:
        """Return how many disputes have a matching claim."""
        return self._read(finding.count_disputes, query)

    def disputes_of(self, claim_ids: Collection[str]) -> list[Dispute]:
        """Return whole disputes that hold one of the claims, the latest `said_on` first."""
        return self._read(finding.disputes_of, claim_ids)

    def dispute_by_id(self, id: str) -> Dispute | None:
        """Return the dispute of this id, whole, or what it was merged into; None when there is none."""
        return self._read(finding.dispute_by_id, storable(self.resolve_dispute(id)))

    def resolve_dispute(self, id: str) -> str:
        """Return the id under which the dispute lives on: the survivor's after a merge, else `id`."""
        return self._read(redirects_of, [id]).get(storable(id), id)

    def find_actors(self, query: ClaimQuery = _EVERYTHING) -> list[tuple[Actor, int]]:
        """Return actors with the number of matching claims that each selects, most first.

        A whole counts the claims of its parts, and is listed even when only they speak.
        """
        return self._read(finding.find_actors, query)

    def find_outlets(self) -> list[tuple[str, int]]:
        """Return the named outlets with the number of their claims, most first."""
        return self._read(finding.find_outlets)

    def days(self) -> tuple[date, date] | None:
        """Return the first and the last `said_on`; None when no claim is dated."""
        return self._read(finding.find_days)

    def find_vectors(self) -> tuple[list[str], Vectors]:
        """Return ids and vectors of all claims."""
        return self._read(self._vectors.find)

    def find_cosines(
        self, rows: Vectors, since: date | None = None, until: date | None = None, *, undated: bool = True
    ) -> tuple[list[str], Vectors]:
        """Return ids of the claims said in the window, and of undated ones, with a column of cosines to `rows` each."""
        return self._read(self._vectors.find_cosines, rows, since, until, undated)

    def _read(self, find: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        with self._database.reading() as connection:
            return find(connection, *args, **kwargs)


_COUNTED = (articles, claims, pairs, disputes)


def _counts(connection: Connection) -> Counts:
    counted = func.count(corrections.c.number) + func.count(corrections.c.undone_at)
    changes = connection.scalar(select(counted)) or 0
    return Counts(*[*(_count(connection, table) for table in _COUNTED), changes])


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
