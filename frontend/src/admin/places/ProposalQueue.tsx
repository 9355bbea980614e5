/** Names that wait for a second person: what is proposed, for which place, from which ticket, and what else it touches. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Face } from "../../look/Failure";
import { boxOfPoints } from "../../map/features";
import { type Taker, useTaker } from "../../seat/keys";
import { useToasts } from "../../seat/toasts";
import { text, word } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { NameState, Proposal } from "../../wire/administration";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { sinceWhen } from "../parts/moments";
import { useOverlay, usePlan } from "../parts/plan";
import { ReasonDialog } from "../parts/ReasonDialog";
import { placeFeatures } from "./features";

const STATES: readonly NameState[] = ["proposed", "approved", "refused", "retired"];

export function ProposalQueue() {
  const [state, setState] = useState<NameState>("proposed");
  const found = useQuery({
    queryKey: ["places", "proposals", state],
    queryFn: () => adminApi.proposals(state),
  });
  return (
    <div role="tabpanel" className="tab-body" data-queue={state}>
      <div className="segments" role="group" aria-label={words.state}>
        {STATES.map((each) => (
          <button
            key={each}
            type="button"
            className="segment"
            aria-pressed={each === state}
            data-state={each}
            onClick={() => setState(each)}
          >
            {words.places.nameStates[each]}
          </button>
        ))}
      </div>
      <Asked found={found}>
        {({ proposals }) =>
          proposals.length === 0 ? (
            <Face title={words.places.noProposals[state]} />
          ) : (
            <Queue key={state} proposals={proposals} />
          )
        }
      </Asked>
    </div>
  );
}

function Queue({ proposals }: { proposals: readonly Proposal[] }) {
  const { lookAt } = usePlan();
  const [chosen, setChosen] = useState<number | null>(proposals[0]?.id ?? null);
  const current = proposals.find((each) => each.id === chosen) ?? proposals[0];
  const place = current?.place;
  const features = useMemo(() => (place ? placeFeatures([place], place.id) : null), [place]);
  useOverlay("places", features);
  useEffect(() => {
    if (place) lookAt(boxOfPoints([place]), 15.5);
  }, [place, lookAt]);
  useSteps(proposals, current?.id ?? null, setChosen);
  return (
    <ul className="cards">
      {proposals.map((proposal) => (
        <Card
          key={proposal.id}
          proposal={proposal}
          isChosen={proposal.id === current?.id}
          onChoose={() => setChosen(proposal.id)}
        />
      ))}
    </ul>
  );
}

function useSteps(all: readonly Proposal[], chosen: number | null, choose: (id: number) => void): void {
  const taker = useCallback<Taker>(
    (key) => {
      const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
      const next = all[all.findIndex((each) => each.id === chosen) + step];
      if (step === 0 || !next) return false;
      choose(next.id);
      return true;
    },
    [all, chosen, choose],
  );
  useTaker(taker);
}

interface CardProps {
  proposal: Proposal;
  isChosen: boolean;
  onChoose: () => void;
}

function Card({ proposal, isChosen, onChoose }: CardProps) {
  const { go } = useAdmin();
  const { place } = proposal;
  return (
    <li className="card" aria-current={isChosen ? "true" : undefined} data-proposal={proposal.name}>
      <button type="button" className="card-main" onClick={onChoose}>
        <span className="card-title">
          “{proposal.name}” <span className="quiet">{words.places.isNameOf}</span> {place.name}
        </span>
        <span className="quiet">
          {[word(text.nameKind, proposal.kind), place.village_name, place.town_name]
            .filter(Boolean)
            .join(text.dot)}
        </span>
        {proposal.reason ? <span>{proposal.reason}</span> : null}
        {proposal.says ? <span className="card-says">{proposal.says}</span> : null}
        <span className="quiet">
          {[
            proposal.proposed_by,
            sinceWhen(proposal.proposed_at),
            proposal.ticket_number ? words.places.fromTicket(proposal.ticket_number) : "",
          ]
            .filter(Boolean)
            .join(text.dot)}
        </span>
        {proposal.decided_at ? (
          <span className="quiet">
            {[
              `${words.places.nameStates[proposal.state]} ${sinceWhen(proposal.decided_at)}`,
              proposal.decided_by,
              proposal.decision,
            ]
              .filter(Boolean)
              .join(text.dot)}
          </span>
        ) : null}
      </button>
      <div className="card-end">
        <button type="button" className="link" onClick={() => go({ tab: "lookup", place: place.id })}>
          {words.places.toPlace}
        </button>
        {proposal.ticket !== null ? (
          <a className="link" href={`/?ticket=${proposal.ticket}`}>
            {words.places.toTicket}
          </a>
        ) : null}
        <span className="card-gap" />
        {proposal.state === "proposed" ? <Decide proposal={proposal} hasKeys={isChosen} /> : null}
      </div>
    </li>
  );
}

/** Approving is one press; refusing wants a reason; one's own can only be taken back. */
function Decide({ proposal, hasKeys }: { proposal: Proposal; hasKeys: boolean }) {
  const { may } = useAdmin();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isRefusing, setRefusing] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: { approve: boolean; reason: string | null }) =>
      adminApi.decideName(proposal.id, decision),
    onSuccess: (_place, { approve }) => {
      toasts.say(approve ? words.places.approved(proposal.name) : words.places.refused(proposal.name));
      setRefusing(false);
      void queries.invalidateQueries({ queryKey: ["places"] });
    },
  });
  const mayApprove = may.decide && !proposal.mine;
  const mayRefuse = may.decide || proposal.mine;
  const { mutate } = decide;
  const taker = useCallback<Taker>(
    (key) => {
      if (key === "p" && mayApprove) mutate({ approve: true, reason: null });
      else if (key === "b" && mayRefuse) setRefusing(true);
      else return false;
      return true;
    },
    [mayApprove, mayRefuse, mutate],
  );
  useTaker(hasKeys ? taker : null);
  return (
    <>
      {proposal.mine && may.decide ? <span className="quiet">{words.places.mine}</span> : null}
      {mayRefuse ? (
        <button type="button" className="button small" data-refuse onClick={() => setRefusing(true)}>
          {proposal.mine ? words.places.withdraw : words.places.refuse} {hasKeys ? <kbd>B</kbd> : null}
        </button>
      ) : null}
      {mayApprove ? (
        <button
          type="button"
          className={hasKeys ? "button small primary" : "button small"}
          data-approve
          disabled={decide.isPending}
          onClick={() => mutate({ approve: true, reason: null })}
        >
          {words.places.approve} {hasKeys ? <kbd>P</kbd> : null}
        </button>
      ) : null}
      {isRefusing ? (
        <ReasonDialog
          title={words.places.refuseTitle(proposal.name)}
          confirm={proposal.mine ? words.places.withdraw : words.places.refuse}
          what={words.places.refuseWhat}
          sending={{ ...decide, mutate: (reason) => mutate({ approve: false, reason }) }}
          onClose={() => setRefusing(false)}
        />
      ) : (
        <Refusal error={decide.error} />
      )}
    </>
  );
}
