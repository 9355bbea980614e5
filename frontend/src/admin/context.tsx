/** What every page of the administration shares: who is here, what they may do, where they stand. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Me } from "../wire/types";
import { type Address, readAddress, writeAddress } from "./address";
import { type Rights, rightsOf } from "./rights";
import { openGroups } from "./sections";

export interface Administration {
  me: Me;
  may: Rights;
  address: Address;
  /** `replace` leaves no step behind for the browser's back button. */
  go(change: Partial<Address>, replace?: boolean): void;
}

const AdminContext = createContext<Administration | null>(null);

export function useAdmin(): Administration {
  const admin = useContext(AdminContext);
  if (!admin) throw new Error("useAdmin outside of AdminProvider");
  return admin;
}

function useAddress() {
  const [address, setAddress] = useState(() => readAddress(location.search));
  const held = useRef(address);
  const go = useCallback((change: Partial<Address>, replace = false) => {
    const next = { ...held.current, ...change };
    held.current = next;
    const where = `${location.pathname}${writeAddress(next)}`;
    if (replace) history.replaceState(null, "", where);
    else history.pushState(null, "", where);
    setAddress(next);
  }, []);
  useEffect(() => {
    const back = () => {
      held.current = readAddress(location.search);
      setAddress(held.current);
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  return { address, go };
}

/** Where one stands; who has nothing to look at where everybody begins, begins with what is theirs. */
function found(address: Address, may: Rights): Address {
  const first = openGroups(may)[0]?.sections[0];
  return may.look || first === undefined ? address : { ...address, at: first };
}

export function AdminProvider({ me, children }: { me: Me; children: ReactNode }) {
  const { address, go } = useAddress();
  const may = useMemo(() => rightsOf(me), [me]);
  const admin = useMemo<Administration>(
    () => ({ me, may, address: found(address, may), go }),
    [me, may, address, go],
  );
  return <AdminContext value={admin}>{children}</AdminContext>;
}
