#!/usr/bin/env python3
"""Reads what `kam agenda --format ics` writes with a parser that is not ours, and compares it with `--format json`.

The judge is python3-vobject; where it is not installed the test is skipped (status 77). (python3-icalendar 4 reads the
escaped backslash of `\\\\n` as a line break.)"""

import datetime
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

sys.path.append("/usr/lib/python3/dist-packages")  # where Debian installs it: a python of another origin looks elsewhere

PORTFOLIO = Path(__file__).resolve().parents[2] / "examples" / "portfolio"
AS_OF = "2026-11-24"
KINDS = {"action": "Action", "potential": "Potential", "assessment_missing": "First assessment",
         "assessment_stale": "Reassessment", "annual_talk": "Annual talk"}  # fmt: skip
EVENTS = {"assessment_stale", "annual_talk"}

kam = None  # the executable, set below

try:
    import vobject
except ImportError:
    vobject = None

NASTY = [
    "a, b; c\\d",
    "two\nlines, and\\n none",
    "carriage\rreturn\r\nand both",
    "Türen 🚪, Öfen; Größe \\ Maß",
    "👩‍👩‍👧‍👦" * 30,
    "ä" * 300,
    "日本" * 150,
    "x" * 300,
    "x" * 66,
    "x" * 67,
    "x" * 68,
    ":;,\"'=",
    "BEGIN:VEVENT\r\nUID:1",
    "\u202eabc\x1b[31m\x07\t\u2028 z",
    "same",
    "same",
    "same",
    "trailing \\",
    ",",
    "action\n1\nsame",
]


def run(root, *arguments):
    environment = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "0"}
    return subprocess.run([kam, "-q", "-C", str(root), "--lang", "en", *arguments], env=environment, check=True,
                          stdout=subprocess.PIPE).stdout  # fmt: skip


def agenda(root, form, *arguments, as_of=AS_OF):
    return run(root, "--as-of", as_of, "agenda", "--until", "9999-12-31", "--format", form, *arguments)


def shown(text):
    """A text as it may stand in one TEXT value: line breaks as they are, other controls escaped as kam does."""
    lines = re.split(r"\r\n|\r|\n", text)
    control = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u2028\u2029]")
    return "\n".join(control.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", line) for line in lines)


def pair(text, items):
    """Each item with its component. The parser has those of one name together, each in the text's order."""
    names = ["VEVENT" if item["kind"] in EVENTS and item["due"] else "VTODO" for item in items]
    assert re.findall(r"^BEGIN:(V\w+)", text.decode("utf-8"), re.MULTILINE) == ["VCALENDAR", *names]
    calendar = vobject.readOne(text.decode("utf-8"))
    parts = {name: iter(calendar.contents.get(name.lower(), [])) for name in ("VEVENT", "VTODO")}
    paired = [(next(parts[name]), item) for name, item in zip(names, items)]
    assert [*parts["VEVENT"], *parts["VTODO"]] == []
    return paired


def people_date(iso):
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {day:%b} {day.year}"


def task(item):
    if item["kind"] == "assessment_missing":
        return "Assess for the first time"
    if item["kind"] == "assessment_stale":
        return f"Assess anew (last on {people_date(item['counted_from'])})"
    if item["kind"] == "annual_talk":
        return f"Hold the annual talk (last assessed on {people_date(item['counted_from'])})"
    return item["title"]


def status(item):
    if item["due"] is None:
        return "no date"
    days = (datetime.date.fromisoformat(item["due"]) - datetime.date.fromisoformat(AS_OF)).days
    if days < 0:
        assert item["overdue_days"] == -days and item["state"] == "overdue"
        return f"overdue for {-days} day" + ("s" if days < -1 else "")
    if days == 0:
        return "due today"
    return f"in {days} day" + ("s" if days > 1 else "")


class Agenda(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="kam-agenda-"))
        self.addCleanup(shutil.rmtree, self.root)

    def copy_example(self):
        shutil.copytree(PORTFOLIO, self.root, dirs_exist_ok=True)

    def make_nasty(self):
        run(self.root, "init")
        draw = random.Random(1)
        day = lambda: str(datetime.date(2026, 1, 1) + datetime.timedelta(days=draw.randrange(900)))  # noqa: E731
        for number, name in enumerate(NASTY):
            duties = [{"title": title, **({"owner": draw.choice(NASTY)} if draw.random() < 0.7 else {}),
                       **({"due": day()} if draw.random() < 0.7 else {})}
                      for title in draw.sample(NASTY, 12)]  # fmt: skip
            account = {"kam": 1, "name": f"{number} {name}", "manager": draw.choice(NASTY),
                       "actions": duties[:6], "potentials": duties[6:]}  # fmt: skip
            if number % 3:
                account["assessments"] = [{"date": day(), "perspective": "customer", "source": "Annual talk",
                                           "ratings": {"flexibility": {"importance": 3, "fulfilment": 2}}}]  # fmt: skip
            # JSON is YAML but for what YAML takes for a line break or refuses as it is.
            text = re.sub(r"\\u(d[89ab]..)\\u(d[c-f]..)", lambda pair: json.loads(f'"{pair[0]}"'), json.dumps(account))
            text = re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", text)
            (self.root / "accounts" / f"n{number}.yaml").write_text(text + "\n")

    def compare(self):
        raw = agenda(self.root, "ics")
        items = json.loads(agenda(self.root, "json"))["items"]
        self.assertGreater(len(items), 15)
        for part, item in pair(raw, items):
            with self.subTest(account=item["account"], kind=item["kind"], title=item["title"]):
                self.compare_one(part, item)
        return raw, items

    def compare_one(self, part, item):
        is_event = item["kind"] in EVENTS
        kind = KINDS[item["kind"]]
        owner = f"\nOwner: {item['owner']}" if item["owner"] is not None else ""
        day = {"DTSTART" if is_event else "DUE": datetime.date.fromisoformat(item["due"])} if item["due"] else {}
        expected = {
            "DTSTAMP": datetime.datetime.fromisoformat(f"{AS_OF}T00:00:00+00:00"),
            "SUMMARY": shown(f"{item['name']}: {task(item)}"),
            "DESCRIPTION": shown(f"Kind: {kind}{owner}\nStatus: {status(item)}"),
            "CATEGORIES": [kind],
            "STATUS": "TENTATIVE" if is_event else "NEEDS-ACTION",
            **({"CONTACT": shown(item["owner"])} if item["owner"] is not None else {}),
            **({"TRANSP": "TRANSPARENT"} if is_event else {}),
            **day,
        }
        values = {line.name: line.value for line in part.lines()}
        self.assertEqual(len(values), len(list(part.lines())))
        self.assertRegex(values.pop("UID"), rf"^[0-9a-f]{{32}}@{re.escape(item['account'])}\.kam$")
        self.assertEqual(values, expected)
        self.assertEqual(part.name, "VEVENT" if is_event else "VTODO")
        for line in part.lines():
            self.assertEqual(line.params, {"VALUE": ["DATE"]} if line.name in day else {})

    def check_form(self, raw):
        self.assertTrue(raw.endswith(b"\r\n"))
        for line in raw[:-2].split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            self.assertNotRegex(line, rb"[\x00-\x1f\x7f]")
            line.decode("utf-8")  # no character is cut
        self.assertTrue(raw.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))

    def test_the_example_portfolio(self):
        self.copy_example()
        raw, items = self.compare()
        self.check_form(raw)
        self.assertEqual({item["kind"] for item in items}, set(KINDS))
        self.assertEqual({item["state"] for item in items}, {"overdue", "due", "undated"})

    def test_a_nasty_portfolio(self):
        self.make_nasty()
        raw, items = self.compare()
        self.check_form(raw)
        self.assertGreater(len(items), 200)
        self.assertLessEqual(set(NASTY), {item["title"] for item in items})
        self.assertGreater(sum(line.startswith(b" ") for line in raw.split(b"\r\n")), 500)

    def uids(self, **changed):
        """UID by account, kind, title and number among equals."""
        uids, seen = {}, {}
        items = json.loads(agenda(self.root, "json", **changed))["items"]
        for part, item in pair(agenda(self.root, "ics", **changed), items):
            key = (item["account"], item["kind"], item["title"])
            seen[key] = seen.get(key, 0) + 1
            uids[*key, seen[key]] = part.uid.value
        self.assertEqual(len(set(uids.values())), len(items))
        return uids

    def check_another_day(self):
        before, later = self.uids(), self.uids(as_of="2027-12-31")
        self.assertGreater(len(before.keys() & later.keys()), 15)
        for key in before.keys() & later.keys():
            self.assertEqual(before[key], later[key], key)

    def test_uids_are_the_same_on_another_day(self):
        self.copy_example()
        self.check_another_day()

    def test_nasty_uids_are_the_same_on_another_day(self):
        self.make_nasty()
        self.check_another_day()

    def test_uids_stay_when_other_items_change(self):
        self.copy_example()
        file = self.root / "accounts" / "nordlicht-windkraft.yaml"
        before = self.uids()
        text = file.read_text()
        self.assertIn("\nactions:\n", text)
        added = "\nactions:\n  - title: Etwas anderes\n    due: 2026-01-01\n"
        file.write_text(text.replace("\nactions:\n", added).replace("manager: Anna Schmidt", "manager: Petra Lang"))
        after = self.uids()
        self.assertEqual(after.keys() - before.keys(), {("nordlicht-windkraft", "action", "Etwas anderes", 1)})
        for key, uid in before.items():
            self.assertEqual(uid, after[key], key)

    def test_the_same_bytes_in_any_environment(self):
        self.copy_example()
        first = agenda(self.root, "ics")
        environment = {"PATH": os.environ["PATH"], "TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8"}
        again = subprocess.run([kam, "-q", "-C", str(self.root), "--lang", "en", "--as-of", AS_OF, "agenda", "--until",
                                "9999-12-31", "--format", "ics"], env=environment, check=True, stdout=subprocess.PIPE)  # fmt: skip
        self.assertEqual(first, again.stdout)


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests("python3-vobject is not installed" if vobject is None else "")


if __name__ == "__main__":
    sys.exit(main())
