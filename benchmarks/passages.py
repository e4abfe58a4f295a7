"""Count the claims of short invented passages that are found, with who makes them, the stance and the proposition.

Run `python -m benchmarks.passages benchmarks/invented/passages-open.jsonl`. Each passage was written for one kind of
wording (denials, assertions, reference), or as a short news item of one kind (`items-open.jsonl`), and has a key of who
asserts or denies what. A claim of the key counts as found where a claim of the program has its actor, its side (denials
and doubts are one) and a near proposition (cosine from 0.5), and as well worded from 0.85. A denial of the program
counts as right where the key has one by its actor.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from claims.evaluation.pairs import names_meet
from claims.extraction.extract import extract_claims
from claims.inference import Models, load_models
from claims.types import Article, Claim

NEAR, WELL_WORDED = 0.5, 0.85
OUTLET = "Orrin Ledger"


def main(path: str) -> None:
    """Print the figures of every kind of passage."""
    models = load_models()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        counts[passage["kind"]].update(_count(passage, models))
    if len(counts) > 1:
        counts["all"] = sum(counts.values(), Counter())
    for kind, found in counts.items():
        print(
            f"{kind}: {found['marked']} claims, {found['found'] / found['marked']:.3f} found, "
            f"{found['worded'] / found['marked']:.3f} well worded; {found['denials']} denials, "
            f"{found['denials found'] / max(found['denials'], 1):.3f} found; "
            f"{found['denied']} denials by the program, {found['denied right'] / max(found['denied'], 1):.3f} right"
        )


def _count(passage: dict[str, object], models: Models) -> Counter[str]:
    article = Article.of(str(passage["text"]), outlet=OUTLET)
    claims = [claim for claim in extract_claims(article, models) if claim.stance != "other"]
    key: list[dict[str, str]] = passage["claims"]  # type: ignore[assignment]
    rows = models.encoder.embed([*(item["proposition"] for item in key), *(claim.proposition for claim in claims)])
    near = rows[: len(key)] @ rows[len(key) :].T
    counts: Counter[str] = Counter()
    for place, item in enumerate(key):
        fitting = [
            float(near[place, column])
            for column, claim in enumerate(claims)
            if _denies(claim.stance) == _denies(item["stance"]) and _is_by(claim, item["actor"])
        ]
        best, denies = max(fitting, default=0.0), _denies(item["stance"])
        counts.update({"marked": 1, "found": best >= NEAR, "worded": best >= WELL_WORDED})
        counts.update({"denials": denies, "denials found": denies and best >= NEAR})
    for claim in claims:
        if _denies(claim.stance):
            right = any(_denies(item["stance"]) and _is_by(claim, item["actor"]) for item in key)
            counts.update({"denied": 1, "denied right": right})
    return counts


def _denies(stance: str) -> bool:
    return stance in ("denies", "doubts")


def _is_by(claim: Claim, actor: str) -> bool:
    names = [name for each in claim.actors for name in (each.name, *each.aliases, *each.part_of)]
    if actor == "(author)":
        return OUTLET in names
    return names_meet(names, [actor.removeprefix("the ").removeprefix("The ")]) or (not names and actor == "reports")


if __name__ == "__main__":
    main(sys.argv[1])
