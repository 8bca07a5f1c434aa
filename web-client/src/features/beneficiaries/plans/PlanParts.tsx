import { useTranslation } from 'react-i18next';
import { Timeline } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { DateText } from '../../../components/values';
import { signedPlanAddress, type Plan } from '../api/plans';

/** Who signed, how and when; who has still to. */
export function Signatures({ plan }: { plan: Plan }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <SectionCard title={t('plans.signatures')}>
      <ul className="rows">
        {plan.signatures.map((one, index) => (
          <li key={index}>
            <div>
              <b>{one.name ?? t('team.unknown')}</b> {one.ofPerson && <span className="muted">({t('plans.thePerson')})</span>}{' '}
              {one.way ? <StatusChip tone="ok">{t('plans.hasSigned')}</StatusChip> : <StatusChip tone="warn">{t('plans.mustSign')}</StatusChip>}
              {one.way && (
                <div className="hint">
                  <DateText value={one.signedOn} /> · {t(`plans.way.${one.way}`)}
                  {one.recordedByName && ` · ${t('plans.recordedBy', { name: one.recordedByName })}`}
                </div>
              )}
            </div>
            {one.hasCopy && (
              <a href={signedPlanAddress(plan.caseId, plan.id, one.outsideId)} download>
                {t('plans.signedCopy')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

export function Reviews({ plan }: { plan: Plan }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <SectionCard title={t('plans.reviews')}>
      <Timeline
        entries={plan.reviews.map((review) => ({
          key: review.id,
          title: <DateText value={review.heldOn} />,
          when: (
            <>
              {t('plans.nextOn')} <DateText value={review.nextOn} />
            </>
          ),
          by: review.writtenByName,
          text: <span className="pre-line">{review.note}</span>,
        }))}
      />
    </SectionCard>
  );
}
