import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { leapTo, placeOf } from '../lib/leap';

/** How long a part is waited for, and how long it is kept in place while what is above it is still being read. */
const patience = 10_000;
const settling = 4_000;

/**
 * A new page is announced by moving the focus to its title, or to the heading of the part that the address names (`#appointments`): it is scrolled to once its data are there, and stays
 * in sight while the parts above it fill. Whoever comes back to a list finds the focus on the row that was opened. A change of filters leaves the focus where it is.
 */
export function useArrival() {
  const { pathname, hash, key } = useLocation();
  const type = useNavigationType();
  const arrived = useRef<{ pathname: string; hash: string; key: string }>(undefined);
  const waiting = useRef<AbortController>(undefined);
  useEffect(() => {
    const from = arrived.current;
    if (from?.pathname === pathname && from.hash === hash && from.key === key) return;
    arrived.current = { pathname, hash, key };
    const otherPage = from !== undefined && from.pathname !== pathname;
    // Whoever presses the same link again wants to be brought there again; what only rewrites the address (a filter, a form that was asked for) ends nothing that is on its way.
    const toPart = hash !== '' && (otherPage || from?.hash !== hash || type === NavigationType.Push);
    if (!otherPage && !toPart) return;
    waiting.current?.abort();
    const { signal } = (waiting.current = new AbortController());
    const back = otherPage && type === NavigationType.Pop ? from.pathname : undefined;
    if (otherPage) whenThere(() => (back && rowOf(back)) || document.querySelector<HTMLElement>('[data-page-title]'), (place) => place.focus({ preventScroll: true }), signal);
    if (toPart) whenThere(() => headingOf(hash), (heading) => arrive(hash, heading, signal), signal);
  }, [pathname, hash, key, type]);
}

/** The row of a list that led to the page one comes back from: keys go on there, and not at the top of a thousand rows. */
function rowOf(pathname: string) {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[data-row-link]')].find((link) => new URL(link.href).pathname === pathname);
}

/** Now, or a moment later, after the record is loaded. */
function whenThere(find: () => HTMLElement | null, then: (found: HTMLElement) => void, signal: AbortSignal) {
  const look = () => {
    const found = find();
    if (found) then(found);
    return found !== null;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(() => observer.disconnect(), patience);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** The heading of a part; null for what takes the focus by itself, such as a field or the content after the skip link: the browser goes there. */
function headingOf(hash: string) {
  const part = document.getElementById(nameOf(hash));
  if (!part || part.matches('main, [tabindex], a, button, input, select, textarea')) return null;
  return part.matches('h2, h3') ? part : part.querySelector<HTMLElement>('h2, h3');
}

function nameOf(hash: string) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** Goes to the part and keeps it there until everything above has its height, or the reader does something. */
function arrive(hash: string, first: HTMLElement, signal: AbortSignal) {
  // A dialog that was asked for at once, or a form that opened in this very part, has the focus already.
  if (document.querySelector('dialog[open]') || isAtWorkIn(first)) return;
  leapTo(first);
  const hold = () => {
    const heading = headingOf(hash);
    if (!heading || isAtWorkIn(heading) || document.querySelector('dialog[open]')) return;
    if (document.activeElement === document.body) leapTo(heading);
    else placeOf(heading).scrollIntoView?.();
  };
  if (!('ResizeObserver' in window)) return;
  const size = new ResizeObserver(hold);
  size.observe(document.body);
  const gestures = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
  const done = () => {
    size.disconnect();
    clearTimeout(timer);
    for (const gesture of gestures) window.removeEventListener(gesture, done, true);
  };
  const timer = setTimeout(done, settling);
  for (const gesture of gestures) window.addEventListener(gesture, done, { capture: true, passive: true });
  signal.addEventListener('abort', done);
}

/** Whether somebody writes or chooses inside the part. */
function isAtWorkIn(heading: HTMLElement) {
  const active = document.activeElement;
  return active instanceof HTMLElement && active !== heading && active.matches('input, textarea, select') && !!placeOf(heading).contains(active);
}
