import { describe, expect, it } from "vitest";
import { areaOf } from "./connectivity";
import { ApiError, fieldError, hasStatus, isUnreachable, reasonOf, toProblem } from "./problem";

describe("problems", () => {
  it("keeps code, detail and refused fields", () => {
    const errors = [{ field: "title", message: "title must not be empty" }, { field: 3 }, "x"];
    const error = new ApiError(toProblem(400, { code: "invalid-request", title: "Bad Request", errors }));
    expect(error.problem.code).toBe("invalid-request");
    expect(fieldError(error, "title")).toBe("title must not be empty");
    expect(fieldError(error, "key")).toBeUndefined();
    expect(reasonOf(error)).toBe("title: title must not be empty");
  });

  it("makes something readable of an answer without a problem", () => {
    expect(toProblem(502, "<html>").title).toBe("PMT could not do this just now");
    expect(toProblem(413, null)).toMatchObject({ title: "This is too large", code: "http-413", errors: [] });
    expect(reasonOf(new Error("boom"))).toMatch(/unexpected/);
  });

  it("knows when waiting may help", () => {
    expect(
      [0, 502, 503, 504, 404, 500].map((status) => isUnreachable(new ApiError(toProblem(status, {})))),
    ).toEqual([true, true, true, true, false, false]);
    expect(hasStatus(new ApiError(toProblem(404, {})), 404)).toBe(true);
  });

  it("knows which part of PMT is behind a path", () => {
    expect(["/api/v1/users/me", "/api/v1/projects", "/session"].map(areaOf)).toEqual(["auth", "api", "edge"]);
  });
});
