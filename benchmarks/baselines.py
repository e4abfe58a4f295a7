"""Measure pairs against what one would try first, in one run: python -m benchmarks.baselines (with CLAIMS_CORPORA).

Gold dev (pairs inside an article, scorer of `evaluate pairs`): every two sentences of claims by different actors are a
pair where the NLI model's likeliest label is contradiction in both directions, where their embeddings, or their TF-IDF
vectors, are near. The thresholds of the last two are the best on this very set, so they are upper bounds.

ClaimDiff train (Ko et al. 2022; never fitted): average precision of ranking the weakening pairs first, with the 95 %
interval over topics. "Weakens" is wider than contradiction.
"""

import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from claims.evaluation.gold import GoldArticle, read_gold
from claims.evaluation.pairs import pairs_report
from claims.inference import Models, load_models
from claims.pairing.names import names_part
from claims.pairing.relations import is_same_actor
from claims.pairing.tiers import Evidence, contradiction_score, contradiction_tier
from claims.pairing.times import times_apart
from claims.pipeline import ingest
from claims.storage import Store
from claims.types import TIERS, Claim, ClaimQuery, NliScores, Pair

THRESHOLDS = tuple(round(0.05 * step, 2) for step in range(4, 20))
RESAMPLES = 1000
WORD = re.compile(r"[a-z0-9]+")
NONE = NliScores(0.0, 0.0, 0.0)

Texts = tuple[str, str]
Rank = Callable[[Sequence[Texts]], np.ndarray]


class TfIdf:
    """Rate two texts by the cosine of their TF-IDF vectors; document frequencies are those of the texts given."""

    def __init__(self, texts: Iterable[str]) -> None:
        documents = [set(WORD.findall(text.lower())) for text in texts]
        counts = Counter(word for document in documents for word in document)
        self.weights = {word: np.log(len(documents) / count) + 1 for word, count in counts.items()}

    def __call__(self, pairs: Sequence[Texts]) -> np.ndarray:
        """Return one number for each pair."""
        return np.array([self._cosine(*map(self._vector, pair)) for pair in pairs])

    def _vector(self, text: str) -> dict[str, float]:
        counts = Counter(WORD.findall(text.lower()))
        return {word: count * self.weights.get(word, 1.0) for word, count in counts.items()}

    def _cosine(self, one: dict[str, float], other: dict[str, float]) -> float:
        lengths = np.sqrt(sum(v * v for v in one.values()) * sum(v * v for v in other.values()))
        return sum(value * other.get(word, 0.0) for word, value in one.items()) / lengths if lengths else 0.0


def similarity(models: Models) -> Rank:
    """Return the rating by the embeddings' cosine."""

    def rank(pairs: Sequence[Texts]) -> np.ndarray:
        vectors = models.encoder.embed([text for pair in pairs for text in pair])
        return (vectors[::2] * vectors[1::2]).sum(axis=1)

    return rank


def plain_nli(models: Models) -> Rank:
    """Return the rating by the weaker contradiction of both directions."""

    def rank(pairs: Sequence[Texts]) -> np.ndarray:
        both = models.nli.score([*pairs, *((b, a) for a, b in pairs)])
        return np.array([min(x.contradiction, y.contradiction) for x, y in zip(both, both[len(pairs) :], strict=False)])

    return rank


def own(models: Models) -> Rank:
    """Return the rating that pairs of assertions get: those that make a pair, of either tier, before the others."""

    def rank(pairs: Sequence[Texts]) -> np.ndarray:
        both, near = models.nli.score([*pairs, *((b, a) for a, b in pairs)]), similarity(models)(pairs)
        found = []
        for place, (one, other) in enumerate(pairs):
            scores = both[place], both[place + len(pairs)]
            evidence = Evidence(*scores, float(near[place]), names_part(one, other), together=True)
            makes_pair = contradiction_tier(evidence) is not None and not times_apart(one, other)
            found.append(makes_pair + contradiction_score(evidence))
        return np.array(found)

    return rank


def average_precision(scores: np.ndarray, holds: np.ndarray) -> float:
    """Return the mean, over what holds, of the precision down to its rank."""
    ranked = holds[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def claimdiff(path: Path, models: Models) -> None:
    """Print one line for each rating of ClaimDiff's pairs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = [(row["claim"], row["counterclaim"]) for row in rows]
    holds = np.array([bool(row["weakens"]) for row in rows])
    topics = np.array([row["topic"] for row in rows])
    print(f"ClaimDiff: {len(rows)} pairs, {holds.sum()} weaken; at random {holds.mean():.3f}")
    ratings = {
        "Counterclaim": own(models),
        "plain NLI": plain_nli(models),
        "similarity": similarity(models),
        "TF-IDF": TfIdf(text for pair in pairs for text in pair),
    }
    names, places = np.unique(topics, return_inverse=True)
    members = [np.flatnonzero(places == topic) for topic in range(len(names))]
    drawn = np.random.default_rng(13).integers(0, len(names), size=(RESAMPLES, len(names)))
    for name, rank in ratings.items():
        scores = rank(pairs)
        again = []
        for topic_ids in drawn:
            chosen = np.concatenate([members[topic] for topic in topic_ids])
            if holds[chosen].any():
                again.append(average_precision(scores[chosen], holds[chosen]))
        low, high = np.percentile(again, (2.5, 97.5))
        print(f"  {name}: average precision {average_precision(scores, holds):.3f} ({low:.3f} to {high:.3f})")


def gold_pairs(gold: Sequence[GoldArticle], models: Models) -> None:
    """Print one line for each way of pairing the claims of the gold articles."""
    with Store("sqlite://") as store:
        list(ingest([each.article for each in gold], store, models))
        claims, pairs = store.find_claims(), store.find_pairs(ClaimQuery(tiers=TIERS))
    print(f"Gold dev: {line(gold, claims, [pair for pair in pairs if pair.tier == 'likely'], 'Counterclaim')}")
    known = {each.article.id: each.article.text for each in gold}
    sides = [
        (one, other)
        for one, other in combinations(claims, 2)
        if one.article_id == other.article_id and one.sentence != other.sentence and not is_same_actor(one, other)
    ]
    texts = [(a.sentence.of(known[a.article_id]), b.sentence.of(known[b.article_id])) for a, b in sides]
    print(f"  {len(sides)} pairs of sentences by different actors")
    ratings = {
        "plain NLI": (plain_nli(models), (0.5,)),
        "similarity": (similarity(models), THRESHOLDS),
        "TF-IDF": (TfIdf(text for pair in texts for text in pair), THRESHOLDS),
    }
    for name, (rank, thresholds) in ratings.items():
        scores = rank(texts)
        found = [
            line(
                gold, claims, [paired(*sides[place]) for place in np.flatnonzero(scores >= least)], f"{name} ≥ {least}"
            )
            for least in thresholds
        ]
        print(f"  {max(found, key=lambda text: float(text.rsplit(' ', 1)[-1]))}")


def paired(one: Claim, other: Claim) -> Pair:
    """Return a likely pair of two claims."""
    return Pair(one.id, other.id, "contradiction", "likely", 1.0, NONE, NONE, "baseline")


def line(gold: Sequence[GoldArticle], claims: Sequence[Claim], pairs: Sequence[Pair], name: str) -> str:
    """Return precision, recall and, last, F1 of likely pairs in words."""
    figures = pairs_report(gold, claims, pairs).figures["pairs"]["likely"]
    shares = f"P {figures['precision'] or 0.0} R {figures['recall'] or 0.0}"
    return f"{name}: {figures['predicted']} pairs, {shares}, F1 {figures['f1'] or 0.0}"


def main() -> None:
    """Print both tables."""
    corpora, models = Path(os.environ["CLAIMS_CORPORA"]), load_models()
    gold_pairs(read_gold(corpora / "gold" / "dev.jsonl"), models)
    claimdiff(corpora / "claimdiff" / "train.jsonl.gz", models)


if __name__ == "__main__":
    main()
