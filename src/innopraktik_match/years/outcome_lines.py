"""What came of a round in words and as a table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from innopraktik_match.files.out.writing import fill_sheet
from innopraktik_match.texts.outcomes import GROUPS, LINES, OWN_FIGURES, QUESTIONS, SIDES, TABLE, TOPICS

if TYPE_CHECKING:
    from typing import Any

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.files.out.tabling import CellText
    from innopraktik_match.years.outcomes import Contrast, Outcomes
    from innopraktik_match.years.proportions import Share


SHARES = (5, 7)
"""First and last column of the workbook that holds shares, counted from 0."""
SHARE_WIDTH = 10


def outcome_lines(found: Outcomes, lang: Lang, question: str = "used") -> list[str]:
    """Return what came of a round, line by line: the shares, the groups, the differences.

    Parameters
    ----------
    found : Outcomes
    lang : {"da", "en"}
    question : {"used", "recommend", "contact"}
        What is broken down.
    """
    words = LINES[lang]
    return [
        *_answered(found, words),
        "",
        *(_whole(found.shares["all", one], one, lang) for one in QUESTIONS[lang]),
        "",
        words["split"].format(question=QUESTIONS[lang][question]),
        *_groups(found, question, lang),
        "",
        *(_contrast(one, lang) for one in found.contrasts if one.question == question),
        "",
        words["interval"],
    ]


def _answered(found: Outcomes, words: dict[str, str]) -> list[str]:
    answered, people = sum(found.answered.values()), sum(found.people.values())
    lines = [
        words["answered"].format(
            answered=answered,
            people=people,
            interns=found.answered["interns"],
            all_interns=found.people["interns"],
            hosts=found.answered["hosts"],
            all_hosts=found.people["hosts"],
            unknown=found.unknown,
        )
    ]
    if 2 * answered < people:
        lines.append(words["few_answered"])
    counts = {"unclear": found.unclear, "several": found.several}
    return lines + [words[name].format(count=count) for name, count in counts.items() if count]


def _whole(share: Share, question: str, lang: Lang) -> str:
    words = LINES[lang]
    if not share.answers:
        return words["no_answer"].format(question=QUESTIONS[lang][question])
    values = {"question": QUESTIONS[lang][question], "own": OWN_FIGURES[lang][question]}
    return words["share"].format(**values, **_numbers(share))


def _groups(found: Outcomes, question: str, lang: Lang) -> list[str]:
    words = LINES[lang]
    return [
        words["group"].format(
            topic=TOPICS[lang][one.topic],
            group=GROUPS[lang][one.group],
            few=words["few"] if one.few else "",
            **_numbers(one.share),
        )
        for one in found.groups
        if one.question == question
    ]


def _contrast(one: Contrast, lang: Lang) -> str:
    words, found = LINES[lang], one.difference
    names = {
        side: ", ".join(GROUPS[lang][group] for group in groups)
        for side, groups in (("one", one.one), ("other", one.other))
    }
    values = {"difference": found.difference, "low": found.low, "high": found.high}
    return words["compare"].format(
        topic=TOPICS[lang][one.topic],
        verdict=words["certain" if one.certain else "uncertain"],
        **names,
        **{name: f"{round(100 * value):+d}" for name, value in values.items()},
    )


def _numbers(share: Share) -> dict[str, object]:
    per_cent = {"share": share.share, "low": share.low, "high": share.high}
    return {
        "yes": share.yes,
        "answers": share.answers,
        **{name: f"{round(100 * value)} %" for name, value in per_cent.items()},
    }


def plain_outcomes(found: Outcomes) -> dict[str, Any]:
    """Return what came of a round as data: counts, shares with their intervals, groups and differences."""

    def plain(share: Share) -> dict[str, object]:
        return {**share._asdict(), "share": share.share}

    return {
        "people": found.people,
        "answered": found.answered,
        "unknown": found.unknown,
        "unclear": found.unclear,
        "several": found.several,
        "shares": [
            {"side": side, "question": question, **plain(share)}
            for (side, question), share in found.shares.items()
        ],
        "groups": [
            {
                "topic": one.topic,
                "group": one.group,
                "question": one.question,
                **plain(one.share),
                "few": one.few,
            }
            for one in found.groups
        ],
        "differences": [
            {
                "topic": one.topic,
                "one": one.one,
                "other": one.other,
                "question": one.question,
                **one.difference._asdict(),
                "certain": one.certain,
            }
            for one in found.contrasts
        ],
    }


def outcome_workbook(found: Outcomes, lang: Lang) -> bytes:
    """Return every share as a row of a workbook, without anybody's name."""
    import xlsxwriter

    words = TABLE[lang]
    header: list[CellText] = [
        words[name]
        for name in ("question", "topic", "group", "yes", "answers", "share", "low", "high", "few")
    ]
    whole = [
        [QUESTIONS[lang][question], "", SIDES[lang][side], *_cells(share), None]
        for (side, question), share in found.shares.items()
    ]
    parts = [
        [
            QUESTIONS[lang][one.question],
            TOPICS[lang][one.topic],
            GROUPS[lang][one.group],
            *_cells(one.share),
            words["few"] if one.few else None,
        ]
        for one in found.groups
    ]
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        page = book.add_worksheet(words["sheet"])
        fill_sheet(page, [header, *whole, *parts], bold)
        page.set_column(SHARES[0], SHARES[1], SHARE_WIDTH, book.add_format({"num_format": "0 %"}))
    return target.getvalue()


def _cells(share: Share) -> list[CellText]:
    if not share.answers:
        return [0, 0, None, None, None]
    return [share.yes, share.answers, *(round(one, 3) for one in (share.share, share.low, share.high))]
