/** Whether a ticket's words sound like danger now: then 110 stands out in its panel. It decides nothing else. Pure. */
import type { TicketDetail, TicketRow } from "../../wire/types";

const SIGNS = [
  ...["起火", "着火", "冒烟", "爆炸", "燃气泄漏", "煤气泄漏", "漏气", "坍塌", "倒塌", "触电", "漏电"],
  ...["落水", "溺水", "被困", "跳楼", "轻生", "自杀", "持刀", "斗殴", "打架", "伤人", "救命", "绑架", "家暴"],
];

export function soundsDangerous(row: TicketRow, { content }: Pick<TicketDetail, "content">): boolean {
  const said = `${row.title} ${content}`;
  return SIGNS.some((sign) => said.includes(sign));
}
