"""Find the verdict that a fact-check sets under the claim that it tests: "Claim: The dam leaks." … "Rating: False"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.types import Span, Stance

CLAIM = re.compile(
    r"^[ \t]*(?P<cue>(?:the[ ])?(?:claim|rumou?r|statement|allegation|what was claimed|what was said))[ \t]*:[ \t\n]*"
    r"(?P<content>[^\n]{12,400})",
    re.IGNORECASE | re.MULTILINE,
)
VERDICT = re.compile(
    r"^[ \t]*(?:(?:(?:our|the)[ ])?(?:rating|status|verdict|ruling|conclusion|fact[ -]check|result)[ \t]*:[ \t\n]*)?"
    r"(?P<label>(?:(?:probably|mostly|largely|partly|almost certainly|completely|totally)[ ])?"
    r"(?:(?P<false>false|fake|fiction|a hoax|hoax|untrue|not true|pants on fire|satire|fabricated)"
    r"|(?P<unproven>unproven|undetermined|unverified|unconfirmed|unsubstantiated|no evidence)))[ \t]*[.!]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A verdict has a line of its own."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold a tested claim and what the article says of it."""

    claim: Span
    """The label before the claim."""
    content: Span
    label: Span
    stance: Stance


def find_verdicts(text: str) -> Iterator[Verdict]:
    """Yield each labelled claim with the next verdict before another claim is labelled."""
    claims = list(CLAIM.finditer(text))
    ends = [match.start() for match in claims[1:]] + [len(text)]
    for match, end in zip(claims, ends, strict=False):
        verdict = VERDICT.search(text, match.end(), end)
        if verdict is not None:
            spans = (Span(*match.span("cue")), Span(*match.span("content")), Span(*verdict.span("label")))
            yield Verdict(*spans, "denies" if verdict["false"] else "doubts")
