import { describe, expect, it } from "vitest";
import type { PhotosAsked } from "../../wire/types";
import { lackingPhotos, shownByActs } from "./photos";
import { sampleAct, samplePhoto } from "./samples";

const PAIR: PhotosAsked = {
  how_closed: ["solved"],
  kinds: ["before", "after"],
  least: 2,
  reason: "要有处置前后对比",
};
const ANY: PhotosAsked = { how_closed: null, kinds: [], least: 1, reason: "" };

describe("photos that an answer is asked for", () => {
  it("are those of the first rule that fits how it is closed", () => {
    expect(lackingPhotos([PAIR], null, [])).toBeNull();
    expect(lackingPhotos([PAIR], "explained", [])).toBeNull();
    expect(lackingPhotos([PAIR, ANY], "explained", [])).toBe("这类诉求办结要有现场照片，请先拍照上传。");
    expect(lackingPhotos([PAIR, ANY], "solved", ["after", "after"])).toBe(
      "这类诉求办结要有处置前照片（要有处置前后对比），请先拍照上传。",
    );
    expect(lackingPhotos([PAIR, ANY], "solved", [])).toContain("处置前照片、处置后照片");
    expect(lackingPhotos([PAIR, ANY], "solved", ["before", "after"])).toBeNull();
  });

  it("may still be on the phone; one that does not say what it shows was taken after", () => {
    const acts = [sampleAct(), samplePhoto(), samplePhoto({ shows: "before" })];
    expect(shownByActs(acts)).toEqual(["after", "before"]);
  });
});
