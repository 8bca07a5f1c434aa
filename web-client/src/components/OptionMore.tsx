import type { ReactNode } from 'react';

/** Below the list of a text box: that there are more than it shows. Beside the list and no option of it: the arrows pass it by, and a press on it leaves the focus in the box. */
export function OptionMore({ children }: { children: ReactNode }) {
  return (
    <p className="option-more" onPointerDown={(event) => event.preventDefault()}>
      {children}
    </p>
  );
}
