#!/usr/bin/env python3
"""Names and symbolic links that would lead kam out of the portfolio, or out of the directory a report goes to: nothing beyond it
is read, written or removed."""

import itertools
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

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults"))
import commands

ACCOUNT = "kam: 1\nname: Geheim GmbH\nmanager: Niemand\n"
LIST = "name,Revenue 2025\nEins GmbH,10\n"
READERS = [["inventory"], ["assess", "--all"], ["report"], ["report", "-o", "pages/"], ["agenda"], ["history"], ["export"],
           ["export", "--requirements"]]
HOSTILE_NAMES = ["../../secret", "..", "/etc/passwd", "accounts/../../secret", "..\\..\\secret", "con", ".git", "-rf", "a/../../b"]

kam = None  # the executable, set below


class Paths(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-paths-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.directory = self.scratch / "portfolio"
        commands.lay_out(self.directory)
        self.outside = self.scratch / "outside"
        self.outside.mkdir()
        for name, text in {"secret.yaml": ACCOUNT, ".kam-1-1.tmp": "x", "README.md": "mine\n", "weserguss.md": "mine\n"}.items():
            (self.outside / name).write_text(text, encoding="utf-8")
        self.around = commands.contents(self.outside)

    def tearDown(self):
        self.assertEqual(commands.contents(self.outside), self.around)

    def run_kam(self, *arguments, stdin=""):
        environment = dict(os.environ, SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8", EDITOR=commands.EDITOR,
                           XDG_STATE_HOME=str(self.scratch / "state"))
        done = subprocess.run([kam, "-q", *arguments], cwd=self.directory, input=stdin.encode(), capture_output=True, env=environment)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def refused(self, *arguments, stdin="", says, status=3):
        """The command fails with that and changes nothing."""
        before = commands.contents(self.directory)
        done = self.run_kam(*arguments, stdin=stdin)
        self.assertEqual(done[0], status, (arguments, done))
        self.assertIn(says, done[2], arguments)
        self.assertNotIn("Geheim", done[1] + done[2])
        self.assertEqual(commands.contents(self.directory), before)

    def test_an_account_that_is_a_link_out_of_the_portfolio_is_not_read(self):
        for target in (self.outside / "secret.yaml", "../../outside/secret.yaml", "../accounts/../../outside/secret.yaml"):
            link = self.directory / "accounts/secret.yaml"
            link.symlink_to(target)
            says = "accounts/secret.yaml: error: is a symbolic link that leads out of the portfolio\n   Put the file itself in the link's place.\n"
            for command in READERS:
                self.refused(*command, says=says)
            self.refused("set", "secret", "industry=x", says="")
            self.refused("assess", "secret", "--rate", "flexibility=4:3", says=says)
            self.refused("edit", "secret", says="")
            status, out, _ = self.run_kam("check")
            self.assertEqual(status, 1)
            self.assertIn("is a symbolic link that leads out of the portfolio", out)
            self.assertNotIn("Geheim", out)
            link.unlink()

    def test_an_account_that_is_a_link_within_the_portfolio_is_read_and_not_written_through(self):
        (self.directory / "kept").mkdir()
        (self.directory / "kept/other.yaml").write_text(ACCOUNT, encoding="utf-8")
        (self.directory / "accounts/other.yaml").symlink_to("../kept/other.yaml")
        self.assertIn("Geheim", self.run_kam("inventory")[1])
        status, _, told = self.run_kam("set", "other", "industry=x")
        self.assertEqual(status, 3)
        self.assertIn("accounts/other.yaml is a symbolic link, and kam does not write through links\n", told)
        self.assertEqual((self.directory / "kept/other.yaml").read_text(encoding="utf-8"), ACCOUNT)

    def test_a_link_that_leads_nowhere_or_to_itself(self):
        for target, reason in (("nowhere.yaml", "No such file or directory"), ("loop.yaml", "Too many levels of symbolic links")):
            link = self.directory / "accounts/loop.yaml"
            link.symlink_to(target)
            self.refused("inventory", says=f"accounts/loop.yaml: error: cannot be read: {reason}\n")
            self.refused("add-account", "Loop", says="accounts/loop.yaml is there already\n")
            link.unlink()

    def test_accounts_that_is_a_link_out_of_the_portfolio(self):
        shutil.rmtree(self.directory / "accounts")
        (self.directory / "accounts").symlink_to(self.outside)
        says = "kam: accounts leads out of the portfolio, by a symbolic link\n  Put what it points to in the link's place.\n"
        for command in [*READERS, ["check"], ["add-account", "Neu"], ["set", "secret", "industry=x"], ["edit", "secret"]]:
            self.refused(*command, says=says)
        self.refused("import", "-", stdin=LIST, says=says)

    def test_the_schemas_directory_that_is_a_link_out_of_the_portfolio(self):
        shutil.rmtree(self.directory / ".kam", ignore_errors=True)
        (self.directory / ".kam").symlink_to(self.outside)
        says = "kam: .kam leads out of the portfolio, by a symbolic link\n"
        self.refused("schema", "--write", says=says)
        self.refused("add-account", "Neu", says=says)
        self.refused("import", "-", stdin=LIST, says=says)
        (self.directory / "new").mkdir()
        (self.directory / "new/.kam").symlink_to(self.outside)
        self.assertEqual(self.run_kam("init", "new")[0], 3)
        self.assertFalse((self.directory / "new/kam.yaml").exists())

    def test_a_report_directory_that_is_a_link_out_of_the_portfolio(self):
        (self.directory / "report").symlink_to(self.outside)
        for output in ("report", "report/", "./report/", "accounts/../report/"):
            self.refused("report", "-o", output, says="kam: report" + "/" * output.endswith("/") + " leads out of the portfolio, by a symbolic link\n")
        self.refused("report", "-o", "report/new/", says="kam: report/new/ leads out of the portfolio, by a symbolic link\n")
        self.refused("report", "-o", "report/plan.md", "weserguss", says="kam: report/plan.md leads out of the portfolio, by a symbolic link\n")
        # Somebody who names a place beyond the portfolio means it.
        elsewhere = self.scratch / "elsewhere"
        elsewhere.mkdir()
        (self.scratch / "way").symlink_to(elsewhere)
        self.assertEqual(self.run_kam("report", "-o", "../way/")[0], 0)
        self.assertTrue((elsewhere / "README.md").exists())

    def test_pages_that_are_links_are_not_written_through(self):
        for page, kind in (("README.md", "markdown"), ("weserguss.md", "markdown"), ("index.html", "html")):
            (self.directory / "report").mkdir()
            (self.directory / "report" / page).symlink_to(self.outside / "README.md")
            self.refused("report", "-o", "report/", "--format", kind, says=f"report/{page} was not written by kam report and is not replaced\n")
            shutil.rmtree(self.directory / "report")
        (self.directory / "plan.md").symlink_to(self.outside / "README.md")
        self.refused("report", "weserguss", "-o", "plan.md", says="kam: plan.md leads out of the portfolio, by a symbolic link\n")

    def test_a_report_removes_only_what_it_wrote(self):
        report = self.directory / "report"
        self.assertEqual(self.run_kam("report", "-o", "report/", "--charts", "svg")[0], 0)
        page = (report / "weserguss.md").read_text(encoding="utf-8")
        mark = page.splitlines(True)[0]
        (report / "below").mkdir()
        mine = {"own.md": "# Eigenes\n", "own.html": "<p>x</p>", "own.svg": "<svg/>", "below/gone.md": page, "copy.txt": page, "late.md": "x\n" + page,
                "cut.md": mark[:20], ".kam-own.tmp": "x", ".kam-1-2.tmp.bak": "x", "accounts": "x"}
        for name, text in mine.items():
            (report / name).write_text(text, encoding="utf-8")
        (report / "link.md").symlink_to("weserguss.md")
        (report / "gone.md").write_text(page, encoding="utf-8")  # as of an account that went
        for kind in ("markdown", "html"):
            self.assertEqual(self.run_kam("report", "-o", "report/", "--format", kind)[0], 0)
        self.assertFalse((report / "gone.md").exists())
        for name, text in mine.items():
            self.assertEqual((report / name).read_text(encoding="utf-8"), text)
        self.assertTrue((report / "link.md").is_symlink())
        self.refused("report", "-o", "accounts/weserguss.yaml", says="a report is no YAML", status=2)

    def test_no_account_takes_the_page_of_another_or_of_the_portfolio(self):
        names = {"index": "First GmbH", "readme": "Second GmbH", "index-1": "Third GmbH", "account-index": "Fourth GmbH", "license": "Fifth GmbH"}
        for number, (account, name) in enumerate(names.items()):
            (self.directory / f"accounts/{account}.yaml").write_text(
                f"kam: 1\nname: {name}\nstatus: key_account\nfigures: {{2025: {{revenue: {number + 5}}}}}\n"
                "assessments:\n  - {date: 2026-01-01, perspective: customer, ratings: {flexibility: {importance: 4, fulfilment: 3}}}\n"
                "  - {date: 2026-03-01, perspective: customer, ratings: {flexibility: {importance: 4, fulfilment: 4}}}\n", encoding="utf-8")
        for kind, (form, charts) in itertools.product(("plan", "review", "onepager"), (("markdown", "mermaid"), ("markdown", "svg"), ("html", "svg"))):
            with self.subTest(kind=kind, form=form, charts=charts):
                self.hold_pages(names, ["report", "--kind", kind, "--format", form, "--charts", charts, "-o", "pages/"])
                shutil.rmtree(self.directory / "pages")

    def hold_pages(self, names, command):
        """Each page has a name of its own whatever its case, and each link leads to the page of what it names."""
        self.assertEqual(self.run_kam(*command)[0], 0)
        self.assertEqual(self.run_kam(*command, "--check")[:2], (0, ""))
        files = {path.name: path.read_text(encoding="utf-8") for path in (self.directory / "pages").iterdir()}
        self.assertEqual(len({file.casefold() for file in files}), len(files))
        pages = {file: text for file, text in files.items() if not file.endswith(".svg")}
        self.assertEqual(len(pages), 1 + len(list((self.directory / "accounts").iterdir())))
        links = re.compile(r'\[([^\]]*)\]\(([^)]*\.md)\)|<a href="([^"#]*\.html)">(?:<bdi>)?([^<]*)')
        followed = set()
        for file, text in pages.items():
            for found in links.finditer(text):
                label, target = (found[1], found[2]) if found[2] else (found[4], found[3])
                self.assertIn(target, pages, file)
                heading = re.search("^# (.*)$|<h1[^>]*>(.*)</h1>", pages[target], re.MULTILINE)[0]
                if label in names.values():
                    self.assertIn(label, heading)
                    followed.add(label)
            for picture in re.findall(r"!\[[^\]]*\]\(([^)]*)\)", text):
                self.assertIn(picture, files)
                self.assertTrue(picture.startswith(file.removesuffix(".md") + "."), picture)
        self.assertEqual(followed, set(names.values()))
        gone = (self.directory / "accounts/index.yaml").read_bytes()
        (self.directory / "accounts/index.yaml").unlink()
        self.assertEqual(self.run_kam(*command, "--check")[0], 1)
        self.assertEqual(self.run_kam(*command)[0], 0)
        left = {path.name for path in (self.directory / "pages").iterdir()}
        self.assertEqual({file for file in files if file.startswith("account_index.")}, set(files) - left)
        (self.directory / "accounts/index.yaml").write_bytes(gone)

    def test_names_and_ids_stay_in_accounts(self):
        for name in HOSTILE_NAMES:
            before = set(commands.contents(self.directory))
            status, out, told = self.run_kam("add-account", "--", name)
            made = set(commands.contents(self.directory)) - before - {".kam/account.schema.json", ".kam/portfolio.schema.json"}
            self.assertIn((status, len(made)), ((0, 1), (2, 0)), told)
            for path in made:
                self.assertRegex(path, r"^accounts/[a-z0-9-]+\.yaml$")
                self.assertEqual(out, path + "\n")
                (self.directory / path).unlink()
            self.refused("add-account", "Eins", f"--id={name}", says=f"kam: --id cannot be `{name}`\n", status=2)
            for command in (["assess", "--", name], ["report", "--", name], ["edit", "--", name], ["set", name, "industry=x"],
                            ["assess", "--sheet", "--", name]):
                if command[0] != "set" or not name.startswith("-"):
                    self.refused(*command, says=f"there is no account `{name}`", status=2)
        names = "".join(f'"{name}",10\n' for name in HOSTILE_NAMES)
        before = set(commands.contents(self.directory))
        self.assertIn(self.run_kam("import", "--keep-going", "-", stdin="name,Revenue 2025\n" + names)[0], (0, 1))
        for path in set(commands.contents(self.directory)) - before:
            self.assertRegex(path, r"^(accounts/[a-z0-9-]+\.yaml|\.kam/(account|portfolio)\.schema\.json)$")
        self.assertEqual({path.name for path in self.scratch.iterdir()}, {"portfolio", "outside"})


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests()


if __name__ == "__main__":
    sys.exit(main())
