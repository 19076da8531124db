import { createContext, use } from "react";
import type { CustomField, Move, Profile, Status } from "~/shared/api/generated/api";
import type { MayGo } from "~/shared/api/workflow";
import type { CardField } from "./cardFields";
import type { CardView } from "./cards";
import type { Focus } from "./focus";
import type { Lane } from "./lanes";
import type { PlaceOf } from "./places";

/** What cards and columns need from the board around them. */
export type BoardActions = {
  project: string;
  filter: string;
  fields: readonly CardField[];
  /** The custom fields that are on cards. */
  custom: readonly CustomField[];
  canMove: boolean;
  canCreate: boolean;
  people: ReadonlyMap<string, Profile>;
  statuses: readonly Status[];
  mayGo: MayGo;
  /** All lanes, folded ones too; none when the board has none. */
  lanes: readonly Lane[];
  openKey: string | undefined;
  placeOf: PlaceOf;
  /** The cards that are selected. */
  selected: ReadonlySet<string>;
  select: (key: string, range: boolean) => void;
  /** The cards that move when one does: the selected, when it is one of them. */
  takenWith: (card: CardView) => readonly CardView[];
  move: (cards: readonly CardView[], to: Move | null) => boolean;
  /** Takes the focus to where a card goes; from a card that goes out of sight, to the one beside it. */
  follow: (from: Focus, to: Focus) => void;
  open: (key: string) => void;
  create: (statusId: string) => void;
};

const BoardContext = createContext<BoardActions | null>(null);

export const BoardProvider = BoardContext.Provider;

/** The board around this component. */
export function useBoard(): BoardActions {
  const board = use(BoardContext);
  if (!board) throw new Error("useBoard must be called inside a board");
  return board;
}
