"""Link tagged sources and contents to their cues, and make one attribution a cue.

Every content belongs to one cue; a source may serve several. Two small perceptrons over position and
syntax, trained on PolNeAR train by training/linker.py, say how probable each link is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from claims.extraction.contents import DASHES
from claims.extraction.link_features import Counts, Placed, counts_before, features, gap
from claims.extraction.syntax import child
from claims.extraction.tagger import RoleSpan
from claims.inference import MODELS_DIR, read_weights
from claims.types import Attribution

REACH = 120
"""Tokens between cue and span beyond which no link is tried (99.7 % of PolNeAR train's links are nearer)."""
SOURCE_FLOOR = 0.05
CONTENT_FLOOR = 0.05
"""Probabilities below which a link is not believed. Whole attributions on PolNeAR dev have F1 0.778 with 0.15
and 0.35, 0.761 with 0.45 and 0.35; lower floors leave them as they are and lose fewer words. Below 0.05 the source
linked to a content is right for 31 of 113 contents, which are mostly scraps."""
EXISTENTIAL_REACH = 5
"""Tokens before a cue among which the "there" of "there is growing talk" stands, wherever the parser hung it."""
SIGNED_FLOOR = 0.3
"""Probability of its cue below which a content takes the free source beside it ("…” ― Jane Roe", "ROE: …")."""
SIGNED_GAP = 4
"""Tokens, all of them marks or line ends, that may stand between a content and its signature or label."""


@dataclass(frozen=True, slots=True)
class Perceptron:
    """Hold one hidden layer of rectified units and a logistic output."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    hidden: NDArray[np.float64]
    hidden_bias: NDArray[np.float64]
    output: NDArray[np.float64]
    output_bias: float

    def probabilities(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probability of a link for every row of features."""
        units = np.maximum((rows - self.mean) / self.scale @ self.hidden + self.hidden_bias, 0)
        logits: NDArray[np.float64] = units @ self.output + self.output_bias
        return 1 / (1 + np.exp(-logits))


@cache
def load_linker(folder: Path | None = None) -> dict[str, Perceptron]:
    """Load the perceptrons for sources and contents."""
    return read_weights(folder or MODELS_DIR / "linker", _perceptrons)


def _perceptrons(stored: dict[str, dict[str, list[float]]]) -> dict[str, Perceptron]:
    return {role: _perceptron(weights) for role, weights in stored.items()}


def _perceptron(weights: dict[str, list[float]]) -> Perceptron:
    arrays = {name: np.asarray(values, dtype=np.float64) for name, values in weights.items()}
    return Perceptron(
        arrays["mean"],
        arrays["scale"],
        arrays["hidden"],
        arrays["hidden_bias"],
        arrays["output"],
        float(arrays["output_bias"]),
    )


def link_attributions(doc: Doc, article_id: str, tagged: Sequence[RoleSpan]) -> list[Attribution]:
    """Return one attribution a cue that has a content, in the order of the text."""
    placed = place(doc, tagged)
    cues = [item for item in placed if item.item.role == "Cue"]
    contents = [item for item in placed if item.item.role == "Content"]
    sources = [item for item in placed if item.item.role == "Source"]
    counts = counts_before(placed)
    spoken = best_sources(cues, sources, counts)
    links = best_cues(cues, contents, counts)
    free = [source for source in sources if source not in spoken.values()]
    signed = {
        index: source
        for index, content in enumerate(contents)
        if links.get(index, (0.0, 0))[0] < SIGNED_FLOOR and (source := _beside(content, free)) is not None
    }
    owned: dict[int, list[tuple[Placed, float]]] = {}
    for index, (probability, cue) in links.items():
        if index not in signed:
            owned.setdefault(cue, []).append((contents[index], probability))
    return [
        *(_attribution(article_id, cue, spoken.get(i), owned.get(i, ())) for i, cue in enumerate(cues)),
        *(_attribution(article_id, None, source, [(contents[i], 1.0)]) for i, source in signed.items()),
    ]


def _beside(content: Placed, sources: Iterable[Placed]) -> Placed | None:
    """Return the source that only marks and line ends keep apart from a content.

    A name behind a dash signs what stands before it, and not what follows.
    """
    named = (source for source in sources if any(t.tag_ not in ("WDT", "WP") for t in source.tokens))
    near = [source for source in named if _only_marks_between(content, source)]
    after = [source for source in near if source.start >= content.end]
    signing = [source for source in after if _is_dashed(source)]
    return next(iter(signing or [s for s in near if s in after or not _is_dashed(s)]), None)


def _only_marks_between(content: Placed, source: Placed) -> bool:
    first, second = (source, content) if source.start < content.start else (content, source)
    between = content.tokens.doc[first.end : second.start]
    near = first.end <= second.start and len(between) <= SIGNED_GAP
    return near and all(t.is_punct or t.is_space for t in between)


def _is_dashed(source: Placed) -> bool:
    before = source.tokens.doc[max(0, source.start - SIGNED_GAP) : source.start].text.rstrip()
    return bool(before.endswith((*DASHES, "―")))


def _attribution(
    article_id: str, cue: Placed | None, source: Placed | None, contents: Sequence[tuple[Placed, float]]
) -> Attribution:
    parts = [part for part in (cue, source, *(content for content, _ in contents)) if part is not None]
    tagged = sum(part.item.confidence for part in parts) / len(parts)
    return Attribution(
        article_id,
        (source.item.span,) if source else (),
        (cue.item.span,) if cue else (),
        tuple(content.item.span for content, _ in contents),
        round(tagged * max((link for _, link in contents), default=1.0), 4),
    )


def place(doc: Doc, tagged: Iterable[RoleSpan]) -> list[Placed]:
    """Lay role spans on the document's tokens, in order."""
    placed = []
    for item in tagged:
        tokens = doc.char_span(item.span.start, item.span.end, alignment_mode="expand")
        if tokens is not None and len(tokens):
            placed.append(Placed(item, tokens))
    return sorted(placed, key=lambda p: (p.start, p.end))


def best_cues(cues: list[Placed], contents: list[Placed], counts: Counts) -> dict[int, tuple[float, int]]:
    """Give every content its most probable cue, where one is probable enough: the link's probability and the cue.

    A content that goes on where another ends has the same cue when none of its own is probable.
    """
    best = _best(contents, cues, counts, "content", flip=True)
    links = {content: link for content, link in best.items() if link[0] >= CONTENT_FLOOR}
    for index in range(1, len(contents)):
        if index not in links and index - 1 in links and contents[index].start == contents[index - 1].end:
            links[index] = links[index - 1]
    return links


def best_sources(cues: list[Placed], sources: list[Placed], counts: Counts) -> dict[int, Placed]:
    """Give every cue its most probable source, an improbable one only where its own syntax names nobody."""
    best = _best(cues, sources, counts, "source", flip=False)
    owners = {(source, cues[cue].tokens.sent.start): probability for cue, (probability, source) in best.items()}
    return {
        cue: sources[source]
        for cue, (probability, source) in best.items()
        if (probability >= SOURCE_FLOOR or _lacks_speaker(cues[cue].tokens))
        and not _is_of_next(
            cues[cue], sources[source], probability, owners.get((source, sources[source].tokens.sent.start))
        )
    }


def _is_of_next(cue: Placed, source: Placed, probability: float, own: float | None) -> bool:
    """Tell whether a source in a later sentence speaks there: "… full of talk that X. Lima dismissed the talk"."""
    later = source.tokens.sent.start > cue.tokens.sent.start
    return later and own is not None and own > probability


def _lacks_speaker(cue: TokenSpan) -> bool:
    """Tell whether a cue's syntax names nobody and does not say that nobody speaks ("There are rumours")."""
    named = cue.root.dep_ in ("relcl", "acl") or child(cue.root, "nsubj", "nsubjpass") is not None
    before = cue.doc[max(cue.root.sent.start, cue.start - EXISTENTIAL_REACH) : cue.end]
    return not named and not any(token.dep_ == "expl" for token in before)


def _near(one: Placed, others: Sequence[Placed]) -> list[int]:
    """Return the places of those of `others`, which are in order, that lie within reach."""
    longest = max((other.end - other.start for other in others), default=0)
    first = bisect_left(others, one.start - REACH - longest, key=lambda other: other.start)
    last = bisect_right(others, one.end + REACH, key=lambda other: other.start)
    return [j for j in range(first, last) if gap(one, others[j]) <= REACH]


def _best(
    ones: list[Placed], others: list[Placed], counts: Counts, role: str, *, flip: bool
) -> dict[int, tuple[float, int]]:
    """Return for each of `ones` the most probable of `others` within reach."""
    pairs = [(i, j) for i, one in enumerate(ones) for j in _near(one, others)]
    if not pairs:
        return {}
    rows = np.array(
        [features(others[j], ones[i], counts) if flip else features(ones[i], others[j], counts) for i, j in pairs]
    )
    best: dict[int, tuple[float, int]] = {}
    for (i, j), probability in zip(pairs, load_linker()[role].probabilities(rows), strict=True):
        if probability > best.get(i, (0.0, 0))[0]:
            best[i] = (float(probability), j)
    return best
