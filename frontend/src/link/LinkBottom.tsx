/** Within reach of one thumb on a link's page: the step asked for, then calling, arriving, a photo, done. */
import { type ReactNode, useState } from "react";
import { text } from "../text";
import { words } from "../text/link";
import type { Allowed } from "../wire/types";
import { CallerCall } from "./CallerCall";
import type { Giving } from "./giving";
import type { Outbox } from "./outbox";
import { PhotoButton } from "./PhotoButton";
import type { LinkView } from "./ticket";

interface Props {
  view: LinkView;
  giving: Giving;
  outbox: Outbox;
  /** What came of the last act, or what waits. */
  said: string;
  onPress(command: Allowed): void;
}

export function LinkBottom({ view, giving, outbox, said, onPress }: Props) {
  const [isMore, setMore] = useState(false);
  const { head, finish, arrive, decline, others, call, photo } = view.buttons;
  const button = (command: Allowed, className: string, name?: ReactNode) => (
    <button
      key={command.command}
      type="button"
      className={className}
      data-command={command.command}
      onClick={() => onPress(command)}
    >
      {name ?? command.label}
    </button>
  );
  return (
    <footer className="bottom">
      <p className="said" role="status">
        {said}
      </p>
      {head
        ? button(head, "tall filled head-button", head.command === "accept" ? text.phone.accept : undefined)
        : null}
      <div className="grid">
        {call ? <CallerCall ticket={view.row.id} say={giving.setSaid} /> : null}
        {arrive ? button(arrive, "tall", text.phone.arrive) : null}
        {photo ? <PhotoButton ticket={view.row.id} giving={giving} outbox={outbox} /> : null}
        {finish
          ? button(
              finish,
              head ? "tall" : "tall filled",
              finish.command === "answer" ? text.phone.done : undefined,
            )
          : null}
      </div>
      <p className="bottom-links">
        {decline
          ? button(decline, "plain strong", decline.command === "decline" ? text.phone.decline : undefined)
          : null}
        {others.length > 0 ? (
          <button type="button" className="plain" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
            {words.more}
          </button>
        ) : null}
      </p>
      {isMore ? (
        <div className="grid">
          {others.map((each) => button(each, "tall"))}
          <p className="quiet">{words.elsewhere}</p>
        </div>
      ) : null}
    </footer>
  );
}
