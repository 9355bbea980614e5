/** A pushed order that may have been made here before: offered with its reasons, moved only by a person, who is asked twice. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { newOperation } from "../../seat/operation";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/scores";
import { asProblem } from "../../wire/problem";
import { type Alike as Found, scoresApi } from "../../wire/scores";
import type { TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { Section } from "./Section";

const EARLY: ReadonlySet<string> = new Set(["unplaced", "undecided", "dispatched", "signed"]);

export function Alike({ row }: { row: TicketRow }) {
  const isAsked = row.order_no !== null && EARLY.has(row.state);
  const found = useQuery({
    queryKey: ["alike", row.id],
    queryFn: () => scoresApi.alike(row.id),
    enabled: isAsked,
    staleTime: 60_000,
    retry: false,
  });
  if (!isAsked || !found.data?.length) return null;
  return (
    <Section title={words.alike} name="alike">
      <p className="quiet">{words.alikeLead}</p>
      <ul className="letters">
        {found.data.map((each) => (
          <Line key={each.id} order={row.id} own={each} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ order, own }: { order: number; own: Found }) {
  const { go } = useDesk();
  const toasts = useToasts();
  const operation = useRef(newOperation());
  const [isSure, setSure] = useState(false);
  const link = useMutation({
    mutationFn: () => scoresApi.link(order, own.id, operation.current),
    onSuccess: () => {
      toasts.say(words.linked);
      go({ ticket: own.id });
    },
  });
  return (
    <li className="letter" data-alike={own.id}>
      <button type="button" className="link" onClick={() => go({ ticket: own.id })}>
        {own.number} {own.title}
      </button>
      <span className="quiet">{own.reasons.join(text.dot)}</span>
      <button
        type="button"
        className={isSure ? "button small primary" : "button small"}
        data-link={isSure ? "sure" : "ask"}
        aria-disabled={link.isPending}
        onClick={() => (isSure ? link.mutate() : setSure(true))}
      >
        {isSure ? words.linkSure : words.link}
      </button>
      {link.error ? <span className="letter-why">{asProblem(link.error).body.detail}</span> : null}
    </li>
  );
}
