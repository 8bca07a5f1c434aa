import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckField, ComboField, DateField, FieldRow, MoneyField, NumberField, RadioGroup, SelectField, TextArea, TextField } from '../../components/form';
import { FieldRegistryContext } from '../../components/form/registry';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { longDate } from '../../lib/format';
import { useDebounced } from '../../lib/use-debounced';
import { findCases } from '../../api/cases';
import { isApiError } from '../../api/problem';
import { findPayingProgrammes } from './api/allowance';
import { useConventionsOf, type Convention } from './api/conventions';
import { onlyFitting } from './conventions/fitting';
import { useRulePreview, type Proposal } from './api/internships';
import { findCompanies, useTutors } from './api/options';
import { paperRules } from './mending';
import { ofTheCompany, previewOf, type PlanInput } from './plan-schema';
import { CopyEarlier } from './CopyEarlier';
import { RuleList } from './RuleList';
import { RulesStrip } from './RulesStrip';
import { SchemeField } from './SchemeField';
import { WeekHoursField } from './WeekHoursField';
import { hostTypes, hostWorks, kinds, modulations, safetyRisks } from './words';

/** The training project on one page; the rules are looked at while it is written. */
export function PlanFields({ fixedCase, asksPayer }: { fixedCase?: string; asksPayer?: boolean }) {
  const { t } = useTranslation('internships');
  const tutors = useTutors().data ?? [];
  const company = useWatch({ name: 'companyId' }) as PlanInput['companyId'];
  const listed = useConventionsOf(company?.id).data?.items;
  const conventions = listed ?? [];
  useOnlyConvention(listed);
  return (
    <>
      <SectionCard title={t('form.who')}>
        {fixedCase ? (
          <p>{fixedCase}</p>
        ) : (
          <ComboField name="caseId" label={t('person')} help={t('form.personHelp')} source={['internship-cases']} load={findCases} required minLength={1} />
        )}
        <ComboField name="companyId" label={t('company')} source={['internship-companies']} load={findCompanies} required />
        <FollowsTheCompany />
        {!fixedCase && <CopyEarlier />}
      </SectionCard>
      <SectionCard title={t('form.kind')}>
        <RadioGroup
          name="kind"
          label={t('kindLabel')}
          help={t('form.kindHelp')}
          required
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`), help: t(`kindHelp.${value}`) }))}
        />
        <RadioGroup name="modulation" label={t('modulationLabel')} required options={modulations.map((value) => ({ value, label: t(`modulation.${value}`), help: t(`modulationHelp.${value}`) }))} />
      </SectionCard>
      <SectionCard title={t('form.when')}>
        <FieldRow>
          <DateField name="startsOn" label={t('startsOn')} required />
          <DateField name="endsOn" label={t('endsOn')} required />
          <NumberField name="weeklyHours" label={t('weeklyHours')} unit={t('hours')} decimals={2} required />
        </FieldRow>
        <HoursField />
        <CheckField name="seasonal" label={t('seasonal')} />
        <AllowanceField />
        <CheckField name="mealsProvided" label={t('mealsProvided')} />
      </SectionCard>
      <SectionCard title={t('form.what')}>
        <TextArea name="duties" label={t('duties')} required rows={3} maxLength={2000} />
        <TextArea name="objectives" label={t('objectives')} help={t('form.objectivesHelp')} required rows={4} maxLength={4000} />
      </SectionCard>
      <SectionCard title={t('form.with')}>
        <TextField name="workplace" label={t('workplace')} help={t('form.workplaceHelp')} maxLength={200} />
        <TextField name="hostTutor" label={t('hostTutor')} required maxLength={120} autoComplete="off" />
        <HostWorkFields />
        <CaseManagerField />
        <SelectField name="promoterTutorId" label={t('promoterTutor')} options={tutors.map((tutor) => ({ value: tutor.id, label: tutor.displayName }))} />
        <SelectField name="hostType" label={t('hostTypeLabel')} help={t('form.hostTypeHelp')} required options={hostTypes.map((value) => ({ value, label: t(`hostType.${value}`) }))} />
        <SelectField
          name="conventionId"
          label={t('convention')}
          help={company && conventions.length === 0 ? t('form.noConvention') : undefined}
          options={conventions.map((one) => ({ value: one.id, label: t('conventionOption', { number: one.number, until: longDate(one.validTo) }) }))}
        />
        <TextField name="region" label={t('region')} help={t('form.regionHelp')} maxLength={60} width="half" />
        {!asksPayer && <ProgrammeField />}
      </SectionCard>
      <SafetyFields />
      {asksPayer && <PayerFields />}
      <LiveRules />
    </>
  );
}

/** The only convention of a company that covers the days is proposed, until somebody chooses. */
function useOnlyConvention(conventions: readonly Convention[] | undefined) {
  const { getValues, setValue, getFieldState } = useFormContext<PlanInput>();
  useEffect(() => {
    const only = conventions && onlyFitting(conventions, getValues());
    if (only && !getValues('conventionId') && !getFieldState('conventionId').isTouched) setValue('conventionId', only.id, { shouldDirty: true });
  }, [conventions, getValues, setValue, getFieldState]);
}

/** Where the region bars who worked for the host lately, and good to know elsewhere. */
function HostWorkFields() {
  const { t } = useTranslation('internships');
  const work = useWatch({ name: 'hostWork' }) as PlanInput['hostWork'];
  return (
    <>
      <SelectField name="hostWork" label={t('hostWork.label')} help={t('hostWork.help')} emptyLabel={t('hostWork.unsaid')} options={hostWorks.map((value) => ({ value, label: t(`hostWork.is.${value}`) }))} />
      {work === 'ended' && <DateField name="hostWorkEndedOn" label={t('hostWork.endedOn')} required />}
    </>
  );
}

/** Only of social inclusion somebody of a public service follows the case. */
function CaseManagerField() {
  const { t } = useTranslation('internships');
  const kind = useWatch({ name: 'kind' }) as PlanInput['kind'];
  return kind === 'socialInclusion' ? <TextField name="caseManager" label={t('caseManager')} help={t('form.caseManagerHelp')} maxLength={160} autoComplete="off" /> : null;
}

/** The hours of the days decide those of the week. */
function HoursField() {
  const { t } = useTranslation('internships');
  const { setValue } = useFormContext<PlanInput>();
  return <WeekHoursField name="hours" label={t('hoursField.label')} help={t('hoursField.help')} onHours={(weekly) => setValue('weeklyHours', weekly, { shouldDirty: true, shouldValidate: true })} />;
}

/** What was said of one company holds for no other: its region would decide by the wrong rules. While one is chosen in the place of another the field is empty for a moment. */
function FollowsTheCompany() {
  const { t } = useTranslation('internships');
  const { setValue } = useFormContext<PlanInput>();
  const company = useWatch({ name: 'companyId' }) as PlanInput['companyId'];
  const last = useRef(company?.id);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (!company || company.id === last.current) return;
    const former = last.current;
    last.current = company.id;
    if (!former) return;
    setChanged(true);
    Object.entries(ofTheCompany).forEach(([field, value]) => setValue(field as keyof typeof ofTheCompany, value, { shouldDirty: true }));
  }, [company, setValue]);
  return changed && <Notice tone="warn">{t('form.companyChanged')}</Notice>;
}

const leastSpecific = { low: 4, medium: 8, high: 12 } as const;

/** The risk proposes the hours; whoever holds the training and when are written. */
function SafetyFields() {
  const { t } = useTranslation('internships');
  const { setValue, getValues } = useFormContext<PlanInput>();
  const risk = useWatch({ name: 'safetyRisk' }) as PlanInput['safetyRisk'];
  const last = useRef(risk);
  useEffect(() => {
    if (risk === last.current) return;
    last.current = risk;
    if (!risk) return;
    const least = Object.values(leastSpecific) as (number | null)[];
    if (least.includes(getValues('safetySpecificHours')) || getValues('safetySpecificHours') === null) setValue('safetySpecificHours', leastSpecific[risk], { shouldDirty: true });
  }, [risk, getValues, setValue]);
  return (
    <SectionCard title={t('safety.title')}>
      <RadioGroup name="safetyRisk" label={t('safety.risk')} help={t('safety.riskHelp')} segmented options={safetyRisks.map((value) => ({ value, label: t(`safety.risks.${value}`) }))} />
      <FieldRow>
        <NumberField name="safetyGeneralHours" label={t('safety.general')} unit={t('hours')} />
        <NumberField name="safetySpecificHours" label={t('safety.specific')} unit={t('hours')} />
        <DateField name="safetyOn" label={t('safety.on')} help={t('safety.onHelp')} />
      </FieldRow>
      <TextField name="safetyBy" label={t('safety.by')} help={t('safety.byHelp')} maxLength={160} autoComplete="off" />
    </SectionCard>
  );
}

/** The words for a programme that the platform does not know: one that is chosen has its own name. */
function ProgrammeField() {
  const { t } = useTranslation('internships');
  return <TextField name="programme" label={t('programme')} help={t('form.programmeHelp')} maxLength={120} width="half" />;
}

/** Who pays, if it is known already; otherwise it is said later on the page of the internship. */
function PayerFields() {
  const { t } = useTranslation('internships');
  const values = useWatch() as PlanInput;
  const { payer, kind, startsOn } = values;
  const { setValue } = useFormContext<PlanInput>();
  useEffect(() => {
    if (payer === 'programme') setValue('programme', '', { shouldDirty: true });
  }, [payer, setValue]);
  // Where the project says no region it is the company's own, which the check of the rules knows.
  const region = useRulePreview(useStillPlan(values)).data?.region;
  return (
    <SectionCard title={t('paying.title')}>
      <SelectField
        name="payer"
        label={t('paying.payer')}
        emptyLabel={t('paying.later')}
        options={[
          { value: 'programme', label: t('paying.programme') },
          { value: 'host', label: t('paying.host') },
        ]}
      />
      {payer !== 'programme' && <ProgrammeField />}
      {payer === 'programme' && (
        <>
          <ComboField name="programmeId" label={t('paying.which')} required source={['programmes', 'paying']} load={findPayingProgrammes} minLength={0} />
          <SchemeField of={region && kind && startsOn ? { region, kind, on: startsOn } : null} />
        </>
      )}
    </SectionCard>
  );
}

/** What the rules need, once nobody has typed for a moment. */
function useStillPlan(values: PlanInput): Proposal | null {
  const still = useDebounced(JSON.stringify(previewOf(values)), 400);
  return useMemo(() => JSON.parse(still) as Proposal | null, [still]);
}

/** Follows what the region's rules suggest until somebody writes another figure. */
function AllowanceField() {
  const { t } = useTranslation('internships');
  const { setValue, getValues, getFieldState } = useFormContext<PlanInput>();
  const values = useWatch() as PlanInput;
  const preview = useRulePreview(useStillPlan({ ...values, allowanceCents: null }));
  const suggested = preview.data?.suggestedAllowanceCents ?? null;
  const last = useRef<number | null>(getValues('allowanceCents'));
  useEffect(() => {
    if (suggested === null || getValues('allowanceCents') !== last.current) return;
    last.current = suggested;
    setValue('allowanceCents', suggested, { shouldDirty: true, shouldValidate: !!getFieldState('allowanceCents').error });
  }, [suggested, getValues, getFieldState, setValue]);
  return <MoneyField name="allowanceCents" label={t('allowance')} help={t('form.allowanceHelp')} required />;
}

/** What the rules say of what is written so far, with a way back to the field that mends each; how many say something follows along the whole form. */
function LiveRules() {
  const { t } = useTranslation('internships');
  const values = useWatch() as PlanInput;
  const registry = useContext(FieldRegistryContext);
  const list = useRef<HTMLDivElement>(null);
  const plan = useStillPlan(values);
  const preview = useRulePreview(plan);
  const rules = (plan !== null && !preview.error && preview.data?.rules.filter((rule) => !paperRules.includes(rule.code))) || [];
  const go = (to: HTMLElement | null, block: 'start' | 'center') => {
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block });
  };
  return (
    <>
      <RulesStrip rules={rules} onGo={() => go(list.current, 'start')} />
      <SectionCard title={t('form.rules')} note={preview.data && t('form.rulesOf', { region: preview.data.region })}>
        <div aria-live="polite">
          {plan === null && <p className="muted">{t('form.rulesLater')}</p>}
          {plan !== null && isApiError(preview.error) && <Notice tone="warn">{Object.values(preview.error.problem.errors ?? {})[0]?.[0]?.message ?? preview.error.problem.detail}</Notice>}
        </div>
        {rules.length > 0 && (
          <div ref={list} role="group" aria-label={t('form.rules')} tabIndex={-1}>
            {rules.some((rule) => rule.outcome === 'blocks') && <Notice tone="warn">{t('form.rulesBroken')}</Notice>}
            <RuleList
              rules={rules}
              mend={({ field }) => {
                const shown = field ? registry?.get(field) : undefined;
                return shown && (() => go(document.getElementById(shown.id), 'center'));
              }}
            />
          </div>
        )}
      </SectionCard>
    </>
  );
}
