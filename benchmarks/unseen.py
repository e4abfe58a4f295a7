"""Print the articles that readers annotated after the rules were made, in the gold format, for `evaluate`.

    CLAIMS_CORPORA=… python -m benchmarks.unseen [held] > unseen.jsonl && python -m claims evaluate pairs unseen.jsonl

judged/articles.jsonl holds characters and actors, and a hash for each proposition; the texts are the corpora's. One
reader an article marked every restatement, so that recall is lower than on the articles of the corpus gold. With
`held` only the 16 that nobody has looked at while working on rules: they stay so.
"""

import gzip
import json
import os
import sys
from pathlib import Path

JUDGED = Path(__file__).with_name("judged") / "articles.jsonl"
CORPORA = {"rumours": ("rumours.jsonl.gz", "id"), "wikinews": ("wikinews.jsonl.gz", "url")}


def main() -> None:
    """Join the annotations with the texts that they are about."""
    articles = {}
    for corpus, (file, key) in CORPORA.items():
        with gzip.open(Path(os.environ["CLAIMS_CORPORA"]) / "news" / file, "rt") as lines:
            articles |= {(corpus, row[key]): row for row in map(json.loads, lines)}
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        marked = json.loads(line)
        held = marked.pop("held", False)
        if sys.argv[1:] == ["held"] and not held:
            continue
        article = articles[marked["corpus"], marked["article"]]
        told = {name: article.get(name) for name in ("text", "title", "published")}
        print(json.dumps(marked | told, ensure_ascii=False))


if __name__ == "__main__":
    main()
