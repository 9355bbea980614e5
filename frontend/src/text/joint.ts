/** The words about handling together; desk and administration share them. */
import { language, type Words } from ".";
import { enJoint } from "./en/joint";
import { zhJoint } from "./zh/joint";

export const words: Words<typeof zhJoint> = language === "en" ? enJoint : zhJoint;
