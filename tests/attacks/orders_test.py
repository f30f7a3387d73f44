#!/usr/bin/env python3
"""Texts that runners of CI and forges would obey (`::error::`, `##[error]`, `/approve`), in every place that a portfolio, a list, a
file's name or an argument has, through every command and format: no line of what kam prints is such an order, but for those
of `check --format github`, which hold what they are meant to."""

import itertools
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

ORDERS = ["::error::x", "::stop-commands::t", " \u3000::set-output name=a::b", "##[error]x", "a ##[add-mask]x", "##vso[task.setvariable variable=a]b",
          "/approve", "/close", "  /merge now", "\u200b::\u00ader\u00adror::x", "#\ufeff#[error]x", "a ::error::x ##teamcity[y] /lgtm",
          "a\n::error::b\n/merge\n##[group]c\n  /close", "a\r::error::b"]
UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
                    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]")
OBEYED = re.compile(r"^\s*::[^\s:]|##[A-Za-z]*\[|^\s*/[A-Za-z][\w-]*(\s|$)")
GITHUB = re.compile(r"::(error|warning|notice) file=[^:,]*,line=\d+(,col=\d+)?,title=[a-z0-9-]+::.*")

kam = None
portfolio = None


def run(*arguments, stdin="", where=None):
    done = subprocess.run([kam, "--as-of", "2026-11-24", *arguments], cwd=where or portfolio, input=stdin.encode(), capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def lines_of(text):
    """As a runner reads them; it compares by rules that pass over what nobody sees."""
    return re.split("\r\n|\r|\n", UNSEEN.sub("", text))


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'


def label(text):
    return f"{{label: {quoted(text)}}}"


def settings(text):
    return f"""kam: 1
company: {quoted(text)}
attractiveness:
  reference: {label(text)}
  growth: {{weight: 1, measure: revenue_growth, steps: [1, 2, 3, 4, 5]}}
partnership: {{acceptance: {label(text)}}}
collaboration: {{logistics: {label(text)}}}
requirements: {{quality: {label(text)}, delivery: {label(text)}}}
potentials: {{service: {label(text)}}}
offerings: {{parts: {label(text)}}}
"""


def account(text, number):
    block = "".join(f"  {line}\n" for line in re.split("[\r\n]", text.strip()))
    return f"""kam: 1
name: {quoted(text + str(number))}
status: key_account
industry: {quoted(text)}
manager: {quoted(text)}
external_id: {quoted(text + str(number))}
tags: [{quoted(text)}, {quoted("b" + text)}]
figures: {{2024: {{revenue: {number + 1}}}, 2025: {{revenue: {number + 2}}}}}
attractiveness: {{reference: {{rating: 4, reason: {quoted(text)}}}}}
partnership: {{acceptance: 3}}
unique_services: [{quoted(text)}]
collaboration: {{logistics: {{intensity: 2, activities: [{quoted(text)}], people: [{quoted(text)}]}}}}
team: [{{name: {quoted(text)}, role: {quoted(text)}, unit: {quoted(text)}, tasks: [{quoted(text)}]}}]
contacts: [{{name: {quoted(text)}, title: {quoted(text)}, role: decision_maker, influence: 5, attitude: critic, owner: {quoted(text)}}}]
customer_view: {{goals: [{quoted(text)}], important_services: [{quoted(text)}], market_strengths: [{quoted(text)}], our_contribution: {quoted(text)}}}
assessments:
  - {{date: 2026-01-31, perspective: customer, source: {quoted(text)}, by: {quoted(text)}, ratings: {{quality: {{importance: 5, fulfilment: 2, note: {quoted(text)}}}}}}}
  - {{date: 2026-06-30, perspective: customer, source: {quoted(text)}, ratings: {{quality: {{importance: 5, fulfilment: 1}}}}}}
  - {{date: 2026-06-30, perspective: own, ratings: {{quality: {{importance: 5, fulfilment: 4}}}}}}
offerings: {{parts: {{current: 10, potential: 30, competitor: {quoted(text)}}}}}
potentials: [{{title: {quoted(text)}, kind: service, value: 100, probability: 50, owner: {quoted(text)}, due: 2026-12-01}}]
objectives: [{{title: {quoted(text)}}}]
actions: [{{title: {quoted(text)}, requirement: quality, owner: {quoted(text)}, due: 2026-10-01}}, {{title: {quoted("b" + text)}, owner: {quoted(text)}}}]
swot: {{strengths: [{quoted(text)}], weaknesses: [{quoted(text)}], opportunities: [{quoted(text)}], threats: [{quoted(text)}]}}
notes: |
{block}"""


class Orders(unittest.TestCase):
    def hold(self, *arguments, stdin="", where=None):
        status, out, told = run(*arguments, stdin=stdin, where=where)
        for text in (out, told):
            for line in lines_of(text):
                self.assertIsNone(OBEYED.search(line), (arguments, line))
        return status, out, told

    def hold_all(self, commands):
        for command in commands:
            with self.subTest(command=command):
                status, out, told = self.hold(*command)
                self.assertIn(status, (0, 1), told)
                self.assertTrue(out)

    def test_what_is_shown_of_a_portfolio(self):
        self.hold_all([["inventory"], ["inventory", "--matrix"], ["inventory", "--group-by", "manager"], ["inventory", "--white-space"],
                       ["assess", "--all"], ["assess", "--all", "--explain"], ["assess", "--all", "--matrix"], ["agenda"], ["history"],
                       ["check"], ["report"], ["report", "a0"], ["report", "--kind", "review", "a0"], ["report", "--kind", "onepager", "a0"],
                       ["report", "--charts", "mermaid"], ["report", "--charts", "mermaid", "a0", "a1"], ["schema", "account"], ["schema", "portfolio"]])

    def test_every_format(self):
        for command, forms in ((["inventory"], "markdown csv tsv json"), (["inventory", "--white-space"], "markdown csv json"),
                               (["assess", "--all"], "markdown csv json"), (["agenda"], "markdown csv json ics"),
                               (["history"], "markdown csv json"), (["check"], "json gitlab sarif"), (["report"], "html json"),
                               (["report", "a0"], "html")):
            self.hold_all([[*command, "--format", form] for form in forms.split()])
        for dialect in ("plain", "rfc4180", "excel-en", "excel-de"):
            self.hold_all([["export", "--dialect", dialect], ["export", "--requirements", "--dialect", dialect],
                           ["assess", "a0", "--sheet", "--dialect", dialect]])

    def test_the_orders_of_check_are_its_own(self):
        status, out, told = run("check", "--format", "github")
        self.assertEqual(status, 0, told)
        self.assertTrue(out)
        for line in lines_of(out.removesuffix("\n")):
            self.assertRegex(line, GITHUB)

    def test_pages(self):
        for form, kind, charts in itertools.product(("markdown", "html"), ("plan", "review", "onepager"), ("svg", "none")):
            run("report", "--format", form, "--kind", kind, "--charts", charts, "-o", "pages/")
            (portfolio / "accounts/new.yaml").write_text("kam: 1\nname: New\n", encoding="utf-8")
            self.hold("report", "--format", form, "--kind", kind, "--charts", charts, "-o", "pages/", "--check")
            (portfolio / "accounts/new.yaml").unlink()
            for page in (portfolio / "pages").iterdir():
                for line in lines_of(page.read_text(encoding="utf-8")):
                    self.assertIsNone(OBEYED.search(line), (page.name, line))
            shutil.rmtree(portfolio / "pages")

    def test_changes_and_what_is_refused(self):
        for text in ORDERS:
            for command in (["set", "a0", "--dry-run", "--", f"notes={text}", f"tags[+]={text}c"], ["set", "a0", "--dry-run", "--", "notes="],
                            ["add-action", "a0", "--dry-run", "--", text + "d"], ["set", "a0", "--", text], ["assess", "--", text],
                            ["report", "--", text], [text], ["inventory", "--", text], ["inventory", f"--where={text}"], ["inventory", f"--sort={text}"],
                            ["--as-of", text, "inventory"], ["-C", text, "inventory"], ["import", "--", text], ["add-account", "--id", text, "--", text],
                            ["check", "--", text], ["check", "--only", text], ["diff", "--", text], ["merge-driver", text, text, text, "7", text],
                            ["assess", "a0", "--dry-run", f"--source={text}", f"--by={text}", "--rate", "quality=4:3"]):
                with self.subTest(command=command):
                    self.hold(*command)
            self.hold("assess", "-i", "a0", stdin=f"{text}\n?\n{text}\nq\n")

    def test_lists(self):
        cells = [quoted(text).replace('\\"', '""').replace("\\n", "\n").replace("\\r", "\r") for text in ORDERS]
        for stdin in ("Name,Umsatz 2025,Status\n" + "".join(f"{cell},{cell},{cell}\n" for cell in cells),
                      ",".join(cells) + "\n" + ",".join(cells) + "\n", "Name,Umsatz 2025\n" + "".join(f"{cell},1\n" for cell in cells)):
            for options in ([], ["--preview"], ["--dry-run"], ["--contacts"], ["--requirements"]):
                if options == []:
                    options = ["--dry-run", "--keep-going"]
                self.hold("import", *options, "-", stdin=stdin)

    def test_names_of_files_and_what_stands_in_them(self):
        place = portfolio.parent / "names"
        run("init", str(place), where=portfolio.parent)
        for number, text in enumerate(ORDERS):
            if "/" not in text:
                (place / "accounts" / f"{text}.yaml").write_text("kam: 1\n", encoding="utf-8")
            (place / "accounts" / f"b{number}.yaml").write_text(f"kam: 1\n{quoted(text)}: 1\nname: {quoted(text)}\n{text.strip()}\n", encoding="utf-8")
        for command in (["check"], ["check", "--format", "json"], ["inventory"], ["inventory", "--keep-going"], ["set", "b1", "notes=x"]):
            self.hold(*command, where=place)
        for line in lines_of(run("check", "--format", "github", where=place)[1].removesuffix("\n")):
            self.assertRegex(line, GITHUB)
        shutil.rmtree(place)

    def test_what_is_wanted_raw_stays_raw(self):
        self.assertTrue(any(OBEYED.search(line) for line in lines_of(run("export", "--raw")[1])))


def main():
    global kam, portfolio
    kam = outside.take_options("--kam").kam
    scratch = Path(tempfile.mkdtemp(prefix="kam-orders-"))
    try:
        portfolio = scratch / "portfolio"
        run("init", str(portfolio), where=scratch)
        (portfolio / "kam.yaml").write_text(settings(ORDERS[0]), encoding="utf-8")
        for number, text in enumerate(ORDERS):
            (portfolio / f"accounts/a{number}.yaml").write_text(account(text, number), encoding="utf-8")
        return outside.run_tests()
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    sys.exit(main())
