import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { amount, choice, DateField, Form, NumberField, RadioGroup, SelectField, TextArea, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText, KeyValue } from '../../../components/values';
import { longDate } from '../../../lib/format';
import { useRefresh, type Internship } from '../api/internships';
import { readHiring, recordHiring, useHiring, type Hiring } from '../api/closing';
import { contracts } from '../words';

export const hiringAnswers = ['hired', 'notHired', 'notYet'] as const;

/** What came of it some time after the end: asked to the company, told by its tutor or recorded here. */
export function HiringSection({ internship, mayWrite, open, onOpen: setOpen }: { internship: Internship; mayWrite: boolean; open: boolean; onOpen: (open: boolean) => void }) {
  const { t } = useTranslation('internships');
  const hiring = useHiring(internship.id);
  return (
    <SectionCard
      title={t('hiring.title')}
      actions={
        mayWrite &&
        hiring.data && (
          <Button look="plain" icon="pencil" onClick={() => setOpen(true)}>
            {hiring.data.told ? t('hiring.change') : t('hiring.record')}
          </Button>
        )
      }
    >
      <Loaded query={hiring} lines={2}>
        {(data) => (
          <>
            {data.told ? (
              <KeyValue
                items={[
                  { label: t('hiring.answerLabel'), value: `${t(`hiring.told.${data.told.answer}`)} · ${data.told.toldBy === 'tutor' ? t('hiring.byTutor') : t('hiring.byService')}` },
                  !!data.told.contract && { label: t('end.contract'), value: t(`contract.${data.told.contract}`) },
                  !!data.told.hiredOn && { label: t('end.hiredOn'), value: <DateText value={data.told.hiredOn} /> },
                  !!data.told.untilOn && { label: t('hiring.until'), value: <DateText value={data.told.untilOn} /> },
                  !!data.told.weeklyHours && { label: t('hiring.weeklyHours'), value: data.told.weeklyHours },
                  !!data.told.note && { label: t('hiring.note'), value: data.told.note },
                ]}
              />
            ) : (
              <p className="muted">{data.askOn ? t('hiring.ask', { on: longDate(data.askOn) }) : t(`outcome.${internship.outcome!}`)}</p>
            )}
            {open && <HiringDialog id={internship.id} hiring={data} onClose={() => setOpen(false)} />}
          </>
        )}
      </Loaded>
    </SectionCard>
  );
}

const written = z.string();
const schema = z.object({
  answer: choice.required(hiringAnswers),
  contract: choice.optional(contracts),
  hiredOn: written,
  untilOn: written,
  weeklyHours: amount.optional({ min: 1, max: 60 }),
  note: written,
});
type Values = z.input<typeof schema>;

const valuesOf = ({ told }: Hiring): Values => ({
  answer: told?.answer ?? '', contract: told?.contract ?? '', hiredOn: told?.hiredOn ?? '', untilOn: told?.untilOn ?? '', weeklyHours: told?.weeklyHours ?? null, note: told?.note ?? '',
});

function HiringDialog({ id, hiring, onClose }: { id: string; hiring: Hiring; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Values, z.output<typeof schema>>({
    schema,
    defaultValues: valuesOf(hiring),
    version: hiring.version,
    submit: (values, version) => {
      const hired = values.answer === 'hired';
      return recordHiring(id, version!, {
        answer: values.answer,
        contract: hired ? values.contract : null,
        hiredOn: hired ? values.hiredOn || null : null,
        untilOn: hired ? values.untilOn || null : null,
        weeklyHours: hired ? values.weeklyHours : null,
        note: values.note.trim() || null,
      });
    },
    reload: async () => {
      const now = await readHiring(id);
      return { values: valuesOf(now), version: now.version };
    },
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t('hiring.saved'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('hiring.answerLabel')} onClose={onClose}>
      <Form form={form} submitLabel={t('hiring.record')} onCancel={onClose}>
        <RadioGroup name="answer" label={t('hiring.answerLabel')} required options={hiringAnswers.map((value) => ({ value, label: t(`hiring.answer.${value}`) }))} />
        <JobFields more />
        <TextArea name="note" label={t('hiring.note')} rows={2} maxLength={2000} />
      </Form>
    </Dialog>
  );
}

/** Only of who was hired. */
export function JobFields({ more }: { more?: boolean }) {
  const { t } = useTranslation('internships');
  if ((useWatch({ name: 'answer' }) as string) !== 'hired') return null;
  return (
    <>
      <SelectField name="contract" label={t('end.contract')} required options={contracts.map((value) => ({ value, label: t(`contract.${value}`) }))} />
      <DateField name="hiredOn" label={t('end.hiredOn')} required />
      <DateField name="untilOn" label={t('hiring.until')} />
      {more && <NumberField name="weeklyHours" label={t('hiring.weeklyHours')} width="short" />}
    </>
  );
}
