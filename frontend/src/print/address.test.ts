import { expect, test } from "vitest";
import { handoverAddress, paperAddress, readAddress } from "./address";

test("an address leads back to the paper it was made of", () => {
  expect(readAddress(paperAddress(7, "return", 3).replace("/print", ""))).toEqual({
    ticket: 7,
    paper: "return",
    record: 3,
  });
  expect(readAddress(paperAddress(7, "chase", null).replace("/print", ""))).toEqual({
    ticket: 7,
    paper: "chase",
    record: null,
  });
  expect(readAddress(handoverAddress(5).replace("/print", ""))).toEqual({ handover: 5 });
});

test("an address that names no paper asks for none", () => {
  for (const search of ["", "?ticket=7", "?paper=chase", "?ticket=1e3&paper=chase", "?ticket=7&paper=../x"])
    expect(readAddress(search)).toBeNull();
});
