"""The categories of tickets: path, place need, whether evidence and a leader's signature are asked for."""

from __future__ import annotations

from deploy.demo.district.model import Category

LISTED = """
市容环境/店外经营 cell evidence
市容环境/流动摊贩 cell evidence
市容环境/违法搭建 point evidence signoff
市容环境/垃圾清运 cell evidence
市容环境/占道停车 cell
市容环境/户外广告 cell evidence
市容环境/公共厕所 cell
市容环境/夜市油烟 cell evidence
市政设施/路灯 point evidence
市政设施/路面破损 point evidence
市政设施/窨井盖 point evidence
市政设施/下水道堵塞 point evidence
市政设施/园林绿化 cell evidence
市政设施/道路积水 point evidence
公用事业/供水 point
公用事业/供电 point
公用事业/供气 point
公用事业/通信网络 cell
房产物业/物业服务 cell
房产物业/房屋漏水 point
房产物业/电梯故障 point evidence
房产物业/商品房 none
房产物业/不动产登记 none
房产物业/老旧小区改造 cell
噪音扰民/施工噪音 cell
噪音扰民/广场舞噪音 cell
噪音扰民/商铺噪音 cell
生态环境/扬尘 cell evidence
生态环境/秸秆焚烧 cell evidence
生态环境/水体污染 cell evidence
生态环境/工业污染 cell evidence signoff
生态环境/畜禽养殖 cell evidence
农业农村/农田灌溉 cell
农业农村/农村道路 cell evidence
农业农村/土地流转 town
农业农村/宅基地 cell
农业农村/惠农补贴 town
水利防汛/河道 cell evidence
水利防汛/内涝 cell evidence
公共安全/消防通道 cell evidence
公共安全/治安隐患 cell
公共安全/养犬扰民 cell
公共安全/危险隐患 point evidence signoff
市场监管/食品安全 cell evidence
市场监管/消费维权 cell
市场监管/无证经营 cell evidence
市场监管/价格收费 cell
邻里纠纷/相邻权 cell
邻里纠纷/家庭矛盾 cell
人力社保/养老保险 none
人力社保/拖欠工资 town
人力社保/就业创业 none
医疗保障/参保缴费 none
医疗保障/报销比例 none
住房公积金/提取 none
住房公积金/贷款 none
教育体育/入学政策 none
教育体育/校外培训 town
卫生健康/预防接种 none
民政救助/低保 town
民政救助/养老服务 town
公安户政/户口办理 none
税务/个人所得税 none
政务服务/办事流程 none
交通运输/公交 town
交通运输/国省干线 cell
民族宗教/宗教活动 cell
"""


def categories() -> list[Category]:
    """All categories; codes count themes in hundreds: 0103 is the third of the first theme."""
    found: list[Category] = []
    themes: list[str] = []
    counts: dict[str, int] = {}
    for line in LISTED.split("\n"):
        if not line:
            continue
        path, need, *flags = line.split()
        theme = path.split("/")[0]
        if theme not in counts:
            themes.append(theme)
        counts[theme] = counts.get(theme, 0) + 1
        code = f"{themes.index(theme) + 1:02d}{counts[theme]:02d}"
        found.append(Category(code, path, need, "evidence" in flags, "signoff" in flags))
    return found
