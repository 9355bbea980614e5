/** Starts a page at a seat: theme, queries, and what is shown when something breaks. Called by the entries. */
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Failure } from "../look/Failure";
import { tellLanguage } from "../look/language";
import { startTheme } from "../look/theme";
import { watchParts } from "../look/upgrade";
import { loadWords } from "../text";
import { asProblem } from "../wire/problem";
import { showLocked } from "./idle";

/** A screen that the service has locked, or a session that ended, shows as such whatever was being asked. */
function onRefusal(error: unknown): void {
  const { body } = asProblem(error);
  if (body.type?.endsWith(":screen-locked")) showLocked(queries);
  if (body.type?.endsWith(":not-signed-in")) void queries.resetQueries({ queryKey: ["me"], exact: true });
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== "me" && onRefusal(error) }),
  mutationCache: new MutationCache({ onError: onRefusal }),
  defaultOptions: {
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 3 && (asProblem(error).isOffline || asProblem(error).status >= 500),
    },
  },
});

export async function start(page: ReactNode): Promise<void> {
  startTheme();
  watchParts();
  await loadWords();
  tellLanguage();
  createRoot(document.getElementById("root") as HTMLElement).render(
    <StrictMode>
      <Failure>
        <QueryClientProvider client={queries}>{page}</QueryClientProvider>
      </Failure>
    </StrictMode>,
  );
}
