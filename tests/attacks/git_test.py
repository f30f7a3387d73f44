#!/usr/bin/env python3
"""Repositories that came with the files, settings that run programs, and names that look like options: kam runs nothing of a
stranger's, and git never takes a merge for done that was not."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults"))
import commands

# What git runs by its configuration (git-config(1), githooks(5), gitattributes(5)); `{}` stands for a command.
PROGRAMS = {
    "core.fsmonitor": "{}", "core.pager": "{}", "core.editor": "{}", "core.askPass": "{}", "core.sshCommand": "{}", "core.gitProxy": "{}",
    "core.alternateRefsCommand": "{}", "core.hooksPath": "HOOKS", "sequence.editor": "{}", "credential.helper": "!{}", "diff.external": "{}",
    "diff.evil.command": "{}", "diff.evil.textconv": "{}", "filter.evil.clean": "{}", "filter.evil.smudge": "{}", "filter.evil.process": "{}",
    "merge.evil.driver": "{}", "gpg.program": "{}", "gpg.ssh.program": "{}", "gpg.ssh.defaultKeyCommand": "{}", "gpg.x509.program": "{}",
    "interactive.diffFilter": "{}", "pager.log": "{}", "pager.config": "{}", "pager.ls-files": "{}", "alias.log": "!{}", "alias.rev-parse": "!{}",
    "alias.cat-file": "!{}", "trailer.x.command": "{}", "trailer.x.cmd": "{}", "uploadpack.packObjectsHook": "{}", "remote.origin.uploadpack": "{}",
    "remote.origin.receivepack": "{}", "remote.origin.vcs": "evil", "remote.origin.url": "ext::{}", "submodule.x.update": "!{}",
    "tar.evil.command": "{}", "browser.x.cmd": "{}", "man.x.cmd": "{}", "difftool.x.cmd": "{}", "mergetool.x.cmd": "{}", "sendemail.sendmailCmd": "{}",
    "log.showSignature": "true", "protocol.ext.allow": "always",
}
HOOKS = ["post-checkout", "post-commit", "post-index-change", "pre-commit", "pre-auto-gc", "reference-transaction", "post-rewrite", "fsmonitor-watchman",
         "proc-receive", "post-merge", "pre-merge-commit", "push-to-checkout", "update", "pre-push", "sendemail-validate"]
ATTRIBUTES = "* diff=evil filter=evil merge=evil\n"
# Where the names of directories would be taken for options, or run by a shell.
DIRECTORIES = ["-h", "-q", "--help", "--marker-size=3", "--version", "--lang=xx", "-C", "--", "-", "--as-of=2020-01-01", "a b", "it's", "$(touch ran)",
               "`touch ran`", ";touch ran;", "%A", "Müller & Söhne", "-hq"]
GIT_COMMANDS = [["diff"], ["diff", "HEAD~1..HEAD"], ["history", "--revisions"], ["history", "--revisions", "--each", "tag"], ["git-setup"],
                ["git-setup", "--remove"], ["check"], ["init", "--git", "another"]]

kam = None  # the executable, set below


class Git(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-git-")).resolve()
        self.addCleanup(shutil.rmtree, self.scratch)
        self.mark = self.scratch / "ran"
        self.home = self.scratch / "home"
        self.home.mkdir()
        self.bin = self.scratch / "bin"
        self.bin.mkdir()
        (self.bin / "kam").symlink_to(kam)
        self.environment = dict(os.environ, HOME=str(self.home), GIT_CONFIG_NOSYSTEM="1", SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8",
                                PATH=f"{self.bin}:{os.environ['PATH']}", GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@b", GIT_COMMITTER_NAME="A",
                                GIT_COMMITTER_EMAIL="a@b", GIT_COMMITTER_DATE="2026-11-20T09:00:00Z", GIT_CEILING_DIRECTORIES=str(self.scratch))
        self.environment.pop("XDG_CONFIG_HOME", None)
        self.command = f"touch {self.mark}; false;"

    def run_in(self, directory, *words, check=True, **more):
        done = subprocess.run(words, cwd=directory, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                              env=dict(self.environment, **more))
        if check:
            self.assertEqual(done.returncode, 0, (words, done))
        return done

    def git(self, directory, *words, **more):
        return self.run_in(directory, "git", *words, **more)

    def repository(self, name="repository", portfolio="portfolio"):
        """A repository of two commits with a portfolio in a directory of it."""
        top = self.scratch / name
        top.mkdir()
        self.git(top, "init", "-q", "-b", "main")
        directory = top / portfolio
        (directory / "accounts").mkdir(parents=True)
        (directory / "kam.yaml").write_text("kam: 1\nlanguage: en\n")
        account = directory / "accounts/a.yaml"
        account.write_text("kam: 1\nname: A\nmanager: Anna\nindustry: Wind\n")
        self.commit(top, "One")
        self.git(top, "tag", "one")
        account.write_text("kam: 1\nname: A\nmanager: Jonas\nindustry: Wind\n")
        self.commit(top, "Two")
        return top, directory

    def commit(self, top, subject):
        self.git(top, "add", "-A")
        self.git(top, "commit", "-q", "-m", subject)

    def assert_nothing_ran(self, what):
        self.assertFalse(self.mark.exists(), what)

    def lay_bare(self, directory, settings):
        """The files of a bare repository that asks its remote for what it lacks, by a command of the stranger's."""
        for name in ("objects/info", "refs/heads"):
            (directory / name).mkdir(parents=True, exist_ok=True)
        for name in ("objects/info/packs", "refs/heads/.keep"):
            (directory / name).write_text("")
        (directory / "HEAD").write_text("ref: refs/heads/main\n")
        (directory / "refs/heads/main").write_text("1234567890123456789012345678901234567890\n")
        (directory / "config").write_text(
            '[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tpartialClone = origin\n'
            f'[remote "origin"]\n\tpromisor = true\n\turl = .\n\tuploadpack = "{self.command}"\n' + settings)

    def write_settings(self, file):
        hooks = self.scratch / "hooks"
        hooks.mkdir(exist_ok=True)
        for name in HOOKS:
            (hooks / name).write_text(f"#!/bin/sh\ntouch {self.mark}\n")
            (hooks / name).chmod(0o755)
        for key, value in PROGRAMS.items():
            value = str(hooks) if value == "HOOKS" else value.format(self.command)
            self.git(self.scratch, "config", "--file", str(file), key, value)

    # ---- repositories that came with the files ----

    def test_a_directory_that_looks_like_a_bare_repository_is_not_asked(self):
        top, portfolio = self.repository(portfolio="sales/portfolio")
        settings = self.scratch / "settings"
        settings.touch()
        self.write_settings(settings)
        usual = self.run_in(portfolio, kam, "diff", "HEAD~1..HEAD").stdout
        for place in (portfolio, portfolio / "accounts", portfolio.parent, top):
            for extra in ("", settings.read_text()):
                self.lay_bare(place, extra)
                for command in GIT_COMMANDS:
                    self.run_in(portfolio, kam, *command, check=False)
                    self.run_in(top, kam, "-C", str(portfolio), *command, check=False)
                    self.assert_nothing_ran((place, command))
                    shutil.rmtree(portfolio / "another", ignore_errors=True)
                self.assertEqual(self.run_in(portfolio, kam, "diff", "HEAD~1..HEAD").stdout, usual, place)
                self.assertIn("One", self.run_in(portfolio, kam, "history", "--revisions", "--format", "json").stdout)
            for name in ("HEAD", "config", "objects", "refs"):
                (shutil.rmtree if (place / name).is_dir() else os.remove)(place / name)

    def test_a_commit_that_leaves_a_bare_repository_alone_in_the_directory(self):
        top, portfolio = self.repository()
        self.lay_bare(portfolio, "")
        (portfolio / "kam.yaml").unlink()
        self.commit(top, "No portfolio any more")
        for command in (["diff", "HEAD~1..HEAD"], ["history", "--revisions"]):
            done = self.run_in(portfolio, kam, *command, check=False)
            self.assertEqual(done.returncode, 3)
            self.assertIn(f"git is not asked about {portfolio}: the files beside it belong to the repository {top}", done.stderr)
            self.assert_nothing_ran(command)

    def test_a_git_file_that_leads_into_the_files_is_not_followed(self):
        top, portfolio = self.repository()
        for place, inner in ((portfolio, "inner"), (portfolio, "accounts/.x"), (portfolio.parent / "unpacked", "inner")):
            if place != portfolio:
                shutil.copytree(portfolio, place)
            (place / inner).mkdir()
            self.lay_bare(place / inner, "[core]\n\tbare = false\n")
            (place / ".git").write_text(f"gitdir: {inner}\n")
            for command in GIT_COMMANDS[:5]:
                done = self.run_in(place, kam, *command, check=False)
                self.assertEqual(done.returncode, 3, (command, done))
                self.assertIn(f"git is not asked about {place / inner}", done.stderr)
                self.assertIn("Take it away, or clone anew what you trust.", done.stderr)
                self.assert_nothing_ran(command)
            (place / ".git").unlink()
            (place / ".git").symlink_to(inner)
            self.assertIn("git is not asked about", self.run_in(place, kam, "diff", check=False).stderr)
            (place / ".git").unlink()
            shutil.rmtree(place / inner)

    def test_a_repository_put_among_tracked_files_is_not_asked(self):
        top, portfolio = self.repository()
        self.git(portfolio, "init", "-q")
        done = self.run_in(portfolio, kam, "diff", check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIn(f"git is not asked about {portfolio}/.git: the files beside it belong to the repository {top}\n", done.stderr)
        self.git(top, "rm", "-rq", "--cached", "portfolio")  # a repository of its own that happens to lie there
        self.git(top, "commit", "-qm", "Elsewhere now")
        self.commit(portfolio, "Begin")
        self.assertEqual(self.run_in(portfolio, kam, "diff").returncode, 0)

    def test_a_working_tree_elsewhere_is_told(self):
        top, portfolio = self.repository()
        self.git(top, "config", "core.worktree", str(self.home))
        done = self.run_in(portfolio, kam, "diff", check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIn("has its working tree elsewhere", done.stderr)

    def test_a_bare_repository_of_ones_own_is_read_and_a_strangers_is_not(self):
        top, _ = self.repository(portfolio=".")
        self.git(top, "clone", "-q", "--bare", ".", str(self.scratch / "bare.git"))
        self.assertIn("Two", self.run_in(self.scratch / "bare.git", kam, "history", "--revisions", "--format", "json").stdout)
        if os.geteuid() == 0:
            os.chown(self.scratch / "bare.git", 4711, 4711)
            done = self.run_in(self.scratch / "bare.git", kam, "history", "--revisions", check=False)
            self.assertEqual(done.returncode, 3)
            self.assertIn("it belongs to another user", done.stderr)
            self.git(self.scratch, "config", "--global", "safe.directory", str(self.scratch / "bare.git"))
            self.assertEqual(self.run_in(self.scratch / "bare.git", kam, "history", "--revisions").returncode, 0)

    # ---- one's own repository ----

    def test_reading_runs_no_program_of_the_configuration(self):
        top, portfolio = self.repository()
        (top / ".gitattributes").write_text(ATTRIBUTES)
        self.commit(top, "Attributes")
        (portfolio / "accounts/a.yaml").write_text("kam: 1\nname: A\nmanager: Petra\n")
        self.write_settings(top / ".git/config")
        for name in HOOKS:
            shutil.copy(self.scratch / "hooks" / name, top / ".git/hooks" / name)
        for command in GIT_COMMANDS:
            self.run_in(portfolio, kam, *command)
            self.assert_nothing_ran(command)

    def test_a_partial_clone_gets_what_it_lacks(self):
        top, portfolio = self.repository()
        self.git(top, "config", "uploadpack.allowFilter", "true")
        self.git(self.scratch, "clone", "-q", "--filter=blob:none", f"file://{top}", "partial")
        done = self.run_in(self.scratch / "partial/portfolio", kam, "history", "--revisions", "--format", "json")
        self.assertIn("One", done.stdout)
        self.assertIn("Anna → Jonas", self.run_in(self.scratch / "partial/portfolio", kam, "diff", "HEAD~1..HEAD").stdout)

    def test_nothing_is_asked_on_the_terminal(self):
        """git is told so: a repository behind a password ends the command with the reason."""
        (self.bin / "git").write_text(f'#!/bin/sh\nprintf "%s %s\\n" "$GIT_TERMINAL_PROMPT" "$*" >>{self.scratch}/calls\nexec {shutil.which("git")} "$@"\n')
        (self.bin / "git").chmod(0o755)
        _, portfolio = self.repository()
        (self.scratch / "calls").unlink()
        for command in GIT_COMMANDS:
            self.run_in(portfolio, kam, *command)
        calls = (self.scratch / "calls").read_text().splitlines()
        self.assertGreater(len(calls), 20)
        for call in calls:
            self.assertTrue(call.startswith("0 "), call)
            self.assertIn("-c safe.bareRepository=explicit", call)
            if "rev-parse" not in call or "--verify" in call:
                self.assertIn("--git-dir=", call)

    # ---- merging ----

    def conflict(self, directory, size=0):
        """A repository whose two branches name another manager, merged; what git said, and the file."""
        top, portfolio = self.repository(name="merging", portfolio=directory)
        self.run_in(portfolio, kam, "-q", "git-setup")
        self.commit(top, "Three")
        filler = "".join(f"x_{i}: some text that fills the file\n" for i in range(size))
        for branch, manager, industry in (("side", "Petra", "Wind"), ("main", "Quirin", "Water")):
            if branch == "side":
                self.git(top, "checkout", "-qb", "side")
            else:
                self.git(top, "checkout", "-q", "main")
            (portfolio / "accounts/a.yaml").write_text(f"kam: 1\nname: A\nmanager: {manager}\nindustry: {industry}\n{filler}")
            self.commit(top, branch)
        return top, portfolio

    def assert_conflict(self, top, portfolio, done, what):
        text = (portfolio / "accounts/a.yaml").read_text()
        self.assertEqual(done.returncode, 1, (what, done))
        self.assertIn("CONFLICT", done.stdout, what)
        for line in ("manager: Petra\n", "manager: Quirin\n", "<<<<<<< ", "=======\n", ">>>>>>> "):
            self.assertIn(line, text, (what, done))
        self.assertTrue(self.git(top, "status", "--porcelain").stdout.startswith("UU "), what)

    def test_directories_with_names_like_options_are_merged(self):
        old = ("if command -v kam >/dev/null 2>&1; then kam merge-driver --marker-size=%L %O %A %B %P; else git merge-file -q --marker-size=%L -L ours "
               "-L base -L theirs %A %O %B; fi")
        for directory in DIRECTORIES:
            top, portfolio = self.conflict(directory)
            self.assert_conflict(top, portfolio, self.git(top, "merge", "side", check=False), directory)
            self.assertIn("industry: Water\n", (portfolio / "accounts/a.yaml").read_text(), directory)  # merged by facts
            self.assertIn("<<<<<<< HEAD\nmanager: Quirin\n=======\nmanager: Petra\n>>>>>>> side\n", (portfolio / "accounts/a.yaml").read_text(), directory)
            self.git(top, "merge", "--abort")
            self.git(top, "config", "merge.kam.driver", old)  # of an earlier kam: at least a conflict
            done = self.git(top, "merge", "side", check=False)
            self.assertEqual(done.returncode, 1, (directory, done))
            self.assertTrue(self.git(top, "status", "--porcelain").stdout.startswith("UU "), directory)
            self.git(top, "merge", "--abort")
            self.assertIn("[old-merge-driver]", self.run_in(portfolio, kam, "check").stdout)
            self.run_in(portfolio, kam, "git-setup")
            self.assertNotIn("[old-merge-driver]", self.run_in(portfolio, kam, "check").stdout)
            self.assert_conflict(top, portfolio, self.git(top, "merge", "side", check=False), directory)
            self.assertEqual(list(self.scratch.rglob("ran")), [], directory)
            shutil.rmtree(top)

    def test_whatever_ends_the_driver_leaves_both_sides_between_marks(self):
        top, portfolio = self.conflict("portfolio")
        endings = {
            "killed": "kill -9 $$", "terminated": "kill -15 $$", "no memory": f"ulimit -v 60000; exec {kam} \"$@\"",
            "no executable": "exit 127", "usage": f"exec {kam} merge-driver --no-such-option", "done by halves": f"{kam} \"$@\"; kill -9 $$",
            "a failure": "exit 3",
        }
        if "asan" in kam:
            del endings["no memory"]  # the sanitizers reserve more than there is
        for what, ending in endings.items():
            (self.bin / "kam").unlink()
            (self.bin / "kam").write_text(f"#!/bin/sh\n{ending}\n")
            (self.bin / "kam").chmod(0o755)
            self.assert_conflict(top, portfolio, self.git(top, "merge", "side", check=False), what)
            self.git(top, "merge", "--abort")

    def test_what_lines_alone_merge_is_left_for_a_person_where_kam_failed(self):
        top, portfolio = self.conflict("portfolio")
        (portfolio / "accounts/a.yaml").write_text("kam: 1\nname: A\nmanager: Jonas\n# one\n# two\n# three\nindustry: Water\n")
        self.commit(top, "More")
        (self.bin / "kam").unlink()
        (self.bin / "kam").write_text("#!/bin/sh\nexit 129\n")
        (self.bin / "kam").chmod(0o755)
        done = self.git(top, "merge", "side", check=False)
        self.assertEqual(done.returncode, 1)
        text = (portfolio / "accounts/a.yaml").read_text()
        for line in ("<<<<<<< ", "manager: Petra\n", "manager: Jonas\n", "industry: Water\n", "industry: Wind\n"):
            self.assertIn(line, text)

    def test_the_driver_says_129_whenever_it_did_not_merge(self):
        work = self.scratch / "work"
        work.mkdir()
        for name, text in (("base", "kam: 1\nname: A\n"), ("ours", "kam: 1\nname: B\n"), ("theirs", "kam: 1\nname: C\n")):
            (work / name).write_text(text)
        (work / "directory").mkdir()
        sides = ["base", "ours", "theirs"]
        for words in ([], sides, [*sides, "-h/accounts/a.yaml"], [*sides, "-h"], [*sides, "--help"], [*sides, "-q/kam.yaml"], [*sides, "--help", "x"],
                      [*sides, "--marker-size=3/kam.yaml"], ["--marker-size=x", "--", *sides, "p"], ["--marker-size=-1", "--", *sides, "p"],
                      ["--marker-size=0", "--", *sides, "p"], ["--", "base", "missing", "theirs", "p"], ["--", "missing", "ours", "theirs", "p"],
                      ["--", "base", "ours", "directory", "p"], ["--", "base", "ours", "theirs", "p", "a", "b", "c", "d"], ["--lang=xx", "--", *sides, "p"],
                      ["--as-of=never", "--", *sides, "p"], ["-C", "nowhere", "--", *sides, "p"]):
            done = self.run_in(work, kam, "merge-driver", *words, check=False)
            self.assertEqual(done.returncode, 129, (words, done))
            self.assertEqual((work / "ours").read_text(), "kam: 1\nname: B\n", words)
        self.assertEqual(self.run_in(work, kam, "merge-driver", "--help").returncode, 0)
        self.assertEqual(self.run_in(work, kam, "merge-driver", "-h").returncode, 0)

    def test_the_size_of_marks_is_bounded(self):
        top, portfolio = self.conflict("portfolio")
        with (portfolio / ".gitattributes").open("a") as file:
            file.write("* conflict-marker-size=999999999\n")
        self.commit(top, "Marks")
        self.git(top, "merge", "side", check=False)
        text = (portfolio / "accounts/a.yaml").read_text()
        self.assertIn("<" * 1000 + " HEAD\n", text)
        self.assertLess(len(text), 5000)


if __name__ == "__main__":
    kam = outside.take_options("--kam").kam
    sys.exit(outside.run_tests("" if shutil.which("git") else "git"))
