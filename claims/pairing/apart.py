"""See the store as if one article were not in it, for reading that article again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from claims.pairing.records import ClaimSource, Vectors
from claims.types import Article, Claim, Dispute


class Apart:
    """Give what a store holds but for the claims of one article."""

    def __init__(self, store: ClaimSource, claim_ids: Collection[str]) -> None:
        self._store, self._hidden = store, frozenset(claim_ids)

    def find_cosines(
        self, rows: Vectors, since: date | None = None, until: date | None = None, *, undated: bool = True
    ) -> tuple[list[str], Vectors]:
        """Return claim ids said in the window, and the undated ones, with a column of cosines to `rows` each."""
        ids, cosines = self._store.find_cosines(rows, since, until, undated=undated)
        kept = [place for place, id_ in enumerate(ids) if id_ not in self._hidden]
        return [ids[place] for place in kept], cosines[:, kept]

    def claims_by_id(self, ids: Collection[str]) -> dict[str, Claim]:
        """Return the claims with these ids."""
        return self._store.claims_by_id([id_ for id_ in ids if id_ not in self._hidden])

    def find_articles(self, ids: Collection[str] | None = None) -> list[Article]:
        """Return the articles with these ids."""
        return self._store.find_articles(ids)

    def disputes_of(self, claim_ids: Collection[str]) -> list[Dispute]:
        """Return the disputes that hold any of the claims, each without the hidden ones."""
        found = self._store.disputes_of([id_ for id_ in claim_ids if id_ not in self._hidden])
        return [self._without_hidden(dispute) for dispute in found]

    def _without_hidden(self, dispute: Dispute) -> Dispute:
        asserting, denying, doubting, uncommitted = (
            tuple(id_ for id_ in side if id_ not in self._hidden)
            for side in (dispute.asserting, dispute.denying, dispute.doubting, dispute.uncommitted)
        )
        return replace(dispute, asserting=asserting, denying=denying, doubting=doubting, uncommitted=uncommitted)
