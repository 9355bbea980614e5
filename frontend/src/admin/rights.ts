/** What somebody may do in the administration, by their posts. Pure. */
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

export interface Rights {
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
}

export function rightsOf({ memberships }: Me): Rights {
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
