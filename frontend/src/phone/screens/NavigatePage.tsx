/** 导航: the point handed to a map application, and how sure it is. */
import { useState } from "react";
import { text } from "../../text";
import { usePhone } from "../context";
import { Banner, Bar } from "../parts/Bar";
import { amapLink, geoLink } from "../rules/navigation";
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
        {hasPoint ? <Sure row={row} /> : <p className="quiet">{text.phone.navigateNone}</p>}
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

/** How far off the point may be, in words; degrees and datums are for those who measure. */
function Sure({ row }: { row: TicketView["row"] }) {
  if (row.radius_m === null) return null;
  return <p className="quiet">{text.phone.radius(Math.round(row.radius_m))}</p>;
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
