/// <reference types="node" />
/** The English words hold Chinese only where it is an example of what people write, or belongs to data. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const english = resolve(import.meta.dirname, "en");
const HAN = /\p{Script=Han}+/gu;
/** How tables and notices are written that people paste; where one changes the language; what is put on record, or cut off names. */
const ALLOWED: Readonly<Record<string, string>> = {
  "link.ts": "联系诉求人办理工单",
  "wall.ts": "社会治理指挥中心",
  "telling.ts": "日期 岗位 姓名 开始 结束 值班员 张三",
  "timetable.ts":
    "元旦 月 日至 日放假调休 共 天 日 周日 上班 放假 国办发明电 号 分钟 小时 工作时 工作日 紧急工作时 紧急工作日 紧急工作时制止 制止 公用事业 供水 平常 春节 清明节 劳动节 端午节 中秋节 国庆节",
  "keeping.ts":
    "单位名称 类别 镇街 村居 上级单位 所在工作站 警格 电话 分类编码 分类路径 热线叫法 定位要求 现场照片 领导签发 启用日期 停用日期 姓名 职务 单位 角色 用户名 离岗 接手人 网格编码 网格 职责 专职或兼职",
  "tools.ts": "中文",
  "index.ts": "中",
};

it("is English but for examples", () => {
  const files = readdirSync(english);
  expect(files.length).toBeGreaterThan(15);
  const found = files.flatMap((name) => {
    const known = (ALLOWED[name] ?? "").split(" ");
    const runs = readFileSync(resolve(english, name), "utf8").match(HAN) ?? [];
    return runs.filter((run) => !known.includes(run)).map((run) => `${name}: ${run}`);
  });
  expect(found).toEqual([]);
});
