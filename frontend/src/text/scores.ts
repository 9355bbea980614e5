/** The words about rates, supervision, score periods and the doors beside the hotline. */
import { language, type Words } from ".";
import { enScores } from "./en/scores";
import { zhScores } from "./zh/scores";

export const words: Words<typeof zhScores> = language === "en" ? enScores : zhScores;
