import { hasStatus, reasonOf } from "~/shared/api/problem";
import { Failure } from "~/shared/ui/States";

type ListFailureProps = { project: string; error: unknown; onRetry: () => void };

/** Says why there is no list: no such project for this person, or a failure that may pass. */
export function ListFailure({ project, error, onRetry }: ListFailureProps) {
  const missing = hasStatus(error, 404);
  return (
    <Failure
      title={missing ? `There is no project ${project} for you` : "The list could not be loaded"}
      reason={missing ? "It does not exist, or you are not one of its members." : reasonOf(error)}
      {...(missing ? {} : { onRetry })}
    />
  );
}
