/** What of a field's style decides where its characters stand. */
const copied = [
  "border-top-width",
  "border-left-width",
  "border-right-width",
  "border-style",
  "box-sizing",
  "direction",
  "font",
  "letter-spacing",
  "line-height",
  "overflow-wrap",
  "padding-bottom",
  "padding-left",
  "padding-right",
  "padding-top",
  "tab-size",
  "text-align",
  "text-indent",
  "word-break",
  "word-spacing",
];

/** Where a character of a text area stands within its box, and how high its line is: no browser says, so a copy is measured. */
export function caretPlace(area: HTMLTextAreaElement, at: number) {
  const style = getComputedStyle(area);
  const copy = document.createElement("div");
  for (const name of copied) copy.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(copy.style, {
    position: "fixed",
    visibility: "hidden",
    whiteSpace: "pre-wrap",
    width: `${area.offsetWidth}px`,
  });
  const mark = document.createElement("span");
  mark.textContent = "@";
  copy.append(area.value.slice(0, at), mark);
  area.after(copy);
  const top = Math.min(mark.offsetTop - area.scrollTop, area.clientHeight);
  const place = { left: mark.offsetLeft, top, height: mark.offsetHeight };
  copy.remove();
  return place;
}
