#!/usr/bin/env python3
"""What a change reads: kam opens the account's file once to read it, and others only where something of them is shown. strace
tells which files are opened; where it is not there, or may not trace, the test is skipped (status 77)."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

import commands

kam = None  # the executable, set below
ALONE = {
    "set": ["set", "{}", "industry=Eisenguss"],
    "set --dry-run": ["set", "{}", "industry=Eisenguss", "--dry-run"],
    "add-action": ["add-action", "{}", "Besuch"],
    "add-contact": ["add-contact", "{}", "Anna Schmidt"],
    "add-potential": ["add-potential", "{}", "Service"],
}
RATED = {
    "--rate": ["assess", "{}", "--rate", "delivery_on_time=:3", "--rate", "flexibility=4:"],
    "--dry-run": ["assess", "{}", "--rate", "delivery_on_time=:3", "--dry-run"],
    "--attractiveness": ["assess", "{}", "--attractiveness", "reference=3"],
}


def reads(directory, arguments):
    """How often each account's file was read from its beginning: {id: count}."""
    log = directory.with_name("calls")
    done = subprocess.run(["strace", "-f", "-yy", "-qq", "-e", "trace=read,pread64", "-o", log, kam, "-q", *arguments], cwd=directory,
                          capture_output=True, text=True, env=dict(os.environ, SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8"))
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    counts, last = {}, None
    for call in re.findall(r"(?:read|pread64)\(\d+<[^>]*/accounts/([a-z-]+)\.yaml>.* = (\d+)", log.read_text(errors="replace")):
        if last is None or last[0] != call[0] or last[1] == "0":
            counts[call[0]] = counts.get(call[0], 0) + 1
        last = call
    return counts


class Reads(unittest.TestCase):
    def setUp(self):
        self.directory = Path(tempfile.mkdtemp(prefix="kam-reads-")) / "portfolio"
        self.addCleanup(shutil.rmtree, self.directory.parent)
        commands.lay_out(self.directory)

    def arguments(self, form, name):
        return [word.format(name) for word in form]

    def writes(self, form):
        return 0 if "--dry-run" in form else 1  # as it is replaced it is compared with what was read

    def test_an_account_alone_is_read_where_its_id_is_given(self):
        for what, form in ALONE.items():
            with self.subTest(what):
                self.assertEqual(reads(self.directory, self.arguments(form, "weserguss")), {"weserguss": 1 + self.writes(form)})

    def test_by_its_name_the_others_are_read_once(self):
        for what, form in {**ALONE, **RATED}.items():
            with self.subTest(what):
                found = reads(self.directory, self.arguments(form, "Weserguss AG"))
                self.assertEqual(found.pop("weserguss"), 1 + self.writes(form))
                self.assertEqual(set(found.values()), {1})

    def test_what_is_shown_of_all_reads_each_once(self):
        for what, form in RATED.items():
            with self.subTest(what):
                found = reads(self.directory, self.arguments(form, "weserguss"))
                self.assertEqual(found.pop("weserguss"), 1 + self.writes(form))
                self.assertEqual(set(found.values()), {1})

    def test_an_account_that_does_not_read_keeps_no_other_from_being_changed(self):
        (self.directory / "accounts/broken.yaml").write_text("no: [yaml\n", encoding="utf-8")
        for what, form in ALONE.items():
            with self.subTest(what):
                self.assertEqual(set(reads(self.directory, self.arguments(form, "weserguss"))), {"weserguss"})


def can_trace():
    return shutil.which("strace") and subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"],
                                                     capture_output=True).returncode == 0


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests("" if can_trace() else "strace, or the permission to trace")


if __name__ == "__main__":
    sys.exit(main())
