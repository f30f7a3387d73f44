"""Small changes to C++ source, each of which some test should notice."""

import dataclasses
import random
import re

# A literal, also a raw one, a comment or a line of the preprocessor: nothing is changed in these.
QUIET = re.compile(r'\bR"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|//[^\n]*|/\*.*?\*/|^[ \t]*#[^\n]*', re.DOTALL | re.MULTILINE)
# With blanks around it an operator is not part of a template's list.
OPERATORS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&", "+": "-", "-": "+", "*": "/", "/": "*"}
OPERATOR = re.compile(r" (<=|>=|==|!=|&&|\|\||[<>+*/-]) ")
NEGATION = re.compile(r"(?<=[(\s])!(?=[\w(])")
NUMBER = re.compile(r"(?<![\w.\"'])(\d+)(?:\.(\d+))?(?![\w.'])")
BOOLEAN = re.compile(r"\b(true|false)\b")
CONDITION = re.compile(r"\bif \((?!const|auto|constexpr)([^;{}()]*(?:\([^()]*\)[^;{}()]*)*)\)(?= )")
# A statement in a line of its own that declares nothing and returns nothing.
STATEMENT = re.compile(r"^[ ]+(?!return\b|const\b|auto\b|using\b|static\b|break\b|continue\b|throw\b|case\b|else\b|if\b|for\b|while\b)"
                       r"(?:\w[\w.\[\]>:-]*(?:\(.*\)|\s(?:[+-]?=)\s.*|(?:\+\+|--)))(?:\.\w+\(.*\))*;$", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Mutant:
    file: str  # from the source directory on
    at: int
    old: str
    new: str

    def apply(self, text):
        assert text.startswith(self.old, self.at)
        return text[: self.at] + self.new + text[self.at + len(self.old):]

    def describe(self, text):
        line = text.count("\n", 0, self.at) + 1
        return f"{self.file}:{line}: `{self.old.strip()}` -> `{self.new.strip() or 'nothing'}` in `{text.splitlines()[line - 1].strip()}`"


def list_mutants(file, text):
    """Every mutant of a file, in the order of the text."""
    quiet = QUIET.sub(lambda match: re.sub(r"[^\n]", "\x01", match[0]), text)
    found = []

    def add(at, old, new):
        found.append(Mutant(file, at, old, new))

    for match in OPERATOR.finditer(quiet):
        if not quiet[quiet.rfind("\n", 0, match.start()) + 1: match.start()].lstrip().startswith("template"):
            add(match.start(1), match[1], OPERATORS[match[1]])
    for match in NEGATION.finditer(quiet):
        add(match.start(), "!", "")
    for match in NUMBER.finditer(quiet):
        add(match.start(), match[0], str(int(match[1]) + 1) + ("." + match[2] if match[2] else ""))
    for match in BOOLEAN.finditer(quiet):
        add(match.start(), match[1], "false" if match[1] == "true" else "true")
    for match in CONDITION.finditer(quiet):
        if "\x01" not in match[1]:
            add(match.start(1), match[1], "true")
    for match in STATEMENT.finditer(quiet):
        if " = {}" not in match[0] and ".reserve(" not in match[0]:  # only memory would differ
            add(match.start(), text[match.start(): match.end()], "")
    return sorted(found, key=lambda mutant: (mutant.at, mutant.new))


def draw_mutants(files, count, seed):
    """`count` of the mutants of {file: text}, spread over the files by their number of mutants."""
    every = [mutant for file in sorted(files) for mutant in list_mutants(file, files[file])]
    return sorted(random.Random(seed).sample(every, min(count, len(every))), key=lambda mutant: (mutant.file, mutant.at, mutant.new))
