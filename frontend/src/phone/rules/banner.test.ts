import { describe, expect, it } from "vitest";
import { bannerWords } from "./banner";

const summary = { waiting: 1, asked: 0, refused: 0, others: 0, acts: 2 };
const still = { summary, isOnline: true, isBusy: false, sending: null };
const sending = { operation: "photo", percent: 0 };

describe("the line at the top", () => {
  it("says that there is no network only while nothing leaves the phone", () => {
    const offline = { ...still, isOnline: false };
    expect(bannerWords(offline)).toContain("没有网络");
    expect(bannerWords({ ...offline, sending })).toContain("没有网络");
    expect(bannerWords({ ...offline, sending: { ...sending, percent: 70 } })).toBe("待发送 1 件，正在发 70%");
  });

  it("says what was not accepted before anything else, and nothing where nothing waits", () => {
    const refused = { ...summary, waiting: 0, refused: 1 };
    const moving = { ...sending, percent: 5 };
    expect(bannerWords({ ...still, summary: refused, sending: moving })).toContain("没有被接受");
    expect(bannerWords({ ...still, summary: { ...summary, waiting: 0, acts: 0 } })).toBeNull();
  });

  it("says of what waits for the person alone that it is theirs to answer", () => {
    expect(bannerWords({ ...still, summary: { ...summary, asked: 1 } })).toBe("1 件等你选了原因就发");
    expect(bannerWords({ ...still, summary: { ...summary, waiting: 2, asked: 1 } })).toBe(
      "待发送 2 件，有网自动发",
    );
  });
});
