import { useTranslation } from 'react-i18next';
import { useService } from '../api/service';
import { Page } from '../components/Page';
import { SectionCard } from '../components/SectionCard';
import { longDate } from '../lib/format';

/** The day of the self-assessment: renewed when the pages are assessed again, by 23 September of each year as AgID asks. */
const writtenOn = '2026-11-22';
const ombudsman = 'https://www.agid.gov.it/it/agenzia/difensore-civico-per-il-digitale';

/** The statement of L. 4/2004, in plain words. */
export function AccessibilityPage() {
  const { t } = useTranslation('common');
  const service = useService().data;
  return (
    <main id="content">
      <Page title={t('accessibility.title')} subtitle={t('accessibility.subtitle')} width="form" back={{ to: '/', label: t('accessibility.back') }}>
      <p>{t('accessibility.commitment', { name: service?.name ?? '' })}</p>
      <SectionCard title={t('accessibility.state')}>
        <p>{t('accessibility.stateText')}</p>
      </SectionCard>
      <SectionCard title={t('accessibility.known')}>
        <div className="prose">
          <ul>
            <li>{t('accessibility.knownCharts')}</li>
            <li>{t('accessibility.knownFiles')}</li>
            <li>{t('accessibility.knownMails')}</li>
          </ul>
        </div>
      </SectionCard>
      <SectionCard title={t('accessibility.method')}>
        <p>{t('accessibility.methodText', { day: longDate(writtenOn) })}</p>
      </SectionCard>
      <SectionCard title={t('accessibility.feedback')}>
        {service?.accessibilityContact ? (
          <p>
            {t('accessibility.feedbackMail')} <a href={`mailto:${service.accessibilityContact}`}>{service.accessibilityContact}</a>
          </p>
        ) : (
          <p>{t('accessibility.feedbackNoMail')}</p>
        )}
        <p className="hint">{t('accessibility.feedbackHelp')}</p>
      </SectionCard>
      <SectionCard title={t('accessibility.enforcement')}>
        <p>
          {t('accessibility.enforcementText')} <a href={ombudsman}>{t('accessibility.enforcementLink')}</a>
        </p>
      </SectionCard>
      </Page>
    </main>
  );
}
