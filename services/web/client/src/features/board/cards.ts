import type { InfiniteData } from "@tanstack/react-query";
import type { Move } from "~/shared/api/generated/api";
import type { Page } from "~/shared/api/pages";
import type { ListedTask } from "~/shared/domain/listed";

/** A card as the board draws it; board windows and filtered task lists both carry these fields. */
export type CardView = ListedTask;

/** The windows of a column that are loaded so far. */
export type ColumnPages = InfiniteData<Page<CardView>, string>;

/** The loaded cards of a column in order. */
export function cardsOf(pages: Pick<ColumnPages, "pages"> | undefined): CardView[] {
  return pages?.pages.flatMap((page) => page.items) ?? [];
}

/** The column without a card; the same object when the card is not in it. */
export function withoutCard(column: ColumnPages, key: string): ColumnPages {
  if (!column.pages.some((page) => page.items.some((card) => card.key === key))) return column;
  const pages = column.pages.map((page) => ({
    ...page,
    items: page.items.filter((card) => card.key !== key),
  }));
  return { ...column, pages };
}

/** The column with a card beside the neighbour that a move names, or at the end when that end is loaded. */
export function withCard(column: ColumnPages, placed: CardView, to: Move): ColumnPages {
  const anchor = to.beforeKey ?? to.afterKey;
  const last = column.pages.length - 1;
  const pages = column.pages.map((page, index) => {
    if (!anchor) {
      const isEnd = index === last && page.next === null;
      return isEnd ? { ...page, items: [...page.items, placed] } : page;
    }
    const at = page.items.findIndex((item) => item.key === anchor);
    if (at < 0) return page;
    return { ...page, items: page.items.toSpliced(to.beforeKey ? at : at + 1, 0, placed) };
  });
  return { ...column, pages };
}
