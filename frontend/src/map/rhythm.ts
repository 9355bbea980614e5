/**
 * When the map draws what events change: at once after a rest, and then not before it has rested many times as long as it
 * kept the screen busy. So the lists, which people read, have the screen nearly to themselves: with a graphics card a
 * drawing takes some milliseconds; without one some hundred, for which the page waits while the browser reads the picture
 * back. Time comes in as an argument; kept by TicketLayer.
 */

/** Often enough for a map that draws in no time. */
const LEAST_MS = 400;
/** Seldom enough for one that takes for ever. */
const MOST_MS = 20_000;
/** So many times as long as a drawing took. */
const RESTS = 40;

export class Rhythm {
  private isBusy = false;
  private next = 0;

  /** How long to wait before the next drawing; null while one is on its way to the screen. */
  wait(now: number): number | null {
    return this.isBusy ? null : Math.max(0, this.next - now);
  }

  begin(): void {
    this.isBusy = true;
  }

  /** What was begun stands on the screen, which it kept busy for so long. */
  end(now: number, took: number): void {
    this.isBusy = false;
    this.next = now + Math.min(MOST_MS, Math.max(LEAST_MS, RESTS * took));
  }

  /** The person asked for something else, or a whole town came: that waits for no rest. */
  hurry(): void {
    this.next = 0;
  }
}
