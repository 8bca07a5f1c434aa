import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Form, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { peopleKeys } from './api/keys';
import { changePerson, detailsOf, readPerson, usePerson, type Person } from './api/person';
import { MoreFields, registrySchema, WhoFields, WorkFields } from './person-fields';
import { useDraftStore } from './api/drafts';

const schema = z.object(registrySchema);
type Input = z.input<typeof schema>;

export function EditPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('beneficiaries');
  const person = usePerson(id);
  return (
    <Page title={t('editTitle')} width="form" back={{ to: `/beneficiaries/${id}`, label: t('backToPerson') }} subtitle={t('editText')}>
      <Loaded query={person}>{(data) => <EditForm person={data} />}</Loaded>
    </Page>
  );
}

function valuesOf(person: Person): Input {
  return {
    surname: person.surname,
    name: person.name,
    preferredName: person.preferredName ?? '',
    sex: person.sex ?? '',
    gender: person.gender ?? '',
    birthDate: person.birthDate ?? '',
    birthplace: person.birthplace ? { id: person.birthplace, label: person.birthplaceName ?? person.birthplace } : null,
    citizenship: person.citizenship ? { id: person.citizenship, label: person.citizenshipName ?? person.citizenship } : null,
    education: person.education ?? '',
    unemployedSince: person.unemployedSince ?? '',
    minorChildren: person.minorChildren,
    singleParent: person.singleParent ?? false,
    mobility: person.mobility ?? '',
    wishedSectors: [...person.wishedSectors],
  };
}

function EditForm({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: valuesOf(person),
    keep: useDraftStore('personEdit', person.id),
    version: person.version,
    submit: (values, version) => changePerson(person.id, version!, { ...detailsOf(person), ...values }),
    reload: async () => {
      const now = await readPerson(person.id);
      return { values: valuesOf(now), version: now.version };
    },
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      toast.done(t('saved'));
      void navigate(`/beneficiaries/${person.id}`);
    },
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={() => void navigate(`/beneficiaries/${person.id}`)}>
      <SectionCard title={t('section.who')}>
        <WhoFields />
      </SectionCard>
      <SectionCard title={t('section.work')}>
        <WorkFields />
      </SectionCard>
      <SectionCard title={t('section.more')}>
        <MoreFields />
      </SectionCard>
    </Form>
  );
}
