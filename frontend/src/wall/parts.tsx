/** The figures beside the map: rates of the period, open tickets by place, what is overdue longest, today by the hour. */
import { civil, clockTime } from "../state/format";
import { text } from "../text";
import { words } from "../text/wall";
import type { WallPicture } from "../wire/wall";
import { change, count, overdueSpan, total, worstPlaces } from "./figures";

const MOST_PLACES = 16;
const MOST_OVERDUE = 5;

export function Rates({ rates }: { rates: WallPicture["rates"] }) {
  const { month, day } = civil(rates.since);
  return (
    <section className="wall-rates">
      <p className="wall-quiet">
        {words.period(`${text.day.monthDay(month, day)} ${clockTime(rates.since)}`)}
      </p>
      <ul>
        {rates.listed.map((rate) => (
          <Rate key={rate.code} rate={rate} />
        ))}
      </ul>
    </section>
  );
}

function Rate({ rate }: { rate: WallPicture["rates"]["listed"][number] }) {
  const moved = change(rate.said, rate.before);
  return (
    <li data-rate={rate.code}>
      <span className="wall-label">{rate.name}</span>
      {rate.said ? (
        <strong>
          <Percent said={rate.said} />
        </strong>
      ) : (
        <strong className="wall-none">—</strong>
      )}
      <span className="wall-quiet">
        {rate.said
          ? `${words.share(count(rate.numerator), count(rate.denominator))} · ${moved ? words.change(moved) : words.noFormer}`
          : words.noBase}
      </span>
    </li>
  );
}

/** The sign smaller than the figure, which is read from afar. */
function Percent({ said }: { said: string }) {
  return (
    <>
      {said.replace("%", "")}
      <small>%</small>
    </>
  );
}

/** A town or village by its name; a district's own center, which is none, by what it is. */
function nameOf(place: string | null, own: string): string {
  if (place === own) return words.own;
  return place?.replace(words.centerOf, "") ?? words.elsewhere;
}

export function Places({ places, own }: { places: WallPicture["places"]; own: string }) {
  const { shown, rest } = worstPlaces(places, MOST_PLACES);
  const most = Math.max(1, ...places.map((place) => place.open));
  return (
    <section className="wall-places">
      <h2>
        <span data-total>{words.open(count(total(places, "open")))}</span>
        <span>◆ {words.overdue}</span>
      </h2>
      <ol>
        {shown.map((place) => (
          <Line key={place.name ?? ""} name={nameOf(place.name, own)} place={place} most={most} />
        ))}
        {rest ? <Line name={words.morePlaces(count(rest.places))} place={rest} /> : null}
      </ol>
    </section>
  );
}

interface LineProps {
  name: string;
  place: { open: number; overdue: number };
  /** What the longest bar stands for; where it is missing there is none. */
  most?: number;
}

function Line({ name, place, most }: LineProps) {
  return (
    <li data-place={name}>
      <span className="wall-place-name">{name}</span>
      {most === undefined ? <span /> : <Bar share={place.open / most} />}
      <b>{count(place.open)}</b>
      <span className="overdue">{place.overdue ? `◆ ${count(place.overdue)}` : ""}</span>
    </li>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg className="wall-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className="wall-track" width="100" height="1" />
      <rect className="wall-fill" width={100 * share} height="1" />
    </svg>
  );
}

export function OverdueList({ picture, now }: { picture: WallPicture; now: number }) {
  const late = total(picture.places, "overdue");
  const shown = picture.overdue.slice(0, MOST_OVERDUE);
  return (
    <section className="wall-overdue">
      <h2>
        <span>{words.overdueList(count(late))}</span>
        {late > shown.length ? <span data-more>{words.moreOverdue(count(late - shown.length))}</span> : null}
      </h2>
      {shown.length === 0 ? <p className="wall-quiet">{words.noneOverdue}</p> : null}
      <ol>
        {shown.map((each, at) => (
          // Nothing on the wire tells these tickets apart, on purpose: they are known by their rank.
          <li key={at}>
            <span>
              <b className="overdue">◆</b>{" "}
              {each.confidential ? words.confidential : (each.category ?? words.unsorted)}
              {text.dot}
              {nameOf(each.place, picture.unit_name)}
            </span>
            <strong className="overdue">{words.overdueFor(overdueSpan(each.since, now))}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Flow({ today, now }: { today: WallPicture["today"]; now: number }) {
  const most = Math.max(1, ...today.hours);
  const hour = Number(civil(now).hour);
  return (
    <section className="wall-flow">
      <h2>{words.flow(count(today.received), count(today.answered))}</h2>
      <svg
        viewBox="0 0 240 50"
        preserveAspectRatio="none"
        role="img"
        aria-label={today.hours.map((each, at) => words.hour(at, each)).join(", ")}
      >
        {today.hours.map((received, at) => {
          const height = at > hour ? 3 : Math.max(1, (50 * received) / most);
          return (
            <rect
              key={at}
              className={at > hour ? "wall-track" : "wall-fill"}
              x={at * 10 + 0.6}
              width={8.8}
              y={50 - height}
              height={height}
            />
          );
        })}
      </svg>
      <p className="wall-hours" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((each) => (
          <span key={each}>{each}</span>
        ))}
      </p>
    </section>
  );
}
