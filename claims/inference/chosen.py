"""Find and open the NLI model that a user chose: a folder or a name on the Hugging Face hub, in ONNX or for torch."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

from claims.errors import ModelError
from claims.inference.checkpoint import check_torch, load_checkpoint
from claims.inference.network import CONFIG_FILE, MODEL_FILE, check_files, load_network, model_file
from claims.inference.nli import NLI_LABELS, PAIR_PIECES, Nli

logger = logging.getLogger("claims")
HUB_NAME = re.compile(r"[\w-][\w.-]*/[\w.-]+")
DESCRIPTION = ["*.json", "*.txt", "*.model", MODEL_FILE, f"onnx/{MODEL_FILE}"]
WEIGHTS = ["model*.safetensors*", "pytorch_model*.bin*"]
"""Weights are fetched only where there is no ONNX file, those that can run nothing before the others."""

SELF_TEST = (
    ("A cat sleeps on the sofa.", "An animal is sleeping.", "entailment"),
    ("Three people died in the fire.", "People died in the fire.", "entailment"),
    ("The mayor resigned on Monday.", "The mayor did not resign.", "contradiction"),
    ("The bridge is open.", "The bridge is closed.", "contradiction"),
    ("The minister visited the town.", "The minister likes tea.", "neutral"),
    ("A ship left the harbour.", "The school has a new roof.", "neutral"),
)
"""Plain pairs: what takes most of them wrongly has its labels mixed up, or is no NLI model for English."""
LEAST_RIGHT = 4
"""Of the six; below, the model is refused. A model that always gives one answer has two right."""


def check_chosen(name: str) -> None:
    """Raise ModelError at once for a folder that cannot be an NLI model; the hub is asked when the model is loaded."""
    folder = Path(name)
    if folder.is_dir():
        _check_folder(folder)
    elif not HUB_NAME.fullmatch(name) or folder.exists():
        raise ModelError(
            f"There is no model folder {name}, and it is not a name on the Hugging Face hub (owner/model); "
            "check the name, or leave the option out."
        )
    else:
        os.environ.setdefault("HF_HUB_OFFLINE", "0")


def load_chosen(name: str) -> Nli:
    """Load an NLI model from a folder or the hub and try it on six plain pairs.

    A name on the hub is looked up there and kept in the hub's own cache. Raises ModelError for a model that cannot be
    had, has not the three labels, or fails the test; a single wrong pair is only logged as a warning.
    """
    folder = Path(name) if Path(name).is_dir() else _from_hub(name)
    _check_folder(folder)
    if model_file(folder) is not None:
        nli = Nli(load_network(folder, PAIR_PIECES))
    else:
        nli = Nli(load_checkpoint(folder, PAIR_PIECES), name if HUB_NAME.fullmatch(name) else None)
    _try(nli, name)
    return nli


def _check_folder(folder: Path) -> None:
    if model_file(folder) is not None:
        check_files(folder)
    elif not (folder / CONFIG_FILE).is_file():
        raise ModelError(f"The folder {folder} holds no model ({CONFIG_FILE} missing); choose another folder.")
    else:
        check_torch(folder)


def _from_hub(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        folder = Path(snapshot_download(name, allow_patterns=DESCRIPTION))
        if model_file(folder) is None:
            check_torch(name)
            for pattern in WEIGHTS:
                folder = Path(snapshot_download(name, allow_patterns=[pattern]))
                if any(folder.glob(pattern)):
                    break
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as error:
        raise ModelError(
            f"The NLI model {name} is no folder here and could not be had from the Hugging Face hub; check the name "
            "and the connection, or download it and give its folder."
        ) from error
    return folder


def _try(nli: Nli, name: str) -> None:
    """Score the plain pairs; say which are wrong, refuse the model when most are."""
    scores = nli.score([(premise, hypothesis) for premise, hypothesis, _ in SELF_TEST])
    wrong = [
        f"“{premise}” / “{hypothesis}” is {label}, not {found}"
        for (premise, hypothesis, label), each in zip(SELF_TEST, scores, strict=True)
        if (found := max(NLI_LABELS, key=lambda label: getattr(each, label))) != label
    ]
    if len(SELF_TEST) - len(wrong) < LEAST_RIGHT:
        raise ModelError(
            f"The NLI model {name} gets {len(wrong)} of {len(SELF_TEST)} plain pairs wrong ({wrong[0]}); its labels "
            "may be mixed up in config.json, or it is not for English; choose another one."
        )
    if wrong:
        logger.warning("The NLI model %s gets %d of 6 plain pairs wrong: %s.", name, len(wrong), "; ".join(wrong))
