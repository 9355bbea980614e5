/** Every word that any page needs, Chinese; what one page alone shows is in the files beside. English has the same keys. */
import { zhActs } from "./acts";
import { zhClosing } from "./closing";
import { zhCodes } from "./codes";
import { zhJourney } from "./journey";
import { zhKeys } from "./keys";
import { zhLists } from "./lists";
import { zhManual } from "./manual";
import { zhMap } from "./map";
import { zhPhone } from "./phone";
import { zhShell } from "./shell";
import { zhTicket } from "./ticket";
import { zhTimes } from "./times";
import { zhVoice } from "./voice";

export const zh = {
  otherLanguage: "EN",
  product: "社会治理指挥平台",
  productOf: (district: string) => `${district}社会治理指挥平台`,
  demo: "演示",
  demoWhy: "演示数据，边界和人员均为示意",
  comma: "、",
  colon: "：",
  semicolon: "；",
  aside: (words: string) => `（${words}）`,
  dot: " · ",
  more: "展开",
  less: "收起",
  copied: (line: string) => `复制：${line}`,
  closing: zhClosing,
  phone: zhPhone,
  voice: zhVoice,
  ...zhCodes,
  ...zhJourney,
  ...zhShell,
  ...zhLists,
  ...zhTimes,
  ...zhMap,
  ...zhTicket,
  ...zhActs,
  ...zhManual,
  ...zhKeys,
};
