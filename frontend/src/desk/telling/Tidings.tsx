/** Says in passing that a ticket of this desk was urged, or goes on after 挂账; the open one shows it by itself. */
import { useEffect, useRef } from "react";
import { useToasts } from "../../seat/toasts";
import { tidings } from "../../state/tidings";
import { words } from "../../text/telling";
import { useDesk, useLive } from "../context";

export function Tidings() {
  const { me, address } = useDesk();
  const { say } = useToasts();
  const board = useLive((live) => live.board);
  const before = useRef(board);
  useEffect(() => {
    const news = tidings(before.current, board, me.home.unit);
    before.current = board;
    for (const { kind, row } of news)
      if (row.id !== address.ticket) say(words.tiding[kind](row.title), { about: row.id });
  }, [board, me.home.unit, address.ticket, say]);
  return null;
}
