"""Quality that may only rise: what `evaluate` prints on the corpora against tests/gold/floors.json."""

import json
import os
from pathlib import Path

import pytest

from claims.cli import main
from claims.evaluation.figures import flatten

FLOORS = json.loads((Path(__file__).parent / "gold" / "floors.json").read_text(encoding="utf-8"))
CORPORA = os.environ.get("CLAIMS_CORPORA")


def shortfalls(figures, floors):
    """Name the figures that are missing or below their floor."""
    known = dict(flatten(figures))
    return {name: known.get(name) for name, floor in floors.items() if known.get(name) is None or known[name] < floor}


@pytest.fixture(autouse=True)
def in_floats(monkeypatch):
    """Multiply in floats: INT8 products, of processors with VNNI only, shift a few claims of the gold articles."""
    monkeypatch.setattr("claims.inference.network.int8_graph", lambda path: None)


@pytest.mark.skipif(not CORPORA, reason="CLAIMS_CORPORA does not name the folder of the annotated corpora")
@pytest.mark.parametrize("entry", FLOORS, ids=lambda entry: f"{entry['evaluate']}-{entry['file']}")
def test_no_figure_is_below_its_floor(entry, capsys):
    file = Path(CORPORA) / entry["file"]
    code = main(["evaluate", entry["evaluate"], str(file), "--json"])
    said = capsys.readouterr()
    assert code == 0, said.err
    figures = json.loads(said.out)
    known = dict(flatten(figures))
    with capsys.disabled():
        shown = ", ".join(f"{name} {known.get(name)} (floor {floor})" for name, floor in entry["floors"].items())
        print(f"\n{entry['evaluate']} {entry['file']}: {shown}")
    assert shortfalls(figures, entry["floors"]) == {}


@pytest.mark.parametrize(
    ("figures", "short"),
    [
        ({"pairs": {"precision": 0.6}}, {}),
        ({"pairs": {"precision": 0.599}}, {"pairs.precision": 0.599}),
        ({"pairs": {"precision": None}}, {"pairs.precision": None}),
        ({}, {"pairs.precision": None}),
    ],
)
def test_a_missing_or_lower_figure_is_a_shortfall(figures, short):
    assert shortfalls(figures, {"pairs.precision": 0.6}) == short


def test_every_evaluation_has_a_floor():
    assert {entry["evaluate"] for entry in FLOORS} == {
        "attribution",
        "stance",
        "nli",
        "pairs",
        "claims",
    }
    assert all(0 < floor < 1 for entry in FLOORS for floor in entry["floors"].values())
