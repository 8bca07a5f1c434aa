import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { useMapColumns, type CompanyImport, type ImportColumn, type ImportField } from '../api/imports';
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
  const [blanks, setBlanks] = useState<ReadonlySet<string>>(() => new Set(one.columns.flatMap((column) => (column.blanksEmpty && column.field ? [column.field] : []))));
  const [source, setSource] = useState(one.source ?? '');
  const changed =
    one.columns.some((column) => (column.field ?? '') !== chosen[column.column] || column.blanksEmpty !== (!!column.field && blanks.has(column.field))) || source.trim() !== (one.source ?? '');
  const taken = new Set(Object.values(chosen).filter(Boolean));

  const goOn = () => {
    if (!changed) return onDone();
    // Every field is said, so that nothing is guessed again behind the person's back.
    const columns = Object.fromEntries(one.fields.map(({ field }) => [field, columnOf(chosen, field)]));
    map.mutate({ columns, blanks: [...blanks].filter((field) => taken.has(field)), source: source.trim() || null, version: one.version }, { onSuccess: onDone, onError: toast.failed });
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
                <th scope="col">{t('import.emptyCells')}</th>
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
                  <td>
                    <EmptyCells field={one.fields.find(({ field }) => field === chosen[column.column])} header={column.header} blanks={blanks} onChange={setBlanks} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </SectionCard>
      {taken.has('externalId') && <SourceField value={source} onChange={setSource} />}
      <div className="form-foot">
        <Button look="fill" busy={map.isPending} onClick={goOn}>
          {t('import.toRows', { count: one.counts.total })}
        </Button>
      </div>
    </>
  );
}

/** Whether an empty cell of the column means "none": off unless a person says so. */
function EmptyCells({ field, header, blanks, onChange }: { field: ImportField | undefined; header: string; blanks: ReadonlySet<string>; onChange: (blanks: ReadonlySet<string>) => void }) {
  const { t } = useTranslation('companies');
  if (!field?.canBlank) return null;
  const { field: name } = field;
  return (
    <label className="check-line">
      <input
        type="checkbox"
        aria-label={t('import.blankOf', { column: header })}
        checked={blanks.has(name)}
        onChange={(event) => onChange(new Set(event.target.checked ? [...blanks, name] : [...blanks].filter((other) => other !== name)))}
      />{' '}
      {t('import.blank')}
    </label>
  );
}

/** The list whose own ids the sheet carries: under the same name its next version finds the same companies. */
function SourceField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('companies');
  const id = useId();
  return (
    <SectionCard title={t('import.sourceTitle')}>
      <div className="field half">
        <label className="f" htmlFor={id}>
          {t('import.source')}
        </label>
        <div className="hint" id={`${id}-help`}>
          {t('import.sourceHelp')}
        </div>
        <input id={id} className="f0" maxLength={60} autoComplete="off" value={value} aria-describedby={`${id}-help`} onChange={(event) => onChange(event.target.value)} />
      </div>
    </SectionCard>
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
