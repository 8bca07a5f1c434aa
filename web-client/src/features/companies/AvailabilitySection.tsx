import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Menu } from '../../components/Menu';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { DateText, RelativeDate } from '../../components/values';
import { SlotsText } from '../../components/WeekSlots';
import { useAvailabilities, useEndAvailability, useVerifyAvailability, type Availability } from './api/availabilities';
import type { Company } from './api/companies';
import { AvailabilityForm } from './AvailabilityForm';

const tones: Record<Availability['state'], Tone> = { current: 'ok', future: 'blue', unknown: 'warn', ended: 'neutral' };

/** What the company offers now, and what it offered. */
export function AvailabilitySection({ company, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  const [editing, setEditing] = useState<'new' | string | null>(null);
  const query = useAvailabilities(company.id);
  return (
    <SectionCard
      title={t('availability.title')}
      actions={
        mayWrite &&
        editing !== 'new' && (
          <Button look="plain" small icon="plus" onClick={() => setEditing('new')}>
            {t('availability.add')}
          </Button>
        )
      }
    >
      {editing === 'new' && <AvailabilityForm company={company} onClose={() => setEditing(null)} />}
      <Loaded query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            editing !== 'new' && <EmptyState icon="help-circle" title={t('availability.none')} text={t('availability.noneText')} />
          ) : (
            <ul className="rows offers">
              {items.map((item) =>
                editing === item.id ? (
                  <li key={item.id}>
                    <AvailabilityForm company={company} item={item} onClose={() => setEditing(null)} />
                  </li>
                ) : (
                  <Offer key={item.id} item={item} company={company} mayWrite={mayWrite} onEdit={() => setEditing(item.id)} />
                ),
              )}
            </ul>
          )
        }
      </Loaded>
    </SectionCard>
  );
}

function Offer({ item, company, mayWrite, onEdit }: { item: Availability; company: Company; mayWrite: boolean; onEdit: () => void }) {
  const { t } = useTranslation('companies');
  const constraints = constraintsOf(item, t);
  const seesPeople = useRight('beneficiaries:read');
  return (
    <li>
      <div className="row-head">
        <strong>
          {t('availability.places', { count: item.places })}: {item.duties}
        </strong>
        <StatusChip tone={tones[item.state]}>{t(`availability.state.${item.state}`)}</StatusChip>
      </div>
      {item.state !== 'ended' && item.freePlaces < item.places && (
        <div>{item.freePlaces === 0 ? t('availability.allTaken') : t('availability.freeOf', { count: item.freePlaces, places: item.places })}</div>
      )}
      <div className="muted">
        {[t(`availability.context.${item.context}`), item.weeklyHours && t('availability.hours', { count: item.weeklyHours }), t('availability.production', { trend: t(`availability.trend.${item.trend}`) })]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {item.slots.length > 0 && (
        <div className="muted">
          <SlotsText slots={item.slots} />
        </div>
      )}
      {item.skills && <div className="muted">{t('availability.skillsLine', { skills: item.skills })}</div>}
      {constraints.length > 0 && (
        <ul className="reasons" aria-label={t('availability.constraints')}>
          {constraints.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <div className="muted">
        {t('availability.from')} <DateText value={item.from} short />
        {item.to && (
          <>
            {' '}
            {t('availability.to')} <DateText value={item.to} short />
          </>
        )}
        {' · '}
        {t('availability.verified')} <RelativeDate value={item.verifiedOn} />
      </div>
      {seesPeople && item.state !== 'ended' && (
        <ButtonLink look="plain" small icon="user" to={`/beneficiaries/for-opening/${item.id}`} aria-label={t('availability.whoCouldFor', { duties: item.duties })}>
          {t('availability.whoCould')}
        </ButtonLink>
      )}
      {mayWrite && item.state !== 'ended' && <OfferActions item={item} company={company} onEdit={onEdit} />}
    </li>
  );
}

function OfferActions({ item, company, onEdit }: { item: Availability; company: Company; onEdit: () => void }) {
  const { t } = useTranslation('companies');
  const mayPropose = useRight('company-referrals:propose');
  const end = useEndAvailability(company.id);
  const verify = useVerifyAvailability(company.id);
  const confirm = useConfirm();
  const toast = useToast();
  const stop = async () => {
    if (!(await confirm({ title: t('availability.endTitle', { duties: item.duties }), text: t('availability.endText'), action: t('availability.end') }))) return;
    toast.after(end.mutateAsync(item.id), t('availability.ended'));
  };
  return (
    <div className="row-actions">
      {mayPropose && item.state === 'current' && item.freePlaces > 0 && (
        <ButtonLink small icon="share" to={`/companies/referrals/new?availability=${item.id}`}>
          {t('availability.propose')}
        </ButtonLink>
      )}
      <Button look={item.state === 'unknown' ? 'outline' : 'plain'} small busy={verify.isPending} onClick={() => toast.after(verify.mutateAsync(item.id), t('availability.verifiedNow'))}>
        {t('availability.verifyNow')}
      </Button>
      <Menu
        label={t('more')}
        buttonClass="btn0 plain small"
        items={[
          { label: t('availability.change'), icon: 'pencil', onSelect: onEdit },
          { label: t('availability.end'), icon: 'close', onSelect: () => void stop() },
        ]}
      />
    </div>
  );
}

/** What the duty asks, said only where it was asked. */
function constraintsOf(item: Availability, t: ReturnType<typeof useTranslation>['t']): string[] {
  return [
    item.drivingLicence !== null && item.drivingLicence !== undefined && t(item.drivingLicence ? 'companies:availability.says.licence' : 'companies:availability.says.noLicence'),
    item.shifts !== null && item.shifts !== undefined && t(item.shifts ? 'companies:availability.says.shifts' : 'companies:availability.says.noShifts'),
    item.physicalEffort && t(`companies:availability.says.effort.${item.physicalEffort}`),
    item.interruptions && t(`companies:availability.says.interruptions.${item.interruptions}`),
    item.constraintNote,
  ].filter((one): one is string => !!one);
}
