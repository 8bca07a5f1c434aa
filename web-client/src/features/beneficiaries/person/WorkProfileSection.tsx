import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { KeyValue } from '../../../components/values';
import { useWorkProfile, type WorkProfile } from '../api/work-profile';
import { WorkProfileForm } from './WorkProfileForm';

/** What the person can and cannot do at work, in functional terms: what companies are ranked by. Why is never written here. */
export function WorkProfileSection({ caseId, mayWrite }: { caseId: string; mayWrite: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const [editing, setEditing] = useState(false);
  const query = useWorkProfile(caseId);
  return (
    <div id="work-profile">
      <SectionCard
        title={t('work.title')}
        note={t('work.note')}
        actions={
          mayWrite &&
          query.data &&
          !editing && (
            <Button small look="quiet" icon="pencil" aria-label={t('work.editLabel')} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )
        }
      >
        <Loaded query={query} lines={4}>
          {(profile) => (editing ? <WorkProfileForm caseId={caseId} profile={profile} onClose={() => setEditing(false)} /> : <Written profile={profile} />)}
        </Loaded>
      </SectionCard>
    </div>
  );
}

function Written({ profile }: { profile: WorkProfile }) {
  const { t } = useTranslation('beneficiaries');
  const { details } = profile;
  const known = (value: boolean | null) => value !== null && t(value ? 'work.yes' : 'work.no');
  const reach = [details.reachKm && t('work.upToKm', { count: details.reachKm }), details.reachMinutes && t('work.upToMinutes', { count: details.reachMinutes })].filter(Boolean).join(', ');
  return (
    <>
      {profile.version === 0 && <p className="hint">{t('work.empty')}</p>}
      <KeyValue
        items={[
          { label: t('work.skills'), value: details.skills.join(', ') },
          { label: t('work.means'), value: [details.means.map((one) => t(`work.mean.${one}`)).join(', '), reach].filter(Boolean).join(' · ') },
          { label: t('work.weeklyHours'), value: details.weeklyHours },
          {
            label: t('work.unavailable'),
            value: details.unavailable.length > 0 ? (
              <ul className="plain">
                {details.unavailable.map((window, index) => (
                  <li key={index}>{t('work.window', { day: t(`work.day.${window.day}`), from: window.from.slice(0, 5), to: window.to.slice(0, 5) })}</li>
                ))}
              </ul>
            ) : null,
          },
          { label: t('work.context'), value: t(`work.contexts.${details.context ?? 'either'}`) },
          { label: t('work.effort'), value: details.effort && t(`work.efforts.${details.effort}`) },
          { label: t('work.interruptions'), value: t(details.needsInterruptions ? 'work.interruptionsNeeded' : 'work.interruptionsNot') },
          { label: t('work.licence'), value: known(details.drivingLicence) || null },
          { label: t('work.shifts'), value: known(details.shifts) || null },
        ]}
      />
    </>
  );
}
