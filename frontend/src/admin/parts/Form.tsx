/** A form and what its sending was refused for: the fields ask here, by their names, whether they are meant. */
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { asProblem, Problem } from "../../wire/problem";

/** What one field was refused for; `at` is its place among those of the refusal. */
interface Fault {
  field: string;
  detail: string;
  at: number;
}

type Go = () => void;
/** The faults whose words stand beside a field, and how to get there. */
type Placed = ReadonlyMap<number, Go>;

interface Refused {
  error: Error | null;
  fields: readonly Fault[];
  /** The refusal whose first field has had the focus. */
  shown: RefObject<Error | null>;
  /** Notes that a fault stands beside its field; what it answers takes the note back. */
  place: (at: number, go: Go) => () => void;
}

const NOWHERE: Placed = new Map();
const RefusedContext = createContext<Refused>({
  error: null,
  fields: [],
  shown: { current: null },
  place: () => () => {},
});
const PlacedContext = createContext<Placed>(NOWHERE);

/** What a refusal says of fields, each with its words. */
export function faultsOf(error: Error | null): readonly Fault[] {
  if (!error) return [];
  const { body } = asProblem(error);
  if (body.errors?.length) return body.errors.map((each, at) => ({ ...each, at }));
  return body.field ? [{ field: body.field, detail: body.detail ?? "", at: 0 }] : [];
}

/** Fields that are sent together, and what their sending was refused for. */
export function Refusable({ by: error, children }: { by: Error | null; children: ReactNode }) {
  const shown = useRef<Error | null>(null);
  const [placed, setPlaced] = useState(NOWHERE);
  const place = useCallback((at: number, go: Go) => {
    setPlaced((before) => new Map(before).set(at, go));
    return () => setPlaced((before) => new Map([...before].filter(([, held]) => held !== go)));
  }, []);
  const refused = useMemo(() => ({ error, fields: faultsOf(error), shown, place }), [error, place]);
  return (
    <RefusedContext value={refused}>
      <PlacedContext value={placed}>{children}</PlacedContext>
    </RefusedContext>
  );
}

/** What is refused of one of several alike, under the names that its fields have in it; of it as a whole, under none. */
function within(faults: readonly Fault[], of: string): readonly Fault[] {
  const mine = faults.filter(({ field }) => field === of || field.startsWith(`${of}.`));
  return mine.map((each) => ({ ...each, field: each.field.slice(of.length + 1) }));
}

/** The refusal of one of several alike by itself, for a dialog about it alone. */
export function refusalWithin(error: Error | null, of: string): Problem | null {
  const errors = within(faultsOf(error), of);
  return errors[0] ? new Problem(422, { detail: errors[0].detail, errors: [...errors] }) : null;
}

/** One of several alike in a form, named by the service as `<of>.<field>`: a row, a rule. */
export function RefusablePart({ of, children }: { of: string; children: ReactNode }) {
  const whole = useContext(RefusedContext);
  const refused = useMemo(() => ({ ...whole, fields: within(whole.fields, of) }), [whole, of]);
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

export function usePlaced(): Placed {
  return useContext(PlacedContext);
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

/** Where the focus goes in a field: of several controls to the chosen one, else to the first. */
function entryOf(control: HTMLElement | null): HTMLElement | null {
  if (!(control instanceof HTMLFieldSetElement)) return control;
  const chosen = control.querySelector<HTMLElement>("input[type=radio]:checked");
  return chosen ?? (control.elements[0] as HTMLElement | undefined) ?? control;
}

/** The marks of a control that the service refused, and the words that stand behind it; it goes to the first. */
export function useRefused({ name, "aria-describedby": described }: Named) {
  const { fields } = useRefusal();
  return useMarks(name ? fields.find(({ field }) => isOf(field, name)) : undefined, described);
}

/** What is refused of whatever stands here as words alone, where no control is that they could stand beside. */
export function Faults() {
  return useRefusal().fields.map((fault) => <FaultWords key={fault.at} fault={fault} />);
}

function FaultWords({ fault }: { fault: Fault }) {
  const { marks, said } = useMarks(fault);
  return (
    <span ref={marks.ref} tabIndex={-1}>
      {said}
    </span>
  );
}

/** The marks of whatever a fault is of, be it a control or a row. */
export function useMarks(found: Fault | undefined, described?: string) {
  const { error, shown, place } = useRefusal();
  const control = useRef<HTMLElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const id = useId();
  const go = useCallback(() => {
    entryOf(control.current)?.focus();
    words.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useLayoutEffect(() => (found?.detail ? place(found.at, go) : undefined), [found, place, go]);
  useEffect(() => {
    if (!found || shown.current === error) return;
    shown.current = error;
    go();
  }, [found, error, shown, go]);
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
