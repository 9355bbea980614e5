/** The words about how the service is, in English; what to do comes from the service itself. */
import type { Words } from "..";
import type { zhHealth } from "../zh/health";

export const enHealth: Words<typeof zhHealth> = {
  title: (n) => `${n} not working`,
  down: "Out of order",
  well: "All works again",
  unreachable: (since) =>
    `Not reached since ${since}: shown as before the break, completes itself once back. Check this machine's network`,
  other: "Other",
  names: {
    unreachable: "Connection",
    database: "Database",
    clock: "Clock",
    callbacks: "Reports to the hotline",
    messages: "Messages of the hotline",
    geocoder: "Locating",
    channels: "Channels of coordinates",
    boundaries: "Boundaries",
    relay: "Live updates",
    redis: "Redis",
    telling: "Gateway",
    restore: "Restored database",
    backup: "Backup",
    audit: "Audit seals",
    room: "Room for pictures",
    jobs: "Jobs",
  },
};
