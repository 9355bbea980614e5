/**
 * 热力图: where tickets came from and when. Hexagons or a table, the towns beside them, and a slider of hours or days
 * below; a click leads to the tickets behind a number, and on to who holds them.
 */
import "./heat.css";
import { type ReactNode, useCallback, useState } from "react";
import { useDesk } from "../../desk/context";
import { Face } from "../../look/Failure";
import type { Step } from "../../state/heat";
import { words } from "../../text/heat";
import type { HeatPicture, HeatQuery, Span } from "../../wire/heat";
import { useHeat } from "./asked";
import type { Chosen } from "./chosen";
import { Filters, type Wanted } from "./Filters";
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

function useAsked() {
  const [span, setSpan] = useState<Span>("day");
  const [wanted, setWanted] = useState<Wanted>({ branch: "", urgency: "", onlyOpen: false });
  const [width, setWidth] = useState(FIRST_WIDTH);
  const query: HeatQuery = {
    span,
    width,
    branch: wanted.branch,
    urgency: wanted.urgency,
    only_open: wanted.onlyOpen,
  };
  return { span, setSpan, wanted, setWanted, setWidth, query };
}

export function HeatView({ side }: Props) {
  const { address, go } = useDesk();
  const asked = useAsked();
  const found = useHeat(asked.query);
  const [step, setStep] = useState<Step>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = useCallback(
    (next: Chosen | null) => {
      setChosen(next);
      go({ ticket: null, panel: null });
    },
    [go],
  );
  const picture = found.data;
  const shown = picture && step !== null && step >= picture.steps.length ? null : step;
  return (
    <>
      <main className="heat" data-view-shown="heat" data-total={picture?.total ?? ""}>
        <Filters
          span={asked.span}
          onSpan={(span) => {
            asked.setSpan(span);
            setStep(null);
            choose(null);
          }}
          wanted={asked.wanted}
          onWanted={(wanted) => {
            asked.setWanted(wanted);
            choose(null);
          }}
          picture={picture}
          failedSince={found.isError && picture ? found.dataUpdatedAt : null}
        />
        {picture ? (
          <Body
            picture={picture}
            step={shown}
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
          key={JSON.stringify([chosen, shown, asked.query])}
          query={{ ...asked.query, width: picture.width_m }}
          picture={picture}
          step={shown}
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
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
  onStep: (step: Step) => void;
  onScale: (width: number) => void;
}

const LOOKS = ["map", "table"] as const;

function Body(props: BodyProps) {
  const { picture, step, onStep } = props;
  const [trouble, setTrouble] = useTrouble();
  const [look, setLook] = useState<(typeof LOOKS)[number]>("map");
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
                onClick={() => setLook(each)}
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
