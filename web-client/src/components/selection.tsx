import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../lib/format';
import { Button } from './Button';

export interface Selection {
  keys: ReadonlySet<string>;
  toggle: (key: string) => void;
  set: (keys: string[], on: boolean) => void;
  clear: () => void;
}

/** Rows chosen for an action on many. Give `resetOn` the list's query: what is no longer on the screen is no longer chosen. */
export function useSelection(resetOn?: unknown): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(() => new Set());
  const mark = JSON.stringify(resetOn);
  useEffect(() => setKeys(new Set()), [mark]);
  const set = useCallback(
    (changed: string[], on: boolean) =>
      setKeys((before) => {
        const next = new Set(before);
        changed.forEach((key) => (on ? next.add(key) : next.delete(key)));
        return next;
      }),
    [],
  );
  const toggle = useCallback((key: string) => setKeys((before) => new Set(before.has(key) ? [...before].filter((other) => other !== key) : [...before, key])), []);
  const clear = useCallback(() => setKeys(new Set()), []);
  return useMemo(() => ({ keys, toggle, set, clear }), [keys, toggle, set, clear]);
}

/** `shown` writes the label beside the box, where there is no head of a table that tells what it is. */
export function SelectAll({ selection, keys, label, shown }: { selection: Selection; keys: string[]; label: string; shown?: boolean }) {
  const box = useRef<HTMLInputElement>(null);
  const chosen = keys.filter((key) => selection.keys.has(key)).length;
  const all = keys.length > 0 && chosen === keys.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && !all;
  }, [chosen, all]);
  return (
    <label className={shown ? 'choose-all' : 'check-target'}>
      <input ref={box} type="checkbox" aria-label={shown ? undefined : label} checked={all} onChange={() => selection.set(keys, !all)} />
      {shown && <span>{label}</span>}
    </label>
  );
}

export function SelectRow({ selection, rowKey }: { selection: Selection; rowKey: string }) {
  const { t } = useTranslation('common');
  return (
    <label className="check-target">
      <input type="checkbox" id={`choose-${rowKey}`} aria-label={t('table.select')} aria-labelledby={`choose-${rowKey} row-${rowKey}`} checked={selection.keys.has(rowKey)} onChange={() => selection.toggle(rowKey)} />
    </label>
  );
}

/** Opens when rows are chosen: how many they are, of how many where the list is longer, what can be done with all of them, and the way back. */
export function BulkBar({ selection, total, children }: { selection: Selection; total?: number; children: ReactNode }) {
  const { t } = useTranslation('common');
  const chosen = selection.keys.size;
  const said = total === undefined || total <= chosen ? t('table.selected', { count: chosen }) : t('table.selectedOf', { count: chosen, total: number(total) });
  return (
    <>
      {chosen > 0 && (
        <div className="bulk-bar" role="region" aria-label={t('table.bulk')}>
          <strong>{said}</strong>
          {children}
          <Button look="plain" small onClick={selection.clear}>
            {t('table.clearSelection')}
          </Button>
        </div>
      )}
      <span className="visually-hidden" role="status">
        {chosen > 0 && said}
      </span>
    </>
  );
}
