/** In the desk's header: who is on duty, and how many wait to be rung up. */
import { useQuery } from "@tanstack/react-query";
import { words } from "../../text/telling";
import { dutyApi } from "../../wire/telling";
import { useDesk } from "../context";
import { AlarmButton } from "./Alarm";
import { useCallList } from "./CallList";

const RENEW_MS = 60_000;

export function useOnDuty() {
  return useQuery({ queryKey: ["on-duty"], queryFn: dutyApi.now, refetchInterval: RENEW_MS });
}

export function DutyTools() {
  const { go, me } = useDesk();
  const duty = useOnDuty();
  const calls = useCallList();
  const here = duty.data?.filter((each) => each.unit === me.home.unit) ?? [];
  const first = here.find((each) => each.role === "operator") ?? here[0];
  const count = calls.data?.length ?? 0;
  return (
    <>
      <AlarmButton />
      <button
        type="button"
        className="button small"
        data-panel="duty"
        title={words.dutyNow}
        onClick={() => go({ panel: "duty" })}
      >
        {words.duty} <span className="duty-name">{first?.person_name ?? words.dutyNobody}</span>
      </button>
      {count > 0 ? (
        <button
          type="button"
          className="button small alarm-link"
          data-panel="call-list"
          onClick={() => go({ panel: "call-list" })}
        >
          <span aria-hidden="true">■</span> {words.callListCount(count)}
        </button>
      ) : null}
    </>
  );
}
