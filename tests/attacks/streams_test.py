#!/usr/bin/env python3
"""Standard output that is full, closed or no longer read, directories that may not be written, and Ctrl-C: each command ends as
good Unix tools do, says why, and changes no file in part."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults"))
import commands

FULL = "kam: cannot write the result to standard output: No space left on device\n"
CLOSED = "kam: cannot write the result to standard output: Bad file descriptor\n"
LIST = "name,external_id,Revenue 2025\nWeserguss AG,10099,320000\nEins GmbH,1,10\n"
# Every command that only reads, in a git work tree of two commits; those that write are those of the faults.
READERS = [
    (["inventory"], ""), (["inventory", "--matrix"], ""), (["inventory", "--white-space"], ""), (["inventory", "--format", "json"], ""),
    (["assess", "weserguss"], ""), (["assess", "--all", "--format", "csv"], ""), (["assess", "weserguss", "--sheet"], ""),
    (["assess", "nordlicht-windkraft", "--what-if", "delivery_on_time=5"], ""), (["assess", "weserguss", "--rate", "flexibility=4:3", "--dry-run"], ""),
    (["set", "weserguss", "industry=Guss", "--dry-run"], ""), (["check"], ""), (["check", "--format", "sarif"], ""),
    (["report"], ""), (["report", "weserguss", "--format", "html"], ""), (["report", "-o", "report/", "--check"], ""),
    (["agenda"], ""), (["agenda", "--format", "ics"], ""), (["history"], ""), (["history", "--revisions"], ""),
    (["diff", "HEAD~1..HEAD"], ""), (["export"], ""), (["export", "--requirements"], ""), (["import", "-", "--preview"], LIST),
    (["import", "-", "--dry-run"], LIST), (["schema", "account"], ""), (["--help"], ""), (["report", "--help"], ""), (["--version"], "")]
NOBODY = 65534

kam = None  # the executable, set below


def closed_output():
    os.close(1)


class Streams(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-streams-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.scratch.chmod(0o755)
        self.directory = self.scratch / "portfolio"
        self.program = self.scratch / "kam"
        shutil.copy(kam, self.program)  # where another user, too, may run it
        self.lay_out()

    def lay_out(self):
        commands.lay_out(self.directory)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=one")
        account = self.directory / "accounts/weserguss.yaml"
        account.write_text(account.read_text(encoding="utf-8").replace("Gießerei", "Guss"), encoding="utf-8")
        self.git("commit", "--quiet", "--all", "--message=two")

    def git(self, *arguments):
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.hooksPath=/dev/null"]
        subprocess.run(["git", *identity, *arguments], cwd=self.directory, check=True, capture_output=True,
                       env=dict(os.environ, GIT_COMMITTER_DATE="2026-11-01T12:00:00Z", GIT_AUTHOR_DATE="2026-11-01T12:00:00Z"))

    def run_kam(self, arguments, stdin="", **options):
        environment = dict(os.environ, SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8", EDITOR=commands.EDITOR,
                           XDG_STATE_HOME=str(self.scratch / "state"),
                           GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="safe.directory", GIT_CONFIG_VALUE_0="*")
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        done = subprocess.run([self.program, "-q", *arguments], cwd=self.directory, input=stdin.encode(), env=environment, **pipes)
        return done.returncode, (done.stdout or b"").decode(errors="replace"), (done.stderr or b"").decode(errors="replace")

    def contents(self):
        return {path: content for path, content in commands.contents(self.directory).items() if not path.startswith(".git/")}

    def test_readers_to_a_full_disk(self):
        for arguments, stdin in READERS:
            with self.subTest(command=arguments), open("/dev/full", "wb") as full:
                before = self.contents()
                status, _, told = self.run_kam(arguments, stdin, stdout=full)
                self.assertEqual((status, told.splitlines(True)[-1]), (3, FULL))
                self.assertEqual(self.contents(), before)

    def test_readers_to_a_closed_output(self):
        for arguments, stdin in READERS:
            with self.subTest(command=arguments):
                status, _, told = self.run_kam(arguments, stdin, stdout=None, preexec_fn=closed_output)
                self.assertEqual((status, told.splitlines(True)[-1]), (3, CLOSED))

    def test_readers_to_a_pipe_that_nobody_reads(self):
        for arguments, stdin in READERS:
            with self.subTest(command=arguments):
                reading, writing = os.pipe()
                os.close(reading)
                status, _, told = self.run_kam(arguments, stdin, stdout=writing)
                os.close(writing)
                self.assertEqual(status, -signal.SIGPIPE)
                self.assertNotIn("kam: ", told)

    def test_a_result_is_not_lost_with_the_remarks(self):
        for arguments, stdin in READERS:
            with self.subTest(command=arguments), open("/dev/full", "wb") as full:
                expected = self.run_kam(arguments, stdin)
                self.assertEqual(self.run_kam(arguments, stdin, stderr=full)[:2], expected[:2])

    def test_writers_to_a_full_disk_keep_what_they_wrote_and_say_that_the_output_is_lost(self):
        for command in commands.COMMANDS:
            with self.subTest(command=command.name), open("/dev/full", "wb") as full:
                self.lay_out()
                old = self.contents()
                status, out, _ = self.run_kam(command.arguments, command.stdin)
                self.assertEqual(status, 0)
                new = self.contents()
                self.lay_out()
                status, _, told = self.run_kam(command.arguments, command.stdin, stdout=full)
                self.assertEqual((status, told[told.rfind("kam: "):] if out else told), (3, FULL) if out else (0, ""))
                self.assertIn(self.contents(), (new, old) if out else (new,))

    def as_nobody(self):
        """Options that run kam as somebody whom the modes of files hold back: root they do not."""
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}

    def close_directories(self, mode):
        for directory in [self.directory, *self.directory.rglob("*")]:
            if directory.is_dir() and ".git" not in directory.parts:
                directory.chmod(mode)

    def test_writers_where_nothing_may_be_written(self):
        for command in commands.COMMANDS:
            with self.subTest(command=command.name):
                self.lay_out()
                before = self.contents()
                self.close_directories(0o555)
                status, out, told = self.run_kam(command.arguments, command.stdin, **self.as_nobody())
                self.close_directories(0o755)
                self.assertEqual((status, out), (command.fails, ""), told)
                self.assertRegex(told, r"(?m)^kam: [^\n]+: Permission denied$")
                self.assertEqual(self.contents(), before)

    def test_readers_where_nothing_may_be_written(self):
        for arguments, stdin in READERS:
            with self.subTest(command=arguments):
                expected = self.run_kam(arguments, stdin)
                self.close_directories(0o555)
                self.assertEqual(self.run_kam(arguments, stdin, **self.as_nobody()), expected)
                self.close_directories(0o755)

    def test_what_may_not_be_read_is_named(self):
        account = self.directory / "accounts/weserguss.yaml"
        account.chmod(0)
        status, out, told = self.run_kam(["inventory"], **self.as_nobody())
        self.assertEqual((status, out), (3, ""))
        self.assertTrue(told.startswith("accounts/weserguss.yaml: error: cannot be read: Permission denied\n"), told)
        account.chmod(0o644)
        (self.directory / "accounts").chmod(0)
        status, out, told = self.run_kam(["inventory"], **self.as_nobody())
        (self.directory / "accounts").chmod(0o755)
        self.assertEqual((status, out), (3, ""))
        self.assertRegex(told, r"^kam: .*/accounts cannot be read: Permission denied\n$")

    def test_too_little_memory_is_told(self):
        if outside.is_sanitized(kam):
            self.skipTest("a sanitizer brings an allocator of its own")
        text = (self.directory / "accounts/weserguss.yaml").read_text(encoding="utf-8")
        large = text + "\nactions:\n" + "".join(f"  - {{title: Besuch {number}, owner: Anna, due: 2027-01-01}}\n" for number in range(12000))
        (self.directory / "accounts/voll.yaml").write_text(large, encoding="utf-8")
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (30 << 20, 30 << 20))  # noqa: E731
        before = self.contents()
        for command in (["inventory"], ["check"], ["set", "voll", "industry=Guss"], ["report", "-o", "report/"]):
            with self.subTest(command=command):
                self.assertEqual(self.run_kam(command, preexec_fn=limit),
                                 (3, "", "kam: there is not enough memory\n  `man kam`, LIMITS, says how much a portfolio takes.\n"))
                self.assertEqual(self.contents(), before)

    def test_ctrl_c_ends_as_it_ends_other_programs(self):
        for arguments in (["import", "-"], ["assess", "weserguss", "--from", "-"]):
            with self.subTest(command=arguments):
                before = self.contents()
                waiting = subprocess.Popen([self.program, *arguments], cwd=self.directory, stdin=subprocess.PIPE,
                                           stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                while not re.search(r"^State:\s+S", Path(f"/proc/{waiting.pid}/status").read_text(), re.MULTILINE):
                    time.sleep(0.01)
                waiting.send_signal(signal.SIGINT)
                out, told = waiting.communicate()
                self.assertEqual((waiting.returncode, out, told), (-signal.SIGINT, b"", b""))
                self.assertEqual(self.contents(), before)


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests()


if __name__ == "__main__":
    sys.exit(main())
