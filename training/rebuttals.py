"""Train the trees that say which claims of an article are set against each other, in whatever words.

    CLAIMS_CORPORA=… python training/rebuttals.py data/models/rebuttals/weights.json

Needs scikit-learn besides requirements.txt, and a quarter of an hour. Readers judged pairs of claims as the program cut
them from articles of Wikinews, the rumours corpus, PolNeAR train and benchmarks/invented (judged/rebuttals.jsonl: the
characters at which the two contents begin and end); what they were not shown counts as no rebuttal, what they could not
decide is left out. Prints figures of ten folds by article.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

sys.path.insert(0, str(Path(__file__).parents[1]))

from claims.evaluation.gold import gold_article
from claims.extraction.extract import extract_claims
from claims.inference import load_models
from claims.pairing import pair_claims
from claims.pairing.rebuttal_features import ordered_pairs
from claims.storage import Store
from claims.types import Article, Claim, Tier

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
JUDGED = BENCHMARKS / "judged" / "rebuttals.jsonl"
CORPORA = {
    "rumours": ("news/rumours.jsonl.gz", "id"),
    "wikinews": ("news/wikinews.jsonl.gz", "url"),
    "polnear": ("polnear/train.jsonl.gz", "id"),
}
TREES, RATE, LEAVES, RIDGE, LEAST = 300, 0.03, 12, 5.0, 40
"""In ten folds average precision is within 0.01 for 150 to 300 trees of 6 to 12 leaves."""
FOLDS = 10
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8)


@dataclass
class Recorder:
    """Stand in for the trees: keep the features of every pair and leave it to the rules."""

    rows: list[list[float]] = field(default_factory=list)
    pairs: list[tuple[Claim, Claim, Tier | None]] = field(default_factory=list)

    def rate(
        self, article: Article, claims: Sequence[Claim], vectors: Any, tiers: Mapping[frozenset[str], Tier]
    ) -> dict[frozenset[str], float]:
        """Keep what the trees would be asked."""
        for one, answer, features in ordered_pairs(article, claims, vectors, tiers):
            self.rows.append(features)
            self.pairs.append((one, answer, tiers.get(frozenset((one.id, answer.id)))))
        return {}


def articles() -> Iterator[tuple[Article, str, dict[tuple[int, ...], str]]]:
    """Yield each judged article with the file it is from and the verdicts by the four characters of a pair."""
    judged = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    rows = {corpus: _rows(corpus) for corpus in {item["corpus"] for item in judged}}
    for item in judged:
        told = {name: item[name] for name in ("outlet", "published")}
        article = gold_article(rows[item["corpus"]][item["article"]] | told, item["article"])
        yield article, item["corpus"], {tuple(pair[:4]): pair[4] for pair in item["pairs"]}


def _rows(corpus: str) -> dict[str, dict[str, Any]]:
    if corpus not in CORPORA:
        lines = (BENCHMARKS / "invented" / f"{corpus}.jsonl").read_text("utf-8").splitlines()
        return {row["doc"]: row for row in map(json.loads, lines)}
    file, key = CORPORA[corpus]
    with gzip.open(Path(os.environ["CLAIMS_CORPORA"]) / file, "rt") as texts:
        return {row[key]: row for row in map(json.loads, texts)}


def ends(claim: Claim) -> tuple[int, int]:
    """Return the characters at which a claim's content begins and ends, by which it is known."""
    spans = claim.attribution.content or (claim.sentence,)
    return spans[0].start, spans[-1].end


def table() -> dict[str, np.ndarray]:
    """Return the features of every pair, with its verdict, its article, its origin and the tier of the rules."""
    models = load_models()
    columns: dict[str, list[Any]] = {name: [] for name in ("x", "verdict", "article", "corpus", "tier")}
    for article, corpus, verdicts in articles():
        recorder = Recorder()
        claims = extract_claims(article, models)
        with Store("sqlite://") as store:
            pair_claims(article, claims, store, models.encoder, models.nli, recorder)
        columns["x"] += recorder.rows
        for one, answer, tier in recorder.pairs:
            columns["verdict"].append(verdicts.get((*ends(one), *ends(answer)), ""))
            columns["article"].append(article.id)
            columns["corpus"].append(corpus)
            columns["tier"].append(tier or "")
    return {name: np.array(values) for name, values in columns.items()}


def fit(x: np.ndarray, y: np.ndarray) -> HistGradientBoostingClassifier:
    """Grow the trees."""
    model = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=RATE, max_leaf_nodes=LEAVES, l2_regularization=RIDGE, min_samples_leaf=LEAST
    )
    return model.fit(x, y)


def report(data: dict[str, np.ndarray]) -> None:
    """Print average precision, and precision and recall at thresholds, of folds by article."""
    decided, y = data["verdict"] != "u", data["verdict"] == "y"
    real, p = np.isin(data["corpus"], list(CORPORA)), np.zeros(len(y))
    for learnt, held in GroupKFold(FOLDS).split(data["x"], y, data["article"]):
        kept = learnt[decided[learnt]]
        p[held] = fit(data["x"][kept], y[kept]).predict_proba(data["x"][held])[:, 1]
    print(len(set(data["article"])), "articles,", len(y), "pairs,", int(y.sum()), "rebuttals")
    for name, mine in (("corpora", real & decided), ("invented", ~real & decided)):
        print(name, "average precision", round(average_precision_score(y[mine], p[mine]), 3))
        _print_rates(y[mine], data["tier"][mine], p[mine])


def _print_rates(y: np.ndarray, tier: np.ndarray, p: np.ndarray) -> None:
    for tiers in (("likely",), ("likely", "possible")):
        taken = np.isin(tier, tiers)
        print("  rules,", *tiers, f"P {y[taken].mean():.2f} R {y[taken].sum() / y.sum():.2f} n {taken.sum()}")
    for least in THRESHOLDS:
        taken = p >= least
        cells = [
            f"{name or 'no pair'} {y[taken & (tier == name)].sum()} of {(taken & (tier == name)).sum()}"
            for name in ("likely", "possible", "")
        ]
        print(
            f"  from {least}: P {y[taken].mean():.2f} R {y[taken].sum() / y.sum():.2f} n {taken.sum()}; by rules:",
            *cells,
        )


def stored(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """Return the trees node by node, each tree filled up to the size of the largest."""
    trees = [stage[0].nodes for stage in model._predictors]
    size = max(len(nodes) for nodes in trees)
    found: dict[str, Any] = {name: [] for name in ("feature", "threshold", "left", "right", "value")}
    for nodes in trees:
        inner, rest = nodes["is_leaf"] == 0, size - len(nodes)
        found["feature"].append([*np.where(inner, nodes["feature_idx"], -1).tolist(), *[-1] * rest])
        found["threshold"].append([*np.where(inner, nodes["num_threshold"], 0.0).round(6).tolist(), *[0.0] * rest])
        found["left"].append([*np.where(inner, nodes["left"], 0).tolist(), *[0] * rest])
        found["right"].append([*np.where(inner, nodes["right"], 0).tolist(), *[0] * rest])
        found["value"].append([*np.where(inner, 0.0, nodes["value"]).round(6).tolist(), *[0.0] * rest])
    return found | {"prior": round(float(model._baseline_prediction.ravel()[0]), 6)}


def main(target: str) -> None:
    """Fit on all judged articles and write the trees."""
    data = table()
    report(data)
    decided = data["verdict"] != "u"
    Path(target).write_text(json.dumps(stored(fit(data["x"][decided], data["verdict"][decided] == "y"))) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
