/** 黄红牌: given to a unit with a reason and the tickets, revoked on record. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { isDistrict } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/scores";
import { api } from "../../wire/api";
import { type Card, scoresApi } from "../../wire/scores";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { moment } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";

export function Cards() {
  const { me } = useAdmin();
  const found = useQuery({ queryKey: ["cards"], queryFn: scoresApi.cards });
  const [isGiving, setGiving] = useState(false);
  return (
    <div role="tabpanel" className="tab-body" data-cards>
      {isDistrict(me.memberships) ? (
        <p>
          <button type="button" className="button primary" data-give-card onClick={() => setGiving(true)}>
            {words.giveCard}
          </button>
        </p>
      ) : null}
      <Asked found={found}>{(cards) => <Table cards={cards} />}</Asked>
      {isGiving ? <GiveCard onClose={() => setGiving(false)} /> : null}
    </div>
  );
}

function Table({ cards }: { cards: readonly Card[] }) {
  const { me } = useAdmin();
  const [revoking, setRevoking] = useState<Card | null>(null);
  if (cards.length === 0) return <Face title={words.cardsNone} />;
  return (
    <>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th>{words.cards}</th>
              <th>{words.unit}</th>
              <th>{words.because}</th>
              <th>{words.ticket}</th>
              <th>{words.given}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => (
              <tr key={card.id} data-card={card.id} className={card.revoked_at ? "spent" : undefined}>
                <td className={`score-card-${card.color}`}>{words.card[card.color]}</td>
                <td>{card.unit_name}</td>
                <td>
                  {card.reason}
                  {card.revoked_at ? (
                    <span className="under">{[words.revoked, card.revoked].join(text.dot)}</span>
                  ) : null}
                </td>
                <td>
                  {card.tickets.map(({ id, number }) => (
                    <a key={id} className="link code" href={`/?ticket=${id}`}>
                      {number}
                    </a>
                  ))}
                </td>
                <td>
                  {moment(card.given_at)}
                  <span className="under">{card.given_by}</span>
                </td>
                <td className="ends">
                  {isDistrict(me.memberships) && !card.revoked_at ? (
                    <button type="button" className="button small danger" onClick={() => setRevoking(card)}>
                      {words.revoke}
                    </button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {revoking ? <Revoke card={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  );
}

function Revoke({ card, onClose }: { card: Card; onClose: () => void }) {
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: (reason: string) => scoresApi.revokeCard(card.id, reason),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["cards"] });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={words.revoke}
      confirm={words.revoke}
      what={words.revokeWhat(card.unit_name)}
      isDanger
      sending={revoke}
      onClose={onClose}
    />
  );
}

const COLORS = ["yellow", "red"] as const;

function GiveCard({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const directory = useQuery({ queryKey: ["directory"], queryFn: api.directory });
  const [unit, setUnit] = useState<number | null>(null);
  const [color, setColor] = useState<"yellow" | "red">("yellow");
  const [reason, setReason] = useState("");
  const [tickets, setTickets] = useState("");
  const ids = (tickets.match(/\d+/g) ?? []).map(Number);
  const give = useMutation({
    mutationFn: () => scoresApi.giveCard({ unit: unit ?? 0, color, reason: reason.trim(), tickets: ids }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["cards"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.giveCard}
      confirm={words.giveCard}
      isReady={unit !== null && reason.trim() !== ""}
      isSending={give.isPending}
      onConfirm={() => give.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.unit}</span>
        <select
          className="input"
          name="unit"
          value={unit ?? ""}
          onChange={(event) => setUnit(event.target.value ? Number(event.target.value) : null)}
        >
          <option value="" />
          {directory.data?.units.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="field plain">
        <legend className="field-label">{words.color}</legend>
        <div className="choices">
          {COLORS.map((each) => (
            <label key={each} className="choice">
              <input type="radio" name="color" checked={color === each} onChange={() => setColor(each)} />
              <span>{words.card[each]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="field">
        <span className="field-label">{words.because}</span>
        <textarea
          className="input"
          name="reason"
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.cardTickets}</span>
        <input
          className="input"
          name="tickets"
          autoComplete="off"
          value={tickets}
          onChange={(event) => setTickets(event.target.value)}
        />
      </label>
      <Refusal error={give.error} />
    </Dialog>
  );
}
