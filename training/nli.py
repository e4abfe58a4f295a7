"""Train the NLI model: a strong teacher, its labels, and a small student that learns from them.

    export CLAIMS_CORPORA=CORPORA
    python training/nli.py teacher --base all-mpnet-base-v2 --out checkpoints/nli/teacher
    python training/nli.py general --base all-MiniLM-L6-v2 --out checkpoints/nli/general
    python training/nli.py label --base checkpoints/nli/teacher --out checkpoints/nli/labelled.jsonl --pairs FILE
    python training/nli.py distil --base checkpoints/nli/general --labelled checkpoints/nli/labelled.jsonl --out DIR

--base is a folder as transformers writes it. FILE has unlabelled pairs, one JSON object {premise, hypothesis} a line.
A run that was stopped goes on from its last checkpoint, or its last labelled pair. Training is in bf16 with 32-bit
master weights, on a GPU where there is one. Parts of the train data, by premise, are held out and measured.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import logging
import os
import random
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import transformers

logger = logging.getLogger("nli")
LABELS = ("entailment", "neutral", "contradiction")
PAIR_PIECES = 96
SMOOTHING = 0.05
TRUST = 0.6
"""The teacher's share in the target of a pair that also has a label."""
SAVE_STEPS = 250
SOFTENED = ("lingnli", "conjnli", "snli", "cad", "fm2", "fm2n", "healthver", "cannot")
"""Corpora of which the teacher labels a part again."""
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


@dataclass(frozen=True)
class Stage:
    """Say how long and on what a model is trained."""

    rate: float
    pieces: int
    """Word pieces in a batch."""
    amounts: dict[str, float]
    """Pairs of each corpus: how often it is taken whole (up to 9), or else the size of a random part."""
    swapped: dict[str, float]
    """Share of a corpus' contradictions that are also given the other way round: contradiction is symmetric."""


FEW = {"newsneg": 600, "newsnum": 500, "newsneutral": 600, "identity": 400, "truncated": 300, "climate": 600}
"""Artificial and noisy pairs: more of them teach the model how they were made."""
STAGES = {
    "teacher": Stage(
        rate=3.5e-5,
        pieces=1536,
        amounts=FEW
        | {"news": 3, "written": 1, "lingnli": 16000, "conjnli": 4000, "snli": 5000, "cad": 3000, "cannot": 2000}
        | {"fm2": 1500, "fm2n": 500, "healthver": 1500, "mpe": 500, "joci": 500},
        swapped={"news": 1, "lingnli": 0.2, "snli": 0.2, "cannot": 0.3},
    ),
    "general": Stage(
        rate=1.5e-4,
        pieces=2048,
        amounts=FEW
        | {"news": 3, "written": 1, "lingnli": 1, "conjnli": 9000, "snli": 1, "cad": 1, "cannot": 4000}
        | {"fm2": 1, "fm2n": 1000, "healthver": 1, "mpe": 2000, "joci": 2000},
        swapped={"news": 1, "lingnli": 0.2, "snli": 0.2, "cannot": 0.3},
    ),
    "distil": Stage(rate=1e-4, pieces=2048, amounts={"news": 3, "written": 1, "labelled": 2}, swapped={"news": 1}),
}
WRITTEN = (
    ("{a} is dead.", "entailment", "{a} was found dead in {p}.|{a} died at home in {p}.|{a} has passed away in {p}."),
    ("{a} is dead.", "entailment", "{a} was killed by {b}.|{b} shot {a} dead.|{a} was murdered in {p}."),
    ("{a} is dead.", "entailment", "{a} did not survive the crash.|{a} suffered a fatal heart attack.|{a} drowned."),
    ("{a} has died.", "entailment", "The body of {a} was found in {p}.|{a} succumbed to injuries.|{a} is no longer alive."),
    ("{a} is dead.", "neutral", "{a} was wounded by {b}.|{a} suffered a heart attack.|{b} threatened {a}."),
    ("{a} is dead.", "neutral", "{b} was killed by {a}.|{a} was taken to a hospital in {p}.|{a} has not been seen in {p}."),
    ("{a} was killed by {b}.", "neutral", "{a} died in {p}.|{a} was found dead.|{b} threatened {a}."),
    ("{a} is dead.", "contradiction", "{a} is alive and well.|{a} survived.|The reports of the death of {a} are false."),
    ("{a} has died.", "contradiction", "{a} is still living in {p}.|{a} spoke from {p} this morning.|{a} did not die."),
    ("{a} was killed by {b}.", "contradiction", "{a} died of natural causes.|{b} did not kill {a}.|{a} was not killed."),
    ("{a} has been arrested.", "entailment", "{a} was arrested in {p}.|{a} was taken into custody.|Police in {p} hold {a}."),
    ("{a} has been arrested.", "contradiction", "Nobody has arrested {a}.|{a} was never detained.|{a} is at liberty."),
    ("{a} has been arrested.", "neutral", "{a} was questioned in {p}.|{a} is wanted in {p}.|{b} accuses {a} of theft."),
)
"""Pairs made for training from words of our own: hypothesis, label, premises. Names are put in by `written_pairs`."""
NAMES = "Ada Holm|Piet Arends|Mira Voss|Tomas Brandl|Lena Okafor|Hugo Strand|Ines Calder|Karl Weyer|Nora Bexley|Yusuf Tan"
PLACES = "Utrecht|Graz|Aberdeen|Porto|Malmo|Lublin|Tampere|Ghent"


@dataclass(frozen=True)
class Pair:
    """Hold a pair with the probabilities that the model should learn for it."""

    premise: str
    hypothesis: str
    target: tuple[float, ...]
    corpus: str


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON lines file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def one_hot(label: str) -> tuple[float, ...]:
    """Return the probabilities of a pair with a certain label."""
    return tuple(float(label == each) for each in LABELS)


def is_held_out(row: dict[str, Any]) -> bool:
    """Tell whether a pair is kept for measuring: a twelfth of the news premises, a fiftieth of the others."""
    return zlib.crc32(row["premise"].encode()) % (12 if row["corpus"] == "news" else 50) == 0


def read_labelled() -> list[dict[str, Any]]:
    """Return every pair of the train data with its corpus, and those written here."""
    folder = Path(os.environ["CLAIMS_CORPORA"]) / "nli"
    news = [row | {"corpus": "news"} for row in read_rows(folder / "news-train.jsonl")]
    return news + read_rows(folder / "train.jsonl.gz") + list(written_pairs())


def written_pairs() -> Iterator[dict[str, Any]]:
    """Yield the pairs of WRITTEN, each with several names."""
    chance = random.Random(7)
    for hypothesis, label, premises in WRITTEN:
        for premise in premises.split("|"):
            for _ in range(8):
                one, two = chance.sample(NAMES.split("|"), 2)
                names = {"a": one, "b": two, "p": chance.choice(PLACES.split("|"))}
                texts = {"premise": premise.format(**names), "hypothesis": hypothesis.format(**names)}
                yield texts | {"label": label, "corpus": "written"}


def mix(stage: Stage, labelled: Path | None, seed: int) -> list[Pair]:
    """Return the pairs of a stage in random order."""
    chance, corpora = random.Random(seed), dict[str, list[dict[str, Any]]]()
    rows = [row for row in read_labelled() if not is_held_out(row)]
    for row in rows + (read_rows(labelled) if labelled else []):
        corpora.setdefault("labelled" if "soft" in row else row["corpus"], []).append(row)
    chosen: list[Pair] = []
    for corpus, amount in stage.amounts.items():
        known = corpora.get(corpus, [])
        taken = known * int(amount) if amount < 10 else chance.sample(known, min(int(amount), len(known)))
        chosen += [Pair(row["premise"], row["hypothesis"], target_of(row), corpus) for row in taken]
        opposed = [row for row in taken[: len(known)] if row.get("label") == "contradiction"]
        back = chance.sample(opposed, int(len(opposed) * stage.swapped.get(corpus, 0)))
        chosen += [Pair(row["hypothesis"], row["premise"], target_of(row), corpus) for row in back]
    chance.shuffle(chosen)
    return chosen


def target_of(row: dict[str, Any]) -> tuple[float, ...]:
    """Return what the model should say: the label, the teacher's probabilities, or both mixed."""
    soft = row.get("soft")
    if soft is None:
        return tuple(SMOOTHING / 3 + (1 - SMOOTHING) * value for value in one_hot(row["label"]))
    if "label" not in row:
        return tuple(soft)
    return tuple(TRUST * a + (1 - TRUST) * b for a, b in zip(soft, one_hot(row["label"]), strict=True))


class Network:
    """A pair classifier in bf16 with its tokenizer."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        names = {"id2label": dict(enumerate(LABELS)), "label2id": {name: i for i, name in enumerate(LABELS)}}
        self.model: Any = transformers.AutoModelForSequenceClassification.from_pretrained(
            folder, local_files_only=True, dtype=torch.bfloat16, **names
        ).to(DEVICE)

    def pieces(self, pairs: Sequence[tuple[str, str]]) -> list[dict[str, list[int]]]:
        """Return the word pieces of each pair."""
        texts = [premise for premise, _ in pairs], [hypothesis for _, hypothesis in pairs]
        found = self.tokenizer(*texts, truncation="longest_first", max_length=PAIR_PIECES)
        return [{key: found[key][index] for key in found} for index in range(len(pairs))]

    def logits(self, batch: Sequence[dict[str, list[int]]]) -> Any:
        """Run the model on a padded batch."""
        return self.model(**self.tokenizer.pad(batch, return_tensors="pt").to(DEVICE)).logits.float()

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        """Return the three probabilities of each pair."""
        pieces, found = self.pieces(pairs), dict[int, list[float]]()
        self.model.eval()
        with torch.inference_mode():
            for batch in batches([len(piece["input_ids"]) for piece in pieces], 4096, random.Random(0)):
                rows = self.logits([pieces[index] for index in batch]).softmax(-1).tolist()
                found |= dict(zip(batch, rows, strict=True))
        return [found[index] for index in range(len(pairs))]


def batches(lengths: Sequence[int], pieces: int, chance: random.Random) -> list[list[int]]:
    """Return batches of like lengths; each pool of 4,000 pairs is batched by itself, in random order."""
    found: list[list[int]] = []
    for start in range(0, len(lengths), 4000):
        done: list[list[int]] = [[]]
        for index in sorted(range(start, min(start + 4000, len(lengths))), key=lengths.__getitem__):
            if (len(done[-1]) + 1) * lengths[index] > pieces:
                done.append([])
            done[-1].append(index)
        chance.shuffle(done)
        found += done
    return found


class Training:
    """A run of a stage that can be stopped and go on."""

    def __init__(self, stage: Stage, network: Network, pairs: Sequence[Pair], out: Path) -> None:
        self.stage, self.network, self.out, self.step = stage, network, out, 0
        self.targets = torch.tensor([pair.target for pair in pairs], device=DEVICE)
        self.pieces = network.pieces([(pair.premise, pair.hypothesis) for pair in pairs])
        self.batches = batches([len(piece["input_ids"]) for piece in self.pieces], stage.pieces, random.Random(1))
        for name, weights in network.model.named_parameters():
            weights.requires_grad_("word_embeddings" not in name)
        self.weights = [weights for weights in network.model.parameters() if weights.requires_grad]
        self.master = [weights.detach().float() for weights in self.weights]
        self.optimizer = torch.optim.AdamW(self.master, lr=stage.rate, weight_decay=0.01, fused=True)

    def run(self) -> None:
        """Train to the end, from the last checkpoint where there is one."""
        held_out = [row for row in read_labelled() if is_held_out(row)]
        if (self.out / "checkpoint.pt").exists():
            self.resume()
        started, first = time.monotonic(), self.step
        while self.step < len(self.batches):
            loss = self.learn(self.batches[self.step])
            self.step += 1
            if self.step % 25 == 0:
                speed = (time.monotonic() - started) / (self.step - first)
                logger.info("step %d of %d, loss %.3f, %.2f s a step", self.step, len(self.batches), loss, speed)
            if self.step % SAVE_STEPS == 0 or self.step == len(self.batches):
                self.save()
                logger.info("held out: %s", measure(self.network, held_out))

    def learn(self, batch: Sequence[int]) -> float:
        """Do one step of gradient descent; the rate rises over the first tenth and falls to zero."""
        part = self.step / len(self.batches)
        self.optimizer.param_groups[0]["lr"] = self.stage.rate * min(10 * part, (1 - part) / 0.9)
        self.network.model.train()
        logits = self.network.logits([self.pieces[index] for index in batch])
        loss = torch.nn.functional.cross_entropy(logits, self.targets[batch])
        loss.backward()
        for master, weights in zip(self.master, self.weights, strict=True):
            master.grad, weights.grad = weights.grad.float() if weights.grad is not None else None, None
        torch.nn.utils.clip_grad_norm_(self.master, 1.0)
        self.optimizer.step()
        self.publish()
        return float(loss)

    def publish(self) -> None:
        """Copy the master weights into the model."""
        with torch.no_grad():
            for master, weights in zip(self.master, self.weights, strict=True):
                weights.copy_(master)

    def save(self) -> None:
        """Write a checkpoint to go on from, and the model in half precision."""
        state = {"step": self.step, "master": self.master, "optimizer": self.optimizer.state_dict()}
        torch.save(state, self.out / "checkpoint.new")
        (self.out / "checkpoint.new").rename(self.out / "checkpoint.pt")
        kept = {name: weights.clone() for name, weights in self.network.model.state_dict().items()}
        names = [name for name, weights in self.network.model.named_parameters() if weights.requires_grad]
        half = kept | dict(zip(names, self.master, strict=True))
        self.network.model.save_pretrained(self.out, state_dict={name: each.half() for name, each in half.items()})
        self.network.tokenizer.save_pretrained(self.out)

    def resume(self) -> None:
        """Take up the checkpoint."""
        state = torch.load(self.out / "checkpoint.pt", map_location=DEVICE)
        self.step = state["step"]
        for master, known in zip(self.master, state["master"], strict=True):
            master.copy_(known)
        self.optimizer.load_state_dict(state["optimizer"])
        self.publish()


def measure(network: Network, rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return the accuracy on news, on pairs written here and on the other corpora, at most 600 pairs of each."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in random.Random(3).sample(rows, len(rows)):
        groups.setdefault(row["corpus"] if row["corpus"] in ("news", "lingnli") else "others", []).append(row)
    found: dict[str, float] = {}
    for corpus, known in sorted(groups.items()):
        scores = network.probabilities([(row["premise"], row["hypothesis"]) for row in known[:600]])
        right = [LABELS[each.index(max(each))] == row["label"] for each, row in zip(scores, known, strict=False)]
        found[corpus] = round(sum(right) / len(right), 4)
    return found


def train(name: str, arguments: argparse.Namespace) -> None:
    """Run a stage."""
    arguments.out.mkdir(parents=True, exist_ok=True)
    pairs = mix(STAGES[name], arguments.labelled, arguments.seed)
    logger.info("%s: %d pairs", name, len(pairs))
    torch.manual_seed(arguments.seed)
    Training(STAGES[name], Network(arguments.base), pairs, arguments.out).run()


def label(arguments: argparse.Namespace) -> None:
    """Write the teacher's probabilities for the unlabelled pairs and, both ways round, for the labelled ones."""
    network, out = Network(arguments.base), arguments.out
    known = len(read_rows(out)) if out.exists() else 0
    rows = to_label(arguments.pairs, arguments.seed)[known:]
    with out.open("a", encoding="utf-8") as file:
        for start in range(0, len(rows), 2000):
            part = rows[start : start + 2000]
            scores = network.probabilities([(row["premise"], row["hypothesis"]) for row in part])
            for row, soft in zip(part, scores, strict=True):
                file.write(json.dumps(row | {"soft": [round(value, 4) for value in soft]}) + "\n")
            file.flush()
            logger.info("%d of %d labelled", known + start + len(part), known + len(rows))


def to_label(unlabelled: Path | None, seed: int) -> list[dict[str, Any]]:
    """Return the pairs for the teacher in a fixed random order, so that it may be stopped at any time."""
    chance = random.Random(seed)
    rows = [row for row in read_labelled() if not is_held_out(row) and row["corpus"] not in FEW]
    news = [row for row in rows if row["corpus"] == "news"]
    others = chance.sample([row for row in rows if row["corpus"] in SOFTENED], 24000)
    between = list(between_hypotheses(news))
    back = [reversed_pair(row) for row in news + others[:10000]]
    chosen = news + others + back + chance.sample(between, min(14000, len(between)))
    chosen += read_rows(unlabelled) if unlabelled else []
    return chance.sample(chosen, len(chosen))


def reversed_pair(row: dict[str, Any]) -> dict[str, Any]:
    """Return a pair the other way round, without its label."""
    return {"premise": row["hypothesis"], "hypothesis": row["premise"], "corpus": row["corpus"] + " reversed"}


def between_hypotheses(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield each ordered pair of two hypotheses about one premise, without a label."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(row["premise"], []).append(row["hypothesis"])
    for known in groups.values():
        for one, other in itertools.permutations(known, 2):
            yield {"premise": one, "hypothesis": other, "corpus": "between hypotheses"}


def main() -> None:
    """Run the stage that the command line names."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=[*STAGES, "label"])
    parser.add_argument("--base", type=Path, required=True, help="folder of the model to start from")
    parser.add_argument("--out", type=Path, required=True, help="folder of the new model, or file of the labelled pairs")
    parser.add_argument("--pairs", type=Path, help="label: unlabelled pairs")
    parser.add_argument("--labelled", type=Path, help="distil: what label wrote")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.stage == "label":
        label(arguments)
    else:
        train(arguments.stage, arguments)


if __name__ == "__main__":
    main()
