/** The colours of the map, light and dark. Typed data. */
import type { Theme } from "../look/theme";

export interface Palette {
  ground: string;
  land: string;
  cellLine: string;
  villageLine: string;
  townLine: string;
  policeLine: string;
  roadMinor: string;
  roadMain: string;
  label: string;
  labelQuiet: string;
  halo: string;
  busy: string;
  soon: string;
  overdue: string;
  accent: string;
}

export const palettes: Record<Theme, Palette> = {
  light: {
    ground: "#eef2f5",
    land: "#fbfcfd",
    cellLine: "#c9d6e0",
    villageLine: "#9cb4c8",
    townLine: "#5f819c",
    policeLine: "#7a6a9c",
    roadMinor: "#dde4ea",
    roadMain: "#cdd7df",
    label: "#22384a",
    labelQuiet: "#657b8d",
    halo: "#ffffff",
    busy: "#5a83a8",
    soon: "#d98a00",
    overdue: "#c8361d",
    accent: "#1f6fc0",
  },
  dark: {
    ground: "#0f161e",
    land: "#151f29",
    cellLine: "#2a3a49",
    villageLine: "#41596f",
    townLine: "#6f93b3",
    policeLine: "#8d7cb3",
    roadMinor: "#223040",
    roadMain: "#2c3d4e",
    label: "#dbe6ef",
    labelQuiet: "#8397a8",
    halo: "#0f161e",
    busy: "#7ba3c7",
    soon: "#dd9d1f",
    overdue: "#e0563c",
    accent: "#58a6ff",
  },
};
