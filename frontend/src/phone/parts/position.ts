/** Where the phone is: asked only together with an act, never in between, and never waited for long. */
import type { Fix, NoFix } from "../../state/photo";

const LONGEST_MS = 6_000;
const FRESH_MS = 30_000;

export function position(longest = LONGEST_MS): Promise<Fix | NoFix> {
  if (!window.isSecureContext) return Promise.resolve("insecure");
  if (!("geolocation" in navigator)) return Promise.resolve("unavailable");
  return new Promise((resolve) => {
    // The browser's own timeout does not run while it asks for permission.
    const timer = setTimeout(() => resolve("timeout"), longest + 1_000);
    const settle = (found: Fix | NoFix) => {
      clearTimeout(timer);
      resolve(found);
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => settle({ lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }),
      (error) => settle(reasonOf(error)),
      { enableHighAccuracy: true, timeout: longest, maximumAge: FRESH_MS },
    );
  });
}

function reasonOf(error: GeolocationPositionError): NoFix {
  if (error.code === error.PERMISSION_DENIED) return "denied";
  return error.code === error.TIMEOUT ? "timeout" : "unavailable";
}
