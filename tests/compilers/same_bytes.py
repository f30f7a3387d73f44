#!/usr/bin/env python3
"""same_bytes.py KAM KAM: whether two builds of kam, say by gcc and by clang, write the same bytes: every report, list and
table of the example portfolio and of drawn ones. Names what differs and exits 1; run by tests/run-all."""

import itertools
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "pages"))
import portfolios

DAY = "2026-11-24"


def drawn(directory, accounts=60):
    """Figures and ratings with decimals that add up differently where the arithmetic does."""
    draw = random.Random(1977)
    (directory / "accounts").mkdir(parents=True)
    (directory / "kam.yaml").write_text("kam: 1\nscale: 7\nthresholds: {crosshair: mean}\n", encoding="utf-8")
    requirements = ["delivered_quality", "delivery_on_time", "acceptable_price", "flexibility", "proven_quality"]
    for number in range(accounts):
        ratings = "\n".join(f"      {requirement}: {{importance: {draw.uniform(0, 7):.3f}, fulfilment: {draw.uniform(0, 7):.3f}}}"
                            for requirement in draw.sample(requirements, draw.randint(1, 5)))
        (directory / "accounts" / f"customer-{number}.yaml").write_text(f"""kam: 1
name: Customer {number}
figures:
  2024: {{revenue: {draw.uniform(1e3, 1e7):.2f}, contribution_margin: {draw.uniform(1e2, 1e6):.2f}}}
  2025: {{revenue: {draw.uniform(1e3, 1e7):.2f}, purchasing_volume: {draw.uniform(1e7, 1e8):.2f}}}
attractiveness: {{reference: {draw.uniform(0, 7):.3f}, industry_pioneer: {draw.uniform(0, 7):.3f}}}
partnership: {{partner_acceptance: {draw.uniform(0, 7):.3f}, strategic_relevance: {draw.uniform(0, 7):.3f}}}
assessments:
  - date: {draw.randint(2024, 2026)}-03-31
    perspective: {draw.choice(["customer", "own"])}
    ratings:
{ratings}
  - date: 2026-0{draw.randint(4, 9)}-15
    perspective: customer
    ratings:
{ratings}
potentials:
  - {{title: A, value: {draw.uniform(0, 1e6):.2f}, probability: {draw.uniform(0, 100):.1f}}}
""", encoding="utf-8")


def commands(directory):
    for language, kind, form in itertools.product(
            ("de", "en"), ("plan", "review", "onepager"), (("markdown", "mermaid"), ("markdown", "svg"), ("html", "svg"))):
        yield ["--lang", language, "report", "--kind", kind, "--format", form[0], "--charts", form[1],
               "-o", f"{directory}/{language}-{kind}-{form[0]}-{form[1]}/"]
    for rest in (["inventory", "--matrix"], ["inventory", "--format", "json"], ["inventory", "--format", "csv"],
                 ["inventory", "--white-space"], ["assess", "--all", "--explain", "--matrix"], ["assess", "--all", "--format", "json"],
                 ["agenda"], ["agenda", "--format", "ics"], ["export"], ["check"], ["report", "--format", "json"]):
        yield rest


def written(kam, portfolio, directory):
    """{name: bytes} of all that the commands print and write."""
    texts = {}
    for command in commands(directory):
        done = subprocess.run([kam, "-q", "--as-of", DAY, "-C", portfolio, *command], capture_output=True)
        name = " ".join(command).replace(str(directory), "")
        if done.returncode not in (0, 1):
            sys.exit(f"{kam} {name}: {done.stderr.decode()}")
        texts[name] = done.stdout + done.stderr
    for file in sorted(directory.rglob("*.*")):
        texts[str(file.relative_to(directory))] = file.read_bytes()
    return texts


def main():
    kams = [str(Path(kam).resolve()) for kam in sys.argv[1:3]]
    different = 0
    compared = 0
    with tempfile.TemporaryDirectory(prefix="kam-bytes-") as scratch:
        for fill in (portfolios.example, portfolios.hostile, drawn):
            portfolio = Path(scratch) / fill.__name__
            fill(portfolio)
            first, second = (written(kam, portfolio, Path(scratch) / f"{fill.__name__}-{number}") for number, kam in enumerate(kams))
            compared += len(first)
            for name in sorted(first.keys() | second.keys()):
                if first.get(name) != second.get(name):
                    print(f"{fill.__name__}: {name} differs")
                    different += 1
    print(f"{compared} texts compared, {different} different")
    return 1 if different or compared < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
