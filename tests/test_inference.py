"""The shipped models, their batching, and the folders that cannot be used."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import helper, numpy_helper

from claims.errors import ModelError
from claims.inference import MODELS_DIR, Encoder, Models, Nli, Tagger, describe_models, load_models
from claims.inference.batching import BATCH_PIECES, bucket, pad
from claims.inference.int8 import OPSET, int8_graph, multiplies_exactly
from claims.inference.network import Network, load_network
from claims.inference.recall import Recall
from claims.inference.tagger import TAGS, Tags

CONTRADICTION = ("The minister resigned on Monday.", "The minister did not resign.")
PARAPHRASE = ("Soldiers crossed the river at dawn.", "At dawn troops crossed the river.")
UNRELATED = ("Soldiers crossed the river at dawn.", "The bakery sells rye bread on Tuesdays.")


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


@pytest.fixture
def nli_copy(tmp_path: Path) -> Path:
    return shutil.copytree(MODELS_DIR / "nli", tmp_path / "model")


def words_of(role: str, text: str, tags: Tags) -> str:
    names = [tags.labels[column] for column in tags.probabilities.argmax(axis=1)]
    kept = [span for span, name in zip(tags.offsets, names, strict=True) if name.endswith(role)]
    return text[kept[0][0] : kept[-1][1]] if kept else ""


def test_tagger_finds_source_cue_and_content(models: Models) -> None:
    text = "The harbour master said on Friday that the ferry had sunk."
    (tags,) = models.tagger.tag([text])
    assert words_of("Source", text, tags) == "The harbour master"
    assert words_of("Cue", text, tags) == "said"
    assert words_of("Content", text, tags).startswith("that the ferry had sunk")


def test_tags_cover_every_word_and_no_special_token(models: Models) -> None:
    text = "  Zoë’s “naïve” plan — 12,000 tonnes —\nfailed, the owner said.  "
    (tags,) = models.tagger.tag([text])
    marked = {place for start, end in tags.offsets for place in range(start, end)}
    assert marked == {place for place, letter in enumerate(text) if not letter.isspace()}
    assert (tags.offsets[:, 0] < tags.offsets[:, 1]).all()
    assert tags.labels == TAGS
    assert tags.probabilities.sum(axis=1) == pytest.approx(1.0, abs=1e-5)


def test_window_beyond_the_limit_loses_its_end(models: Models) -> None:
    (tags,) = models.tagger.tag(["word " * 900])
    assert len(tags.offsets) == 510


def test_empty_inputs_give_empty_results(models: Models) -> None:
    assert models.tagger.tag([]) == []
    (tags,) = models.tagger.tag([""])
    assert tags.offsets.shape == (0, 2)
    assert tags.probabilities.shape == (0, 7)
    assert models.nli.score([]) == []
    assert models.encoder.embed([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("pair", "label"),
    [(CONTRADICTION, "contradiction"), (PARAPHRASE, "entailment"), (UNRELATED, "neutral")],
)
def test_nli_on_plain_pairs(models: Models, pair: tuple[str, str], label: str) -> None:
    (scores,) = models.nli.score([pair])
    assert getattr(scores, label) > 0.5
    assert scores.entailment + scores.neutral + scores.contradiction == pytest.approx(1.0, abs=1e-5)


def test_nli_heeds_the_order_of_a_pair(models: Models) -> None:
    general, special = "A vessel sank.", "A red fishing boat sank in the northern harbour."
    onward, back = models.nli.score([(special, general), (general, special)])
    assert onward.entailment > back.entailment


def test_nli_cuts_long_texts(models: Models) -> None:
    (scores,) = models.nli.score([("The dam held through the storm. " * 200, "The dam held.")])
    assert scores.entailment > scores.contradiction


def test_encoder_puts_like_sentences_together(models: Models) -> None:
    vectors = models.encoder.embed([PARAPHRASE[0], PARAPHRASE[1], UNRELATED[1]])
    near = vectors @ vectors.T
    assert near[0, 1] > 0.7 > 0.4 > near[0, 2]
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_results_keep_the_order_of_mixed_lengths(models: Models) -> None:
    texts = [f"Ship {number} left port. " * (1 + number * 7 % 11) for number in range(60)]
    together = models.encoder.embed(texts)
    alone = np.concatenate([models.encoder.embed([text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-4
    tags = models.tagger.tag(texts)
    assert [tag.offsets[-1][1] for tag in tags] == [len(text.rstrip()) for text in texts]


def test_a_score_does_not_depend_on_its_companions(models: Models) -> None:
    pairs = [CONTRADICTION, ("A " * 40, "B " * 40), PARAPHRASE, UNRELATED, ("!!!", "???")] * 3
    for scores, pair in zip(models.nli.score(pairs), pairs, strict=True):
        (alone,) = models.nli.score([pair])
        assert scores.contradiction == pytest.approx(alone.contradiction, abs=1e-4)


def stored_in_blocks(weights: np.ndarray[Any, Any], opset: int = OPSET) -> onnx.ModelProto:
    """Make the graph of one product whose integer weights are stored as `training/quantize.py` stores them."""
    inner, columns = weights.shape
    parts = {
        "weights_int8": weights.reshape(-1, 64, columns).astype(np.int8),
        "weights_scale": np.ones((inner // 64, 1, columns), dtype=np.float32),
        "weights_shape": np.array(weights.shape),
    }
    graph = helper.make_graph(
        [
            helper.make_node("Cast", ["weights_int8"], ["weights_float"], to=onnx.TensorProto.FLOAT),
            helper.make_node("Mul", ["weights_float", "weights_scale"], ["weights_blocks"]),
            helper.make_node("Reshape", ["weights_blocks", "weights_shape"], ["weights"]),
            helper.make_node("MatMul", ["rows", "weights"], ["product"]),
        ],
        "product",
        [helper.make_tensor_value_info("rows", onnx.TensorProto.FLOAT, [None, inner])],
        [helper.make_tensor_value_info("product", onnx.TensorProto.FLOAT, [None, columns])],
        [numpy_helper.from_array(array, name) for name, array in parts.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)


@pytest.mark.skipif(not multiplies_exactly(), reason="this processor does not multiply INT8 exactly")
def test_rows_are_multiplied_in_int8_each_with_its_own_scale(tmp_path: Path) -> None:
    weights = np.zeros((128, 2))
    weights[[0, 1, 127], [0, 0, 1]] = 127, -127, 127
    onnx.save(stored_in_blocks(weights), tmp_path / "model.onnx")
    rows = np.zeros((3, 128), dtype=np.float32)
    rows[0, [0, 1, 127]] = 127, 1.4, -2
    rows[1, [0, 1, 127]] = 0.127, 0.0014, -0.002
    graph = int8_graph(tmp_path / "model.onnx")
    assert graph is not None
    product = onnxruntime.InferenceSession(graph).run(None, {"rows": rows})[0]
    assert product[0] == pytest.approx([127 * 126, 127 * -2], rel=1e-6)
    assert product[1] == pytest.approx(product[0] / 1000, rel=1e-6)
    assert list(product[2]) == [0, 0]


@pytest.mark.parametrize(
    "kind", ["another operator set", "plain floats", "no graph", "no file", "a processor that errs"]
)
def test_other_graphs_are_left_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    path = tmp_path / "model.onnx"
    model = stored_in_blocks(np.ones((64, 1)), OPSET + 1 if kind == "another operator set" else OPSET)
    if kind == "plain floats":
        del model.graph.initializer[0]
    onnx.save(model, path)
    if kind == "no graph":
        path.write_bytes(b"\xff\xff")
    if kind == "no file":
        path.unlink()
    monkeypatch.setattr("claims.inference.int8.multiplies_exactly", lambda: kind != "a processor that errs")
    assert int8_graph(path) is None


def test_floats_and_int8_agree(models: Models, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [CONTRADICTION, PARAPHRASE, UNRELATED]
    monkeypatch.setattr("claims.inference.int8.multiplies_exactly", lambda: False)
    in_floats = Nli.load(MODELS_DIR / "nli").score(pairs)
    for one, other in zip(models.nli.score(pairs), in_floats, strict=True):
        assert one.contradiction == pytest.approx(other.contradiction, abs=0.05)


def test_buckets_hold_every_text_once_and_stay_small() -> None:
    lengths = [5, 500, 3, 128, 128, 7, 512, 2000, 64] * 9
    batches = list(bucket(lengths))
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    sizes = [len(batch) * max(lengths[index] for index in batch) for batch in batches if len(batch) > 1]
    assert max(sizes) <= BATCH_PIECES
    assert list(bucket([])) == []


def test_padding_is_masked(models: Models) -> None:
    tokenizer = load_network(MODELS_DIR / "nli", 16).tokenizer
    batch = pad(tokenizer.encode_batch([("one two", "three"), ("one", "two")]), pad_id=9)
    assert batch.ids.shape == (2, 6)
    assert batch.ids[1, -1] == 9
    assert batch.mask.tolist() == [[1] * 6, [1] * 5 + [0]]
    assert batch.segments[0].tolist() == [0, 0, 0, 0, 1, 1]


class FixedSession:
    """Answers every pair with the same logits."""

    def __init__(self, logits: list[float]) -> None:
        self.logits = logits

    def get_inputs(self) -> list[Any]:
        return []

    def run(self, _: None, inputs: dict[str, Any]) -> list[Any]:
        return [np.array([self.logits])]


def network_with(labels: dict[str, str], logits: list[float]) -> Network:
    shipped = load_network(MODELS_DIR / "nli", 16)
    session: Any = FixedSession(logits)
    return Network(shipped.folder, session, shipped.tokenizer, {"id2label": labels}, 0)


@pytest.mark.parametrize(
    ("labels", "logits"),
    [
        ({"0": "entailment", "1": "neutral", "2": "contradiction"}, [0.0, 1.0, 9.0]),
        ({"0": "contradiction", "1": "entailment", "2": "neutral"}, [9.0, 0.0, 1.0]),
        ({"2": "CONTRADICTION", "0": "Neutral", "1": "Entailment"}, [1.0, 0.0, 9.0]),
    ],
)
def test_labels_are_matched_by_name(labels: dict[str, str], logits: list[float]) -> None:
    (scores,) = Nli(network_with(labels, logits)).score([("a", "b")])
    assert scores.contradiction > scores.neutral > scores.entailment


@pytest.mark.parametrize(
    "labels",
    [
        {},
        {"0": "entailment", "1": "not_entailment"},
        {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"},
        {"0": "entailment", "1": "neutral", "2": "contradiction", "3": "other"},
    ],
)
def test_head_without_the_three_labels_is_refused(labels: dict[str, str]) -> None:
    with pytest.raises(ModelError, match="is not an NLI model"):
        Nli(network_with(labels, [0.0] * len(labels)))


@pytest.mark.parametrize("name", ["tokenizer.json", "config.json"])
def test_incomplete_folder_names_what_is_missing(nli_copy: Path, name: str) -> None:
    (nli_copy / name).unlink()
    with pytest.raises(ModelError, match="incomplete") as caught:
        Nli.load(nli_copy)
    assert name in str(caught.value)
    assert str(nli_copy) in str(caught.value)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
@pytest.mark.parametrize("content", [b"", b"{", b"\x00\x01garbage", b"[]", b"{}"])
def test_damaged_file_is_named(nli_copy: Path, name: str, content: bytes) -> None:
    (nli_copy / name).write_bytes(content)
    with pytest.raises(ModelError) as caught:
        Nli.load(nli_copy)
    assert str(nli_copy) in str(caught.value)


def test_half_a_graph_is_damaged(nli_copy: Path) -> None:
    whole = (nli_copy / "model.onnx").read_bytes()
    (nli_copy / "model.onnx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match=r"model\.onnx"):
        Nli.load(nli_copy)


@pytest.mark.parametrize("load", [Tagger.load, Encoder.load])
def test_missing_folder(tmp_path: Path, load: Any) -> None:
    with pytest.raises(ModelError, match="no model folder"):
        load(tmp_path / "nowhere")


def test_folder_of_another_model_is_refused(nli_copy: Path) -> None:
    with pytest.raises(ModelError, match="not an attribution model"):
        Tagger.load(nli_copy)
    config = json.loads((nli_copy / "config.json").read_text()) | {"hidden_size": 768}
    (nli_copy / "config.json").write_text(json.dumps(config))
    with pytest.raises(ModelError, match="not a sentence encoder"):
        Encoder.load(nli_copy)


def test_nli_folder_comes_from_argument_then_environment(nli_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_NLI_MODEL", "no-such-folder")
    assert load_models(str(nli_copy)).nli.score([CONTRADICTION])[0].contradiction > 0.5
    with pytest.raises(ModelError, match="no-such-folder"):
        load_models()


def test_models_load_once(models: Models) -> None:
    assert models.nli is models.nli
    assert models.tagger is models.tagger


def test_name_is_the_models_own_or_its_folders(models: Models, nli_copy: Path) -> None:
    assert models.nli.name == "counterclaim-nli-2"
    config = json.loads((nli_copy / "config.json").read_text())
    del config["_name_or_path"]
    (nli_copy / "config.json").write_text(json.dumps(config))
    assert Nli.load(nli_copy).name == "model"


@pytest.mark.parametrize("name", ["attribution", "nli", "encoder"])
def test_cards_give_figures_within_a_point_of_full_precision(name: str) -> None:
    (card,) = (card for card in describe_models() if card.folder.name == name)
    assert 20_000_000 < card.bytes < 26_000_000
    full, int8 = card.figures["figures"]["full"], card.figures["figures"]["int8"]
    assert full
    assert all(full[figure] - int8[figure] < 0.01 for figure in full)


def test_threads_share_a_model(models: Models) -> None:
    pairs = [CONTRADICTION, PARAPHRASE, UNRELATED] * 5
    with ThreadPoolExecutor(4) as pool:
        first, *others = pool.map(models.nli.score, [pairs] * 8)
    assert all(other == first for other in others)


def test_loading_is_quiet_and_needs_no_torch() -> None:
    code = (
        "import sys, claims.inference as i; m = i.load_models(); "
        "assert not {'onnxruntime', 'transformers'} & set(sys.modules); "
        "m.nli.score([('a', 'b')]); m.tagger.tag(['a']); m.encoder.embed(['a']); "
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=MODELS_DIR.parents[1])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_recall_runs_only_what_it_does_not_hold():
    asked = []

    def run(keys):
        asked.append(list(keys))
        return [key.upper() for key in keys]

    recall = Recall(limit=2)
    assert recall.get(["a", "b", "a"], run) == ["A", "B", "A"]
    assert recall.get(["b", "c"], run) == ["B", "C"]
    assert recall.get([], run) == []
    assert recall.get(["a"], run) == ["A"]
    assert asked == [["a", "b"], ["c"], ["a"]]
