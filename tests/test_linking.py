"""Sources and contents find their cue: the shipped linker on hand-made spans."""

import json

import pytest

from claims.errors import ModelError
from claims.extraction.language import load_language
from claims.extraction.linking import link_attributions, load_linker
from claims.extraction.repairs import mend, split_contents
from claims.extraction.tagger import RoleSpan
from claims.types import Attribution, Span


def linked(text, roles, confidence=0.9):
    """Return (source, cue, content) in words for each attribution of spans given as (role, words) in order."""
    doc = load_language()(text)
    return [
        tuple(" … ".join(span.of(text) for span in part) for part in (item.source, item.cue, item.content))
        for item in link_attributions(doc, "a", placed(text, roles, confidence))
    ]


def placed(text, roles, confidence=0.9):
    spans, position = [], 0
    for role, words in roles:
        start = text.index(words, position)
        position = start + len(words)
        spans.append(RoleSpan(Span(start, position), role, confidence))
    return spans


ONE = [
    (
        "Mayor Orla Finch said that the trams would stop running in May.",
        [("Source", "Mayor Orla Finch"), ("Cue", "said"), ("Content", "that the trams would stop running in May")],
    ),
    (
        "“The trams will stop running in May,” Mayor Orla Finch said.",
        [("Content", "“The trams will stop running in May,”"), ("Source", "Mayor Orla Finch"), ("Cue", "said")],
    ),
    (
        "“The trams will stop running in May,” said Mayor Orla Finch.",
        [("Content", "“The trams will stop running in May,”"), ("Cue", "said"), ("Source", "Mayor Orla Finch")],
    ),
    (
        "The trams will stop running in May, according to Mayor Orla Finch.",
        [("Content", "The trams will stop running in May"), ("Cue", "according to"), ("Source", "Mayor Orla Finch")],
    ),
    (
        "According to Mayor Orla Finch, the trams will stop running in May.",
        [("Cue", "According to"), ("Source", "Mayor Orla Finch"), ("Content", "the trams will stop running in May")],
    ),
    (
        "Orla Finch has repeatedly denied taking money from the tram company.",
        [("Source", "Orla Finch"), ("Cue", "has repeatedly denied"), ("Content", "taking money from the tram company")],
    ),
    (
        "The charge was denied by Orla Finch on Tuesday.",
        [("Content", "The charge"), ("Cue", "was denied by"), ("Source", "Orla Finch")],
    ),
]


@pytest.mark.parametrize(("text", "roles"), ONE, ids=[text[:30] for text, _ in ONE])
def test_one_of_each_is_linked(text, roles):
    words = dict(roles)
    assert linked(text, roles) == [(words["Source"], words["Cue"], words["Content"])]


def test_a_content_around_its_cue_is_one_content_in_two_spans():
    text = "“The trams,” Orla Finch said, “will stop running in May.”"
    roles = [
        ("Content", "“The trams,”"),
        ("Source", "Orla Finch"),
        ("Cue", "said"),
        ("Content", "“will stop running in May.”"),
    ]
    assert linked(text, roles) == [("Orla Finch", "said", "“The trams,” … “will stop running in May.”")]


def test_two_speakers_in_one_sentence_keep_their_own_words():
    text = "Orla Finch said that the trams would stop, but Bram Okoye insisted that they would keep running."
    roles = [
        ("Source", "Orla Finch"),
        ("Cue", "said"),
        ("Content", "that the trams would stop"),
        ("Source", "Bram Okoye"),
        ("Cue", "insisted"),
        ("Content", "that they would keep running"),
    ]
    assert linked(text, roles) == [
        ("Orla Finch", "said", "that the trams would stop"),
        ("Bram Okoye", "insisted", "that they would keep running"),
    ]


def test_two_verbs_share_a_source():
    text = "Orla Finch said that the trams would stop and denied that the drivers had been warned."
    roles = [
        ("Source", "Orla Finch"),
        ("Cue", "said"),
        ("Content", "that the trams would stop"),
        ("Cue", "denied"),
        ("Content", "that the drivers had been warned"),
    ]
    assert linked(text, roles) == [
        ("Orla Finch", "said", "that the trams would stop"),
        ("Orla Finch", "denied", "that the drivers had been warned"),
    ]


def test_paragraphs_keep_their_speakers_apart():
    text = (
        "Orla Finch said the trams would stop in May.\n\n"
        "“Nobody told the drivers,” Bram Okoye said.\n\n"
        "The company denied that any line would close."
    )
    roles = [
        ("Source", "Orla Finch"),
        ("Cue", "said"),
        ("Content", "the trams would stop in May"),
        ("Content", "“Nobody told the drivers,”"),
        ("Source", "Bram Okoye"),
        ("Cue", "said"),
        ("Source", "The company"),
        ("Cue", "denied"),
        ("Content", "that any line would close"),
    ]
    assert linked(text, roles) == [
        ("Orla Finch", "said", "the trams would stop in May"),
        ("Bram Okoye", "said", "“Nobody told the drivers,”"),
        ("The company", "denied", "that any line would close"),
    ]


def test_a_quotation_that_goes_on_after_its_speaker_belongs_to_the_same_cue():
    text = "“The trams will stop,” Orla Finch said. “The drivers have been told.”"
    roles = [
        ("Content", "“The trams will stop,”"),
        ("Source", "Orla Finch"),
        ("Cue", "said"),
        ("Content", "“The drivers have been told.”"),
    ]
    assert linked(text, roles) == [("Orla Finch", "said", "“The trams will stop,” … “The drivers have been told.”")]


@pytest.mark.parametrize("closing", ["", "”"])
def test_a_quotation_over_two_paragraphs_is_the_same_speakers(closing):
    text = f"Orla Finch said: “The trams will stop in May.{closing}\n\n“The drivers have been told about it.”"
    roles = [
        ("Source", "Orla Finch"),
        ("Cue", "said"),
        ("Content", f"“The trams will stop in May.{closing}"),
        ("Content", "“The drivers have been told about it.”"),
    ]
    assert linked(text, roles) == [("Orla Finch", "said", " … ".join(words for _, words in roles[2:]))]


@pytest.mark.xfail(strict=True, reason="a quotation is not linked to a cue that ends the paragraph before")
def test_a_quotation_that_goes_on_in_the_next_paragraph_belongs_to_the_same_cue():
    text = "“The trams will stop,” Orla Finch said.\n\n“The drivers have been told about it.”"
    roles = [
        ("Content", "“The trams will stop,”"),
        ("Source", "Orla Finch"),
        ("Cue", "said"),
        ("Content", "“The drivers have been told about it.”"),
    ]
    assert linked(text, roles) == [
        ("Orla Finch", "said", "“The trams will stop,” … “The drivers have been told about it.”")
    ]


def test_a_cue_without_a_content_is_kept_with_its_source():
    text = "The letter names Orla Finch, who has denied the affair."
    assert linked(text, [("Source", "who"), ("Cue", "has denied")]) == [("who", "has denied", "")]


def test_a_content_without_a_source_is_linked():
    text = "It was reported that the trams would stop in May."
    roles = [("Cue", "was reported"), ("Content", "that the trams would stop in May")]
    assert linked(text, roles) == [("", "was reported", "that the trams would stop in May")]


def test_a_content_belongs_to_one_cue_only():
    text = "Orla Finch said that the trams would stop. Bram Okoye agreed."
    roles = [
        ("Source", "Orla Finch"),
        ("Cue", "said"),
        ("Content", "that the trams would stop"),
        ("Source", "Bram Okoye"),
        ("Cue", "agreed"),
    ]
    contents = [content for _, _, content in linked(text, roles)]
    assert contents.count("that the trams would stop") == 1


def test_spans_out_of_reach_are_not_linked():
    filler = "It rained on the hills and on the plain below. " * 15
    text = f"Orla Finch said. {filler}The trams would stop in May."
    roles = [("Source", "Orla Finch"), ("Cue", "said"), ("Content", "The trams would stop in May")]
    assert linked(text, roles) == [("Orla Finch", "said", "")]


@pytest.mark.parametrize("roles", [[], [("Source", "Orla Finch")], [("Content", "the trams would stop")]])
def test_without_a_cue_there_is_no_attribution(roles):
    assert linked("Orla Finch said the trams would stop.", roles) == []


@pytest.mark.parametrize(
    "text",
    [
        "“The trams are a disgrace to us all.” ― Orla Finch",
        "“The trams are a disgrace to us all.”\n― Orla Finch",
        "Orla Finch: “The trams are a disgrace to us all.”",
    ],
)
def test_a_signed_quotation_needs_no_cue(text):
    quotation = "“The trams are a disgrace to us all.”"
    roles = sorted([("Source", "Orla Finch"), ("Content", quotation)], key=lambda item: text.index(item[1]))
    assert linked(text, roles) == [("Orla Finch", "", quotation)]


def test_a_signature_belongs_to_the_quotation_before_it():
    first, second = "“The trams are a disgrace.”", "“They were never late for me.”"
    text = f"{first} ― Orla Finch {second} ― Tom Roe"
    roles = [("Content", first), ("Source", "Orla Finch"), ("Content", second), ("Source", "Tom Roe")]
    assert linked(text, roles) == [("Orla Finch", "", first), ("Tom Roe", "", second)]


def test_a_name_in_running_text_signs_nothing():
    text = "“The trams are a disgrace to us all.” The day before, Orla Finch had left."
    roles = [("Content", "“The trams are a disgrace to us all.”"), ("Source", "Orla Finch")]
    assert linked(text, roles) == []


def test_an_existential_cue_takes_no_speaker_from_the_next_sentence():
    text = "There are rumours that the trams will stop in May. Orla Finch said that they will not."
    roles = [
        ("Cue", "There are rumours"),
        ("Content", "that the trams will stop in May"),
        ("Source", "Orla Finch"),
        ("Cue", "said"),
        ("Content", "that they will not"),
    ]
    assert linked(text, roles) == [
        ("", "There are rumours", "that the trams will stop in May"),
        ("Orla Finch", "said", "that they will not"),
    ]


def test_the_order_of_the_spans_does_not_matter():
    text, roles = ONE[0]
    doc = load_language()(text)
    spans = placed(text, roles)
    assert link_attributions(doc, "a", spans) == link_attributions(doc, "a", spans[::-1])


def test_an_attribution_without_a_content_has_the_mean_confidence_of_its_parts():
    text = "The letter names Orla Finch, who has denied the affair."
    source, cue = placed(text, [("Source", "who"), ("Cue", "has denied")])
    spans = [RoleSpan(source.span, "Source", 0.6), RoleSpan(cue.span, "Cue", 0.9)]
    (found,) = link_attributions(load_language()(text), "a", spans)
    assert found.confidence == pytest.approx(0.75)


def test_an_attribution_knows_its_article_and_is_less_sure_than_its_parts():
    text, roles = ONE[0]
    source, cue, content = placed(text, roles)
    spans = [
        RoleSpan(source.span, "Source", 0.6),
        RoleSpan(cue.span, "Cue", 0.9),
        RoleSpan(content.span, "Content", 0.3),
    ]
    (found,) = link_attributions(load_language()(text), "tolm", spans)
    assert found.article_id == "tolm"
    assert 0.5 < found.confidence <= 0.6


@pytest.mark.parametrize(
    "content",
    [
        None,
        "",
        "{",
        "[]",
        json.dumps({"source": {}}),
    ],
)
def test_a_missing_or_damaged_linker_is_named(tmp_path, content):
    if content is not None:
        (tmp_path / "weights.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"weights\.json"):
        load_linker(tmp_path)


# Repairs before and after linking


def split(text, content):
    doc = load_language()(text)
    return [item.span.of(text) for item in split_contents(doc, placed(text, [("Content", content)]))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The trams will stop. The drivers know.", ["The trams will stop.", "The drivers know."]),
        ("“The trams will stop. The drivers know.”", ["“The trams will stop. The drivers know.”"]),
        ('"The trams will stop. The drivers know."', ['"The trams will stop. The drivers know."']),
        ("“The trams will stop.” The drivers know.", ["“The trams will stop.”", "The drivers know."]),
        ("The trams will stop", ["The trams will stop"]),
    ],
)
def test_a_content_is_cut_between_sentences_outside_quotation_marks(text, pieces):
    assert split(text, text) == pieces


def test_only_contents_are_cut():
    text = "Orla Finch. Bram Okoye."
    spans = placed(text, [("Source", text)])
    assert split_contents(load_language()(text), spans) == spans


def mended(text, source="", cue="", content=""):
    spans = [
        (Span(text.index(words), text.index(words) + len(words)),) if words else () for words in (source, cue, content)
    ]
    found = mend(load_language()(text), Attribution("a", *spans, 0.9))
    return tuple(" … ".join(span.of(text) for span in part) for part in (found.source, found.cue, found.content))


@pytest.mark.parametrize(
    ("text", "parts", "whole"),
    [
        (
            "When Roe announced her candidacy last spring, Lee was holding a meeting, according to the Echo.",
            ("the Echo", "according to", "her candidacy last spring, Lee was holding a meeting"),
            ("the Echo", "according to", "When Roe announced her candidacy last spring, Lee was holding a meeting"),
        ),
        (
            "Lee blamed Roe for the past decade and a half of bad rules that ruined the port and cast her as a fool.",
            ("Lee", "blamed", "Roe for the past decade and a half of bad rules that ruined the port"),
            ("Lee", "blamed", "Roe for the past decade and a half of bad rules that ruined the port"),
        ),
        (
            "Orla Finch said Bram's ferry was raised by divers.",
            ("Orla Finch", "said", "ferry was raised by divers"),
            ("Orla Finch", "said", "Bram's ferry was raised by divers"),
        ),
        (
            "The new plan, the navy claimed, breaks the law.",
            ("the navy", "claimed", "The new plan"),
            ("the navy", "claimed", "The new plan … breaks the law"),
        ),
        (
            "The old tape allegedly shows that the ferry sank.",
            ("The old tape", "allegedly", "shows that the ferry sank"),
            ("", "allegedly", "The old tape … shows that the ferry sank"),
        ),
    ],
)
def test_a_torn_content_is_made_whole(text, parts, whole):
    assert mended(text, *parts) == whole


@pytest.mark.parametrize(
    "source",
    [
        "Norway, Sweden and Finland",
        "Sweden and Finland",
        "Finland",
        "Norway, Sweden",
        "Norway",
    ],
)
def test_a_source_has_its_whole_list(source):
    text = "Norway, Sweden and Finland said that the ice had melted."
    found = mended(text, source, "said", "that the ice had melted")
    assert found == ("Norway, Sweden and Finland", "said", "that the ice had melted")


def test_a_content_that_is_a_mere_that_has_its_clause():
    text = "Orla Finch said that the trams would stop."
    assert mended(text, "Orla Finch", "said", "that")[2].endswith("the trams would stop")


def test_a_content_that_is_a_pronoun_stays():
    text = "Orla Finch denied it."
    assert mended(text, "Orla Finch", "denied", "it") == ("Orla Finch", "denied", "it")


def test_a_verb_of_saying_at_the_front_goes_to_the_cue():
    text = "An old letter claiming that the trams would stop was found."
    source, cue, content = mended(text, "", "letter", "claiming that the trams would stop")
    assert (source, cue) == ("", "letter … claiming")
    assert content.strip() == "that the trams would stop"


def test_a_content_ends_where_the_subject_ends():
    text = "A story claiming that trams will stop is a hoax."
    assert mended(text, "", "claiming", "that trams will stop is a hoax")[2].strip() == "that trams will stop"


def test_a_finite_verb_has_its_subject():
    text = "The trams in the old town will stop in May, Orla Finch said."
    assert mended(text, "Orla Finch", "said", "will stop in May")[2] == "The trams in the old town will stop in May"


@pytest.mark.parametrize(("text", "roles"), ONE, ids=[text[:30] for text, _ in ONE])
def test_what_is_whole_is_left_alone(text, roles):
    words = dict(roles)
    parts = (words["Source"], words["Cue"], words["Content"])
    assert mended(text, *parts) == parts
