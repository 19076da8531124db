import type { ReactNode } from "react";
import { IconButton } from "./Button";
import { useShell } from "./ShellContext";
import "./page.css";

type PageBarProps = { title: ReactNode; parent?: ReactNode; children?: ReactNode };

/** The bar at the top of a page: where one is on the left, what one can do on the right. */
export function PageBar({ title, parent, children }: PageBarProps) {
  const { openNav } = useShell();
  return (
    <header className="page-bar">
      <IconButton icon="menu" label="Open navigation" className="page-nav" onClick={openNav} />
      {parent ? (
        <>
          <span className="page-parent">{parent}</span>
          <span className="page-slash" aria-hidden="true">
            /
          </span>
        </>
      ) : null}
      <h1 className="page-title">{title}</h1>
      <div className="page-actions">{children}</div>
    </header>
  );
}
