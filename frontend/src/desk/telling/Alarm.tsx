/** 特急未签收: rings at each step of an escalation and stands in the header; behind the lock it rings on, as a count. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { words } from "../../text/telling";
import { tellingApi } from "../../wire/telling";
import { useDesk } from "../context";
import { playAlarm } from "./alarm";

const RENEW_MS = 5_000;
const HEARD = "alarm-heard";

/** How many critical tickets wait unsigned; it rings once for each time the service says so, whatever is reloaded. */
export function useAlarm(): number {
  const found = useQuery({
    queryKey: ["alarm"],
    queryFn: tellingApi.alarm,
    refetchInterval: RENEW_MS,
    refetchIntervalInBackground: true,
  });
  const latest = found.data?.latest ?? null;
  useEffect(() => {
    if (latest === null || latest <= (sessionStorage.getItem(HEARD) ?? "")) return;
    sessionStorage.setItem(HEARD, latest);
    playAlarm();
  }, [latest]);
  return found.data?.unsigned ?? 0;
}

export function AlarmButton() {
  const { go } = useDesk();
  const unsigned = useAlarm();
  if (unsigned === 0) return null;
  return (
    <button
      type="button"
      className="button small alarm-link"
      data-alarm={unsigned}
      onClick={() => go({ panel: null, duty: "dispatched" })}
    >
      <span aria-hidden="true">■</span> {words.unsigned(unsigned)}
    </button>
  );
}
