/**
 * A file on its way to the service. It may take as long as the network needs: it is given up only when nothing has moved
 * for a while, and then nothing of it goes on behind the next try.
 */
import { headersFor } from "./api";
import { Problem, type ProblemBody } from "./problem";

/** Nothing has left the phone for so long. */
const STILL_MS = 60_000;
/** All has left, as far as the phone knows: the last of it may still wait in the network's own queues. */
const ANSWER_MS = 180_000;

interface Watch {
  again(milliseconds: number): void;
  end(): void;
}

function watch(over: () => void): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => clearTimeout(timer);
  return {
    again(milliseconds) {
      end();
      timer = setTimeout(over, milliseconds);
    },
    end,
  };
}

function bodyOf({ responseText, statusText }: XMLHttpRequest): unknown {
  try {
    return responseText ? JSON.parse(responseText) : undefined;
  } catch {
    // Something between the page and the service answered, in its own way.
    return { title: statusText };
  }
}

/** `sent` hears which share has left the phone. Thrown: `Problem` only. */
export function upload<T>(path: string, form: FormData, sent: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const still = watch(() => request.abort());
    const failed = (title: string) => reject(new Problem(0, { title }));
    request.open("POST", path);
    for (const [name, value] of Object.entries(headersFor("POST"))) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      still.again(loaded < total ? STILL_MS : ANSWER_MS);
      if (total > 0) sent(loaded / total);
    };
    request.onload = () => {
      const isTaken = request.status >= 200 && request.status < 300;
      if (isTaken) resolve(bodyOf(request) as T);
      else reject(new Problem(request.status, (bodyOf(request) ?? {}) as ProblemBody));
    };
    request.onerror = () => failed("no network");
    request.onabort = () => failed("no answer in time");
    request.onloadend = () => still.end();
    still.again(STILL_MS);
    request.send(form);
  });
}
