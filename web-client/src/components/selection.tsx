import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

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

export function SelectAll({ selection, keys, label }: { selection: Selection; keys: string[]; label: string }) {
  const box = useRef<HTMLInputElement>(null);
  const chosen = keys.filter((key) => selection.keys.has(key)).length;
  const all = keys.length > 0 && chosen === keys.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && !all;
  }, [chosen, all]);
  return (
    <label className="check-target">
      <input ref={box} type="checkbox" aria-label={label} checked={all} onChange={() => selection.set(keys, !all)} />
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
