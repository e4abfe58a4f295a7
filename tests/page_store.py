"""Fill a store with hand-built disputes for the tests of the page."""

from __future__ import annotations

from datetime import date

from claims.storage import Store
from claims.types import Actor, Article, Claim, Span
from tests.records import KREMLIN, PESKOV, RUSSIA, UKRAINE, make_claim, make_dispute, make_pair, make_vectors

UNITED_STATES = Actor.of("United States", "country")
CHINA = Actor.of("China", "country")
HOSTILE = "<script>alert(1)</script> **x** $x$ :smile: \u202eabc"
HOSTILE_ACTOR = Actor.of(HOSTILE, "unknown")
LONG_WORD = "w" * 10_000
TROOPS = "North Korean troops are in Russia."
BALLOON = "The balloon gathered intelligence."


def fill(store: Store) -> None:
    """Add four articles with three disputes and one claim that nobody disputes."""
    _add_troops(store)
    _add_balloon(store)
    _add_hostile(store)


def _add_troops(store: Store) -> None:
    morning = _article(
        "Ukraine said on Monday that North Korean troops were already in Russia. "
        "The Kremlin spokesman, Dmitry Peskov, dismissed the report as another hoax.",
        "Soldiers from the north",
        date(2024, 10, 14),
        "Lakeside Courier",
    )
    evening = _article(
        "The United States confirmed that it has seen the troops. President Putin neither confirmed nor "
        "denied it. The harvest is late this year, the ministry said.",
        "Washington confirms",
        date(2024, 10, 23),
        "Northgate Wire",
    )
    asserted = _claim(
        morning, TROOPS, (UKRAINE,), "asserts",
        "Ukraine", "said", "North Korean troops were already in Russia",
        said_on=date(2024, 10, 14), said_on_basis="stated",
    )  # fmt: skip
    denied = _claim(
        morning, TROOPS, (PESKOV,), "denies",
        "The Kremlin spokesman, Dmitry Peskov", "dismissed", "the report",
        resolution="antecedent", antecedent_id=asserted.id, antecedent_confidence=0.6,
        runner_up="Kyiv had asked for help.",
    )  # fmt: skip
    confirmed = _claim(
        evening,
        TROOPS,
        (UNITED_STATES,),
        "asserts",
        "The United States",
        "confirmed",
        "it has seen the troops",
    )
    silent = _claim(
        evening, TROOPS, (RUSSIA,), "other", "President Putin", "neither confirmed nor denied", "it",
        resolution="antecedent",
    )  # fmt: skip
    plain = _claim(
        evening, "The harvest is late this year.", (Actor.of("the ministry"),), "asserts",
        "the ministry", "said", "The harvest is late this year",
    )  # fmt: skip
    first = make_dispute(asserted, denied)
    store.add_article(
        morning, [asserted, denied], make_vectors(2), [make_pair(asserted, denied, score=0.94)], [first], {}
    )
    whole = make_dispute(asserted, denied, confirmed, silent)
    weak = make_pair(confirmed, denied, tier="possible", score=0.55, reason="only the topic is shared")
    store.add_article(evening, [confirmed, silent, plain], make_vectors(3, 1), [weak], [whole], {})


def _add_balloon(store: Store) -> None:
    article = _article(
        "The Pentagon maintains that the balloon gathered intelligence, and China rejects that.",
        "A balloon",
        date(2023, 2, 3),
        "Lakeside Courier",
    )
    asserted = _claim(
        article,
        BALLOON,
        (UNITED_STATES,),
        "asserts",
        "The Pentagon",
        "maintains",
        "the balloon gathered intelligence",
    )
    denied = _claim(article, BALLOON, (CHINA,), "denies", "China", "rejects", "that")
    store.add_article(
        article,
        [asserted, denied],
        make_vectors(2, 2),
        [make_pair(asserted, denied, score=0.81)],
        [make_dispute(asserted, denied)],
        {},
    )


def _add_hostile(store: Store) -> None:
    text = f"{HOSTILE} denied that {HOSTILE} {LONG_WORD} happened."
    article = Article.of(text, url="javascript:alert(1)", outlet=HOSTILE, title=HOSTILE, published_on=date(2022, 1, 1))
    denied = make_claim(
        article, f"{HOSTILE} {LONG_WORD}", (HOSTILE_ACTOR,), "denies",
        source=Span(0, len(HOSTILE)), cue="denied", content=LONG_WORD,
    )  # fmt: skip
    store.add_article(article, [denied], make_vectors(1, 3), [], [make_dispute(denied)], {})


def _article(text: str, title: str, day: date, outlet: str) -> Article:
    url = f"https://news.example/{title.lower().replace(' ', '-')}"
    return Article.of(text, url=url, outlet=outlet, title=title, published_on=day)


def _claim(
    article: Article, proposition: str, actors: tuple[Actor, ...], stance: str, *words: str, **fields: object
) -> Claim:
    source, cue, content = words
    start = article.text.index(source)
    start = article.text.rfind(". ", 0, start) + 2 if ". " in article.text[:start] else 0
    end = article.text.find(". ", start)
    sentence = Span(start, end + 1 if end >= 0 else len(article.text))
    marked = {"source": source, "cue": cue, "content": content, "sentence": sentence}
    return make_claim(article, proposition, actors, stance, **{**marked, **fields})


__all__ = ["BALLOON", "CHINA", "HOSTILE", "KREMLIN", "LONG_WORD", "TROOPS", "UNITED_STATES", "fill"]
