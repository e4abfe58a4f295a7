"""What repeats an article: near-copies anywhere in the store, and the versions of one address."""

import itertools
from datetime import date

import pytest
from sqlalchemy import text

from claims.changes import Passage, changes
from claims.copies import LEAST_SHINGLES, bands, is_copy, shingles
from claims.storage import Store, migrations
from claims.storage.connection import Database
from tests.records import make_article, make_claim, make_dispute, make_pair, make_vectors

WORDS = [first + second for first, second in itertools.product("bcdfghklmnprst", ("ado", "ero", "ilum", "ona", "usk"))]
STORY = ". ".join(" ".join(WORDS[n : n + 9]).capitalize() for n in range(0, 60, 9)) + "."
OTHER = " ".join(reversed(WORDS)) + "."
URL = "https://gull.example/bridge"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "postgresql":
        return request.getfixturevalue("postgresql_url")
    return f"sqlite:///{tmp_path / 'claims.db'}"


@pytest.fixture
def store(url):
    with Store(url) as opened:
        yield opened


def add(store, article, *claims, pairs=(), disputes=()):
    assert store.add_article(article, claims, make_vectors(len(claims)), pairs, disputes, {})
    return article


def test_runs_do_not_hang_on_case_accents_or_marks():
    assert (
        shingles("The Café, at Tolm; was SHUT")
        == shingles("the cafe at tolm was shut")
        == {"the cafe at tolm was", "cafe at tolm was shut"}
    )
    assert shingles("") == {""}


@pytest.mark.parametrize(
    ("other", "copied"),
    [
        (STORY + " " + OTHER, True),
        (STORY.upper(), True),
        (STORY[: len(STORY) // 2], False),
        (OTHER, False),
    ],
    ids=["with more", "in capitals", "too short to tell", "of the same words in another order"],
)
def test_a_copy_repeats_most_of_a_text(other, copied):
    assert len(shingles(STORY)) >= LEAST_SHINGLES
    assert is_copy(shingles(STORY), shingles(other)) is copied


def test_copies_meet_in_a_band_and_others_do_not():
    assert set(bands(STORY)) & set(bands(STORY + " A word from our reporter follows here."))
    assert not set(bands(STORY)) & set(bands(OTHER))
    assert all(-(2**63) <= number < 2**63 for number in bands(STORY))


def test_bands_stay_the_same():
    """A store holds them: another number for the same words would hide copies."""
    assert bands("The bridge at Tolm was closed.")[:2] == [-2658079656077896421, 8141560940673259920]


def test_near_copies_are_found_whatever_their_outlet(store):
    first = add(store, make_article(STORY, outlet="Tolm Herald"))
    add(store, make_article(OTHER, outlet="Tolm Herald"))
    copy = add(store, make_article(STORY + " More soon.", outlet="Gull", title="Copied"))
    assert store.near_copies(copy.id) == [first.id]
    assert store.near_copies(first.id) == [copy.id]
    store.remove_article(first.id)
    assert store.near_copies(copy.id) == []


def test_versions_of_one_address_follow_each_other(store):
    first, second, third = (add(store, make_article(STORY + more, url=URL)) for more in ("", " Late.", " Late. Later."))
    add(store, make_article(OTHER, url=URL))
    add(store, make_article(STORY, url="https://gull.example/other"))
    for each in (first, second, third):
        assert store.versions_of(each.id) == [first, second, third]
    store.remove_article(second.id)
    assert store.versions_of(third.id) == [first, third]


def test_an_article_without_address_has_no_other_version(store):
    first, second = add(store, make_article(STORY)), add(store, make_article(STORY + " Late."))
    assert store.versions_of(first.id) == [first]
    assert store.versions_of(second.id) == [second]
    assert store.versions_of("unknown") == []


def test_versions_keep_their_order_when_read_again(store):
    first, second = (add(store, make_article(STORY + more, url=URL)) for more in ("", " Late."))
    for article in (first, second, first):
        store.replace_article(article, [], make_vectors(0), [], [], {})
        assert store.versions_of(second.id) == [first, second]


def test_corrections_hold_in_the_next_version_where_their_words_stand_once(store):
    said = "Roe said the bridge was shut."
    first = make_article(f"{STORY} {said} Orsk said no.", url=URL)
    claim, gone = (make_claim(first, p, sentence=s, content=s) for p, s in (("A.", said), ("B.", "Orsk said no.")))
    add(store, first, claim, gone)
    for each in (claim, gone):
        store.correct_claim(each.id, "stance", "doubts", "Ada")
    second = make_article(f"New. {STORY} {said}", url=URL)
    add(store, second, make_claim(second, "A.", sentence=said, content=said))
    (now,) = store.claims_of_article(second.id)
    assert now.stance == "doubts"
    (carried,) = store.corrections_of([second.id])
    assert (carried.anchor.span.of(second.text), carried.made_by) == (said, "Ada")
    assert {each.stance for each in store.claims_of_article(first.id)} == {"doubts"}


def test_author_and_language_are_kept(store):
    article = add(store, make_article(author="Ada Roe", language="en-GB" + "x" * 99))
    (kept,) = store.find_articles([article.id])
    assert (kept.author, kept.language) == ("Ada Roe", ("en-GB" + "x" * 99)[:35])


AFTER = {
    1: ["DROP TABLE corrections", "ALTER TABLE pairs DROP COLUMN review", "ALTER TABLE disputes DROP COLUMN review"],
    2: ["DROP TABLE visits"],
    3: [
        "DROP TABLE article_bands",
        "DROP INDEX ix_articles_url_id",
        *(f"ALTER TABLE articles DROP COLUMN {name}" for name in ("author", "language", "url_id", "earlier_id")),
    ],
    4: ["DROP TABLE nli_scores"],
    5: ["ALTER TABLE claims DROP COLUMN runner_up"],
}
"""What each version of the schema lacks of the next one."""


@pytest.mark.parametrize("version", AFTER)
def test_a_store_of_every_older_version_is_brought_up_to_date_with_its_data(url, version):
    article, other = make_article(STORY, url=URL), make_article(STORY + " Late.", url=URL)
    claim, counterclaim = make_claim(article), make_claim(article, stance="denies")
    dispute = make_dispute(claim, counterclaim)
    with Store(url) as store:
        add(store, article, claim, counterclaim, pairs=[make_pair(claim, counterclaim)], disputes=[dispute])
        add(store, other)
        before = [store.find_articles(), store.find_claims(), store.find_pairs(), store.find_disputes()]
    database = Database(url)
    with database.writing() as connection:
        for number in range(version, len(AFTER) + 1):
            for statement in AFTER[number]:
                connection.execute(text(statement))
            name = migrations.MIGRATIONS[number].__name__
            connection.execute(text("DELETE FROM schema_migrations WHERE name = :name"), {"name": name})
    database.close()
    with Store(url) as store:
        assert store.migrated == tuple(m.__name__ for m in migrations.MIGRATIONS[version:])
        assert [store.find_articles(), store.find_claims(), store.find_pairs(), store.find_disputes()] == before
        assert store.versions_of(other.id) == [article, other]
        assert store.near_copies(other.id) == [article.id]
        assert store.visit("Ada", date(2024, 5, 1)) is None
        assert store.faults() == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("A came. B left.", "A came. B left.", []),
        ("A came. B left.", "A came. C left.", [Passage("removed", "B left."), Passage("added", "C left.")]),
        ("A came.\n\nB left.", "A came.\n\nX.\n\nB left.", [Passage("added", "X.")]),
        ("A came.  B left.", "A came.", [Passage("removed", "B left.")]),
        ("", "A came.", [Passage("added", "A came.")]),
    ],
)
def test_what_changed_between_two_versions_is_told_by_sentence(before, after, expected):
    assert changes(before, after) == expected
