import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { DateField, day, Form, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { useRefresh } from '../api/programmes';
import { freezeRanking, type Ranking } from '../api/selection';

const schema = z.object({ heldOn: day.required(), members: z.array(z.object({ name: text.required(160), body: text.optional(200) })).min(1), text: text.required(20_000) });
type Input = z.input<typeof schema>;

/** Says what closing means before it is done: afterwards nothing changes but renunciations. */
export function FreezeDialog({ programmeId, ranking, onClose }: { programmeId: string; ranking: Ranking; onClose: () => void }) {
  const { t } = useTranslation('programmes');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm({
    schema,
    defaultValues: { heldOn: today(), members: [{ name: '', body: '' }], text: '' },
    submit: (values) => freezeRanking(programmeId, ranking.version, { ...values, cohortId: ranking.cohortId }),
    onDone: async () => {
      await refresh();
      toast.done(t('freeze.done'));
      onClose();
    },
  });
  return (
    <Dialog open wide title={t('freeze.action')} onClose={onClose}>
      <p>{t('freeze.text', { count: Number(ranking.places) })}</p>
      <Form form={form} submitLabel={t('freeze.action')} onCancel={onClose} keptNote={false}>
        <DateField name="heldOn" label={t('freeze.heldOn')} required max={today()} />
        <Members />
        <TextArea name="text" label={t('freeze.minutes')} help={t('freeze.minutesHelp')} required rows={6} />
      </Form>
    </Dialog>
  );
}

function Members() {
  const { t } = useTranslation('programmes');
  const { control } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'members' });
  return (
    <fieldset className="rows-field">
      <legend>{t('freeze.members')}</legend>
      {fields.map((field, index) => (
        <div className="line-row" key={field.id} role="group" aria-label={t('freeze.memberNumber', { number: index + 1 })}>
          <TextField name={`members.${index}.name`} label={t('freeze.memberName')} required autoComplete="off" />
          <TextField name={`members.${index}.body`} label={t('freeze.memberBody')} autoComplete="off" />
          {fields.length > 1 && (
            <Button look="plain" small icon="delete" aria-label={t('freeze.removeMember', { number: index + 1 })} onClick={() => remove(index)}>
              {t('remove')}
            </Button>
          )}
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ name: '', body: '' })}>
        {t('freeze.addMember')}
      </Button>
    </fieldset>
  );
}
