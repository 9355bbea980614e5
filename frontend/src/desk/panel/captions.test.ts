import { expect, it } from "vitest";
import { captionOf } from "./captions";

const now = Date.parse("2026-11-27T04:00:00Z");
const photo = {
  taken_at: "2026-11-27T03:00:00Z",
  received_at: "2026-11-27T03:05:00Z",
  from_gallery: true,
  lon: 119.02,
  lat: 33.6,
};

it("says when a photo was taken, that it is of a gallery, and how far from the ticket", () => {
  const place = { lon: 119.0641, lat: 33.627, radius_m: 20 };
  expect(captionOf(photo, place, now)).toBe("拍于 11:00 · 相册 · 离工单位置约 5.1 公里");
  expect(captionOf({ ...photo, from_gallery: false }, { lon: 119.02, lat: 33.6 }, now)).toBe("拍于 11:00");
  expect(captionOf({ ...photo, taken_at: null, lon: null, from_gallery: false }, place, now)).toContain(
    "11:05",
  );
});
