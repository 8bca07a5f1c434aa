import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button, ButtonLink } from '../../../components/Button';
import { DateField, day, FieldRow, Form, SelectField, text, TextField, useApiForm } from '../../../components/form';
import { Icon } from '../../../components/Icon';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { capital } from '../../../lib/capital';
import { longDate } from '../../../lib/format';
import { useConventionsOf } from '../api/conventions';
import { readInternship, recordDocuments, useRefresh, type Internship } from '../api/internships';
import type { Signer } from '../api/signatures';

const schema = z.object({
  conventionId: text.optional(60),
  signedByPersonOn: day.optional(),
  signedByHostOn: day.optional(),
  signedByPromoterOn: day.optional(),
  communicationProtocol: text.optional(60),
  communicationSentOn: day.optional(),
  inailPosition: text.optional(40),
  liabilityPolicy: text.optional(120),
  hostDeclaredOn: day.optional(),
  attestedBy: text.optional(160),
  attestedOn: day.optional(),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

const valuesOf = ({ documents }: Internship): Input => ({
  conventionId: documents.conventionId ?? '',
  signedByPersonOn: documents.signedByPersonOn ?? '',
  signedByHostOn: documents.signedByHostOn ?? '',
  signedByPromoterOn: documents.signedByPromoterOn ?? '',
  communicationProtocol: documents.communicationProtocol ?? '',
  communicationSentOn: documents.communicationSentOn ?? '',
  inailPosition: documents.inailPosition ?? '',
  liabilityPolicy: documents.liabilityPolicy ?? '',
  hostDeclaredOn: documents.hostDeclaredOn ?? '',
  attestedBy: documents.attestedBy ?? '',
  attestedOn: documents.attestedOn ?? '',
});

/** Read first, edited in place: each paper with its day. */
export function DocumentsSection({ internship, editing, onEdit, mayEdit }: { internship: Internship; editing: boolean; onEdit: (on: boolean) => void; mayEdit: boolean }) {
  const { t } = useTranslation('internships');
  const place = useRef<HTMLDivElement>(null);
  const open = editing && mayEdit;
  useEffect(() => {
    if (!open) return;
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.querySelector<HTMLElement>('select, input')?.focus({ preventScroll: true });
  }, [open]);
  return (
    <div ref={place} id="documents">
      <SectionCard
        title={t('documents.title')}
        actions={
          mayEdit &&
          !open && (
            <Button look="plain" icon="pencil" onClick={() => onEdit(true)}>
              {internship.state !== 'proposed' && internship.documents.communicationProtocol ? t('documents.correct') : t('documents.edit')}
            </Button>
          )
        }
      >
        {open ? <DocumentsForm internship={internship} onClose={() => onEdit(false)} /> : <DocumentsList internship={internship} />}
      </SectionCard>
    </div>
  );
}

function DocumentsList({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  const { documents, missingDocuments } = internship;
  const signed = [
    documents.signedByPersonOn && t('documents.signedBy.person', { on: longDate(documents.signedByPersonOn) }),
    documents.signedByHostOn && t('documents.signedBy.host', { on: longDate(documents.signedByHostOn) }),
    documents.signedByPromoterOn && t('documents.signedBy.promoter', { on: longDate(documents.signedByPromoterOn) }),
  ].filter(Boolean);
  const fell = internship.history.find((moment) => moment.kind === 'communicationFell');
  const lines = [
    { paper: 'convention', text: internship.conventionNumber && t('documents.number', { number: internship.conventionNumber }) },
    { paper: 'project', text: signed.join(', ') },
    {
      paper: 'communication',
      text: documents.communicationProtocol
        ? t('documents.sent', { protocol: documents.communicationProtocol, on: longDate(documents.communicationSentOn!) })
        : fell?.subject
          ? t('documents.fell', { protocol: fell.subject, on: longDate(internship.communicationDueOn) })
          : t('documents.dueBy', { on: longDate(internship.communicationDueOn) }),
    },
    { paper: 'inail', text: documents.inailPosition ?? (missingDocuments.includes('inail') ? null : t('documents.byConvention')) },
    { paper: 'liability', text: documents.liabilityPolicy ?? (missingDocuments.includes('liability') ? null : t('documents.byConvention')) },
    { paper: 'hostDeclaration', text: documents.hostDeclaredOn && longDate(documents.hostDeclaredOn) },
    ...(documents.attestedBy ? [{ paper: 'attestation', text: `${documents.attestedBy}, ${longDate(documents.attestedOn!)}` }] : []),
  ];
  return (
    <ul>
      {lines.map(({ paper, text: said }) => {
        const missing = missingDocuments.includes(paper) || (paper === 'communication' && !documents.communicationProtocol);
        return (
          <li key={paper} className="rule">
            <Icon name={missing ? 'clock' : 'check'} className={missing ? 'warn' : 'ok'} label={missing ? t('documents.missing') : t('documents.there')} />
            <div>
              {capital(t(`paper.${paper}`))}
              <small>{said || t(missing ? 'documents.missing' : 'documents.notNeeded')}</small>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What somebody signed through the link, on screen or on the paper that was uploaded is shown, not written. */
function SignedOnField({ internship, signer, name, label }: { internship: Internship; signer: Signer; name: string; label: string }) {
  const { t } = useTranslation('internships');
  const given = internship.signatures.find((one) => one.signer === signer);
  if (!given?.signedOn || !given.how || given.how === 'outside') return <DateField name={name} label={label} />;
  return (
    <div>
      <b>{label}</b>
      <p className="muted">{t('documents.given', { on: longDate(given.signedOn), how: t(`signature.how.${given.how}`) })}</p>
    </div>
  );
}

function DocumentsForm({ internship, onClose }: { internship: Internship; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const conventions = useConventionsOf(internship.companyId).data?.items;
  const onlyCommunication = internship.state !== 'proposed';
  const form = useApiForm<Input, Output>({
    schema,
    defaultValues: valuesOf(internship),
    version: internship.version,
    submit: (papers, version) => recordDocuments(internship.id, version!, papers),
    reload: async () => {
      const now = await readInternship(internship.id);
      return { values: valuesOf(now), version: now.version };
    },
    onDone: async () => {
      await refresh();
      toast.done(t('documents.saved'));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('documents.save')} onCancel={onClose} label={t('documents.title')}>
      {onlyCommunication && internship.documents.communicationProtocol && <p>{t('documents.correctCommunication', { on: longDate(internship.communicationDueOn) })}</p>}
      {!onlyCommunication && (
        <>
          {/* Shown again when the list arrives: a select cannot hold a choice that it does not list yet. */}
          {conventions && (
            <SelectField
              name="conventionId"
              label={t('convention')}
              width="full"
              options={conventions.map((one) => ({ value: one.id, label: t('conventionOption', { number: one.number, until: longDate(one.validTo) }) }))}
            />
          )}
          {conventions?.length === 0 && (
            <ButtonLink look="plain" icon="plus" to={`/internships/conventions/new?companyId=${internship.companyId}`}>
              {t('conventions.new')}
            </ButtonLink>
          )}
          <FieldRow>
            <SignedOnField internship={internship} signer="person" name="signedByPersonOn" label={t('documents.personOn')} />
            <SignedOnField internship={internship} signer="host" name="signedByHostOn" label={t('documents.hostOn')} />
            <SignedOnField internship={internship} signer="promoter" name="signedByPromoterOn" label={t('documents.promoterOn')} />
          </FieldRow>
        </>
      )}
      <FieldRow>
        <TextField name="communicationProtocol" label={t('documents.protocol')} help={t('documents.dueBy', { on: longDate(internship.communicationDueOn) })} maxLength={60} />
        <DateField name="communicationSentOn" label={t('documents.sentOn')} />
      </FieldRow>
      {!onlyCommunication && (
        <>
          <FieldRow>
            <TextField name="inailPosition" label={capital(t('paper.inail'))} help={t('documents.ifNotInConvention')} maxLength={40} />
            <TextField name="liabilityPolicy" label={capital(t('paper.liability'))} help={t('documents.ifNotInConvention')} maxLength={120} />
          </FieldRow>
          <DateField name="hostDeclaredOn" label={t('documents.declaredOn')} help={t('documents.declaredHelp')} />
          <FieldRow>
            <TextField name="attestedBy" label={t('documents.attestedBy')} help={t('documents.attestedHelp')} maxLength={160} />
            <DateField name="attestedOn" label={t('documents.attestedOn')} />
          </FieldRow>
        </>
      )}
    </Form>
  );
}
