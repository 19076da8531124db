import { expect, it } from "vitest";
import { readPoints } from "./points";

it("reads numbers, commas and nothing", () => {
  expect(["3", "2,5", " ", "9999.25"].map(readPoints)).toEqual([
    { value: 3 },
    { value: 2.5 },
    { value: null },
    { value: 9999.25 },
  ]);
});

it.each(["many", "-1", "1.234", "10000", "1e3"])("refuses %s", (text) => {
  expect(readPoints(text)).toHaveProperty("error");
});
