/** How open tickets follow a version that came into force: live, and what could not be moved. */
import { useQuery } from "@tanstack/react-query";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Rezoning, Version } from "../../wire/administration";
import { Asked } from "../parts/Asked";
import { count, percentOf } from "../parts/figures";

/** Whether tickets still move, all have moved, or a newer version came in force before they had. */
export function howItStands(rezoning: Rezoning): "running" | "done" | "overtaken" {
  if (rezoning.finished_at === null) return "running";
  return rezoning.overtaken_by === null ? "done" : "overtaken";
}

export function standingWords(rezoning: Rezoning): string {
  const [done, total] = [count(rezoning.done), count(rezoning.total)];
  if (rezoning.finished_at === null) return words.boundaries.rezoning(done, total);
  if (rezoning.overtaken_by === null) return words.boundaries.rezoned(total);
  return words.boundaries.overtaken(done, total, rezoning.overtaken_by);
}

/** Tickets follow a version that came into force, one by one. */
export function Moving({ rezoning }: { rezoning: Rezoning }) {
  const isOver = rezoning.finished_at !== null;
  const facts = [
    words.boundaries.movedOf(count(rezoning.moved)),
    words.boundaries.otherCenter(count(rezoning.other_center)),
    words.boundaries.failed(count(rezoning.failed)),
  ];
  return (
    <section className="moving" role="status" data-rezoning={howItStands(rezoning)}>
      <p>
        <strong>{standingWords(rezoning)}</strong>
        {isOver ? null : <span className="work-figures">{percentOf(rezoning.done, rezoning.total)}</span>}
      </p>
      {isOver ? null : <progress max={Math.max(1, rezoning.total)} value={rezoning.done} />}
      <p className="quiet">{facts.join(text.dot)}</p>
    </section>
  );
}

/** Open tickets that could not be moved: each with its reason, and whether it was settled since. */
export function LeftBehind({ version }: { version: Version }) {
  const found = useQuery({
    queryKey: ["boundaries", version.id, "left", version.rezoning?.failed],
    queryFn: () => adminApi.left(version.id),
  });
  return (
    <section className="part">
      <h3>{words.boundaries.leftTitle(count(version.rezoning?.failed ?? 0))}</h3>
      <Asked found={found}>
        {({ tickets }) => (
          <table className="table">
            <tbody>
              {tickets.map((ticket) => (
                <tr key={ticket.ticket} className={ticket.settled ? "spent" : undefined}>
                  <td>
                    <a href={`/?ticket=${ticket.ticket}`}>{ticket.number}</a>
                  </td>
                  <td>{ticket.center}</td>
                  <td>
                    {ticket.why}
                    {ticket.settled ? <span className="under">{words.boundaries.settled}</span> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Asked>
    </section>
  );
}
