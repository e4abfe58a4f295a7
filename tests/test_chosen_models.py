"""An NLI model of the user's choice, from a folder or the hub, in ONNX or for torch."""

import json
import logging
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from claims.errors import ModelError
from claims.inference import MODELS_DIR, checkpoint, load_models
from claims.inference.chosen import SELF_TEST

needs_torch = pytest.mark.skipif(find_spec("torch") is None, reason="torch (requirements-torch.txt) is not installed")
PAIRS = [(premise, hypothesis) for premise, hypothesis, _ in SELF_TEST]
ORDER = ("neutral", "contradiction", "entailment")


def best(scores):
    return max(("entailment", "neutral", "contradiction"), key=lambda label: getattr(scores, label))


def learn(folder, wanted):
    """Write a BERT of two small layers that has learnt to give each plain pair its label."""
    import torch
    import transformers
    from tokenizers import BertWordPieceTokenizer

    folder.mkdir(exist_ok=True)
    torch.manual_seed(1)
    (folder / "corpus.txt").write_text("\n".join(f"{premise} {hypothesis}" for premise, hypothesis in PAIRS))
    pieces = BertWordPieceTokenizer()
    pieces.train([str(folder / "corpus.txt")], vocab_size=300, min_frequency=1, show_progress=False)
    pieces.save_model(str(folder))
    tokenizer = transformers.BertTokenizerFast.from_pretrained(str(folder))
    config = transformers.BertConfig(
        vocab_size=300,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        id2label=dict(enumerate(ORDER)),
        label2id={label: index for index, label in enumerate(ORDER)},
    )
    model = transformers.BertForSequenceClassification(config)
    batch = tokenizer(*zip(*PAIRS, strict=True), padding=True, return_tensors="pt")
    labels = torch.tensor([ORDER.index(label) for label in wanted])
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    for _ in range(2000):
        optimizer.zero_grad()
        loss = model(**batch, labels=labels).loss
        if loss < 0.01:
            break
        loss.backward()
        optimizer.step()
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def learnt(tmp_path_factory):
    return learn(tmp_path_factory.mktemp("models") / "tiny", [label for *_, label in SELF_TEST])


@pytest.fixture
def tiny(learnt, tmp_path):
    return Path(shutil.copytree(learnt, tmp_path / "tiny"))


@pytest.fixture
def onnx_in_subfolder(tmp_path):
    folder = Path(shutil.copytree(MODELS_DIR / "nli", tmp_path / "exported"))
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "model.onnx")
    return folder


def change_config(folder, **fields):
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


@needs_torch
@pytest.mark.parametrize("environment", [False, True])
def test_a_torch_checkpoint_gives_what_it_has_learnt(tiny, monkeypatch, environment):
    if environment:
        monkeypatch.setenv("CLAIMS_NLI_MODEL", str(tiny))
    nli = load_models(None if environment else str(tiny)).nli
    assert [best(scores) for scores in nli.score(PAIRS)] == [label for *_, label in SELF_TEST]
    assert nli.name == "tiny"


@needs_torch
def test_scores_do_not_hang_on_the_batch(tiny):
    nli = load_models(str(tiny)).nli
    alone = load_models(str(tiny)).nli.score(PAIRS[:1])[0]
    assert nli.score([*PAIRS, *[(a * 9, b) for a, b in PAIRS]])[0].entailment == pytest.approx(
        alone.entailment, abs=1e-5
    )


@needs_torch
def test_labels_in_the_wrong_order_are_found_out(tiny):
    change_config(tiny, id2label={"0": "entailment", "1": "neutral", "2": "contradiction"})
    with pytest.raises(ModelError, match="gets 6 of 6 plain pairs wrong"):
        _ = load_models(str(tiny)).nli


@needs_torch
def test_one_wrong_pair_is_said_and_the_model_used(tmp_path, caplog):
    wanted = [label for *_, label in SELF_TEST]
    folder = learn(tmp_path / "odd", [*wanted[:5], "contradiction"])
    with caplog.at_level(logging.WARNING, "claims"):
        _ = load_models(str(folder)).nli
    assert "gets 1 of 6 plain pairs wrong" in caplog.text
    assert SELF_TEST[5][1] in caplog.text


@needs_torch
@pytest.mark.parametrize(
    "labels", [{"0": "entailment", "1": "not_entailment", "2": "x"}, {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}]
)
def test_a_head_without_the_three_labels_is_refused(tiny, labels):
    change_config(tiny, id2label=labels)
    with pytest.raises(ModelError, match="is not an NLI model"):
        _ = load_models(str(tiny)).nli


@needs_torch
def test_a_checkpoint_without_a_trained_head_is_refused(tiny):
    import transformers

    transformers.BertModel.from_pretrained(tiny).save_pretrained(tiny)
    change_config(tiny, id2label=dict(enumerate(ORDER)))
    with pytest.raises(ModelError, match="no trained classification head"):
        _ = load_models(str(tiny)).nli


@needs_torch
@pytest.mark.parametrize("file", ["model.safetensors", "config.json", "tokenizer.json"])
@pytest.mark.parametrize("content", [b"", b"{", b"\x00\x01garbage"])
def test_a_damaged_checkpoint_is_one_sentence(tiny, file, content):
    (tiny / file).write_bytes(content)
    with pytest.raises(ModelError) as caught:
        _ = load_models(str(tiny)).nli
    assert str(tiny) in str(caught.value)
    assert "\n" not in str(caught.value)


@needs_torch
def test_a_name_on_the_hub_is_fetched_and_keeps_its_name(tiny, monkeypatch):
    asked = []

    def snapshot(name, allow_patterns):
        asked.append((name, tuple(allow_patterns)))
        return str(tiny)

    monkeypatch.setattr("huggingface_hub.snapshot_download", snapshot)
    nli = load_models("some-owner/tiny-nli").nli
    assert nli.name == "some-owner/tiny-nli"
    assert [name for name, _ in asked] == ["some-owner/tiny-nli"] * 2
    assert asked[1][1] == ("model*.safetensors*",)


def test_onnx_is_preferred_and_found_in_its_subfolder(onnx_in_subfolder, monkeypatch):
    monkeypatch.setattr(checkpoint, "find_spec", lambda name: None)
    (onnx_in_subfolder / "model.safetensors").write_bytes(b"")
    assert best(load_models(str(onnx_in_subfolder)).nli.score(PAIRS[:1])[0]) == "entailment"


def test_onnx_from_the_hub_needs_no_torch_and_no_weights(onnx_in_subfolder, monkeypatch):
    asked = []
    monkeypatch.setattr(checkpoint, "find_spec", lambda name: None)
    monkeypatch.setattr(
        "huggingface_hub.snapshot_download",
        lambda name, allow_patterns: asked.append(allow_patterns) or str(onnx_in_subfolder),
    )
    assert load_models("some-owner/exported").nli.score(PAIRS[:1])
    assert len(asked) == 1


def test_without_torch_a_checkpoint_is_refused_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoint, "find_spec", lambda name: None)
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match=r"requirements-torch\.txt"):
        load_models(str(tmp_path))


def test_a_folder_without_a_model_is_refused_at_once(tmp_path):
    with pytest.raises(ModelError, match="holds no model"):
        load_models(str(tmp_path))


@pytest.mark.parametrize("name", ["no-such-folder", "./models/none", "/nowhere/at/all", "a/b/c", "owner/", "../x"])
def test_what_is_neither_a_folder_nor_a_hub_name_is_refused_at_once(name):
    with pytest.raises(ModelError, match="not a name on the Hugging Face hub"):
        load_models(name)


def test_a_hub_that_cannot_be_reached_is_one_sentence(monkeypatch):
    from huggingface_hub.errors import LocalEntryNotFoundError

    def unreachable(name, allow_patterns):
        raise LocalEntryNotFoundError("no connection")

    monkeypatch.setattr("huggingface_hub.snapshot_download", unreachable)
    models = load_models("some-owner/some-nli-model")
    with pytest.raises(ModelError, match="could not be had from the Hugging Face hub"):
        _ = models.nli


def test_the_shipped_model_passes_its_own_test():
    assert [best(scores) for scores in load_models().nli.score(PAIRS)] == [label for *_, label in SELF_TEST]
