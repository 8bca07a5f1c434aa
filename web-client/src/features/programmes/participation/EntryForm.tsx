import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { choice, DateField, day, Form, RadioGroup, SelectField, useApiForm } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { answers, employments, enrol, useEntry, type Entry } from '../api/participations';
import { useRefresh } from '../api/programmes';
import type { Ranked } from '../api/selection';

const levels = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const;
const questions = ['disability', 'thirdCountry', 'foreignBackground', 'minority', 'housingExclusion'] as const;

/** Somebody who has a place enters the programme: only what the file does not know is asked. */
export function EntryForm({ programmeId, row, onDone }: { programmeId: string; row: Ranked; onDone: () => void }) {
  const query = useEntry(programmeId, row.id);
  return (
    <Loaded query={query} lines={6}>
      {(entry) => <EntryFields programmeId={programmeId} row={row} entry={entry} onDone={onDone} />}
    </Loaded>
  );
}

const schema = z.object({
  enteredOn: day.required(),
  employment: choice.optional(employments),
  unemployedSince: day.optional(),
  education: choice.optional(levels),
  disability: choice.optional(answers),
  thirdCountry: choice.optional(answers),
  foreignBackground: choice.optional(answers),
  minority: choice.optional(answers),
  housingExclusion: choice.optional(answers),
  rural: choice.optional(answers),
});

function EntryFields({ programmeId, row, entry, onDone }: { programmeId: string; row: Ranked; entry: Entry; onDone: () => void }) {
  const { t } = useTranslation('programmes');
  const toast = useToast();
  const refresh = useRefresh();
  const { known } = entry;
  const asked = questions.filter((question) => known[question] === null);
  const form = useApiForm({
    schema,
    defaultValues: {
      enteredOn: today(),
      employment: known.unemployedSince ? 'unemployed' : '',
      unemployedSince: '',
      education: '',
      disability: '',
      thirdCountry: '',
      foreignBackground: '',
      minority: '',
      housingExclusion: '',
      rural: '',
    },
    submit: (values) => enrol(programmeId, row.id, values),
    onDone: async () => {
      await refresh();
      toast.done(t('entry.done'));
      onDone();
    },
  });
  const answerOptions = answers.map((value) => ({ value, label: t(`answer.${value}`) }));
  const fromFile = [
    t('entry.age', { count: Number(entry.age) }),
    known.education !== null && t('entry.isced', { level: known.education }),
    ...questions.filter((question) => known[question] !== null).map((question) => `${t(`entry.short.${question}`)}: ${t(`answer.${known[question]!}`).toLowerCase()}`),
  ].filter(Boolean);
  return (
    <Form form={form} submitLabel={t('entry.action')} onCancel={onDone} keptNote={false}>
      {entry.returning ? (
        <Notice title={t('entry.returning')}>{t('entry.returningText')}</Notice>
      ) : (
        <>
          <p>{t('entry.text')}</p>
          <p className="muted">{t('entry.known', { facts: fromFile.join(' · ') })}</p>
        </>
      )}
      <DateField name="enteredOn" label={t('entry.enteredOn')} required max={today()} />
      {!entry.returning && (
        <>
          <RadioGroup name="employment" label={t('entry.employment')} required options={employments.map((value) => ({ value, label: t(`employment.${value}`), help: t(`employmentHelp.${value}`) }))} />
          {known.unemployedSince === null && <UnemployedSince />}
          {known.education === null && <SelectField name="education" label={t('entry.education')} required options={levels.map((value) => ({ value, label: t(`iscedLevel.${value}`) }))} />}
          {asked.map((question) => (
            <RadioGroup key={question} name={question} label={t(`entry.ask.${question}`)} required options={answerOptions} segmented />
          ))}
          <RadioGroup name="rural" label={t('entry.ask.rural')} help={t('entry.ruralHelp')} required options={answerOptions} segmented />
        </>
      )}
    </Form>
  );
}

function UnemployedSince() {
  const { t } = useTranslation('programmes');
  const { control } = useFormContext();
  return useWatch({ control, name: 'employment' }) === 'unemployed' ? <DateField name="unemployedSince" label={t('entry.unemployedSince')} required max={today()} /> : null;
}
