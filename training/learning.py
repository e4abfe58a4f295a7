"""Learn in bf16 with 32-bit master weights where that is fast, else in 32-bit floats; a stopped run goes on."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch

logger = logging.getLogger("training")
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
DTYPE = torch.bfloat16 if DEVICE.type == "cuda" or torch.ops.mkldnn._is_mkldnn_bf16_supported() else torch.float32
"""A processor without AVX-512 takes 35 s in bf16 for a step that takes it 1.8 s in 32-bit floats."""
POOL, SAVE_STEPS, LOG_STEPS = 4000, 250, 25


def batches(lengths: Sequence[int], pieces: int) -> list[list[int]]:
    """Return batches of like lengths; each pool of texts is batched by itself, in random order."""
    chance, found = random.Random(1), list[list[int]]()
    for start in range(0, len(lengths), POOL):
        done: list[list[int]] = [[]]
        for index in sorted(range(start, min(start + POOL, len(lengths))), key=lengths.__getitem__):
            if done[-1] and (len(done[-1]) + 1) * lengths[index] > pieces:
                done.append([])
            done[-1].append(index)
        chance.shuffle(done)
        found += done
    return found


class Learner:
    """Hold a model, its 32-bit master weights and the place where checkpoints go."""

    def __init__(self, model: Any, tokenizer: Any, rate: float, out: Path) -> None:
        self.model, self.tokenizer, self.rate, self.out, self.step = model, tokenizer, rate, out, 0
        self.learnt = [(name, each) for name, each in model.named_parameters() if "word_embed" not in name]
        self.master = [weights.detach().float() for _, weights in self.learnt]
        self.optimizer = torch.optim.AdamW(self.master, lr=rate, weight_decay=0.01, fused=True)
        out.mkdir(parents=True, exist_ok=True)

    def run(
        self, order: Sequence[Sequence[int]], loss_of: Callable[[Sequence[int]], Any], measure: Callable[[], object]
    ) -> None:
        """Learn batch after batch to the end, from the last checkpoint where there is one."""
        if (self.out / "checkpoint.pt").exists():
            self.resume()
        started, first = time.monotonic(), self.step
        while self.step < len(order):
            loss = self.learn(loss_of, order[self.step], self.step / len(order))
            self.step += 1
            if self.step % LOG_STEPS == 0:
                speed = (time.monotonic() - started) / (self.step - first)
                logger.info("step %d of %d, loss %.3f, %.2f s a step", self.step, len(order), loss, speed)
            if self.step % SAVE_STEPS == 0 or self.step == len(order):
                self.save()
                logger.info("held out: %s", measure())

    def learn(self, loss_of: Callable[[Sequence[int]], Any], batch: Sequence[int], part: float) -> float:
        """Do one step; the rate rises over the first tenth and then falls to zero."""
        self.optimizer.param_groups[0]["lr"] = self.rate * min(10 * part, (1 - part) / 0.9)
        self.model.train()
        loss = loss_of(batch)
        loss.backward()
        for master, (_, weights) in zip(self.master, self.learnt, strict=True):
            master.grad, weights.grad = None if weights.grad is None else weights.grad.float(), None
        torch.nn.utils.clip_grad_norm_(self.master, 1.0)
        self.optimizer.step()
        self.publish()
        return float(loss.item())

    def publish(self) -> None:
        """Copy the master weights into the model."""
        with torch.no_grad():
            for master, (_, weights) in zip(self.master, self.learnt, strict=True):
                weights.copy_(master)

    def save(self) -> None:
        """Write a checkpoint to go on from, and the model in half precision."""
        state = {"step": self.step, "master": self.master, "optimizer": self.optimizer.state_dict()}
        torch.save(state, self.out / "checkpoint.new")
        (self.out / "checkpoint.new").rename(self.out / "checkpoint.pt")
        exact = dict(zip([name for name, _ in self.learnt], self.master, strict=True))
        half = {name: each.half() for name, each in (self.model.state_dict() | exact).items()}
        self.model.save_pretrained(self.out, state_dict=half)
        self.tokenizer.save_pretrained(self.out)

    def resume(self) -> None:
        """Take up the checkpoint."""
        state = torch.load(self.out / "checkpoint.pt", map_location=DEVICE)
        self.step = state["step"]
        for master, known in zip(self.master, state["master"], strict=True):
            master.copy_(known)
        self.optimizer.load_state_dict(state["optimizer"])
        self.publish()
