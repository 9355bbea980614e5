/** 发牌: to a unit, with its reason and the tickets it is about. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/scores";
import { api } from "../../wire/api";
import { scoresApi } from "../../wire/scores";
import { Dialog } from "../parts/Dialog";
import { Group, Select, TextArea } from "../parts/Fields";
import { type Picked, TicketPicker } from "./TicketPicker";

const COLORS = ["yellow", "red"] as const;
const MOST_TICKETS = 50;

export function GiveCard({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [unit, setUnit] = useState<number | null>(null);
  const [color, setColor] = useState<"yellow" | "red">("yellow");
  const [reason, setReason] = useState("");
  const [tickets, setTickets] = useState<Picked[]>([]);
  const give = useMutation({
    mutationFn: () =>
      scoresApi.giveCard({
        unit: unit ?? 0,
        color,
        reason: reason.trim(),
        tickets: tickets.map(({ id }) => id),
      }),
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
      refused={give.error}
      onConfirm={() => give.mutate()}
      onClose={onClose}
    >
      <p className="quiet">{words.giveWhat}</p>
      <UnitField unit={unit} onChange={setUnit} />
      <Group name="color" label={words.color}>
        <div className="choices">
          {COLORS.map((each) => (
            <label key={each} className="choice">
              <input type="radio" name="color" checked={color === each} onChange={() => setColor(each)} />
              <span>{words.card[each]}</span>
            </label>
          ))}
        </div>
      </Group>
      <TextArea name="reason" label={words.because} value={reason} maxLength={1000} onChange={setReason} />
      <TicketPicker
        label={words.cardTickets}
        name="tickets"
        most={MOST_TICKETS}
        picked={tickets}
        onChange={setTickets}
      />
    </Dialog>
  );
}

function UnitField({ unit, onChange }: { unit: number | null; onChange: (unit: number | null) => void }) {
  const directory = useQuery({ queryKey: ["directory"], queryFn: api.directory });
  return (
    <label className="field">
      <span className="field-label">{words.unit}</span>
      <Select
        name="unit"
        value={unit ?? ""}
        onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
      >
        <option value="" />
        {directory.data?.units.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </Select>
    </label>
  );
}
