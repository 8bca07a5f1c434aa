import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Dialog } from '../../components/Dialog';
import { choice, email, FieldRow, Form, PasswordField, SelectField, text, TextArea, TextField, useApiForm } from '../../components/form';
import { Menu } from '../../components/Menu';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { KeyValue } from '../../components/values';
import { dateTime } from '../../lib/format';
import { discloseMailbox, mailboxPurposes, removeMailbox, saveMailbox, useMailbox, type Credentials, type PersonMailbox } from './api/mailbox';
import { useRefresh, type Path } from './api/paths';

/** The mailbox made for the person. Its credentials are opened with a purpose, and every opening is written down. */
export function MailboxSection({ path, open }: { path: Path; open: boolean }) {
  const { t } = useTranslation('job-search');
  const query = useMailbox(path.id);
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();
  const [doing, setDoing] = useState<'write' | 'show' | null>(null);
  const mailbox = query.data;
  const remove = async () => {
    if (!mailbox || !(await confirm({ title: t('mailbox.removeTitle'), text: t('mailbox.removeText'), action: t('mailbox.remove'), danger: true }))) return;
    toast.after(removeMailbox(path.id, mailbox.version).then(refresh), t('mailbox.removed'));
  };
  return (
    <SectionCard
      title={t('mailbox.title')}
      actions={
        open &&
        mailbox &&
        (mailbox.address ? (
          <>
            <Button small icon="key" onClick={() => setDoing('show')}>
              {t('mailbox.show')}
            </Button>
            <Menu
              label={t('otherActions')}
              name={t('mailbox.actions')}
              buttonClass="btn0 quiet small"
              items={[
                { label: t('mailbox.change'), icon: 'pencil', onSelect: () => setDoing('write') },
                { label: t('mailbox.remove'), icon: 'delete', danger: true, onSelect: () => void remove() },
              ]}
            />
          </>
        ) : (
          <Button small icon="plus" onClick={() => setDoing('write')}>
            {t('mailbox.write')}
          </Button>
        ))
      }
    >
      <Loaded query={query} lines={2}>
        {(found) =>
          found.address ? (
            <>
              <KeyValue items={[{ label: t('mailbox.address'), value: found.address }, { label: t('mailbox.provider'), value: found.provider }]} />
              <Uses mailbox={found} />
            </>
          ) : (
            <EmptyState icon="inbox" title={t('mailbox.none')} text={t('mailbox.noneText')} />
          )
        }
      </Loaded>
      {doing === 'write' && mailbox && <WriteDialog path={path} mailbox={mailbox} onClose={() => setDoing(null)} />}
      {doing === 'show' && <ShowDialog path={path} onClose={() => setDoing(null)} />}
    </SectionCard>
  );
}

function Uses({ mailbox }: { mailbox: PersonMailbox }) {
  const { t } = useTranslation('job-search');
  if (mailbox.uses.length === 0) return <p className="hint">{t('mailbox.neverOpened')}</p>;
  return (
    <details>
      <summary>{t('mailbox.uses', { count: mailbox.uses.length })}</summary>
      <ul className="plain">
        {mailbox.uses.map((use, index) => (
          <li key={index} className="hint">
            {dateTime(use.at)} · {use.byName ?? t('unknown')} · {t(`mailboxPurpose.${use.purpose}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function WriteDialog({ path, mailbox, onClose }: { path: Path; mailbox: PersonMailbox; onClose: () => void }) {
  const { t } = useTranslation('job-search');
  const toast = useToast();
  const refresh = useRefresh();
  const isNew = !mailbox.address;
  const schema = z.object({
    address: email.required(),
    provider: text.required(120),
    login: isNew ? text.required(254) : text.optional(254),
    password: isNew ? text.required(200) : text.optional(200),
    note: text.optional(1000),
  });
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema: schema as never,
    defaultValues: { address: mailbox.address ?? '', provider: mailbox.provider ?? '', login: '', password: '', note: '' },
    guard: false,
    version: mailbox.version,
    submit: (values, version) => saveMailbox(path.id, version!, values),
    onDone: () => {
      void refresh();
      toast.done(t('mailbox.saved'));
      onClose();
    },
  });
  return (
    <Dialog open title={t(isNew ? 'mailbox.write' : 'mailbox.change')} onClose={onClose}>
      <Form form={form} submitLabel={t('save')} onCancel={onClose} keptNote={false}>
        {!isNew && <p className="hint">{t('mailbox.keepText')}</p>}
        <TextField name="address" label={t('mailbox.address')} type="email" required autoComplete="off" />
        <TextField name="provider" label={t('mailbox.provider')} required autoComplete="off" />
        <FieldRow>
          <TextField name="login" label={t('mailbox.login')} required={isNew} autoComplete="off" />
          <PasswordField name="password" label={t('mailbox.password')} required={isNew} autoComplete="new-password" />
        </FieldRow>
        <TextArea name="note" label={t('mailbox.note')} help={t('mailbox.noteHelp')} rows={2} />
      </Form>
    </Dialog>
  );
}

const opening = z.object({ purpose: choice.required(mailboxPurposes) });

function ShowDialog({ path, onClose }: { path: Path; onClose: () => void }) {
  const { t } = useTranslation('job-search');
  const refresh = useRefresh();
  const [shown, setShown] = useState<Credentials | null>(null);
  const form = useApiForm<z.input<typeof opening>, z.output<typeof opening>, Credentials>({
    schema: opening,
    defaultValues: { purpose: '' },
    guard: false,
    submit: (values) => discloseMailbox(path.id, values.purpose),
    onDone: setShown,
  });
  const close = () => {
    onClose();
    void refresh();
  };
  return (
    <Dialog open title={t('mailbox.show')} onClose={close}>
      {shown ? (
        <>
          <KeyValue
            items={[
              { label: t('mailbox.address'), value: shown.address },
              { label: t('mailbox.login'), value: shown.login },
              { label: t('mailbox.password'), value: <code>{shown.password}</code> },
              !!shown.note && { label: t('mailbox.note'), value: <span className="pre-line">{shown.note}</span> },
            ]}
          />
          <div className="form-foot">
            <Button onClick={close}>{t('mailbox.hide')}</Button>
          </div>
        </>
      ) : (
        <Form form={form} submitLabel={t('mailbox.showAction')} onCancel={close} keptNote={false}>
          <p>{t('mailbox.showText')}</p>
          <SelectField name="purpose" label={t('mailbox.purpose')} required width="full" options={mailboxPurposes.map((value) => ({ value, label: t(`mailboxPurpose.${value}`) }))} />
        </Form>
      )}
    </Dialog>
  );
}
