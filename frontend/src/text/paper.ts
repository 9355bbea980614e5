/** The words that stand on a paper itself beside what the service says: Chinese in every language, as the form is. */
export const onPaper = {
  number: (number: string) => `编号：${number}`,
  code: "扫码查看工单",
  date: "年  月  日",
  /** Where a label of a form may break: before these words. */
  breaks: /(?=[(\uff08]|负责人|意见)/,
  /** Before, between and after the numbers of page and pages. */
  pages: ["第 ", " 页 / 共 ", " 页"],
} as const;
