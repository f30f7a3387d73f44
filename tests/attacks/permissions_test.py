#!/usr/bin/env python3
"""What hangs on a file beside its bytes, drawn at random, is the same before and after each command that writes: mode, owner,
group, access control list, extended attributes. A file that may not be written is not replaced, nor is one that has other
names, or of which something could not be kept; and that is told."""

import json
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults"))
import commands

ROUNDS = 1
ROUNDS_IN_FULL = 100
NOBODY = 65534
ACCESS = "system.posix_acl_access"

kam = None  # the executable, set below
full = False


def access_list(owner, users, group, mask, others):
    """A POSIX access control list as Linux keeps it; `users`: {id: rights}."""
    entries = [(1, owner, 0xFFFFFFFF), *((2, rights, number) for number, rights in sorted(users.items())),
               (4, group, 0xFFFFFFFF), (16, mask, 0xFFFFFFFF), (32, others, 0xFFFFFFFF)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def traits(file):
    status = os.lstat(file)
    return {"mode": oct(status.st_mode), "owner": status.st_uid, "group": status.st_gid,
            "attributes": {name: os.getxattr(file, name).hex() for name in sorted(os.listxattr(file))}}


def dress(file, draw):
    """Gives the file something of everything that its file system and our rights allow."""
    if os.geteuid() == 0:
        os.chown(file, draw.choice((0, 1, 1234)), draw.choice((0, 1, 1234)))
    os.chmod(file, 0o600 | draw.randrange(0o100) | draw.choice((0, 0, 0o100)))
    for number in range(draw.randrange(3)):
        attempt(os.setxattr, file, f"user.{draw.choice(('origin', 'checksum', 'größe'))}", draw.randbytes(draw.randrange(200)))
    if draw.random() < 0.6:
        users = {draw.randrange(2000): draw.randrange(8) for _ in range(draw.randrange(1, 4))}
        attempt(os.setxattr, file, ACCESS, access_list(6, users, draw.randrange(8), draw.randrange(8), draw.randrange(8)))


def attempt(call, *arguments):
    try:
        call(*arguments)
    except OSError:  # a file system without such things
        pass


class Permissions(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-permissions-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.scratch.chmod(0o777)
        self.directory = self.scratch / "portfolio"
        self.program = self.scratch / "kam"
        shutil.copy(kam, self.program)  # where another user, too, may run it

    def run_kam(self, command, arguments=None, **options):
        """The status, and what was told."""
        environment = dict(os.environ, SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8", EDITOR=commands.EDITOR,
                           XDG_STATE_HOME=str(self.scratch / "state"), GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="safe.directory",
                           GIT_CONFIG_VALUE_0="*")
        done = subprocess.run([self.program, "-q", *(arguments or command.arguments)], cwd=self.directory, input=command.stdin.encode(),
                              capture_output=True, env=environment, **options)
        return done.returncode, done.stderr.decode(errors="replace")

    def lay_out(self):
        """Everything is there already that some command replaces, as another text."""
        commands.lay_out(self.directory)
        for name in (".kam/account.schema.json", ".kam/portfolio.schema.json", "plan.md"):
            (self.directory / name).parent.mkdir(exist_ok=True)
            (self.directory / name).write_text("old\n")
        (self.directory / ".gitattributes").write_text("*.yaml text\n")
        (self.directory / "report").mkdir()
        for name in ("index", "weserguss"):
            (self.directory / f"report/{name}.html").write_text(
                "<!-- Written by kam report. Changes made here are overwritten by the next one. -->\nold\n")

    def contents(self):
        return {path: content for path, content in commands.contents(self.directory).items() if not path.startswith(".git/")}

    def replaced_by(self, command):
        """The files that the command replaces."""
        self.lay_out()
        before = self.contents()
        self.assertEqual(self.run_kam(command)[0], 0)
        after = self.contents()
        return [path for path in before if after[path] != before[path]]

    def commands_that_replace(self):
        for command in commands.COMMANDS:
            replaced = self.replaced_by(command)
            if replaced:
                yield command, replaced

    def test_all_is_kept(self):
        draw = random.Random(20261130)
        seen = set()
        for command, replaced in self.commands_that_replace():
            for _ in range(ROUNDS_IN_FULL if full else ROUNDS):
                self.lay_out()
                for path in replaced:
                    dress(self.directory / path, draw)
                before = {path: traits(self.directory / path) for path in replaced}
                with self.subTest(command=command.name, traits=json.dumps(before)):
                    self.assertEqual(self.run_kam(command)[0], 0)
                    self.assertEqual({path: traits(self.directory / path) for path in replaced}, before)
                seen.add(command.name)
        self.assertEqual({command.name for command in commands.COMMANDS} - seen, {"init"})

    def refused(self, change, told, undo=lambda file: None, **options):
        """Each command refuses what was changed at the first file that it replaces."""
        for command, replaced in self.commands_that_replace():
            with self.subTest(command=command.name):
                self.lay_out()
                shutil.rmtree(self.scratch / "state", ignore_errors=True)
                if options:
                    subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", self.directory], check=True)
                file = self.directory / replaced[0]
                change(file)
                before = self.contents()[replaced[0]], traits(file)
                status, said = self.run_kam(command, **options)
                self.assertEqual(status, command.fails, said)
                self.assertIn(replaced[0], said)
                self.assertRegex(said, told)
                self.assertEqual((self.contents()[replaced[0]], traits(file)), before)
                self.assertEqual([path for path in self.contents() if ".kam-" in path], [])

    def test_a_file_without_write_permission_is_not_replaced(self):
        self.refused(lambda file: file.chmod(0o444), r"cannot be written: Permission denied")

    @unittest.skipUnless(os.geteuid() == 0, "only root gives files away")
    def test_nor_is_it_by_its_owner(self):
        self.refused(lambda file: file.chmod(0o444), r"cannot be written: Permission denied", user=NOBODY, group=NOBODY, extra_groups=[])

    def test_a_file_of_two_names_is_not_parted(self):
        self.refused(lambda file: os.link(file, file.with_name("second.name")), r"has 2 names \(hard links\)")

    @unittest.skipUnless(os.geteuid() == 0, "only root gives files away")
    def test_what_cannot_be_kept_is_told(self):
        def give_owner(file):
            os.chown(file, 1234, -1)
            file.chmod(0o666)

        self.refused(give_owner, r"its owner \(id 1234\) could not be kept", user=NOBODY, group=NOBODY, extra_groups=[])
        self.refused(lambda file: os.chown(file, -1, 1234), r"its group \(id 1234\) could not be kept", user=NOBODY, group=NOBODY,
                     extra_groups=[])

    def test_a_list_of_the_directory_opens_no_old_file(self):
        commands.lay_out(self.directory)
        accounts = self.directory / "accounts"
        file = accounts / "weserguss.yaml"
        file.chmod(0o640)
        try:
            os.setxattr(accounts, "system.posix_acl_default", access_list(7, {1234: 7}, 7, 7, 5))
        except OSError:
            self.skipTest("the file system has no access control lists")
        before = traits(file)
        self.assertEqual(self.run_kam(commands.COMMANDS[5])[0], 0)
        self.assertEqual(traits(file), before)


def main():
    global kam, full
    options = outside.take_options("--kam", flags=[("--full", "many draws")])
    kam, full = options.kam, options.full
    return outside.run_tests()


if __name__ == "__main__":
    sys.exit(main())
