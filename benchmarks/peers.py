"""Measure attributions against two peers in one run: quality on PolNeAR dev, words a second.

    pip install textacy
    CLAIMS_CORPORA=… python -m benchmarks.peers

The peers are textacy's quotation extraction (Apache-2.0) and plain rules over spaCy's parse: a verb of saying, its
subject and its clause, or the quotation beside it. All three read the same parse of the same model, made once and
timed by itself; the scorer is that of `evaluate attribution`.
"""

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, Token

from claims.evaluation.attribution import FIELDS, ROLES, attribution_report
from claims.evaluation.gold import gold_article
from claims.evaluation.rows import read_rows
from claims.extraction.extract import extract_claims
from claims.extraction.language import load_language
from claims.inference import load_models
from claims.types import Article, Attribution, Span

SAYING = frozenset(
    "say tell add claim argue believe think state announce report write deny note suggest insist warn explain "
    "declare allege acknowledge admit confirm call describe predict promise accuse".split()
)
QUOTED = re.compile(r"“[^”\n]+”|\"[^\"\n]+\"")

Find = Callable[[Article], Iterable[Attribution]]


def span_of(tokens: Iterable[Token]) -> Span:
    """Return the characters from the first to the last token."""
    ordered = sorted(tokens, key=lambda token: token.i)
    return Span(ordered[0].idx, ordered[-1].idx + len(ordered[-1].text))


def by_rules(doc: Doc, article_id: str) -> Iterator[Attribution]:
    """Yield what a verb of saying, its subject and its clause or quotation come to."""
    quotes = [Span(*match.span()) for match in QUOTED.finditer(doc.text)]
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in SAYING:
            continue
        subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
        clause = next((t for t in verb.children if t.dep_ == "ccomp"), None)
        if subject is None:
            continue
        beside = [quote for quote in quotes if verb.sent.start_char <= quote.end <= verb.sent.end_char]
        content = [span_of(clause.subtree)] if clause is not None else beside
        if content:
            yield Attribution(article_id, (span_of(subject.subtree),), (span_of([verb]),), tuple(content), 1.0)


def by_textacy(doc: Doc, article_id: str) -> Iterator[Attribution]:
    """Yield what textacy takes for direct quotations, line by line: it refuses a text with an unclosed mark."""
    from textacy.extract import direct_quotations

    for line in re.finditer(r"[^\n]+", doc.text):
        part = doc.char_span(*line.span(), alignment_mode="contract")
        if part is None:
            continue
        start = part.start_char
        try:
            found = list(direct_quotations(part.as_doc()))
        except ValueError:
            continue
        for each in found:
            spans = (span_of(each.speaker), span_of(each.cue), Span(each.content.start_char, each.content.end_char))
            yield Attribution(article_id, *((Span(s.start + start, s.end + start),) for s in spans), 1.0)


def main() -> None:
    """Print one line for each extractor."""
    rows = list(read_rows(Path(os.environ["CLAIMS_CORPORA"]) / "polnear" / "dev.jsonl.gz", FIELDS))
    language, models = load_language(), load_models()
    words = sum(len(row["text"].split()) for row in rows)
    articles = [gold_article(row, row["id"]) for row in rows]
    extract_claims(articles[0], models)
    started = time.perf_counter()
    docs = {article.id: language(article.text) for article in articles}
    parsing = time.perf_counter() - started
    print(f"{len(rows)} articles, {words} words; spaCy alone {words / parsing:.0f} words/s")
    finders: dict[str, Find] = {
        "Counterclaim": lambda article: (claim.attribution for claim in extract_claims(article, models)),
        "rules over spaCy": lambda article: by_rules(docs[article.id], article.id),
        "textacy": lambda article: by_textacy(docs[article.id], article.id),
    }
    for name, find in finders.items():
        started = time.perf_counter()
        figures = attribution_report(rows, find).figures
        seconds = time.perf_counter() - started + (0 if name == "Counterclaim" else parsing)
        roles = ", ".join(f"{role} {figures[role]['overlap']['f1']}" for role in ROLES)
        linked, direct = figures["linked"], figures["direct"]["linked"]
        print(
            f"{name}: overlap F1 {roles}; content exact {figures['content']['exact']['f1']}; whole F1 {linked['f1']} "
            f"(precision {linked['precision']}, recall {linked['recall']}; of direct quotations {direct['f1']}); "
            f"{words / seconds:.0f} words/s, {parsing / seconds:.2f} of spaCy's speed, scoring included"
        )


if __name__ == "__main__":
    main()
