"""Archives, large tables, patterns and other languages."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.errors import InputError
from claims.reading import decoding, files, read_articles, read_bytes, read_pasted, streams
from claims.types import Article

SENTENCES = "The mayor of Velmar denied on Monday that the bridge was sold. Nobody had asked him, his office said."
BODY = f"<article><p>{SENTENCES}</p><p>{SENTENCES}</p></article>"
PAGE = f"<html><head><title>The bridge</title></head><body>{BODY}</body></html>"
LINES = "\n".join(json.dumps({"text": f"{n}. {SENTENCES}"}) for n in range(3))


def packed(entries: dict[str, bytes], **options: object) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return held.getvalue()


def warc(*records: tuple[str, str, bytes]) -> bytes:
    """Return a web archive of (address, content type, body)."""
    pieces = []
    for url, kind, body in records:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-06T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(pieces):032}>\r\nContent-Type: application/http;msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        pieces.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(pieces)


def texts(name: str, data: bytes) -> list[str]:
    """Return the first words of each article, and the sentence of each error."""
    return [each.text[:20] if isinstance(each, Article) else str(each) for each in read_bytes(name, data)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", gzip.compress(SENTENCES.encode())),
        ("a.html.gz", gzip.compress(PAGE.encode())),
        ("a.zip", packed({"a.txt": SENTENCES.encode()})),
        ("a.ZIP", packed({"folder/a.html": PAGE.encode(), ".hidden.txt": b"x", "empty/": b""})),
        ("a.warc", warc(("https://news.example/a", "text/html", PAGE.encode()))),
        ("a.warc.gz", gzip.compress(warc(("https://news.example/a", "text/html; charset=utf-8", PAGE.encode())))),
    ],
)
def test_what_is_packed_is_read(name: str, data: bytes) -> None:
    (article,) = read_bytes(name, data)
    assert isinstance(article, Article)
    assert article.text.startswith("The mayor of Velmar denied")


def test_a_packed_table_gives_all_its_articles() -> None:
    assert [text[:2] for text in texts("a.jsonl.gz", gzip.compress(LINES.encode()))] == ["0.", "1.", "2."]
    assert [text[:2] for text in texts("a.zip", packed({"a.jsonl": LINES.encode()}))] == ["0.", "1.", "2."]


def test_pages_of_a_web_archive_have_the_address_of_their_record() -> None:
    data = warc(
        ("https://news.example/a", "text/html", PAGE.encode()),
        ("https://news.example/picture", "image/png", b"\x89PNG"),
        ("https://news.example/list", "text/html", b"<html><body><a>Home</a></body></html>"),
        ("https://news.example/b", "text/html", PAGE.encode()),
    )
    read = list(read_bytes("a.warc", data))
    assert [each.url for each in read if isinstance(each, Article)] == [
        "https://news.example/a",
        "https://news.example/b",
    ]
    (error,) = [each for each in read if isinstance(each, InputError)]
    assert "https://news.example/list" in str(error)


def _encrypted() -> bytes:
    data = bytearray(packed({"a.txt": SENTENCES.encode()}))
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt.gz", b"no gzip at all", "damaged gzip"),
        ("a.txt.gz", gzip.compress(SENTENCES.encode() * 50)[:-20], "damaged gzip"),
        ("a.txt.gz.gz", gzip.compress(gzip.compress(SENTENCES.encode())), "archive inside an archive"),
        ("a.zip", b"PK\x03\x04 no zip", "damaged ZIP"),
        ("a.zip", _encrypted(), "is encrypted"),
        ("a.zip", packed({"b.zip": b"x"}), "archive inside an archive"),
        ("a.zip", packed({"a.txt": b"a" * 2_000_000}), "grows more than"),
        ("a.zip", packed({"a.exe": b"MZ"}), "kind that is not read"),
        ("a.warc", b"", "damaged web archive"),
        ("a.warc", b"this is no archive", "damaged web archive"),
    ],
)
def test_what_cannot_be_unpacked_is_one_sentence(name: str, data: bytes, says: str) -> None:
    (error,) = texts(name, data)
    assert says in error
    assert name in error


def test_a_bad_entry_does_not_stop_the_next() -> None:
    read = texts("a.zip", packed({"a.exe": b"MZ", "b.txt": SENTENCES.encode()}))
    assert len(read) == 2
    assert read[1].startswith("The mayor")


def test_paths_in_a_zip_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    texts("a.zip", packed({"../../outside.txt": SENTENCES.encode(), "/etc/outside.txt": SENTENCES.encode()}))
    assert list(tmp_path.rglob("*")) == []


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tables count as large from 400 bytes on."""
    for module in (files, streams):
        monkeypatch.setattr(module, "MAX_FILE_BYTES", 400)


CSV = "text,title\n" + "".join(f'"{n}. {SENTENCES}","T{n}"\n' for n in range(9))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("name", "text", "number"),
    [("a.jsonl", LINES + "\n" + LINES, 6), ("a.csv", CSV, 9), ("a.jsonl.gz", LINES + "\n" + LINES, 6)],
)
def test_a_large_table_is_read_record_by_record(tmp_path: Path, name: str, text: str, number: int) -> None:
    data = text.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    read = list(read_articles([tmp_path / name]))
    assert len([each for each in read if isinstance(each, Article)]) == number
    assert [each.title for each in read if isinstance(each, Article)][:2] == (
        ["T0", "T1"] if "csv" in name else [None] * 2
    )


@pytest.mark.usefixtures("small")
def test_a_bad_line_of_a_large_table_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(LINES.encode() + b'\n{"text": "\xff"}\n[1]\n' + LINES.encode())
    read = list(read_articles([file]))
    errors = [str(each) for each in read if isinstance(each, InputError)]
    assert ["line 5" in errors[-1], len(read) - len(errors)] == [True, 7 if len(errors) == 1 else 6]


def test_a_plain_text_of_that_size_is_still_refused() -> None:
    (error,) = texts("a.txt", b"x " * (decoding.MAX_FILE_BYTES // 2))
    assert "50 MB" in error


def test_a_pattern_that_the_shell_left_is_followed(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(f"{name}: {SENTENCES}", encoding="utf-8")
    read = list(read_articles([str(tmp_path / "*.txt")]))
    assert [each.text[:5] for each in read if isinstance(each, Article)] == ["a.txt", "b.txt"]
    (error,) = read_articles([str(tmp_path / "*.html")])
    assert "fits no file" in str(error)


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    (tmp_path / "[a].txt").write_text(SENTENCES, encoding="utf-8")
    assert len([each for each in read_articles([tmp_path / "[a].txt"]) if isinstance(each, Article)]) == 1


GERMAN = (
    "Der Bürgermeister von Velmar bestritt am Montag, dass die Brücke verkauft worden sei. Niemand habe ihn danach "
    "gefragt, sagte seine Sprecherin der Zeitung."
)
RUSSIAN = (
    "Мэр отрицал в понедельник, что мост был продан. Никто его об этом не спрашивал, сказал его представитель газете "
    "во вторник утром, и добавил, что мост закрыт."
)


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "German"), (RUSSIAN, "Russian")])
@pytest.mark.parametrize("read", [lambda text: next(iter(read_bytes("a.txt", text.encode()))), None])
def test_other_languages_are_left_out_with_a_sentence(
    text: str, language: str, read: Callable[[str], object] | None
) -> None:
    if read is None:
        with pytest.raises(InputError, match=f"is in {language}"):
            read_pasted(text)
    else:
        assert f"is in {language} and is left out" in str(read(text))


@pytest.mark.parametrize("text", [SENTENCES, "Brücke verkauft.", "Emmanuel Macron, Marine Le Pen, Élysée"])
def test_english_and_what_is_too_short_to_tell_is_read(text: str) -> None:
    assert read_pasted(text).text == text
