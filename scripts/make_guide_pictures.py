"""Draw the pictures of docs/da/vejledning.md: what people see in Excel and in the terminal.

`python scripts/make_guide_pictures.py` writes `docs/da/billeder/`. It needs LibreOffice (`soffice`) and
poppler (`pdftoppm`): on Debian `apt-get install libreoffice-calc poppler-utils`.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
import openpyxl
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "da" / "billeder"
EXAMPLE = ROOT / "examples" / "runde_2017.xlsx"
DPI = 84
MARGIN = 6
COLUMNS = 100
LINES = 30
INK, PAPER, BAR = "#d6e2e6", "#10262d", "#2b4a54"
LINE_HEIGHT, CHARACTER = 18, 7.8


SURVEY = """\
ID;Mail;Hvad er dit fulde navn?;Hvor arbejder du?;Sektor;Kommune;Jeg vil være;Ønske 1;Følges med;Pladser;Emner
1;aase@post.example;Åse Bjørn;Ådalens Kommune, HR;Kommune;Odense;Praktikant;Kystlab;Bo Åkær;;data og borgere
2;bo@post.example;Bo Åkær;Region Øst;Region;Hillerød;Praktikant;Vejmusæet;;;byer
3;mette@post.example;Mette Kær;Kystlab;Stat;Vejle;Vært;;;2;
4;karen@post.example;Karen Æbel;Vejmuseet;Stat;Vejle;Vært;;;1-2;
5;;Aase Bjørn;Ådalens Kommune, HR;Kommune;Odense;Praktikant;Kystlab;;;
6;dan@post.example;Dan Vig;Ådalens Kommune;Kommune;Odense;Vært;;;1;
"""
"""Invented answers of a survey in one sheet."""


class Sheet(NamedTuple):
    """A picture of some cells of a sheet."""

    picture: str
    workbook: str
    title: str
    cells: str


SHEETS = (
    Sheet("skabelon", "skabelon.xlsx", "Praktikanter", "A1:K6"),
    Sheet("regler", "skabelon.xlsx", "Regler", "A1:F18"),
    Sheet("spoergsmaal", "runde.xlsx", "Spørgsmål", "A1:D8"),
    Sheet("plan", "plan.xlsx", "Plan", "A1:J16"),
)
TERMINALS = {
    "tidy": ["tidy", "svar.csv", "-o", "runde.xlsx", "--force"],
    "solve": ["solve", "runde_2017.xlsx", "-o", "plan.xlsx", "--force"],
}
"""Picture -> the command whose output it shows."""


def main() -> None:
    """Make the files, run the commands, and draw all pictures anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "svar.csv").write_text(SURVEY, encoding="utf-8")
        shutil.copy(EXAMPLE, folder)
        run(folder, "template", "skabelon.xlsx")
        for picture, words in TERMINALS.items():
            (PICTURES / f"{picture}.svg").write_text(terminal(words, run(folder, *words)), encoding="utf-8")
        for sheet in SHEETS:
            draw(folder, sheet)
    for picture in sorted(PICTURES.iterdir()):
        print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size // 1024} KB")


def run(folder: Path, *words: str) -> str:
    """Run a command of ours in a folder; return what it says to people."""
    done = subprocess.run(
        [sys.executable, "-m", "innopraktik_match", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": str(COLUMNS), "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    return done.stderr


# -- sheets -----------------------------------------------------------------------------------


def draw(folder: Path, sheet: Sheet) -> None:
    """Let LibreOffice print one sheet, and keep what is not blank."""
    alone = folder / f"only_{sheet.picture}.xlsx"
    book = openpyxl.load_workbook(folder / sheet.workbook)
    for other in book.sheetnames:
        if other != sheet.title:
            del book[other]
    page = book[sheet.title]
    page.print_area = sheet.cells
    page.print_title_rows = None
    page.print_options.gridLines = sheet.workbook != "plan.xlsx"  # that one has its own lines
    page.oddFooter.left.text = page.oddFooter.right.text = None
    book.save(alone)
    office = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    subprocess.run([*office, "--convert-to", "pdf", alone.name], cwd=folder, check=True, capture_output=True)
    print_page = ["pdftoppm", "-r", str(DPI), "-f", "1", "-l", "1", "-singlefile"]
    pdf = alone.with_suffix(".pdf").name
    subprocess.run([*print_page, pdf, "page"], cwd=folder, check=True)
    left, top, right, bottom = printed(folder / "page.ppm")
    box = {"-x": left, "-y": top, "-W": right - left, "-H": bottom - top}
    cut = [str(word) for pair in box.items() for word in pair]
    subprocess.run([*print_page, *cut, "-png", pdf, PICTURES / sheet.picture], cwd=folder, check=True)


def printed(path: Path) -> tuple[int, int, int, int]:
    """Return the box around everything that is not white on a page."""
    _, size, _, pixels = path.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    ink = np.frombuffer(pixels, dtype=np.uint8).reshape(height, width, 3).min(axis=2) < 250
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    left, top = max(0, columns[0] - MARGIN), max(0, rows[0] - MARGIN)
    return int(left), int(top), int(columns[-1] + MARGIN), int(rows[-1] + MARGIN)


# -- terminals --------------------------------------------------------------------------------


def terminal(words: list[str], said: str) -> str:
    """Return a terminal as SVG, without fonts or addresses from elsewhere."""
    console = Console(width=COLUMNS, record=True, file=io.StringIO())
    console.print(Text(f"> innopraktik-match {' '.join(word for word in words if word != '--force')}"))
    console.print(Text(said.rstrip()))
    lines = console.export_text().splitlines()[:LINES]
    width, height = round(COLUMNS * CHARACTER) + 24, (len(lines) + 1) * LINE_HEIGHT + 24
    texts = "\n".join(
        f'<text x="12" y="{36 + number * LINE_HEIGHT}" xml:space="preserve">{escaped(line)}</text>'
        for number, line in enumerate(lines)
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"
 width="{width}" height="{height}" role="img" aria-label="innopraktik-match {words[0]}">
<rect width="{width}" height="{height}" rx="8" fill="{PAPER}"/>
<rect width="{width}" height="16" rx="8" fill="{BAR}"/>
<g fill="{INK}" font-family="Consolas, 'DejaVu Sans Mono', monospace" font-size="13">
{texts}
</g>
</svg>
"""


def escaped(text: str) -> str:
    """Return a text as SVG takes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


if __name__ == "__main__":
    main()
