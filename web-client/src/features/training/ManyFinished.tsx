import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { RefusedDialog } from '../../components/RefusedDialog';
import { BulkBar, type Selection } from '../../components/selection';
import { useToast } from '../../components/Toast';
import { capital } from '../../lib/capital';
import { useCompleteMany, type Completions, type Enrolment } from './api/enrolments';

/** At the end of a course: one click for all who were chosen. Who cannot have finished is told with the reason. */
export function ManyFinished({ editionId, selection, people }: { editionId: string; selection: Selection; people: Enrolment[] }) {
  const { t } = useTranslation('training');
  const toast = useToast();
  const complete = useCompleteMany(editionId);
  const [refused, setRefused] = useState<Completions['refused'] | null>(null);
  const send = (passed: boolean) => {
    const ids = [...selection.keys];
    complete.mutate(
      { ids, passed },
      {
        onSuccess: (result) => {
          const [done, already] = [Number(result.done), Number(result.already)];
          const said = [done > 0 && t(passed ? 'participants.many.markedPassed' : 'participants.many.markedFailed', { count: done }), already > 0 && t('participants.many.already', { count: already })].filter(Boolean);
          if (said.length > 0) toast.done(capital(said.join('; ')));
          selection.set(
            ids.filter((id) => !result.refused.some((one) => one.id === id)),
            false,
          );
          setRefused(result.refused.length > 0 ? result.refused : null);
        },
        onError: toast.failed,
      },
    );
  };
  return (
    <>
      <BulkBar selection={selection}>
        <Button look="fill" small icon="check" busy={complete.isPending} onClick={() => send(true)}>
          {t('participants.many.markPassed')}
        </Button>
        <Button small icon="minus" busy={complete.isPending} onClick={() => send(false)}>
          {t('participants.many.markFailed')}
        </Button>
      </BulkBar>
      {refused && (
        <RefusedDialog
          title={t('participants.many.refusedTitle', { count: refused.length })}
          refused={refused}
          nameOf={(id) => people.find((one) => one.id === id)?.displayName ?? ''}
          onClose={() => setRefused(null)}
        />
      )}
    </>
  );
}
