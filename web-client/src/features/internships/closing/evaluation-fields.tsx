import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { CheckField, choice, RadioGroup, TextArea } from '../../../components/form';
import type { Evaluation, EvaluationSheet, Evaluations } from '../api/closing';

export const levels = ['notYet', 'withHelp', 'alone', 'helpsOthers'] as const;
const marks = ['1', '2', '3', '4', '5'] as const;
type Level = (typeof levels)[number];
const written = z.string();

const line = z.object({ key: written, name: written, level: written });

export const evaluationSchema = z.object({
  skills: z.array(line),
  objectives: z.array(line),
  overall: choice.required(marks),
  strengths: written,
  toImprove: written,
  wouldHire: z.boolean(),
});
export type EvaluationValues = z.input<typeof evaluationSchema>;
export type EvaluationOutput = z.output<typeof evaluationSchema>;

type Asked = Pick<Evaluations, 'skills' | 'objectives'>;

export function evaluationValues({ skills, objectives }: Asked, given?: Evaluation): EvaluationValues {
  return {
    skills: skills.map((one) => ({ key: one.code, name: one.name, level: given?.sheet.skills?.find((skill) => skill.code === one.code)?.level ?? '' })),
    objectives: objectives.map((name) => ({ key: name, name, level: given?.sheet.objectives?.find((one) => one.objective === name)?.level ?? '' })),
    overall: marks.find((mark) => mark === String(given?.sheet.overall)) ?? '',
    strengths: given?.sheet.strengths ?? '',
    toImprove: given?.sheet.toImprove ?? '',
    wouldHire: given?.sheet.wouldHire ?? false,
  };
}

export const evaluationSheet = (values: EvaluationOutput): EvaluationSheet => ({
  skills: values.skills.filter((one) => one.level).map((one) => ({ code: one.key, level: one.level as Level })),
  objectives: values.objectives.filter((one) => one.level).map((one) => ({ objective: one.key, level: one.level as Level, note: null })),
  overall: Number(values.overall),
  strengths: values.strengths.trim() || null,
  toImprove: values.toImprove.trim() || null,
  wouldHire: values.wouldHire,
});

/** Skills by groups with four levels under the thumb; words at the end, few. */
export function EvaluationFields({ asked, hires }: { asked: Asked; hires: boolean }) {
  const { t } = useTranslation('internships');
  const options = levels.map((value) => ({ value, label: t(`visit.level.${value}`) }));
  const groups = [...new Set(asked.skills.map((one) => one.group))];
  return (
    <>
      {asked.objectives.length > 0 && (
        <fieldset className="field of-parts">
          <legend className="f">{t('evaluation.objectives')}</legend>
          {asked.objectives.map((name, place) => (
            <LevelField key={name} name={`objectives.${place}.level`} label={name} options={options} />
          ))}
        </fieldset>
      )}
      <p className="hint">{t('evaluation.skillsHelp')}</p>
      {groups.map((group) => (
        <fieldset key={group} className="field of-parts">
          <legend className="f">{`${t('evaluation.skills')}: ${group.toLowerCase()}`}</legend>
          {asked.skills.map((one, place) => one.group === group && <LevelField key={one.code} name={`skills.${place}.level`} label={one.name} options={options} />)}
        </fieldset>
      ))}
      <RadioGroup segmented name="overall" label={t('evaluation.overall')} help={t('evaluation.overallHelp')} required options={marks.map((value) => ({ value, label: value }))} />
      <TextArea name="strengths" label={t('evaluation.strengths')} rows={3} maxLength={4000} />
      <TextArea name="toImprove" label={t('evaluation.toImprove')} rows={3} maxLength={4000} />
      {hires && <CheckField name="wouldHire" label={t('evaluation.wouldHire')} />}
    </>
  );
}

/** A level that can be taken back: what was chosen by mistake, or was not seen, is not evaluated. */
function LevelField({ name, label, options }: { name: string; label: string; options: { value: string; label: string }[] }) {
  const { t } = useTranslation('internships');
  const { setValue, setFocus } = useFormContext();
  const level = useWatch({ name }) as string;
  return (
    <div className="clearable">
      <RadioGroup segmented name={name} label={label} options={options} />
      {level && (
        <Button
          look="plain"
          small
          icon="close"
          aria-label={t('evaluation.clearOf', { name: label })}
          onClick={() => {
            setValue(name, '', { shouldDirty: true });
            setFocus(name);
          }}
        >
          {t('evaluation.clear')}
        </Button>
      )}
    </div>
  );
}
