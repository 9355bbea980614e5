/** The words of the wall. */
import { language, type Words } from ".";
import { enWall } from "./en/wall";
import { zhWall } from "./zh/wall";

export const words: Words<typeof zhWall> = language === "en" ? enWall : zhWall;
