"""What the two reconstructions share: invented people, likely wishes, and the files.

The real sign-up forms are not public. Institutions are real or likely names used freely; every
person, wish, ban and earlier visit is invented.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.municipalities import km_between, municipality

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    Row = dict[str, Any]

INVENTED = "Rekonstruktion: alle personer, ønsker og aftaler er opdigtede."
FIRST_NAMES = (
    "Agnete Alma Anton Arvid Asger Astrid Birgitte Bjarke Bodil Cecilie Dagmar Ditte Ejnar Elin "
    "Embla Esben Frøya Gorm Gry Halfdan Hjørdis Ingvar Iben Jannik Jytte Kåre Ketil Kirsten Liv "
    "Lilian Magda Malthe Mille Niels Oda Palle Rigmor Runa Signe Sigurd Solveig Søren Thyra "
    "Torben Tue Ulla Vagn Viggo Yrsa Zenia Åge Åse Ørjan"
)
LAST_NAMES = (
    "Aakrog Ahornlund Bakkehøj Birkemose Bækgren Dalsgrav Egevang Engtoft Fjordager Fuglemark "
    "Grøftehus Hasselmose Havrekær Humledal Klintager Kornmark Lindeskær Lyngtue Løvspring "
    "Mosekilde Nørhave Padborghus Pilehegn Ravnkær Rugmark Røllike Sandemose Skovlyst Stenbæk "
    "Strandeng Svanekær Tangmose Tjørneby Vadmark Vindelev Æbelmose Ørneklit Åkrat"
)
ROLES = ["leder", "konsulent", "projektleder", "fagspecialist", "udvikler", "sagsbehandler"]
DAYS = ["2-5", "2-5", "2-3", "3", "3", "3-5", "2-4", "4-5", "4"]

COLUMNS = {
    "interns": {
        "id": "Nr",
        "name": "Navn",
        "email": "E-mail",
        "workplace": "Arbejdsplads",
        "ministry": "Ministerium",
        "sector": "Sektor",
        "municipality": "Arbejdspladsens kommune",
        "role": "Stilling",
        "themes": "Temaer",
        "days": "Ønsket varighed",
        "weeks": "Uger",
        "wishes": "Ønske",
        "rejects": "Fravalg",
        "max_km": "Højst km",
        "visits": "Antal besøg",
        "group": "Rejser sammen",
        "priority": "Tidligere afvist",
        "note": "Bemærkning",
    },
    "hosts": {
        "id": "Nr",
        "name": "Praktiksted",
        "contact": "Kontaktperson",
        "email": "E-mail",
        "workplace": "Arbejdsplads",
        "ministry": "Ministerium",
        "sector": "Sektor",
        "municipality": "Kommune",
        "themes": "Temaer",
        "min": "Mindst",
        "max": "Højst",
        "days": "Ønsket varighed",
        "weeks": "Uger",
        "visits": "Antal besøg",
        "wishes": "Ønskede praktikanter",
        "rejects": "Fravalg",
        "roles": "Ønskede roller",
        "note": "Bemærkning",
    },
    "bans": {"intern": "Praktikant", "host": "Vært", "reason": "Årsag"},
    "history": {"intern": "Praktikant", "host": "Vært", "workplace": "Arbejdsplads", "year": "År"},
}
SHEETS = {
    "interns": "Praktikanter",
    "hosts": "Værter",
    "bans": "Udelukket",
    "history": "Tidligere",
}
SECTORS = {
    "municipality": "kommunal",
    "region": "regional",
    "state": "statslig",
    "private": "privat",
    "civil": "civilsamfund",
}


class People:
    """Invented names, each used once."""

    def __init__(self, rng: Random) -> None:
        lasts = LAST_NAMES.split()
        names = [f"{first} {last}" for first in FIRST_NAMES.split() for last in lasts]
        self._names = rng.sample(names, len(names))

    def next(self) -> str:
        """Return a name that nobody else has."""
        return self._names.pop()


def host_rows(lines: str, people: People) -> tuple[list[Row], dict[str, float]]:
    """Return the hosts, and how popular each is, from lines of a table.

    A line is name; sector; municipality; themes; min-max; visits; days; popularity. The workplace
    is the name before the comma, a ministry stands in brackets.
    """
    hosts, popular = [], {}
    for number, line in enumerate(lines.strip().splitlines(), 1):
        name, sector, town, themes, size, visits, days, popularity = line.split(";")
        name, _, ministry = name.rstrip(")").partition(" (")
        identity = f"v{number:02d}"
        popular[identity] = float(popularity)
        least, _, most = size.partition("-")
        hosts.append(
            {
                "id": identity,
                "name": name,
                "contact": people.next(),
                "email": f"{identity}@example.org",
                "workplace": name.split(",")[0],
                "ministry": ministry,
                "sector": sector,
                "municipality": town,
                "themes": themes.split("|"),
                "min": int(least),
                "max": int(most or least),
                "visits": int(visits),
                "days": days,
            }
        )
    return hosts, popular


def intern_rows(lines: str, people: People, rng: Random) -> list[Row]:
    """Return the interns from lines of a table.

    A line is workplace; sector; municipality; themes; how many.
    """
    interns: list[Row] = []
    table = lines.strip().splitlines()
    digits = len(str(sum(int(line.rsplit(";")[-1]) for line in table)))
    for line in table:
        name, sector, town, themes, many = line.split(";")
        name, _, ministry = name.rstrip(")").partition(" (")
        for _ in range(int(many)):
            identity = f"p{len(interns) + 1:0{digits}d}"
            interns.append(
                {
                    "id": identity,
                    "name": people.next(),
                    "email": f"{identity}@example.org",
                    "workplace": name,
                    "ministry": ministry,
                    "sector": sector,
                    "municipality": town,
                    "role": rng.choice(ROLES),
                    "themes": rng.sample(themes.split("|"), 2),
                    "days": rng.choice(DAYS),
                }
            )
    return interns


def wished(intern: Row, hosts: list[Row], popular: dict[str, float], many: int, rng: Random) -> list[str]:
    """Return the hosts that an intern would name: popular, near, of the theme, and elsewhere."""

    def appeal(host: Row) -> float:
        shared = len(set(intern["themes"]) & set(host["themes"]))
        other = host["sector"] != intern["sector"]
        km = travel_km(intern, host)
        return popular[host["id"]] + 2 * shared + other - km / 40 + 3 * rng.random()

    elsewhere = [host for host in hosts if host["workplace"] != intern["workplace"]]
    ranked = sorted(elsewhere, key=appeal, reverse=True)
    return [host["id"] for host in ranked[:many]]


def travel_km(intern: Row, host: Row) -> int:
    """Return the kilometres between the two seats."""
    home, away = municipality(intern["municipality"]), municipality(host["municipality"])
    if home is None or away is None:
        raise ValueError(f"no such municipality: {intern['municipality']}, {host['municipality']}")
    return km_between(home, away)


def write_csvs(folder: Path, tables: dict[str, list[Row]], policy: str) -> None:
    """Write the tables as English CSV files and the policy as TOML."""
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        used = _used(name, rows)
        writer.writerow(used)
        for row in rows:
            values = (row.get(column) for column in used)
            writer.writerow("|".join(v) if isinstance(v, list) else v for v in values)
        (folder / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    (folder / "policy.toml").write_text(policy, encoding="utf-8", newline="")


def write_workbook(
    path: Path, title: str, about: list[str], tables: dict[str, list[Row]], settings: Row
) -> None:
    """Write the tables as the workbook that a coordinator has: Danish, wishes by name."""
    import xlsxwriter

    names = {host["id"]: host["name"] for host in tables["hosts"]}
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": title, "created": datetime(2017, 8, 23)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        read_me = book.add_worksheet("Læs mig")
        read_me.set_column(0, 0, 100, book.add_format({"text_wrap": True}))
        read_me.write_string(0, 0, title, bold)
        read_me.write_column(1, 0, [INVENTED, *about])
        for name, rows in tables.items():
            cells = [list(_danish(name, row, names).items()) for row in rows]
            headers = _headers(name, rows)
            sheet = book.add_worksheet(SHEETS[name])
            sheet.write_string(0, 0, f"{title}. {INVENTED}")
            sheet.write_row(1, 0, headers, bold)
            sheet.set_column(1, len(headers) - 1, 22)
            sheet.freeze_panes(2, 2)
            for line, row in enumerate(cells, 2):
                for header, value in row:
                    sheet.write(line, headers.index(header), value)
        sheet = book.add_worksheet("Indstillinger")
        sheet.set_column(0, 1, 30)
        sheet.write_row(0, 0, ["Nøgle", "Værdi"], bold)
        for line, (name, value) in enumerate(settings.items(), 1):
            sheet.write_row(line, 0, [name, value])


def _used(table: str, rows: list[Row]) -> list[str]:
    """Return the columns that anybody has filled in."""
    return [column for column in COLUMNS[table] if any(row.get(column) for row in rows)]


def _headers(table: str, rows: list[Row]) -> list[str]:
    headers = []
    for column in _used(table, rows):
        label = COLUMNS[table][column]
        if label == "Ønske":
            most = max(len(row.get(column, [])) for row in rows)
            headers += [f"Ønske {number}" for number in range(1, most + 1)]
        else:
            headers.append(label)
    return headers


def _danish(table: str, row: Row, names: dict[str, str]) -> Row:
    """Return a row as people write it: Danish words, hosts by name, bare week numbers."""
    cells: Row = {}
    for column, value in row.items():
        label = COLUMNS[table][column]
        if not value:
            continue
        if label == "Ønske":
            cells |= {f"Ønske {n}": names[host] for n, host in enumerate(value, 1)}
        elif column == "sector":
            cells[label] = SECTORS[value]
        elif column == "weeks":
            cells[label] = "uge " + " og ".join(str(int(week[-2:])) for week in value)
        elif column == "days":
            cells[label] = int(value) if value.isdigit() else f"{value} dage"
        elif column == "priority":
            cells[label] = "ja"
        elif column == "host":
            cells[label] = names[value]
        elif isinstance(value, list):
            cells[label] = "; ".join(names.get(word, word) for word in value)
        else:
            cells[label] = value
    return cells
