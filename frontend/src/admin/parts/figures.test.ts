import { describe, expect, it } from "vitest";
import { area, count, megabytes, metres, percentOf } from "./figures";

describe("figures", () => {
  it("are grouped", () => {
    expect(count(1320)).toBe("1,320");
  });

  it("give areas and lengths a unit one can picture", () => {
    expect(area(0.001)).toBe("< 0.1 平方米");
    expect(area(0.24)).toBe("0.2 平方米");
    expect(area(1240.4)).toBe("1,240 平方米");
    expect(area(3_230_000)).toBe("3.2 平方公里");
    expect(metres(0.03)).toBe("3 厘米");
    expect(metres(1.24)).toBe("1.2 米");
    expect(metres(640.2)).toBe("640 米");
    expect(metres(2400)).toBe("2.4 公里");
  });

  it("never round a share up to all", () => {
    expect(percentOf(9999, 10_000)).toBe("99.9 %");
    expect(percentOf(10_000, 10_000)).toBe("100 %");
    expect(percentOf(197, 200)).toBe("98.5 %");
    expect(percentOf(0, 0)).toBe("–");
  });

  it("say how large a file is", () => {
    expect(megabytes(1)).toBe("1 kB");
    expect(megabytes(12_340_000)).toBe("12.3 MB");
  });
});
