import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Dialog } from '../../../components/Dialog';
import { choice, DateField, day, FieldRow, Form, SectorSelect, SelectField, text, TextArea, TextField, useApiForm } from '../../../components/form';
import { useSectors } from '../../../components/sectors';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { today } from '../../../lib/format';
import { peopleKeys } from '../api/keys';
import { contractKinds, readCurriculum, removeExperience, saveExperience, type Experience } from '../api/person-file';

/** Work that the person has done, the latest first. */
export function Experiences({ personId, experiences, mayWrite }: { personId: string; experiences: Experience[]; mayWrite: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const sectors = useSectors();
  const [editing, setEditing] = useState<Experience | 'new' | null>(null);

  const remove = async (experience: Experience) => {
    if (!(await confirm({ title: t('file.experience.removeTitle', { employer: experience.employer }), text: t('file.experience.removeText'), action: t('file.experience.remove'), danger: true }))) return;
    try {
      await removeExperience(personId, experience.id);
      await queries.invalidateQueries({ queryKey: peopleKeys.curriculum(personId) });
      toast.done(t('file.experience.removed'));
    } catch (error) {
      toast.failed(error);
    }
  };

  return (
    <section className="masked-group" aria-label={t('file.experience.title')}>
      <header className="list-bar">
        <h3>{t('file.experience.title')}</h3>
        {mayWrite && (
          <Button small look="quiet" icon="plus" onClick={() => setEditing('new')}>
            {t('file.experience.add')}
          </Button>
        )}
      </header>
      {experiences.length === 0 ? (
        <p className="hint">{t('file.experience.none')}</p>
      ) : (
        <ul className="rows">
          {experiences.map((experience) => (
            <li key={experience.id}>
              <div>
                <b>{experience.duties}</b>
                <div>{experience.employer}</div>
                <div className="hint">
                  {t('from')} <DateText value={experience.fromOn} short /> {experience.toOn ? t('to') : t('file.experience.lasts')} {experience.toOn && <DateText value={experience.toOn} short />}
                  {experience.contract && ` · ${t(`file.contract.${experience.contract}`)}`}
                  {experience.sector && ` · ${sectors.name(experience.sector)}`}
                </div>
              </div>
              {mayWrite && (
                <div>
                  <Button small look="plain" onClick={() => setEditing(experience)} aria-label={t('editOf', { group: experience.employer })}>
                    {t('edit')}
                  </Button>
                  <Button small look="plain" onClick={() => void remove(experience)} aria-label={t('file.experience.removeOne', { employer: experience.employer })}>
                    {t('file.experience.remove')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && <ExperienceDialog personId={personId} experience={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

const schema = z.object({
  employer: text.required(160),
  duties: text.required(1000),
  contract: choice.optional(contractKinds),
  sector: text.optional(40),
  fromOn: day.required(),
  toOn: day.optional(),
});
type Values = z.input<typeof schema>;

const valuesOf = (experience: Experience | undefined): Values => ({
  employer: experience?.employer ?? '',
  duties: experience?.duties ?? '',
  contract: experience?.contract ?? '',
  sector: experience?.sector ?? '',
  fromOn: experience?.fromOn ?? '',
  toOn: experience?.toOn ?? '',
});

function ExperienceDialog({ personId, experience, onClose }: { personId: string; experience: Experience | undefined; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Values, z.output<typeof schema>, unknown>({
    schema,
    defaultValues: valuesOf(experience),
    guard: false,
    version: experience?.version,
    submit: (values, version) => saveExperience(personId, experience?.id, version ?? 0, values),
    reload: async () => {
      const now = (await readCurriculum(personId)).experiences.find((one) => one.id === experience?.id);
      return { values: valuesOf(now), version: now?.version ?? 0 };
    },
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.curriculum(personId) });
      toast.done(t('saved'));
      onClose();
    },
  });
  return (
    <Dialog open title={t(experience ? 'file.experience.change' : 'file.experience.add')} onClose={onClose}>
      <Form form={form} submitLabel={t('save')} onCancel={onClose} keptNote={false}>
        <TextField name="employer" label={t('file.experience.employer')} help={t('file.experience.employerHelp')} required autoComplete="off" />
        <TextArea name="duties" label={t('file.experience.duties')} help={t('file.experience.dutiesHelp')} required rows={2} />
        <FieldRow>
          <DateField name="fromOn" label={t('file.experience.from')} required max={today()} />
          <DateField name="toOn" label={t('file.experience.to')} help={t('file.experience.toHelp')} max={today()} />
        </FieldRow>
        <FieldRow>
          <SelectField name="contract" label={t('file.experience.contract')} emptyLabel={t('work.unknown')} options={contractKinds.map((value) => ({ value, label: t(`file.contract.${value}`) }))} />
          <SectorSelect name="sector" label={t('file.experience.sector')} />
        </FieldRow>
      </Form>
    </Dialog>
  );
}
