"""Every issue code with its words, from all pages."""

from __future__ import annotations

from innopraktik_match.texts.cell_issues import CELL_ISSUES
from innopraktik_match.texts.criteria import CRITERION_ISSUES
from innopraktik_match.texts.date_issues import DATE_ISSUES
from innopraktik_match.texts.dialogue_issues import DIALOGUE_ISSUES
from innopraktik_match.texts.file_issues import FILE_ISSUES
from innopraktik_match.texts.key_issues import KEY_ISSUES
from innopraktik_match.texts.lock_issues import LOCK_ISSUES
from innopraktik_match.texts.round_issues import ROUND_ISSUES
from innopraktik_match.texts.row_issues import ROW_ISSUES
from innopraktik_match.texts.rules import RULE_ISSUES
from innopraktik_match.texts.sheet_issues import SHEET_ISSUES
from innopraktik_match.texts.table_issues import TABLE_ISSUES
from innopraktik_match.texts.templates import TEMPLATE_ISSUES
from innopraktik_match.texts.year_issues import YEAR_ISSUES

ISSUES = FILE_ISSUES | TABLE_ISSUES | ROW_ISSUES | CELL_ISSUES | DATE_ISSUES | ROUND_ISSUES
ISSUES |= SHEET_ISSUES | KEY_ISSUES | RULE_ISSUES | DIALOGUE_ISSUES | YEAR_ISSUES | CRITERION_ISSUES
ISSUES |= TEMPLATE_ISSUES | LOCK_ISSUES
"""Code -> language -> what is wrong, how to fix it."""
