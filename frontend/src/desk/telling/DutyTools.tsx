/** In the desk's header: who is on duty, and how many wait to be rung up. */
import { useQuery } from "@tanstack/react-query";
import { words } from "../../text/telling";
import { dutyApi } from "../../wire/telling";
import { useDesk } from "../context";
import { useCallList } from "./CallList";
import { callsCount } from "./calls";

const RENEW_MS = 60_000;

export function useOnDuty() {
  return useQuery({ queryKey: ["on-duty"], queryFn: dutyApi.now, refetchInterval: RENEW_MS });
}

/** 值班, with who is. */
export function DutyButton() {
  const { go, me } = useDesk();
  const duty = useOnDuty();
  const here = duty.data?.filter((each) => each.unit === me.home.unit) ?? [];
  const first = here.find((each) => each.role === "operator") ?? here[0];
  return (
    <button
      type="button"
      className="button small"
      data-panel="duty"
      title={words.dutyNow}
      onClick={() => go({ panel: "duty" })}
    >
      {words.duty} <span className="duty-name">{first?.person_name ?? words.dutyNobody}</span>
    </button>
  );
}

/** 待电话: nobody opened what they were sent; only while there are any. */
export function CallListButton() {
  const { go } = useDesk();
  const { data } = useCallList();
  if (!data || data.length === 0) return null;
  return (
    <button
      type="button"
      className="button small alarm-link"
      data-panel="call-list"
      onClick={() => go({ panel: "call-list" })}
    >
      <span aria-hidden="true">■</span> {words.callListCount(callsCount(data))}
    </button>
  );
}
