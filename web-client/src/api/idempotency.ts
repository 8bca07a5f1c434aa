import { uuid } from '../lib/uuid';

/**
 * One key per submit, kept over retries: while the same content for the same address has no final answer, it keeps its key,
 * so that pressing "save" again after a broken connection cannot create the record twice.
 */
const open = new Map<string, string>();

export function keyFor(method: string, url: string, body: string): { key: string; settle: (status: number) => void } {
  const content = `${method} ${url}\n${body}`;
  const key = open.get(content) ?? uuid();
  open.set(content, key);
  return {
    key,
    settle: (status) => {
      if (isFinal(status)) open.delete(content);
    },
  };
}

function isFinal(status: number): boolean {
  return status < 500 && status !== 401 && status !== 408 && status !== 425 && status !== 429;
}
