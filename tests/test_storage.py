"""Hold the store to its promises: filters, idempotence, disputes that merge, foreign databases, threads."""

from __future__ import annotations

import importlib
import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Connection, create_engine, inspect, text

from claims.errors import StoreError
from claims.storage import Counts, Store, migrations
from claims.storage.connection import Database
from claims.types import Actor, Article, Claim, ClaimQuery, Dispute, Pair, Span
from tests.postgresql import MISSING, is_installed, running_server
from tests.records import (
    DAY,
    KREMLIN,
    PESKOV,
    RUSSIA,
    UKRAINE,
    make_article,
    make_claim,
    make_dispute,
    make_pair,
    make_vectors,
)

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Give an empty store, in memory and on a PostgreSQL server."""
    url = "sqlite://" if request.param == "sqlite" else request.getfixturevalue("postgresql_url")
    with Store(url) as opened:
        yield opened


IRAN = Actor.of("Iran", "country")


def put(
    store: Store,
    article: Article,
    claims: Sequence[Claim] = (),
    pairs: Sequence[Pair] = (),
    disputes: Sequence[Dispute] = (),
    redirects: dict[str, str] | None = None,
) -> bool:
    return store.add_article(article, claims, make_vectors(len(claims)), pairs, disputes, redirects or {})


class World:
    """Four claims in three articles: Ukraine asserts, Peskov denies, Iran doubts, somebody asks."""

    def __init__(self, store: Store) -> None:
        self.herald = make_article("Kyiv said 50% of the bridge_deck at Tolm was gone. Peskov denied it.")
        self.gazette = make_article(
            "Tehran doubted the report about the Straße.", outlet="Gazette", published_on=date(2024, 10, 20)
        )
        self.undated = make_article("Who closed the bridge?", outlet=None, published_on=None)
        self.asserted = make_claim(self.herald, "Half of the bridge at Tolm was gone.", [UKRAINE])
        self.denied = make_claim(
            self.herald,
            "Half of the bridge at Tolm was gone.",
            [PESKOV],
            "denies",
            said_on=date(2024, 10, 15),
        )
        self.doubted = make_claim(self.gazette, "The road was blocked.", [IRAN], "doubts")
        self.asked = make_claim(self.undated, "Someone closed the bridge.", [], "other")
        self.pair = make_pair(self.asserted, self.denied)
        self.weak = make_pair(self.asserted, self.doubted, tier="possible", relation="doubt", score=0.4)
        self.dispute = make_dispute(self.asserted, self.denied)
        self.lone = make_dispute(self.doubted)
        self.question = make_dispute(self.asked)
        put(store, self.herald, [self.asserted, self.denied], [self.pair], [self.dispute])
        put(store, self.gazette, [self.doubted], [self.weak], [self.lone])
        put(store, self.undated, [self.asked], [], [self.question])


@pytest.fixture
def world(store: Store) -> World:
    return World(store)


QUERIES = [
    (ClaimQuery(), ["doubted", "denied", "asserted", "asked"]),
    (ClaimQuery(actors=("Ukraine",)), ["asserted"]),
    (ClaimQuery(actors=("Russia",)), ["denied"]),
    (ClaimQuery(actors=("Kremlin",)), ["denied"]),
    (ClaimQuery(actors=(" dmitry  PESKOV ",)), ["denied"]),
    (ClaimQuery(actors=("Iran", "Russia")), ["doubted", "denied"]),
    (ClaimQuery(actors=("Rus",)), []),
    (ClaimQuery(since=date(2024, 10, 15)), ["doubted", "denied"]),
    (ClaimQuery(until=date(2024, 10, 15)), ["denied", "asserted"]),
    (ClaimQuery(since=date(2024, 10, 15), until=date(2024, 10, 15)), ["denied"]),
    (ClaimQuery(since=date(2024, 10, 16), until=date(2024, 10, 14)), []),
    (ClaimQuery(stances=("denies",)), ["denied"]),
    (ClaimQuery(stances=("other", "doubts")), ["doubted", "asked"]),
    (ClaimQuery(outlets=("Gazette",)), ["doubted"]),
    (ClaimQuery(outlets=("Gazette", "Tolm Herald")), ["doubted", "denied", "asserted"]),
    (ClaimQuery(outlets=("Gaz",)), []),
    (ClaimQuery(words="BRIDGE half"), ["denied", "asserted"]),
    (ClaimQuery(words="bridge closed"), ["asked"]),
    (ClaimQuery(words="who someone"), ["asked"]),
    (ClaimQuery(words="bridge blocked"), []),
    (ClaimQuery(words="STRASSE"), ["doubted"]),
    (ClaimQuery(words="50%"), ["denied", "asserted"]),
    (ClaimQuery(words="5%"), []),
    (ClaimQuery(words="bridge_deck"), ["denied", "asserted"]),
    (ClaimQuery(words="a_tolm"), []),
    (ClaimQuery(words="/ % _ \\"), []),
    (ClaimQuery(words="  "), ["doubted", "denied", "asserted", "asked"]),
    (ClaimQuery(actors=("Russia",), stances=("asserts",)), []),
    (ClaimQuery(actors=("Russia",), outlets=("Tolm Herald",), words="gone", since=DAY), ["denied"]),
    (ClaimQuery(tiers=()), ["doubted", "denied", "asserted", "asked"]),
]


@pytest.mark.parametrize(("query", "names"), QUERIES)
def test_query_selects_claims(store: Store, world: World, query: ClaimQuery, names: list[str]) -> None:
    assert store.find_claims(query) == [getattr(world, name) for name in names]


@pytest.mark.parametrize(("query", "names"), QUERIES)
def test_disputes_are_those_with_a_matching_claim(
    store: Store, world: World, query: ClaimQuery, names: list[str]
) -> None:
    matching = {getattr(world, name).id for name in names}
    expected = [d for d in (world.lone, world.dispute, world.question) if matching & set(d.claim_ids)]
    assert store.find_disputes(query) == expected


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (ClaimQuery(), ["pair"]),
        (ClaimQuery(tiers=("possible",)), ["weak"]),
        (ClaimQuery(tiers=("likely", "possible")), ["pair", "weak"]),
        (ClaimQuery(tiers=()), ["pair", "weak"]),
        (ClaimQuery(actors=("Russia",), tiers=()), ["pair"]),
        (ClaimQuery(actors=("Ukraine",), tiers=()), ["pair", "weak"]),
        (ClaimQuery(outlets=("Gazette",)), []),
        (ClaimQuery(stances=("other",), tiers=()), []),
    ],
)
def test_pairs_have_a_matching_claim_on_either_side(
    store: Store, world: World, query: ClaimQuery, names: list[str]
) -> None:
    assert store.find_pairs(query) == [getattr(world, name) for name in names]


def test_records_come_back_as_they_went_in(store: Store) -> None:
    article = make_article(path="in/a.md", url="https://tolm.example/a?b=1", title='A "title"')
    claim = make_claim(
        article,
        actors=[PESKOV, "officials"],
        source="Harland",
        cue=(Span(8, 12), Span(23, 27)),
        content="the bridge at Tolm was closed",
        sentence="Harland said on Monday that the bridge at Tolm was closed.",
        resolution="antecedent",
        quote="mixed",
        antecedent_id="0123456789abcdef",
        antecedent_confidence=0.25,
        runner_up="The bridge at Tolm fell.",
        confidence=0.123456789,
    )
    vectors = make_vectors(1)
    assert store.add_article(article, [claim], vectors, [], [], {})
    assert store.find_articles() == [article]
    assert store.find_claims() == [claim]
    ids, found = store.find_vectors()
    assert ids == [claim.id]
    assert found.dtype == np.float32
    assert np.array_equal(found, vectors)


def test_same_article_again_changes_nothing(store: Store, world: World) -> None:
    before = store.counts()
    other = make_claim(world.herald, "Something else.", [IRAN])
    assert not put(store, world.herald, [other], [], [make_dispute(other)], {world.lone.id: world.dispute.id})
    assert store.counts() == before == Counts(3, 4, 2, 3)
    assert store.resolve_dispute(world.lone.id) == world.lone.id
    assert store.has_article(world.herald.id)
    assert not store.has_article("0" * 16)


def test_failing_article_leaves_nothing(store: Store) -> None:
    article = make_article()
    claim = make_claim(article)
    with pytest.raises(StoreError, match="Bridge"):
        put(store, article, [claim], [make_pair(claim, "0" * 16)])
    assert store.counts() == Counts(0, 0, 0, 0)
    assert store.find_actors() == []
    assert put(store, article, [claim])


def test_vectors_must_match_the_claims(store: Store) -> None:
    article = make_article()
    with pytest.raises(ValueError, match="zip"):
        store.add_article(article, [make_claim(article)], make_vectors(2), [], [], {})
    assert store.counts().articles == 0


def test_claim_made_twice_counts_once(store: Store) -> None:
    article = make_article()
    claim = make_claim(article)
    assert put(store, article, [claim, claim], [], [make_dispute(claim, claim)])
    assert store.counts() == Counts(1, 1, 0, 1)


def test_racing_writer_of_the_same_article_adds_nothing(
    file_store: Store, file_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = make_article()
    put(file_store, article, [make_claim(article)])
    blind = iter([False])
    seen = "claims.storage.adding.has_article"
    monkeypatch.setattr(seen, lambda connection, id_: next(blind))  # looked before the other one wrote
    with Store(file_url) as second:
        assert not put(second, article, [make_claim(article)])
        assert second.counts() == Counts(1, 1, 0, 0)


def test_actor_learns_from_later_articles(store: Store) -> None:
    first, second = make_article("One."), make_article("Two.")
    put(store, first, [make_claim(first, actors=[Actor.of("Peskov Bureau", aliases=("PB",))])])
    known = Actor.of("peskov bureau", "body", ("Bureau",), ("Russia",))
    put(store, second, [make_claim(second, "Other.", actors=[known, RUSSIA])])
    bureau = Actor(known.id, "Peskov Bureau", "body", ("PB", "Bureau"), ("Russia",))
    assert store.find_actors() == [(bureau, 2), (RUSSIA, 2)]
    assert len(store.find_claims(ClaimQuery(actors=("Russia",)))) == 2


def test_unknown_kind_never_replaces_a_known_one(store: Store) -> None:
    first, second = make_article("One."), make_article("Two.")
    put(store, first, [make_claim(first, actors=[PESKOV])])
    put(store, second, [make_claim(second, "Other.", actors=[Actor.of("Dmitry Peskov")])])
    assert (PESKOV, 2) in store.find_actors()


def test_whole_is_counted_though_only_its_parts_speak(store: Store, world: World) -> None:
    counts = {actor.name: count for actor, count in store.find_actors()}
    assert counts == {"Ukraine": 1, "Iran": 1, "Dmitry Peskov": 1, "Kremlin": 1, "Russia": 1}
    kremlin = next(actor for actor, _ in store.find_actors() if actor.name == "Kremlin")
    assert kremlin == replace(KREMLIN, kind="unknown")
    selected = store.find_actors(ClaimQuery(stances=("asserts",)))
    assert selected == [(UKRAINE, 1)]


def test_claim_with_part_and_whole_counts_once_for_the_whole(store: Store) -> None:
    article = make_article()
    put(store, article, [make_claim(article, actors=[PESKOV, RUSSIA])])
    assert {actor.name: count for actor, count in store.find_actors()}["Russia"] == 1


def test_look_ups_by_id(store: Store, world: World) -> None:
    assert list(store.claims_by_id([world.denied.id, "none", world.asked.id, world.denied.id]).values()) == [
        world.denied,
        world.asked,
    ]
    assert store.pairs_of([world.denied.id]) == [world.pair]
    assert store.pairs_of([world.asserted.id, world.denied.id]) == [world.pair, world.weak]
    assert store.disputes_of([world.denied.id, world.doubted.id]) == [world.lone, world.dispute]
    assert store.find_articles([world.gazette.id, world.herald.id]) == [world.herald, world.gazette]
    assert store.find_articles([]) == store.pairs_of([]) == store.disputes_of([]) == []
    assert store.claims_by_id([]) == {}


def test_many_ids_need_no_limit(store: Store, world: World) -> None:
    ids = [f"{number:016x}" for number in range(40_000)]
    assert store.claims_by_id([*ids, world.asked.id]) == {world.asked.id: world.asked}


def test_outlets_and_days(store: Store, world: World) -> None:
    assert store.find_outlets() == [("Tolm Herald", 2), ("Gazette", 1)]
    assert store.days() == (DAY, date(2024, 10, 20))


def test_empty_store_answers(store: Store) -> None:
    assert store.counts() == Counts(0, 0, 0, 0)
    assert store.days() is None
    assert store.find_outlets() == store.find_actors() == store.find_claims() == store.find_disputes() == []
    ids, vectors = store.find_vectors()
    assert (ids, vectors.shape) == ([], (0, 384))


@pytest.mark.parametrize(
    ("since", "until", "undated", "names"),
    [
        (None, None, True, ["asserted", "denied", "doubted", "asked"]),
        (None, None, False, ["asserted", "denied", "doubted"]),
        (date(2024, 10, 15), None, True, ["denied", "doubted", "asked"]),
        (date(2024, 10, 15), date(2024, 10, 15), False, ["denied"]),
        (None, date(2024, 10, 15), True, ["asserted", "denied", "asked"]),
    ],
)
def test_vectors_of_a_window(
    store: Store, world: World, since: date | None, until: date | None, undated: bool, names: list[str]
) -> None:
    asked = np.eye(2, 384, dtype=np.float32)
    ids, cosines = store.find_cosines(asked, since, until, undated=undated)
    assert ids == [getattr(world, name).id for name in names]
    everything = dict(zip(*store.find_vectors(), strict=True))
    assert np.array_equal(cosines, [[everything[id_][place] for id_ in ids] for place in range(2)])


def test_vectors_are_those_stored_now(tmp_path: Path) -> None:
    """A store that has read vectors before finds what others add and remove, though SQLite gives numbers again."""
    url = f"sqlite:///{tmp_path / 'claims.db'}"
    with Store(url) as store, Store(url) as other:
        vectors = make_vectors(4)
        placed = [make_article(f"Text {number}.", published_on=date(2024, 10, number)) for number in (1, 2, 3, 4)]
        made = [make_claim(article, f"Bridge {place} fell.", [IRAN], "asserts") for place, article in enumerate(placed)]

        def add(to: Store, *places: int) -> None:
            for place in places:
                assert to.add_article(placed[place], [made[place]], vectors[place : place + 1], [], [], {})

        def found() -> dict[str, list[float]]:
            ids, rows = store.find_vectors()
            return {id_: row.tolist() for id_, row in zip(ids, rows, strict=True)}

        def held(*places: int) -> dict[str, list[float]]:
            return {made[place].id: vectors[place].tolist() for place in places}

        add(store, 0, 1)
        assert found() == held(0, 1)
        add(other, 2)
        before = store.find_vectors()
        assert before[0] == [made[0].id, made[1].id, made[2].id]
        other.remove_article(placed[2].id)
        assert found() == held(0, 1)
        add(other, 3)
        assert found() == held(0, 1, 3)
        other.remove_article(placed[0].id)
        assert found() == held(1, 3)
        assert before[1].tolist() == vectors[:3].tolist()


def test_vectors_of_an_article_read_again(tmp_path: Path) -> None:
    """The last article comes again with one claim changed: SQLite gives its claims the same numbers."""
    url = f"sqlite:///{tmp_path / 'claims.db'}"
    article = make_article("Text.")
    last = make_claim(article, "Bridge 1 fell.")
    before, after = ([make_claim(article, f"Bridge {name} fell."), last] for name in ("0", "2"))
    with Store(url) as store, Store(url) as other:
        for claims in (before, after):
            assert other.add_article(article, claims, make_vectors(2), [], [], {})
            assert store.find_vectors()[0] == [claim.id for claim in claims]
            other.remove_article(article.id)


def test_dispute_grows_and_keeps_its_id(store: Store, world: World) -> None:
    article = make_article("Later.", published_on=date(2024, 11, 1))
    late = make_claim(article, "Half of the bridge at Tolm was gone.", [IRAN], "other")
    grown = replace(world.dispute, proposition="The bridge was gone.", uncommitted=(late.id,))
    put(store, article, [late], [], [grown])
    assert store.find_disputes()[0] == grown
    assert store.counts().disputes == 3


def test_merged_dispute_leaves_a_redirect(store: Store, world: World) -> None:
    article = make_article("Later.")
    merged = replace(world.dispute, doubting=world.lone.doubting)
    put(store, article, [], [], [merged], {world.lone.id: world.dispute.id})
    assert store.resolve_dispute(world.lone.id) == world.dispute.id
    assert store.find_disputes() == [merged, world.question]
    assert store.disputes_of(world.lone.claim_ids) == [merged]
    final = replace(world.question, asserting=merged.asserting, denying=merged.denying, doubting=merged.doubting)
    put(store, make_article("Last."), [], [], [final], {world.dispute.id: world.question.id})
    assert store.resolve_dispute(world.lone.id) == world.question.id
    assert store.find_disputes() == [final]


def test_redirects_in_a_chain(store: Store, world: World) -> None:
    every = replace(world.question, asserting=world.dispute.asserting, doubting=world.lone.doubting)
    chain = {world.lone.id: world.dispute.id, world.dispute.id: world.question.id}
    put(store, make_article("Later."), [], [], [every], {**chain, world.question.id: world.question.id})
    assert {store.resolve_dispute(id_) for id_ in chain} == {world.question.id}
    assert store.find_disputes() == [every]


def test_redirects_in_a_circle_lead_nowhere(store: Store, world: World) -> None:
    circle = {world.lone.id: world.dispute.id, world.dispute.id: world.lone.id}
    put(store, make_article("Later."), redirects=circle)
    assert {id_: store.resolve_dispute(id_) for id_ in circle} == {id_: id_ for id_ in circle}
    assert store.find_disputes() == [world.lone, world.dispute, world.question]


def test_change_of_a_merged_dispute_reaches_its_survivor(store: Store, world: World) -> None:
    merged = replace(world.dispute, doubting=world.lone.doubting)
    put(store, make_article("Later."), [], [], [merged], {world.lone.id: world.dispute.id})
    stale = replace(world.lone, uncommitted=(world.asked.id,))
    put(store, make_article("Stale."), [], [], [stale])
    assert store.disputes_of(world.lone.claim_ids) == [replace(merged, uncommitted=(world.asked.id,))]


def test_disputes_of_one_day_keep_their_order(store: Store) -> None:
    article = make_article()
    claims = [make_claim(article, f"Proposition {number}.") for number in range(20)]
    put(store, article, claims, [], [make_dispute(claim) for claim in claims])
    order = [dispute.id for dispute in store.find_disputes()]
    assert order == sorted(order)
    assert [d.id for d in store.disputes_of([claim.id for claim in claims])] == order


HOSTILE = [
    "'; DROP TABLE claims; --",
    '" OR 1=1 --',
    "a\x00b",
    "half \ud83d of a pair \udc00",
    "%s %(x)s :name ? {}",
    "\u202eright to left\u2069",
    "🧊" * 3,
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_stored_and_found(store: Store, words: str) -> None:
    article = make_article(f"Before {words} after.", outlet=words, title=words, path=words, url=words)
    actor = Actor.of(words, aliases=(words,), part_of=(f"whole {words}",))
    claim = make_claim(article, words, [actor], version=words, content=words)
    put(store, article, [claim], [make_pair(claim, claim, reason=words, model=words)], [make_dispute(claim)])
    (found,), (read,) = store.find_articles(), store.find_claims()
    assert len(found.text) == len(article.text)
    assert [len(s.of(found.text)) for s in read.attribution.content] == [len(words)]
    if words.isprintable():
        assert (found, read) == (article, claim)
    for query in (
        ClaimQuery(actors=(words,)),
        ClaimQuery(actors=(f"whole {words}",)),
        ClaimQuery(outlets=(words,)),
        ClaimQuery(words=words),
    ):
        assert store.find_claims(query) == [read]
        assert len(store.find_disputes(query)) == len(store.find_pairs(query)) == 1
    assert store.claims_by_id([words]) == {}
    assert store.resolve_dispute(words) == words
    assert not store.has_article(words)


def test_nul_and_surrogate_become_one_replacement_character_each(store: Store) -> None:
    article = make_article("a\x00b\ud800c\udfffd")
    put(store, article)
    assert store.find_articles()[0].text == "a\ufffdb\ufffdc\ufffdd"
    assert store.has_article(article.id)


@pytest.mark.parametrize("words", ["x" * 60_000, " ".join(f"word{n}" for n in range(40_000))])
def test_endless_words_match_nothing(store: Store, world: World, words: str) -> None:
    assert store.find_claims(ClaimQuery(words=words)) == []


def test_file_keeps_what_was_added(file_url: str) -> None:
    with Store(file_url) as first:
        world = World(first)
    with Store(file_url) as second:
        assert second.find_disputes() == [world.lone, world.dispute, world.question]


def test_environment_names_the_database(monkeypatch: pytest.MonkeyPatch, file_url: str, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMS_DB", file_url)
    Store().close()
    assert (tmp_path / "claims.db").exists()


def test_sqlite_file_is_written_ahead_with_foreign_keys(file_url: str) -> None:
    database = Database(file_url)
    with database.reading() as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        ]
    database.close()
    assert settings == ["wal", 1, 30_000]


def test_migrations_are_recorded_with_the_marker(file_url: str, tmp_path: Path) -> None:
    Store(file_url).close()
    with sqlite3.connect(tmp_path / "claims.db") as connection:
        rows = connection.execute("SELECT name, application FROM schema_migrations").fetchall()
    connection.close()
    assert rows == [(migration.__name__, "counterclaim") for migration in migrations.MIGRATIONS]


def test_older_database_gets_the_missing_migration_once(file_url: str) -> None:
    Store(file_url).close()
    runs = []

    def m0002_note(connection: Connection) -> None:
        runs.append(connection.exec_driver_sql("CREATE TABLE notes (id INTEGER)"))

    database = Database(file_url)
    known = (*migrations.MIGRATIONS, m0002_note)
    for _ in range(2):
        with database.writing() as connection:
            migrations.migrate(connection, "x", known)
    with database.reading() as connection:
        assert "notes" in inspect(connection).get_table_names()
        assert migrations.missing_migrations(connection, "x", known) == []
    database.close()
    assert len(runs) == 1


def test_failing_migration_leaves_no_trace(file_url: str) -> None:
    def m0002_broken(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE notes (id INTEGER)")
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")

    database = Database(file_url)
    with pytest.raises(StoreError), database.writing() as connection:
        migrations.migrate(connection, "x", (*migrations.MIGRATIONS, m0002_broken))
    with database.reading() as connection:
        assert "notes" not in inspect(connection).get_table_names()
        assert migrations.missing_migrations(connection, "x") == []
    database.close()


def test_newer_database_is_refused(file_url: str, tmp_path: Path) -> None:
    Store(file_url).close()
    with sqlite3.connect(tmp_path / "claims.db") as connection:
        connection.execute("INSERT INTO schema_migrations VALUES ('m9999_later', 'counterclaim', '2030-01-01')")
    connection.close()
    with pytest.raises(StoreError, match="newer version"):
        Store(file_url)


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE recipes (id INTEGER)"],
        ["CREATE TABLE schema_migrations (version TEXT)", "INSERT INTO schema_migrations VALUES ('1')"],
        ["CREATE TABLE schema_migrations (name TEXT, application TEXT)"],
        [
            "CREATE TABLE schema_migrations (name TEXT, application TEXT)",
            "INSERT INTO schema_migrations VALUES ('m0001_first_tables', 'cookbook')",
        ],
    ],
)
def test_foreign_database_is_refused_and_left_alone(file_url: str, tmp_path: Path, statements: list[str]) -> None:
    with sqlite3.connect(tmp_path / "claims.db") as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
    before = (tmp_path / "claims.db").read_bytes()
    with pytest.raises(StoreError, match=r"claims\.db holds tables that Counterclaim did not make"):
        Store(file_url)
    assert (tmp_path / "claims.db").read_bytes() == before


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("sqlite:///{}/none/claims.db", "folder exists"),
        ("sqlite:///{}", "cannot be opened"),
        ("sqlite:///{}/page.html", "not a database"),
        ("claims.db", "claims.db is not understood"),
        ("oracle+nothing://host/name", "not understood"),
        ("postgresql+pg8000://reader:hush-hush@host/name", "package pg8000"),
        ("postgresql+pg8000://reader:hush-hush@hush-hush@host/name?password=hush-hush", "package pg8000"),
        ("postgresql:/reader:hush-hush@host/name", "not understood"),
        ("nonsense://reader:hush-hush@host/name", "not understood"),
        ("postgresql+pg8000://reader:hush-hush@host:port/name", "not understood"),
        ("sqlite:///{}/a.db?timeout=hush-hush", "cannot be used"),
    ],
)
def test_unusable_address_gives_one_sentence(tmp_path: Path, url: str, message: str) -> None:
    (tmp_path / "page.html").write_text("<p>This is a page and no database.</p>" * 20)
    with pytest.raises(StoreError, match=message) as caught:
        Store(url.format(tmp_path))
    sentence = str(caught.value)
    assert sentence.count(". ") == 0
    assert sentence.endswith(".")
    for unwanted in ("hush-hush", "sqlalche", "sqlite3.", "Traceback", "\n"):
        assert unwanted not in sentence


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        (folder / "probe").touch()
    except PermissionError:
        with pytest.raises(StoreError, match="can be written"):
            Store(f"sqlite:///{folder}/claims.db")
    else:
        pytest.skip("this user may write everywhere")
    finally:
        folder.chmod(0o700)


def test_database_that_may_only_be_read(file_url: str, tmp_path: Path) -> None:
    with Store(file_url) as store:
        world = World(store)
    with Store(f"sqlite:///file:{tmp_path}/claims.db?mode=ro&uri=true") as store:
        assert store.find_pairs() == [world.pair]
        with pytest.raises(StoreError, match="cannot be written"):
            put(store, make_article("Later."))


def test_waiting_for_another_writer_has_an_end(
    file_store: Store, file_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("claims.storage.connection.BUSY_SECONDS", 0)
    other = sqlite3.connect(tmp_path / "claims.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(file_url) as store, pytest.raises(StoreError, match="busy"):
        put(store, make_article())
    other.close()
    assert file_store.counts().articles == 0


@pytest.fixture
def server_url(request: pytest.FixtureRequest) -> str:
    """Give the address of an empty schema of a server that a test may be rough with."""
    return str(request.getfixturevalue("postgresql_url"))


def test_waiting_for_another_writer_of_a_server_has_an_end(server_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.storage.connection.BUSY_SECONDS", 0.2)
    with Store(server_url) as store:
        engine = create_engine(server_url)
        with engine.connect() as other:
            other.execute(text("LOCK TABLE articles IN ACCESS EXCLUSIVE MODE"))
            with pytest.raises(StoreError, match="is busy with another program's writing"):
                put(store, make_article())
        engine.dispose()
        assert store.counts().articles == 0
        assert put(store, make_article())


def test_a_server_that_may_only_be_read_is_one_sentence(server_url: str) -> None:
    with Store(server_url) as store:
        put(store, make_article())
    with Store(f"{server_url}%20-cdefault_transaction_read_only%3Don") as store:
        assert store.counts().articles == 1
        with pytest.raises(StoreError, match="cannot be written"):
            put(store, make_article("Later."))
        assert store.counts().articles == 1


def test_a_server_that_ends_the_connection_is_asked_anew(server_url: str) -> None:
    ending = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with Store(server_url) as store:
        put(store, make_article())
        engine = create_engine(server_url)
        with engine.connect() as other:
            other.execute(text(ending))
        engine.dispose()
        assert store.counts().articles == 1


@pytest.mark.skipif(not is_installed(), reason=MISSING)
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_full_disk_of_a_server_is_one_sentence_and_loses_nothing_that_was_done() -> None:
    """The limit on the size of a file stands for the disk's end."""
    chance = random.Random(5)
    with running_server(largest_file=17_000_000) as url, Store(url) as store:
        filling = (put(store, make_article(f"{number} " + chance.randbytes(400_000).hex())) for number in range(100))
        done: list[bool] = []
        with pytest.raises(StoreError, match=r"The disc that holds the database .* is full"):
            done.extend(filling)
        assert store.counts().articles == len(done) > 0
        assert store.faults() == []
    with pytest.raises(StoreError, match="cannot be reached"):
        Store(url)


def test_damage_while_running_is_one_sentence(file_url: str, tmp_path: Path) -> None:
    with Store(file_url) as store:
        World(store)
        with sqlite3.connect(tmp_path / "claims.db") as connection:
            connection.execute("DROP TABLE pairs")
        connection.close()
        with pytest.raises(StoreError, match=r"claims\.db failed"):
            store.find_pairs()


@pytest.fixture(params=["memory", "file_url", "postgresql_url"])
def any_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Give an empty store of each kind."""
    with Store("sqlite://" if request.param == "memory" else request.getfixturevalue(request.param)) as opened:
        yield opened


def run_at_once(*works: Callable[[], None]) -> None:
    with ThreadPoolExecutor(len(works)) as threads:
        for future in [threads.submit(work) for work in works]:
            future.result(60)


def test_two_threads_read_while_one_writes(any_store: Store) -> None:
    shared = any_store
    done = threading.Event()
    seen: list[Counts] = []

    def write() -> None:
        try:
            for number in range(40):
                article = make_article(f"Article {number}.")
                claims = [make_claim(article, f"Proposition {number} {n}.", [PESKOV]) for n in range(3)]
                disputes = [make_dispute(*claims)]
                assert put(shared, article, claims, [make_pair(claims[0], claims[1])], disputes)
        finally:
            done.set()

    def read() -> None:
        while not done.is_set():
            counts = shared.counts()
            assert counts == Counts(counts.articles, 3 * counts.articles, counts.articles, counts.articles)
            assert len(shared.find_claims(ClaimQuery(actors=("Russia",)))) % 3 == 0
            seen.append(counts)

    run_at_once(write, read, read)
    assert shared.counts() == Counts(40, 120, 40, 40)
    assert seen


def test_two_stores_write_one_file(file_url: str) -> None:
    def fill() -> None:
        with Store(file_url) as own:
            for number in range(20):
                article = make_article(f"Article {number}.")
                put(own, article, [make_claim(article, f"Proposition {number}.", [PESKOV])])

    run_at_once(fill, fill, fill)
    with Store(file_url) as store:
        assert store.counts() == Counts(20, 20, 0, 0)


def test_a_killed_ingest_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    kills = importlib.import_module("benchmarks.kill_ingest")
    assert kills.run(str(tmp_path), 4, random.Random(1)) >= 1


@pytest.mark.parametrize("kind", ["file_url", "postgresql_url"])
def test_two_ingests_and_five_readers_at_once(request: pytest.FixtureRequest, kind: str) -> None:
    # A process of its own: spawned workers import the main module of the one that starts them.
    command = [sys.executable, "-m", "benchmarks.together", "--seconds", "4", "--db", request.getfixturevalue(kind)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert "no error" in done.stdout, done.stdout + done.stderr


FILLING = """
import resource, signal, sys
from benchmarks.store_filters import add_generated
from claims.errors import StoreError
from claims.storage import Store

with Store(sys.argv[1]) as store:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))
    done = 0
    try:
        for number in range(1000):
            add_generated(store, number)
            done += 1
    except StoreError as error:
        print(error)
    print(done)
"""


def test_a_full_disk_is_one_sentence_and_loses_nothing_that_was_done(file_url: str) -> None:
    """The limit on the size of a file stands for the disk's end."""
    done = subprocess.run(
        [sys.executable, "-c", FILLING, file_url], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    sentence, number = done.stdout.strip().split("\n")
    assert "claims.db" in sentence
    assert sentence.count(". ") == 0
    with Store(file_url) as store:
        assert store.counts().articles == int(number) > 0
        assert store.faults() == []
        put(store, make_article("There is room again."))
