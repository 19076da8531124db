import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { includesRole, useProjectRole } from "~/shared/api/projects";
import { useTitle } from "~/shared/lib/useTitle";
import { Button } from "~/shared/ui/Button";
import { PageBar } from "~/shared/ui/PageBar";
import { Empty, Skeleton } from "~/shared/ui/States";
import { FilePick } from "./FilePick";
import { ImportList } from "./ImportList";
import { ImportReport } from "./ImportReport";
import type { Mapping } from "./mapping";
import { Preview } from "./Preview";
import "./imports.css";

type ImportScreenProps = {
  project: string;
  importId: string | undefined;
  onImport: (id: string | undefined) => void;
};

/** Brings a CSV file into a project: pick, look and map, try or import, report. */
export function ImportScreen({ project, importId, onImport }: ImportScreenProps) {
  useTitle(`Import into ${project}`);
  const role = useProjectRole(project);
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const pick = (picked: File | null) => {
    setFile(picked);
    setMapping({});
    onImport(undefined);
  };
  const step = role === undefined ? "waiting" : !includesRole(role, "maintainer") ? "forbidden" : "ready";
  return (
    <>
      <PageBar
        title="Import"
        parent={
          <Link to="/projects/$key/board" params={{ key: project }}>
            {project}
          </Link>
        }
      >
        {importId ? (
          <Button icon="import" onClick={() => pick(null)}>
            Import another file
          </Button>
        ) : null}
      </PageBar>
      <div className="page-body">
        <div className="page-column">
          {step === "waiting" ? (
            <Skeleton label="Loading the project" />
          ) : step === "forbidden" ? (
            <Empty icon="import" title="Only maintainers import">
              <p>Ask a maintainer or owner of {project} to import the file, or to change your role.</p>
            </Empty>
          ) : importId ? (
            <ImportReport
              id={importId}
              project={project}
              onRealRun={file ? () => onImport(undefined) : undefined}
            />
          ) : file ? (
            <Preview
              project={project}
              file={file}
              mapping={mapping}
              onMapping={setMapping}
              onCancel={() => pick(null)}
              onTaken={({ id }) => onImport(id)}
            />
          ) : (
            <>
              <FilePick onPick={pick} />
              <ImportList project={project} />
            </>
          )}
        </div>
      </div>
    </>
  );
}
