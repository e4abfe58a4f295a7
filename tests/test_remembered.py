"""No pair of texts is scored twice by one model: the store keeps what it gave."""

import shutil
from dataclasses import replace

import pytest

from claims.inference import MODELS_DIR
from claims.inference.nli import Nli
from claims.pairing import Remembered
from claims.storage import Store
from claims.types import NliScores
from tests.pairing_fakes import ScriptedNli
from tests.records import make_article, make_vectors

CLOSED, OPEN, SHUT = "The bridge was closed.", "The bridge was open.", "The bridge was shut."
SCORES = NliScores(0.01, 0.02, 0.97)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request):
    with Store("sqlite://" if request.param == "sqlite" else request.getfixturevalue("postgresql_url")) as opened:
        yield opened


def model():
    return ScriptedNli({(CLOSED, OPEN): (0.01, 0.02, 0.97)})


def keep(store, article, scores):
    return store.add_article(article, [], make_vectors(0), [], [], {}, scores)


def test_the_model_is_asked_only_for_what_the_store_has_not(store):
    first, second = model(), model()
    told = Remembered(first, "one", store)
    assert told.score([(CLOSED, OPEN), (CLOSED, OPEN), (OPEN, CLOSED)])[:2] == [SCORES, SCORES]
    assert first.calls == [[(CLOSED, OPEN), (OPEN, CLOSED)]]
    assert keep(store, make_article(), told.new)
    later = Remembered(second, "one", store)
    assert later.score([(CLOSED, OPEN), (CLOSED, SHUT)])[0] == SCORES
    assert second.calls == [[(CLOSED, SHUT)]]
    assert len(later.new) == 1


def test_another_model_does_not_see_the_scores(store):
    told = Remembered(model(), "one", store)
    told.score([(CLOSED, OPEN)])
    keep(store, make_article(), told.new)
    other = model()
    Remembered(other, "two", store).score([(CLOSED, OPEN)])
    assert other.calls == [[(CLOSED, OPEN)]]


def test_what_two_writers_scored_is_kept_once(store):
    told = Remembered(model(), "one", store)
    told.score([(CLOSED, OPEN)])
    for text in ("One.", "Two."):
        assert keep(store, make_article(text), told.new)
    changed = {id_: replace(scores, neutral=0.5) for id_, scores in told.new.items()}
    store.replace_article(make_article("Two."), [], make_vectors(0), [], [], {}, changed)
    assert store.nli_scores(list(told.new)) == told.new


def test_scores_of_an_article_that_is_known_already_are_not_written(store):
    told = Remembered(model(), "one", store)
    keep(store, make_article(), {})
    told.score([(CLOSED, OPEN)])
    assert not keep(store, make_article(), told.new)
    assert store.nli_scores(list(told.new)) == {}


def test_the_fingerprint_hangs_on_the_weights_alone(tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(MODELS_DIR / "nli", folder)
    shipped = Nli.load().fingerprint
    assert Nli.load(folder).fingerprint == shipped
    (folder / "more.bin").write_bytes(b"0")
    assert Nli.load(folder).fingerprint != shipped
