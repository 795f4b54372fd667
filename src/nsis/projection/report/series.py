"""The report's figures as Parquet files: a file a table, every row, in plain units."""

import io
import json

import pyarrow as pa
import pyarrow.parquet as pq

from nsis.projection.report.document import Cell, Column, Table
from nsis.terms.wording import Wording


def series_of(table: Table) -> bytes:
    """
    The table as the bytes of a Parquet file.

    Amounts are taka, shares parts of 1, persons single persons, whatever unit a page shows. A column of
    words gives two, `<name>_en` and `<name>_bn`. The file says the label, unit and basis of the table.
    """
    fields: dict[str, pa.Array] = {}
    for column in table.columns:
        fields |= _arrays(column)
    about = {"title_en": table.title.en, "title_bn": table.title.bn, "basis": _basis(table)}
    written = io.BytesIO()
    pq.write_table(pa.table(fields).replace_schema_metadata(about), written)
    return written.getvalue()


def _arrays(column: Column) -> dict[str, pa.Array]:
    if column.measure is not None:
        return {column.name: pa.array([_number(value) for value in column.values], pa.float64())}
    words = [value if isinstance(value, Wording) else None for value in column.values]
    return {
        f"{column.name}_en": pa.array([each and each.en for each in words], pa.string()),
        f"{column.name}_bn": pa.array([each and each.bn for each in words], pa.string()),
    }


def _number(value: Cell | None) -> float | None:
    return None if value is None or isinstance(value, Wording) else float(value)


def _basis(table: Table) -> str:
    grounds = [{"label": ground.label.en, "cited": ground.cited.en} for ground in table.basis]
    return json.dumps(grounds, ensure_ascii=False)
