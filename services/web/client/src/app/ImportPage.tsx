import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ImportScreen } from "~/features/imports/ImportScreen";

const importRoute = getRouteApi("/projects/$key/import");

/** The import screen of the project in the address. */
export function ImportPage() {
  const { key } = importRoute.useParams();
  const { import: importId } = importRoute.useSearch();
  const navigate = useNavigate({ from: "/projects/$key/import" });
  return (
    <ImportScreen
      key={key}
      project={key}
      importId={importId}
      onImport={(id) => void navigate({ search: { import: id } })}
    />
  );
}
