/** Numbers that lead to a person, masked as the service masks them: phones, identity cards, number plates. Pure. */

const IDENTITY = /(?<!\d)(\d{6})(?:19|20)\d{6}(\d{3}[\dXx])(?!\d)/g;
const MOBILE = /(?<!\d)((?:\+?86[- ]?)?1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d)/g;
const LANDLINE = /(?<!\d)(0\d{2,3})[- ]?\d{3,4}(\d{4})(?!\d)/g;
const PLATE =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z])[·•]?[A-HJ-NP-Z0-9]{5,6}/g;

/** `138****5678`; what is masked already stays as it is. */
export function masked(words: string): string {
  return words
    .replace(IDENTITY, "$1********$2")
    .replace(MOBILE, "$1****$2")
    .replace(LANDLINE, "$1-****$2")
    .replace(PLATE, "$1·*****");
}

/** The number of a ticket or an order, and nothing else: copied to look it up elsewhere. */
export function isTicketNumber(words: string): boolean {
  const plain = words.trim();
  return /^[\d-]{6,40}$/.test(plain) && masked(plain) === plain;
}
