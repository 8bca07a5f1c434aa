import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../../../components/selection';
import { assignCompanies } from '../api/bulk';
import { useKeepers } from '../api/file';
import { BulkDialog, MissingText } from './BulkDialog';
import { useBulk } from './use-bulk';

const nobody = 'nobody';

/** Gives the chosen companies to the colleague who looks after them. */
export function AssignDialog({ selection, onClose }: { selection: Selection; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const keepers = useKeepers();
  const id = useId();
  const [keeper, setKeeper] = useState('');
  const [missing, setMissing] = useState(false);
  const assigning = useBulk(selection, (ids, to: string) => assignCompanies({ ids, lookedAfterBy: to === nobody ? null : to }), () => 'assigned', onClose);
  const wrong = missing && keeper === '';
  return (
    <BulkDialog
      title={t('bulk.assignTitle', { count: selection.keys.size })}
      submit={t('bulk.assign')}
      busy={assigning.isPending}
      onSubmit={() => (keeper === '' ? setMissing(true) : assigning.mutate(keeper))}
      onClose={onClose}
    >
      <div className="field">
        <label htmlFor={id}>{t('file.lookedAfterBy')}</label>
        <select id={id} className="f0" data-first-focus value={keeper} aria-invalid={wrong || undefined} aria-describedby={wrong ? `${id}-error` : undefined} onChange={(event) => setKeeper(event.target.value)}>
          <option value="">{t('common:choose')}</option>
          {keepers.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
          <option value={nobody}>{t('file.nobody')}</option>
        </select>
        {wrong && <MissingText id={`${id}-error`}>{t('bulk.keeperMissing')}</MissingText>}
      </div>
    </BulkDialog>
  );
}
