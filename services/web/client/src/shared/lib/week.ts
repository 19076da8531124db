/** How people of a place count their week: 1 is Monday, 7 is Sunday. */
export type Week = { first: number; weekend: readonly number[] };

const usual: Week = { first: 1, weekend: [6, 7] };

/** The week of the reader's place, or of another one; as ISO 8601 has it where the browser does not know. */
export function weekOf(locale: string = navigator.language): Week {
  const place = new Intl.Locale(locale);
  const info: unknown = Reflect.get(place, "weekInfo") ?? call(Reflect.get(place, "getWeekInfo"), place);
  if (typeof info !== "object" || info === null) return usual;
  const first: unknown = Reflect.get(info, "firstDay");
  const weekend: unknown = Reflect.get(info, "weekend");
  return {
    first: typeof first === "number" ? first : usual.first,
    weekend: Array.isArray(weekend) ? weekend.filter((day) => typeof day === "number") : usual.weekend,
  };
}

function call(method: unknown, on: object): unknown {
  return typeof method === "function" ? Reflect.apply(method, on, []) : undefined;
}
