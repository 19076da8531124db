import { describe, expect, it } from "vitest";
import { matching, mentionedBy, mentionOf, typedAt } from "./mentions";

const id = "0199f0e8-6d2e-74ff-8c35-91e0b7d27a09";

/** What is typed at the end of a text. */
const words = (text: string) => typedAt(text, text.length)?.words ?? null;

describe("a mention being typed", () => {
  it.each([
    ["@", ""],
    ["Ask @an", "an"],
    ["Ask @Ana Si", "Ana Si"],
    ["(@an", "an"],
    ["- @an", "an"],
    ["one\n@an", "an"],
    ["`code` @an", "an"],
    ["```\ncode\n```\n@Çelik", "Çelik"],
    ["„@o'", "o'"],
  ])("begins with %j", (text, expected) => {
    expect(words(text)).toBe(expected);
    expect(typedAt(text, text.length)?.from).toBe(text.lastIndexOf("@"));
  });

  it.each([
    "",
    "an",
    "ana@an",
    "é@an",
    "a.@an",
    "@an ",
    "@ an",
    "@an\n",
    "@@an",
    "[@an",
    "\\@an",
    "https://x.org/@an",
    "`@an",
    "```java\n@an",
    `@${"x".repeat(41)}`,
  ])("does not begin with %j", (text) => {
    expect(words(text)).toBeNull();
  });

  it("is read before the cursor only", () => {
    expect(typedAt("@an and so on", 3)).toEqual({ from: 0, words: "an" });
    expect(typedAt("@an and so on", 0)).toBeNull();
  });
});

describe("people", () => {
  const people = ["Éva Nagy", "Nathan Silva", "Zoë Ana", "Joanna O'Neil"].map((label) => ({ label }));
  const found = (typed: string) => matching(people, typed).map(({ label }) => label);

  it("are found by any part of their names, whatever the accents, beginnings first", () => {
    expect(found("")).toHaveLength(4);
    expect(found("eva")).toEqual(["Éva Nagy"]);
    expect(found("ÉVA n")).toEqual(["Éva Nagy"]);
    expect(found("zoe")).toEqual(["Zoë Ana"]);
    expect(found("na")).toEqual(["Nathan Silva", "Éva Nagy", "Zoë Ana", "Joanna O'Neil"]);
    expect(found("xyz")).toEqual([]);
  });

  it("are written as links whose names do no harm", () => {
    expect(mentionOf({ id, name: "Ana Silva" })).toBe(`[@Ana Silva](mention:${id})`);
    expect(mentionOf({ id, name: "A](b) *\n`c`" })).toBe(`[@A\\](b) \\* \\\`c\\\`](mention:${id})`);
  });

  it("are read from such addresses alone", () => {
    expect(mentionedBy(`mention:${id}`)).toBe(id);
    expect(mentionedBy(`mention:${id.toUpperCase()}`)).toBe(id);
    for (const other of [`mention:${id}0`, `mention: ${id}`, `Xmention:${id}`, "mention:ana", id, ""])
      expect(mentionedBy(other)).toBeNull();
  });
});
