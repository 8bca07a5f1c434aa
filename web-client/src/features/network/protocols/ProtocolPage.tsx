import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Button, ButtonLink } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { DateField, Form, day, picked, text, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText, KeyValue } from '../../../components/values';
import { today } from '../../../lib/format';
import { useChange } from '../api/network';
import { removeSignature, renewProtocol, signProtocol, useProtocol, type Protocol } from '../api/protocols';
import { BodyField, PersonOfBodyField } from '../BodyFields';
import { ProtocolChip } from './ProtocolChip';

export function ProtocolPage() {
  const { t } = useTranslation('network');
  const { protocolId = '' } = useParams();
  const query = useProtocol(protocolId);
  const mayWrite = useRight('partner-bodies:write');
  const [renewing, setRenewing] = useState(false);
  const protocol = query.data;
  return (
    <Page
      title={protocol?.subject ?? t('protocols.one')}
      back={{ to: '/partner-bodies/protocols', label: t('protocols.title') }}
      status={protocol && <ProtocolChip state={protocol.state} />}
      actions={
        protocol &&
        mayWrite && (
          <>
            {protocol.validTo && !renewing && (
              <Button look={protocol.state === 'expiring' || protocol.state === 'expired' ? 'fill' : 'outline'} icon="refresh" onClick={() => setRenewing(true)}>
                {t('protocols.renew')}
              </Button>
            )}
            <ButtonLink to="edit" look="quiet" icon="pencil">
              {t('edit')}
            </ButtonLink>
          </>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(loaded) => (
          <>
            {renewing && <Renewal protocol={loaded} onClose={() => setRenewing(false)} />}
            <SectionCard title={t('protocols.validity')}>
              <KeyValue
                items={[
                  { label: t('protocols.validFrom'), value: <DateText value={loaded.validFrom} /> },
                  { label: t('protocols.validTo'), value: loaded.validTo ? <DateText value={loaded.validTo} /> : t('protocols.noEnd') },
                  { label: t('protocols.renewal'), value: t(`renewal.${loaded.renewal}`) },
                  !!loaded.notes && { label: t('protocols.notes'), value: <span className="pre-line">{loaded.notes}</span> },
                ]}
              />
              {loaded.renewals.map((one) => (
                <p key={one.id} className="muted">
                  {t('protocols.renewedBy', { name: one.byName })} <DateText value={one.at} />: <DateText value={one.from} short /> → <DateText value={one.to} short />
                </p>
              ))}
            </SectionCard>
            <Signatories protocol={loaded} mayWrite={mayWrite} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Signatories({ protocol, mayWrite }: { protocol: Protocol; mayWrite: boolean }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const confirm = useConfirm();
  const [adding, setAdding] = useState(false);
  const remove = useChange((bodyId: string) => removeSignature(protocol.id, bodyId));
  const ask = async (bodyId: string, name: string) => {
    const yes = await confirm({ title: t('signatories.removeTitle', { name }), text: t('signatories.removeText'), action: t('signatories.remove'), danger: true });
    if (yes) toast.after(remove.mutateAsync(bodyId), t('saved'));
  };
  return (
    <SectionCard
      title={t('signatories.title')}
      actions={
        mayWrite &&
        !adding && (
          <Button small look="plain" icon="plus" onClick={() => setAdding(true)}>
            {t('signatories.add')}
          </Button>
        )
      }
    >
      {adding && <Signature protocol={protocol} onClose={() => setAdding(false)} />}
      {protocol.signatories.length === 0 ? (
        !adding && <EmptyState icon="pencil" title={t('signatories.empty')} />
      ) : (
        <ul className="rows">
          {protocol.signatories.map((one) => (
            <li key={one.bodyId} className="row0">
              <div className="row0-main">
                <Link to={`/partner-bodies/${one.bodyId}`}>{one.bodyName}</Link>
                <div className="muted">
                  {one.personName && `${one.personName}, `}
                  <DateText value={one.signedOn} />
                </div>
              </div>
              {mayWrite && (
                <Button small look="quiet" onClick={() => void ask(one.bodyId, one.bodyName)} aria-label={`${t('signatories.remove')}: ${one.bodyName}`}>
                  {t('signatories.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

const signature = z.object({ bodyId: picked.required(), personId: text.optional(36), signedOn: day.required() });

function Signature({ protocol, onClose }: { protocol: Protocol; onClose: () => void }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const sign = useChange((values: z.output<typeof signature>) => signProtocol(protocol.id, values));
  const form = useApiForm({
    schema: signature,
    defaultValues: { bodyId: null, personId: '', signedOn: today() },
    submit: (values) => sign.mutateAsync(values),
    onDone: () => {
      toast.done(t('signatories.added'));
      onClose();
    },
  });
  return (
    <div className="inset">
      <Form form={form} label={t('signatories.add')} submitLabel={t('signatories.add')} onCancel={onClose}>
        <BodyField />
        <PersonOfBodyField label={t('signatories.person')} />
        <DateField name="signedOn" label={t('signatories.signedOn')} required max={today()} />
      </Form>
    </div>
  );
}

const renewal = z.object({ validTo: day.required() });

function Renewal({ protocol, onClose }: { protocol: Protocol; onClose: () => void }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const renew = useChange(({ validTo, version }: { validTo: string; version: number | string }) => renewProtocol(protocol.id, validTo, version));
  const form = useApiForm({
    schema: renewal,
    defaultValues: { validTo: '' },
    version: protocol.version,
    submit: (values, version) => renew.mutateAsync({ validTo: values.validTo, version: version ?? 0 }),
    onDone: () => {
      toast.done(t('protocols.renewed'));
      onClose();
    },
  });
  return (
    <SectionCard title={t('protocols.renew')}>
      <Form form={form} label={t('protocols.renew')} submitLabel={t('protocols.renew')} onCancel={onClose}>
        <DateField name="validTo" label={t('protocols.newEnd')} required autoFocus />
      </Form>
    </SectionCard>
  );
}
