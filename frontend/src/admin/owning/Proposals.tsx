/** 建议规则: what the last year's decisions speak for; adopting one makes a draft that is tried before it counts. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Face } from "../../look/Failure";
import { useToasts } from "../../seat/toasts";
import { words } from "../../text/owning";
import { owningApi, type RuleProposal } from "../../wire/owning";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";

export function Proposals() {
  const found = useQuery({ queryKey: ["owning", "proposals"], queryFn: owningApi.proposals });
  return (
    <div role="tabpanel" className="tab-body owning-body" data-proposals>
      <p className="quiet">{words.owning.proposalsHint}</p>
      <Asked found={found}>
        {(proposals) =>
          proposals.length === 0 ? (
            <Face title={words.owning.proposalsNone} />
          ) : (
            proposals.map((proposal) => (
              <Proposal key={`${proposal.path}.${proposal.unit}`} proposal={proposal} />
            ))
          )
        }
      </Asked>
    </div>
  );
}

function Proposal({ proposal }: { proposal: RuleProposal }) {
  const { go, me } = useAdmin();
  const queries = useQueryClient();
  const toasts = useToasts();
  const adopt = useMutation({
    mutationFn: () => owningApi.adopt(proposal),
    onSuccess: ({ version }) => {
      toasts.say(words.owning.adopted(version));
      void queries.invalidateQueries({ queryKey: ["rules"] });
      go({ at: "rules", tab: null, version });
    },
  });
  return (
    <article className="owning-case">
      <h3>{words.owning.proposal(proposal.path, proposal.unit_name)}</h3>
      <p className="quiet">{words.owning.times(proposal.times, proposal.towns.length)}</p>
      <Refusal error={adopt.error} />
      {me.memberships.some(({ role }) => role === "district_operator") ? (
        <button
          type="button"
          className="button small"
          aria-disabled={adopt.isPending}
          onClick={() => adopt.isPending || adopt.mutate()}
        >
          {words.owning.adopt}
        </button>
      ) : null}
    </article>
  );
}
