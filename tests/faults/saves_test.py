#!/usr/bin/env python3
"""Saves in an editor while kam writes: none is lost, at whatever point of kam's work it comes, in whatever way it is made, and
whether kam goes on or is killed there.

strace stops kam after each of its system calls in turn; where it is not there, or may not trace, the test is skipped
(status 77). Every twenty-ninth point is tried, and a hundred saves beside a loop of writes; with --full all of them, and
100,000 saves."""

import collections
import itertools
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

import commands

STEP = 29
SAVES = 100
SAVES_IN_FULL = 100_000
PATIENCE_SECONDS = 20
# What kam may be stopped after; memory and clocks are nothing that a save could come between.
CALLS = set("access close faccessat faccessat2 fchmod fchown fcntl fgetxattr flistxattr flock fremovexattr fsetxattr fstat fsync "
            "link lstat newfstatat openat pread64 read rename renameat renameat2 stat unlink write".split())
NO_EXCHANGE = ["-e", "inject=renameat2:error=EINVAL"]  # as on NFS

kam = None  # the executable, set below
full = False


def by_rename(file, text, more):
    new = file.with_name("new~")
    new.write_text(text, encoding="utf-8")
    os.replace(new, file)


def in_place(file, text, more):
    with open(file, "w", encoding="utf-8") as stream:
        stream.write(text)


def in_place_later(file, text, more):
    """Opened now, and written when kam has ended."""
    stream = os.open(file, os.O_WRONLY)

    def finish():
        os.ftruncate(stream, 0)
        os.write(stream, text.encode())
        os.close(stream)

    more.append(finish)


def by_backup(file, text, more):
    """As vim does: the old file is moved aside, a new one made, the old one removed."""
    old = file.with_name("old~")
    os.rename(file, old)
    in_place(file, text, more)
    os.unlink(old)


WAYS = [by_rename, in_place, in_place_later, by_backup]


def environment(directory):
    return dict(os.environ, SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8", EDITOR=commands.EDITOR,
                XDG_STATE_HOME=str(directory.with_name("state")))


def kam_command(*arguments):
    return [kam, "-q", *arguments]


class Saves(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-saves-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.directory = self.scratch / "portfolio"
        self.file = self.directory / "accounts/weserguss.yaml"
        self.log = self.scratch / "log"
        self.outcomes = collections.Counter()

    def lay_out(self):
        commands.lay_out(self.directory)

    def trace(self, command, *options):
        """Starts kam under strace; what it says goes to `self.log`, with the process id in front."""
        return subprocess.Popen(["strace", "-f", "-qq", "-o", str(self.log), *options, *command], cwd=self.directory,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=environment(self.directory))

    def points(self, command, *options):
        """(call, number) of each call of the main thread from the lock on."""
        self.lay_out()
        tracer = self.trace(command, *options)
        tracer.communicate()
        self.assertEqual(tracer.returncode, 0)
        counts, found, locked = collections.Counter(), [], False
        calls = re.findall(r"^(\d+) +(\w+)\(", self.log.read_text(errors="replace"), re.MULTILINE)
        for thread, call in calls:
            if thread != calls[0][0]:  # strace counts for each thread by itself, and the others only read
                continue
            counts[call] += 1
            locked = locked or call == "flock"
            if locked and call in CALLS and not (options and call == "renameat2"):  # which then fails each time
                found.append((call, counts[call]))
        return found

    def stop_after(self, command, call, number, *options):
        """kam, stopped after that call, and its process id."""
        self.log.write_text("")
        tracer = self.trace(command, *options, "-e", f"trace={call},renameat2", "-e", f"inject={call}:signal=SIGSTOP:when={number}")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            stopped = re.search(r"^(\d+) +--- stopped by SIGSTOP", self.log.read_text(errors="replace"), re.MULTILINE)
            if stopped:
                return tracer, int(stopped[1])
            if tracer.poll() is not None or time.monotonic() > deadline:
                self.fail(f"kam was not stopped: {tracer.communicate()}")
            time.sleep(0.002)

    def save_at(self, command, point, way, ending, options):
        """The save's text, kam's status and what it told, once a save came at that point and kam went on or was killed."""
        self.lay_out()
        text = self.file.read_text(encoding="utf-8") + "# saved by hand\n"
        tracer, process = self.stop_after(command, *point, *options)
        more, failures = [], []

        def save():
            try:
                way(self.file, text, more)
            except OSError as failure:
                failures.append(failure)

        saving = threading.Thread(target=save)
        saving.start()
        saving.join(0.2)  # who opens what kam holds has to wait for it
        os.kill(process, ending)
        _, told = tracer.communicate(timeout=PATIENCE_SECONDS)
        saving.join()
        for finish in more:
            finish()
        if failures:
            raise failures[0]
        return text, tracer.returncode, told.decode()

    def test_a_save_at_every_point(self):
        command = kam_command("set", "weserguss", "industry=Guss")
        turn = itertools.count()
        for options in ((), NO_EXCHANGE):
            all_points = self.points(command, *options)
            self.assertGreater(len(all_points), 25)
            for way, ending, point in itertools.product(WAYS, (signal.SIGCONT, signal.SIGKILL), all_points):
                if not full and next(turn) % STEP:
                    continue
                with self.subTest(call=point, way=way.__name__, ending=ending.name, exchange=not options):
                    self.check(command, point, way, ending, options)
        print(", ".join(f"{what}: {count}" for what, count in sorted(self.outcomes.items())))
        self.assertGreater(len(self.outcomes), 2)

    def check(self, command, point, way, ending, options):
        try:
            text, status, told = self.save_at(command, point, way, ending, options)
        except FileNotFoundError:  # the save itself, in the instant in which the name is free
            self.outcomes["refused by the system"] += 1
            self.assertEqual((point[0], bool(options)), ("rename", True))
            return
        if ending == signal.SIGKILL:
            self.check_after_kill(text)
            return
        after = self.file.read_text(encoding="utf-8")
        self.outcomes["written and saved" if status == 0 else "left"] += 1
        if status == 0:
            self.assertIn(after, (text, text.replace("industry: Gießerei", "industry: Guss")))
        else:
            self.assertEqual(status, 3, told)
            self.assertRegex(told, "was changed meanwhile|is open for writing|error: ")
            self.assertEqual(after, text)
        self.check_clean()

    def check_after_kill(self, text):
        """The next kam finds the save, or tells where it is."""
        done = subprocess.run(kam_command("set", "weserguss", "industry=Neu"), cwd=self.directory, capture_output=True,
                              env=environment(self.directory))
        saved = self.file.with_name(self.file.name + ".saved")
        if saved.exists():
            self.outcomes["told after a kill"] += 1
            self.assertEqual(done.returncode, 3)
            self.assertRegex(done.stderr.decode(), rf"it is now \S*/accounts/{saved.name}\n")
            self.assertEqual(saved.read_text(encoding="utf-8"), text)
            saved.unlink()
        else:
            self.outcomes["there after a kill"] += 1
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertIn("# saved by hand\n", self.file.read_text(encoding="utf-8"))
        self.check_clean()

    def check_clean(self):
        left = [path.name for path in self.directory.rglob("*") if ".kam-" in path.name or path.name.endswith((".saved", "~"))]
        self.assertEqual(left, [])

    def test_a_loop_of_saves_beside_a_loop_of_writes(self):
        """Each save must be in the file when the next one is made."""
        self.lay_out()
        draw = random.Random(20261130)
        stop = threading.Event()
        statuses = collections.Counter()

        def write():
            for number in itertools.count():
                if stop.is_set():
                    return
                done = subprocess.run(kam_command("set", "weserguss", f"industry=Guss {number}"), cwd=self.directory,
                                      capture_output=True, env=environment(self.directory))
                statuses[done.returncode] += 1

        writers = [threading.Thread(target=write) for _ in range(2)]
        for writer in writers:
            writer.start()
        lost = []
        ways = collections.Counter()
        count = SAVES_IN_FULL if full else SAVES
        for number in range(count + 1):
            text = self.text_with(number - 1)
            if text is None:
                lost.append(number - 1)
                text = self.file.read_text(encoding="utf-8")
            if number == count:
                break
            way = draw.choice((by_rename, in_place, in_place_slowly, by_backup))
            ways[way.__name__] += 1
            lines = [line for line in text.splitlines(True) if not line.startswith("# save ")]
            way(self.file, "".join(lines) + f"# save {number}\n", None)
            if draw.random() < 0.2:
                time.sleep(draw.random() * 0.03)  # so that kam, too, gets its turn
        stop.set()
        for writer in writers:
            writer.join()
        print(f"saves: {dict(ways)}, writes by status: {dict(statuses)}, lost: {lost}")
        self.assertEqual(lost, [])
        self.assertIsNotNone(self.text_with(count - 1))
        self.assertGreater(statuses[0], 0)
        self.assertEqual(statuses.keys() - {0, 2, 3}, set())  # 2: an editor had moved the file aside just then
        # What was overtaken by the next save as kam put it back is kept beside; nothing of kam's is.
        for path in self.directory.rglob("*.saved*"):
            path.unlink()
        self.check_clean()

    def text_with(self, number):
        """The file's text, once the save of that number is in it; nothing where it does not come."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                text = self.file.read_text(encoding="utf-8")
            except FileNotFoundError:
                continue
            if number < 0 or f"# save {number}\n" in text:
                return text
        return None


def in_place_slowly(file, text, more):
    stream = os.open(file, os.O_WRONLY)
    time.sleep(0.001)
    os.ftruncate(stream, 0)
    os.write(stream, text.encode())
    os.close(stream)


def can_trace():
    return shutil.which("strace") and subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"],
                                                     capture_output=True).returncode == 0


def main():
    global kam, full
    options = outside.take_options("--kam", flags=[("--full", "every point, and 100,000 saves")])
    kam, full = options.kam, options.full
    return outside.run_tests("strace is not there, or may not trace" if not can_trace() else "")


if __name__ == "__main__":
    sys.exit(main())
