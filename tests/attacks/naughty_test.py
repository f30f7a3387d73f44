#!/usr/bin/env python3
"""The big list of naughty strings (tests/data/naughty-strings) as names, notes, titles, tags, numbers and ids through the
commands and formats: what is taken comes back as it was, what is not taken is refused with a reason, and nothing of it drives
a terminal, a spreadsheet, a page or a path.

python3-html5lib and cmark-gfm judge the pages; where one is not installed the test is skipped (status 77). A third of the strings
is tried, all of them with --full."""

import concurrent.futures
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pages"))
import html_test

STRINGS = json.loads((Path(__file__).resolve().parents[1] / "data/naughty-strings/blns.json").read_text(encoding="utf-8"))
DRIVES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
PROPERTIES = ("BEGIN END VERSION PRODID CALSCALE UID DTSTAMP DTSTART DUE SUMMARY DESCRIPTION CONTACT CATEGORIES STATUS "
              "TRANSP")
ELEMENTS = set("h1 h2 h3 blockquote p br ul li strong code pre a table thead tbody tr th td".split())
RUNS = tuple("=+-@\t\r\n＝＋－＠")

DATE = "2026-11-01T12:00:00Z"  # of commits

kam = None  # the executable, set below
portfolio = None
apart = 6  # how many commands are between two that a string is given to
taken = {}  # what the portfolio holds: {id: string}
refused = {}  # {string: what kam said}


def run(*arguments, stdin="", where=None):
    done = subprocess.run([kam, "-q", "--as-of", "2026-11-24", "--lang", "en", *arguments], cwd=where or portfolio, input=stdin.encode(),
                          capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def tree(directory):
    return {str(path.relative_to(directory)) for path in directory.rglob("*")}


def fill(number, where):
    """A customer that says the string wherever an account may; nothing where kam takes it for no name."""
    account, text = f"n{number}", STRINGS[number]
    status, _, told = run("add-account", "--id", account, "--revenue", f"2025={number + 1}", "--", text, where=where)
    if status == 0:
        status, _, told = run("set", account, "--", f"notes={text}", f"industry={text}", f"manager={text}", f"tags[+]={text}",
                              f"potentials[+].title={text}", f"actions[+].title={text}", f"contacts[+].name={text}", where=where)
    return account, text, status, told


def fill_some(numbers):
    """Some of the customers, made in a portfolio of their own, where few others are to be read, and brought into the one."""
    place = portfolio.parent / f"some-{numbers[0]}"
    run("init", str(place), "--company", "Test", where=portfolio.parent)
    made = [fill(number, place) for number in numbers]
    for account, text, status, told in made:
        if status == 0:
            taken[account] = text
            shutil.copy(place / "accounts" / f"{account}.yaml", portfolio / "accounts")
        else:
            refused[text] = told
    shutil.rmtree(place)


def elements_and_links(markdown):
    """What GitHub makes of it."""
    shown = subprocess.run(["cmark-gfm", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist", "--unsafe"],
                           input=markdown.encode(), capture_output=True, check=True).stdout.decode()
    return set(re.findall(r"<(\w+)", shown)), re.findall(r'href="([^"]*)"', shown)


def unguarded(cell):
    """A cell without the apostrophes before what would be run and with its escapes read."""
    if cell.startswith("'") and cell.lstrip("'").startswith(RUNS):
        cell = cell[1:]
    cell = re.sub("([,;|\t\r\n][ \u00a0\"]*)'(?='*[=+\\-@＝＋－＠])", r"\1", cell)
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda escape: chr(int(escape[1], 16)), cell)


class Naughty(unittest.TestCase):
    def lines(self, *arguments, expected=(0,)):
        """What a command prints for people: nothing in it drives the terminal."""
        status, out, told = run(*arguments)
        self.assertIn(status, expected, told)
        self.assertIsNone(DRIVES.search(out), arguments)
        self.assertIsNone(DRIVES.search(told), arguments)
        return out

    def test_nearly_all_are_taken_and_the_others_refused_with_a_reason(self):
        self.assertGreater(len(taken), 0.95 * len(STRINGS))
        for text, told in refused.items():
            self.assertRegex(told, r"^kam: .", repr(text))
            self.assertIsNone(DRIVES.search(told))

    def test_json_gives_them_back(self):
        accounts = json.loads(run("inventory", "--format", "json")[1])["accounts"]
        self.assertEqual({account["id"]: (account["name"], account["manager"], account["tags"]) for account in accounts},
                         {account: (text, text, [text]) for account, text in taken.items()})

    def test_csv_and_tsv_give_them_back_and_run_nothing(self):
        for form, delimiter in (("csv", ","), ("tsv", "\t")):
            out = run("inventory", "--format", form, "--columns", "id,name,manager,revenue")[1]
            rows = list(csv.reader(io.StringIO(out), delimiter=delimiter))[1:]
            self.assertEqual(len(rows), len(taken))
            for account, *cells, revenue in rows:
                self.assertRegex(revenue, r"^\d+$")
                for cell in cells:
                    self.assertFalse(cell.startswith(RUNS), cell)
                    self.assertIsNone(DRIVES.search(cell), cell)
                    self.assertEqual(unguarded(cell), taken[account])

    def test_an_exported_list_changes_nothing(self):
        before = {path.name: path.read_bytes() for path in (portfolio / "accounts").iterdir()}
        for dialect in ("plain", "rfc4180", "excel-en", "excel-de"):
            status, out, told = run("export", "--dialect", dialect)
            self.assertEqual(status, 0, told)
            status, _, told = run("import", "-", stdin=out)
            self.assertEqual(status, 0, told)
            self.assertEqual({path.name: path.read_bytes() for path in (portfolio / "accounts").iterdir()}, before, dialect)

    def test_nothing_drives_a_terminal(self):
        for command in (["inventory"], ["inventory", "--format", "markdown"], ["inventory", "--matrix"], ["inventory", "--group-by", "manager"],
                        ["assess", "--all"], ["assess", "--all", "--explain"], ["agenda"], ["agenda", "--format", "markdown"],
                        ["history"], ["report"], ["export"], ["report", "--kind", "review", "n1"], ["report", "--kind", "onepager", "n1"]):
            with self.subTest(command=command):
                self.lines(*command)
        for form in ("text", "json", "github", "gitlab", "sarif"):
            with self.subTest(check=form):
                out = self.lines("check", "--format", form, expected=(0, 1))
                if form in ("json", "gitlab", "sarif"):
                    json.loads(out)

    def test_pages_hold_what_kam_writes(self):
        for kind in ("plan", "review", "onepager"):
            run("report", "--kind", kind, "--format", "html", "-o", f"{kind}/")
            for page in sorted((portfolio / kind).glob("*.html"))[::3]:  # the parser takes its time
                with self.subTest(page=page.name, kind=kind):
                    parsed = html_test.parse(page.read_text(encoding="utf-8"))
                    elements = [element for element in parsed.iter() if isinstance(element.tag, str)]
                    self.assertLessEqual({html_test.name(element) for element in elements}, html_test.ELEMENTS)
                    self.assertLessEqual({re.sub(r"^\{.*\}", "", key) for element in elements for key in element.attrib}, html_test.ATTRIBUTES)
            shutil.rmtree(portfolio / kind)

    def test_markdown_holds_no_element_and_no_foreign_link(self):
        run("report", "-o", "pages/", "--charts", "none")
        pages = sorted((portfolio / "pages").glob("*.md"))
        self.assertEqual(len(pages), len(taken) + 1)
        for page in pages:
            tags, links = elements_and_links(page.read_text(encoding="utf-8"))
            with self.subTest(page=page.name):
                self.assertLessEqual(tags, ELEMENTS)
                self.assertTrue(all(re.fullmatch(r"(README|n\d+)\.md", link) for link in links))
        shutil.rmtree(portfolio / "pages")

    def test_pictures_are_drawings_with_text(self):
        run("report", "-o", "pictures/", "--charts", "svg")
        pictures = sorted((portfolio / "pictures").glob("*.svg"))
        self.assertGreater(len(pictures), 0)
        for picture in pictures:
            elements = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in xml.etree.ElementTree.parse(picture).iter()}
            self.assertLessEqual(elements, set("svg title desc style g rect line path circle polyline polygon text tspan".split()), picture.name)
        shutil.rmtree(portfolio / "pictures")

    def test_a_calendar_gives_the_titles_back(self):
        status, out, told = run("agenda", "--format", "ics")
        self.assertEqual(status, 0, told)
        self.assertIsNone(DRIVES.search(out.replace("\r\n", "")))
        properties = {re.split("[:;]", line)[0] for line in out.replace("\r\n ", "").split("\r\n") if line}
        self.assertLessEqual(properties, set(PROPERTIES.split()))

    def test_commits_and_their_differences(self):
        def git(*arguments):
            subprocess.run(["git", "-c", "user.name=\u202eTest\x1b[31m", "-c", "user.email=t@example.org", *arguments], cwd=portfolio,
                           check=True, capture_output=True, env=dict(os.environ, GIT_AUTHOR_DATE=DATE, GIT_COMMITTER_DATE=DATE))

        git("init", "--quiet")
        try:
            git("add", "kam.yaml")
            git("commit", "--quiet", "-m", "empty")
            git("add", "--all")
            git("commit", "--quiet", "-m", "\u202eall of them \x1b[31m <script>alert(1)</script> | =1+1")
            for command in (["diff", "HEAD~1..HEAD"], ["history", "--revisions"], ["history", "--revisions", "--format", "csv"]):
                self.lines(*command)
            for command in (["diff", "HEAD~1..HEAD", "--format", "markdown"], ["history", "--revisions", "--format", "markdown"]):
                tags, links = elements_and_links(self.lines(*command))
                self.assertLessEqual(tags, ELEMENTS | {"details", "summary", "sub"})
                self.assertEqual(links, [])
            created = json.loads(run("diff", "HEAD~1..HEAD", "--format", "json")[1])
            self.assertEqual({account["id"]: account["name"] for account in created["accounts"]}, taken)
        finally:
            shutil.rmtree(portfolio / ".git")

    def test_a_list_of_requirements_changes_nothing(self):
        place = portfolio.parent / "requirements"
        run("init", str(place), where=portfolio.parent)
        run("add-account", "--id", "n1", "One", where=place)
        for number, text in enumerate(STRINGS):
            if run("assess", "n1", "--rate", "flexibility=4:3", f"--date=2026-{1 + number // 28 % 12:02}-{1 + number % 28:02}", f"--source={text}",
                   f"--by={text}", where=place)[0] != 0:
                continue
            if number % 20 == 0:
                before = (place / "accounts/n1.yaml").read_bytes()
                for dialect in ("plain", "excel-de"):
                    out = run("export", "--requirements", "--dialect", dialect, where=place)[1]
                    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff")), delimiter=";" if dialect == "excel-de" else ","))
                    for cell in (cell for row in rows for cell in row):
                        self.assertFalse(cell.startswith(RUNS), cell)
                    status, _, told = run("import", "--requirements", "-", stdin=out, where=place)
                    self.assertEqual(status, 0, told)
                    self.assertEqual((place / "accounts/n1.yaml").read_bytes(), before, text)
        shutil.rmtree(place)

    def test_as_an_id_or_any_argument_they_stay_inside(self):
        around = tree(portfolio.parent) - tree(portfolio)
        small = portfolio.parent / "small"
        run("init", str(small), where=portfolio.parent)
        run("add-account", "--id", "n1", "One", where=small)
        for number, text in enumerate(STRINGS):
            if "\0" in text:
                continue
            before = tree(small)
            status, _, told = run("add-account", "Any", f"--id={text}", where=small)
            self.assertIn(status, (0, 2), told)
            self.assertIsNone(DRIVES.search(told))
            made = {path for path in tree(small) - before if not path.startswith(".kam")}
            self.assertEqual(len(made), 1 if status == 0 else 0, text)
            for path in made:
                self.assertRegex(path, r"^accounts/[a-z0-9][a-z0-9-]*\.yaml$")
                (small / path).unlink()
            commands = (["assess", "--", text], ["inventory", f"--where={text}"], ["inventory", f"--sort={text}"], ["set", "n1", "--", text],
                        ["report", "--", text], ["check", "--", text])
            for command in commands[number % apart :: apart]:  # in turn
                status, out, told = run(*command, where=small)
                self.assertIn(status, (0, 1, 2, 3), (command, told))
                self.assertIsNone(DRIVES.search(out + told), command)
        shutil.rmtree(small)
        self.assertEqual(tree(portfolio.parent) - tree(portfolio), around)


def main():
    global kam, portfolio, apart
    options = outside.take_options("--kam", flags=[("--full", "every string")])
    kam = options.kam
    apart = 3 if options.full else 6
    if not options.full:
        STRINGS[:] = STRINGS[::3]  # some of each kind
    if html_test.html5lib is None or shutil.which("cmark-gfm") is None:
        return outside.run_tests("python3-html5lib and cmark-gfm are needed")
    scratch = Path(tempfile.mkdtemp(prefix="kam-naughty-"))
    try:
        portfolio = scratch / "portfolio"
        run("init", str(portfolio), "--company", "Test", where=scratch)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(fill_some, (range(first, min(first + 20, len(STRINGS))) for first in range(0, len(STRINGS), 20))))
        return outside.run_tests()
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    sys.exit(main())
