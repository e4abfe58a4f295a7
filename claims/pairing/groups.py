"""Hold a dispute while it is being put together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from claims.pairing.statements import choose_statement, is_sentence
from claims.types import Claim, Dispute

Side = Literal["asserting", "denying", "doubting", "uncommitted"]
SIDES: tuple[Side, ...] = ("asserting", "denying", "doubting", "uncommitted")
STANCE_SIDES: Mapping[str, Side] = {
    "asserts": "asserting",
    "denies": "denying",
    "doubts": "doubting",
    "other": "uncommitted",
}


class Group:
    """Gather the sides of one dispute; a claim stands on one side only, in the order of joining."""

    def __init__(self, id_: str, proposition: str, founder: Claim | None, *, is_stored: bool) -> None:
        self.id = id_
        self.proposition = proposition
        self.is_stored = is_stored
        self.is_changed = not is_stored
        self.is_resolved = founder is None or founder.resolution != "unresolved"
        """False when it was founded by a denial whose words refer to something unknown."""
        self.core = {proposition} | ({founder.proposition} if founder else set())
        """Propositions that are equivalent to the dispute's own."""
        day = founder.said_on if founder and founder.said_on else date.max
        self.age = (not is_stored, day, id_)
        """Sorts older disputes first: stored before new, then by the founding claim's day."""
        self._sides: dict[Side, list[str]] = {side: [] for side in SIDES}
        self._equivalent: list[str] = []

    @classmethod
    def of(cls, dispute: Dispute, founder: Claim | None) -> Group:
        """Take up a stored dispute."""
        group = cls(dispute.id, dispute.proposition, founder, is_stored=True)
        for side in SIDES:
            group._sides[side] = list(getattr(dispute, side))
        return group

    @classmethod
    def founded_by(cls, claim: Claim) -> Group:
        """Start a dispute with a claim, whose id it takes."""
        group = cls(claim.id, claim.proposition, claim, is_stored=False)
        group.add(STANCE_SIDES[claim.stance], claim, core=True)
        return group

    @property
    def asserting(self) -> list[str]:
        """Return the ids of the asserting side."""
        return self._sides["asserting"]

    @property
    def claim_ids(self) -> list[str]:
        """Return the ids of every claim, side after side."""
        return [id_ for side in SIDES for id_ in self._sides[side]]

    def is_answered_by(self, claim: Claim) -> bool:
        """Tell whether the claim denies or doubts the dispute's proposition here."""
        return claim.id in self._sides["denying"] or claim.id in self._sides["doubting"]

    def add(self, side: Side, claim: Claim, *, core: bool) -> None:
        """Put a claim on a side unless it has a place; `core` says that its proposition is equivalent."""
        if core and claim.resolution != "unresolved":
            self.core.add(claim.proposition)
        if claim.id in self.claim_ids:
            return
        self._sides[side].append(claim.id)
        self.is_changed = True
        if core:
            self._equivalent.append(claim.id)

    def add_beside(self, first_id: str, copy: Claim) -> None:
        """Put a wire copy on the side where the first claim with its words stands, if it stands here."""
        for side in SIDES:
            if first_id in self._sides[side]:
                self.add(side, copy, core=False)

    def take(self, other: Group) -> None:
        """Take over the claims of a dispute that is merged into this one."""
        for side in SIDES:
            mine = set(self.claim_ids)
            self._sides[side] += [id_ for id_ in other._sides[side] if id_ not in mine]
        self.core |= other.core
        self._equivalent += other._equivalent
        self.is_changed = True

    def dispute(self, known: Mapping[str, Claim]) -> Dispute:
        """Make the record; a stored proposition stays unless it is no sentence."""
        claims = [known[id_] for id_ in self._equivalent if id_ in known]
        proposition = self.proposition
        if claims and (not self.is_stored or not is_sentence(proposition)):
            chosen = choose_statement(claims)
            proposition = chosen if not self.is_stored or is_sentence(chosen) else proposition
        asserting, denying, doubting, uncommitted = (tuple(self._sides[side]) for side in SIDES)
        return Dispute(self.id, proposition, asserting, denying, doubting, uncommitted)
