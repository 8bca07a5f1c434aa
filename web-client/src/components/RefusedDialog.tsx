import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';

/** Those of the chosen for whom it could not be done, each with why. */
export function RefusedDialog({ title, refused, nameOf, onClose }: { title: string; refused: { id: string; reason: string }[]; nameOf: (id: string) => string; onClose: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Dialog open title={title} onClose={onClose}>
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
        {t('table.understood')}
      </Button>
    </Dialog>
  );
}
