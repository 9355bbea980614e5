/** Answering and closing: contacts with the caller, and for who reviews or signs three columns: asked, done, evidence. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Picture } from "../../look/Picture";
import { shortTime } from "../../state/format";
import { text, word } from "../../text";
import { shortName } from "../../text/unitNames";
import { closingApi, type TicketClosing } from "../../wire/closing";
import type { Evidence, TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { Findings } from "../form/ReplyField";
import { AddPhotos, canAddPhotos, PHOTO_KINDS } from "./AddPhotos";
import { CallBacks } from "./CallBacks";
import { captionOf } from "./captions";
import { Section } from "./Section";
import { Voices } from "./Voices";

function useClosing(row: TicketRow) {
  return useQuery({
    queryKey: ["closing", row.id, row.version],
    queryFn: ({ signal }) => closingApi.ticket(row.id, signal),
    placeholderData: keepPreviousData,
  });
}

interface Props {
  row: TicketRow;
  detail: TicketDetail;
}

/** How often the caller was tried, with what result, and what was promised. */
export function Contacts({ row }: Pick<Props, "row">) {
  const { now } = useDesk();
  const { data } = useClosing(row);
  if (!data || (data.contacts.length === 0 && !data.promise)) return null;
  return (
    <Section
      title={text.closing.contacts}
      name="contacts"
      aside={text.closing.attempts(data.contacts.length, data.reached)}
    >
      {data.promise ? <PromiseLine due={data.promise.due_at} now={now} /> : null}
      <ul className="givens">
        {[...data.contacts].reverse().map((each) => (
          <li key={each.version} className="given" data-contact={each.result}>
            <span className="chip">{word(text.contactResult, each.result)}</span>
            <span className="quiet">
              {[shortTime(each.at, now), shortName(each.unit_name ?? ""), each.person_name]
                .filter(Boolean)
                .join(text.dot)}
            </span>
            {each.text ? <span className="given-words">{each.text}</span> : null}
            {each.again_at ? (
              <span className="given-words">{text.closing.again(shortTime(each.again_at, now))}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PromiseLine({ due, now }: { due: string | null; now: number }) {
  const isLate = due !== null && Date.parse(due) <= now;
  return (
    <p className={isLate ? "notice bad" : "notice"} data-promise>
      {due ? text.closing.promise(shortTime(due, now)) : text.closing.promiseNoTime}
      {isLate ? `${text.dot}${text.closing.promiseOverdue}` : ""}
    </p>
  );
}

/** 审核对照: what was asked, what was done and is replied, what shows it. */
export function Review({ row, detail }: Props) {
  const { data } = useClosing(row);
  return (
    <Section title={text.closing.review} name="review" aside={data ? <Marks closing={data} /> : null}>
      <div className="review">
        <Column title={text.closing.asked}>
          <p className="said">{detail.content}</p>
          {detail.category_path ? <p className="quiet">{detail.category_path}</p> : null}
        </Column>
        <Column title={text.closing.done}>
          <Done detail={detail} />
          <Voices evidence={detail.evidence} />
        </Column>
        <Column title={text.closing.evidence}>
          <Pictures detail={detail} />
          {data ? <Asked closing={data} /> : null}
          {canAddPhotos(detail) ? <AddPhotos ticket={row.id} /> : null}
        </Column>
      </div>
      <CallBacks detail={detail} />
      {detail.reply ? (
        <>
          <h4 className="review-title">{text.closing.findings}</h4>
          {data ? <Findings findings={data.findings} /> : <p className="quiet">{text.closing.checking}</p>}
        </>
      ) : null}
    </Section>
  );
}

function Marks({ closing }: { closing: TicketClosing }) {
  return (
    <>
      {closing.early_warning ? (
        <span className="chip bad" data-early-warning>
          {text.closing.earlyWarning}
        </span>
      ) : null}{" "}
      <span title={closing.signoff?.why} translate="no">
        {closing.signoff ? text.closing.signer(closing.signoff.signer) : text.closing.noSigner}
      </span>
    </>
  );
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="review-column">
      <h4 className="review-title">{title}</h4>
      {children}
    </div>
  );
}

function said(detail: TicketDetail, name: string): string {
  const value = detail.answer?.[name];
  return typeof value === "string" ? value : "";
}

function Done({ detail }: { detail: TicketDetail }) {
  const { now } = useDesk();
  const done = said(detail, "done");
  const next = said(detail, "next_at");
  const how = said(detail, "how_closed") || (detail.how_closed ?? "");
  const found = said(detail, "found_true");
  const marks = [
    found ? word(text.ticket.foundTrue, found) : "",
    how ? word(text.howClosed, how) : "",
    said(detail, "ground_name") ? text.closing.ground(said(detail, "ground_name")) : "",
    said(detail, "reference") ? text.closing.reference(said(detail, "reference")) : "",
    next ? text.closing.nextAt(shortTime(next, now)) : "",
    said(detail, "released") ? text.closing.released(said(detail, "released")) : "",
  ].filter(Boolean);
  if (!done) return <p className="quiet">{text.closing.noDone}</p>;
  return (
    <>
      <p className="said">{done}</p>
      {marks.length > 0 ? <p className="quiet">{marks.join(text.dot)}</p> : null}
      {detail.reply && detail.reply !== done ? (
        <p className="said">
          <span className="chip">{text.ticket.reply}</span> {detail.reply}
        </p>
      ) : null}
    </>
  );
}

/** Photos by what they show; those of the former program are taken for afterwards. */
function Pictures({ detail }: { detail: TicketDetail }) {
  if (detail.evidence.length === 0) return <p className="quiet">{text.closing.noEvidence}</p>;
  return PHOTO_KINDS.map((kind) => {
    const shown = detail.evidence.filter((each) => (each.kind ?? "after") === kind);
    return shown.length > 0 ? (
      <Row key={kind} label={text.closing[kind]} shown={shown} place={detail.row} />
    ) : null;
  });
}

interface RowProps {
  label: string;
  shown: readonly Evidence[];
  place: TicketRow;
}

function Row({ label, shown, place }: RowProps) {
  const { now } = useDesk();
  return (
    <>
      <span className="chip">{label}</span>
      <ul className="photos">
        {shown.map((photo) => {
          const caption = captionOf(photo, place, now);
          return (
            <li key={photo.id}>
              <Picture
                url={photo.url}
                alt={`${label} ${caption}`}
                width={photo.width}
                height={photo.height}
              />
              <span className="photo-words quiet">{caption}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the rule asks for, what is missing or in doubt. */
function Asked({ closing }: { closing: TicketClosing }) {
  const { needs, least, lacking, doubts, reason, why } = closing.evidence;
  return (
    <>
      {why ? (
        <p className="quiet" title={why}>
          {text.closing.needs(needs.join(text.comma), least)}
        </p>
      ) : null}
      {lacking ? <p className="notice bad">{lacking}</p> : null}
      {doubts.length > 0 ? (
        <div className="notice" data-doubts>
          <strong>{text.closing.doubt}</strong> {doubts.join(text.dot)}
          {reason ? <p>{text.closing.doubtReason(reason)}</p> : null}
        </div>
      ) : null}
    </>
  );
}
