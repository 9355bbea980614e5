/** Words around papers and the day's report, Chinese. The English file has the same keys, checked by types. */
export const zhPrint = {
  print: "打印",
  hint: "A4 纵向，黑白即可；每页页边写明谁在何时打印",
  noPaper: "没有指明打印哪一份",
  noPaperHint: "请从工单面板或值班面板点「打印」",
  away: "没有可以打印的内容",
  failed: "没有取到要打印的内容",
  code: (address: string) => `二维码：${address}`,
  menu: "打印文书",
  menuNone: "这张工单现在没有可打印的文书",
  dayReport: "日报",
  dayReportLead: "不含诉求人信息；不选日期就是最近结束的一天（口径见报告末节）",
  day: "日期",
  center: "单位",
  own: "本中心",
  word: "Word 文档",
  sheet: "Excel 表",
};
