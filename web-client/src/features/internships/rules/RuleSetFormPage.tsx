import { useMutation } from '@tanstack/react-query';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Button, ButtonLink } from '../../../components/Button';
import { CheckField, CheckGroup, DateField, FieldRow, Form, MoneyField, NumberField, RadioGroup, SelectField, TextArea, TextField, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { capital } from '../../../lib/capital';
import { addRuleSet, changeRuleSet, previewRuleSet, readRuleSet, useRefreshRules, useRuleSet, type RuleSet, type WrittenRuleSet } from '../api/rule-sets';
import { kinds } from '../words';
import { Effects } from './Effects';
import { bases, emptyRuleSet, figures, ruleSetSchema, valuesOf, type RuleSetInput } from './rule-set-schema';
import { regionName } from './RuleSetsPage';

/** A new version, begun from another or from nothing, or the correction of one that is still to come. */
export function RuleSetFormPage() {
  const { t } = useTranslation('internships');
  const { id } = useParams();
  const from = useSearchParams()[0].get('from');
  const start = useRuleSet(id ?? from);
  const waiting = (id ?? from) !== null && !start.data;
  return (
    <Page title={id ? t('rules.correctTitle') : t('rules.new')} subtitle={t('rules.formIntro')} width="form" back={{ to: '/internship-rules', label: t('rules.nav') }}>
      {start.error ? (
        <ErrorState error={start.error} onRetry={() => void start.refetch()} />
      ) : waiting ? (
        <Skeleton lines={8} />
      ) : id && start.data && start.data.standing !== 'future' ? (
        <Notice title={t('rules.inForceTitle')}>
          <p>{t('rules.inForceText')}</p>
          <ButtonLink look="fill" icon="plus" to={`/internship-rules/new?from=${id}`}>
            {t('rules.newVersion')}
          </ButtonLink>
        </Notice>
      ) : (
        <RuleSetForm start={start.data} correcting={!!id} />
      )}
    </Page>
  );
}

function RuleSetForm({ start, correcting }: { start: RuleSet | undefined; correcting: boolean }) {
  const { t } = useTranslation('internships');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefreshRules();
  const back = () => void navigate('/internship-rules');
  const form = useApiForm<RuleSetInput, WrittenRuleSet>({
    schema: ruleSetSchema,
    defaultValues: start ? { ...valuesOf(start), ...(correcting ? {} : { validFrom: '' }) } : emptyRuleSet,
    version: correcting ? start?.version : undefined,
    submit: async (set, version) => {
      if (correcting) await changeRuleSet(start!.id, version!, set);
      else await addRuleSet(set);
    },
    reload: correcting
      ? async () => {
          const now = await readRuleSet(start!.id);
          return { values: valuesOf(now), version: now.version };
        }
      : undefined,
    onDone: async () => {
      await refresh();
      toast.done(t('rules.saved'));
      back();
    },
  });
  return (
    <Form form={form} submitLabel={t('rules.save')} onCancel={back}>
      <SectionCard title={t('rules.act')}>
        {start ? (
          <p>
            <b>
              {regionName(start.region, t('rules.national'))} · {t(`kind.${start.kind}`)}
            </b>
          </p>
        ) : (
          <>
            <TextField name="region" label={t('region')} help={t('rules.regionHelp')} required maxLength={60} />
            <RadioGroup name="kind" label={t('kindLabel')} required options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          </>
        )}
        <TextField name="act" label={t('rules.act')} help={t('rules.actHelp')} required maxLength={300} width="full" />
        <DateField name="validFrom" label={t('rules.validFrom')} help={t('rules.validFromHelp')} required />
      </SectionCard>
      <SectionCard title={t('rules.durations')}>
        <FieldRow>
          <NumberField name="maxMonths" label={t('rules.maximum')} unit={t('rules.unitMonths')} required />
          <NumberField name="minMonths" label={t('rules.minimum')} unit={t('rules.unitMonths')} />
          <NumberField name="minMonthsSeasonal" label={t('rules.seasonalMinimum')} help={t('rules.seasonalMinimumHelp')} unit={t('rules.unitMonths')} />
        </FieldRow>
        <FieldRow>
          <NumberField name="maxMonthsDisadvantaged" label={t('rules.maximumDisadvantaged')} unit={t('rules.unitMonths')} />
          <NumberField name="maxMonthsDisability" label={t('rules.maximumDisability')} unit={t('rules.unitMonths')} />
        </FieldRow>
        <CheckField name="attestationExtends" label={t('rules.attestationExtends')} />
        <Attested />
        <FieldRow>
          <NumberField name="suspensionIllnessDays" label={t('rules.suspensionIllness')} unit={t('rules.unitDays')} help={t('rules.emptyIsAny')} />
          <NumberField name="suspensionClosureDays" label={t('rules.suspensionClosure')} unit={t('rules.unitDays')} help={t('rules.emptyIsAny')} />
        </FieldRow>
      </SectionCard>
      <SectionCard title={t('rules.hoursAndTutors')}>
        <FieldRow>
          <NumberField name="maxWeeklyHours" label={t('rules.mostHours')} unit={t('hours')} required />
          <NumberField name="hostTutorMax" label={t('rules.hostTutorMax')} />
          <NumberField name="promoterTutorMax" label={t('rules.promoterTutorMax')} />
        </FieldRow>
        <NumberField name="workRelationMonths" label={t('rules.workRelation')} unit={t('rules.unitMonths')} help={t('rules.workRelationHelp')} />
        <CheckField name="caseManagerRequired" label={t('rules.caseManagerLabel')} />
      </SectionCard>
      <SectionCard title={t('rules.quota')}>
        <CheckField name="outsideQuota" label={t('rules.allOutside')} />
        <FieldRow>
          <NumberField name="quotaSmall" label={t('rules.quotaSmall')} required />
          <NumberField name="quotaMedium" label={t('rules.quotaMedium')} required />
          <NumberField name="quotaPercent" label={t('rules.quotaPercent')} unit="%" required />
        </FieldRow>
        <CheckField name="disabilityOutsideQuota" label={t('rules.disabilityOutsideLabel')} />
        <CheckField name="disadvantagedOutsideQuota" label={t('rules.disadvantagedOutsideLabel')} />
      </SectionCard>
      <SectionCard title={t('allowance')}>
        <Steps />
        <FieldRow>
          <MoneyField name="usualAllowanceCents" label={t('rules.usualAllowance')} />
          <MoneyField name="maxAllowanceCents" label={t('rules.mostAllowance')} />
          <NumberField name="fullPresencePercent" label={t('rules.presence')} unit="%" />
        </FieldRow>
      </SectionCard>
      <SectionCard title={capital(t('toVerify'))}>
        <CheckGroup name="toVerify" label={t('rules.toVerifyLabel')} help={t('rules.toVerifyHelp')} options={figures.map((value) => ({ value, label: t(`rules.figure.${value}`) }))} />
        <TextArea name="note" label={t('rules.note')} rows={3} maxLength={600} />
      </SectionCard>
      <Preview />
    </Form>
  );
}

function Attested() {
  const { t } = useTranslation('internships');
  const extended = useWatch({ name: 'attestationExtends' }) as boolean;
  return extended ? <NumberField name="maxMonthsAttested" label={t('rules.maximumAttested')} unit={t('rules.unitMonths')} help={t('rules.emptyIsUnlimited')} /> : null;
}

function Steps() {
  const { t } = useTranslation('internships');
  const { fields, append, remove } = useFieldArray<RuleSetInput, 'steps'>({ name: 'steps' });
  return (
    <>
      <SelectField name="basis" label={t('rules.basisLabel')} required options={bases.map((value) => ({ value, label: t(`rules.basisName.${value}`) }))} />
      {fields.length === 0 && <p className="hint">{t('rules.noSteps')}</p>}
      {fields.map((field, index) => (
        <div key={field.id} role="group" aria-label={t('rules.step', { number: index + 1 })}>
          <FieldRow>
            <NumberField name={`steps.${index}.reachedAt`} label={t('rules.stepFrom')} required />
            <MoneyField name={`steps.${index}.cents`} label={t('rules.stepAmount')} required />
            <MoneyField name={`steps.${index}.centsWithMeals`} label={t('rules.stepMeals')} />
          </FieldRow>
          <Button look="plain" small icon="delete" onClick={() => remove(index)}>
            {t('rules.removeStep', { number: index + 1 })}
          </Button>
        </div>
      ))}
      <p>
        <Button look="quiet" small icon="plus" onClick={() => append({ reachedAt: null, cents: null, centsWithMeals: null })}>
          {t('rules.addStep')}
        </Button>
      </p>
    </>
  );
}

/** What would change, before it is saved: numbers only, for whoever sees nobody's record. */
function Preview() {
  const { t } = useTranslation('internships');
  const { getValues } = useFormContext<RuleSetInput>();
  const preview = useMutation({
    mutationFn: async () => {
      const read = ruleSetSchema.safeParse(getValues());
      return read.success ? await previewRuleSet(read.data) : null;
    },
  });
  return (
    <SectionCard title={t('rules.effects')}>
      <p className="hint">{t('rules.previewText')}</p>
      <Button look="quiet" busy={preview.isPending} onClick={() => preview.mutate()}>
        {t('rules.preview')}
      </Button>
      <div aria-live="polite">
        {!!preview.error && <ErrorState error={preview.error} />}
        {preview.data === null && <Notice tone="warn">{t('rules.previewIncomplete')}</Notice>}
        {preview.data && <Effects effects={preview.data} />}
      </div>
    </SectionCard>
  );
}
