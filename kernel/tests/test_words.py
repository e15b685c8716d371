"""Magics, completion, inspection, history and progress."""

import os
import tempfile
import unittest

from running import KernelTest, plugin

PROGRESS = """
var slow = new java.io.InputStream() {
    int left = 400;
    public int read() { throw new IllegalStateException(); }
    public int read(byte[] into, int from, int length) throws java.io.IOException {
        if (left-- == 0) return -1;
        try { Thread.sleep(10); } catch (InterruptedException e) { throw new java.io.InterruptedIOException(); }
        Arrays.fill(into, from, from + Math.min(length, 100), (byte) '\\n');
        return Math.min(length, 100);
    }
};
var progressed = Plugins.scan().parser("lines").over(bytes(slow)).onProgress(progress()).table();
"""


class Words(KernelTest):

    @classmethod
    def setUpClass(cls):
        cls.plugins = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.plugins.cleanup)
        cls.environment = {"HOME": cls.plugins.name}
        super().setUpClass()

    def complete(self, code, at=None):
        reply = self.kernel.ask("complete", code, len(code) if at is None else at)
        self.assertEqual("ok", reply["status"])
        return reply["matches"], code[: reply["cursor_start"]]

    def test_plugins_lists_what_there_is(self):
        cell = self.run_cell("%plugins")
        self.assertIn("dlt", cell.value)
        self.assertIn("<table", cell.html)
        self.assertIn("lines", cell.html)

    def test_a_plugin_is_added_checked_reloaded_and_removed(self):
        path = plugin("scripted").strip('"')
        self.assertIn("scripted", self.run_cell(f"%plugin add {path}").value)
        home = os.path.join(self.plugins.name, ".chipmunk", "plugins", "parsers", "scripted", "scripted.wasm")
        self.assertTrue(os.path.isfile(home), home)
        checked = self.run_cell("%plugin check scripted")
        self.assertIn("scripted", checked.value)
        self.assertIn("<table", checked.html)
        self.run_cell("%plugin reload")
        self.assertIn("scripted", self.run_cell("%plugins").value)
        self.run_cell("%plugin remove scripted")
        self.assertFalse(os.path.exists(home))

    def test_a_cell_of_text_is_parsed(self):
        cell = self.run_cell("%%parse lines\\nfirst\\nsecond\\n".replace("\\n", "\n"))
        self.assertIn("first", cell.html)
        self.assertIn("second", cell.value)
        self.assertIn("2 rows", cell.value + cell.html)

    def test_a_magic_is_told_how_it_is_used(self):
        cell = self.kernel.run("%plugin")
        self.assertEqual("error", cell.reply["status"])
        self.assertIn("%plugin add", cell.error)
        cell = self.kernel.run("%plugin check no-such-plugin")
        self.assertIn('no-such-plugin', cell.error)

    def test_names_of_plugins_are_completed_in_strings(self):
        self.assertEqual((["lines"], 'Plugins.scan().parser("'), self.complete('Plugins.scan().parser("lin'))

    def test_ids_and_choices_of_a_configuration_are_completed(self):
        begun = 'Plugins.scan().parser("lines").set("'
        self.assertIn("format", self.complete(begun)[0])
        self.assertIn("common", self.complete(begun + 'format", "')[0])

    def test_columns_of_a_variable_are_completed(self):
        self.run_cell('var access = Plugins.scan().parser("lines").set("format", "common").over(sample("access.log")).table();')
        column = self.run_cell("access.columnNames().get(1)").value
        self.assertEqual([column], self.complete(f'access.column("{column[:-1]}')[0])

    def test_code_is_completed(self):
        self.assertIn("rowCount()", self.complete("Table.create().rowC")[0])

    def test_completion_never_fails(self):
        for code in ('"', "'\"'", 'x("', '.parser("nope").set("', "%plug", "", '"\\', "// \""):
            self.complete(code)

    def test_inspect_shows_signature_and_documentation(self):
        for code, at in (("Plugins.scan", 12), ("Plugins.scan()", 10), ("Plugins.scan(", 13)):
            reply = self.kernel.ask("inspect", code, at)
            self.assertTrue(reply["found"], (code, at))
            text = reply["data"]["text/plain"]
            self.assertIn("Plugins", text)
            self.assertIn("Finds the plugins in", text)
        self.assertFalse(self.kernel.ask("inspect", "noSuchName", 5)["found"])

    def test_history_is_kept(self):
        self.run_cell("int remembered = 7;")
        reply = self.kernel.ask("history", hist_access_type="tail", n=1)
        self.assertEqual("int remembered = 7;", reply["history"][-1][2])
        found = self.kernel.ask("history", hist_access_type="search", pattern="int remem*", n=5)
        self.assertEqual(["int remembered = 7;"], [entry[2] for entry in found["history"]])

    def test_progress_is_one_output_that_is_replaced(self):
        cell = self.run_cell(PROGRESS)
        first = [content["transient"]["display_id"] for content in cell.contents("display_data")]
        updates = [content["transient"]["display_id"] for content in cell.contents("update_display_data")]
        self.assertEqual(1, len(first), cell.messages)
        self.assertGreater(len(updates), 1)
        self.assertEqual(set(first), set(updates))
        last = cell.contents("update_display_data")[-1]["data"]
        self.assertIn("rows/s", last["text/plain"])
        self.assertIn("<progress", last["text/html"])
        self.assertEqual("", cell.stdout + cell.stderr)

    def test_show_echoes_nothing(self):
        cell = self.run_cell('show(Table.create("t", IntColumn.create("a", 1, 2)))')
        self.assertEqual([], cell.contents("execute_result"))
        self.assertIn("<table", cell.html)

    def test_an_error_of_ours_is_told_without_frames(self):
        cell = self.kernel.run('Plugins.scan().parser("nope").over(sample("lines.log")).table()')
        self.assertEqual("error", cell.reply["status"])
        self.assertIn("nope", cell.error)
        self.assertNotIn(".java:", cell.error)


if __name__ == "__main__":
    unittest.main()
