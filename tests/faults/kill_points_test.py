#!/usr/bin/env python3
"""Each command that writes, killed at its system calls, and with each of them failing: every file is the old or the new one,
whole; what failed is told; no lock and no leftover stops or outlives the next run.

strace makes the faults. Where it is not there, or may not trace, the test is skipped (status 77). Every fifty-ninth point
is tried, all of them with --full."""

import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from fnmatch import fnmatch
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

import commands

STEP = 59
# The calls that change something on a disk, or may lose what was written. Others are not faults of a disk.
CALLS = set("write writev pwrite64 openat fsync fdatasync close rename renameat renameat2 unlink unlinkat link linkat ftruncate "
            "mkdir mkdirat fchmod chmod fchown flock fcntl flistxattr fgetxattr fsetxattr fremovexattr pread64 faccessat faccessat2".split())
FAULTS = ["signal=SIGKILL", "error=ENOSPC", "error=EIO", "error=EDQUOT"]
REASONS = {"error=ENOSPC": "No space left on device", "error=EIO": "Input/output error", "error=EDQUOT": "Disk quota exceeded"}

kam = None  # the executable, set below
full = False


def run(directory, arguments, stdin="", tracer=()):
    return subprocess.run([*tracer, kam, "-q", *arguments], cwd=directory, input=stdin.encode(), capture_output=True,
                          env=dict(os.environ, SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8", EDITOR=commands.EDITOR,
                                   XDG_STATE_HOME=str(directory.with_name("state"))))


def inject(call, when, fault):
    return ["strace", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}"]


def points(directory, command):
    """(call, number) of every system call of a whole run; the run's files."""
    log = directory.with_name("calls")
    done = run(directory, command.arguments, command.stdin, ["strace", "-qq", "-o", log])
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    counts = collections.Counter(re.findall(r"^(\w+)\(", log.read_text(errors="replace"), re.MULTILINE))
    return [(call, number) for call in sorted(CALLS & counts.keys()) for number in range(1, counts[call] + 1)]


class KillPoints(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-kill-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.directory = self.scratch / "portfolio"
        self.tried = collections.Counter()

    def test_every_command(self):
        for command in commands.COMMANDS:
            commands.lay_out(self.directory)
            old = commands.contents(self.directory)
            all_points = points(self.directory, command)
            new = commands.contents(self.directory)
            self.assertNotEqual(old, new, command.name)
            for fault in FAULTS:
                for place, (call, number) in enumerate(all_points):
                    if fault in REASONS and call in command.harmless:
                        continue
                    if full or place % STEP == len(command.name) % STEP:
                        with self.subTest(command=command.name, fault=fault, call=call, number=number):
                            self.strike(command, fault, call, number, old, new)
        print(", ".join(f"{what}: {count}" for what, count in sorted(self.tried.items())))
        self.assertGreater(self.tried["old"], 0)
        self.assertGreater(self.tried["new"], 0)

    def strike(self, command, fault, call, number, old, new):
        commands.lay_out(self.directory)
        shutil.rmtree(self.directory.with_name("state"), ignore_errors=True)
        done = run(self.directory, command.arguments, command.stdin, inject(call, number, fault))
        told = done.stderr.decode(errors="replace")
        for _ in range(100):  # a git that outlives kam ends by itself
            if not (self.directory / ".git/config.lock").exists():
                break
            time.sleep(0.05)
        after = commands.contents(self.directory)
        self.check_files(command, old, new, after)
        everything_new = all(after.get(path) == content for path, content in new.items())
        self.tried["new" if everything_new else "old" if all(after.get(path) == old.get(path) for path in new) else "between"] += 1
        if done.returncode == 127:  # the loader could not start kam
            self.assertEqual(after, old)
        elif done.returncode == 0:
            self.assertTrue(everything_new, "it said that it was done")
        elif fault in REASONS:
            self.assertEqual(done.returncode, command.fails, told)
            self.assertIn(REASONS[fault], told)
        for copy in self.directory.with_name("state").rglob("weserguss.yaml"):  # of `edit`: what was typed is in it, whole
            self.assertIn(copy.read_bytes(), (old["accounts/weserguss.yaml"], new["accounts/weserguss.yaml"]))
        again = run(self.directory, command.arguments, command.stdin)
        self.assertIn(again.returncode, (0, command.repeats), again.stderr.decode())
        completed = commands.contents(self.directory)
        self.assertEqual(completed.keys() - new.keys(), set(), "something was left behind")
        for path in command.steps:
            self.assertEqual(completed.get(path), new[path])

    def check_files(self, command, old, new, after):
        for path, content in after.items():
            if content == old.get(path):
                continue
            if path in command.steps:
                continue
            if path in new:
                self.assertEqual(content, new[path], f"{path} is torn")
                self.assertTrue(any(fnmatch(path, pattern) for pattern in command.changes), path)
            else:
                self.assertRegex(Path(path).name, r"^\.", f"{path} is a leftover that is not hidden")
        self.assertEqual(old.keys() - after.keys(), set(), "a file is gone")


def can_trace():
    return shutil.which("strace") and subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"],
                                                     capture_output=True).returncode == 0


def main():
    global kam, full
    options = outside.take_options("--kam", flags=[("--full", "every point")])
    kam, full = options.kam, options.full
    return outside.run_tests("strace is not there, or may not trace" if not can_trace() else "")


if __name__ == "__main__":
    sys.exit(main())
