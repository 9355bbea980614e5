/** A supervision is told of while it stands and once it was lifted. */
import { expect, test } from "vitest";
import { everSupervised } from "./supervision";

test("a lifted supervision is still told of; where there was none, nothing is asked", () => {
  const [received, supervised, lifted] = [
    { event: "ticket.received" },
    { event: "ticket.supervised" },
    { event: "ticket.supervision_lifted" },
  ];
  expect(everSupervised(3, [])).toBe(true);
  expect(everSupervised(0, [received, supervised, lifted])).toBe(true);
  expect(everSupervised(0, [received])).toBe(false);
});
