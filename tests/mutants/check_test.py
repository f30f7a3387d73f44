#!/usr/bin/env python3
"""Checks a portfolio of a thousand mutated account files: `kam check` must tell a sensible problem of each broken one,
agree with the commands that read them, and change nothing."""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
PORTFOLIO = SOURCE / "examples/portfolio"
MUTANTS = 1000
ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1795478400", "LC_ALL": "C.UTF-8"}
VALUES = ["", "~", "[]", "{}", "[", "}", "-1", "7", "1.240.000", "1e3", "0x1F", "yes", "2026-02-30", "31.03.2026", '"',
          "'", "&a", "*a", "!a", "株式会社", "\u202e", "{a: 1}", "[a, b]", "- a", "a: b", "|", ">", "9" * 400]  # fmt: skip

kam = None  # the executable, set below


def drop_line(draw, text):
    lines = text.splitlines(True)
    del lines[draw.randrange(len(lines))]
    return "".join(lines).encode()


def swap_values(draw, text):
    """Gives a value to another key."""
    lines = text.splitlines(True)
    keyed = [number for number, line in enumerate(lines) if re.search(r": \S", line)]
    one, other = draw.sample(keyed, 2)
    heads, tails = zip(*(lines[number].split(": ", 1) for number in (one, other)))
    lines[one], lines[other] = heads[0] + ": " + tails[1], heads[1] + ": " + tails[0]
    return "".join(lines).encode()


def replace_value(draw, text):
    lines = text.splitlines(True)
    keyed = [number for number, line in enumerate(lines) if ":" in line]
    number = draw.choice(keyed)
    lines[number] = lines[number].split(":", 1)[0] + ": " + draw.choice(VALUES) + "\n"
    return "".join(lines).encode()


def indent_line(draw, text):
    lines = text.splitlines(True)
    number = draw.randrange(len(lines))
    lines[number] = draw.choice([" ", "   ", "\t"]) + lines[number]
    return "".join(lines).encode()


def double_line(draw, text):
    lines = text.splitlines(True)
    number = draw.randrange(len(lines))
    return "".join(lines[: number + 1] + lines[number:]).encode()


def flip_bytes(draw, text):
    data = bytearray(text.encode())
    for _ in range(draw.randint(1, 3)):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    return bytes(data)


def cut_off(draw, text):
    data = text.encode()
    return data[: draw.randrange(len(data))]


MUTATIONS = [drop_line, swap_values, replace_value, indent_line, double_line, flip_bytes, cut_off]


def run_kam(*arguments, directory):
    return subprocess.run([kam, *arguments], cwd=directory, env=ENVIRONMENT, capture_output=True, check=False, timeout=300)


def columns_of(data, line):
    """How many columns a place in that line may have, the line's end counted."""
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if line > len(lines):
        return 0
    return len(re.sub(rb"[\x80-\xbf]", b"", lines[line - 1])) + 1


class MutantsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="kam-mutants-")
        cls.root = Path(cls.temporary.name).resolve()
        (cls.root / "accounts").mkdir()
        (cls.root / "kam.yaml").write_bytes((PORTFOLIO / "kam.yaml").read_bytes())
        sources = [file.read_text() for file in sorted((PORTFOLIO / "accounts").iterdir())]
        draw = random.Random(20261124)
        cls.files = {}
        for number in range(MUTANTS):
            data = draw.choice(MUTATIONS)(draw, draw.choice(sources))
            name = f"accounts/m{number:04}.yaml"
            (cls.root / name).write_bytes(data)
            cls.files[name] = data
        cls.status, cls.report = cls.check()

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def check(cls, *arguments):
        done = run_kam("check", "--format", "json", *arguments, directory=cls.root)
        if done.returncode not in (0, 1):
            raise AssertionError(f"exit {done.returncode}: {done.stderr.decode(errors='replace')[:2000]}")
        return done.returncode, json.loads(done.stdout)

    def test_every_problem_is_told_sensibly_and_nothing_is_changed(self):
        self.assertEqual(self.status, 1)
        problems = self.report["problems"]
        for problem in problems:
            with self.subTest(problem=problem):
                self.assertIn(problem["severity"], ("error", "warning", "note"))
                self.assertRegex(problem["code"], r"\A[a-z0-9]+(-[a-z0-9]+)*\Z")
                self.assertRegex(problem["message"], r"\A[^\x00-\x1f]+[^.\x00-\x1f]\Z")
                self.assertRegex(problem["hint"], r"\A[^\x00-\x1f]+[.?]\Z")
                if problem["file"] != "kam.yaml":
                    columns = columns_of(self.files[problem["file"]], problem["line"])
                    self.assertIn(problem["column"], range(1, columns + 1))
        places = [(p["file"], p["line"], p["column"]) for p in problems]
        self.assertEqual(places, sorted(places))
        for name, data in self.files.items():
            self.assertEqual((self.root / name).read_bytes(), data)
        self.assertEqual(sorted(path.name for path in self.root.iterdir()), ["accounts", "kam.yaml"])
        self.assertEqual(len(list((self.root / "accounts").iterdir())), MUTANTS)

    def test_errors_are_what_reading_commands_refuse(self):
        _, report = self.check("--severity", "error")
        lost = {"unknown-criterion", "unknown-area"}  # read on by the others, with a warning
        broken = {p["file"].removeprefix("accounts/").removesuffix(".yaml")
                  for p in report["problems"] if p["code"] not in lost}  # fmt: skip
        done = run_kam("inventory", "--keep-going", "--columns", "id", directory=self.root)
        left_out = done.stderr.decode().rsplit("share: ", 1)[1].rstrip(".\n").split(", ")
        self.assertEqual(sorted(broken), left_out)
        self.assertGreater(len(broken), MUTANTS // 10)
        self.assertLess(len(broken), MUTANTS * 9 // 10)

    def test_a_file_alone_has_the_problems_that_it_has_among_all(self):
        for name in list(self.files)[:: MUTANTS // 8]:
            with self.subTest(name):
                status, alone = self.check(name)
                self.assertEqual(alone["problems"], [p for p in self.report["problems"] if p["file"] == name])
                self.assertEqual(status, int(alone["summary"]["errors"] > 0))

    def test_settings_that_are_broken(self):
        text = (PORTFOLIO / "kam.yaml").read_text()
        draw = random.Random(4)
        with tempfile.TemporaryDirectory(prefix="kam-mutants-") as temporary:
            root = Path(temporary)
            for number in range(100):
                data = draw.choice(MUTATIONS)(draw, text)
                (root / "kam.yaml").write_bytes(data)
                done = run_kam("check", "--format", "json", directory=root)
                with self.subTest(number=number):
                    self.assertIn(done.returncode, (0, 1), done.stderr)
                    errors = json.loads(done.stdout)["summary"]["errors"]
                    self.assertEqual(done.returncode, int(errors > 0))
                    self.assertEqual(run_kam("inventory", directory=root).returncode, 3 if errors else 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kam", required=True, help="the executable")
    options, rest = parser.parse_known_args()
    kam = str(Path(options.kam).resolve())
    unittest.main(argv=[sys.argv[0], *rest])
