import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ComboField, SelectField, type Option } from '../../components/form';
import { findBodies, useBodyPeople } from './api/network';

/** A body of the network, typed and chosen. */
export function BodyField() {
  const { t } = useTranslation('network');
  return <ComboField name="bodyId" label={t('body')} required source={['bodies']} load={findBodies} minLength={0} />;
}

/** Somebody of the body that is chosen above. */
export function PersonOfBodyField({ label }: { label: string }) {
  const body = useWatch({ name: 'bodyId' }) as Option | null;
  return <PersonSelect label={label} bodyId={body?.id} />;
}

export function PersonSelect({ label, bodyId }: { label: string; bodyId: string | undefined }) {
  const { t } = useTranslation('network');
  const people = useBodyPeople(bodyId);
  const options = (people.data ?? []).map((person) => ({ value: person.id, label: [person.name, person.role].filter(Boolean).join(', ') }));
  return <SelectField name="personId" label={label} emptyLabel={t('nobodyYet')} help={bodyId && people.isSuccess && options.length === 0 ? t('noPeople') : undefined} options={options} />;
}
