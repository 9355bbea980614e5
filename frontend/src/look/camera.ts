/**
 * A picture made ready where it is taken or chosen: upright, at most 1600 pixels, stamped with when and where, as JPEG. The service
 * strips what a camera writes into files; drawing anew leaves it behind already here.
 */
import { civil } from "../state/format";
import { degrees, type Fix, fitted } from "../state/photo";
import { text } from "../text";

const QUALITY = 0.82;

export interface Stamp {
  at: number;
  fix: Fix | null;
  fromGallery: boolean;
}

export async function prepared(file: Blob, stamp: Stamp): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    const { width, height } = fitted(bitmap.width, bitmap.height);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(bitmap, 0, 0, width, height);
    draw(context, stampLines(stamp));
    return await jpeg(canvas);
  } finally {
    bitmap.close();
  }
}

function jpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("not encoded"))), "image/jpeg", QUALITY);
  });
}

/** A picture of the gallery was taken who knows when and where: its stamp says only that. */
function stampLines({ at, fix, fromGallery }: Stamp): string[] {
  if (fromGallery) return [text.phone.stampGallery];
  const { year, month, day, hour, minute } = civil(at);
  const two = (n: number) => String(n).padStart(2, "0");
  const when = `${year}-${two(month)}-${two(day)} ${hour}:${minute}`;
  const where = fix
    ? text.phone.stampPosition(degrees(fix.lon), degrees(fix.lat))
    : text.phone.stampNoPosition;
  return [when, where];
}

function draw(context: CanvasRenderingContext2D, lines: string[]): void {
  const { width, height } = context.canvas;
  const size = Math.max(14, Math.round(Math.min(width, height) / 30));
  const line = Math.round(size * 1.4);
  const band = lines.length * line + size * 0.6;
  context.fillStyle = "rgb(0 0 0 / 50%)";
  context.fillRect(0, height - band, width, band);
  context.fillStyle = "#ffffff";
  context.font = `${size}px sans-serif`;
  context.textBaseline = "top";
  lines.forEach((words, index) => {
    context.fillText(words, size * 0.6, height - band + size * 0.4 + index * line, width - size);
  });
}
