/** 语音: what people said into the phone about a ticket, played here. */
import { Voice } from "../../look/Voice";
import { voicesOf } from "../../state/evidence";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import type { Evidence } from "../../wire/types";
import { useDesk } from "../context";

export function Voices({ evidence }: { evidence: readonly Evidence[] }) {
  const { now } = useDesk();
  return voicesOf(evidence).map((each) => (
    <p key={each.id} data-evidence="voice">
      <Voice
        source={each.url}
        seconds={each.seconds ?? 0}
        by={[each.person_name, shortTime(each.taken_at ?? each.received_at, now)].join(text.dot)}
      />
    </p>
  ));
}
