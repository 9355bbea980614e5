/** Keys pressed while pinyin is being composed belong to the input method, never to the page. */

interface KeyLike {
  isComposing?: boolean;
  keyCode?: number;
  nativeEvent?: { isComposing?: boolean; keyCode?: number };
}

/** True for the Enter that confirms pinyin: Chrome says isComposing, Safari and old kernels say 229. */
export function isComposing(event: KeyLike): boolean {
  const native = event.nativeEvent ?? event;
  return native.isComposing === true || native.keyCode === 229 || event.keyCode === 229;
}
