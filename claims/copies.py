"""Tell near-copies of a text: runs of five words, MinHash over them, and bands by which a store finds candidates.

MinHash: A. Broder, "On the resemblance and containment of documents" (1997); bands: J. Leskovec, A. Rajaraman and
J. Ullman, "Mining of Massive Datasets", chapter 3.
"""

from __future__ import annotations

import hashlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claims.folding import fold

SHINGLE = 5
COPIED = 0.5
"""Share of the shorter text's five-word runs that a copy of an article holds."""
LEAST_SHINGLES = 30
"""A shorter text is never an article's copy: two briefs on one event share most of their words."""
VERSION_SHARED = 0.2
"""Share of the shorter text's runs from which two texts at one address are versions of one article."""
BANDS, ROWS = 32, 2
"""Of two texts that share a third of their runs 98 % meet in a band, of two that share a hundredth 0.3 %."""

_PRIME = np.uint64((1 << 61) - 1)

Shingles = frozenset[str]


def shingles(text: str) -> Shingles:
    """Return the runs of five words of a text, folded; a shorter text is one run."""
    words = fold(text).split()
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))


def shared(ours: Shingles, theirs: Shingles) -> float:
    """Return the share of the shorter text's runs that the other has."""
    return len(ours & theirs) / min(len(ours), len(theirs))


def is_copy(ours: Shingles, theirs: Shingles) -> bool:
    """Tell whether one text repeats most of the other."""
    return min(len(ours), len(theirs)) >= LEAST_SHINGLES and shared(ours, theirs) >= COPIED


def bands(text: str) -> list[int]:
    """Return a signed 64-bit number for each band of the text's MinHash; near-copies have at least one in common."""
    hashes = np.array([_hash(run) for run in sorted(shingles(text))], dtype=np.uint64)
    factors, offsets = _permutations()
    lowest = np.full(BANDS * ROWS, _PRIME, dtype=np.uint64)
    for place in range(BANDS * ROWS):
        lowest[place] = ((hashes * factors[place] + offsets[place]) % _PRIME).min()
    return [
        _hash(f"{number}:{row.tobytes().hex()}", signed=True) for number, row in enumerate(lowest.reshape(BANDS, ROWS))
    ]


def _hash(text: str, *, signed: bool = False) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8 if signed else 4).digest()
    return int.from_bytes(digest, "big", signed=signed)


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return factors and offsets of the hash functions; a 32-bit hash times a 29-bit factor does not overflow."""
    random = np.random.RandomState(1997)
    size = BANDS * ROWS
    factors = random.randint(1, 1 << 29, size=size, dtype=np.int64).astype(np.uint64)
    return factors, random.randint(0, 1 << 60, size=size, dtype=np.int64).astype(np.uint64)
