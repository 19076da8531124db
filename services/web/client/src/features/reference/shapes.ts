/** A piece of a type's name, and the schema that it names. */
export type TypePart = { text: string; schema?: string };

/** A property of a schema. */
export type FieldOf = { name: string; required: boolean; type: TypePart[]; limits: string; about: string };

/** What goes into an address or a header. */
export type Parameter = FieldOf & { place: string; example: string | null };

/** A body that is sent or answered. */
export type Content = { media: string | null; type: TypePart[]; example: string | null };

/** One answer of an operation. */
export type Answer = Content & { status: string; about: string; headers: string[] };

/** What a program can ask of a service. */
export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  about: string;
  parameters: Parameter[];
  body: Content | null;
  answers: Answer[];
};

/** A named shape of data. */
export type Schema = { name: string; about: string; type: TypePart[]; fields: FieldOf[] };

/** A service's contract, as `scripts/generate-reference.mjs` makes it. */
export type Contract = {
  name: string;
  title: string;
  about: string;
  groups: { name: string; about: string; operations: Operation[] }[];
  schemas: Schema[];
};
