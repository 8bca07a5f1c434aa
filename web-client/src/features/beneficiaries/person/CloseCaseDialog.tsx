import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { DateField, day, Form, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { today } from '../../../lib/format';
import { Notice } from '../../../components/parts';
import { DateText } from '../../../components/values';
import { closeCase, useOpenEnds, type Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { OutcomeFields } from '../outcomes/OutcomeFields';
import { demandFields, outcomeShape, sent, startValues } from '../outcomes/outcome-form';
import { useDraftStore } from '../api/drafts';

const schema = z.object({ ...outcomeShape, closedOn: day.required() }).superRefine(demandFields);
type Input = z.input<typeof schema>;

export function CloseCaseDialog({ record, name, onClose }: { record: Case; name: string; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { ...startValues(), closedOn: today() },
    keep: useDraftStore('closing', record.id),
    guard: false,
    submit: (values) => closeCase(record.id, sent(values)),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      toast.done(t('closeCase.done'));
      onClose();
    },
  });
  return (
    <Dialog open keeps title={t('closeCase.title', { name })} onClose={onClose}>
      <p>{t('closeCase.text')}</p>
      <OpenEnds caseId={record.id} />
      <Form form={form} submitLabel={t('closeCase.action')} onCancel={onClose} keptNote={false}>
        <DateField name="closedOn" label={t('case.closedOn')} required max={today()} />
        <OutcomeFields />
      </Form>
    </Dialog>
  );
}

/** What the closing does not settle by itself, and what it cancels. */
function OpenEnds({ caseId }: { caseId: string }) {
  const { t } = useTranslation('beneficiaries');
  const ends = useOpenEnds(caseId).data;
  if (!ends || (ends.appointments.length === 0 && Number(ends.unsentApplications) === 0 && ends.programmes.length === 0)) return null;
  return (
    <Notice tone="warn" title={t('closeCase.staysOpen')}>
      <ul>
        {ends.appointments.length > 0 && (
          <li>
            {t('closeCase.appointments')}
            <ul>
              {ends.appointments.map((one) => (
                <li key={one.id}>
                  <DateText value={one.on} short />, {one.at} · {t(`appointmentKind.${one.kind}`)}
                </li>
              ))}
            </ul>
          </li>
        )}
        {Number(ends.unsentApplications) > 0 && <li>{t('closeCase.applications', { count: Number(ends.unsentApplications) })}</li>}
        {ends.programmes.map((name) => (
          <li key={name}>{t('closeCase.programme', { name })}</li>
        ))}
      </ul>
    </Notice>
  );
}
