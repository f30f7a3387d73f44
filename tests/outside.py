"""How the tests begin and end that run programs of ours beside programs of others: `--kam PATH` and the like are taken from the
command line, the rest goes to unittest; where a judge is not installed the test is skipped by name (status 77)."""

import argparse
import sys
import unittest
from pathlib import Path

SKIPPED = 77


def take_options(*names, flags=(), numbers=()):
    """The named options, all of them paths and needed, made absolute; flags and numbers are those that may be left out."""
    parser = argparse.ArgumentParser()
    for name in names:
        parser.add_argument(name, required=True, type=lambda path: str(Path(path).resolve()))
    for name, what in flags:
        parser.add_argument(name, action="store_true", help=what)
    for name, default, what in numbers:
        parser.add_argument(name, type=int, default=default, help=what)
    options, sys.argv[1:] = parser.parse_known_args()
    return options


def is_sanitized(program):
    """Whether a sanitizer brings an allocator of its own, which does not bear a limit on memory."""
    return b"__asan_init" in Path(program).read_bytes()


def run_tests(missing=""):
    """Runs what the test defines, unless a judge is missing; the exit status."""
    if missing:
        print(f"skipped: {missing}")
        return SKIPPED
    return 0 if unittest.main(module="__main__", exit=False, verbosity=2).result.wasSuccessful() else 1
