/**
 * The tickets and loaded cells on a map: told a board, it draws what changed since, in a rhythm that leaves the screen to
 * the lists. Created by DeskMap.
 */
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { Board } from "../state/apply";
import type { CellLoad } from "./features";
import { Rhythm } from "./rhythm";
import { type Redrawn, Spots } from "./spots";

/** The tickets of one stream, or (null) of all, as they are now. */
export interface Told {
  readonly board: Board;
  readonly stream: number | null;
  /** All that is looked at has come: while it comes, town by town, not each town asks for a drawing of its own. */
  readonly isWhole: boolean;
  readonly now: number;
}

export class TicketLayer {
  private readonly map: MapLibre;
  /** The map is about to change. */
  private readonly changing: () => void;
  private readonly spots = new Spots();
  private readonly rhythm = new Rhythm();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What waits to be drawn, and what was taken up last. */
  private told: Told | null = null;
  private drawn: Told | null = null;

  constructor(map: MapLibre, changing: () => void) {
    this.map = map;
    this.changing = changing;
  }

  /** How many points there are. */
  get count(): number {
    return this.spots.count;
  }

  /** What the person looks at now for the first time does not wait for a rest. */
  tell(told: Told): void {
    this.told = told;
    if (told.stream !== this.drawn?.stream || told.isWhole !== this.drawn.isWhole) this.rhythm.hurry();
    this.drawSoon();
  }

  /** Everything anew, on a style that was just set. */
  drawAll(): void {
    this.changing();
    const { points, cells } = this.spots.whole();
    this.source?.setData(points);
    for (const [code, load] of cells) this.setLoad(code, load);
    this.stands(0);
  }

  /** The map is being removed. */
  stop(): void {
    clearTimeout(this.timer);
    this.told = null;
  }

  /** None while a style is on its way: all is drawn once it has come. */
  private get source(): GeoJSONSource | undefined {
    return this.map.getSource("tickets");
  }

  private drawSoon(): void {
    const wait = this.rhythm.wait(performance.now());
    if (wait === null) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.drawTold(), wait);
  }

  private drawTold(): void {
    if (!this.told) return;
    const { board, stream, now } = this.told;
    this.drawn = this.told;
    this.told = null;
    const redrawn = this.spots.take(board, stream, now);
    if (this.source && !isNothing(redrawn)) void this.draw(redrawn);
  }

  /** Points are put in order elsewhere first; from then on the screen is busy with them, once for all that changed. */
  private async draw({ add, remove, cells }: Redrawn): Promise<void> {
    this.rhythm.begin();
    this.changing();
    if (add.length + remove.length > 0) await this.source?.updateData({ add, remove });
    if (!this.source) return; // another style is on its way
    const began = performance.now();
    for (const [code, load] of cells) this.setLoad(code, load);
    this.map.once("idle", () => afterFrame(() => this.stands(performance.now() - began)));
    this.map.triggerRepaint();
  }

  private stands(took: number): void {
    this.rhythm.end(performance.now(), took);
    if (this.told) this.drawSoon();
  }

  private setLoad(id: string, load: CellLoad): void {
    this.map.setFeatureState({ source: "borders", sourceLayer: "cell", id }, { ...load });
  }
}

function isNothing({ add, remove, cells }: Redrawn): boolean {
  return add.length + remove.length + cells.size === 0;
}

/** Once the next frame has come: a screen that is still busy with the last one lets it wait. */
function afterFrame(tell: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(tell));
}
