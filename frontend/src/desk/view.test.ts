import { expect, test } from "vitest";
import { readAddress, writeAddress } from "../state/address";
import { viewOf } from "./view";

test("district people begin with all towns; who follows a link to a ticket begins with the desk", () => {
  expect(viewOf(readAddress(""), true)).toBe("towns");
  expect(viewOf(readAddress("?ticket=7"), true)).toBe("desk");
  expect(viewOf(readAddress("?view=ruling&ticket=7"), true)).toBe("ruling");
});

test("a town has its desk, whatever the address says", () => {
  expect(viewOf(readAddress("?view=towns"), false)).toBe("desk");
});

test("the address keeps which list of which town is open", () => {
  const address = readAddress("?view=towns&list=dispatched&clock=overdue&town=12&ticket=7");
  expect([address.list, address.clock, address.stream]).toEqual(["dispatched", "overdue", 12]);
  expect(readAddress(writeAddress(address))).toEqual(address);
  expect(readAddress("?list=everything").list).toBeNull();
});
