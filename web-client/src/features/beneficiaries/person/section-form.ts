import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { peopleKeys } from '../api/keys';
import { disclose, type Disclosed, type SensitiveGroup } from '../api/person';
import type { SectionFormProps } from './SealedSection';

/** The form of a section: it starts from what was opened, and after a colleague's change opens it again to show both. */
export function useSectionForm<Input extends FieldValues, Output>({ person, opened, onClose, group, schema, valuesOf, save }: SectionFormProps & {
  group: SensitiveGroup;
  schema: z.ZodType<Output, Input>;
  valuesOf: (opened: Disclosed) => Input;
  save: (id: string, version: number | string, values: Output) => Promise<unknown>;
}) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  return useApiForm<Input, Output>({
    schema,
    defaultValues: valuesOf(opened),
    version: opened.sectionVersion ?? 0,
    submit: (values, version) => save(person.id, version ?? 0, values),
    reload: async () => {
      const now = await disclose(person.id, group, 'correctData');
      return { values: valuesOf(now), version: now.sectionVersion ?? 0 };
    },
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.person(person.id), exact: true });
      toast.done(t('saved'));
      onClose();
    },
  });
}
