"""The commands that write, each on a copy of the example portfolio: what is killed, starved and raced in these tests."""

import shutil
from pathlib import Path

PORTFOLIO = Path(__file__).resolve().parents[2] / "examples" / "portfolio"
DAY = "1795478400"  # 24 November 2026


class Command:
    """`changes`: patterns of the files that it may change or make; `repeats`: the exit status of the same command run again."""

    def __init__(self, name, arguments, changes, stdin="", repeats=0):
        self.name, self.arguments, self.changes, self.stdin, self.repeats = name, arguments, changes, stdin, repeats


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
    Command("schema", ["schema", "--write"], [".kam/*"]),
    Command("report", ["report", "-o", "report/", "--format", "html"], ["report/*.html"]),
    Command("report-file", ["report", "weserguss", "-o", "plan.md"], ["plan.md"]),
]


def lay_out(directory):
    """A fresh copy of the portfolio."""
    shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(PORTFOLIO, directory)


def contents(directory):
    """{path: bytes} of every file below the directory."""
    return {str(path.relative_to(directory)): path.read_bytes() for path in sorted(directory.rglob("*")) if path.is_file()}
