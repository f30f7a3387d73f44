#!/usr/bin/env python3
"""Reports in HTML as Chromium shows them on a screen, a phone and paper, judged by axe-core too.

Skipped (status 77) where Chromium, node or the packages of tests/schema/install are not there."""

import json
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

import portfolios

PACKAGES = portfolios.SOURCE / "build" / "node"
LOOK = Path(__file__).with_name("look.mjs")
DAY = "2026-11-24"

kam = None  # the executable, set below
chromium = shutil.which("chromium") or shutil.which("chromium-browser")


def look(pages):
    done = subprocess.run(["node", LOOK, PACKAGES, *pages], capture_output=True, text=True,
                          env=dict(os.environ, CHROMIUM=chromium))
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


def pdf_pages(page):
    info = subprocess.run(["pdfinfo", page.with_suffix(".pdf")], check=True, capture_output=True, text=True).stdout
    if not re.search(r"Page size:\s+59[45][.\d]* x 84[12][.\d]* pts \(A4\)", info):
        raise AssertionError(f"{page} does not print on A4:\n{info}")
    return int(re.search(r"Pages:\s+(\d+)", info).group(1))


class Pages(unittest.TestCase):
    def setUp(self):
        self.directory = Path(tempfile.mkdtemp(prefix="kam-pages-"))
        self.addCleanup(shutil.rmtree, self.directory)

    def report(self, fill, *options):
        portfolio = self.directory / "portfolio"
        if not portfolio.exists():
            fill(portfolio)
        name = "-".join(options).replace("--", "") or "plain"
        subprocess.run([kam, "-q", "--as-of", DAY, "-C", portfolio, *options, "report", "--format", "html", "-o",
                        f"{self.directory}/{name}/"], check=True)
        return self.directory / name

    def test_example_in_both_languages(self):
        for language in ("de", "en"):
            pages = self.report(portfolios.example, "--lang", language)
            shown = [pages / f"{name}.html" for name in ("index", "nordlicht-windkraft", "weserguss")]
            self.assertEqual(look(shown), [])
            for page in shown:
                self.assertGreaterEqual(pdf_pages(page), 1)

    def test_review(self):
        portfolio = self.directory / "portfolio"
        portfolios.example(portfolio)
        subprocess.run([kam, "-q", "--as-of", DAY, "-C", portfolio, "report", "--kind", "review", "--format", "html",
                        "-o", f"{self.directory}/review/"], check=True)
        self.assertEqual(look([self.directory / "review" / f"{name}.html" for name in ("index", "nordlicht-windkraft")]), [])

    def test_onepagers_fit_one_sheet(self):
        portfolio = self.directory / "portfolio"
        portfolios.example(portfolio)
        for language in ("de", "en"):
            pages = self.directory / language
            subprocess.run([kam, "-q", "--as-of", DAY, "-C", portfolio, "--lang", language, "report", "--kind", "onepager",
                            "--format", "html", "-o", f"{pages}/"], check=True)
            shown = sorted(pages.glob("*.html"))
            self.assertEqual(look(shown), [])
            self.assertEqual({page.name: pdf_pages(page) for page in shown}, {page.name: 1 for page in shown})

    def test_hostile_texts_stay_texts(self):
        pages = self.report(portfolios.hostile)
        self.assertEqual(look(sorted(pages.glob("*.html"))), [])

    def test_three_hundred_customers(self):
        pages = self.report(portfolios.large)
        index = pages / "index.html"
        self.assertEqual(look([index]), [])
        self.assertLessEqual(pdf_pages(index), 40)

    def test_what_is_wrong_is_seen(self):
        page = self.directory / "wrong.html"
        page.write_text("<!DOCTYPE html><html><head><title></title></head><body><main><img src=http://127.0.0.1/x.png>"
                        "<script>console.log('here')</script><div style='width:3000px;color:#eee;background:#fff'>wide"
                        "</div></main></body></html>")
        wrong = "\n".join(look([page]))
        for sign in ("console: here", "request: http://127.0.0.1/x.png", "there is a script", "screen: the page is 3",
                     "paper: <div> ends at", "axe: image-alt in light", "axe: color-contrast in dark"):
            self.assertIn(sign, wrong)


def main():
    global kam
    kam = outside.take_options("--kam").kam
    missing = [name for name, there in (("chromium", chromium), ("node", shutil.which("node")),
                                        ("pdfinfo", shutil.which("pdfinfo")),
                                        ("axe-core", (PACKAGES / "node_modules" / "axe-core").exists())) if not there]
    return outside.run_tests(f"{', '.join(missing)} not there" if missing else "")


if __name__ == "__main__":
    sys.exit(main())
