#!/usr/bin/env python3
"""The recipes for GitHub and GitLab: the shell of their steps is taken out of the YAML and run in a clone of a repository
that holds the example portfolio, with kam installed from this build. Only compiling and apt are stood in for.

Skipped (status 77) where python3-yaml is not installed."""

import json
import re
import shlex
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

from scratch import RECIPES, SOURCE, Scratch, replace, write_program

try:
    import yaml
except ImportError:
    yaml = None

arguments = None  # the command line, set below
AFTER_CHECK = "${{ !cancelled() && steps.check.outcome == 'success' }}"
ON_PULL_REQUEST = AFTER_CHECK.replace(
    " }}", " && github.event.pull_request.head.repo.full_name == github.repository }}")
LATER = "1798070400"  # 24 December 2026, a month after the other tests
GITHUB_STEP = {"name", "id", "if", "uses", "with", "run", "env"}
GITLAB_JOB = {"image", "rules", "cache", "before_script", "script", "artifacts"}


def load_github():
    return yaml.safe_load((RECIPES / "github-workflow.yml").read_text())


def load_gitlab():
    return yaml.safe_load((RECIPES / "gitlab-ci.yml").read_text())


def tour_commands():
    """How the tour builds, and the README installs."""
    built = re.findall(r"^(cmake [^>\n]+?)(?: >.*)?$", (SOURCE / "examples" / "tour").read_text(), re.MULTILINE)
    installed = re.search(r"cmake --install build/release", (SOURCE / "README.md").read_text())
    return [*built, installed.group()]


class Recipe(unittest.TestCase):
    def setUp(self):
        self.scratch = Scratch(arguments.cmake, arguments.build)
        self.addCleanup(self.scratch.remove)

    def check_built_once(self, install):
        """Runs the installing shell twice, as on two days: what is in the cache on the second is not built again."""
        status, output = install()
        self.assertEqual(status, 0, output)
        commands = self.scratch.logged("cmake")
        self.assertEqual([re.sub(r" --prefix .*", "", command) for command in commands], tour_commands())
        status, output = install()
        self.assertEqual(status, 0, output)
        self.assertEqual(self.scratch.logged("cmake"), commands)

    def commit_report(self, program):
        """As examples/README.md says it; program is the directory of kam."""
        text = (SOURCE / "examples" / "README.md").read_text()
        commands = re.findall(r"^    (.*report\.as-of.*)$", text, re.MULTILINE)
        self.assertEqual(len(commands), 2)
        status, output = self.scratch.run("\n".join([f"PATH={shlex.quote(str(program))}:$PATH", *commands]))
        self.assertEqual(status, 0, output)
        self.scratch.git("add", "report", "report.as-of")
        self.scratch.git("commit", "-qm", "The report")

    def go_on(self):
        """The report is as it was committed, and a fact has changed."""
        self.scratch.git("checkout", "-q", "--", "report")
        replace(self.scratch.accounts / "weserguss.yaml", "name: ", "name: Neue ")


class GitHub(Recipe):
    def setUp(self):
        super().setUp()
        self.workflow = load_github()
        self.steps = self.workflow["jobs"]["portfolio"]["steps"]
        self.variables = self.workflow["env"] | {
            "KAM_REPOSITORY": self.scratch.make_kam_repository(self.workflow["env"]["KAM_VERSION"])}
        for name in ("GITHUB_PATH", "GITHUB_STEP_SUMMARY"):
            self.variables[name] = str(self.scratch.root / name)
        self.temporary = self.scratch.root / "temporary"
        self.variables["RUNNER_TEMP"] = str(self.temporary)

    def install(self):
        shutil.rmtree(self.temporary, ignore_errors=True)
        self.temporary.mkdir()
        shell = next(step["run"] for step in self.steps if step["name"] == "Install kam")
        status, output = self.scratch.run(shell, **self.variables)
        added = (self.scratch.root / "GITHUB_PATH").read_text().split("\n")[0]
        self.variables["PATH"] = f"{added}:{self.scratch.environment['PATH']}"
        return status, output

    def run_steps(self):
        """What each step that is run gives; conditions are those of a job that nobody cancels."""
        status, output = self.install()
        self.assertEqual(status, 0, output)
        results, outcomes, failed = {}, {}, False
        for step in self.steps:
            if "run" not in step or step["name"] == "Install kam":
                continue
            self.assertIn(step.get("if"), [None, AFTER_CHECK, ON_PULL_REQUEST])
            if step.get("if") == ON_PULL_REQUEST and "GITHUB_BASE_REF" not in self.variables:
                continue
            if failed if "if" not in step else outcomes["check"] != 0:
                continue
            results[step["name"]] = status, output = self.scratch.run(step["run"], **self.variables)
            failed |= status != 0
            if "id" in step:
                outcomes[step["id"]] = status
        return results

    def statuses(self, results):
        return {name: status for name, (status, _) in results.items()}

    def test_structure(self):
        self.assertEqual(set(self.workflow), {"name", True, "permissions", "env", "jobs"})  # YAML 1.1 reads `on` as true
        self.assertEqual(set(self.workflow[True]), {"push", "pull_request", "schedule"})
        self.assertEqual(self.workflow["permissions"], {"contents": "read", "pull-requests": "write"})
        self.assertEqual(set(self.workflow["jobs"]["portfolio"]), {"runs-on", "steps"})
        for step in self.steps:
            self.assertLessEqual(set(step), GITHUB_STEP)
            self.assertTrue(("run" in step) != ("uses" in step), step)
            self.assertNotIn("${{", step.get("run", ""), "what a pull request says must not become shell")
            if "uses" in step:
                self.assertRegex(step["uses"], r"^actions/[a-z-]+@v\d+$")
        published = next(step["with"]["path"] for step in self.steps if "upload-artifact" in step.get("uses", ""))
        self.assertEqual(published, "report/")
        cached = next(step["with"]["path"] for step in self.steps if "cache" in step.get("uses", ""))
        self.assertEqual(cached, "~/kam")

    def test_install(self):
        self.check_built_once(self.install)
        self.assertTrue((self.scratch.root / "home/kam/bin/kam").exists())

    def test_good_portfolio(self):
        self.scratch.make_good()
        results = self.run_steps()
        self.assertEqual(self.statuses(results), {"Check": 0, "Check the committed report": 0,
                                                  "Write the report of today": 0, "Gate": 0})
        self.assertRegex(results["Check"][1], "(?m)^::warning file=accounts/")
        self.assertNotIn("::", results["Gate"][1])
        report = self.scratch.clone / "report"
        self.assertEqual((self.scratch.root / "GITHUB_STEP_SUMMARY").read_text(), (report / "README.md").read_text())
        self.assertEqual(len(list(report.iterdir())), 9)

    def test_portfolio_with_an_error(self):
        self.scratch.make_faulty()
        results = self.run_steps()
        self.assertEqual(self.statuses(results), {"Check": 1})
        self.assertEqual(self.scratch.git("status", "--short"), " M accounts/nordlicht-windkraft.yaml\n")
        self.assertIn("::error file=accounts/nordlicht-windkraft.yaml,line=17,", results["Check"][1])

    def test_portfolio_that_misses_the_gate(self):
        results = self.run_steps()
        self.assertEqual(self.statuses(results), {"Check": 0, "Check the committed report": 0,
                                                  "Write the report of today": 0, "Gate": 1})
        commands = [line for line in results["Gate"][1].splitlines() if line.startswith("::")]
        self.assertEqual(len(commands), 1, results["Gate"][1])
        self.assertIn("file=accounts/brenzbach-verpackung.yaml,line=2,col=7,title=gate-missed", commands[0])
        self.assertTrue((self.scratch.clone / "report/README.md").exists())

    def test_pull_request(self):
        self.scratch.make_good()
        self.scratch.git("checkout", "-qb", "call")
        self.scratch.git("commit", "-qam", "A call")
        self.variables |= {"GITHUB_BASE_REF": "main", "GITHUB_REF_NAME": "7/merge"}
        write_program(self.scratch.root / "programs" / "gh", '#!/bin/sh\necho "gh $*" >>"$LOG"\n')
        self.assertEqual(self.run_steps()["Tell what changed"], (0, ""))
        comment = self.temporary / "diff.md"
        self.assertEqual(self.scratch.logged("gh"),
                         [f"gh pr comment 7 --edit-last --create-if-none --body-file {comment}"])
        self.assertRegex(comment.read_text(), r"^# Änderungen: [0-9a-f]{8} \(.*\) → HEAD = ")
        self.assertIn("- **Status:** Schlüsselkunde → Kandidat\n\n</details>\n", comment.read_text())
        for number in range(350):
            (self.scratch.accounts / f"customer-{number}.yaml").write_text(f"kam: 1\nname: {'long ' * 40}{number}\n")
        self.scratch.git("add", ".")
        self.scratch.git("commit", "-qm", "Many")
        self.assertEqual(self.run_steps()["Tell what changed"], (0, ""))
        self.assertEqual(len(self.scratch.logged("gh")), 1)
        self.assertIn(comment.read_text(), (self.scratch.root / "GITHUB_STEP_SUMMARY").read_text())

    def test_committed_report(self):
        self.scratch.make_good()
        self.install()
        self.commit_report(self.scratch.root / "home/kam/bin")
        self.variables["SOURCE_DATE_EPOCH"] = LATER
        self.assertEqual(self.run_steps()["Check the committed report"], (0, ""))
        self.go_on()
        results = self.run_steps()
        self.assertEqual(self.statuses(results), {"Check": 0, "Check the committed report": 1,
                                                  "Write the report of today": 0, "Gate": 0})
        self.assertIn("+# Key-Account-Plan: Neue Weserguss AG", results["Check the committed report"][1])


class GitLab(Recipe):
    def setUp(self):
        super().setUp()
        self.file = load_gitlab()
        self.job = self.file["portfolio"]
        self.variables = self.file["variables"] | {
            "KAM_REPOSITORY": self.scratch.make_kam_repository(self.file["variables"]["KAM_VERSION"])}

    def install(self):
        return self.scratch.run("\n".join(self.job["before_script"]), **self.variables)

    def run_job(self):
        return self.scratch.run("\n".join(self.job["before_script"] + self.job["script"]), **self.variables)

    def problems(self):
        path = self.job["artifacts"]["reports"]["codequality"]
        return json.loads((self.scratch.clone / path).read_text())

    def check_published(self):
        for path in self.job["artifacts"]["paths"]:
            self.assertTrue((self.scratch.clone / path / "README.md").exists(), path)

    def test_structure(self):
        self.assertEqual(set(self.file), {"variables", "portfolio"})
        self.assertEqual(set(self.job), GITLAB_JOB)
        self.assertEqual(self.job["cache"]["paths"], [".kam/"])
        self.assertEqual(self.job["artifacts"]["when"], "always")
        self.assertEqual(set(self.job["artifacts"]), {"when", "expose_as", "paths", "expire_in", "reports"})

    def test_install(self):
        self.check_built_once(self.install)
        self.assertTrue((self.scratch.clone / ".kam/bin/kam").exists())
        self.assertEqual(self.scratch.logged("apt-get")[-1],
                         "apt-get install -y -qq --no-install-recommends ca-certificates git")

    def test_good_portfolio(self):
        self.scratch.make_good()
        status, output = self.run_job()
        self.assertEqual(status, 0, output)
        self.assertIn("owner-not-in-team", {problem["check_name"] for problem in self.problems()})
        self.check_published()

    def test_portfolio_with_an_error(self):
        self.scratch.make_faulty()
        status, output = self.run_job()
        self.assertEqual(status, 1, output)
        self.assertIn("accounts/nordlicht-windkraft.yaml:17:14: error: rating 7 is above", output)
        self.assertIn("rating-out-of-range", {problem["check_name"] for problem in self.problems()})

    def test_portfolio_that_misses_the_gate(self):
        status, output = self.run_job()
        self.assertEqual(status, 1, output)
        self.assertIn("misses the gate fulfilment >= 60: fulfilment is 49.2 [gate-missed]", output)
        self.check_published()

    def test_committed_report(self):
        self.scratch.make_good()
        self.install()
        self.commit_report(self.scratch.clone / ".kam/bin")
        self.variables["SOURCE_DATE_EPOCH"] = LATER
        status, output = self.run_job()
        self.assertEqual(status, 0, output)
        self.go_on()
        status, output = self.run_job()
        self.assertEqual(status, 1, output)
        self.assertIn("+# Key-Account-Plan: Neue Weserguss AG", output)


class Shell(unittest.TestCase):
    @unittest.skipIf(shutil.which("shellcheck") is None, "shellcheck is not installed")
    def test_shellcheck(self):
        job = load_gitlab()["portfolio"]
        scripts = [step["run"] for step in load_github()["jobs"]["portfolio"]["steps"] if "run" in step]
        scripts.append("\n".join(job["before_script"] + job["script"]))
        self.assertGreater(len(scripts), 4)
        for script in scripts:
            done = subprocess.run(["shellcheck", "-S", "style", "-s", "bash", "-"], capture_output=True, text=True,
                                  check=False, input="set -eo pipefail\n" + script)  # as the runners do
            self.assertEqual((done.returncode, done.stdout), (0, ""), script)


class Installation(unittest.TestCase):
    """What `cmake --install` puts where."""

    def test_program_and_manual_pages(self):
        scratch = Scratch(arguments.cmake, arguments.build)
        self.addCleanup(scratch.remove)
        prefix = scratch.root / "prefix"
        status, output = scratch.run(f"cmake --install build/release --prefix {shlex.quote(str(prefix))}")
        self.assertEqual(status, 0, output)
        status, output = scratch.run(f"{shlex.quote(str(prefix / 'bin' / 'kam'))} --version")
        self.assertEqual(status, 0, output)
        self.assertEqual([file.name for file in (prefix / "bin").iterdir()], ["kam"])
        for section in "15":
            installed = {page.name for page in (prefix / f"share/man/man{section}").iterdir()}
            self.assertEqual(installed, {page.name for page in (SOURCE / "man").glob(f"*.{section}")})
        documents = prefix / "share/doc/kam"
        for name in ("README.md", "examples/ci/github-workflow.yml", "docs/checks.md"):
            self.assertEqual((documents / name).read_bytes(), (SOURCE / name).read_bytes())


def main():
    global arguments
    arguments = outside.take_options("--kam", "--cmake", "--build")
    return outside.run_tests("python3-yaml is not installed" if yaml is None else "")


if __name__ == "__main__":
    sys.exit(main())
