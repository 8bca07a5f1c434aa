import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { SectionCard } from '../../components/SectionCard';
import { useToast } from '../../components/Toast';
import { DateText } from '../../components/values';
import { dropDraft, useDrafts } from './api/drafts';
import { internshipKeys } from './api/keys';

/** Projects that one left half way, to be found again. */
export function Drafts() {
  const { t } = useTranslation('internships');
  const drafts = useDrafts(true).data?.items ?? [];
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  if (drafts.length === 0) return null;
  const drop = async (id: string, name: string) => {
    if (!(await confirm({ title: t('drafts.dropTitle'), text: t('drafts.dropText', { name }), action: t('drafts.drop'), danger: true }))) return;
    toast.after(dropDraft(id).then(() => queries.invalidateQueries({ queryKey: internshipKeys.drafts })), t('drafts.dropped'));
  };
  return (
    <SectionCard title={t('drafts.title', { count: drafts.length })}>
      <ul className="rows">
        {drafts.map((one) => {
          const name = [one.personName ?? t('drafts.noPerson'), one.companyName ?? t('drafts.noCompany')].join(' · ');
          return (
            <li key={one.id} className="row0">
              <div className="row0-main">
                <Link to={`/internships/new?draft=${one.id}`}>{name}</Link>
                <div className="muted">
                  {t('drafts.saved')} <DateText value={one.savedAt} />
                </div>
              </div>
              <Button look="plain" small icon="delete" aria-label={t('drafts.dropOne', { name })} onClick={() => void drop(one.id, name)}>
                {t('drafts.drop')}
              </Button>
            </li>
          );
        })}
      </ul>
    </SectionCard>
  );
}
