"""Find what a denial of unnamed words ("denied the claims") may refer to in other articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from claims.pairing.candidates import Nearby, comparable
from claims.pairing.names import shared_names
from claims.pairing.records import Candidate
from claims.pairing.relations import Verdict, is_same_actor
from claims.types import Article, Claim, Relation

NEAR_DAYS = 7
"""A denial answers what was said in the week before it, or on the day after by another clock."""


def is_open(claim: Claim) -> bool:
    """Tell whether the claim denies or doubts something that its article does not name."""
    return claim.stance in ("denies", "doubts") and claim.resolution == "unresolved"


def surroundings(claim: Claim, article: Article) -> str:
    """Return the words that say what an open denial is about: its sentence and the title."""
    sentence = " ".join(claim.sentence.of(article.text).split())
    return f"{article.title}. {sentence}" if article.title else sentence


def find_antecedents(article: Article, claims: Sequence[Claim], nearby: Nearby) -> list[Candidate]:
    """Set each open denial of a dated article beside the stored assertion that it most likely refers to."""
    found = []
    for row, claim in enumerate(claims):
        if not is_open(claim) or claim.said_on is None:
            continue
        around = surroundings(claim, article)
        beside = [
            Candidate(other, claim, nearby.cosine(row, other), shared, False)
            for other in nearby.claims.values()
            if _precedes(other, claim) and (shared := shared_names(around, other.proposition))
        ]
        found += sorted(beside, key=_nearness)[:1]
    return found


def judge_open(candidate: Candidate, words: Mapping[str, str]) -> Verdict:
    """Make the pair of an open denial and its likely antecedent: at most possible, joining no dispute."""
    asserted, answer = candidate.first, candidate.second
    relation: Relation = "denial" if answer.stance == "denies" else "doubt"
    verb = "denies" if relation == "denial" else "doubts"
    reason = (
        f'{verb}: "{words.get(answer.id, answer.proposition)}", perhaps = "{asserted.proposition}"; '
        f"both name {', '.join(sorted(candidate.shared))}"
    )
    score = round(min(max(candidate.cosine, 0.0), 1.0), 4)
    return Verdict(asserted, answer, relation, "possible", score, reason, False)


def _precedes(claim: Claim, denial: Claim) -> bool:
    if claim.stance != "asserts" or not comparable(claim) or claim.said_on is None or denial.said_on is None:
        return False
    before = denial.said_on - claim.said_on
    return timedelta(days=-1) <= before <= timedelta(days=NEAR_DAYS) and not is_same_actor(claim, denial)


def _nearness(candidate: Candidate) -> tuple[int, float, str]:
    return -len(candidate.shared), -candidate.cosine, candidate.first.id
