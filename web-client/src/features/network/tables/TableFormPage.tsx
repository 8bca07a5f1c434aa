import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { DateField, Form, SelectField, TextArea, TextField, choice, day, text, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { useChange } from '../api/network';
import { createTable, readTable, tableKinds, updateTable, useTable, type Table } from '../api/tables';

const schema = z.object({ name: text.required(), kind: choice.required(tableKinds), purpose: text.optional(2000), closedOn: day.optional() });

const valuesOf = (table?: Table): z.input<typeof schema> => ({ name: table?.name ?? '', kind: table?.kind ?? 'workingTable', purpose: table?.purpose ?? '', closedOn: table?.closedOn ?? '' });

export function TableFormPage() {
  const { t } = useTranslation('network');
  const { tableId = '' } = useParams();
  const query = useTable(tableId);
  if (!tableId) {
    return (
      <Page title={t('tables.new')} width="form" back={{ to: '/partner-bodies/tables', label: t('tables.title') }}>
        <TableForm />
      </Page>
    );
  }
  return (
    <Page title={t('tables.edit')} width="form" subtitle={query.data?.name} back={{ to: `/partner-bodies/tables/${tableId}`, label: query.data?.name ?? t('tables.one') }}>
      <Loaded query={query}>{(table) => <TableForm table={table} />}</Loaded>
    </Page>
  );
}

function TableForm({ table }: { table?: Table }) {
  const { t } = useTranslation('network');
  const navigate = useNavigate();
  const toast = useToast();
  const save = useChange(async ({ values, version }: { values: z.output<typeof schema>; version: number | string }) =>
    table ? (await updateTable(table.id, values, version)).id : (await createTable(values)).id,
  );
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(table),
    version: table?.version,
    reload: table && (async () => readTable(table.id).then((now) => ({ values: valuesOf(now), version: now.version }))),
    submit: (values, version) => save.mutateAsync({ values, version: version ?? 0 }),
    onDone: (id) => {
      toast.done(t('saved'));
      void navigate(`/partner-bodies/tables/${id}`, { replace: true });
    },
  });
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={t('save')} onCancel={() => void navigate(-1)}>
        <TextField name="name" label={t('name')} required autoComplete="off" autoFocus={!table} />
        <SelectField name="kind" label={t('kindLabel')} required options={tableKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <TextArea name="purpose" label={t('tables.purpose')} />
        {table && <DateField name="closedOn" label={t('tables.closedOn')} help={t('tables.closedHelp')} />}
      </Form>
    </div>
  );
}
