from __future__ import annotations

import io
import json
import os
import random
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from claims.errors import InputError
from claims.reading import parse_day, read_articles, read_bytes, read_pasted
from claims.reading.decoding import MAX_FILE_BYTES, MAX_TEXT_CHARACTERS
from claims.types import Article

DISPATCHES = Path(__file__).parent.parent / "data" / "dispatches"
DAY = date(2024, 10, 14)
PROSE = (
    "<p>The harbour board on Monday rejected the report that its cranes had been sold abroad.</p>"
    "<p>The union disagreed and said that it had seen the contract.</p>"
)


def articles(name: str, data: bytes | str, published_on: date | None = None) -> list[Article]:
    raw = data.encode() if isinstance(data, str) else data
    found = list(read_bytes(name, raw, published_on=published_on))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def error_of(name: str, data: bytes | str) -> str:
    (only,) = read_bytes(name, data.encode() if isinstance(data, str) else data)
    assert isinstance(only, InputError)
    return one_sentence(only)


def one_sentence(error: InputError) -> str:
    message = str(error)
    assert message.endswith(".")
    assert "\n" not in message
    assert ". " not in message
    return message


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Board rejects report</title>{head}</head><body>{body}</body></html>"


# --- text and Markdown


def test_text_is_stored_as_it_is() -> None:
    text = "  He denied it.\r\n\r\nShe did not.\n"
    (article,) = articles("note.txt", text, DAY)
    assert (article.text, article.path, article.published_on) == (text, "note.txt", DAY)
    assert article.title is None


def test_front_matter_fills_the_fields_and_the_body_is_kept() -> None:
    (article,) = articles(
        "a.md",
        "---\ntitle: 'Ferries: a row'\noutlet: Bay Times\npublished: 2024-10-14\n"
        "url: https://bay.example/1\nnote: x\n---\n\nHe **denied** it.\r\n\r\n- So did she.\n",
        date(2020, 1, 1),
    )
    assert article.text == "He **denied** it.\r\n\r\n- So did she.\n"
    assert (article.title, article.outlet, article.url) == (
        "Ferries: a row",
        "Bay Times",
        "https://bay.example/1",
    )
    assert article.published_on == DAY


@pytest.mark.parametrize("text", ["A paragraph.\n", "---\nA rule above.\n", "---\nOne.\n\n---\nTwo.\n"])
def test_markdown_without_front_matter_is_text(text: str) -> None:
    assert articles("a.md", text)[0].text == text


def test_empty_front_matter_fields_state_nothing() -> None:
    (article,) = articles("a.md", "---\ntitle:\noutlet: ~\npublished: null\n---\nText.", DAY)
    assert (article.title, article.outlet, article.published_on) == (None, None, DAY)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_encodings_of_english(encoding: str) -> None:
    text = "The café owner «denied» it; the naïve résumé was a forgery, he told the committee.\n"
    assert articles("a.txt", text.encode(encoding))[0].text == text


def test_typographic_quotes_of_windows() -> None:
    text = "He said “no” – the café’s owner did too…"
    assert articles("a.txt", text.encode("cp1252"))[0].text == text


def test_another_alphabet_is_recognised() -> None:
    text = "Министр отверг обвинения, назвав их вымыслом, и заявил, что доказательств нет."
    assert articles("a.txt", text.encode("cp1251"))[0].text == text


# --- pages


def test_a_page_gives_text_title_outlet_day_and_address() -> None:
    head = (
        '<meta property="og:site_name" content="The Fjord Times">'
        '<meta property="article:published_time" content="2024-10-14T08:00:00Z">'
        '<meta property="article:modified_time" content="2024-11-20T08:00:00Z">'
        '<link rel="canonical" href="https://fjord.example/a">'
    )
    body = f'<nav><a href="/">Home</a></nav><article><h1>Board rejects report</h1>{PROSE}</article>'
    (article,) = articles("a.html", page(body, head))
    assert (article.title, article.outlet) == ("Board rejects report", "The Fjord Times")
    assert (article.url, article.published_on) == ("https://fjord.example/a", DAY)
    assert "sold abroad.\n\nThe union disagreed" in article.text
    assert "Home" not in article.text


def described(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


LINKED = {
    "@type": "NewsArticle",
    "headline": "Headline of the description",
    "publisher": {"@type": "Organization", "name": "Gull"},
    "author": [{"name": "Ada Roe"}, "Jan Orsk", {"name": "https://gull.example/profile"}],
    "inLanguage": "en-GB",
    "url": "https://fjord.example/described",
    "datePublished": "2024-10-14T23:30:00-05:00",
}
GRAPH = (
    '<meta property="og:title" content="Headline of the graph"><meta property="og:site_name" content="Fjord Times">'
    '<meta property="article:author" content="https://face.example/roe"><meta name="author" content="A. Graph">'
    '<meta property="og:locale" content="en_US"><meta property="og:url" content="https://fjord.example/graph">'
    '<meta property="article:published_time" content="2024-10-15T08:00:00Z">'
)
FROM_LINKED = (
    "Headline of the description",
    "Gull",
    "Ada Roe, Jan Orsk",
    "en-GB",
    "https://fjord.example/described",
    DAY,
)
FROM_GRAPH = (
    "Headline of the graph",
    "Fjord Times",
    "A. Graph",
    "en-US",
    "https://fjord.example/graph",
    date(2024, 10, 15),
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (described(**LINKED) + GRAPH, FROM_LINKED),
        (
            described(**{"@graph": [{"@type": "WebPage"}, {**LINKED, "@type": ["Thing", "ReportageNewsArticle"]}]}),
            FROM_LINKED,
        ),
        (GRAPH, FROM_GRAPH),
        (described(**{**LINKED, "@type": "Recipe"}) + GRAPH, FROM_GRAPH),
        ('<script type="application/ld+json">{"@type": "NewsArticle",</script>' + GRAPH, FROM_GRAPH),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>" + GRAPH, FROM_GRAPH),
        (described(**LINKED) + described(**{**LINKED, "url": "https://fjord.example/next"}) + GRAPH, FROM_GRAPH),
        (
            described(**{**LINKED, "url": "https://fjord.example/next", "headline": "Another"})
            + described(**LINKED)
            + '<link rel="canonical" href="https://fjord.example/described">',
            FROM_LINKED,
        ),
        (
            described(
                **{
                    "@type": "NewsArticle",
                    "headline": 7,
                    "url": "javascript:x",
                    "datePublished": "soon",
                    "author": None,
                }
            )
            + GRAPH,
            FROM_GRAPH,
        ),
    ],
    ids=[
        "both",
        "graph of objects",
        "meta",
        "no article",
        "broken",
        "deep",
        "two",
        "two, one of this page",
        "unusable",
    ],
)
def test_what_a_page_states_comes_from_its_description_then_its_meta_elements(
    head: str, expected: tuple[object, ...]
) -> None:
    (article,) = articles("a.html", page(f"<article><h1>Board</h1>{PROSE}</article>", head))
    found = (article.title, article.outlet, article.author, article.language, article.url, article.published_on)
    assert found == expected


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<script type="application/ld+json">{"datePublished": "2024-10-14T01:00:00Z"}</script>', ""),
        ("", '<p class="byline">By A. Writer, <time datetime="2024-10-14">Monday</time></p>'),
        ("", '<div class="published-date">14 October 2024</div>'),
    ],
)
def test_where_a_page_states_its_day(head: str, body: str) -> None:
    assert articles("a.htm", page(f"<article>{body}{PROSE}</article>", head))[0].published_on == DAY


@pytest.mark.parametrize(
    "extra",
    [
        "<footer>Copyright 2019 The Fjord Times</footer>",
        "<footer><time datetime='2019-01-12'>12 January 2019</time></footer>",
        "<aside><time datetime='2019-01-12'>An older story</time></aside>",
        "<p>It began on 3 May 2021, when the cranes of the harbour were first counted.</p>",
    ],
)
def test_a_page_that_states_no_day_has_none(extra: str) -> None:
    (article,) = articles("a.html", page(f"<article><h1>Board</h1>{PROSE}</article>{extra}"))
    assert article.published_on is None
    assert articles("a.html", page(f"<article>{PROSE}</article>{extra}"), DAY)[0].published_on == DAY


def test_a_page_declares_its_encoding() -> None:
    html = page(f"<article>{PROSE}<p>Žižek’s café denied it, said the owner.</p></article>")
    data = html.replace("<head>", '<head><meta charset="windows-1250">').encode("cp1250")
    assert "Žižek’s café" in articles("a.html", data)[0].text


def test_repeated_paragraphs_stay_and_comments_go() -> None:
    body = f"<article>{PROSE}{PROSE}</article><div id='comments'><p>A reader says it is all a lie.</p></div>"
    (article,) = articles("a.html", page(body))
    assert article.text.count("The union disagreed") == 2
    assert "A reader" not in article.text


def test_a_page_cannot_pull_in_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("opensesame")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    (article,) = articles("a.html", entity + page(f"<article>{PROSE}<p>It said &x; to us all.</p></article>"))
    assert "opensesame" not in article.text


# --- tables and lists


def test_json_object_and_list() -> None:
    fields = {
        "url": "https://x.example",
        "outlet": "X",
        "title": "T",
        "text": "He denied it.",
        "published": "14 October 2024",
    }
    (one,) = articles("a.json", json.dumps(fields))
    assert (one.url, one.outlet, one.title, one.text, one.published_on) == (
        "https://x.example",
        "X",
        "T",
        "He denied it.",
        DAY,
    )
    assert articles("a.json", json.dumps([fields, {"text": "Other."}]))[1].text == "Other."


def test_equal_articles_in_a_list_are_both_read() -> None:
    assert len(articles("a.json", '[{"text": "Same."}, {"text": "Same."}]')) == 2


def test_json_lines_keep_other_line_separators_in_their_strings() -> None:
    found = articles("a.jsonl", '{"text": "one\u2028two"}\r\n\r\n{"text": "three"}')
    assert [article.text for article in found] == ["one\u2028two", "three"]


def test_json_lines_under_the_name_of_json() -> None:
    assert len(articles("a.json", '{"text": "a"}\n{"text": "b"}\n')) == 2


def test_characters_that_no_database_holds_are_replaced() -> None:
    (article,) = articles("a.json", r'{"text": "a\ud83d b\u0000", "title": "\udc00"}')
    assert (article.text, article.title) == ("a\ufffd b\ufffd", "\ufffd")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(delimiter: str) -> None:
    rows = [
        ["url", "Outlet", "title", "text", "published"],
        ["", "Bay Times", "T", '"Two\nlines, ""quoted"""', '"Oct. 14, 2024"'],
        ["", "", "", "Short", ""],
    ]
    first, second = articles("a.csv", "\n".join(delimiter.join(row) for row in rows) + "\n\n", date(2020, 1, 1))
    assert (first.text, first.outlet, first.url) == ('Two\nlines, "quoted"', "Bay Times", None)
    assert (first.published_on, second.published_on) == (DAY, date(2020, 1, 1))


def test_csv_with_a_long_field() -> None:
    assert len(articles("a.csv", "text\n" + "word " * 100_000)[0].text) == 500_000


# --- days


@pytest.mark.parametrize(
    "written",
    [
        "2024-10-14",
        "20241014",
        "2024-10-14T23:30:00Z",
        "2024-10-14 23:30:00 +02:00",
        "2024/10/14",
        "14 October 2024",
        "14 Oct 2024",
        "14th of October, 2024",
        "14-Oct-2024",
        "October 14, 2024",
        "Oct. 14, 2024",
        "OCTOBER 14 2024",
        "Monday, 14 October 2024",
        "Mon, 14 Oct 2024 23:30:00 -0800",
        "14 October 2024, 10:30 BST",
        "14/10/2024",
        "10/14/2024",
        "14.10.2024",
    ],
)
def test_written_days(written: str) -> None:
    assert parse_day(f" {written} ") == DAY


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2024-02-30",
        "31 June 2024",
        "5/6/2023",
        "yesterday",
        "October 2024",
        "2024",
        "0024-01-01",
        "9999-01-01",
    ],
)
def test_impossible_and_ambiguous_days(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_day(written)


# --- inputs that cannot be read


BAD = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\t ", "empty"),
    ("a.txt", b"\xef\xbb\xbf", "empty"),
    ("a.json", b"", "empty"),
    ("a.html", b"", "empty"),
    ("a.csv", b"", "empty"),
    ("a.txt", random.Random(1).randbytes(5_000), "binary"),
    ("a.txt", b"%PDF-1.7\nplain", "binary"),
    ("a.json", b"PK\x03\x04rest", "binary"),
    ("a.txt", b"text with \x00 in it", "binary"),
    ("a.pdf", b"%PDF-1.7", "kind"),
    ("a.txt", bytes(random.Random(2).choices(range(128, 256), k=2_000)), "UTF-8"),
    ("a.txt", b"Hello \xff\xfe\xfd world", "UTF-8"),
    ("a.txt", b"plain words " * 50 + b"\x81\x8d", "UTF-8"),
    ("a.txt", "größer – „nein“\n".encode() * 20 + b"\xff damaged", "line 21"),
    ("a.html", b"<html></html>", "no article"),
    ("a.html", b"just words", "no article"),
    (
        "a.html",
        b"<html><body><nav><a href='/a'>Home</a> <a href='/b'>About us</a></nav></body></html>",
        "no article",
    ),
    ("a.json", b"[]", "empty list"),
    ("a.json", b"{nope", "JSON"),
    ("a.json", b"3", "object"),
    ("a.json", b"[" * 100_000, "JSON"),
    ("a.json", b'{"text": ' + b"1" * 10_000 + b"}", "JSON"),
    ("a.json", b'{"text": "a", "text": "b"}', "twice"),
    ("a.json", b'{"title": "t"}', "text"),
    ("a.json", b'{"text": null}', "text"),
    ("a.json", b'{"text": ["a"]}', "text"),
    ("a.json", b'{"text": "a", "outlet": ["b"]}', "outlet"),
    ("a.json", b'{"text": "a", "published": true}', "published"),
    ("a.json", b'{"text": "a", "published": "2024-02-30"}', "2024-02-30"),
    ("a.md", b"---\npublished: 2024-02-30\n---\nText.", "2024-02-30"),
    ("a.md", b"---\ntitle: [open\n---\nText.", "front matter"),
    ("a.md", b"---\ntitle: T\n---\n\n", "no text"),
    ("a.csv", b"a,b\n1,2\n", "column"),
    ("a.csv", b"text,title\n", "no rows"),
    ("a.csv", b"text,text\na,b\n", "twice"),
    ("a.csv", b'text,title\n"open,x\n', "line 2"),
    ("a.txt", b"x " * (MAX_FILE_BYTES // 2), "50 MB"),
    ("a.txt", b"x" * (MAX_TEXT_CHARACTERS + 1), "characters"),
]


@pytest.mark.parametrize(("name", "data", "word"), BAD, ids=[f"{n}-{w}-{i}" for i, (n, _, w) in enumerate(BAD)])
def test_a_bad_input_is_one_sentence_that_names_it(name: str, data: bytes, word: str) -> None:
    message = error_of(name, data)
    assert message.startswith(name)
    assert word in message


def test_bad_lines_are_named_and_the_others_read() -> None:
    undated = '{"text": "x", "published": "2024-13-01"}'
    data = '{"text": "one"}\n[1]\n{"text": "  "}\nnope\n' + undated + '\n{"text": "two"}\n'
    found = list(read_bytes("a.jsonl", data.encode()))
    assert [item.text for item in found if isinstance(item, Article)] == ["one", "two"]
    errors = [one_sentence(item) for item in found if isinstance(item, InputError)]
    assert [f"a.jsonl, line {number}," in error for number, error in zip((2, 3, 4, 5), errors, strict=True)] == [
        True
    ] * 4


def test_bad_rows_are_named_by_their_first_line() -> None:
    data = 'text,published\n"two\nlines",2024-10-14\n,2024-10-14\nb,31 June 2024\nc,2024-10-14,d\ne,\n'
    found = list(read_bytes("a.csv", data.encode()))
    assert [item.text for item in found if isinstance(item, Article)] == ["two\nlines", "e"]
    assert [str(item).split(",")[1] for item in found if isinstance(item, InputError)] == [
        " line 4",
        " line 5",
        " line 6",
    ]


def test_bad_items_of_a_list_are_named() -> None:
    found = list(read_bytes("a.json", b'[{"text": "a"}, 3, {"text": "b"}]'))
    assert "item 2" in str(found[1])
    assert isinstance(found[2], Article)


# --- files, folders, standard input


def test_folders_are_read_in_order_and_only_for_their_articles(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", ".hidden.txt", ".git/d.txt", "photo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}.")
    found = [item for item in read_articles([tmp_path]) if isinstance(item, Article)]
    assert [item.path for item in found] == [str(tmp_path / name) for name in ("a.md", "b.txt", "sub/c.TXT")]


def test_a_bad_input_leaves_the_rest_of_the_batch(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("He denied it.")
    empty_folder = tmp_path / "empty"
    empty_folder.mkdir()
    missing = tmp_path / "missing.txt"
    found = list(read_articles([str(missing), empty_folder, f"{tmp_path}/bad\0name.txt", "y" * 300, good]))
    assert [isinstance(item, InputError) for item in found] == [True, True, True, True, False]
    assert str(missing) in one_sentence(found[0])
    assert "does not exist" in str(found[0])
    assert str(empty_folder) in one_sentence(found[1])
    assert isinstance(found[4], Article)
    assert found[4].path == str(good)


def test_missing_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("He denied it.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(locked))

    monkeypatch.setattr(Path, "open", refuse)
    (only,) = read_articles([locked])
    assert isinstance(only, InputError)
    assert str(locked) in one_sentence(only)
    assert "permission" in str(only)


def test_a_folder_without_permission_is_an_error_and_its_neighbours_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("He denied it.")
    locked = tmp_path / "locked"
    locked.mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path) == str(locked):
            raise PermissionError(13, "Permission denied", str(locked))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    first, second = read_articles([tmp_path])
    assert isinstance(first, Article)
    assert isinstance(second, InputError)
    assert str(locked) in str(second)


def test_a_file_without_suffix_is_text(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("He denied it.")
    (only,) = read_articles([tmp_path / "note"])
    assert isinstance(only, Article)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"He denied it.\n", ["He denied it.\n"]),
        (b"[Update] He denied it.", ["[Update] He denied it."]),
        (b'{"text": "one"}', ["one"]),
        (b'{\n "text": "one"\n}', ["one"]),
        (b'[{"text": "one"}, {"text": "two"}]', ["one", "two"]),
        (b'{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        (b'{"text": "one"}\nnope\n{"text": "two"}\n', ["one", None, "two"]),
        (b"", [None]),
        (b"\x89PNG\r\n", [None]),
    ],
)
def test_standard_input(data: bytes, texts: list[str | None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    found = list(read_articles(["-"], published_on=DAY))
    assert [item.text if isinstance(item, Article) else None for item in found] == texts
    assert all(item.path is None and item.published_on == DAY for item in found if isinstance(item, Article))
    assert all("standard input" in str(item) for item in found if isinstance(item, InputError))


def test_standard_input_may_be_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    data = page(f"<article>{PROSE}</article>").encode()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    (only,) = read_articles(["-"])
    assert isinstance(only, Article)
    assert "<p>" not in only.text


def test_pasted_text() -> None:
    article = read_pasted("He denied it.\n", outlet=" Bay Times ", title="", published_on=DAY)
    assert (article.text, article.outlet, article.title) == ("He denied it.\n", "Bay Times", None)
    assert (article.path, article.url, article.published_on) == (None, None, DAY)


@pytest.mark.parametrize("text", ["", " \n", "x" * (MAX_TEXT_CHARACTERS + 1)])
def test_pasted_text_that_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="pasted text"):
        read_pasted(text)


# --- the demo


def test_every_dispatch_is_read_and_marked() -> None:
    found = list(read_articles([DISPATCHES]))
    assert len(found) >= 30
    for item in found:
        assert isinstance(item, Article)
        assert item.title
        assert item.outlet
        assert item.published_on
        assert item.path
        assert item.url
        assert ".example/" in item.url
        assert Path(item.path).name.startswith(item.published_on.isoformat())
        assert 60 <= len(item.text.split()) <= 200
        assert not set('"“”') & set(item.text)
        assert "note: Demo text written for this project" in Path(item.path).read_text(encoding="utf-8")
    assert len({item.outlet for item in found if isinstance(item, Article)}) >= 5
