import { PageBar } from "~/shared/ui/PageBar";
import { Failure } from "~/shared/ui/States";

/** What a page shows that broke; the way out is to load it again. */
export function Crash() {
  return (
    <>
      <PageBar title="This page broke" />
      <div className="page-body">
        <Failure
          title="This page broke"
          reason="The mistake is ours. Nothing that was saved is lost."
          onRetry={() => window.location.reload()}
        />
      </div>
    </>
  );
}
