"""Tell which claims of stance `other` answer a dispute without taking a side."""

from __future__ import annotations

import re

from claims.types import Article, Claim

_ANSWERS = re.compile(
    r"""
    \b(?:declin|refus)\w+\s+(?:\w+\s+){0,2}(?:to\s+)?
        (?:comment|say|discuss|confirm|answer|speculat|elaborat|respond|address|be\s+drawn)
    | \bno\s+(?:immediate\s+)?(?:comment|response|reply)\b
    | \bneither\s+(?:\w+\s+)?(?:confirm|den)
    | \b(?:not|n['’]t|never|cannot)\s+(?:\w+\s+){0,2}
        (?:comment|confirm|deny|denied|respond|repl(?:y|ied)|answer|verif|rule\s+out|say\s+whether)
    | \bunable\s+to\s+(?:\w+\s+)?(?:comment|confirm|verif)
    | \b(?:stopped|fell)\s+short\s+of\s+(?:confirm|deny)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Ways to decline an answer; wishes, orders, questions and promises are none."""


def is_uncommitted(claim: Claim, article: Article) -> bool:
    """Tell whether the claim says that its actor neither affirms nor denies."""
    if claim.stance != "other":
        return False
    spans = sorted((*claim.attribution.cue, *claim.attribution.content))
    return bool(_ANSWERS.search(" ".join(span.of(article.text) for span in spans)))
