import { expect, it } from "vitest";
import { formatDuration, minutesOf, readDuration, readEstimate } from "./duration";

it.each([
  ["1h 30m", 90],
  ["1H30M", 90],
  [" 90m ", 90],
  ["1.5h", 90],
  ["1,5 h", 90],
  ["1:30", 90],
  ["0:05", 5],
  ["2h", 120],
  ["24h", 1440],
  ["0.33h", 20],
])("reads %s", (text, minutes) => expect(readDuration(text)).toEqual({ minutes }));

it.each(["", "2", "1.5", "soon", "-1h", "1:75", "30m 1h", "1h 30", "h", "1.5m"])(
  "says what to write instead of %s",
  (text) => expect(readDuration(text)).toEqual({ error: expect.stringContaining("1h 30m") }),
);

it.each(["0m", "0:00", "25h", "1441m", "24h 1m", "0.001h"])("refuses %s, which is no part of a day", (text) =>
  expect(readDuration(text)).toEqual({ error: expect.stringContaining("24h") }),
);

it("reads back whatever it wrote, and writes hours beyond a day", () => {
  const all = Array.from({ length: 1440 }, (_, index) => index + 1);
  expect(all.map((minutes) => readDuration(formatDuration(minutes)))).toEqual(
    all.map((minutes) => ({ minutes })),
  );
  expect([195, 60, 45, 7265].map(formatDuration)).toEqual(["3h 15m", "1h", "45m", "121h 5m"]);
});

it.each([
  ["3d", "1h 30m"],
  ["10001h", "10000h"],
  ["0m", "10000h"],
])("says what is wrong with the estimate %s", (text, said) =>
  expect(readEstimate(text)).toEqual({ error: expect.stringContaining(said) }),
);

it("reads estimates longer than a day, and none", () => {
  expect(readEstimate("120h")).toEqual({ value: "120h" });
  expect(readEstimate("1.5h")).toEqual({ value: "1h 30m" });
  expect(readEstimate(" ")).toEqual({ value: null });
  expect([minutesOf("120h"), minutesOf("1h 30m"), minutesOf(null)]).toEqual([7200, 90, null]);
});
