"""Keep one pair where an article says the same opposition several times."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.pairing.relations import Verdict, is_nameless
from claims.types import Actor, Claim

TIER_ORDER = {"likely": 0, "possible": 1}
RESTATED_COSINE = 0.6
"""Cosine from which two propositions denied by one actor against another in one article are one matter."""

Cosine = Callable[[Claim, Claim], float]


def once(verdicts: Sequence[Verdict], cosine: Cosine) -> list[Verdict]:
    """Return the verdicts without those that only say again what an article said before.

    A newspaper repeats what two sides say; the second time is no second contradiction. The likely one is kept,
    then the one whose answer stands first in the text.
    """
    kept: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in sorted(verdicts, key=_order):
        said = kept.setdefault(_opposition(verdict), [])
        if not any(_same_matter(verdict, other, cosine) for other in said):
            said.append(verdict)
    chosen = {id(verdict) for said in kept.values() for verdict in said}
    return [verdict for verdict in verdicts if id(verdict) in chosen]


def _order(verdict: Verdict) -> tuple[object, ...]:
    one, other = verdict.claim, verdict.counterclaim
    return TIER_ORDER[verdict.tier], other.sentence, -verdict.score, one.sentence


def _opposition(verdict: Verdict) -> tuple[object, ...]:
    one, other = verdict.claim, verdict.counterclaim
    if one.article_id != other.article_id or not one.actors or not other.actors:
        return one.id, other.id
    return one.article_id, _actors(one), _actors(other), verdict.relation


def _same_matter(verdict: Verdict, other: Verdict, cosine: Cosine) -> bool:
    if verdict.claim.id == other.claim.id:
        return True
    return cosine(verdict.counterclaim, other.counterclaim) >= RESTATED_COSINE


def _actors(claim: Claim) -> tuple[str, ...]:
    """Return who speaks; those without a name count as one where they are called alike ("a report", "the report").

    "Israeli sources" and "Syrian sources" are not.
    """
    return tuple(sorted({_called(actor) if is_nameless(actor) else actor.id for actor in claim.actors}))


def _called(actor: Actor) -> str:
    *before, noun = actor.name.split()
    return " ".join([*(word for word in before if not word.islower()), noun.casefold()])
