/** What the API says when it refuses, already in the language that was asked for (RFC 9457). */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  code?: string;
  /** The act and article that a broken rule comes from. */
  act?: string | null;
  errors?: Record<string, { code?: string; message: string }[]> | null;
  /** Rules of the domain that say no, each with its act. */
  rules?: { code: string; message: string; act?: string | null }[] | null;
  traceId?: string | null;
}

/** The server could not be reached at all. */
export const unreachable = 0;

/** Every failed call ends as one of these; `status` 0 means that no answer came. */
export class ApiError extends Error {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.title ?? `HTTP ${problem.status}`);
    this.name = 'ApiError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status() {
    return this.problem.status;
  }

  get code() {
    return this.problem.code;
  }

  /** Worth trying again without any change: nothing is wrong with the request. */
  get isTransient() {
    return this.status === unreachable || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export function isApiError(error: unknown, status?: number): error is ApiError {
  return error instanceof ApiError && (status === undefined || error.status === status);
}

function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.round((at - Date.now()) / 1000));
}

export function toApiError(response: Response, body: unknown): ApiError {
  const problem = body !== null && typeof body === 'object' ? (body as Partial<Problem>) : {};
  return new ApiError({ ...problem, status: response.status }, secondsOf(response.headers.get('Retry-After')));
}
