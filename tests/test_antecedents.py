"""Which assertion the words of a denial point at."""

import json
import math
from dataclasses import replace

import numpy as np
import pytest

from claims.errors import ModelError
from claims.extraction.antecedent_features import claim_features, kind_of, pointer_features
from claims.extraction.antecedents import (
    Candidate,
    Cosines,
    Pointer,
    Weights,
    find_antecedent,
    load_weights,
    probabilities,
)
from claims.extraction.language import load_language

DENIER = frozenset(["denier"])


def candidate(index=0, sentence=4, **fields):
    """Return a claim said in sentence `sentence` by "Tessaly"; each sentence has a hundred characters."""
    given = {
        "start": sentence * 100,
        "proposition": f"Proposition number {index} is about the dam.",
        "actors": frozenset(["tessaly"]),
        "names": frozenset(["tessaly"]),
        "cue": "warn",
        "source": "tessaly",
        "content": (),
        **fields,
    }
    return Candidate(index, sentence, **given)


def pointer(sentence=5, noun=None, words=(), names=(), **fields):
    """Return a denial in the middle of sentence `sentence`."""
    given = {"start": sentence * 100 + 50, "deniers": DENIER, **fields}
    return Pointer(
        sentence, noun=noun_of(noun) if noun else None, words=frozenset(words), names=frozenset(names), **given
    )


def noun_of(word):
    doc = load_language()(f"Harlow denied the {word}." if word != "it" else "Harlow denied it.")
    return next(token for token in doc if token.text == word)


def cosines(count, each_other=None, **rows):
    """Return cosines of nought but where `rows` says otherwise; claims are alike only to themselves."""
    nought = np.zeros(count, np.float32)
    given = {name: np.asarray(rows.get(name, nought), np.float32) for name in ("phrase", "sentence", "title")}
    return Cosines(
        **given,
        centrality=np.asarray(rows.get("centrality", nought), np.float32),
        each_other=np.eye(count, dtype=np.float32) if each_other is None else np.asarray(each_other, np.float32),
    )


def chosen(where, *candidates, **rows):
    found = find_antecedent(where, candidates, cosines(len(candidates), **rows))
    return None if found is None else found.claim.index


def features(where, item, *others, **rows):
    return claim_features(where, [item, *others], cosines(len(others) + 1, **rows))[0]


def weights(claim=None, none=None):
    """Return weights of nought but where said otherwise."""
    names = claim_features(pointer(), [candidate()], cosines(1))[0]
    of_none = pointer_features(pointer(), [candidate()], cosines(1))
    return Weights({**dict.fromkeys(names, 0.0), **(claim or {})}, {**dict.fromkeys(of_none, 0.0), **(none or {})})


class TestProbabilities:
    """A conditional logit that can be worked out by hand."""

    def test_without_weights_every_claim_is_as_likely_as_none(self):
        found = probabilities(pointer(), [candidate(1), candidate(2)], cosines(2), weights())
        assert found == pytest.approx([1 / 3, 1 / 3])

    def test_a_weight_raises_the_odds(self):
        heavier = weights({"negative": math.log(2)})
        claims = [candidate(1, proposition="The dam was not hit."), candidate(2)]
        assert probabilities(pointer(), claims, cosines(2), heavier) == pytest.approx([2 / 4, 1 / 4])

    def test_a_weight_of_none_lowers_all(self):
        unlikely = weights(none={"always": math.log(8)})
        assert probabilities(pointer(), [candidate(1), candidate(2)], cosines(2), unlikely) == pytest.approx([0.1, 0.1])

    def test_large_weights_do_not_overflow(self):
        assert probabilities(pointer(), [candidate()], cosines(1), weights(none={"always": 2000.0})) == [0.0]


class TestFeatures:
    """What is measured of a claim."""

    @pytest.mark.parametrize(
        ("sentence", "start", "name", "value"),
        [
            (5, 505, "same sentence, before", 1.0),
            (5, 590, "same sentence, after", 1.0),
            (4, 400, "before", 1.0),
            (4, 400, "sentence before, none", 1.0),
            (2, 200, "sentence before, none", 0.0),
            (2, 200, "distance before, none", 0.3),
            (6, 600, "after", 1.0),
            (6, 600, "sentence after", 1.0),
            (8, 800, "distance after", 0.3),
            (99, 9900, "distance after", 1.5),
        ],
    )
    def test_the_place(self, sentence, start, name, value):
        assert features(pointer(), candidate(sentence=sentence, start=start))[name] == pytest.approx(value)

    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({"proposition": "Nobody hit the dam in May."}, "negative"),
            ({"proposition": "The dam wasn’t hit in May."}, "negative"),
            ({"proposition": "The dam might be hit in May."}, "hypothetical"),
            ({"proposition": "They hit the dam in May."}, "pronoun left"),
            ({"proposition": "There was a dam in May."}, "existence"),
            ({"proposition": "Dams fell."}, "short"),
            ({"cue": "allege"}, "cue claims"),
            ({"cue": ""}, "no cue"),
            ({"source": "rumour"}, "told by a story"),
            ({"actors": frozenset()}, "said by nobody"),
        ],
    )
    def test_the_words(self, fields, name):
        assert features(pointer(), candidate(**fields))[name] == 1.0
        assert features(pointer(), candidate())[name] == 0.0

    def test_who_says_it(self):
        named = pointer(names=["tessaly"])
        assert features(named, candidate())["said by whom the phrase names"] == 1.0
        assert features(named, candidate(names=frozenset(["orrin"])))["said by another"] == 1.0
        assert features(pointer(), candidate())["said by another"] == 0.0

    def test_an_accusation_is_what_an_allegation_points_at(self):
        accused = candidate(cue="accuse")
        assert features(pointer(noun="allegation"), accused)["cue accuses"] == 1.0
        assert features(pointer(noun="report"), accused)["cue accuses"] == 0.0

    def test_the_phrase_counts_only_where_it_says_something(self):
        assert features(pointer(words=["dam"]), candidate(), phrase=[0.85])["phrase"] == pytest.approx(0.5)
        assert features(pointer(), candidate(), phrase=[0.85])["phrase"] == 0.0

    def test_what_is_told_again(self):
        alike = [[1.0, 0.9], [0.9, 1.0]]
        assert features(pointer(), candidate(1), candidate(2), each_other=alike)["restated"] == 1.0
        assert features(pointer(), candidate(1), candidate(2))["restated"] == 0.0

    def test_first_and_nearest(self):
        first, near, after = candidate(1, 1), candidate(2, 4), candidate(3, 7)
        assert features(pointer(), first, near, after)["first, none"] == 1.0
        assert features(pointer(), near, first, after)["nearest, none"] == 1.0
        assert features(pointer(), after, first, near)["nearest, none"] == 0.0
        assert features(pointer(), near, first, after)["first of its teller, none"] == 0.0
        other = replace(near, actors=frozenset(["orrin"]))
        assert features(pointer(), other, first, after)["first of its teller, none"] == 1.0

    @pytest.mark.parametrize(
        ("where", "kind"),
        [
            (pointer(), "none"),
            (pointer(noun="it"), "pronoun"),
            (pointer(noun="allegation"), "claim"),
            (pointer(noun="report", story=True), "story"),
            (pointer(noun="it", story=True), "story"),
        ],
    )
    def test_the_kind_of_pointer_chooses_the_weights(self, where, kind):
        assert kind_of(where) == kind
        row = features(where, candidate(1, 4))
        assert [name for name, value in row.items() if name.startswith("first,") and value] == [f"first, {kind}"]


class TestFinding:
    """The best antecedent by the shipped weights."""

    def test_the_nearest_before_is_better_than_the_nearest_after(self):
        assert chosen(pointer(), candidate(1, 4), candidate(2, 6)) == 1
        assert chosen(pointer(), candidate(2, 6), candidate(1, 4)) == 1

    def test_what_the_denier_asserts_is_never_its_own_antecedent(self):
        own = candidate(1, 5, actors=DENIER)
        assert chosen(pointer(), own) is None
        assert chosen(pointer(), own, candidate(2, 9)) == 2
        assert chosen(pointer(words=["dam"]), own, phrase=[1.0], centrality=[1.0]) is None

    def test_a_joint_assertion_may_be_answered_by_one_of_those_who_made_it(self):
        assert chosen(pointer(), candidate(1, 5, actors=frozenset(["denier", "tessaly"]))) == 1

    def test_what_only_accompanies_the_denial_explains_it(self):
        """ "Denied the claims, saying that the dam stands": that is the denier's, whoever it is given to."""
        explaining, claimed = candidate(1, 5, beneath=7), candidate(2, 3)
        assert chosen(pointer(cue=7), explaining, claimed) == 2
        assert chosen(pointer(cue=9), explaining, claimed) == 1

    def test_the_named_owner_wins_over_a_nearer_claim(self):
        near = candidate(1, 4, names=frozenset(["orrin"]), actors=frozenset(["orrin"]))
        assert chosen(pointer(names=["tessaly"]), near, candidate(2, 3)) == 2

    def test_the_likeness_of_the_phrase_decides_between_neighbours(self):
        one, other = candidate(1, 3), candidate(2, 2)
        assert chosen(pointer(words=["dam"]), one, other, phrase=[0.0, 0.9]) == 2
        assert chosen(pointer(words=["dam"]), one, other, phrase=[0.9, 0.0]) == 1

    def test_what_the_article_is_about_wins_over_an_aside(self):
        aside, matter = candidate(1, 3), candidate(2, 2)
        story = pointer(noun="story", story=True)
        assert chosen(story, aside, matter, title=[0.0, 0.9], centrality=[0.1, 0.8]) == 2

    @pytest.mark.parametrize("proposition", ["The dam was not hit at all.", "Nobody hit the dam in May."])
    def test_a_denial_is_seldom_denied(self, proposition):
        near, far = candidate(1, 3, proposition=proposition), candidate(2, 2, proposition="The dam was hit in May.")
        assert chosen(pointer(noun="story", story=True), near, far) == 2

    def test_nothing_answers_where_nothing_was_said(self):
        assert find_antecedent(pointer(), [], cosines(0)) is None

    def test_claims_that_say_the_same_make_each_other_surer(self):
        claims = [candidate(1, 4), candidate(2, 3)]
        alike = find_antecedent(pointer(), claims, cosines(2, [[1.0, 0.8], [0.8, 1.0]]))
        apart = find_antecedent(pointer(), claims, cosines(2, [[1.0, 0.6], [0.6, 1.0]]))
        assert alike.confidence > apart.confidence
        assert 0 < apart.confidence < 1

    @pytest.mark.parametrize(("cosine", "best"), [(0.8, 2), (0.7, 1)])
    def test_talk_of_nobody_gives_way_to_who_says_the_same(self, cosine, best):
        talk, said = candidate(1, 4, actors=frozenset()), candidate(2, 2)
        assert chosen(pointer(), talk, said, each_other=[[1.0, cosine], [cosine, 1.0]]) == best

    def test_the_runner_up_says_something_else(self):
        claims = [candidate(1, 4), candidate(2, 3), candidate(3, 2), candidate(4, 5, actors=DENIER)]
        alike = np.eye(4)
        alike[0, 1] = alike[1, 0] = 0.9
        found = find_antecedent(pointer(), claims, cosines(4, alike))
        assert (found.claim.index, found.runner_up.index) == (1, 3)
        assert find_antecedent(pointer(), claims[:1], cosines(1)).runner_up is None


class TestWeights:
    """The shipped weights and damaged ones."""

    def test_they_name_every_feature(self):
        shipped = load_weights()
        assert shipped.claim.keys() == features(pointer(), candidate()).keys()
        assert shipped.none.keys() == pointer_features(pointer(), [candidate()], cosines(1)).keys()

    @pytest.mark.parametrize("content", ["", "{}", "[]", '{"claim": {"a": "b"}, "none": {}}'])
    def test_damaged_ones_are_named(self, tmp_path, content):
        (tmp_path / "weights.json").write_text(content)
        with pytest.raises(ModelError, match=r"weights\.json is missing or damaged"):
            load_weights(tmp_path)

    def test_a_folder_of_ones_own_is_read(self, tmp_path):
        (tmp_path / "weights.json").write_text(json.dumps({"claim": {"before": 1}, "none": {"always": 2}}))
        assert load_weights(tmp_path) == Weights({"before": 1.0}, {"always": 2.0})
