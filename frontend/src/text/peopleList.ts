/** The words in use about people from a file and slips for the first sign-in. */
import { language, type Words } from ".";
import { enPeopleList } from "./en/peopleList";
import { zhPeopleList } from "./zh/peopleList";

export const words: Words<typeof zhPeopleList> = language === "en" ? enPeopleList : zhPeopleList;
