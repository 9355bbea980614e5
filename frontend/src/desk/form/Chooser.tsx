/** Choosing one of many by typing part of a name; arrows and Enter, or the mouse. What is chosen says why. */
import { type KeyboardEvent, useId, useState } from "react";
import { isComposing } from "../../look/composing";
import { text } from "../../text";
import { findOptions, type Option } from "./options";

interface Props<T> {
  options: readonly Option<T>[];
  chosen: Option<T> | undefined;
  onChoose: (value: T | null) => void;
  label: string;
  name: string;
  /** Words in the box while nothing is typed. */
  hint?: string;
  autoFocus?: boolean;
}

export function Chooser<T>(props: Props<T>) {
  const [isChanging, setChanging] = useState(false);
  if (props.chosen && !isChanging)
    return <Chosen {...props} chosen={props.chosen} onChange={() => setChanging(true)} />;
  return (
    <Search
      {...props}
      autoFocus={props.autoFocus || isChanging}
      onChoose={(value) => {
        setChanging(false);
        props.onChoose(value);
      }}
    />
  );
}

interface ChosenProps<T> extends Omit<Props<T>, "chosen"> {
  chosen: Option<T>;
  onChange: () => void;
}

function Chosen<T>({ chosen, name, label, onChange }: ChosenProps<T>) {
  return (
    <div className="chosen" data-chosen={name}>
      <span className="chosen-name">{chosen.name}</span>
      <span className="chosen-detail">{chosen.detail}</span>
      {chosen.why ? <span className="chosen-why">{chosen.why}</span> : null}
      <button
        type="button"
        className="link chosen-change"
        aria-label={`${text.act.change} ${label}`}
        onClick={onChange}
      >
        {text.act.change}
      </button>
    </div>
  );
}

function Search<T>({ options, onChoose, label, name, hint, autoFocus }: Props<T>) {
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const found = findOptions(options, typed);
  const current = found[Math.min(at, found.length - 1)];
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setOpen(true);
      setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (event.key === "Enter" && isOpen && (current || typed)) {
      // This Enter chooses; where nothing is found (yet), it does not send the form around it.
      if (current) onChoose(current.value);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      setOpen(false);
    } else return;
    event.preventDefault();
  }
  return (
    <div className="chooser">
      <input
        className="input"
        role="combobox"
        name={name}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={hint ?? text.act.search}
        value={typed}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen ? <Found {...{ list, found, current, onChoose, label }} /> : null}
    </div>
  );
}

interface FoundProps<T> {
  list: string;
  found: Option<T>[];
  current: Option<T> | undefined;
  label: string;
  onChoose: (value: T | null) => void;
}

function Found<T>({ list, found, current, label, onChoose }: FoundProps<T>) {
  if (found.length === 0) return <p className="chooser-none">{text.act.nobody}</p>;
  return (
    <div className="chooser-list" id={list} role="listbox" aria-label={label}>
      {found.map((option) => (
        <button
          key={option.key}
          type="button"
          role="option"
          aria-selected={option === current}
          className="chooser-option"
          data-option={option.key}
          tabIndex={-1}
          // Before the box loses the focus and the list closes.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option.value);
          }}
        >
          <span className="chooser-name">{option.name}</span>
          <span className="chooser-more quiet">{option.why ?? option.detail}</span>
        </button>
      ))}
    </div>
  );
}
