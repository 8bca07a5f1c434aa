import { useEffect } from 'react';

/**
 * Keeps the focus where one worked when the control that had it goes, such as the button of what was just done: whoever uses the keyboard would start again from the top of the page.
 * The heading of the nearest part of the page that is still there takes it. Another page gives the focus to its own title.
 */
export function useKeptFocus() {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let around: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target.closest('dialog')) return;
      last = target;
      around = [];
      for (let part = target.parentElement; part && part !== document.body; part = part.parentElement) around.push(part);
    };
    // Who clicks beside everything wants the focus nowhere; what is clicked in a dialog is on top of where one worked.
    const forget = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || !target.closest('dialog')) last = null;
    };
    const keep = () => {
      if (!last || last.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
      for (const part of around) {
        const heading = part.isConnected ? part.querySelector<HTMLElement>('h1, h2, h3') : null;
        if (!heading) continue;
        last = null;
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
        return;
      }
    };
    const observer = new MutationObserver(keep);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget, true);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, []);
}
