"""A program in a pseudo-terminal: keys in, what it shows out."""

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

PATIENCE_SECONDS = 60  # until a program that says nothing has failed
ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()][0-9A-B]|[=>78cDEHM])")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")

LEFT, RIGHT, UP, DOWN, HOME, END = "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B", "\x01", "\x05"
BACKSPACE, ENTER, CTRL_C, CTRL_D = "\x7f", "\r", "\x03", "\x04"


class Terminal:
    """Runs `command` with the terminal as its three streams, but for those given as files."""

    def __init__(self, command, directory, environment, columns=80, stdout=None, stderr=None):
        self.shown = ""
        self._seen = 0  # how much of it `expect` has passed
        self._bytes = b""
        self.status = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            try:
                for stream, target in ((stdout, 1), (stderr, 2)):
                    if stream is not None:
                        os.dup2(stream, target)
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
                os.chdir(directory)
                os.execve(command[0], command, environment)
            finally:
                os._exit(127)
        self.modes = None

    def _read(self, deadline):
        """Reads what there is; false at the program's end."""
        ready, _, _ = select.select([self._fd], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            raise AssertionError(f"the program says nothing more; it has shown:\n{self.shown}")
        try:
            data = os.read(self._fd, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            data = b""
        self._bytes += data
        self.shown = self._bytes.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)

    def expect(self, text):
        """Waits until `text` is shown behind what was expected before, and returns what was shown up to it."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while text not in self.shown[self._seen :]:
            if not self._read(deadline):
                raise AssertionError(f"the program ended without showing {text!r}; it has shown:\n{self.shown}")
        start, self._seen = self._seen, self.shown.index(text, self._seen) + len(text)
        return self.shown[start : self._seen]

    def type(self, keys):
        os.write(self._fd, keys.encode("utf-8"))

    def answer(self, prompt, line):
        self.expect(prompt)
        self.type(line + ENTER)

    def send_signal(self, number):
        os.kill(self.pid, number)

    def echoes(self):
        """Whether the terminal is in its ordinary mode: it echoes, and gives whole lines."""
        modes = termios.tcgetattr(self._fd)[3]
        return bool(modes & termios.ECHO) and bool(modes & termios.ICANON)

    def end(self):
        """Waits for the program's end; its exit status, or minus the signal that ended it."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self._read(deadline):
            pass
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.status

    def close(self):
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    def rest(self):
        """What was shown behind what was expected."""
        return self.shown[self._seen :]

    def plain(self):
        """Everything shown, without escape sequences."""
        return ESCAPES.sub("", self.shown)
