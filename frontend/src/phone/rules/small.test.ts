import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitted } from "../../state/photo";
import { HOME, parentOf, readAddress, writeAddress } from "./address";
import { arrivalFields, farOff } from "./arrival";
import { filled, missingFields, SPOKEN, tooLong, withPhrase, withSpoken } from "./fields";
import { amapLink, geoLink } from "./navigation";
import { sampleField } from "./samples";

describe("the address", () => {
  it("comes back as it was written, and keeps nothing else", () => {
    for (const address of [HOME, { ticket: 12, page: null }, { ticket: 12, page: "co_reply" }]) {
      expect(readAddress(writeAddress(address))).toEqual(address);
    }
    expect(readAddress("?ticket=1e3&page=<b>")).toEqual(HOME);
    expect(parentOf({ ticket: 12, page: "answer" })).toEqual({ ticket: 12, page: null });
    expect(parentOf({ ticket: 12, page: null })).toEqual(HOME);
  });
});

describe("a form", () => {
  const fields = [
    sampleField({ name: "done" }),
    sampleField({ name: "minutes", kind: "number", required: false }),
    sampleField({ name: "co", kind: "handlers", required: false }),
  ];

  it("names what is missing and sends only what is filled", () => {
    expect(missingFields(fields, { done: "  " }).map((field) => field.name)).toEqual(["done"]);
    expect(filled(fields, { done: " 已清理 ", minutes: "90", co: [], other: "x" })).toEqual({
      done: "已清理",
      minutes: 90,
    });
    expect(tooLong(fields, { done: "字".repeat(5_001) })?.name).toBe("done");
  });

  it("takes a phrase in by one tap and out by another", () => {
    expect(withPhrase("", "已清理")).toBe("已清理");
    expect(withPhrase("已清理", "已劝导")).toBe("已清理，已劝导");
    expect(withPhrase("已清理，已劝导", "已清理")).toBe("已劝导");
    expect(withPhrase("店主配合。", "已劝导")).toBe("店主配合。已劝导");
  });

  it("keeps every other word when a phrase is tapped", () => {
    const word = fc.constantFrom("店主配合", "明天再来", "拍了照片");
    fc.assert(
      fc.property(fc.uniqueArray(word), (words) => {
        const written = words.join("，");
        expect(withPhrase(withPhrase(written, "已劝导"), "已劝导")).toBe(written);
      }),
    );
  });
});

describe("links to maps", () => {
  const place = { lon: 119.0150834, lat: 33.628694, address: "北京东路88号" };

  it("name the point, and the datum where the link can", () => {
    expect(geoLink(place)).toBe("geo:33.628694,119.015083?q=33.628694,119.015083");
    expect(amapLink(place)).toContain("position=119.015083,33.628694&coordinate=wgs84");
  });

  it("search the address where there is no point, and do nothing without either", () => {
    expect(geoLink({ ...place, lon: null })).toBe(`geo:0,0?q=${encodeURIComponent(place.address)}`);
    expect(amapLink({ ...place, lat: null })).toBeNull();
    expect(geoLink({ lon: null, lat: null, address: " " })).toBeNull();
  });
});

describe("a photo", () => {
  it("fits without being stretched or made larger", () => {
    expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 });
    expect(fitted(640, 480)).toEqual({ width: 640, height: 480 });
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const made = fitted(width, height);
        expect(Math.max(made.width, made.height)).toBeLessThanOrEqual(Math.max(1600, 1));
        expect(made.width).toBeLessThanOrEqual(width);
        expect(made.height).toBeLessThanOrEqual(height);
      }),
    );
  });
});

describe("arriving", () => {
  it("says where, and how sure when it is not", () => {
    expect(arrivalFields({ lon: 119.0150834, lat: 33.628694, accuracy: 12 })).toEqual({
      lon: 119.01508,
      lat: 33.62869,
    });
    expect(arrivalFields({ lon: 119, lat: 33, accuracy: 850 })).toMatchObject({
      reason: "定位误差约 850 米",
    });
  });

  it("is never stopped by a phone that does not know where it is", () => {
    for (const why of ["denied", "timeout", "unavailable", "insecure"] as const) {
      expect(arrivalFields(why).reason).toMatch(/^没有取得位置/);
    }
  });
});

describe("far off", () => {
  const place = { lon: 119.05, lat: 33.65, radius_m: 20 };
  const at = (lat: number, accuracy = 10) => ({ lon: 119.05, lat, accuracy });

  it("is beyond what phone and ticket may be wrong, and nothing where either has no place", () => {
    expect(farOff(at(33.6518), place)).toBeNull();
    expect(farOff(at(33.66), place)).toBeCloseTo(1112, 0);
    expect(farOff(at(33.66, 1_000), place)).toBeNull();
    expect(farOff("denied", place)).toBeNull();
    expect(farOff(at(33.66), { lon: null, lat: null })).toBeNull();
  });
});

describe("a spoken answer", () => {
  it("points to the recording where nothing was written, and only there", () => {
    expect(withSpoken("answer", { done: " " }, true).done).toBe(SPOKEN);
    expect(withSpoken("answer", { done: "已清理" }, true).done).toBe("已清理");
    expect(withSpoken("answer", {}, false).done).toBeUndefined();
    expect(withSpoken("decline", {}, true).done).toBeUndefined();
  });
});
