// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeAll, expect, it, vi } from "vitest";
import { applySnapshot, type Board, emptyBoard } from "../state/apply";
import { sampleRow, sampleSnapshot } from "../state/samples";
import { useGone } from "./gone";

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

function Watching({ ids, board, ask }: { ids: readonly number[]; board: Board; ask: () => void }) {
  useGone(ids, board, ask);
  return null;
}

it("asks once when something looked at leaves the board, not when it never stood there", () => {
  const ask = vi.fn();
  const ids = [1, 2];
  const root = createRoot(document.createElement("div"));
  const show = (board: Board) => act(() => root.render(<Watching ids={ids} board={board} ask={ask} />));
  const board = applySnapshot(emptyBoard, sampleSnapshot(1, [sampleRow({ id: 1 })]));
  show(emptyBoard);
  show(board);
  expect(ask).not.toHaveBeenCalled();
  show(emptyBoard);
  show(emptyBoard);
  expect(ask).toHaveBeenCalledTimes(1);
  act(() => root.unmount());
});
