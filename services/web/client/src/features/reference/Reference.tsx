import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reasonOf } from "~/shared/api/problem";
import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { Failure, Skeleton } from "~/shared/ui/States";
import { ContractView } from "./ContractView";
import { contractQuery } from "./queries";
import { services } from "./services";
import "./reference.css";

/** What programs can do with PMT: the contracts of its services, made from the same files that the services are held to. */
export function Reference({ service }: { service: string }) {
  useTitle("API reference");
  const known = services.find(({ name }) => name === service)?.name ?? "api";
  const contract = useQuery(contractQuery(known));
  return (
    <>
      <PageBar title="API reference">
        <nav className="switch reference-services" aria-label="Service">
          {services.map(({ name, title }) => (
            <Link
              key={name}
              to="/reference"
              search={{ service: name === "api" ? undefined : name }}
              activeOptions={{ exact: true }}
            >
              {title}
            </Link>
          ))}
        </nav>
      </PageBar>
      <div className="page-body">
        <div className="page-column">
          {contract.data ? (
            <ContractView key={known} contract={contract.data} />
          ) : contract.isError ? (
            <Failure
              title="The reference could not be loaded"
              reason={reasonOf(contract.error)}
              onRetry={() => void contract.refetch()}
            />
          ) : (
            <Skeleton label="Loading the reference" lines={8} />
          )}
        </div>
      </div>
    </>
  );
}
