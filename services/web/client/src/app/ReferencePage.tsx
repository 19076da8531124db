import { getRouteApi } from "@tanstack/react-router";
import { Reference } from "~/features/reference/Reference";

const referenceRoute = getRouteApi("/reference");

/** The API reference of the service in the address. */
export function ReferencePage() {
  const { service } = referenceRoute.useSearch();
  return <Reference service={service ?? "api"} />;
}
