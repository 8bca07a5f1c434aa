import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isApiError } from '../../../api/problem';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Icon } from '../../../components/Icon';
import { ErrorState } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { longDate } from '../../../lib/format';
import { activateInternship, useRefresh, type Internship } from '../api/internships';
import { wayToMend } from '../mending';

/** Starts it, or says which rules say no, each with its act and the way to mend it. */
export function ActivationDialog({ internship, onClose, onDocuments }: { internship: Internship; onClose: () => void; onDocuments: (field: string) => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const activation = useMutation({
    mutationFn: () => activateInternship(internship.id),
    onSuccess: async () => {
      await refresh();
      toast.done(t('activation.done'));
      onClose();
    },
  });
  const rules = isApiError(activation.error) ? (activation.error.problem.rules ?? []) : [];
  return (
    <Dialog
      open
      wide={rules.length > 0}
      title={rules.length > 0 ? t('activation.refused') : t('activation.title')}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {rules.length > 0 ? t('common:close') : t('common:cancel')}
          </Button>
          {rules.length === 0 && (
            <Button look="fill" busy={activation.isPending} onClick={() => activation.mutate()}>
              {t('activation.action')}
            </Button>
          )}
        </>
      }
    >
      {rules.length === 0 && !activation.error && <p>{t('activation.text', { on: longDate(internship.startsOn) })}</p>}
      {rules.length === 0 && !!activation.error && <ErrorState error={activation.error} />}
      {rules.length > 0 && (
        <div role="alert">
          <p>{isApiError(activation.error) && activation.error.problem.detail}</p>
          <ul>
            {rules.map((rule) => {
              const way = wayToMend(rule, internship, onDocuments);
              return (
                <li key={rule.code} className="rule">
                  <Icon name="warning-circle" className="late" />
                  <div>
                    {rule.message}
                    {rule.act && <small>{rule.act}</small>}
                    {typeof way === 'string' ? (
                      <Link className="lnk" to={way}>
                        {t('mend')}
                      </Link>
                    ) : (
                      <Button look="plain" small onClick={way}>
                        {t('mend')}
                      </Button>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
