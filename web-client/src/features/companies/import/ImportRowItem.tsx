import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { useToast } from '../../../components/Toast';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import { useCorrectRow, useSkipRow, type ImportRow, type RowState } from '../api/imports';
import { RowEditor } from './RowEditor';
import { useFieldName } from './steps';

const tones: Record<RowState, Tone> = { new: 'ok', updates: 'blue', unchanged: 'neutral', duplicate: 'warn', wrong: 'late', skipped: 'neutral' };

/** A row of the file: what it says, what becomes of it, and why. */
export function ImportRowItem({ importId, row }: { importId: string; row: ImportRow }) {
  const { t } = useTranslation('companies');
  const fieldName = useFieldName();
  const [editing, setEditing] = useState(false);
  const correct = useCorrectRow(importId);
  const skip = useSkipRow(importId);
  const toast = useToast();
  const skipped = row.state === 'skipped';
  const duplicate = row.state === 'duplicate';
  const title = row.values.name || t('import.noName');
  const rest = Object.entries(row.values).filter(([field]) => field !== 'name');
  const take = (name: string) => toast.after(correct.mutateAsync({ number: row.number, values: { municipality: name } }), t('import.corrected', { row: row.number }));
  return (
    <li>
      <div className="row-head">
        <span>
          <span className="muted number">{row.number}</span> <strong>{title}</strong>
        </span>
        <StatusChip tone={tones[row.state]}>{duplicate ? t('import.duplicateOf', { row: row.duplicateOf }) : t(`import.one.${row.state}`)}</StatusChip>
      </div>
      {!editing && <div className="muted">{rest.map(([, text]) => text).join(' · ')}</div>}
      {!editing && row.errors.length > 0 && (
        <ul className="row-errors">
          {row.errors.map((error) => (
            <li key={error.field + error.code}>
              <strong>{fieldName(error.field)}</strong>: {error.message}
            </li>
          ))}
        </ul>
      )}
      {row.remarks.length > 0 && (
        <ul className="row-remarks">
          {row.remarks.map((remark) => (
            <li key={remark.field + remark.code}>{remark.message}</li>
          ))}
        </ul>
      )}
      {row.changes.length > 0 && (
        <ul className="row-remarks">
          {row.changes.map((change) => (
            <li key={change.field}>
              {fieldName(change.field)}: {change.before ? <del>{change.before}</del> : t('import.wasEmpty')} → {change.after ? <ins>{change.after}</ins> : <strong>{t('import.becomesEmpty')}</strong>}
            </li>
          ))}
        </ul>
      )}
      {!editing && row.municipalitySuggestions.length > 0 && (
        <div className="row-actions">
          <span className="muted">{t('import.meant')}</span>
          {row.municipalitySuggestions.map((place) => (
            <Button key={place.istat} small busy={correct.isPending} onClick={() => take(place.name)}>
              {place.name}
            </Button>
          ))}
        </div>
      )}
      {editing ? (
        <RowEditor importId={importId} row={row} onClose={() => setEditing(false)} />
      ) : (
        <div className="row-actions">
          <Button look="plain" small icon="pencil" aria-label={t('import.correctRow', { row: row.number })} onClick={() => setEditing(true)}>
            {t('import.correct')}
          </Button>
          <Button
            look="plain"
            small
            busy={skip.isPending}
            aria-label={t(skipped ? 'import.takeBackRow' : 'import.skipRow', { row: row.number })}
            onClick={() => skip.mutate({ number: row.number, skipped: !skipped }, { onError: toast.failed })}
          >
            {t(skipped ? 'import.takeBack' : 'import.skip')}
          </Button>
          {row.companyId && (
            <Link className="lnk" to={`/companies/${row.companyId}`}>
              {t('import.inBank')}
            </Link>
          )}
        </div>
      )}
    </li>
  );
}
