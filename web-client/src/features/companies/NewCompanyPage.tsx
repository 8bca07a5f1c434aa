import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { Form, HeldBack, useApiForm } from '../../components/form';
import { Notice } from '../../components/parts';
import { Page } from '../../components/Page';
import { useToast } from '../../components/Toast';
import { createCompany, findDuplicates, type LikelyDuplicate } from './api/companies';
import { companyKeys } from './api/keys';
import { companyBody, companyInput, companySchema } from './company-form';
import { CompanyFields } from './CompanyFields';

export function NewCompanyPage() {
  const { t } = useTranslation('companies');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const [alike, setAlike] = useState<LikelyDuplicate[]>([]);
  const [seen, setSeen] = useState('');
  const warning = useRef<HTMLDivElement>(null);
  // The warning stands above a long form: it is brought into sight and read aloud.
  useEffect(() => {
    if (alike.length > 0) warning.current?.focus();
  }, [alike]);
  const form = useApiForm({
    schema: companySchema,
    defaultValues: companyInput(),
    submit: async (values) => {
      const check = { name: values.name, vatNumber: values.vatNumber, municipality: values.municipality, phone: values.phone, email: values.email, except: null };
      const key = JSON.stringify(check);
      if (seen !== key) {
        const found = (await findDuplicates(check)).items;
        setSeen(key);
        setAlike(found);
        if (found.length > 0) throw new HeldBack();
      }
      return createCompany(companyBody(values));
    },
    onDone: (result) => {
      void queries.invalidateQueries({ queryKey: companyKeys.all });
      toast.done(t('saved'));
      void navigate(`/companies/${result.id}`);
    },
  });
  return (
    <Page title={t('new')} width="form" back={{ to: '/companies', label: t('title') }}>
      <div role="status" tabIndex={-1} ref={warning}>
        {alike.length > 0 && (
          <Notice tone="warn" title={t('alike.title', { count: alike.length })}>
            <ul>
              {alike.map((company) => (
                <li key={company.id}>
                  <Link to={`/companies/${company.id}`}>{company.name}</Link>
                  {company.municipalityName && `, ${company.municipalityName}`}
                  {company.isArchived && ` (${t('archived')})`}: {company.reasons.map((reason) => t(`alike.${reason}`)).join(', ')}
                </li>
              ))}
            </ul>
            <p>{t('alike.text')}</p>
          </Notice>
        )}
      </div>
      <Form form={form} submitLabel={alike.length > 0 ? t('alike.saveAnyway') : t('save')} onCancel={() => void navigate('/companies')}>
        <CompanyFields />
      </Form>
    </Page>
  );
}
