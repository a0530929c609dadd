"""Who shares too few places, and how a search is cut short and said to be."""

from __future__ import annotations

import openpyxl

import innopraktik_match as im
from innopraktik_match.explaining.findings import Findings
from innopraktik_match.explaining.patience import Patience
from innopraktik_match.explaining.shortage import Shortages
from innopraktik_match.explaining.wording import told


def round_of(hosts, bans=(), interns=4):
    return im.Round.model_validate(
        {
            "interns": [{"id": f"p{n}"} for n in range(1, interns + 1)],
            "hosts": hosts,
            "bans": [{"intern": intern, "host": host} for intern, host in bans],
            "policy": {"preset": "bare"},
        }
    )


def test_three_who_have_one_host_for_two_are_told_with_the_host():
    # p1, p2 and p3 can only go to v1, which takes two; p4 goes to v2
    bans = [(intern, "v2") for intern in ("p1", "p2", "p3")] + [("p4", "v1")]
    round = round_of([{"id": "v1", "max": 2}, {"id": "v2"}], bans)
    plan = im.solve(round)
    waiting = plan.unplaced[0].intern
    found = Shortages(round, plan.visits).around(waiting)
    assert (found.interns, found.hosts, found.places) == (("p1", "p2", "p3"), ("v1",), 2)
    text = im.explain(round, plan, unplaced=True, lang="en")[0].text
    assert "3 interns share 2 places at 1 host." in text


def test_where_a_seat_is_free_there_is_no_shortage():
    # v1 wants two or none, and only p1 could come
    round = round_of([{"id": "v1", "min": 2, "max": 2}], [("p2", "v1")], interns=2)
    plan = im.solve(round)
    assert not plan.visits
    assert Shortages(round, plan.visits).around("p1") is None


def test_a_search_that_is_cut_short_says_so_and_is_marked_in_the_data():
    round = round_of([{"id": "v1"}], interns=3)
    seen = []
    patience = Patience(on_progress=lambda done, of: seen.append((done, of)))
    patience.stop()
    found = list(Findings(im.Study(round, im.solve(round)), patience).unplaced())
    assert seen == [(1, 2), (2, 2)]
    assert [one.plain()["complete"] for one in found] == [False, False]
    assert "stopped before every change" in told(round, found[0], "en")
    assert "nok alene" not in told(round, found[0], "da")


def test_a_search_that_is_not_cut_finds_the_place():
    round = round_of([{"id": "v1"}], interns=2)
    found = im.explain(round, im.solve(round), unplaced=True, patience=Patience(seconds=60.0))
    assert "complete" not in found[0].plain()
    assert {one.change for one in found[0].changes} == {"one_more_place", "one_more_visit"}


def test_the_workbook_has_both_sheets_with_numbers_as_numbers(tmp_path):
    from innopraktik_match.report.workbook import plan_workbook

    round = round_of([{"id": "v1"}], interns=2)
    plan = im.solve(round)
    path = tmp_path / "why.xlsx"
    path.write_bytes(plan_workbook(plan, round, "en", im.explain(round, plan, lang="en")))
    book = openpyxl.load_workbook(path)
    assert {"Why", "What binds"} <= set(book.sheetnames)
    rows = list(book["What binds"].iter_rows(min_row=4, values_only=True))
    header = list(rows[0])
    assert rows[1][header.index("Interns with a visit, now")] == 1
    assert rows[1][header.index("Interns with a visit, then")] == 2
    assert "Why" not in openpyxl.load_workbook(_plain(tmp_path, plan, round)).sheetnames


def _plain(tmp_path, plan, round):
    from innopraktik_match.report.workbook import plan_workbook

    path = tmp_path / "plan.xlsx"
    path.write_bytes(plan_workbook(plan, round, "en"))
    return path
