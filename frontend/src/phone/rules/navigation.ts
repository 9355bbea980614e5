/** Links to map applications. Pure. Points are WGS 84, and every link says so where its kind can. */

interface Place {
  lon: number | null;
  lat: number | null;
  address: string;
}

/** RFC 5870: a geo address without `crs` is WGS 84. Android offers the installed maps. */
export function geoLink(place: Place): string | null {
  const address = place.address.trim();
  if (place.lon === null || place.lat === null) {
    return address ? `geo:0,0?q=${encodeURIComponent(address)}` : null;
  }
  const point = `${place.lat.toFixed(6)},${place.lon.toFixed(6)}`;
  return `geo:${point}?q=${point}`;
}

/** Amap shifts by itself when told the datum. Only the point goes out, never who called or what about. */
export function amapLink(place: Place): string | null {
  if (place.lon === null || place.lat === null) return null;
  const point = `${place.lon.toFixed(6)},${place.lat.toFixed(6)}`;
  return `https://uri.amap.com/marker?position=${point}&coordinate=wgs84&callnative=1`;
}
