/** The words about how the service is, in Chinese; what to do comes from the service itself. */
export const zhHealth = {
  title: (n: number) => `系统有 ${n} 项异常`,
  down: "系统故障",
  well: "系统恢复正常",
  unreachable: (since: string) =>
    `${since} 起连不上服务，显示的是断开前的内容，恢复后自动补齐；请检查本机网络，持续不恢复请联系系统管理员`,
  other: "其他",
  names: {
    unreachable: "连接",
    database: "数据库",
    clock: "时钟",
    callbacks: "回传热线",
    messages: "热线消息",
    geocoder: "定位",
    channels: "坐标渠道",
    boundaries: "网格边界",
    relay: "实时推送",
    redis: "Redis",
    telling: "通知网关",
    restore: "数据库恢复",
    backup: "备份",
    audit: "审计封存",
    room: "照片磁盘",
    jobs: "后台任务",
  },
} as const;
