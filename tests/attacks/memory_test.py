#!/usr/bin/env python3
"""Too little memory, under `ulimit -v` at many levels and with single allocations that fail: each command does what it should or
says that there is not enough memory, with status 3 (the merge driver: 129), and then no file is changed but whole."""

import os
import random
import re
import resource
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

TOLD = "kam: there is not enough memory\n  `man kam`, LIMITS, says how much a portfolio takes.\n"
LIST = "name,external_id,Revenue 2025\nWeserguss AG,10099,320000\n"
READERS = [commands.Command(" ".join(arguments), arguments, [], stdin=stdin) for arguments, stdin in (
    (["inventory"], ""), (["inventory", "--format", "json"], ""), (["assess", "weserguss"], ""), (["check"], ""), (["report"], ""),
    (["report", "weserguss", "--format", "html"], ""), (["agenda", "--format", "ics"], ""), (["export"], ""), (["diff", "HEAD~1"], ""),
    (["history", "--revisions"], ""), (["schema", "account"], ""), (["import", "-", "--preview"], LIST), (["set", "weserguss", "industry=Guss", "--dry-run"], ""))]
# Fails the allocations from number KAM_FAIL_AT on, KAM_FAIL_COUNT of them; of kam alone, or of git.
SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern char* program_invocation_short_name;
static long seen, first = -1, count;
static int fails(void) {
  if (first == -1) {
    const char* at = getenv("KAM_FAIL_AT");
    const char* number = getenv("KAM_FAIL_COUNT");
    const char* program = getenv("KAM_FAIL_IN");
    if (program_invocation_short_name == NULL) return 0;  /* the loader's own */
    first = at && program && strcmp(program, program_invocation_short_name) == 0 ? atol(at) : 0;
    count = number ? atol(number) : 1;
  }
  long now = __atomic_add_fetch(&seen, 1, __ATOMIC_RELAXED);
  return first > 0 && now >= first && now < first + count;
}
#define GUARDED(call) if (fails()) { errno = ENOMEM; return NULL; } return call
void* malloc(size_t size) { GUARDED(__libc_malloc(size)); }
void* calloc(size_t number, size_t size) { GUARDED(__libc_calloc(number, size)); }
void* realloc(void* there, size_t size) { GUARDED(__libc_realloc(there, size)); }
__attribute__((destructor)) static void tell(void) {
  const char* file = getenv("KAM_COUNT_FILE");
  if (first == 0 || file == NULL) return;
  char text[32];
  int size = snprintf(text, sizeof text, "%ld", seen);
  int fd = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (fd >= 0 && write(fd, text, size) == size) close(fd);
}
"""

kam = None  # the executable, set below
full = False


class Memory(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-memory-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.directory, self.model = self.scratch / "portfolio", self.scratch / "model"
        self.lay_out()

    def lay_out(self):
        if self.model.exists():
            shutil.rmtree(self.directory)
            shutil.copytree(self.model, self.directory, symlinks=True)
            return
        commands.lay_out(self.directory)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=one")
        self.git("commit", "--quiet", "--allow-empty", "--message=two")
        shutil.copytree(self.directory, self.model, symlinks=True)

    def git(self, *arguments):
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0"]
        subprocess.run(["git", *identity, *arguments], cwd=self.directory, check=True, capture_output=True,
                       env=dict(os.environ, GIT_COMMITTER_DATE="2026-11-01T12:00:00Z", GIT_AUTHOR_DATE="2026-11-01T12:00:00Z"))

    def run_kam(self, command, limit=None, **more):
        environment = dict(os.environ, SOURCE_DATE_EPOCH=commands.DAY, LC_ALL="C.UTF-8", EDITOR=commands.EDITOR, TMPDIR=str(self.scratch), **more)
        prepare = (lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))) if limit else None
        done = subprocess.run([kam, "-q", *command.arguments], cwd=self.directory, input=command.stdin.encode(), capture_output=True,
                              env=environment, preexec_fn=prepare)
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def contents(self):
        return {path: content for path, content in commands.contents(self.directory).items() if not path.startswith(".git/") or path == ".git/config"}

    def judge(self, command, done, good, before, after):
        """True where memory sufficed."""
        now = self.contents()
        if done == good:
            self.assertEqual(now, after)
            return True
        failure = 129 if command.name == "merge-driver" else 3
        self.assertEqual((done[0], done[1]), (failure, ""), done)
        self.assertTrue(done[2].endswith(TOLD), done)
        self.assertNotIn("error:", done[2])
        for path, content in now.items():
            if path in command.steps:
                continue
            if re.search(r"\.kam-\d+-\d+-x-", path):  # what was replaced, as of a kam that was killed: the next one removes it
                self.run_kam(command)
                self.assertEqual({left for left in self.contents() if ".kam-" in left}, set())
                continue
            self.assertIn(content, (before.get(path), after.get(path)), path)
        return False

    def measured(self, command):
        """What the command says and does with memory enough."""
        before = self.contents()
        good = self.run_kam(command)
        after = self.contents()
        if before != after:
            self.lay_out()
        return good, before, after

    def least(self):
        """The least with which kam can be started at all, in pages: below, its loader says so."""
        low, high = 0, 1 << 16
        probe = commands.Command("version", ["--version"], [])
        while high - low > 1:
            middle = (low + high) // 2
            started = self.run_kam(probe, limit=middle << 12)[0] in (0, 3)
            low, high = (low, middle) if started else (middle, high)
        return high

    def test_levels(self):
        start = self.least()
        for command in READERS + commands.COMMANDS:
            with self.subTest(command=command.name):
                good, before, after = self.measured(command)
                draw = random.Random(command.name)
                enough, tried = 0, set()
                # From just starting in steps that grow, and around where it begins to suffice.
                levels = [start + step for step in ((0, 2, 21, 144, 377, 987, 28657) if full else (0, 21, 377, 28657))]
                levels += [start + draw.randrange(1 << draw.randrange(1, 15)) for _ in range(2000 if full else 2)]
                for level in levels:
                    if level in tried:
                        continue
                    tried.add(level)
                    with self.subTest(level=level):
                        done = self.run_kam(command, limit=level << 12)
                        sufficed = self.judge(command, done, good, before, after)
                        enough += sufficed
                    if self.contents() != before:
                        self.lay_out()
                self.assertGreater(enough, 0)
                self.assertLess(enough, len(tried))

    def test_rows_take_no_room_for_what_they_lack(self):
        wide = self.directory / "wide.csv"
        wide.write_text("name" + ",c" * 4095 + "\n" + "Gie\u00dferei\n" * 20_000, encoding="utf-8")
        status, out, told = self.run_kam(commands.Command("import", ["import", "--dry-run", "wide.csv"], []), limit=400 << 20)
        self.assertEqual((status, out), (3, ""))
        self.assertTrue(told.endswith("Nothing was written. `kam import --keep-going` takes over the good rows.\n"), told[-300:])

    def test_single_allocations(self):
        compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
        if compiler is None:
            self.skipTest("there is no C compiler")
        source, shim, number = self.scratch / "shim.c", self.scratch / "shim.so", self.scratch / "number"
        source.write_text("#include <fcntl.h>\n#include <stdio.h>\n#include <unistd.h>\n" + SHIM, encoding="utf-8")
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", shim, source], check=True)
        for program in ("kam", "git"):
            for command in READERS + commands.COMMANDS:
                if program == "git" and command.name not in ("diff HEAD~1", "history --revisions", "git-setup", "merge-driver"):
                    continue
                with self.subTest(command=command.name, program=program):
                    good, before, after = self.measured(command)
                    options = {"LD_PRELOAD": str(shim), "KAM_FAIL_IN": program}
                    self.run_kam(command, **options, KAM_FAIL_AT="1000000000", KAM_COUNT_FILE=str(number))
                    if self.contents() != before:
                        self.lay_out()
                    most = int(number.read_text()) if number.exists() else 0
                    number.unlink(missing_ok=True)
                    if most == 0:
                        continue
                    draw = random.Random(command.name)
                    places = {1, most, *((2, most - 1) if full else ()), *(draw.randrange(1, most + 1) for _ in range(1000 if full else 2))}
                    for place in sorted(places):
                        for count in ("1", "1000000000"):
                            with self.subTest(at=place, of=most, count=count):
                                done = self.run_kam(command, **options, KAM_FAIL_AT=str(place), KAM_FAIL_COUNT=count)
                                self.judge(command, done, good, before, after)
                            if self.contents() != before:
                                self.lay_out()


def main():
    global kam, full
    options = outside.take_options("--kam", flags=[("--full", "try thousands of places")])
    kam, full = options.kam, options.full
    return outside.run_tests("a sanitizer brings an allocator of its own" if outside.is_sanitized(kam) else "")


if __name__ == "__main__":
    sys.exit(main())
