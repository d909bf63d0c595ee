"""Opens pages of a report in a browser, as a person does, and lets axe-core judge them.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python witness_pages.py PAGE...

Needs Chromium (Debian's is found; another by CHROMIUM=path). Each page is opened in light and in
dark, wide and 320 pixels narrow, with scripts and without; axe-core must find no violation of WCAG
2.2 A and AA nor of its best practices, nothing may be fetched, the browser may have nothing to say,
and the page may not scroll sideways. Then the script is used by keyboard: each table is sorted by
each of its columns, up and down, and filtered. Every picture's shapes must lie inside its box. A
copy of each page with planted faults must be found faulty. Exit code 0 if all is so; else 1, with a
line for each surprise.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import sync_playwright

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")

OPEN_ALL = "document.querySelectorAll('details').forEach(part => part.open = true)"

# Shapes and texts of a picture that reach out of its box, in the picture's own units.
OUTSIDE = """() => [...document.querySelectorAll('svg[viewBox]')].flatMap(picture => {
  const box = picture.viewBox.baseVal;
  return [...picture.querySelectorAll('rect, path, text, circle')].filter(shape => {
    const size = shape.getBBox();
    return size.x < box.x - 0.01 || size.y < box.y - 0.01
      || size.x + size.width > box.x + box.width + 0.01
      || size.y + size.height > box.y + box.height + 0.01;
  }).map(shape => shape.outerHTML.slice(0, 120));
})"""

# The words of a table's column, of the rows that are shown.
COLUMN = """([table, column]) => [...document.querySelectorAll('.scroll table')[table].tBodies[0].rows]
  .filter(row => !row.hidden).map(row => row.cells[column].textContent.trim())"""

# The same of the keys that cells are to be sorted by, where they have some.
KEYS = """([table, column]) => [...document.querySelectorAll('.scroll table')[table].tBodies[0].rows]
  .map(row => row.cells[column].dataset.key).filter(key => key !== undefined).map(Number)"""


class Visit:
    """One page in one browser context, and what went wrong there."""

    def __init__(self, browser, page, scheme="light", width=1200, script=True):
        # axe is put into the page past its policy, which lets in no script but the page's own.
        self.context = browser.new_context(
            color_scheme=scheme,
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
        )
        self.name = f"{page.name}, {scheme}, {width} px{'' if script else ', no script'}"
        self.surprises = []
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.say(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.say(f"error: {error}"))
        self.page.on("request", self.requested)
        self.page.goto(page.resolve().as_uri())

    def say(self, words):
        self.surprises.append(f"{self.name}: {words}")

    def requested(self, request):
        if request.resource_type != "document":
            self.say(f"fetches {request.url}")

    def close(self):
        self.context.close()
        return self.surprises


def axe_violations(page):
    # `evaluate` runs beside the page's policy, so the page is judged as it is delivered.
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE + ";0")
    result = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
    )
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in result["violations"]]


def look(browser, page, schemes=("light", "dark"), widths=(1200, 320)):
    surprises = []
    for scheme in schemes:
        for width in widths:
            visit = Visit(browser, page, scheme, width)
            for violation in axe_violations(visit.page):
                visit.say(f"axe: {violation}")
            for shape in visit.page.evaluate(OUTSIDE):
                visit.say(f"outside its box: {shape}")
            if visit.page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            ):
                visit.say("scrolls sideways")
            surprises += visit.close()
    return surprises


def without_script(browser, page):
    visit = Visit(browser, page, script=False)
    if visit.page.locator("h1").count() != 1:
        visit.say("has no heading")
    if visit.page.locator("button, select, input[type=search]").count():
        visit.say("shows controls that do nothing")
    return visit.close()


def ordered(words, is_number):
    if is_number:
        digits = [word.replace(",", "") for word in words]
        keys = [int(one) if one.lstrip("-").isdigit() else -1 for one in digits]
        return keys == sorted(keys)
    # The browser sorts as its language does; ends that swap are enough to see that it did.
    return True


def use(browser, page):
    visit = Visit(browser, page)
    tab = visit.page
    tab.evaluate(OPEN_ALL)
    tables = tab.locator(".scroll table")
    for table in range(tables.count()):
        heads = tables.nth(table).locator("thead th")
        rows = tables.nth(table).locator("tbody tr").count()
        for column in range(heads.count()):
            button = heads.nth(column).locator("button.sort")
            if button.count() == 0:
                continue
            before = sorted(tab.evaluate(COLUMN, [table, column]))
            is_number = "num" in (heads.nth(column).get_attribute("class") or "")
            button.focus()
            seen = []
            for direction in ("ascending", "descending"):
                tab.keyboard.press("Enter")
                words = tab.evaluate(COLUMN, [table, column])
                seen.append(words)
                if heads.nth(column).get_attribute("aria-sort") != direction:
                    visit.say(f"table {table}, column {column}: not marked as {direction}")
                if sorted(words) != before:
                    visit.say(f"table {table}, column {column}: sorting loses rows")
            keys = tab.evaluate(KEYS, [table, column])
            if keys and keys != sorted(keys, reverse=True):
                visit.say(f"table {table}, column {column}: not in the order of its keys")
            if not ordered(seen[0], is_number) or not ordered(seen[1][::-1], is_number):
                visit.say(f"table {table}, column {column}: not in order")
            if len(set(before)) > 1 and seen[0] == seen[1]:
                visit.say(f"table {table}, column {column}: up and down are the same")
            marked = tables.nth(table).locator("th[aria-sort]").count()
            if marked != 1:
                visit.say(f"table {table}: {marked} columns are marked as sorted")
    for field in tab.locator("input[type=search]").all():
        tools = field.locator("xpath=..")
        body = tools.locator("xpath=following-sibling::div[1]//tbody")
        rows = body.locator("tr").count()
        words = body.locator("tr").first.locator("th").first.inner_text().split("\n")[0]
        field.fill(words.upper())
        shown = body.locator("tr:visible").count()
        if not 0 < shown <= rows:
            visit.say(f"filtering by '{words}' shows {shown} of {rows} rows")
        if tools.locator("[role=status]").inner_text() != f"{shown:,} of {rows:,} rows shown.":
            visit.say("the count of filtered rows is not true")
        field.fill("no row has these words")
        if body.locator("tr:visible").count() != 0:
            visit.say("a filter that fits nothing shows rows")
        field.fill("")
        if body.locator("tr:visible").count() != rows:
            visit.say("an empty filter hides rows")
    for name in ("level", "fixer"):
        choice = tab.locator(f"#choose-{name}")
        if choice.count() == 0:
            continue
        total = tab.locator("article[data-level]").count()
        wanted = choice.locator("option").nth(1).get_attribute("value")
        choice.select_option(index=1)
        shown = tab.locator("article[data-level]:visible").count()
        want = tab.locator(f'article[data-{name}="{wanted}"]').count()
        if shown != want:
            visit.say(f"choosing {name} '{wanted}' shows {shown} rules instead of {want}")
        tab.emulate_media(media="print")
        if tab.locator("article[data-level]:visible").count() != total:
            visit.say("print leaves out what is filtered")
        tab.emulate_media(media="screen")
        choice.select_option(index=0)
        if tab.locator("article[data-level]:visible").count() != total:
            visit.say(f"choosing no {name} hides rules")
    for violation in axe_violations(tab):
        visit.say(f"axe, after use: {violation}")
    return visit.close()


def planted(browser, page):
    """What must be seen in copies with faults; names the faults that were not."""
    text = page.read_text("utf-8")
    faults = {
        "no language": (text.replace('<html lang="en">', "<html>"), "axe: html-has-lang"),
        "no title": (
            text[: text.index("<title>")] + text[text.index("</title>") + 8 :],
            "axe: document-title",
        ),
        "a pale text": (
            # The policy refuses a changed style sheet, so the copy has to do without.
            text.replace('http-equiv="Content-Security-Policy"', 'name="x"').replace(
                "</style>", "body,h1{color:#ccc}</style>"
            ),
            "axe: color-contrast",
        ),
        "a changed script": (text.replace('"use strict";', '"use strict"; ;'), "console:"),
        "a picture from outside": (
            text.replace("</main>", '<img alt="" src="https://example.com/x.png"></main>'),
            "console:",
        ),
        "a shape outside": (
            text.replace("</main>", '<svg viewBox="0 0 9 9"><rect width="10" height="1"/></svg></main>'),
            "outside its box",
        ),
    }
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        for name, (changed, sign) in faults.items():
            if changed == text:
                missed.append(f"{page.name}: {name} could not be planted")
                continue
            copy = Path(folder) / "copy.html"
            copy.write_text(changed, "utf-8")
            if not any(sign in surprise for surprise in look(browser, copy, ["light"], [1200])):
                missed.append(f"{page.name}: {name} goes unseen")
    return missed


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    surprises = []
    with sync_playwright() as tool:
        # Containers grant no user namespaces, which the browser's sandbox wants.
        browser = tool.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name in sys.argv[1:]:
            page = Path(name)
            surprises += look(browser, page) + without_script(browser, page) + use(browser, page)
        surprises += planted(browser, Path(sys.argv[1]))
        browser.close()
    for surprise in surprises:
        print(surprise)
    print(f"{len(sys.argv) - 1} pages, {len(surprises)} surprises")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
