#!/usr/bin/env python3
"""Lists that kam wrote, read by kam and by what is not kam: what is imported is exactly what was exported, into an empty portfolio
and onto the same one, and a spreadsheet that splits the list at a sign of its own finds no cell that it would run."""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

SETTINGS = "kam: 1\nlanguage: en\n"
DIALECTS = ("plain", "rfc4180", "excel-en", "excel-de")
TEXTS = ["Acme;=1+2;x", "a, =1+3", "a\t@b", "a|-1", "x\n=1", "x\r\n+1", "a;'=1", "a; \"=1\"", "=1", "'=1", "''=1", "'", "'a", " a", "a ", " a  b ", "a  b",
         "\ta", "a\t", "a\nb", "a\n\nb", "\u00a0a\u00a0", " ", "\t", "007", "1.234", "1e5", "'007", "WAHR", "Jan 24", "a;b", "a;b;;c", ";", ";;", "a\\u{3b}b",
         "\\u{5c}u{3b}", "\\u{20}", "\\u{202e}", "a\u202eb", "a\u200bb", "\x1b[1m", "\"", "\"\"", "a\"b;=1", "\"a\",\"b\"", "Summe", "Total", "Grand Total", "::error::x",
         "##[x]", "/close", "＝1", "a;＝1", "sep=;", "#", "a,b", "null", "~", "true", "- a", "a: b", "a #b", "[a]", "{a}", "&a", "*a", "!a", "|", ">", "%a", "`a", "a\\b",
         "C:\\x;y", "Ä ß", "株式会社", "👩\u200d🚀"]
LEADS = re.compile("[,;|\t\r\n][ \u00a0\"]*[=+\\-@＝＋－＠]")

kam = None
scratch = None


def run(where, *arguments, stdin=""):
    done = subprocess.run([kam, "--as-of", "2026-11-24", "--lang", "en", *arguments], cwd=where, input=stdin.encode(), capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def in_yaml(text):
    return json.dumps(text, ensure_ascii=False)


def make(place, draw):
    """A portfolio of such texts, each at least once a name; the rest as it is drawn."""
    run(scratch, "init", "-q", str(place))
    (place / "kam.yaml").write_text(SETTINGS, encoding="utf-8")
    for number, text in enumerate(TEXTS):
        name = text if text.strip(" \t\n\r\u00a0") else text + "x"
        lines = ["kam: 1", f"name: {in_yaml(name)}", f"external_id: {in_yaml(f'{number}{draw.choice(TEXTS)}')}"]
        for key in ("industry", "manager"):
            if draw.random() < 0.7:
                lines.append(f"{key}: {in_yaml(draw.choice(TEXTS))}")
        tags = [draw.choice(TEXTS) for _ in range(draw.randrange(4))]
        if tags:
            lines.append(f"tags: [{', '.join(map(in_yaml, tags))}]")
        if draw.random() < 0.5:
            lines += [f"status: {draw.choice(('prospect', 'key_account', 'former'))}", f"customer_since: {draw.randrange(1950, 2026)}"]
        if draw.random() < 0.7:
            figures = {year: draw.choice((0.1, 1234.5, 1000000, 0.30000000000000004, 123456789.12, -3, 1.234, 12345)) for year in (2024, 2025)}
            lines.append("figures: {" + ", ".join(f"{year}: {{revenue: {revenue!r}}}" for year, revenue in figures.items()) + "}")
        (place / "accounts" / f"a{number}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def facts(place):
    status, out, told = run(place, "inventory", "--format", "json")
    assert status == 0, told
    return [{key: account[key] for key in ("id", "name", "external_id", "status", "industry", "manager", "tags", "revenue", "revenue_year")}
            for account in json.loads(out)["accounts"]]


class Lists(unittest.TestCase):
    def setUp(self):
        self.place = scratch / "portfolio"
        make(self.place, random.Random(7))

    def tearDown(self):
        shutil.rmtree(self.place)

    def test_an_empty_portfolio_gets_exactly_what_was_exported(self):
        for dialect in DIALECTS:
            out = run(self.place, "export", "--dialect", dialect)[1]
            empty = scratch / "empty"
            run(scratch, "init", "-q", str(empty))
            (empty / "kam.yaml").write_text(SETTINGS, encoding="utf-8")
            status, _, told = run(empty, "import", "-", stdin=out)
            self.assertEqual(status, 0, told)
            self.assertEqual(facts(empty), facts(self.place), dialect)
            self.assertEqual(run(empty, "export", "--dialect", dialect)[1], out)
            for other in DIALECTS:
                self.assertEqual(run(empty, "export", "--dialect", other)[1], run(self.place, "export", "--dialect", other)[1], (dialect, other))
            shutil.rmtree(empty)

    def test_the_same_portfolio_stays_byte_for_byte(self):
        before = {path.name: path.read_bytes() for path in (self.place / "accounts").iterdir()}
        for dialect in DIALECTS:
            out = run(self.place, "export", "--dialect", dialect)[1]
            status, _, told = run(self.place, "import", "-", stdin=out)
            self.assertEqual(status, 0, told)
            self.assertEqual({path.name: path.read_bytes() for path in (self.place / "accounts").iterdir()}, before, dialect)

    def test_no_other_separator_finds_a_formula(self):
        for command in (["export", "--dialect", dialect] for dialect in DIALECTS):
            out = run(self.place, *command)[1].removeprefix("\ufeff")
            written = re.sub(r"(?<=[,;\n])-\d[\d.,]*(?=[,;\r\n])", "", out)  # kam's own numbers
            self.assertIsNone(LEADS.search(written), LEADS.search(written))
        out = run(self.place, "inventory", "--format", "tsv", "--columns", "id,name,manager,tags")[1]
        self.assertIsNone(LEADS.search(out), LEADS.search(out))
        self.assertIsNotNone(LEADS.search(run(self.place, "export", "--raw")[1]))

    def test_requirements_come_back_exactly(self):
        place = scratch / "requirements"
        run(scratch, "init", "-q", str(place))
        account = place / "accounts/a.yaml"
        account.write_text("kam: 1\nname: A\n", encoding="utf-8")
        for number, text in enumerate(TEXTS[::3]):  # some of each kind
            line = (f"  - {{date: 2026-01-31, perspective: customer, source: {in_yaml(text)}, by: {in_yaml(text)}, "
                    f"ratings: {{flexibility: {{importance: 4, fulfilment: 3, note: {in_yaml(text if text.strip() else 'x')}}}}}}}\n")
            account.write_text(f"kam: 1\nname: A\nassessments:\n{line}", encoding="utf-8")
            dialect = DIALECTS[number % len(DIALECTS)]
            out = run(place, "export", "--requirements", "--dialect", dialect)[1]
            account.write_text("kam: 1\nname: A\n", encoding="utf-8")
            status, _, told = run(place, "import", "--requirements", "-", stdin=out)
            self.assertEqual(status, 0, told)
            self.assertEqual(run(place, "export", "--requirements", "--dialect", dialect)[1], out, repr(text))
        shutil.rmtree(place)


def main():
    global kam, scratch
    kam = outside.take_options("--kam").kam
    scratch = Path(tempfile.mkdtemp(prefix="kam-lists-"))
    try:
        return outside.run_tests()
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    sys.exit(main())
