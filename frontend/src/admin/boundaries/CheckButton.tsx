/** Checking a draft: begun here, its progress shown, its outcome in the list of faults. */
import { useQueryClient } from "@tanstack/react-query";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Version } from "../../wire/administration";
import { Progress, useWork } from "../parts/work";
import { isChecked } from "./steps";

interface Props {
  version: Version;
  onDone?: () => void;
}

export function CheckButton({ version, onDone }: Props) {
  const queries = useQueryClient();
  const long = useWork(`check.${version.id}`, (work) => {
    void queries.invalidateQueries({ queryKey: ["boundaries"] });
    if (work.state === "done") onDone?.();
  });
  return (
    <div className="check-button">
      <button
        type="button"
        className={isChecked(version) ? "button" : "button primary"}
        data-check
        disabled={long.isRunning}
        onClick={() => long.begin(() => adminApi.check(version.id))}
      >
        {isChecked(version) ? words.boundaries.checkAgain : words.boundaries.check}
      </button>
      <Progress long={long} />
    </div>
  );
}
