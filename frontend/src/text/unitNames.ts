/** Units' names are data and Chinese in both languages; here they are shortened to the part that tells them apart. */

/** `王家营街道社会治理指挥中心` → `王家营街道中心`, `…社会治理工作站` → `…工作站`. */
export function shortName(name: string): string {
  return name.replace(/社会治理指挥中心$/, "中心").replace(/社会治理工作站$/, "工作站");
}

/** In its own town a unit needs no town's name: `王家营街道综合执法局` → `综合执法局`. */
export function nameWithin(area: string, name: string): string {
  return area !== "" && name.startsWith(area) && name.length > area.length + 2
    ? name.slice(area.length)
    : name;
}

/** `淮阴区社会治理指挥中心` → `淮阴区`. */
export function areaName(name: string): string {
  return name.replace(/社会治理指挥中心$/, "");
}
