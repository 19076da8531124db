import { expect, it } from "vitest";
import { fuzzy } from "./fuzzy";

const best = (typed: string, texts: string[]) =>
  texts
    .flatMap((text) => {
      const score = fuzzy(text, typed);
      return score === null ? [] : [{ text, score }];
    })
    .sort((a, b) => b.score - a.score)[0]?.text;

it("wants all letters in order", () => {
  expect(fuzzy("Go to board", "gtb")).not.toBeNull();
  expect(fuzzy("Go to board", "bgt")).toBeNull();
  expect(fuzzy("anything", " ")).toBe(0);
});

it("prefers starts of words, letters in a row and short texts", () => {
  expect(best("bo", ["About", "Go to the board"])).toBe("Go to the board");
  expect(best("sign", ["Assignee…", "Sign out", "Design"])).toBe("Sign out");
  expect(best("status", ["Set the status of all", "Status…"])).toBe("Status…");
  expect(best("nt", ["Import", "New task"])).toBe("New task");
});
