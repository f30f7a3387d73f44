"""The commands that write, each on a copy of the example portfolio: what is killed, starved and raced in these tests."""

import shutil
import subprocess
from pathlib import Path

PORTFOLIO = Path(__file__).resolve().parents[2] / "examples" / "portfolio"
DAY = "1795478400"  # 24 November 2026


class Command:
    """`changes`: patterns of the files that it may change or make; `repeats`: the exit status of the same command run again;
    `fails`: that of a fault; `harmless`: system calls that are not made to fail; `steps`: files of git's that git writes in
    several steps, each of them whole, which the same command run again completes."""

    def __init__(self, name, arguments, changes, stdin="", repeats=0, fails=3, harmless=frozenset(), steps=frozenset()):
        self.name, self.arguments, self.changes, self.stdin, self.repeats, self.fails = name, arguments, changes, stdin, repeats, fails
        self.harmless, self.steps = harmless, steps


COMMANDS = [
    Command("init", ["init", "new", "--company", "Neu AG"], ["new/**"], repeats=3),
    Command("add-account", ["add-account", "Neuhaus Pumpen GmbH", "--revenue", "2025=1000"],
            ["accounts/neuhaus-pumpen-gmbh.yaml", ".kam/*"], repeats=3),
    Command("add-contact", ["add-contact", "weserguss", "--name", "Eva Stahl"], ["accounts/weserguss.yaml"], repeats=2),
    Command("add-action", ["add-action", "weserguss", "--title", "Besuch planen"], ["accounts/weserguss.yaml"], repeats=2),
    Command("add-potential", ["add-potential", "weserguss", "--title", "Pumpen"], ["accounts/weserguss.yaml"], repeats=2),
    Command("set", ["set", "weserguss", "figures.2026.revenue=5", "industry=Guss"], ["accounts/weserguss.yaml"]),
    Command("assess", ["assess", "weserguss", "--rate", "flexibility=4:3"], ["accounts/weserguss.yaml"]),
    Command("import", ["import", "-"], ["accounts/*.yaml", ".kam/*"],
            stdin="name,external_id,Revenue 2025\nWeserguss AG,10099,320000\nEins GmbH,1,10\nZwei GmbH,2,20\n"),
    Command("assess-from", ["assess", "weserguss", "--from", "-"], ["accounts/weserguss.yaml"],
            stdin="id,importance,fulfilment\nflexibility,4,3\n"),
    Command("assess-ask", ["assess", "weserguss", "-i", "--open"], ["accounts/weserguss.yaml"], stdin="4\n" + "!\n" * 7 + "j\n", repeats=3),
    Command("import-contacts", ["import", "--contacts", "-"], ["accounts/*.yaml"],
            stdin="account,name,role\nweserguss,Ida Sommer,user\nnordlicht-windkraft,Max Neu,user\n"),
    Command("git-setup", ["git-setup"], [".gitattributes", ".git/config"], harmless={"close"},  # of pipes, which does not fail
            steps={".git/config"}),
    Command("schema", ["schema", "--write"], [".kam/*"]),
    Command("report", ["report", "-o", "report/", "--format", "html"], ["report/*.html"]),
    Command("edit", ["edit", "weserguss"], ["accounts/weserguss.yaml"]),  # by EDITOR
    Command("merge-driver", ["merge-driver", *(f"merge/{side}.yaml" for side in ("base", "ours", "theirs")), "accounts/weserguss.yaml"],
            ["merge/ours.yaml"], fails=129),  # what tells git that its driver failed
    Command("report-file", ["report", "weserguss", "-o", "plan.md"], ["plan.md"]),
]


EDITOR = "sed -i s/^industry:.*/industry:\\ Guss/"


def lay_out(directory):
    """A fresh copy of the portfolio, and two versions of an account to merge."""
    shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(PORTFOLIO, directory)
    base = (directory / "accounts" / "weserguss.yaml").read_text(encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", "--template=", directory], check=True)
    (directory / "merge").mkdir()
    for side, industry, more in (("base", "Gießerei", ""), ("ours", "Guss", ""), ("theirs", "Gießerei", "notes: Messe\n")):
        text = base.replace("industry: Gießerei", f"industry: {industry}") + more
        (directory / "merge" / f"{side}.yaml").write_text(text, encoding="utf-8")


def contents(directory):
    """{path: bytes} of every file below the directory."""
    return {str(path.relative_to(directory)): path.read_bytes() for path in sorted(directory.rglob("*")) if path.is_file()}
