"""Find counterclaims and group them into disputes."""

from claims.pairing.apart import Apart
from claims.pairing.pairs import pair_claims
from claims.pairing.rebuttals import load_trees
from claims.pairing.records import ClaimSource, NliModel, Pairing, RebuttalModel, ScoreSource, SentenceEncoder
from claims.pairing.remembered import Remembered

__all__ = [
    "Apart",
    "ClaimSource",
    "NliModel",
    "Pairing",
    "RebuttalModel",
    "Remembered",
    "ScoreSource",
    "SentenceEncoder",
    "load_trees",
    "pair_claims",
]
