#!/usr/bin/env python3
"""symbols_test.py LIBRARY...: whether something is defined twice. A linker takes the first definition that it meets in a static
library, and does not see that functions of one name and parameters differ in what they return."""

import collections
import subprocess
import sys


def main():
    listed = subprocess.run(["nm", "--defined-only", *sys.argv[1:]], capture_output=True, text=True, check=True).stdout
    symbols = [parts[2] for parts in map(str.split, listed.splitlines()) if len(parts) == 3 and parts[1] in "TDRB"]
    if not symbols:
        sys.exit("the libraries define nothing")
    twice = [symbol for symbol, count in collections.Counter(symbols).items() if count > 1]
    if twice:
        names = subprocess.run(["c++filt", *twice], capture_output=True, text=True, check=True).stdout
        sys.exit(f"Defined more than once:\n{names}")


if __name__ == "__main__":
    main()
