/** 导入排班表: pasted or read from a file; what cannot be taken is said row by row. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/telling";
import { dutyApi } from "../../wire/telling";
import { Dialog } from "../parts/Dialog";
import { Area } from "../parts/Fields";

export function LoadShifts({ unit, onClose }: { unit: number; onClose: () => void }) {
  const queries = useQueryClient();
  const [pasted, setPasted] = useState("");
  const load = useMutation({
    mutationFn: () => dutyApi.load(unit, pasted),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["week"] }),
  });
  return (
    <Dialog
      title={words.load}
      confirm={words.load}
      isReady={pasted.trim() !== ""}
      isSending={load.isPending}
      refused={load.error}
      onConfirm={() => load.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.loadWhat}</span>
        <Area
          name="text"
          rows={8}
          placeholder={words.loadSample}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
      </label>
      <input
        type="file"
        accept=".csv,text/csv,text/plain"
        aria-label={words.load}
        onChange={(event) => void event.target.files?.[0]?.text().then(setPasted)}
      />
      {load.data ? (
        <div className="notice" data-loaded>
          {words.loaded(load.data.made, load.data.known)}
          <ul>
            {load.data.faults.map((fault) => (
              <li key={fault.row}>{words.loadFault(fault.row, fault.reason)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Dialog>
  );
}
