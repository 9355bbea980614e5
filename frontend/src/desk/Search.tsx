/** The search box: number, its tail, last four of a phone, name, place, words. What is typed stays out of the URL. */
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, memo, type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import { isComposing } from "../look/composing";
import { emptyBoard, ticketOnBoard } from "../state/apply";
import { text } from "../text";
import { api } from "../wire/api";
import type { SearchAnswer, TicketRow } from "../wire/types";
import { useLive } from "./context";
import { useGone } from "./gone";

/** Found tickets as they are now: what the streams tell is newer than the answer. Without one no event renders anything. */
function useNewest(answer: SearchAnswer | undefined, ask: () => void): SearchAnswer | undefined {
  const board = useLive((live) => (answer ? live.board : emptyBoard));
  const ids = useMemo(() => answer?.tickets.map(({ id }) => id) ?? NONE, [answer]);
  useGone(ids, board, ask);
  return useMemo(
    () =>
      answer && {
        ...answer,
        tickets: answer.tickets.map((row) => newer(ticketOnBoard(board, row.id), row)),
      },
    [answer, board],
  );
}

const NONE: readonly number[] = [];

function newer(held: TicketRow | undefined, row: TicketRow): TicketRow {
  return held && held.version > row.version ? held : row;
}

export interface SearchState {
  words: string;
  setWords(words: string): void;
  answer: SearchAnswer | undefined;
  isActive: boolean;
  isSearching: boolean;
  problem: string | null;
}

/** A page's search: asks a moment after the last key. */
export function useSearch(): SearchState {
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 300);
    return () => clearTimeout(timer);
  }, [words]);
  const isActive = words.trim().length > 0;
  const found = useQuery({
    queryKey: ["search", asked],
    queryFn: ({ signal }) => api.search(asked, signal),
    enabled: isActive && asked.length > 0,
    gcTime: 0,
    staleTime: 5_000,
    retry: false,
  });
  const { refetch } = found;
  const ask = useCallback(() => void refetch(), [refetch]);
  const answer = useNewest(isActive ? found.data : undefined, ask);
  const isSearching = isActive && (found.isFetching || asked !== words.trim());
  const problem = isActive && found.error ? found.error.message || text.act.offline : null;
  return useMemo(
    () => ({ words, setWords, answer, isActive, isSearching, problem }),
    [words, answer, isActive, isSearching, problem],
  );
}

interface Props {
  search: SearchState;
  box: RefObject<HTMLInputElement | null>;
  onFirst: () => void;
}

/** Enter goes into the results, those of the words as they stand: an answer under way is waited for. */
function useFirst(search: SearchState, onFirst: () => void): () => void {
  const [isWanted, setWanted] = useState(false);
  const { isActive, isSearching } = search;
  useEffect(() => {
    if (!isWanted || isSearching) return;
    setWanted(false);
    if (isActive) onFirst();
  }, [isWanted, isSearching, isActive, onFirst]);
  return useCallback(() => setWanted(true), []);
}

export const SearchBox = memo(function SearchBox({ search, box, onFirst }: Props) {
  const first = useFirst(search, onFirst);
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event)) return;
    if (event.key === "Escape") search.setWords("");
    else if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    else if (search.isActive) first();
    else onFirst();
    event.preventDefault();
    event.stopPropagation();
    box.current?.blur();
  }
  return (
    <div className="search">
      <input
        ref={box}
        className="input"
        type="search"
        autoComplete="off"
        aria-label={text.list.searchLabel}
        placeholder={text.list.search}
        value={search.words}
        onChange={(event) => search.setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {search.isActive ? null : <kbd className="search-key">/</kbd>}
    </div>
  );
});

/** One line above the results: how many, and how many a unit may not see. */
export function searchSummary(search: SearchState): string {
  if (search.problem) return search.problem;
  if (!search.answer) return text.list.searching;
  const { tickets, elsewhere } = search.answer;
  if (tickets.length > 0) {
    const found = text.list.found(tickets.length);
    return elsewhere > 0 ? `${found}${text.dot}${text.list.elsewhere(elsewhere)}` : found;
  }
  return elsewhere > 0 ? text.list.elsewhereOnly(elsewhere) : text.list.foundNone;
}
