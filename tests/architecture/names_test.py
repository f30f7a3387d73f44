#!/usr/bin/env python3
"""Checks what is local to a source: in a folder no two sources give it one name, so that they can be compiled together (KAM_UNITY),
and so that a name found is the name meant."""

import re
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"
# What a line at the left margin declares: `constexpr int kMost =`, `std::string text_of(`, `struct Options {`.
DECLARED = re.compile(r"^(?!#|//|\}|namespace|return|using|static_assert)[^\s].*?\b(\w+)(?:\s*[({=\[;]|$)", re.MULTILINE)
OPTIONS = "Options"  # each command has its own; kam_sources calls them by other names where several are together


def local_names(text):
    """What is declared in namespaces without a name, and by macros."""
    return {name for body in re.findall(r"^namespace \{\n(.*?)^\}  // namespace\n", text, re.DOTALL | re.MULTILINE)
            for name in DECLARED.findall(body)} | set(re.findall(r"^#define (\w+)", text, re.MULTILINE))


def find_twins(sources):
    """Names with the sources (name: text) that declare them, where there are two."""
    places = {}
    for source, text in sorted(sources.items()):
        for name in local_names(text) - {OPTIONS}:
            places.setdefault(name, []).append(source)
    return [f"{name}: {' and '.join(where)}" for name, where in sorted(places.items()) if len(where) > 1]


class NamesTest(unittest.TestCase):
    def test_local_names_are_one_source_s_in_a_folder(self):
        folders = {file.parent for file in SOURCE.rglob("*.cpp")}
        twins = [f"{folder.relative_to(SOURCE)}: {twin}" for folder in sorted(folders)
                 for twin in find_twins({file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.cpp")})]
        self.assertEqual(twins, [], "\n" + "\n".join(twins))

    def test_twins_are_found(self):
        one = "namespace kam {\n\nnamespace {\n\nconstexpr int kMost = 3;\n\nstd::string text_of(int a) {\n  return {};\n}\n\n}  // namespace\n"
        self.assertEqual(local_names(one), {"kMost", "text_of"})
        self.assertEqual(find_twins({"a.cpp": one, "b.cpp": one.replace("kMost", "kLeast")}), ["text_of: a.cpp and b.cpp"])
        self.assertEqual(find_twins({"a.cpp": one, "b.cpp": "namespace kam {\nvoid text_of();\n}\n"}), [])


if __name__ == "__main__":
    unittest.main()
