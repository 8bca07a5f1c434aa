import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { ListFoot } from '../../components/ListFoot';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { SelectAll, useSelection } from '../../components/selection';
import { EmptyState, Loaded } from '../../components/states';
import { classes } from '../../lib/classes';
import { number } from '../../lib/format';
import { isFinishable, type Edition } from './api/editions';
import { hasPlace, useEnrolments, type Enrolment } from './api/enrolments';
import { EnrolCaseForm, EnrolForm } from './EnrolForm';
import { ManyFinished } from './ManyFinished';
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
            <People edition={edition} people={items} />
          )
        }
      </Loaded>
    </SectionCard>
  );
}

/** A course has some tens of people; of one that many follow from afar these are drawn at once, and more when asked. */
const aScreenful = 100;

/** Who has a place can be chosen when the course is held: nearly all finish it on the same day. */
function People({ edition, people }: { edition: Edition; people: Enrolment[] }) {
  const { t } = useTranslation('training');
  const selection = useSelection();
  const [most, setMost] = useState(aScreenful);
  const sorted = order.flatMap((state) => people.filter((one) => one.state === state).sort((a, b) => (a.waitingPosition ?? 0) - (b.waitingPosition ?? 0)));
  const rows = sorted.slice(0, most);
  const choosable = edition.canManage && isFinishable(edition) ? people.filter(hasPlace) : [];
  const keys = choosable.map((one) => one.id);
  useEffect(() => {
    // Who has left the course meanwhile has no box any more, and is not chosen either.
    selection.set(
      [...selection.keys].filter((key) => !keys.includes(key)),
      false,
    );
  }, [keys.join()]);
  return (
    <>
      {keys.length > 1 && <SelectAll selection={selection} keys={keys} label={t('participants.many.selectAll', { count: keys.length })} shown />}
      <ul className={classes('rows', keys.length > 0 && 'choosable')}>
        {rows.map((one) => (
          <ParticipantRow key={one.id} enrolment={one} edition={edition} selection={keys.includes(one.id) ? selection : undefined} />
        ))}
      </ul>
      {sorted.length > aScreenful && (
        <ListFoot list={{ rows, total: sorted.length, isPending: false, hasMore: sorted.length > most, isLoadingMore: false, loadMore: () => setMost(most + aScreenful) }} />
      )}
      {keys.length > 0 && <ManyFinished editionId={edition.id} selection={selection} people={people} />}
    </>
  );
}

function Nobody({ edition }: { edition: Edition }) {
  const { t } = useTranslation('training');
  if (!edition.canManage) return <EmptyState icon="locked" title={t('participants.hidden')} text={t('participants.hiddenText')} />;
  return <EmptyState icon="user" title={t('participants.empty')} text={edition.state === 'planned' ? t('participants.notOpen') : t('participants.emptyText')} />;
}
