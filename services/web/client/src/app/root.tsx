import { createRootRoute } from "@tanstack/react-router";
import { Crash } from "./Crash";
import { NotFound } from "./NotFound";
import { Shell } from "./Shell";

/** What all pages are in. */
export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crash });
