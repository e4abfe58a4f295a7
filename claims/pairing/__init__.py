"""Find counterclaims and group them into disputes."""

from claims.pairing.apart import Apart
from claims.pairing.pairs import pair_claims
from claims.pairing.records import ClaimSource, NliModel, Pairing, ScoreSource, SentenceEncoder
from claims.pairing.remembered import Remembered

__all__ = ["Apart", "ClaimSource", "NliModel", "Pairing", "Remembered", "ScoreSource", "SentenceEncoder", "pair_claims"]
