"""A file is written whole or not at all, whatever lies about and whenever it is ended."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from innopraktik_match.domain.issues import WriteError
from innopraktik_match.files.out.saving import save

posix = pytest.mark.skipif(os.name == "nt", reason="links, pipes and rights as on POSIX")
OLD, NEW = b"old " * 50_000, b"new " * 50_000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_bytes(OLD)
    return path


def alone(path: Path) -> bool:
    """Whether nothing lies beside a file."""
    return [one.name for one in path.parent.iterdir()] == [path.name]


def test_what_is_written_is_the_whole_file_alone_in_its_folder(tmp_path):
    path = tmp_path / "new" / "folder" / "plan.json"
    save(path, NEW)
    assert path.read_bytes() == NEW
    assert alone(path)


@posix
def test_a_link_or_a_pipe_with_a_name_that_was_used_before_is_left_alone(target, tmp_path):
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    (tmp_path / ".plan.json.part").symlink_to(victim)
    save(target, NEW)
    assert (victim.read_bytes(), target.read_bytes()) == (b"mine", NEW)
    (tmp_path / ".plan.json.part").unlink()
    os.mkfifo(tmp_path / ".plan.json.part")
    save(target, OLD)
    assert target.read_bytes() == OLD


@posix
def test_a_link_stays_a_link_and_its_file_is_written(target, tmp_path):
    link = tmp_path / "latest.json"
    link.symlink_to(target)
    save(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


@posix
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o444, 0o666])
def test_rights_are_kept(target, rights):
    target.chmod(rights)
    save(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == rights


@posix
def test_a_new_file_has_the_rights_that_the_process_gives(tmp_path):
    before = os.umask(0o027)
    try:
        save(tmp_path / "plan.json", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "plan.json").stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(target):
    os.chown(target, 12345, 23456)
    save(target, NEW)
    assert (target.stat().st_uid, target.stat().st_gid) == (12345, 23456)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")
def test_a_full_device_is_told(tmp_path):
    (tmp_path / "plan.json").symlink_to("/dev/full")
    with pytest.raises(WriteError, match="No space left"):
        save(tmp_path / "plan.json", NEW)


@pytest.fixture
def small_disk(tmp_path: Path):
    """A folder on a disk of 256 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk]
    if os.name == "nt" or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be had")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_on_a_full_disk_the_old_file_stays_and_nothing_beside_it(small_disk):
    path = small_disk / "plan.json"
    save(path, b"old")
    with pytest.raises(WriteError, match="No space left"):
        save(path, b"new " * 100_000)
    assert path.read_bytes() == b"old"
    assert alone(path)
    save(path, b"new")
    assert path.read_bytes() == b"new"


@posix
@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("x" * 300 + ".json", errno.ENAMETOOLONG),
        ("file/plan.json", errno.EEXIST),
        ("folder", errno.EISDIR),
        ("loop", errno.ELOOP),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path, path, code):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(WriteError) as told:
        save(tmp_path / path, NEW)
    assert told.value.errno in (code, errno.ENOTDIR)
    assert sorted(tmp_path.iterdir()) == before


def test_a_name_with_a_null_byte_is_told(tmp_path):
    with pytest.raises(WriteError, match="null"):
        save(tmp_path / "a\0b.json", NEW)


@posix
def test_a_name_of_250_bytes_is_written(tmp_path):
    path = tmp_path / ("å" * 122 + ".jsonx")
    assert len(path.name.encode()) == 250
    save(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), MemoryError()])
def test_an_end_at_any_step_leaves_the_old_file_alone(target, monkeypatch, step, error):
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, step, fail)
    with pytest.raises((WriteError, KeyboardInterrupt, MemoryError)):
        save(target, NEW)
    assert target.read_bytes() == OLD
    assert alone(target)


def test_readers_see_the_old_or_the_new_file_while_several_write(target):
    ended, seen = Event(), []

    def writes(data: bytes) -> None:
        while not ended.is_set():
            save(target, data)

    writers = [Thread(target=writes, args=(data,)) for data in (OLD, NEW)]
    for writer in writers:
        writer.start()
    for _ in range(300):
        seen.append(target.read_bytes())
    ended.set()
    for writer in writers:
        writer.join()
    assert set(seen) <= {OLD, NEW}
    assert alone(target)


WRITING = """
import sys
from pathlib import Path
from innopraktik_match.files.out.saving import save
print("ready", flush=True)
while True:
    for word in (b"old ", b"new "):
        save(Path(sys.argv[1]), word * 50_000)
"""


@posix
def test_a_process_killed_at_any_moment_leaves_the_old_or_the_new_file(target):
    moments = random.Random(1)
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", WRITING, target], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(moments.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        assert target.read_bytes() in (OLD, NEW)
