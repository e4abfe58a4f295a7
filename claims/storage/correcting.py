"""Write what people correct: each change is recorded with who, when and what before, applied, and can be undone.

A correction is anchored to the characters of cue and content in an article. Where an article is read again, by a
newer version or after it was removed, `reapply` finds the claims that stand there now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, and_, delete, select, update

from claims.errors import StoreError
from claims.storage import handmade, regrouping
from claims.storage.actors import upsert_actors
from claims.storage.finding import claims_by_id
from claims.storage.recording import claims_at, corrections_of, now, record
from claims.storage.rows import correction_of, storable
from claims.storage.schema import actors, claim_actors, claims, corrections, dispute_claims, disputes, pairs
from claims.storage.statements import insert_rows, rows_with
from claims.types import Actor, Anchor, Claim, Correction, CorrectionField, Pair, Review, actor_id, anchor_of


def review_pair(connection: Connection, pair_id: str, review: Review | None, by: str) -> Correction:
    """Record and apply what a person says of a pair; None takes it away."""
    row = connection.execute(select(pairs).where(pairs.c.id == pair_id)).one_or_none()
    if row is None:
        raise StoreError("The pair is not in the store any more; load the page again.")
    known = claims_by_id(connection, [row.claim_id, row.counterclaim_id])
    places = anchor_of(known[row.claim_id]), anchor_of(known[row.counterclaim_id])
    made = record(connection, places, "review", (review, row.review), by)
    _set_review(connection, [pair_id], review)
    return made


def correct_claim(connection: Connection, claim_id: str, field: CorrectionField, value: Any, by: str) -> Correction:
    """Record and apply a changed stance, actors (names), proposition or day (ISO) of a claim, or a note on it."""
    claim = claims_by_id(connection, [claim_id]).get(claim_id)
    if claim is None:
        raise StoreError("The claim is not in the store any more; load the page again.")
    made = record(connection, (anchor_of(claim), None), field, (value, _value(claim, field)), by)
    _apply(connection, claim, field, value)
    return made


def add_claim(connection: Connection, claim: Claim, vector: NDArray[Any], by: str) -> Correction:
    """Record and put in a claim that a person made."""
    made = record(connection, (anchor_of(claim), None), "claim", (handmade.claim_value(claim, vector), None), by)
    handmade.put_claim(connection, claim, vector)
    return made


def add_pair(connection: Connection, pair: Pair, by: str) -> Correction:
    """Record and put in a pair that a person made."""
    known = claims_by_id(connection, [pair.claim_id, pair.counterclaim_id])
    if len(known) < 2:
        raise StoreError("The claim is not in the store any more; load the page again.")
    first, second = known[pair.claim_id], known[pair.counterclaim_id]
    made = record(connection, (anchor_of(first), anchor_of(second)), "pair", (handmade.pair_value(pair), None), by)
    handmade.put_pair(connection, pair, first, second)
    return made


def merge_disputes(connection: Connection, survivor_id: str, gone_id: str, by: str) -> Correction:
    """Record and apply that two disputes are about one proposition; the first one's stays."""
    survivor, gone = (regrouping.dispute_value(connection, id_) for id_ in (survivor_id, gone_id))
    if not survivor or not gone or survivor_id == gone_id:
        raise StoreError("The two disputes are not in the store as two; load the page again.")
    made = record(connection, _first_anchors(connection, survivor, gone), "merge", (gone, None), by)
    regrouping.merge(connection, survivor_id, gone_id)
    refresh_reviews(connection, [survivor_id])
    return made


def take_claim_apart(connection: Connection, claim_id: str, dispute_id: str, by: str) -> Correction:
    """Record and apply that a claim does not belong to a dispute."""
    dispute = regrouping.dispute_value(connection, dispute_id)
    others = [id_ for id_, _ in dispute.get("members", []) if id_ != claim_id]
    known = claims_by_id(connection, [claim_id, *others])
    if claim_id not in known or len(known) < 2 or len(others) == len(dispute["members"]):
        raise StoreError("The claim is not in the dispute any more; load the page again.")
    places = anchor_of(known[claim_id]), anchor_of(known[others[0]])
    made = record(connection, places, "apart", (dispute, None), by)
    refresh_reviews(connection, {dispute_id} - regrouping.take_out(connection, claim_id, dispute_id))
    return made


def rename_actor(connection: Connection, name: str, to: str, by: str) -> int:
    """Correct the actors of every claim of one actor to another; return how many claims there were."""
    chosen = select(claim_actors.c.claim_id).where(claim_actors.c.actor_id == actor_id(storable(name)))
    found = claims_by_id(connection, list(connection.scalars(chosen)))
    for claim in found.values():
        names = [to if actor_id(each) == actor_id(name) else each for each in claim.actor_names]
        correct_claim(connection, claim.id, "actors", list(dict.fromkeys(names)), by)
    return len(found)


def _first_anchors(connection: Connection, one: dict[str, Any], other: dict[str, Any]) -> tuple[Anchor, Anchor]:
    ids = [dispute["members"][0][0] for dispute in (one, other)]
    known = claims_by_id(connection, ids)
    return anchor_of(known[ids[0]]), anchor_of(known[ids[1]])


def undo(connection: Connection, number: int, by: str) -> Correction:
    """Take a correction back and restore what was before; what was undone already is left as it is."""
    row = connection.execute(select(corrections).where(corrections.c.number == number)).one_or_none()
    if row is None:
        raise StoreError(f"There is no correction number {number}.")
    made = correction_of(row)
    if made.undone_at is not None:
        return made
    undone = replace(made, undone_at=now(), undone_by=" ".join(storable(by).split()))
    values = {"undone_at": undone.undone_at, "undone_by": undone.undone_by}
    connection.execute(update(corrections).where(corrections.c.number == number).values(values))
    if made.field in ("claim", "pair", "merge", "apart"):
        _drop(connection, made)
    else:
        _apply_to_places(connection, made, _standing_value(connection, made))
    return undone


def reapply(connection: Connection, article_id: str) -> None:
    """Apply the corrections that hold to the claims that the article has now, in the order of their making."""
    for made in reversed(corrections_of(connection, [article_id])):
        if made.undone_at is None:
            _apply_to_places(connection, made, made.value)


def refresh_reviews(connection: Connection, dispute_ids: Iterable[str]) -> None:
    """Set the review of disputes from those of the pairs that lie in them."""
    for id_ in dispute_ids:
        inside = select(dispute_claims.c.claim_id).where(dispute_claims.c.dispute_id == id_)
        within = and_(pairs.c.claim_id.in_(inside), pairs.c.counterclaim_id.in_(inside))
        found = list(connection.scalars(select(pairs.c.review).where(within)))
        rejected = bool(found) and all(review == "rejected" for review in found)
        review = "confirmed" if "confirmed" in found else "rejected" if rejected else None
        connection.execute(update(disputes).where(disputes.c.id == id_).values(review=review))


def _value(claim: Claim, field: CorrectionField) -> Any:
    values = {"stance": claim.stance, "actors": list(claim.actor_names), "proposition": claim.proposition}
    return {**values, "said_on": claim.said_on.isoformat() if claim.said_on else None}.get(field)


def _standing_value(connection: Connection, undone: Correction) -> Any:
    """Return what an earlier correction of the same place set that still holds, else what was before the first."""
    same = [
        made
        for made in corrections_of(connection, [undone.anchor.article_id])
        if (made.anchor, made.other, made.field) == (undone.anchor, undone.other, undone.field)
    ]
    holding = [made for made in same if made.undone_at is None]
    return holding[0].value if holding else same[-1].before


def _drop(connection: Connection, made: Correction) -> None:
    if made.field == "claim":
        handmade.drop_claim(connection, made.value["id"])
        return
    if made.field == "merge":
        regrouping.unmerge(connection, made.value)
        return
    if made.field == "apart":
        for claim in claims_at(connection, made.anchor)[:1]:
            regrouping.put_back(connection, made.value, claim.id)
        return
    couple = _couple(connection, made)
    if couple:
        handmade.drop_pair(connection, handmade.pair_of_value(made.value, *couple).id)


def _couple(connection: Connection, made: Correction) -> tuple[Claim, Claim] | None:
    """Return the claims of a pair by hand: those it was made of, else those that stand where they stood."""
    found = []
    for anchor, name in ((made.anchor, "claim_id"), (made.other, "counterclaim_id")):
        standing = claims_at(connection, anchor) if anchor else []
        standing.sort(key=lambda claim: claim.id != made.value[name])
        found += standing[:1]
    return (found[0], found[1]) if len(found) == 2 else None


def _apply_to_places(connection: Connection, made: Correction, value: Any) -> None:
    if made.field == "claim":
        handmade.put_claim(connection, *handmade.claim_of_value(value))
        return
    if made.field in ("merge", "apart"):
        _regroup(connection, made)
        return
    if made.field == "pair":
        couple = _couple(connection, made)
        if couple:
            handmade.put_pair(connection, handmade.pair_of_value(value, *couple), *couple)
        return
    firsts = claims_at(connection, made.anchor)
    if made.field != "review":
        meant = [claim for claim in firsts if _value(claim, made.field) in (made.before, made.value)]
        for claim in meant or firsts:
            _apply(connection, claim, made.field, value)
        return
    seconds = claims_at(connection, made.other) if made.other else []
    statement = select(pairs.c.id, pairs.c.counterclaim_id)
    met = rows_with(connection, statement, pairs.c.claim_id, [claim.id for claim in firsts])
    others = {claim.id for claim in seconds}
    _set_review(connection, [row.id for row in met if row.counterclaim_id in others], value)


def _regroup(connection: Connection, made: Correction) -> None:
    """Merge or part again the disputes in which the claims at the two places stand now."""
    firsts, seconds = claims_at(connection, made.anchor), claims_at(connection, made.other) if made.other else []
    ones, others = (
        sorted(connection.scalars(_disputes_of([claim.id for claim in found]))) for found in (firsts, seconds)
    )
    if made.field == "merge" and ones and others and ones[0] != others[0]:
        regrouping.merge(connection, ones[0], others[0])
    if made.field == "apart":
        for id_ in set(ones) & set(others):
            regrouping.take_out(connection, firsts[0].id, id_)


def _apply(connection: Connection, claim: Claim, field: CorrectionField, value: Any) -> None:
    appliers: dict[str, Callable[[Connection, Claim, Any], None]] = {
        "stance": _set_stance,
        "actors": _set_actors,
        "proposition": _set_proposition,
        "said_on": _set_day,
    }
    if field in appliers:
        appliers[field](connection, claim, value)


def _set_stance(connection: Connection, claim: Claim, stance: Any) -> None:
    connection.execute(update(claims).where(claims.c.id == claim.id).values(stance=stance))
    regrouping.set_side(connection, claim.id, handmade.SIDE_OF[stance])


def _set_actors(connection: Connection, claim: Claim, names: Any) -> None:
    given = [Actor.of(storable(name)) for name in dict.fromkeys(names)]
    known = {row.id for row in rows_with(connection, select(actors.c.id), actors.c.id, [a.id for a in given])}
    upsert_actors(connection, [actor for actor in given if actor.id not in known])
    connection.execute(delete(claim_actors).where(claim_actors.c.claim_id == claim.id))
    rows = ({"claim_id": claim.id, "position": place, "actor_id": a.id} for place, a in enumerate(given))
    insert_rows(connection, claim_actors, rows)


def _set_proposition(connection: Connection, claim: Claim, proposition: Any) -> None:
    text = storable(proposition)
    words = connection.scalar(select(claims.c.words).where(claims.c.id == claim.id)) or ""
    sentence = words[len(claim.proposition.casefold()) :]
    values = {"proposition": text, "words": text.casefold() + sentence, "resolution": "stated"}
    connection.execute(update(claims).where(claims.c.id == claim.id).values(values))
    heads = and_(disputes.c.id.in_(_disputes_of([claim.id])), disputes.c.proposition == claim.proposition)
    connection.execute(update(disputes).where(heads).values(proposition=text))


def _set_day(connection: Connection, claim: Claim, day: Any) -> None:
    values = {"said_on": date.fromisoformat(day) if day else None, "said_on_basis": "stated" if day else None}
    connection.execute(update(claims).where(claims.c.id == claim.id).values(values))


def _set_review(connection: Connection, pair_ids: list[str], review: Review | None) -> None:
    if not pair_ids:
        return
    chosen: ColumnElement[bool] = pairs.c.id.in_(pair_ids)
    connection.execute(update(pairs).where(chosen).values(review=review))
    members = [
        id_
        for row in connection.execute(select(pairs.c.claim_id, pairs.c.counterclaim_id).where(chosen))
        for id_ in row
    ]
    refresh_reviews(connection, list(connection.scalars(_disputes_of(members).distinct())))


def _disputes_of(claim_ids: list[str]) -> Any:
    return select(dispute_claims.c.dispute_id).where(dispute_claims.c.claim_id.in_(claim_ids))
