#!/usr/bin/env python3
"""Runs `kam check` on a pseudo-terminal: the line of a problem, with the caret right under its column."""

import argparse
import fcntl
import os
import pty
import struct
import sys
import tempfile
import termios
import unicodedata
import unittest
from pathlib import Path

kam = None  # the executable, set below


def width_of(character):
    if unicodedata.category(character) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def columns(text):
    """The columns that a terminal gives to a text without controls."""
    return sum(map(width_of, text))


def character_at(line, column):
    """The character that a terminal shows at a column, counted from 0."""
    for index in range(len(line)):
        if columns(line[:index]) == column and width_of(line[index]) > 0:
            return line[index]
    return None


def run_on_terminal(arguments, directory, width):
    """What a program writes to a terminal of that width, as lines."""
    pid, fd = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        os.chdir(directory)
        os.execve(arguments[0], arguments, {"TERM": "xterm", "SOURCE_DATE_EPOCH": "1795478400"})
    screen = b""
    while True:
        try:
            data = os.read(fd, 65536)
        except OSError:  # Linux says so that the other side is closed
            break
        if not data:
            break
        screen += data
    os.close(fd)
    os.waitpid(pid, 0)
    return screen.decode().replace("\r\n", "\n").splitlines()


class CheckTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="kam-pty-")
        self.addCleanup(temporary.cleanup)
        self.root = Path(temporary.name).resolve()
        (self.root / "accounts").mkdir()
        (self.root / "kam.yaml").write_text("kam: 1\nlanguage: en\n")

    def check(self, text, width=100):
        """The lines that are told of an account of that text."""
        (self.root / "accounts/a.yaml").write_text("kam: 1\nname: A\nmanager: M\n" + text)
        return run_on_terminal([kam, "-q", "check", "--severity", "warning"], self.root, width)

    def test_the_line_and_the_mend_are_shown(self):
        self.assertEqual(
            self.check("status: lost\n"),
            [
                "accounts/a.yaml:4:9: error: status lost is not known [unknown-value]",
                "    4 | status: lost",
                "      |         ^",
                "   Write one of prospect, candidate, key_account, former.",
            ],
        )

    def test_the_caret_stands_under_the_value(self):
        for before in (
            "",
            "name: äöü, ",
            "name: 株式会社, ",
            "name: ｆｕｌｌ, ",
            "name: e\u0301a\u0308, ",
            "name: '😀',\t\t",
            "name: a\u200ba\tb, ",
            "name: 'a\u202eb', ",
            "name: " + "x" * 150 + ", ",
            "name: " + "株" * 90 + ", ",
            "name: " + "äe\u0301株" * 40 + ", ",
        ):
            for width in (40, 80, 100):
                with self.subTest(before=before, width=width):
                    lines = self.check("contacts: [{" + before + "attitude: Zupportive}]  # 株式会社\n", width)
                    lines = lines[next(i for i, line in enumerate(lines) if "[unknown-value]" in line):]
                    shown, caret = lines[1][8:], lines[2][8:]
                    self.assertEqual(character_at(shown, len(caret) - 1), "Z")
                    self.assertLessEqual(columns(lines[1]), width)
                    self.assertLessEqual(len(lines[2]), width)

    def test_no_text_of_a_file_drives_the_terminal(self):
        lines = self.check('contacts: [{name: "\\u001b[2J", attitude: "\\u001b[2J\u202e"}]\n')
        self.assertIn("[unknown-value]", lines[0])
        self.assertNotRegex("".join(lines), "[\x00-\x1f\x7f-\x9f\u202a-\u202e]")

    def test_what_is_noted_in_many_files_is_told_of_a_few(self):
        for number in range(12):
            (self.root / f"accounts/a{number:02}.yaml").write_text(f"kam: 1\nname: A{number}\nmanager: M\n")
        lines = run_on_terminal([kam, "-q", "check"], self.root, 100)
        self.assertEqual(sum("note:" in line for line in lines), 3)
        self.assertIn("… and the same in 9 more files [assessment-missing]", lines[-1])
        lines = run_on_terminal([kam, "-q", "check", "--only", "assessment-missing"], self.root, 100)
        self.assertEqual(sum("note:" in line for line in lines), 12)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kam", required=True, help="the executable")
    options, rest = parser.parse_known_args()
    kam = str(Path(options.kam).resolve())
    unittest.main(argv=[sys.argv[0], *rest])
