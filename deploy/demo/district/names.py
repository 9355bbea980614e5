"""Invented names: of people, estates, markets, schools, natural villages. Pools and how they are joined."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random


def _words(text: str) -> list[str]:
    """A pool, written as words with spaces between them."""
    return text.split()


SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜"
    "范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
    "庄嵇仲"
)
COMMON_SURNAMES = "王李张刘陈杨徐孙朱周吴赵丁沈蒋韩胡嵇庄仲"
GIVEN_MEN = _words("""
伟 强 军 勇 杰 涛 斌 波 辉 刚 健 明 亮 鹏 飞 宁 林 平 海 成 东 国栋 志强 建国
建华 建军 永强 海波 晓东 文斌 少华 立新 德明 家宝 学文 正林 兆华 守业 广玉 宝根 长春 其昌 士俊 万里 春雷 庆余 开明 善良
一鸣 子轩 俊杰 浩然 宇航 佳明 天宇 博文 嘉豪 志远 思源
""")
GIVEN_WOMEN = _words("""
芳 敏 静 丽 艳 娟 霞 燕 玲 红 梅 萍 莉 娜 洁 颖 琳 雪 蕾 秀英 桂兰 玉梅
秀兰 海燕 晓红 春梅 丽华 月琴 爱华 素珍 慧敏 婷婷 雅琴 佳怡 雨欣 思雨 欣怡 梦瑶 诗涵 婉清 晓燕 红梅 海霞 巧云
凤英 玉华 文静 淑芬 彩云 小芹 如意
""")
ESTATE_HEADS = _words("""
香江 樱花 水岸 盛世 富丽 金色 阳光 翰林 御景 锦绣 碧水 清河 运河 淮海 古黄河 天鹅 紫金 万豪 汇通 恒大
中央 东方 明珠 康城 丽景 枫林 柳树 钵池 漕运 书香 和润 福地 银河 新城 天津 滨河 长安 曙光 桃李 益康
""")
ESTATE_TAILS = _words("""
名邸 花园 家园 华庭 新村 佳苑 豪庭 雅居 公馆 小区 国际城 名都
""")
NATURAL_HEADS = "徐李王张陈周吴朱孙刘杨赵许丁沈马蒋胡高宋潘薛嵇仲顾曹魏夏纪左"
NATURAL_TAILS = _words("""
庄 圩 荡 湾 渡 洼 园 老庄 小庄 东庄 西庄 前庄 后庄 大圩
""")
DIGITS = "零一二三四五六七八九"


def person_name(rng: Random) -> str:
    """A believable name that is nobody's."""
    pool = COMMON_SURNAMES if rng.random() < 0.55 else SURNAMES
    given = rng.choice(GIVEN_MEN if rng.random() < 0.6 else GIVEN_WOMEN)
    return rng.choice(pool) + given


def estate_names(rng: Random) -> Iterator[str]:
    """Names of estates, each once, in an order of chance."""
    pairs = [head + tail for head in ESTATE_HEADS for tail in ESTATE_TAILS]
    first = ["香江名邸", "樱花园", "富丽花园", "水岸新城", "盛世名门", "清河人家", "淮海第一城", "翰林府邸"]
    rng.shuffle(pairs)
    return iter([*first, *(name for name in pairs if name not in first)])


def natural_village(rng: Random) -> str:
    """A natural village's name, in no official list: 徐老庄, 李圩."""
    return rng.choice(NATURAL_HEADS) + rng.choice(NATURAL_TAILS)


def numeral(number: int) -> str:
    """A number below 100 in Chinese: 3 → 三, 12 → 十二, 25 → 二十五."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")
