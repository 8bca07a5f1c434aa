import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../components/parts';

/** A mail in both of its forms. The frame may run nothing and reach nothing. */
export function MailPreview({ mail }: { mail: { subject: string; html: string; text: string } }) {
  const { t } = useTranslation('bulletin');
  const [form, setForm] = useState('html');
  return (
    <>
      <p>
        <span className="muted">{t('edition.subject')}: </span>
        <strong>{mail.subject}</strong>
      </p>
      <Tabs label={t('edition.asMailed')} current={form} onChange={setForm} tabs={[{ key: 'html', label: t('edition.html') }, { key: 'text', label: t('edition.text') }]}>
        {form === 'html' ? <iframe className="mail-preview" title={t('edition.asMailed')} sandbox="" srcDoc={mail.html} /> : <pre className="mail-preview" tabIndex={0}>{mail.text}</pre>}
      </Tabs>
    </>
  );
}
