"""Read plain text and Markdown with front matter."""

from __future__ import annotations

from collections.abc import Iterator

from claims.errors import InputError
from claims.reading.decoding import decode_text
from claims.reading.fields import Input, article_of
from claims.types import Article

_NOTHING = ("", "~", "null")


def read_text(input_: Input, data: bytes) -> Iterator[Article]:
    """Read the whole input as the text of one article."""
    yield article_of(input_, input_.name, {"text": decode_text(input_.name, data)})


def read_markdown(input_: Input, data: bytes) -> Iterator[Article]:
    """Read Markdown whose front matter states title, outlet, url and day; the body is kept as it is."""
    fields, body = _parted(input_.name, decode_text(input_.name, data))
    if not body.strip():
        raise InputError(f"{input_.name} has front matter but no text; write the article below it.")
    yield article_of(input_, input_.name, fields | {"text": body})


def _parted(name: str, text: str) -> tuple[dict[str, object], str]:
    import yaml  # type: ignore[import-untyped]
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    if not handler.detect(text):
        return {}, text
    try:
        head, body = handler.split(text)
        # BaseLoader leaves every value a string, so that an impossible day is refused in our words
        loaded = handler.load(head, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise InputError(f"{name} has broken front matter near line {line}; write it as `name: value`.") from error
    except ValueError:
        return {}, text
    if not isinstance(loaded, dict):
        return {}, text
    fields = {str(field).lower(): value for field, value in loaded.items() if value not in _NOTHING}
    return fields, body.lstrip("\r\n")
