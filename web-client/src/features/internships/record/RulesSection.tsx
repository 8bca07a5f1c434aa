import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { ErrorState, Skeleton } from '../../../components/states';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { letRuleHold, useRefresh, type CheckedRule, type Internship, type RuleCheck } from '../api/internships';
import { wayToMend } from '../mending';
import { RuleList } from '../RuleList';
import { SetAsideDialog } from './SetAsideDialog';

const holds = (rule: CheckedRule) => rule.outcome === 'ok' && !rule.setAside;

/** What asks for nothing is counted and looked up: what is to be done stands alone above. */
function KeptRules({ rules }: { rules: CheckedRule[] }) {
  const { t } = useTranslation('internships');
  const unverified = rules.filter((rule) => rule.toVerify).length;
  if (rules.length === 0) return null;
  return (
    <details className="kept-rules">
      <summary>
        {t('rules.kept', { count: rules.length })}
        {unverified > 0 && `, ${t('rules.keptToVerify', { count: unverified })}`}
      </summary>
      <RuleList rules={rules} />
    </details>
  );
}

export function RulesSection({ check, internship, onDocuments }: { check: { data: RuleCheck | undefined; error: unknown; refetch: () => unknown }; internship: Internship; onDocuments: (field: string) => void }) {
  const { t } = useTranslation('internships');
  const mayWrite = useRight('internships:write');
  const mayOverride = useRight('internships:override');
  const toast = useToast();
  const refresh = useRefresh();
  const [aside, setAside] = useState<CheckedRule | null>(null);
  const { data, error } = check;
  const broken = data?.rules.filter((rule) => rule.outcome === 'blocks' && !rule.setAside).length ?? 0;
  const letHold = (rule: CheckedRule) => void toast.after(letRuleHold(internship.id, rule.code).then(refresh), t('setAside.holds'));
  return (
    <SectionCard title={t('rules.title')} note={data && <StatusChip tone={broken > 0 ? 'warn' : 'ok'}>{broken > 0 ? t('rules.broken', { count: broken }) : t('rules.hold')}</StatusChip>}>
      {!!error && <ErrorState error={error} onRetry={() => void check.refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <>
          <RuleList
            rules={data.rules.filter((rule) => !holds(rule))}
            mend={mayWrite ? (rule: CheckedRule) => wayToMend(rule, internship, onDocuments) : undefined}
            setAside={mayOverride ? setAside : undefined}
            letHold={mayOverride ? letHold : undefined}
          />
          <KeptRules rules={data.rules.filter(holds)} />
        </>
      )}
      {aside && <SetAsideDialog internship={internship} rule={aside} onClose={() => setAside(null)} />}
    </SectionCard>
  );
}
