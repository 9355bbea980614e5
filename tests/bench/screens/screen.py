"""A desk in Debian's Chromium, opened and watched. What a page tells of itself is noted by probe.js."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from playwright.async_api import Browser, CDPSession, Page, async_playwright

from tests.bench.screens.way import Noted, heard

PROBE: Final = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
CHROMIUM: Final = "/usr/bin/chromium"
ARGUMENTS: Final = [
    *("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    "--enable-unsafe-swiftshader",  # a page as on any machine without a graphics card, and all the same a map
]
PATIENCE_MS: Final = 300_000
SETTLED_MIB: Final = 0.1
LIVE: Final = '[data-connection="live"]'
PAINT: Final = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The browser; maps are drawn in software."""
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


class Screen:
    """One page of one person."""

    def __init__(self, page: Page, lines: CDPSession) -> None:
        self.page = page
        self._lines = lines

    async def shown(self, path: str) -> dict[str, float]:
        """Open a path with nothing kept; milliseconds to first paint, first row, map (0: none there) and last row."""
        await self.page.goto(path)
        await self.page.wait_for_selector(LIVE)
        live = await self.page.evaluate("performance.now()")
        await self.page.wait_for_function("() => noted.list > 0")
        if await self.page.locator(".map-box").count():
            await self.page.wait_for_function("() => noted.map > 0")
        noted = await self.page.evaluate("noted")
        named = {name: noted[name] for name in ("list", "map", "longest")}
        return {"paint": await self.page.evaluate(PAINT), "live": live, **named}

    async def painted(self, path: str) -> float:
        """Open a path; milliseconds to its first paint."""
        await self.page.goto(path)
        await self.page.wait_for_function(f"() => ({PAINT}) > 0")
        paint: float = await self.page.evaluate(PAINT)
        return paint

    async def worked(self) -> float:
        """Milliseconds of processor time that the page's main thread has used so far, whatever for."""
        told = await self._lines.send("Performance.getMetrics")
        seconds: float = next(each["value"] for each in told["metrics"] if each["name"] == "TaskDuration")
        return seconds * 1e3

    async def busy(self, seconds: float) -> float:
        """Milliseconds that the main thread works within so many seconds."""
        before = await self.worked()
        await asyncio.sleep(seconds)
        return await self.worked() - before

    async def longest(self) -> float:
        """The longest task since this was asked last, milliseconds; 0 where none took 50."""
        found: float = await self.page.evaluate("noted.longest")
        await self.page.evaluate("() => { noted.longest = 0; }")
        return found

    async def hears(self) -> None:
        """From now on note what comes over the line."""
        await self.page.evaluate("() => { noted.hears = true; }")

    async def heard(self) -> dict[str, float]:
        """When the page first heard of each ticket since, in milliseconds of the machine's clock; notes no more."""
        await self.page.evaluate("() => { noted.hears = false; }")
        return heard(await self.page.evaluate("noted.heard.splice(0)"))

    async def rows(self) -> dict[str, Noted]:
        """When each row stood in the document and on the screen."""
        told: dict[str, dict[str, float]] = await self.page.evaluate("noted.rows")
        return {name: Noted(**each) for name, each in told.items()}

    async def frames(self, seconds: float) -> list[float]:
        """Milliseconds between the frames that the browser asks for within so many seconds."""
        gaps: list[float] = await self.page.evaluate("framesFor", seconds * 1e3)
        return gaps

    async def by_hand(self, times: int, rate: int) -> float:
        """Milliseconds the main thread works for a row that comes and one that goes, in a copy that nothing renders."""
        before = await self.worked()
        await self.page.evaluate("([times, gap]) => byHand(times, gap)", [times, 1e3 / rate])
        return (await self.worked() - before) / times

    async def heap_mib(self) -> float:
        """What the page's scripts hold, once all that is free is collected: until nothing more becomes free."""
        least = await self._used()
        while (used := await self._used()) < least - SETTLED_MIB:
            least = used
        return min(least, used)

    async def _used(self) -> float:
        await asyncio.sleep(1)
        for _ in range(3):
            await self._lines.send("HeapProfiler.collectGarbage")
        used: float = (await self._lines.send("Runtime.getHeapUsage"))["usedSize"]
        return used / 2**20

    async def lives(self) -> int:
        """How often the page became live after it had not been."""
        count: int = await self.page.evaluate("noted.lives")
        return count

    async def lives_again(self, before: int) -> None:
        """Wait until it became live once more."""
        await self.page.wait_for_function("(before) => noted.lives > before", arg=before)

    async def counted(self, duty: str) -> int:
        """How many a duty's list says that it holds."""
        return int(await self.page.locator(f"[data-duty='{duty}'] .duty-count").inner_text())


@asynccontextmanager
async def screen(browser: Browser, url: str, token: str) -> AsyncIterator[Screen]:
    """A page of whoever holds a session's token, with a browser store of its own.

    Its work is counted in time of its thread, which nobody else's work adds to.
    """
    context = await browser.new_context(
        base_url=url, locale="zh-CN", viewport={"width": 1920, "height": 1080}, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE_MS)
    await context.add_cookies([{"name": "dispatch", "value": token, "url": url}])
    await context.add_init_script(PROBE)
    page = await context.new_page()
    lines = await context.new_cdp_session(page)
    await lines.send("Performance.enable", {"timeDomain": "threadTicks"})
    try:
        yield Screen(page, lines)
    finally:
        await context.close()
