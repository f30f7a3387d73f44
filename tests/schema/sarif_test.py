#!/usr/bin/env python3
"""`kam check --format sarif` against the published schema of SARIF 2.1.0, and `--format gitlab` and `github` against what
their readers take.

Skipped (status 77) where python3-jsonschema or the packages of tests/schema/install are not there."""

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

SOURCE = Path(__file__).resolve().parents[2]
SCHEMA = SOURCE / "build" / "node" / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"

kam = None  # the executable, set below

try:
    import jsonschema
except ImportError:
    jsonschema = None


class Formats(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="kam-sarif-"))
        self.addCleanup(shutil.rmtree, self.root)
        shutil.copytree(SOURCE / "examples" / "portfolio", self.root, dirs_exist_ok=True)
        (self.root / "accounts" / "größe.yaml").write_text("kam: 1\nname: 100 % \"x\" :: y\n")
        (self.root / "accounts" / "broken.yaml").write_text("kam: 1\nname: [\n\tx: ä\n")
        (self.root / "accounts" / "odd.yaml").write_text('kam: 1\nname: "a\\u202eb\\r\\nc"\nstatus: "x\\e[31m,:%"\nx: 1\n')

    def check(self, form):
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1795478400")
        done = subprocess.run([kam, "-C", str(self.root), "check", "--format", form, "--gate", "fulfilment >= 90"],
                              capture_output=True, text=True, env=environment)
        self.assertEqual(done.returncode, 1)
        return done.stdout

    def test_sarif_is_valid(self):
        log = json.loads(self.check("sarif"))
        validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text()))
        self.assertEqual([error.message for error in validator.iter_errors(log)], [])
        self.assertGreater(len(log["runs"][0]["results"]), 20)
        for result in log["runs"][0]["results"]:
            self.assertEqual(log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], result["ruleId"])

    def test_gitlab_fingerprints_are_unique(self):
        report = json.loads(self.check("gitlab"))
        prints = [entry["fingerprint"] for entry in report]
        self.assertEqual(len(prints), len(set(prints)))
        self.assertLessEqual({entry["severity"] for entry in report}, {"info", "minor", "major", "critical", "blocker"})

    def test_each_github_command_is_one_line(self):
        command = re.compile(r"^::(error|warning|notice) file=[^,:]+,line=\d+(,col=\d+)?,title=[a-z-]+::[^\r\n]+$")
        lines = self.check("github").split("\n")
        self.assertEqual(lines.pop(), "")
        for line in lines:
            self.assertRegex(line, command)
            self.assertNotRegex(line, "[\x00-\x1f\x7f\u202e]")


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests("python3-jsonschema or the packages of tests/schema/install are not there" if jsonschema is None or not SCHEMA.exists() else "")


if __name__ == "__main__":
    sys.exit(main())
