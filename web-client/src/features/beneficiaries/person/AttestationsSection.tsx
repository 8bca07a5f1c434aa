import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Dialog } from '../../../components/Dialog';
import { ComboField, DateField, day, FieldRow, Form, picked, SelectField, text, TextField, useApiForm, type Option } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { EmptyState, Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { today } from '../../../lib/format';
import { addAttestation, endAttestation, useAttestations, type Attestation } from '../api/attestations';
import { peopleKeys } from '../api/keys';
import { findPartnerBodies } from '../api/other-modules';
import { useDisadvantageCategories } from '../api/reference';
import { AttestationPapers } from './AttestationPapers';

/** What public bodies attest. Closed until asked for: reading it is logged. */
export function AttestationsSection({ personId }: { personId: string }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const mayWrite = useRight('beneficiaries:write');
  const [shown, setShown] = useState(false);
  const [adding, setAdding] = useState(false);
  const query = useAttestations(personId, shown);

  const end = async (attestation: Attestation) => {
    if (!(await confirm({ title: t('attestations.endTitle'), text: t('attestations.endText'), action: t('attestations.end') }))) return;
    try {
      await endAttestation(personId, attestation.id, today());
      await queries.invalidateQueries({ queryKey: peopleKeys.attestations(personId) });
      toast.done(t('saved'));
    } catch (error) {
      toast.failed(error);
    }
  };

  return (
    <div id="attestations">
      <SectionCard
        title={t('attestations.title')}
        note={t('attestations.note')}
        actions={
          <>
            {!shown && (
              <Button small look="quiet" icon="password-visible" onClick={() => setShown(true)} aria-label={t('showOf', { group: t('attestations.title') })}>
                {t('show')}
              </Button>
            )}
            {mayWrite && (
              <Button small icon="plus" onClick={() => setAdding(true)} aria-label={t('attestations.addTitle')}>
                {t('attestations.add')}
              </Button>
            )}
          </>
        }
      >
        {!shown ? (
          <p className="hint">{t('attestations.closed')}</p>
        ) : (
          <Loaded query={query} lines={2}>
            {(items) =>
              items.length === 0 ? (
                <EmptyState icon="file" title={t('attestations.none')} text={t('attestations.noneText')} />
              ) : (
                <ul className="rows">
                  {items.map((attestation) => (
                    <li key={attestation.id}>
                      <div>
                        <b>{attestation.categoryName}</b> <StatusChip tone={attestation.inForce ? 'ok' : 'neutral'}>{attestation.inForce ? t('attestations.inForce') : t('attestations.over')}</StatusChip>
                        <div className="hint">
                          {[attestation.source, attestation.bodyName, attestation.number && t('attestations.numbered', { number: attestation.number })].filter(Boolean).join(' · ')}
                        </div>
                        <div className="hint">
                          {t('from')} <DateText value={attestation.validFrom} />
                          {attestation.validTo && (
                            <>
                              {' '}
                              {t('to')} <DateText value={attestation.validTo} />
                            </>
                          )}
                        </div>
                        <AttestationPapers personId={personId} attestation={attestation} mayWrite={mayWrite} />
                      </div>
                      {mayWrite && attestation.inForce && (
                        <Button small look="quiet" onClick={() => void end(attestation)}>
                          {t('attestations.end')}
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        )}
        {adding && (
          <AddAttestationDialog
            personId={personId}
            onClose={() => setAdding(false)}
            onDone={(restrictsNow) => {
              setShown(true);
              void queries.invalidateQueries({ queryKey: peopleKeys.attestations(personId) });
              if (restrictsNow) void queries.invalidateQueries({ queryKey: peopleKeys.all });
              toast.done(t(restrictsNow ? 'attestations.addedRestricts' : 'attestations.added'));
            }}
          />
        )}
      </SectionCard>
    </div>
  );
}

const schema = z.object({ category: text.required(60), bodyId: picked.required(), number: text.optional(60), validFrom: day.required(), validTo: day.optional() });
type Input = z.input<typeof schema>;

function AddAttestationDialog({ personId, onClose, onDone }: { personId: string; onClose: () => void; onDone: (restrictsNow: boolean) => void }) {
  const { t } = useTranslation('beneficiaries');
  const categories = useDisadvantageCategories(true);
  const form = useApiForm<Input, z.output<typeof schema>, Awaited<ReturnType<typeof addAttestation>>>({
    schema,
    defaultValues: { category: '', bodyId: null as Option | null, number: '', validFrom: '', validTo: '' },
    guard: false,
    submit: (values) => addAttestation(personId, values),
    onDone: (added) => {
      onClose();
      onDone(added.restrictsNow);
    },
  });
  return (
    <Dialog open title={t('attestations.addTitle')} onClose={onClose}>
      <p>{t('attestations.addText')}</p>
      <Form form={form} submitLabel={t('save')} onCancel={onClose} keptNote={false}>
        <SelectField name="category" label={t('attestations.category')} required width="full" options={categories.map((one) => ({ value: one.code, label: `${one.name} (${one.source})` }))} />
        <ComboField name="bodyId" label={t('attestations.body')} required minLength={0} source={['partner-bodies']} load={findPartnerBodies} />
        <TextField name="number" label={t('attestations.number')} width="half" autoComplete="off" />
        <FieldRow>
          <DateField name="validFrom" label={t('attestations.validFrom')} required max={today()} />
          <DateField name="validTo" label={t('attestations.validTo')} />
        </FieldRow>
      </Form>
    </Dialog>
  );
}
