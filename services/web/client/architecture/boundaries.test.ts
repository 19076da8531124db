import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const src = resolve(import.meta.dirname, "../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated") && !file.includes(".test."))
  .map((file) => ({ file, text: readFileSync(join(src, file), "utf8") }));
const code = files.filter(({ file }) => !file.startsWith("test/"));

/** The room of a file: a feature, or one of the layers app and shared. */
function roomOf(file: string): string {
  const [layer = "", name = ""] = file.split(/[\\/]/);
  return layer === "features" ? `features/${name}` : layer;
}

function importsOf({ file, text }: { file: string; text: string }): string[] {
  return [...text.matchAll(/(?:from|import)\s+"([^"]+)"/g)].flatMap(([, path = ""]) => {
    if (path.startsWith("~/")) return [path.slice(2)];
    return path.startsWith(".") ? [relative(src, resolve(src, file, "..", path))] : [];
  });
}

const edges = code.flatMap((item) =>
  importsOf(item).map((to) => ({ file: item.file, from: roomOf(item.file), to })),
);

it("sees the client", () => {
  expect(code.length).toBeGreaterThan(80);
  expect(edges.length).toBeGreaterThan(300);
  expect(
    new Set(code.map(({ file }) => roomOf(file)).filter((room) => room.startsWith("features/"))).size,
  ).toBe(19);
});

it("lets no feature import another: put what both need into shared, or compose them in app", () => {
  const wrong = edges.filter(
    ({ from, to }) => from.startsWith("features/") && to.startsWith("features/") && roomOf(to) !== from,
  );
  expect(wrong).toEqual([]);
});

it("lets shared know nothing of features and app, and features nothing of app", () => {
  const wrong = edges.filter(({ from, to }) => {
    if (from === "shared") return /^(features|app)\b/.test(to);
    return from.startsWith("features/") && /^app\b/.test(to);
  });
  expect(wrong).toEqual([]);
});

it("keeps components and modules within 120 lines: split what has grown", () => {
  const long = code
    .map(({ file, text }) => ({ file, lines: text.split("\n").length }))
    .filter(({ lines }) => lines > 120);
  expect(long).toEqual([]);
});

it("silences no type: neither any, nor as, nor the exclamation mark", () => {
  const { AnyKeyword, AsExpression, NonNullExpression } = ts.SyntaxKind;
  const silenced: string[] = [];
  for (const { file, text } of code) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const visit = (node: ts.Node) => {
      const found = [AnyKeyword, AsExpression, NonNullExpression].includes(node.kind);
      if (found && !node.getText().endsWith(" as const")) silenced.push(`${file}: ${node.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  expect(silenced).toEqual([]);
});
