#!/usr/bin/env python3
"""Reports in HTML read by a parser that is not ours: no error, nothing but what kam writes, texts as they are in the files,
links that lead somewhere, and the same bytes everywhere.

The judge is python3-html5lib; where it is not installed the test is skipped (status 77)."""

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

sys.path.append("/usr/lib/python3/dist-packages")  # where Debian installs it: a python of another origin looks elsewhere
try:
    import html5lib
except ImportError:
    html5lib = None

DAY = "2026-11-24"
ELEMENTS = set("""html head meta title style body header h1 h2 h3 p nav ul li a main section div dl dt dd table caption thead
    tbody tr th td span bdi strong code figure svg desc rect circle line polyline text""".split())
ATTRIBUTES = set("""lang charset http-equiv content name id class href aria-labelledby aria-label aria-hidden role tabindex
    scope dir xmlns width height viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r points text-anchor""".split())

kam = None  # the executable, set below


def parse(text):
    return html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=True).parse(text)


def name(element):
    return re.sub(r"^\{.*\}", "", element.tag) if isinstance(element.tag, str) else "comment"


def words(element):
    return "".join(element.itertext())


class Pages(unittest.TestCase):
    def setUp(self):
        self.directory = Path(tempfile.mkdtemp(prefix="kam-html-"))
        self.addCleanup(shutil.rmtree, self.directory)
        self.portfolio = self.directory / "portfolio"

    def report(self, *options, into="pages", **environment):
        subprocess.run([kam, "-q", "--as-of", DAY, "-C", self.portfolio, "report", "--format", "html", *options, "-o",
                        f"{self.directory / into}/"], check=True, env=dict(os.environ, **environment))
        return {page.name: page.read_text(encoding="utf-8") for page in (self.directory / into).glob("*.html")}

    def test_pages_are_sound(self):
        for fill in (portfolios.example, portfolios.hostile):
            for kind in ("plan", "review"):
                shutil.rmtree(self.portfolio, ignore_errors=True)
                fill(self.portfolio)
                pages = self.report("--kind", kind, into=f"{fill.__name__}-{kind}")
                for file, text in pages.items():
                    with self.subTest(kind=kind, file=file):
                        self.check_page(text, pages)

    def check_page(self, text, pages):
        page = parse(text)
        elements = [element for element in page.iter() if isinstance(element.tag, str)]
        self.assertLessEqual({name(element) for element in elements}, ELEMENTS)
        self.assertLessEqual({re.sub(r"^\{.*\}", "", key) for element in elements for key in element.attrib}, ATTRIBUTES)
        ids = [element.get("id") for element in elements if element.get("id")]
        self.assertEqual(len(ids), len(set(ids)))
        for element in elements:
            for target in (element.get("aria-labelledby") or "").split():
                self.assertIn(target, ids)
            href = element.get("href")
            if href is not None:
                self.assertTrue(href[1:] in ids if href.startswith("#") else href in pages, href)
        levels = [int(name(element)[1]) for element in elements if re.fullmatch(r"h\d", name(element))]
        self.assertEqual(levels[0], 1)
        self.assertTrue(all(below <= above + 1 for above, below in zip(levels, levels[1:])), levels)
        for table in page.iter("table"):
            self.assertTrue(words(table.find("caption")).strip())
            self.assertTrue(all(cell.get("scope") in ("col", "row") for cell in table.iter("th")))
            widths = {len(list(row)) for row in table.iter("tr")}
            self.assertEqual(len(widths), 1)
        policy = [meta.get("content") for meta in page.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        self.assertEqual(len(policy), 1)
        self.assertIn("default-src 'none'", policy[0])

    def test_texts_are_as_in_the_files(self):
        portfolios.hostile(self.portfolio)
        page = parse(self.report()["hostile-0.html"])
        said = "\n".join(words(element) for element in page.iter() if name(element) in ("p", "li", "td", "th", "dd"))
        for text in portfolios.HOSTILE:
            self.assertIn(text, said)

    def test_same_bytes_everywhere(self):
        portfolios.example(self.portfolio)
        first = self.report()
        for number, (locale, zone) in enumerate([("C", "UTC"), ("de_DE.UTF-8", "Asia/Tokyo"), ("tr_TR.UTF-8", "Pacific/Apia")]):
            self.assertEqual(self.report(into=f"again-{number}", LC_ALL=locale, TZ=zone), first)
        self.report("--check")


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests("python3-html5lib is not installed" if html5lib is None else "")


if __name__ == "__main__":
    sys.exit(main())
