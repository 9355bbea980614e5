/**
 * The slider below the heat map: bars of what came in each step, a handle that keys move, the step told in words; played
 * through by the space bar. Whoever wishes for less motion gets slower steps; nothing here glides.
 */
import { useCallback, useEffect, useState } from "react";
import { useDesk } from "../../desk/context";
import { type Taker, useTaker } from "../../seat/keys";
import { figure, played, type Step, stepBy, stepWords, tickWords } from "../../state/heat";
import { words } from "../../text/heat";
import type { HeatPicture } from "../../wire/heat";

const STEP_MS = 900;
const CALM_STEP_MS = 2_500;

interface Props {
  picture: HeatPicture;
  step: Step;
  onStep: (step: Step) => void;
}

function usePlaying({ picture, step, onStep }: Props) {
  const [isPlaying, setPlaying] = useState(false);
  const count = picture.steps.length;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(
      () => {
        const next = played(step, count);
        onStep(next);
        if (next === null) setPlaying(false);
      },
      step === null ? 0 : pace(),
    );
    return () => clearTimeout(timer);
  }, [isPlaying, step, count, onStep]);
  // At the last step there is nothing left to play: from the first on again.
  const toggle = useCallback(() => {
    if (!isPlaying && step === count - 1) onStep(null);
    setPlaying(!isPlaying);
  }, [isPlaying, step, count, onStep]);
  const go = useCallback(
    (to: Step) => {
      setPlaying(false);
      onStep(to);
    },
    [onStep],
  );
  return { isPlaying, toggle, go };
}

function pace(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM_STEP_MS : STEP_MS;
}

/** ← → and the space bar, wherever the view has the focus; a button keeps its own space bar. */
function useTimeKeys(by: (by: 1 | -1) => void, toggle: () => void): void {
  const take = useCallback<Taker>(
    (key, event) => {
      const isPressed =
        event.target instanceof HTMLElement && event.target.closest("button, a, [role=listbox]");
      if (key === "ArrowLeft") by(-1);
      else if (key === "ArrowRight") by(1);
      else if (key === " " && !isPressed) toggle();
      else return false;
      return true;
    },
    [by, toggle],
  );
  useTaker(take);
}

export function Timeline(props: Props) {
  const { picture, step } = props;
  const { now } = useDesk();
  const { isPlaying, toggle, go } = usePlaying(props);
  const count = picture.steps.length;
  const by = useCallback((one: 1 | -1) => go(stepBy(step, one, count)), [go, step, count]);
  useTimeKeys(by, toggle);
  const when = stepWords(picture, step, now);
  const tickets = step === null ? picture.total : (picture.steps[step] ?? 0);
  return (
    <section className="heat-time" aria-label={words.time}>
      <div className="heat-acts">
        <button type="button" className="button" data-play aria-keyshortcuts="Space" onClick={toggle}>
          {isPlaying ? words.pause : words.play}
        </button>
        <button
          type="button"
          className="board-choice"
          aria-pressed={step === null}
          data-everything
          onClick={() => go(null)}
        >
          {words.sum}
        </button>
      </div>
      <p className="heat-when" data-step={step ?? "whole"}>
        <strong>{when}</strong>
        <span>{words.tickets(figure(tickets))}</span>
        <span className="heat-keys">{words.keys}</span>
      </p>
      <Bars {...props} onStep={go} label={words.said(when, figure(tickets))} onToggle={toggle} />
    </section>
  );
}

interface BarsProps extends Props {
  label: string;
  onToggle: () => void;
}

/** The bars lie under the slider's whole length, the handle over the middle of its bar. */
function Bars({ picture, step, onStep, label, onToggle }: BarsProps) {
  const count = picture.steps.length;
  const most = Math.max(1, ...picture.steps);
  return (
    <div className="heat-slider">
      <svg viewBox={`0 0 ${count * 10} 40`} preserveAspectRatio="none" aria-hidden="true">
        {picture.steps.map((tickets, at) => {
          const height = tickets === 0 ? 0.5 : Math.max(1.5, (40 * tickets) / most);
          return (
            <rect
              // Steps have no other name than their place.
              key={at}
              className={step === at ? "heat-step current" : "heat-step"}
              x={at * 10 + 0.8}
              width={8.4}
              y={40 - height}
              height={height}
            />
          );
        })}
      </svg>
      <input
        type="range"
        className={step === null ? "whole" : ""}
        style={{
          width: `calc(100% - 100% / ${count} + 16px)`,
          marginInline: `calc((100% / ${count} - 16px) / 2)`,
        }}
        min={0}
        max={count - 1}
        value={step ?? count - 1}
        aria-label={words.time}
        aria-valuetext={label}
        onChange={(event) => onStep(Number(event.target.value))}
        onKeyDown={(event) => {
          if (event.key !== " ") return;
          event.preventDefault();
          onToggle();
        }}
      />
      <ol className="heat-ticks" aria-hidden="true">
        {picture.steps.map((_, at) => (
          // Steps have no other name than their place.
          <li key={at}>{tickWords(picture, at)}</li>
        ))}
      </ol>
    </div>
  );
}
