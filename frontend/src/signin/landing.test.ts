import { describe, expect, it } from "vitest";
import type { Membership } from "../wire/types";
import { landingPage, signInHere } from "./landing";

const as = (role: Membership["role"]): Membership[] => [{ role, unit: 1, unit_name: "单位" }];

describe("after signing in", () => {
  it("sends desk people to the desk and workers to the phone page", () => {
    expect(landingPage(as("town_operator"), null)).toBe("/");
    expect(landingPage(as("grid_worker"), null)).toBe("/m");
  });

  it("goes back to the page that was asked for, never to another site", () => {
    expect(landingPage(as("town_operator"), "/m")).toBe("/m");
    expect(landingPage(as("town_operator"), "/?ticket=7")).toBe("/?ticket=7");
    expect(landingPage(as("grid_worker"), "/m?ticket=7&page=answer")).toBe("/m?ticket=7&page=answer");
    expect(landingPage(as("town_operator"), "//elsewhere.example")).toBe("/");
    expect(landingPage(as("town_operator"), "/m.elsewhere.example")).toBe("/");
    expect(landingPage(as("grid_worker"), "https://elsewhere.example")).toBe("/m");
  });

  it("opens a desk's ticket on the phone page for who has no desk", () => {
    expect(landingPage(as("grid_worker"), "/?ticket=7")).toBe("/m?ticket=7");
    expect(landingPage(as("grid_worker"), "/")).toBe("/m");
  });

  it("sends who keeps the platform to its administration, and back to where they stood there", () => {
    expect(landingPage(as("system_admin"), null)).toBe("/admin");
    expect(landingPage(as("system_admin"), "/")).toBe("/admin");
    expect(landingPage(as("audit_admin"), "/")).toBe("/admin?at=audit");
    expect(landingPage(as("security_admin"), "/")).toBe("/");
    expect(landingPage(as("district_operator"), "/admin?at=places")).toBe("/admin?at=places");
    expect(landingPage(as("grid_worker"), "/admin")).toBe("/m");
    expect(landingPage(as("district_operator"), "/administrator")).toBe("/");
  });

  it("leads desks and who keeps the platform to the boundaries for other programs", () => {
    expect(landingPage(as("town_operator"), "/ogc")).toBe("/ogc");
    expect(landingPage(as("system_admin"), "/ogc?version=3")).toBe("/ogc?version=3");
    expect(landingPage(as("grid_worker"), "/ogc")).toBe("/m");
  });

  it("comes back to the open ticket", () => {
    const here = { pathname: "/m", search: "?ticket=7&page=note" };
    const next = new URLSearchParams(signInHere(here).split("?")[1]).get("next");
    expect(landingPage(as("grid_worker"), next)).toBe("/m?ticket=7&page=note");
  });
});
