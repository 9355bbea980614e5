"""The judges of pages are judged: each finds the fault it is for on a tiny page, and nothing on the page without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.judging import THUMB, faults_of, own_words

GOOD = """<!doctype html><html lang="{lang}"><head><title>t</title>
<style>body {{ margin: 0; font: 16px sans-serif; color: #000; background: #fff }}
button {{ min-width: 60px; min-height: 48px }}</style></head><body><main><h1>{title}</h1>{body}</main></body></html>"""
LONG = "一句很长很长的话" * 20
FAULTS = {
    "zh": {
        "color-contrast": '<p style="color:#bbb">看不清</p>',
        "button-name": "<button></button>",
        "target-size": '<a href="#" style="display:inline-block;width:8px;height:8px">·</a>' * 2,
        "scrollable-region-focusable": f'<div style="height:40px;overflow:auto">{LONG * 4}</div>',
        "the page is wider": '<div style="width:3000px;height:9px"></div>',
        "cut off (x)": f'<p style="width:90px;overflow:hidden;white-space:nowrap">{LONG}</p>',
        "cut off (y)": f'<p style="width:90px;height:50px;overflow:hidden">{LONG}</p>',
        "shortened, and nothing tells the rest": '<p style="width:90px;overflow:hidden;white-space:nowrap;'
        f'text-overflow:ellipsis">{LONG}</p>',
        "written over": '<p>下面的字</p><p style="margin-top:-38px">上面的字</p>',
        "covered by": '<button>按不到</button><div style="position:fixed;inset:0;height:300px"></div>',
        "out of reach": '<button style="position:absolute;left:-200px">看不见</button>',
        "reached by scrolling sideways alone": '<div tabindex="0" style="width:150px;overflow:auto;white-space:nowrap">'
        "<button>看得见</button><button>在旁边</button><button>更远</button></div>",
        "cut off (sideways)": '<div tabindex="0" style="width:90px;overflow:auto;white-space:nowrap">'
        f"<p>{LONG}</p></div>",
        "partially obscured": '<div style="position:relative;height:60px">'
        '<button style="position:absolute">按一半</button>'
        '<a href="#" style="position:absolute;left:4px;top:4px;width:52px;height:40px">上面</a></div>',
        "a hint does not fit": f'<label>查 <input style="width:60px" placeholder="{LONG}"></label>',
        "too small for a thumb": '<button style="min-height:30px;height:30px">小</button>',
        "a word for machines": "<p>duty_leader</p>",
        "an English sentence": "<p>Something that was left over</p>",
    },
    "en": {
        "not translated": '<p lang="zh-CN">待签收</p>',
        "not translated in a sentence": "<p>Held by 待签收 now</p>",
        "Chinese that is not marked": "<p>王家营街道的人 says</p>",
    },
}
MEANT = f"""
<p title="{LONG}" style="width:90px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">{LONG}</p>
<div tabindex="0" style="height:60px;overflow:auto"><p>{LONG}</p><button>在下面</button></div>
<div tabindex="0" data-sideways style="width:90px;overflow:auto"><table><tbody><tr><td>一</td>
<td><button>宽表</button></td><td><button>横着看</button></td></tr></tbody></table></div>
<dialog open style="position:absolute;top:0;left:0;background:#fff"><p>上面的一层</p><button>好</button></dialog>
<div style="height:2000px"></div><button>往下翻</button>
"""
CASES = [(lang, fault) for lang, faults in FAULTS.items() for fault in faults]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page."""
    context = browser.new_context(viewport={"width": 800, "height": 600})
    yield context.new_page()
    context.close()


def show(page: Page, lang: str, body: str) -> list[str]:
    """What the judges say to a page."""
    title = {"zh": "题目", "en": "Title"}[lang]
    page.set_content(GOOD.format(lang={"zh": "zh-CN", "en": "en"}[lang], title=title, body=body))
    return faults_of(page, THUMB)


def test_our_own_words_are_known() -> None:
    assert "待签收" in own_words()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_without_faults_is_let_through(page: Page, lang: str) -> None:
    assert (
        show(page, lang, "<button>OK</button><p>王家营 is Wang Jia Ying</p>" if lang == "en" else "<p>好</p>")
        == []
    )


def test_what_is_meant_so_is_let_through(page: Page) -> None:
    assert show(page, "zh", MEANT) == []


@pytest.mark.parametrize(("lang", "fault"), CASES)
def test_each_fault_is_found(page: Page, lang: str, fault: str) -> None:
    found = show(page, lang, FAULTS[lang][fault])
    assert [each for each in found if fault in each], found
