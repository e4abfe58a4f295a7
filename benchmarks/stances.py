"""Print the attributions whose stance readers judged after the tables were made, in the form of `evaluate stance`.

    CLAIMS_CORPORA=… python -m benchmarks.stances > stances.jsonl && python -m claims evaluate stance stances.jsonl

judged/stances.jsonl holds 375 attributions of PolNeAR train by their number, one reader each: of 40 further ones, among
them unmarked, the readers gave 38 the stance of the corpus. Those with a plain verb of denial were labelled before, so
that the denials here are the harder ones.
"""

import gzip
import json
import os
from pathlib import Path

JUDGED = Path(__file__).with_name("judged") / "stances.jsonl"
BEFORE, AFTER = 350, 120
"""Characters of context around the words of an attribution."""


def main() -> None:
    """Join the stances with the words that they are about."""
    with gzip.open(Path(os.environ["CLAIMS_CORPORA"]) / "polnear" / "train.jsonl.gz", "rt") as lines:
        articles = {row["id"]: row for row in map(json.loads, lines)}
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        marked = json.loads(line)
        article, number = marked["id"].split("#")
        text, attribution = articles[article]["text"], articles[article]["attributions"][int(number)]
        spans = [span for part in attribution.values() for span in part]
        first, last = min(start for start, _ in spans), max(end for _, end in spans)
        words = {part: " … ".join(text[a:b] for a, b in attribution[part]) for part in ("source", "cue", "content")}
        context = text[max(0, first - BEFORE) : last + AFTER]
        print(json.dumps({**marked, "context": context, **words}, ensure_ascii=False))


if __name__ == "__main__":
    main()
