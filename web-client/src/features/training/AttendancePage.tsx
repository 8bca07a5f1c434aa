import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { useUnsavedGuard } from '../../components/form/guard';
import { Page } from '../../components/Page';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { longDate } from '../../lib/format';
import { useEdition } from './api/editions';
import { useEnrolments, type Enrolment } from './api/enrolments';
import { useAttendance, useRecordAttendance, useSessions } from './api/sessions';

/** Who is here: one big line for each name, to be ticked with a thumb while the room fills. */
export function AttendancePage() {
  const { t } = useTranslation('training');
  const { editionId = '', sessionId = '' } = useParams();
  const edition = useEdition(editionId);
  const enrolments = useEnrolments(editionId);
  const attendance = useAttendance(editionId, sessionId);
  const session = useSessions(editionId).data?.items.find((one) => one.id === sessionId);
  const takingPart = enrolments.data?.items.filter((one) => one.state === 'confirmed' || one.state === 'completed');
  return (
    <Page
      title={t('attendance.title')}
      width="form"
      back={{ to: `/training/editions/${editionId}`, label: edition.data?.code ?? t('edition.one') }}
      subtitle={session && [edition.data?.courseTitle, t('sessions.name', { day: longDate(session.day), from: session.from, to: session.to })].filter(Boolean).join(' · ')}
    >
      <Loaded query={enrolments}>
        {() => (
          <Loaded query={attendance}>
            {({ present, recordedAt }) =>
              takingPart && takingPart.length > 0 ? (
                <TickList key={recordedAt ?? 'new'} editionId={editionId} sessionId={sessionId} people={takingPart} present={recordedAt ? present : takingPart.map((one) => one.id)} isNew={!recordedAt} />
              ) : (
                <div className="card0">
                  <EmptyState icon="user" title={t('attendance.empty')} text={t('attendance.emptyText')} />
                </div>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function TickList({ editionId, sessionId, people, present, isNew }: { editionId: string; sessionId: string; people: Enrolment[]; present: string[]; isNew: boolean }) {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const toast = useToast();
  const record = useRecordAttendance(editionId, sessionId);
  const [here, setHere] = useState(() => new Set(present));
  useEffect(() => setHere(new Set(present)), [present.join()]);
  const tick = (id: string, is: boolean) =>
    setHere((before) => {
      const next = new Set(before);
      if (is) next.add(id);
      else next.delete(id);
      return next;
    });
  const count = people.filter((one) => here.has(one.id)).length;
  const liftGuard = useUnsavedGuard(here.size !== present.length || present.some((id) => !here.has(id)));
  const save = () =>
    record.mutate(
      people.filter((one) => here.has(one.id)).map((one) => one.id),
      {
        onSuccess: () => {
          liftGuard();
          toast.done(t('attendance.saved', { count }));
          void navigate(`/training/editions/${editionId}`);
        },
        onError: toast.failed,
      },
    );
  return (
    <>
      {isNew && <p className="hint">{t('attendance.help')}</p>}
      <fieldset className="card0 ticks">
        <legend className="visually-hidden">{t('attendance.title')}</legend>
        {people.map((one) => (
          <label key={one.id}>
            <input type="checkbox" checked={here.has(one.id)} onChange={(event) => tick(one.id, event.target.checked)} />
            <span>{one.displayName}</span>
          </label>
        ))}
      </fieldset>
      <div className="form-foot sticky-foot">
        <Button look="fill" busy={record.isPending} onClick={save}>
          {t('attendance.save')}
        </Button>
        <span role="status">{t('attendance.count', { count, all: people.length })}</span>
      </div>
    </>
  );
}
