"""Measure which gold pairs the NLI model gets to see: python -m benchmarks.candidates (with CLAIMS_CORPORA).

The gold articles are taken in one after another into one store. An edge (article, actors of both sides) counts as met
when two claims that stand in the sentences of one of its pairs are candidates. Recall is also given over the edges of
which both claims were extracted at all: what extraction misses no choice of candidates can bring back.
"""

import os
from collections import defaultdict
from pathlib import Path

from claims.evaluation.gold import GoldArticle, GoldPair, read_gold
from claims.evaluation.pairs import lies_in
from claims.inference import load_models
from claims.pairing import pairs as pairing
from claims.pairing.selection import Selection, select
from claims.pipeline import ingest
from claims.storage import Store
from claims.types import Claim


def main() -> None:
    """Print recall and the number of candidates."""
    gold = read_gold(Path(os.environ["CLAIMS_CORPORA"]) / "gold" / "dev.jsonl")
    models, seen = load_models(), list[Selection]()

    def keep(*arguments: object) -> Selection:
        selection = select(*arguments)  # type: ignore[arg-type]
        seen.append(selection)
        return selection

    pairing.select = keep  # type: ignore[assignment]
    with Store("sqlite://") as store:
        list(ingest([each.article for each in gold], store, models))
        claims = defaultdict(list)
        for claim in store.find_claims():
            claims[claim.article_id].append(claim)
    keys = {frozenset(candidate.key) for selection in seen for candidate in selection.paired + selection.opened}
    edges, extracted, met = 0, 0, 0
    for article in gold:
        for pairs in _edges(article):
            sides = [_sides(pair, claims[article.article.id]) for pair in pairs]
            edges += 1
            extracted += any(one and other for one, other in sides)
            met += any(frozenset((a.id, b.id)) in keys for one, other in sides for a in one for b in other)
    contested = sum(claim.stance in ("asserts", "denies", "doubts") for known in claims.values() for claim in known)
    print(
        f"{edges} edges, of {extracted} both claims were extracted, {met} met: recall {met / edges:.3f}, "
        f"{met / extracted:.3f} of the extracted; {len(keys)} candidates, {len(keys) / contested:.1f} a claim"
    )


def _edges(article: GoldArticle) -> list[list[GoldPair]]:
    found: dict[tuple[tuple[str, ...], ...], list[GoldPair]] = defaultdict(list)
    for pair in article.pairs:
        if pair.assertion is not None and pair.core:
            found[tuple(sorted(pair.denial.actors)), tuple(sorted(pair.assertion.actors))].append(pair)
    return list(found.values())


def _sides(pair: GoldPair, claims: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Return the claims in the sentence of each side, with a stance that can make the pair."""
    denying = ("denies", "doubts") if pair.kind == "denial" else ("asserts",)
    one = [claim for claim in claims if lies_in(claim, pair.denial.anchor) and claim.stance in denying]
    assertion = pair.assertion
    other = [c for c in claims if assertion is not None and lies_in(c, assertion.anchor) and c.stance == "asserts"]
    return one, other


if __name__ == "__main__":
    main()
