/** The shapes on the map, drawn once per theme: ● in time, ▲ due soon, ◆ overdue, ? to place. */
import type { Map as MapLibre } from "maplibre-gl";
import type { Theme } from "../look/theme";
import { palettes } from "./palette";

export type SpotShape = "on_time" | "soon" | "overdue" | "unplaced";
const SPOT_SHAPES: readonly SpotShape[] = ["on_time", "soon", "overdue", "unplaced"];

const RATIO = 2;

function outline(pen: CanvasRenderingContext2D, shape: SpotShape, middle: number, radius: number): void {
  pen.beginPath();
  if (shape === "soon") {
    pen.moveTo(middle, middle - radius);
    pen.lineTo(middle + radius, middle + radius * 0.8);
    pen.lineTo(middle - radius, middle + radius * 0.8);
  } else if (shape === "overdue") {
    pen.moveTo(middle, middle - radius);
    pen.lineTo(middle + radius, middle);
    pen.lineTo(middle, middle + radius);
    pen.lineTo(middle - radius, middle);
  } else {
    pen.arc(middle, middle, radius * 0.82, 0, Math.PI * 2);
  }
  pen.closePath();
}

function colorOf(shape: SpotShape, theme: Theme): string {
  const p = palettes[theme];
  if (shape === "soon") return p.soon;
  return shape === "overdue" ? p.overdue : p.busy;
}

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement("canvas");
  element.width = size * RATIO;
  element.height = size * RATIO;
  const pen = element.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  pen.scale(RATIO, RATIO);
  pen.lineJoin = "round";
  return pen;
}

function picture(pen: CanvasRenderingContext2D): ImageData {
  return pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height);
}

function drawSpot(shape: SpotShape, theme: Theme, size: number, radius: number): CanvasRenderingContext2D {
  const pen = canvas(size);
  outline(pen, shape, size / 2, radius);
  pen.lineWidth = 3;
  pen.strokeStyle = palettes[theme].halo;
  pen.stroke();
  pen.fillStyle = colorOf(shape, theme);
  pen.fill();
  if (shape === "unplaced") {
    pen.fillStyle = palettes[theme].halo;
    pen.font = `bold ${radius * 1.3}px sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText("?", size / 2, size / 2 + 0.5);
  }
  return pen;
}

function drawChosen(shape: SpotShape, theme: Theme): CanvasRenderingContext2D {
  const pen = drawSpot(shape, theme, 44, 11);
  pen.beginPath();
  pen.arc(22, 22, 18, 0, Math.PI * 2);
  pen.lineWidth = 2.5;
  pen.strokeStyle = palettes[theme].accent;
  pen.stroke();
  return pen;
}

function drawGroup(shape: SpotShape, theme: Theme): CanvasRenderingContext2D {
  const pen = canvas(34);
  outline(pen, shape === "soon" ? "on_time" : shape, 17, shape === "overdue" ? 16 : 16);
  pen.fillStyle = palettes[theme].land;
  pen.fill();
  pen.lineWidth = 2.5;
  pen.strokeStyle = colorOf(shape, theme);
  pen.stroke();
  return pen;
}

function drawCandidate(theme: Theme): CanvasRenderingContext2D {
  const pen = canvas(26);
  pen.beginPath();
  pen.arc(13, 13, 11, 0, Math.PI * 2);
  pen.fillStyle = palettes[theme].accent;
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = palettes[theme].halo;
  pen.stroke();
  return pen;
}

/** A pin whose tip is the point that a form holds. */
function drawPin(theme: Theme): CanvasRenderingContext2D {
  const pen = canvas(36);
  pen.beginPath();
  pen.arc(18, 14, 11, Math.PI * 0.82, Math.PI * 2.18);
  pen.lineTo(18, 35);
  pen.closePath();
  pen.fillStyle = palettes[theme].accent;
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = palettes[theme].halo;
  pen.stroke();
  pen.beginPath();
  pen.arc(18, 14, 4.5, 0, Math.PI * 2);
  pen.fillStyle = palettes[theme].halo;
  pen.fill();
  return pen;
}

/** Blocking faults are solid squares, warnings hollow ones. */
function drawFault(isBlocking: boolean, theme: Theme): CanvasRenderingContext2D {
  const p = palettes[theme];
  const pen = canvas(18);
  pen.beginPath();
  pen.rect(4, 4, 10, 10);
  pen.lineWidth = 4;
  pen.strokeStyle = p.halo;
  pen.stroke();
  pen.fillStyle = isBlocking ? p.label : p.halo;
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = p.label;
  pen.stroke();
  return pen;
}

function drawPlace(isActive: boolean, theme: Theme): CanvasRenderingContext2D {
  const p = palettes[theme];
  const pen = canvas(20);
  pen.beginPath();
  pen.arc(10, 10, isActive ? 7 : 4.5, 0, Math.PI * 2);
  pen.lineWidth = 3;
  pen.strokeStyle = p.halo;
  pen.stroke();
  pen.fillStyle = p.accent;
  pen.fill();
  return pen;
}

function adder(map: MapLibre) {
  return (name: string, pen: CanvasRenderingContext2D) => {
    if (map.hasImage(name)) map.removeImage(name);
    map.addImage(name, picture(pen), { pixelRatio: RATIO });
  };
}

/** Adds (or replaces) every image that the administration's style names. */
export function addPlanIcons(map: MapLibre, theme: Theme): void {
  const add = adder(map);
  add("fault-blocking", drawFault(true, theme));
  add("fault-warning", drawFault(false, theme));
  add("place", drawPlace(false, theme));
  add("place-active", drawPlace(true, theme));
  add("picked", drawPin(theme));
}

/** Adds (or replaces, after a change of theme) every image the desk's style names. */
export function addIcons(map: MapLibre, theme: Theme): void {
  const add = adder(map);
  for (const shape of SPOT_SHAPES) {
    add(`spot-${shape}`, drawSpot(shape, theme, 22, 8));
    add(`chosen-${shape}`, drawChosen(shape, theme));
    add(`group-${shape}`, drawGroup(shape, theme));
  }
  add("candidate", drawCandidate(theme));
  add("picked", drawPin(theme));
}
