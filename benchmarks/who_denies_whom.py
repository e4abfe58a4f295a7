"""Count the pairs of an annotated file by who denies whom, in whichever sentences of the article.

Run `python -m benchmarks.who_denies_whom benchmarks/invented/open.jsonl`. It is for files in which every pair is marked
at one place only: `claims evaluate pairs` counts one found at another place as wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from claims.commands.articles import IN_MEMORY, run_pipeline
from claims.evaluation.gold import AUTHOR, GoldArticle, read_gold
from claims.evaluation.pairs import names_meet
from claims.storage import Store
from claims.types import TIERS, Claim, ClaimQuery

TALK = frozenset("reports rumors rumours speculation talk".split())
"""Names for those whom nobody names, which mean the same."""


def main(path: str) -> None:
    """Print how many pairs are right, and how many of the marked ones are found: the likely ones, then all."""
    gold = read_gold(path)
    with Store(IN_MEMORY) as store:
        list(run_pipeline([item.article for item in gold], store, None, len(gold)))
        claims = {claim.id: claim for claim in store.find_claims()}
        for tiers in (TIERS[:1], TIERS):
            pairs = [(claims[p.claim_id], claims[p.counterclaim_id]) for p in store.find_pairs(ClaimQuery(tiers=tiers))]
            print(f"{' and '.join(tiers)} pairs:", _count(gold, pairs))


def _count(gold: Sequence[GoldArticle], pairs: Sequence[tuple[Claim, Claim]]) -> str:
    right = predicted = found = marked = 0
    for item in gold:
        mine = [pair for pair in pairs if pair[0].article_id == item.article.id]
        wanted = {(p.denial.actors, p.assertion.actors) for p in item.pairs if p.assertion is not None}
        right += sum(any(_joins(pair, names, item) for names in wanted) for pair in mine)
        found += sum(any(_joins(pair, names, item) for pair in mine) for names in wanted)
        predicted, marked = predicted + len(mine), marked + len(wanted)
    return f"{right} of {predicted} right, {found} of {marked} found"


def _joins(pair: tuple[Claim, Claim], names: tuple[Sequence[str], Sequence[str]], item: GoldArticle) -> bool:
    denier, asserter = names
    return any(_is_by(one, denier, item) and _is_by(other, asserter, item) for one, other in (pair, pair[::-1]))


def _is_by(claim: Claim, names: Sequence[str], item: GoldArticle) -> bool:
    if tuple(names) == AUTHOR:
        return any(name in (item.article.outlet, "the article") for name in claim.actor_names)
    return names_meet(_meant(claim.actor_names), _meant(names))


def _meant(names: Sequence[str]) -> list[str]:
    return [other for name in names for other in (TALK if name.lower() in TALK else (name,))]


if __name__ == "__main__":
    main(sys.argv[1])
