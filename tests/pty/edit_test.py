#!/usr/bin/env python3
"""Runs `kam edit` on a pseudo-terminal: what it asks when a text cannot be saved, in both languages."""

import argparse
import os
import pty
import re
import select
import signal
import sys
import tempfile
import unittest
from pathlib import Path

TIMEOUT_SECONDS = 60  # for whatever hangs
ACCOUNT = "kam: 1\nname: Acme Ltd\nattractiveness:\n  reference: 3\n"
CTRL_C, CTRL_D = "\x03", "\x04"

# The n-th call of the editor runs the n-th step of the test, with the copy as $1.
EDITOR = 'n=$(($(cat "$STEPS/count") + 1)); echo $n >"$STEPS/count"; . "$STEPS/$n"\n'
BREAK = "sed -i 's/reference: 3/reference: 7/' \"$1\""
MEND = "sed -i 's/reference: 7/reference: 4/' \"$1\""
KEEP_SEEN = 'cp "$1" "$STEPS/seen"'

kam = None  # the executable, set below


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, arguments, directory, environment):
        self.screen = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(directory)
            os.execve(arguments[0], arguments, environment)

    def wait_for(self, text):
        """Reads until `text` appears; returns what came before it and has not been returned yet."""
        while text not in self.screen:
            if not self.read():
                raise AssertionError(f"ended without {text!r}:\n{self.screen}")
        before, _, self.screen = self.screen.partition(text)
        return before

    def send(self, keys):
        os.write(self.fd, keys.encode())

    def wait_for_end(self):
        """The exit status, as a shell would show it, and the rest of the screen."""
        while self.read():
            pass
        os.close(self.fd)
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return (status if status >= 0 else 128 - status), self.screen

    def read(self):
        if not select.select([self.fd], [], [], TIMEOUT_SECONDS)[0]:
            os.kill(self.pid, signal.SIGKILL)
            raise AssertionError(f"nothing happens any more:\n{self.screen}")
        try:
            data = os.read(self.fd, 65536)
        except OSError:  # Linux says so that the other side is closed
            return False
        self.screen += data.decode().replace("\r\n", "\n")
        return bool(data)


class EditTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="kam-pty-")
        self.addCleanup(temporary.cleanup)
        self.root = Path(temporary.name).resolve()
        for name in ("accounts", "steps"):
            (self.root / name).mkdir()
        (self.root / "steps/count").write_text("0\n")
        (self.root / "steps/editor").write_text(EDITOR)
        (self.root / "kam.yaml").write_text("kam: 1\nlanguage: en\n")
        self.account = self.root / "accounts/acme.yaml"
        self.account.write_text(ACCOUNT)

    def start(self, *steps, language="en"):
        for number, step in enumerate(steps, 1):
            (self.root / f"steps/{number}").write_text(step + "\n")
        environment = {
            "PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795478400",
            "XDG_STATE_HOME": str(self.root / "state"), "STEPS": str(self.root / "steps"), "KAM_LANG": language,
            "VISUAL": '. "$STEPS/editor"',
        }  # fmt: skip
        return Terminal([kam, "--color", "never", "edit", "acme"], self.root, environment)

    def copies(self):
        return sorted((self.root / "state").rglob("*.yaml"))

    def assert_kept(self, screen, text):
        """The account is as it was, and the screen names the copy that holds `text`."""
        self.assertEqual(self.account.read_text(), ACCOUNT)
        named = re.findall(r"/\S+/state/kam/edit/acme-\w+/acme\.yaml", screen)
        self.assertEqual([Path(name) for name in named], self.copies())
        self.assertEqual(self.copies()[0].read_text(), text)

    def test_the_question_in_english(self):
        terminal = self.start(BREAK, MEND)
        self.assertEqual(
            terminal.wait_for("Your choice: "),
            "accounts/acme.yaml:4:14: error: rating 7 is above the scale's 5\n"
            "    4 |   reference: 7\n"
            "      |              ^\n"
            "   Ratings run from 0 to 5 (scale in kam.yaml).\n"
            "\n"
            "accounts/acme.yaml would not read like this, and is as it was. What next?\n"
            "  [e] edit again\n"
            "  [c] edit again, with the errors as comments above their lines\n"
            "  [s] stop and keep your text in a copy\n"
            "  [d] stop and discard your text\n",
        )
        self.assertEqual(self.account.read_text(), ACCOUNT)
        terminal.send("e\n")
        status, screen = terminal.wait_for_end()
        self.assertEqual(status, 0)
        self.assertIn("accounts/acme.yaml\nValue as a reference  Rating 3 → 4\n", screen)
        self.assertEqual(self.account.read_text(), ACCOUNT.replace("3", "4"))
        self.assertEqual(os.listdir(self.root / "state/kam/edit"), [])

    def test_the_question_in_german(self):
        terminal = self.start(BREAK, MEND, language="de")
        shown = terminal.wait_for("Ihre Wahl: ")
        self.assertEqual(
            shown.partition("\n\n")[2],
            "accounts/acme.yaml wäre so nicht lesbar und ist unverändert. Wie weiter?\n"
            "  [b] weiter bearbeiten\n"
            "  [k] weiter bearbeiten, mit den Fehlern als Kommentaren über ihren Zeilen\n"
            "  [a] abbrechen und den Text als Kopie behalten\n"
            "  [v] abbrechen und den Text verwerfen\n",
        )
        terminal.send("B\n")
        status, screen = terminal.wait_for_end()
        self.assertEqual(status, 0)
        self.assertIn("accounts/acme.yaml\nWert als Referenz  Bewertung 3 → 4\n", screen)

    def test_errors_as_comments_leave_no_trace(self):
        for language, letter, prompt in (("en", "c", "Your choice: "), ("de", "k", "Ihre Wahl: ")):
            with self.subTest(language):
                self.setUp()
                terminal = self.start(BREAK, KEEP_SEEN + "; " + MEND, language=language)
                terminal.wait_for(prompt)
                terminal.send(letter + "\n")
                self.assertEqual(terminal.wait_for_end()[0], 0)
                self.assertEqual(
                    (self.root / "steps/seen").read_text(),
                    "kam: 1\nname: Acme Ltd\nattractiveness:\n"
                    "  # kam: error: rating 7 is above the scale's 5\n"
                    "  # kam: Ratings run from 0 to 5 (scale in kam.yaml).\n"
                    "  reference: 7\n",
                )
                self.assertEqual(self.account.read_text(), ACCOUNT.replace("3", "4"))

    def test_comments_that_were_left_alone_are_not_in_the_copy(self):
        terminal = self.start(BREAK, "true")
        terminal.wait_for("Your choice: ")
        terminal.send("c\n")
        terminal.wait_for("Your choice: ")
        terminal.send("s\n")
        status, screen = terminal.wait_for_end()
        self.assertEqual(status, 3)
        self.assertIn("accounts/acme.yaml is as it was. Your text is kept in /", screen)
        self.assert_kept(screen, ACCOUNT.replace("3", "7"))

    def test_an_answer_that_is_none(self):
        for language, told, letter in (
            ("en", "Please answer with one of these letters: e c s d\nYour choice: ", "s"),
            ("de", "Bitte antworten Sie mit einem dieser Buchstaben: b k a v\nIhre Wahl: ", "a"),
        ):
            with self.subTest(language):
                self.setUp()
                terminal = self.start(BREAK, language=language)
                terminal.wait_for(told.rpartition("\n")[2])
                terminal.send("what?\n")
                terminal.wait_for(told)
                terminal.send("\n")
                terminal.wait_for(told)
                terminal.send(f" {letter} \n")
                status, screen = terminal.wait_for_end()
                self.assertEqual(status, 3)
                self.assert_kept(screen, ACCOUNT.replace("3", "7"))

    def test_discarding(self):
        for language, prompt, letter, told in (
            ("en", "Your choice: ", "d", "accounts/acme.yaml is as it was. Your text was discarded.\n"),
            ("de", "Ihre Wahl: ", "v", "accounts/acme.yaml ist unverändert. Ihr Text wurde verworfen.\n"),
        ):
            with self.subTest(language):
                self.setUp()
                terminal = self.start(BREAK, language=language)
                terminal.wait_for(prompt)
                terminal.send(letter + "\n")
                status, screen = terminal.wait_for_end()
                self.assertEqual((status, screen), (3, f"{letter}\n{told}"))
                self.assertEqual((self.account.read_text(), os.listdir(self.root / "state/kam/edit")), (ACCOUNT, []))

    def test_the_end_of_input_keeps_the_copy(self):
        terminal = self.start(BREAK)
        terminal.wait_for("Your choice: ")
        terminal.send(CTRL_D)
        status, screen = terminal.wait_for_end()
        self.assertEqual(status, 3)
        self.assert_kept(screen, ACCOUNT.replace("3", "7"))

    def test_ctrl_c_keeps_the_copy(self):
        for language, prompt, told in (
            ("en", "Your choice: ", "accounts/acme.yaml is as it was. Your text is kept in /"),
            ("de", "Ihre Wahl: ", "accounts/acme.yaml ist unverändert. Ihr Text liegt in /"),
        ):
            with self.subTest(language):
                self.setUp()
                terminal = self.start(BREAK, language=language)
                terminal.wait_for(prompt)
                terminal.send("e" + CTRL_C)
                status, screen = terminal.wait_for_end()
                self.assertEqual(status, 128 + signal.SIGINT)
                self.assertIn(told, screen)
                self.assert_kept(screen, ACCOUNT.replace("3", "7"))

    def test_ctrl_c_in_the_editor_is_the_editors(self):
        terminal = self.start("trap : INT; kill -INT 0; sed -i s/Acme/Emca/ \"$1\"")
        self.assertEqual(terminal.wait_for_end(), (0, "accounts/acme.yaml\n"))
        self.assertEqual(self.account.read_text(), ACCOUNT.replace("Acme", "Emca"))

    def test_the_editor_has_the_signals_as_kam_found_them(self):
        terminal = self.start("kill -INT $$")
        status, screen = terminal.wait_for_end()
        self.assertEqual(status, 3)
        self.assertIn("was ended by signal 2 (Interrupt); accounts/acme.yaml was left as it is\n", screen)
        self.assertEqual(os.listdir(self.root / "state/kam/edit"), [])

    def test_somebody_else_was_faster(self):
        for language, prompt, letter, heading, comment in (
            ("en", "Your choice: ", "e",
             "accounts/acme.yaml was changed meanwhile by somebody else, as follows; your text is not written. What next?\n"
             "  [e] edit again, with these differences as comments at the top\n"
             "  [s] stop and keep your text in a copy\n"
             "  [d] stop and discard your text\n",
             "# kam: accounts/acme.yaml was changed meanwhile, as follows; please take that over into your text.\n"),
            ("de", "Ihre Wahl: ", "b",
             "accounts/acme.yaml wurde inzwischen von jemand anderem geändert, und zwar so; Ihr Text ist nicht geschrieben."
             " Wie weiter?\n"
             "  [b] weiter bearbeiten, mit diesen Unterschieden als Kommentaren am Anfang\n"
             "  [a] abbrechen und den Text als Kopie behalten\n"
             "  [v] abbrechen und den Text verwerfen\n",
             "# kam: accounts/acme.yaml wurde inzwischen wie folgt geändert; bitte übernehmen Sie das in Ihren Text.\n"),
        ):  # fmt: skip
            with self.subTest(language):
                self.setUp()
                terminal = self.start(
                    "sed -i s/Acme/Emca/ accounts/acme.yaml; sed -i 's/reference: 3/reference: 4/' \"$1\"",
                    KEEP_SEEN,  # nothing is taken over: what the other wrote must not be lost
                    "sed -i s/Acme/Emca/ \"$1\"",
                    language=language,
                )
                difference = (
                    "--- a/accounts/acme.yaml\n+++ b/accounts/acme.yaml\n@@ -1,4 +1,4 @@\n kam: 1\n"
                    "-name: Acme Ltd\n+name: Emca Ltd\n attractiveness:\n   reference: 3\n"
                )
                self.assertEqual(terminal.wait_for(prompt), difference + "\n" + heading)
                terminal.send(letter + "\n")
                terminal.wait_for(prompt)
                commented = "".join(f"# kam: {line}\n" for line in difference.splitlines())
                self.assertEqual(
                    (self.root / "steps/seen").read_text(), comment + commented + ACCOUNT.replace("3", "4")
                )
                self.assertEqual(self.account.read_text(), ACCOUNT.replace("Acme", "Emca"))
                terminal.send(letter + "\n")
                self.assertEqual(terminal.wait_for_end()[0], 0)
                self.assertEqual(self.account.read_text(), ACCOUNT.replace("Acme", "Emca").replace("3", "4"))

    def test_overwriting_what_somebody_else_wrote_is_told(self):
        for language, prompt, letter, told in (
            ("en", "Your choice: ", "e", "What somebody else had written meanwhile is not in your text:\n  name: Emca Ltd\n"),
            ("de", "Ihre Wahl: ", "b",
             "Was jemand anderes inzwischen geschrieben hatte, steht nicht in Ihrem Text:\n  name: Emca Ltd\n"),
        ):  # fmt: skip
            with self.subTest(language):
                self.setUp()
                terminal = self.start(
                    "sed -i s/Acme/Emca/ accounts/acme.yaml; sed -i 's/reference: 3/reference: 4/' \"$1\"",
                    "sed -i 's/reference: 4/reference: 5/' \"$1\"",
                    language=language,
                )
                terminal.wait_for(prompt)
                terminal.send(letter + "\n")
                status, screen = terminal.wait_for_end()
                self.assertEqual(status, 0)
                self.assertIn(told, screen)
                self.assertIn("reference: 5", self.account.read_text())

    def test_settings_that_became_unreadable(self):
        for language, prompt, letter, heading in (
            ("en", "Your choice: ", "e", "kam.yaml does not read, so accounts/acme.yaml cannot be checked and is as it was."),
            ("de", "Ihre Wahl: ", "b", "kam.yaml ist nicht lesbar, accounts/acme.yaml deshalb nicht prüfbar und unverändert."),
        ):  # fmt: skip
            with self.subTest(language):
                self.setUp()
                terminal = self.start(
                    "echo 'scale: 77' >>kam.yaml; sed -i s/Acme/Emca/ \"$1\"", "sed -i '$d' kam.yaml", language=language
                )
                shown = terminal.wait_for(prompt)
                self.assertIn("kam.yaml:3:8: error: scale 77 is above 10\n", shown)
                self.assertIn(heading, shown)
                self.assertNotIn("[c]", shown)
                terminal.send(letter + "\n")
                self.assertEqual(terminal.wait_for_end(), (0, f"{letter}\naccounts/acme.yaml\n"))

    def interrupt(self, step="true", number=signal.SIGKILL):
        """A `kam edit` whose user made the rating 4, and which was ended before it could write that."""
        terminal = self.start("sed -i 's/reference: 3/reference: 4/' \"$1\"; " + step + f"; kill -{int(number)} $PPID; sleep 0.2")
        self.assertEqual(terminal.wait_for_end()[0], 128 + number)
        self.assertEqual(self.account.read_text(), ACCOUNT)
        self.assertEqual([path.read_text() for path in self.copies()], [ACCOUNT.replace("3", "4")])
        (self.root / "steps/count").write_text("0\n")

    LEFT = {
        "en": ("Your choice: ", "--- a/accounts/acme.yaml\n+++ b/accounts/acme.yaml\n@@ -1,4 +1,4 @@\n kam: 1\n name: Acme Ltd\n"
               " attractiveness:\n-  reference: 3\n+  reference: 4\n\n"
               "A `kam edit` of accounts/acme.yaml was interrupted; the lines above are what its text changes. What next?\n"
               "  [e] go on editing that text\n"
               "  [l] leave it where it is, and edit the file as it is now\n"
               "  [d] discard it, and edit the file as it is now\n"),
        "de": ("Ihre Wahl: ", "--- a/accounts/acme.yaml\n+++ b/accounts/acme.yaml\n@@ -1,4 +1,4 @@\n kam: 1\n name: Acme Ltd\n"
               " attractiveness:\n-  reference: 3\n+  reference: 4\n\n"
               "Ein `kam edit` von accounts/acme.yaml wurde unterbrochen; die Zeilen oben zeigen, was sein Text ändert. Wie weiter?\n"
               "  [b] diesen Text weiter bearbeiten\n"
               "  [l] ihn liegen lassen und die Datei bearbeiten, wie sie jetzt ist\n"
               "  [v] ihn verwerfen und die Datei bearbeiten, wie sie jetzt ist\n"),
    }  # fmt: skip

    def test_what_an_interrupted_edit_left_is_offered_and_taken_up(self):
        for language, letter in (("en", "e"), ("de", "b")):
            for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP):
                with self.subTest(language=language, signal=number):
                    self.setUp()
                    self.interrupt(number=number)
                    prompt, question = self.LEFT[language]
                    terminal = self.start("sed -i s/Acme/Emca/ \"$1\"", language=language)
                    self.assertEqual(terminal.wait_for(prompt), question)
                    terminal.send(letter + "\n")
                    self.assertEqual(terminal.wait_for_end()[0], 0)
                    self.assertEqual(self.account.read_text(), ACCOUNT.replace("3", "4").replace("Acme", "Emca"))
                    self.assertEqual(os.listdir(self.root / "state/kam/edit"), [])

    def test_what_was_left_can_be_left_again_or_discarded(self):
        for language, leave, discard in (("en", "l", "d"), ("de", "l", "v")):
            with self.subTest(language):
                self.setUp()
                self.interrupt()
                prompt, question = self.LEFT[language]
                terminal = self.start("true", language=language)
                terminal.wait_for(prompt)
                terminal.send(leave + "\n")
                self.assertEqual(terminal.wait_for_end()[0], 0)
                self.assertEqual(len(self.copies()), 1)
                (self.root / "steps/count").write_text("0\n")
                terminal = self.start("true", language=language)
                self.assertEqual(terminal.wait_for(prompt), question)
                terminal.send(discard + "\n")
                self.assertEqual(terminal.wait_for_end()[0], 0)
                self.assertEqual((self.copies(), self.account.read_text()), ([], ACCOUNT))

    def test_ctrl_c_and_the_end_of_input_leave_what_was_left(self):
        for keys, expected in ((CTRL_C, 128 + signal.SIGINT), (CTRL_D, 3)):
            with self.subTest(keys):
                self.setUp()
                self.interrupt()
                terminal = self.start(BREAK)
                terminal.wait_for("Your choice: ")
                terminal.send(keys)
                status, screen = terminal.wait_for_end()
                self.assertEqual(status, expected)
                self.assert_kept(screen, ACCOUNT.replace("3", "4"))

    def test_what_somebody_wrote_since_is_shown(self):
        self.interrupt()
        self.account.write_text(ACCOUNT.replace("Acme", "Emca"))
        terminal = self.start("true", "sed -i s/Acme/Emca/ \"$1\"")
        terminal.wait_for("Your choice: ")
        terminal.send("e\n")
        terminal.wait_for("accounts/acme.yaml was changed meanwhile by somebody else")
        terminal.wait_for("Your choice: ")
        terminal.send("e\n")
        self.assertEqual(terminal.wait_for_end()[0], 0)
        self.assertEqual(self.account.read_text(), ACCOUNT.replace("3", "4").replace("Acme", "Emca"))

    def test_comments_of_an_interrupted_edit_are_not_taken_up(self):
        terminal = self.start(BREAK, f"kill -{int(signal.SIGKILL)} $PPID")
        terminal.wait_for("Your choice: ")
        terminal.send("c\n")
        terminal.wait_for_end()
        self.assertIn("# kam: error", self.copies()[0].read_text())
        (self.root / "steps/count").write_text("0\n")
        terminal = self.start(KEEP_SEEN + "; " + MEND)
        self.assertNotIn("# kam", terminal.wait_for("Your choice: "))
        terminal.send("e\n")
        self.assertEqual(terminal.wait_for_end()[0], 0)
        self.assertEqual((self.root / "steps/seen").read_text(), ACCOUNT.replace("3", "7"))
        self.assertEqual(self.account.read_text(), ACCOUNT.replace("3", "4"))

    def test_a_copy_whose_kam_still_runs_is_not_offered(self):
        other = self.start("sed -i 's/reference: 3/reference: 4/' \"$1\"; echo opened; while ! test -e go; do sleep 0.05; done")
        other.wait_for("opened")
        terminal = self.start("true", "sed -i s/Acme/Emca/ \"$1\"")
        self.assertEqual(terminal.wait_for_end(), (0, "accounts/acme.yaml\n"))
        (self.root / "go").touch()
        other.wait_for("was changed meanwhile by somebody else")
        other.wait_for("Your choice: ")
        other.send("d\n")
        self.assertEqual(other.wait_for_end()[0], 3)

    def test_a_save_after_the_editor_ended_is_kept(self):
        """As of an editor that opens a window and does not wait."""
        terminal = self.start(
            "sed -i s/Acme/Emca/ \"$1\"; sed -i 's/language: en/language: en\\nscale: 77/' kam.yaml",
            "sed -i '$d' kam.yaml; cp \"$1\" \"$1.new\"; (sleep 0; exit 0)",
        )
        terminal.wait_for("Your choice: ")
        self.copies()[0].write_text(ACCOUNT.replace("3", "5"))  # while kam asks
        terminal.send("d\n")
        status, screen = terminal.wait_for_end()
        self.assertEqual(status, 3)
        self.assertIn("There is a text of accounts/acme.yaml that was not saved there: /", screen)
        self.assert_kept(screen, ACCOUNT.replace("3", "5"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kam", required=True, help="the executable")
    options, rest = parser.parse_known_args()
    kam = str(Path(options.kam).resolve())
    unittest.main(argv=[sys.argv[0], *rest])
