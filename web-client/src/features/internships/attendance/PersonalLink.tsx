import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Dialog } from '../../../components/Dialog';
import { email, Form, TextField, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { dateTime, longDate } from '../../../lib/format';
import type { InternReach, TutorReach } from '../api/tutors';

interface Words {
  text: string;
  /** What the button to send or remind is called where its short text would not say to whom. */
  askOf?: string;
  revokeTitle: string;
  forgetTitle: string;
  forgetText: string;
  sent: string;
  email: string;
  emailHelp: string;
}

interface Asking {
  request: (body: { email: string }) => Promise<unknown>;
  refresh: () => Promise<void>;
}

/** Somebody who fills in or signs a month by a personal link: where they are reached, when they were last asked, and the buttons that ask, take the link back and forget. */
export function PersonalLink({
  reach,
  name,
  words,
  mayWrite,
  revoke,
  forget,
  ...asking
}: Asking & { reach: TutorReach | InternReach; name?: string; words: Words; mayWrite: boolean; revoke: () => Promise<unknown>; forget: () => Promise<unknown> }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const confirm = useConfirm();
  const [open, setOpen] = useState(false);
  const { link } = reach;
  const takeBack = async () => {
    if (await confirm({ title: words.revokeTitle, text: t('tutorLink.revokeText'), action: t('tutorLink.revoke'), danger: true })) toast.after(revoke().then(asking.refresh), t('tutorLink.revokedDone'));
  };
  const remove = async () => {
    if (await confirm({ title: words.forgetTitle, text: words.forgetText, action: t('tutorLink.forget'), danger: true })) toast.after(forget().then(asking.refresh), t('tutorLink.forgotten'));
  };
  return (
    <>
      <p>{words.text}</p>
      <div className="row0">
        <div className="row0-main">
          {name ? (
            <>
              <b>{name}</b>
              {reach.email && <span className="muted"> · {reach.email}</span>}
            </>
          ) : (
            reach.email && <b>{reach.email}</b>
          )}
          <div className="muted">
            {link ? t('tutorLink.last', { count: link.sent, at: dateTime(link.lastSentAt) }) : t('tutorLink.never')}
            {link && ` · ${link.counts ? t('tutorLink.until', { at: longDate(link.expiresAt) }) : link.revokedAt ? t('tutorLink.revoked') : t('tutorLink.expired')}`}
          </div>
        </div>
        {mayWrite && (
          <div className="row-actions">
            <Button look="outline" small icon="mail" aria-label={words.askOf} onClick={() => setOpen(true)}>
              {link ? t('tutorLink.remind') : t('tutorLink.send')}
            </Button>
            {link?.counts && (
              <Button look="plain" small icon="close" aria-label={words.askOf && words.revokeTitle} onClick={() => void takeBack()}>
                {t('tutorLink.revoke')}
              </Button>
            )}
            {reach.email && (
              <Button look="plain" small icon="delete" aria-label={words.askOf && words.forgetTitle} onClick={() => void remove()}>
                {t('tutorLink.forget')}
              </Button>
            )}
          </div>
        )}
      </div>
      {open && <AskDialog reach={reach} words={words} {...asking} onClose={() => setOpen(false)} />}
    </>
  );
}

const schema = z.object({ email: email.required() });

function AskDialog({ reach, words, request, refresh, onClose }: Asking & { reach: TutorReach | InternReach; words: Words; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { email: reach.email ?? '' },
    submit: request,
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(words.sent);
      onClose();
    },
  });
  const label = reach.link ? t('tutorLink.remind') : t('tutorLink.send');
  return (
    <Dialog open title={words.askOf ?? label} onClose={onClose}>
      {reach.link?.counts && <p>{t('tutorLink.sentText', { until: longDate(reach.link.expiresAt) })}</p>}
      <Form form={form} submitLabel={label} onCancel={onClose} keptNote={false}>
        <TextField name="email" type="email" label={words.email} help={words.emailHelp} required maxLength={254} autoComplete="off" />
      </Form>
    </Dialog>
  );
}
