"""What cells print arrives whole, or is cut with a count; the cell always ends."""

import re
import unittest

from running import KernelTest, Kernel, plugin

LINES = 20_000
PRINT = f'for (int i = 0; i < {LINES}; i++) System.out.println("line " + i);'


def numbers(text, word):
    return [int(found) for found in re.findall(rf"^{word} (\d+)$", text, re.MULTILINE)]


class Output(KernelTest):

    def test_the_first_cell_is_quiet(self):
        with Kernel() as fresh:
            cell = fresh.run('var first = Plugins.scan().parser("lines").over(sample("lines.log")).table();')
        self.assertEqual("ok", cell.reply["status"], cell.error)
        self.assertEqual(("", ""), (cell.stdout, cell.stderr))
        self.assertEqual([], cell.contents("execute_result", "display_data"))

    def test_lines_printed_arrive_whole(self):
        cell = self.run_cell(PRINT)
        self.assertEqual(list(range(LINES)), numbers(cell.stdout, "line"))
        with Kernel("java") as theirs:
            try:
                count = len(numbers(theirs.run(PRINT).stdout, "line"))
            except AssertionError as error:
                count = str(error)[:60]
        print(f"\noutput: tamias {LINES} of {LINES} lines, JJava {count}")

    def test_lines_printed_by_threads_arrive_whole(self):
        cell = self.run_cell(
            f"IntStream.range(0, {LINES}).parallel().forEach(i -> System.out.println(\"line \" + i));"
        )
        self.assertEqual(list(range(LINES)), sorted(numbers(cell.stdout, "line")))

    def test_what_is_too_much_is_cut_with_a_count(self):
        wide = 'String wide = "x".repeat(1000);'
        cell = self.run_cell(wide + ' for (int i = 0; i < 20_000; i++) System.out.println(wide + " " + i);')
        self.assertRegex(cell.stdout, r"\[[\d,]+ lines \([\d,]+ bytes\) are left out here")
        left_out = int(re.search(r"\[([\d,]+) lines", cell.stdout).group(1).replace(",", ""))
        shown = len(re.findall(r"x{10} \d+$", cell.stdout, re.MULTILINE))
        self.assertAlmostEqual(20_000, left_out + shown, delta=1)
        self.assertTrue(cell.stdout.endswith(" 19999\n"), cell.stdout[-100:])

    def test_the_log_of_a_plugin_arrives_whole(self):
        logs = 'var log = Plugins.scan().parser(PLUGIN).set("fault", "log-flood").over(bytes("x\\n".getBytes())).log();'
        self.run_cell(logs.replace("PLUGIN", plugin("faulty")))
        cell = self.run_cell("for (int i = 0; i < 2; i++) log.entries().forEach(each -> System.out.println(each.text()));")
        shown = [int(found) for found in re.findall(r"message (\d+) of a flood", cell.stdout)]
        kept = int(self.run_cell("log.entries().size()").value)
        dropped = int(self.run_cell("log.dropped()").value)
        self.assertGreaterEqual(2 * kept, LINES)
        suppressed = sum(int(count) for count in re.findall(r"^(\d+) messages were suppressed$", cell.stdout, re.M)) // 2
        self.assertGreaterEqual(kept + dropped + suppressed, 100_000)
        half = shown[: len(shown) // 2]
        self.assertEqual(half + half, shown)
        self.assertEqual(sorted(set(half)), half)
        self.assertGreaterEqual(len(half), kept - 5)

    def test_output_and_errors_keep_their_order_beside_a_display(self):
        cell = self.run_cell('System.out.println("before"); var d = display("shown"); System.out.println("after");')
        kinds = [kind for kind, _ in cell.messages if kind in ("stream", "display_data")]
        self.assertEqual(["stream", "display_data", "stream"], kinds)


if __name__ == "__main__":
    unittest.main()
