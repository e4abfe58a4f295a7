"""Read news and show who asserts and who denies each contested proposition."""

from claims.errors import ClaimsError
from claims.types import Actor, Article, Claim, Dispute, Pair

__version__ = "0.1.0"
__all__ = ["Actor", "Article", "Claim", "ClaimsError", "Dispute", "Pair"]
