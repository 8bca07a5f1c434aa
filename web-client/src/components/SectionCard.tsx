import { useId, type ReactNode } from 'react';
import { classes } from '../lib/classes';

/** A titled part of a page. `flush` lets tables and lists touch the border. */
export function SectionCard({ title, note, actions, flush, children, level = 2 }: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={classes('card0', 'section', flush && 'flush')} aria-labelledby={id}>
      <header>
        <Heading id={id}>{title}</Heading>
        {note && <span className="note">{note}</span>}
        {actions && <div className="section-actions">{actions}</div>}
      </header>
      <div className="section-body">{children}</div>
    </section>
  );
}
