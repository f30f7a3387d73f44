#!/usr/bin/env python3
"""`.pre-commit-hooks.yaml`, run by pre-commit itself: real commits to a repository with the example portfolio in it, which
are made or refused. Skipped (status 77) where pre-commit is not installed."""

import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

from scratch import SOURCE, Scratch, replace

arguments = None  # the command line, set below


def documented_configuration(repository, revision, args):
    """What examples/README.md advises, for another repository, and with arguments for hooks."""
    text = (SOURCE / "examples" / "README.md").read_text()
    text = re.search(r"```yaml\n(repos:\n.*?)```", text, re.DOTALL).group(1)
    text = re.sub(r"repo: \S+", f"repo: {repository}", text)
    text = re.sub(r"rev: \S+", f"rev: {revision}", text)
    for hook, words in args.items():
        text = re.sub(f"(- id: {hook}) .*", rf"\1\n        args: {words}", text)
    return text


def documented_hooks_of_several():
    text = (SOURCE / "examples" / "README.md").read_text()
    return re.search(r"```yaml\n(      - id: .*?)```", text, re.DOTALL).group(1)


class Repository(unittest.TestCase):
    below = "."  # where the portfolio is in the repository
    args = {}

    def setUp(self):
        scratch = self.scratch = Scratch(arguments.cmake, arguments.build, self.below)
        self.addCleanup(scratch.remove)
        scratch.environment["PATH"] = f"{Path(arguments.kam).parent}:{scratch.environment['PATH']}"
        hooks = scratch.root / "hooks"
        hooks.mkdir()
        shutil.copy(SOURCE / ".pre-commit-hooks.yaml", hooks)
        scratch.git("init", "-q", ".", at=hooks)
        scratch.git("add", ".", at=hooks)
        scratch.git("commit", "-qm", "Hooks", at=hooks)
        revision = scratch.git("rev-parse", "HEAD", at=hooks).strip()
        (scratch.clone / ".pre-commit-config.yaml").write_text(self.configure(hooks, revision))
        status, output = scratch.run("pre-commit install && git add .pre-commit-config.yaml")
        self.assertEqual(status, 0, output)

    def commit(self, *options):
        """The status, what pre-commit says of each hook, and all that is printed."""
        self.scratch.git("add", ".")
        environment = self.scratch.environment
        done = subprocess.run(["git", "commit", "-m", "x", *options], cwd=self.scratch.clone, env=environment, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        verdicts = re.findall(r"^(kam check.*?)\.+(?:\(.*\))?(Passed|Failed|Skipped)$", done.stdout, re.MULTILINE)
        return done.returncode, dict(verdicts), done.stdout

    def configure(self, hooks, revision):
        return documented_configuration(hooks, revision, self.args)


class Hooks(Repository):
    def test_nothing_of_the_portfolio(self):
        (self.scratch.clone / "notes.yaml").write_text("x: [\n")
        (self.scratch.accounts / ".draft.yaml").write_text("x: [\n")
        status, verdicts, output = self.commit()
        self.assertEqual(status, 0, output)
        self.assertEqual(verdicts, {"kam check": "Skipped", "kam check (portfolio)": "Skipped"})

    def test_good_change(self):
        self.scratch.make_good()
        status, verdicts, output = self.commit()
        self.assertEqual(status, 0, output)
        self.assertEqual(verdicts, {"kam check": "Passed", "kam check (portfolio)": "Skipped"})

    def test_error(self):
        self.scratch.make_faulty()
        status, verdicts, output = self.commit()
        self.assertEqual(status, 1, output)
        self.assertEqual(verdicts, {"kam check": "Failed", "kam check (portfolio)": "Skipped"})
        file = self.scratch.accounts.relative_to(self.scratch.clone) / "nordlicht-windkraft.yaml"
        self.assertIn(f"{file}:17:14: error: rating 7 is above the scale's 5", output)
        self.assertNotIn(": note: ", output)

    def test_error_that_is_there_already(self):
        self.scratch.make_faulty()
        self.assertEqual(self.commit("--no-verify")[0], 0)
        self.scratch.make_good()
        status, verdicts, output = self.commit()
        self.assertEqual(status, 0, output)
        self.assertEqual(verdicts["kam check"], "Passed")

    def test_criterion_taken_out_of_the_settings(self):
        replace(self.scratch.accounts.parent / "kam.yaml", "\n  reference: ", "\n  referenz: ")
        status, verdicts, output = self.commit()
        self.assertEqual(status, 1, output)
        self.assertEqual(verdicts, {"kam check": "Passed", "kam check (portfolio)": "Failed"})
        self.assertIn("error: the criterion reference is not in kam.yaml", output)


class HooksBelow(Hooks):
    below = "kunden"
    args = {"kam-check-portfolio": "[-C, kunden]"}


class Gate(Repository):
    args = {"kam-check": "[--severity, warning, --gate, manager !=]"}

    def test_account_without_manager(self):
        replace(self.scratch.accounts / "weserguss.yaml", "name: ", "name: Neue ")
        status, verdicts, output = self.commit()
        self.assertEqual(status, 1, output)
        self.assertEqual(verdicts["kam check"], "Failed")
        self.assertIn("[gate-missed]", output)


class Several(Repository):
    below = "kunden"

    def configure(self, hooks, revision):
        return super().configure(hooks, revision).partition("      - id:")[0] + documented_hooks_of_several()

    def test_commit_to_both(self):
        shutil.copytree(self.scratch.accounts.parent, self.scratch.clone / "partner")
        self.scratch.make_good()
        (self.scratch.clone / "partner" / "accounts" / "README.md").write_text("Partners\n")
        status, _, output = self.commit()
        self.assertEqual(status, 0, output)
        self.assertEqual(output.count("Passed"), 2, output)

    def test_error_in_the_second(self):
        shutil.copytree(self.scratch.accounts.parent, self.scratch.clone / "partner")
        replace(self.scratch.clone / "partner" / "kam.yaml", "\nscale: 5", "\nscale: 50")
        self.scratch.make_good()
        status, _, output = self.commit()
        self.assertEqual(status, 1, output)
        self.assertEqual((output.count("Passed"), output.count("Failed")), (1, 1), output)
        self.assertIn("partner/kam.yaml:", output)


def main():
    global arguments
    arguments = outside.take_options("--kam", "--cmake", "--build")
    return outside.run_tests("pre-commit is not installed" if shutil.which("pre-commit") is None else "")


if __name__ == "__main__":
    sys.exit(main())
