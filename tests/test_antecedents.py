"""Which assertion the words of a denial point at."""

import pytest

from claims.extraction.antecedents import SURE, Candidate, Pointer, confidence, find_antecedent, weigh
from claims.extraction.language import load_language

DENIER = frozenset(["denier"])


def candidate(index=0, sentence=4, **fields):
    """Return a claim said in sentence `sentence` by "Tessaly"; each sentence has a hundred characters."""
    given = {
        "start": sentence * 100,
        "proposition": f"Proposition {index}.",
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
    return Pointer(
        sentence,
        fields.get("start", sentence * 100 + 50),
        noun_of(noun) if noun else None,
        frozenset(words),
        DENIER,
        frozenset(names),
        cue=fields.get("cue"),
        denier_names=frozenset(fields.get("denier_names", ())),
        whole=fields.get("whole", False),
    )


def noun_of(word):
    doc = load_language()(f"Harlow denied the {word}.")
    return next(token for token in doc if token.text == word)


def chosen(where, *candidates, similarities=None):
    found = find_antecedent(where, candidates, similarities or [0.0] * len(candidates))
    return None if found is None else found.claim.index


def test_the_same_sentence_is_better_than_before_and_before_than_after():
    same, before, after = candidate(sentence=5), candidate(sentence=4), candidate(sentence=6)
    weights = [weigh(pointer(), item) for item in (same, before, after)]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 3


@pytest.mark.parametrize(
    ("sentences", "best"),
    [((5, 4, 6), 5), ((4, 6), 4), ((6,), 6), ((2, 3, 4), 4), ((6, 7, 8), 6), ((1, 6), 1), ((3, 7), 3)],
)
def test_the_order_is_same_sentence_then_before_then_after_each_nearest_first(sentences, best):
    candidates = [candidate(number, number) for number in sentences]
    assert chosen(pointer(), *candidates) == best
    assert chosen(pointer(), *reversed(candidates)) == best


def test_in_the_same_sentence_the_nearest_words_win():
    near, far = candidate(1, 5, start=545), candidate(2, 5, start=505)
    assert chosen(pointer(start=550), far, near) == 1


def test_an_assertion_after_the_denial_in_its_own_sentence_counts_as_the_same_sentence():
    assert chosen(pointer(start=505), candidate(1, 5, start=560), candidate(2, 4)) == 1


def test_what_the_denier_asserts_is_never_its_own_antecedent():
    own = candidate(1, 5, actors=DENIER)
    assert weigh(pointer(), own) < 0
    assert chosen(pointer(), own) is None
    assert chosen(pointer(), own, candidate(2, 9)) == 2


def test_what_the_denier_asserts_is_excluded_however_alike():
    own = candidate(1, 5, actors=DENIER, centrality=1.0, names=frozenset(["tessaly"]))
    assert chosen(pointer(words=["dam"], names=["tessaly"]), own, similarities=[1.0]) is None


def test_a_joint_assertion_may_be_answered_by_one_of_those_who_made_it():
    joint = candidate(1, 5, actors=frozenset(["denier", "tessaly"]))
    assert chosen(pointer(), joint) == 1


def test_the_named_owner_wins_over_a_nearer_claim():
    near = candidate(1, 4, names=frozenset(["orrin"]), actors=frozenset(["orrin"]))
    owner = candidate(2, 2)
    assert chosen(pointer(), near, owner) == 1
    assert chosen(pointer(names=["tessaly"]), near, owner) == 2


def test_a_phrase_that_names_another_is_not_about_this_speaker():
    of_harlow = pointer(names=["harlow"])
    assert weigh(of_harlow, candidate()) < weigh(pointer(), candidate()) - 1


@pytest.mark.parametrize("proposition", ["The dam was not hit.", "The dam wasn’t hit.", "Nobody hit the dam."])
def test_a_denial_is_seldom_denied(proposition):
    near, far = candidate(1, 4, proposition=proposition), candidate(2, 3, proposition="The dam was hit.")
    assert chosen(pointer(), near, far) == 2


def test_an_accusation_is_about_who_denies_it():
    accused = pointer(noun="accusations", denier_names=["orla", "finch"])
    aside, charge = candidate(1, 4, proposition="The dam fell."), candidate(2, 3, proposition="Finch blew up the dam.")
    assert chosen(accused, aside, charge) == 2


def test_what_only_accompanies_the_denial_explains_it():
    """ "Denied the claims, saying that the dam stands": what is said there is the denier's, whoever it is given to."""
    explaining, claimed = candidate(1, 5, beneath=7), candidate(2, 3)
    assert chosen(pointer(cue=7), explaining, claimed) == 2
    assert chosen(pointer(cue=9), explaining, claimed) == 1


def test_a_claim_of_nobody_named_weighs_less():
    nobody = candidate(1, 4, actors=frozenset(), names=frozenset())
    assert weigh(pointer(), nobody) < weigh(pointer(), candidate(2, 4))
    assert chosen(pointer(), nobody) == 1


def test_the_likeness_of_the_phrase_decides_between_neighbours():
    one, other = candidate(1, 4), candidate(2, 3)
    assert chosen(pointer(words=["dam"]), one, other, similarities=[0.1, 0.8]) == 2
    assert chosen(pointer(words=["dam"]), one, other, similarities=[0.8, 0.1]) == 1


def test_likeness_does_not_count_where_the_phrase_says_nothing():
    assert weigh(pointer(), candidate(), 0.9) == weigh(pointer(), candidate(), 0.0)


def test_what_the_article_is_about_wins_over_an_aside():
    aside, matter = candidate(1, 4, centrality=0.1), candidate(2, 3, centrality=0.7)
    assert chosen(pointer(), aside, matter) == 2


@pytest.mark.parametrize(
    ("noun", "fitting", "other"),
    [
        ("accusation", {"cue": "accuse"}, {"cue": "say"}),
        ("allegations", {"cue": "allege"}, {"cue": "add"}),
        ("charges", {"cue": "blame"}, {"cue": "say"}),
        ("rumours", {"source": "rumour"}, {"source": "tessaly"}),
        ("report", {"cue": "report"}, {"cue": "promise"}),
        ("story", {"source": "newspaper", "cue": "story"}, {"source": "newspaper", "cue": "promise"}),
        ("claim", {"cue": "claim"}, {"cue": "promise"}),
    ],
)
def test_the_pointing_noun_prefers_its_own_kind(noun, fitting, other):
    fits, near = candidate(1, 2, **fitting), candidate(2, 3, **other)
    assert chosen(pointer(), fits, near) == 2
    assert chosen(pointer(noun=noun), fits, near) == 1


def test_nothing_answers_where_nothing_was_said():
    assert find_antecedent(pointer(), [], []) is None


def test_the_further_away_the_less_sure():
    sure = [confidence(weigh(pointer(), candidate(1, number))) for number in (5, 4, 3, 1)]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(sure)


@pytest.mark.parametrize(("weight", "sure"), [(SURE, 0.5), (SURE + 50, 1.0), (SURE - 50, 0.0)])
def test_the_weight_says_how_sure(weight, sure):
    assert confidence(weight) == pytest.approx(sure)


def test_the_only_assertion_of_the_sentence_before_is_more_likely_right_than_not():
    weight = find_antecedent(pointer(), [candidate(1, 4)], [0.0]).weight
    assert confidence(weight) > 0.5


def test_the_runner_up_says_something_else():
    best, same, other = candidate(1, 5), candidate(2, 4, proposition="Proposition 1."), candidate(3, 3)
    own = candidate(4, 5, actors=DENIER)
    found = find_antecedent(pointer(), [best, same, other, own], [0.0] * 4)
    assert (found.claim, found.runner_up, found.rival) == (best, other, weigh(pointer(), other))
    alone = find_antecedent(pointer(), [best, same, own], [0.0] * 3)
    assert (alone.claim, alone.runner_up, alone.rival) == (best, None, None)


def test_a_rival_makes_the_best_less_sure():
    assert confidence(SURE, SURE) == pytest.approx(1 / 3, abs=1e-4)
    assert confidence(SURE, SURE - 50) == confidence(SURE) == 0.5


def test_the_weight_of_the_best_is_returned():
    found = find_antecedent(pointer(), [candidate(1, 5), candidate(2, 4)], [0.0, 0.0])
    assert found is not None
    assert found.claim == candidate(1, 5)
    assert found.weight == weigh(pointer(), candidate(1, 5))


@pytest.mark.parametrize(
    ("whole", "actors", "best"),
    [
        (True, ["tessaly", "tessaly"], 1),
        (False, ["tessaly", "tessaly"], 4),
        (True, ["orrin", "tessaly"], 4),
        (True, [None, None], 4),
    ],
)
def test_a_story_denied_as_a_whole_is_denied_in_what_its_teller_said_first(whole, actors, best):
    tellers = [frozenset([name]) if name else frozenset() for name in actors]
    told = [candidate(number, number, actors=who) for number, who in zip((1, 4), tellers, strict=True)]
    assert chosen(pointer(whole=whole), *told) == best


def test_what_was_said_in_the_denials_own_sentence_is_meant_itself():
    assert chosen(pointer(whole=True), candidate(1, 1), candidate(5, 5)) == 5
