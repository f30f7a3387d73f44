#!/usr/bin/env python3
"""The sample charts as Mermaid diagrams, read by Mermaid's own parser.

Skipped (status 77) where node or the packages of tests/schema/install are not there."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

SOURCE = Path(__file__).resolve().parents[2]
PACKAGES = SOURCE / "build" / "node"
PARSE = Path(__file__).with_name("mermaid_parse.mjs")

draw = None  # the program that writes the samples, set below


def parse(files):
    return subprocess.run(["node", PARSE, PACKAGES, *files], capture_output=True, text=True)


class Diagrams(unittest.TestCase):
    def setUp(self):
        self.directory = Path(tempfile.mkdtemp(prefix="kam-mermaid-"))
        self.addCleanup(shutil.rmtree, self.directory)

    def test_samples_are_read(self):
        subprocess.run([draw, self.directory], check=True)
        files = sorted(self.directory.glob("*.mmd"))
        self.assertGreaterEqual(len(files), 10)
        done = parse(files)
        self.assertEqual(done.stderr, "")
        rows = [line.split("\t") for line in done.stdout.splitlines()]
        self.assertEqual(len(rows), len(files))
        self.assertEqual({row[1] for row in rows}, {"quadrantChart", "xychart"})
        self.assertEqual({row[2] for row in rows}, {"{}"}, "a text must not configure Mermaid")

    def test_the_parser_refuses_what_is_wrong(self):
        wrong = self.directory / "wrong.mmd"
        wrong.write_text("quadrantChart\n  Müller (x): [0.3, 1e3]\n")
        self.assertEqual(parse([wrong]).returncode, 1)


def main():
    global draw
    draw = outside.take_options("--draw").draw
    return outside.run_tests("node or the packages of tests/schema/install are not there" if not shutil.which("node") or not (PACKAGES / "node_modules" / "mermaid").exists() else "")


if __name__ == "__main__":
    sys.exit(main())
