import { createContext, useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysFromToday, fullDate, clockTime, money, relativeDate, longDate, shortDate } from '../lib/format';
import { classes } from '../lib/classes';

/** A table writes its dates as 21/11/2026. */
export const InTable = createContext(false);

/** "6 giorni fa", with the whole date on hover; `due` colours what is late. */
export function RelativeDate({ value, due }: { value: string | null | undefined; due?: boolean }) {
  const { t, i18n } = useTranslation('common');
  const inTable = useContext(InTable);
  if (!value) return <span className="muted">{t('none')}</span>;
  const full = value.includes('T') ? `${fullDate(value)}, ${clockTime(value)}` : fullDate(value);
  return (
    <time key={i18n.language} dateTime={value} title={full} className={classes('relative', due && daysFromToday(value) < 0 && 'late')}>
      {relativeDate(value, undefined, inTable ? shortDate : undefined)}
    </time>
  );
}

/** 21 novembre 2026, or 21/11/2026 where `short` (tables). */
export function DateText({ value, short }: { value: string | null | undefined; short?: boolean }) {
  const { t } = useTranslation('common');
  if (!value) return <span className="muted">{t('none')}</span>;
  return (
    <time dateTime={value} title={fullDate(value)}>
      {short ? shortDate(value) : longDate(value)}
    </time>
  );
}

/** 21/11/2026 – 20/02/2027 in a list: breaks, where it must, only between the two days. */
export function Period({ from, to }: { from: string | null | undefined; to: string | null | undefined }) {
  return (
    <span className="period">
      <DateText value={from} short />{' '}
      <span>
        – <DateText value={to} short />
      </span>
    </span>
  );
}

/** 1.234,50 € from integer cents. */
export function Money({ cents }: { cents: number | null | undefined }) {
  const { t } = useTranslation('common');
  return cents === null || cents === undefined ? <span className="muted">{t('none')}</span> : <span className="number">{money(cents)}</span>;
}

/** A list of names and values; an empty value says so instead of leaving a hole. */
export function KeyValue({ items }: { items: ({ label: ReactNode; value: ReactNode } | false | null | undefined)[] }) {
  const { t } = useTranslation('common');
  return (
    <dl className="kv">
      {items.map((item, index) =>
        item ? (
          <div key={index}>
            <dt>{item.label}</dt>
            <dd>{item.value === null || item.value === undefined || item.value === '' ? <span className="muted">{t('none')}</span> : item.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
