import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Selection } from '../../../components/selection';
import { useToast } from '../../../components/Toast';
import type { ChosenOutcome } from '../api/bulk';
import { companyKeys } from '../api/keys';

type What = 'assigned' | 'tagged' | 'untagged' | 'inCampaign';

/** An action on the chosen companies: it says what came of it, and those left out stay chosen. */
export function useBulk<Input>(selection: Selection, send: (ids: string[], input: Input) => Promise<ChosenOutcome>, what: (input: Input) => What, onDone: () => void) {
  const toast = useToast();
  const queries = useQueryClient();
  const tell = useTelling();
  return useMutation({
    mutationFn: (input: Input) => send([...selection.keys], input),
    onSuccess: (outcome, input) => {
      toast.done(tell(what(input), outcome));
      selection.clear();
      // What is not in the bank any more cannot be unticked either.
      selection.set(
        outcome.leftOut.filter((one) => one.reason !== 'missing').map((one) => one.id),
        true,
      );
      onDone();
      void queries.invalidateQueries({ queryKey: companyKeys.all });
      void queries.invalidateQueries({ queryKey: ['company-tags'] });
    },
    onError: toast.failed,
  });
}

function useTelling() {
  const { t } = useTranslation('companies');
  return (what: What, { changed, already, leftOut }: ChosenOutcome) => {
    const reasons = [...new Set(leftOut.map((one) => one.reason))].map((reason) => t(`bulk.reason.${reason}`, { count: leftOut.filter((one) => one.reason === reason).length }));
    return [
      t(`bulk.done.${what}`, { count: Number(changed) }),
      Number(already) > 0 && t('bulk.already', { count: Number(already) }),
      reasons.length > 0 && t('bulk.leftOut', { reasons: reasons.join(', ') }),
    ]
      .filter(Boolean)
      .join('. ');
  };
}
