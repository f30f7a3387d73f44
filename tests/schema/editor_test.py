#!/usr/bin/env python3
"""What an editor shows in an account file that names its schema: the YAML language server over stdio, as VS Code runs
it, and ajv as a second judge of the schema itself.

Skipped (status 77) where node or the packages of tests/schema/install are not there."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import outside

SOURCE = Path(__file__).resolve().parents[2]
PORTFOLIO = SOURCE / "examples" / "portfolio"
MODULES = SOURCE / "build" / "node" / "node_modules"  # where tests/schema/install puts them
SERVER = MODULES / "yaml-language-server" / "bin" / "yaml-language-server"
SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}

AJV = """
const Ajv = require('ajv'); const formats = require('ajv-formats'); const YAML = require('yaml'); const fs = require('fs');
const ajv = new Ajv({strict: true, allowUnionTypes: true, allErrors: true}); formats(ajv);
const validate = ajv.compile(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')));
for (const file of process.argv.slice(3)) {
  validate(YAML.parse(fs.readFileSync(file, 'utf8')));
  for (const error of validate.errors ?? []) console.log(`${file}: ${error.instancePath} ${error.message}`);
}
"""

kam = None  # the executable, set below


def run_kam(root, *arguments):
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1795478400")
    return subprocess.run([kam, "-C", str(root), *arguments], capture_output=True, text=True, env=environment,
                          check=True).stdout


class Server:
    """A language server, asked one thing after the other."""

    def __init__(self, root):
        self.process = subprocess.Popen(["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.id = 0
        self.diagnostics = {}
        self.call("initialize", {"processId": os.getpid(), "rootUri": root.as_uri(),
                                 "capabilities": {"workspace": {"configuration": True}, "textDocument": {}}})
        self.send({"method": "initialized", "params": {}})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "workspace/configuration":
            self.send({"id": message["id"], "result": [SETTINGS.get(item.get("section"), {}) for item in message["params"]["items"]]})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self.send({"id": message["id"], "result": None})
        return message

    def call(self, method, params):
        self.id += 1
        self.send({"id": self.id, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == self.id and "method" not in message:
                return message.get("result")

    def open(self, file, text):
        """`line: message` of what the server marks in the text."""
        self.send({"method": "textDocument/didOpen",
                   "params": {"textDocument": {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}}})
        while file.as_uri() not in self.diagnostics:
            self.receive()
        marks = sorted(self.diagnostics[file.as_uri()], key=lambda mark: mark["range"]["start"]["line"])
        return [f"{mark['range']['start']['line'] + 1}: {mark['message'].splitlines()[0]}" for mark in marks]

    def complete(self, file, line, character):
        items = self.call("textDocument/completion", {"textDocument": {"uri": file.as_uri()},
                                                      "position": {"line": line, "character": character}})
        return [item["label"] for item in items["items"]]

    def hover(self, file, line, character):
        shown = self.call("textDocument/hover", {"textDocument": {"uri": file.as_uri()},
                                                 "position": {"line": line, "character": character}})
        return shown["contents"]["value"] if isinstance(shown["contents"], dict) else str(shown["contents"])

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


class Editor(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="kam-editor-"))
        self.addCleanup(shutil.rmtree, self.root)
        run_kam(self.root, "init", "--lang", "de")
        shutil.copy(PORTFOLIO / "kam.yaml", self.root)
        run_kam(self.root, "add-account", "Neuland AG")
        self.file = self.root / "accounts" / "neuland-ag.yaml"

    def open(self, text):
        server = Server(self.root)
        self.addCleanup(server.close)
        head = self.file.read_text().splitlines(True)[0]  # names the schema
        return server, server.open(self.file, head + text)

    def test_what_kam_would_refuse_is_marked_at_its_line(self):
        _, marks = self.open("kam: 1\nname: Weserguss AG\nstatus: lost\nattractiveness:\n  reference: 7\n  referenz: 3\n"
                             "asessments: []\ncustomer_since: '2014'\n")
        self.assertEqual([mark.split(":")[0] for mark in marks], ["4", "6", "7", "8", "9"])
        for mark, words in zip(marks, ["prospect", "5", "referenz", "asessments", "integer"]):
            self.assertIn(words, mark)

    def test_what_kam_writes_is_not_marked(self):
        server = Server(self.root)
        self.addCleanup(server.close)
        for file in (self.file, self.root / "kam.yaml"):
            self.assertEqual(server.open(file, file.read_text()), [])

    def test_the_example_is_not_marked(self):
        _, marks = self.open((PORTFOLIO / "accounts" / "nordlicht-windkraft.yaml").read_text())
        self.assertEqual(marks, [])

    def test_keys_ids_and_values_are_completed_and_explained(self):
        server, _ = self.open("kam: 1\nname: Weserguss AG\nstatus: \npartnership:\n  \n")
        self.assertTrue({"prospect", "candidate", "key_account", "former"} <= set(server.complete(self.file, 3, 8)))
        self.assertTrue({"collaboration_potential", "partner_acceptance"} <= set(server.complete(self.file, 5, 2)))
        self.assertIn("Als was wir den Kunden führen", server.hover(self.file, 3, 2))

    def test_ajv_takes_the_schemas_strictly_and_the_examples_by_them(self):
        script = self.root / "ajv.cjs"
        script.write_text(AJV)
        accounts = sorted(map(str, (PORTFOLIO / "accounts").glob("*.yaml")))
        for schema, files in (("account", accounts), ("portfolio", [str(PORTFOLIO / "kam.yaml")])):
            done = subprocess.run(["node", str(script), str(self.root / ".kam" / f"{schema}.schema.json"), *files],
                                  capture_output=True, text=True, env=dict(os.environ, NODE_PATH=str(MODULES)))
            self.assertEqual((done.stdout, done.stderr, done.returncode), ("", "", 0))


def main():
    global kam
    kam = outside.take_options("--kam").kam
    return outside.run_tests("node or the packages of tests/schema/install are not there" if shutil.which("node") is None or not SERVER.exists() else "")


if __name__ == "__main__":
    sys.exit(main())
