import { describe, expect, it } from "vitest";
import { noticeFrom } from "./file";

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

describe("a file with a notice", () => {
  it("is read in UTF-8, with or without a mark, and in GB 18030", () => {
    expect(noticeFrom("通知.txt", bytes(0xe6, 0x94, 0xbe, 0xe5, 0x81, 0x87)).text).toBe("放假");
    expect(noticeFrom("通知.txt", bytes(0xef, 0xbb, 0xbf, 0xe6, 0x94, 0xbe)).text).toBe("放");
    expect(noticeFrom("通知.txt", bytes(0xb7, 0xc5, 0xbc, 0xd9)).text).toBe("放假");
  });

  it("is a table by its name", () => {
    expect(noticeFrom("2027.CSV", bytes()).isTable).toBe(true);
    expect(noticeFrom("csv.txt", bytes()).isTable).toBe(false);
  });
});
