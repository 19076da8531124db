import { useEffect } from "react";

/** The element of a comment. */
export function commentElement(id: string): string {
  return `comment-${id}`;
}

/** Goes to the comment that the address names, once it is there. */
export function useLinkedComment(linked: string, isThere: boolean): void {
  useEffect(() => {
    const item = isThere && linked !== "" ? document.getElementById(linked) : null;
    item?.scrollIntoView({ block: "center" });
    item?.focus({ preventScroll: true });
  }, [linked, isThere]);
}

/** Hands the focus of a comment that goes to what stands beside it. */
export function focusBeside(id: string): void {
  const item = document.getElementById(commentElement(id));
  if (!item?.contains(document.activeElement)) return;
  const beside = item.nextElementSibling ?? item.previousElementSibling;
  if (beside instanceof HTMLElement) beside.focus();
}
