"""How much is read before the reader refuses: what a file costs grows with what was sent, and no faster."""

from __future__ import annotations

from dataclasses import dataclass

MB = 2**20
SMALL = 10 * MB
"""What is unpacked to less than this is never too much for its packed size."""


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
    swelling : int
        How many times its own size a workbook, or the proof in one, may be when unpacked; below 10 MB it
        may be anything. What people have filled in is packed to a tenth or a thirtieth.
    tags : int
        Tags in a workbook: four a cell. As many as it has bytes are always read.
    sheets : int
        Sheets of a workbook.
    merged : int
        Areas of merged cells in a sheet.
    cells : int
        Cells of one file of tables, blank ones between others counted.
    rows, columns : int
        The last row and column of a table that may hold something. 100,000 rows are more than twice the
        public workplaces of the country have interns; a row costs some tenths of a millisecond and 5 kB.
    characters : int
        Characters of one cell.
    values : int
        Values in a JSON file: 1.2 million wishes of a whole country, as pairs with points, take 5 million.
    depth : int
        How deep the objects of a JSON or TOML file lie in each other.
    faults : int
        Faulty rows of one table after which no more are looked at.
    """

    file_mb: int = 50
    unpacked_mb: int = 100
    part_mb: int = 20
    swelling: int = 60
    tags: int = 400_000
    sheets: int = 100
    merged: int = 10_000
    cells: int = 2_000_000
    rows: int = 100_000
    columns: int = 1_000
    characters: int = 100_000
    values: int = 1_000_000
    depth: int = 50
    faults: int = 1_000


STANDARD = Limits()
ROWS_ABOVE = 40
"""How far down a header is looked for: titles, logos and notes take a screen at most."""
