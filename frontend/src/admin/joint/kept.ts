/** The settings of handling together, held once for the page. */
import { useQueryClient } from "@tanstack/react-query";
import type { JointSettings } from "../../wire/joint";

export const QUERY = ["joint-settings"];

/** Keeps what a change came to. */
export function useKept() {
  const queries = useQueryClient();
  return (settings: JointSettings) => queries.setQueryData(QUERY, settings);
}
