import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { Button, ButtonLink } from '../../../components/Button';
import { Menu } from '../../../components/Menu';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { assessmentAddress, assessmentKinds, comparisonAddress, startAssessment, useAssessments, type AssessmentKind } from '../api/assessments';
import type { Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { AssessmentChip } from './AssessmentChip';

/** Assessments by their moment. What they say stays closed until one is opened, which is logged. */
export function AssessmentsSection({ record, open }: { record: Case; open: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const list = useAssessments(record.id);
  const [busy, setBusy] = useState(false);
  const atWork = new Set<string | null>(list.rows.filter((line) => line.state !== 'signed').map((line) => line.kind));
  const signed = (kind: AssessmentKind) => list.rows.filter((line) => line.kind === kind && line.state === 'signed').length;
  const start = async (kind: AssessmentKind) => {
    if (busy) return;
    setBusy(true);
    try {
      const started = await startAssessment(record.id, kind);
      void queries.invalidateQueries({ queryKey: peopleKeys.case(record.id) });
      void navigate(assessmentAddress(record.beneficiaryId, record.id, started.id));
    } catch (error) {
      toast.failed(error);
      setBusy(false);
    }
  };
  const choices = assessmentKinds.filter((kind) => !atWork.has(kind)).map((kind) => ({ label: t(`assessments.kind.${kind}`), onSelect: () => void start(kind) }));
  return (
    <div id="assessments">
      <SectionCard
        title={t('assessments.title')}
        note={t('assessments.note')}
        actions={open && !list.isPending && choices.length > 0 && <Menu label={t('assessments.start')} items={choices} buttonClass="btn0 small" />}
      >
        {list.error ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.isPending ? (
          <Skeleton lines={2} />
        ) : list.rows.length === 0 ? (
          <EmptyState icon="chart-line" title={t('assessments.none')} text={open ? t('assessments.noneText') : undefined} />
        ) : (
          <>
            <ul className="rows">
              {list.rows.map((line) => (
                <li key={line.id}>
                  <div>
                    <Link className="lnk" to={assessmentAddress(record.beneficiaryId, record.id, line.id)}>
                      {t(`assessments.kind.${line.kind}`)} · {t('assessments.moment', { number: line.moment })}
                    </Link>{' '}
                    <AssessmentChip state={line.state} />
                    <div className="hint">
                      <DateText value={line.heldOn} />
                      {line.state === 'toSign' && ` · ${t('plans.signedOf', { done: Number(line.signatures), total: Number(line.signers) })}`}
                    </div>
                  </div>
                </li>
              ))}
            </ul>
            <div className="inline">
              {signed('icf') > 0 && (
                <ButtonLink small look="quiet" icon="chart-line" to={comparisonAddress(record.beneficiaryId, record.id, 'icf')}>
                  {t('assessments.overTimeIcf')}
                </ButtonLink>
              )}
              {signed('skills') > 0 && (
                <ButtonLink small look="quiet" icon="chart-line" to={comparisonAddress(record.beneficiaryId, record.id, 'skills')}>
                  {t('assessments.overTimeSkills')}
                </ButtonLink>
              )}
              {list.hasMore && (
                <Button small look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
                  {t('assessments.older')}
                </Button>
              )}
            </div>
          </>
        )}
      </SectionCard>
    </div>
  );
}
