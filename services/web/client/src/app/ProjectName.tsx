import { useQuery } from "@tanstack/react-query";
import { projectQuery } from "~/shared/api/projects";

/** A project's name, its key until the name is known. */
export function ProjectName({ project }: { project: string }) {
  const { data } = useQuery(projectQuery(project));
  return <span>{data?.name ?? project}</span>;
}
