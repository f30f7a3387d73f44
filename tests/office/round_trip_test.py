#!/usr/bin/env python3
"""Sends kam's lists through a German LibreOffice and back: what comes back must change nothing but what was edited.

Skipped (status 77) where soffice is not installed."""

import csv
import io
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

PORTFOLIO = Path(__file__).resolve().parents[2] / "examples" / "portfolio"
GERMAN = 1031
# `ANSI` is Windows-1252, what Excel's and Calc's "CSV" is by itself; 76 is UTF-8.
SAVED_AS = {"cp1252": "ANSI", "utf-8": "76"}
# A profile whose locale is German, so that numbers and dates are shown and saved as in a German office.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>de-DE</value></prop></item>
</oor:items>
"""

kam = None  # the executable, set below


class Office:
    """A spreadsheet program of its own, in a directory of its own."""

    def __init__(self, directory):
        self.directory = directory
        user = directory / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(PROFILE)

    def convert(self, file, *filters):
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{self.directory}/profile", "--headless", *filters,
             "--outdir", str(self.directory / "out"), str(file)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)

    def open_and_save(self, text, encoding):
        """Bytes of a CSV file as a German office saves it after opening `text` by a double click."""
        sheet = self.directory / "list.csv"
        sheet.write_bytes(text)
        self.convert(sheet, f"--infilter=CSV:59,34,76,1,,{GERMAN}", "--convert-to", "ods")
        self.convert(self.directory / "out" / "list.ods", "--convert-to",
                     f"csv:Text - txt - csv (StarCalc):59,34,{SAVED_AS[encoding]},1,,{GERMAN},false,true,false")
        return (self.directory / "out" / "list.csv").read_bytes()


class RoundTrip(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # One for all: to make its profile takes longer than to convert a list.
        directory = Path(tempfile.mkdtemp(prefix="kam-office-"))
        cls.addClassCleanup(shutil.rmtree, directory)
        cls.office = Office(directory)

    def setUp(self):
        self.directory = Path(tempfile.mkdtemp(prefix="kam-office-"))
        self.addCleanup(shutil.rmtree, self.directory)
        self.portfolio = self.directory / "portfolio"
        shutil.copytree(PORTFOLIO, self.portfolio)

    def kam(self, *arguments, given=b""):
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1795478400")
        done = subprocess.run([kam, "-C", str(self.portfolio), *arguments], input=given, capture_output=True,
                              env=environment)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout

    def files(self):
        return {file.name: file.read_text() for file in (self.portfolio / "accounts").iterdir()}

    def edit(self, text, encoding, change):
        """Lets `change` edit the rows of a saved CSV as a list of lists."""
        rows = list(csv.reader(io.StringIO(text.decode(encoding)), delimiter=";"))
        change(rows)
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
        return out.getvalue().encode(encoding)

    def test_a_sheet_comes_back_unchanged(self):
        for encoding in SAVED_AS:
            with self.subTest(encoding=encoding):
                before = self.files()
                for arguments in (["nordlicht-windkraft"], ["--all"]):
                    sheet = self.kam("assess", *arguments, "--sheet", "--dialect", "excel-de")
                    saved = self.office.open_and_save(sheet, encoding)
                    self.assertTrue(b";3,5;" in saved)  # a German office did write it
                    account = [] if arguments == ["--all"] else arguments
                    self.kam("assess", *account, "--from", "-", given=saved)
                self.assertEqual(self.files(), before)

    def test_what_was_edited_comes_back_and_nothing_else(self):
        def fill_in(rows):
            row = next(row for row in rows if row[0] == "market_information")
            row[2:4] = ["4", "2,5"]
            rows.insert(0, rows.pop(0) + ["", ""])
            rows.append([""] * 8)
            rows[2:] = reversed(rows[2:])

        before = self.files()
        sheet = self.kam("assess", "nordlicht-windkraft", "--sheet", "--dialect", "excel-de")
        saved = self.edit(self.office.open_and_save(sheet, "cp1252"), "cp1252", fill_in)
        self.kam("assess", "nordlicht-windkraft", "--from", "-", "--date", "2026-11-20", given=saved)
        after = self.files()
        changed = {name for name in before if before[name] != after[name]}
        self.assertEqual(changed, {"nordlicht-windkraft.yaml"})
        added = [line for line in after["nordlicht-windkraft.yaml"].splitlines()
                 if line not in before["nordlicht-windkraft.yaml"].splitlines()]
        self.assertEqual(added, ["  - date: 2026-11-20", "      market_information: {importance: 4, fulfilment: 2.5}"])

    def test_the_requirement_list_comes_back_unchanged(self):
        def write_dates_in_german(rows):  # as Excel does; Calc leaves ISO 8601 alone
            for row in rows:
                row[:] = [re.sub(r"^(\d{4})-(\d\d)-(\d\d)$", r"\3.\2.\1", cell) for cell in row]

        before = self.files()
        saved = self.office.open_and_save(self.kam("export", "--requirements", "--dialect", "excel-de"), "cp1252")
        saved = self.edit(saved, "cp1252", write_dates_in_german)
        self.assertTrue(b";31.03.2026;" in saved)
        self.kam("assess", "--from", "-", given=saved)
        self.assertEqual(self.files(), before)

    def test_the_list_of_accounts_comes_back_unchanged(self):
        before = self.files()
        for encoding in SAVED_AS:
            with self.subTest(encoding=encoding):
                saved = self.office.open_and_save(self.kam("export", "--dialect", "excel-de"), encoding)
                self.assertTrue(saved.decode(encoding).removeprefix("\ufeff").startswith("id;name;external_id;"))
                self.kam("import", "-", given=saved)
                self.assertEqual(self.files(), before)

    def test_an_edited_list_of_accounts_changes_what_was_edited(self):
        def edit(rows):
            row = next(row for row in rows if row[0] == "weserguss")
            row[rows[0].index("revenue.2025")] = "1.325.000,50"
            row[rows[0].index("attractiveness.reference")] = "4,5"
            for other in rows:
                other.extend(["", ""])
            rows.append([""] * len(rows[0]))

        before = self.files()
        saved = self.office.open_and_save(self.kam("export", "--dialect", "excel-de"), "cp1252")
        self.kam("import", "-", given=self.edit(saved, "cp1252", edit))
        after = self.files()
        self.assertEqual({name for name in before if before[name] != after[name]}, {"weserguss.yaml"})
        self.assertIn("  2025: {revenue: 1325000.5, contribution_margin: 82000}\n", after["weserguss.yaml"])
        self.assertIn("attractiveness:\n  reference: 4.5\n", after["weserguss.yaml"])


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests("soffice (libreoffice-calc) is not installed" if shutil.which("soffice") is None else "")


if __name__ == "__main__":
    sys.exit(main())
