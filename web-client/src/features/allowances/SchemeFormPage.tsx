import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../components/Button';
import { amount, choice, DateField, day, FieldRow, Form, MoneyField, NumberField, SelectField, text, TextArea, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText, KeyValue } from '../../components/values';
import { TermsSentence } from './TermsSentence';
import { belows, createScheme, changeScheme, dayShares, internshipKinds, methods, methodsBySteps, methodsByPresence, reaches, readScheme, useRefresh, useSchemes, type Scheme } from './api/schemes';

const schema = z.object({
  name: text.required(200),
  region: text.optional(60),
  kind: choice.optional(internshipKinds),
  maxDailyHours: amount.optional({ min: 1, max: 24 }),
  note: text.optional(600),
  terms: z.array(
    z.object({
      validFrom: day.required(),
      method: choice.required(methods),
      cents: amount.optional({ min: 0 }),
      centsWithMeals: amount.optional({ min: 0 }),
      thresholdPercent: amount.optional({ min: 1, max: 100 }),
      reached: choice.required(reaches),
      below: choice.required(belows),
      dayShare: choice.required(dayShares),
      floorCents: amount.optional({ min: 0 }),
      totalCents: amount.optional({ min: 1 }),
      act: text.optional(300),
      toVerify: z.array(z.string()),
      steps: z.array(z.object({ reachedAt: amount.required({ min: 0 }), cents: amount.required({ min: 0 }) })),
    }),
  ),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

const numberOf = (value: number | string | null | undefined) => (value === null || value === undefined ? null : Number(value));

const noTerms = (): Input['terms'][number] => ({
  validFrom: '', method: '', cents: null, centsWithMeals: null, thresholdPercent: null, reached: 'atLeast', below: 'nothing', dayShare: 'calendarDays', floorCents: null, totalCents: null, act: '', toVerify: [], steps: [],
});

const inputOf = (scheme?: Scheme): Input => ({
  name: scheme?.name ?? '',
  region: scheme?.region ?? '',
  kind: scheme?.kind ?? '',
  maxDailyHours: numberOf(scheme?.maxDailyHours),
  note: scheme?.note ?? '',
  terms: scheme
    ? scheme.terms.map((terms) => ({
        validFrom: terms.validFrom ?? '',
        method: terms.method ?? '',
        cents: numberOf(terms.cents),
        centsWithMeals: numberOf(terms.centsWithMeals),
        thresholdPercent: numberOf(terms.thresholdPercent),
        reached: terms.thresholdAbove ? ('above' as const) : ('atLeast' as const),
        below: terms.below ?? 'nothing',
        dayShare: terms.dayShare ?? 'calendarDays',
        floorCents: numberOf(terms.floorCents),
        totalCents: numberOf(terms.totalCents),
        act: terms.act ?? '',
        toVerify: terms.toVerify ?? [],
        steps: (terms.steps ?? []).map((step) => ({ reachedAt: Number(step.reachedAt), cents: Number(step.cents) })),
      }))
    : [noTerms()],
});

/** Terms that pay somebody already stay as they are. */
const isFixed = (scheme: Scheme | undefined, validFrom: string) => !!scheme?.fixedUntil && validFrom !== '' && validFrom <= scheme.fixedUntil;

/** What the method does not use is not sent. */
const bodyOf = ({ terms, ...scheme }: Output) => ({
  ...scheme,
  terms: terms.map(({ reached, ...one }) => {
    const bySteps = methodsBySteps.some((method) => method === one.method);
    const byPresence = methodsByPresence.some((method) => method === one.method);
    return {
      ...one,
      cents: bySteps || one.method === 'setInProject' ? 0 : one.cents,
      steps: bySteps ? one.steps : [],
      thresholdPercent: byPresence ? one.thresholdPercent : null,
      thresholdAbove: byPresence && one.thresholdPercent !== null && reached === 'above',
      below: one.method === 'proRataWithFloor' ? ('proRata' as const) : byPresence ? one.below : ('nothing' as const),
      floorCents: byPresence ? one.floorCents : null,
      totalCents: one.method === 'dowry' ? one.totalCents : null,
    };
  }),
});

export function SchemeFormPage() {
  const { t } = useTranslation('allowances');
  const { schemeId } = useParams();
  const query = useSchemes();
  const back = { to: '/allowances/schemes', label: t('schemes.nav') };
  if (!schemeId) {
    return (
      <Page title={t('schemes.new')} width="form" back={back}>
        <SchemeForm />
      </Page>
    );
  }
  return (
    <Page title={t('schemes.editTitle')} width="form" back={back}>
      <Loaded query={query}>{({ items }) => <SchemeForm scheme={items.find((scheme) => scheme.id === schemeId)} />}</Loaded>
    </Page>
  );
}

function SchemeForm({ scheme }: { scheme?: Scheme }) {
  const { t } = useTranslation('allowances');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, Output>({
    schema,
    defaultValues: inputOf(scheme),
    version: scheme?.version,
    reload: scheme && (async () => readScheme(scheme.id).then((now) => ({ values: inputOf(now ?? scheme), version: (now ?? scheme).version }))),
    submit: async (values, version) => {
      if (scheme) await changeScheme(scheme.id, version!, bodyOf(values));
      else await createScheme(bodyOf(values));
    },
    onDone: async () => {
      toast.done(t('schemes.saved'));
      await refresh();
      void navigate('/allowances/schemes', { replace: true });
    },
  });
  return (
    <Form form={form} submitLabel={t('schemes.save')} onCancel={() => void navigate(-1)}>
      <div className="card0 padded scheme-head">
        <TextField name="name" label={t('schemes.name')} required autoComplete="off" />
        {scheme?.fixedUntil ? (
          <KeyValue
            items={[
              { label: t('schemes.region'), value: scheme.region ?? t('schemes.anyRegion') },
              { label: t('schemes.kindLabel'), value: scheme.kind ? t(`schemes.kind.${scheme.kind}`) : t('schemes.anyKind') },
              !!scheme.maxDailyHours && { label: t('schemes.maxDailyHours'), value: t('schemes.hoursADay', { count: Number(scheme.maxDailyHours) }) },
            ]}
          />
        ) : (
          <FieldRow>
            <TextField name="region" label={t('schemes.region')} help={t('schemes.regionHelp')} autoComplete="off" />
            <SelectField name="kind" label={t('schemes.kindLabel')} emptyLabel={t('schemes.anyKind')} options={internshipKinds.map((value) => ({ value, label: t(`schemes.kind.${value}`) }))} />
            <NumberField name="maxDailyHours" label={t('schemes.maxDailyHours')} help={t('schemes.maxDailyHoursHelp')} unit={t('schemes.hours')} />
          </FieldRow>
        )}
        <TextArea name="note" label={t('schemes.note')} rows={2} />
      </div>
      {scheme?.fixedUntil && <Notice>{t('schemes.inUse')}</Notice>}
      <TermsFields scheme={scheme} />
    </Form>
  );
}

function TermsFields({ scheme }: { scheme?: Scheme }) {
  const { t } = useTranslation('allowances');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'terms' });
  const before = (validFrom: string) => (isFixed(scheme, validFrom) ? scheme?.terms.find((terms) => terms.validFrom === validFrom) : undefined);
  return (
    <>
      {fields.map((field, index) => (
        <SectionCard
          key={field.id}
          title={t('schemes.termsNumber', { number: index + 1 })}
          actions={
            fields.length > 1 &&
            !before(field.validFrom) && (
              <Button small look="quiet" onClick={() => remove(index)} aria-label={t('schemes.removeTerms', { number: index + 1 })}>
                {t('schemes.remove')}
              </Button>
            )
          }
        >
          <OneTerms index={index} fixed={before(field.validFrom)} />
        </SectionCard>
      ))}
      <p>
        <Button look="quiet" icon="plus" onClick={() => append(noTerms())}>
          {t('schemes.addTerms')}
        </Button>
      </p>
    </>
  );
}

/** Only the fields that the method uses. */
function OneTerms({ index, fixed }: { index: number; fixed?: Scheme['terms'][number] }) {
  const { t } = useTranslation('allowances');
  const method = useWatch<Input, `terms.${number}.method`>({ name: `terms.${index}.method` });
  const at = <Name extends string>(name: Name) => `terms.${index}.${name}` as const;
  const bySteps = methodsBySteps.some((one) => one === method);
  const byPresence = methodsByPresence.some((one) => one === method);
  if (fixed) {
    return (
      <>
        <p>
          <TermsSentence terms={fixed} />
        </p>
        <p className="muted">
          {t('schemes.from')} <DateText value={fixed.validFrom} /> · {t('schemes.fixed')}
        </p>
        <TextField name={at('act')} label={t('schemes.act')} autoComplete="off" />
      </>
    );
  }
  return (
    <>
      <FieldRow>
        <DateField name={at('validFrom')} label={t('schemes.validFrom')} required />
        <SelectField name={at('method')} label={t('schemes.methodLabel')} required options={methods.map((value) => ({ value, label: t(`schemes.method.${value}`) }))} />
      </FieldRow>
      {(method === 'flatWithThreshold' || method === 'proRataWithFloor' || method === 'dowry') && (
        <FieldRow>
          <MoneyField name={at('cents')} label={t('schemes.amount')} required />
          {method === 'dowry' ? (
            <MoneyField name={at('totalCents')} label={t('schemes.totalLabel')} required />
          ) : (
            <MoneyField name={at('centsWithMeals')} label={t('schemes.mealsLabel')} />
          )}
        </FieldRow>
      )}
      {bySteps && <StepFields index={index} />}
      {byPresence && (
        <FieldRow>
          <SelectField name={at('reached')} label={t('schemes.reachedLabel')} help={t('schemes.reachedHelp')} options={reaches.map((value) => ({ value, label: t(`schemes.reached.${value}`) }))} />
          <NumberField name={at('thresholdPercent')} label={t('schemes.thresholdLabel')} unit="%" required={method === 'proRataWithFloor'} />
          {method === 'proRataWithFloor' ? (
            <MoneyField name={at('floorCents')} label={t('schemes.floorLabel')} required />
          ) : (
            <SelectField name={at('below')} label={t('schemes.belowLabel')} options={belows.map((value) => ({ value, label: t(`schemes.below.${value}`) }))} />
          )}
        </FieldRow>
      )}
      {method !== '' && method !== 'monthlyHourBands' && (
        <SelectField name={at('dayShare')} label={t('schemes.dayShareLabel')} help={t('schemes.dayShareHelp')} options={dayShares.map((value) => ({ value, label: t(`schemes.dayShare.${value}`) }))} />
      )}
      <TextField name={at('act')} label={t('schemes.act')} autoComplete="off" />
    </>
  );
}

function StepFields({ index }: { index: number }) {
  const { t } = useTranslation('allowances');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: `terms.${index}.steps` });
  return (
    <fieldset className="rows-field">
      <legend>{t('schemes.steps')}</legend>
      <p className="hint">{t('schemes.stepsHelp')}</p>
      {fields.map((field, place) => (
        <div className="line-row" key={field.id} role="group" aria-label={t('schemes.stepNumber', { number: place + 1 })}>
          <NumberField name={`terms.${index}.steps.${place}.reachedAt`} label={t('schemes.reachedAt')} required />
          <MoneyField name={`terms.${index}.steps.${place}.cents`} label={t('schemes.amount')} required />
          <Button look="plain" small icon="delete" aria-label={t('schemes.removeStep', { number: place + 1 })} onClick={() => remove(place)}>
            {t('schemes.remove')}
          </Button>
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ reachedAt: null, cents: null })}>
        {t('schemes.addStep')}
      </Button>
    </fieldset>
  );
}
