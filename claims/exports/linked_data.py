"""Write disputes as linked data: schema.org `Claim`, `Quotation` and `NewsArticle`, with PROV for where they come from.

A proposition is a `Claim`; who asserts or denies it is a `Quotation` about it. There is no `ClaimReview`: that is for
verdicts, and this program has none.
"""

from __future__ import annotations

from typing import Any

from claims.citing import shown_span, web_address
from claims.storage import Store
from claims.types import Actor, Article, Claim, ClaimQuery

CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "counterclaim": "urn:counterclaim:",
}
KINDS = {"country": "Country", "body": "Organization", "person": "Person", "outlet": "Organization"}


def linked_data(store: Store, query: ClaimQuery) -> dict[str, Any]:
    """Return one JSON-LD document of the disputes that the query selects, each whole."""
    disputes = store.find_disputes(query)
    claims = store.claims_by_id({id_ for dispute in disputes for id_ in dispute.claim_ids})
    articles = {a.id: a for a in store.find_articles({claim.article_id for claim in claims.values()})}
    about = {id_: dispute.id for dispute in disputes for id_ in dispute.claim_ids}
    actors = {actor.id: actor for claim in claims.values() for actor in claim.actors}
    propositions = [
        {
            "@id": f"counterclaim:dispute:{dispute.id}",
            "@type": "Claim",
            "text": dispute.proposition,
            "appearance": [{"@id": f"counterclaim:claim:{id_}"} for id_ in dispute.claim_ids if id_ in claims],
        }
        for dispute in disputes
    ]
    quotations = [_quotation(claim, articles[claim.article_id], about[claim.id]) for claim in claims.values()]
    nodes = [*propositions, *quotations, *map(_article, articles.values()), *map(_actor, actors.values())]
    return {"@context": CONTEXT, "@graph": nodes}


def _quotation(claim: Claim, article: Article, dispute_id: str) -> dict[str, Any]:
    spans = [*claim.attribution.cue, *claim.attribution.content]
    node: dict[str, Any] = {
        "@id": f"counterclaim:claim:{claim.id}",
        "@type": ["Quotation", "prov:Entity"],
        "about": {"@id": f"counterclaim:dispute:{dispute_id}"},
        "text": shown_span(claim).of(article.text),
        "abstract": claim.proposition,
        "isPartOf": {"@id": f"counterclaim:article:{article.id}"},
        "prov:wasQuotedFrom": {"@id": f"counterclaim:article:{article.id}"},
        "creator": [{"@id": f"counterclaim:actor:{actor.id}"} for actor in claim.actors],
        "additionalProperty": [
            _property("stance", claim.stance),
            _property("firstCharacter", min(span.start for span in spans)),
            _property("lastCharacter", max(span.end for span in spans)),
            _property("dayKnownFrom", claim.said_on_basis),
            _property("pipelineVersion", claim.version),
        ],
    }
    return node | ({"dateCreated": claim.said_on.isoformat()} if claim.said_on else {})


def _property(name: str, value: object) -> dict[str, Any]:
    return {"@type": "PropertyValue", "name": name, "value": value}


def _article(article: Article) -> dict[str, Any]:
    fields = {
        "headline": article.title,
        "url": web_address(article.url),
        "datePublished": article.published_on.isoformat() if article.published_on else None,
        "author": article.author,
        "inLanguage": article.language,
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
    }
    kept = {name: value for name, value in fields.items() if value is not None}
    return {"@id": f"counterclaim:article:{article.id}", "@type": ["NewsArticle", "prov:Entity"], **kept}


def _actor(actor: Actor) -> dict[str, Any]:
    node = {
        "@id": f"counterclaim:actor:{actor.id}",
        "@type": [KINDS.get(actor.kind, "Thing"), "prov:Agent"],
        "name": actor.name,
    }
    return node | ({"alternateName": list(actor.aliases)} if actor.aliases else {})
