"""Write a report to print or to send: disputes with both sides' quotations and links, as one HTML file."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from claims.citing import shown_span, web_address
from claims.sides import known
from claims.storage import Store
from claims.types import Article, Claim, ClaimQuery, Dispute

SIDES = (("asserting", "Asserting"), ("denying", "Denying"), ("doubting", "Doubting"), ("uncommitted", "No side taken"))
STYLE = """
body { font: 11pt/1.5 Georgia, serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #111; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .3rem; }
h3 { font-size: 1rem; margin: .8rem 0 .2rem; }
blockquote { margin: .2rem 0 .2rem 1rem; border-left: 3px solid #999; padding-left: .8rem; overflow-wrap: anywhere; }
p { margin: .2rem 0; } small { color: #444; } section { break-inside: avoid-page; }
"""


def report(store: Store, query: ClaimQuery) -> str:
    """Return the HTML of the disputes that the query selects, each whole; it loads nothing from anywhere."""
    disputes = store.find_disputes(query)
    claims = store.claims_by_id({id_ for dispute in disputes for id_ in dispute.claim_ids})
    articles = {a.id: a for a in store.find_articles({claim.article_id for claim in claims.values()})}
    sections = "\n".join(_section(dispute, claims, articles) for dispute in disputes)
    number = f"{len(disputes)} dispute{'' if len(disputes) == 1 else 's'}, {_day(date.today())}"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Disputes</title>'
        f"<style>{STYLE}</style></head><body><h1>Who asserts it, who denies it</h1><p><small>{number}. "
        "Made by a program out of the articles named; it does not say what is true. Read the words before you rely on "
        f"a row.</small></p>\n{sections or '<p>No dispute fits the filters.</p>'}\n</body></html>\n"
    )


def _section(dispute: Dispute, claims: Mapping[str, Claim], articles: Mapping[str, Article]) -> str:
    parts = [f"<section><h2>{_escaped(dispute.proposition)}</h2>"]
    for side, heading in SIDES:
        members: Sequence[str] = getattr(dispute, side)
        if members:
            parts.append(f"<h3>{heading}</h3>")
            parts += _claims(known(members, claims), articles)
    return "\n".join([*parts, "</section>"])


def _claims(members: Iterable[Claim], articles: Mapping[str, Article]) -> list[str]:
    return [_claim(claim, articles[claim.article_id]) for claim in members]


def _claim(claim: Claim, article: Article) -> str:
    who = _escaped(", ".join(claim.actor_names) or "nobody named")
    day = f"{claim.said_on_basis}: {_day(claim.said_on)}" if claim.said_on else "no day given"
    title = _escaped(article.title or article.url or "the article")
    link = web_address(article.url)
    named = f'<a href="{html.escape(link)}">{title}</a>' if link else title
    words = _escaped(" ".join(shown_span(claim).of(article.text).split()))
    place = f"{_escaped(article.outlet or 'outlet not named')}, {named}, {day}"
    return f"<p><strong>{who}</strong></p><blockquote>{words}</blockquote><p><small>{place}</small></p>"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _escaped(text: str) -> str:
    # A lone surrogate cannot be written; isolated, bidi marks of an article reach no further than its words.
    return f"<bdi>{html.escape(text.encode('utf-8', 'replace').decode())}</bdi>"
