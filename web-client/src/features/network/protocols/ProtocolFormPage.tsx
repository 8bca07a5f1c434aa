import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { DateField, FieldRow, Form, SelectField, TextArea, TextField, choice, day, text, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { useChange } from '../api/network';
import { createProtocol, readProtocol, renewals, updateProtocol, useProtocol, type Protocol } from '../api/protocols';

const schema = z.object({ subject: text.required(300), validFrom: day.required(), validTo: day.optional(), renewal: choice.required(renewals), notes: text.optional(2000) });

const valuesOf = (protocol?: Protocol): z.input<typeof schema> => ({
  subject: protocol?.subject ?? '',
  validFrom: protocol?.validFrom ?? '',
  validTo: protocol?.validTo ?? '',
  renewal: protocol?.renewal ?? 'none',
  notes: protocol?.notes ?? '',
});

export function ProtocolFormPage() {
  const { t } = useTranslation('network');
  const { protocolId } = useParams();
  if (protocolId) return <EditProtocol protocolId={protocolId} />;
  return (
    <Page title={t('protocols.new')} width="form" back={{ to: '/partner-bodies/protocols', label: t('protocols.title') }}>
      <ProtocolForm />
    </Page>
  );
}

function EditProtocol({ protocolId }: { protocolId: string }) {
  const { t } = useTranslation('network');
  const query = useProtocol(protocolId);
  return (
    <Page title={t('protocols.edit')} width="form" subtitle={query.data?.subject} back={{ to: `/partner-bodies/protocols/${protocolId}`, label: query.data?.subject ?? t('protocols.one') }}>
      <Loaded query={query}>{(protocol) => <ProtocolForm protocol={protocol} />}</Loaded>
    </Page>
  );
}

function ProtocolForm({ protocol }: { protocol?: Protocol }) {
  const { t } = useTranslation('network');
  const navigate = useNavigate();
  const toast = useToast();
  const save = useChange(async ({ values, version }: { values: z.output<typeof schema>; version: number | string }) =>
    protocol ? (await updateProtocol(protocol.id, values, version)).id : (await createProtocol(values)).id,
  );
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(protocol),
    version: protocol?.version,
    reload: protocol && (async () => readProtocol(protocol.id).then((now) => ({ values: valuesOf(now), version: now.version }))),
    submit: (values, version) => save.mutateAsync({ values, version: version ?? 0 }),
    onDone: (id) => {
      toast.done(t('saved'));
      void navigate(`/partner-bodies/protocols/${id}`, { replace: true });
    },
  });
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={t('save')} onCancel={() => void navigate(-1)}>
        <TextField name="subject" label={t('protocols.subject')} required autoComplete="off" autoFocus={!protocol} />
        <FieldRow>
          <DateField name="validFrom" label={t('protocols.validFrom')} required />
          <DateField name="validTo" label={t('protocols.validTo')} help={t('protocols.validToHelp')} />
        </FieldRow>
        <SelectField name="renewal" label={t('protocols.renewal')} required options={renewals.map((value) => ({ value, label: t(`renewal.${value}`) }))} />
        <TextArea name="notes" label={t('protocols.notes')} />
      </Form>
    </div>
  );
}
