#!/usr/bin/env python3
"""Checks the manual pages against the program: commands, options, columns, version; and runs their examples."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
MAN = SOURCE / "man"
HELP = {"-h", "--help"}  # every command has it; kam.1 tells of it
AS_OF = "1795478400"  # 2026-11-24, the day that examples/portfolio was written for

OPTION = re.compile(r"(?<![\w-])--?[A-Za-z][a-z-]*")
LONG_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
ESCAPES = {r"\-": "-", r"\(aq": "'", r"\(dq": '"', r"\(ti": "~", r"\(ga": "`", r"\(ha": "^", r"\e": "\\", r"\&": ""}

kam = None  # the executable, set below


def plain(roff):
    """A line of a page without fonts and escapes."""
    text = re.sub(r"\\f[BIRP]", "", roff)
    return re.sub(r"\\(?:\(..|.)", lambda match: ESCAPES.get(match[0], "?"), text)


def tags(page):
    """What the page's definition lists define, as plain lines."""
    lines = page.splitlines()
    return [plain(line) for before, line in zip(lines, lines[1:]) if before in (".TP", ".TQ")]


def section(page, title):
    """The lines of one section, without its heading."""
    found = re.search(rf"^\.SH {re.escape(title)}\n(.*?)(?=^\.SH |\Z)", page, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def code_blocks(page):
    """The plain text of each .EX … .EE."""
    blocks = re.findall(r"^\.EX\n(.*?)^\.EE$", page, re.MULTILINE | re.DOTALL)
    return ["".join(plain(line) + "\n" for line in block.splitlines()) for block in blocks]


def plain_page(page):
    return "".join(plain(line) + "\n" for line in page.splitlines() if not line.startswith('.\\"'))


def keys_of_schema(schema):
    """The keys that a JSON Schema names at any depth, without ids and years."""
    for key, inner in schema.get("properties", {}).items():
        yield key
        yield from keys_of_schema(inner)
    for part in (*schema.get("patternProperties", {}).values(), schema.get("items"), schema.get("additionalProperties"),
                 *(schema.get("anyOf", []) + schema.get("oneOf", []))):
        if isinstance(part, dict):
            yield from keys_of_schema(part)


def catalogue_ids(schema):
    """The ids that a schema of kam.yaml offers: keys whose catalogue may have any other."""
    catalogues = [part for part in json.loads(schema)["properties"].values() if "propertyNames" in part]
    return {id_ for catalogue in catalogues for id_ in catalogue["properties"]}


def offered_options(help_text):
    """The options that a help text lists, short and long: the first word of a line, `-o,--output`."""
    words = [line.split()[0] for line in help_text.splitlines() if line.startswith("  -")]
    return {name for word in words for name in word.split(",")}


def listed_commands(help_text):
    """The commands below the heading `Commands:`."""
    listed = re.split(r"^\w*[Cc]ommands:\n", help_text, flags=re.MULTILINE)[-1]
    return re.findall(r"^  ([a-z][a-z-]*) ", listed, re.MULTILINE)


def documented_options(page):
    """The options that a page defines."""
    return {name for tag in tags(page) if tag.startswith("-") for name in OPTION.findall(tag)}


def faults_of_options(name, offered, page, known):
    """Where a page and the options it should define differ; `known`: what a page may mention otherwise."""
    documented = documented_options(page)
    mentioned = set(LONG_OPTION.findall("\n".join(plain(line) for line in page.splitlines())))
    return (
        [f"{name} does not define {option}" for option in sorted(offered - documented)]
        + [f"{name} defines {option}, which there is not" for option in sorted(documented - offered)]
        + [f"{name} mentions {option}, which there is not" for option in sorted(mentioned - documented - known)]
    )


def faults_of_columns(header, page):
    """Where the columns of kam-inventory.1 differ from those of the program, order counted."""
    documented = tags(section(page, "COLUMNS"))
    if documented == header:
        return []
    missing = [column for column in header if column not in documented]
    invented = [column for column in documented if column not in header]
    return [f"no {c}" for c in missing] + [f"no such column: {c}" for c in invented] or ["another order"]


def run_kam(*arguments, directory="."):
    environment = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": AS_OF}
    return subprocess.run([kam, *arguments], cwd=directory, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=True, encoding="utf-8").stdout  # fmt: skip


def page_name(command):
    return f"kam-{command}.1" if command else "kam.1"


class Manual(unittest.TestCase):
    """What is there, on both sides."""

    @classmethod
    def setUpClass(cls):
        overview = run_kam("--help")
        cls.commands = ["", *listed_commands(overview)]
        cls.offered = {"": offered_options(overview)}
        for command in cls.commands[1:]:
            cls.offered[command] = offered_options(run_kam(command, "--help")) - HELP
        cls.known = set().union(*cls.offered.values())
        cls.pages = {path.name: path.read_text("ascii") for path in sorted(MAN.glob("*.[15]"))}

    def test_each_command_has_its_page_and_each_page_its_command(self):
        self.assertGreater(len(self.commands), 1)
        expected = {page_name(command) for command in self.commands}
        self.assertEqual({name for name in self.pages if name.endswith(".1")}, expected)
        self.assertLessEqual({"kam-account.5", "kam-portfolio.5"}, set(self.pages))

    def test_the_overview_lists_the_commands(self):
        listed = [tag.removesuffix("(1)") for tag in tags(section(self.pages["kam.1"], "COMMANDS"))]
        self.assertEqual(listed, [f"kam-{command}" for command in self.commands[1:]])

    def test_each_option_is_documented_and_no_other(self):
        for command in self.commands:
            name = page_name(command)
            self.assertEqual(faults_of_options(name, self.offered[command], self.pages[name], self.known), [])

    def test_pages_of_files_mention_no_option_that_there_is_not(self):
        for name in ("kam-account.5", "kam-portfolio.5"):
            self.assertEqual(faults_of_options(name, set(), self.pages[name], self.known), [])

    def test_each_key_of_the_files_is_in_their_pages(self):
        ids = catalogue_ids(run_kam("schema", "portfolio"))
        for kind, name in (("account", "kam-account.5"), ("portfolio", "kam-portfolio.5")):
            keys = set(keys_of_schema(json.loads(run_kam("schema", kind)))) - ids
            page = plain_page(self.pages[name])
            self.assertGreater(len(keys), 20)
            self.assertEqual([key for key in sorted(keys) if not re.search(rf"(?<![\w.-]){key}(?![\w-])", page)], [], name)

    def test_a_page_without_an_option_or_with_another_is_found(self):
        for command in self.commands:
            name, page = page_name(command), self.pages[page_name(command)]
            for option in self.offered[command]:
                hidden = "".join(line for line in page.splitlines(True) if option not in plain(line))
                faults = faults_of_options(name, self.offered[command], hidden, self.known)
                self.assertIn(f"{name} does not define {option}", faults)
            invented = page + ".TP\n\\fB\\-\\-invented\\fR\nDoes much.\n"
            self.assertEqual(
                faults_of_options(name, self.offered[command], invented, self.known),
                [f"{name} defines --invented, which there is not"],
            )
            self.assertEqual(
                faults_of_options(name, self.offered[command], page + "See \\-\\-made-up.\n", self.known),
                [f"{name} mentions --made-up, which there is not"],
            )

    def test_each_column_is_documented_in_its_place(self):
        page = self.pages["kam-inventory.1"]
        with tempfile.TemporaryDirectory() as directory:
            run_kam("-q", "init", directory)
            header = run_kam("inventory", "--format", "csv", directory=directory).splitlines()[0].split(",")
        self.assertGreater(len(header), 30)
        self.assertEqual(faults_of_columns(header, page), [])
        self.assertEqual(faults_of_columns([*header, "mood"], page), ["no mood"])
        self.assertEqual(faults_of_columns(header[:-1], page), [f"no such column: {header[-1]}"])
        self.assertEqual(faults_of_columns(header[::-1], page), ["another order"])

    def test_pages_are_of_this_version(self):
        version = run_kam("--version").strip()
        for name, page in self.pages.items():
            heading = rf'\.TH {name[:-2].upper()} {name[-1]} \d{{4}}-\d\d-\d\d "{version}" '
            self.assertRegex(plain(page.splitlines()[0]), heading)


class Examples(unittest.TestCase):
    """The EXAMPLES do what they say without an error."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.directory = Path(temporary.name)

    def read_examples(self, name):
        blocks = code_blocks(section((MAN / name).read_text("ascii"), "EXAMPLES"))
        self.assertGreater(len(blocks), 0, name)
        return blocks

    def run_examples(self, name, directory):
        environment = {"PATH": f"{Path(kam).parent}:{os.environ['PATH']}", "SOURCE_DATE_EPOCH": AS_OF, "EDITOR": "true",
                       "XDG_STATE_HOME": str(directory / "state")}
        for block in self.read_examples(name):
            script = re.sub(r"^\$ ", "", block, flags=re.MULTILINE)
            self.assertNotEqual(script, block, name)
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=directory, env=environment,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)  # fmt: skip
            self.assertEqual(done.returncode, 0, f"{name}:\n{block}{done.stdout.decode()}")

    def test_examples_with_the_worked_portfolio(self):
        for name in ("kam.1", "kam-init.1", "kam-inventory.1", "kam-assess.1", "kam-check.1", "kam-report.1", "kam-agenda.1", "kam-import.1", "kam-edit.1"):
            with self.subTest(name):
                directory = self.directory / name
                shutil.copytree(SOURCE / "examples/portfolio", directory)
                shutil.copytree(SOURCE / "examples", directory / "examples")
                shutil.copy(SOURCE / "examples/list.csv", directory)
                (directory / "crm.csv").write_text("Partner,Turnover\nKranich Hydraulik GmbH,845251\n")
                self.run_examples(name, directory)

    def test_examples_with_a_new_portfolio(self):
        run_kam("-q", "init", self.directory)
        self.run_examples("kam-add-account.1", self.directory)

    def test_the_files_of_section_5_read_without_a_remark(self):
        settings, account = self.directory / "kam.yaml", self.directory / "accounts/nordlicht-windkraft.yaml"
        account.parent.mkdir()
        settings.write_text("kam: 1\n")  # the catalogues as `kam init` writes them
        account.write_text("".join(self.read_examples("kam-account.5")))
        self.assert_reads()
        account.unlink()
        settings.write_text("".join(self.read_examples("kam-portfolio.5")))
        self.assert_reads()

    def assert_reads(self):
        done = subprocess.run([kam, "inventory"], cwd=self.directory, capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kam", required=True, help="the executable")
    options, rest = parser.parse_known_args()
    kam = str(Path(options.kam).resolve())
    unittest.main(argv=[sys.argv[0], *rest])
