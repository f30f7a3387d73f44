#!/usr/bin/env python3
"""symbols_test.py LIBRARY...: whether something is defined twice, and what can start a program or open a socket. A linker takes the
first definition that it meets in a static library, and does not see that functions of one name and parameters differ in what they
return."""

import collections
import re
import subprocess
import sys

STARTS = re.compile(r"(posix_spawnp?|p?v?fork|_Fork|clone3?|exec(v|ve|vp|vpe|l|le|lp|veat)|fexecve|system|popen|wordexp|dl(m?open|sym))")
NETWORK = re.compile(r"(socket|connect|bind|listen|accept4?|getaddrinfo|gethostby\w+|res_\w+)")  # kam and git speak over a socketpair

# What SECURITY.md says: git, and an editor.
MAY_START = {"process.cpp.o", "editor.cpp.o"}


def nm(*arguments):
    return subprocess.run(["nm", *arguments], capture_output=True, text=True, check=True).stdout.splitlines()


def find_twice(libraries):
    symbols = [parts[2] for parts in map(str.split, nm("--defined-only", *libraries)) if len(parts) == 3 and parts[1] in "TDRB"]
    if not symbols:
        sys.exit("the libraries define nothing")
    twice = [symbol for symbol, count in collections.Counter(symbols).items() if count > 1]
    return subprocess.run(["c++filt", *twice], capture_output=True, text=True, check=True).stdout if twice else ""


def users_of(pattern, libraries):
    """The object files that need a function whose whole name is like that."""
    found = set()
    for line in nm("--undefined-only", "--print-file-name", *libraries):
        place, _, symbol = line.rpartition(" ")
        if pattern.fullmatch(symbol.split("@")[0]):
            found.add(re.search(r"([^:/]+\.o):", place)[1])
    return found


def main():
    libraries = sys.argv[1:]
    if twice := find_twice(libraries):
        sys.exit(f"Defined more than once:\n{twice}")
    if (starting := users_of(STARTS, libraries)) != MAY_START:
        sys.exit(f"Programs are started by {sorted(starting)} and not by {sorted(MAY_START)}: see SECURITY.md.")
    if speaking := users_of(NETWORK, libraries):
        sys.exit(f"A network is used by {sorted(speaking)}: see SECURITY.md.")


if __name__ == "__main__":
    main()
