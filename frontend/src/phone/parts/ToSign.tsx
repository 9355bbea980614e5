/** 待签发的申请: what a leader signs before it goes up to the hotline. Asked for while the list is shown. */
import { useEffect, useState } from "react";
import { text } from "../../text";
import { words } from "../../text/upward";
import { type ListedRequest, upwardApi } from "../../wire/upward";
import { usePhone } from "../context";

const RENEW_MS = 30_000;

function useDrafts(): readonly ListedRequest[] {
  const { me, view } = usePhone();
  const [drafts, setDrafts] = useState<readonly ListedRequest[]>([]);
  const signs = me.memberships.some(({ role }) => role === "signing_leader");
  const isAsked = signs && view.isOnline;
  useEffect(() => {
    if (!isAsked) return;
    let isOver = false;
    const ask = () =>
      upwardApi.listed("open").then(
        (listed) => {
          if (!isOver) setDrafts(listed.filter(({ state }) => state === "drafted"));
        },
        () => {
          // Without network the last answer stays; the banner says that the phone is offline.
        },
      );
    void ask();
    const timer = setInterval(ask, RENEW_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isAsked]);
  return drafts;
}

export function ToSign() {
  const { go } = usePhone();
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  return (
    <section className="list" aria-label={words.toSign} data-group="requests">
      <h2 className="list-title">
        {words.toSign} <span className="count">{drafts.length}</span>
      </h2>
      <ul>
        {drafts.map((each) => (
          <li key={each.id} data-request={each.id}>
            <button
              type="button"
              className="card card-new"
              onClick={() => go({ ticket: each.ticket, page: null })}
            >
              <span className="card-title">{[words.kind[each.kind], each.title].join(text.dot)}</span>
              <span className="card-line">{each.ground_name}</span>
              <span className="card-line">{each.reason}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
