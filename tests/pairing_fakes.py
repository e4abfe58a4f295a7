"""Build claims by hand and script the models, for the tests of pairing and disputes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.pairing import Pairing, pair_claims
from claims.storage import Store
from claims.types import Actor, Article, Attribution, Claim, NliScores, Span, Tier, content_id

DAY = date(2031, 5, 12)
NORLAND = Actor.of("Norland", "country")
SUDLAND = Actor.of("Sudland", "country")
VESTMARK = Actor.of("Vestmark", "country")
ENTAILED = (0.96, 0.03, 0.01)
EXCLUDED = (0.01, 0.03, 0.96)
NEUTRAL = (0.02, 0.96, 0.02)


def claim(
    stance: str,
    proposition: str,
    actors: Sequence[Actor] | Actor = NORLAND,
    *,
    on: date | None = DAY,
    words: str = "",
    cue: str = "",
    **fields: Any,
) -> Claim:
    """Return a claim that `article_of` puts into an article; its content is `words`, else the proposition."""
    actors = (actors,) if isinstance(actors, Actor) else tuple(actors)
    id_ = content_id(stance, proposition, [a.id for a in actors], on, words, cue, sorted(map(str, fields.items())))
    return Claim(
        id_,
        "",
        Attribution("", (), (), (), 1.0),
        actors,
        stance,  # type: ignore[arg-type]
        proposition,
        fields.pop("resolution", "stated"),
        "indirect",
        Span(0, 0),
        on,
        "published" if on else None,
        version=f"{cue}|{words or proposition}",
        **fields,
    )


def article_of(
    *claims: Claim, outlet: str | None = "The Post", title: str | None = None, published_on: date | None = DAY
) -> tuple[Article, list[Claim]]:
    """Write an article of one sentence a claim, and return the claims with their places and ids in it."""
    lines = [f"{', '.join(c.actor_names) or 'Talk'} {c.stance} {c.version.replace('|', ' ')}." for c in claims]
    text = "\n".join(lines)
    article = Article.of(text, outlet=outlet, title=title, published_on=published_on)
    new_ids = {c.id: content_id(article.id, c.id) for c in claims}
    placed, start = [], 0
    for given, line in zip(claims, lines, strict=True):
        cue, words = given.version.split("|")
        content = Span(start + len(line) - 1 - len(words), start + len(line) - 1)
        cues = (Span(content.start - 1 - len(cue), content.start - 1),) if cue else ()
        placed.append(
            Claim(
                new_ids[given.id],
                article.id,
                Attribution(article.id, (), cues, (content,), given.attribution.confidence),
                given.actors,
                given.stance,
                given.proposition,
                given.resolution,
                given.quote,
                Span(start, start + len(line)),
                given.said_on,
                given.said_on_basis,
                new_ids.get(given.antecedent_id or "", given.antecedent_id),
                given.antecedent_confidence,
            )
        )
        start += len(line) + 1
    return article, placed


@dataclass
class ScriptedNli:
    """Give the scores of a table; a pair that is not in it is neutral."""

    table: Mapping[tuple[str, str], tuple[float, float, float]] = field(default_factory=dict)
    name: str = "scripted"
    calls: list[list[tuple[str, str]]] = field(default_factory=list)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[NliScores]:
        self.calls.append(list(pairs))
        return [NliScores(*self.table.get(pair, NEUTRAL)) for pair in pairs]


@dataclass
class ScriptedEncoder:
    """Put every text on one axis, but for those whose cosine to the others the table gives."""

    cosines: Mapping[str, float] = field(default_factory=dict)

    def embed(self, texts: Sequence[str]) -> NDArray[Any]:
        vectors = np.zeros((len(texts), 384), np.float32)
        for row, text in enumerate(texts):
            cosine = self.cosines.get(text, 1.0)
            vectors[row, 0] = cosine
            vectors[row, 1] = (1 - cosine**2) ** 0.5
        return vectors


@dataclass
class ScriptedRebuttals:
    """Give the ratings of a table of propositions; what is not in it is left to the rules."""

    table: Mapping[tuple[str, str], float] = field(default_factory=dict)
    tiers: dict[frozenset[str], Tier] = field(default_factory=dict)
    """What the rules made of the last article, by propositions."""

    def rate(
        self, article: Article, claims: Sequence[Claim], vectors: Any, tiers: Mapping[frozenset[str], Tier]
    ) -> dict[frozenset[str], float]:
        said = {claim.id: claim.proposition for claim in claims}
        self.tiers = {frozenset(said[id_] for id_ in ids if id_ in said): tier for ids, tier in tiers.items()}
        pairs = [
            (one, other) for one in claims for other in claims if (one.proposition, other.proposition) in self.table
        ]
        return {frozenset((a.id, b.id)): self.table[a.proposition, b.proposition] for a, b in pairs}


@dataclass
class Desk:
    """Pair one article after another into a store in memory."""

    nli: ScriptedNli = field(default_factory=ScriptedNli)
    encoder: ScriptedEncoder = field(default_factory=ScriptedEncoder)
    store: Store = field(default_factory=lambda: Store("sqlite://"))
    rebuttals: Any = field(default_factory=ScriptedRebuttals)

    def add(self, *claims: Claim, **article: Any) -> tuple[list[Claim], Pairing]:
        written, placed = article_of(*claims, **article)
        found = pair_claims(written, placed, self.store, self.encoder, self.nli, self.rebuttals)
        added = self.store.add_article(written, placed, found.vectors, found.pairs, found.disputes, found.redirects)
        assert added
        return placed, found


def desk(
    table: Mapping[tuple[str, str], tuple[float, float, float]] | None = None,
    cosines: Mapping[str, float] | None = None,
    ratings: Mapping[tuple[str, str], float] | None = None,
) -> Desk:
    """Return a desk whose models answer from the tables."""
    rebuttals = ScriptedRebuttals(ratings or {})
    return Desk(ScriptedNli(table or {}), ScriptedEncoder(cosines or {}), rebuttals=rebuttals)
