#!/usr/bin/env python3
"""Tests `kam assess -i` in a pseudo-terminal: editing, Ctrl-C and Ctrl-D, narrow windows, dumb terminals."""

import argparse
import signal
import sys
import tempfile
import unittest
from pathlib import Path

from terminal import BACKSPACE, COLOURS, CTRL_C, CTRL_D, END, ENTER, HOME, LEFT, UP, Terminal

kam = None  # the executable, set below

SETTINGS = "kam: 1\ncompany: Beispiel\nlanguage: {}\n"
ACCOUNT = """\
kam: 1
name:   'Nordlicht Windkraft'   # wie im Handelsregister
figures: {2024: {revenue: 400000}, 2025: {revenue: 500000, contribution_margin: 90000}}
attractiveness: {industry_pioneer: 3}
"""


class Desk(unittest.TestCase):
    language = "de"

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.directory = Path(temporary.name)
        (self.directory / "kam.yaml").write_text(SETTINGS.format(self.language))
        self.file = self.directory / "accounts/nordlicht.yaml"
        self.file.parent.mkdir()
        self.file.write_text(ACCOUNT)

    def start(self, *options, term="xterm-256color", environment=None, **streams):
        variables = {"SOURCE_DATE_EPOCH": "1795478400", "HOME": str(self.directory), "TERM": term}
        variables |= environment or {}
        session = Terminal([kam, "assess", "nordlicht", *options], self.directory, variables, **streams)
        self.addCleanup(session.close)
        return session

    def ask(self, *options, **how):
        return self.start("-i", *options, **how)

    def assert_untouched(self):
        self.assertEqual(self.file.read_text(), ACCOUNT)

    def to_manager(self, session):
        """To the question after the fixed contact, which takes a text."""
        session.answer("0–5 > ", "!")
        session.expect("> ")


class Editing(Desk):
    def test_arrows_and_umlauts(self):
        for environment in ({}, {"LANG": "C"}, {"LC_ALL": "C.UTF-8"}):
            with self.subTest(environment):
                self.file.write_text(ACCOUNT)
                session = self.ask(environment=environment)
                self.to_manager(session)
                session.type("Jörg Müer" + LEFT + LEFT + "ll" + HOME + "Dr. " + END + "€ß" + BACKSPACE + BACKSPACE + ENTER)
                session.expect("0–5 > ")
                session.type(CTRL_D)
                session.answer("[J/n] ", "j")
                self.assertEqual(session.end(), 0)
                self.assertIn("manager: Dr. Jörg Müller\n", self.file.read_text())

    def test_earlier_answers_come_back(self):
        session = self.ask("--open")
        self.to_manager(session)
        session.type("Anna Schmidt" + ENTER)
        session.answer("0–5 > ", "4")
        session.answer("1. > ", "")
        session.expect("1. > ")
        session.type(UP + ENTER)
        session.expect("2. > ")
        session.type(CTRL_D)
        session.answer("[J/n] ", "")
        self.assertEqual(session.end(), 0)
        self.assertIn("people:\n      - Anna Schmidt\n", self.file.read_text())

    def test_a_refused_answer_is_asked_again(self):
        session = self.ask()
        session.answer("0–5 > ", "9")
        session.expect("Bitte eine Zahl von 0 bis 5. Enter lässt")
        session.answer("0–5 > ", "2")
        session.expect("Attraktivität")
        session.answer("0–5 > ", "<")
        session.expect("bisher: 2 (eben eingegeben)")
        session.expect("0–5 > ")
        session.type(CTRL_C)
        session.answer("[J/n] ", "n")
        self.assertEqual(session.end(), 130)
        self.assert_untouched()


class Ending(Desk):
    def answered(self, **how):
        session = self.ask(**how)
        session.answer("0–5 > ", "4 früh dabei")
        session.expect("0–5 > ")
        return session

    def test_ctrl_d_offers_to_save_and_nothing_is_written_before_the_yes(self):
        session = self.answered()
        self.assert_untouched()
        session.type(CTRL_D)
        summary = session.expect("Speichern? [J/n] ")
        self.assertIn("Das wird in accounts/nordlicht.yaml geschrieben:", summary)
        self.assertIn("unbekannt → 4 (früh dabei)", summary)
        self.assertRegex(summary, r"Attraktivität +\S+ → \d+ \(\+")
        self.assert_untouched()
        session.type("j" + ENTER)
        self.assertEqual(session.end(), 0)
        self.assertEqual(
            self.file.read_text(),
            ACCOUNT.replace("{industry_pioneer: 3}", "{reference: {rating: 4, reason: früh dabei}, industry_pioneer: 3}"),
        )

    def test_ctrl_c_offers_to_save(self):
        for answer, status, saved in (("j", 0, True), ("", 0, True), ("n", 130, False), (None, 130, False)):
            with self.subTest(answer):
                self.file.write_text(ACCOUNT)
                session = self.answered()
                session.type("halb getippt" + CTRL_C)
                session.expect("Speichern? [J/n] ")
                self.assert_untouched()
                session.type(CTRL_C if answer is None else answer + ENTER)
                self.assertEqual(session.end(), status)
                self.assertEqual(self.file.read_text() != ACCOUNT, saved)
                self.assertNotIn("halb", self.file.read_text())
                self.assertEqual("Verworfen: In accounts/nordlicht.yaml wurde nichts geschrieben." in session.rest(), not saved)

    def test_ctrl_d_at_the_last_question_discards(self):
        session = self.answered()
        session.type(CTRL_D)
        session.expect("Speichern? [J/n] ")
        session.type(CTRL_D)
        session.expect("Verworfen")
        self.assertEqual(session.end(), 0)
        self.assert_untouched()

    def test_back_from_the_last_question(self):
        session = self.answered()
        session.type(CTRL_D)
        session.answer("Speichern? [J/n] ", "<")
        session.answer("0–5 > ", "<")
        session.answer("0–5 > ", "-")
        session.expect("0–5 > ")
        session.type(CTRL_D)
        session.expect("Es gibt nichts zu speichern")
        self.assertEqual(session.end(), 0)
        self.assert_untouched()

    def test_without_an_answer_there_is_nothing_to_save(self):
        for key, status in ((CTRL_D, 0), (CTRL_C, 130)):
            session = self.ask()
            session.expect("0–5 > ")
            session.type(key)
            session.expect("Es gibt nichts zu speichern: Es wurde nichts Neues eingegeben.")
            self.assertEqual(session.end(), status)
            self.assert_untouched()

    def test_a_dry_run_shows_and_does_not_ask(self):
        session = self.ask("--dry-run")
        session.answer("0–5 > ", "4")
        session.expect("0–5 > ")
        session.type(CTRL_D)
        self.assertEqual(session.end(), 0)
        self.assertIn("+attractiveness: {reference: 4, industry_pioneer: 3}", session.rest())
        self.assertNotIn("Speichern?", session.shown)
        self.assert_untouched()

    def test_the_terminal_is_left_as_it_was(self):
        for number in (None, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number):
                session = self.answered()
                self.assertFalse(session.echoes())  # libedit does
                if number is None:
                    session.type(CTRL_C)
                    session.answer("Speichern? [J/n] ", "n")
                    session.expect("Verworfen")
                    self.assertTrue(session.echoes())
                    self.assertEqual(session.end(), 130)
                else:
                    session.send_signal(number)
                    self.assertEqual(session.end(), -number)
                self.assert_untouched()

    def test_what_cannot_be_saved_is_shown(self):
        session = self.answered()
        self.file.write_text(ACCOUNT.replace("industry_pioneer: 3", "industry_pioneer: 3, reference: 1"))
        session.type(CTRL_D)
        session.answer("Speichern? [J/n] ", "j")
        session.expect("Ihre Antworten, zum Übernehmen von Hand:")
        session.expect("+attractiveness: {reference: {rating: 4, reason: früh dabei}, industry_pioneer: 3}")
        session.expect("kam: accounts/nordlicht.yaml was changed meanwhile")
        self.assertEqual(session.end(), 3)
        self.assertIn("reference: 1", self.file.read_text())


class English(Desk):
    language = "en"

    def test_a_dialogue(self):
        session = self.ask()
        session.expect("Questions on Nordlicht Windkraft")
        session.expect("1 of ")
        session.answer("0–5 > ", "?")
        session.expect("A number from 0 to 5, 2.5 too")
        session.answer("0–5 > ", "6")
        session.expect("Please give a number from 0 to 5. Enter")
        session.answer("0–5 > ", "3.5 known everywhere")
        session.expect("Attractiveness")
        session.expect("0–5 > ")
        session.type(CTRL_D)
        session.expect("This will be written into accounts/nordlicht.yaml:")
        session.expect("not known → 3.5 (known everywhere)")
        session.answer("Save? [Y/n] ", "y")
        session.expect("accounts/nordlicht.yaml")
        self.assertEqual(session.end(), 0)
        self.assertIn("reference: {rating: 3.5, reason: known everywhere}", self.file.read_text())

    def test_ctrl_c_discards(self):
        session = self.ask()
        session.answer("0–5 > ", "3")
        session.expect("0–5 > ")
        session.type(CTRL_C)
        session.expect("Save? [Y/n] ")
        session.type(CTRL_C)
        session.expect("Discarded: nothing was written into accounts/nordlicht.yaml.")
        self.assertEqual(session.end(), 130)
        self.assert_untouched()

    def test_the_language_can_be_chosen(self):
        session = self.ask("--lang", "de")
        session.expect("Fragen zu Nordlicht Windkraft")
        session.expect("0–5 > ")
        session.type(CTRL_D)
        self.assertEqual(session.end(), 0)


class Look(Desk):
    def test_a_narrow_window_is_not_overrun(self):
        for term in ("xterm", "dumb"):
            session = self.ask(columns=40, term=term)
            for line in ("?", "4 Messe", "?", "!", "?", "!"):
                session.answer("> ", line)
            session.expect("> ")
            session.type(CTRL_D)
            session.expect("[J/n] ")
            for line in session.plain().split("\n"):
                self.assertLessEqual(len(line.split("\r")[-1]), 40, line)
            session.type("n" + ENTER)
            session.end()

    def test_a_sign_and_its_word_stay_on_one_line(self):
        for columns in range(30, 70, 3):
            session = self.ask(columns=columns, term="dumb")
            session.answer("0–5 > ", "?")
            session.expect("0–5 > ")
            session.type(CTRL_D)
            session.end()
            shown = (line.strip() for line in session.plain().split("\n"))
            lines = [line for line in shown if " > " not in line]
            text = " ".join(lines)
            for words in ("?\u00a0erklärt", "<\u00a0geht", "-\u00a0löscht", "!\u00a0überspringt"):
                self.assertIn(words, text)
            for line in lines:
                self.assertNotRegex(line, "(^| )[?<!-]$")

    def test_a_remark_stands_below_its_answer(self):
        self.file.write_text("kam: 1\nname: Nordlicht\nactions:\n- {title: EDI, owner: Ben}\n")
        session = self.ask("--open", term="dumb")
        for _ in range(6):
            session.answer("> ", "!")
        session.answer("TT.MM.JJJJ > ", "23.11.2026")
        session.expect("  Der 23.11.2026 liegt schon zurück: Die Maßnahme gilt als überfällig.")
        session.answer("Speichern? [J/n] ", "j")
        self.assertEqual(session.end(), 0)
        self.assertIn("due: 2026-11-23", self.file.read_text())

    def test_a_dumb_terminal_gets_no_escape_sequence(self):
        for term in ("dumb", ""):
            with self.subTest(term):
                self.file.write_text(ACCOUNT)
                session = self.ask(term=term)
                session.expect("0–5 > ")
                self.assertTrue(session.echoes())
                session.type("!" + ENTER)
                session.expect("> ")
                session.type("Jörg Müllr" + BACKSPACE + "er" + ENTER)
                session.expect("0–5 > ")
                session.type("halb" + CTRL_C)
                session.answer("Speichern? [J/n] ", "j")
                self.assertEqual(session.end(), 0)
                if term == "dumb":
                    self.assertNotIn("\x1b", session.shown)
                self.assertIn("manager: Jörg Müller\n", self.file.read_text())

    def test_ctrl_d_in_a_dumb_terminal(self):
        session = self.ask(term="dumb")
        session.answer("0–5 > ", "4")
        session.expect("0–5 > ")
        session.type(CTRL_D)
        session.expect("Speichern? [J/n] ")
        session.type(CTRL_D)
        session.expect("Verworfen")
        self.assertEqual(session.end(), 0)
        self.assert_untouched()

    def test_an_unknown_terminal_works(self):
        session = self.ask(term="no-such-terminal")
        self.to_manager(session)
        session.type("Müer" + LEFT + LEFT + "ll" + ENTER)
        session.expect("0–5 > ")
        session.type(CTRL_D)
        session.answer("Speichern? [J/n] ", "j")
        self.assertEqual(session.end(), 0)
        self.assertIn("manager: Müller\n", self.file.read_text())

    def test_colour_is_as_elsewhere(self):
        for options, environment, coloured in (
            ((), {}, True),
            ((), {"NO_COLOR": "1"}, False),
            (("--color", "never"), {}, False),
            (("--color", "always"), {"NO_COLOR": "1"}, True),
        ):
            with self.subTest(options=options, environment=environment):
                session = self.ask(*options, environment=environment)
                session.answer("0–5 > ", "4")
                session.expect("0–5 > ")
                session.type(CTRL_D)
                session.answer("[J/n] ", "n")
                session.end()
                self.assertEqual(bool(COLOURS.search(session.shown)), coloured)

    def test_texts_from_the_file_do_not_drive_the_terminal(self):
        self.file.write_text('kam: 1\nname: "Nord\\e[2Jlicht"\nmanager: "A\\e]0;x\\aB\\u202e"\n')
        session = self.ask(environment={"NO_COLOR": "1"}, term="dumb")
        session.expect("Nord\\u{1b}[2Jlicht")
        session.answer("0–5 > ", "!")
        session.expect("A\\u{1b}]0;x\\u{7}B\\u{202e}")
        session.expect("> ")
        session.type(CTRL_D)
        session.end()
        self.assertNotIn("\x1b", session.shown)
        self.assertNotIn("\u202e", session.shown)


class Streams(Desk):
    def test_the_dialogue_is_on_stderr_and_the_result_on_stdout(self):
        with open(self.directory / "result", "w+b") as result:
            session = self.ask(stdout=result.fileno())
            session.answer("0–5 > ", "4")
            session.expect("0–5 > ")
            session.type(CTRL_D)
            session.answer("[J/n] ", "j")
            self.assertEqual(session.end(), 0)
            result.seek(0)
            text = result.read().decode()
        self.assertTrue(text.startswith("accounts/nordlicht.yaml\nWert als Referenz "), text)
        self.assertNotIn("> ", text)
        self.assertNotIn("accounts/nordlicht.yaml\nWert", session.rest())

    def test_unseen_questions_are_not_asked(self):
        with open(self.directory / "errors", "w+b") as errors:
            session = self.ask(stderr=errors.fileno())
            self.assertEqual(session.end(), 2)
            errors.seek(0)
            self.assertIn("standard error is no terminal", errors.read().decode())

    def test_without_i_nothing_is_asked(self):
        for options in ((), ("--explain",), ("--attractiveness", "reference=4", "--dry-run")):
            session = self.start(*options)
            self.assertEqual(session.end(), 0)
            self.assert_untouched()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kam", required=True, help="the executable")
    options, rest = parser.parse_known_args()
    kam = str(Path(options.kam).resolve())
    unittest.main(argv=[sys.argv[0], *rest])
