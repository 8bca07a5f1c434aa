import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { useToast } from '../../../components/Toast';
import { classes } from '../../../lib/classes';
import { useCorrectRow, type ImportRow } from '../api/imports';
import { useFieldName } from './steps';

const always = ['name', 'vatNumber', 'municipality', 'sector', 'phone', 'email'];

/** Corrects a row in place: Enter saves, Escape leaves. Wrong fields come first and say why. */
export function RowEditor({ importId, row, onClose }: { importId: string; row: ImportRow; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const fieldName = useFieldName();
  const toast = useToast();
  const correct = useCorrectRow(importId);
  const id = useId();
    const fields = useRef([...new Set([...row.errors.map((error) => error.field), ...always, ...Object.keys(row.values)])]).current;
  const [values, setValues] = useState<Record<string, string>>(() => ({ ...row.values }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const changed = Object.fromEntries(fields.filter((field) => (values[field] ?? '') !== (row.values[field] ?? '')).map((field) => [field, values[field] ?? '']));
    if (Object.keys(changed).length === 0) return onClose();
    correct.mutate(
      { number: row.number, values: changed },
      {
        onSuccess: (result) => {
          const wrong = result.row.state === 'wrong';
          toast.done(t(wrong ? 'import.stillWrong' : 'import.corrected', { row: row.number }));
          if (!wrong) onClose();
        },
        onError: toast.failed,
      },
    );
  };
  return (
    <form
      className="row-editor"
      aria-label={t('import.correctRow', { row: row.number })}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {fields.map((field, index) => {
        const error = row.errors.find((one) => one.field === field);
        return (
          <div key={field} className={classes('field', error && 'wrong')}>
            <label htmlFor={`${id}-${field}`}>{fieldName(field)}</label>
            <input
              id={`${id}-${field}`}
              className="f0"
              autoComplete="off"
              autoFocus={index === 0}
              aria-invalid={!!error}
              aria-describedby={error ? `${id}-${field}-error` : undefined}
              list={field === 'municipality' && row.municipalitySuggestions.length > 0 ? `${id}-places` : undefined}
              value={values[field] ?? ''}
              onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            />
            {error && (
              <div className="field-error" id={`${id}-${field}-error`}>
                {error.message}
              </div>
            )}
          </div>
        );
      })}
      <datalist id={`${id}-places`}>
        {row.municipalitySuggestions.map((place) => (
          <option key={place.istat} value={place.name} />
        ))}
      </datalist>
      <div className="row-actions">
        <Button type="submit" look="fill" small busy={correct.isPending}>
          {t('import.saveRow')}
        </Button>
        <Button look="quiet" small onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}
