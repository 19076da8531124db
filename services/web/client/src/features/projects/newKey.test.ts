import { expect, it } from "vitest";
import { keyError, suggestKey } from "./newKey";

it.each([
  ["Apache Mesos", "MESOS"],
  ["Website", "WEBSITE"],
  ["The very big thing", "TVBT"],
  ["Überraschung", "UBERRASCHU"],
  ["x", ""],
  ["", ""],
])("suggests for %j the key %j", (name, key) => {
  expect(suggestKey(name)).toBe(key);
});

it.each(["", "A", "1AB", "A-B", "ABCDEFGHIJK"])("says what is wrong with the key %j", (key) => {
  expect(keyError(key)).toBeTypeOf("string");
});

it("accepts a good key", () => {
  expect(keyError("WEB2")).toBeUndefined();
});
