import { useQuery } from "@tanstack/react-query";
import { openSprintsQuery } from "~/shared/api/sprints";
import { Icon } from "~/shared/ui/Icon";
import { Picker } from "~/shared/ui/Picker";
import { ChipText, chip, type FilterProps } from "./TaskFilters";

/** Only tasks of one sprint, or of all active ones; picked again, of any; not there before the first sprint is. */
export function SprintFilter({ project, filter, onFilter }: FilterProps) {
  const open = useQuery(openSprintsQuery(project)).data ?? [];
  if (open.length === 0 && filter.sprint === "") return null;
  const icon = <Icon name="backlog" />;
  const choices = [
    { value: "active", label: "Active sprints", icon },
    ...open.map(({ id, name, state }) => ({ value: id, label: name, icon, hint: state })),
  ];
  return (
    <Picker
      label="Sprint filter"
      className={chip(filter.sprint !== "")}
      value={filter.sprint || null}
      choices={choices}
      onPick={(value) => onFilter({ ...filter, sprint: value === filter.sprint ? "" : value })}
    >
      <ChipText icon="backlog">
        {choices.find(({ value }) => value === filter.sprint)?.label ?? "Sprint"}
      </ChipText>
    </Picker>
  );
}
