"""Train the NLI model: a strong teacher, its labels for more pairs, and a small student that learns from both.

    export CLAIMS_CORPORA=CORPORA
    python -m training.nli teacher --base all-mpnet-base-v2 --out checkpoints/nli/teacher
    python -m training.nli further --base checkpoints/nli/teacher --out checkpoints/nli/further --seed 1
    python -m training.nli label --base checkpoints/nli/further --out checkpoints/nli/labelled.jsonl --pairs FILE
    python -m training.nli general --base all-MiniLM-L6-v2 --out checkpoints/nli/general
    python -m training.nli distil --base checkpoints/nli/general --pairs checkpoints/nli/labelled.jsonl --out DIR

What contradicts a claim without a word of negation is learnt last, from contrary.jsonl; the model's own answers to
other pairs keep what it knows:

    python -m training.restore data/models/nli checkpoints/nli/shipped
    python -m training.nli replay --base checkpoints/nli/shipped --out checkpoints/nli/replay.jsonl --pairs FILE
    python -m training.nli contrary --base checkpoints/nli/shipped --pairs checkpoints/nli/replay.jsonl --out DIR

--base is a folder as transformers writes it. FILE holds unlabelled pairs, one {premise, hypothesis} a line: near
propositions of news articles. A run that was stopped goes on from its last checkpoint or labelled pair. It is done in
bf16 with 32-bit master weights where that is fast, on a GPU where there is one. Some train premises are held out and
measured.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import logging
import os
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import transformers

from training.learning import DEVICE, DTYPE, Learner, batches

logger = logging.getLogger("training")
Row = dict[str, Any]
LABELS = ("entailment", "neutral", "contradiction")
PAIR_PIECES, LABEL_PIECES = 96, 4096
SMOOTHING = 0.05
TRUST = 0.6
"""The teacher's share in the target of a pair that also has a label."""
WHOLE = 9
"""Amounts up to here say how often a corpus is taken whole; larger ones are the size of a random part."""
ARTIFICIAL = {"newsneg": 600, "newsnum": 500, "newsneutral": 600, "identity": 400, "truncated": 300, "climate": 600}
"""With climate, which is noisy. More of them teach the model how they were made."""
SWAPPED = {"news": 1, "lingnli": 0.2, "snli": 0.2, "cannot": 0.3}
"""Share of the contradictions that are also given the other way round: contradiction is symmetric."""
AGAIN, BACK, BETWEEN = 24000, 6000, 6000
"""Labelled pairs that the teacher labels again, those of them also the other way round, pairs of two hypotheses."""
REPLAYED = {"lingnli": 6000, "snli": 1500, "cad": 1000, "conjnli": 1000, "fm2": 750, "healthver": 750}
NEAR = 4000
"""Near propositions among what the model answers itself; at most so many."""
CONTRARY = Path(__file__).parent / "contrary.jsonl"
"""Claims of invented news, each with what contradicts it, stands beside it and says it again."""
SOFTENED = ("lingnli", "conjnli", "snli", "cad", "fm2", "fm2n", "healthver", "cannot")


@dataclass(frozen=True)
class Stage:
    """Say how a model is trained: learning rate, word pieces in a batch, pairs of each corpus."""

    rate: float
    pieces: int
    amounts: dict[str, float]


STAGES = {
    "teacher": Stage(
        3.5e-5,
        1536,
        {**ARTIFICIAL, "news": 3, "written": 1, "lingnli": 16000, "conjnli": 4000, "snli": 5000, "cad": 3000}
        | {"cannot": 2000, "fm2": 1500, "fm2n": 500, "healthver": 1500, "mpe": 500, "joci": 500},
    ),
    "further": Stage(
        2.5e-5,
        1536,
        {"newsneg": 300, "newsneutral": 300, "climate": 300, "news": 2, "written": 1, "lingnli": 1, "conjnli": 4000}
        | {"snli": 5000, "cad": 3000, "cannot": 4000, "fm2": 1, "fm2n": 500, "healthver": 1, "mpe": 300, "joci": 300},
    ),
    "general": Stage(
        1.5e-4,
        2048,
        {**ARTIFICIAL, "news": 3, "written": 1, "lingnli": 1, "conjnli": 9000, "snli": 1, "cad": 1}
        | {"cannot": 4000, "fm2": 1, "fm2n": 1000, "healthver": 1, "mpe": 2000, "joci": 2000},
    ),
    "distil": Stage(
        1e-4,
        2048,
        {"news": 3, "written": 1, "labelled": 2, "lingnli": 12000, "snli": 3000, "cad": 2000, "conjnli": 2000},
    ),
    "contrary": Stage(8e-5, 2048, {"contrary": 1, "news": 2, "written": 1, "labelled": 1}),
}
WRITTEN = """\
{a} is dead.|entailment|{a} was found dead in {p}.|{a} died at home in {p}.|{a} has passed away in {p}.
{a} is dead.|entailment|{a} was killed by {b}.|{b} shot {a} dead.|{a} was murdered in {p}.
{a} is dead.|entailment|{a} did not survive the crash.|{a} suffered a fatal heart attack.|{a} drowned.
{a} has died.|entailment|The body of {a} was found in {p}.|{a} succumbed to injuries.|{a} is no longer alive.
{a} is dead.|neutral|{a} was wounded by {b}.|{a} suffered a heart attack.|{b} threatened {a}.
{a} is dead.|neutral|{b} was killed by {a}.|{a} was taken to a hospital in {p}.|{a} has not been seen in {p}.
{a} was killed by {b}.|neutral|{a} died in {p}.|{a} was found dead.|{b} threatened {a}.
{a} is dead.|contradiction|{a} is alive and well.|{a} survived.|The reports of the death of {a} are false.
{a} has died.|contradiction|{a} is still living in {p}.|{a} spoke from {p} this morning.|{a} did not die.
{a} was killed by {b}.|contradiction|{a} died of natural causes.|{b} did not kill {a}.|{a} was not killed.
{a} has been arrested.|entailment|{a} was arrested in {p}.|{a} was taken into custody.|Police in {p} hold {a}.
{a} has been arrested.|contradiction|Nobody has arrested {a}.|{a} was never detained.|{a} is at liberty.
{a} has been arrested.|neutral|{a} was questioned in {p}.|{a} is wanted in {p}.|{b} accuses {a} of theft.
"""
"""Pairs in words of our own: hypothesis, label, premises; each is given with eight choices of names."""
NAMES = "Ada Holm|Piet Arends|Mira Voss|Tomas Brandl|Lena Okafor|Hugo Strand|Ines Calder|Karl Weyer|Nora Bexley|"
NAMES += "Yusuf Tan"
PLACES = "Utrecht|Graz|Aberdeen|Porto|Malmo|Lublin|Tampere|Ghent"


def read_rows(path: Path) -> list[Row]:
    """Return the objects of a JSON lines file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_labelled() -> tuple[list[Row], list[Row]]:
    """Return the pairs to train on, and those held out: a twelfth of the news premises, a fiftieth of the others."""
    folder = Path(os.environ["CLAIMS_CORPORA"]) / "nli"
    rows = [row | {"corpus": "news"} for row in read_rows(folder / "news-train.jsonl")]
    rows += read_rows(folder / "train.jsonl.gz") + list(written_pairs())
    lots = [zlib.crc32(row["premise"].encode()) % (12 if row["corpus"] == "news" else 50) for row in rows]
    kept = [row for row, lot in zip(rows, lots, strict=True) if lot]
    kept += contrary_pairs()
    return kept, [row for row, lot in zip(rows, lots, strict=True) if not lot]


def written_pairs() -> Iterator[Row]:
    """Yield the pairs of WRITTEN with names put in."""
    chance = random.Random(7)
    for line in WRITTEN.splitlines():
        hypothesis, label, *premises = line.split("|")
        for premise in itertools.chain.from_iterable([premise] * 8 for premise in premises):
            one, two = chance.sample(NAMES.split("|"), 2)
            names = {"a": one, "b": two, "p": chance.choice(PLACES.split("|"))}
            texts = {"premise": premise.format(**names), "hypothesis": hypothesis.format(**names)}
            yield texts | {"label": label, "corpus": "written"}


def contrary_pairs() -> Iterator[Row]:
    """Yield pairs of each group of CONTRARY: what contradicts a claim also contradicts what says it again.

    What stands beside it leaves open whatever else is said: without such pairs the model takes any other detail of an
    event for a contradiction.
    """
    chance = random.Random(0)
    for group in read_rows(CONTRARY):
        claim, contrary, beside, same = (group[kind] for kind in ("claim", "contrary", "beside", "same"))
        opposed = [(text, claim) for text in contrary] + [(claim, text) for text in contrary]
        opposed += [(text, chance.choice(same)) for text in contrary]
        open_ = [(text, claim) for text in beside] + [(claim, text) for text in beside]
        open_ += chance.sample(list(itertools.product(contrary, beside)), 3)
        open_ += [(chance.choice(same), chance.choice(beside)), (beside[0], beside[1])]
        labelled = [("contradiction", opposed), ("neutral", open_), ("entailment", [(text, claim) for text in same])]
        for label, pairs in labelled:
            for premise, hypothesis in pairs:
                yield {"premise": premise, "hypothesis": hypothesis, "label": label, "corpus": "contrary"}


def back(row: Row) -> Row:
    """Return the pair the other way round, without its label."""
    return {"premise": row["hypothesis"], "hypothesis": row["premise"], "corpus": f"{row['corpus']} reversed"}


def mix(stage: Stage, rows: Sequence[Row], seed: int) -> list[Row]:
    """Return the pairs of a stage in random order."""
    chance, corpora = random.Random(seed), dict[str, list[Row]]()
    for row in rows:
        corpora.setdefault("labelled" if "soft" in row else row["corpus"], []).append(row)
    chosen: list[Row] = []
    for corpus, amount in stage.amounts.items():
        known = corpora.get(corpus, [])
        taken = known * int(amount) if amount <= WHOLE else chance.sample(known, min(int(amount), len(known)))
        opposed = [row for row in taken[: len(known)] if row.get("label") == "contradiction"]
        swapped = chance.sample(opposed, int(len(opposed) * SWAPPED.get(corpus, 0)))
        chosen += taken + [back(row) | {"label": row["label"]} for row in swapped]
    chance.shuffle(chosen)
    return chosen


def target_of(row: Row) -> list[float]:
    """Return what the model should say: the label, the teacher's probabilities, or both mixed."""
    gold, soft = [float(row.get("label") == label) for label in LABELS], row.get("soft")
    if soft is None:
        return [SMOOTHING / 3 + (1 - SMOOTHING) * value for value in gold]
    return [TRUST * a + (1 - TRUST) * b for a, b in zip(soft, gold, strict=True)] if "label" in row else list(soft)


class Network:
    """A pair classifier with its tokenizer."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        names = {"id2label": dict(enumerate(LABELS)), "label2id": {name: i for i, name in enumerate(LABELS)}}
        self.model: Any = transformers.AutoModelForSequenceClassification.from_pretrained(
            folder, local_files_only=True, dtype=DTYPE, **names
        ).to(DEVICE)

    def pieces(self, rows: Sequence[Row]) -> list[dict[str, list[int]]]:
        """Return the word pieces of each pair."""
        texts = [row["premise"] for row in rows], [row["hypothesis"] for row in rows]
        found = self.tokenizer(*texts, truncation="longest_first", max_length=PAIR_PIECES)
        return [{key: found[key][index] for key in found} for index in range(len(rows))]

    def logits(self, batch: Sequence[dict[str, list[int]]]) -> Any:
        """Run the model on a padded batch."""
        return self.model(**self.tokenizer.pad(batch, return_tensors="pt").to(DEVICE)).logits.float()

    def probabilities(self, rows: Sequence[Row]) -> list[list[float]]:
        """Return the three probabilities of each pair."""
        pieces, found = self.pieces(rows), dict[int, list[float]]()
        self.model.eval()
        with torch.inference_mode():
            for batch in batches([len(piece["input_ids"]) for piece in pieces], LABEL_PIECES):
                scores = self.logits([pieces[index] for index in batch]).softmax(-1).tolist()
                found |= dict(zip(batch, scores, strict=True))
        return [found[index] for index in range(len(rows))]

    def measure(self, rows: Sequence[Row]) -> dict[str, float]:
        """Return the accuracy on at most 600 pairs of news, of LingNLI and of the other corpora."""
        groups, found = dict[str, list[Row]](), dict[str, float]()
        for row in random.Random(3).sample(rows, len(rows)):
            groups.setdefault(row["corpus"] if row["corpus"] in ("news", "lingnli") else "others", []).append(row)
        for corpus, known in groups.items():
            scores = zip(self.probabilities(known[:600]), known, strict=False)
            right = [LABELS[each.index(max(each))] == row["label"] for each, row in scores]
            found[corpus] = round(sum(right) / len(right), 4)
        return found


def train(stage: Stage, arguments: argparse.Namespace) -> None:
    """Run a stage."""
    torch.manual_seed(arguments.seed)
    rows, held_out = read_labelled()
    rows = mix(stage, rows + (read_rows(arguments.pairs) if arguments.pairs else []), arguments.seed)
    network = Network(arguments.base)
    targets = torch.tensor([target_of(row) for row in rows], device=DEVICE)
    pieces = network.pieces(rows)
    order = batches([len(piece["input_ids"]) for piece in pieces], stage.pieces)[: arguments.steps]
    logger.info("%d pairs, %d batches", len(rows), len(order))

    def loss_of(batch: Sequence[int]) -> Any:
        logits = network.logits([pieces[index] for index in batch])
        return torch.nn.functional.cross_entropy(logits, targets[batch])

    learner = Learner(network.model, network.tokenizer, stage.rate, arguments.out)
    learner.run(order, loss_of, lambda: network.measure(held_out))


def label(arguments: argparse.Namespace) -> None:
    """Write the model's probabilities for a fixed random order of pairs, from where an earlier run ended."""
    network, rows = Network(arguments.base), (to_replay if arguments.stage == "replay" else to_label)(arguments)
    known = len(read_rows(arguments.out)) if arguments.out.exists() else 0
    with arguments.out.open("a", encoding="utf-8") as file:
        for start in range(known, len(rows), 2000):
            part = rows[start : start + 2000]
            scores = [[round(value, 4) for value in each] for each in network.probabilities(part)]
            file.writelines(json.dumps(row | {"soft": soft}) + "\n" for row, soft in zip(part, scores, strict=True))
            file.flush()
            logger.info("%d of %d labelled", start + len(part), len(rows))


def to_label(arguments: argparse.Namespace) -> list[Row]:
    """Return unlabelled pairs, labelled ones again and back, and pairs of two hypotheses about one premise."""
    chance, rows = random.Random(arguments.seed), read_labelled()[0]
    news = [row for row in rows if row["corpus"] == "news"]
    again = chance.sample([row for row in rows if row["corpus"] in SOFTENED], AGAIN)
    groups: dict[str, list[str]] = {}
    for row in news:
        groups.setdefault(row["premise"], []).append(row["hypothesis"])
    between = [pair for known in groups.values() for pair in itertools.permutations(known, 2)]
    chosen = news + again + [back(row) for row in news + again[:BACK]]
    chosen += [{"premise": a, "hypothesis": b, "corpus": "between"} for a, b in chance.sample(between, BETWEEN)]
    chosen += read_rows(arguments.pairs) if arguments.pairs else []
    return chance.sample(chosen, len(chosen))


def to_replay(arguments: argparse.Namespace) -> list[Row]:
    """Return labelled pairs of the corpora in REPLAYED, and unlabelled ones."""
    chance, rows = random.Random(arguments.seed), read_labelled()[0]
    near = read_rows(arguments.pairs) if arguments.pairs else []
    chosen = chance.sample(near, min(NEAR, len(near)))
    for corpus, amount in REPLAYED.items():
        chosen += chance.sample([row for row in rows if row["corpus"] == corpus], amount)
    return chance.sample(chosen, len(chosen))


def main() -> None:
    """Run the stage that the command line names."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=[*STAGES, "label", "replay"])
    parser.add_argument("--base", type=Path, required=True, help="folder of the model to start from, or of the teacher")
    parser.add_argument("--out", type=Path, required=True, help="folder of the new model, or file of labelled pairs")
    parser.add_argument("--pairs", type=Path, help="unlabelled pairs; distil, contrary: the labelled ones")
    parser.add_argument("--steps", type=int, help="stop after so many batches; all without it")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.stage in ("label", "replay"):
        label(arguments)
    else:
        train(STAGES[arguments.stage], arguments)


if __name__ == "__main__":
    main()
