import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { SectionCard } from '../../components/SectionCard';
import { number, percent } from '../../lib/format';

export interface ChartRow {
  key: string;
  label: string;
  count: number;
}

/** A chart under the sentence that it proves, with its numbers as a table: on request on the screen, always on paper. */
export function ChartCard({ finding, what, unit, rows, children }: {
  finding: string;
  /** What the rows are, for the head of the table. */
  what: string;
  /** What is counted. */
  unit: string;
  rows: ChartRow[];
  children: ReactNode;
}) {
  const { t } = useTranslation('reports');
  const [open, setOpen] = useState(false);
  const id = useId();
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  return (
    <SectionCard title={finding}>
      <div role="img" aria-label={`${finding}. ${rows.map((row) => `${row.label}: ${number(row.count)}`).join('; ')}`}>
        {children}
      </div>
      <Button look="plain" small className="no-print" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t(open ? 'hideData' : 'showData')}
      </Button>
      <div id={id} className={open ? undefined : 'print-only'}>
        <table className="chart-data">
          <caption className="visually-hidden">{finding}</caption>
          <thead>
            <tr>
              <th scope="col">{what}</th>
              <th scope="col" className="number">
                {unit}
              </th>
              <th scope="col" className="number">
                {t('chart.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <td className="number">{number(row.count)}</td>
                <td className="number">{percent(row.count / Math.max(total, 1))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('chart.total')}</th>
              <td className="number">{number(total)}</td>
              <td className="number">{percent(1)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </SectionCard>
  );
}
