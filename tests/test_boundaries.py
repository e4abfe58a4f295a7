"""The import rules of DESIGN.md, and what no module may do."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LEVELS = {
    "": 0,
    "types": 0,
    "errors": 0,
    "folding": -1,
    "copies": 0,
    "changes": 0,
    "reading": 1,
    "fetching": 2,
    "inference": 1,
    "storage": 1,
    "sides": 1,
    "citing": 1,
    "handmade": 1,
    "extraction": 2,
    "analysis": 2,
    "pairing": 3,
    "search": 4,
    "tables": 3,
    "exports": 4,
    "pipeline": 4,
    "evaluation": 5,
    "commands": 6,
    "pages": 6,
    "cli": 7,
    "dashboard": 7,
    "__main__": 8,
}
OWNERS = {
    "streamlit": {"pages", "dashboard"},
    "sqlalchemy": {"storage"},
    "onnxruntime": {"inference"},
    "onnx": {"inference"},
    "transformers": {"inference"},
    "torch": {"inference"},
    "pandas": {"tables", "pages", "reading", "exports"},
    "typer": {"commands", "cli"},
    "rich": {"commands", "cli"},
}
OWNERS |= {
    name: {"fetching"} for name in ("urllib3", "protego", "defusedxml", "certifi", "requests", "httpx", "aiohttp")
}
"""The network belongs to one part: whatever else went there would not be asked for by the user."""
NARROW = {"fetching": {"", "types", "errors", "reading", "fetching"}}
"""Parts that may import these only, whatever the levels say."""
ASKED = {"fetching", "commands", "pages"}
"""Parts that may import fetching: those in which a user asks for it."""
LAZY = {"torch"}
"""May be imported inside a function only."""
FORBIDDEN = {"training", "tests", "benchmarks"}
HEAVY = ("streamlit", "sqlalchemy", "onnxruntime", "onnx", "transformers", "pandas", "torch", "spacy")

SOURCES = sorted([*(ROOT / "claims").rglob("*.py"), *ROOT.glob("dashboard.py")])


def part_of(module: str) -> str:
    """The part of the program that a dotted module name belongs to."""
    names = module.split(".")
    return names[0] if names[0] != "claims" else (names[1] if len(names) > 1 else "")


def module_name(path: Path) -> str:
    names = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def imports(tree: ast.AST) -> Iterator[tuple[str, int, bool]]:
    """Every imported module, with its line and whether a function or a type-checking block holds it."""
    deferred = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno, id(node) in deferred
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            for alias in node.names:
                inner = f"{module}.{alias.name}" if module == "claims" and alias.name in LEVELS else module
                yield ("." * node.level) + inner, node.lineno, id(node) in deferred


def type_checking_imports(tree: ast.AST) -> set[int]:
    return {
        inner.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    }


def may_import(own: str, part: str) -> bool:
    if part not in NARROW.get(own, LEVELS) or (part == "fetching" and own not in ASKED):
        return False
    return part == own or LEVELS[part] < LEVELS[own] or part in ("", "types", "errors")


def import_faults(module: str, source: str) -> list[str]:
    tree = ast.parse(source)
    own, for_types = part_of(module), type_checking_imports(tree)
    faults = []
    for name, line, deferred in imports(tree):
        top, part = name.split(".")[0], part_of(name)
        if name.startswith("."):
            faults.append(f"{module}:{line} imports relatively")
        elif top in FORBIDDEN:
            faults.append(f"{module}:{line} imports {top}")
        elif top in ("claims", "dashboard"):
            if not may_import(own, part):
                faults.append(f"{module}:{line} ({own}) imports {name}")
        elif top in OWNERS and own not in OWNERS[top] and line not in for_types:
            faults.append(f"{module}:{line} ({own}) imports {top}")
        elif top in LAZY and not deferred:
            faults.append(f"{module}:{line} imports {top} outside a function")
    return faults


def conduct_faults(module: str, source: str) -> list[str]:
    faults = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assert):
            faults.append(f"{module}:{node.lineno} asserts")
        if isinstance(node, ast.ExceptHandler) and is_broad(node.type):
            faults.append(f"{module}:{node.lineno} catches everything")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            faults.append(f"{module}:{node.lineno} prints")
    return faults


def is_broad(caught: ast.expr | None) -> bool:
    if caught is None:
        return True
    kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException") for kind in kinds)


def test_every_part_has_a_level():
    assert {part_of(module_name(path)) for path in SOURCES} <= LEVELS.keys()


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_imports_run_one_way_and_libraries_stay_with_their_owner(path):
    assert import_faults(module_name(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_no_module_asserts_prints_or_catches_everything(path):
    assert conduct_faults(module_name(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("claims.reading.files", "from claims.extraction import dates"),
        ("claims.storage.store", "from claims import reading"),
        ("claims.pairing.tiers", "def f():\n    import claims.pipeline"),
        ("claims.types", "import claims.reading"),
        ("claims.pages.table", "from claims.commands import output"),
        ("claims.extraction.tagger", "import onnxruntime"),
        ("claims.pipeline", "from sqlalchemy import select"),
        ("claims.commands.output", "def f():\n    import pandas as pd"),
        ("claims.inference.nli", "import torch"),
        ("claims.inference.nli", "from training import export"),
        ("claims.extraction.tagger", "from . import dates"),
        ("dashboard", "from claims.cli import main"),
        ("claims.fetching.client", "from claims.storage import Store"),
        ("claims.pipeline", "def f():\n    from claims.fetching import Client"),
        ("claims.pairing.tiers", "import urllib3"),
    ],
)
def test_a_wrong_import_is_seen(module, source):
    assert len(import_faults(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("claims.extraction.tagger", "from claims.types import Span\nfrom claims.inference import Tagger"),
        ("claims.commands.stored", "if TYPE_CHECKING:\n    from pandas import DataFrame"),
        ("claims.inference.nli", "def load():\n    import torch"),
        ("claims.storage.store", "import sqlalchemy\nfrom claims.storage.schema import articles"),
        ("claims.pipeline", "from claims import __version__"),
        ("claims.fetching.articles", "from claims.reading.web import read_page\nimport urllib3"),
        ("claims.commands.articles", "from claims.fetching import Client"),
        ("dashboard", "import streamlit\nfrom claims.pages import disputes"),
    ],
)
def test_a_right_import_is_let_through(module, source):
    assert import_faults(module, source) == []


@pytest.mark.parametrize(
    "source",
    [
        "assert True",
        "print('x')",
        "try:\n    f()\nexcept:\n    g()",
        "try:\n    f()\nexcept (ValueError, Exception):\n    g()",
    ],
)
def test_wrong_conduct_is_seen(source):
    assert len(conduct_faults("claims.pipeline", source)) == 1


@pytest.mark.parametrize("module", ["claims", "claims.cli"])
def test_importing_loads_no_heavy_library(module):
    script = f"import sys, {module}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
