#!/usr/bin/env python3
"""Names and symbolic links that would lead kam out of the portfolio, or out of the directory a report goes to: nothing beyond it
is read, written or removed. Pipes, sockets, devices and directories in the place of files: refused without waiting."""

import fcntl
import itertools
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults"))
import commands

ACCOUNT = "kam: 1\nname: Geheim GmbH\nmanager: Niemand\n"
LIST = "name,Revenue 2025\nEins GmbH,10\n"
READERS = [["inventory"], ["assess", "--all"], ["report"], ["report", "-o", "pages/"], ["agenda"], ["history"], ["export"],
           ["export", "--requirements"]]
HOSTILE_NAMES = ["../../secret", "..", "/etc/passwd", "accounts/../../secret", "..\\..\\secret", "con", ".git", "-rf", "a/../../b"]

KINDS = ["pipe", "directory", "socket", "device"]
EXCHANGE = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
while True:  # RENAME_EXCHANGE
    libc.renameat2(-100, os.fsencode(sys.argv[1]), -100, os.fsencode(sys.argv[2]), 2)
"""

kam = None  # the executable, set below


def socket_at(path):
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    return listening


class Paths(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-paths-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.directory = self.scratch / "portfolio"
        commands.lay_out(self.directory)
        self.outside = self.scratch / "outside"
        self.outside.mkdir()
        for name, text in {"secret.yaml": ACCOUNT, ".kam-1-1.tmp": "x", "README.md": "mine\n", "weserguss.md": "mine\n"}.items():
            (self.outside / name).write_text(text, encoding="utf-8")
        self.around = commands.contents(self.outside)

    def tearDown(self):
        self.assertEqual(commands.contents(self.outside), self.around)

    def environment(self, **more):
        return dict(os.environ, SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8", EDITOR=commands.EDITOR,
                    XDG_STATE_HOME=str(self.scratch / "state"), **more)

    def run_kam(self, *arguments, stdin="", **more):
        """The timeout is far below the minute that a lock is waited for: who waits for anybody fails."""
        done = subprocess.run([kam, "-q", *arguments], cwd=self.directory, input=stdin.encode(), capture_output=True, env=self.environment(**more),
                              timeout=40)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def refused(self, *arguments, stdin="", says, status=3):
        """The command fails with that and changes nothing."""
        before = commands.contents(self.directory)
        done = self.run_kam(*arguments, stdin=stdin)
        self.assertEqual(done[0], status, (arguments, done))
        self.assertIn(says, done[2], arguments)
        self.assertNotIn("Geheim", done[1] + done[2])
        self.assertEqual(commands.contents(self.directory), before)

    def test_an_account_that_is_a_link_out_of_the_portfolio_is_not_read(self):
        for target in (self.outside / "secret.yaml", "../../outside/secret.yaml", "../accounts/../../outside/secret.yaml"):
            link = self.directory / "accounts/secret.yaml"
            link.symlink_to(target)
            says = "accounts/secret.yaml: error: is a symbolic link that leads out of the portfolio\n   Put the file itself in the link's place.\n"
            for command in READERS:
                self.refused(*command, says=says)
            self.refused("set", "secret", "industry=x", says="")
            self.refused("assess", "secret", "--rate", "flexibility=4:3", says=says)
            self.refused("edit", "secret", says="")
            status, out, _ = self.run_kam("check")
            self.assertEqual(status, 1)
            self.assertIn("is a symbolic link that leads out of the portfolio", out)
            self.assertNotIn("Geheim", out)
            link.unlink()

    def test_an_account_that_is_a_link_within_the_portfolio_is_read_and_not_written_through(self):
        (self.directory / "kept").mkdir()
        (self.directory / "kept/other.yaml").write_text(ACCOUNT, encoding="utf-8")
        (self.directory / "accounts/other.yaml").symlink_to("../kept/other.yaml")
        self.assertIn("Geheim", self.run_kam("inventory")[1])
        status, _, told = self.run_kam("set", "other", "industry=x")
        self.assertEqual(status, 3)
        self.assertIn("accounts/other.yaml is a symbolic link, and kam does not write through links\n", told)
        self.assertEqual((self.directory / "kept/other.yaml").read_text(encoding="utf-8"), ACCOUNT)

    def test_a_link_that_leads_nowhere_or_to_itself(self):
        for target, reason in (("nowhere.yaml", "No such file or directory"), ("loop.yaml", "Too many levels of symbolic links")):
            link = self.directory / "accounts/loop.yaml"
            link.symlink_to(target)
            self.refused("inventory", says=f"accounts/loop.yaml: error: cannot be read: {reason}\n")
            self.refused("add-account", "Loop", says="accounts/loop.yaml is there already\n")
            link.unlink()

    def test_accounts_that_is_a_link_out_of_the_portfolio(self):
        shutil.rmtree(self.directory / "accounts")
        (self.directory / "accounts").symlink_to(self.outside)
        says = "kam: accounts leads out of the portfolio, by a symbolic link\n  Put what it points to in the link's place.\n"
        for command in [*READERS, ["check"], ["add-account", "Neu"], ["set", "secret", "industry=x"], ["edit", "secret"]]:
            self.refused(*command, says=says)
        self.refused("import", "-", stdin=LIST, says=says)

    def test_the_schemas_directory_that_is_a_link_out_of_the_portfolio(self):
        shutil.rmtree(self.directory / ".kam", ignore_errors=True)
        (self.directory / ".kam").symlink_to(self.outside)
        says = "kam: .kam leads out of the portfolio, by a symbolic link\n"
        self.refused("schema", "--write", says=says)
        self.refused("add-account", "Neu", says=says)
        self.refused("import", "-", stdin=LIST, says=says)
        (self.directory / "new").mkdir()
        (self.directory / "new/.kam").symlink_to(self.outside)
        self.assertEqual(self.run_kam("init", "new")[0], 3)
        self.assertFalse((self.directory / "new/kam.yaml").exists())

    def test_a_report_directory_that_is_a_link_out_of_the_portfolio(self):
        (self.directory / "report").symlink_to(self.outside)
        for output in ("report", "report/", "./report/", "accounts/../report/"):
            self.refused("report", "-o", output, says="kam: report" + "/" * output.endswith("/") + " leads out of the portfolio, by a symbolic link\n")
        self.refused("report", "-o", "report/new/", says="kam: report/new/ leads out of the portfolio, by a symbolic link\n")
        self.refused("report", "-o", "report/plan.md", "weserguss", says="kam: report/plan.md leads out of the portfolio, by a symbolic link\n")
        # Somebody who names a place beyond the portfolio means it.
        elsewhere = self.scratch / "elsewhere"
        elsewhere.mkdir()
        (self.scratch / "way").symlink_to(elsewhere)
        self.assertEqual(self.run_kam("report", "-o", "../way/")[0], 0)
        self.assertTrue((elsewhere / "README.md").exists())

    def test_pages_that_are_links_are_not_written_through(self):
        for page, kind in (("README.md", "markdown"), ("weserguss.md", "markdown"), ("index.html", "html")):
            (self.directory / "report").mkdir()
            (self.directory / "report" / page).symlink_to(self.outside / "README.md")
            self.refused("report", "-o", "report/", "--format", kind, says=f"report/{page} was not written by kam report and is not replaced\n")
            shutil.rmtree(self.directory / "report")
        (self.directory / "plan.md").symlink_to(self.outside / "README.md")
        self.refused("report", "weserguss", "-o", "plan.md", says="kam: plan.md leads out of the portfolio, by a symbolic link\n")

    def test_a_report_removes_only_what_it_wrote(self):
        report = self.directory / "report"
        self.assertEqual(self.run_kam("report", "-o", "report/", "--charts", "svg")[0], 0)
        page = (report / "weserguss.md").read_text(encoding="utf-8")
        mark = page.splitlines(True)[0]
        (report / "below").mkdir()
        mine = {"own.md": "# Eigenes\n", "own.html": "<p>x</p>", "own.svg": "<svg/>", "below/gone.md": page, "copy.txt": page, "late.md": "x\n" + page,
                "cut.md": mark[:20], ".kam-own.tmp": "x", ".kam-1-2.tmp.bak": "x", "accounts": "x"}
        for name, text in mine.items():
            (report / name).write_text(text, encoding="utf-8")
        (report / "link.md").symlink_to("weserguss.md")
        (report / "gone.md").write_text(page, encoding="utf-8")  # as of an account that went
        for kind in ("markdown", "html"):
            self.assertEqual(self.run_kam("report", "-o", "report/", "--format", kind)[0], 0)
        self.assertFalse((report / "gone.md").exists())
        for name, text in mine.items():
            self.assertEqual((report / name).read_text(encoding="utf-8"), text)
        self.assertTrue((report / "link.md").is_symlink())
        self.refused("report", "-o", "accounts/weserguss.yaml", says="a report is no YAML", status=2)

    def test_no_account_takes_the_page_of_another_or_of_the_portfolio(self):
        names = {"index": "First GmbH", "readme": "Second GmbH", "index-1": "Third GmbH", "account-index": "Fourth GmbH", "license": "Fifth GmbH"}
        for number, (account, name) in enumerate(names.items()):
            (self.directory / f"accounts/{account}.yaml").write_text(
                f"kam: 1\nname: {name}\nstatus: key_account\nfigures: {{2025: {{revenue: {number + 5}}}}}\n"
                "assessments:\n  - {date: 2026-01-01, perspective: customer, ratings: {flexibility: {importance: 4, fulfilment: 3}}}\n"
                "  - {date: 2026-03-01, perspective: customer, ratings: {flexibility: {importance: 4, fulfilment: 4}}}\n", encoding="utf-8")
        for kind, (form, charts) in itertools.product(("plan", "review", "onepager"), (("markdown", "mermaid"), ("markdown", "svg"), ("html", "svg"))):
            with self.subTest(kind=kind, form=form, charts=charts):
                self.hold_pages(names, ["report", "--kind", kind, "--format", form, "--charts", charts, "-o", "pages/"])
                shutil.rmtree(self.directory / "pages")

    def hold_pages(self, names, command):
        """Each page has a name of its own whatever its case, and each link leads to the page of what it names."""
        self.assertEqual(self.run_kam(*command)[0], 0)
        self.assertEqual(self.run_kam(*command, "--check")[:2], (0, ""))
        files = {path.name: path.read_text(encoding="utf-8") for path in (self.directory / "pages").iterdir()}
        self.assertEqual(len({file.casefold() for file in files}), len(files))
        pages = {file: text for file, text in files.items() if not file.endswith(".svg")}
        self.assertEqual(len(pages), 1 + len(list((self.directory / "accounts").iterdir())))
        links = re.compile(r'\[([^\]]*)\]\(([^)]*\.md)\)|<a href="([^"#]*\.html)">(?:<bdi>)?([^<]*)')
        followed = set()
        for file, text in pages.items():
            for found in links.finditer(text):
                label, target = (found[1], found[2]) if found[2] else (found[4], found[3])
                self.assertIn(target, pages, file)
                heading = re.search("^# (.*)$|<h1[^>]*>(.*)</h1>", pages[target], re.MULTILINE)[0]
                if label in names.values():
                    self.assertIn(label, heading)
                    followed.add(label)
            for picture in re.findall(r"!\[[^\]]*\]\(([^)]*)\)", text):
                self.assertIn(picture, files)
                self.assertTrue(picture.startswith(file.removesuffix(".md") + "."), picture)
        self.assertEqual(followed, set(names.values()))
        gone = (self.directory / "accounts/index.yaml").read_bytes()
        (self.directory / "accounts/index.yaml").unlink()
        self.assertEqual(self.run_kam(*command, "--check")[0], 1)
        self.assertEqual(self.run_kam(*command)[0], 0)
        left = {path.name for path in (self.directory / "pages").iterdir()}
        self.assertEqual({file for file in files if file.startswith("account_index.")}, set(files) - left)
        (self.directory / "accounts/index.yaml").write_bytes(gone)

    def test_names_and_ids_stay_in_accounts(self):
        for name in HOSTILE_NAMES:
            before = set(commands.contents(self.directory))
            status, out, told = self.run_kam("add-account", "--", name)
            made = set(commands.contents(self.directory)) - before - {".kam/account.schema.json", ".kam/portfolio.schema.json"}
            self.assertIn((status, len(made)), ((0, 1), (2, 0)), told)
            for path in made:
                self.assertRegex(path, r"^accounts/[a-z0-9-]+\.yaml$")
                self.assertEqual(out, path + "\n")
                (self.directory / path).unlink()
            self.refused("add-account", "Eins", f"--id={name}", says=f"kam: --id cannot be `{name}`\n", status=2)
            for command in (["assess", "--", name], ["report", "--", name], ["edit", "--", name], ["set", name, "industry=x"],
                            ["assess", "--sheet", "--", name]):
                if command[0] != "set" or not name.startswith("-"):
                    self.refused(*command, says=f"there is no account `{name}`", status=2)
        names = "".join(f'"{name}",10\n' for name in HOSTILE_NAMES)
        before = set(commands.contents(self.directory))
        self.assertIn(self.run_kam("import", "--keep-going", "-", stdin="name,Revenue 2025\n" + names)[0], (0, 1))
        for path in set(commands.contents(self.directory)) - before:
            self.assertRegex(path, r"^(accounts/[a-z0-9-]+\.yaml|\.kam/(account|portfolio)\.schema\.json)$")
        self.assertEqual({path.name for path in self.scratch.iterdir()}, {"portfolio", "outside"})

    # ---- links out of the working tree, and special files ----

    def make_special(self, path, kind):
        """A file of that kind at `path`; False where this machine does not let us make one."""
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "directory":
            path.mkdir()
        elif kind == "socket":
            here = os.getcwd()
            os.chdir(path.parent)  # a socket's name has 107 bytes at most
            self.addCleanup(socket_at(path.name).close)
            os.chdir(here)
        else:
            try:
                os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero, which never ends
            except PermissionError:
                return False
        return True

    def test_special_files_are_refused_without_waiting_for_them_or_for_the_lock(self):
        """While another process has the lock: a command that asked for it would wait for a minute."""
        for name in ("accounts/weserguss.yaml", "accounts/other.yaml", "kam.yaml", ".gitattributes", ".kam/account.schema.json", ".kam", "accounts"):
            for kind in KINDS if name == "accounts/weserguss.yaml" else KINDS[:1]:
                with self.subTest(name=name, kind=kind):
                    commands.lay_out(self.directory)
                    (self.directory / ".kam").mkdir()
                    path = self.directory / name
                    if path.is_dir():
                        shutil.rmtree(path)
                    path.unlink(missing_ok=True)
                    if not self.make_special(path, kind):
                        continue
                    told = rf"{re.escape(name)}(: error:)? (is not a regular file|is not a directory|cannot be read: Not a directory)\n"
                    readers = [] if name.startswith(".") else (["inventory"], ["report", "-o", "pages/"], ["set", "weserguss", "industry=x", "--dry-run"])
                    for command in readers:
                        done = self.run_kam(*command)
                        self.assertEqual((done[0], done[1]), (3, ""), command)
                        self.assertRegex(done[2], told)
                    lock = os.open(self.directory, os.O_RDONLY)
                    fcntl.flock(lock, fcntl.LOCK_EX)
                    for command in commands.COMMANDS:
                        if command.name in ("init", "report", "report-file", "merge-driver"):
                            continue  # of another directory, or readers
                        with self.subTest(command=command.name):
                            done = self.run_kam(*command.arguments, stdin=command.stdin)
                            self.assertEqual((done[0], done[1]), (3, ""), done)
                            self.assertRegex(done[2], told)
                    os.close(lock)

    def test_a_special_file_in_the_place_of_a_report(self):
        lock = os.open(self.directory, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        for kind in KINDS:
            path = self.directory / "plan.md"
            if kind == "directory" or not self.make_special(path, kind):
                continue
            for more in ([], ["--check"]):
                self.refused("report", "weserguss", "-o", "plan.md", *more, says="kam: plan.md is not a regular file\n")
            path.unlink()
        os.close(lock)
        (self.directory / "report").mkdir()
        for page in ("README.md", "weserguss.md", "old.md"):
            os.mkfifo(self.directory / "report" / page)
            if page == "old.md":
                self.assertEqual(self.run_kam("report", "-o", "report/")[0], 0)
            else:
                self.refused("report", "-o", "report/", says=f"report/{page} was not written by kam report and is not replaced\n")
                (self.directory / "report" / page).unlink()

    def test_a_git_attributes_and_a_schema_that_lead_out(self):
        for name, command in ((".gitattributes", ["git-setup"]), (".gitattributes", ["git-setup", "--remove"]),
                              (".kam/account.schema.json", ["schema", "--write"]), (".kam/portfolio.schema.json", ["add-account", "Neu"])):
            (self.directory / ".kam").mkdir(exist_ok=True)
            path = self.directory / name
            path.unlink(missing_ok=True)
            path.symlink_to(self.outside / "secret.yaml")
            self.refused(*command, says=f"kam: {name} is a symbolic link that leads out of the portfolio\n")
            path.unlink()

    def test_a_model_that_leads_out_of_the_working_tree_is_told_and_not_quoted(self):
        settings = (self.directory / "kam.yaml").read_text(encoding="utf-8")
        (self.outside / "kam.yaml").write_text(settings, encoding="utf-8")
        (self.outside / "key").write_text("Geheim: [\n", encoding="utf-8")
        self.around = commands.contents(self.outside)
        (self.directory / ".git/kam-Geheim").write_text("Geheim: [\n", encoding="utf-8")
        out = "kam.yaml: error: is a symbolic link that leads out of the working tree\n   Put the file itself in the link's place; where you trust what it leads to, give --follow.\n"
        writers = [["set", "weserguss", "industry=x"], ["add-account", "Neu"], ["edit", "weserguss"], ["schema", "--write"], ["git-setup"],
                   ["assess", "weserguss", "--rate", "flexibility=4:3"], ["set", "weserguss", "industry=x", "--dry-run"]]
        others = [["schema", "account"], ["inventory", "--keep-going"], ["diff"], ["assess", "weserguss", "-i"]]
        for target in (self.outside / "kam.yaml", self.outside / "key", "/proc/self/environ", ".git/kam-Geheim", "/dev/zero"):
            (self.directory / "kam.yaml").unlink()
            (self.directory / "kam.yaml").symlink_to(target)
            for command in READERS + writers + others:
                if command != ["diff"]:
                    self.refused(*command, says=out if command != ["git-setup"] else out.replace(": error:", "").replace("\n   ", "\n  "))
            status, told, _ = self.run_kam("check")
            self.assertEqual((status, told.count("leads out of the working tree"), "Geheim" in told), (1, 1, False))
            status, told, _ = self.run_kam("check", "kam.yaml")
            self.assertEqual((status, "Geheim" in told), (1, False))
        (self.directory / "kam.yaml").unlink()
        (self.directory / "kam.yaml").symlink_to(self.outside / "kam.yaml")
        self.assertEqual(self.run_kam("--follow", "inventory")[0], 0)
        self.assertEqual(self.run_kam("inventory", KAM_FOLLOW="1")[0], 0)
        self.assertEqual(self.run_kam("--follow", "set", "weserguss", "industry=Guss")[0], 0)
        for value, status in (("", 3), ("0", 3), ("yes", 2)):
            self.assertEqual(self.run_kam("inventory", KAM_FOLLOW=value)[0], status)
        # A person who follows gets the faults of what it leads to, as everywhere.
        (self.directory / "kam.yaml").unlink()
        (self.directory / "kam.yaml").symlink_to(self.outside / "key")
        self.assertIn("1 | Geheim", self.run_kam("--follow", "inventory")[2])
        # An account leads out for nobody.
        (self.directory / "kam.yaml").unlink()
        (self.directory / "kam.yaml").write_text(settings, encoding="utf-8")
        (self.directory / "accounts/secret.yaml").symlink_to(self.outside / "secret.yaml")
        self.refused("--follow", "inventory", says="accounts/secret.yaml: error: is a symbolic link that leads out of the portfolio\n")

    def test_a_model_shared_by_portfolios_of_one_working_tree(self):
        settings = (self.directory / "kam.yaml").read_text(encoding="utf-8")
        (self.directory / "model.yaml").write_text(settings, encoding="utf-8")
        below = self.directory / "nord"
        shutil.copytree(self.directory / "accounts", below / "accounts")
        (below / "kam.yaml").symlink_to("../model.yaml")
        self.assertEqual(self.run_kam("-C", "nord", "inventory")[0], 0)
        shutil.rmtree(self.directory / ".git")  # without a repository each portfolio is by itself
        self.refused("-C", "nord", "inventory", says="kam.yaml: error: is a symbolic link that leads out of the portfolio\n")
        (below / "model.yaml").write_text(settings, encoding="utf-8")
        (below / "kam.yaml").unlink()
        (below / "kam.yaml").symlink_to("model.yaml")
        self.assertEqual(self.run_kam("-C", "nord", "inventory")[0], 0)

    def test_a_link_that_leads_nowhere_is_a_portfolio_all_the_same(self):
        """Else the portfolio of the directory above would be taken for it."""
        below = self.directory / "nord"
        below.mkdir()
        (below / "kam.yaml").symlink_to("gone.yaml")
        self.refused("-C", "nord", "inventory", says="kam.yaml: error: cannot be read: No such file or directory\n")
        self.refused("-C", "nord", "set", "weserguss", "industry=x", says="kam.yaml: error: cannot be read: No such file or directory\n")
        self.refused("-C", "nord", "init", says="kam.yaml is there already")

    def test_a_link_that_changes_while_it_is_looked_at(self):
        """Somebody exchanges the file for a link that leads out, and back, as fast as they can."""
        account = self.directory / "accounts/weserguss.yaml"
        (self.directory / "link").symlink_to(self.outside / "secret.yaml")
        exchange = subprocess.Popen([sys.executable, "-c", EXCHANGE, self.directory / "link", account])
        try:
            for _ in range(150):
                status, out, told = self.run_kam("inventory", "--keep-going")
                self.assertNotIn("Geheim", out + told)
                self.assertIn(status, (0, 1))
        finally:
            exchange.kill()
            exchange.wait()

    def test_a_named_list_may_be_a_pipe_and_is_read_before_the_lock(self):
        shell = lambda line: subprocess.run(["bash", "-c", line], cwd=self.directory, capture_output=True, env=self.environment())  # noqa: E731
        done = shell(f"{kam} import <(printf '{LIST}')")
        self.assertEqual(done.returncode, 0, done)
        self.assertTrue((self.directory / "accounts/eins-gmbh.yaml").exists())
        done = shell(f"{kam} assess weserguss --from <(printf 'id,importance,fulfilment\\nflexibility,4,3\\n')")
        self.assertEqual(done.returncode, 0, done)
        done = shell(f"{kam} import <(printf 'name,Revenue 2025\\nZwei GmbH,viel\\n')")
        self.assertEqual(done.returncode, 3)
        self.assertIn(":2: error:", done.stderr.decode())
        os.mkfifo(self.directory / "pipe.csv")
        for command in (["import", "pipe.csv"], ["assess", "weserguss", "--from", "pipe.csv"]):
            waiting = subprocess.Popen([kam, "-q", *command], cwd=self.directory, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment())
            with open(self.directory / "pipe.csv", "w", encoding="utf-8") as pipe:  # opened once kam reads it
                self.assertEqual(self.run_kam("set", "weserguss", "industry=Guss")[0], 0)
                pipe.write(LIST if command[0] == "import" else "id,importance,fulfilment\nflexibility,3,3\n")
            self.assertEqual((waiting.communicate()[1], waiting.returncode), (b"", 0))

    def test_a_list_is_limited_by_what_is_read_of_it(self):
        for command in (["import", "/dev/zero"], ["assess", "weserguss", "--from", "/dev/zero"]):
            self.refused(*command, says="kam: /dev/zero is larger than 67108864 bytes\n")
        with open("/dev/zero", "rb") as zeros:
            done = subprocess.run([kam, "import", "-"], cwd=self.directory, stdin=zeros, capture_output=True, env=self.environment())
        self.assertEqual((done.returncode, done.stderr), (3, b"kam: standard input is larger than 67108864 bytes\n"))

    def test_no_other_file_is_quoted_for_standard_input(self):
        (self.directory / "standard input").symlink_to(self.outside / "secret.yaml")
        self.refused("import", "-", stdin="name,Revenue 2025\nZwei GmbH,viel\n", says="standard input:2:")
        self.refused("assess", "weserguss", "--from", "-", stdin="id,importance,fulfilment\nflexibility,9,3\n", says="standard input:2:")

    def test_a_list_that_is_a_link_out_of_the_working_tree(self):
        (self.directory / "list.csv").symlink_to(self.outside / "secret.yaml")
        (self.directory / "way").symlink_to(self.outside)
        for name in ("list.csv", "way/secret.yaml", "accounts/../list.csv"):
            for command in (["import", name], ["import", "--preview", name], ["assess", "--from", name]):
                self.refused(*command, says=f"kam: {name} leads out of the working tree, by a symbolic link\n  Name the file itself.\n")
        (self.outside / "list.csv").write_text(LIST, encoding="utf-8")
        (self.scratch / "link.csv").symlink_to(self.outside / "list.csv")
        self.around = commands.contents(self.outside)
        for name in ("../outside/list.csv", "../link.csv", str(self.scratch / "link.csv")):  # a person chose it
            self.assertEqual(self.run_kam("import", "--dry-run", name)[0], 0)

    def test_a_report_beside_the_portfolio_does_not_leave_the_working_tree(self):
        below = self.directory / "nord"
        shutil.copytree(self.directory / "accounts", below / "accounts")
        shutil.copy(self.directory / "kam.yaml", below)
        (self.directory / "site").symlink_to(self.outside)
        self.refused("-C", "nord", "report", "-o", "../site/", says="kam: site/ leads out of the working tree, by a symbolic link\n")
        (below / "hooks").symlink_to("../.git/refs")
        self.refused("-C", "nord", "report", "-o", "hooks/", says="kam: hooks/ leads out of the portfolio, by a symbolic link\n")

    def test_the_day_in_a_file(self):
        day = self.directory / "report.as-of"
        (self.outside / "day").write_text("2026-01-01\n", encoding="utf-8")
        self.around = commands.contents(self.outside)
        for text in ("2026-01-01", "2026-01-01\n", "2026-01-01\r\n"):
            day.write_bytes(text.encode())
            self.assertEqual(self.run_kam("--as-of-file", "report.as-of", "inventory"), self.run_kam("--as-of", "2026-01-01", "inventory"))
        self.assertNotEqual(self.run_kam("--as-of", "2026-01-01", "inventory"), self.run_kam("inventory"))
        for text in ("Geheim", "", "\n", "2026-02-30", "2026-01-01 ", " 2026-01-01", "2026-01-01\n\n", "2026-01-01Geheim", "26-01-01", "01.01.2026",
                     "2026-01-01\nGeheim", "2026-01-01\0"):
            day.write_bytes(text.encode())
            self.refused("inventory", "--as-of-file", "report.as-of", says="kam: report.as-of holds no day of the calendar\n  It holds ten characters")
        day.unlink()
        self.refused("inventory", "--as-of-file", "report.as-of", says="kam: report.as-of cannot be read: No such file or directory\n")
        for target in (self.outside / "day", self.outside / "secret.yaml", "/proc/self/environ", ".git/config"):
            day.symlink_to(target)
            self.refused("inventory", "--as-of-file", "report.as-of", says="kam: report.as-of leads out of the working tree, by a symbolic link\n")
            day.unlink()
        for kind in KINDS:
            if self.make_special(day, kind):
                self.refused("inventory", "--as-of-file", "report.as-of", says="kam: report.as-of is not a regular file\n")
                day.rmdir() if kind == "directory" else day.unlink()
        self.refused("inventory", "--as-of", "2026-01-01", "--as-of-file", "x", says="kam: --as-of and --as-of-file are given\n", status=2)
        (self.directory / "below").mkdir()
        (self.directory / "below/day").write_text("2026-01-01\n", encoding="utf-8")
        self.assertEqual(self.run_kam("-C", "below", "--as-of-file", "day", "inventory")[0], 0)

    def test_a_working_directory_that_was_deleted(self):
        gone = self.scratch / "gone"
        for arguments in [*(command.arguments for command in commands.COMMANDS if command.name != "merge-driver"), *READERS, ["check"], ["diff"],
                          ["history", "--revisions"], ["schema", "account"], ["import", "list.csv"], ["-C", "below", "inventory"],
                          ["--as-of-file", "x", "inventory"], ["init"]]:
            gone.mkdir()
            line = f'cd {gone} && rmdir {gone} && exec "$0" "$@"'
            done = subprocess.run(["bash", "-c", line, kam, *arguments], stdin=subprocess.DEVNULL, capture_output=True, env=self.environment())
            self.assertEqual((done.returncode, done.stdout), (3, b""), (arguments, done))
            self.assertTrue(done.stderr.decode().startswith("kam: the current directory is not there any more: it was deleted"), (arguments, done))
            self.assertFalse(gone.exists())
        gone.mkdir()
        for arguments in (["--version"], ["inventory", "--help"], ["-C", str(self.directory), "inventory"]):
            gone.mkdir(exist_ok=True)
            done = subprocess.run(["bash", "-c", line, kam, *arguments], stdin=subprocess.DEVNULL, capture_output=True, env=self.environment())
            self.assertEqual(done.returncode, 0, (arguments, done))


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests()


if __name__ == "__main__":
    sys.exit(main())
