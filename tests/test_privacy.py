"""Nothing leaves the machine: the whole program in processes of their own that cannot reach any network."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (
    "The port union said on Monday that Baltona Lines had paid inspectors. "
    "Baltona Lines denied that it had paid inspectors. The ferry was late again."
)
REFUSING = """
import socket, sys

def refuse(*arguments, **names):
    sys.stderr.write("NETWORK ASKED FOR\\n")
    raise OSError("no network in this test")

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
from claims.cli import app

app(sys.argv[1:])
"""


@pytest.fixture
def run(tmp_path):
    (tmp_path / "ferry.txt").write_text(TEXT, encoding="utf-8")

    def program(*arguments):
        hidden = ("HF_", "TRANSFORMERS_", "CLAIMS_")
        settings = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
        settings |= {"CLAIMS_DB": f"sqlite:///{tmp_path}/claims.db", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-c", REFUSING, *arguments],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=settings,
            check=False,
        )

    return program


def test_reading_asking_and_exporting_need_no_network(run, tmp_path):
    for arguments in (
        ("ingest", "ferry.txt"),
        ("disputes", "--format", "json"),
        ("claims", "--format", "csv"),
        ("export", "--format", "excel", "--output", "claims.xlsx"),
        ("analyze", "ferry.txt", "--format", "json"),
        ("check",),
        ("models",),
    ):
        done = run(*arguments)
        assert (done.returncode, "NETWORK ASKED FOR" in done.stderr) == (0, False), (arguments, done.stderr)
    claims = json.loads(run("claims", "--format", "json").stdout)["claims"]
    assert any(claim["stance"] == "denies" for claim in claims)
    left = {path.name for path in tmp_path.iterdir() if not path.name.startswith("claims.")}
    assert left == {"ferry.txt"}


def test_messages_hold_no_words_of_the_articles(run):
    done = run("ingest", "ferry.txt")
    assert done.returncode == 0
    assert "inspectors" not in done.stdout + done.stderr


def test_a_link_is_the_only_thing_that_asks_for_the_network(run):
    done = run("ingest", "--url", "https://news.example/ferry")
    assert done.returncode == 1
    assert "NETWORK ASKED FOR" in done.stderr
    assert "Traceback" not in done.stderr
