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
import {
  hasDesk,
  isAdministrator,
  isDistrict,
  isSupervisor,
  mayAudit,
  mayDecide,
  mayImport,
  mayKeep,
  mayLook,
  mayMakeKeys,
  mayPropose,
} from "../state/roles";
import type { Me } from "../wire/types";
import { type Address, readAddress, writeAddress } from "./address";
import { openGroups } from "./sections";

export interface Administration {
  me: Me;
  may: {
    /** Looks at what is kept here: everybody but who audits alone. */
    look: boolean;
    /** Reads who did or read what. */
    audit: boolean;
    keep: boolean;
    lookBack: boolean;
    /** Reads and answers what those who do the work say against it. */
    hearGrievances: boolean;
    propose: boolean;
    decide: boolean;
    makeKeys: boolean;
    importOrders: boolean;
    /** Reads what was decided about whose a ticket is. */
    own: boolean;
  };
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

export function rightsOf({ memberships }: Me): Administration["may"] {
  return {
    look: mayLook(memberships),
    audit: mayAudit(memberships),
    keep: mayKeep(memberships),
    lookBack: isDistrict(memberships),
    hearGrievances: isSupervisor(memberships),
    propose: mayPropose(memberships),
    decide: mayDecide(memberships),
    makeKeys: mayMakeKeys(memberships),
    importOrders: mayImport(memberships),
    own: hasDesk(memberships) && !isAdministrator(memberships),
  };
}

/** Where one stands; who has nothing to look at where everybody begins, begins with what is theirs. */
function found(address: Address, may: Administration["may"]): Address {
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
