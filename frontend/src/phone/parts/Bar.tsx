/** The top of every screen: back or title, and below it what the network and the outbox have to say. */
import type { ReactNode } from "react";
import { text } from "../../text";
import { usePhone } from "../context";
import { bannerWords } from "../rules/banner";

interface Props {
  title: ReactNode;
  isHome?: boolean;
  children?: ReactNode;
}

export function Bar({ title, isHome = false, children }: Props) {
  const { back } = usePhone();
  return (
    <header className="bar">
      {isHome ? (
        <h1 className="bar-title">{title}</h1>
      ) : (
        <button type="button" className="bar-back" onClick={back} data-command="back">
          <span aria-hidden="true">‹</span>
          <span className="bar-back-words">{title}</span>
        </button>
      )}
      <span className="bar-end" data-gives-way="">
        {children}
      </span>
    </header>
  );
}

/** One line, only when there is something to say. Tapped, it opens the list of what is to be sent. */
export function Banner() {
  const { view, go } = usePhone();
  const words = bannerWords(view);
  if (!words) return null;
  const { acts, refused } = view.summary;
  return (
    <button
      type="button"
      className={`banner${refused > 0 ? " banner-refused" : ""}`}
      onClick={() => go({ page: "queue" })}
      data-outbox={acts}
      data-refused={refused}
      data-online={view.isOnline}
      data-busy={view.isBusy}
      aria-live="polite"
    >
      <span>{words}</span>
      <span aria-hidden="true">›</span>
    </button>
  );
}

export function Connection() {
  const { view } = usePhone();
  const { kind } = view.connection;
  const words = !view.isOnline
    ? text.phone.offline
    : {
        live: text.phone.online,
        connecting: text.phone.connecting,
        catching_up: text.phone.catchingUp,
        offline: text.phone.offline,
      }[kind];
  return (
    <span
      className={`connection${view.isOnline && kind === "live" ? " is-live" : ""}`}
      data-connection={view.isOnline ? kind : "offline"}
    >
      {words}
    </span>
  );
}
