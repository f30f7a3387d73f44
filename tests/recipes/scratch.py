"""What the tests of the recipes share: a clone of a repository that holds the example portfolio, in which the recipes' shell
is run; and a machine for it on which nothing is compiled or installed by apt."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
RECIPES = SOURCE / "examples" / "ci"
NODE = SOURCE / "build" / "node" / "node_modules"  # where tests/schema/install puts the judges

# Stands for cmake: says what it was asked for, and does nothing but install, from the build that is tested.
CMAKE = """#!/usr/bin/env bash
echo "cmake $*" >>"$LOG"
[ "$1" != --install ] || exec "{cmake}" --install "{build}" "${{@:3}}" >/dev/null
"""
APT = '#!/usr/bin/env bash\necho "apt-get $*" >>"$LOG"\n'
DPKG = "#!/usr/bin/env bash\necho 'install ok installed'\n"


def write_program(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def replace(path, before, after):
    """Changes one place of a file, which must be there."""
    text = path.read_text()
    assert before in text, f"{path} has no {before!r}"
    path.write_text(text.replace(before, after, 1))


class Scratch:
    """A directory with `portfolio`, the clone; `kam`, a repository that stands for kam's; and a `home`."""

    def __init__(self, cmake, build, below="."):
        self.root = Path(tempfile.mkdtemp(prefix="kam-recipes-"))
        self.log = self.root / "log"
        self.log.touch()
        (self.root / "home").mkdir()
        programs = self.root / "programs"
        write_program(programs / "cmake", CMAKE.format(cmake=cmake, build=build))
        write_program(programs / "apt-get", APT)
        write_program(programs / "dpkg-query", DPKG)
        self.environment = {
            "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(self.root / "home"), "LOG": str(self.log),
            "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795478400", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
        }  # fmt: skip
        origin = self.root / "origin"
        shutil.copytree(SOURCE / "examples" / "portfolio", origin / below)
        self.git("init", "-q", "-b", "main", ".", at=origin)
        self.git("add", ".", at=origin)
        self.git("commit", "-qm", "The portfolio", at=origin)
        self.git("clone", "-q", str(origin), "portfolio", at=self.root)
        self.clone = self.root / "portfolio"
        self.accounts = self.clone / below / "accounts"

    def remove(self):
        shutil.rmtree(self.root)

    def git(self, *arguments, at=None):
        return subprocess.run(["git", *arguments], cwd=at or self.clone, env=self.environment, check=True,
                              capture_output=True, text=True).stdout

    def make_kam_repository(self, tag):
        """A repository with what the recipes use of kam's, and its path."""
        path = self.root / "kam"
        (path / ".ci").mkdir(parents=True)
        shutil.copy(SOURCE / ".ci" / "setup", path / ".ci")
        self.git("init", "-q", ".", at=path)
        self.git("add", ".", at=path)
        self.git("commit", "-qm", "kam", at=path)
        self.git("tag", tag, at=path)
        return str(path)

    def run(self, shell, **variables):
        """Runs shell as the runners of both forges do, and gives status and output, both streams together."""
        done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", shell], cwd=self.clone,
                              env=self.environment | variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False, timeout=300)
        return done.returncode, done.stdout

    def logged(self, program):
        return [line for line in self.log.read_text().splitlines() if line.split()[0] == program]

    # What the portfolio is like.

    def make_good(self):
        replace(self.accounts / "brenzbach-verpackung.yaml", "status: key_account", "status: candidate")

    def make_faulty(self):
        replace(self.accounts / "nordlicht-windkraft.yaml", "\n  reference: 4\n", "\n  reference: 7\n")
