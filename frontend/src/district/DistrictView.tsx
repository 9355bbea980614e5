/** A view of the district beside lists and map: all towns, or one of its queues. Loaded when it is first shown. */
import "./district.css";
import { lazy, type ReactNode } from "react";
import type { View } from "../state/address";
import { CallsQueue } from "./queues/CallsQueue";
import { LookBackQueue } from "./queues/LookBackQueue";
import { ReconciliationQueue } from "./queues/ReconciliationQueue";
import { SupervisionQueue } from "./queues/SupervisionQueue";
import { UpwardQueue } from "./queues/UpwardQueue";
import { Ruling } from "./Ruling";
import { Towns } from "./Towns";

/** With a map of its own, which the other views do without. */
const HeatView = lazy(() => import("./heat/HeatView").then(({ HeatView }) => ({ default: HeatView })));

interface Props {
  view: Exclude<NonNullable<View>, "desk">;
  /** The right column; the ticket to go to once the open one is done with. */
  side: (nextTicket: number | null) => ReactNode;
}

export function DistrictView({ view, side }: Props) {
  switch (view) {
    case "towns":
      return <Towns side={side} />;
    case "ruling":
      return <Ruling side={side} />;
    case "supervision":
      return <SupervisionQueue side={side} />;
    case "calls":
      return <CallsQueue side={side} />;
    case "look-back":
      return <LookBackQueue side={side} />;
    case "upward":
      return <UpwardQueue side={side} />;
    case "heat":
      return <HeatView side={side} />;
    case "reconciliation":
      return <ReconciliationQueue side={side} />;
  }
}
