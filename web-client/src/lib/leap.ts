/** Brings the reader to a part of the page: it is scrolled to, and its heading takes the focus, so that reading and keys go on there. */
export function leapTo(heading: HTMLElement) {
  placeOf(heading).scrollIntoView?.();
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** What is scrolled to: the card that the heading opens, which knows how much room the strip above it needs. */
export const placeOf = (heading: HTMLElement) => heading.closest<HTMLElement>('.section') ?? heading;
