#!/usr/bin/env python3
"""Checks `include` and `src`: the includes against the house's directions, the length of the files, and that
no two headers define a type of one name."""

import re
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]

# Whose public headers (`kam/…`) a room may include besides its own; `room/header` allows that header alone.
ALLOWED = {
    "model": [],
    "unicode": [],
    "document": ["model"],
    "yaml": ["model", "unicode"],
    "format": ["model", "unicode", "yaml"],
    "text": ["model"],
    "disk": ["model", "unicode", "yaml", "format"],
    "merge": ["model", "unicode", "yaml", "format"],
    "git": ["model"],
    "states": ["model", "yaml", "format", "disk", "score"],
    "score": ["model", "unicode", "format"],
    "check": ["model", "unicode", "score", "document", "yaml/tree.hpp", "report/inventory.hpp", "render/render.hpp"],
    "lists": ["model", "unicode", "format"],
    "change": ["model", "unicode", "yaml", "format", "disk", "score", "lists", "text/templates.hpp", "text/key_texts.hpp", "schema",
               "render/render.hpp"],
    "interview": ["model", "unicode", "yaml", "format", "document", "text", "score"],
    "report": ["model", "lists/import.hpp", "unicode", "format", "score", "document", "text"],
    "render": ["document", "model", "text/format.hpp", "text/hyphens.hpp", "unicode"],
    "schema": ["model", "document", "text", "format"],
    "cli": ["model", "unicode", "yaml", "format", "document", "text", "disk", "merge", "states", "score", "lists", "interview", "report",
            "render", "check", "schema", "git", "change"],
}
# The only rooms that name a header, by the beginning of its name; every room's .cpp may name fmt.
ONLY_IN = {
    "yaml-cpp/": ["yaml"],
    "CLI/": ["cli"],
    "histedit.h": ["cli"],
    "utf8proc": ["unicode"],
    "unictype.h": ["unicode"],
    "nlohmann/": ["render"],
    "csv.h": ["lists"],
    "dtl/": ["render"],
    "xxhash": ["render"],
    "filesystem": ["disk", "git", "change", "cli"],
    "fstream": ["disk", "cli"],
    "iostream": ["cli"],
    "locale": [],
    "clocale": ["cli"],  # for libedit, whose locale is its own
}
CLI11_SOURCES = ["src/cli/app.cpp", "src/cli/arguments.cpp", "src/cli/plain_words.cpp"]  # to read its header takes seconds
SYSTEM_ROOMS = ["disk", "git", "cli"]  # these may name the operating system's headers, such as <unistd.h>
MAX_LINES = 500
MAX_SOURCES = 30  # of a folder

TYPE = re.compile(r"(?:template\s*<[^{};]*>\s*)?(?:struct|enum\s+class|enum|class|union)\s+(\w+)(?:\s+final)?\s*(?::[^:].*)?$", re.DOTALL)
NAMESPACE = re.compile(r"(?:inline\s+)?namespace\s*([\w:]*)\s*$")
INCLUDE = re.compile(r'\s*#\s*include\s*(["<])([^">]+)')


def find_room(path):
    """The room of `include/kam/ROOM/…` or `src/ROOM/…`."""
    parts = Path(path).parts
    return parts[2] if parts[0] == "include" else parts[1]


def fault_of_own(room, header, is_public):
    """What is wrong with `#include "header"` in a room, or nothing."""
    first, _, rest = header.partition("/")
    if first != "kam":
        if is_public:
            return "public headers include kam/ only"
        return None if first == room else "internal headers are their own room's"
    other = rest.partition("/")[0]
    if other == room or other in ALLOWED[room] or rest in ALLOWED[room]:
        return None
    return f"{room} must not know {other}"


def fault_of_foreign(room, header, is_public):
    """What is wrong with `#include <header>` in a room, or nothing."""
    for beginning, rooms in ONLY_IN.items():
        if header.startswith(beginning) and room not in rooms:
            return f"only {' and '.join(rooms)} may name it" if rooms else "no room may name it"
    if is_public and not re.fullmatch(r"[a-z_]+", header):
        return "public headers include standard headers only"
    is_library = header.startswith(("fmt/", *ONLY_IN))
    if re.search(r"\.h$|/", header) and not is_library and room not in SYSTEM_ROOMS:
        return f"only {' and '.join(SYSTEM_ROOMS)} may name the system"
    return None


def find_faults(path, text):
    """Every fault of one file, as `path:line: …`."""
    room, is_public = find_room(path), path.startswith("include/")
    lines = text.splitlines()
    if room not in ALLOWED:
        return [f"{path}:1: {room} is no room"]
    faults = [f"{path}:1: {len(lines)} lines, more than {MAX_LINES}"] if len(lines) > MAX_LINES else []
    for number, line in enumerate(lines, 1):
        if match := INCLUDE.match(line):
            check = fault_of_own if match[1] == '"' else fault_of_foreign
            fault = check(room, match[2], is_public)
            if match[2].startswith("CLI/") and path not in CLI11_SOURCES:
                fault = "only cli/arguments.hpp stands for it"
            if fault:
                faults.append(f"{path}:{number}: {match[2]}: {fault}")
    return faults


def find_ring(allowed):
    """A way from a room along what it may include back to itself, or nothing."""
    done = set()

    def walk(way):
        for other in (name.partition("/")[0] for name in allowed.get(way[-1], [])):
            if other in way:
                return [*way[way.index(other):], other]
            if other not in done and (ring := walk([*way, other])):
                return ring
        done.add(way[-1])
        return []

    return next((ring for room in allowed if (ring := walk([room]))), [])


def defined_types(text):
    """The types a header defines at namespace level, with their namespaces: `kam::Account`, `kam::cli::Run`."""
    code = re.sub(r"//[^\n]*|/\*.*?\*/|^\s*#(?:[^\n]*\\\n)*[^\n]*", " ", text, flags=re.DOTALL | re.MULTILINE)
    code = re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', "0", code)
    types, scopes, statement = [], [], ""  # a scope is its namespace's name, or None where it is none
    for char in code:
        if char == "{":
            opened = NAMESPACE.search(statement.strip())
            inside = None not in scopes
            if inside and not opened and (found := TYPE.match(statement.strip())):
                types.append("::".join([*filter(None, scopes), found[1]]))
            scopes.append(opened[1] if opened and inside else None)
        elif char == "}":
            scopes.pop()
        statement = "" if char in "{};" else statement + char
    return types


def find_twins(headers):
    """The types that two headers (path: text) define under one name."""
    places = {}
    for path, text in sorted(headers.items()):
        for name in defined_types(text):
            places.setdefault(name, []).append(path)
    return [f"{name}: {' and '.join(paths)}" for name, paths in sorted(places.items()) if len(paths) > 1]


class IncludesTest(unittest.TestCase):
    def test_the_house_keeps_its_directions(self):
        files = [file for top in ("include", "src") for file in SOURCE.glob(f"{top}/**/*.[chd]*") if file.is_file()]
        rooms = {find_room(file.relative_to(SOURCE)) for file in files}
        self.assertEqual(rooms, set(ALLOWED))
        faults = [fault for file in sorted(files) for fault in find_faults(str(file.relative_to(SOURCE)), file.read_text())]
        self.assertEqual(faults, [], "\n" + "\n".join(faults))

    def test_rooms_form_no_ring(self):
        self.assertEqual(find_ring(ALLOWED), [])
        self.assertEqual(find_ring({"a": ["b", "c"], "b": ["c/x.hpp"], "c": ["a"]}), ["a", "b", "c", "a"])

    def test_a_folder_is_seen_at_a_glance(self):
        folders = {file.parent for file in SOURCE.glob("src/**/*.cpp")}
        large = [str(folder.relative_to(SOURCE)) for folder in sorted(folders) if len(list(folder.glob("*.cpp"))) > MAX_SOURCES]
        self.assertEqual(large, [])

    def test_comments_name_documents_that_there_are(self):
        pages = {page.name for page in (SOURCE / "man").iterdir()}
        for file in sorted([*SOURCE.glob("src/**/*.[chd]*"), *SOURCE.glob("include/**/*.[chd]*")]):
            for comment in re.findall(r"//[^\n]*", file.read_text()) if file.is_file() else []:
                for name in re.findall(r"\b(?:docs/)?(\w+\.md)\b", comment):
                    self.assertTrue((SOURCE / name).is_file() or (SOURCE / "docs" / name).is_file(), f"{file}: {comment}")
                for name, part in re.findall(r"\b(kam(?:-[a-z-]+)?)\(([15])\)", comment):
                    self.assertIn(f"{name}.{part}", pages, f"{file}: {comment}")

    def test_pages_and_programs_name_sources_that_there_are(self):
        texts = [*SOURCE.glob("*.md"), *SOURCE.glob("docs/*.md"), *SOURCE.glob("tests/**/*.md"), *SOURCE.glob("tests/**/run"), *SOURCE.glob("tests/**/*.json")]
        for file in texts:
            for name in re.findall(r"\b(?:src|include|tests)/[\w/.-]+\.(?:cpp|hpp)\b", file.read_text()):
                self.assertTrue("NAME" in name or (SOURCE / name).is_file(), f"{file}: {name}")

    def test_forbidden_includes_are_found(self):
        for path, header, fault in (
            ("src/score/a.cpp", '"kam/yaml/tree.hpp"', "score must not know yaml"),
            ("src/render/a.cpp", '"kam/model/account.hpp"', None),
            ("src/render/a.cpp", '"kam/text/format.hpp"', None),
            ("src/render/a.cpp", '"kam/text/labels.hpp"', "render must not know text"),
            ("src/model/a.cpp", '"kam/unicode/unicode.hpp"', "model must not know unicode"),
            ("include/kam/score/a.hpp", '"kam/report/report.hpp"', "score must not know report"),
            ("src/check/a.cpp", '"kam/yaml/tree.hpp"', None),
            ("src/check/a.cpp", '"kam/yaml/edit.hpp"', "check must not know yaml"),
            ("src/report/a.cpp", '"report/plan.hpp"', None),
            ("src/report/a.cpp", '"score/points.hpp"', "internal headers are their own room's"),
            ("include/kam/report/a.hpp", '"report/plan.hpp"', "public headers include kam/ only"),
            ("src/cli/a.cpp", "<yaml-cpp/yaml.h>", "only yaml may name it"),
            ("src/yaml/a.cpp", "<yaml-cpp/yaml.h>", None),
            ("include/kam/yaml/a.hpp", "<yaml-cpp/yaml.h>", "public headers include standard headers only"),
            ("src/report/a.cpp", "<CLI/CLI.hpp>", "only cli/arguments.hpp stands for it"),
            ("src/cli/output.cpp", "<CLI/CLI.hpp>", "only cli/arguments.hpp stands for it"),
            ("src/text/a.cpp", "<utf8proc.h>", "only unicode may name it"),
            ("src/cli/a.cpp", "<nlohmann/json.hpp>", "only render may name it"),
            ("src/cli/a.cpp", "<csv.h>", "only lists may name it"),
            ("src/lists/a.cpp", "<csv.h>", None),
            ("src/report/a.cpp", "<dtl/dtl.hpp>", "only render may name it"),
            ("src/render/a.cpp", "<dtl/dtl.hpp>", None),
            ("src/score/a.cpp", "<fstream>", "only disk and cli may name it"),
            ("src/score/a.cpp", "<locale>", "no room may name it"),
            ("src/score/a.cpp", "<fmt/format.h>", None),
            ("include/kam/score/a.hpp", "<fmt/format.h>", "public headers include standard headers only"),
            ("src/score/a.cpp", "<unistd.h>", "only disk and git and cli may name the system"),
            ("src/score/a.cpp", "<sys/stat.h>", "only disk and git and cli may name the system"),
            ("src/disk/a.cpp", "<sys/stat.h>", None),
            ("src/git/a.cpp", "<spawn.h>", None),
            ("src/git/a.cpp", '"kam/yaml/tree.hpp"', "git must not know yaml"),
            ("src/check/a.cpp", '"kam/git/run.hpp"', "check must not know git"),
            ("include/kam/score/a.hpp", "<string_view>", None),
        ):
            with self.subTest(path=path, header=header):
                expected = [f"{path}:2: {header[1:-1]}: {fault}"] if fault else []
                self.assertEqual(find_faults(path, f"#pragma once\n# include {header}\n"), expected)

    def test_no_two_headers_define_a_type_of_one_name(self):
        headers = {
            str(file.relative_to(SOURCE)): file.read_text() for top in ("include", "src") for file in SOURCE.glob(f"{top}/**/*.hpp")
        }
        self.assertIn("kam::Account", defined_types(headers["include/kam/model/account.hpp"]))
        self.assertIn("kam::cli::Context", defined_types(headers["src/cli/context.hpp"]))
        twins = find_twins(headers)
        self.assertEqual(twins, [], "\n" + "\n".join(twins))

    def test_types_are_found_where_they_stand(self):
        for text, types in (
            ("namespace kam {\nstruct A { int a; };\n}", ["kam::A"]),
            ("namespace kam {\nclass A final : public B {\n public:\n  struct Inner {};\n};\n}", ["kam::A"]),
            ("namespace kam {\nenum class E { a, b };\nenum F : unsigned { c };\n}", ["kam::E", "kam::F"]),
            ("namespace kam {\ntemplate <class T, class U>\nstruct A {\n};\n}", ["kam::A"]),
            ("namespace kam::cli {\nstruct A {};\n}", ["kam::cli::A"]),
            ("namespace kam {\nnamespace cli {\nstruct A {};\n}\nstruct B {};\n}", ["kam::cli::A", "kam::B"]),
            ("namespace kam {\nstruct A;\nenum class E : int;\n}", []),
            ("namespace kam {\nstruct A::Inner {};\ntemplate <class T>\nstruct A<T*> {};\n}", []),
            ("namespace kam {\n// struct A {\n/* struct B { */\n#define X struct C {\n}", []),
            ("namespace kam {\ninline int f(struct A a) { struct B {}; return '{' + sizeof(\"{\"); }\nstruct C {};\n}", ["kam::C"]),
            ("namespace kam {\nconstexpr int a[] = {1};\nstruct A { A() : b{1} {} int b; };\nstruct B {};\n}", ["kam::A", "kam::B"]),
        ):
            with self.subTest(text=text):
                self.assertEqual(defined_types(text), types)

    def test_twins_are_found(self):
        a, b = "namespace kam {\nstruct A {};\n}", "namespace kam {\nclass A {};\n}"
        self.assertEqual(find_twins({"y.hpp": b, "x.hpp": a}), ["kam::A: x.hpp and y.hpp"])
        self.assertEqual(find_twins({"x.hpp": a, "y.hpp": "namespace kam::cli {\nstruct A {};\n}"}), [])
        self.assertEqual(find_twins({"x.hpp": a, "y.hpp": "namespace kam {\nstruct A;\n}"}), [])

    def test_long_files_and_unknown_rooms_are_found(self):
        self.assertEqual(find_faults("src/score/a.cpp", "\n" * 500), [])
        self.assertEqual(find_faults("src/score/a.cpp", "\n" * 501), ["src/score/a.cpp:1: 501 lines, more than 500"])
        self.assertEqual(find_faults("src/utils/a.cpp", ""), ["src/utils/a.cpp:1: utils is no room"])


if __name__ == "__main__":
    unittest.main()
