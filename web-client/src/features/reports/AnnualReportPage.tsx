import { lazy, Suspense, useId } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { EmptyState, Loaded, Skeleton } from '../../components/states';
import { today } from '../../lib/format';
import { AnnualFigures } from './AnnualFigures';
import { isEmptyYear, useAnnualReport, type AnnualReport } from './api/get-annual-report';
import { yearSentence } from './findings';

/** The charts weigh more than the whole rest of the client: they come after the numbers. */
const AnnualCharts = lazy(async () => ({ default: (await import('./AnnualCharts')).AnnualCharts }));

const yearsOffered = 10;

export function AnnualReportPage() {
  const { t, i18n } = useTranslation('reports');
  const [search, setSearch] = useSearchParams();
  const thisYear = Number(today().slice(0, 4));
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= thisYear ? asked : undefined;
  const query = useAnnualReport(year, thisYear);
  const shown = year ?? query.data?.year;
  const choose = (chosen: number | undefined) => setSearch(chosen ? { year: String(chosen) } : {}, { replace: true, preventScrollReset: true });
  return (
    <Page
      title={shown ? t('titleOf', { year: shown }) : t('title')}
      subtitle={query.data && !isEmptyYear(query.data) ? yearSentence(query.data, t, i18n.language) : undefined}
      actions={
        <>
          <YearChooser value={shown} thisYear={thisYear} onChange={choose} />
          <Button look="quiet" icon="print" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <Loaded query={query} lines={10}>
        {(report) => (isEmptyYear(report) ? <EmptyYear report={report} onLast={year === undefined ? undefined : () => choose(undefined)} /> : <Year report={report} />)}
      </Loaded>
    </Page>
  );
}

function Year({ report }: { report: AnnualReport }) {
  const { t } = useTranslation('reports');
  return (
    <>
      <AnnualFigures report={report} />
      {report.internshipsLeftOut !== 0 && <Notice title={report.internshipsLeftOut === null ? t('leftOutFew') : t('leftOut', { count: report.internshipsLeftOut })}>{t('leftOutText')}</Notice>}
      <Suspense fallback={<Skeleton lines={8} />}>
        <AnnualCharts report={report} />
      </Suspense>
      {report.suppressed.length > 0 && <Notice title={t('suppressedTitle')}>{t('suppressedText')}</Notice>}
      <p className="hint">{t('counted')}</p>
    </>
  );
}

function EmptyYear({ report, onLast }: { report: AnnualReport; onLast?: () => void }) {
  const { t } = useTranslation('reports');
  return (
    <div className="card0">
      <EmptyState icon="file" title={t('empty.title', { year: report.year })} text={t('empty.text')} action={onLast && <Button onClick={onLast}>{t('empty.last')}</Button>} />
    </div>
  );
}

function YearChooser({ value, thisYear, onChange }: { value: number | undefined; thisYear: number; onChange: (year: number) => void }) {
  const { t } = useTranslation('reports');
  const id = useId();
  const years = Array.from({ length: yearsOffered }, (_, back) => thisYear - back);
  if (value && !years.includes(value)) years.push(value);
  return (
    <div className="filter-select year-chooser">
      <label htmlFor={id}>{t('year')}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(Number(event.target.value))}>
        {!value && <option value="">…</option>}
        {years.sort((a, b) => b - a).map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </div>
  );
}
