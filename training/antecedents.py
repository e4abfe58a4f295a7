"""Train the weights that join a denial's words ("the claims", "it") to the claim that they point at.

    CLAIMS_CORPORA=… python training/antecedents.py data/models/antecedents/weights.json

Needs scipy besides requirements.txt. Readers said of each denial in benchmarks/judged/antecedents.jsonl which of the
claims that the program takes from its article (Wikinews, the rumours corpus, PolNeAR train, gold dev) state what is
denied; claims and denials are known by the character at which they begin. Prints figures of ten folds by article.
"""

import gzip
import itertools
import json
import os
import sys
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from claims.evaluation.gold import gold_article
from claims.extraction.actors import ActorTable, ArticleActors
from claims.extraction.antecedent_features import claim_features, pointer_features
from claims.extraction.antecedents import Weights, find_antecedent, of_others
from claims.extraction.extract import read_attributions
from claims.extraction.headlines import parse
from claims.extraction.pointing import find_open
from claims.inference import load_models

JUDGED = Path(__file__).resolve().parents[1] / "benchmarks" / "judged" / "antecedents.jsonl"
CORPORA = {
    "rumours": ("news/rumours.jsonl.gz", "id"),
    "wikinews": ("news/wikinews.jsonl.gz", "url"),
    "polnear": ("polnear/train.jsonl.gz", "id"),
    "gold": ("gold/dev.jsonl", "doc"),
}
FOLDS = 10
PENALTY = 1.0
"""Weight of the squared weights. Of the denials with a right claim 0.65 to 0.66 get it from 0.5 to 4, in ten folds."""


class Item:
    """Hold one denial: the claims that it may answer, their features, and the places of those that are right."""

    def __init__(self, article, open_, label):
        self.article, self.open, self.starts = article, open_, set(label["right"])
        claims, cosines = of_others(*open_[1:])
        self.claims = claim_features(open_.pointer, claims, cosines) if claims else []
        self.none = pointer_features(open_.pointer, claims, cosines)
        self.right = [place for place, claim in enumerate(claims) if claim.start in self.starts]


def _opened(path):
    return gzip.open(path, "rt") if path.suffix == ".gz" else path.open()


def articles():
    """Yield each judged article with its labels."""
    labels = defaultdict(list)
    for line in JUDGED.read_text().splitlines():
        row = json.loads(line)
        labels[row["corpus"], row["article"]].append(row)
    for corpus, (path, key) in CORPORA.items():
        with _opened(Path(os.environ["CLAIMS_CORPORA"]) / path) as lines:
            for row in map(json.loads, lines):
                if (corpus, row[key]) in labels:
                    yield gold_article(row, row[key]), labels[corpus, row[key]]


def items():
    """Yield the judged denials as the program reads them now; those that it no longer finds are left out."""
    models = load_models()
    for article, labels in articles():
        doc = parse(article.text)
        readings = read_attributions(doc, article, ArticleActors(doc, article, ActorTable.load()), models.tagger)
        for open_ in find_open(doc, article.title, readings, models.encoder):
            label = next((row for row in labels if row["denial"] == open_.pointer.start), None)
            if label is not None and open_.reading.stance in ("denies", "doubts"):
                item = Item(article.id, open_, label)
                if item.claims:
                    yield item


def fit(data, names, of_none):
    """Return the weights of a conditional logit, by name; several right claims share the likelihood."""
    tables = [
        (np.array([[row[n] for n in names] for row in item.claims]), np.array([item.none[n] for n in of_none]))
        for item in data
    ]

    def loss(weights):
        own, none = weights[: len(names)], weights[len(names) :]
        total, slope = PENALTY * (weights**2).sum(), 2 * PENALTY * weights
        for item, (rows, row) in zip(data, tables, strict=True):
            logits = np.append(rows @ own, row @ none)
            p = np.exp(logits - logits.max())
            p /= p.sum()
            right = item.right or [-1]
            target = np.zeros_like(p)
            target[right] = p[right] / p[right].sum()
            total -= np.log(p[right].sum())
            slope[: len(names)] += rows.T @ (p - target)[:-1]
            slope[len(names) :] += (p - target)[-1] * row
        return total, slope

    found = minimize(loss, np.zeros(len(names) + len(of_none)), jac=True, method="L-BFGS-B").x.round(4).tolist()
    return Weights(dict(zip(names, found, strict=False)), dict(zip(of_none, found[len(names) :], strict=True)))


def report(data, names, of_none):
    """Print how often the antecedent is right, by how sure it is, in folds by article."""
    ids = sorted({item.article for item in data})
    fold = {id_: place % FOLDS for place, id_ in enumerate(np.random.default_rng(0).permutation(ids))}
    found = []
    for number in range(FOLDS):
        weights = fit([item for item in data if fold[item.article] != number], names, of_none)
        mine = (item for item in data if fold[item.article] == number)
        found += [(item, find_antecedent(*item.open[1:], weights)) for item in mine]
    verdicts = [(item.right, best.claim.start in item.starts, best.confidence) for item, best in found]
    having = [right for answered, right, _ in verdicts if answered]
    print(len(found), "denials,", len(having), "with a right claim; right of these:", round(float(np.mean(having)), 3))
    for low, high in itertools.pairwise((0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 1.01)):
        band = [right for _, right, sure in verdicts if low <= sure < high]
        print(f"confidence {low}-{high}: {len(band)} denials, {np.mean(band) if band else 0:.2f} right")


def main(target):
    """Fit on all judged denials and write the weights."""
    data = list(items())
    names, of_none = list(data[0].claims[0]), list(data[0].none)
    report(data, names, of_none)
    Path(target).write_text(json.dumps(asdict(fit(data, names, of_none)), indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
