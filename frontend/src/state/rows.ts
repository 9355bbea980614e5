/**
 * The rows of a stream by ticket, as a map that never changes: a newer one shares with the former all but what differs.
 * So an event copies a handful of rows out of thousands, and what differs is found without looking at the others.
 */
import type { TicketRow } from "../wire/types";

const BUCKETS = 256;

type Bucket = ReadonlyMap<number, TicketRow>;

const EMPTY: Bucket = new Map();

function bucketOf(id: number): number {
  return id % BUCKETS;
}

export class Rows implements ReadonlyMap<number, TicketRow> {
  readonly size: number;
  private readonly buckets: readonly Bucket[];

  private constructor(buckets: readonly Bucket[]) {
    this.buckets = buckets;
    this.size = buckets.reduce((sum, bucket) => sum + bucket.size, 0);
  }

  static readonly none = new Rows(Array.from({ length: BUCKETS }, () => EMPTY));

  static of(rows: Iterable<TicketRow>): Rows {
    const buckets = Array.from({ length: BUCKETS }, () => new Map<number, TicketRow>());
    for (const row of rows) buckets[bucketOf(row.id)]?.set(row.id, row);
    return new Rows(buckets);
  }

  get(id: number): TicketRow | undefined {
    return this.buckets[bucketOf(id)]?.get(id);
  }

  has(id: number): boolean {
    return this.get(id) !== undefined;
  }

  /** With other rows in the place of some; null: without that ticket. */
  with(changes: ReadonlyMap<number, TicketRow | null>): Rows {
    if (changes.size === 0) return this;
    const buckets = this.buckets.slice();
    const copied = new Map<number, Map<number, TicketRow>>();
    for (const [id, row] of changes) {
      const at = bucketOf(id);
      const bucket = copied.get(at) ?? new Map(buckets[at]);
      copied.set(at, bucket);
      buckets[at] = bucket;
      if (row) bucket.set(id, row);
      else bucket.delete(id);
    }
    return new Rows(buckets);
  }

  /** The tickets whose row is another one there, or that only one of the two holds. */
  differing(other: Rows): Set<number> {
    const ids = new Set<number>();
    this.buckets.forEach((bucket, at) => {
      const theirs = other.buckets[at] ?? EMPTY;
      if (theirs === bucket) return;
      for (const [id, row] of bucket) if (theirs.get(id) !== row) ids.add(id);
      for (const id of theirs.keys()) if (!bucket.has(id)) ids.add(id);
    });
    return ids;
  }

  *entries(): MapIterator<[number, TicketRow]> {
    for (const bucket of this.buckets) yield* bucket.entries();
  }

  *keys(): MapIterator<number> {
    for (const bucket of this.buckets) yield* bucket.keys();
  }

  *values(): MapIterator<TicketRow> {
    for (const bucket of this.buckets) yield* bucket.values();
  }

  [Symbol.iterator](): MapIterator<[number, TicketRow]> {
    return this.entries();
  }

  forEach(tell: (row: TicketRow, id: number, rows: ReadonlyMap<number, TicketRow>) => void): void {
    for (const bucket of this.buckets) bucket.forEach((row, id) => void tell(row, id, this));
  }
}
