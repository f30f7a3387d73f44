#!/usr/bin/env python3
"""The sample charts as SVG, read by a parser that is not ours: well formed, nothing but shapes and text, and the same
bytes twice and in any locale."""

import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
NAMESPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "style", "rect", "circle", "line", "polyline", "text"}

draw = None  # the program that writes the samples, set below


def luminance(colour):
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    """As WCAG 2 defines it."""
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def colours_of(style):
    """{class: {property: colour}} of a style sheet's part."""
    colours = {}
    for selectors, body in RULE.findall(style):
        for selector in selectors.split(","):
            name = selector.strip().removeprefix(".kam-chart ").removeprefix(".")
            for entry in body.split(";"):
                key, _, value = entry.partition(":")
                if value.startswith("#"):
                    colours.setdefault(name, {})[key] = value
    return colours


def write_samples(directory, locale="C"):
    subprocess.run([draw, directory], check=True, env=dict(os.environ, LC_ALL=locale, LANG=locale))
    return {file.name: file.read_bytes() for file in sorted(Path(directory).glob("*.svg"))}


class Pictures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as directory:
            cls.samples = write_samples(directory)

    def test_there_are_samples(self):
        self.assertGreaterEqual(len(self.samples), 10)

    def test_same_bytes_in_other_locales(self):
        with tempfile.TemporaryDirectory() as directory:
            self.assertEqual(write_samples(directory, "de_DE.UTF-8"), self.samples)

    def test_well_formed_and_only_what_is_allowed(self):
        for name, text in self.samples.items():
            with self.subTest(name):
                root = tree.fromstring(text)
                self.assertEqual(root.tag, NAMESPACE + "svg")
                self.assertEqual(root.get("role"), "img")
                for element in root.iter():
                    self.assertIn(element.tag.removeprefix(NAMESPACE), ELEMENTS)
                    for key, value in element.attrib.items():
                        self.assertFalse(key.startswith("on") or "href" in key, key)
                        self.assertNotIn("://", value)

    def test_named_for_who_does_not_see_it(self):
        for name, text in self.samples.items():
            with self.subTest(name):
                root = tree.fromstring(text)
                ids = {element.get("id"): element for element in root if element.get("id")}
                for reference in root.get("aria-labelledby").split():
                    self.assertTrue(ids[reference].text.strip())

    def test_nothing_unseen_in_texts(self):
        for name, text in self.samples.items():
            with self.subTest(name):
                for element in tree.fromstring(text).iter():
                    self.assertNotRegex(element.text or "", "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

    def test_contrast_in_light_and_dark(self):
        style = tree.fromstring(self.samples["bars.svg"]).find(NAMESPACE + "style").text
        light, _, dark = style.partition("@media screen and (prefers-color-scheme:dark){")
        for part in (light, dark):
            colours = colours_of(part)
            paper = colours["paper"]["fill"]
            for name in ("text", "small", "quadrant"):
                self.assertGreaterEqual(contrast(colours[name]["fill"], paper), 4.5, name)
            for name in ("frame", "cross", "leader", "bubble", "bar0", "bar1", "bar2", "curve0", "curve1", "curve2"):
                self.assertGreaterEqual(contrast(colours[name]["stroke"], paper), 3, name)

    def test_numbers_are_plain(self):
        for name, text in self.samples.items():
            for element in tree.fromstring(text).iter():
                for key in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"):
                    if element.get(key) is not None:
                        self.assertRegex(element.get(key), r"^-?\d+(\.[1-9])?$", name)

    def test_shapes_lie_inside(self):
        for name, text in self.samples.items():
            root = tree.fromstring(text)
            width, height = float(root.get("width")), float(root.get("height"))
            with self.subTest(name):
                for element in root.iter():
                    for key, limit in (("x", width), ("x1", width), ("x2", width), ("cx", width),
                                       ("y", height), ("y1", height), ("y2", height), ("cy", height)):
                        if element.get(key) is not None:
                            self.assertTrue(0 <= float(element.get(key)) <= limit, tree.tostring(element))


def main():
    global draw
    draw = outside.take_options("--draw").draw
    return outside.run_tests()


if __name__ == "__main__":
    sys.exit(main())
