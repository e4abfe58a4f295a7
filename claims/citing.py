"""Cite a claim: its words, who says it, the day, the outlet and the link."""

from __future__ import annotations

from urllib.parse import urlsplit

from claims.types import Article, Claim, Span

SOURCE_REACH = 300
"""Characters from the sentence within which a source is shown with it."""


def citation(claim: Claim, article: Article) -> str:
    """Return one line that can be pasted into a text: quotation, actors, day, outlet, title, link."""
    quotation = " ".join(shown_span(claim).of(article.text).split())
    day = "no day given"
    if claim.said_on is not None:
        day = f"{claim.said_on_basis} {claim.said_on.day} {claim.said_on:%B %Y}"
        day = day.replace("stated", "said on").replace("published", "published on")
    title = f"“{article.title}”" if article.title else ""
    places = [part for part in (article.outlet, title, web_address(article.url)) if part]
    who = ", ".join(claim.actor_names) or "nobody named"
    return f"“{quotation}” ({who}, {day}). {', '.join(places) or 'Outlet not named'}."


def shown_span(claim: Claim) -> Span:
    """Return the claim's sentence, widened to a source that stands near it."""
    spans = [claim.sentence, *(span for span in claim.attribution.source if _near(span, claim.sentence))]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _near(span: Span, sentence: Span) -> bool:
    return sentence.start - SOURCE_REACH <= span.start and span.end <= sentence.end + SOURCE_REACH


def web_address(url: str | None) -> str | None:
    """Return the address when it may be linked to, that is when it is http or https and names a host."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None
