import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../lib/format';
import { classes } from '../lib/classes';

/** Where a process stands. */
export function Steps({ label, steps, current }: { label: string; steps: { key: string; label: ReactNode }[]; current: string }) {
  const { t } = useTranslation('common');
  const at = steps.findIndex((step) => step.key === current);
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.key} className={classes(index < at && 'done', index === at && 'now')} aria-current={index === at ? 'step' : undefined}>
          {step.label}
          {index < at && <span className="visually-hidden"> {t('stepDone')}</span>}
        </li>
      ))}
    </ol>
  );
}

/** What happened, the last first. */
export function Timeline({ entries }: { entries: { key: string; title: ReactNode; when: ReactNode; by?: ReactNode; text?: ReactNode }[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key} className="tl">
          <b>{entry.title}</b>
          <span>
            {entry.when}
            {entry.by && <>, {entry.by}</>}
          </span>
          {entry.text && <div className="tl-text">{entry.text}</div>}
        </li>
      ))}
    </ol>
  );
}

/** Long work, in numbers. */
export function Progress({ label, done, total, note }: { label: string; done: number; total: number; note?: ReactNode }) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <div className="progress0">
      <div className="progress-head">
        <span id={id}>{label}</span>
        <span className="number" aria-live="polite">
          {t('progress', { done: number(done), total: number(total) })}
        </span>
      </div>
      <progress aria-labelledby={id} value={done} max={Math.max(total, 1)} />
      {note && <div className="hint">{note}</div>}
    </div>
  );
}

/** Views of one thing. The arrows move between them, as the pattern of the WAI asks. */
export function Tabs({ label, tabs, current, onChange, children }: {
  label: string;
  tabs: { key: string; label: ReactNode; count?: number }[];
  current: string;
  onChange: (key: string) => void;
  children: ReactNode;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.key === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[to % tabs.length]!;
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };
  return (
    <div>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            data-tab={tab.key}
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
            {tab.count !== undefined && <b>{number(tab.count)}</b>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </div>
  );
}

/** A sentence that must be noticed: `tone` warns or reassures. */
export function Notice({ tone = 'blue', title, children }: { tone?: 'blue' | 'ok' | 'warn' | 'late'; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes('notice', tone)}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
  );
}
