#!/usr/bin/env python3
"""Feeds the same good and bad files to kam and to the JSON Schema that kam prints: both must agree on each.

The judge is python3-jsonschema; where it is not installed the test is skipped (status 77)."""

import copy
import json
import os
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

PORTFOLIO = Path(__file__).resolve().parents[2] / "examples" / "portfolio"

kam = None  # the executable, set below

try:
    import jsonschema
    import yaml
except ImportError:
    jsonschema = None
else:
    class CoreLoader(yaml.SafeLoader):
        """YAML 1.2's core schema, as editors read it: `no` is a text, and so is a date."""

    CoreLoader.yaml_implicit_resolvers = {}
    for tag, pattern, first in [
        ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("int", r"[-+]?[0-9]+", "-+0123456789"),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ]:
        CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def read_yaml(text):
    """The document as JSON has it: keys are texts."""

    def with_text_keys(value):
        if isinstance(value, dict):
            return {str(key): with_text_keys(item) for key, item in value.items()}
        return [with_text_keys(item) for item in value] if isinstance(value, list) else value

    return with_text_keys(yaml.load(text, CoreLoader))


def run_kam(root, *arguments):
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1795478400")
    return subprocess.run([kam, "-C", str(root), *arguments], capture_output=True, text=True, env=environment)


def places(document, path=()):
    """Every place in a document that holds a value."""
    yield path
    items = document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else []
    for key, value in items:
        yield from places(value, (*path, key))


def replaced(document, path, value):
    changed = copy.deepcopy(document)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return changed


# Whatever may stand where something else should. None of them shows what only kam can see: numbers that descend, days
# that no calendar has, `1e3`.
STRANGERS = ["word", "two words", "", " ", "x_own", "EUR", "customer", "open", "mean", -1, 0, 3, 4.5, 11, 101, 2026,
             20260, 99999999999999, True, None, [], [1], ["a"], [None], [[1]], [1, 2, 3], [20, 80], {}, {"x_own": 1},
             {"zzz": 1}, {"rating": 2}, {"label": "a"}, {"a b": {}}, {"2026": {}}, "2026-03-31", "2026-3-1", "5"]


STRANGERS_IN_SETTINGS = ["word", "revenue", "mean", 0, 11, True, None, [], [1, 2, 3], {}, {"zzz": 1}]
# Of each catalogue one entry is enough: one that is measured, one that is not, and all of the thresholds.
FIRST_OF_ITS_KIND = ["revenue", "reference", "partner_acceptance", "logistics", "flexibility", "joint_strategy", "gearboxes",
                     "abc", "bands", "key_account", "matrix", "crosshair", "stale_after_days"]
CASES = 2500  # of some 9000: the place and the stranger drawn at random, the same each time


def is_only_warned_of(error):
    """kam keeps keys that it does not know and tells of them as warnings; an editor marks them."""
    if error.validator == "anyOf":
        return any(inner.validator == "additionalProperties" for inner in error.context)
    if error.validator != "additionalProperties":
        return False
    path = [key for key in error.absolute_path if isinstance(key, str)]
    unknown = [key for key in error.instance if key not in error.schema.get("properties", {}) and not key.startswith("x_")]
    if path == ["figures"]:
        return False
    is_by_id = path in BY_ID
    return all(re.match(r"^[a-z][a-z0-9_]*$", key) for key in unknown) if is_by_id else True


BY_ID = [["attractiveness"], ["partnership"], ["collaboration"], ["requirements"], ["offerings"], ["assessments", "ratings"]]


class Drift(unittest.TestCase):
    """Both judge documents made from the example by putting a stranger in each place."""

    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="kam-schema-"))
        self.addCleanup(shutil.rmtree, self.root)
        shutil.copy(PORTFOLIO / "kam.yaml", self.root)
        (self.root / "accounts").mkdir()

    def validator(self, file):
        printed = run_kam(self.root, "schema", file)
        self.assertEqual(printed.returncode, 0, printed.stderr)
        schema = json.loads(printed.stdout)
        jsonschema.Draft7Validator.check_schema(schema)
        checker = jsonschema.FormatChecker(["date"])
        return jsonschema.Draft7Validator(schema, format_checker=checker)

    def refused_by_kam(self, documents):
        """Which of the documents kam finds an error in; a key that it keeps without knowing it is none."""
        for name, document in documents.items():
            (self.root / "accounts" / f"{name}.yaml").write_text(json.dumps(document, ensure_ascii=False))
        told = run_kam(self.root, "inventory")
        return set(re.findall(r"^accounts/([a-z0-9-]+)\.yaml:\d+:\d+: error: ", told.stderr, re.MULTILINE))

    def test_both_agree_on_every_stranger_in_an_account(self):
        validator = self.validator("account")
        example = read_yaml((PORTFOLIO / "accounts" / "nordlicht-windkraft.yaml").read_text())
        cases = {}
        for path in places(example):
            for stranger in STRANGERS if path else []:
                # Only the part around the place, since a thousand whole documents take their time.
                document = {"kam": 1, "name": "N", path[0]: example[path[0]]}
                cases[f"a-{len(cases)}"] = (path, stranger, replaced(document, path, stranger))
        self.assertGreater(len(cases), 5000)
        cases = dict(random.Random(4).sample(sorted(cases.items()), CASES))
        refused = self.refused_by_kam({name: document for name, (_, _, document) in cases.items()})
        differences = []
        accepted = 0
        for name, (path, stranger, document) in cases.items():
            errors = list(validator.iter_errors(document))
            marked = [error.message for error in errors if not is_only_warned_of(error)]
            accepted += not errors
            if not errors if name in refused else marked:
                differences.append((path, stranger, marked))
        self.assertEqual([str(difference) for difference in differences], [], "\n" + "\n".join(map(str, differences)))
        self.assertGreater(accepted, CASES / 10)
        self.assertGreater(len(refused), CASES / 10)

    def test_both_agree_on_strangers_in_the_settings(self):
        validator = self.validator("portfolio")
        file = self.root / "kam.yaml"
        example = read_yaml(file.read_text())
        differences = []
        verdicts = []
        for path in places(example):
            is_like_another = len(path) > 1 and path[1] not in FIRST_OF_ITS_KIND
            for stranger in STRANGERS_IN_SETTINGS if path and not is_like_another else []:
                document = replaced(example, path, stranger)
                file.write_text(json.dumps(document, ensure_ascii=False))
                told = run_kam(self.root, "inventory").stderr
                if "do not ascend" in told:  # that numbers ascend, no schema can say
                    continue
                is_refused = ": error: " in told
                errors = list(validator.iter_errors(document))
                verdicts.append(is_refused)
                marked = [error.message for error in errors if not is_only_warned_of(error)]
                if not errors if is_refused else marked:
                    differences.append((path, stranger, marked))
        self.assertEqual([str(difference) for difference in differences], [], "\n" + "\n".join(map(str, differences)))
        self.assertGreater(verdicts.count(True), 100)
        self.assertGreater(verdicts.count(False), 50)

    def test_the_examples_are_valid(self):
        validator = self.validator("account")
        for file in sorted((PORTFOLIO / "accounts").glob("*.yaml")):
            with self.subTest(file=file.name):
                self.assertEqual([error.message for error in validator.iter_errors(read_yaml(file.read_text()))], [])
        settings = read_yaml((PORTFOLIO / "kam.yaml").read_text())
        self.assertEqual([error.message for error in self.validator("portfolio").iter_errors(settings)], [])


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests("python3-jsonschema or python3-yaml is not installed" if jsonschema is None else "")


if __name__ == "__main__":
    sys.exit(main())
