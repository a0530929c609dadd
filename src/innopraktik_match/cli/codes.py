"""What the command leaves with."""

from enum import IntEnum


class Code(IntEnum):
    """Exit codes."""

    DONE = 0
    NOT_PROVEN = 1
    USAGE = 2
    INPUT = 3
    IMPOSSIBLE = 4
    NO_PLAN = 5
    OUTPUT = 6
    BREACH = 7
    BUG = 70
