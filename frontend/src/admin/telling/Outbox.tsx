/** 消息发件箱: what would have been sent, with the link to click. */
import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { words } from "../../text/telling";
import { type Sent, tellingApi } from "../../wire/telling";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";

const RENEW_MS = 5_000;

export function Outbox() {
  const found = useQuery({ queryKey: ["outbox"], queryFn: tellingApi.outbox, refetchInterval: RENEW_MS });
  return (
    <section data-section="outbox">
      <h3>{words.outbox}</h3>
      <p className="quiet">{words.outboxLead}</p>
      <Asked found={found}>
        {(sent) =>
          sent.length === 0 ? (
            <p className="quiet">{words.outboxNone}</p>
          ) : (
            <div className="table-box scroll short">
              <table className="table">
                <tbody>
                  {sent.map((each) => (
                    <tr key={`${each.id}/${each.at}`} data-sent={each.kind}>
                      <td className="nowrap">{moment(each.at)}</td>
                      <td className="nowrap">{words.kind[each.kind]}</td>
                      <td>{each.to}</td>
                      <td translate="no">{linked(each)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Asked>
    </section>
  );
}

/** The words with the address in them as a link. */
function linked({ text, params }: Sent): ReactNode {
  const address = params.link;
  if (!address?.startsWith("http")) return text;
  const parts = text.split(address);
  return parts.map((part, place) => (
    <Fragment key={place}>
      {part}
      {place < parts.length - 1 ? (
        <a href={address} target="_blank" rel="noreferrer" data-link>
          {address}
        </a>
      ) : null}
    </Fragment>
  ));
}
