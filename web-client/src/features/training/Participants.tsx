import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { number } from '../../lib/format';
import type { Edition } from './api/editions';
import { useEnrolments } from './api/enrolments';
import { EnrolCaseForm, EnrolForm } from './EnrolForm';
import { ParticipantRow } from './ParticipantRow';

const order = ['confirmed', 'completed', 'enrolled', 'waiting', 'withdrawn'] as const;

/** Who takes part, as far as the person may know it, with the counts that everybody sees. */
export function Participants({ edition }: { edition: Edition }) {
  const { t } = useTranslation('training');
  const query = useEnrolments(edition.id);
  const [adding, setAdding] = useState<'case' | 'outside' | null>(null);
  const seesCases = useRight('beneficiaries:read');
  const isOpen = edition.state === 'enrolling' || edition.state === 'running';
  const { counts } = edition;
  const others = [
    counts.enrolled > 0 && t('counts.enrolled', { count: counts.enrolled }),
    counts.waiting > 0 && t('counts.waiting', { count: counts.waiting }),
    counts.withdrawn > 0 && t('counts.withdrawn', { count: counts.withdrawn }),
    counts.hired > 0 && t('counts.hired', { count: counts.hired }),
  ].filter(Boolean);
  return (
    <SectionCard
      title={t('participants.title')}
      note={[t('placesTaken', { taken: number(counts.confirmed), places: number(edition.places) }), ...others].join(' · ')}
      actions={
        isOpen &&
        !adding && (
          <>
            {seesCases && (
              <Button icon="plus" small onClick={() => setAdding('case')}>
                {t('participants.addCase')}
              </Button>
            )}
            {edition.canManage && (
              <Button icon="plus" small onClick={() => setAdding('outside')}>
                {t('participants.add')}
              </Button>
            )}
          </>
        )
      }
    >
      {adding === 'case' && <EnrolCaseForm edition={edition} onClose={() => setAdding(null)} />}
      {adding === 'outside' && <EnrolForm edition={edition} onClose={() => setAdding(null)} />}
      {counts.waiting > 0 && counts.confirmed < edition.places && edition.canManage && isOpen && (
        <Notice tone="warn" title={t('participants.freePlaces', { count: edition.places - counts.confirmed })}>
          {t('participants.freePlacesText')}
        </Notice>
      )}
      <Loaded query={query} lines={5}>
        {({ items }) =>
          items.length === 0 ? (
            <Nobody edition={edition} />
          ) : (
            <ul className="rows">
              {order
                .flatMap((state) => items.filter((item) => item.state === state).sort((a, b) => (a.waitingPosition ?? 0) - (b.waitingPosition ?? 0)))
                .map((enrolment) => (
                  <ParticipantRow key={enrolment.id} enrolment={enrolment} edition={edition} />
                ))}
            </ul>
          )
        }
      </Loaded>
    </SectionCard>
  );
}

function Nobody({ edition }: { edition: Edition }) {
  const { t } = useTranslation('training');
  if (!edition.canManage) return <EmptyState icon="locked" title={t('participants.hidden')} text={t('participants.hiddenText')} />;
  return <EmptyState icon="user" title={t('participants.empty')} text={edition.state === 'planned' ? t('participants.notOpen') : t('participants.emptyText')} />;
}
