#!/usr/bin/env python3
"""Checks that each call of `say` with a sentence of the catalogue gives as many arguments as the sentence names, and that each
sentence is used."""

import re
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
TEXT = r'"(?:\\.|[^"\\])*"'
SENTENCE = re.compile(rf"constexpr Msg (\w+)\{{\s*((?:{TEXT}\s*)+),")


def catalogue():
    """{sentence: how many arguments it names}"""
    texts = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCE / "include/kam/text/messages").glob("*.hpp"))
    return {name: len(set(re.findall(r"\{(\d)\}", text))) for name, text in SENTENCE.findall(texts)}


def split(arguments):
    """What stands between the commas, brackets and texts kept whole."""
    parts, depth, part = [], 0, ""
    for token in re.findall(rf"{TEXT}|.", arguments, re.DOTALL):
        depth += (token in "({[") - (token in ")}]")
        if token == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += token
    return [*parts, part.strip()] if part.strip() else parts


def within(code, begin):
    """What stands in the brackets that open at `begin`."""
    depth = 0
    for token in re.finditer(rf"{TEXT}|.", code[begin:], re.DOTALL):
        depth += (token[0] in "({[") - (token[0] in ")}]")
        if depth == 0:
            return code[begin + 1:begin + token.start()]
    return ""


def faults_of(code, sentences):
    """The calls that give another number of arguments, as `NAME: 2 rather than 1`."""
    faults = []
    for call in re.finditer(r"\bsay\((?=msg::(\w+),)", code):
        _, _, *rest = split(within(code, call.end() - 1))
        if rest and not rest[0].startswith("{"):
            continue
        given = len(split(rest[0][1:-1])) if rest else 0
        if given != sentences.get(call[1]):
            faults.append(f"{call[1]}: {given} rather than {sentences.get(call[1])}")
    return faults


class MessagesTest(unittest.TestCase):
    def test_calls_give_what_sentences_name(self):
        sentences = catalogue()
        self.assertGreater(len(sentences), 500)
        for path in sorted((SOURCE / "src").rglob("*.cpp")):
            with self.subTest(path.relative_to(SOURCE)):
                self.assertEqual(faults_of(path.read_text(encoding="utf-8"), sentences), [])

    def test_every_sentence_is_used(self):
        code = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCE / "src").rglob("*.?pp"))
        used = set(re.findall(r"msg::(\w+)", code))
        self.assertEqual(sorted(set(catalogue()) - used), [])

    def test_a_wrong_number_is_found(self):
        sentences = {"two": 2, "none": 0}
        self.assertEqual(faults_of('say(msg::two, language, {f(a, b), "x, }"});', sentences), [])
        self.assertEqual(faults_of("say(msg::two, language, {a});", sentences), ["two: 1 rather than 2"])
        self.assertEqual(faults_of("say(msg::none, language, {a});", sentences), ["none: 1 rather than 0"])
        self.assertEqual(faults_of("say(msg::two, language);", sentences), ["two: 0 rather than 2"])


if __name__ == "__main__":
    unittest.main()
