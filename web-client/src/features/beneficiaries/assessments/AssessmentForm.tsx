import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { choice, ComboField, DateField, day, FieldRow, Form, picked, SelectField, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { dimensions, readAssessment, saveAssessment, useIcfCodes, useSkillGrids, type Assessment } from '../api/assessments';
import { teamOn, type Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { findPartnerBodies } from '../api/other-modules';
import { useSkills } from '../api/work-profile';
import { Fragility } from './AssessmentBody';
import { useDraftStore } from '../api/drafts';

const scores = ['0', '1', '2', '3', '4'] as const;
const asNumber = (value: string | null) => (value === null || value === '' ? null : Number(value));

const schema = z.object({
  heldOn: day.required(),
  conclusion: text.optional(4000),
  experience: text.optional(4000),
  resources: text.optional(4000),
  obstacles: text.optional(4000),
  wishes: text.optional(4000),
  conditions: text.optional(4000),
  gridId: z.string(),
  skills: z.array(z.object({ label: z.string(), level: z.string().transform(asNumber), evidence: text.optional(1000) })),
  icf: z.array(z.object({ notation: text.required(20), note: text.optional(1000) })),
  parts: z.array(z.object({ dimension: choice.required(dimensions), body: picked.optional(), professional: text.optional(200), text: text.required(4000), score: choice.optional(scores).transform(asNumber) })),
});
type Values = z.input<typeof schema>;

function valuesOf({ content, heldOn, icf }: Assessment): Values {
  return {
    heldOn,
    conclusion: content.conclusion ?? '',
    experience: content.workNeed?.experience ?? '',
    resources: content.workNeed?.resources ?? '',
    obstacles: content.workNeed?.obstacles ?? '',
    wishes: content.workNeed?.wishes ?? '',
    conditions: content.workNeed?.conditions ?? '',
    gridId: content.skills?.gridId ?? '',
    skills: (content.skills?.skills ?? []).map((skill) => ({ label: skill.label, level: skill.level === null ? '' : String(skill.level), evidence: skill.evidence ?? '' })),
    icf: icf.map((line) => ({ notation: line.notation, note: line.note ?? '' })),
    parts: (content.parts ?? []).map((part) => ({
      dimension: part.dimension,
      body: part.bodyId ? { id: part.bodyId, label: part.bodyName ?? '' } : null,
      professional: part.professional ?? '',
      text: part.text,
      score: part.score === null ? '' : (String(part.score) as (typeof scores)[number]),
    })),
  };
}

/** A draft may be saved unfinished; what is missing is said when it is sent to be signed. */
export function AssessmentForm({ assessment, record }: { assessment: Assessment; record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const { kind, caseId, id } = assessment;
  const form = useApiForm<Values, z.output<typeof schema>>({
    schema,
    defaultValues: valuesOf(assessment),
    keep: useDraftStore('assessment', caseId, id),
    version: assessment.version,
    submit: (values, version) =>
      saveAssessment(caseId, id, version ?? assessment.version, {
        heldOn: values.heldOn,
        conclusion: values.conclusion,
        workNeed: kind === 'workNeed' ? { experience: values.experience, resources: values.resources, obstacles: values.obstacles, wishes: values.wishes, conditions: values.conditions } : null,
        gridId: kind === 'skills' ? values.gridId || null : null,
        skills: kind === 'skills' ? values.skills : null,
        icf: kind === 'icf' ? values.icf : null,
        parts: kind === 'multidimensional' ? values.parts.map(({ body, ...part }) => ({ ...part, bodyId: body })) : null,
      }),
    reload: async () => readAssessment(caseId, id).then((now) => ({ values: valuesOf(now), version: now.version })),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.case(caseId) });
      toast.done(t('plans.saved'));
    },
  });
  return (
    <>
      <Form form={form} submitLabel={t('plans.save')} label={t(`assessments.kind.${kind}`)} note={t('plans.saveNote')}>
        <DateField name="heldOn" label={t('assessments.heldOn')} required max={today()} />
        {kind === 'workNeed' && (
          <SectionCard title={t('assessments.kind.workNeed')}>
            {(['experience', 'wishes', 'resources', 'obstacles', 'conditions'] as const).map((name) => (
              <TextArea key={name} name={name} label={t(`assessments.workNeed.${name}`)} help={t(`assessments.workNeedHelp.${name}`)} rows={3} />
            ))}
          </SectionCard>
        )}
        {kind === 'skills' && <Skills assessment={assessment} />}
        {kind === 'icf' && <IcfCodes />}
        {kind === 'multidimensional' && <Parts record={record} />}
        <TextArea name="conclusion" label={t('assessments.conclusion')} help={t('assessments.conclusionHelp')} rows={4} />
      </Form>
      {kind === 'multidimensional' && <Fragility assessment={assessment} />}
    </>
  );
}

/** Choosing a grid lays out its skills; what was judged already stays, others of the service's list can be added. */
function Skills({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('beneficiaries');
  const { control, setValue, getValues } = useFormContext<Values>();
  const { fields, append } = useFieldArray({ control, name: 'skills', keyName: 'key' });
  const grids = useSkillGrids().data?.items ?? [];
  const gridId = useWatch({ control, name: 'gridId' });
  const grid = grids.find((one) => one.id === gridId);
  const levels = grid?.levels ?? assessment.content.skills?.levels ?? [];
  const others = (useSkills(true).data?.items ?? []).filter((label) => !fields.some((field) => field.label === label));
  const layOut = (chosen: string) => {
    setValue('gridId', chosen, { shouldDirty: true });
    const judged = new Map(getValues('skills').map((skill) => [skill.label, skill]));
    const asked = grids.find((one) => one.id === chosen)?.skills.map((skill) => skill.label) ?? [];
    setValue('skills', asked.map((label) => judged.get(label) ?? { label, level: '', evidence: '' }), { shouldDirty: true });
  };
  return (
    <SectionCard title={t('assessments.skills')}>
      <div className="field half">
        <label className="f" htmlFor="skill-grid">{t('assessments.grid')}</label>
        <select id="skill-grid" className="f0" value={gridId} onChange={(event) => layOut(event.target.value)}>
          <option value="">{t('assessments.chooseGrid')}</option>
          {grids
            .filter((one) => one.active || one.id === gridId)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
        </select>
      </div>
      {fields.map((field, index) => (
        <div key={field.key} className="skill-row" role="group" aria-label={field.label}>
          <b>{field.label}</b>
          <FieldRow>
            <SelectField name={`skills.${index}.level`} label={t('assessments.level')} emptyLabel={t('assessments.notJudged')} options={levels.map((label, value) => ({ value: String(value), label }))} />
            <TextField name={`skills.${index}.evidence`} label={t('assessments.evidence')} autoComplete="off" />
          </FieldRow>
        </div>
      ))}
      {gridId && others.length > 0 && (
        <div className="field half">
          <label className="f" htmlFor="other-skill">{t('assessments.addSkill')}</label>
          <select id="other-skill" className="f0" value="" onChange={(event) => event.target.value && append({ label: event.target.value, level: '', evidence: '' })}>
            <option value="">{t('assessments.chooseSkill')}</option>
            {others.map((label) => (
              <option key={label} value={label}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
    </SectionCard>
  );
}

/** Codes as they are written. The names of those known stand beside them while one types. */
function IcfCodes() {
  const { t } = useTranslation('beneficiaries');
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: 'icf', keyName: 'key' });
  const codes = useIcfCodes().data?.items ?? [];
  const written = useWatch({ control, name: 'icf' });
  const used = new Set(written.map((one) => one.notation.slice(0, 4).toLowerCase()));
  return (
    <SectionCard title={t('assessments.icf.codes')}>
      <p className="hint">{t('assessments.icf.help')}</p>
      {fields.map((field, index) => (
        <div className="icf-row" key={field.key} role="group" aria-label={t('assessments.icf.line', { number: index + 1 })}>
          <TextField name={`icf.${index}.notation`} label={t('assessments.icf.code')} help={codes.find((one) => one.code === written[index]?.notation.slice(0, 4).toLowerCase())?.name} required width="short" autoComplete="off" spellCheck={false} />
          <TextField name={`icf.${index}.note`} label={t('assessments.icf.note')} autoComplete="off" />
          <Button look="plain" small icon="delete" onClick={() => remove(index)} aria-label={t('assessments.icf.remove', { number: index + 1 })}>
            {t('work.remove')}
          </Button>
        </div>
      ))}
      <div className="inline">
        {fields.length === 0 && codes.length > 0 && (
          <Button icon="list" onClick={() => append(codes.filter((one) => one.brief).map((one) => ({ notation: `${one.code}.`, note: '' })))}>
            {t('assessments.icf.brief')}
          </Button>
        )}
        <Button look="quiet" small icon="plus" onClick={() => append({ notation: '', note: '' })}>
          {t('assessments.icf.add')}
        </Button>
      </div>
      <div className="field half">
        <label className="f" htmlFor="icf-code">{t('assessments.icf.addKnown')}</label>
        <select id="icf-code" className="f0" value="" onChange={(event) => event.target.value && append({ notation: `${event.target.value}.`, note: '' })}>
          <option value="">{t('assessments.icf.chooseCode')}</option>
          {codes
            .filter((one) => !used.has(one.code))
            .map((one) => (
              <option key={one.code} value={one.code}>
                {one.code} {one.name}
              </option>
            ))}
        </select>
      </div>
    </SectionCard>
  );
}

/** The bodies' parts. */
function Parts({ record }: { record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const { control, setValue } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: 'parts', keyName: 'key' });
  const team = [
    ...teamOn(record, today()).flatMap((one) => (one.name ? [{ id: one.id, name: one.name, body: null }] : [])),
    ...record.outsideMembers.filter((one) => !one.accountId && one.name).map((one) => ({ id: one.id, name: one.name!, body: one.bodyId ? { id: one.bodyId, label: one.bodyName ?? '' } : null })),
  ].filter((one, at, all) => all.findLastIndex((other) => other.id === one.id) === at);
  // Somebody of the équipe speaks for the part, with the body if the network knows it; both can be written otherwise.
  const speak = (index: number, id: string) => {
    const chosen = team.find((one) => one.id === id);
    if (!chosen) return;
    setValue(`parts.${index}.professional`, chosen.name, { shouldDirty: true });
    if (chosen.body) setValue(`parts.${index}.body`, chosen.body, { shouldDirty: true });
  };
  return (
    <>
      {fields.map((field, index) => (
        <SectionCard
          key={field.key}
          title={t('assessments.part', { number: index + 1 })}
          actions={
            <Button look="plain" small icon="delete" onClick={() => remove(index)} aria-label={t('assessments.removePart', { number: index + 1 })}>
              {t('work.remove')}
            </Button>
          }
        >
          <FieldRow>
            <SelectField name={`parts.${index}.dimension`} label={t('assessments.dimensionLabel')} required options={dimensions.map((value) => ({ value, label: t(`assessments.dimension.${value}`) }))} />
            <SelectField name={`parts.${index}.score`} label={t('assessments.score')} emptyLabel={t('assessments.notJudged')} options={scores.map((value) => ({ value, label: `${value} · ${t(`assessments.icf.qualifier.${value}`)}` }))} />
          </FieldRow>
          <ComboField name={`parts.${index}.body`} label={t('assessments.body')} minLength={0} source={['partner-bodies']} load={findPartnerBodies} />
          <FieldRow>
            <TextField name={`parts.${index}.professional`} label={t('assessments.professional')} autoComplete="off" />
            <div className="field">
              <label className="f" htmlFor={`part-team-${index}`}>{t('assessments.fromTeam')}</label>
              <select id={`part-team-${index}`} className="f0" value="" onChange={(event) => speak(index, event.target.value)}>
                <option value="">{t('assessments.chooseFromTeam')}</option>
                {team.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.body ? `${one.name} (${one.body.label})` : one.name}
                  </option>
                ))}
              </select>
            </div>
          </FieldRow>
          <TextArea name={`parts.${index}.text`} label={t('assessments.whatTheySee')} required rows={4} />
        </SectionCard>
      ))}
      <Button icon="plus" className="plan-add" onClick={() => append({ dimension: '', body: null, professional: '', text: '', score: '' })}>
        {t('assessments.addPart')}
      </Button>
    </>
  );
}
