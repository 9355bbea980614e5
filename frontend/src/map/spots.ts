/**
 * The tickets and loaded cells as the map shows them: told a newer board or time, it says what to draw anew, so that an
 * event costs the map one point and not all of them. Owned by DeskMap.
 */
import type { Feature, FeatureCollection, Point } from "geojson";
import { type Board, emptyBoard } from "../state/apply";
import { changesBetween } from "../state/changes";
import { severityOf, turnsOf, worse } from "../state/clocks";
import type { TicketRow } from "../wire/types";
import { type CellLoad, pointOf } from "./features";

/** What to draw anew: points that take the place of those with their number, points to remove, cells by their load. */
export interface Redrawn {
  readonly add: Feature<Point>[];
  readonly remove: number[];
  readonly cells: ReadonlyMap<string, CellLoad>;
}

const EMPTY_CELL: CellLoad = { load: 0, late: "on_time" };

export class Spots {
  private board: Board = emptyBoard;
  private stream: number | null = null;
  private now = 0;
  /** For the moment a ticket changes hands two rows show it; the one that came last is drawn. */
  private readonly rows = new Map<number, TicketRow[]>();
  private readonly points = new Set<number>();
  private readonly cells = new Map<string, Set<TicketRow>>();

  /** How many points there are. */
  get count(): number {
    return this.points.size;
  }

  take(board: Board, stream: number | null, now: number): Redrawn {
    const ids = new Set<number>();
    const codes = new Set<string>();
    if (now !== this.now) this.noteTurned(now, ids, codes);
    if (stream === this.stream) this.change(this.board, board, stream, ids, codes);
    else {
      this.change(this.board, emptyBoard, this.stream, ids, codes);
      this.change(emptyBoard, board, stream, ids, codes);
    }
    this.board = board;
    this.stream = stream;
    this.now = now;
    return this.redrawn(ids, codes);
  }

  /** Everything, for a map whose style was set anew. */
  whole(): { points: FeatureCollection<Point>; cells: ReadonlyMap<string, CellLoad> } {
    const { add, cells } = this.redrawn(this.rows.keys(), this.cells.keys());
    return { points: { type: "FeatureCollection", features: add }, cells };
  }

  /** Time alone turns a ticket from in time to due soon to overdue. */
  private noteTurned(now: number, ids: Set<number>, codes: Set<string>): void {
    const from = Math.min(now, this.now);
    const to = Math.max(now, this.now);
    const isWithin = (turn: number) => turn > from && turn <= to;
    for (const rows of this.rows.values())
      for (const row of rows) {
        const { soon, overdue } = turnsOf(row);
        if (!isWithin(soon) && !isWithin(overdue)) continue;
        ids.add(row.id);
        if (row.cell) codes.add(row.cell);
      }
  }

  private change(
    before: Board,
    after: Board,
    stream: number | null,
    ids: Set<number>,
    codes: Set<string>,
  ): void {
    const { gone, come } = changesBetween(before, after, stream);
    for (const row of gone) this.drop(row);
    for (const row of come) this.put(row);
    for (const row of [...gone, ...come]) {
      ids.add(row.id);
      if (row.cell) codes.add(row.cell);
    }
  }

  private drop(row: TicketRow): void {
    const left = this.rows.get(row.id)?.filter((each) => each !== row) ?? [];
    if (left.length > 0) this.rows.set(row.id, left);
    else this.rows.delete(row.id);
    if (row.cell) this.cells.get(row.cell)?.delete(row);
  }

  private put(row: TicketRow): void {
    this.rows.set(row.id, [...(this.rows.get(row.id) ?? []), row]);
    if (!row.cell) return;
    const held = this.cells.get(row.cell);
    if (held) held.add(row);
    else this.cells.set(row.cell, new Set([row]));
  }

  private redrawn(ids: Iterable<number>, codes: Iterable<string>): Redrawn {
    const add: Feature<Point>[] = [];
    const remove: number[] = [];
    for (const id of ids) {
      const row = this.rows.get(id)?.at(-1);
      const point = row ? pointOf(row, this.now) : null;
      if (point) {
        add.push(point);
        this.points.add(id);
      } else if (this.points.delete(id)) remove.push(id);
    }
    return { add, remove, cells: new Map([...codes].map((code) => [code, this.loadOf(code)])) };
  }

  private loadOf(code: string): CellLoad {
    let { load, late } = EMPTY_CELL;
    for (const row of this.cells.get(code) ?? []) {
      load += 1;
      late = worse(late, severityOf(row, this.now));
    }
    return { load, late };
  }
}
