"""Whole chats as they are copied out of WeChat, QQ and WeCom: who calls, from where, and what the ticket is called."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from dispatch.domain.pasting import read


class Chat(NamedTuple):
    """A chat, and what is to be found in it."""

    pasted: str
    name: str = ""
    phone: str = ""
    address: str = ""
    title: str = ""


CHATS = {
    "a nickname, asked by the staff": Chat(
        "阳光宝贝：在吗\n阳光宝贝：3号楼电梯又坏了，老人上不去下不来\n"
        "值班员：您好，请问怎么称呼，电话多少？具体地址在哪里？\n阳光宝贝：我叫陈丽，13812345678\n"
        "阳光宝贝：富丽花园3号楼2单元\n值班员：好的，已为您登记",
        name="陈丽",
        phone="13812345678",
        address="富丽花园3号楼2单元",
        title="3号楼电梯又坏了，老人上不去下不来",
    ),
    "nicknames on lines of their own": Chat(
        "云淡风轻：\n小区北门的污水井往外冒水，臭气熏天\n\n王家营街道便民服务中心：\n您好，请提供一下具体位置\n\n"
        "云淡风轻：\n富丽花园北门\n\n云淡风轻：\n15951234567",
        phone="15951234567",
        address="富丽花园北门",
        title="小区北门的污水井往外冒水，臭气熏天",
    ),
    "a later one gives name and number": Chat(
        "张大姐：楼道灯都不亮，摸黑上楼\n刘建国：我家也是，三天了没人管，电话13912345678，我叫刘建国",
        name="刘建国",
        phone="13912345678",
        title="楼道灯都不亮，摸黑上楼",
    ),
    "the one who gives a number calls": Chat(
        "快乐的老李：大家好，菜场门口又堵死了\n周梅：联系我吧13700001111",
        name="周梅",
        phone="13700001111",
        title="菜场门口又堵死了",
    ),
    "headings with times": Chat(
        "小桥流水 2026/11/25 9:12:33\n你好，长江路人行道的砖都翘起来了[流泪]\n\n"
        "小王 2026/11/25 9:13:05\n您好，请问您的具体位置是哪里？\n\n小桥流水 2026/11/25 9:14:40\n在长江路18号门口\n\n"
        "小桥流水 2026/11/25 9:15:01\n[图片]",
        address="长江路18号门口",
        title="长江路人行道的砖都翘起来了",
    ),
    "the time first, as QQ has it": Chat(
        "2026/11/25 9:12:33 赵敏\n工地半夜还在打桩，根本睡不着\n2026/11/25 9:13:05 值班员\n收到，马上安排",
        name="赵敏",
        title="工地半夜还在打桩，根本睡不着",
    ),
    "the staff's number is not the caller's": Chat(
        "网格员小周：我是网格员，有事打我电话13300001111\n孙阿姨：好的\n"
        "孙阿姨：楼上漏水漏到我家厨房了\n孙阿姨：13655556666",
        name="孙阿姨",
        phone="13655556666",
        title="楼上漏水漏到我家厨房了",
    ),
    "the home before the matter": Chat(
        "你好，我家在黄河路18号3单元下水道堵了，水都漫到客厅了，13812345678",
        phone="13812345678",
        title="下水道堵了，水都漫到客厅了",
    ),
    "the home as a sentence": Chat(
        "您好。我家在黄河路18号3单元201室。隔壁饭店的油烟直接往窗户里灌，孩子天天咳嗽。",
        title="隔壁饭店的油烟直接往窗户里灌，孩子天天咳嗽",
    ),
    "where one lives, without 我家": Chat(
        "我姓王，住在淮阴区北京东路18号，楼下饭店油烟大得开不了窗",
        title="楼下饭店油烟大得开不了窗",
    ),
    "where something was seen is no home": Chat(
        "我在黄河路18号看到有人偷窨井盖",
        title="我在黄河路18号看到有人偷窨井盖",
    ),
    "name, number and words on lines of their own": Chat(
        "张三\n13812345678\n黄河路18号\n车库门口被砂石堵死了",
        name="张三",
        phone="13812345678",
        title="车库门口被砂石堵死了",
    ),
    "a line that is only an address": Chat(
        "富丽花园3栋2单元401\n楼道里堆满了电动车，还有人飞线充电\n13812345678 王秀英",
        name="王秀英",
        phone="13812345678",
        title="楼道里堆满了电动车，还有人飞线充电",
    ),
    "an address alone on its line, the village's": Chat(
        "小桥村三组\n路边的变压器一直冒火花，太吓人了\n周师傅 13812345678",
        name="周师傅",
        phone="13812345678",
        title="路边的变压器一直冒火花，太吓人了",
    ),
    "a name that is a word of the matter": Chat(
        "我叫高明，高明路上的窨井盖没了，电话13812345678",
        name="高明",
        phone="13812345678",
        title="高明路上的窨井盖没了",
    ),
    "a name in a shop's name": Chat(
        "联系人：张建国\n电话：13812345678\n反映问题：张建国烧烤店每晚占道经营，垃圾乱倒",
        name="张建国",
        phone="13812345678",
        title="张建国烧烤店每晚占道经营，垃圾乱倒",
    ),
    "the name behind the matter": Chat(
        "淮海路红绿灯坏了，路口乱成一团 李明 13812345678",
        name="李明",
        phone="13812345678",
        title="淮海路红绿灯坏了，路口乱成一团",
    ),
    "an answer to a message": Chat(
        "「阳光宝贝：3号楼电梯坏了」\n- - - - - - - - - - - - - - -\n我家也是3号楼的，昨天电梯里关了二十分钟，物业不管",
        title="我家也是3号楼的，昨天电梯里关了二十分钟，物业不管",
    ),
    "a group and whom it is for": Chat(
        "“李姐”加入了群聊\n阳光宝贝：@值班员 各位领导好\n"
        "阳光宝贝：幼儿园门口没有斑马线，孩子过马路危险[抱拳]\n物业张经理：收到",
        title="幼儿园门口没有斑马线，孩子过马路危险",
    ),
    "one message of a nickname": Chat(
        "阳光宝贝：你好，小区垃圾桶三天没人清了，苍蝇到处飞",
        title="小区垃圾桶三天没人清了，苍蝇到处飞",
    ),
    "asked for the name": Chat(
        "夏天的风：公园的健身器材断了，差点砸到小孩\n值班员：请问您贵姓？\n夏天的风：免贵，吴国强\n"
        "值班员：电话多少\n夏天的风：0517-84901234",
        name="吴国强",
        phone="051784901234",
        title="公园的健身器材断了，差点砸到小孩",
    ),
    "a list of points is nobody's talk": Chat(
        "主要问题如下：\n小区大门坏了半个月，外来车辆随便进\n要求： 尽快维修",
        title="小区大门坏了半个月，外来车辆随便进",
    ),
}


@pytest.mark.parametrize("what", CHATS)
def test_a_whole_chat(what: str) -> None:
    chat = CHATS[what]
    found = read(chat.pasted)
    assert Chat(chat.pasted, found.name, found.phone, found.address, found.title) == chat


@pytest.mark.parametrize("what", CHATS)
def test_all_that_was_said_stays(what: str) -> None:
    """But for numbers, headings and what a program wrote; a title is no place to lose words in."""
    chat = CHATS[what]
    content = read(chat.pasted).content
    assert all(part.strip(",") in content.replace("\n", "") for part in chat.title.split(","))
