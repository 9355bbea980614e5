/** Measures and words of a photo before it is kept. Pure; look/camera.ts draws. */

const LONGEST_SIDE = 1600;

/** Width and height in pixels, made to fit; never made larger. */
export function fitted(
  width: number,
  height: number,
  longest = LONGEST_SIDE,
): { width: number; height: number } {
  const share = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** A fix of the device. lon, lat in degrees, WGS 84; accuracy in metres. */
export interface Fix {
  lon: number;
  lat: number;
  accuracy: number;
}

export type NoFix = "denied" | "timeout" | "unavailable" | "insecure";

/** Five decimals are about a metre: enough to stand in front of the right house. */
export function degrees(value: number): string {
  return value.toFixed(5);
}
