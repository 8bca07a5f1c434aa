import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Form, picked, text, useApiForm } from '../../../components/form';
import { Menu } from '../../../components/Menu';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { useChange } from '../api/network';
import { addMember, changeMember, removeMember, type Table } from '../api/tables';
import { BodyField, PersonOfBodyField, PersonSelect } from '../BodyFields';

type Member = Table['members'][number];

/** The bodies that sit at the table, each with its person. */
export function MembersCard({ table, mayWrite }: { table: Table; mayWrite: boolean }) {
  const { t } = useTranslation('network');
  const [adding, setAdding] = useState(false);
  return (
    <SectionCard
      title={t('members.title')}
      actions={
        mayWrite &&
        !adding && (
          <Button small look="plain" icon="plus" onClick={() => setAdding(true)}>
            {t('members.add')}
          </Button>
        )
      }
    >
      {adding && <NewMember table={table} onClose={() => setAdding(false)} />}
      {table.members.length === 0 ? (
        !adding && <EmptyState icon="share" title={t('members.empty')} text={t('members.emptyText')} />
      ) : (
        <ul className="rows">
          {table.members.map((member) => (
            <MemberRow key={member.bodyId} table={table} member={member} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function MemberRow({ table, member, mayWrite }: { table: Table; member: Member; mayWrite: boolean }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const confirm = useConfirm();
  const [editing, setEditing] = useState(false);
  const remove = useChange(() => removeMember(table.id, member.bodyId));
  const ask = async () => {
    const yes = await confirm({ title: t('members.removeTitle', { name: member.bodyName }), text: t('members.removeText'), action: t('members.remove'), danger: true });
    if (yes) toast.after(remove.mutateAsync(), t('saved'));
  };
  return (
    <li className="row0">
      <div className="row0-main">
        <Link to={`/partner-bodies/${member.bodyId}`}>{member.bodyName}</Link>
        <div className="muted">{member.personName ? [member.personName, member.personRole].filter(Boolean).join(', ') : t('nobodyYet')}</div>
      </div>
      {mayWrite && (
        <Menu
          label={t('more')}
          name={t('moreOf', { name: member.bodyName })}
          buttonClass="btn0 quiet small"
          items={[
            { label: t('members.change'), icon: 'user', onSelect: () => setEditing(true) },
            { label: t('members.remove'), icon: 'delete', danger: true, onSelect: () => void ask() },
          ]}
        />
      )}
      {editing && <ChangePerson table={table} member={member} onClose={() => setEditing(false)} />}
    </li>
  );
}

const seat = z.object({ personId: text.optional(36) });

function ChangePerson({ table, member, onClose }: { table: Table; member: Member; onClose: () => void }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const change = useChange((personId: string | null) => changeMember(table.id, member.bodyId, personId));
  const form = useApiForm({
    schema: seat,
    defaultValues: { personId: member.personId ?? '' },
    submit: (values) => change.mutateAsync(values.personId),
    onDone: () => {
      toast.done(t('saved'));
      onClose();
    },
  });
  return (
    <div className="inset">
      <Form form={form} label={t('members.change')} submitLabel={t('save')} onCancel={onClose}>
        <PersonSelect label={t('members.person')} bodyId={member.bodyId} />
      </Form>
    </div>
  );
}

const schema = z.object({ bodyId: picked.required(), personId: text.optional(36) });

function NewMember({ table, onClose }: { table: Table; onClose: () => void }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const add = useChange((values: z.output<typeof schema>) => addMember(table.id, values));
  const form = useApiForm({
    schema,
    defaultValues: { bodyId: null, personId: '' },
    submit: (values) => add.mutateAsync(values),
    onDone: () => {
      toast.done(t('members.added'));
      onClose();
    },
  });
  return (
    <div className="inset">
      <Form form={form} label={t('members.add')} submitLabel={t('members.add')} onCancel={onClose}>
        <BodyField />
        <PersonOfBodyField label={t('members.person')} />
      </Form>
    </div>
  );
}
