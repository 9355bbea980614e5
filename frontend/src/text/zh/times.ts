/** The words of when something is due, and how long that is, Chinese. Part of `text`. */

/** A blank before a figure, none before a word: 剩 18 分, 剩不到 1 分. */
export function joined(word: string, span: string): string {
  return /^\d/.test(span) ? `${word} ${span}` : `${word}${span}`;
}

export const zhTimes = {
  due: {
    rests: "挂账，暂停计时",
    unannounced: "放假安排未公布",
    left: (span: string) => joined("剩", span),
    over: (span: string) => joined("逾期", span),
    none: "无时限",
    before: (when: string) => `${when} 前`,
    was: (what: string, when: string) => `${what}应于${when}`,
  },
  span: {
    days: (n: number) => `${n} 天`,
    hours: (n: number) => `${n} 时`,
    minutes: (n: number) => `${n} 分`,
    hoursLong: (n: number) => `${n} 小时`,
    now: "不到 1 分",
  },
  distance: (metres: number) =>
    metres < 950 ? `${Math.round(metres / 10) * 10} 米` : `${(metres / 1000).toFixed(1)} 公里`,
  day: {
    today: "今天",
    tomorrow: "明天",
    afterTomorrow: "后天",
    yesterday: "昨天",
    monthDay: (month: number, day: number) => `${month}月${day}日`,
  },
};
