/** A refusal by the service (RFC 9457), or by the network, as one error type. Thrown by wire/api. */
import type { Allowed } from "./types";

/** What is known of a refusal: the service's problem, or only a status where no service answered. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  field?: string | null;
  errors?: { field: string; detail: string }[] | null;
  allowed?: Allowed[] | null;
  state?: string | null;
}

export class Problem extends Error {
  readonly status: number;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? "");
    this.name = "Problem";
    this.status = status;
    this.body = body;
  }

  /** No answer came: the network, not the service, refused. */
  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Words of the service for one field of a form, if it named that field. */
  fieldDetail(name: string): string | undefined {
    const named = this.body.errors?.find((error) => error.field.replace(/^fields\./, "") === name);
    if (named) return named.detail;
    return this.body.field?.replace(/^fields\./, "") === name ? this.body.detail : undefined;
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, { title: String(error) });
}
