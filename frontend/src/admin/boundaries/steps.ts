/** What a draft has behind it and what comes next on its way into force. Pure. */
import type { Version } from "../../wire/administration";

const TABS = ["overview", "import", "cells", "check", "publish", "crosswalk", "statistics"] as const;
export type Tab = (typeof TABS)[number];

/** The parts of a version that mean something in its state, to whoever may change it or only read. */
export function tabsOf(version: Version, mayKeep: boolean): Tab[] {
  switch (version.state) {
    case "draft":
      return mayKeep ? ["overview", "import", "cells", "check", "publish"] : ["overview", "cells", "check"];
    case "scheduled":
      return mayKeep ? ["overview", "cells", "check", "publish"] : ["overview", "cells", "check"];
    case "published":
    case "retired":
      return ["overview", "cells", "crosswalk", "statistics"];
  }
}

/** Whether the last check saw the draft as it is now. */
export function isChecked({ checked, revision }: Version): boolean {
  return checked !== null && checked.revision === revision;
}

export type Next = "check" | "mend" | "publish" | null;

/** The one step that leads on: check what changed, mend what blocks, then look at what publishing moves. */
export function nextStep(version: Version): Next {
  if (version.state !== "draft") return null;
  if (!isChecked(version)) return "check";
  return (version.checked?.blocking ?? 0) > 0 ? "mend" : "publish";
}
