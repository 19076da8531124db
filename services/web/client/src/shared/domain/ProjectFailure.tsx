import { hasStatus, reasonOf } from "~/shared/api/problem";
import { Failure } from "~/shared/ui/States";

type ProjectFailureProps = { project: string; what: string; error: unknown; onRetry: () => void };

/** Says why something of a project is not there: no such project for this person, or a failure that may pass. */
export function ProjectFailure({ project, what, error, onRetry }: ProjectFailureProps) {
  const missing = hasStatus(error, 404);
  return (
    <Failure
      title={missing ? `There is no project ${project} for you` : `The ${what} could not be loaded`}
      reason={missing ? "It does not exist, or you are not one of its members." : reasonOf(error)}
      {...(missing ? {} : { onRetry })}
    />
  );
}
