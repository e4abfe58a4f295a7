"""The spaCy model is checked on load and may be replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import ModelError
from claims.extraction import language
from claims.extraction.language import load_language
from claims.extraction.paragraphs import LONGEST_SENTENCE


def test_the_shipped_model_reads_sentences_and_names() -> None:
    doc = load_language()("Angela Merkel spoke in Berlin. Nobody answered.")
    assert len(list(doc.sents)) == 2
    assert any(ent.text == "Angela Merkel" for ent in doc.ents)


def test_no_sentence_goes_on_without_end() -> None:
    doc = load_language()("Nobody came. " + "word " * 1000)
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE


@pytest.mark.parametrize("piece", ["🙂", "ab", "([", "a\n", "“", "-"])
def test_what_goes_on_without_a_space_is_read_whole(piece: str) -> None:
    text = f"Nobody came, {piece * 700} said Roe."
    doc = load_language()(text)
    assert doc.text == text
    assert [(token.idx, token.text) for token in doc][-3:] == [
        (len(text) - 9, "said"),
        (len(text) - 4, "Roe"),
        (len(text) - 1, "."),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the farm”—doesn’t exist", ["the", "farm", "”", "—", "does", "n’t", "exist"]),
        ("Roe–Poe in 2015–16", ["Roe", "–", "Poe", "in", "2015–16"]),
    ],
)
def test_a_dash_between_words_is_a_word(text: str, words: list[str]) -> None:
    assert [token.text for token in load_language()(text)] == words


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("“Dan Roe’s a liar,” Poe said.", "be"),
        ('"Dan\'s been lying," Poe said.', "have"),
        ('"Dan\'s gone to Orsk," Poe said.', "be"),
        ("Dan Roe's dog barked.", "'s"),
    ],
)
def test_a_contracted_verb_is_no_possessive(text: str, lemma: str) -> None:
    contracted = next(token for token in load_language()(text) if token.lower_ in ("'s", "’s"))
    assert (contracted.lemma_, contracted.pos_ == "AUX") == (lemma, lemma != "'s")


def test_a_word_begins_behind_a_quotation() -> None:
    assert [token.text for token in load_language()('It is safe,"Roe said.')][:5] == ["It", "is", "safe", ",", '"']


def test_it_is_loaded_once() -> None:
    assert load_language() is load_language()


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(ModelError, match="SHA-256"):
        language._load_shipped()


def test_changed_weights_change_the_digest(tmp_path: Path) -> None:
    weights = tmp_path / "some-model" / "ner" / "model"
    weights.parent.mkdir(parents=True)
    weights.write_bytes(b"one")
    before = language.weights_digest(tmp_path)
    weights.write_bytes(b"two")
    assert language.weights_digest(tmp_path) != before


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "PACKAGE", "no_such_model_package")
    with pytest.raises(ModelError, match=r"no_such_model_package.*pip install"):
        language._load_shipped()


def test_another_model_is_taken_from_the_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    monkeypatch.setenv("CLAIMS_SPACY_MODEL", str(tmp_path / "blank"))
    assert "parser" not in load_language().pipe_names


def test_an_unusable_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_SPACY_MODEL", "/no/such/folder")
    with pytest.raises(ModelError, match="CLAIMS_SPACY_MODEL"):
        load_language()
