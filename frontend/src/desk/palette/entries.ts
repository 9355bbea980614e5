/** What the palette offers of the desk itself: tickets on the board, pages, duties, towns, switches. */
import { useQueryClient } from "@tanstack/react-query";
import { SECTIONS } from "../../admin/address";
import { rightsOf } from "../../admin/rights";
import { isOpen } from "../../admin/sections";
import { toggleTheme } from "../../look/theme";
import { lockNow } from "../../seat/idle";
import { leave } from "../../seat/leave";
import { VIEWS } from "../../state/address";
import { mayAdminister, mayReceive, maySeeRequests, mayWatchReports } from "../../state/roles";
import { switchLanguage, text } from "../../text";
import { words as adminWords } from "../../text/admin";
import { words as district } from "../../text/district";
import { words as joint } from "../../text/joint";
import { words as telling } from "../../text/telling";
import { words } from "../../text/tools";
import { shortName } from "../../text/unitNames";
import { words as upward } from "../../text/upward";
import { type Desk, useDesk } from "../context";
import { useDuties, useIsDistrict, useRowsAsAsked } from "../lists";
import { useGoTo } from "../view";
import { offered, type PaletteEntry } from "./offers";

type Go = Desk["go"];

function panels({ me, go }: Desk): PaletteEntry[] {
  const held = me.memberships;
  const panel = (id: NonNullable<Desk["address"]["panel"]>, label: string, may: boolean): PaletteEntry[] =>
    may ? [{ id: `panel-${id}`, group: "page", label, run: () => go({ panel: id }) }] : [];
  const watches = mayWatchReports(held);
  return [
    ...panel("new", text.header.newTicket, mayReceive(held)),
    ...panel("duty", `${telling.duty} ${telling.handover}`, watches),
    ...panel("call-list", telling.callList, watches),
    ...panel("calls", text.closing.calls.title, watches),
    ...panel("joint", joint.waiting.title, watches),
    ...panel("upward", upward.title, maySeeRequests(held)),
    ...panel("dead", text.dead.title, watches),
  ];
}

function sections({ me }: Desk): PaletteEntry[] {
  if (!mayAdminister(me.memberships)) return [];
  const may = rightsOf(me);
  return SECTIONS.filter((section) => isOpen(section, may)).map((section) => ({
    id: `admin-${section}`,
    group: "page",
    label: words.palette.admin(adminWords.sections[section]),
    run: () => location.assign(`/admin?at=${section}`),
  }));
}

type GoTo = ReturnType<typeof useGoTo>;

/** The district's views, each by its tab's name. */
function views(isDistrict: boolean, goTo: GoTo): PaletteEntry[] {
  if (!isDistrict) return [];
  return VIEWS.map((view) => ({
    id: `view-${view}`,
    group: "page",
    label: words.palette.view(view === "look-back" ? district.view.lookBack : district.view[view]),
    run: () => goTo({ view }),
  }));
}

function towns({ me, go }: Desk): PaletteEntry[] {
  if (me.streams.length < 2) return [];
  const entry = (id: number | null, label: string): PaletteEntry => ({
    id: `town-${id}`,
    group: "town",
    label,
    run: () => go({ stream: id }),
  });
  return [entry(null, words.palette.whole), ...me.streams.map(({ id, name }) => entry(id, shortName(name)))];
}

/** A duty's list stands on the desk, whichever view one comes from. */
function duties(all: ReturnType<typeof useDuties>, isDistrict: boolean, go: Go, goTo: GoTo): PaletteEntry[] {
  return all.map((duty) => ({
    id: `duty-${duty}`,
    group: "duty",
    label: text.duty[duty],
    run: () => (isDistrict ? goTo({ view: "desk", duty }) : go({ duty, clock: null, panel: null })),
  }));
}

/** Everything that can be chosen just now. */
export function useEntries(): PaletteEntry[] {
  const desk = useDesk();
  const queries = useQueryClient();
  const { go } = desk;
  const goTo = useGoTo();
  const isDistrict = useIsDistrict();
  const change = (id: string, label: string, run: () => void): PaletteEntry => ({
    id,
    group: "switch",
    label,
    run,
  });
  const tickets = useRowsAsAsked().map<PaletteEntry>((row) => ({
    id: `ticket-${row.id}`,
    group: "ticket",
    label: row.title,
    also: row.number,
    hint: `${row.number} ${text.state[row.state]}`,
    run: () => go({ ticket: row.id, panel: null }),
  }));
  return [
    ...offered(),
    ...panels(desk),
    ...views(isDistrict, goTo),
    ...duties(useDuties(), isDistrict, go, goTo),
    ...towns(desk),
    ...sections(desk),
    change("lock", words.palette.lock, () => void lockNow(queries)),
    change("theme", words.palette.theme, toggleTheme),
    change("language", words.palette.language, switchLanguage),
    change("leave", words.palette.signOut, () => void leave()),
    ...tickets,
  ];
}
