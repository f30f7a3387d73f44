#!/usr/bin/env python3
"""Runs golden stories: Markdown documents whose commands and their results are tested.

    run.py --kam PATH [--update] STORY.md...

A story is documentation; three kinds of fenced blocks in it mean something:

    ```console              commands and exactly what they print
    $ kam init \\            a command; `> ` continues it in the next line
    > --lang en
    kam.yaml                a line of stdout
    ! warning: …            a line of stderr, after all of stdout (an empty one: `!`)
    [exit 3]                the exit status, last, where it is not 0
    ```
    ```console skip         shown, not run
    ```yaml file=a/b.yaml   any language: writes that file into the current directory

`\\ no newline` (`! \\ no newline`) says that the output's last line has no line end. A line of output that
could be taken for one of these marks has a backslash before it: `\\$ `, `\\> `, `\\! `, `\\[exit `, `\\```` `, `\\\\`.

The commands of a story share one bash process, in a fresh empty directory. The paths of this machine are
shown as $STORY (that directory), $EXAMPLES and $SOURCE (the repository); commands may use these variables.
"""

import argparse
import difflib
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
TIMEOUT_SECONDS = 300
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1795478400"}  # 2026-11-24
FENCE = re.compile(r"( *)(`{3,}) *([^`\s]*)([^`]*)$")
STDOUT_MARKS = re.compile(r"[$>!] |!$|\[exit |\\|\s*```")
STDERR_MARKS = re.compile(r"\\")


@dataclass
class Command:
    line: int  # of the `$ `, 1-based
    text: str
    expected_at: int  # index of the first expected line in the document
    expected: list[str] = field(default_factory=list)
    actual: list[str] | None = None  # nothing where it was not reached


def parse_console(lines, start, end, where):
    """The commands between two fences, `lines[start:end]`."""
    commands = []
    for index, line in enumerate(lines[start:end], start):
        if line.startswith("$ "):
            commands.append(Command(index + 1, line[2:], index + 1))
        elif not commands:
            sys.exit(f"{where}:{index + 1}: a console block begins with `$ `")
        elif line.startswith("> ") and not commands[-1].expected:
            commands[-1].text += "\n" + line[2:]
            commands[-1].expected_at = index + 1
        else:
            commands[-1].expected.append(line)
    return commands


def parse_story(lines, where):
    """The files, as (path, text), and the commands of a document, in order."""
    steps, end = [], -1
    for index, line in enumerate(lines):
        match = FENCE.match(line) if index > end else None
        if not match:
            continue
        indent, fence, language, info = match.groups()
        start = index + 1
        end = next((i for i in range(start, len(lines)) if lines[i].rstrip() == indent + fence), None)
        path = re.search(r"\bfile=(\S+)", info)
        if end is None:
            sys.exit(f"{where}:{start}: the block is not closed")
        if indent and (path or language == "console"):
            sys.exit(f"{where}:{start}: the block must not be indented")
        if path:
            steps.append((path[1], "".join(text + "\n" for text in lines[start:end])))
        elif language == "console" and "skip" not in info.split():
            steps += parse_console(lines, start, end, where)
    if not any(isinstance(step, Command) for step in steps):
        sys.exit(f"{where}:1: the story runs no command")
    return steps


def write_script(steps, record):
    """One bash script that runs all steps and leaves each command's results in `record`."""
    script = []
    for number, step in enumerate(steps):
        base = shlex.quote(str(record / str(number)))
        if isinstance(step, Command):
            script.append(f"eval {shlex.quote(step.text)} >{base}.out 2>{base}.err </dev/null")
            script.append(f"echo $? >{base}.status")
        else:
            path, text = map(shlex.quote, step)
            script.append(f'mkdir -p "$(dirname {path})" && printf %s {text} >{path} || exit')
    return "\n".join(script)


def run_shell(script, directory, environment):
    shell = ["bash", "--noprofile", "--norc", "-c", script, "bash"]
    with subprocess.Popen(shell, cwd=directory, env=environment, stdin=subprocess.DEVNULL, start_new_session=True) as bash:
        try:
            bash.wait(TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(bash.pid, signal.SIGKILL)


def render_stream(text, prefix, marks):
    lines = text.split("\n")
    last = lines.pop()  # empty where the text ends with a line end
    shown = [prefix + ("\\" if marks.match(line) else "") + line for line in lines + [last] * bool(last)]
    return [line if line != "! " else "!" for line in shown] + [prefix + "\\ no newline"] * bool(last)


def render_result(base, variables):
    """What a command did, as it is written in a story; nothing where it was not reached."""
    if not base.with_suffix(".status").exists():
        return None
    texts = []
    for suffix in (".out", ".err", ".status"):
        text = base.with_suffix(suffix).read_bytes().decode("utf-8", "backslashreplace")
        for name, path in variables.items():
            text = text.replace(path, f"${name}")
        texts.append(text)
    out, err, status = texts
    exit_line = [] if status == "0\n" else [f"[exit {status.strip()}]"]
    return render_stream(out, "", STDOUT_MARKS) + render_stream(err, "! ", STDERR_MARKS) + exit_line


def run_story(steps, kam):
    """Fills in what each command did."""
    with tempfile.TemporaryDirectory(prefix="kam-story-") as temporary:
        root = Path(temporary).resolve()
        for name in ("story", "home", "record"):
            (root / name).mkdir()
        variables = {"STORY": str(root / "story"), "EXAMPLES": str(SOURCE / "examples"), "SOURCE": str(SOURCE)}
        search = {"PATH": f"{kam.parent}:/usr/local/bin:/usr/bin:/bin", "HOME": str(root / "home")}
        counting = {name: os.environ[name] for name in ("LLVM_PROFILE_FILE",) if name in os.environ}  # of tests/coverage/run
        run_shell(write_script(steps, root / "record"), root / "story", ENVIRONMENT | search | counting | variables)
        for number, step in enumerate(steps):
            if isinstance(step, Command):
                step.actual = render_result(root / "record" / str(number), variables)


def report_failure(story, command):
    print(f"{story}:{command.line}: $ {command.text}")
    if command.actual is None:
        print("not reached: an earlier command ended or held up the shell")
    else:
        print("\n".join(difflib.unified_diff(command.expected, command.actual, "expected", "actual", lineterm="")))


def update_story(story, lines, commands):
    for command in reversed(commands):  # from the end, so that the earlier places stay right
        if command.actual is not None:
            lines[command.expected_at : command.expected_at + len(command.expected)] = command.actual
            command.expected = command.actual
    story.write_bytes("\n".join(lines).encode("utf-8"))


def main():
    parser = argparse.ArgumentParser(description="Runs golden stories.")
    parser.add_argument("--kam", required=True, type=Path, help="the executable; its directory comes first in PATH")
    parser.add_argument("--update", action="store_true", help="write what the commands did into the stories")
    parser.add_argument("stories", nargs="+", type=Path)
    options = parser.parse_args()
    passed = failed = 0
    for story in options.stories:
        lines = story.read_bytes().decode("utf-8").split("\n")
        steps = parse_story(lines, story)
        run_story(steps, options.kam.resolve())
        commands = [step for step in steps if isinstance(step, Command)]
        if options.update:
            update_story(story, lines, commands)
        wrong = [command for command in commands if command.actual != command.expected]
        for command in wrong:
            report_failure(story, command)
        failed += len(wrong)
        passed += len(commands) - len(wrong)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())
