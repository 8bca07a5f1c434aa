import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { useSectors } from '../../../components/sectors';
import { useToast } from '../../../components/Toast';
import { DateText, KeyValue } from '../../../components/values';
import { useRight } from '../../../api/session';
import { disclose, type Disclosed, type Person } from '../api/person';
import { useEducationLevels } from '../api/reference';
import { SensitiveDialog } from './SensitiveDialog';

/** Who the person is. Identifiers, contacts and addresses are masked: each opening is logged with its purpose, and lasts as long as the page. */
export function RegistrySection({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  const mayWrite = useRight('beneficiaries:write');
  const levels = useEducationLevels();
  const sectors = useSectors();
  const full = person.sight === 'full';
  return (
    <div id="registry">
      <SectionCard
        title={t('registry.title')}
        actions={
          full &&
          mayWrite && (
            <ButtonLink small look="quiet" icon="pencil" to={`/beneficiaries/${person.id}/edit`}>
              {t('edit')}
            </ButtonLink>
          )
        }
      >
        {full ? (
          <>
            <KeyValue
              items={[
                { label: t('field.birthDate'), value: <DateText value={person.birthDate} /> },
                { label: t('field.birthplace'), value: person.birthplaceName },
                { label: t('field.sex'), value: `${t(`sex.${person.sex!}`)} · ${t(`gender.${person.gender!}`)}` },
                { label: t('field.citizenship'), value: person.citizenshipName },
                { label: t('domicile'), value: person.domicileName },
                { label: t('field.education'), value: levels.find((level) => level.code === person.education)?.name },
                { label: t('field.unemployedSince'), value: person.unemployedSince && <Unemployment person={person} /> },
                { label: t('field.minorChildren'), value: person.minorChildren === null ? null : `${person.minorChildren}${person.singleParent ? ` · ${t('field.singleParent')}` : ''}` },
                { label: t('field.mobility'), value: person.mobility && t(`mobility.${person.mobility}`) },
                { label: t('field.wishedSectors'), value: person.wishedSectors.map(sectors.name).join(', ') },
              ]}
            />
            <MaskedGroup person={person} group="identifiers" />
            <MaskedGroup person={person} group="contacts" />
            <MaskedGroup person={person} group="addresses" />
          </>
        ) : (
          <p className="hint">{t('registry.teamOnly')}</p>
        )}
      </SectionCard>
    </div>
  );
}

/** Since when, and whether each scheme calls it long: computed for today, with the act and the doubt that it leaves. */
function Unemployment({ person }: { person: Person }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <>
      <DateText value={person.unemployedSince} />
      {person.longTermUnemployment.map((standing) => (
        <div key={standing.scheme} className="hint">
          {t(standing.longTerm ? 'file.longTerm.yes' : 'file.longTerm.no', { scheme: t(`file.scheme.${standing.scheme}`), months: standing.months })} <DateText value={standing.fromOn} short />
          {' · '}
          {standing.source}
          {standing.toVerify && ` · ${t('file.longTerm.toVerify')}`}
        </div>
      ))}
    </>
  );
}

function MaskedGroup({ person, group }: { person: Person; group: 'identifiers' | 'contacts' | 'addresses' }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const mayWrite = useRight('beneficiaries:write');
  const [opened, setOpened] = useState<Disclosed | null>(null);
  const [editing, setEditing] = useState<Disclosed | null>(null);
  const [busy, setBusy] = useState(false);
  const known = person.known;

  const open = async (edit: boolean) => {
    setBusy(true);
    try {
      const answer = await disclose(person.id, group, edit ? 'correctData' : group === 'contacts' ? 'contactPerson' : group === 'identifiers' ? 'verifyIdentity' : 'fillDocument');
      if (edit) setEditing(answer);
      else setOpened(answer);
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(false);
    }
  };
  const value = (isKnown: boolean | undefined, clear: ReactNode) => (opened ? clear : isKnown ? <Masked /> : null);
  const place = (address: { street: string | null; number: string | null; postalCode: string | null } | null | undefined, municipality: string | null | undefined) =>
    address ? [[address.street, address.number].filter(Boolean).join(' '), [address.postalCode, municipality].filter(Boolean).join(' ')].filter(Boolean).join(', ') : null;
  const items = {
    identifiers: [
      { label: t('field.taxCode'), value: value(known?.taxCode, opened?.identifiers?.taxCode) },
      { label: t('field.healthCode'), value: value(known?.healthCode, opened?.identifiers?.healthCode) },
    ],
    contacts: [
      { label: t('field.phone'), value: value(known?.phone, opened?.contacts?.phone && <a href={`tel:${opened.contacts.phone.replace(/[^\d+]/g, '')}`}>{opened.contacts.phone}</a>) },
      { label: t('field.email'), value: value(known?.email, opened?.contacts?.email) },
      !!opened?.contacts?.email && { label: t('field.mailIsSafe'), value: t(opened.contacts.mailIsSafe ? 'field.mailIsSafeYes' : 'field.mailIsSafeNo') },
      { label: t('field.safeContact'), value: value(known?.safeContact, opened?.contacts?.safeContact) },
    ],
    addresses: [
      { label: t('field.residence'), value: value(known?.residence, place(opened?.addresses?.residence, opened?.addresses?.residenceMunicipalityName)) },
      { label: t('domicile'), value: value(known?.domicile, place(opened?.addresses?.domicile, opened?.addresses?.domicileMunicipalityName)) },
    ],
  }[group];
  return (
    <section className="masked-group" aria-label={t(`group.${group}`)}>
      <header className="list-bar">
        <h3>{t(`group.${group}`)}</h3>
        {opened ? (
          <Button small look="quiet" icon="password-invisible" onClick={() => setOpened(null)} aria-label={t('hideOf', { group: t(`group.${group}`) })}>
            {t('hide')}
          </Button>
        ) : (
          <Button small look="quiet" icon="password-visible" busy={busy} onClick={() => void open(false)} aria-label={t('showOf', { group: t(`group.${group}`) })}>
            {t('show')}
          </Button>
        )}
        {mayWrite && (
          <Button small look="quiet" icon="pencil" busy={busy} onClick={() => void open(true)} aria-label={t('editOf', { group: t(`group.${group}`) })}>
            {t('edit')}
          </Button>
        )}
        <span className="hint" role="status">
          {opened && t('opened')}
        </span>
      </header>
      <KeyValue items={items} />
      {editing && (
        <SensitiveDialog
          person={person}
          group={group}
          values={editing}
          onClose={() => {
            setEditing(null);
            setOpened(null);
          }}
        />
      )}
    </section>
  );
}

function Masked() {
  const { t } = useTranslation('beneficiaries');
  return (
    <>
      <span aria-hidden="true">••••••</span>
      <span className="visually-hidden">{t('masked')}</span>
    </>
  );
}
