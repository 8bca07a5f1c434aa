import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import type { BulkResult } from '../api/lists';

/** Those of the chosen for whom it could not be done, each with why. */
export function RefusedDialog({ refused, nameOf, onClose }: { refused: BulkResult['refused']; nameOf: (id: string) => string; onClose: () => void }) {
  const { t } = useTranslation('internships');
  return (
    <Dialog open title={t('bulk.refusedTitle', { count: refused.length })} onClose={onClose}>
      <ul className="rows">
        {refused.map((one) => (
          <li key={one.id} className="row0">
            <div className="row0-main">
              <b>{nameOf(one.id)}</b>
              <div>{one.reason}</div>
            </div>
          </li>
        ))}
      </ul>
      <Button look="fill" onClick={onClose}>
        {t('bulk.understood')}
      </Button>
    </Dialog>
  );
}
