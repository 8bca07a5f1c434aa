import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { DateField, FieldRow, Form, NumberField, RadioGroup, TextField, amount, choice, day, text, useApiForm } from '../../components/form';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { DateText, RelativeDate } from '../../components/values';
import { today } from '../../lib/format';
import { declareAvailability, useAvailabilities, useEndAvailability, type Availability } from './api/availabilities';
import type { Company } from './api/companies';
import { companyKeys } from './api/keys';

const contexts = ['protected', 'productive', 'job'] as const;
const trends = ['peak', 'normal', 'drop'] as const;
const tones: Record<Availability['state'], Tone> = { current: 'ok', future: 'blue', unknown: 'warn', ended: 'neutral' };

/** What the company offers now, and what it offered. */
export function AvailabilitySection({ company, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  const [adding, setAdding] = useState(false);
  const query = useAvailabilities(company.id);
  return (
    <SectionCard
      title={t('availability.title')}
      actions={
        mayWrite &&
        !adding && (
          <Button look="plain" small icon="plus" onClick={() => setAdding(true)}>
            {t('availability.add')}
          </Button>
        )
      }
    >
      {adding && <NewAvailability company={company} onClose={() => setAdding(false)} />}
      <Loaded query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            !adding && <EmptyState icon="help-circle" title={t('availability.none')} text={t('availability.noneText')} />
          ) : (
            <ul className="rows offers">
              {items.map((item) => (
                <Offer key={item.id} item={item} company={company} mayWrite={mayWrite} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </SectionCard>
  );
}

function Offer({ item, company, mayWrite }: { item: Availability; company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  const end = useEndAvailability(company.id);
  const confirm = useConfirm();
  const toast = useToast();
  const seesPeople = useRight('beneficiaries:read');
  const stop = async () => {
    if (!(await confirm({ title: t('availability.endTitle', { duties: item.duties }), text: t('availability.endText'), action: t('availability.end') }))) return;
    end.mutate(item.id, { onSuccess: () => toast.done(t('availability.ended')), onError: toast.failed });
  };
  return (
    <li>
      <div className="row-head">
        <strong>
          {t('availability.places', { count: item.places })}: {item.duties}
        </strong>
        <StatusChip tone={tones[item.state]}>{t(`availability.state.${item.state}`)}</StatusChip>
      </div>
      <div className="muted">
        {[t(`availability.context.${item.context}`), item.weeklyHours && t('availability.hours', { count: item.weeklyHours }), t(`availability.trend.${item.trend}`)].filter(Boolean).join(' · ')}
      </div>
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
      {mayWrite && item.state !== 'ended' && (
        <Button look="plain" small busy={end.isPending} onClick={() => void stop()}>
          {t('availability.end')}
        </Button>
      )}
    </li>
  );
}

const schema = z.object({
  places: amount.required({ min: 1, max: 100 }),
  context: choice.required(contexts),
  duties: text.required(400),
  weeklyHours: amount.optional({ min: 1, max: 48 }),
  from: day.optional(),
  to: day.optional(),
  trend: choice.required(trends),
  verifiedOn: day.optional(),
});

function NewAvailability({ company, onClose }: { company: Company; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: { places: 1, context: 'productive', duties: '', weeklyHours: null, from: today(), to: '', trend: 'normal', verifiedOn: today() },
    submit: (values) => declareAvailability(company.id, values),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: companyKeys.all });
      toast.done(t('availability.saved'));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('availability.save')} onCancel={onClose} label={t('availability.add')}>
      <FieldRow>
        <NumberField name="places" label={t('availability.placesLabel')} required />
        <NumberField name="weeklyHours" label={t('availability.weeklyHours')} />
      </FieldRow>
      <TextField name="duties" label={t('availability.duties')} required autoComplete="off" />
      <RadioGroup name="context" label={t('availability.contextLabel')} required segmented options={contexts.map((value) => ({ value, label: t(`availability.context.${value}`) }))} />
      <RadioGroup name="trend" label={t('availability.trendLabel')} required segmented options={trends.map((value) => ({ value, label: t(`availability.trend.${value}`) }))} />
      <FieldRow>
        <DateField name="from" label={t('availability.fromLabel')} />
        <DateField name="to" label={t('availability.toLabel')} />
        <DateField name="verifiedOn" label={t('availability.verifiedLabel')} />
      </FieldRow>
    </Form>
  );
}
