import { hasStatus, reasonOf } from "~/shared/api/problem";
import { Failure } from "~/shared/ui/States";

type BoardFailureProps = { project: string; error: Error; onRetry: () => void };

/** Why a board is not there. */
export function BoardFailure({ project, error, onRetry }: BoardFailureProps) {
  const missing = hasStatus(error, 404);
  return (
    <Failure
      title={missing ? `There is no project ${project} for you` : "The board could not be loaded"}
      reason={missing ? "It does not exist, or you are not one of its members." : reasonOf(error)}
      {...(missing ? {} : { onRetry })}
    />
  );
}
