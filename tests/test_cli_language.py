"""The command line speaks one language at a time, and breaks its lines between words."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys

import pytest

from innopraktik_match.cli.streams import fitted
from innopraktik_match.texts.commands import COMMANDS
from innopraktik_match.texts.failures import failure

ENGLISH = re.compile(
    r"\b(?:usage|options?|commands?|arguments?|default|required|show|message|exit|error|missing|did you mean"
    r"|no such|invalid|value|input|should|must|try|for help|write|file|plan is|the|and)\b",
    re.IGNORECASE,
)
DANISH = re.compile(r"[æøå]|\b(?:brug|tilvalg|kommando|fejl|skal|eller|vis|fil|mappe|ikke)\b", re.IGNORECASE)
WRONG = {
    "no command at all": [],
    "an unknown command": ["solv", "x.json"],
    "no file": ["solve"],
    "an unknown option": ["solve", "x.json", "--gpa", "0.1"],
    "an option without its value": ["solve", "x.json", "--seed"],
    "a flag with a value": ["solve", "x.json", "--json=3"],
    "words too many": ["template", "a.xlsx", "b.xlsx"],
    "another ending": ["template", "a.pdf"],
    "a number in words": ["solve", "x.json", "--gap", "two"],
    "a number too small": ["solve", "x.json", "--workers", "0"],
    "what is no number": ["solve", "x.json", "--time-limit", "nan"],
    "no memory": ["solve", "x.json", "--memory-limit", "0"],
}


def run(*words, **env):
    done = subprocess.run(
        [sys.executable, "-m", "innopraktik_match", *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", **env},
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def without_names(text):
    """Leave out names of commands, options and formats: they are the same in every language."""
    return re.sub(r"--?[\w-]+|innopraktik-match \w+|^  \w+ |JSON Schema|json", " ", text, flags=re.MULTILINE)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_danish_or_english_through_and_through(command):
    danish, english = run(*command.split(), "--help"), run(*command.split(), "--lang", "en", "--help")
    assert (danish.returncode, english.returncode) == (0, 0)
    assert ENGLISH.findall(without_names(danish.stdout)) == []
    assert DANISH.findall(without_names(english.stdout).replace("MAPPE", "")) == []
    assert max(map(len, danish.stdout.splitlines())) <= 80


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_command_line_is_told_in_one_language(words):
    danish, english = run(*words), run(*words, INNOPRAKTIK_LANG="en")
    assert (danish.returncode, english.returncode) == (2, 2)
    assert ENGLISH.findall(without_names(danish.stderr)) == []
    assert DANISH.findall(without_names(english.stderr)) == []


def test_what_is_wrong_is_named_with_its_remedy():
    assert "Fejl: Der er ingen kommando, der hedder »solv«." in run("solv", "x.json").stderr
    assert "Fejl: --gpa findes ikke. Mener du --gap?" in run("solve", "x.json", "--gpa", "1").stderr
    assert "Fejl: --seed skal have en værdi." in run("solve", "x.json", "--seed").stderr
    assert "Error: --workers must be a whole number, at least 1." in (
        run("solve", "x.json", "--workers", "0", "--lang", "en").stderr
    )


def test_the_language_may_stand_before_the_command():
    assert "does not exist" in run("--lang", "en", "check", "nowhere.xlsx").stderr
    assert "findes ikke" in run("--lang", "da", "check", "nowhere.xlsx", INNOPRAKTIK_LANG="en").stderr


def test_long_lines_are_broken_between_words_and_keep_their_indent():
    line = "    Værten tager imod højst 3 ad gangen, se runde-2026_praktikanter-og-værter.xlsx"
    assert fitted(line, 30) == [
        "    Værten tager imod højst 3",
        "      ad gangen, se",
        "      runde-2026_praktikanter-og-værter.xlsx",
    ]
    assert fitted(line, None) == [line]


@pytest.mark.skipif(os.name == "nt", reason="a terminal as on POSIX")
def test_on_a_terminal_of_80_columns_no_word_is_broken(tmp_path):
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    (tmp_path / "praktikanter.csv").write_text("Id;Hvor arbejder du til daglig?\np1;DMI\n", encoding="utf-8")
    command = [sys.executable, "-m", "innopraktik_match", "check", str(tmp_path)]
    subprocess.run(command, stderr=theirs, env={**os.environ, "PYTHONIOENCODING": "utf-8"}, check=False)
    os.close(theirs)
    told = b""
    while chunk := _read(ours):
        told += chunk
    lines = told.decode("utf-8").splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= 80


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # nobody is at the other end any more
        return b""


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENAMETOOLONG, 0, 12345])
def test_why_a_file_is_not_written_is_told_without_the_words_of_the_system(number):
    error = OSError(number, "Words of the system")
    assert "system" not in failure(error, "da") + failure(error, "en")
    assert failure(error, "da") != failure(error, "en")
