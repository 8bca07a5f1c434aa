import { useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { CheckGroup, choice, Form, SelectField, text, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { KeyValue } from '../../../components/values';
import { peopleKeys } from '../api/keys';
import { languageLevels, readCurriculum, saveCurriculum, useCurriculum, type Curriculum } from '../api/person-file';
import { useLanguages, useLicences } from '../api/reference';
import { Experiences } from './Experiences';

/** What the person brings to work: languages, licences, work done. */
export function CurriculumSection({ personId }: { personId: string }) {
  const { t } = useTranslation('beneficiaries');
  const mayWrite = useRight('beneficiaries:write');
  const [editing, setEditing] = useState(false);
  const query = useCurriculum(personId);
  return (
    <div id="curriculum">
      <SectionCard
        title={t('file.curriculum.title')}
        note={t('file.curriculum.note')}
        actions={
          mayWrite &&
          query.data &&
          !editing && (
            <Button small look="quiet" icon="pencil" aria-label={t('file.curriculum.editLabel')} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )
        }
      >
        <Loaded query={query} lines={4}>
          {(curriculum) => (
            <>
              {editing ? <CurriculumForm personId={personId} curriculum={curriculum} onClose={() => setEditing(false)} /> : <Written curriculum={curriculum} />}
              <Experiences personId={personId} experiences={curriculum.experiences} mayWrite={mayWrite} />
            </>
          )}
        </Loaded>
      </SectionCard>
    </div>
  );
}

function Written({ curriculum }: { curriculum: Curriculum }) {
  const { t } = useTranslation('beneficiaries');
  const languages = useLanguages();
  const licences = useLicences();
  return (
    <KeyValue
      items={[
        {
          label: t('file.curriculum.languages'),
          value: curriculum.languages.map((one) => `${languages.find((language) => language.code === one.code)?.name ?? one.code} (${t(`file.level.${one.level!}`)})`).join(', '),
        },
        { label: t('file.curriculum.licences'), value: curriculum.licences.map((code) => licences.find((licence) => licence.code === code)?.name ?? code).join(', ') },
      ]}
    />
  );
}

const schema = z.object({
  languages: z.array(z.object({ code: text.required(4), level: choice.required(languageLevels) })),
  licences: z.array(z.string()),
});
type Values = z.input<typeof schema>;

const valuesOf = (curriculum: Curriculum): Values => ({
  languages: curriculum.languages.map((language) => ({ code: language.code ?? '', level: language.level ?? '' })),
  licences: [...curriculum.licences],
});

function CurriculumForm({ personId, curriculum, onClose }: { personId: string; curriculum: Curriculum; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const licences = useLicences();
  const form = useApiForm<Values, z.output<typeof schema>>({
    schema,
    defaultValues: valuesOf(curriculum),
    version: curriculum.version,
    submit: (values, version) => saveCurriculum(personId, version ?? curriculum.version, values),
    reload: async () => readCurriculum(personId).then((now) => ({ values: valuesOf(now), version: now.version })),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.curriculum(personId) });
      toast.done(t('saved'));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={onClose} label={t('file.curriculum.editLabel')}>
      <Languages />
      <div className="skill-choices">
        <CheckGroup name="licences" label={t('file.curriculum.licences')} help={t('file.curriculum.licencesHelp')} options={licences.map((licence) => ({ value: licence.code, label: licence.name }))} />
      </div>
    </Form>
  );
}

function Languages() {
  const { t } = useTranslation('beneficiaries');
  const languages = useLanguages();
  const { control } = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray({ control, name: 'languages' });
  return (
    <fieldset className="field">
      <legend>{t('file.curriculum.languages')}</legend>
      {fields.map((field, index) => (
        <div className="window-row" key={field.id} role="group" aria-label={t('file.curriculum.languageNumber', { number: index + 1 })}>
          <SelectField name={`languages.${index}.code`} label={t('file.curriculum.language')} required options={languages.map((language) => ({ value: language.code, label: language.name }))} />
          <SelectField name={`languages.${index}.level`} label={t('file.curriculum.level')} required options={languageLevels.map((value) => ({ value, label: t(`file.level.${value}`) }))} />
          <Button look="plain" small icon="delete" aria-label={t('file.curriculum.removeLanguage', { number: index + 1 })} onClick={() => remove(index)}>
            {t('work.remove')}
          </Button>
        </div>
      ))}
      <Button look="quiet" small icon="plus" onClick={() => append({ code: '', level: '' })}>
        {t('file.curriculum.addLanguage')}
      </Button>
    </fieldset>
  );
}
