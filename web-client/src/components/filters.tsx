import { Children, isValidElement, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { capital } from '../lib/capital';
import { isLeaving } from '../lib/leaving';
import { phone, useMedia } from '../lib/use-media';
import { Icon } from './Icon';
import { Button } from './Button';

/** The text search of a list. It waits for a pause in the typing; Enter does not wait. */
export function SearchBox({ label, value, onChange, placeholder }: { label: string; value: string; onChange: (text: string) => void; placeholder?: string }) {
  const { t } = useTranslation('common');
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (next: string) => {
    clearTimeout(timer.current);
    // A result already clicked is on its way: a search sent now would bring the reader back to the list.
    if (isLeaving()) return;
    if (next.trim() === sent.current) return;
    sent.current = next.trim();
    onChange(sent.current);
  };
  return (
    <form
      role="search"
      aria-label={label}
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        send(text);
      }}
    >
      <Icon name="search" />
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={text}
        placeholder={placeholder ?? label}
        onChange={(event) => {
          const next = event.target.value;
          setText(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => send(next), 300);
        }}
      />
      {text !== '' && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('clearText')}
          onClick={() => {
            setText('');
            send('');
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </form>
  );
}

/** A filter with few values, for the bar above a list. An empty value means "all". */
export function FilterSelect({ label, value, options, onChange }: { label: string; value: string | undefined; options: { value: string; label: string }[]; onChange: (value: string | undefined) => void }) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <div className="filter-select">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{t('filterAll', { label })}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {capital(option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}

/**
 * The filters that are on, each with its own way off, and "Azzera" for all. A list that is searched hands over its text too, and what its search box is called: whatever keeps rows
 * out of sight is said in one place, the same in every list.
 */
export function FilterChips({ text, chips, onClear }: {
  text?: { name: string; value: string; onChange: (text: string) => void };
  chips: ({ key: string; label: ReactNode; name: string; onRemove: () => void } | false | null | undefined)[];
  onClear: () => void;
}) {
  const { t } = useTranslation('common');
  const on = [!!text?.value && { key: 'q', label: t('searched', { text: text.value }), name: text.name, onRemove: () => text.onChange('') }, ...chips].filter((chip) => !!chip);
  if (on.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={t('activeFilters')}>
      {on.map((chip) => (
        <li key={chip.key}>
          <button type="button" className="chip x" onClick={chip.onRemove} aria-label={t('removeFilter', { name: chip.name })}>
            {typeof chip.label === 'string' ? capital(chip.label) : chip.label}
            <Icon name="close" />
          </button>
        </li>
      ))}
      <li>
        <Button look="plain" small onClick={onClear}>
          {t('clearAll')}
        </Button>
      </li>
    </ul>
  );
}

/** The row above a list: search first, then filters; on a phone the filters are behind a button that says how many are on. */
export function ListBar({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children);
  const search = parts.filter((part) => isValidElement(part) && part.type === SearchBox);
  const filters = parts.filter((part) => !search.includes(part));
  return (
    <div className="list-bar">
      {search}
      <FoldedFilters alone={filters.length < 2}>{filters}</FoldedFilters>
    </div>
  );
}

/** What is in the address besides the text, the order, the record that is open and how a calendar is looked at: the filters that are on. */
const noFilters = ['q', 'sort', 'company', 'as', 'on', 'view'];

/**
 * Filters that would fill the first screen of a phone wait behind a button; elsewhere they are in their row. One alone stays. They are the same elements at both widths, and who is
 * busy in them when the screen is turned stays there: nothing typed is lost.
 */
export function FoldedFilters({ alone = false, children }: { alone?: boolean; children: ReactNode }) {
  const { t } = useTranslation('common');
  const folds = useMedia(phone) && !alone;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const on = [...new Set(useSearchParams()[0].keys())].filter((key) => !noFilters.includes(key)).length;
  const [folded, setFolded] = useState(folds);
  if (folded !== folds) {
    setFolded(folds);
    setOpen(folds && !!box.current?.contains(document.activeElement));
  }
  return (
    <>
      {folds && (
        <Button small icon="list" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {on > 0 ? t('filtersOn', { count: on }) : t('filters')}
        </Button>
      )}
      <div ref={box} id={id} className={folds ? 'folded-filters' : 'filters-in-row'} hidden={folds && !open}>
        {children}
      </div>
    </>
  );
}
