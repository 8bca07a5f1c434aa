import { get, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { same } from './merge';
import type { ApiForm } from './useApiForm';

/** Somebody saved the same record in the meantime: what was changed here beside what they saved, and the person chooses. What was not touched here is theirs already. */
export function StaleEditDialog<Input extends FieldValues>({ form }: { form: ApiForm<Input> }) {
  const { t } = useTranslation('common');
  if (!form.stale) return null;
  const mine = form.form.getValues();
  const differences = [...form.registry]
    .map(([name, field]) => ({ name, field, mine: get(mine, name) as unknown, theirs: get(form.stale!.values, name) as unknown }))
    .filter((row) => !same(row.mine, row.theirs));
  const shown = (value: unknown, show?: (value: unknown) => string) =>
    value === null || value === undefined || value === '' ? t('none') : (show?.(value) ?? String(value));
  return (
    <Dialog
      open
      wide
      title={t('stale.title')}
      onClose={form.closeStale}
      footer={
        <>
          <Button look="quiet" onClick={form.takeTheirs}>
            {t('stale.takeTheirs')}
          </Button>
          <Button look="fill" onClick={() => void form.keepMine()}>
            {t('stale.keepMine')}
          </Button>
        </>
      }
    >
      <p>{differences.length > 0 ? t('stale.text') : t('stale.same')}</p>
      {form.stale.taken.length > 0 && <p>{t('stale.taken', { fields: form.stale.taken.join(', ') })}</p>}
      {differences.length > 0 && (
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{t('stale.field')}</th>
              <th scope="col">{t('stale.mine')}</th>
              <th scope="col">{t('stale.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, field, mine: my, theirs }) => (
              <tr key={name}>
                <th scope="row">{field.label}</th>
                <td>{shown(my, field.show)}</td>
                <td>{shown(theirs, field.show)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
