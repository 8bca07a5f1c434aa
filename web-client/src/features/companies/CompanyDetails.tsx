import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { Form, useApiForm } from '../../components/form';
import { SectionCard } from '../../components/SectionCard';
import { useToast } from '../../components/Toast';
import { DateText, KeyValue } from '../../components/values';
import { readCompany, updateCompany, type Company } from './api/companies';
import { companyKeys } from './api/keys';
import { companyBody, companyInput, companySchema } from './company-form';
import { CompanyFields } from './CompanyFields';
import { ObligationText } from './ObligationText';
import { useAtecoSections } from './api/file';

/** What is known of a company; edited in place. */
export function CompanyDetails({ company, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  const [editing, setEditing] = useState(false);
  return (
    <SectionCard
      title={t('details')}
      actions={
        mayWrite &&
        !editing && (
          <Button look="plain" small icon="pencil" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      {editing ? <EditDetails company={company} onClose={() => setEditing(false)} /> : <ReadDetails company={company} />}
    </SectionCard>
  );
}

function ReadDetails({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const ateco = useAtecoSections();
  const section = company.atecoSection && `${company.atecoSection} · ${ateco.name(company.atecoSection)}`;
  return (
    <KeyValue
      items={[
        { label: t('phone'), value: company.phone && <a href={`tel:${company.phone.replace(/\s/g, '')}`}>{company.phone}</a> },
        { label: t('email'), value: company.email && <a href={`mailto:${company.email}`}>{company.email}</a> },
        !!company.tradeName && { label: t('file.tradeName'), value: company.tradeName },
        { label: t('file.lookedAfterBy'), value: company.lookedAfterByName ?? t('file.nobody') },
        { label: t('vatNumber'), value: company.vatNumber },
        !!company.taxCode && { label: t('taxCode'), value: company.taxCode },
        !!company.legalForm && { label: t('file.legalForm'), value: t(`file.legalForms.${company.legalForm}`) },
        (!!section || !!company.atecoCode) && { label: t('file.ateco'), value: [company.atecoCode, section].filter(Boolean).join(' · ') },
        { label: t('file.obligation'), value: <ObligationText company={company} /> },
        company.solidarityNetwork && { label: t('file.network'), value: t('file.solidarityNetwork') },
        !!company.website && { label: t('website'), value: company.website },
        !!company.consentNotes && { label: t('file.consentNotes'), value: <span className="pre-line">{company.consentNotes}</span> },
        { label: t('notes'), value: company.notes && <span className="pre-line">{company.notes}</span> },
        { label: t('since'), value: <DateText value={company.createdAt} /> },
      ]}
    />
  );
}

function EditDetails({ company, onClose }: { company: Company; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema: companySchema,
    defaultValues: companyInput(company),
    version: company.version,
    submit: (values, version) => updateCompany(company.id, companyBody(values), version!),
    reload: async () => {
      const now = await readCompany(company.id);
      return { values: companyInput(now), version: now.version };
    },
    onDone: (saved) => {
      queries.setQueryData(companyKeys.one(company.id), saved);
      void queries.invalidateQueries({ queryKey: companyKeys.all });
      toast.done(t('saved'));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('save')} onCancel={onClose}>
      <CompanyFields withParts={false} />
    </Form>
  );
}
