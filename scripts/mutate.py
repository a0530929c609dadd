"""Change the source a little, again and again, and count how many changes the everyday tests notice.

`python scripts/mutate.py [--each N] [--seed N] [--workers N] [FILE...]`. Of each file N changes are drawn
by lot; each is made in the memory of a process of its own, which runs the tests of the file's room until
the first that fails. Survivors are listed with their line, then the share noticed in each room.
"""

from __future__ import annotations

import argparse
import ast
import importlib.machinery
import os
import random
import resource
import signal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOURCE = Path(__file__).parents[1] / "src" / "innopraktik_match"
BY_HAND = "option_rules visit_rules round_rules score common_ground"
LATER = "new_relations decisions decided_limits criteria criteria_together own_rules changes"
ROOMS = {  # files and tests, the quick ones first
    "rules": ("model/rules/*", f"{BY_HAND} rulebook two_writings {LATER}"),
    "engine, flows": (
        "engine/flows/* engine/plans/nearest engine/plans/slots",
        "slots flows engine_steps textbook",
    ),
    "engine arithmetic": (
        "engine/stages/* engine/prices/bounds engine/write_up model/groups model/growth model/least "
        "validation/largest domain/rulebook/worst_cases",
        "restriction faults seating groups largest proof rulebook valid_prices priced_groups flows "
        "engine_steps "
        "engine::test_the_plan_is_as_good_as_the_best_of_all_plans_or_there_is_none "
        "engine::test_other_ids_change_no_value textbook",
    ),
    "checker, measures": (
        "checker/c[ho]* checker/decisions checker/draws checker/even checker/facts checker/loads "
        "checker/*matches checker/own checker/r[ao]* checker/recount checker/slots checker/*_rules",
        f"{BY_HAND} two_writings independence {LATER} replan",
    ),
    "checker, statements": (
        "checker/reasons checker/statements",
        "reasons proof single_edits",
    ),
    "checker, proofs": (
        "checker/bounds checker/groups checker/meetings checker/[pw]* checker/re[dp]* checker/verdict",
        "groups priced_rows forged_lists forged_levels proof forged_bounds no_false_proof verdict_texts",
    ),
}
HEAVY = ["highspy", "hypothesis", "numpy", "openpyxl", "ortools.sat.python.cp_model", "pandas"]
OTHER: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
NAMES = {"min": "max", "minimum": "maximum", "any": "all", "argmin": "argmax"}
NAMES |= {other: name for name, other in NAMES.items()}


class Change(NamedTuple):
    """One change of a file: where and what, and how to make it."""

    words: str
    make: Callable[[], object]


def changes(tree: ast.Module) -> Iterator[Change]:
    """Yield every change of the code inside functions."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in (part for statement in function.body for part in _code(statement)):
                text = f"{node.lineno}:{node.col_offset}  {ast.unparse(node).splitlines()[0]}"
                yield from (Change(f"{text}  ->  {kind}", make) for kind, make in _ways(node))


def _code(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Yield a node and all below it but types, what only guards (strict), and functions of their own."""
    if isinstance(node, ast.FunctionDef):
        return
    if isinstance(node, (ast.expr, ast.stmt)):
        yield node
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            strict = isinstance(child, ast.keyword) and child.arg == "strict"
            if isinstance(child, ast.AST) and field != "annotation" and not strict:
                yield from _code(child)


def _ways(node: ast.AST) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the ways to change one node in place."""
    text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if isinstance(node, (ast.Expr, ast.Assign, ast.AugAssign, ast.Continue)) and not text:
        yield "dropped", lambda: setattr(node, "__class__", ast.Pass)
    match node:
        case ast.Compare(ops=ops):
            for n, op in enumerate(ops):
                yield OTHER[type(op)].__name__, lambda n=n, op=op: ops.__setitem__(n, OTHER[type(op)]())
        case ast.BinOp(op=op) | ast.BoolOp(op=op) | ast.AugAssign(op=op) if type(op) in OTHER:
            yield OTHER[type(op)].__name__, lambda: setattr(node, "op", OTHER[type(op)]())
        case ast.UnaryOp(op=op, operand=operand):
            yield "undone", lambda: setattr(node, "operand", ast.UnaryOp(op, operand))
        case ast.Constant(value=bool(value)):
            yield str(not value), lambda: setattr(node, "value", not value)
        case ast.Constant(value=int(value)):
            for other in (value + 1, value - 1):
                yield str(other), lambda other=other: setattr(node, "value", other)
        case ast.If(test=test) | ast.IfExp(test=test):
            yield "turned", lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), test))
        case ast.Return(value=ast.expr()):
            yield "None", lambda: setattr(node, "value", ast.Constant(None))
        case ast.Name(id=name) if name in NAMES:
            yield NAMES[name], lambda: setattr(node, "id", NAMES[name])
        case ast.Attribute(attr=name) if name in NAMES:
            yield NAMES[name], lambda: setattr(node, "attr", NAMES[name])


def drawn(file: Path, each: int, seed: int) -> Iterator[tuple[str, Path, ast.Module]]:
    """Yield some changes of a file: their words, and the file's tree with one of them made."""
    text, name = file.read_text("utf-8"), file.relative_to(SOURCE)
    count = len(list(changes(ast.parse(text))))
    for n in sorted(random.Random(f"{seed} {name}").sample(range(count), min(each, count))):
        tree = ast.parse(text)
        change = list(changes(tree))[n]
        change.make()
        yield f"{name}:{change.words}", file, tree


def begin(file: Path, tree: ast.Module | None, tests: list[str], seconds: int) -> int:
    """Start a process that runs tests with a file changed in memory, and return its id."""
    if child := os.fork():
        return child
    for stream in (0, 1, 2):
        os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    signal.alarm(10 * seconds)
    if tree is not None:
        code = compile(ast.fix_missing_locations(tree), str(file), "exec")
        load = importlib.machinery.SourceFileLoader.get_code

        def get_code(loader: importlib.machinery.SourceFileLoader, name: str) -> object:
            return code if Path(loader.path) == file else load(loader, name)

        importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
    paths = ["tests/test_" + name.replace("::", ".py::") + ("" if "::" in name else ".py") for name in tests]
    os._exit(pytest.main(["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", *paths]))


def judge(room: str, given: argparse.Namespace) -> list[str]:
    """Judge the changes of a room, say which are not noticed, and return the fate of each."""
    patterns, tests = (words.split() for words in ROOMS[room])
    files = sorted(file for pattern in patterns for file in SOURCE.glob(pattern + ".py"))
    files = [file for file in files if not given.files or str(file.relative_to(SOURCE)) in given.files]
    waiting = [change for file in files for change in drawn(file, given.each, given.seed)]
    if not waiting:
        return []
    _, status, used = os.wait4(begin(files[0], None, tests, 3600), 0)
    if status:
        raise SystemExit(f"the tests of {room} fail before anything is changed")
    seconds = 10 + int(3 * (used.ru_utime + used.ru_stime))
    running: dict[int, str] = {}
    fates = []
    while waiting or running:
        while waiting and len(running) < given.workers:
            words, file, tree = waiting.pop(0)
            running[begin(file, tree, tests, seconds)] = words
        child, status = os.wait()
        fates.append("late" if os.WIFSIGNALED(status) else "noticed" if status else "survived")
        words = running.pop(child)
        if fates[-1] != "noticed":
            print(f"{fates[-1]}  {words}", flush=True)
    return fates


def main() -> None:
    """Judge every room and print the shares as a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", help="as engine/rows.py; all where left out")
    parser.add_argument("--each", type=int, default=10, help="changes of each file")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    os.environ |= {"HYPOTHESIS_PROFILE": "mutants", "OPENBLAS_NUM_THREADS": "1"}
    for heavy in HEAVY:  # once, before the processes part
        __import__(heavy)
    table = ["| room | changes | noticed | by time-out | share |", "|---|---|---|---|---|"]
    for room in ROOMS:
        fates = judge(room, given)
        noticed = len(fates) - fates.count("survived")
        share = 100 * noticed / max(1, len(fates))
        table.append(f"| {room} | {len(fates)} | {noticed} | {fates.count('late')} | {share:.1f} % |")
    print("\n".join(table))


if __name__ == "__main__":
    main()
