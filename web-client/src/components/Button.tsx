import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { classes } from '../lib/classes';

interface Look {
  /** `fill` is the one next step of a page; `quiet` for the rest; `plain` looks like a link. */
  look?: 'fill' | 'outline' | 'quiet' | 'plain' | 'danger';
  icon?: IconName;
  small?: boolean;
  /** The key that does the same. */
  keyHint?: string;
  children: ReactNode;
}

function content({ icon, keyHint, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
    </>
  );
}

const lookClass = ({ look = 'outline', small }: Look) => classes('btn0', look !== 'outline' && look, small && 'small');

/** `busy` keeps the button reachable and in place while it works: it only ignores further presses. */
export function Button({ look, icon, small, keyHint, busy, className, children, onClick, type = 'button', ...rest }: Look & ComponentProps<'button'> & { busy?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(lookClass({ look, small, children }), busy && 'busy', className)}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {content({ icon, keyHint, children })}
    </button>
  );
}

export function ButtonLink({ look, icon, small, keyHint, className, children, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} className={classes(lookClass({ look, small, children }), className)}>
      {content({ icon, keyHint, children })}
    </Link>
  );
}

/** A button that shows only an icon; the label is read aloud and shown on hover. */
export function IconButton({ icon, label, className, ...rest }: Omit<ComponentProps<'button'>, 'children'> & { icon: IconName; label: string }) {
  return (
    <button type="button" {...rest} className={classes('icon-button', className)} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
