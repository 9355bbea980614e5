/** An answer that is waited for so long and no longer; rejects where it does not come. */
export async function limited<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
