import { useInfiniteQuery } from "@tanstack/react-query";
import { reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";
import { Skeleton } from "~/shared/ui/States";
import { importErrorsQuery } from "./queries";

/** The rejected rows of an import and why each was. */
export function ImportErrors({ id, running }: { id: string; running: boolean }) {
  const query = useInfiniteQuery({ ...importErrorsQuery(id), refetchInterval: running ? 2_000 : false });
  const errors = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label="Rejected rows">
      <div className="section-head">
        <h2>Rejected rows</h2>
        <p>Correct them in the file and import it again: the other rows stay as they are.</p>
      </div>
      {query.isError ? (
        <Notice actions={<Button onClick={() => void query.refetch()}>Try again</Button>}>
          {reasonOf(query.error)}
        </Notice>
      ) : null}
      {query.isPending ? <Skeleton label="Loading rejected rows" /> : null}
      {errors.length > 0 ? (
        <div className="sample">
          <table>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Key</th>
                <th scope="col">Column</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {errors.map((item) => (
                <tr key={`${item.line}-${item.field}-${item.message}`}>
                  <td className="sample-line">{item.line}</td>
                  <td>{item.key}</td>
                  <td>{item.field}</td>
                  <td className="sample-reason">{item.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {query.hasNextPage ? (
        <Button className="more" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </section>
  );
}
