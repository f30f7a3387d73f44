#!/usr/bin/env python3
"""The sample charts as SVG, read by a parser that is not ours: well formed, nothing but shapes and text, and the same
bytes twice and in any locale."""

import argparse
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree
from pathlib import Path

NAMESPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "style", "rect", "circle", "line", "polyline", "text"}

draw = None  # the program that writes the samples, set below


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
    parser = argparse.ArgumentParser()
    parser.add_argument("--draw", required=True, type=lambda path: str(Path(path).resolve()))
    arguments, rest = parser.parse_known_args()
    draw = arguments.draw
    result = unittest.main(argv=[sys.argv[0], *rest], exit=False, verbosity=2).result
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
