"""Define the tables of the store in portable types; a change here needs a migration of its own."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()


def _id(name: str, *, refers_to: str | None = None, key: bool = False, null: bool = False) -> Column[str]:
    """Return a column of ids, by choice a foreign key or (part of) the primary key."""
    references = [ForeignKey(refers_to)] if refers_to else []
    return Column(name, String(64), *references, primary_key=key, nullable=null)


def _number() -> Column[int]:
    """Return the primary key that keeps the order of adding."""
    return Column("number", Integer, primary_key=True, autoincrement=True)


schema_migrations = Table(
    "schema_migrations",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("application", String(32), nullable=False),
    Column("applied_on", Date, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    _number(),
    Column("id", String(64), nullable=False, unique=True),
    # Hash of the outlet's name: a name of any length can be looked up through an index.
    Column("outlet_id", String(64), index=True),
    Column("outlet", Text),
    Column("published_on", Date),
    Column("added_on", Date, nullable=False),
    Column("path", Text),
    Column("url", Text),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("author", Text),
    Column("language", String(35)),
    # Hash of the address: an address of any length can be looked up through an index.
    Column("url_id", String(64), index=True),
    # The version that was read before this one from the same address.
    _id("earlier_id", null=True),
)

# A number for each band of a text's MinHash: near-copies share at least one.
article_bands = Table(
    "article_bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    _id("article_id", refers_to="articles.id", key=True),
    Index("ix_article_bands_article", "article_id"),
)

actors = Table(
    "actors",
    metadata,
    _id("id", key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("part_of", JSON, nullable=False),
)

# Every actor stands here with each whole it is part of, and with itself: one look-up rolls parts up.
actor_parts = Table(
    "actor_parts",
    metadata,
    _id("actor_id", refers_to="actors.id", key=True),
    _id("whole_id", refers_to="actors.id", key=True),
    Index("ix_actor_parts_whole", "whole_id", "actor_id"),
)

claims = Table(
    "claims",
    metadata,
    _number(),
    Column("id", String(64), nullable=False, unique=True),
    _id("article_id", refers_to="articles.id"),
    Column("stance", String(16), nullable=False),
    Column("said_on", Date),
    Column("said_on_basis", String(16)),
    Column("resolution", String(16), nullable=False),
    Column("quote", String(16), nullable=False),
    _id("antecedent_id", null=True),
    Column("antecedent_confidence", Float),
    Column("runner_up", Text),
    Column("version", Text, nullable=False),
    Column("confidence", Float(53), nullable=False),
    Column("spans", JSON, nullable=False),
    Column("proposition", Text, nullable=False),
    # Proposition and sentence in folded case: what the free-text filter looks through.
    Column("words", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    Index("ix_claims_article", "article_id"),
    Index("ix_claims_said_on", "said_on"),
    Index("ix_claims_stance", "stance", "said_on"),
)

claim_actors = Table(
    "claim_actors",
    metadata,
    _id("claim_id", refers_to="claims.id", key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _id("actor_id", refers_to="actors.id"),
    Index("ix_claim_actors_actor", "actor_id", "claim_id"),
)

pairs = Table(
    "pairs",
    metadata,
    _id("id", key=True),
    _id("claim_id", refers_to="claims.id"),
    _id("counterclaim_id", refers_to="claims.id"),
    Column("relation", String(32), nullable=False),
    Column("tier", String(16), nullable=False),
    Column("score", Float(53), nullable=False),
    Column("forward", JSON, nullable=False),
    Column("backward", JSON, nullable=False),
    Column("model", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("review", String(16)),
    Index("ix_pairs_claim", "claim_id"),
    Index("ix_pairs_counterclaim", "counterclaim_id"),
    Index("ix_pairs_tier", "tier", "score"),
)

# What a model gave for an ordered pair of texts; the id is the hash of the model's weights and the two texts.
nli_scores = Table(
    "nli_scores",
    metadata,
    _id("id", key=True),
    Column("entailment", Float(53), nullable=False),
    Column("neutral", Float(53), nullable=False),
    Column("contradiction", Float(53), nullable=False),
)

disputes = Table(
    "disputes",
    metadata,
    _id("id", key=True),
    Column("proposition", Text, nullable=False),
    # Follows from the reviews of its pairs; kept so that the filter need not look through them.
    Column("review", String(16)),
)

dispute_claims = Table(
    "dispute_claims",
    metadata,
    _id("dispute_id", refers_to="disputes.id", key=True),
    _id("claim_id", refers_to="claims.id", key=True),
    Column("side", String(16), nullable=False),
    Column("position", Integer, nullable=False),
    Index("ix_dispute_claims_claim", "claim_id", "dispute_id"),
)

dispute_redirects = Table(
    "dispute_redirects",
    metadata,
    _id("dispute_id", key=True),
    _id("survivor_id", refers_to="disputes.id"),
    Index("ix_dispute_redirects_survivor", "survivor_id"),
)

# Anchored to articles and characters, never to a claim's id: neither article nor claim need be there.
corrections = Table(
    "corrections",
    metadata,
    _number(),
    _id("article_id"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _id("other_article_id", null=True),
    Column("other_start", Integer),
    Column("other_end", Integer),
    Column("field", String(16), nullable=False),
    Column("value", JSON),
    Column("before", JSON),
    Column("made_by", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("undone_by", Text, nullable=False),
    Column("undone_at", DateTime),
    Index("ix_corrections_article", "article_id"),
    Index("ix_corrections_other", "other_article_id"),
)

visits = Table(
    "visits",
    metadata,
    # Hash of the name that the person gave or signed in with.
    _id("person_id", key=True),
    Column("last_on", Date, nullable=False),
    Column("before_on", Date),
)
