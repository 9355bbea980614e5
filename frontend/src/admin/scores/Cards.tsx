/** 黄红牌: given to a unit with a reason and the tickets; the unit answers; revoked, they stay on record. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { isDistrict } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/scores";
import { type Card, scoresApi } from "../../wire/scores";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";
import { GiveCard } from "./GiveCard";

export function Cards() {
  const { me } = useAdmin();
  const found = useQuery({ queryKey: ["cards"], queryFn: scoresApi.cards });
  const [isGiving, setGiving] = useState(false);
  return (
    <div role="tabpanel" className="tab-body" data-cards>
      <p className="quiet">{words.cardsLead}</p>
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

type Act = { card: Card; what: "answer" | "revoke" };

function Table({ cards }: { cards: readonly Card[] }) {
  const [act, setAct] = useState<Act | null>(null);
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
              <th>{words.cardAnswer}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => (
              <Line key={card.id} card={card} onAct={(what) => setAct({ card, what })} />
            ))}
          </tbody>
        </table>
      </div>
      {act?.what === "revoke" ? <Revoke card={act.card} onClose={() => setAct(null)} /> : null}
      {act?.what === "answer" ? <Answer card={act.card} onClose={() => setAct(null)} /> : null}
    </>
  );
}

function Line({ card, onAct }: { card: Card; onAct: (what: Act["what"]) => void }) {
  return (
    <tr data-card={card.id} className={card.revoked_at ? "spent" : undefined}>
      <td>
        <span className="score-card">{words.card[card.color]}</span>
      </td>
      <td>{card.unit_name}</td>
      <td>
        {card.reason}
        {card.revoked_at ? (
          <span className="under" data-revoked>
            {[words.revoked, card.revoked, card.revoked_by, moment(card.revoked_at)]
              .filter(Boolean)
              .join(text.dot)}
          </span>
        ) : null}
      </td>
      <td>
        {card.tickets.map(({ id, number }) => (
          <a key={id} className="link code score-ticket" href={`/?ticket=${id}`}>
            {number}
          </a>
        ))}
      </td>
      <td className="nowrap">
        {moment(card.given_at)}
        <span className="under">{card.given_by}</span>
      </td>
      <td>
        {card.answer ?? (card.revoked_at ? null : words.cardUnanswered)}
        {card.answered_at ? (
          <span className="under">{[card.answered_by, moment(card.answered_at)].join(text.dot)}</span>
        ) : null}
      </td>
      <td className="ends">
        <Acts card={card} onAct={onAct} />
      </td>
    </tr>
  );
}

/** Who gave it revokes it, whoever got it answers it; the district's own card is both. */
function Acts({ card, onAct }: { card: Card; onAct: (what: Act["what"]) => void }) {
  const { me } = useAdmin();
  if (card.revoked_at) return null;
  return (
    <>
      {card.answerable ? (
        <button
          type="button"
          className="button small primary"
          data-answer-card
          onClick={() => onAct("answer")}
        >
          {words.answerCard}
        </button>
      ) : null}
      {isDistrict(me.memberships) ? (
        <button
          type="button"
          className="button small danger"
          data-revoke-card
          onClick={() => onAct("revoke")}
        >
          {words.revoke}
        </button>
      ) : null}
    </>
  );
}

function Revoke({ card, onClose }: { card: Card; onClose: () => void }) {
  const revoke = useAct((reason) => scoresApi.revokeCard(card.id, reason), onClose);
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

function Answer({ card, onClose }: { card: Card; onClose: () => void }) {
  const answer = useAct((said) => scoresApi.answerCard(card.id, said), onClose);
  return (
    <ReasonDialog
      name="answer"
      title={words.answerCard}
      confirm={words.send}
      what={words.answerWhat(words.card[card.color], card.reason)}
      sending={answer}
      onClose={onClose}
    />
  );
}

function useAct(send: (said: string) => Promise<void>, onClose: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["cards"] });
      onClose();
    },
  });
}
