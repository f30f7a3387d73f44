#!/usr/bin/env python3
"""Proves that the story runner fails where it should."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RUN = Path(__file__).with_name("run.py")


class RunTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.story = Path(temporary.name) / "story.md"

    def run_story(self, text, *options):
        """Exit status and stdout with stderr of the runner over one story."""
        self.story.write_bytes(text.encode())
        command = [sys.executable, RUN, "--kam", Path(self.story.parent, "kam"), *options, self.story]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout.decode().replace(str(self.story), "story.md")

    def run_block(self, *lines):
        return self.run_story("\n".join(["```console", *lines, "```", ""]))

    def assert_passes(self, *lines):
        commands = sum(line.startswith("$ ") for line in lines)
        self.assertEqual(self.run_block(*lines), (0, f"{commands} passed, 0 failed\n"))

    def assert_fails(self, *lines):
        status, output = self.run_block(*lines)
        self.assertEqual(status, 1, output)
        self.assertIn("\n0 passed, 1 failed\n", output)

    def test_stdout_stderr_and_status_are_compared(self):
        command = "$ echo out; echo err >&2; (exit 3)"
        self.assert_passes(command, "out", "! err", "[exit 3]")
        for wrong in (
            ["OUT", "! err", "[exit 3]"],
            ["! err", "[exit 3]"],
            ["out", "out", "! err", "[exit 3]"],
            ["out", "! ERR", "[exit 3]"],
            ["out", "[exit 3]"],
            ["out", "err", "[exit 3]"],
            ["! err", "out", "[exit 3]"],
            ["out", "! err", "[exit 4]"],
            ["out", "! err"],
        ):
            with self.subTest(wrong):
                self.assert_fails(command, *wrong)
        self.assert_fails("$ true", "[exit 1]")

    def test_white_space_is_compared_exactly(self):
        self.assert_passes(r"$ printf ' a \n\n'", " a ", "")
        self.assert_fails(r"$ printf ' a \n\n'", " a", "")
        self.assert_fails(r"$ printf ' a \n\n'", " a ")
        self.assert_passes(r"$ printf '\n\n' >&2", "!", "!")

    def test_a_missing_line_end_is_told(self):
        self.assert_passes("$ printf a", "a", r"\ no newline")
        self.assert_passes("$ printf a >&2", "! a", r"! \ no newline")
        self.assert_fails("$ printf a", "a")
        self.assert_fails("$ echo a", "a", r"\ no newline")

    def test_output_that_looks_like_a_mark_is_escaped(self):
        for mark in ("$ a", "> a", "! a", "!", "[exit 3]", "\\", "\\ no newline", "```", "  ```mermaid"):
            with self.subTest(mark):
                self.assert_passes("$ cat <<'END'", f"> {mark}", "> END", f"\\{mark}")
        self.assert_passes(r"$ printf '\\ no newline\n' >&2", r"! \\ no newline")

    def test_commands_share_a_shell_in_a_fresh_directory_with_a_clean_environment(self):
        session = """
$ ls -A; ls -A ~
$ mkdir sub && cd sub && touch b; X=1
$ ls; echo $X $PWD
b
1 $STORY/sub
$ test -f $SOURCE/tests/golden/run.py
$ echo $EXAMPLES
$EXAMPLES
$ cat
$ date -u -d @$SOURCE_DATE_EPOCH +%FT%T
2026-11-24T00:00:00
$ env | cut -d= -f1 | sort | grep -vE '^(OLDPWD|PWD|SHLVL|_)$' | paste -sd' '
EXAMPLES HOME LC_ALL PATH SOURCE SOURCE_DATE_EPOCH STORY TZ
$ echo $LC_ALL $TZ
C.UTF-8 UTC"""
        self.assert_passes(*session.split("\n")[1:])

    def test_the_directory_of_kam_comes_first_in_the_path(self):
        kam = Path(self.story.parent, "kam")
        kam.write_text("#!/bin/sh\necho kam $1\n")
        kam.chmod(0o755)
        self.assert_passes("$ kam init", "kam init")

    def test_a_block_may_name_a_file_to_write(self):
        story = "```yaml file=a/b.yaml\nkey: 'v'\n\n```\n```console\n$ cat a/b.yaml\nkey: 'v'\n\n```\n"
        self.assertEqual(self.run_story(story), (0, "1 passed, 0 failed\n"))

    def test_a_failure_shows_place_and_difference(self):
        status, output = self.run_story("# Title\n\n```console\n$ true\n$ echo new\nold\n```\n")
        self.assertEqual(status, 1)
        expected = "story.md:5: $ echo new\n--- expected\n+++ actual\n@@ -1 +1 @@\n-old\n+new\n1 passed, 1 failed\n"
        self.assertEqual(output, expected)

    def test_a_command_that_is_not_reached_fails(self):
        status, output = self.run_block("$ exit", "$ true")
        self.assertEqual(status, 1)
        self.assertIn("story.md:3: $ true\nnot reached: an earlier command ended or held up the shell\n", output)
        self.assertIn("0 passed, 2 failed", output)

    def test_update_writes_what_happened_and_leaves_the_prose(self):
        before = "# T  \n```console\n$ echo a\nold\nold\n$ echo \\\n> b; false\n```\nend\n\n```console skip\n$ no\n```"
        after = before.replace("old\nold", "a").replace("b; false\n", "b; false\nb\n[exit 1]\n")
        self.assertEqual(self.run_story(before, "--update"), (0, "2 passed, 0 failed\n"))
        self.assertEqual(self.story.read_text(), after)
        self.assertEqual(self.run_story(after), (0, "2 passed, 0 failed\n"))

    def test_documents_that_would_test_nothing_are_refused(self):
        for text, message in (
            ("# Nothing\n", "story.md:1: the story runs no command\n"),
            ("```console skip\n$ true\n```\n", "story.md:1: the story runs no command\n"),
            ("\n```console\n$ true\n", "story.md:2: the block is not closed\n"),
            ("```console\ntrue\n```\n", "story.md:2: a console block begins with `$ `\n"),
            ("- x\n  ```console\n  $ true\n  ```\n", "story.md:2: the block must not be indented\n"),
        ):
            with self.subTest(text):
                self.assertEqual(self.run_story(text), (1, message))

    def test_commands_inside_another_block_are_not_run(self):
        story = "````markdown\n```console\n$ false\n```\n````\n```console\n$ true\n```\n"
        self.assertEqual(self.run_story(story), (0, "1 passed, 0 failed\n"))


if __name__ == "__main__":
    unittest.main()
