"""Time the shipped models beside torch in full precision, in one run: python -m benchmarks.model_speed.

    python3 -m pip install -r requirements-torch.txt
    CLAIMS_CORPORA=… python -m benchmarks.model_speed

The torch models have the same shape (six layers, 384 dimensions) with weights drawn at random: what they answer is not
looked at. NLI: news-dev pairs, on identical padded batches, and end to end, where transformers' own pipeline pads
batches of 32 as they come and the program sorts by length. Tagger: paragraphs of PolNeAR dev. Extraction: the whole of
it beside spaCy's pipeline alone. Medians of runs in turn, for a shared machine is faster at one time than at another.
"""

import json
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from claims.evaluation.gold import gold_article
from claims.evaluation.rows import read_rows
from claims.extraction.extract import extract_claims
from claims.extraction.language import load_language
from claims.inference import MODELS_DIR, Models, load_models
from claims.inference.batching import bucket, pad
from claims.inference.network import load_network
from claims.inference.nli import PAIR_PIECES
from claims.inference.recall import Recall

RUNS, ARTICLES = 5, 30


def seconds(theirs: Callable[[], object], ours: Callable[[], object]) -> tuple[float, float]:
    """Return the median time of each of two calls that run in turn, after one round that is not counted."""
    found: list[list[float]] = [[], []]
    for _ in range(RUNS + 1):
        for times, call in zip(found, (theirs, ours), strict=True):
            started = time.perf_counter()
            call()
            times.append(time.perf_counter() - started)
    return statistics.median(found[0][1:]), statistics.median(found[1][1:])


def torch_model(folder: Path, kind: str) -> Any:
    """Return a torch model of the shape of a shipped one."""
    import torch
    import transformers

    torch.set_num_threads(os.cpu_count() or 1)
    settings = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return getattr(transformers, kind)(transformers.BertConfig(**settings)).eval()


def batches_of(folder: Path, texts: list) -> tuple[Any, list[Any]]:
    """Return the open model and the padded batches that it would see."""
    network = load_network(folder, PAIR_PIECES)
    encodings = network.tokenizer.encode_batch(texts)
    chosen = bucket([len(encoding) for encoding in encodings])
    return network, [pad([encodings[index] for index in indices], network.pad_id) for indices in chosen]


def run_torch(model: Any, batches: list[Any]) -> None:
    """Run padded batches through torch."""
    import torch

    with torch.inference_mode():
        for batch in batches:
            names = {"input_ids": batch.ids, "attention_mask": batch.mask, "token_type_ids": batch.segments}
            model(**{name: torch.from_numpy(np.ascontiguousarray(rows)) for name, rows in names.items()})


def compare(name: str, folder: Path, kind: str, texts: list) -> Any:
    """Print the ratio on identical padded batches; return the torch model."""
    model, (network, batches) = torch_model(folder, kind), batches_of(folder, texts)
    theirs, ours = seconds(lambda: run_torch(model, batches), lambda: [network._run(batch) for batch in batches])
    print(f"{name}, identical padded batches: {len(texts) / ours:.0f} a second, {theirs / ours:.2f} times torch")
    return model


def main() -> None:
    """Print one line for each comparison."""
    import transformers

    corpora, models = Path(os.environ["CLAIMS_CORPORA"]), load_models()
    rows = list(read_rows(corpora / "nli" / "news-dev.jsonl"))
    pairs = [(row["premise"], row["hypothesis"]) for row in rows]
    model = compare("NLI", MODELS_DIR / "nli", "BertForSequenceClassification", pairs)
    tokenizer = transformers.PreTrainedTokenizerFast.from_pretrained(str(MODELS_DIR / "nli"))
    pipeline = transformers.TextClassificationPipeline(model=model, tokenizer=tokenizer, top_k=None, device="cpu")
    inputs = [{"text": premise, "text_pair": hypothesis} for premise, hypothesis in pairs]
    theirs, ours = seconds(
        lambda: pipeline(inputs, batch_size=32, truncation=True, max_length=PAIR_PIECES),
        lambda: forgetful(models).nli.score(pairs),
    )
    print(f"NLI, end to end: {len(pairs) / ours:.0f} pairs a second, {theirs / ours:.2f} times transformers' pipeline")
    articles = [gold_article(row, row["id"]) for row in read_rows(corpora / "polnear" / "dev.jsonl.gz")][:ARTICLES]
    paragraphs = [line for article in articles for line in article.text.split("\n") if line.strip()]
    compare("Tagger", MODELS_DIR / "attribution", "BertForTokenClassification", paragraphs)
    words, language = sum(len(article.text.split()) for article in articles), load_language()
    parsing, whole = seconds(
        lambda: [language(article.text) for article in articles],
        lambda: [extract_claims(article, forgetful(models)) for article in articles],
    )
    print(f"Extraction: {words / whole:.0f} words a second, {parsing / whole:.2f} of spaCy's {words / parsing:.0f}")


def forgetful(models: Models) -> Models:
    """Return the models without the answers that they remember."""
    for each in (models.nli, models.encoder):
        each._recall = Recall()
    return models


if __name__ == "__main__":
    main()
