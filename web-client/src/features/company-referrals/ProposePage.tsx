import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useFormContext, useWatch } from 'react-hook-form';
import * as z from 'zod';
import { amount, Form, NumberField, SelectField, text, TextArea, useApiForm } from '../../components/form';
import { SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { longDate } from '../../lib/format';
import { useNeed, type Need } from './api/needs';
import { proposeCompany, useEducators, useOpenings, useRefresh, type Opening } from './api/referrals';
import { NeedFacts } from './needs/NeedFacts';
import { OpeningFacts } from './record/OpeningFacts';

/** Choosing a free place and to whom it is kept: for a need, or with a note. */
export function ProposePage() {
  const { t } = useTranslation('company-referrals');
  const [search] = useSearchParams();
  const needId = search.get('need');
  const need = useNeed(needId);
  const back = needId ? { to: `/companies/needs/${needId}`, label: t('need') } : { to: '/companies/referrals', label: t('title') };
  return (
    <Page title={t('propose')} width="form" subtitle={t('form.intro')} back={back}>
      {needId ? <Loaded query={need}>{(found) => <ProposeForm need={found} availabilityId={search.get('availability')} />}</Loaded> : <ProposeForm need={null} availabilityId={search.get('availability')} />}
    </Page>
  );
}

const schemaFor = (forNeed: boolean) =>
  z.object({
    availabilityId: text.required(60),
    educatorId: forNeed ? text.optional(60) : text.required(60),
    days: amount.required({ min: 1, max: 30 }),
    note: text.optional(1000),
  });
type Input = z.input<ReturnType<typeof schemaFor>>;
type Output = z.output<ReturnType<typeof schemaFor>>;

function ProposeForm({ need, availabilityId }: { need: Need | null; availabilityId: string | null }) {
  const { t } = useTranslation('company-referrals');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const educators = useEducators(need === null).data?.items ?? [];
  const form = useApiForm<Input, Output, { id: string; reservedUntil: string }>({
    schema: schemaFor(need !== null),
    defaultValues: { availabilityId: availabilityId ?? '', educatorId: '', days: 7, note: '' },
    submit: ({ educatorId, ...rest }) => proposeCompany({ ...rest, educatorId: need ? null : educatorId, needId: need?.id ?? null }),
    onDone: ({ id, reservedUntil }) => {
      void refresh();
      toast.done(t('form.done', { until: longDate(reservedUntil) }));
      void navigate(`/companies/referrals/${id}`);
    },
  });
  return (
    <Form form={form} submitLabel={t('form.save')} onCancel={() => void navigate(-1)}>
      {need && (
        <SectionCard title={t('needOf', { name: need.openedByName ?? '' })}>
          <NeedFacts need={need} />
        </SectionCard>
      )}
      <SectionCard title={t('form.which')}>
        <OpeningChoice needId={need?.id} only={availabilityId ?? undefined} />
      </SectionCard>
      <SectionCard title={t('form.who')}>
        {need === null && <SelectField name="educatorId" label={t('educator')} required options={educators.map((one) => ({ value: one.id, label: one.displayName }))} />}
        <NumberField name="days" label={t('form.days')} help={t('form.daysHelp')} unit={t('form.daysUnit')} required />
        <TextArea name="note" label={t('form.note')} help={t('form.noteHelp')} rows={3} maxLength={1000} />
      </SectionCard>
    </Form>
  );
}

/** The free places, chosen like the lines of a list; a need orders them and says why. */
function OpeningChoice({ needId, only }: { needId?: string; only?: string }) {
  const { t } = useTranslation('company-referrals');
  const [q, setQ] = useState('');
  const query = useOpenings({ needId, q: q || undefined, availabilityId: only, limit: 12 });
  const { register, formState } = useFormContext<Input>();
  const chosen = useWatch({ name: 'availabilityId' }) as string;
  const error = formState.errors.availabilityId?.message;
  if (query.isPending) return <Skeleton lines={5} />;
  const items = query.data?.items ?? [];
  return (
    <fieldset className="field full" aria-describedby={error ? 'opening-error' : undefined}>
      <legend className="visually-hidden">{t('form.which')}</legend>
      {!only && <SearchBox label={t('form.search')} value={q} onChange={setQ} />}
      {error && (
        <p className="field-error" id="opening-error">
          {error}
        </p>
      )}
      {items.length === 0 ? (
        <EmptyState icon="search" title={t('form.none')} text={t('form.noneText')} />
      ) : (
        <ul className="opening-choice">
          {items.map((item) => (
            <OpeningLine key={item.availability.id} item={item} chosen={chosen === item.availability.id} register={register('availabilityId')} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function OpeningLine({ item, chosen, register }: { item: Opening; chosen: boolean; register: object }) {
  const { t } = useTranslation('company-referrals');
  return (
    <li className={chosen ? 'on' : undefined}>
      <label>
        <input type="radio" value={item.availability.id} {...register} />
        <span>
          <strong>{item.companyName}</strong> {t('free', { count: item.availability.freePlaces })}
          <span className="muted block">{[item.availability.duties, item.municipalityName].filter(Boolean).join(' · ')}</span>
        </span>
      </label>
      {item.reasons.length > 0 && (
        <ul className="reasons">
          {item.reasons.map((reason) => (
            <li key={reason.code} className={reason.fits ? 'good' : undefined}>
              {reason.text}
            </li>
          ))}
        </ul>
      )}
      {chosen && <OpeningFacts opening={item.availability} />}
    </li>
  );
}
