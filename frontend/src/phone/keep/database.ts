/**
 * What the phone keeps through reloads, killed pages and days without network: acts to be sent, drafts, and what was
 * last seen. IndexedDB behind promises; nothing else on this page touches it.
 */
import { type Act, askedOf, type CommandAct, type NewAct, unasked } from "../rules/acts";

const VERSION = 1;

type StoreName = "acts" | "drafts" | "kept";

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** What keeps acts until they are taken, in order; `database` is one, the page's memory may be another. */
export type ActKeeper = Pick<PhoneDatabase, "acts" | "addAct" | "putAct" | "settle" | "drop">;
/** What keeps what is half done. */
export type DraftKeeper = Pick<PhoneDatabase, "get" | "put" | "delete">;

export function openDatabase(name = "dispatch-phone"): Promise<PhoneDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("acts", { keyPath: "id", autoIncrement: true });
      request.result.createObjectStore("drafts");
      request.result.createObjectStore("kept");
    };
    request.onsuccess = () => resolve(new PhoneDatabase(request.result));
    request.onerror = () => reject(request.error);
  });
}

export class PhoneDatabase {
  private readonly database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.database = database;
    // A newer page in another tab may want to upgrade: let it, this page is asked for anew.
    database.onversionchange = () => {
      database.close();
      location.reload();
    };
  }

  get<T>(store: StoreName, key: string): Promise<T | undefined> {
    return answered(
      this.database.transaction(store).objectStore(store).get(key) as IDBRequest<T | undefined>,
    );
  }

  keys(store: StoreName): Promise<string[]> {
    return answered(this.database.transaction(store).objectStore(store).getAllKeys()) as Promise<string[]>;
  }

  put(store: "drafts" | "kept", key: string, value: unknown): Promise<void> {
    return this.write(store, (objects) => objects.put(value, key));
  }

  delete(store: StoreName, key: string | number): Promise<void> {
    return this.write(store, (objects) => objects.delete(key));
  }

  clear(store: "kept"): Promise<void> {
    return this.write(store, (objects) => objects.clear());
  }

  acts(): Promise<Act[]> {
    return answered(this.database.transaction("acts").objectStore("acts").getAll() as IDBRequest<Act[]>);
  }

  addAct(act: NewAct): Promise<void> {
    return this.write("acts", (objects) => objects.add(act));
  }

  putAct(act: Act): Promise<void> {
    return this.write("acts", (objects) => objects.put(act));
  }

  /**
   * The questions about acts are over, of these tickets or (`null`) of all: the acts may go, with what was said. Whether
   * there were any. In one transaction: what has gone meanwhile does not come back.
   */
  async unask(tickets: readonly number[] | null, said: CommandAct["fields"]): Promise<boolean> {
    const transaction = this.database.transaction("acts", "readwrite");
    const done = finished(transaction);
    const objects = transaction.objectStore("acts");
    const held = objects.getAll() as IDBRequest<Act[]>;
    let isAny = false;
    held.onsuccess = () => {
      for (const act of held.result) {
        if (act.kind !== "command" || askedOf(act) === undefined) continue;
        if (tickets !== null && !tickets.includes(act.ticket)) continue;
        objects.put(unasked(act, said));
        isAny = true;
      }
    };
    await done;
    return isAny;
  }

  /**
   * An act was taken, and is forgotten. What followed a report goes to its ticket now; where the person may not see that
   * ticket (`null`), what followed is refused in the words `lost`, for them to decide. All in one transaction, so that
   * nothing slips in between.
   */
  settle(taken: Act, ticket: number | null, lost: string): Promise<void> {
    if (taken.kind !== "report") return this.delete("acts", taken.id);
    const transaction = this.database.transaction("acts", "readwrite");
    const done = finished(transaction);
    const objects = transaction.objectStore("acts");
    const held = objects.getAll() as IDBRequest<Act[]>;
    held.onsuccess = () => {
      for (const act of held.result) {
        if (act.ticket !== taken.ticket) continue;
        if (act.id === taken.id) objects.delete(act.id);
        else if (ticket === null) objects.put({ ...act, refused: { status: 404, detail: lost } });
        else objects.put({ ...act, ticket });
      }
    };
    return done;
  }

  /** The person takes an act back; with a report what followed it. */
  async drop(act: Act): Promise<void> {
    const dropped =
      act.kind === "report" ? (await this.acts()).filter((other) => other.ticket === act.ticket) : [act];
    return this.write("acts", (objects) => {
      for (const { id } of dropped) objects.delete(id);
    });
  }

  /** Committed at once: the page may be killed the moment the camera opens. */
  private write(store: StoreName, change: (objects: IDBObjectStore) => void): Promise<void> {
    const transaction = this.database.transaction(store, "readwrite");
    const done = finished(transaction);
    change(transaction.objectStore(store));
    // Safari 14 commits by itself, a little later.
    transaction.commit?.();
    return done;
  }
}
