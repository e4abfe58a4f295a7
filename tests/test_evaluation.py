"""Scores that `evaluate` prints, on hand-made articles and predictions."""

import gzip
import json
from datetime import date

import pytest

from claims.errors import InputError
from claims.evaluation.attribution import attribution_report
from claims.evaluation.claims import claims_report
from claims.evaluation.figures import Score, f1, flatten, interval, ratio, summarise
from claims.evaluation.gold import read_gold
from claims.evaluation.nli import nli_report
from claims.evaluation.pairs import lies_in, names_meet, pairs_report, score_denials, score_pairs
from claims.evaluation.rows import read_rows, scan_rows
from claims.types import TIERS, NliScores, Span
from tests.records import make_claim, make_pair, span_of

CHARGE = "Mayor Ada Quill says the dam leaks."
DENIAL = "Builder Bo Trent denies that the dam leaks."
AGAIN = "Trent again called the leak an invention."
DOUBT = "Engineer Cy Moss doubts it."
TEXT = f"{CHARGE} {DENIAL} {AGAIN} {DOUBT} The dam was built in May."
LEAKS = "The dam leaks."


def gold_claim(id_, stance, actors, anchor, proposition=LEAKS, core=True):
    span = span_of(TEXT, anchor)
    return {
        "id": id_,
        "stance": stance,
        "actors": actors,
        "anchor": [span.start, span.end],
        "proposition": proposition,
        "core": core,
        "source": None,
        "cue": None,
        "content": None,
    }


def gold_pair(denial, assertion, kind="denial", core=True):
    return {"denial": denial, "assertion": assertion, "kind": kind, "core": core}


GOLD_CLAIMS = [
    gold_claim("a", "asserts", ["Ada Quill"], CHARGE),
    gold_claim("d", "denies", ["Bo Trent"], DENIAL),
    gold_claim("e", "denies", ["Bo Trent"], AGAIN, core=False),
    gold_claim("x", "doubts", ["Cy Moss"], DOUBT),
]


@pytest.fixture
def gold_of(tmp_path):
    def make(claims=GOLD_CLAIMS, pairs=(), **fields):
        row = {"doc": "dam", "published": "2024-05-02", "title": "Dam", "text": TEXT} | fields
        file = tmp_path / "gold.jsonl"
        file.write_text(json.dumps(row | {"claims": list(claims), "pairs": list(pairs)}) + "\n")
        return read_gold(file)[0]

    return make


def predicted(gold, anchor, stance, actors, proposition=LEAKS):
    return make_claim(gold.article, proposition, actors, stance, content=anchor, sentence=anchor)


def test_gold_article_has_its_document_as_address(gold_of):
    article = gold_of().article
    assert (article.url, article.title, str(article.published_on)) == ("gold:dam", "Dam", "2024-05-02")


@pytest.mark.parametrize(
    ("names", "others", "meet"),
    [
        (["Bo Trent"], ["Trent"], True),
        (["Trent"], ["Anna Trent"], True),
        (["European Union"], ["Union of European States"], True),
        (["Volodymyr Sélénia"], ["selenia"], True),
        (["Bo Trent"], ["Bo Marsh"], False),
        (["Bo", "Ada Quill"], ["Marsh", "Ada Quill"], True),
        ([], ["Trent"], False),
        (["…"], ["…"], False),
    ],
)
def test_names_meet_by_last_word_or_by_all_words_of_the_shorter(names, others, meet):
    assert names_meet(names, others) is meet
    assert names_meet(others, names) is meet


@pytest.mark.parametrize(
    ("span", "inside"),
    [
        (Span(10, 20), True),
        (Span(15, 25), True),
        (Span(16, 26), False),
        (Span(0, 90), True),
        (Span(20, 30), False),
    ],
)
def test_claim_lies_in_a_sentence_with_half_of_the_shorter(span, inside):
    claim = make_claim(content=(span,))
    assert lies_in(claim, Span(10, 20)) is inside


def test_denial_counts_once_a_place_and_only_when_every_reader_marked_it(gold_of):
    twin = gold_claim("d2", "denies", ["Trent"], DENIAL, "Water comes through the dam.")
    gold = gold_of([*GOLD_CLAIMS, twin])
    score = score_denials(gold, [predicted(gold, DENIAL, "denies", ["Bo Trent"])])
    assert (score.gold, score.found, score.predicted, score.right) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("anchor", "stance", "right"),
    [
        (DENIAL, "denies", 1),
        (AGAIN, "denies", 1),
        (DOUBT, "denies", 1),
        (CHARGE, "denies", 0),
    ],
)
def test_denial_is_right_in_any_sentence_that_denies_or_doubts(gold_of, anchor, stance, right):
    gold = gold_of()
    score = score_denials(gold, [predicted(gold, anchor, stance, ["Somebody"])])
    assert (score.predicted, score.right, len(score.wrong)) == (1, right, 1 - right)


def test_missed_denial_is_listed_with_its_sentence(gold_of):
    gold = gold_of()
    score = score_denials(gold, [predicted(gold, DENIAL, "asserts", ["Bo Trent"])])
    assert (score.predicted, score.found) == (0, 0)
    assert [(each.doc, each.sentence) for each in score.missed] == [("dam", DENIAL)]


@pytest.mark.parametrize(
    ("actors", "tier", "right", "found"),
    [
        (("Ada Quill", "Trent"), "likely", 1, 1),
        (("Ada Quill", "Marsh"), "likely", 0, 0),
        (("Marsh", "Bo Trent"), "likely", 0, 0),
        (("Ada Quill", "Trent"), "possible", 1, 1),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_pair_needs_both_places_and_both_actors_in_either_order(gold_of, actors, tier, right, found, turned):
    gold = gold_of(pairs=[gold_pair("d", "a")])
    claim = predicted(gold, CHARGE, "asserts", [actors[0]])
    counter = predicted(gold, DENIAL, "denies", [actors[1]])
    pair = make_pair(*((counter, claim) if turned else (claim, counter)), tier=tier)
    both = score_pairs(gold, [claim, counter], [pair], TIERS)
    likely = score_pairs(gold, [claim, counter], [pair], ("likely",))
    assert (both.predicted, both.right, both.gold, both.found) == (1, right, 1, found)
    assert likely.predicted == (tier == "likely")


def test_restatement_counts_once_and_finds_its_edge(gold_of):
    gold = gold_of(pairs=[gold_pair("d", "a"), gold_pair("e", "a")])
    claim = predicted(gold, CHARGE, "asserts", ["Ada Quill"])
    again = predicted(gold, AGAIN, "denies", ["Bo Trent"])
    score = score_pairs(gold, [claim, again], [make_pair(claim, again)], ("likely",))
    assert (score.gold, score.found, score.right) == (1, 1, 1)


def test_what_one_reader_marked_makes_a_pair_right_but_is_not_asked_for(gold_of):
    gold = gold_of(pairs=[gold_pair("d", "a", core=False)])
    claim, counter = (
        predicted(gold, CHARGE, "asserts", ["Quill"]),
        predicted(gold, DENIAL, "denies", ["Trent"]),
    )
    score = score_pairs(gold, [claim, counter], [make_pair(claim, counter)], ("likely",))
    assert (score.gold, score.found, score.predicted, score.right) == (0, 0, 1, 1)


def test_pair_without_assertion_is_not_asked_for(gold_of):
    gold = gold_of(pairs=[gold_pair("d", None)])
    assert score_pairs(gold, [], [], ("likely",)).gold == 0


def test_any_actor_stands_for_the_articles_own_voice(gold_of):
    claims = [*GOLD_CLAIMS, gold_claim("v", "denies", ["(author)"], "The dam was built in May.")]
    gold = gold_of(claims, [gold_pair("v", "a")])
    claim = predicted(gold, CHARGE, "asserts", ["Ada Quill"])
    voice = predicted(gold, "The dam was built in May.", "denies", ["Velmar Post"])
    assert score_pairs(gold, [claim, voice], [make_pair(claim, voice)], ("likely",)).right == 1


def test_pair_across_articles_is_left_out(gold_of):
    gold = gold_of(pairs=[gold_pair("d", "a")])
    claim, foreign = predicted(gold, CHARGE, "asserts", ["Quill"]), make_claim()
    assert score_pairs(gold, [claim], [make_pair(claim, foreign)], ("likely",)).predicted == 0


def test_pairs_report_gives_both_tiers_and_the_deniers(gold_of):
    gold = gold_of(pairs=[gold_pair("d", "a")])
    claim = predicted(gold, CHARGE, "asserts", ["Ada Quill"])
    counter = predicted(gold, DENIAL, "denies", ["Bo Trent"])
    report = pairs_report([gold], [claim, counter], [make_pair(claim, counter, tier="possible")])
    figures = dict(flatten(report.figures))
    assert figures["denials.precision"] == figures["denials.recall"] == figures["denials.denier_right"] == 1
    assert (figures["pairs.likely.precision"], figures["pairs.likely.recall"]) == (None, 0)
    assert figures["pairs.likely_or_possible.recall_interval"] == [1, 1]
    assert [each.what for each in report.missed] == ["pair (denial)"]


ATTRIBUTED = {"source": "Mayor Ada Quill", "cue": "says", "content": "the dam leaks"}


def attributed(article, **spans):
    return make_claim(article, **spans).attribution


def polnear_row(*attributions):
    marked = [
        {role: [[s.start, s.end]] if (s := words and span_of(TEXT, words)) else [] for role, words in each.items()}
        for each in attributions
    ]
    return {"id": "dam", "published": "2024-05-02", "outlet": "post", "text": TEXT, "attributions": marked}


@pytest.mark.parametrize(
    ("found", "linked"),
    [
        ({}, 1),
        ({"source": "Ada Quill"}, 1),
        ({"source": "Builder Bo Trent"}, 0),
        ({"source": ()}, 0),
        ({"cue": "denies"}, 0),
        ({"content": "dam leaks. Builder"}, 1),
        ({"content": "leaks. Builder Bo Trent denies that"}, 0),
        ({"content": "built in May"}, 0),
    ],
)
def test_attribution_is_linked_when_content_is_half_shared_and_the_others_touch(found, linked):
    report = attribution_report([polnear_row(ATTRIBUTED)], lambda article: [attributed(article, **ATTRIBUTED | found)])
    assert report.figures["linked"]["recall"] == linked
    assert len(report.missed) == len(report.wrong) == 1 - linked


def test_attribution_without_gold_source_links_whatever_the_source():
    row = polnear_row(ATTRIBUTED | {"source": ""})
    report = attribution_report([row], lambda article: [attributed(article, **ATTRIBUTED)])
    assert report.figures["linked"]["f1"] == 1


def test_claims_of_one_attribution_count_as_one_prediction():
    report = attribution_report(
        [polnear_row(ATTRIBUTED)],
        lambda article: [attributed(article, **ATTRIBUTED) for _ in range(3)],
    )
    assert report.figures["linked"]["predicted"] == 1


def test_words_are_counted_for_each_role():
    report = attribution_report(
        [polnear_row(ATTRIBUTED)],
        lambda article: [attributed(article, **ATTRIBUTED | {"source": "Ada Quill", "content": "dam leaks. Builder"})],
    )
    source, content = report.figures["source"], report.figures["content"]
    assert (source["precision"], source["recall"], source["f1"]) == (1, 0.667, 0.8)
    assert (content["gold"], content["predicted"], content["recall"]) == (3, 3, 0.667)


def scripted(scores):
    return lambda pairs: [scores[premise] for premise, _ in pairs]


NLI_SCORES = {
    "yes": NliScores(0.8, 0.1, 0.1),
    "maybe": NliScores(0.2, 0.7, 0.1),
    "no": NliScores(0.1, 0.2, 0.7),
}


def nli_row(premise, label, **more):
    return {"premise": premise, "hypothesis": "h", "label": label} | more


def test_nli_report_counts_each_label_and_kind():
    rows = [
        nli_row("yes", "entailment", kind="plain"),
        nli_row("no", "contradiction", kind="plain"),
        nli_row("maybe", "contradiction", kind="number"),
        nli_row("maybe", "neutral", kind="number"),
    ]
    report = nli_report(rows, scripted(NLI_SCORES))
    figures = dict(flatten(report.figures))
    assert (figures["rows"], figures["accuracy"]) == (4, 0.75)
    assert (figures["contradiction.precision"], figures["contradiction.recall"]) == (1, 0.5)
    assert (figures["neutral.precision"], figures["neutral.recall"]) == (0.5, 1)
    assert (figures["kinds.plain.accuracy"], figures["kinds.number.accuracy"]) == (1, 0.5)
    assert [each.what for each in report.wrong] == ["contradiction taken for neutral"]


def test_nli_report_has_no_kinds_where_the_file_has_none():
    assert "kinds" not in nli_report([nli_row("yes", "entailment")], scripted(NLI_SCORES)).figures


def test_unknown_label_is_an_input_error():
    with pytest.raises(InputError, match="supports"):
        nli_report([nli_row("yes", "supports")], scripted(NLI_SCORES))


def test_figures_of_nothing_are_unknown():
    assert ratio(0, 0) is None
    assert interval([0, 0], [0, 0]) is None
    assert f1(Score()) is None
    assert summarise([Score(predicted=0, gold=2)])["precision"] is None


def test_f1_of_nothing_right_is_zero():
    assert f1(Score(predicted=3, right=0, gold=2, found=0)) == 0


def test_interval_holds_the_figure_and_narrows_with_agreement():
    parts, wholes = [1, 0, 2, 3, 1, 0], [1, 1, 3, 3, 2, 1]
    low, high = interval(parts, wholes)
    assert low < sum(parts) / sum(wholes) < high
    assert interval(parts, wholes) == [low, high]
    assert interval([2, 2, 2], [4, 4, 4]) == [0.5, 0.5]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_rows_are_read_packed_or_not(tmp_path, pack):
    file = tmp_path / "rows"
    file.write_bytes(pack(b'{"a": 1}\n\n{"a": 2}\n'))
    assert [row["a"] for row in read_rows(file, ("a",))] == [1, 2]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{", "not JSON"),
        (b"[1]", "not a JSON object"),
        (b'{"b": 1}', "no field “a”"),
        (b'{"a": "\xff"}', "not JSON in UTF-8"),
        (b"[" * 200_000, "not JSON"),
    ],
)
def test_bad_line_is_named_and_the_others_are_read(tmp_path, line, told):
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b'{"a": 1}\n' + line + b'\n{"a": 3}\n')
    first, error, last = scan_rows(file, ("a",))
    assert (first, last) == ({"a": 1}, {"a": 3})
    assert told in str(error)
    assert str(error).startswith("Line 2 of ")
    with pytest.raises(InputError, match="Line 2"):
        list(read_rows(file, ("a",)))


@pytest.mark.parametrize("content", [None, gzip.compress(b'{"a": 1}\n' * 900)[:-9]])
def test_file_that_cannot_be_opened_or_unpacked_is_one_error(tmp_path, content):
    file = tmp_path / "rows.gz"
    if content is not None:
        file.write_bytes(content)
    *_, last = scan_rows(file)
    assert isinstance(last, InputError)
    assert "could not be read" in str(last)


@pytest.mark.parametrize(
    "broken",
    [{"claims": [{"id": "a"}]}, {"pairs": [gold_pair("missing", "a")]}, {"published": "2024-02-31"}],
)
def test_article_that_is_not_gold_is_an_input_error(gold_of, broken):
    with pytest.raises(InputError, match="'dam'"):
        gold_of(**broken)


@pytest.mark.parametrize(
    ("content", "overlap", "exact"),
    [
        ("the dam leaks", 1, 1),
        ("the dam leaks.", 1, 1),
        ("dam leaks", 1, 0),
        ("leaks. Builder Bo Trent denies that", 1, 0),
        ("built in May", 0, 0),
    ],
)
def test_spans_are_right_by_overlap_or_by_their_words(content, overlap, exact):
    report = attribution_report(
        [polnear_row(ATTRIBUTED)], lambda article: [attributed(article, **ATTRIBUTED | {"content": content})]
    )
    found = report.figures["content"]
    assert (found["overlap"]["f1"], found["exact"]["f1"]) == (overlap, exact)
    assert report.figures["linked"]["exact"]["f1"] == exact


def test_spans_and_wholes_are_split_by_the_kind_of_quotation():
    text = "Mayor Ada Quill says the dam leaks. “It leaks,” said Bo Trent."
    quoted = {"source": "Bo Trent", "cue": "said", "content": "“It leaks,”"}
    marked = [
        {role: [[s.start, s.end]] for role, words in each.items() if (s := span_of(text, words))}
        for each in (ATTRIBUTED, quoted)
    ]
    row = {"id": "dam", "text": text, "attributions": marked}
    figures = attribution_report([row], lambda article: [attributed(article, **quoted)]).figures
    assert (figures["direct"]["linked"]["recall"], figures["indirect"]["linked"]["recall"]) == (1, 0)
    assert figures["direct"]["content"]["exact"]["f1"] == 1
    assert figures["mixed"]["linked"]["gold"] == 0


def marked_claim(id_, stance, actors, anchor, cue, content):
    spans = {name: [(s := span_of(TEXT, words)).start, s.end] for name, words in (("cue", cue), ("content", content))}
    return gold_claim(id_, stance, actors, anchor) | spans


DENIED_LEAK = marked_claim("d", "denies", ["Bo Trent"], DENIAL, "denies", "that the dam leaks. Trent")


def measured(gold, claims):
    return claims_report([gold], claims)


def test_stance_and_actors_are_asked_of_the_claim_that_shares_the_cue(gold_of):
    gold = gold_of([DENIED_LEAK])
    spans = {"cue": "denies", "content": "the dam leaks. Trent", "sentence": DENIAL}
    right = make_claim(gold.article, LEAKS, ["Trent"], "denies", source="Builder Bo Trent", **spans)
    beside = make_claim(gold.article, LEAKS, ["Ada Quill"], "asserts", content=DENIAL, sentence=DENIAL)
    report = measured(gold, [beside, right])
    assert (report.figures["found"]["right"], report.figures["actors"]["right"]) == (1, 1)
    assert report.figures["stance"]["confusion"]["denies"]["denies"] == 1
    assert not report.wrong


def test_a_wrong_stance_and_wrong_actors_are_listed(gold_of):
    gold = gold_of([DENIED_LEAK])
    wrong = make_claim(gold.article, LEAKS, ["Ada Quill"], "asserts", cue="denies", content=DENIAL, sentence=DENIAL)
    report = measured(gold, [wrong])
    assert report.figures["actors"]["right"] == 0
    assert [finding.what for finding in report.wrong] == ["denies taken for asserts", "actors"]


def test_a_claim_that_stands_elsewhere_finds_nothing(gold_of):
    gold = gold_of([DENIED_LEAK])
    elsewhere = make_claim(gold.article, LEAKS, ["Bo Trent"], "denies", cue="was built", content="in May")
    report = measured(gold, [elsewhere])
    assert report.figures["found"]["right"] == 0
    assert [finding.what for finding in report.missed] == ["denies, not found"]


def test_days_are_counted_by_what_they_rest_on(gold_of):
    gold = gold_of([DENIED_LEAK])
    days = [(date(2024, 5, 1), "stated"), (date(2024, 5, 2), "published"), (None, None), (date(2024, 5, 9), "stated")]
    claims = [
        make_claim(gold.article, f"Proposition {number}.", said_on=day, said_on_basis=basis)
        for number, (day, basis) in enumerate(days)
    ]
    counted = {"stated": 2, "published": 1, "undated": 1, "later_than_article": 1}
    assert measured(gold, claims).figures["days"] == counted
