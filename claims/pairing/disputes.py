"""Group pairs and equivalent claims into disputes.

A dispute is a proposition with its sides. Claims belong to it when their proposition is equivalent to its own
(entailment both ways), or when a pair sets them against one of its claims: an assertion that says more than
the dispute's proposition joins it without bringing its own proposition along, so that two disputes about one
event with different propositions stay apart.

1. denials: each joins the dispute with an equivalent proposition, or founds one;
2. assertions: by their pairs with denials and doubts, and by equivalence;
3. contradictions between assertions: the counterclaim joins the denying side;
4. doubts by equivalence, and the claims that answer without committing themselves;
5. wire copies: wherever the first claim with the same words stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claims.pairing.groups import STANCE_SIDES, Group
from claims.pairing.numbers import figures_differ
from claims.pairing.relations import Verdict
from claims.pairing.scoring import NliTable
from claims.pairing.statements import stands_alone
from claims.pairing.tiers import EQUIVALENT, MERGING, contradicts_strictly
from claims.pairing.times import times_apart
from claims.types import Claim, Dispute


class Grouping:
    """Carry the disputes of the store over to those that hold with the new claims."""

    def __init__(self, stored: Sequence[Dispute], known: Mapping[str, Claim], table: NliTable) -> None:
        """Take the stored disputes that the new claims touch, and every claim that is at hand, by id."""
        self._known = known
        self._table = table
        self._groups: dict[str, Group] = {dispute.id: Group.of(dispute, known.get(dispute.id)) for dispute in stored}
        self.redirects: dict[str, str] = {}

    def group(self, claims: Sequence[Claim], verdicts: Sequence[Verdict], copies: Mapping[str, str]) -> None:
        """Place the new claims, first claims before copies."""
        own = [claim for claim in claims if claim.id not in copies]
        for claim in own:
            if claim.stance == "denies":
                self._place_denial(claim)
        joining = [verdict for verdict in verdicts if verdict.joins]
        for verdict in joining:
            if verdict.counterclaim.stance != "asserts" or verdict.claim.stance != "asserts":
                self._place_answered(verdict)
        self._join_equivalent(claim for claim in own if claim.stance == "asserts")
        for verdict in joining:
            if verdict.counterclaim.stance == verdict.claim.stance == "asserts":
                self._place_contradiction(verdict)
        self._join_equivalent(claim for claim in own if claim.stance == "doubts")
        self._join_uncommitted([claim for claim in own if claim.stance == "other"], own)
        self._join_copies(copies)

    def changed(self) -> tuple[Dispute, ...]:
        """Return the disputes that are new or have changed, in the order of their ids."""
        return tuple(group.dispute(self._known) for _, group in sorted(self._groups.items()) if group.is_changed)

    def _place_denial(self, claim: Claim) -> None:
        homes = self._homes(claim)
        if not homes:
            self._groups[claim.id] = Group.founded_by(claim)
            return
        strength, best = homes[0]
        for other_strength, other in homes[1:]:
            if min(strength, other_strength) >= MERGING:
                best = self._merge(best, other)
        best.add("denying", claim, core=True)

    def _homes(self, claim: Claim) -> list[tuple[float, Group]]:
        """Return the disputes with an equivalent proposition, the nearest first, then the older."""
        found = [(self._equivalence(claim, group), group) for group in self._groups.values()]
        return sorted(
            ((strength, group) for strength, group in found if strength >= EQUIVALENT),
            key=lambda home: (-home[0], home[1].age),
        )

    def _equivalence(self, claim: Claim, group: Group) -> float:
        if claim.resolution == "unresolved" or not group.is_resolved:
            return 0.0
        if group.is_stored and not stands_alone(claim.proposition):
            return 0.0
        return max((self._alike(claim.proposition, text) for text in sorted(group.core)), default=0.0)

    def _alike(self, one: str, other: str) -> float:
        if figures_differ(one, other) or times_apart(one, other):
            return 0.0
        return self._table.mutual(one, other)

    def _merge(self, one: Group, other: Group) -> Group:
        keeps, goes = sorted((one, other), key=lambda group: group.age)
        keeps.take(goes)
        del self._groups[goes.id]
        for old, new in self.redirects.items():
            if new == goes.id:
                self.redirects[old] = keeps.id
        if goes.is_stored:
            self.redirects[goes.id] = keeps.id
        return keeps

    def _place_answered(self, verdict: Verdict) -> None:
        pair = (verdict.claim, verdict.counterclaim)
        asserted, answer = pair if pair[0].stance == "asserts" else pair[::-1]
        homes = [group for group in self._groups.values() if group.is_answered_by(answer)]
        if not homes:
            homes = [self._found_by_answer(asserted, answer)]
        for group in homes:
            group.add("asserting", asserted, core=self._equivalence(asserted, group) >= EQUIVALENT)

    def _found_by_answer(self, asserted: Claim, answer: Claim) -> Group:
        for group in self._groups.values():
            if asserted.id in group.asserting and self._equivalence(answer, group) >= EQUIVALENT:
                group.add(STANCE_SIDES[answer.stance], answer, core=True)
                return group
        self._groups[answer.id] = Group.founded_by(answer)
        return self._groups[answer.id]

    def _join_equivalent(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            for _, group in self._homes(claim):
                group.add(STANCE_SIDES[claim.stance], claim, core=True)

    def _place_contradiction(self, verdict: Verdict) -> None:
        earlier, later = verdict.claim, verdict.counterclaim
        placed = False
        for member, rival in ((earlier, later), (later, earlier)):
            for group in self._groups.values():
                if member.id in group.asserting and self._excludes(rival, group):
                    group.add("denying", rival, core=False)
                    placed = True
        if not placed:
            self._groups[earlier.id] = Group.founded_by(earlier)
            self._groups[earlier.id].add("denying", later, core=False)

    def _excludes(self, rival: Claim, group: Group) -> bool:
        return any(
            self._table.has(text, rival.proposition)
            and contradicts_strictly(self._table.of(text, rival.proposition), self._table.of(rival.proposition, text))
            for text in group.core
        )

    def _join_uncommitted(self, answers: Sequence[Claim], own: Sequence[Claim]) -> None:
        ids = {claim.id for claim in own}
        for claim in answers:
            homes = [group for group in self._groups.values() if claim.antecedent_id in group.claim_ids]
            homes = homes or [group for _, group in self._homes(claim)]
            if not homes and claim.resolution == "unresolved":
                touched = [group for group in self._groups.values() if ids & set(group.claim_ids)]
                homes = touched if len(touched) == 1 else []
            for group in homes:
                group.add("uncommitted", claim, core=False)

    def _join_copies(self, copies: Mapping[str, str]) -> None:
        for copy_id, first_id in copies.items():
            for group in self._groups.values():
                group.add_beside(first_id, self._known[copy_id])
                group.add_beside(copy_id, self._known[first_id])
