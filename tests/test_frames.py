"""Data frames are read as files are."""

from __future__ import annotations

import pandas as pd
import pytest

from innopraktik_match.files import round_from_frames
from innopraktik_match.issues import RoundError
from innopraktik_match.round import Round


def test_data_frames_make_the_same_round() -> None:
    interns = pd.DataFrame(
        {
            "id": ["p1", "p2"],
            "name": ["Åse", None],
            "days": ["2-5", float("nan")],
            "wishes": [["v1"], None],
            "max_km": [50, None],
        }
    )
    hosts = pd.DataFrame({"id": ["v1"], "max": [2]})
    round = Round.from_frames(interns, hosts, policy={"preset": "bare"})
    assert round == Round.model_validate(
        {
            "interns": [
                {"id": "p1", "name": "Åse", "days": "2-5", "wishes": ["v1"], "max_km": 50},
                {"id": "p2"},
            ],
            "hosts": [{"id": "v1", "max": 2}],
            "policy": {"preset": "bare"},
        }
    )
    with pytest.raises(RoundError) as refused:
        round_from_frames({"interns": interns.assign(days="x"), "hosts": hosts})
    issue = refused.value.issues[0]
    assert (issue.code, issue.places[0].table, issue.places[0].row) == (*("days_unreadable", "interns", 1),)
