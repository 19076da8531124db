import { Link } from "@tanstack/react-router";
import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { Empty } from "~/shared/ui/States";

/** What an address without a page shows. */
export function NotFound() {
  useTitle("Not found");
  return (
    <>
      <PageBar title="Not found" />
      <div className="page-body">
        <Empty
          icon="search"
          title="There is nothing at this address"
          actions={
            <Link to="/projects" className="button-link button-secondary">
              All projects
            </Link>
          }
        >
          <p>The link may be old or mistyped. Tasks live at /browse/KEY-1, boards at /projects/KEY/board.</p>
        </Empty>
      </div>
    </>
  );
}
