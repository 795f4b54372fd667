"""An employer's wage sheet, as employers keep it, read into typed columns with every fault named."""

from nsis.contributions.reading.reader import read_return
from nsis.contributions.reading.table import IgnoredColumn, RecognisedColumn, ReturnTable, SkippedRows

__all__ = ["IgnoredColumn", "RecognisedColumn", "ReturnTable", "SkippedRows", "read_return"]
