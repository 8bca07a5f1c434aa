import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { ErrorState, Skeleton } from '../../../components/states';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import type { CheckedRule, Internship, RuleCheck } from '../api/internships';
import { wayToMend } from '../mending';
import { RuleList } from '../RuleList';

export function RulesSection({ check, internship, onDocuments }: { check: { data: RuleCheck | undefined; error: unknown; refetch: () => unknown }; internship: Internship; onDocuments: () => void }) {
  const { t } = useTranslation('internships');
  const mayWrite = useRight('internships:write');
  const { data, error } = check;
  const broken = data?.rules.filter((rule) => rule.outcome === 'blocks').length ?? 0;
  return (
    <SectionCard title={t('rules.title')} note={data && <StatusChip tone={broken > 0 ? 'warn' : 'ok'}>{broken > 0 ? t('rules.broken', { count: broken }) : t('rules.hold')}</StatusChip>}>
      {!!error && <ErrorState error={error} onRetry={() => void check.refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && <RuleList rules={data.rules} mend={mayWrite ? (rule: CheckedRule) => wayToMend(rule, internship, onDocuments) : undefined} />}
    </SectionCard>
  );
}
