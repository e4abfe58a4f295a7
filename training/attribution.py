"""Train the attribution tagger: a strong teacher, its tags for more articles, and a small student of both.

    export CLAIMS_CORPORA=CORPORA
    python -m training.attribution teacher --base all-mpnet-base-v2 --out checkpoints/attribution/teacher
    python -m training.attribution label --base checkpoints/attribution/teacher --out checkpoints/attribution/tags
    python -m training.attribution distil --base all-MiniLM-L6-v2 --tags checkpoints/attribution/tags --out DIR

--base is a folder as transformers writes it. Gold is PolNeAR train (Newell, Margolin and Ruths, LREC 2018); the teacher
also tags Wikinews and web articles on rumours. A run that was stopped goes on from its last checkpoint or article.
It is done in bf16 with 32-bit master weights where that is fast, on a GPU where there is one; PolNeAR dev is only
measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import os
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
import transformers
from numpy.typing import NDArray

from claims.inference.tagger import TAGS
from training.learning import DEVICE, DTYPE, Learner, batches

logger = logging.getLogger("training")
Row = dict[str, Any]
ROLES = ("Source", "Cue", "Content")
WINDOW_PIECES, LONGEST, LABEL_PIECES = 190, 510, 4096
SHORT_WINDOWS = 0.5
"""Share of the passes over the articles in which a window holds fewer paragraphs: no window is seen often."""
RUMOURS = 900
"""Web articles that the teacher tags, of 2,567; most of them tell a story that others tell too."""
TRUST = 0.5
"""The teacher's share in the target of a word piece that is also annotated."""


@dataclass(frozen=True)
class Stage:
    """Say how a model is trained: learning rate, word pieces in a batch, passes over gold and over tagged articles."""

    rate: float
    pieces: int
    gold: int
    tagged: int


STAGES = {"teacher": Stage(6e-5, 1536, 2, 0), "distil": Stage(2e-4, 2048, 6, 2)}


@dataclass
class Text:
    """Hold an article as word pieces, paragraph by paragraph, and what is known of each piece."""

    name: str
    paragraphs: list[list[int]]
    """The ids of the word pieces."""
    targets: list[NDArray[np.float32]] = field(default_factory=list)
    """(pieces, 7) probabilities of the tags of each paragraph; empty where nothing is known."""


def read_rows(name: str) -> list[Row]:
    """Return the objects of a gzipped JSON lines file of the corpora."""
    with gzip.open(Path(os.environ["CLAIMS_CORPORA"]) / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_unlabelled() -> Iterator[tuple[str, Row]]:
    """Yield named articles without annotation; those of the pairs' evaluation are left out."""
    path = Path(os.environ["CLAIMS_CORPORA"]) / "gold/dev.jsonl"
    kept_apart = {opening(json.loads(line)["text"]) for line in path.read_text(encoding="utf-8").splitlines()}
    rumours = random.Random(0).sample(read_rows("news/rumours.jsonl.gz"), RUMOURS)
    for index, row in enumerate(read_rows("news/wikinews.jsonl.gz") + rumours):
        if opening(row["text"]) not in kept_apart:
            yield f"news-{index}", row


def opening(text: str) -> str:
    """Return the first letters of a text, by which two copies are known."""
    return re.sub(r"\W", "", text)[:80]


def cut(name: str, row: Row, tokenizer: Any) -> Text:
    """Return the word pieces of an article, with its gold tags where it is annotated."""
    found = Text(name, [])
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", row["text"]))
    encoded = tokenizer([line.group() for line in lines], add_special_tokens=False, return_offsets_mapping=True)
    for line, ids, offsets in zip(lines, encoded["input_ids"], encoded["offset_mapping"], strict=True):
        found.paragraphs.append(ids)
        if "attributions" in row:
            places = np.array(offsets, dtype=int).reshape(-1, 2) + line.start()
            found.targets.append(gold_tags(row["attributions"], places))
    return found


def gold_tags(attributions: Sequence[Row], places: NDArray[Any]) -> NDArray[np.float32]:
    """Return the annotated tag of each word piece as a row with a one."""
    tags = np.zeros(len(places), dtype=int)
    for role in ROLES:
        begin, inside = TAGS.index(f"B-{role}"), TAGS.index(f"I-{role}")
        for start, end in sorted(span for each in attributions for span in each[role.lower()]):
            covered = np.flatnonzero((places[:, 0] < end) & (places[:, 1] > start))
            tags[covered] = inside
            tags[covered[:1]] = begin if not len(covered) or places[covered[0], 0] >= start else inside
    return np.eye(len(TAGS), dtype=np.float32)[tags]


def pack(text: Text, limit: int) -> Iterator[slice]:
    """Yield ranges of paragraphs that together hold at most `limit` word pieces, or one longer paragraph."""
    start, held = 0, 0
    for index, paragraph in enumerate(text.paragraphs):
        if held and held + len(paragraph) > limit:
            yield slice(start, index)
            start, held = index, 0
        held += len(paragraph)
    if held:
        yield slice(start, len(text.paragraphs))


class Network:
    """A tagger with its tokenizer."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        names = {"id2label": dict(enumerate(TAGS)), "label2id": {name: i for i, name in enumerate(TAGS)}}
        self.model: Any = transformers.AutoModelForTokenClassification.from_pretrained(
            folder, local_files_only=True, dtype=DTYPE, **names
        ).to(DEVICE)

    def logits(self, windows: Sequence[Sequence[int]]) -> list[Any]:
        """Run the model and return (pieces, 7) logits of each window, special tokens left out."""
        first, last = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        batch = self.tokenizer.pad(
            {"input_ids": [[first, *ids[:LONGEST], last] for ids in windows]}, return_tensors="pt"
        )
        found = self.model(**batch.to(DEVICE)).logits.float()
        return [row[1 : min(len(ids), LONGEST) + 1] for row, ids in zip(found, windows, strict=True)]

    def probabilities(self, texts: Sequence[Text]) -> list[NDArray[np.float32]]:
        """Return (pieces, 7) probabilities of each article; pieces beyond a window are given no tag."""
        windows = [(index, part) for index, text in enumerate(texts) for part in pack(text, WINDOW_PIECES)]
        pieces = [list(chain.from_iterable(texts[index].paragraphs[part])) for index, part in windows]
        scores = dict[int, NDArray[np.float32]]()
        self.model.eval()
        with torch.inference_mode():
            for batch in batches([len(ids) for ids in pieces], LABEL_PIECES):
                found = self.logits([pieces[index] for index in batch])
                scores |= {i: row.softmax(-1).cpu().numpy() for i, row in zip(batch, found, strict=True)}
        done: list[list[NDArray[np.float32]]] = [[] for _ in texts]
        for number, (index, _) in enumerate(windows):
            rest = np.eye(len(TAGS), dtype=np.float32)[np.zeros(max(0, len(pieces[number]) - LONGEST), dtype=int)]
            done[index].append(np.concatenate([scores[number], rest]))
        return [np.concatenate(parts) for parts in done]

    def measure(self, texts: Sequence[Text]) -> dict[str, float]:
        """Return the F1 of word pieces of each role against gold."""
        mine = np.concatenate(self.probabilities(texts)).argmax(-1)
        gold = np.concatenate([row for text in texts for row in text.targets]).argmax(-1)
        both, of = {}, {role: [i for i, tag in enumerate(TAGS) if tag.endswith(role)] for role in ROLES}
        for role, columns in of.items():
            a, b = np.isin(mine, columns), np.isin(gold, columns)
            both[role] = round(float(2 * (a & b).sum() / max(a.sum() + b.sum(), 1)), 4)
        return both


def read_texts(arguments: argparse.Namespace, tokenizer: Any) -> tuple[list[Text], list[Text], list[Text]]:
    """Return PolNeAR train, the other tagged articles and PolNeAR dev; the teacher's tags are mixed in where given."""
    gold = [cut(f"gold-{index}", row, tokenizer) for index, row in enumerate(read_rows("polnear/train.jsonl.gz"))]
    dev = [cut(f"dev-{index}", row, tokenizer) for index, row in enumerate(read_rows("polnear/dev.jsonl.gz"))]
    if arguments.tags is None:
        return gold, [], dev
    tagged = [cut(name, row, tokenizer) for name, row in read_unlabelled()]
    for text in gold + tagged:
        take_tags(text, np.load(arguments.tags / f"{text.name}.npy").astype(np.float32))
    return gold, tagged, dev


def take_tags(text: Text, tags: NDArray[np.float32]) -> None:
    """Set an article's targets to the teacher's tags, mixed with gold where there is gold."""
    ends = np.cumsum([len(ids) for ids in text.paragraphs])
    if ends[-1] != len(tags):
        raise SystemExit(
            f"The tags of {text.name} are of another tokenizer; give teacher and student the same vocabulary."
        )
    parts = np.split(tags, ends[:-1])
    gold = text.targets or parts
    text.targets = [TRUST * a + (1 - TRUST) * b for a, b in zip(parts, gold, strict=True)]


def passes(texts: Sequence[Text], times: int, chance: random.Random) -> Iterator[tuple[list[int], NDArray[np.float32]]]:
    """Yield windows of all articles `times` times over, cut anew each time, as word pieces and targets."""
    for number in range(times):
        for text in texts:
            short = number and chance.random() < SHORT_WINDOWS
            for part in pack(text, chance.randint(60, WINDOW_PIECES) if short else WINDOW_PIECES):
                ids = list(chain.from_iterable(text.paragraphs[part]))[:LONGEST]
                yield ids, np.concatenate(text.targets[part])[:LONGEST]


def train(stage: Stage, arguments: argparse.Namespace) -> None:
    """Run a stage."""
    torch.manual_seed(arguments.seed)
    network, chance = Network(arguments.base), random.Random(arguments.seed)
    gold, tagged, dev = read_texts(arguments, network.tokenizer)
    windows = [*passes(gold, stage.gold, chance), *passes(tagged, stage.tagged, chance)]
    chance.shuffle(windows)
    order = batches([len(ids) for ids, _ in windows], stage.pieces)[: arguments.steps]
    logger.info("%d windows, %d batches", len(windows), len(order))

    def loss_of(batch: Sequence[int]) -> Any:
        logits = torch.cat(network.logits([windows[index][0] for index in batch]))
        target = torch.from_numpy(np.concatenate([windows[index][1] for index in batch])).to(DEVICE)
        return torch.nn.functional.cross_entropy(logits, target)

    learner = Learner(network.model, network.tokenizer, stage.rate, arguments.out)
    learner.run(order, loss_of, lambda: network.measure(dev))


def label(arguments: argparse.Namespace) -> None:
    """Write the teacher's probabilities of each article to a file of its own; articles done before are left alone."""
    arguments.out.mkdir(parents=True, exist_ok=True)
    network = Network(arguments.base)
    named = [(f"gold-{index}", row) for index, row in enumerate(read_rows("polnear/train.jsonl.gz"))]
    named = [each for each in [*named, *read_unlabelled()] if not (arguments.out / f"{each[0]}.npy").exists()]
    for start in range(0, len(named), 50):
        texts = [cut(name, row, network.tokenizer) for name, row in named[start : start + 50]]
        for text, tags in zip(texts, network.probabilities(texts), strict=True):
            np.save(arguments.out / f"{text.name}.npy", tags.astype(np.float16))
        logger.info("%d of %d articles tagged", start + len(texts), len(named))


def main() -> None:
    """Run the stage that the command line names."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=[*STAGES, "label"])
    parser.add_argument("--base", type=Path, required=True, help="folder of the model to start from, or of the teacher")
    parser.add_argument("--out", type=Path, required=True, help="folder of the new model; label: folder for the tags")
    parser.add_argument("--tags", type=Path, help="distil: what label wrote")
    parser.add_argument("--steps", type=int, help="stop after so many batches; all without it")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.stage == "label":
        label(arguments)
    else:
        train(STAGES[arguments.stage], arguments)


if __name__ == "__main__":
    main()
