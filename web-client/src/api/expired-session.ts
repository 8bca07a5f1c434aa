import { createStore } from '../lib/store';

/**
 * When a call meets 401 in the middle of the work, it waits here: the screen asks for the password again in place and the
 * very same call is then repeated, so that nothing that was typed is lost.
 */
interface Waiting {
  answered: Promise<boolean>;
  answer: (signedIn: boolean) => void;
}

export const expiredSession = createStore<Waiting | null>(null);

export function waitForSignIn(): Promise<boolean> {
  let waiting = expiredSession.get();
  if (!waiting) {
    const { promise, resolve } = withResolvers<boolean>();
    waiting = {
      answered: promise,
      answer: (signedIn) => {
        expiredSession.set(null);
        resolve(signedIn);
      },
    };
    expiredSession.set(waiting);
  }
  return waiting.answered;
}

function withResolvers<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}
