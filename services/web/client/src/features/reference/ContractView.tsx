import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { TextInput } from "~/shared/ui/Field";
import { Markdown } from "~/shared/ui/Markdown";
import { OperationItem } from "./OperationItem";
import { speaksOf } from "./queries";
import { SchemaItem } from "./SchemaItem";
import type { Contract } from "./shapes";

/** One service's contract; the address's fragment names the operation or schema that is open. */
export function ContractView({ contract }: { contract: Contract }) {
  const { hash } = useLocation();
  const [words, setWords] = useState("");
  useEffect(() => {
    const item = document.getElementById(hash);
    if (!(item instanceof HTMLDetailsElement)) return;
    item.open = true;
    item.scrollIntoView({ block: "start" });
  }, [hash]);
  const groups = contract.groups
    .map((group) => ({ ...group, operations: group.operations.filter((one) => speaksOf(one, words)) }))
    .filter(({ operations }) => operations.length > 0);
  return (
    <>
      <section className="reference-intro" aria-label={contract.title}>
        <h2>{contract.title}</h2>
        <Markdown source={contract.about} />
        <p>
          Programs send a token of yours as <code>Authorization: Bearer …</code>;{" "}
          <a href="/account">your account</a> makes them. As OpenAPI 3.1:{" "}
          <a href={`/openapi/${contract.name}.yaml`}>{contract.name}.yaml</a>.
        </p>
        <TextInput
          type="search"
          aria-label="Filter operations"
          placeholder="Filter operations"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </section>
      {groups.length === 0 ? <p role="status">No operation of this service has these words.</p> : null}
      {groups.map(({ name, about, operations }) => (
        <section key={name} aria-label={name} className="reference-group">
          <h3>{name}</h3>
          {about ? <p className="reference-note">{about}</p> : null}
          {operations.map((operation) => (
            <OperationItem key={operation.id} operation={operation} />
          ))}
        </section>
      ))}
      {words === "" && contract.schemas.length > 0 ? (
        <section aria-label="Schemas" className="reference-group">
          <h3>Schemas</h3>
          {contract.schemas.map((schema) => (
            <SchemaItem key={schema.name} schema={schema} />
          ))}
        </section>
      ) : null}
    </>
  );
}
