"""Reading and writing rounds and plans: workbooks, CSV, JSON, data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from innopraktik_match.domain import arguments
from innopraktik_match.domain.issues import Issue, Place, RoundError
from innopraktik_match.files.rounds.causes import without_consequences

if TYPE_CHECKING:
    from innopraktik_match.domain.given import Frame, GivenPolicy
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.in_hand import Given, Target
    from innopraktik_match.files.rounds.reading import Reading
    from innopraktik_match.files.settings.dialect import Dialect

__all__ = [
    "read",
    "read_files",
    "read_frames",
    "read_plan",
    "read_with_issues",
    "write_round",
    "write_template",
]


def read(
    *given: Given,
    policy: GivenPolicy = None,
    preset: str | None = None,
    year: int | None = None,
    encoding: str | None = None,
    after: Plan | None = None,
) -> Round:
    """Read a round.

    Parameters
    ----------
    *given : path, bytes or binary file
        One workbook, one JSON file, a folder of CSV files, or several CSV files. Bytes and files that
        are open are told apart by what they hold; the `name` of a file, where it has one, is what
        issues call it.
    policy : Policy, dict or path of a .toml file, optional
        Wins, key by key, over the policy found in the files.
    preset : str, optional
        Preset of the policy; wins over every other.
    year : int, optional
        Year of the policy; wins over every other.
    encoding : str, optional
        Of CSV files; found out where it is left out.
    after : Plan, optional
        An earlier plan: wishes, locks and history of whomever it names and the files no longer have are
        left out, and told as notes. Weeks without a year are those around its own.

    Returns
    -------
    Round

    Raises
    ------
    RoundError
        With every issue, each with its file, sheet and cell, or line.
    """
    return _sound(
        *read_with_issues(*given, policy=policy, preset=preset, year=year, encoding=encoding, after=after)
    )


def read_with_issues(
    *given: Given,
    policy: GivenPolicy = None,
    preset: str | None = None,
    year: int | None = None,
    encoding: str | None = None,
    after: Plan | None = None,
) -> tuple[Round | None, list[Issue]]:
    """Read a round and return every issue, warnings too; the parameters are those of `read`.

    Returns
    -------
    Round or None, list of Issue
        None where there are errors.
    """
    found = read_files(*given, policy=policy, preset=preset, year=year, encoding=encoding, after=after)
    return found.round, found.issues


def read_files(
    *given: Given,
    policy: GivenPolicy = None,
    preset: str | None = None,
    year: int | None = None,
    encoding: str | None = None,
    after: Plan | None = None,
    dialect: Dialect | None = None,
) -> Reading:
    """Read a round and return how it was read; the parameters are those of `read`.

    Parameters
    ----------
    dialect : Dialect, optional
        How the files are to be read, where they do not say so themselves.

    Returns
    -------
    Reading
    """
    from innopraktik_match.domain.when import FIRST_YEAR, LAST_YEAR
    from innopraktik_match.files.rounds.from_tables import FromTables, round_from_tables
    from innopraktik_match.files.rounds.json_round import round_from_json
    from innopraktik_match.files.rounds.plans import people_named
    from innopraktik_match.files.rounds.reading import Reading
    from innopraktik_match.files.rounds.references import NOBODY
    from innopraktik_match.files.rounds.sources import read_sources
    from innopraktik_match.files.settings.dialect import beside, read_dialect
    from innopraktik_match.files.settings.policies import Layer, given_layers

    arguments.require(
        *(arguments.given(f"input {number}", one) for number, one in enumerate(given, 1)),
        arguments.policy_of(policy),
        arguments.text("preset", preset),
        arguments.number("year", year, least=FIRST_YEAR, most=LAST_YEAR, whole=True),
        arguments.text("encoding", encoding),
        arguments.record("after", after, "Plan", optional=True),
    )
    absent, dialect = (NOBODY, dialect) if after is None else (people_named(after), beside(after, dialect))
    source = read_sources(given, encoding, dialect)
    layers, issues = given_layers(policy)
    issues = source.issues + issues
    dialect = source.dialect
    for layer in layers:
        dialect, faults = read_dialect(layer.dialect, layer.place, dialect)
        issues += faults
    layers = source.layers + layers + ([] if year is None else [Layer({"year": year})])
    whole: FromTables | None = None
    round: Round | None = None
    found: list[Issue] = []
    if not given:
        found = [Issue("no_input")]
    elif source.rounds and (source.tables or len(source.rounds) > 1):
        places = tuple(Place(file=file) for file, _ in source.rounds)
        found = [Issue("json_and_more", places=places)]
    elif source.rounds:
        file, data = source.rounds[0]
        round, found = round_from_json(data, file, layers, preset, absent)
    elif source.tables:
        whole = round_from_tables(source.tables, layers, preset, dialect, absent)
        round, found = whole.built.round, whole.built.issues
    elif not any(issue.severity == "error" for issue in issues):
        found = [Issue("no_input")]
    if any(issue.severity == "error" for issue in issues):
        missing = ("no_interns", "no_hosts")  # they may stand in the file that could not be read
        round, found = None, [issue for issue in found if issue.code not in missing]
    return Reading(round, without_consequences(issues + found), source.tables, source.files, whole)


def read_frames(
    interns: Frame | None = None,
    hosts: Frame | None = None,
    *,
    policy: GivenPolicy = None,
    preset: str | None = None,
    **tables: Frame | None,
) -> tuple[Round | None, list[Issue]]:
    """Read a round from data frames and return every issue, warnings too.

    Parameters
    ----------
    interns, hosts : frame
        One row a person or host; headers and values as in a file, Danish or English, and lists may be
        real lists. A frame of pandas, of polars, of any library that follows the dataframe interchange
        protocol, a list of dicts, or a dict of columns. A named index is a column.
    policy : Policy, dict or path of a .toml file, optional
        The standard preset where it is left out.
    preset : str, optional
        Preset of the policy; wins over `policy`.
    **tables : frame
        `pairs`, `bans`, `history`, `locks`, `travel` and `settings`, or their Danish names. Any other
        keyword is an error.

    Returns
    -------
    Round or None, list of Issue
        None where there are errors. Places are table and row, counted from 1.

    Examples
    --------
    >>> round, issues = read_frames([{"id": "p1"}], [{"id": "v1"}], ban=[{"intern": "p1", "host": "v1"}])
    >>> issues[0].code, issues[0].values["suggestion"]
    ('table_not_known', 'bans')
    """
    from innopraktik_match.files.rounds.frames import tables_from_frames, unused_columns
    from innopraktik_match.files.rounds.from_tables import round_from_tables
    from innopraktik_match.files.settings.policies import given_layers

    arguments.require(arguments.policy_of(policy), arguments.text("preset", preset))
    raw, issues = tables_from_frames({"interns": interns, "hosts": hosts, **tables})
    layers, faults = given_layers(policy)
    whole = round_from_tables(raw, layers, preset)
    round, found = whole.built.round, whole.built.issues
    issues = without_consequences([*issues, *faults, *found, *unused_columns(whole.understood)])
    return (None if any(issue.severity == "error" for issue in issues) else round), issues


def read_plan(path: Given, round: Round, *, earlier: bool = False) -> Plan:
    """Read a plan for a round, ours or made by hand.

    Parameters
    ----------
    path : path, bytes or binary file
        .json, .xlsx or .csv. Columns intern and host are enough; week and days are needed where
        the round has several. Rows with the same host, week and days are one visit; a column
        `visit` (a number) tells visits apart where the round has no weeks. Without it, more
        people than a host takes at once fill its visits in the order of the rows.
    round : Round
        The round that the plan is for.
    earlier : bool
        Whether the plan may name people who are no longer in the round, and leave out when a visit is.

    Returns
    -------
    Plan

    Raises
    ------
    RoundError
        With every issue.
    """
    from innopraktik_match.files.rounds.plans import sound_plan

    arguments.require(arguments.given("path", path), arguments.record("round", round, "Round"))
    return sound_plan(path, round, earlier=earlier)


def write_round(
    round: Round, path: Target, lang: Lang = "da", *, format: Literal["xlsx", "json"] | None = None
) -> None:
    """Write a round so that `read` gives it back.

    Parameters
    ----------
    round : Round
    path : path or binary file
        .xlsx is a workbook, .json is JSON, any other path a folder of CSV files. A file that
        stands there is overwritten; other files in the folder stay, so choose an empty one.
    lang : {"da", "en"}
        Language of sheets and headers.
    format : {"xlsx", "json"}, optional
        Wins over the ending; a file that is open and has no name with an ending needs it.

    Raises
    ------
    WriteError
        Where it cannot be written.
    """
    from innopraktik_match.files.out.writing import write_round as write
    from innopraktik_match.files.raw.in_hand import ending_of

    arguments.require(
        arguments.record("round", round, "Round"),
        arguments.target("path", path),
        arguments.lang_of(lang),
        arguments.one_of("format", format, "xlsx", "json") if format is not None else None,
    )
    write(round, path, ending_of(path, format), lang)


def write_template(path: Target, lang: Lang = "da") -> None:
    """Write a workbook to fill in: drop-downs, help, one example of each.

    Parameters
    ----------
    path : path or binary file
        Where to write; a file that stands there is overwritten.
    lang : {"da", "en"}
        Language of sheets, headers and help.

    Raises
    ------
    WriteError
        Where it cannot be written.
    """
    from innopraktik_match.files.out.saving import hand_over
    from innopraktik_match.files.out.template import template_workbook

    arguments.require(arguments.target("path", path), arguments.lang_of(lang))
    hand_over(path, template_workbook(lang))


def _sound(round: Round | None, issues: list[Issue]) -> Round:
    if round is None or any(issue.severity == "error" for issue in issues):
        raise RoundError(issues)
    return round
