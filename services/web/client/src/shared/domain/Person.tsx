import { usePeople } from "~/shared/api/people";
import { Avatar } from "~/shared/ui/Avatar";
import { Picker } from "~/shared/ui/Picker";
import { nobody, useAssigneeChoices } from "./choices";

type PersonProps = {
  label: string;
  id: string | null;
  projectKey: string;
  readOnly: boolean;
  onPerson: (id: string | null) => void;
};

/** A member of the project, looked for by name, or nobody. */
export function Person({ label, id, projectKey, readOnly, onPerson }: PersonProps) {
  const person = usePeople().get(id ?? "");
  return (
    <Picker
      label={label}
      className="property"
      disabled={readOnly}
      value={id ?? nobody}
      choices={useAssigneeChoices(projectKey)}
      filterable
      onPick={(picked) => {
        if (picked !== (id ?? nobody)) onPerson(picked === nobody ? null : picked);
      }}
    >
      <Avatar user={person} />
      {person?.name ?? (id ? "Unknown person" : "Nobody")}
    </Picker>
  );
}
