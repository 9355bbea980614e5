/** 值班: who is on duty here and in the district, the hand-over as an act, and the hand-overs of before. */
import { useQuery } from "@tanstack/react-query";
import { handoverAddress } from "../../print/address";
import { shortTime } from "../../state/format";
import { mayReceive } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/telling";
import { dutyApi, type OnDuty } from "../../wire/telling";
import { useDesk } from "../context";
import { Section } from "../panel/Section";
import { SidePanel } from "../SidePanel";
import { DayReport } from "./DayReport";
import { useOnDuty } from "./DutyTools";
import { HandoverForm } from "./HandoverForm";
import { TakeOver } from "./TakeOver";

export function DutyPanel() {
  const { me } = useDesk();
  const unit = me.home.unit;
  const isCenter = me.streams.some((stream) => stream.id === unit);
  return (
    <SidePanel title={words.duty} lead={words.handoverLead} name="duty">
      <div className="panel-body">
        <Now />
        {isCenter && unit !== null && mayReceive(me.memberships) ? <HandoverForm unit={unit} /> : null}
        {isCenter ? <DayReport /> : null}
        {isCenter && unit !== null ? <Former unit={unit} /> : null}
      </div>
    </SidePanel>
  );
}

function ownFirst(all: readonly OnDuty[], unit: number | null): OnDuty[] {
  return [...all].sort((a, b) => Number(b.unit === unit) - Number(a.unit === unit));
}

function Now() {
  const { me } = useDesk();
  const found = useOnDuty();
  return (
    <Section title={words.dutyNow} name="on-duty">
      {found.data?.length === 0 ? <p className="quiet">{words.dutyNobody}</p> : null}
      <ul className="call-lines">
        {ownFirst(found.data ?? [], me.home.unit).map((each) => (
          <Person key={`${each.unit}/${each.role}/${each.person}`} each={each} />
        ))}
      </ul>
    </Section>
  );
}

function Person({ each }: { each: OnDuty }) {
  const { now } = useDesk();
  return (
    <li className="call-line" data-on-duty={each.role}>
      <p className="call-whom">
        <span>
          {words.dutyRole[each.role]} <strong>{each.person_name}</strong>
        </span>
        <a href={`tel:${each.phone}`}>{each.phone}</a>
      </p>
      <p className="quiet">
        {[each.unit_name, words.dutyUntil(shortTime(each.ends_at, now))].join(text.dot)}
      </p>
    </li>
  );
}

function Former({ unit }: { unit: number }) {
  const { now } = useDesk();
  const found = useQuery({ queryKey: ["handovers", unit], queryFn: () => dutyApi.handovers(unit) });
  return (
    <Section title={words.handovers} name="handovers">
      {found.data?.length === 0 ? <p className="quiet">{words.handoversNone}</p> : null}
      <ul className="call-lines">
        {(found.data ?? []).map((each) => (
          <li key={each.id} className="call-line" data-handover={each.id}>
            <p className="call-whom">
              <strong>
                {each.from_name} → {each.to_name}
              </strong>
              <span className="quiet">{shortTime(each.at, now)}</span>
            </p>
            <p className="quiet">
              {each.confirmed_at ? words.confirmed(shortTime(each.confirmed_at, now)) : words.unconfirmed}
            </p>
            {each.confirmed_at ? (
              <p className="call-results">
                <a
                  className="button small"
                  href={handoverAddress(each.id)}
                  target="_blank"
                  rel="noreferrer"
                  data-print
                >
                  {words.print}
                </a>
              </p>
            ) : (
              <TakeOver handover={each} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
