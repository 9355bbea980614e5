/** 值班: what is to be taken over, giving over, the day's report, who is on duty, and the hand-overs of before. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { handoverAddress } from "../../print/address";
import { shortTime } from "../../state/format";
import { mayReceive } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/telling";
import { shortName } from "../../text/unitNames";
import { dutyApi, type Handover, type OnDuty } from "../../wire/telling";
import { useDesk } from "../context";
import { Faces, part } from "../Listed";
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
        {isCenter && unit !== null ? <Handovers unit={unit} mayGive={mayReceive(me.memberships)} /> : null}
        {isCenter ? <DayReport /> : null}
        <Now />
        {isCenter && unit !== null ? <Former unit={unit} /> : null}
      </div>
    </SidePanel>
  );
}

function useHandovers(unit: number) {
  return useQuery({ queryKey: ["handovers", unit], queryFn: () => dutyApi.handovers(unit) });
}

function ownFirst(all: readonly OnDuty[], unit: number | null): OnDuty[] {
  return [...all].sort((a, b) => Number(b.unit === unit) - Number(a.unit === unit));
}

function Now() {
  const { me } = useDesk();
  const found = useOnDuty();
  return (
    <Section title={words.dutyNow} name="on-duty">
      <Faces found={found} none={words.dutyNobody}>
        {(people) => (
          <ul className="call-lines">
            {ownFirst(people, me.home.unit).map((each) => (
              <Person key={`${each.unit}/${each.role}/${each.person}`} each={each} />
            ))}
          </ul>
        )}
      </Faces>
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
        {[shortName(each.unit_name), words.dutyUntil(shortTime(each.ends_at, now))].join(text.dot)}
      </p>
    </li>
  );
}

function Handovers({ unit, mayGive }: { unit: number; mayGive: boolean }) {
  const waiting = useHandovers(unit).data?.filter((each) => !each.confirmed_at) ?? [];
  return (
    <>
      <ToTakeOver waiting={waiting} />
      {mayGive ? <HandoverForm unit={unit} waiting={waiting.map(({ to_person }) => to_person)} /> : null}
    </>
  );
}

/** What waits for the second signature comes before everything else. */
function ToTakeOver({ waiting }: { waiting: readonly Handover[] }) {
  if (waiting.length === 0) return null;
  return (
    <Section title={words.toTakeOver} name="to-take-over" aside={waiting.length}>
      <ul className="call-lines">
        {waiting.map((each) => (
          <Line key={each.id} each={each} said={words.unconfirmed}>
            <TakeOver handover={each} />
          </Line>
        ))}
      </ul>
    </Section>
  );
}

function Former({ unit }: { unit: number }) {
  const found = part(useHandovers(unit), (all) => all.filter((each) => each.confirmed_at));
  return (
    <Section title={words.handovers} name="handovers">
      <Faces found={found} none={words.handoversNone}>
        {(done) => (
          <ul className="call-lines">
            {done.map((each) => (
              <Kept key={each.id} each={each} />
            ))}
          </ul>
        )}
      </Faces>
    </Section>
  );
}

function Kept({ each }: { each: Handover }) {
  const { now } = useDesk();
  return (
    <Line each={each} said={words.confirmed(shortTime(each.confirmed_at ?? each.at, now))}>
      <a className="button small" href={handoverAddress(each.id)} target="_blank" rel="noreferrer" data-print>
        {words.print}
      </a>
    </Line>
  );
}

/** Who gave over to whom, when, and what may be done with it. */
function Line({ each, said, children }: { each: Handover; said: string; children: ReactNode }) {
  const { now } = useDesk();
  return (
    <li className="call-line" data-handover={each.id}>
      <p className="call-whom">
        <strong>
          {each.from_name} → {each.to_name}
        </strong>
        <span className="quiet">{shortTime(each.at, now)}</span>
      </p>
      <p className="quiet">{said}</p>
      <div className="call-results">{children}</div>
    </li>
  );
}
