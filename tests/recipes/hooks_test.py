#!/usr/bin/env python3
"""`.pre-commit-hooks.yaml` without pre-commit: the files its patterns choose, and what its commands then say of them.

Skipped (status 77) where python3-yaml is not installed."""

import re
import shlex
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

from scratch import SOURCE, Scratch, replace

try:
    import yaml
except ImportError:
    yaml = None

arguments = None  # the command line, set below
REQUIRED = {"id", "name", "entry", "language"}
OPTIONAL = {"description", "args", "files", "require_serial", "pass_filenames"}
SETTINGS = ["kam.yaml", "kunden/kam.yaml", "a/b/kam.yaml"]
ACCOUNTS = ["accounts/vw.yaml", "kunden/accounts/größe.yaml", "a/b/accounts/x.y.yaml"]
OTHERS = ["xkam.yaml", "kam.yaml.bak", "accounts.yaml", "accounts/README.md", "accounts/.draft.yaml", "accounts/old/vw.yaml",
          "myaccounts/vw.yaml", "accounts/vw.yml", "report/vw.md"]  # fmt: skip


class Hooks(unittest.TestCase):
    def setUp(self):
        manifest = yaml.safe_load((SOURCE / ".pre-commit-hooks.yaml").read_text())
        self.hooks = {hook["id"]: hook for hook in manifest}

    def run_hook(self, scratch, name, files):
        hook = self.hooks[name]
        chosen = [file for file in files if re.search(hook["files"], file)]
        words = [*shlex.split(hook["entry"]), *hook["args"], *(chosen if hook.get("pass_filenames", True) else [])]
        return scratch.run(shlex.join(words)) if chosen else None

    def test_structure(self):
        self.assertEqual(set(self.hooks), {"kam-check", "kam-check-portfolio"})
        for hook in self.hooks.values():
            self.assertLessEqual(REQUIRED, set(hook))
            self.assertLessEqual(set(hook), REQUIRED | OPTIONAL)
            self.assertEqual((hook["entry"], hook["language"]), ("kam check", "system"))

    def test_patterns(self):
        for name, chosen in (("kam-check", SETTINGS + ACCOUNTS), ("kam-check-portfolio", SETTINGS)):
            pattern = self.hooks[name]["files"]
            self.assertEqual([file for file in SETTINGS + ACCOUNTS + OTHERS if re.search(pattern, file)], chosen)

    def test_commands(self):
        scratch = Scratch(arguments.cmake, arguments.build)
        self.addCleanup(scratch.remove)
        scratch.environment["PATH"] = f"{Path(arguments.kam).parent}:{scratch.environment['PATH']}"
        changed = ["accounts/nordlicht-windkraft.yaml"]
        self.assertEqual(self.run_hook(scratch, "kam-check", changed)[0], 0)
        self.assertIsNone(self.run_hook(scratch, "kam-check-portfolio", changed))
        scratch.make_faulty()
        status, output = self.run_hook(scratch, "kam-check", changed)
        self.assertEqual(status, 1)
        self.assertIn("accounts/nordlicht-windkraft.yaml:17:14: error: rating 7 is above", output)
        self.assertEqual(self.run_hook(scratch, "kam-check", ["accounts/weserguss.yaml"])[0], 0)
        replace(scratch.clone / "kam.yaml", "\n  technology_partner: ", "\n  partner: ")
        self.assertEqual(self.run_hook(scratch, "kam-check", ["kam.yaml"])[0], 0)
        status, output = self.run_hook(scratch, "kam-check-portfolio", ["kam.yaml"])
        self.assertEqual(status, 1)
        self.assertIn("[unknown-criterion]", output)


def main():
    global arguments
    arguments = outside.take_options("--kam", "--cmake", "--build")
    return outside.run_tests("python3-yaml is not installed" if yaml is None else "")


if __name__ == "__main__":
    sys.exit(main())
