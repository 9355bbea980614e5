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
    "元旦 月 日至 日放假调休 共 天 日 周日 上班 放假 国办发明电 号 分钟 小时 工作时 工作日 紧急工作时 紧急工作日 紧急工作时制止 制止 公用事业 供水",
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
