"""How much is read before the reader refuses: a round is small, and a hostile file is not."""

from __future__ import annotations

from dataclasses import dataclass

MB = 2**20


@dataclass(frozen=True)
class Limits:
    """The most that is read. Each is named in the message of the file that passes it.

    Attributes
    ----------
    file_mb : int
        Size of a file.
    unpacked_mb : int
        Size of everything in a workbook, unpacked.
    part_mb : int
        Size of one part of a workbook that is not a sheet, unpacked.
    cells : int
        Cells of one table, blank ones between others counted.
    rows, columns : int
        The last row and column of a table that may hold something.
    characters : int
        Characters of one cell.
    """

    file_mb: int = 50
    unpacked_mb: int = 100
    part_mb: int = 20
    cells: int = 2_000_000
    rows: int = 400_000
    columns: int = 1_000
    characters: int = 100_000


STANDARD = Limits()
