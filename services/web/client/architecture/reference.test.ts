import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { services } from "../src/features/reference/services";
import type { Contract } from "../src/features/reference/shapes";

type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  items?: Schema;
};
type Document = {
  paths: Record<string, Record<string, { operationId?: string }>>;
  components: { schemas: Record<string, { properties?: Record<string, Schema> }> };
};

const read = (file: string): string => readFileSync(join(import.meta.dirname, file), "utf8");
const documentOf = (name: string): Document => parse(read(`../../../${name}/contract/openapi.yaml`));

it.each(services)(
  "the reference has every operation of $name, with what goes in and comes out",
  ({ name }) => {
    const promised = Object.values(documentOf(name).paths).flatMap((item) =>
      Object.values(item).flatMap(({ operationId }) => operationId ?? []),
    );
    const contract: Contract = JSON.parse(read(`../public/openapi/${name}.json`));
    const operations = contract.groups.flatMap((group) => group.operations);
    expect(promised.length).toBeGreaterThan(1);
    expect(operations.map(({ id }) => id).sort()).toEqual(promised.sort());
    for (const { id, summary, answers, body } of operations) {
      expect(summary, id).toBeTruthy();
      expect(answers.map(({ status }) => status).join(), id).toMatch(/[123]\d\d/);
      if (body?.media?.includes("json")) expect(JSON.parse(body.example ?? ""), id).toBeTypeOf("object");
    }
  },
);

it.each(services)("the contract of $name gives an example of each text", ({ name }) => {
  const isBare = ({ type, format, enum: values, const: value, examples }: Schema) =>
    [type].flat().includes("string") && !format && !values && value === undefined && !examples;
  const bare = Object.entries(documentOf(name).components.schemas).flatMap(([schema, { properties = {} }]) =>
    Object.entries(properties)
      .filter(([, property]) => isBare(property) || (!property.examples && isBare(property.items ?? {})))
      .map(([property]) => `${schema}.${property}`),
  );
  expect(bare).toEqual([]);
});
