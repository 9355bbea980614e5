/** 导航: the point handed to a map application, with its datum and how sure it is. */
import { useState } from "react";
import { text, word } from "../../text";
import { usePhone } from "../context";
import { Banner, Bar } from "../parts/Bar";
import { amapLink, geoLink } from "../rules/navigation";
import { degrees } from "../rules/photo";
import { placeOf } from "../rules/place";
import type { TicketView } from "./ticket";

export function NavigatePage({ ticket: { row } }: { ticket: TicketView }) {
  const { view } = usePhone();
  const geo = geoLink(row);
  const amap = amapLink(row);
  const hasPoint = row.lon !== null && row.lat !== null;
  return (
    <div className="phone" data-screen="navigate" data-ticket={row.id}>
      <Bar title={text.phone.navigateTitle} />
      <Banner />
      <main className="scroll form">
        <h1 className="title">{placeOf(row, view.directory)}</h1>
        {hasPoint ? (
          <p className="quiet" data-datum="">
            {text.phone.datum(degrees(row.lon ?? 0), degrees(row.lat ?? 0))}
            {row.radius_m === null ? "" : `${text.dot}${text.phone.radius(Math.round(row.radius_m))}`}
            {`${text.dot}${word(text.level, row.level)}`}
          </p>
        ) : (
          <p className="quiet">{text.phone.navigateNone}</p>
        )}
        {geo ? (
          <a className="tall filled" href={geo} data-command="open_map">
            {hasPoint ? text.phone.navigateOpen : text.phone.navigateSearch}
          </a>
        ) : null}
        {amap ? (
          <a className="tall" href={amap} target="_blank" rel="noreferrer noopener" data-command="open_amap">
            {text.phone.navigateAmap}
          </a>
        ) : null}
        <CopyAddress address={row.address.trim()} />
      </main>
    </div>
  );
}

/** The clipboard exists on encrypted connections only. */
function CopyAddress({ address }: { address: string }) {
  const [isCopied, setCopied] = useState(false);
  if (!address || !navigator.clipboard) return null;
  return (
    <button
      type="button"
      className="tall"
      onClick={() =>
        void navigator.clipboard.writeText(address).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }
      data-command="copy_address"
    >
      {isCopied ? text.phone.copied : text.phone.copyAddress}
    </button>
  );
}
