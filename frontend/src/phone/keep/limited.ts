/** An answer that is waited for so long and no longer; rejects where it does not come. */
export async function limited<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** A question that is given up where no answer comes in time: then nothing of it goes on behind the next try. */
export function askedWithin<T>(ask: (signal: AbortSignal) => Promise<T>, milliseconds: number): Promise<T> {
  const ender = new AbortController();
  return limited(ask(ender.signal), milliseconds).finally(() => ender.abort());
}
