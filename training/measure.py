"""Measure a model folder on the dev sets under CLAIMS_CORPORA, through the code that the program runs.

The same function measures the full-precision and the INT8 folder, so that nothing else differs.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.inference import Encoder, Nli, Tagger, Tags
from claims.inference.nli import NLI_LABELS
from claims.types import NliScores

Figures = dict[str, float]
Row = dict[str, Any]

WINDOW_PIECES = 190
"""Word pieces of the paragraphs that are packed into one window, as in training."""
ROLES = ("source", "cue", "content")
NLI_SETS = (
    ("news_dev", "nli/news-dev.jsonl", 0),
    ("mnli_dev_sample", "nli/mnli-dev.jsonl.gz", 4000),
    ("negation_dev", "nli/negation-dev.jsonl.gz", 0),
    ("contrary", str(Path(__file__).parents[1] / "benchmarks" / "invented" / "contrary.jsonl"), 0),
)
"""Name in the card, file (of the corpora, but for the last), size of the sample (0: all of it)."""


def read_rows(name: str, sample: int = 0) -> list[Row]:
    """Return the objects of a JSON lines file of the corpora, or a fixed sample of them."""
    path = Path(os.environ["CLAIMS_CORPORA"]) / name
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return random.Random(0).sample(rows, sample) if 0 < sample < len(rows) else rows


def measure_attribution(folder: Path) -> Figures:
    """Return word-piece F1 of each role on PolNeAR dev, and windows a second."""
    tagger = Tagger.load(folder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    articles = read_rows("polnear/dev.jsonl.gz")
    windows = [(row, start, end) for row in articles for start, end in pack(row["text"], tokenizer)]
    started = time.perf_counter()
    tagged = tagger.tag([row["text"][start:end] for row, start, end in windows])
    seconds = time.perf_counter() - started
    counts = dict.fromkeys(ROLES, np.zeros(3))
    for (row, start, _), tags in zip(windows, tagged, strict=True):
        for role in ROLES:
            counts[role] = counts[role] + count_hits(row, start, tags, role)
    figures = {f"polnear_dev_{role}_f1": f1(*count) for role, count in counts.items()}
    return figures | {"windows_per_second": round(len(windows) / seconds, 1)}


def pack(text: str, tokenizer: Tokenizer) -> Iterator[tuple[int, int]]:
    """Yield the character ranges of windows: whole paragraphs, as many as fit."""
    start, pieces = 0, 0
    for paragraph in re.finditer(r"[^\n]+\n*", text):
        length = len(tokenizer.encode(paragraph.group(), add_special_tokens=False))
        if pieces and pieces + length > WINDOW_PIECES:
            yield start, paragraph.start()
            start, pieces = paragraph.start(), 0
        pieces += length
    if pieces:
        yield start, len(text)


def count_hits(row: Row, start: int, tags: Tags, role: str) -> NDArray[np.float64]:
    """Return how many word pieces of a window are rightly tagged, tagged and annotated with the role."""
    spans = [span for attribution in row["attributions"] for span in attribution[role]]
    offsets = tags.offsets + start
    gold = np.zeros(len(offsets), dtype=bool)
    for first, last in spans:
        gold |= (offsets[:, 0] < last) & (offsets[:, 1] > first)
    columns = [index for index, label in enumerate(tags.labels) if label.lower().endswith(role)]
    mine = np.isin(tags.probabilities.argmax(axis=1), columns)
    return np.array([(gold & mine).sum(), mine.sum(), gold.sum()], dtype=np.float64)


def f1(right: float, predicted: float, gold: float) -> float:
    """Return F1 from counts, to four places."""
    return round(float(2 * right / max(predicted + gold, 1)), 4)


def measure_nli(folder: Path) -> Figures:
    """Return accuracy and F1 of contradiction on each set, and pairs a second."""
    nli, figures, pairs, seconds = Nli.load(folder), Figures(), 0, 0.0
    for name, file, sample in NLI_SETS:
        rows = read_rows(file, sample)
        started = time.perf_counter()
        scores = nli.score([(row["premise"], row["hypothesis"]) for row in rows])
        seconds += time.perf_counter() - started
        pairs += len(rows)
        figures |= compare_labels(name, rows, scores)
    return figures | {"pairs_per_second": round(pairs / seconds, 1)}


def compare_labels(name: str, rows: Sequence[Row], scores: Sequence[NliScores]) -> Figures:
    """Return accuracy and F1 of contradiction of the most probable labels."""
    mine = [max(NLI_LABELS, key=lambda label: getattr(score, label)) for score in scores]
    gold = [row["label"] for row in rows]
    right = sum(a == b for a, b in zip(mine, gold, strict=True))
    both = sum(a == b == "contradiction" for a, b in zip(mine, gold, strict=True))
    contradictions = f1(both, mine.count("contradiction"), gold.count("contradiction"))
    return {f"{name}_accuracy": round(right / len(rows), 4), f"{name}_contradiction_f1": contradictions}


def measure_encoder(folder: Path) -> Figures:
    """Return how often a paraphrase of news-dev finds its premise among all, and sentences a second."""
    encoder = Encoder.load(folder)
    rows = [row for row in read_rows("nli/news-dev.jsonl") if row["label"] == "entailment"]
    premises = sorted({row["premise"] for row in rows})
    started = time.perf_counter()
    vectors, queries = encoder.embed(premises), encoder.embed([row["hypothesis"] for row in rows])
    seconds = time.perf_counter() - started
    near = queries @ vectors.T
    own = near[np.arange(len(rows)), [premises.index(row["premise"]) for row in rows]]
    ranks = (near > own[:, None]).sum(axis=1)
    return {
        "news_dev_recall_at_1": round(float((ranks < 1).mean()), 4),
        "news_dev_recall_at_20": round(float((ranks < 20).mean()), 4),
        "sentences_per_second": round((len(rows) + len(premises)) / seconds, 1),
    }


def compare_encoders(full: Path, int8: Path) -> Figures:
    """Return the cosine between the two vectors of each premise of news-dev: mean and least."""
    sentences = sorted({row["premise"] for row in read_rows("nli/news-dev.jsonl")})
    cosines = (Encoder.load(full).embed(sentences) * Encoder.load(int8).embed(sentences)).sum(axis=1)
    return {"cosine_mean": round(float(cosines.mean()), 4), "cosine_least": round(float(cosines.min()), 4)}
