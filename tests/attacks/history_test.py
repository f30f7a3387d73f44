#!/usr/bin/env python3
"""Histories of commits, directories and tags as no git would write them, drawn at random: kam tells what it cannot read, and what
stands beside it is read as if it stood alone."""

import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

SAMPLE = 12  # histories that the tests draw; --draw N for more
# The history's good commits, of which two neighbours differ, and how the drawn ones lie among them.
GOOD = 4
DRAWN = 6

JUNK = [b"", b"never", b"-1", b"0", b"00", b"99999999999999999999", b"A <a@b> 1767528000 +0000", b"A <a@b> 9223372036854775807 +0000", b"A <a@b> -5 +9999",
        b"A <a@b> 1767528000", b"A a@b 1767528000 +0000", b"<> 1 +0000", b"A <a@b>1 +0000", b"A <a@b> 1767528000 -2561", b"A <a@b> 4102444800000 +0000",
        b"\0", b"\xff\xfe", b"\x1b[31m", b"::error::x", "Jürgen <j@b> 1767528000 +0100".encode(), b"x" * 70000, b"\r", b"UTF-7", b"ISO-2022-JP", b"\xe2\x80\xae"]
MODES = [b"100644", b"0100644", b"100755", b"100664", b"120000", b"40000", b"040000", b"160000", b"0", b"", b"777777", b"999", b"1006440000000000000000", b"-1",
         b"100644 ", b"\xff"]
NAMES = [b"kam.yaml", b"accounts", b"a.yaml", b"", b".", b"..", b".git", b"../../etc", b"a/b.yaml", b"A.YAML", b"\xff.yaml", b"\x1b[2J.yaml", b"a\n.yaml",
         b"::error::x.yaml", b"x" * 5000 + b".yaml", "ä.yaml".encode(), "a\u0308.yaml".encode(), b"-h.yaml", b"a.yaml.yaml", b".yaml"]
FILES = [b"", b"kam: 1\n", b"kam: 2\n", b"kam: 1\nname: B\n", b"\xff", b"\0", b"- [", b"kam: 1\nname: *a\n", b"kam: 1\nname: A\nrevenue: 5e99\n", b"..", b"/etc/passwd"]
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SANITIZER = re.compile(r"Sanitizer|runtime error|terminate called|Assertion")

options = None  # the command line's, set below


class Store:
    """A repository whose objects are written as bytes."""

    def __init__(self, directory):
        self.git_dir = directory / ".git"
        for name in ("objects/info", "objects/pack", "refs/heads", "refs/tags"):
            (self.git_dir / name).mkdir(parents=True)
        (self.git_dir / "HEAD").write_text("ref: refs/heads/main\n")
        (self.git_dir / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = false\n")

    def write(self, kind, content):
        """An object as git writes it; its id."""
        return self.write_raw(b"%s %d\0%s" % (kind, len(content), content))

    def write_raw(self, bytes_, torn=lambda packed: packed):
        name = hashlib.sha1(bytes_).hexdigest()
        file = self.git_dir / "objects" / name[:2] / name[2:]
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(torn(zlib.compress(bytes_)))
        return name

    def name(self, reference, object_):
        (self.git_dir / reference).write_text(object_ + "\n")


def tree(entries):
    return b"".join(mode + b" " + name + b"\0" + bytes.fromhex(object_) for mode, name, object_ in entries)


def signed(day):
    return b"A <a@b> %d +0000" % (1767225600 + day * 86400)


def headers(tree_, parent, day):
    parents = [(b"parent", parent.encode())] if parent else []
    return [(b"tree", tree_.encode()), *parents, (b"author", signed(day)), (b"committer", signed(day))]


def commit(lines, subject):
    return b"".join(key + b" " + value + b"\n" for key, value in lines) + b"\n" + subject


class Drawn:
    """A history drawn from a seed: good commits, and others between them."""

    def __init__(self, directory, seed):
        self.draw = random.Random(seed)
        self.store = Store(directory)
        self.objects = [self.store.write(b"blob", b"kam: 1\n")]
        self.good, self.head, self.day = [], None, 0
        order = [True] * (GOOD - 1) + [False] * DRAWN
        self.draw.shuffle(order)
        for is_good in [True] + order:
            self.add_good() if is_good else self.add_drawn()
        if self.draw.random() < 0.7:
            self.add_good()
        self.store.name("refs/heads/main", self.head)
        self.add_tags()

    def portfolio(self, name):
        account = self.store.write(b"blob", b"kam: 1\nname: %s\n" % name)
        accounts = self.store.write(b"tree", tree([(b"100644", b"a.yaml", account)]))
        return self.store.write(b"tree", tree([(b"40000", b"accounts", accounts), (b"100644", b"kam.yaml", self.objects[0])]))

    def add(self, content):
        self.head = self.store.write(b"commit", content)
        self.objects.append(self.head)

    def add_good(self):
        self.day += 1
        top = self.portfolio(b"Good %d" % self.day)
        self.objects.append(top)
        self.add(commit(headers(top, self.head, self.day), b"Good %d\n" % self.day))
        self.good.append(self.head)

    # ---- what no git writes ----

    def torn(self, bytes_):
        """An object that cannot be read, or says that it is another; its id."""
        def tear(packed):
            return self.draw.choice([b"", packed[:len(packed) // 2], packed + b"more", b"\xff" * 20, packed[:-1] + b"\0"])
        kind, _, content = bytes_.partition(b" ")
        return self.draw.choice([
            lambda: self.store.write_raw(bytes_, tear),
            lambda: self.store.write_raw(self.draw.choice([b"blob", b"tag", b"commit", b"tree", b"", b"x" * 300]) + b" " + content),
            lambda: self.store.write_raw(kind + self.draw.choice([b" 0", b" -1", b" 99999999999999999999", b" 3", b""]) + b"\0" + content.partition(b"\0")[2]),
        ])()

    def some_object(self):
        return self.draw.choice([*self.objects, "0" * 40, "ab" * 20])

    def drawn_tree(self, depth=0):
        entries = []
        for _ in range(self.draw.randrange(5)):
            entries.append((self.draw.choice(MODES), self.draw.choice(NAMES), self.some_object() if depth > 1 or self.draw.random() < 0.3 else
                            self.drawn_tree(depth + 1) if self.draw.random() < 0.5 else self.store.write(b"blob", self.draw.choice(FILES))))
        for name in (b"accounts", b"kam.yaml"):
            if self.draw.random() < 0.6:
                inner = self.drawn_tree(depth + 1) if depth < 2 and name == b"accounts" else self.store.write(b"blob", self.draw.choice(FILES))
                entries.insert(self.draw.randrange(len(entries) + 1), (self.draw.choice([b"40000", b"100644", self.draw.choice(MODES)]), name, inner))
        content = self.spoil(tree(entries), 0.3)
        if self.draw.random() < 0.1:
            return self.torn(b"tree %d\0%s" % (len(content), content))
        name = self.store.write(b"tree", content)
        self.objects.append(name)
        return name

    def spoil(self, content, chance):
        """Some bytes of it otherwise, gone or twice."""
        while content and self.draw.random() < chance:
            at = self.draw.randrange(len(content))
            content = self.draw.choice([content[:at] + self.draw.randbytes(1) + content[at + 1:], content[:at], content[:at] + content[at + 1:],
                                        content[:at] + content[at:] + content[at:]])
        return content

    def drawn_lines(self, lines):
        for _ in range(self.draw.randrange(3)):
            at = self.draw.randrange(len(lines) + 1)
            change = self.draw.randrange(5)
            if change == 0 and at < len(lines):
                lines[at] = (lines[at][0], self.draw.choice(JUNK))
            elif change == 1 and at < len(lines) and lines[at][0] not in (b"tree", b"parent"):
                del lines[at]
            elif change == 2:
                lines.insert(at, (self.draw.choice([b"encoding", b"gpgsig", b"mergetag", b"author", b"committer", b"x", b""]), self.draw.choice(JUNK)))
            elif change == 3 and at < len(lines):
                lines.insert(at, lines[at])
            elif change == 4:
                lines.append((b"encoding", self.draw.choice([b"UTF-7", b"UTF-16", b"ISO-8859-1", b"x", b"\0"])))
        return lines

    def add_drawn(self):
        self.day += 1
        top = self.drawn_tree() if self.draw.random() < 0.6 else self.portfolio(b"Drawn %d" % self.day)
        lines = self.drawn_lines(headers(top, self.head, self.day))
        subject = self.draw.choice([b"Drawn\n", b"", b"\n\n\nlate", b"\0", *JUNK])
        content = commit(lines, subject)
        # A line of history must go on behind it, or there is none.
        self.add(content)
        if self.draw.random() < 0.1:
            self.objects.append(self.torn(b"commit %d\0%s" % (len(content), self.spoil(content, 0.5))))

    def add_tags(self):
        self.store.name("refs/tags/good", self.good[0])
        for i in range(self.draw.randrange(5)):
            of = self.some_object()
            lines = [(b"object", of.encode()), (b"type", self.draw.choice([b"commit", b"tree", b"blob", b"tag", b"x"])), (b"tag", self.draw.choice([b"v1", *NAMES])),
                     (b"tagger", self.draw.choice([signed(1), *JUNK]))]
            content = self.spoil(commit(self.drawn_lines(lines), b"Tag\n"), 0.3)
            tag = self.torn(b"tag %d\0%s" % (len(content), content)) if self.draw.random() < 0.2 else self.store.write(b"tag", content)
            self.objects.append(tag)
            self.store.name(f"refs/tags/v{i}", self.draw.choice([tag, of]))


class History(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="kam-history-")).resolve()
        self.addCleanup(shutil.rmtree, self.scratch)
        self.environment = dict(os.environ, HOME=str(self.scratch), GIT_CONFIG_NOSYSTEM="1", LC_ALL="C.UTF-8", SOURCE_DATE_EPOCH="1795478400", KAM_LANG="en",
                                GIT_CEILING_DIRECTORIES=str(self.scratch))
        self.environment.pop("XDG_CONFIG_HOME", None)

    def run_in(self, directory, *words):
        return subprocess.run(words, cwd=directory, capture_output=True, stdin=subprocess.DEVNULL, env=self.environment, timeout=120)

    def ask(self, directory, *words):
        """What kam prints, which must drive no terminal, and its status, which must be one that the manual names."""
        done = self.run_in(directory, options.kam, *words)
        out, err = done.stdout.decode(), done.stderr.decode()  # both are UTF-8
        self.assertIn(done.returncode, (0, 1, 3), (words, out[-300:], err[-3000:]))
        self.assertNotRegex(err, SANITIZER, words)
        for text in (out, err):
            self.assertNotRegex(text, CONTROL, words)
            self.assertFalse([line for line in text.splitlines() if line.lstrip().startswith("::")], words)
        if done.returncode == 3:
            self.assertIn("rror", err.replace("kam: ", "error: "), words)
        return done.returncode, out, err

    def judge(self, directory, history):
        walked = self.run_in(directory, "git", "rev-list", "--first-parent", "main")
        line = walked.stdout.decode().split()
        status, out, err = self.ask(directory, "history", "--revisions", "--format", "json")
        self.assertNotIn("memory", err)
        if walked.returncode == 0 and set(line) & set(history.good):
            self.assertNotEqual(status, 3, err)
            listed = [state["commit"] for state in json.loads(out)["states"]]
            self.assertEqual([each for each in listed if each in history.good], [each for each in history.good if each in line])
            self.assertLessEqual(set(listed), set(line), "no commit is made up")
        self.ask(directory, "history", "--revisions", "--each", "tag", "--format", "csv")
        self.ask(directory, "history", "--revisions", "--each", "month")
        for words in (["HEAD~1"], ["main..HEAD"], ["HEAD~3...HEAD"], ["v0"], ["v1..v2"], ["--format", "markdown", "good..HEAD"]):
            self.ask(directory, "diff", *words)
        one, other = history.good[0], history.good[-1]
        status, out, err = self.ask(directory, "diff", f"{one}..{other}", "--format", "json")
        self.assertEqual(status, 0, err)
        changes = json.dumps(json.loads(out))
        self.assertIn("Good 1", changes)
        return walked.returncode == 0, len(line)

    def test_drawn_histories_are_read_or_told(self):
        commits = walkable = 0
        for seed in range(options.seed, options.seed + options.draw):
            directory = self.scratch / str(seed)
            directory.mkdir()
            (directory / "kam.yaml").write_text("kam: 1\n")
            with self.subTest(seed=seed):
                can_walk, of_line = self.judge(directory, Drawn(directory, seed))
                commits += of_line
                walkable += can_walk
            shutil.rmtree(directory)
        if options.draw > SAMPLE:
            print(f"{options.draw} histories, {walkable} of which git walks to their end; {commits} commits", file=sys.stderr)
        self.assertGreater(walkable, 0)


if __name__ == "__main__":
    options = outside.take_options("--kam", numbers=(("--draw", SAMPLE, "histories to draw"), ("--seed", 1, "the first of them")))
    sys.exit(outside.run_tests())
