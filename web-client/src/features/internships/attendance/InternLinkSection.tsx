import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Dialog } from '../../../components/Dialog';
import { email, Form, TextField, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { dateTime, longDate } from '../../../lib/format';
import { internshipKeys } from '../api/keys';
import { forgetInternContact, requestInternSignature, revokeInternLink, useInternLink, type InternReach } from '../api/tutors';

/** When the intern was asked to sign this month, and the button that asks now. */
export function InternLinkSection({ id, month }: { id: string; month: string }) {
  const { t } = useTranslation('internships');
  const reach = useInternLink(id, month);
  return (
    <SectionCard title={t('internLink.title')}>
      <Loaded query={reach} lines={2}>
        {(data) => <Reach id={id} month={month} reach={data} />}
      </Loaded>
    </SectionCard>
  );
}

function Reach({ id, month, reach }: { id: string; month: string; reach: InternReach }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { link } = reach;
  const refresh = () => queries.invalidateQueries({ queryKey: internshipKeys.internLink(id, month) });
  const revoke = async () => {
    if (await confirm({ title: t('internLink.revokeTitle'), text: t('tutorLink.revokeText'), action: t('tutorLink.revoke'), danger: true })) toast.after(revokeInternLink(id, month).then(refresh), t('tutorLink.revokedDone'));
  };
  const forget = async () => {
    if (await confirm({ title: t('internLink.forgetTitle'), text: t('internLink.forgetText'), action: t('tutorLink.forget'), danger: true })) toast.after(forgetInternContact(id).then(refresh), t('tutorLink.forgotten'));
  };
  return (
    <>
      <p>{t('internLink.text')}</p>
      <div className="row0">
        <div className="row0-main">
          {reach.email && <b>{reach.email}</b>}
          <div className="muted">
            {link ? t('tutorLink.last', { count: link.sent, at: dateTime(link.lastSentAt) }) : t('tutorLink.never')}
            {link && ` · ${link.counts ? t('tutorLink.until', { at: longDate(link.expiresAt) }) : link.revokedAt ? t('tutorLink.revoked') : t('tutorLink.expired')}`}
          </div>
        </div>
        <div className="row-actions">
          <Button look="outline" small icon="mail" aria-label={link ? t('internLink.remindOf') : t('internLink.sendOf')} onClick={() => setAsking(true)}>
            {link ? t('tutorLink.remind') : t('tutorLink.send')}
          </Button>
          {link?.counts && (
            <Button look="plain" small icon="close" aria-label={t('internLink.revokeTitle')} onClick={() => void revoke()}>
              {t('tutorLink.revoke')}
            </Button>
          )}
          {reach.email && (
            <Button look="plain" small icon="delete" aria-label={t('internLink.forgetTitle')} onClick={() => void forget()}>
              {t('tutorLink.forget')}
            </Button>
          )}
        </div>
      </div>
      {asking && <AskDialog id={id} month={month} reach={reach} onClose={() => setAsking(false)} onSent={refresh} />}
    </>
  );
}

const schema = z.object({ email: email.required() });

function AskDialog({ id, month, reach, onClose, onSent }: { id: string; month: string; reach: InternReach; onClose: () => void; onSent: () => Promise<void> }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { email: reach.email ?? '' },
    submit: (body) => requestInternSignature(id, month, body),
    guard: false,
    onDone: async () => {
      await onSent();
      toast.done(t('internLink.sent'));
      onClose();
    },
  });
  return (
    <Dialog open title={reach.link ? t('internLink.remindOf') : t('internLink.sendOf')} onClose={onClose}>
      <Form form={form} submitLabel={t('tutorLink.send')} onCancel={onClose} keptNote={false}>
        <TextField name="email" type="email" label={t('internLink.email')} help={t('internLink.emailHelp')} required maxLength={254} autoComplete="off" />
      </Form>
    </Dialog>
  );
}
