/** Where a link's page keeps what waits for the network: on the phone, or where that is shut in the page, which says so. */
import { type ActKeeper, type DraftKeeper, openDatabase } from "../phone/keep/database";
import type { Act, NewAct } from "../phone/rules/acts";

/** Apart from the phone page's: its session sends all tickets of a person, a link's session one. */
const NAME = "dispatch-link";

export interface Keeping {
  keeper: ActKeeper & DraftKeeper;
  /** Whether it outlives the page. */
  isSafe: boolean;
}

/** Some browsers keep nothing in private windows; then the page itself is all there is. */
export class Memory implements ActKeeper, DraftKeeper {
  private held: Act[] = [];
  private readonly drafts = new Map<string, unknown>();
  private last = 0;

  acts = async (): Promise<Act[]> => [...this.held];

  async addAct(act: NewAct): Promise<void> {
    this.last += 1;
    this.held.push({ ...act, id: this.last });
  }

  async putAct(act: Act): Promise<void> {
    this.held = this.held.map((each) => (each.id === act.id ? act : each));
  }

  settle = (act: Act): Promise<void> => this.drop(act);

  async drop(act: Act): Promise<void> {
    this.held = this.held.filter(({ id }) => id !== act.id);
  }

  async get<T>(_store: string, key: string): Promise<T | undefined> {
    return this.drafts.get(key) as T | undefined;
  }

  async put(_store: string, key: string, value: unknown): Promise<void> {
    this.drafts.set(key, value);
  }

  async delete(_store: string, key: string | number): Promise<void> {
    this.drafts.delete(String(key));
  }
}

let opened: Promise<Keeping> | undefined;

/** The same for the whole page. */
export function openKeeping(): Promise<Keeping> {
  opened ??= openDatabase(NAME).then(
    (keeper) => ({ keeper, isSafe: true }),
    () => ({ keeper: new Memory(), isSafe: false }),
  );
  return opened;
}
