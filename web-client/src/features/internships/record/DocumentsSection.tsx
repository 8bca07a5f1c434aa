import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button, ButtonLink } from '../../../components/Button';
import { DateField, day, FieldRow, Form, SelectField, text, TextField, useApiForm } from '../../../components/form';
import { Icon } from '../../../components/Icon';
import { SectionCard } from '../../../components/SectionCard';
import { Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { capital } from '../../../lib/capital';
import { longDate } from '../../../lib/format';
import { useConventionsOf, type Convention } from '../api/conventions';
import { onlyFitting } from '../conventions/fitting';
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

/** Read first, edited in place: each paper with its day. `editing` is the field at which it is opened, empty for the first; null where it is read. */
export function DocumentsSection({ internship, editing, onEdit, mayEdit }: { internship: Internship; editing: string | null; onEdit: (field: string | null) => void; mayEdit: boolean }) {
  const { t } = useTranslation('internships');
  const place = useRef<HTMLDivElement>(null);
  const open = editing !== null && mayEdit;
  const conventions = useConventionsOf(open && internship.state === 'proposed' ? internship.companyId : undefined);
  return (
    <div ref={place} id="documents">
      <SectionCard
        title={t('documents.title')}
        actions={
          mayEdit &&
          !open && (
            <Button look="plain" icon="pencil" onClick={() => onEdit('')}>
              {internship.state !== 'proposed' && internship.documents.communicationProtocol ? t('documents.correct') : t('documents.edit')}
            </Button>
          )
        }
      >
        {!open ? (
          <DocumentsList internship={internship} />
        ) : conventions.isLoading ? (
          <Skeleton lines={6} />
        ) : (
          <DocumentsForm internship={internship} conventions={conventions.data?.items ?? []} field={editing} place={place} onClose={() => onEdit(null)} />
        )}
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
    { paper: 'hostDeclaration', text: documents.hostDeclaredOn ? longDate(documents.hostDeclaredOn) : missingDocuments.includes('hostDeclaration') ? null : t('documents.notBinding') },
    ...(documents.attestedBy ? [{ paper: 'attestation', text: `${documents.attestedBy}, ${longDate(documents.attestedOn!)}` }] : []),
  ];
  return (
    <ul>
      {lines.map(({ paper, text: said }) => {
        const missing = missingDocuments.includes(paper) || (paper === 'communication' && !documents.communicationProtocol) || (paper === 'hostDeclaration' && !documents.hostDeclaredOn);
        return (
          <li key={paper} className="rule">
            <Icon name={missing ? 'clock' : 'check'} className={missing ? 'warn' : 'ok'} label={missing ? t('documents.missing') : t('documents.there')} />
            <div>
              {capital(t(`paper.${paper}`))}
              <small>{said || t('documents.missing')}</small>
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

interface DocumentsFormProps {
  internship: Internship;
  conventions: readonly Convention[];
  field: string;
  place: RefObject<HTMLDivElement | null>;
  onClose: () => void;
}

function DocumentsForm({ internship, conventions, field, place, onClose }: DocumentsFormProps) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
    (place.current?.querySelector<HTMLElement>(`[name="${field}"]`) ?? place.current?.querySelector<HTMLElement>('select, input'))?.focus({ preventScroll: field === '' });
  }, [place, field]);
  // The only one that covers these days is the one that is meant; it counts once it is saved.
  const proposed = useMemo(() => (internship.documents.conventionId ? null : onlyFitting(conventions, internship)), [internship, conventions]);
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
  const { getValues, setValue } = form.form;
  // The list may know it a moment later, when it was just recorded.
  useEffect(() => {
    if (proposed && !getValues('conventionId')) setValue('conventionId', proposed.id, { shouldDirty: true });
  }, [proposed, getValues, setValue]);
  return (
    <Form form={form} submitLabel={t('documents.save')} onCancel={onClose} label={t('documents.title')}>
      {onlyCommunication && internship.documents.communicationProtocol && <p>{t('documents.correctCommunication', { on: longDate(internship.communicationDueOn) })}</p>}
      {!onlyCommunication && (
        <>
          <SelectField
            name="conventionId"
            label={t('convention')}
            help={proposed ? t('documents.onlyConvention') : undefined}
            width="full"
            options={conventions.map((one) => ({ value: one.id, label: t('conventionOption', { number: one.number, until: longDate(one.validTo) }) }))}
          />
          {!proposed && !internship.documents.conventionId && (
            <ButtonLink look="plain" icon="plus" to={`/internships/conventions/new?companyId=${internship.companyId}&internship=${internship.id}`}>
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
        <TextField name="communicationProtocol" label={t('documents.protocol')} help={capital(t('documents.dueBy', { on: longDate(internship.communicationDueOn) }))} maxLength={60} />
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
