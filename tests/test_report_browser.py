"""The page in a real browser: opens, filters, names what one points at, walks by keyboard, runs nothing it was given."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_clean import explain
from cppcc_clean.report.html import html
from tests.strategies import GOOD_TEXTS
from tests.test_report import HOSTILE, PAGE

webdriver = pytest.importorskip("selenium.webdriver")
from selenium.webdriver.chrome.webdriver import WebDriver  # noqa: E402
from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.remote.webelement import WebElement  # noqa: E402

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (BROWSER and DRIVER),
    reason="no chromium and chromedriver here; scripts/install_browser.sh could not install them",
)


class Browser:
    """Headless Chromium, and short words for what one does with it."""

    def __init__(self) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = str(BROWSER)
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        service = webdriver.ChromeService(str(DRIVER))
        self.driver: WebDriver = webdriver.Chrome(options=options, service=service)

    def size(self, width: int, height: int, *, phone: bool = False, dark: bool = False) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def open(self, page: Path) -> None:
        self.driver.get("about:blank")
        self.complaints()
        self.driver.get(page.as_uri())

    def all(self, selector: str) -> list[WebElement]:
        return list(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def run(self, script: str) -> object:
        return self.driver.execute_script(script)

    def press(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def point_at(self, element: WebElement) -> None:
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        ActionChains(self.driver).move_to_element(element).perform()

    @property
    def focused(self) -> WebElement:
        return self.driver.switch_to.active_element

    @property
    def note(self) -> str:
        tip = self.one("#tip")
        return tip.text if tip.is_displayed() else ""

    def complaints(self) -> list[str]:
        """What the console has shown since the last look."""
        return [entry["message"] for entry in self.driver.execute("getLog", {"type": "browser"})["value"]]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    browser = Browser()
    yield browser
    browser.driver.quit()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    texts = {"观澜.txt": PAGE, "good.txt": GOOD_TEXTS["news"], "<b>hostile</b>\u202e.txt": HOSTILE}
    path.write_text(html([(name, explain(text)) for name, text in texts.items()]), encoding="utf-8")
    return path


@pytest.fixture
def browser(chromium: Browser, page: Path) -> Iterator[Browser]:
    """The page, opened at desktop width; nothing may be complained about while a test uses it."""
    chromium.size(1300, 900)
    chromium.open(page)
    yield chromium
    assert chromium.complaints() == []


def test_opens_alone(browser: Browser) -> None:
    assert browser.one("#name").text == "观澜.txt"
    assert "观澜县政协召开协商会，部署工作。" in browser.one("main").text
    assert browser.run("return performance.getEntriesByType('resource').length") == 0


def test_source_and_result_stand_side_by_side(browser: Browser) -> None:
    row = next(row for row in browser.all(".row") if "召开协商会" in row.text)
    source, result = (row.find_element(By.CSS_SELECTOR, side) for side in (".src", ".res"))
    assert source.rect["y"] == result.rect["y"]
    assert source.rect["x"] + source.rect["width"] <= result.rect["x"] + 1


def test_documents(browser: Browser) -> None:
    browser.all("#documents a")[1].click()
    assert browser.one("#name").text == "good.txt"
    assert browser.all("ins, del") == []
    browser.press("[")
    assert browser.one("#name").text == "观澜.txt"
    browser.one("#forth").click()
    assert browser.one("#name").text == "good.txt"
    browser.one("#find").send_keys("观澜")
    assert [link.text.split("\n")[0] for link in browser.all("#documents a") if link.is_displayed()] == ["观澜.txt"]


def test_hover_names_the_change_on_both_sides(browser: Browser) -> None:
    mark = next(mark for mark in browser.all("del.s-script") if mark.text == "觀")
    browser.point_at(mark)
    assert "script-character" in browser.note
    assert "觀 → 观" in browser.note
    assert [lit.text for lit in browser.all(".lit")] == ["觀", "观"]
    browser.point_at(browser.one("h1"))
    assert browser.note == ""


def test_keyboard(browser: Browser) -> None:
    browser.press("n")
    first = browser.focused
    assert first.get_attribute("data-k") is not None
    assert "furniture-breadcrumb" in browser.note
    assert first.is_displayed(), "the fold that holds it was opened"
    assert browser.one("#count").text.startswith("1 of ")
    browser.press("n")
    assert browser.focused != first
    browser.press("p")
    assert browser.focused == first
    assert first.get_attribute("aria-describedby") == "tip"
    browser.press(Keys.ESCAPE)
    assert browser.note == ""


def test_tab_reaches_the_text(browser: Browser) -> None:
    browser.run("document.querySelector('#only').focus()")
    for _ in range(30):
        browser.press(Keys.TAB)
        if browser.focused.get_attribute("data-k"):
            break
    assert browser.note != ""


def test_filter_by_rule(browser: Browser) -> None:
    for fold in browser.all(".steps summary"):
        fold.click()
    count = int(browser.one("#count").text.split()[0])
    browser.one("input[value=pinyin-annotation]").click()
    assert all("off" in str(mark.get_attribute("class")) for mark in browser.all("del.s-pinyin"))
    assert int(browser.one("#count").text.split()[0]) == count - 3
    browser.one("#none").click()
    assert browser.one("#count").text == "no changes"
    browser.one("#all").click()
    assert int(browser.one("#count").text.split()[0]) == count
    assert browser.all(".off") == []


def test_furniture_is_folded_with_its_reason(browser: Browser) -> None:
    fold = browser.one(".gone")
    assert "2 paragraphs removed: furniture-breadcrumb, furniture-meta-line" in fold.text
    assert "首页 > 政协要闻" not in browser.one("main").text
    fold.find_element(By.CSS_SELECTOR, "summary").click()
    assert "首页 > 政协要闻" in fold.text
    assert "the path to the page" in fold.text


def test_metadata_and_warnings_lead_to_their_place(browser: Browser) -> None:
    next(button for button in browser.all(".go") if button.text == "林清河").click()
    assert browser.focused.text == "林清河"
    assert browser.note.startswith("furniture-meta-line")
    next(button for button in browser.all(".go") if " and " in button.text).click()
    assert browser.focused.text.strip() == "and"
    assert "stray-and" in browser.note


def test_changed_only(browser: Browser) -> None:
    browser.all("#documents a")[1].click()
    shown = len([row for row in browser.all(".row") if row.is_displayed()])
    browser.one("#only").click()
    assert len([row for row in browser.all(".row") if row.is_displayed()]) < shown


def test_hostile_text_is_text(browser: Browser) -> None:
    browser.all("#documents a")[2].click()
    assert browser.one("#name").text == "<b>hostile</b><U+202E>.txt"
    said = str(browser.run("return document.querySelector('main').textContent"))
    assert "<script>alert('政协')</script></style></template></title><img src=x onerror=alert(1)>" in said
    assert "U+202E" in said
    assert browser.all("main img, main plaintext, main style") == []
    browser.press("n", "n")
    assert browser.note != ""


def test_the_policy_stops_what_the_page_does_not_bring(chromium: Browser, page: Path) -> None:
    chromium.open(page)
    chromium.run(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
    )
    assert chromium.run("return window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in chromium.complaints())


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_phone(browser: Browser, dark: bool) -> None:
    browser.size(390, 844, phone=True, dark=dark)
    for number in range(3):
        browser.all("#documents a")[number].click()
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    browser.all("#documents a")[0].click()
    browser.press("n")
    assert browser.run("return getComputedStyle(document.getElementById('tip')).position") == "fixed"
    source, result = (next(cell for cell in browser.all(side) if "召" in cell.text) for side in (".src", ".res"))
    assert source.rect["y"] + source.rect["height"] <= result.rect["y"] + 1
    ground = str(browser.run("return getComputedStyle(document.body).backgroundColor"))
    assert (sum(map(int, re.findall(r"\d+", ground)[:3])) < 384) == dark


def test_usable_with_many_documents_and_changes(chromium: Browser, tmp_path: Path) -> None:
    long = explain(PAGE * 60)
    assert len(long.changes) > 1_000
    path = tmp_path / "many.html"
    reports = [("long.txt", long), *((f"{number}.txt", explain(PAGE * 3)) for number in range(200))]
    path.write_text(html(reports), encoding="utf-8")
    chromium.size(1300, 900)
    start = time.perf_counter()
    chromium.open(path)
    assert int(chromium.one("#count").text.split()[0]) > 1_000
    chromium.press("n", "n", "n", "]", "]")
    assert chromium.one("#name").text == "1.txt"
    chromium.one("#find").send_keys("199")
    next(link for link in chromium.all("#documents a") if link.is_displayed()).click()
    assert chromium.one("#name").text == "199.txt"
    assert time.perf_counter() - start < 20
    assert chromium.complaints() == []
