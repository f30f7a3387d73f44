#!/usr/bin/env python3
"""The recipes, judged by programs that know the forges: actionlint reads the workflow as GitHub does, gitlab-ci-local
validates the file by GitLab's own schema and runs the job.

Skipped (status 77) where node, rsync or the packages of tests/schema/install are not there."""

import json
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

from scratch import NODE, RECIPES, Scratch, replace

arguments = None  # the command line, set below
GITLAB = NODE / "gitlab-ci-local" / "src" / "index.js"
ACTIONLINT = """
import {readFileSync} from 'node:fs';
const {createLinter} = await import(process.argv[2]);
const found = (await createLinter())(readFileSync(0, 'utf8'), '.github/workflows/kam.yml');
console.log(JSON.stringify(found.map(({line, message}) => `${line}: ${message}`)));
process.exit(0);
"""


class GitHub(unittest.TestCase):
    def setUp(self):
        self.text = (RECIPES / "github-workflow.yml").read_text()

    def lint(self, text):
        scratch = Scratch(arguments.cmake, arguments.build)
        self.addCleanup(scratch.remove)
        script = scratch.root / "lint.mjs"
        script.write_text(ACTIONLINT)
        # This actionlint is older than the runner.
        text = text.replace("runs-on: ubuntu-24.04", "runs-on: ubuntu-22.04")
        done = subprocess.run(["node", str(script), str(NODE / "actionlint" / "node.mjs")], input=text, capture_output=True,
                              text=True, check=True)
        return json.loads(done.stdout)

    def test_workflow(self):
        self.assertEqual(self.lint(self.text), [])

    def test_actionlint_judges(self):
        self.assertIn("chek", "".join(self.lint(self.text.replace("steps.check.", "steps.chek."))))


class GitLab(unittest.TestCase):
    def setUp(self):
        self.scratch = scratch = Scratch(arguments.cmake, arguments.build)
        self.addCleanup(scratch.remove)
        self.file = scratch.clone / ".gitlab-ci.yml"
        shutil.copy(RECIPES / "gitlab-ci.yml", self.file)
        scratch.git("add", ".")
        scratch.git("commit", "-qm", "Checks")
        scratch.git("remote", "set-url", "origin", "https://gitlab.example.com/group/portfolio.git")
        version = re.search(r"KAM_VERSION: (\S+)", self.file.read_text()).group(1)
        self.kam = scratch.make_kam_repository(version)

    def run_gitlab(self, *options):
        done = subprocess.run(["node", str(GITLAB), "--no-color", *options], cwd=self.scratch.clone, text=True, check=False,
                              env=self.scratch.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=300)
        return done.returncode, done.stdout

    def run_job(self):
        return self.run_gitlab("portfolio", "--force-shell-executor", "--variable", f"KAM_REPOSITORY={self.kam}")

    def test_schema(self):
        status, output = self.run_gitlab("--preview")
        self.assertEqual(status, 0, output)
        replace(self.file, "expose_as", "expose_us")
        status, output = self.run_gitlab("--preview")
        self.assertNotEqual(status, 0, output)

    def test_good_portfolio(self):
        self.scratch.make_good()
        status, output = self.run_job()
        self.assertEqual(status, 0, output)
        published = self.scratch.clone / ".gitlab-ci-local" / "artifacts" / "portfolio"
        self.assertTrue((published / "report" / "README.md").exists(), output)

    def test_portfolio_with_an_error(self):
        self.scratch.make_faulty()
        status, output = self.run_job()
        self.assertEqual(status, 1, output)
        self.assertIn("accounts/nordlicht-windkraft.yaml:17:14: error: rating 7 is above", output)

    def test_portfolio_that_misses_the_gate(self):
        status, output = self.run_job()
        self.assertEqual(status, 1, output)
        self.assertIn("misses the gate fulfilment >= 60", output)


def main():
    global arguments
    arguments = outside.take_options("--kam", "--cmake", "--build")
    return outside.run_tests("node, rsync or the packages of tests/schema/install are not there" if not GITLAB.exists() or not (NODE / "actionlint").exists() or not shutil.which("node") or not shutil.which("rsync") else "")


if __name__ == "__main__":
    sys.exit(main())
