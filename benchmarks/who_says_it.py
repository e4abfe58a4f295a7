"""Count the statements of an annotated file that stand in a claim, and those whose claim has the right actor.

Run `python -m benchmarks.who_says_it benchmarks/invented/statements-open.jsonl`. In these files every statement that an
article attributes to somebody is marked by its sentence. A statement counts as found where a claim has words of the
sentence, and as right where one of these claims has its actor: the last word of a name is enough.
"""

from __future__ import annotations

import sys
from collections import defaultdict

from claims.evaluation.gold import AUTHOR, read_gold
from claims.evaluation.pairs import names_meet
from claims.extraction.extract import extract_claims
from claims.inference import load_models


def main(path: str) -> None:
    """Print how many statements are marked, found and right, and the rate of right ones by kind of file."""
    marked, found, right = defaultdict(int), defaultdict(int), defaultdict(int)
    models = load_models()
    for item in read_gold(path):
        kind = item.doc.partition("_")[0]
        claims = extract_claims(item.article, models)
        for statement in item.claims:
            if statement.actors == AUTHOR:
                continue
            there = [
                claim
                for claim in claims
                if any(span.overlaps(statement.anchor) for span in (*claim.attribution.cue, *claim.attribution.content))
            ]
            marked[kind] += 1
            found[kind] += bool(there)
            right[kind] += any(names_meet(claim.actor_names, statement.actors) for claim in there)
    for kind in sorted(marked):
        print(f"{kind}: {right[kind]} of {found[kind]} right ({right[kind] / max(found[kind], 1):.3f})")
    total = [sum(counts.values()) for counts in (marked, found, right)]
    print(f"all: {total[0]} marked, {total[1]} found, {total[2]} right ({total[2] / max(total[1], 1):.3f})")


if __name__ == "__main__":
    main(sys.argv[1])
