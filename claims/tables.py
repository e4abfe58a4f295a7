"""Turn what the store finds into the pandas frames that are shown and exported."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from claims.analysis import analysis_json
from claims.sides import known, names_of, sides_text
from claims.types import STANCES, Actor, Article, Claim, ClaimQuery, Dispute, Pair, actor_id, heading_of

if TYPE_CHECKING:
    from claims.storage import Store

_RISKY_STARTS = ("=", "+", "-", "@", "\t", "\r")
_DAY_TYPE = "datetime64[s]"
_DAY_COLUMNS = frozenset(
    {"said_on", "published_on", "claim_said_on", "counterclaim_said_on", "first_day", "latest_day"}
    | {"asserting_day", "denying_day"}
)

__all__ = [
    "actors_table",
    "analysis_json",
    "claims_table",
    "counts",
    "disputes_table",
    "grouped_disputes",
    "opposition_matrix",
    "oppositions_table",
    "pairs_table",
    "spreadsheet_safe",
    "timeline_table",
    "to_csv",
]

CLAIM_COLUMNS = (
    *("said_on", "basis", "actor", "stance", "proposition", "outlet", "published_on", "resolution"),
    *("sentence", "url", "title", "disputed", "claim_id"),
)
PAIR_COLUMNS = (
    *("claim_actor", "claim_said_on", "claim_proposition"),
    *("counterclaim_actor", "counterclaim_said_on", "counterclaim_proposition"),
    *("relation", "tier", "score", "reason", "review", "claim_id", "counterclaim_id"),
)
DISPUTE_COLUMNS = (
    *("proposition", "title", "sides", "asserting", "denying", "doubting", "first_day", "latest_day"),
    *("outlets", "claims", "strength", "review", "dispute_id"),
)
OPPOSITION_COLUMNS = (
    *("asserting", "denying", "relation", "asserting_day", "denying_day", "proposition", "tier", "claim_id"),
)
ACTOR_COLUMNS = ("actor", "kind", "part_of", "claims", "asserts", "denies", "doubts")

_EVERYTHING = ClaimQuery()


def claims_table(store: Store, query: ClaimQuery = _EVERYTHING, limit: int | None = None) -> pd.DataFrame:
    """Return a row for each matching claim, the latest first; `sentence` has the words in their place.

    `title` is the article's, or else its first line.
    """
    found = store.find_claims(query, limit)
    articles = _articles(store, found)
    disputes = store.find_disputes(query) if limit is None else store.disputes_of([claim.id for claim in found])
    disputed = {id_ for dispute in disputes for id_ in dispute.claim_ids}
    return _frame(CLAIM_COLUMNS, (_claim_row(c, articles[c.article_id], disputed) for c in found))


def pairs_table(store: Store, query: ClaimQuery = _EVERYTHING) -> pd.DataFrame:
    """Return a row for each pair of the query's tiers with a matching claim, the surest first."""
    found = store.find_pairs(query)
    claims = store.claims_by_id({id_ for pair in found for id_ in (pair.claim_id, pair.counterclaim_id)})
    return _frame(PAIR_COLUMNS, (_pair_row(pair, claims) for pair in found))


def disputes_table(store: Store, query: ClaimQuery = _EVERYTHING, limit: int | None = None) -> pd.DataFrame:
    """Return a row for each dispute with a matching claim, shown whole, the latest first.

    `title` is that of the article in which the dispute's proposition stands, or else its first line; `strength` is
    the score of its best pair in the query's tiers, NaN without one. `attrs["total"]` of the frame says how many there
    are where only the latest `limit` are shown.
    """
    found, total = store.latest_disputes(query, limit) if limit is not None else (store.find_disputes(query), None)
    claims = store.claims_by_id({id_ for dispute in found for id_ in dispute.claim_ids})
    headings = store.headings_of({claim.article_id for claim in claims.values()})
    pairs = [pair for pair in store.pairs_of(claims) if counts(pair, query)]
    strengths = _strengths(found, pairs)
    rows = (_dispute_row(dispute, claims, headings, strengths) for dispute in found)
    frame = _frame(DISPUTE_COLUMNS, rows)
    frame.attrs["total"] = len(frame) if total is None else total
    return frame


def grouped_disputes(frame: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the disputes under each of their actors, or under their latest day, in a first column `group`."""
    if by == "day":
        days = frame["latest_day"].dt.strftime("%-d %B %Y").fillna("no day given")
        return frame.assign(group=days)
    sides = frame[["asserting", "denying", "doubting"]].agg(", ".join, axis=1) if len(frame) else frame["asserting"]
    names = sides.map(lambda cell: list(dict.fromkeys(name for name in cell.split(", ") if name)) or ["nobody named"])
    return frame.assign(group=names).explode("group").sort_values("group", kind="stable", ignore_index=True)


def counts(pair: Pair, query: ClaimQuery) -> bool:
    """Tell whether a pair is of the query's tiers and, unless rejected ones were asked for, not rejected."""
    kept = pair.review != "rejected" or query.review == "rejected"
    return kept and (not query.tiers or pair.tier in query.tiers)


def actors_table(store: Store, query: ClaimQuery = _EVERYTHING) -> pd.DataFrame:
    """Return a row for each actor of the matching claims, most claims first.

    A whole counts the claims of its parts too, as the filter by it selects them.
    """
    stances = _stance_counts(store.find_claims(query))
    return _frame(ACTOR_COLUMNS, (_actor_row(*counted, stances) for counted in store.find_actors(query)))


def oppositions_table(store: Store, query: ClaimQuery = _EVERYTHING, *, whole: bool = False) -> pd.DataFrame:
    """Return a row for each two actors of each pair: who asserts, who answers, how and when, the latest first.

    `whole` counts people and bodies as the widest whole they are part of; what lies inside one whole stays.
    """
    found = store.find_pairs(query)
    claims = store.claims_by_id({id_ for pair in found for id_ in (pair.claim_id, pair.counterclaim_id)})
    rows = (row for pair in found for row in _opposition_rows(pair, claims, whole))
    frame = _frame(OPPOSITION_COLUMNS, rows).drop_duplicates(["asserting", "denying", "claim_id"])
    return frame.sort_values("denying_day", ascending=False, na_position="last", kind="stable", ignore_index=True)


def opposition_matrix(frame: pd.DataFrame, most: int) -> pd.DataFrame:
    """Count the oppositions of each two actors: rows assert, columns answer; the `most` busiest actors, else cut."""
    busiest = pd.concat([frame["asserting"], frame["denying"]]).value_counts().index[:most]
    kept = frame[frame["asserting"].isin(busiest) & frame["denying"].isin(busiest)]
    return pd.crosstab(kept["asserting"], kept["denying"])


def timeline_table(store: Store, query: ClaimQuery, most: int) -> pd.DataFrame:
    """Return a row for each day, actor and stance of the `most` busiest actors, with the number of claims.

    Undated claims are left out; `claim_id` and `proposition` are those of one of the claims.
    """
    frame = claims_table(store, query)
    frame = frame[frame["said_on"].notna() & (frame["actor"] != "")]
    frame = frame[frame["actor"].isin(frame["actor"].value_counts().index[:most])]
    grouped = frame.groupby(["said_on", "actor", "stance"], as_index=False)
    return grouped.agg(
        claims=("claim_id", "size"), claim_id=("claim_id", "first"), proposition=("proposition", "first")
    )


def spreadsheet_safe(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with an apostrophe before text that a spreadsheet would run as a formula."""
    safe = frame.copy()
    for name in safe.columns:
        if safe[name].dtype.kind == "O":
            safe[name] = safe[name].map(_inert)
    return safe


def to_csv(frame: pd.DataFrame) -> str:
    """Return the frame as CSV that is safe to open in a spreadsheet."""
    # All text in quotation marks: otherwise a carriage return inside a cell would begin a row.
    safe = spreadsheet_safe(frame)
    return safe.to_csv(index=False, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)


def _frame(columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> pd.DataFrame:
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    cells = zip(columns, values, strict=True)
    return pd.DataFrame({name: _column(name, column) for name, column in cells})


def _column(name: str, cells: Sequence[Any]) -> pd.Series[Any]:
    if name in _DAY_COLUMNS:
        return pd.Series(list(cells), dtype=_DAY_TYPE)
    return pd.Series(list(cells), dtype=_NUMBER_TYPES.get(name, "object"))


_NUMBER_TYPES = {
    **dict.fromkeys(("claims", "outlets", "asserts", "denies", "doubts"), "int64"),
    **dict.fromkeys(("score", "strength"), "float64"),
    "disputed": "bool",
}


def _articles(store: Store, claims: Iterable[Claim]) -> dict[str, Article]:
    return {article.id: article for article in store.find_articles({claim.article_id for claim in claims})}


def _claim_row(claim: Claim, article: Article, disputed: Collection[str]) -> tuple[Any, ...]:
    return (
        *(claim.said_on, claim.said_on_basis, ", ".join(claim.actor_names), claim.stance, claim.proposition),
        *(article.outlet, article.published_on, claim.resolution, claim.sentence.of(article.text)),
        *(article.url, heading_of(article.title, article.text), claim.id in disputed, claim.id),
    )


def _pair_row(pair: Pair, claims: Mapping[str, Claim]) -> tuple[Any, ...]:
    sides = (claims[pair.claim_id], claims[pair.counterclaim_id])
    cells = [(", ".join(claim.actor_names), claim.said_on, claim.proposition) for claim in sides]
    return (
        *(*cells[0], *cells[1], pair.relation, pair.tier, pair.score, pair.reason),
        *(pair.review, pair.claim_id, pair.counterclaim_id),
    )


def _dispute_row(
    dispute: Dispute,
    claims: Mapping[str, Claim],
    headings: Mapping[str, tuple[str | None, str]],
    strengths: Mapping[str, float],
) -> tuple[Any, ...]:
    members = known(dispute.claim_ids, claims)
    days = sorted(claim.said_on for claim in members if claim.said_on is not None)
    outlets = {headings[claim.article_id][0] for claim in members} - {None}
    worded = [claim for claim in members if claim.proposition == dispute.proposition] or members
    title = headings[worded[0].article_id][1] if worded else ""
    names = (names_of(ids, claims) for ids in (dispute.asserting, dispute.denying, dispute.doubting))
    return (
        *(dispute.proposition, title, sides_text(dispute, claims), *(", ".join(side) for side in names)),
        *(days[0] if days else None, days[-1] if days else None, len(outlets), len(members)),
        *(strengths.get(dispute.id, float("nan")), dispute.review, dispute.id),
    )


def _opposition_rows(pair: Pair, claims: Mapping[str, Claim], whole: bool) -> list[tuple[Any, ...]]:
    one, other = claims[pair.claim_id], claims[pair.counterclaim_id]
    return [
        (first, second, pair.relation, one.said_on, other.said_on, one.proposition, pair.tier, one.id)
        for first in _names(one, whole)
        for second in _names(other, whole)
    ]


def _names(claim: Claim, whole: bool) -> list[str]:
    names = (actor.part_of[-1] if whole and actor.part_of else actor.name for actor in claim.actors)
    return list(dict.fromkeys(names)) or ["nobody named"]


def _strengths(disputes: Sequence[Dispute], pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the best score of the pairs that lie in each dispute."""
    places: dict[str, set[str]] = {}
    for dispute in disputes:
        for id_ in dispute.claim_ids:
            places.setdefault(id_, set()).add(dispute.id)
    best: dict[str, float] = {}
    for pair in pairs:
        for id_ in places.get(pair.claim_id, set()) & places.get(pair.counterclaim_id, set()):
            best[id_] = max(pair.score, best.get(id_, 0.0))
    return best


def _actor_row(actor: Actor, count: int, stances: Mapping[tuple[str, str], int]) -> tuple[Any, ...]:
    counts = (stances[actor.id, stance] for stance in STANCES if stance != "other")
    return (actor.name, actor.kind, ", ".join(actor.part_of), count, *counts)


def _stance_counts(claims: Iterable[Claim]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        selected_by = {actor_id(name) for actor in claim.actors for name in (actor.name, *actor.part_of)}
        counts.update((id_, claim.stance) for id_ in selected_by)
    return counts


def _inert(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RISKY_STARTS) else cell
