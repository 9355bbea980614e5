/** Within reach of one thumb: at most four big buttons, and "not mine" below them, always in sight. */
import type { ReactNode } from "react";
import { picturesOf } from "../../state/evidence";
import { text } from "../../text";
import { labelOf } from "../../text/labels";
import type { Allowed } from "../../wire/types";
import { usePhone } from "../context";
import type { Acting } from "../parts/acting";
import { PhotoInput } from "../parts/Photos";
import { Problem } from "../parts/Problem";
import { Deciding } from "../parts/Refusal";
import type { Act } from "../rules/acts";
import { asksFirst } from "../rules/buttons";
import { toMend } from "../rules/outbox";
import { hasPaper, type TicketView } from "./ticket";

interface Props {
  ticket: TicketView;
  acting: Acting;
}

function headName(command: Allowed): string {
  return command.command === "accept" ? text.phone.accept : labelOf(command);
}

function finishName(command: Allowed): string {
  return command.command === "answer" ? text.phone.done : labelOf(command);
}

function photoName(photos: number): string {
  return photos > 0 ? text.phone.photos(photos) : text.phone.photo;
}

interface PageProps {
  page: string;
  className?: string;
  isShut?: boolean;
  children: ReactNode;
}

/** The form of what was refused for want of a photo opens with what was filled in. */
function Finish({ command, acts, className }: { command: Allowed; acts: readonly Act[]; className: string }) {
  const { session, go } = usePhone();
  const refused = toMend(acts, command.command);
  const open = async () => {
    // A full phone keeps the refused step, which says so when it is taken back by its own button.
    if (refused) await session.decide(refused, "mend").catch(() => undefined);
    go({ page: command.command });
  };
  return (
    <button type="button" className={className} onClick={() => void open()} data-command={command.command}>
      {finishName(command)}
    </button>
  );
}

function Page({ page, className = "tall", isShut = false, children }: PageProps) {
  const { go } = usePhone();
  return (
    <button
      type="button"
      className={className}
      disabled={isShut}
      onClick={() => go({ page })}
      data-command={page}
    >
      {children}
    </button>
  );
}

export function BottomBar({ ticket, acting }: Props) {
  const { me } = usePhone();
  const { buttons, detail, acts } = ticket;
  const { head, finish, decline, others } = buttons;
  const photos = picturesOf(detail.evidence).length + acts.filter((act) => act.kind === "photo").length;
  const isEmpty = !head && !finish && !decline && others.length === 0;
  const refused = acts.find((act) => act.refused);
  if (isEmpty && !acting.problem && !refused) return null;
  return (
    <footer className={refused ? "bottom deciding" : "bottom"}>
      <Problem acting={acting} />
      {refused ? <Deciding act={refused} /> : null}
      {head && !refused ? <Head command={head} acting={acting} opensPage={asksFirst(buttons)} /> : null}
      <div className="grid">
        {buttons.call ? <Page page="call">{text.phone.call}</Page> : null}
        {buttons.navigate ? <Page page="navigate">{text.phone.navigate}</Page> : null}
        {buttons.photo ? (
          <PhotoInput acting={acting} fromGallery={false} className="tall">
            {acting.busy === "photo" ? text.phone.photoPreparing : photoName(photos)}
          </PhotoInput>
        ) : null}
        {finish ? (
          <Finish command={finish} acts={acts} className={head || refused ? "tall" : "tall filled"} />
        ) : null}
      </div>
      <p className="bottom-links">
        {decline ? (
          <Page page={decline.command} className="plain strong">
            {decline.command === "decline" ? text.phone.decline : labelOf(decline)}
          </Page>
        ) : null}
        {others.length > 0 || hasPaper(ticket, me) ? (
          <Page page="more" className="plain">
            {text.phone.more}
          </Page>
        ) : null}
      </p>
    </footer>
  );
}

interface HeadProps {
  command: Allowed;
  acting: Acting;
  /** What cannot be called back is asked once more, on a page of its own. */
  opensPage: boolean;
}

function Head({ command, acting, opensPage }: HeadProps) {
  if (opensPage) {
    return (
      <Page page={command.command} className="tall filled head-button" isShut={Boolean(command.why)}>
        {headName(command)}
      </Page>
    );
  }
  return (
    <button
      type="button"
      className="tall filled head-button"
      onClick={() => void acting.give(command, {})}
      data-command={command.command}
    >
      {headName(command)}
    </button>
  );
}
