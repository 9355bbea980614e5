/** 导航 on a link's page: the point handed to a map application. Works without network. */
import { amapLink, geoLink } from "../phone/rules/navigation";
import { text } from "../text";
import type { TicketRow } from "../wire/types";

export function Navigate({ row }: { row: TicketRow }) {
  const geo = geoLink(row);
  const amap = amapLink(row);
  if (!geo) return null;
  return (
    <div className={amap ? "pair" : undefined} data-part="navigate">
      <a className="tall" href={geo} data-command="open_map">
        {text.phone.navigate}
      </a>
      {amap ? (
        <a className="tall" href={amap} target="_blank" rel="noreferrer noopener" data-command="open_amap">
          {text.phone.navigateAmap}
        </a>
      ) : null}
    </div>
  );
}
