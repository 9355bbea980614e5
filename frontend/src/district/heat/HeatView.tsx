/**
 * 热力图: where tickets came from and when. Hexagons or a table, the towns beside them, and a slider of hours or days
 * below; a click leads to the tickets behind a number, and on to who holds them.
 */
import "./heat.css";
import "./matrix.css";
import { type ReactNode, useCallback, useState } from "react";
import { useDesk } from "../../desk/context";
import { Face } from "../../look/Failure";
import { type Step, spanOf, stepName, stepNamed } from "../../state/heat";
import { type HeatAddress, LOOKS } from "../../state/heatAddress";
import { words } from "../../text/heat";
import type { HeatPicture, HeatQuery } from "../../wire/heat";
import { useHeat } from "./asked";
import type { Chosen } from "./chosen";
import { Filters } from "./Filters";
import { HeatPane, type Trouble, useTrouble } from "./HeatPane";
import { HeatTickets } from "./HeatTickets";
import { Matrix } from "./Matrix";
import { PlaceList } from "./PlaceList";
import { Timeline } from "./Timeline";

interface Props {
  side: (nextTicket: number | null) => ReactNode;
}

/** The widths the service counts in; the map names the one that fits its scale. */
const FIRST_WIDTH = 2000;

/** What is asked for stands in the address, but for the width, which is the map's. */
function useAsked() {
  const { address, go } = useDesk();
  const { heat } = address;
  const [width, setWidth] = useState(FIRST_WIDTH);
  const change = useCallback((next: Partial<HeatAddress>) => go({ heat: { ...heat, ...next } }), [heat, go]);
  const query: HeatQuery = {
    span: heat.span,
    width,
    branch: heat.branch,
    urgency: heat.urgency,
    only_open: heat.onlyOpen,
  };
  return { heat, change, setWidth, query };
}

/** The step in hand, by the name that the address keeps. */
function useStep(picture: HeatPicture | undefined, { heat, change }: ReturnType<typeof useAsked>) {
  const step = picture ? stepNamed(picture, heat.at) : null;
  const isAsked = picture !== undefined && spanOf(picture) === heat.span;
  // While another while is on its way, the former one's steps are shown and none of them is taken.
  const setStep = useCallback(
    (next: Step) => {
      if (picture && isAsked) change({ at: next === null ? null : stepName(picture, next) });
    },
    [picture, isAsked, change],
  );
  return { step, setStep };
}

export function HeatView({ side }: Props) {
  const { address, go } = useDesk();
  const asked = useAsked();
  const found = useHeat(asked.query);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = useCallback(
    (next: Chosen | null) => {
      setChosen(next);
      go({ ticket: null, panel: null });
    },
    [go],
  );
  const picture = found.data;
  const { step, setStep } = useStep(picture, asked);
  return (
    <>
      <main className="heat" data-view-shown="heat" data-total={picture?.total ?? ""}>
        <Filters
          heat={asked.heat}
          onChange={(next) => {
            asked.change(next);
            choose(null);
          }}
          picture={picture}
          failedSince={found.isError && picture ? found.dataUpdatedAt : null}
        />
        {picture ? (
          <Body
            picture={picture}
            step={step}
            look={asked.heat.look}
            onLook={(look) => asked.change({ look })}
            chosen={chosen}
            onChoose={choose}
            onStep={setStep}
            onScale={asked.setWidth}
          />
        ) : (
          <Waiting error={found.error} onAgain={() => void found.refetch()} />
        )}
      </main>
      {picture && chosen ? (
        <HeatTickets
          key={JSON.stringify([chosen, step, asked.query])}
          query={{ ...asked.query, width: picture.width_m }}
          picture={picture}
          step={step}
          chosen={chosen}
          onClose={() => choose(null)}
        />
      ) : null}
      {address.ticket !== null || address.panel ? side(null) : null}
    </>
  );
}

function Waiting({ error, onAgain }: { error: Error | null; onAgain: () => void }) {
  if (!error) return <Face title={words.loading} />;
  return (
    <Face title={words.failed} hint={words.failedHint}>
      <button type="button" className="button" onClick={onAgain}>
        {words.again}
      </button>
    </Face>
  );
}

interface BodyProps {
  picture: HeatPicture;
  step: Step;
  look: HeatAddress["look"];
  onLook: (look: HeatAddress["look"]) => void;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
  onStep: (step: Step) => void;
  onScale: (width: number) => void;
}

function Body(props: BodyProps) {
  const { picture, step, onStep, look, onLook } = props;
  const [trouble, setTrouble] = useTrouble();
  const isTable = look === "table" || trouble !== null;
  return (
    <>
      <div className={`heat-body ${isTable ? "as-table" : ""}`}>
        {isTable ? (
          <Matrix {...props} note={troubleWords(trouble)} />
        ) : (
          <HeatPane {...props} onTrouble={setTrouble} />
        )}
        {trouble ? null : (
          <fieldset className="heat-looks">
            <legend className="visually-hidden">{words.looks}</legend>
            {LOOKS.map((each) => (
              <button
                key={each}
                type="button"
                className="board-choice"
                aria-pressed={look === each}
                data-look={each}
                onClick={() => onLook(each)}
              >
                {words[each]}
              </button>
            ))}
          </fieldset>
        )}
        {isTable ? null : <PlaceList {...props} />}
      </div>
      <Timeline picture={picture} step={step} onStep={onStep} />
    </>
  );
}

function troubleWords(trouble: Trouble): string {
  if (trouble === null) return "";
  return trouble === "webgl" ? words.noWebgl : words.mapFailed;
}
