import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { DocumentFileField } from '../../../components/documents';
import { CheckGroup, choice, DateField, day, email, file, Form, RadioGroup, TextField, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { dateTime, longDate, today } from '../../../lib/format';
import { readInternship, useRefresh, type Internship } from '../api/internships';
import { paperAddress } from '../api/papers';
import { recordSignature, requestSignature, signedPaperAddress, uploadSignedProject, type Signature, type Signer } from '../api/signatures';

/** Who signed the project and how, who is missing and when they were last reminded. */
export function SignaturesSection({ internship, mayWrite }: { internship: Internship; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const [here, setHere] = useState<Signature | null>(null);
  const [sending, setSending] = useState<Signature | null>(null);
  const [paper, setPaper] = useState(false);
  const missing = internship.signatures.filter((one) => !one.signedOn);
  const open = mayWrite && internship.state === 'proposed' && internship.toSignAt !== null;
  return (
    <div id="signatures">
      <SectionCard
        title={t('signature.title')}
        note={internship.toSignAt && missing.length > 0 && t('signature.since', { at: longDate(internship.toSignAt) })}
        actions={
          open &&
          missing.length > 0 && (
            <Button look="plain" icon="upload" onClick={() => setPaper(true)}>
              {t('signature.paper')}
            </Button>
          )
        }
      >
        <ul className="rows">
          {internship.signatures.map((one) => (
            <li key={one.signer} className="row0">
              <div className="row0-main">
                <b>{t(`signature.signer.${one.signer}`)}</b>{' '}
                {one.signedOn ? <StatusChip tone="ok">{t('signature.signedOn', { on: longDate(one.signedOn) })}</StatusChip> : <StatusChip tone="warn">{t('documents.missing')}</StatusChip>}
                <div className="muted">
                  {one.how && t(`signature.how.${one.how}`)}
                  {one.name && ` · ${one.name}`}
                  {one.with && one.how !== 'link' && ` · ${t('signature.recordedBy', { name: one.with })}`}
                  {one.hasScan && (
                    <>
                      {' · '}
                      <a href={signedPaperAddress(internship.id, one.signer)} download>
                        {t('signature.openPaper')}
                      </a>
                    </>
                  )}
                  {one.paper && (
                    <>
                      {' · '}
                      <a href={paperAddress(one.paper.paperId, 'pdf')} download aria-label={t('signature.versionOf', { who: t(`signature.signer.${one.signer}`), number: one.paper.number })}>
                        {t('signature.version', { number: one.paper.number })}
                      </a>{' '}
                      <span title={one.paper.hash}>{t('signature.hash', { hash: one.paper.hash.slice(0, 8) })}</span>
                    </>
                  )}
                  {one.request && t('signature.sent', { count: one.request.sent, email: one.request.email, at: dateTime(one.request.lastSentAt), until: longDate(one.request.expiresAt) })}
                </div>
              </div>
              {open && !one.signedOn && (
                <div className="row-actions">
                  <Button look="plain" small icon="pencil" onClick={() => setHere(one)} aria-label={t('signature.recordOf', { who: t(`signature.signer.${one.signer}`) })}>
                    {t('signature.record')}
                  </Button>
                  <Button look="plain" small icon="mail" onClick={() => setSending(one)} aria-label={t('signature.linkOf', { who: t(`signature.signer.${one.signer}`) })}>
                    {one.request ? t('signature.remind') : t('signature.link')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
        {here && <RecordDialog internship={internship} signer={here.signer} onClose={() => setHere(null)} />}
        {sending && <LinkDialog internship={internship} signature={sending} onClose={() => setSending(null)} />}
        {paper && <PaperDialog internship={internship} missing={missing.map((one) => one.signer)} onClose={() => setPaper(false)} />}
      </SectionCard>
    </div>
  );
}

function useDone(onClose: () => void) {
  const toast = useToast();
  const refresh = useRefresh();
  return (words: string) => async () => {
    await refresh();
    toast.done(words);
    onClose();
  };
}

const ways = ['onScreen', 'outside'] as const;
/** On screen one signs today; of what was signed elsewhere the day is asked. */
function SignedOnField() {
  const { t } = useTranslation('internships');
  return useWatch({ name: 'how' }) === 'outside' ? <DateField name="signedOn" label={t('signature.on')} required /> : null;
}

const recordSchema = z.object({ how: choice.required(ways), signedOn: day.required() });

function RecordDialog({ internship, signer, onClose }: { internship: Internship; signer: Signer; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const done = useDone(onClose);
  const defaultValues: z.input<typeof recordSchema> = { how: '', signedOn: today() };
  const form = useApiForm<z.input<typeof recordSchema>, z.output<typeof recordSchema>>({
    schema: recordSchema,
    defaultValues,
    version: internship.version,
    submit: (signature, version) => recordSignature(internship.id, version!, { ...signature, signedOn: signature.how === 'onScreen' ? today() : signature.signedOn, signer }),
    reload: async () => ({ values: defaultValues, version: (await readInternship(internship.id)).version }),
    guard: false,
    onDone: done(t('signature.done')),
  });
  return (
    <Dialog open title={t('signature.recordOf', { who: t(`signature.signer.${signer}`) })} onClose={onClose}>
      <Form form={form} submitLabel={t('signature.record')} onCancel={onClose}>
        <RadioGroup name="how" label={t('signature.howLabel')} required options={ways.map((value) => ({ value, label: t(`signature.how.${value}`), help: t(`signature.howHelp.${value}`) }))} />
        <SignedOnField />
      </Form>
    </Dialog>
  );
}

const linkSchema = z.object({ email: email.required() });

function LinkDialog({ internship, signature, onClose }: { internship: Internship; signature: Signature; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const done = useDone(onClose);
  const form = useApiForm<z.input<typeof linkSchema>, z.output<typeof linkSchema>>({
    schema: linkSchema,
    defaultValues: { email: signature.request?.email ?? '' },
    submit: (request) => requestSignature(internship.id, { ...request, signer: signature.signer }),
    guard: false,
    onDone: done(t('signature.linkSent')),
  });
  return (
    <Dialog open title={t('signature.linkOf', { who: t(`signature.signer.${signature.signer}`) })} onClose={onClose}>
      <p>{t('signature.linkText')}</p>
      <Form form={form} submitLabel={signature.request ? t('signature.remind') : t('signature.link')} onCancel={onClose}>
        <TextField name="email" type="email" label={t('signature.email')} required maxLength={254} autoComplete="off" />
      </Form>
    </Dialog>
  );
}

const paperSchema = z.object({ signers: z.array(z.custom<Signer>()).min(1), signedOn: day.required(), file: file.required() });

function PaperDialog({ internship, missing, onClose }: { internship: Internship; missing: Signer[]; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const done = useDone(onClose);
  const defaultValues: z.input<typeof paperSchema> = { signers: missing, signedOn: today(), file: null };
  const form = useApiForm<z.input<typeof paperSchema>, z.output<typeof paperSchema>>({
    schema: paperSchema,
    defaultValues,
    version: internship.version,
    submit: (paper, version) => uploadSignedProject(internship.id, version!, paper.signers, paper.signedOn, paper.file),
    reload: async () => ({ values: defaultValues, version: (await readInternship(internship.id)).version }),
    guard: false,
    onDone: done(t('signature.done')),
  });
  return (
    <Dialog open title={t('signature.paper')} onClose={onClose}>
      <p>{t('signature.paperText')}</p>
      <Form form={form} submitLabel={t('signature.upload')} onCancel={onClose}>
        <CheckGroup name="signers" label={t('signature.whoSigned')} required options={missing.map((value) => ({ value, label: t(`signature.signer.${value}`) }))} />
        <DateField name="signedOn" label={t('signature.on')} required />
        <DocumentFileField label={t('register.paper.file')} />
      </Form>
    </Dialog>
  );
}
