/** Which view the page shows. District people begin with all towns; whoever follows a link to a ticket, with the desk. */
import { useCallback, useEffect } from "react";
import type { Address, View } from "../state/address";
import { useDesk } from "./context";
import { useIsDistrict } from "./lists";

function isAsked({ duty, clock, stream, ticket, panel }: Address): boolean {
  return duty !== null || clock !== null || stream !== null || ticket !== null || panel !== null;
}

/** Pure, for its test. */
export function viewOf(address: Address, isDistrict: boolean): NonNullable<View> {
  if (!isDistrict) return "desk";
  return address.view ?? (isAsked(address) ? "desk" : "towns");
}

/** The view in hand. What was begun stays: opening a ticket among the towns does not lead away from them. */
export function useView(): NonNullable<View> {
  const { address, go } = useDesk();
  const view = viewOf(address, useIsDistrict());
  const isKept = view === "desk" || address.view === view;
  useEffect(() => {
    if (!isKept) go({ view });
  }, [isKept, view, go]);
  return view;
}

/** Goes to another view, with nothing of the former one still chosen. */
export function useGoTo(): (change: Partial<Address> & { view: NonNullable<View> }) => void {
  const { go } = useDesk();
  return useCallback(
    (change) =>
      go({ duty: null, clock: null, stream: null, ticket: null, panel: null, list: null, ...change }),
    [go],
  );
}
