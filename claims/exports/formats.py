"""Know the kinds of files that can be written."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass

from claims.analysis import analysis_json
from claims.exports.linked_data import linked_data
from claims.exports.report import report
from claims.storage import Store
from claims.tables import claims_table, disputes_table, pairs_table, spreadsheet_safe, to_csv
from claims.types import ClaimQuery

SHEET_CHARACTERS = 32_767
"""Longest text that a cell of Excel holds."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """Say what one kind of file is called and how it is made."""

    label: str
    suffix: str
    mime: str
    make: Callable[[Store, ClaimQuery], bytes]


def make_export(name: str, store: Store, query: ClaimQuery) -> bytes:
    """Return the file of this kind (a key of FORMATS) for what the query selects."""
    return FORMATS[name].make(store, query)


def _csv(store: Store, query: ClaimQuery) -> bytes:
    # The mark tells Excel that the text is UTF-8.
    return ("\ufeff" + to_csv(claims_table(store, query))).encode()


def _json(store: Store, query: ClaimQuery) -> bytes:
    return (json.dumps(analysis_json(store, query), ensure_ascii=False, indent=2) + "\n").encode()


def _json_ld(store: Store, query: ClaimQuery) -> bytes:
    return (json.dumps(linked_data(store, query), ensure_ascii=False, indent=2) + "\n").encode()


def _report(store: Store, query: ClaimQuery) -> bytes:
    return report(store, query).encode()


def _excel(store: Store, query: ClaimQuery) -> bytes:
    import pandas as pd

    tables = {"Disputes": disputes_table, "Claims": claims_table, "Pairs": pairs_table}
    # Text is written as text: a cell that begins like a formula or a link stays what it is.
    options = {"options": {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}}
    held = io.BytesIO()
    with pd.ExcelWriter(held, engine="xlsxwriter", date_format="yyyy-mm-dd", engine_kwargs=options) as book:
        for sheet, make in tables.items():
            frame = spreadsheet_safe(make(store, query))
            for name in [column for column in frame.columns if frame[column].dtype.kind == "O"]:
                frame[name] = frame[name].map(lambda cell: cell[:SHEET_CHARACTERS] if isinstance(cell, str) else cell)
            frame.to_excel(book, sheet_name=sheet, index=False, freeze_panes=(1, 0))
    return held.getvalue()


FORMATS = {
    "csv": ExportFile("CSV (claims)", "csv", "text/csv", _csv),
    "excel": ExportFile("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _excel),
    "json": ExportFile("JSON", "json", "application/json", _json),
    "jsonld": ExportFile("JSON-LD", "jsonld", "application/ld+json", _json_ld),
    "report": ExportFile("Report to print (HTML)", "html", "text/html", _report),
}
