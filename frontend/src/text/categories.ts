/** The words in use about the tree of categories. */
import { language, type Words } from ".";
import { enCategories } from "./en/categories";
import { zhCategories } from "./zh/categories";

export const words: Words<typeof zhCategories> = language === "en" ? enCategories : zhCategories;
