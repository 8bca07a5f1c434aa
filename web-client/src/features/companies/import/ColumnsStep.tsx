import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { useMapColumns, type CompanyImport, type ImportColumn } from '../api/imports';
import { useFieldName } from './steps';

/** Second step: which column is what. What was understood can be corrected. */
export function ColumnsStep({ one, onDone }: { one: CompanyImport; onDone: () => void }) {
  const { t } = useTranslation('companies');
  const fieldName = useFieldName();
  const toast = useToast();
  const map = useMapColumns(one.id);
  const [chosen, setChosen] = useState<Record<number, string>>(() => Object.fromEntries(one.columns.map((column) => [column.column, column.field ?? ''])));
  const choose = (column: number, field: string) =>
    setChosen((before) => ({ ...Object.fromEntries(Object.entries(before).map(([key, value]) => [key, value === field && field ? '' : value])), [column]: field }));
  const changed = one.columns.some((column) => (column.field ?? '') !== chosen[column.column]);
  const taken = new Set(Object.values(chosen).filter(Boolean));

  const goOn = () => {
    if (!changed) return onDone();
    // Every field is said, so that nothing is guessed again behind the person's back.
    const columns = Object.fromEntries(one.fields.map(({ field }) => [field, columnOf(chosen, field)]));
    map.mutate({ columns, version: one.version }, { onSuccess: onDone, onError: toast.failed });
  };
  return (
    <>
      {!taken.has('name') && <Notice tone="late" title={t('import.nameNeeded')} />}
      <SectionCard title={t('import.columnsTitle')} note={t('import.columnsNote', { count: one.columns.length })} flush>
        <div className="table-scroll" tabIndex={0} role="group" aria-label={t('import.columnsTitle')}>
          <table className="data plain">
            <thead>
              <tr>
                <th scope="col">{t('import.column')}</th>
                <th scope="col">{t('import.samples')}</th>
                <th scope="col">{t('import.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {one.columns.map((column) => (
                <tr key={column.column}>
                  <th scope="row">{column.header}</th>
                  <td className="muted">{column.samples.join(' · ')}</td>
                  <td>
                    <div className="row-head">
                      <select
                        className="f0"
                        aria-label={t('import.meaningOf', { column: column.header })}
                        value={chosen[column.column] ?? ''}
                        onChange={(event) => choose(column.column, event.target.value)}
                      >
                        <option value="">{t('import.leaveOut')}</option>
                        {one.fields.map(({ field }) => (
                          <option key={field} value={field}>
                            {fieldName(field)}
                            {taken.has(field) && chosen[column.column] !== field ? ` (${t('import.taken')})` : ''}
                          </option>
                        ))}
                      </select>
                      <Certainty column={column} chosen={chosen[column.column] ?? ''} />
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </SectionCard>
      <div className="form-foot">
        <Button look="fill" busy={map.isPending} onClick={goOn}>
          {t('import.toRows', { count: one.counts.total })}
        </Button>
      </div>
    </>
  );
}

function Certainty({ column, chosen }: { column: ImportColumn; chosen: string }) {
  const { t } = useTranslation('companies');
  if (chosen !== (column.field ?? '')) return <StatusChip tone="blue">{t('import.changed')}</StatusChip>;
  if (!column.field) return <StatusChip>{t('import.leftOut')}</StatusChip>;
  if (column.isAmbiguous || (column.confidence ?? 1) < 0.8) return <StatusChip tone="warn">{t('import.check')}</StatusChip>;
  return <StatusChip tone="ok">{t('import.sure')}</StatusChip>;
}

function columnOf(chosen: Record<number, string>, field: string): number | null {
  const found = Object.entries(chosen).find(([, value]) => value === field);
  return found ? Number(found[0]) : null;
}
