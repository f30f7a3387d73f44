#!/usr/bin/env python3
"""Eight processes write two hundred facts into the same and into different files, while another reads and somebody saves in an
editor: every fact is there afterwards, no reader sees half a file, and nobody's save is overwritten."""

import concurrent.futures
import json
import os
import re
import shutil
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

WRITERS = 8
WRITES = 25  # of each

kam = None  # the executable, set below


def run(directory, *arguments, stdin="", tracer=()):
    return subprocess.run([*tracer, kam, "-q", *arguments], cwd=directory, input=stdin.encode(), capture_output=True,
                          env=dict(os.environ, SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8"))


def write(directory, writer, number):
    """One of four kinds of writes, each of a fact that nobody else writes; says where it is to be found."""
    account = ["weserguss", "altmoor-textilmaschinen", f"kunde-{writer}"][number % 3]
    year = 1900 + writer * WRITES + number
    fact = f"fact {writer}-{number}"
    kind = number % 4
    if kind == 0:
        done = run(directory, "assess", account, "--rate", f"flexibility={number % 6}:3", "--source", fact)
    elif kind == 1:
        done = run(directory, "set", account, f"figures.{year}.revenue={year}")
        fact = f"{year}: "
    elif kind == 2:
        done = run(directory, "add-action", account, "--title", fact)
    else:
        account = f"import-{writer}-{number}"
        done = run(directory, "import", "-", stdin=f"name,external_id,industry\n{account},{writer}-{number},{fact}\n")
    return account, fact, done.returncode, done.stderr.decode()


class Concurrency(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-race-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.directory = self.scratch / "portfolio"
        commands.lay_out(self.directory)

    def test_two_hundred_writes_of_eight_are_all_there(self):
        for writer in range(WRITERS):
            self.assertEqual(run(self.directory, "add-account", f"Kunde {writer}").returncode, 0)
        stop = threading.Event()
        reads = []

        def read():
            while not stop.is_set():
                reads.append(run(self.directory, "inventory", "--format", "json"))

        reader = threading.Thread(target=read)
        reader.start()
        with concurrent.futures.ThreadPoolExecutor(WRITERS) as writers:
            results = list(writers.map(lambda writer: [write(self.directory, writer, number) for number in range(WRITES)],
                                       range(WRITERS)))
        stop.set()
        reader.join()
        written = [result for of_writer in results for result in of_writer]
        self.assertEqual(len(written), 200)
        texts = {path.stem: path.read_text(encoding="utf-8") for path in (self.directory / "accounts").glob("*.yaml")}
        for account, fact, status, told in written:
            self.assertEqual(status, 0, told)
            self.assertEqual(len(re.findall(rf"\b{re.escape(fact)}(?!\d)", texts[account])), 1, f"{fact} in {account}")
        self.assertGreater(len(reads), 3)
        for done in reads:
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertGreaterEqual(json.loads(done.stdout)["summary"]["accounts"], 16)
        self.assertEqual(run(self.directory, "inventory").returncode, 0)
        self.assertEqual([path.name for path in self.directory.rglob(".kam-*")], [])

    @unittest.skipUnless(shutil.which("strace"), "strace is not there")
    def test_a_save_in_an_editor_is_never_overwritten(self):
        """The editor saves while kam, held at its fsync, has read the file and not yet renamed its own over it."""
        file = self.directory / "accounts/weserguss.yaml"
        for hold in ("fsync:delay_enter=700000:when=1", "openat:delay_exit=20000"):
            with self.subTest(hold=hold):
                before = file.read_text(encoding="utf-8")
                mine = f"# saved by hand while kam wrote: {hold}\n"
                outcome = []
                call = hold.split(":")[0]
                command = ["assess", "weserguss", "--rate", "flexibility=2:4", "--source", hold]
                holder = threading.Thread(target=lambda: outcome.append(run(
                    self.directory, *command, tracer=["strace", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                                                      f"inject={hold}"])))
                holder.start()
                time.sleep(0.4)
                file.write_text(before + mine, encoding="utf-8")
                holder.join()
                after = file.read_text(encoding="utf-8")
                self.assertIn(mine, after)
                if outcome[0].returncode == 0:
                    self.assertIn(f"source: {hold}", after.replace('"', ""))
                else:
                    self.assertEqual(outcome[0].returncode, 3)
                    self.assertIn("was changed meanwhile by somebody else", outcome[0].stderr.decode())
                    self.assertEqual(after, before + mine)


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests()


if __name__ == "__main__":
    sys.exit(main())
