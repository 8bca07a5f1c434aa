import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Notice } from '../../components/parts';
import { useToast } from '../../components/Toast';
import { DateText } from '../../components/values';
import type { Company } from './api/companies';
import { useMerges, useUndoMerge } from './api/file';

/** What became part of this company, and the way back. */
export function MergesNotice({ company, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  const merges = (useMerges(company.id).data?.items ?? []).filter((merge) => !merge.undoneAt);
  const undo = useUndoMerge(company.id);
  const confirm = useConfirm();
  const toast = useToast();
  if (merges.length === 0) return null;
  const goBack = async (id: string, name: string) => {
    if (!(await confirm({ title: t('file.undoTitle', { name }), text: t('file.undoText'), action: t('file.undo') }))) return;
    toast.after(undo.mutateAsync(id), t('file.undone'));
  };
  return (
    <Notice title={t('file.mergedTitle', { count: merges.length })}>
      <ul>
        {merges.map((merge) => (
          <li key={merge.id}>
            {merge.mergedName}, <DateText value={merge.mergedAt} />, {merge.mergedByName}{' '}
            {mayWrite && (
              <Button look="plain" small aria-label={t('file.undoOne', { name: merge.mergedName })} busy={undo.isPending} onClick={() => void goBack(merge.id, merge.mergedName)}>
                {t('file.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
