"""Train the weights that join a denial's words ("the claims", "it") to the claim that they point at.

    CLAIMS_CORPORA=… python training/antecedents.py data/models/antecedents/weights.json

Needs scipy besides requirements.txt. Readers said of each denial in benchmarks/judged/antecedents.jsonl which of the
claims that the program takes from its article (Wikinews, the rumours corpus, PolNeAR train, gold dev) state what is
denied; claims and denials are known by the character at which they begin. Prints figures of ten folds by article.
"""

import gzip
import json
import os
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from claims.evaluation.gold import gold_article
from claims.extraction.actors import ActorTable, ArticleActors
from claims.extraction.antecedent_features import claim_features, pointer_features
from claims.extraction.antecedents import EQUAL, is_own
from claims.extraction.extract import find_attributions
from claims.extraction.language import load_language
from claims.extraction.pointers import find_open
from claims.extraction.readings import read_attribution
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
    """Hold one denial: features of its claims, of none of them, and which are right."""

    def __init__(self, article, open_, label):
        pointer, cosines = open_.pointer, open_.cosines
        places = [i for i, c in enumerate(open_.candidates) if not is_own(pointer, c)]
        claims, cosines = [open_.candidates[i] for i in places], cosines.of(places)
        self.article, self.each_other = article, cosines.each_other
        self.claims = claim_features(pointer, claims, cosines) if claims else []
        self.none = pointer_features(pointer, claims, cosines)
        self.right = [i for i, c in enumerate(claims) if c.start in label["right"]]


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
    models, nlp, table = load_models(), load_language(), ActorTable.load()
    for article, labels in articles():
        doc = nlp(article.text)
        actors = ArticleActors(doc, article, table)
        found = find_attributions(doc, article, models.tagger)
        readings = [reading for each in found for reading in read_attribution(doc, each, actors)]
        for open_ in find_open(doc, article.title, readings, models.encoder):
            label = next((row for row in labels if row["denial"] == open_.pointer.start), None)
            if label is not None and open_.reading.stance in ("denies", "doubts"):
                item = Item(article.id, open_, label)
                if item.claims:
                    yield item


def fit(data, names, of_none):
    """Return the weights of a conditional logit; several right claims share the likelihood."""
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

    return minimize(loss, np.zeros(len(names) + len(of_none)), jac=True, method="L-BFGS-B").x


def chosen(item, weights, names, of_none):
    """Return the place of the most probable claim and how sure it is, with what says the same."""
    rows = np.array([[row[n] for n in names] for row in item.claims])
    none = np.array([item.none[n] for n in of_none]) @ weights[len(names) :]
    logits = np.append(rows @ weights[: len(names)], none)
    p = np.exp(logits - logits.max())
    p /= p.sum()
    best = int(p[:-1].argmax())
    same = item.each_other[best] >= EQUAL
    same[best] = True
    return best, float(p[:-1][same].sum())


def report(data, names, of_none):
    """Print how often the chosen claim is right, by how sure it is, in folds by article."""
    ids = sorted({item.article for item in data})
    fold = {id_: place % FOLDS for place, id_ in enumerate(np.random.default_rng(0).permutation(ids))}
    found = []
    for number in range(FOLDS):
        weights = fit([item for item in data if fold[item.article] != number], names, of_none)
        mine = (item for item in data if fold[item.article] == number)
        found += [(item, *chosen(item, weights, names, of_none)) for item in mine]
    having = [(item, best) for item, best, _ in found if item.right]
    print(len(found), "denials,", len(having), "with a right claim; right of these:")
    print(round(float(np.mean([best in item.right for item, best in having])), 3))
    for low, high in ((0.0, 0.1), (0.1, 0.2), (0.2, 0.3), (0.3, 0.4), (0.4, 0.5), (0.5, 0.6), (0.6, 1.01)):
        band = [best in item.right for item, best, sure in found if low <= sure < high]
        print(f"confidence {low}-{high}: {len(band)} denials, {np.mean(band) if band else 0:.2f} right")


def main(target):
    """Fit on all judged denials and write the weights."""
    data = list(items())
    names, of_none = list(data[0].claims[0]), list(data[0].none)
    report(data, names, of_none)
    weights = np.round(fit(data, names, of_none), 4).tolist()
    parts = {
        "claim": dict(zip(names, weights, strict=False)),
        "none": dict(zip(of_none, weights[len(names) :], strict=True)),
    }
    Path(target).write_text(json.dumps(parts, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
