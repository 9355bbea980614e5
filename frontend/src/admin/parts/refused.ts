/** Marks the fields of a form that the service named in a refusal, and puts its words beside them. */
import type { Problem } from "../../wire/problem";

type Refused = { field: string; detail: string };

const CONTROLS = "input, select, textarea";
let count = 0;

/** Marks what `problem` names among the fields around `box`, goes to the first, and answers how to take it back. */
export function markRefused(box: HTMLElement, problem: Problem): () => void {
  const around = box.closest("form, dialog, [role=tabpanel]");
  const undo: (() => void)[] = [];
  let first: HTMLElement | null = null;
  for (const { field, detail } of refusedOf(problem)) {
    const control = around ? controlOf(around, field) : null;
    if (!control) continue;
    undo.push(mark(control, detail));
    first ??= control;
  }
  first?.focus();
  return () => {
    for (const each of undo) each();
  };
}

function refusedOf({ body }: Problem): Refused[] {
  if (body.errors?.length) return body.errors;
  return body.field ? [{ field: body.field, detail: body.detail ?? "" }] : [];
}

/** By its whole name, else by the name's last part: `fields.name`, `body.name`. */
function controlOf(around: Element, field: string): HTMLElement | null {
  const controls = [...around.querySelectorAll<HTMLElement>(CONTROLS)];
  for (const name of [field, field.split(".").at(-1)]) {
    const found = controls.find((each) => each.getAttribute("name") === name);
    if (found) return found;
  }
  return null;
}

function mark(control: HTMLElement, detail: string): () => void {
  const before = control.getAttribute("aria-describedby");
  control.setAttribute("aria-invalid", "true");
  const place = control.closest(".field");
  if (!place || !detail || place.querySelector(".problem")) {
    return () => control.removeAttribute("aria-invalid");
  }
  const said = document.createElement("span");
  said.className = "problem";
  count += 1;
  said.id = `refused-${count}`;
  said.textContent = detail;
  place.append(said);
  control.setAttribute("aria-describedby", [before, said.id].filter(Boolean).join(" "));
  return () => {
    said.remove();
    control.removeAttribute("aria-invalid");
    if (before) control.setAttribute("aria-describedby", before);
    else control.removeAttribute("aria-describedby");
  };
}
