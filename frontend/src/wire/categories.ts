/** Questions about the tree of categories, its file, and the names of hotlines that nobody knows yet. */
import { ask, at, fileOf } from "./api";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type CategoryRegister = Schemas["CategoryRegister"];
export type CategoryEntry = Schemas["CategoryEntry"];
export type CategoryUses = Schemas["CategoryUses"];
export type CategoryUse = Schemas["CategoryUse"];
export type NewCategory = Schemas["NewCategoryForm"];
export type CategoryForm = Schemas["CategoryForm"];
export type CategoryListTaken = Schemas["CategoryListTaken"];
export type PlaceNeed = CategoryEntry["place_need"];

export const categoriesApi = {
  all: () => ask<CategoryRegister>("GET", "/api/categories"),
  add: (form: NewCategory) => ask<{ code: string }>("POST", "/api/categories", form),
  change: (code: string, form: CategoryForm) => ask<void>("PUT", `/api/categories/${at(code)}`, form),
  uses: (code: string) => ask<CategoryUses>("GET", `/api/categories/${at(code)}/uses`),
  call: (code: string, name: string) => ask<void>("POST", `/api/categories/${at(code)}/aliases`, { name }),
  end: (code: string, day: string | null, successor: string | null, reason: string) =>
    ask<void>("POST", `/api/categories/${at(code)}/end`, { day, successor, reason }),
  stay: (code: string, reason: string) => ask<void>("POST", `/api/categories/${at(code)}/stay`, { reason }),
  take: (file: File, { isTrial, isWhole }: { isTrial: boolean; isWhole: boolean }) => {
    const form = new FormData();
    form.append("file", file);
    form.append("options", JSON.stringify({ dry_run: isTrial, whole: isWhole }));
    return ask<CategoryListTaken>("POST", "/api/categories/import", form);
  },
  sheet: fileOf("/api/categories/list.xlsx"),
};
