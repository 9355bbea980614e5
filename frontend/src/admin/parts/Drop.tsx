/** A file dropped or chosen. The box is a label, so that keyboard and screen reader have the file input itself. */
import { type DragEvent, useState } from "react";
import { words } from "../../text/admin";
import { useRefused } from "./Form";

interface Props {
  label: string;
  hint: string;
  accept: string;
  isBusy: boolean;
  /** A file is chosen already: the box steps back. */
  isSmall: boolean;
  onFile: (file: File) => void;
}

export function Drop({ label, hint, accept, isBusy, isSmall, onFile }: Props) {
  const [isOver, setOver] = useState(false);
  const { marks, said } = useRefused({ name: "file" });
  function take(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !isBusy) onFile(file);
  }
  return (
    <label
      className={["drop", isOver ? "over" : "", isSmall ? "small" : "", said ? "refused" : ""].join(" ")}
      aria-busy={isBusy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={isBusy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
        {...marks}
      />
      <strong>{isBusy ? words.drop.busy : label}</strong>
      <span className="quiet">{hint}</span>
      {said}
    </label>
  );
}
