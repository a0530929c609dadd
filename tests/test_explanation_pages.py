"""The pages of explanations say what the tool says now; who moves may differ among plans as good."""

from __future__ import annotations

import re

import pytest
from scripts.write_explanations import ASKED, PAGES, pages


@pytest.fixture(scope="module")
def now():
    return pages()


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_page_says_what_the_tool_says_now(now, lang):
    written = PAGES[lang].read_text(encoding="utf-8")
    assert without_moves(written) == without_moves(now[lang])
    assert written.count("\n> ") == len(ASKED) == 20
    assert "> \n" not in written


def without_moves(text):
    """Leave out who moves: of plans as good that move as few, any may be found."""
    return re.sub(r" (Følgen er|As a result): .*?(?= For |$)", "", text, flags=re.MULTILINE)
