"""Notebook 1 in JupyterLab, in a browser, as somebody meets it who has just cloned the project.

    kernel/tamias test-kernel test_browser        # needs Debian's package chromium

A screenshot is left in target/browser.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 120_000  # milliseconds
NOTEBOOK = "01-first-look.ipynb"
PICTURE = "[data-mime-type='image/svg+xml'] :is(img, svg)"


class Lab:
    """kernel/tamias lab over a copy of the notebook without outputs, with an empty home, on loopback."""

    def __init__(self, directory):
        self.notebooks = Path(directory, "notebooks")
        self.notebooks.mkdir()
        notebook = json.loads((ROOT / "notebooks" / NOTEBOOK).read_text())
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
        (self.notebooks / NOTEBOOK).write_text(json.dumps(notebook))
        home = Path(directory, "home")
        # Otherwise only the cells that can be seen are in the page.
        settings = home / ".jupyter/lab/user-settings/@jupyterlab/notebook-extension/tracker.jupyterlab-settings"
        settings.parent.mkdir(parents=True)
        settings.write_text('{"windowingMode": "none"}')
        self.environment = {**os.environ, "HOME": str(home)}

    def __enter__(self):
        self.process = subprocess.Popen(
            [ROOT / "kernel/tamias", "lab", "--no-browser", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0",
             f"--ServerApp.root_dir={self.notebooks}"],
            env=self.environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, start_new_session=True,
        )
        self.words = ""
        for line in self.process.stderr:
            self.words += line
            found = re.search(r"http://127\.0\.0\.1:\d+/lab\?token=\w+", line)
            if found:
                self.url = found[0]
                return self
        raise RuntimeError("the server has not started: " + self.words)

    def __exit__(self, *_):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.communicate(timeout=30)


@unittest.skipUnless(CHROMIUM, "there is no chromium (Debian: apt-get install chromium)")
class Browser(unittest.TestCase):
    def test_the_first_notebook_shows_table_picture_and_progress(self):
        from playwright.sync_api import sync_playwright

        directory = self.enterContext(tempfile.TemporaryDirectory())
        lab = self.enterContext(Lab(directory))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1300, "height": 1000})
            asked = []
            page.on("request", lambda request: asked.append(request.url))
            page.goto(lab.url.replace("/lab?", f"/lab/tree/{NOTEBOOK}?"), timeout=PATIENCE)
            page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=PATIENCE)
            page.get_by_text("Tamias (Java) | Idle").wait_for(timeout=PATIENCE)
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
            try:
                self.look(page)
            finally:
                self.keep(page)
            browser.close()
        own = lab.url.split("/lab?")[0].replace("http", "", 1)
        foreign = [url for url in asked if own not in url and not url.startswith(("data:", "blob:"))]
        self.assertEqual(foreign, [])

    def look(self, page):
        outputs = page.locator(".jp-OutputArea-output")
        page.locator(".jp-CodeCell").last.scroll_into_view_if_needed()
        page.locator(".jp-CodeCell .jp-RenderedHTMLCommon", has_text="takes one of plain").last.wait_for(timeout=PATIENCE)
        self.assertGreater(outputs.locator("table").count(), 3)
        self.assertGreater(page.locator(PICTURE).count(), 0)
        self.assertGreater(outputs.locator(".tamias-progress progress").count(), 0)
        self.assertGreater(outputs.locator("details.plugin").count(), 3)

    def keep(self, page):
        target = ROOT / "target/browser"
        target.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(target / "end.png"))
        for name, where in (("plugins", "details.plugin"), ("progress", ".tamias-progress"), ("picture", PICTURE)):
            found = page.locator(where)
            if found.count():
                found.first.scroll_into_view_if_needed()
                page.screenshot(path=str(target / f"{name}.png"))


if __name__ == "__main__":
    unittest.main()
