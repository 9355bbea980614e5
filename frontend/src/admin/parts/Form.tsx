/** A form and what its sending was refused for: the fields ask here, by their names, whether they are meant. */
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
} from "react";
import { asProblem, type Problem } from "../../wire/problem";

interface Refused {
  error: Error | null;
  fields: readonly { field: string; detail: string }[];
  /** The refusal whose first field has had the focus. */
  shown: RefObject<Error | null>;
}

const RefusedContext = createContext<Refused>({ error: null, fields: [], shown: { current: null } });

function fieldsOf({ body }: Problem): Refused["fields"] {
  if (body.errors?.length) return body.errors;
  return body.field ? [{ field: body.field, detail: body.detail ?? "" }] : [];
}

/** Fields that are sent together, and what their sending was refused for. */
export function Refusable({ by: error, children }: { by: Error | null; children: ReactNode }) {
  const shown = useRef<Error | null>(null);
  const refused = useMemo(() => ({ error, fields: error ? fieldsOf(asProblem(error)) : [], shown }), [error]);
  return <RefusedContext value={refused}>{children}</RefusedContext>;
}

/** One of several alike in a form, named by the service as `<of>.<field>`: a row, a rule. */
export function RefusablePart({ of, children }: { of: string; children: ReactNode }) {
  const whole = useContext(RefusedContext);
  const refused = useMemo(() => {
    const mine = whole.fields.filter(({ field }) => field.startsWith(`${of}.`));
    const fields = mine.map((each) => ({ ...each, field: each.field.slice(of.length + 1) }));
    return { ...whole, fields };
  }, [whole, of]);
  return <RefusedContext value={refused}>{children}</RefusedContext>;
}

export function Form({ refused, ...form }: ComponentProps<"form"> & { refused: Error | null }) {
  return (
    <Refusable by={refused}>
      <form {...form} />
    </Refusable>
  );
}

export function useRefusal(): Refused {
  return useContext(RefusedContext);
}

/** Whether `field` of the service is this one: `fields.name` and `name.2` are `name`, the `name` of a row is not. */
export function isOf(field: string, name: string): boolean {
  const bare = field.replace(/(\.\d+)+$/, "");
  if (bare === name) return true;
  return bare.endsWith(`.${name}`) && !/\d/.test(bare.slice(0, -name.length));
}

interface Named {
  name?: string;
  "aria-describedby"?: string;
}

/** The marks of a control that the service refused, and the words that stand behind it; it goes to the first. */
export function useRefused({ name, "aria-describedby": described }: Named) {
  const { error, fields, shown } = useRefusal();
  const control = useRef<HTMLElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const id = useId();
  const found = name ? fields.find(({ field }) => isOf(field, name)) : undefined;
  useEffect(() => {
    if (!found || shown.current === error) return;
    shown.current = error;
    const first = control.current instanceof HTMLFieldSetElement ? control.current.elements[0] : null;
    ((first as HTMLElement | null) ?? control.current)?.focus();
    words.current?.scrollIntoView({ block: "nearest" });
  }, [found, error, shown]);
  const ref = (element: HTMLElement | null) => {
    control.current = element;
  };
  if (!found) return { marks: { ref }, said: null };
  const marks = {
    ref,
    "aria-invalid": true,
    "aria-describedby": found.detail ? [described, id].filter(Boolean).join(" ") : described,
  };
  const said = found.detail ? (
    <span ref={words} className="problem" id={id}>
      {found.detail}
    </span>
  ) : null;
  return { marks, said };
}
