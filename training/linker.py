"""Train the perceptrons that link sources and contents to cues, on PolNeAR train; report on PolNeAR dev.

    CLAIMS_CORPORA=… python training/linker.py data/models/linker/weights.json

Needs scikit-learn besides requirements.txt. The shipped tagger tags the articles, the gold attribution
that shares most characters with a tagged span says where it belongs.
"""

import gzip
import json
import os
import sys
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from claims.extraction.headlines import parse
from claims.extraction.link_features import counts_before, features, gap
from claims.extraction.linking import REACH, place
from claims.extraction.tagger import tag_roles
from claims.inference import Tagger

ROLE_OF = {"source": "Source", "content": "Content"}


def owners(span, gold, role):
    """Return the indices of the gold attributions whose `role` overlaps the span most."""
    shared = [sum(max(0, min(e, span.end) - max(s, span.start)) for s, e in attribution[role]) for attribution in gold]
    most = max(shared, default=0)
    return {i for i, n in enumerate(shared) if n == most} if most else set()


def rows_of(split):
    """Yield (role, features, label) for every cue and span within reach."""
    tagger = Tagger.load()
    path = Path(os.environ["CLAIMS_CORPORA"]) / "polnear" / f"{split}.jsonl.gz"
    with gzip.open(path, "rt") as lines:
        for line in lines:
            article = json.loads(line)
            doc = parse(article["text"])
            placed = place(doc, tag_roles(article["text"], tagger))
            counts = counts_before(placed)
            gold = article["attributions"]
            cues = [(p, owners(p.item.span, gold, "cue")) for p in placed if p.item.role == "Cue"]
            for role, name in ROLE_OF.items():
                for span in (p for p in placed if p.item.role == name):
                    belongs = owners(span.item.span, gold, role)
                    for cue, cue_gold in cues:
                        if gap(cue, span) <= REACH:
                            yield role, features(cue, span, counts), bool(belongs & cue_gold)


def table(split):
    """Return the rows of a split by role as arrays."""
    kept = {role: ([], []) for role in ROLE_OF}
    for role, row, label in rows_of(split):
        kept[role][0].append(row)
        kept[role][1].append(label)
    return {role: (np.array(x), np.array(y)) for role, (x, y) in kept.items()}


def main(target):
    """Fit both perceptrons and write their weights."""
    train, dev = table("train"), table("dev")
    weights = {}
    for role, (x, y) in train.items():
        scaler = StandardScaler().fit(x)
        net = MLPClassifier((24,), alpha=1e-3, early_stopping=True, random_state=0, max_iter=60)
        net.fit(scaler.transform(x), y)
        p = net.predict_proba(scaler.transform(dev[role][0]))[:, 1]
        print(role, len(y), "rows, average precision on dev", round(average_precision_score(dev[role][1], p), 4))
        arrays = {
            "mean": scaler.mean_,
            "scale": scaler.scale_,
            "hidden": net.coefs_[0],
            "hidden_bias": net.intercepts_[0],
            "output": net.coefs_[1][:, 0],
            "output_bias": net.intercepts_[1][0],
        }
        weights[role] = {name: np.round(a, 5).tolist() for name, a in arrays.items()}
    Path(target).write_text(json.dumps(weights) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
