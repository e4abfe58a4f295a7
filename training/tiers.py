"""Fit the weights of `claims/pairing/tiers.py` and print the figures that its thresholds were chosen by.

    CLAIMS_CORPORA=…/corpora python training/tiers.py

Pairs: news-dev (entailment holds); gold dev, claims of one article as the readers wrote them; the same as the
program cuts them, at the rate at which they hold ("pipeline"); and for each claim the 20 nearest opposed ones of
other articles, of which those hold whose propositions are all but the same. Cross-validated over ten parts, an
article or a premise in one part. ClaimDiff, never fitted, gives the base rate of
contradiction.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from claims.evaluation.gold import GoldArticle, GoldPair, read_gold
from claims.evaluation.pairs import lies_in
from claims.extraction.extract import extract_claims
from claims.inference import Encoder, Models, Nli, load_models
from claims.pairing.candidates import comparable
from claims.pairing.names import names_part
from claims.pairing.numbers import figures_differ
from claims.pairing.relations import is_same_actor
from claims.pairing.scoring import NliTable
from claims.pairing.tiers import LIKELY_DENIAL, POSSIBLE_DENIAL
from claims.types import Claim
from training.curve import Point, points_of, write_curves

PICTURE = Path(__file__).parents[1] / "benchmarks" / "tiers.svg"
PARTS = 10
RIDGE = 1.0
WEIGHTS = {"news": 1.0, "gold": 3.0, "across": 3.0, "pipeline": 3.0}
"""News pairs are many and paraphrased harder than propositions of one event are."""
NEAREST, NEAR = 20, 0.3
SAME_EVENT = 0.9
"""Entailment from which on gold propositions of two articles, with one set of names, are of one event: so
it was on reading them."""
FEATURES = ("entailment", "contradiction", "backward", "cosine", "names part", "figures differ")
SETS = (("entailment",), FEATURES[:3], FEATURES[:4], ("entailment", "cosine", "names part"), FEATURES)
SHIPPED = ("entailment", "cosine", "names part")
THRESHOLDS = (0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """Hold one ordered pair of propositions, whether it holds, and where it is from."""

    premise: str
    hypothesis: str
    holds: bool
    origin: str
    unit: str
    """What must not stand on both sides of a split."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Hold examples with their features."""

    examples: list[Example]
    columns: dict[str, Floats]

    def matrix(self, names: Iterable[str]) -> Floats:
        """Return the features, one column each after the constant."""
        return np.column_stack([np.ones(len(self.examples)), *(self.columns[name] for name in names)])

    def of(self, read: Callable[[Example], Any]) -> NDArray[Any]:
        """Return one value an example."""
        return np.array([read(example) for example in self.examples])


def main() -> None:
    """Fit, validate and print."""
    corpora = Path(os.environ["CLAIMS_CORPORA"])
    models = load_models()
    nli, encoder = models.nli, models.encoder
    gold = _lines(corpora / "gold" / "dev.jsonl")
    cut = _pipeline(read_gold(corpora / "gold" / "dev.jsonl"), models)
    examples = [*_news(corpora), *_inside(gold), *_across(gold, encoder), *cut]
    scored = score(examples, nli, encoder)
    for names in SETS:
        _print_set(scored, names)
    print("weights of", SHIPPED, np.round(fit(scored, SHIPPED, np.ones(len(examples), bool)), 2))
    shipped = validated(scored, SHIPPED)
    _print_curve(scored, "shipped", shipped)
    _draw(scored, shipped)
    _print_curve(scored, "entailment alone", 1 / (1 + np.exp(-scored.columns["entailment"])))
    _print_contradiction(corpora, nli, encoder)


def score(examples: Sequence[Example], nli: Nli, encoder: Encoder) -> Scored:
    """Read the features of every example off the models."""
    table, cosines = _table(examples, nli), _cosines(examples, encoder)
    rows = []
    for example, cosine in zip(examples, cosines, strict=True):
        forward = table.of(example.premise, example.hypothesis)
        backward = table.of(example.hypothesis, example.premise)
        parted = names_part(example.premise, example.hypothesis)
        differ = figures_differ(example.premise, example.hypothesis)
        odds = [_odds(p) for p in (forward.entailment, forward.contradiction, backward.entailment)]
        rows.append([*odds, cosine, float(parted), float(differ)])
    return Scored(list(examples), dict(zip(FEATURES, np.array(rows).T, strict=True)))


def fit(scored: Scored, names: Sequence[str], chosen: NDArray[np.bool_]) -> Floats:
    """Fit a logistic regression by Newton's method, with a ridge on all but the constant."""
    x, y = scored.matrix(names)[chosen], scored.of(lambda e: float(e.holds))[chosen]
    weights = scored.of(lambda e: WEIGHTS[e.origin])[chosen]
    found = np.zeros(x.shape[1])
    ridge = np.diag([1e-6, *[RIDGE] * len(names)])
    for _ in range(50):
        p = _logistic(x @ found)
        gradient = x.T @ (weights * (y - p)) - ridge @ found
        found += np.linalg.solve((x * (weights * p * (1 - p))[:, None]).T @ x + ridge, gradient)
    return found


def validated(scored: Scored, names: Sequence[str]) -> Floats:
    """Return each example's probability by the weights that were fitted without its part."""
    parts = scored.of(lambda e: zlib.crc32(e.unit.encode()) % PARTS)
    x, found = scored.matrix(names), np.zeros(len(scored.examples))
    for part in range(PARTS):
        inside = parts == part
        found[inside] = _logistic(x[inside] @ fit(scored, names, ~inside))
    return found


def average_precision(scores: Floats, holds: NDArray[Any]) -> float:
    """Return the mean precision at each example that holds."""
    right = holds[np.argsort(-scores, kind="stable")].astype(bool)
    return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right].mean())


def _news(corpora: Path) -> Iterator[Example]:
    for row in _lines(corpora / "nli" / "news-dev.jsonl"):
        holds = row["label"] == "entailment"
        yield Example(row["premise"], row["hypothesis"], holds, "news", f"n:{row['premise']}")


def _inside(gold: Sequence[dict[str, Any]]) -> Iterator[Example]:
    for article in gold:
        paired = {frozenset((pair["denial"], pair["assertion"])) for pair in article["pairs"]}
        for one, other in combinations(article["claims"], 2):
            stances = {one["stance"], other["stance"]}
            same_hand = one["id"][:1] == other["id"][:1]
            if "asserts" not in stances or len(stances) == 1 or not same_hand:
                continue
            if set(one["actors"]) & set(other["actors"]):
                continue
            said, denied = (one, other) if one["stance"] == "asserts" else (other, one)
            holds = frozenset((one["id"], other["id"])) in paired
            yield Example(said["proposition"], denied["proposition"], holds, "gold", f"g:{article['doc']}")


def _pipeline(gold: Sequence[GoldArticle], models: Models) -> Iterator[Example]:
    """Yield what the program sets beside each other in an article, where no word points from one to the other."""
    for item in gold:
        claims = [claim for claim in extract_claims(item.article, models) if comparable(claim)]
        for denial, said in product(claims, claims):
            if denial.stance == "asserts" or said.stance != "asserts" or is_same_actor(denial, said):
                continue
            if denial.antecedent_id == said.id and denial.resolution == "antecedent":
                continue
            holds = any(_is_marked(denial, said, pair) for pair in item.pairs)
            yield Example(said.proposition, denial.proposition, holds, "pipeline", f"g:{item.doc}")


def _is_marked(denial: Claim, said: Claim, pair: GoldPair) -> bool:
    marked = pair.assertion
    if marked is None:
        return False
    return lies_in(denial, pair.denial.anchor) and lies_in(said, marked.anchor)


def _across(gold: Sequence[dict[str, Any]], encoder: Encoder) -> list[Example]:
    claims = [(article["doc"], claim) for article in gold for claim in article["claims"]]
    vectors = encoder.embed([claim["proposition"] for _, claim in claims])
    cosines = vectors @ vectors.T
    found: dict[tuple[str, str], Example] = {}
    for row, (doc, claim) in enumerate(claims):
        opposed = [at for at in np.argsort(-cosines[row], kind="stable") if _is_opposed(claims[row], claims[at])]
        for at in opposed[:NEAREST]:
            if cosines[row, at] < NEAR:
                break
            other = claims[at][1]
            said, denied = (claim, other) if claim["stance"] == "asserts" else (other, claim)
            texts = (said["proposition"], denied["proposition"])
            found[texts] = Example(*texts, False, "across", f"x:{doc}")
    return _marked(list(found.values()))


def _marked(examples: Sequence[Example]) -> list[Example]:
    """Mark the pairs across articles that are about one event, by the entailment that reading confirmed."""
    table = _table(examples, Nli.load())
    return [replace(example, holds=_is_same_event(example, table)) for example in examples]


def _is_same_event(example: Example, table: NliTable) -> bool:
    entailment = table.of(example.premise, example.hypothesis).entailment
    return entailment >= SAME_EVENT and not names_part(example.premise, example.hypothesis)


def _is_opposed(one: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]]) -> bool:
    return one[0] != other[0] and {one[1]["stance"], other[1]["stance"]} == {"asserts", "denies"}


def _table(examples: Iterable[Example], nli: Nli) -> NliTable:
    table = NliTable()
    for example in examples:
        table.want(example.premise, example.hypothesis)
    table.score(nli)
    return table


def _cosines(examples: Sequence[Example], encoder: Encoder) -> Floats:
    texts = sorted({text for e in examples for text in (e.premise, e.hypothesis)})
    place = {text: at for at, text in enumerate(texts)}
    vectors = encoder.embed(texts)
    left = vectors[[place[e.premise] for e in examples]]
    right = vectors[[place[e.hypothesis] for e in examples]]
    return np.asarray((left * right).sum(axis=1), np.float64)


def _print_set(scored: Scored, names: Sequence[str]) -> None:
    p, holds = validated(scored, names), scored.of(lambda e: e.holds)
    loss = -np.log(np.where(holds, p, 1 - p)).mean()
    origins = scored.of(lambda e: e.origin)
    by_origin = {o: round(average_precision(p[origins == o], holds[origins == o]), 3) for o in WEIGHTS}
    print(f"log loss {loss:.3f}, average precision {by_origin}: {', '.join(names)}")


def _print_curve(scored: Scored, title: str, p: Floats) -> None:
    holds, origins = scored.of(lambda e: e.holds), scored.of(lambda e: e.origin)
    for threshold in THRESHOLDS:
        cells = []
        for origin in WEIGHTS:
            taken = (origins == origin) & (p >= threshold)
            right = (taken & holds).sum()
            recall = right / (holds & (origins == origin)).sum()
            cells.append(f"{origin} P {right / max(taken.sum(), 1):.3f} R {recall:.3f} n {taken.sum()}")
        print(title, threshold, *cells)


def _draw(scored: Scored, p: Floats) -> None:
    """Draw the curves of the sets inside one article, with the thresholds of both tiers."""
    holds, origins = scored.of(lambda e: e.holds), scored.of(lambda e: e.origin)
    curves, chosen = dict[str, list[Point]](), dict[str, dict[str, Point]]()
    for origin in ("gold", "news", "pipeline"):
        mine = origins == origin
        curves[origin] = points_of(p[mine], holds[mine])
        counts = {"likely": (p[mine] >= LIKELY_DENIAL).sum(), "possible": (p[mine] >= POSSIBLE_DENIAL).sum()}
        chosen[origin] = {name: curves[origin][count - 1] for name, count in counts.items() if count}
    write_curves(PICTURE, "Denials inside one article, cross-validated", curves, chosen)


def _print_contradiction(corpora: Path, nli: Nli, encoder: Encoder) -> None:
    """Print what strictness in both directions gives on news pairs, and on ClaimDiff beside its base rate."""
    news = _lines(corpora / "nli" / "news-dev.jsonl")
    pairs = [Example(r["premise"], r["hypothesis"], r["label"] == "contradiction", "news", "") for r in news]
    with gzip.open(corpora / "claimdiff" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    differ = [Example(r["claim"], r["counterclaim"], r["weakens"], "ClaimDiff", "") for r in rows]
    for examples in (pairs, differ):
        table, cosines = _table(examples, nli), _cosines(examples, encoder)
        both = np.array([_weaker_contradiction(table, e) for e in examples])
        holds = np.array([e.holds for e in examples])
        print(
            f"{examples[0].origin}: base rate {holds.mean():.3f}, average precision "
            f"{average_precision(both, holds):.3f}, of cosine {average_precision(cosines, holds):.3f}"
        )
        for threshold in (0.5, 0.7, 0.9):
            taken = (both >= threshold) & (cosines >= 0.5)
            right = (taken & holds).sum()
            precision, recall = right / max(taken.sum(), 1), right / holds.sum()
            print(f"  {threshold}: P {precision:.3f} R {recall:.3f} n {taken.sum()}")


def _weaker_contradiction(table: NliTable, example: Example) -> float:
    one = table.of(example.premise, example.hypothesis).contradiction
    return min(one, table.of(example.hypothesis, example.premise).contradiction)


def _odds(p: float) -> float:
    p = min(max(p, 0.005), 0.995)
    return float(np.log(p / (1 - p)))


def _logistic(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-x)))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
