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
import { forgetTutor, requestRegister, revokeRegisterLink, useRegisterLink, type TutorReach } from '../api/tutors';

/** Where the host's tutor is reached, when they were last reminded of this month, and the button that does it now. */
export function TutorLinkSection({ id, month, mayWrite }: { id: string; month: string; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const reach = useRegisterLink(id, month);
  return (
    <SectionCard title={t('tutorLink.title')}>
      <Loaded query={reach} lines={2}>
        {(data) => <Reach id={id} month={month} reach={data} mayWrite={mayWrite} />}
      </Loaded>
    </SectionCard>
  );
}

function Reach({ id, month, reach, mayWrite }: { id: string; month: string; reach: TutorReach; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { link } = reach;
  const refresh = () => queries.invalidateQueries({ queryKey: internshipKeys.registerLink(id, month) });
  const revoke = async () => {
    if (await confirm({ title: t('tutorLink.revokeTitle'), text: t('tutorLink.revokeText'), action: t('tutorLink.revoke'), danger: true }))
      toast.after(revokeRegisterLink(id, month).then(refresh), t('tutorLink.revokedDone'));
  };
  const forget = async () => {
    if (await confirm({ title: t('tutorLink.forgetTitle'), text: t('tutorLink.forgetText'), action: t('tutorLink.forget'), danger: true }))
      toast.after(forgetTutor(id).then(refresh), t('tutorLink.forgotten'));
  };
  return (
    <>
      <p>{t('tutorLink.text')}</p>
      <div className="row0">
        <div className="row0-main">
          <b>{reach.tutor}</b>
          {reach.email && <span className="muted"> · {reach.email}</span>}
          <div className="muted">
            {link ? t('tutorLink.last', { count: link.sent, at: dateTime(link.lastSentAt) }) : t('tutorLink.never')}
            {link && ` · ${link.counts ? t('tutorLink.until', { at: longDate(link.expiresAt) }) : link.revokedAt ? t('tutorLink.revoked') : t('tutorLink.expired')}`}
          </div>
        </div>
        {mayWrite && (
          <div className="row-actions">
            <Button look="outline" small icon="mail" onClick={() => setAsking(true)}>
              {link ? t('tutorLink.remind') : t('tutorLink.send')}
            </Button>
            {link?.counts && (
              <Button look="plain" small icon="close" onClick={() => void revoke()}>
                {t('tutorLink.revoke')}
              </Button>
            )}
            {reach.email && (
              <Button look="plain" small icon="delete" onClick={() => void forget()}>
                {t('tutorLink.forget')}
              </Button>
            )}
          </div>
        )}
      </div>
      {asking && <AskDialog id={id} month={month} reach={reach} onClose={() => setAsking(false)} onSent={refresh} />}
    </>
  );
}

const schema = z.object({ email: email.required() });

function AskDialog({ id, month, reach, onClose, onSent }: { id: string; month: string; reach: TutorReach; onClose: () => void; onSent: () => Promise<void> }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { email: reach.email ?? '' },
    submit: (body) => requestRegister(id, month, body),
    guard: false,
    onDone: async () => {
      await onSent();
      toast.done(t('tutorLink.sent'));
      onClose();
    },
  });
  const label = reach.link ? t('tutorLink.remind') : t('tutorLink.send');
  return (
    <Dialog open title={label} onClose={onClose}>
      {reach.link?.counts && <p>{t('tutorLink.sentText', { until: longDate(reach.link.expiresAt) })}</p>}
      <Form form={form} submitLabel={label} onCancel={onClose} keptNote={false}>
        <TextField name="email" type="email" label={t('tutorLink.email')} help={t('tutorLink.emailHelp')} required maxLength={254} autoComplete="off" />
      </Form>
    </Dialog>
  );
}
