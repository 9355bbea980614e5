/**
 * What the phone keeps through reloads, killed pages and days without network: acts to be sent, drafts, and what was
 * last seen. IndexedDB behind promises; nothing else on this page touches it.
 */
import type { Act, NewAct } from "../rules/acts";

const NAME = "dispatch-phone";
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

export function openDatabase(): Promise<PhoneDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
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
   * A report was taken: it is forgotten, and what followed it goes to its ticket now. Where the person may not see that
   * ticket, what followed is refused, for them to decide. All in one transaction, so that nothing slips in between.
   */
  settle(report: Act, ticket: number | null, lost: string): Promise<void> {
    const transaction = this.database.transaction("acts", "readwrite");
    const done = finished(transaction);
    const objects = transaction.objectStore("acts");
    const held = objects.getAll() as IDBRequest<Act[]>;
    held.onsuccess = () => {
      for (const act of held.result) {
        if (act.ticket !== report.ticket) continue;
        if (act.id === report.id) objects.delete(act.id);
        else if (ticket === null) objects.put({ ...act, refused: { status: 404, detail: lost } });
        else objects.put({ ...act, ticket });
      }
    };
    return done;
  }

  /** Forget a report and what followed it. */
  async dropReport(report: Act): Promise<void> {
    const following = (await this.acts()).filter((act) => act.ticket === report.ticket);
    return this.write("acts", (objects) => {
      for (const act of following) objects.delete(act.id);
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
