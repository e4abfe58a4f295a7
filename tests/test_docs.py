"""What the documents say of the tests holds."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TESTS = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py"))


@pytest.mark.parametrize("name", ["inputs.md"])
def test_every_test_that_is_named_exists(name):
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / name).read_text(encoding="utf-8")))
    assert len(named) > 20
    assert {each for each in named if f"def {each}(" not in TESTS} == set()
