"""Takes the pictures of the documents from a running demo: `python -m scripts.pictures` while `make demo` runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
DRAWS_MAPS = ["--no-sandbox", "--enable-unsafe-swiftshader"]


@contextmanager
def signed_in(browser: Browser, username: str, size: tuple[int, int]) -> Iterator[Page]:
    """Yield a page of a person of the demo, at a size."""
    demo = json.loads((ROOT / ".local" / "demo.json").read_text(encoding="utf-8"))
    passwords = {user["username"]: user["password"] for user in demo["users"]}
    width, height = size
    context = browser.new_context(
        base_url=demo["url"],
        viewport={"width": width, "height": height},
        color_scheme="light",
        locale="zh-CN",
    )
    page = context.new_page()
    page.goto("/signin")
    page.get_by_label("账号").fill(username)
    page.get_by_label("密码", exact=True).fill(passwords[username])
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url(lambda url: "/signin" not in url)
    yield page
    context.close()


def desk(page: Page, to: Path) -> None:
    """Photograph the desk with a ticket open, once its map stands still."""
    page.locator("[data-tickets]").wait_for()
    page.locator('[data-duty="dispatched"]').click()
    page.locator("[data-ticket]").nth(1).click()
    page.locator("[data-actions]").wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=to)


def main() -> None:
    """Take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=DRAWS_MAPS)
        with signed_in(browser, "wjy-zhiban", (1600, 900)) as page:
            desk(page, IMAGES / "desk-light.png")
        browser.close()


if __name__ == "__main__":
    main()
