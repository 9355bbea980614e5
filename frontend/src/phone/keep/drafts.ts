/** Half-written forms, kept on every input: the camera kills pages. Per person, ticket and command. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Recorded } from "../parts/recorder";
import type { Act } from "../rules/acts";
import type { Values } from "../rules/fields";
import type { DraftKeeper, PhoneDatabase } from "./database";

/** Where what is of no ticket stands among the drafts: a patrol report, 投诉建议. */
export const NO_TICKET = 0;
export const PATROL = "patrol";
export const GRIEVANCE = "grievance";

/** Where the draft of a command is kept; a patrol report has no ticket yet. */
export function keyOf(person: number, ticket: number, command: string): string {
  return `${person}/${ticket}/${command}`;
}

export interface Draft {
  values: Values;
  isLoaded: boolean;
  change(values: Values): void;
  clear(): Promise<void>;
}

export function useDraft(database: DraftKeeper, person: number, ticket: number, command: string): Draft {
  const key = keyOf(person, ticket, command);
  const [values, setValues] = useState<Values>({});
  const [isLoaded, setLoaded] = useState(false);
  const touched = useRef(false);
  useEffect(() => {
    let current = true;
    touched.current = false;
    const show = (found: Values | undefined) => {
      if (!current) return;
      if (!touched.current) setValues(found ?? {});
      setLoaded(true);
    };
    database.get<Values>("drafts", key).then(show, () => show(undefined));
    return () => {
      current = false;
    };
  }, [database, key]);
  const change = useCallback(
    (next: Values) => {
      touched.current = true;
      setValues(next);
      // A full phone cannot keep the draft; what is on the screen stays, and sending it will say so.
      database.put("drafts", key, next).catch(() => undefined);
    },
    [database, key],
  );
  const clear = useCallback(() => database.delete("drafts", key), [database, key]);
  return { values, isLoaded, change, clear };
}

/** Commands of a ticket with a half-written form. */
export async function draftedCommands(
  database: PhoneDatabase,
  person: number,
  ticket: number,
): Promise<string[]> {
  const prefix = keyOf(person, ticket, "");
  return (await database.keys("drafts"))
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

/**
 * What could not be taken and is taken back: its words are a draft again. Of a ticket's form, what was written there
 * since then stays.
 */
export async function draftAgain(database: DraftKeeper, act: Act): Promise<void> {
  if (act.kind === "report") {
    const { content, urgency, address } = act;
    await database.put("drafts", keyOf(act.person, NO_TICKET, PATROL), { content, urgency, address });
  } else if (act.kind === "grievance") {
    const { words, named } = act;
    await database.put("drafts", keyOf(act.person, NO_TICKET, GRIEVANCE), {
      words,
      named: named ? "yes" : "no",
    });
  } else if (act.kind === "command") {
    const key = keyOf(act.person, act.ticket, act.command);
    await database.put("drafts", key, { ...act.fields, ...(await database.get<Values>("drafts", key)) });
  }
}

const VOICE = "voice";

export interface VoiceDraft {
  recorded: Recorded | null;
  /** Rejects where the phone cannot keep it. */
  keep(recorded: Recorded): Promise<void>;
  drop(): Promise<void>;
}

/** What was said and not yet sent, kept like a half-written form. */
export function useVoiceDraft(database: DraftKeeper, person: number, ticket: number): VoiceDraft {
  const key = keyOf(person, ticket, VOICE);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  useEffect(() => {
    let isHere = true;
    const show = (found: Recorded | undefined) => isHere && setRecorded((now) => now ?? found ?? null);
    database.get<Recorded>("drafts", key).then(show, () => undefined);
    return () => {
      isHere = false;
    };
  }, [database, key]);
  const keep = useCallback(
    async (next: Recorded) => {
      await database.put("drafts", key, next);
      setRecorded(next);
    },
    [database, key],
  );
  const drop = useCallback(async () => {
    await database.delete("drafts", key);
    setRecorded(null);
  }, [database, key]);
  return { recorded, keep, drop };
}
