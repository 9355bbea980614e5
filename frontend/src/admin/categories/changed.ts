/** What to ask again once the tree of categories has changed. */
import type { QueryClient } from "@tanstack/react-query";

export function categoriesChanged(queries: QueryClient): void {
  for (const key of ["categories", "kept-changes", "rules", "directory"])
    void queries.invalidateQueries({ queryKey: [key] });
}
