import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useConfirm } from '../../../components/ConfirmDialog';
import { useToast } from '../../../components/Toast';
import { peopleKeys } from '../api/keys';
import type { Person } from '../api/person';
import { anonymise } from '../api/rights';

/** Makes a person anonymous for good, once it was asked whether one means it: because the time is over, or else because they asked. */
export function useForget(person: Person) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  return async (due: boolean) => {
    const name = `${person.name} ${person.surname}`;
    if (!(await confirm({ title: t('rights.forgetTitle', { name }), text: t(due ? 'rights.forgetDue' : 'rights.forgetAsked'), action: t('rights.forget'), danger: true }))) return;
    try {
      await anonymise(person.id, { reason: due ? 'retentionEnded' : 'askedByPerson' });
      toast.done(t('rights.forgotten'));
      queries.removeQueries({ queryKey: peopleKeys.person(person.id) });
      void navigate('/beneficiaries', { replace: true });
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
    } catch (error) {
      toast.failed(error);
    }
  };
}
