/** The desk's entry. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../look/tokens.css";
import "../look/controls.css";
import "./desk.css";
import "./list.css";
import "./panel.css";
import "./map.css";
import { Failure } from "../look/Failure";
import { startTheme } from "../look/theme";
import { asProblem } from "../wire/problem";
import { Gate } from "./Gate";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 3 && (asProblem(error).isOffline || asProblem(error).status >= 500),
    },
  },
});

startTheme();
createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <Failure>
      <QueryClientProvider client={queries}>
        <Gate />
      </QueryClientProvider>
    </Failure>
  </StrictMode>,
);
