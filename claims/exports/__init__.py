"""Write what filters select as files: CSV, Excel, JSON, JSON-LD and a report to print."""

from claims.exports.formats import FORMATS, ExportFile, make_export

__all__ = ["FORMATS", "ExportFile", "make_export"]
